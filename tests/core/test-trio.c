#include "smr-catalogue-reader.h"
#include "smr-trio.h"

#include <string.h>

static SmrCatalogue *catalogue;

typedef struct
{
  GArray  *picks;
  SmrPlan *plan;
} Fixture;

static void
set_up (Fixture *fixture, const char *picks)
{
  g_autoptr (GError) error = NULL;
  SmrPlanRequest request = { .level = SMR_LEVEL_INTERMEDIATE };

  fixture->picks = smr_picks_parse (catalogue, picks, &error);
  g_assert_no_error (error);
  request.overactive = fixture->picks;
  fixture->plan = smr_plan_new (catalogue, NULL, &request);
}

static void
tear_down (Fixture *fixture)
{
  smr_plan_free (fixture->plan);
  g_array_unref (fixture->picks);
}

/* "calf left done done missing" */
static char *
describe (const SmrRoutine *routine, const SmrPlan *plan)
{
  static const char * const words[] = { "done", "missing", "not_permitted" };
  g_autoptr (GPtrArray) trios = smr_trio_check (catalogue, routine, plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < trios->len; i++)
    {
      const SmrTrio *trio = g_ptr_array_index (trios, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", trio->muscle->id, smr_side_to_string (trio->side));
      for (guint j = 0; j < G_N_ELEMENTS (trio->parts); j++)
        {
          g_assert_cmpint (trio->parts[j].status == SMR_TRIO_MISSING, ==, trio->parts[j].fill != NULL);
          g_assert_true (trio->parts[j].status == SMR_TRIO_NOT_PERMITTED || trio->parts[j].reason == NULL);
          g_string_append_printf (text, " %s", words[trio->parts[j].status]);
        }
    }
  return g_string_free (text, FALSE);
}

#define assert_trios(routine, plan, expected) \
  G_STMT_START { g_autofree char *found_ = describe (routine, plan); g_assert_cmpstr (found_, ==, expected); } G_STMT_END

static guint
find_item (const SmrRoutine *routine, const char *exercise)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      if (g_str_equal (((SmrItem *) g_ptr_array_index (routine->items, i))->exercise, exercise))
        return i;
    }
  g_assert_not_reached ();
}

static void
test_whole (void)
{
  Fixture fixture;

  set_up (&fixture, "hip_flexors,gastrocnemius:left");
  assert_trios (fixture.plan->routine, fixture.plan, "gastrocnemius left done done done; hip_flexors left done done done; hip_flexors right done done done");
  tear_down (&fixture);
}

static void
test_fill (void)
{
  g_autoptr (SmrRoutine) without = NULL;
  g_autoptr (SmrRoutine) filled = NULL;
  g_autoptr (GPtrArray) trios = NULL;
  Fixture fixture;

  set_up (&fixture, "hip_flexors:right");
  without = smr_routine_with_item_removed (fixture.plan->routine, find_item (fixture.plan->routine, "str_hip_flexor_half_kneeling"));
  assert_trios (without, fixture.plan, "hip_flexors right done missing done");
  trios = smr_trio_check (catalogue, without, fixture.plan);
  filled = smr_routine_with_filled (without, catalogue, ((SmrTrio *) g_ptr_array_index (trios, 0))->parts[SMR_PHASE_LENGTHEN].fill);
  assert_trios (filled, fixture.plan, "hip_flexors right done done done");
  g_assert_true (smr_routine_equal (filled, fixture.plan->routine));
  tear_down (&fixture);
}

/* What is there on one side only gets its other side, and keeps its dose. */
static void
test_other_side (void)
{
  g_autoptr (SmrRoutine) filled = NULL;
  g_autoptr (SmrRoutine) edited = NULL;
  const SmrItem *item;
  Fixture left, both;
  guint index;

  set_up (&left, "hip_flexors:left");
  set_up (&both, "hip_flexors");
  edited = smr_routine_copy (left.plan->routine);
  g_array_unref (edited->overactive);
  edited->overactive = smr_picks_copy (both.picks);
  index = find_item (edited, "smr_hip_flexor_roller");
  ((SmrItem *) g_ptr_array_index (edited->items, index))->dose.hold_seconds = 20;
  filled = smr_routine_with_filled (edited, catalogue, g_ptr_array_index (both.plan->routine->items, find_item (both.plan->routine, "smr_hip_flexor_roller")));
  g_assert_cmpuint (filled->items->len, ==, edited->items->len);
  item = g_ptr_array_index (filled->items, index);
  g_assert_cmpint (item->side, ==, SMR_ITEM_SIDE_EACH);
  g_assert_cmpint (item->dose.hold_seconds, ==, 20);
  tear_down (&both);
  tear_down (&left);
}

/* The low back is never rolled, and that is said. */
static void
test_not_permitted (void)
{
  g_autoptr (GPtrArray) trios = NULL;
  g_autofree char *reason = NULL;
  Fixture fixture;

  set_up (&fixture, "erector_spinae:left");
  assert_trios (fixture.plan->routine, fixture.plan, "erector_spinae left not_permitted done done");
  trios = smr_trio_check (catalogue, fixture.plan->routine, fixture.plan);
  reason = smr_message_format (((SmrTrio *) g_ptr_array_index (trios, 0))->parts[SMR_PHASE_INHIBIT].reason, "en");
  g_assert_nonnull (strstr (reason, "not rolled"));
  tear_down (&fixture);
}

/* Every muscle alone: its plan is whole, or says what is not. */
static void
test_every_muscle (void)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);
      g_autoptr (GPtrArray) trios = NULL;
      Fixture fixture;

      g_test_message ("%s", muscle->id);
      set_up (&fixture, muscle->id);
      trios = smr_trio_check (catalogue, fixture.plan->routine, fixture.plan);
      g_assert_cmpuint (trios->len, ==, muscle->paired ? 2 : 1);
      for (guint j = 0; j < trios->len; j++)
        {
          const SmrTrio *trio = g_ptr_array_index (trios, j);

          for (guint k = 0; k < G_N_ELEMENTS (trio->parts); k++)
            {
              g_assert_cmpint (trio->parts[k].status, !=, SMR_TRIO_MISSING);
              if (trio->parts[k].status == SMR_TRIO_NOT_PERMITTED)
                g_assert_nonnull (trio->parts[k].reason);
            }
        }
      tear_down (&fixture);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/trio/a-plan-has-them-all", test_whole);
  g_test_add_func ("/trio/what-is-missing-can-be-filled", test_fill);
  g_test_add_func ("/trio/one-side-gets-the-other", test_other_side);
  g_test_add_func ("/trio/what-is-not-permitted-says-why", test_not_permitted);
  g_test_add_func ("/trio/every-muscle-has-its-trio-or-a-reason", test_every_muscle);

  status = g_test_run ();
  smr_catalogue_unref (catalogue);
  return status;
}
