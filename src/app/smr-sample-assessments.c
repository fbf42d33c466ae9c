#include "config.h"

#include "smr-sample-assessments.h"

static SmrAssessment *
add_assessment (SmrRecord *record, SmrDate date)
{
  SmrAssessment *assessment = smr_assessment_new (date);

  g_set_str (&assessment->trainer, record->client->trainer);
  smr_assessment_add_part (assessment, "posture");
  smr_assessment_add_part (assessment, "overhead_squat");
  g_ptr_array_add (record->assessments, assessment);
  return assessment;
}

static void
set_ranges (SmrAssessment *assessment, const char *movement, int left, int right)
{
  smr_assessment_set_range (assessment, movement, SMR_SIDE_LEFT, left);
  smr_assessment_set_range (assessment, movement, SMR_SIDE_RIGHT, right);
}

void
smr_sample_add_assessments (SmrRecord *record, SmrDate today)
{
  SmrAssessment *first = add_assessment (record, smr_date_add_days (today, -42));
  SmrAssessment *second = add_assessment (record, smr_date_add_days (today, -4));

  smr_assessment_set_side (first, "static_shoulders_rounded", SMR_SIDE_BOTH);
  smr_assessment_set_side (first, "static_head_forward", SMR_SIDE_MIDLINE);
  smr_assessment_set_side (first, "ohs_heels_rise", SMR_SIDE_BOTH);
  smr_assessment_set_side (first, "ohs_knees_in", SMR_SIDE_LEFT);
  set_ranges (first, "ankle_dorsiflexion", 28, 31);
  set_ranges (first, "shoulder_flexion", 160, 168);
  g_set_str (&first->note, "After a long day at the desk.");

  smr_assessment_set_side (second, "static_shoulders_rounded", SMR_SIDE_BOTH);
  smr_assessment_set_side (second, "ohs_heels_rise", SMR_SIDE_LEFT);
  smr_assessment_set_side (second, "ohs_arms_fall_forward", SMR_SIDE_BOTH);
  set_ranges (second, "ankle_dorsiflexion", 34, 36);
  set_ranges (second, "shoulder_flexion", 166, 170);
}
