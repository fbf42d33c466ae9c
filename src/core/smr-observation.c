#include "smr-observation.h"

static const char * const sides_names[] = {
  [SMR_OBSERVED_MIDLINE] = "none",
  [SMR_OBSERVED_ONE_SIDE] = "one",
  [SMR_OBSERVED_EACH_SIDE] = "each",
};

const char *
smr_observed_sides_to_string (SmrObservedSides sides)
{
  g_return_val_if_fail (sides < G_N_ELEMENTS (sides_names), "");

  return sides_names[sides];
}

gboolean
smr_observed_sides_from_string (const char *text, SmrObservedSides *sides)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (sides_names); i++)
    {
      if (g_str_equal (sides_names[i], text))
        {
          *sides = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
smr_views_from_string (const char *text, SmrViews *view)
{
  static const char * const names[] = { "front", "side", "back" };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], text))
        {
          *view = 1 << i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
smr_observation_takes_side (const SmrObservation *self, SmrSide side)
{
  switch (self->sides)
    {
    case SMR_OBSERVED_MIDLINE:
      return side == SMR_SIDE_MIDLINE;
    case SMR_OBSERVED_ONE_SIDE:
      return side == SMR_SIDE_LEFT || side == SMR_SIDE_RIGHT;
    case SMR_OBSERVED_EACH_SIDE:
      return side == SMR_SIDE_LEFT || side == SMR_SIDE_RIGHT || side == SMR_SIDE_BOTH;
    }
  g_return_val_if_reached (FALSE);
}

void
smr_observation_free (SmrObservation *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_clear_pointer (&self->note, smr_text_free);
  g_array_unref (self->muscles);
  g_free (self->source);
  g_free (self);
}

void
smr_assessment_part_free (SmrAssessmentPart *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_clear_pointer (&self->how, smr_text_free);
  g_ptr_array_unref (self->observations);
  g_free (self);
}

void
smr_movement_free (SmrMovement *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_free (self->source);
  g_free (self);
}

void
smr_joint_free (SmrJoint *self)
{
  g_clear_pointer (&self->name, smr_text_free);
  g_ptr_array_unref (self->movements);
  g_free (self);
}
