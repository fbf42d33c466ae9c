#include "smr-catalogue-reader.h"
#include "smr-dose.h"

static SmrCatalogue *catalogue;

static const SmrExercise *
find (const char *id)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, id);

  g_assert_nonnull (exercise);
  return exercise;
}

static void
assert_dose (const SmrDose *dose, const SmrDose *expected)
{
  g_assert_cmpint (dose->sets, ==, expected->sets);
  g_assert_cmpint (dose->reps, ==, expected->reps);
  g_assert_cmpint (dose->hold_seconds, ==, expected->hold_seconds);
  g_assert_cmpint (dose->search_seconds, ==, expected->search_seconds);
  g_assert_cmpint (dose->tempo, ==, expected->tempo);
  g_assert_cmpint (dose->rest_seconds, ==, expected->rest_seconds);
}

/* Section 3.3, column by column. */
static void
test_levels (void)
{
  static const struct
  {
    const char *exercise;
    SmrDose     doses[SMR_N_LEVELS];
  } cases[] = {
    { "smr_calf_roller",
      { { 1, 1, 30, 30, SMR_TEMPO_ROLL, 0 }, { 1, 2, 30, 30, SMR_TEMPO_ROLL, 0 }, { 1, 2, 45, 30, SMR_TEMPO_ROLL, 0 } } },
    { "str_gastrocnemius_wall",
      { { 1, 1, 30, 0, SMR_TEMPO_STATIC, 10 }, { 1, 2, 30, 0, SMR_TEMPO_STATIC, 10 }, { 1, 2, 30, 0, SMR_TEMPO_STATIC, 10 } } },
    { "act_gluteus_maximus_bridge",
      { { 1, 12, 2, 0, SMR_TEMPO_4_2_1, 30 }, { 2, 12, 2, 0, SMR_TEMPO_4_2_1, 30 }, { 2, 15, 2, 0, SMR_TEMPO_4_2_1, 30 } } },
    { "int_sit_to_stand",
      { { 1, 10, 0, 0, SMR_TEMPO_4_2_1, 30 }, { 1, 10, 0, 0, SMR_TEMPO_4_2_1, 30 }, { 1, 10, 0, 0, SMR_TEMPO_4_2_1, 30 } } },
    /* a dose that differs by nature is kept at every level */
    { "str_upper_trapezius_seated",
      { { 1, 3, 20, 0, SMR_TEMPO_STATIC, 10 }, { 1, 3, 20, 0, SMR_TEMPO_STATIC, 10 }, { 1, 3, 20, 0, SMR_TEMPO_STATIC, 10 } } },
    { "act_transverse_draw_in",
      { { 1, 10, 10, 0, SMR_TEMPO_HOLD, 30 }, { 1, 10, 10, 0, SMR_TEMPO_HOLD, 30 }, { 1, 10, 10, 0, SMR_TEMPO_HOLD, 30 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (SmrLevel level = SMR_LEVEL_BEGINNER; level < SMR_N_LEVELS; level++)
        {
          SmrDose dose;

          g_test_message ("%s, %s", cases[i].exercise, smr_level_to_string (level));
          smr_dose_for (&dose, catalogue, NULL, find (cases[i].exercise), level, SMR_SIDE_BOTH);
          assert_dose (&dose, &cases[i].doses[level]);
        }
    }
}

static void
test_contact (void)
{
  static const int contact[] = { 60, 90, 120 };

  for (SmrLevel level = SMR_LEVEL_BEGINNER; level < SMR_N_LEVELS; level++)
    {
      SmrDose dose;

      smr_dose_for (&dose, catalogue, NULL, find ("smr_quadriceps_roller"), level, SMR_SIDE_LEFT);
      g_assert_cmpint (smr_dose_get_total_seconds (&dose, SMR_PHASE_INHIBIT), ==, contact[level]);
    }
}

/* Every exercise at every level is given a dose that passes, and its least dose passes as well. */
static void
test_all_pass (void)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < exercises->len * SMR_N_LEVELS; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i / SMR_N_LEVELS);
      SmrLevel level = i % SMR_N_LEVELS;
      g_autoptr (SmrMessage) reason = NULL;
      g_autoptr (SmrMessage) least_reason = NULL;
      SmrDoseRange range;
      SmrDose dose;

      g_test_message ("%s, %s", exercise->id, smr_level_to_string (level));
      smr_dose_for (&dose, catalogue, NULL, exercise, level, SMR_SIDE_BOTH);
      reason = smr_dose_check (&dose, catalogue, NULL, exercise, level, SMR_SIDE_BOTH);
      g_assert_null (reason);
      smr_dose_get_range (&range, catalogue, NULL, exercise, level, SMR_SIDE_BOTH);
      least_reason = smr_dose_check (&range.least, catalogue, NULL, exercise, level, SMR_SIDE_BOTH);
      g_assert_null (least_reason);
    }
}

/* At each cap, and one beyond it. */
static void
test_check (void)
{
  static const struct
  {
    const char *exercise;
    SmrLevel    level;
    SmrDose     dose;
    const char *reason;
  } cases[] = {
    { "smr_calf_roller", SMR_LEVEL_BEGINNER, { 1, 1, 30, 30, SMR_TEMPO_ROLL, 0 }, NULL },
    { "smr_calf_roller", SMR_LEVEL_BEGINNER, { 1, 1, 31, 20, SMR_TEMPO_ROLL, 0 }, "a hold of 31 s, at most 30 s are allowed." },
    { "smr_calf_roller", SMR_LEVEL_BEGINNER, { 1, 1, 30, 31, SMR_TEMPO_ROLL, 0 }, "61 s of rolling on each side, at most 60 s are allowed." },
    { "smr_calf_roller", SMR_LEVEL_BEGINNER, { 1, 2, 20, 20, SMR_TEMPO_ROLL, 0 }, "tender spots: 2, at most 1 are allowed." },
    { "smr_calf_roller", SMR_LEVEL_INTERMEDIATE, { 1, 1, 45, 30, SMR_TEMPO_ROLL, 0 }, NULL },
    { "smr_calf_roller", SMR_LEVEL_INTERMEDIATE, { 1, 1, 46, 30, SMR_TEMPO_ROLL, 0 }, "a hold of 46 s, at most 45 s are allowed." },
    { "smr_calf_roller", SMR_LEVEL_ADVANCED, { 1, 1, 60, 60, SMR_TEMPO_ROLL, 0 }, NULL },
    { "smr_calf_roller", SMR_LEVEL_ADVANCED, { 1, 1, 61, 30, SMR_TEMPO_ROLL, 0 }, "a hold of 61 s, at most 60 s are allowed." },
    { "smr_calf_roller", SMR_LEVEL_ADVANCED, { 1, 2, 45, 31, SMR_TEMPO_ROLL, 0 }, "121 s of rolling on each side, at most 120 s are allowed." },
    { "smr_calf_roller", SMR_LEVEL_ADVANCED, { 2, 1, 20, 20, SMR_TEMPO_ROLL, 30 }, "sets: 2, at most 1 are allowed." },
    { "str_soleus_wall", SMR_LEVEL_BEGINNER, { 1, 2, 30, 0, SMR_TEMPO_STATIC, 10 }, NULL },
    { "str_soleus_wall", SMR_LEVEL_ADVANCED, { 1, 2, 31, 0, SMR_TEMPO_STATIC, 10 }, "62 s of stretching on each side, at most 60 s are allowed." },
    { "act_calf_heel_raise", SMR_LEVEL_BEGINNER, { 2, 15, 2, 0, SMR_TEMPO_4_2_1, 60 }, NULL },
    { "act_calf_heel_raise", SMR_LEVEL_ADVANCED, { 3, 15, 2, 0, SMR_TEMPO_4_2_1, 60 }, "sets: 3, at most 2 are allowed." },
    { "act_calf_heel_raise", SMR_LEVEL_ADVANCED, { 2, 16, 2, 0, SMR_TEMPO_4_2_1, 60 }, "repetitions: 16, at most 15 are allowed." },
    { "act_calf_heel_raise", SMR_LEVEL_ADVANCED, { 2, 15, 3, 0, SMR_TEMPO_4_2_1, 60 }, "a hold of 3 s, at most 2 s are allowed." },
    { "int_sit_to_stand", SMR_LEVEL_BEGINNER, { 3, 15, 0, 0, SMR_TEMPO_4_2_1, 60 }, NULL },
    { "int_sit_to_stand", SMR_LEVEL_BEGINNER, { 4, 15, 0, 0, SMR_TEMPO_4_2_1, 60 }, "sets: 4, at most 3 are allowed." },
    { "smr_calf_roller", SMR_LEVEL_BEGINNER, { 0, 1, 30, 30, SMR_TEMPO_ROLL, 0 }, "the dose holds a figure that no exercise can have." },
    { "smr_calf_roller", SMR_LEVEL_BEGINNER, { 1, 0, 30, 30, SMR_TEMPO_ROLL, 0 }, "the dose holds a figure that no exercise can have." },
    { "smr_calf_roller", SMR_LEVEL_BEGINNER, { 1, 1, 0, 30, SMR_TEMPO_ROLL, 0 }, "the dose holds a figure that no exercise can have." },
    { "smr_calf_roller", SMR_LEVEL_BEGINNER, { 1, 1, 30, -30, SMR_TEMPO_ROLL, 0 }, "the dose holds a figure that no exercise can have." },
    { "smr_calf_roller", SMR_LEVEL_BEGINNER, { 1, G_MAXINT, G_MAXINT, 30, SMR_TEMPO_ROLL, 0 }, "the dose holds a figure that no exercise can have." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrMessage) reason = smr_dose_check (&cases[i].dose, catalogue, NULL, find (cases[i].exercise), cases[i].level, SMR_SIDE_BOTH);
      g_autofree char *text = reason != NULL ? smr_message_format (reason, "en") : NULL;

      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i].reason);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();
  g_test_add_func ("/dose/each level has its own", test_levels);
  g_test_add_func ("/dose/contact is 60, 90 and 120 seconds", test_contact);
  g_test_add_func ("/dose/every exercise has one that passes", test_all_pass);
  g_test_add_func ("/dose/what is over a cap is refused", test_check);
  return g_test_run ();
}
