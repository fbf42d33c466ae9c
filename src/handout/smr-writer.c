#include "smr-writer.h"

void
smr_writer_set_language (SmrWriter *self, const char *language)
{
  /* Without texts of its own a language must not lend its direction to English. */
  self->language = language != NULL && language[0] != '\0' &&
                   smr_text_has_language (smr_writer_find (self, "disclaimer"), language) ? language : "en";
}

const SmrText *
smr_writer_find (SmrWriter *self, const char *id)
{
  g_autofree char *full = g_strconcat ("handout_", id, NULL);

  return smr_catalogue_get_text (self->catalogue, full);
}

char *
smr_writer_say (SmrWriter *self, const char *id)
{
  return g_strdup (smr_text_get (smr_writer_find (self, id), self->language));
}

char *
smr_writer_say_part (SmrWriter *self, const char *id, const char *part)
{
  g_autofree char *full = g_strconcat (id, "_", part, NULL);

  return smr_writer_say (self, full);
}

char *
smr_writer_say_with (SmrWriter *self, const char *id, const char *place, const char *string)
{
  g_autoptr (SmrMessage) message = smr_message_new (smr_writer_find (self, id));

  smr_message_set_string (message, place, string);
  return smr_message_format (message, self->language);
}

char *
smr_writer_say_number (SmrWriter *self, const char *id, const char *place, int number)
{
  g_autofree char *string = g_strdup_printf ("%d", number);

  return smr_writer_say_with (self, id, place, string);
}

char *
smr_writer_say_count (SmrWriter *self, const char *id, int count)
{
  g_autofree char *full = g_strconcat (id, count == 1 ? "_one" : "_other", NULL);

  return smr_writer_say_number (self, full, "count", count);
}

char *
smr_writer_say_range (SmrWriter *self, const char *id, int least, int most)
{
  g_autoptr (SmrMessage) message = smr_message_new (smr_writer_find (self, id));

  smr_message_set_int (message, "least", least);
  smr_message_set_int (message, "most", most);
  return smr_message_format (message, self->language);
}

char *
smr_writer_say_date (SmrWriter *self, SmrDate date)
{
  g_autofree char *month_id = NULL;
  g_autoptr (SmrMessage) message = smr_message_new (smr_writer_find (self, "date"));
  int year, month, day;

  smr_date_get_ymd (date, &year, &month, &day);
  month_id = g_strdup_printf ("month_%d", month);
  smr_message_set_int (message, "day", day);
  smr_message_set_text (message, "month", smr_writer_find (self, month_id));
  smr_message_set_int (message, "year", year);
  return smr_message_format (message, self->language);
}

char *
smr_writer_say_place (SmrWriter *self, const SmrText *text, gboolean paired, SmrSide sides)
{
  const char *name = smr_text_get (text, self->language);

  if (!paired)
    return g_strdup (name);
  if (sides == SMR_SIDE_LEFT)
    return smr_writer_say_with (self, "place_left", "site", name);
  if (sides == SMR_SIDE_RIGHT)
    return smr_writer_say_with (self, "place_right", "site", name);
  return smr_writer_say_with (self, "place_both", "site", name);
}

char *
smr_writer_join_take (SmrWriter *self, char *first, char *second)
{
  g_autoptr (SmrMessage) message = NULL;
  char *joined;

  if (first == NULL)
    return second;
  if (second == NULL)
    return first;

  message = smr_message_new (smr_writer_find (self, "join"));
  smr_message_set_string (message, "first", first);
  smr_message_set_string (message, "second", second);
  joined = smr_message_format (message, self->language);
  g_free (first);
  g_free (second);
  return joined;
}

SmrSheetFact *
smr_sheet_fact_new_take (char *label, char *value, char *note)
{
  SmrSheetFact *fact = g_new0 (SmrSheetFact, 1);

  fact->label = label;
  fact->value = value;
  fact->note = note;
  return fact;
}

SmrSheetList *
smr_sheet_list_new_take (char *heading)
{
  SmrSheetList *list = g_new0 (SmrSheetList, 1);

  list->heading = heading;
  list->lines = g_ptr_array_new_with_free_func (g_free);
  return list;
}
