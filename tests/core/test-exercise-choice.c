#include "smr-catalogue-reader.h"
#include "smr-exercise-choice.h"
#include "smr-gate.h"
#include "smr-plan-merge.h"

static SmrCatalogue *catalogue;

typedef struct
{
  GArray        *picks;
  SmrPlanRequest request;
  SmrPlan       *plan;
} Fixture;

static void
set_up (Fixture *fixture, const char *picks)
{
  g_autoptr (GError) error = NULL;

  fixture->picks = smr_picks_parse (catalogue, picks, &error);
  g_assert_no_error (error);
  fixture->request = (SmrPlanRequest) { .overactive = fixture->picks, .level = SMR_LEVEL_INTERMEDIATE };
  fixture->plan = smr_plan_new (catalogue, NULL, &fixture->request);
}

static void
tear_down (Fixture *fixture)
{
  smr_plan_free (fixture->plan);
  g_array_unref (fixture->picks);
}

static const SmrItem *
find_item (Fixture *fixture, const char *exercise)
{
  for (guint i = 0; i < fixture->plan->routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (fixture->plan->routine->items, i);

      if (g_str_equal (item->exercise, exercise))
        return item;
    }
  g_assert_not_reached ();
}

static const SmrChoice *
find_choice (GPtrArray *choices, const char *exercise)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const SmrChoice *choice = g_ptr_array_index (choices, i);

      if (g_str_equal (choice->exercise->id, exercise))
        return choice;
    }
  return NULL;
}

static void
assert_permitted_first (GPtrArray *choices)
{
  gboolean refused = FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      const SmrChoice *choice = g_ptr_array_index (choices, i);

      g_assert_false (refused && choice->refusal == NULL);
      refused = choice->refusal != NULL;
      g_assert_cmpint (choice->sides == SMR_SIDE_NONE, ==, refused);
    }
}

static void
test_same_purpose (void)
{
  g_autoptr (GPtrArray) choices = NULL;
  Fixture fixture;

  set_up (&fixture, "gastrocnemius");
  choices = smr_choices_for_item (catalogue, NULL, &fixture.request, fixture.plan->routine, find_item (&fixture, "str_gastrocnemius_wall"));
  assert_permitted_first (choices);
  g_assert_cmpuint (choices->len, >, 0);
  g_assert_null (find_choice (choices, "str_gastrocnemius_wall"));
  g_assert_cmpint (find_choice (choices, "str_gastrocnemius_strap")->kind, ==, SMR_CHOICE_EASIER);
  for (guint i = 0; i < choices->len; i++)
    g_assert_true (g_strv_contains (((SmrChoice *) g_ptr_array_index (choices, i))->exercise->targets, "gastrocnemius"));
  tear_down (&fixture);
}

/* What is refused says why; a tool that is not there is one reason. */
static void
test_refused (void)
{
  static const char * const kit[] = { "stick", NULL };
  g_autoptr (GPtrArray) choices = NULL;
  g_autofree char *text = NULL;
  Fixture fixture;

  set_up (&fixture, "gastrocnemius");
  fixture.request.kit = kit;
  choices = smr_choices_for_item (catalogue, NULL, &fixture.request, fixture.plan->routine, find_item (&fixture, "act_tibialis_anterior_band"));
  assert_permitted_first (choices);
  g_ptr_array_unref (g_steal_pointer (&choices));
  choices = smr_choices_for_phase (catalogue, NULL, &fixture.request, fixture.plan->routine, SMR_PHASE_INHIBIT);
  assert_permitted_first (choices);
  text = smr_message_format (find_choice (choices, "smr_quadriceps_roller")->refusal, "en");
  g_assert_true (g_str_has_prefix (text, "it needs what is not at hand: "));
  tear_down (&fixture);
}

/* Rule R9: nothing that is overactive is trained, be it chosen by hand. */
static void
test_overactive (void)
{
  g_autoptr (GPtrArray) choices = NULL;
  g_autofree char *text = NULL;
  Fixture fixture;

  set_up (&fixture, "adductors,piriformis");
  choices = smr_choices_for_phase (catalogue, NULL, &fixture.request, fixture.plan->routine, SMR_PHASE_ACTIVATE);
  text = smr_message_format (find_choice (choices, "act_adductors_side_lying")->refusal, "en");
  g_assert_true (g_str_has_prefix (text, "it trains what is overactive: "));
  tear_down (&fixture);
}

/* Whatever is permitted, added or swapped, passes the gate's judgement of items. */
static void
test_permitted_passes (void)
{
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    {
      g_autoptr (GPtrArray) choices = NULL;
      Fixture fixture;

      set_up (&fixture, "gastrocnemius:left");
      choices = smr_choices_for_phase (catalogue, NULL, &fixture.request, fixture.plan->routine, phase);
      for (guint i = 0; i < choices->len; i++)
        {
          const SmrChoice *choice = g_ptr_array_index (choices, i);
          g_autoptr (SmrItem) item = NULL;
          g_autoptr (SmrRoutine) routine = NULL;
          g_autoptr (GPtrArray) findings = NULL;
          guint index;

          if (choice->refusal != NULL)
            continue;
          item = smr_item_new_by_hand (catalogue, NULL, &fixture.request, choice->exercise, choice->sides);
          routine = smr_routine_with_item_added (fixture.plan->routine, item, &index);
          findings = smr_gate_check (catalogue, NULL, routine);
          for (guint j = 0; j < findings->len; j++)
            g_assert_cmpint (((SmrFinding *) g_ptr_array_index (findings, j))->kind, !=, SMR_FINDING_ITEM);
        }
      tear_down (&fixture);
    }
}

/* Off the floor nothing is planned on it, and the gate lets nothing through that was put there all the same. */
static void
test_off_the_floor (void)
{
  g_autoptr (SmrRoutine) routine = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SmrPlan) off = NULL;
  Fixture fixture;

  set_up (&fixture, "gastrocnemius,hip_flexors,hamstrings,latissimus_dorsi");
  fixture.request.no_floor = TRUE;
  off = smr_plan_new (catalogue, NULL, &fixture.request);
  g_assert_cmpuint (off->routine->items->len, >, 4);
  for (guint i = 0; i < off->routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (off->routine->items, i);

      g_assert_false (smr_exercise_is_on_floor (smr_catalogue_find_exercise (catalogue, item->exercise)));
    }

  routine = smr_routine_with_item_added (off->routine, find_item (&fixture, "act_gluteus_maximus_bridge"), NULL);
  findings = smr_gate_check (catalogue, NULL, routine);
  for (guint i = 0; i < findings->len && text == NULL; i++)
    {
      const SmrFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == SMR_FINDING_ITEM)
        text = smr_finding_dup_text (finding, "en");
    }
  g_assert_cmpstr (text, ==, "Bridge: it is done on the floor.");
  tear_down (&fixture);
}

static void
test_by_hand_stays (void)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, "str_hamstrings_strap_supine");
  g_autoptr (SmrItem) item = NULL;
  g_autoptr (SmrRoutine) edited = NULL;
  g_autoptr (SmrRoutine) merged = NULL;
  g_autofree char *reason = NULL;
  Fixture fixture, next;
  guint index;

  set_up (&fixture, "gastrocnemius");
  set_up (&next, "gastrocnemius,latissimus_dorsi");
  item = smr_item_new_by_hand (catalogue, NULL, &fixture.request, exercise, SMR_SIDE_BOTH);
  reason = smr_item_dup_reason (item, catalogue, "en");
  g_assert_true (g_str_has_prefix (reason, "Added by hand for: "));
  edited = smr_routine_with_item_added (fixture.plan->routine, item, &index);
  g_assert_cmpint (((SmrItem *) g_ptr_array_index (edited->items, index + 1))->phase, ==, SMR_PHASE_ACTIVATE);
  merged = smr_plan_merge (fixture.plan->routine, edited, next.plan->routine);
  g_assert_cmpuint (merged->items->len, ==, next.plan->routine->items->len + 1);
  tear_down (&next);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/exercise-choice/others-serve-the-same-purpose", test_same_purpose);
  g_test_add_func ("/exercise-choice/what-is-refused-says-why", test_refused);
  g_test_add_func ("/exercise-choice/nothing-overactive-is-trained", test_overactive);
  g_test_add_func ("/exercise-choice/what-is-permitted-passes-the-gate", test_permitted_passes);
  g_test_add_func ("/exercise-choice/off-the-floor-nothing-is-done-on-it", test_off_the_floor);
  g_test_add_func ("/exercise-choice/what-was-added-by-hand-stays", test_by_hand_stays);

  status = g_test_run ();
  smr_catalogue_unref (catalogue);
  return status;
}
