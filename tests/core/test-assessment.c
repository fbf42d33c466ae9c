#include "screening-support.h"

/* What often goes with what was seen, and what has changed since it was last looked for. */

static SmrCatalogue *catalogue;

/* "overactive gastrocnemius left: ohs_heels_rise" a line; a "?" stands behind what is only to be considered. */
static char *
describe_hints (const SmrAssessment *assessment)
{
  g_autoptr (GPtrArray) hints = smr_assessment_list_hints (catalogue, assessment);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hints->len; i++)
    {
      const SmrHint *hint = g_ptr_array_index (hints, i);

      g_string_append_printf (text, "%s %s %s%s:", smr_role_to_string (hint->role), hint->muscle->id, smr_side_to_string (hint->side),
                              hint->consider ? "?" : "");
      for (guint j = 0; j < hint->observations->len; j++)
        g_string_append_printf (text, " %s", ((const SmrObservation *) g_ptr_array_index (hint->observations, j))->id);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* "new ohs_knees_in left" a line. */
static char *
describe_changes (const SmrAssessment *before, const SmrAssessment *now)
{
  static const char * const names[] = { "new", "still", "gone", "not looked at", "first" };
  g_autoptr (GArray) changes = smr_assessment_compare (catalogue, before, now);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const SmrSeenDifference *change = &g_array_index (changes, SmrSeenDifference, i);

      g_string_append_printf (text, "%s %s %s\n", names[change->change], change->observation->id, smr_side_to_string (change->side));
    }
  return g_string_free (text, FALSE);
}

static SmrAssessment *
look_at (const char *part)
{
  SmrAssessment *assessment = smr_assessment_new (day ("2026-03-02"));

  smr_assessment_add_part (assessment, part);
  return assessment;
}

static void
test_nothing_seen (void)
{
  g_autoptr (SmrAssessment) assessment = look_at ("posture");
  g_autofree char *hints = describe_hints (assessment);

  g_assert_cmpstr (hints, ==, "");
  g_assert_false (smr_assessment_is_empty (assessment));
}

static void
test_sides (void)
{
  g_autoptr (SmrAssessment) assessment = look_at ("overhead_squat");
  g_autofree char *hints = NULL;

  smr_assessment_set_side (assessment, "ohs_heels_rise", SMR_SIDE_LEFT);
  hints = describe_hints (assessment);
  g_assert_cmpstr (hints, ==,
                   "overactive gastrocnemius left: ohs_heels_rise\n"
                   "overactive soleus left: ohs_heels_rise\n"
                   "overactive quadriceps left?: ohs_heels_rise\n"
                   "underactive tibialis_anterior left: ohs_heels_rise\n"
                   "underactive gluteus_maximus left?: ohs_heels_rise\n");
}

/* The hips shift to the right: what is tight on the other side is on the left. */
static void
test_other_side (void)
{
  g_autoptr (SmrAssessment) assessment = look_at ("overhead_squat");
  g_autofree char *hints = NULL;

  smr_assessment_set_side (assessment, "ohs_weight_shift", SMR_SIDE_RIGHT);
  hints = describe_hints (assessment);
  g_assert_nonnull (strstr (hints, "overactive adductors right: "));
  g_assert_nonnull (strstr (hints, "overactive gastrocnemius left: "));
  g_assert_nonnull (strstr (hints, "overactive gluteus_medius left: "));
  g_assert_nonnull (strstr (hints, "overactive hip_flexors right?: "));
  g_assert_nonnull (strstr (hints, "underactive gluteus_medius right: "));
  g_assert_nonnull (strstr (hints, "underactive adductors left: "));
}

static void
test_midline (void)
{
  g_autoptr (SmrAssessment) assessment = look_at ("single_leg_squat");
  g_autofree char *hints = NULL;

  smr_assessment_set_side (assessment, "sls_trunk_turns_out", SMR_SIDE_LEFT);
  smr_assessment_add_part (assessment, "posture");
  smr_assessment_set_side (assessment, "static_head_forward", SMR_SIDE_MIDLINE);
  hints = describe_hints (assessment);
  g_assert_nonnull (strstr (hints, "overactive abdominals midline: "));
  g_assert_nonnull (strstr (hints, "overactive piriformis left: "));
  g_assert_nonnull (strstr (hints, "overactive upper_trapezius both: "));
  g_assert_nonnull (strstr (hints, "underactive deep_neck_flexors midline: "));
}

/* What two signs name stands first, with both sides; what one of them names for certain is not only to be considered. */
static void
test_signs_together (void)
{
  g_autoptr (SmrAssessment) assessment = look_at ("overhead_squat");
  g_autofree char *hints = NULL;

  smr_assessment_set_side (assessment, "ohs_heels_rise", SMR_SIDE_LEFT);
  smr_assessment_set_side (assessment, "ohs_knees_in", SMR_SIDE_RIGHT);
  hints = describe_hints (assessment);
  g_assert_true (g_str_has_prefix (hints, "overactive gastrocnemius both: ohs_heels_rise ohs_knees_in\n"));
  g_assert_nonnull (strstr (hints, "underactive gluteus_maximus both: ohs_heels_rise ohs_knees_in\n"));
}

static void
test_compare (void)
{
  g_autoptr (SmrAssessment) before = look_at ("overhead_squat");
  g_autoptr (SmrAssessment) now = look_at ("overhead_squat");
  g_autofree char *changes = NULL;

  smr_assessment_set_side (before, "ohs_heels_rise", SMR_SIDE_LEFT);
  smr_assessment_set_side (before, "ohs_knees_in", SMR_SIDE_BOTH);
  smr_assessment_set_side (before, "ohs_forward_lean", SMR_SIDE_MIDLINE);
  smr_assessment_set_side (now, "ohs_heels_rise", SMR_SIDE_BOTH);
  smr_assessment_set_side (now, "ohs_knees_in", SMR_SIDE_RIGHT);
  changes = describe_changes (before, now);
  g_assert_cmpstr (changes, ==,
                   "new ohs_heels_rise right\n"
                   "still ohs_heels_rise left\n"
                   "still ohs_knees_in right\n"
                   "gone ohs_knees_in left\n"
                   "gone ohs_forward_lean midline\n");
}

/* What nobody looked for is neither gone nor new. */
static void
test_compare_other_parts (void)
{
  g_autoptr (SmrAssessment) before = look_at ("overhead_squat");
  g_autoptr (SmrAssessment) now = look_at ("posture");
  g_autofree char *changes = NULL;

  smr_assessment_set_side (before, "ohs_heels_rise", SMR_SIDE_LEFT);
  smr_assessment_set_side (now, "static_head_forward", SMR_SIDE_MIDLINE);
  changes = describe_changes (before, now);
  g_assert_cmpstr (changes, ==,
                   "first static_head_forward midline\n"
                   "not looked at ohs_heels_rise left\n");
}

static void
test_values (void)
{
  g_autoptr (SmrAssessment) assessment = smr_assessment_new (day ("2026-03-02"));
  g_autoptr (SmrAssessment) copy = NULL;

  g_assert_true (smr_assessment_is_empty (assessment));
  smr_assessment_set_range (assessment, "hip_flexion", SMR_SIDE_LEFT, 100);
  smr_assessment_set_range (assessment, "hip_flexion", SMR_SIDE_RIGHT, 0);
  smr_assessment_set_range (assessment, "hip_flexion", SMR_SIDE_LEFT, 105);
  copy = smr_assessment_copy (assessment);
  smr_assessment_set_range (assessment, "hip_flexion", SMR_SIDE_LEFT, SMR_RANGE_NOT_MEASURED);
  g_assert_cmpint (smr_assessment_get_range (assessment, "hip_flexion", SMR_SIDE_LEFT), ==, SMR_RANGE_NOT_MEASURED);
  g_assert_cmpint (smr_assessment_get_range (assessment, "hip_flexion", SMR_SIDE_RIGHT), ==, 0);
  g_assert_cmpint (smr_assessment_get_range (copy, "hip_flexion", SMR_SIDE_LEFT), ==, 105);

  smr_assessment_set_side (assessment, "ohs_heels_rise", SMR_SIDE_LEFT);
  smr_assessment_set_side (assessment, "ohs_heels_rise", SMR_SIDE_BOTH);
  g_assert_cmpint (smr_assessment_get_side (assessment, "ohs_heels_rise"), ==, SMR_SIDE_BOTH);
  g_assert_cmpuint (assessment->seen->len, ==, 1);
  smr_assessment_set_side (assessment, "ohs_heels_rise", SMR_SIDE_NONE);
  g_assert_cmpuint (assessment->seen->len, ==, 0);
}

static void
test_sides_of_signs (void)
{
  const SmrObservation *shift = smr_catalogue_find_observation (catalogue, "ohs_weight_shift");
  const SmrObservation *knee = smr_catalogue_find_observation (catalogue, "ohs_knees_in");
  const SmrObservation *head = smr_catalogue_find_observation (catalogue, "static_head_forward");

  g_assert_true (smr_observation_takes_side (shift, SMR_SIDE_LEFT));
  g_assert_false (smr_observation_takes_side (shift, SMR_SIDE_BOTH));
  g_assert_true (smr_observation_takes_side (knee, SMR_SIDE_BOTH));
  g_assert_false (smr_observation_takes_side (knee, SMR_SIDE_MIDLINE));
  g_assert_true (smr_observation_takes_side (head, SMR_SIDE_MIDLINE));
  g_assert_false (smr_observation_takes_side (head, SMR_SIDE_LEFT));
}

/* A guess does not weigh: the same client is screened the same, whatever was seen. */
static void
test_screening_ignores_it (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  GPtrArray *parts = smr_catalogue_get_assessment_parts (catalogue);
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  g_autoptr (SmrScreening) before = smr_screening_new (catalogue, record, day (TODAY));
  g_autoptr (SmrScreening) after = NULL;
  SmrAssessment *assessment = smr_assessment_new (day (TODAY));

  g_ptr_array_add (record->assessments, assessment);
  for (guint i = 0; i < parts->len; i++)
    {
      const SmrAssessmentPart *part = g_ptr_array_index (parts, i);

      smr_assessment_add_part (assessment, part->id);
      for (guint j = 0; j < part->observations->len; j++)
        smr_assessment_set_side (assessment, ((const SmrObservation *) g_ptr_array_index (part->observations, j))->id, SMR_SIDE_LEFT);
    }
  after = smr_screening_new (catalogue, record, day (TODAY));
  for (guint i = 0; i < muscles->len; i++)
    for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
      g_assert_cmpint (smr_screening_get_muscle (after, phase, g_ptr_array_index (muscles, i), SMR_SIDE_LEFT), ==,
                       smr_screening_get_muscle (before, phase, g_ptr_array_index (muscles, i), SMR_SIDE_LEFT));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/assessment/nothing seen, nothing named", test_nothing_seen);
  g_test_add_func ("/assessment/what goes with a sign is on its side", test_sides);
  g_test_add_func ("/assessment/or on the other side", test_other_side);
  g_test_add_func ("/assessment/or has no side", test_midline);
  g_test_add_func ("/assessment/signs that name the same muscle count together", test_signs_together);
  g_test_add_func ("/assessment/changes are told for each side", test_compare);
  g_test_add_func ("/assessment/what was not looked at has not changed", test_compare_other_parts);
  g_test_add_func ("/assessment/a value holds each thing once", test_values);
  g_test_add_func ("/assessment/signs know their sides", test_sides_of_signs);
  g_test_add_func ("/assessment/the screening does not know of it", test_screening_ignores_it);

  status = g_test_run ();
  smr_catalogue_unref (catalogue);
  return status;
}
