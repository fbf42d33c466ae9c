#include "smr-catalogue-reader.h"
#include "smr-choice.h"
#include "smr-gate.h"
#include "smr-planner.h"
#include "smr-timing.h"

/* What holds for every plan, tried on many. The seed is fixed, so a failure can be repeated. */

#define N_CASES 3000

static SmrCatalogue *catalogue;

typedef struct
{
  GArray         *overactive;
  GArray         *underactive;
  GPtrArray      *kit;
  GPtrArray      *restrictions;
  SmrPlanRequest  request;
} Case;

static void
case_clear (Case *self)
{
  g_array_unref (self->overactive);
  g_array_unref (self->underactive);
  g_ptr_array_unref (self->kit);
  g_ptr_array_unref (self->restrictions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
add_picks (GRand *random, GArray *picks, int most)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (int i = g_rand_int_range (random, 0, most + 1); i > 0; i--)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, g_rand_int_range (random, 0, muscles->len));
      SmrPick pick = { muscle->id, muscle->paired ? (SmrSide) g_rand_int_range (random, SMR_SIDE_LEFT, SMR_SIDE_BOTH + 1) : SMR_SIDE_MIDLINE };

      g_array_append_val (picks, pick);
    }
}

static void
case_init (Case *self, GRand *random)
{
  GPtrArray *tools = smr_catalogue_get_tools (catalogue);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  *self = (Case) {
    .overactive = g_array_new (FALSE, FALSE, sizeof (SmrPick)),
    .underactive = g_array_new (FALSE, FALSE, sizeof (SmrPick)),
    .kit = g_ptr_array_new_null_terminated (8, NULL, TRUE),
    .restrictions = g_ptr_array_new_null_terminated (8, NULL, TRUE),
  };
  add_picks (random, self->overactive, 8);
  add_picks (random, self->underactive, 4);
  for (int i = g_rand_int_range (random, 0, 5); i > 0; i--)
    g_ptr_array_add (self->kit, (gpointer) ((const SmrTool *) g_ptr_array_index (tools, g_rand_int_range (random, 0, tools->len)))->id);
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    g_ptr_array_add (self->restrictions, (gpointer) ((const SmrCondition *) g_ptr_array_index (conditions, g_rand_int_range (random, 0, conditions->len)))->id);
  self->request = (SmrPlanRequest) {
    .overactive = self->overactive,
    .underactive = self->underactive,
    .level = g_rand_int_range (random, 0, SMR_N_LEVELS),
    .kit = (const char * const *) self->kit->pdata,
    .restrictions = (const char * const *) self->restrictions->pdata,
    .accept_substitutes = g_rand_boolean (random),
    .ignore_caps = TRUE,
    .minutes = g_rand_boolean (random) ? g_rand_int_range (random, 5, 40) : 0,
  };
}

/* --- what holds ------------------------------------------------------------------------------------------- */

static void
assert_permitted (const Case *self, const SmrItem *item)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, item->exercise);
  SmrSide sides = smr_item_side_get_sides (item->side);
  const char *tool = NULL;
  g_autoptr (SmrMessage) reason = smr_exercise_check (catalogue, NULL, exercise, sides, &self->request, &tool);
  g_autoptr (SmrMessage) over = smr_dose_check (&item->dose, catalogue, NULL, exercise, self->request.level, sides);

  g_assert_null (reason);
  g_assert_null (over);
  g_assert_cmpstr (item->tool, ==, tool);
  g_assert_cmpint (item->phase, ==, exercise->phase);
}

/* R9, R11: nothing overactive is trained. */
static void
assert_trains_nothing_overactive (const Case *self, const SmrItem *item)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, item->exercise);
  g_autofree SmrSide *overactive = smr_picks_collect (catalogue, self->overactive);

  for (guint i = 0; item->phase >= SMR_PHASE_ACTIVATE && exercise->targets[i] != NULL; i++)
    {
      SmrSide sides = overactive[smr_catalogue_find_muscle (catalogue, exercise->targets[i])->index];

      if (item->phase == SMR_PHASE_ACTIVATE)
        g_assert_cmpint (sides & smr_item_side_get_sides (item->side), ==, 0);
      else
        g_assert_cmpint (sides, !=, SMR_SIDE_BOTH);
    }
}

static void
assert_orderly (const SmrRoutine *routine)
{
  for (guint i = 1; i < routine->items->len; i++)
    {
      const SmrItem *before = g_ptr_array_index (routine->items, i - 1);
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      g_assert_cmpint (before->phase, <=, item->phase);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (((const SmrItem *) g_ptr_array_index (routine->items, j))->exercise, !=, item->exercise);
    }
}

static void
assert_adds_up (const SmrRoutine *routine)
{
  int seconds = routine->items->len > 0 ? 120 : 0, phases = seconds;
  SmrTotals totals;

  smr_routine_get_totals (routine, &totals);
  for (guint i = 0; i < routine->items->len; i++)
    seconds += smr_item_get_seconds (g_ptr_array_index (routine->items, i));
  for (guint i = 0; i < SMR_N_PHASES; i++)
    phases += totals.phases[i];
  g_assert_cmpint (totals.seconds, ==, seconds);
  g_assert_cmpint (totals.seconds, ==, phases);
}

static gboolean
has_notice (const SmrPlan *plan, SmrNoticeKind kind)
{
  for (guint i = 0; i < plan->notices->len; i++)
    {
      if (((const SmrNotice *) g_ptr_array_index (plan->notices, i))->kind == kind)
        return TRUE;
    }
  return FALSE;
}

static void
assert_in_budget (const SmrPlan *plan)
{
  SmrTotals totals;

  smr_routine_get_totals (plan->routine, &totals);
  if (plan->routine->minutes == 0)
    g_assert_cmpuint (plan->dropped->len, ==, 0);
  else
    g_assert_true ((smr_seconds_to_minutes (totals.seconds) <= plan->routine->minutes) != has_notice (plan, SMR_NOTICE_OVER_BUDGET));
}

/* Only caps, which were to be ignored, may speak against a plan for nobody in particular. */
static void
assert_passes_gate (const SmrPlan *plan)
{
  g_autoptr (GPtrArray) findings = smr_gate_check (catalogue, NULL, plan->routine);

  for (guint i = 0; i < findings->len; i++)
    {
      const SmrFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == SMR_FINDING_EMPTY)
        g_assert_cmpuint (plan->routine->items->len, ==, 0);
      else
        g_assert_cmpint (finding->kind, ==, SMR_FINDING_CAP);
    }
}

static void
assert_says_why (const SmrItem *item)
{
  g_autofree char *reason = smr_item_dup_reason (item, catalogue, "en");

  g_assert_true (g_str_has_suffix (reason, "."));
  g_assert_null (strchr (reason, '{'));
}

static void
assert_alternatives (const Case *self, const SmrItem *item)
{
  g_autoptr (GPtrArray) alternatives = smr_plan_get_alternatives (catalogue, NULL, &self->request, item);

  for (guint i = 0; i < alternatives->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (alternatives, i);
      g_autoptr (SmrItem) other = smr_item_with_exercise (item, catalogue, NULL, &self->request, exercise);

      g_assert_cmpstr (other->exercise, !=, item->exercise);
      g_assert_cmpuint (other->served->len, >, 0);
      assert_permitted (self, other);
      assert_trains_nothing_overactive (self, other);
    }
}

static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260322);
  guint items = 0, dropped = 0, notices = 0;

  for (guint i = 0; i < N_CASES; i++)
    {
      g_auto (Case) one = { 0 };
      g_autoptr (SmrPlan) plan = NULL;

      case_init (&one, random);
      plan = smr_plan_new (catalogue, NULL, &one.request);
      assert_orderly (plan->routine);
      assert_adds_up (plan->routine);
      assert_in_budget (plan);
      assert_passes_gate (plan);
      for (guint j = 0; j < plan->routine->items->len; j++)
        {
          const SmrItem *item = g_ptr_array_index (plan->routine->items, j);

          assert_permitted (&one, item);
          assert_trains_nothing_overactive (&one, item);
          assert_says_why (item);
          if (i % 10 == 0)
            assert_alternatives (&one, item);
        }
      items += plan->routine->items->len;
      dropped += plan->dropped->len;
      notices += plan->notices->len;
    }
  g_test_message ("%d plans with %u items, %u notices, %u items dropped", N_CASES, items, notices, dropped);
  g_assert_cmpuint (items, >, N_CASES);
  g_assert_cmpuint (dropped, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();
  g_test_add_func ("/plan/every plan keeps the rules", test_properties);
  return g_test_run ();
}
