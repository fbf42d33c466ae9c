/* Exercises of the trainer's own pass the same gate as built-in ones. */

#include "screening-support.h"
#include "smr-exercise-choice.h"
#include "smr-gate.h"
#include "smr-own-exercise.h"
#include "smr-test-own.h"

#include <string.h>

static SmrCatalogue *builtin;

static SmrCatalogue *
catalogue_with (SmrOwnExercise *first, SmrOwnExercise *second)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  g_ptr_array_add (own, first);
  if (second != NULL)
    g_ptr_array_add (own, second);
  return smr_catalogue_with_own (builtin, own);
}

static SmrRoutine *
routine_with (const SmrExercise *exercise)
{
  g_autoptr (SmrRoutine) routine = smr_routine_new ("Own");
  SmrItem *item = smr_item_new (exercise->phase, exercise->id);

  routine->level = SMR_LEVEL_BEGINNER;
  item->side = SMR_ITEM_SIDE_EACH;
  item->tool = g_intern_string ("wall");
  item->dose = (SmrDose) { 1, 2, 30, 0, SMR_TEMPO_STATIC, 0 };
  if (exercise->targets[0] != NULL)
    smr_item_add_served (item, exercise->targets[0], exercise->targets[0], SMR_SIDE_BOTH, NULL);
  g_ptr_array_add (routine->items, item);
  return g_steal_pointer (&routine);
}

static gboolean
is_released (SmrCatalogue *catalogue, const SmrRecord *record, const SmrRoutine *routine, char **why)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SmrRelease) release = smr_gate_release (catalogue, record, routine, day (TODAY), &findings);

  if (why != NULL)
    *why = findings->len > 0 ? smr_finding_dup_text (g_ptr_array_index (findings, 0), NULL) : NULL;
  return release != NULL;
}

/* Without what a screening judges by, it is for nobody whose records raise anything: every row that can be raised. */
static void
test_incomplete (void)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (builtin);
  static const gboolean cases[][2] = { { TRUE, TRUE }, { TRUE, FALSE }, { FALSE, TRUE }, { FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrOwnExercise) own = smr_test_own_exercise ("own_a", "own_a", 1);
      g_autoptr (SmrCatalogue) catalogue = NULL;
      gboolean complete = cases[i][0] && cases[i][1];

      if (!cases[i][0])
        smr_test_own_set_targets (own, NULL, NULL);
      if (!cases[i][1])
        smr_test_own_set_avoid (own, NULL, NULL);
      catalogue = catalogue_with (own, NULL);

      for (guint j = 0; j < conditions->len; j++)
        {
          const SmrCondition *condition = g_ptr_array_index (conditions, j);
          g_autoptr (SmrRecord) record = adult_with_all_no (builtin);
          g_autoptr (SmrScreening) screening = NULL;
          g_autoptr (SmrRoutine) routine = routine_with (own->exercise);
          SmrPlanRequest request = { .level = SMR_LEVEL_BEGINNER };
          g_autoptr (SmrMessage) refusal = NULL;

          if (condition->computed)
            continue;
          answer (record, condition->id, SMR_REPLY_YES);
          screening = smr_screening_new (catalogue, record, day (TODAY));
          g_assert_cmpuint (smr_screening_get_reasons (screening)->len, >, 0);
          refusal = smr_exercise_check (catalogue, screening, own->exercise, SMR_SIDE_BOTH, &request, NULL);
          if (!complete)
            {
              g_assert_nonnull (refusal);
              g_assert_false (is_released (catalogue, record, routine, NULL));
            }
        }
    }
}

static void
test_says_why (void)
{
  g_autoptr (SmrOwnExercise) own = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autoptr (SmrCatalogue) catalogue = NULL;
  g_autoptr (SmrRecord) record = adult_with_all_no (builtin);
  g_autoptr (SmrRoutine) routine = routine_with (own->exercise);
  g_autofree char *why = NULL;

  smr_test_own_set_avoid (own, NULL, NULL);
  catalogue = catalogue_with (own, NULL);
  /* Nothing is raised: it may be done. */
  g_assert_true (is_released (catalogue, record, routine, &why));
  g_assert_null (why);

  answer (record, "wrist_pain", SMR_REPLY_YES);
  g_assert_false (is_released (catalogue, record, routine, &why));
  g_assert_nonnull (strstr (why, "does not say what rules it out"));
}

static void
test_judged_as_built_in (void)
{
  static const struct
  {
    const char *condition;
    gboolean    released;
  } cases[] = {
    { "wrist_pain", TRUE },
    { "knee_pain", FALSE },     /* it says so itself */
  };
  g_autoptr (SmrOwnExercise) own = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autoptr (SmrCatalogue) catalogue = catalogue_with (own, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (builtin);
      g_autoptr (SmrRoutine) routine = routine_with (own->exercise);

      answer (record, cases[i].condition, SMR_REPLY_YES);
      g_assert_cmpint (is_released (catalogue, record, routine, NULL), ==, cases[i].released);
    }
}

/* What is learnt later counts for what was planned before. */
static void
test_newest_counts (void)
{
  g_autoptr (SmrOwnExercise) first = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autoptr (SmrOwnExercise) second = smr_test_own_exercise ("own_b", "own_a", 2);
  g_autoptr (SmrCatalogue) before = catalogue_with (first, NULL);
  g_autoptr (SmrCatalogue) after = NULL;
  g_autoptr (SmrRecord) record = adult_with_all_no (builtin);
  g_autoptr (SmrRoutine) routine = routine_with (first->exercise);

  smr_test_own_set_avoid (second, "knee_pain", "wrist_pain", NULL);
  after = catalogue_with (first, second);
  answer (record, "wrist_pain", SMR_REPLY_YES);
  g_assert_true (is_released (before, record, routine, NULL));
  g_assert_false (is_released (after, record, routine, NULL));
}

static gboolean
is_listed (SmrCatalogue *catalogue, const SmrOwnExercise *own)
{
  return g_ptr_array_find (smr_catalogue_get_exercises (catalogue), own->exercise, NULL);
}

static void
test_merged (void)
{
  g_autoptr (SmrOwnExercise) first = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autoptr (SmrOwnExercise) second = smr_test_own_exercise ("own_b", "own_a", 2);
  g_autoptr (SmrOwnExercise) strange = smr_test_own_exercise ("own_c", "own_c", 1);
  g_autoptr (SmrCatalogue) catalogue = catalogue_with (first, second);
  g_autoptr (SmrCatalogue) again = NULL, retired = NULL;
  g_autoptr (GPtrArray) more = g_ptr_array_new ();

  g_assert_false (is_listed (catalogue, first));
  g_assert_true (is_listed (catalogue, second));
  g_assert_true (smr_catalogue_find_exercise (catalogue, "own_a") == first->exercise);
  g_assert_true (smr_catalogue_find_newest (catalogue, first->exercise) == second->exercise);
  g_assert_cmpuint (smr_catalogue_get_exercises (builtin)->len + 1, ==, smr_catalogue_get_exercises (catalogue)->len);

  /* What names something that is not known is left out; what is there is not there twice. */
  smr_test_own_set_targets (strange, "third_arm", NULL);
  g_ptr_array_add (more, strange);
  g_ptr_array_add (more, first);
  again = smr_catalogue_with_own (catalogue, more);
  g_assert_null (smr_catalogue_find_exercise (again, "own_c"));
  g_assert_cmpuint (smr_catalogue_get_own (again)->len, ==, 2);

  second->retired = TRUE;
  retired = catalogue_with (first, second);
  g_assert_false (is_listed (retired, second));
  g_assert_nonnull (smr_catalogue_find_exercise (retired, "own_b"));
}

/* Among the alternatives and what can be added, never among what the planner takes by itself. */
static void
test_offered (void)
{
  g_autoptr (SmrOwnExercise) own = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autoptr (SmrCatalogue) catalogue = catalogue_with (own, NULL);
  g_autoptr (SmrRecord) record = adult_with_all_no (builtin);
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, day (TODAY));
  g_autoptr (GArray) picks = smr_picks_parse (catalogue, "gastrocnemius", NULL);
  SmrPlanRequest request = { .overactive = picks, .level = SMR_LEVEL_BEGINNER };
  g_autoptr (SmrPlan) plan = smr_plan_new (catalogue, screening, &request);
  g_autoptr (GPtrArray) choices = smr_choices_for_phase (catalogue, screening, &request, plan->routine, SMR_PHASE_LENGTHEN);
  gboolean offered = FALSE;

  for (guint i = 0; i < plan->routine->items->len; i++)
    g_assert_cmpstr (((SmrItem *) g_ptr_array_index (plan->routine->items, i))->exercise, !=, "own_a");
  for (guint i = 0; i < choices->len; i++)
    {
      const SmrChoice *choice = g_ptr_array_index (choices, i);

      offered |= choice->exercise == own->exercise && choice->refusal == NULL;
    }
  g_assert_true (offered);
}

static void
set_name (SmrOwnExercise *own, const char *name)
{
  g_clear_pointer (&own->exercise->name, smr_text_free);
  own->exercise->name = smr_text_new (name);
}

#define assert_refused(own, field)                                                          \
  G_STMT_START                                                                              \
  {                                                                                         \
    g_autoptr (GError) error_ = NULL;                                                       \
    g_assert_false (smr_own_exercise_validate ((own), builtin, &error_));                   \
    g_assert_error (error_, SMR_OWN_EXERCISE_ERROR, SMR_OWN_EXERCISE_ERROR_##field);        \
  }                                                                                         \
  G_STMT_END

static void
test_validate (void)
{
  g_autoptr (SmrOwnExercise) own = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autofree char *longest = g_strnfill (SMR_OWN_NAME_MAX_CHARS, 'x');
  g_autofree char *endless = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_true (smr_own_exercise_validate (own, builtin, &error));
  g_assert_no_error (error);
  set_name (own, longest);
  g_assert_true (smr_own_exercise_validate (own, builtin, &error));
  set_name (own, endless);
  assert_refused (own, NAME);
  set_name (own, "");
  assert_refused (own, NAME);
  set_name (own, "Calf stretch");

  smr_test_own_set_targets (own, NULL, NULL);
  assert_refused (own, TARGETS);
  smr_test_own_set_targets (own, "third_arm", NULL);
  assert_refused (own, TARGETS);
  smr_test_own_set_targets (own, "soleus", "soleus", NULL);
  assert_refused (own, TARGETS);
  smr_test_own_set_targets (own, "soleus", NULL);

  own->exercise->sets = 0;
  assert_refused (own, DOSE);
  own->exercise->sets = 1;
  own->exercise->hold_seconds = 10000;
  assert_refused (own, DOSE);
  own->exercise->hold_seconds = -1;
  assert_refused (own, DOSE);
  own->exercise->hold_seconds = 30;
  own->exercise->tempo = SMR_TEMPO_ROLL;
  assert_refused (own, DOSE);
  own->exercise->tempo = SMR_TEMPO_STATIC;

  smr_test_own_set_avoid (own, "bad_weather", NULL);
  assert_refused (own, RULE_OUTS);
  smr_test_own_set_avoid (own, "knee_pain", NULL);
  own->exercise->easier = own->exercise->id;
  assert_refused (own, FORMS);
  own->exercise->easier = NULL;
  own->photo = g_bytes_new_static ("\xff\xd8\xff\xe1", 4);
  assert_refused (own, PHOTO);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  builtin = smr_catalogue_load_builtin ();

  g_test_add_func ("/own-exercise/incomplete is for nobody with a raised row", test_incomplete);
  g_test_add_func ("/own-exercise/the gate says what is missing", test_says_why);
  g_test_add_func ("/own-exercise/what rules it out counts", test_judged_as_built_in);
  g_test_add_func ("/own-exercise/earlier versions are judged by the newest as well", test_newest_counts);
  g_test_add_func ("/own-exercise/stands beside the built-in ones", test_merged);
  g_test_add_func ("/own-exercise/is offered, and not planned", test_offered);
  g_test_add_func ("/own-exercise/bad input names its field", test_validate);
  status = g_test_run ();
  smr_catalogue_unref (builtin);
  return status;
}
