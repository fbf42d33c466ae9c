#include "smr-writer.h"

/* What a client answered, in words. */

/* One line of what may have been written in several. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  return g_strjoinv (" ", lines);
}

static void
add_places (SmrWriter *self, GPtrArray *parts, const SmrAnswer *answer)
{
  char *places = NULL;

  for (guint i = 0; i < answer->places->len; i++)
    {
      const SmrPlace *place = &g_array_index (answer->places, SmrPlace, i);
      const SmrSite *site = smr_catalogue_find_site (self->catalogue, place->site);

      /* A region that a later catalogue no longer has is still said. */
      places = smr_writer_join_take (self, places,
                                     site != NULL ? smr_writer_say_place (self, site->name, site->paired, place->side)
                                                  : g_strdup (place->site));
    }
  if (places != NULL)
    g_ptr_array_add (parts, places);
}

static void
add_healed (SmrWriter *self, GPtrArray *parts, SmrReply reply)
{
  if (reply != SMR_REPLY_UNANSWERED)
    g_ptr_array_add (parts, smr_writer_say_part (self, "answer_healed", smr_reply_to_string (reply)));
}

static void
add_facts (SmrWriter *self, GPtrArray *parts, const SmrCondition *condition, const SmrAnswer *answer)
{
  for (guint i = 0; i < condition->facts->len; i++)
    {
      const SmrFact *fact = &g_array_index (condition->facts, SmrFact, i);

      if (smr_answer_has_fact (answer, fact->id))
        g_ptr_array_add (parts, g_strdup (smr_text_get (fact->text, self->language)));
    }
}

static void
add_unconfirmed (SmrWriter *self, GPtrArray *parts, const SmrCondition *condition, const SmrAnswer *answer)
{
  for (guint i = 0; i < condition->facts->len; i++)
    {
      const SmrFact *fact = &g_array_index (condition->facts, SmrFact, i);

      if (!smr_answer_has_fact (answer, fact->id) && (answer->not_known & SMR_FOLLOW_UP_FACTS) == 0)
        g_ptr_array_add (parts, smr_writer_say_with (self, "answer_unconfirmed", "fact", smr_text_get (fact->text, self->language)));
    }
}

static void
add_reading (SmrWriter *self, GPtrArray *parts, const SmrReading *reading)
{
  g_autoptr (SmrMessage) message = smr_message_new (smr_writer_find (self, "answer_reading"));
  g_autofree char *day = smr_writer_say_date (self, reading->date);
  g_autofree char *figures = g_strdup_printf ("%d/%d", reading->systolic, reading->diastolic);

  smr_message_set_string (message, "reading", figures);
  smr_message_set_string (message, "date", day);
  g_ptr_array_add (parts, smr_message_format (message, self->language));
}

static void
add_not_known (SmrWriter *self, GPtrArray *parts, const SmrCondition *condition, const SmrAnswer *answer)
{
  g_autofree char *all = NULL;

  for (guint i = 0; i < SMR_N_FOLLOW_UPS; i++)
    {
      if (condition->follow_ups & answer->not_known & (1u << i))
        all = smr_writer_join_take (self, all, smr_writer_say_part (self, "answer_what", smr_follow_up_to_string (1u << i)));
    }
  if (all != NULL)
    g_ptr_array_add (parts, smr_writer_say_with (self, "answer_not_known", "what", all));
}

const SmrReading *
smr_readings_find_latest (const GPtrArray *readings, SmrDate date)
{
  for (guint i = readings != NULL ? readings->len : 0; i > 0; i--)
    {
      const SmrReading *reading = g_ptr_array_index (readings, i - 1);

      if (date == SMR_DATE_NONE || reading->date <= date)
        return reading;
    }
  return NULL;
}

static char *
join (GPtrArray *parts)
{
  return parts->len > 0 ? g_strjoinv ("  ·  ", (char **) parts->pdata) : NULL;
}

char *
smr_writer_say_answer (SmrWriter *self, const SmrCondition *condition, const SmrAnswer *answer, const SmrReading *reading)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  if (*answer->text != '\0')
    g_ptr_array_add (parts, join_lines (answer->text));
  add_places (self, parts, answer);
  if (answer->date != SMR_DATE_NONE)
    g_ptr_array_add (parts, smr_writer_say_date (self, answer->date));
  if (answer->weeks >= 0)
    g_ptr_array_add (parts, smr_writer_say_count (self, "answer_weeks", answer->weeks));
  if ((condition->follow_ups & SMR_FOLLOW_UP_HEALED) != 0)
    add_healed (self, parts, answer->healed_and_sealed);
  add_facts (self, parts, condition, answer);
  if (reading != NULL && (condition->follow_ups & SMR_FOLLOW_UP_READING) != 0 && answer->reply == SMR_REPLY_YES)
    add_reading (self, parts, reading);
  return join (parts);
}

char *
smr_writer_say_open (SmrWriter *self, const SmrCondition *condition, const SmrAnswer *answer)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  if (answer->reply != SMR_REPLY_YES)
    return NULL;
  add_unconfirmed (self, parts, condition, answer);
  add_not_known (self, parts, condition, answer);
  return join (parts);
}
