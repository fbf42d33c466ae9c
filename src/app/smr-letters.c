#include "smr-letters.h"

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
