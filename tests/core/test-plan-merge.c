#include "smr-plan-merge.h"

/* Plans of one or two rolled muscles, written down by hand: no rule of the planner is needed here. */

static void
pick (SmrRoutine *routine, const char *muscle, SmrSide side)
{
  SmrPick value = { g_intern_string (muscle), side };

  g_array_append_val (routine->overactive, value);
}

static SmrItem *
add (SmrRoutine *routine, SmrPhase phase, const char *exercise, const char *muscle, SmrItemSide side)
{
  SmrItem *item = smr_item_new (phase, exercise);

  item->side = side;
  item->dose = (SmrDose) { 1, 1, 30, 30, SMR_TEMPO_ROLL, 0 };
  smr_item_add_served (item, muscle, NULL, smr_item_side_get_sides (side), NULL);
  g_ptr_array_add (routine->items, item);
  return item;
}

static SmrRoutine *
plan (const char *first, ...)
{
  SmrRoutine *routine = smr_routine_new ("");
  va_list muscles;

  va_start (muscles, first);
  for (const char *muscle = first; muscle != NULL; muscle = va_arg (muscles, const char *))
    {
      g_autofree char *exercise = g_strconcat ("roll_", muscle, NULL);

      pick (routine, muscle, SMR_SIDE_BOTH);
      add (routine, SMR_PHASE_INHIBIT, exercise, muscle, SMR_ITEM_SIDE_EACH);
    }
  va_end (muscles);
  return routine;
}

static SmrItem *
get_item (SmrRoutine *routine, guint index)
{
  return g_ptr_array_index (routine->items, index);
}

static void
assert_exercises (SmrRoutine *routine, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < routine->items->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", get_item (routine, i)->exercise);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_untouched (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", NULL);
  g_autoptr (SmrRoutine) edited = smr_routine_with_title (before, "Mine");
  g_autoptr (SmrRoutine) now = plan ("calf", "lats", NULL);
  g_autoptr (SmrRoutine) merged = NULL;
  g_autoptr (SmrRoutine) expected = smr_routine_with_title (now, "Mine");

  now->level = expected->level = SMR_LEVEL_ADVANCED;
  edited->id = 3;
  edited->version = 2;
  merged = smr_plan_merge (before, edited, now);
  g_assert_true (smr_routine_equal (merged, expected));
  g_assert_cmpint (merged->id, ==, 3);
  g_assert_cmpint (merged->version, ==, 2);
}

static void
test_dose_and_note (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", "lats", NULL);
  g_autoptr (SmrRoutine) edited = smr_routine_copy (before);
  g_autoptr (SmrRoutine) now = plan ("calf", "lats", "chest", NULL);
  g_autoptr (SmrRoutine) merged = NULL;

  get_item (edited, 0)->dose.hold_seconds = 20;
  g_set_str (&get_item (edited, 1)->note, "Slowly");
  get_item (now, 1)->dose.hold_seconds = 45;
  merged = smr_plan_merge (before, edited, now);
  assert_exercises (merged, "roll_calf roll_lats roll_chest");
  g_assert_cmpint (get_item (merged, 0)->dose.hold_seconds, ==, 20);
  /* Untouched doses follow the rules. */
  g_assert_cmpint (get_item (merged, 1)->dose.hold_seconds, ==, 45);
  g_assert_cmpstr (get_item (merged, 1)->note, ==, "Slowly");
  g_assert_null (get_item (merged, 2)->note);
}

static void
test_other_side (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", NULL);
  g_autoptr (SmrRoutine) edited = smr_routine_copy (before);
  g_autoptr (SmrRoutine) now = plan ("calf", NULL);
  g_autoptr (SmrRoutine) merged = NULL;

  get_item (edited, 0)->dose.hold_seconds = 20;
  get_item (now, 0)->side = SMR_ITEM_SIDE_LEFT;
  merged = smr_plan_merge (before, edited, now);
  g_assert_cmpint (get_item (merged, 0)->dose.hold_seconds, ==, 30);
}

static void
test_removed (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", "lats", NULL);
  g_autoptr (SmrRoutine) edited = smr_routine_with_item_removed (before, 0);
  g_autoptr (SmrRoutine) now = plan ("calf", "lats", "chest", NULL);
  g_autoptr (SmrRoutine) merged = smr_plan_merge (before, edited, now);

  assert_exercises (merged, "roll_lats roll_chest");
}

static void
test_removed_and_picked_again (void)
{
  g_autoptr (SmrRoutine) before = plan ("lats", NULL);
  g_autoptr (SmrRoutine) edited = NULL;
  g_autoptr (SmrRoutine) now = plan ("calf", "lats", NULL);
  g_autoptr (SmrRoutine) merged = NULL;

  /* An exercise for both muscles that was removed comes back with the muscle that is new. */
  add (before, SMR_PHASE_LENGTHEN, "str_shared", "lats", SMR_ITEM_SIDE_EACH);
  edited = smr_routine_with_item_removed (before, 1);
  smr_item_add_served (add (now, SMR_PHASE_LENGTHEN, "str_shared", "lats", SMR_ITEM_SIDE_EACH), "calf", NULL, SMR_SIDE_BOTH, NULL);
  merged = smr_plan_merge (before, edited, now);
  assert_exercises (merged, "roll_calf roll_lats str_shared");
}

static void
test_new_side_brings_back (void)
{
  g_autoptr (SmrRoutine) before = smr_routine_new ("");
  g_autoptr (SmrRoutine) edited = NULL;
  g_autoptr (SmrRoutine) now = plan ("calf", NULL);
  g_autoptr (SmrRoutine) merged = NULL;

  pick (before, "calf", SMR_SIDE_LEFT);
  add (before, SMR_PHASE_INHIBIT, "roll_calf", "calf", SMR_ITEM_SIDE_LEFT);
  edited = smr_routine_with_item_removed (before, 0);
  merged = smr_plan_merge (before, edited, now);
  assert_exercises (merged, "roll_calf");
}

static void
test_swapped (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", "lats", NULL);
  g_autoptr (SmrRoutine) edited = smr_routine_copy (before);
  g_autoptr (SmrRoutine) now = plan ("calf", "lats", "chest", NULL);
  g_autoptr (SmrRoutine) merged = NULL;

  get_item (edited, 0)->exercise = g_intern_string ("stick_calf");
  merged = smr_plan_merge (before, edited, now);
  assert_exercises (merged, "stick_calf roll_lats roll_chest");
}

/* The exercise taken instead may not work the muscle that is new. */
static void
test_swapped_and_serving_more (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", NULL);
  g_autoptr (SmrRoutine) edited = smr_routine_copy (before);
  g_autoptr (SmrRoutine) now = plan ("calf", NULL);
  g_autoptr (SmrRoutine) merged = NULL;

  get_item (edited, 0)->exercise = g_intern_string ("stick_calf");
  smr_item_add_served (get_item (now, 0), "soleus", NULL, SMR_SIDE_BOTH, NULL);
  merged = smr_plan_merge (before, edited, now);
  assert_exercises (merged, "roll_calf");
}

static void
test_swapped_for_one_that_comes_anyway (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", NULL);
  g_autoptr (SmrRoutine) edited = smr_routine_copy (before);
  g_autoptr (SmrRoutine) now = plan ("calf", "lats", NULL);
  g_autoptr (SmrRoutine) merged = NULL;

  get_item (edited, 0)->exercise = g_intern_string ("roll_lats");
  merged = smr_plan_merge (before, edited, now);
  assert_exercises (merged, "roll_calf roll_lats");
}

static void
test_moved (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", "lats", NULL);
  g_autoptr (SmrRoutine) edited = smr_routine_with_item_moved (before, 0, 1);
  g_autoptr (SmrRoutine) now = plan ("sole", "calf", "thigh", "lats", NULL);
  g_autoptr (SmrRoutine) merged = smr_plan_merge (before, edited, now);
  g_autoptr (SmrRoutine) unmoved = smr_plan_merge (before, before, now);

  assert_exercises (merged, "roll_sole roll_lats roll_thigh roll_calf");
  assert_exercises (unmoved, "roll_sole roll_calf roll_thigh roll_lats");
}

static void
test_swapped_and_moved (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", "lats", NULL);
  g_autoptr (SmrRoutine) moved = smr_routine_with_item_moved (before, 0, 1);
  g_autoptr (SmrRoutine) edited = smr_routine_copy (moved);
  g_autoptr (SmrRoutine) now = plan ("calf", "lats", "chest", NULL);
  g_autoptr (SmrRoutine) merged = NULL;

  get_item (edited, 1)->exercise = g_intern_string ("stick_calf");
  merged = smr_plan_merge (before, edited, now);
  assert_exercises (merged, "roll_lats stick_calf roll_chest");
}

static void
test_not_planned_any_more (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", "lats", NULL);
  g_autoptr (SmrRoutine) edited = smr_routine_copy (before);
  g_autoptr (SmrRoutine) now = plan ("lats", NULL);
  g_autoptr (SmrRoutine) merged = NULL;

  get_item (edited, 0)->dose.hold_seconds = 20;
  merged = smr_plan_merge (before, edited, now);
  assert_exercises (merged, "roll_lats");
}

/* Not a plan of ours, but a file may hold it. */
static void
test_same_exercise_twice (void)
{
  g_autoptr (SmrRoutine) before = plan ("calf", "lats", NULL);
  g_autoptr (SmrRoutine) edited = plan ("lats", "calf", "lats", "calf", NULL);
  g_autoptr (SmrRoutine) merged = smr_plan_merge (before, edited, before);

  assert_exercises (merged, "roll_lats roll_calf");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-merge/an-untouched-plan-follows-the-rules", test_untouched);
  g_test_add_func ("/plan-merge/dose-and-note-stay", test_dose_and_note);
  g_test_add_func ("/plan-merge/a-dose-is-for-its-side", test_other_side);
  g_test_add_func ("/plan-merge/removed-stays-removed", test_removed);
  g_test_add_func ("/plan-merge/a-new-muscle-brings-back-what-was-removed", test_removed_and_picked_again);
  g_test_add_func ("/plan-merge/a-new-side-brings-back-what-was-removed", test_new_side_brings_back);
  g_test_add_func ("/plan-merge/swapped-stays-swapped", test_swapped);
  g_test_add_func ("/plan-merge/a-swap-does-not-stand-for-more", test_swapped_and_serving_more);
  g_test_add_func ("/plan-merge/a-swap-gives-way-to-the-same-exercise", test_swapped_for_one_that_comes_anyway);
  g_test_add_func ("/plan-merge/order-by-hand-stays", test_moved);
  g_test_add_func ("/plan-merge/a-swapped-item-moves-too", test_swapped_and_moved);
  g_test_add_func ("/plan-merge/what-is-not-planned-goes", test_not_planned_any_more);
  g_test_add_func ("/plan-merge/an-exercise-given-twice-is-one", test_same_exercise_twice);

  return g_test_run ();
}
