#include "smr-letter.h"

static const char * const kind_words[SMR_N_LETTER_EVENTS] = { "sent", "received", "refused", "no_answer" };

const char *
smr_letter_event_kind_to_string (SmrLetterEventKind kind)
{
  g_return_val_if_fail (kind < SMR_N_LETTER_EVENTS, NULL);

  return kind_words[kind];
}

gboolean
smr_letter_event_kind_from_string (const char *text, SmrLetterEventKind *kind)
{
  for (guint i = 0; i < SMR_N_LETTER_EVENTS; i++)
    {
      if (g_strcmp0 (text, kind_words[i]) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

SmrLetterEvent *
smr_letter_event_new (SmrLetterEventKind kind, SmrDate date)
{
  SmrLetterEvent *self = g_new0 (SmrLetterEvent, 1);

  self->kind = kind;
  self->date = date;
  self->how = g_strdup ("");
  return self;
}

SmrLetterEvent *
smr_letter_event_copy (const SmrLetterEvent *self)
{
  SmrLetterEvent *copy = g_memdup2 (self, sizeof *self);

  copy->how = g_strdup (self->how);
  return copy;
}

void
smr_letter_event_free (SmrLetterEvent *self)
{
  g_free (self->how);
  g_free (self);
}

SmrLetter *
smr_letter_new (SmrDate dated)
{
  SmrLetter *self = g_new0 (SmrLetter, 1);

  self->dated = dated;
  self->physician = g_strdup ("");
  self->address = g_strdup ("");
  self->conditions = g_ptr_array_new ();
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_letter_event_free);
  return self;
}

SmrLetter *
smr_letter_copy (const SmrLetter *self)
{
  SmrLetter *copy = smr_letter_new (self->dated);

  copy->id = self->id;
  g_set_str (&copy->physician, self->physician);
  g_set_str (&copy->address, self->address);
  g_ptr_array_extend (copy->conditions, self->conditions, NULL, NULL);
  for (guint i = 0; i < self->events->len; i++)
    g_ptr_array_add (copy->events, smr_letter_event_copy (g_ptr_array_index (self->events, i)));
  return copy;
}

void
smr_letter_free (SmrLetter *self)
{
  g_free (self->physician);
  g_free (self->address);
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->events);
  g_free (self);
}

SmrDate
smr_letter_get_waiting_since (const SmrLetter *self)
{
  const SmrLetterEvent *last;

  if (self->events->len == 0)
    return SMR_DATE_NONE;
  last = g_ptr_array_index (self->events, self->events->len - 1);
  return last->kind == SMR_LETTER_SENT ? last->date : SMR_DATE_NONE;
}

gboolean
smr_letter_is_overdue (const SmrLetter *self, SmrDate today)
{
  SmrDate since = smr_letter_get_waiting_since (self);

  return since != SMR_DATE_NONE && today > smr_date_add_days (since, SMR_LETTER_REPLY_DAYS);
}
