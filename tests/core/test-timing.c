#include "smr-timing.h"

/* Doses of a beginner as the fact base writes them; the check values are its own. */
static const SmrDose roll = { .sets = 1, .reps = 1, .hold_seconds = 30, .search_seconds = 30, .tempo = SMR_TEMPO_ROLL };
static const SmrDose stretch = { .sets = 1, .reps = 1, .hold_seconds = 30, .tempo = SMR_TEMPO_STATIC, .rest_seconds = 10 };
static const SmrDose activate = { .sets = 1, .reps = 12, .hold_seconds = 2, .tempo = SMR_TEMPO_4_2_1, .rest_seconds = 30 };

static void
add_item (SmrRoutine *routine, SmrPhase phase, SmrItemSide side, const SmrDose *dose)
{
  SmrItem *item = smr_item_new (phase, "any");

  item->side = side;
  item->dose = *dose;
  g_ptr_array_add (routine->items, item);
}

static SmrRoutine *
new_routine (SmrItemSide activate_side)
{
  SmrRoutine *routine = smr_routine_new ("");

  for (guint i = 0; i < 3; i++)
    {
      add_item (routine, SMR_PHASE_INHIBIT, SMR_ITEM_SIDE_EACH, &roll);
      add_item (routine, SMR_PHASE_LENGTHEN, SMR_ITEM_SIDE_EACH, &stretch);
      add_item (routine, SMR_PHASE_ACTIVATE, activate_side, &activate);
    }
  return routine;
}

static void
test_one_limb (void)
{
  g_autoptr (SmrRoutine) routine = new_routine (SMR_ITEM_SIDE_EACH);
  SmrTotals totals;

  smr_routine_get_totals (routine, &totals);
  g_assert_cmpint (totals.seconds, ==, 1404);
  g_assert_cmpint (smr_seconds_to_minutes (totals.seconds), ==, 24);
  g_assert_cmpint (totals.contact_seconds, ==, 360);
  g_assert_cmpint (totals.phases[SMR_PHASE_INHIBIT], ==, 6 * 75);
  g_assert_cmpint (totals.phases[SMR_PHASE_LENGTHEN], ==, 6 * 40);
  g_assert_cmpint (totals.phases[SMR_PHASE_ACTIVATE], ==, 6 * 99);
  g_assert_cmpint (totals.phases[SMR_PHASE_INTEGRATE], ==, 0);
}

static void
test_two_limbs (void)
{
  g_autoptr (SmrRoutine) routine = new_routine (SMR_ITEM_SIDE_TOGETHER);
  SmrTotals totals;

  smr_routine_get_totals (routine, &totals);
  g_assert_cmpint (totals.seconds, ==, 1107);
  g_assert_cmpint (smr_seconds_to_minutes (totals.seconds), ==, 19);
}

static void
test_items (void)
{
  static const struct
  {
    SmrPhase    phase;
    SmrItemSide side;
    SmrDose     dose;
    int         seconds;
  } cases[] = {
    /* two spots on one side */
    { SMR_PHASE_INHIBIT, SMR_ITEM_SIDE_LEFT, { 1, 2, 30, 30, SMR_TEMPO_ROLL, 0 }, 90 + 15 },
    /* one roller under both sides is one contact */
    { SMR_PHASE_INHIBIT, SMR_ITEM_SIDE_TOGETHER, { 1, 2, 30, 30, SMR_TEMPO_ROLL, 0 }, 90 + 15 },
    { SMR_PHASE_LENGTHEN, SMR_ITEM_SIDE_EACH, { 1, 2, 30, 0, SMR_TEMPO_STATIC, 10 }, 2 * (60 + 10 + 10) },
    { SMR_PHASE_LENGTHEN, SMR_ITEM_SIDE_RIGHT, { 1, 3, 20, 0, SMR_TEMPO_STATIC, 10 }, 60 + 20 + 10 },
    { SMR_PHASE_ACTIVATE, SMR_ITEM_SIDE_TOGETHER, { 2, 12, 2, 0, SMR_TEMPO_4_2_1, 30 }, 168 + 30 + 15 },
    /* an own hold */
    { SMR_PHASE_ACTIVATE, SMR_ITEM_SIDE_TOGETHER, { 1, 10, 10, 0, SMR_TEMPO_HOLD, 30 }, 110 + 15 },
    { SMR_PHASE_INTEGRATE, SMR_ITEM_SIDE_EACH, { 1, 10, 0, 0, SMR_TEMPO_4_2_1, 30 }, 2 * (70 + 15) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrItem) item = smr_item_new (cases[i].phase, "any");

      g_test_message ("case %u", i);
      item->side = cases[i].side;
      item->dose = cases[i].dose;
      g_assert_cmpint (smr_item_get_seconds (item), ==, cases[i].seconds);
      g_assert_cmpint (smr_item_get_change_seconds (item), ==,
                       (cases[i].phase == SMR_PHASE_LENGTHEN ? 10 : 15) * (cases[i].side == SMR_ITEM_SIDE_EACH ? 2 : 1));
      g_assert_cmpint (smr_item_get_contact_seconds (item), ==, cases[i].phase == SMR_PHASE_INHIBIT ? 90 : 0);
    }
}

static void
test_minutes_round_up (void)
{
  g_assert_cmpint (smr_seconds_to_minutes (0), ==, 0);
  g_assert_cmpint (smr_seconds_to_minutes (1), ==, 1);
  g_assert_cmpint (smr_seconds_to_minutes (60), ==, 1);
  g_assert_cmpint (smr_seconds_to_minutes (61), ==, 2);
}

static void
test_nothing_takes_no_time (void)
{
  g_autoptr (SmrRoutine) routine = smr_routine_new ("");
  SmrTotals totals;

  smr_routine_get_totals (routine, &totals);
  g_assert_cmpint (totals.seconds, ==, 0);
  g_assert_cmpint (totals.contact_seconds, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timing/three muscles and one-limb activations take 1404 seconds", test_one_limb);
  g_test_add_func ("/timing/two-limb activations take 1107 seconds", test_two_limbs);
  g_test_add_func ("/timing/every kind of item has its time", test_items);
  g_test_add_func ("/timing/minutes round up", test_minutes_round_up);
  g_test_add_func ("/timing/nothing takes no time", test_nothing_takes_no_time);
  return g_test_run ();
}
