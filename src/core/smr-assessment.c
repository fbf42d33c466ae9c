#include "smr-assessment.h"

SmrAssessment *
smr_assessment_new (SmrDate date)
{
  SmrAssessment *self = g_new0 (SmrAssessment, 1);

  self->date = date;
  self->trainer = g_strdup ("");
  self->parts = g_ptr_array_new ();
  self->seen = g_array_new (FALSE, FALSE, sizeof (SmrSeen));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (SmrRange));
  self->note = g_strdup ("");
  return self;
}

SmrAssessment *
smr_assessment_copy (const SmrAssessment *self)
{
  SmrAssessment *copy = g_memdup2 (self, sizeof *self);

  copy->trainer = g_strdup (self->trainer);
  copy->parts = g_ptr_array_copy (self->parts, NULL, NULL);
  copy->seen = g_array_copy (self->seen);
  copy->ranges = g_array_copy (self->ranges);
  copy->note = g_strdup (self->note);
  return copy;
}

void
smr_assessment_free (SmrAssessment *self)
{
  g_free (self->trainer);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->seen);
  g_array_unref (self->ranges);
  g_free (self->note);
  g_free (self);
}

gboolean
smr_assessment_has_part (const SmrAssessment *self, const char *part)
{
  return g_ptr_array_find (self->parts, g_intern_string (part), NULL);
}

void
smr_assessment_add_part (SmrAssessment *self, const char *part)
{
  if (!smr_assessment_has_part (self, part))
    g_ptr_array_add (self->parts, (gpointer) g_intern_string (part));
}

SmrSide
smr_assessment_get_side (const SmrAssessment *self, const char *observation)
{
  for (guint i = 0; i < self->seen->len; i++)
    {
      const SmrSeen *seen = &g_array_index (self->seen, SmrSeen, i);

      if (g_str_equal (seen->observation, observation))
        return seen->side;
    }
  return SMR_SIDE_NONE;
}

void
smr_assessment_set_side (SmrAssessment *self, const char *observation, SmrSide side)
{
  SmrSeen seen = { g_intern_string (observation), side };

  for (guint i = 0; i < self->seen->len; i++)
    {
      SmrSeen *old = &g_array_index (self->seen, SmrSeen, i);

      if (old->observation != seen.observation)
        continue;
      if (side != SMR_SIDE_NONE)
        old->side = side;
      else
        g_array_remove_index (self->seen, i);
      return;
    }
  if (side != SMR_SIDE_NONE)
    g_array_append_val (self->seen, seen);
}

int
smr_assessment_get_range (const SmrAssessment *self, const char *movement, SmrSide side)
{
  for (guint i = 0; i < self->ranges->len; i++)
    {
      const SmrRange *range = &g_array_index (self->ranges, SmrRange, i);

      if (range->side == side && g_str_equal (range->movement, movement))
        return range->degrees;
    }
  return SMR_RANGE_NOT_MEASURED;
}

void
smr_assessment_set_range (SmrAssessment *self, const char *movement, SmrSide side, int degrees)
{
  SmrRange range = { g_intern_string (movement), side, degrees };

  for (guint i = 0; i < self->ranges->len; i++)
    {
      SmrRange *old = &g_array_index (self->ranges, SmrRange, i);

      if (old->movement != range.movement || old->side != side)
        continue;
      if (degrees != SMR_RANGE_NOT_MEASURED)
        old->degrees = degrees;
      else
        g_array_remove_index (self->ranges, i);
      return;
    }
  if (degrees != SMR_RANGE_NOT_MEASURED)
    g_array_append_val (self->ranges, range);
}

gboolean
smr_assessment_is_empty (const SmrAssessment *self)
{
  return self->parts->len == 0 && self->seen->len == 0 && self->ranges->len == 0 && *self->note == '\0';
}
