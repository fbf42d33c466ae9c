#include "smr-assessment.h"

static void
smr_hint_free (gpointer data)
{
  SmrHint *self = data;

  g_ptr_array_unref (self->observations);
  g_free (self);
}

static SmrHint *
ensure_hint (GPtrArray *hints, const SmrMuscle *muscle, SmrRole role)
{
  SmrHint *hint;

  for (guint i = 0; i < hints->len; i++)
    {
      hint = g_ptr_array_index (hints, i);
      if (hint->muscle == muscle && hint->role == role)
        return hint;
    }

  hint = g_new0 (SmrHint, 1);
  hint->muscle = muscle;
  hint->role = role;
  hint->consider = TRUE;
  hint->observations = g_ptr_array_new ();
  g_ptr_array_add (hints, hint);
  return hint;
}

/* What is seen without a side goes with both. */
static SmrSide
find_side (const SmrMuscle *muscle, SmrSide seen, gboolean other_side)
{
  if (!muscle->paired)
    return SMR_SIDE_MIDLINE;
  if (seen != SMR_SIDE_LEFT && seen != SMR_SIDE_RIGHT)
    return SMR_SIDE_BOTH;
  return other_side ? SMR_SIDE_BOTH & ~seen : seen;
}

static void
add_observation (SmrCatalogue *catalogue, GPtrArray *hints, const SmrObservation *observation, SmrSide seen)
{
  for (guint i = 0; i < observation->muscles->len; i++)
    {
      const SmrObservationMuscle *named = &g_array_index (observation->muscles, SmrObservationMuscle, i);
      const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, named->muscle);
      SmrHint *hint = ensure_hint (hints, muscle, named->role);

      hint->side |= find_side (muscle, seen, named->other_side);
      hint->consider = hint->consider && named->consider;
      if (!g_ptr_array_find (hint->observations, observation, NULL))
        g_ptr_array_add (hint->observations, (gpointer) observation);
    }
}

static int
compare_hints (gconstpointer a, gconstpointer b)
{
  const SmrHint *first = *(const SmrHint **) a;
  const SmrHint *second = *(const SmrHint **) b;

  if (first->role != second->role)
    return first->role == SMR_ROLE_OVERACTIVE ? -1 : 1;
  if (first->consider != second->consider)
    return first->consider ? 1 : -1;
  if (first->observations->len != second->observations->len)
    return first->observations->len > second->observations->len ? -1 : 1;
  return first->muscle->order - second->muscle->order;
}

GPtrArray *
smr_assessment_list_hints (SmrCatalogue *catalogue, const SmrAssessment *self)
{
  GPtrArray *parts = smr_catalogue_get_assessment_parts (catalogue);
  GPtrArray *hints = g_ptr_array_new_with_free_func (smr_hint_free);

  for (guint i = 0; i < parts->len; i++)
    {
      const SmrAssessmentPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; j < part->observations->len; j++)
        {
          const SmrObservation *observation = g_ptr_array_index (part->observations, j);
          SmrSide side = smr_assessment_get_side (self, observation->id);

          if (side != SMR_SIDE_NONE)
            add_observation (catalogue, hints, observation, side);
        }
    }
  g_ptr_array_sort (hints, compare_hints);
  return hints;
}
