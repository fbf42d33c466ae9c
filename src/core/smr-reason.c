#include "smr-screening.h"

/* How a reason is shown, wherever that is: the one place where its words are put together. */

static const SmrText *
get_text (SmrCatalogue *catalogue, const char *id)
{
  return smr_catalogue_get_text (catalogue, id);
}

/* --- places ----------------------------------------------------------------------------------------------------- */

/* A side that was not given is both. */
static gboolean
is_on_both_sides (const SmrSite *site, SmrSide side)
{
  return !site->paired || side == SMR_SIDE_NONE || side == SMR_SIDE_BOTH;
}

static SmrMessage *
new_place (const SmrSite *site, SmrSide side, SmrCatalogue *catalogue)
{
  const char *id = side == SMR_SIDE_LEFT ? "place_left" : "place_right";

  if (!site->paired)
    id = "place_middle";
  else if (is_on_both_sides (site, side))
    id = "place_both";
  return smr_message_set_text (smr_message_new (get_text (catalogue, id)), "place", site->name);
}

static gboolean
is_whole_body (GArray *places, SmrCatalogue *catalogue)
{
  if (places->len < smr_catalogue_get_sites (catalogue)->len)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      const SmrPlace *place = &g_array_index (places, SmrPlace, i);
      const SmrSite *site = smr_catalogue_find_site (catalogue, place->site);

      if (site == NULL || !is_on_both_sides (site, place->side))
        return FALSE;
    }
  return TRUE;
}

static SmrMessage *
new_places (GArray *places, SmrCatalogue *catalogue)
{
  SmrMessage *message;

  if (is_whole_body (places, catalogue))
    return smr_message_new (get_text (catalogue, "place_whole_body"));

  message = smr_message_set_separator (smr_message_new (get_text (catalogue, "reason_parts")), "; ");
  for (guint i = 0; i < places->len; i++)
    {
      const SmrPlace *place = &g_array_index (places, SmrPlace, i);
      const SmrSite *site = smr_catalogue_find_site (catalogue, place->site);

      /* One from a newer catalogue: its id is better than nothing. */
      if (site != NULL)
        smr_message_add_message (message, "parts", new_place (site, place->side, catalogue));
      else
        smr_message_set_string (message, "parts", place->site);
    }
  return message;
}

char *
smr_places_dup_text (GArray *places, SmrCatalogue *catalogue, const char *language)
{
  g_autoptr (SmrMessage) message = new_places (places, catalogue);

  return smr_message_format (message, language);
}

/* --- sources ---------------------------------------------------------------------------------------------------- */

static SmrMessage *
new_sources (const char *source, SmrCatalogue *catalogue)
{
  SmrMessage *message = smr_message_set_separator (smr_message_new (get_text (catalogue, "reason_source")), "; ");
  g_auto (GStrv) keys = smr_source_split_keys (source);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const SmrSource *entry = smr_catalogue_find_source (catalogue, keys[i]);

      if (entry != NULL)
        smr_message_set_text (message, "sources", entry->citation);
    }
  return message;
}

/* --- since and until ---------------------------------------------------------------------------------------------- */

static SmrMessage *
new_dated (SmrCatalogue *catalogue, const char *id, SmrDate date)
{
  return smr_message_set_date (smr_message_new (get_text (catalogue, id)), "date", date);
}

/* Without a last day: what would end it. */
static const char *
get_open_end (const SmrReason *self, SmrCatalogue *catalogue)
{
  const SmrCondition *condition = smr_catalogue_find_condition (catalogue, self->condition);

  if (self->clearable && self->severity >= SMR_SEVERITY_REFER)
    return "reason_until_cleared";
  if (condition != NULL && self->severity == SMR_SEVERITY_ABSOLUTE)
    return "reason_until_over";
  return "reason_until_answered";
}

static SmrMessage *
new_end (const SmrReason *self, SmrCatalogue *catalogue)
{
  if (self->until == SMR_DATE_NONE)
    return smr_message_new (get_text (catalogue, get_open_end (self, catalogue)));
  return new_dated (catalogue, self->cleared ? "reason_until_clearance_ends" : "reason_until", self->until);
}

/* --- together ------------------------------------------------------------------------------------------------------- */

static SmrMessage *
new_details (const SmrReason *self, SmrCatalogue *catalogue, gboolean with_places)
{
  SmrMessage *details = smr_message_set_separator (smr_message_new (get_text (catalogue, "reason_parts")), " · ");

  if (with_places && self->places->len > 0)
    smr_message_add_message (details, "parts",
                             smr_message_add_message (smr_message_new (get_text (catalogue, "reason_places")), "places",
                                                      new_places (self->places, catalogue)));
  if (self->since != SMR_DATE_NONE)
    smr_message_add_message (details, "parts", new_dated (catalogue, "reason_since", self->since));
  smr_message_add_message (details, "parts", new_end (self, catalogue));
  return smr_message_add_message (details, "parts", new_sources (self->source, catalogue));
}

char *
smr_reason_dup_text (const SmrReason *self, const char *language)
{
  return smr_message_format (self->text, language);
}

char *
smr_reason_dup_shown (const SmrReason *self, SmrCatalogue *catalogue, const char *language, SmrDateFunc dates, char **details)
{
  if (details != NULL)
    {
      g_autoptr (SmrMessage) message = new_details (self, catalogue, TRUE);

      *details = smr_message_format_dated (message, language, dates);
    }
  return smr_message_format_dated (self->text, language, dates);
}

SmrMessage *
smr_reason_new_mention (const SmrReason *self, SmrCatalogue *catalogue, const SmrText *name)
{
  SmrMessage *message = smr_message_set_text (smr_message_new (get_text (catalogue, "reason_mention")), "condition", name);

  return smr_message_add_message (message, "details", new_details (self, catalogue, FALSE));
}
