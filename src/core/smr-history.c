#include "smr-history.h"

typedef struct
{
  SmrRoutine *routine;
  char       *label;           /* nullable: of the first step, which nobody did */
} Step;

struct _SmrHistory
{
  GPtrArray *steps;            /* (element-type Step) */
  guint      current;
};

static Step *
step_new (SmrRoutine *routine, const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->routine = smr_routine_ref (routine);
  step->label = g_strdup (label);
  return step;
}

static void
step_free (Step *step)
{
  smr_routine_unref (step->routine);
  g_free (step->label);
  g_free (step);
}

static Step *
get_step (SmrHistory *self, guint index)
{
  return g_ptr_array_index (self->steps, index);
}

SmrHistory *
smr_history_new (SmrRoutine *routine)
{
  SmrHistory *self = g_new0 (SmrHistory, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  g_ptr_array_add (self->steps, step_new (routine, NULL));
  return self;
}

void
smr_history_free (SmrHistory *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

SmrRoutine *
smr_history_get_current (SmrHistory *self)
{
  return get_step (self, self->current)->routine;
}

void
smr_history_push (SmrHistory *self, SmrRoutine *routine, const char *label, gboolean join)
{
  g_return_if_fail (label != NULL);

  if (smr_routine_equal (routine, smr_history_get_current (self)))
    return;

  g_ptr_array_set_size (self->steps, self->current + 1);
  if (join && g_strcmp0 (get_step (self, self->current)->label, label) == 0)
    {
      Step *step = get_step (self, self->current);

      smr_routine_unref (step->routine);
      step->routine = smr_routine_ref (routine);
      return;
    }
  g_ptr_array_add (self->steps, step_new (routine, label));
  self->current++;
}

const char *
smr_history_get_undo_label (SmrHistory *self)
{
  return get_step (self, self->current)->label;
}

const char *
smr_history_get_redo_label (SmrHistory *self)
{
  return self->current + 1 < self->steps->len ? get_step (self, self->current + 1)->label : NULL;
}

gboolean
smr_history_undo (SmrHistory *self)
{
  if (self->current == 0)
    return FALSE;
  self->current--;
  return TRUE;
}

gboolean
smr_history_redo (SmrHistory *self)
{
  if (self->current + 1 == self->steps->len)
    return FALSE;
  self->current++;
  return TRUE;
}
