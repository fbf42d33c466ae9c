#include "smr-routine-diff.h"

/* An exercise stands once in a phase (rule R10). */
static const SmrItem *
find_exercise (const SmrRoutine *routine, const SmrItem *like)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      if (item->phase == like->phase && item->exercise == like->exercise)
        return item;
    }
  return NULL;
}

static SmrDiff *
diff_new (const SmrItem *before, const SmrItem *now)
{
  SmrDiff *self = g_new0 (SmrDiff, 1);

  self->before = before;
  self->now = now;
  if (before == NULL || now == NULL)
    {
      self->kind = now != NULL ? SMR_DIFF_NEW : SMR_DIFF_GONE;
      return self;
    }
  self->side = before->side != now->side;
  self->tool = before->tool != now->tool;
  self->dose = !smr_dose_equal (&before->dose, &now->dose);
  self->note = g_strcmp0 (before->note, now->note) != 0;
  self->kind = self->side || self->tool || self->dose || self->note ? SMR_DIFF_CHANGED : SMR_DIFF_SAME;
  return self;
}

/* What stood in @phase and does no more. */
static void
add_gone (GPtrArray *diffs, const SmrRoutine *before, const SmrRoutine *now, SmrPhase phase)
{
  for (guint i = 0; i < before->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (before->items, i);

      if (item->phase == phase && find_exercise (now, item) == NULL)
        g_ptr_array_add (diffs, diff_new (item, NULL));
    }
}

GPtrArray *
smr_routine_compare (const SmrRoutine *before, const SmrRoutine *now)
{
  GPtrArray *diffs = g_ptr_array_new_with_free_func (g_free);

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    {
      for (guint i = 0; i < now->items->len; i++)
        {
          const SmrItem *item = g_ptr_array_index (now->items, i);

          if (item->phase == phase)
            g_ptr_array_add (diffs, diff_new (find_exercise (before, item), item));
        }
      add_gone (diffs, before, now, phase);
    }
  return diffs;
}
