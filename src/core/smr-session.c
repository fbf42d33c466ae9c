#include "smr-session.h"

static const char * const done_names[] = {
  [SMR_DONE_AS_PLANNED] = "done",
  [SMR_DONE_CHANGED] = "changed",
  [SMR_DONE_LEFT_OUT] = "left_out",
};

const char *
smr_done_to_string (SmrDone done)
{
  g_return_val_if_fail (done < G_N_ELEMENTS (done_names), "");

  return done_names[done];
}

gboolean
smr_done_from_string (const char *text, SmrDone *done)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (done_names); i++)
    {
      if (g_str_equal (done_names[i], text))
        {
          *done = i;
          return TRUE;
        }
    }
  return FALSE;
}

SmrSessionItem *
smr_session_item_new (const char *exercise, SmrItemSide side, SmrDone done, const char *note)
{
  SmrSessionItem *self = g_new0 (SmrSessionItem, 1);

  self->exercise = g_intern_string (exercise);
  self->side = side;
  self->done = done;
  self->note = g_strdup (note);
  return self;
}

static void
smr_session_item_free (gpointer data)
{
  SmrSessionItem *self = data;

  g_free (self->note);
  g_free (self);
}

SmrSession *
smr_session_new (SmrDate date)
{
  SmrSession *self = g_new0 (SmrSession, 1);

  self->date = date;
  self->setting = SMR_SETTING_NOT_NOTED;
  self->pain_before = -1;
  self->pain_after = -1;
  self->note = g_strdup ("");
  self->title = g_strdup ("");
  self->items = g_ptr_array_new_with_free_func (smr_session_item_free);
  return self;
}

SmrSession *
smr_session_copy (const SmrSession *self)
{
  SmrSession *copy = g_memdup2 (self, sizeof *self);

  copy->note = g_strdup (self->note);
  copy->title = g_strdup (self->title);
  copy->items = g_ptr_array_new_with_free_func (smr_session_item_free);
  for (guint i = 0; i < self->items->len; i++)
    {
      const SmrSessionItem *item = g_ptr_array_index (self->items, i);

      g_ptr_array_add (copy->items, smr_session_item_new (item->exercise, item->side, item->done, item->note));
    }
  return copy;
}

void
smr_session_free (SmrSession *self)
{
  g_free (self->note);
  g_free (self->title);
  g_ptr_array_unref (self->items);
  g_free (self);
}

guint
smr_session_count_items (const SmrSession *self, SmrDone done)
{
  guint count = 0;

  for (guint i = 0; i < self->items->len; i++)
    count += ((const SmrSessionItem *) g_ptr_array_index (self->items, i))->done == done;
  return count;
}

gboolean
smr_session_was_done (const SmrSession *self)
{
  return self->items->len == 0 || smr_session_count_items (self, SMR_DONE_LEFT_OUT) < self->items->len;
}
