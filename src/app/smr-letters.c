#include "config.h"

#include "smr-letters.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-screening.h"

SmrLetter *
smr_letter_propose (SmrCatalogue *catalogue, const SmrRecord *record, SmrDate today)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, today);
  g_autoptr (GPtrArray) conditions = smr_screening_list_to_clear (screening);
  SmrLetter *letter = smr_letter_new (today);

  for (guint i = 0; i < conditions->len; i++)
    g_ptr_array_add (letter->conditions, (gpointer) ((const SmrCondition *) g_ptr_array_index (conditions, i))->id);

  if (record->letters->len > 0)
    {
      const SmrLetter *last = g_ptr_array_index (record->letters, record->letters->len - 1);

      g_set_str (&letter->physician, last->physician);
      g_set_str (&letter->address, last->address);
    }
  else if (record->clearances->len > 0)
    {
      const SmrClearance *last = g_ptr_array_index (record->clearances, record->clearances->len - 1);

      g_set_str (&letter->physician, last->physician);
      g_set_str (&letter->address, last->practice);
    }
  return letter;
}

const SmrLetter *
smr_letters_find (GPtrArray *letters, gint64 id)
{
  for (guint i = 0; i < letters->len; i++)
    {
      const SmrLetter *letter = g_ptr_array_index (letters, i);

      if (letter->id == id)
        return letter;
    }
  return NULL;
}

static char *
dup_waiting (SmrDate since, SmrDate today)
{
  g_autofree char *day = smr_date_format (since);
  int days = (int) today - (int) since;

  /* Translators: a day, and how many days ago that was */
  return g_strdup_printf (ngettext ("Sent on %s, no reply yet (%d day)", "Sent on %s, no reply yet (%d days)", days), day, days);
}

char *
smr_letter_dup_state (const SmrLetter *self, SmrDate today)
{
  SmrDate since = smr_letter_get_waiting_since (self);
  const SmrLetterEvent *last = self->events->len > 0 ? g_ptr_array_index (self->events, self->events->len - 1) : NULL;
  g_autofree char *day = last != NULL ? smr_date_format (last->date) : NULL;

  if (last == NULL)
    return g_strdup (_("Not sent yet"));
  if (since != SMR_DATE_NONE)
    return dup_waiting (since, today);
  switch (last->kind)
    {
    case SMR_LETTER_SENT:
      break;
    case SMR_LETTER_RECEIVED:
      return g_strdup_printf (_("Reply received on %s"), day);
    case SMR_LETTER_REFUSED:
      return g_strdup_printf (_("Not cleared, noted on %s"), day);
    case SMR_LETTER_NO_ANSWER:
      return g_strdup_printf (_("Closed without a reply on %s"), day);
    }
  g_return_val_if_reached (NULL);
}
