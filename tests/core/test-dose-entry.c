#include "smr-catalogue-reader.h"
#include "smr-dose-entry.h"

static SmrCatalogue *catalogue;

typedef struct
{
  const char  *exercise;
  SmrLevel     level;
  SmrDoseField field;
  const char  *typed;
  int          value;          /* afterwards */
  const char  *refusal;        /* nullable: it is taken */
} Case;

static const Case cases[] = {
  /* taken */
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "20", 20, NULL },
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, " 25 ", 25, NULL },
  { "str_gastrocnemius_wall", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_REPS, "2", 2, NULL },
  { "act_gluteus_maximus_bridge", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_SETS, "2", 2, NULL },
  { "act_gluteus_maximus_bridge", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_REST, "0", 0, NULL },
  /* no number */
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "", 30, "A whole number is needed." },
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "long", 30, "A whole number is needed." },
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "20.5", 30, "A whole number is needed." },
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "2 0", 30, "A whole number is needed." },
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "-", 30, "A whole number is needed." },
  /* too little */
  { "act_gluteus_maximus_bridge", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_SETS, "0", 1, "At least 1." },
  { "act_gluteus_maximus_bridge", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_REPS, "-3", 12, "At least 1." },
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "4", 30, "At least 5 s." },
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "-30", 30, "At least 5 s." },
  { "act_gluteus_maximus_bridge", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_REST, "-1", 30, "At least 0 s." },
  /* too much, and who says so */
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "10000", 30, "At most 30 s: the most for a beginner." },
  { "smr_calf_roller", SMR_LEVEL_INTERMEDIATE, SMR_DOSE_FIELD_HOLD, "46", 30, "At most 45 s: the most at the intermediate level." },
  { "smr_calf_roller", SMR_LEVEL_ADVANCED, SMR_DOSE_FIELD_HOLD, "61", 45, "At most 60 s: the most for anybody in one session." },
  { "smr_calf_roller", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "99999999999999999999", 30, "At most 30 s: the most for a beginner." },
  { "str_gastrocnemius_wall", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "61", 30, "At most 60 s: the most for anybody in one session." },
  { "act_gluteus_maximus_bridge", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_SETS, "3", 1, "At most 2: the most for anybody in one session." },
  { "act_transverse_draw_in", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "11", 10, "At most 10 s: the exercise itself asks for no more." },
  /* each figure may be had, but not together */
  { "str_upper_trapezius_seated", SMR_LEVEL_BEGINNER, SMR_DOSE_FIELD_HOLD, "30", 20, "That makes 90 s of stretching on each side, at most 60 s: the most for anybody in one session." },
};

static void
test_entering (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, cases[i].exercise);
      g_autoptr (SmrMessage) refusal = NULL;
      g_autofree char *text = NULL;
      SmrDose dose;

      g_test_message ("%s: \"%s\"", cases[i].exercise, cases[i].typed);
      smr_dose_for (&dose, catalogue, NULL, exercise, cases[i].level, SMR_SIDE_BOTH);
      refusal = smr_dose_enter (&dose, cases[i].field, cases[i].typed, catalogue, NULL, exercise, cases[i].level, SMR_SIDE_BOTH);
      text = refusal != NULL ? smr_message_format (refusal, "en") : NULL;
      g_assert_cmpstr (text, ==, cases[i].refusal);
      g_assert_cmpint (smr_dose_get_field (&dose, cases[i].field), ==, cases[i].value);
    }
}

/* Whatever is typed or turned, what is taken passes the judgement of doses. */
static void
test_taken_passes (void)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < 20000; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, g_test_rand_int_range (0, exercises->len));
      SmrLevel level = g_test_rand_int_range (0, SMR_N_LEVELS);
      g_autofree char *typed = g_strdup_printf ("%d", g_test_rand_int_range (-5, 150));
      g_autoptr (SmrMessage) refusal = NULL;
      g_autoptr (SmrMessage) judged = NULL;
      SmrDoseField field;
      SmrDose dose;

      smr_dose_for (&dose, catalogue, NULL, exercise, level, SMR_SIDE_BOTH);
      do
        field = g_test_rand_int_range (0, SMR_N_DOSE_FIELDS);
      while (!smr_exercise_has_dose_field (exercise, field));
      if (g_test_rand_bit ())
        refusal = smr_dose_enter (&dose, field, typed, catalogue, NULL, exercise, level, SMR_SIDE_BOTH);
      else
        smr_dose_step (&dose, field, g_test_rand_int_range (-3, 4), catalogue, NULL, exercise, level, SMR_SIDE_BOTH);
      judged = smr_dose_check (&dose, catalogue, NULL, exercise, level, SMR_SIDE_BOTH);
      g_assert_null (judged);
    }
}

static void
test_steps (void)
{
  const SmrExercise *roll = smr_catalogue_find_exercise (catalogue, "smr_calf_roller");
  SmrDose dose;

  smr_dose_for (&dose, catalogue, NULL, roll, SMR_LEVEL_INTERMEDIATE, SMR_SIDE_BOTH);
  g_assert_cmpint (dose.hold_seconds, ==, 30);
  g_assert_true (smr_dose_step (&dose, SMR_DOSE_FIELD_HOLD, -1, catalogue, NULL, roll, SMR_LEVEL_INTERMEDIATE, SMR_SIDE_BOTH));
  g_assert_cmpint (dose.hold_seconds, ==, 25);
  g_assert_true (smr_dose_step (&dose, SMR_DOSE_FIELD_HOLD, -9, catalogue, NULL, roll, SMR_LEVEL_INTERMEDIATE, SMR_SIDE_BOTH));
  g_assert_cmpint (dose.hold_seconds, ==, 5);
  g_assert_false (smr_dose_step (&dose, SMR_DOSE_FIELD_HOLD, -1, catalogue, NULL, roll, SMR_LEVEL_INTERMEDIATE, SMR_SIDE_BOTH));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/dose-entry/what-is-typed-is-taken-or-refused-with-its-reason", test_entering);
  g_test_add_func ("/dose-entry/what-is-taken-passes", test_taken_passes);
  g_test_add_func ("/dose-entry/steps-stay-within-the-limits", test_steps);

  status = g_test_run ();
  smr_catalogue_unref (catalogue);
  return status;
}
