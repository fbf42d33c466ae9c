#include "smr-assessment.h"

static void
add_difference (GArray *differences, SmrSeenChange change, const SmrObservation *observation, SmrSide side)
{
  SmrSeenDifference difference = { change, observation, side };

  if (side != SMR_SIDE_NONE)
    g_array_append_val (differences, difference);
}

GArray *
smr_assessment_compare (SmrCatalogue *catalogue, const SmrAssessment *before, const SmrAssessment *now)
{
  GPtrArray *parts = smr_catalogue_get_assessment_parts (catalogue);
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (SmrSeenDifference));

  for (guint i = 0; i < parts->len; i++)
    {
      const SmrAssessmentPart *part = g_ptr_array_index (parts, i);
      gboolean looked_before = smr_assessment_has_part (before, part->id);
      gboolean looked_now = smr_assessment_has_part (now, part->id);

      for (guint j = 0; j < part->observations->len; j++)
        {
          const SmrObservation *observation = g_ptr_array_index (part->observations, j);
          SmrSide old = smr_assessment_get_side (before, observation->id);
          SmrSide new = smr_assessment_get_side (now, observation->id);

          add_difference (differences, looked_before ? SMR_SEEN_NEW : SMR_SEEN_FIRST, observation, new & ~old);
          add_difference (differences, SMR_SEEN_STILL, observation, new & old);
          add_difference (differences, looked_now ? SMR_SEEN_GONE : SMR_SEEN_NOT_LOOKED_AT, observation, old & ~new);
        }
    }
  return differences;
}
