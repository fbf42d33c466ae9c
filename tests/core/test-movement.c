#include "screening-support.h"
#include "smr-planner.h"

/* "Movement and comfort": rows that only rule out the exercises that list them, where they can on one side of the body. */

static SmrCatalogue *catalogue;

static void
test_movement_rows (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) asked = NULL;
  g_autoptr (SmrScreening) not_asked = smr_screening_new (catalogue, record, day (TODAY));

  g_assert_null (smr_screening_get_restriction (not_asked, "shoulder_impingement"));
  answer (record, "shoulder_impingement", SMR_REPLY_YES);
  answer (record, "knee_pain", SMR_REPLY_NOT_SURE);
  answer (record, "wrist_pain", SMR_REPLY_NO);
  asked = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_nonnull (smr_screening_get_restriction (asked, "shoulder_impingement"));
  g_assert_nonnull (smr_screening_get_restriction (asked, "knee_pain"));
  g_assert_null (smr_screening_get_restriction (asked, "wrist_pain"));
  assert_phases (catalogue, record, TODAY, "allowed allowed allowed");
}

/* Which sides of an exercise a row of movement rules out, and where nothing else is known, both. */
static void
test_movement_sides (void)
{
  static const struct
  {
    const char *row;
    SmrReply    reply;
    const char *site;           /* nullable */
    SmrSide     side;
    const char *exercise;
    SmrSide     out;            /* the sides on which it cannot be done alone; BOTH: nor together */
  } cases[] = {
    { "shoulder_impingement", SMR_REPLY_YES, "shoulder_chest", SMR_SIDE_RIGHT, "str_rotator_cuff_cross_body", SMR_SIDE_RIGHT },
    { "shoulder_impingement", SMR_REPLY_YES, "shoulder_chest", SMR_SIDE_LEFT, "str_rotator_cuff_cross_body", SMR_SIDE_LEFT },
    { "shoulder_impingement", SMR_REPLY_YES, "shoulder_chest", SMR_SIDE_BOTH, "str_rotator_cuff_cross_body", SMR_SIDE_BOTH },
    { "shoulder_impingement", SMR_REPLY_YES, "shoulder_chest", SMR_SIDE_NONE, "str_rotator_cuff_cross_body", SMR_SIDE_BOTH },
    { "shoulder_impingement", SMR_REPLY_YES, NULL, SMR_SIDE_NONE, "str_rotator_cuff_cross_body", SMR_SIDE_BOTH },
    { "shoulder_impingement", SMR_REPLY_NOT_SURE, "shoulder_chest", SMR_SIDE_RIGHT, "str_rotator_cuff_cross_body", SMR_SIDE_BOTH },
    { "shoulder_impingement", SMR_REPLY_NO, "shoulder_chest", SMR_SIDE_RIGHT, "str_rotator_cuff_cross_body", SMR_SIDE_NONE },
    /* Propped on the forearm of the side rolled, and on both forearms. */
    { "shoulder_impingement", SMR_REPLY_YES, "shoulder_chest", SMR_SIDE_RIGHT, "smr_tfl_roller", SMR_SIDE_RIGHT },
    { "shoulder_impingement", SMR_REPLY_YES, "shoulder_chest", SMR_SIDE_RIGHT, "smr_quadriceps_roller", SMR_SIDE_BOTH },
    /* Hands behind the back carry the body; the stick takes both hands. */
    { "wrist_pain", SMR_REPLY_YES, "arm_hand", SMR_SIDE_LEFT, "smr_calf_roller", SMR_SIDE_BOTH },
    { "wrist_pain", SMR_REPLY_YES, "arm_hand", SMR_SIDE_LEFT, "smr_calf_stick", SMR_SIDE_BOTH },
    { "wrist_pain", SMR_REPLY_YES, "arm_hand", SMR_SIDE_LEFT, "str_forearm_flexors_standing", SMR_SIDE_LEFT },
    /* The other knee bends as well. */
    { "knee_pain", SMR_REPLY_YES, "knee", SMR_SIDE_LEFT, "int_split_squat", SMR_SIDE_BOTH },
    { "knee_pain", SMR_REPLY_YES, "knee", SMR_SIDE_LEFT, "str_quadriceps_side_lying", SMR_SIDE_LEFT },
    { "hamstring_strain", SMR_REPLY_YES, "thigh", SMR_SIDE_RIGHT, "str_hamstrings_chair", SMR_SIDE_RIGHT },
    /* A row that has no sides. */
    { "kneeling_intolerance", SMR_REPLY_YES, "knee", SMR_SIDE_RIGHT, "smr_tibialis_anterior_roller", SMR_SIDE_BOTH },
  };
  const SmrPlanRequest request = { .level = SMR_LEVEL_INTERMEDIATE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      g_autoptr (SmrScreening) screening = NULL;
      SmrAnswer *made = answer (record, cases[i].row, cases[i].reply);

      if (cases[i].site != NULL)
        smr_answer_add_place (made, cases[i].site, cases[i].side);
      screening = smr_screening_new (catalogue, record, day (TODAY));
      for (SmrSide side = SMR_SIDE_LEFT; side <= SMR_SIDE_BOTH; side++)
        {
          const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, cases[i].exercise);
          g_autoptr (SmrMessage) reason = smr_exercise_check (catalogue, screening, exercise, side, &request, NULL);

          g_test_message ("%s, side %d: %s %d", cases[i].row, cases[i].side, cases[i].exercise, side);
          g_assert_cmpint (reason != NULL, ==, (cases[i].out & side) != 0);
        }
    }
}

/* The planner keeps the exercise for the side that it suits. */
static void
test_movement_side_is_planned (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (SmrPick));
  const SmrPick pick = { g_intern_string ("rotator_cuff"), SMR_SIDE_LEFT };
  SmrPlanRequest request = { .overactive = picks, .level = SMR_LEVEL_INTERMEDIATE };
  const SmrSide sore[] = { SMR_SIDE_RIGHT, SMR_SIDE_LEFT };
  const gboolean planned[] = { TRUE, FALSE };

  g_array_append_val (picks, pick);
  for (guint i = 0; i < G_N_ELEMENTS (sore); i++)
    {
      g_autoptr (SmrScreening) screening = NULL;
      g_autoptr (SmrPlan) plan = NULL;
      gboolean found = FALSE;

      smr_answer_add_place (answer (record, "shoulder_impingement", SMR_REPLY_YES), "shoulder_chest", sore[i]);
      screening = smr_screening_new (catalogue, record, day (TODAY));
      plan = smr_plan_new (catalogue, screening, &request);
      for (guint j = 0; j < plan->routine->items->len; j++)
        {
          const SmrItem *item = g_ptr_array_index (plan->routine->items, j);

          if (!g_str_equal (item->exercise, "str_rotator_cuff_cross_body"))
            continue;
          found = TRUE;
          g_assert_cmpint (item->side, ==, SMR_ITEM_SIDE_LEFT);
        }
      g_assert_cmpint (found, ==, planned[i]);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/movement/rows", test_movement_rows);
  g_test_add_func ("/movement/sides", test_movement_sides);
  g_test_add_func ("/movement/side-is-planned", test_movement_side_is_planned);

  result = g_test_run ();
  smr_catalogue_unref (catalogue);
  return result;
}
