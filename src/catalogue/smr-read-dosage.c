#include "smr-draft.h"

/* The table of doses, and the texts that rules and paper say. */

static void
read_dosage (SmrDraft *draft, SmrXmlElement *element, SmrDosage *dosage)
{
  dosage->hold_seconds = smr_draft_take_int (draft, element, "hold-seconds", 1, 60);
  dosage->hold_least_seconds = smr_draft_take_int (draft, element, "hold-least-seconds", 1, dosage->hold_seconds);
  dosage->hold_most_seconds = smr_draft_take_int (draft, element, "hold-most-seconds", dosage->hold_seconds, 60);
  dosage->spots = smr_draft_take_int (draft, element, "spots", 1, 4);
  dosage->search_seconds = smr_draft_take_int (draft, element, "search-seconds", 0, 60);
  dosage->contact_seconds = smr_draft_take_int (draft, element, "contact-seconds", 1, 120);
  dosage->muscles_default = smr_draft_take_int (draft, element, "muscles-default", 1, 10);
  dosage->muscles_most = smr_draft_take_int (draft, element, "muscles-most", dosage->muscles_default, 10);
  dosage->contact_cap_seconds = smr_draft_take_int (draft, element, "contact-cap-seconds", 1, 1800);
  dosage->stretch_hold_seconds = smr_draft_take_int (draft, element, "stretch-hold-seconds", 1, 60);
  dosage->stretch_reps = smr_draft_take_int (draft, element, "stretch-reps", 1, 4);
  dosage->activate_sets = smr_draft_take_int (draft, element, "activate-sets", 1, 4);
  dosage->activate_reps = smr_draft_take_int (draft, element, "activate-reps", 1, 20);
  dosage->rest_seconds = smr_draft_take_int (draft, element, "rest-seconds", 0, 60);
  dosage->integrate_sets = smr_draft_take_int (draft, element, "integrate-sets", 1, 4);
  dosage->integrate_reps = smr_draft_take_int (draft, element, "integrate-reps", 1, 20);
  dosage->roll_days_least = smr_draft_take_int (draft, element, "roll-days-least", 1, 7);
  dosage->roll_days_most = smr_draft_take_int (draft, element, "roll-days-most", dosage->roll_days_least, 7);
  dosage->pain_most = smr_draft_take_int (draft, element, "pain-most", 1, 5);
  g_clear_pointer (&dosage->tools, g_free);
  dosage->tools = smr_draft_take_id_list (draft, element, "tools", SMR_ENTRY_BIT (SMR_ENTRY_TOOL));

  if (*dosage->tools == NULL)
    smr_draft_report (draft, element, "no tools");
  if (dosage->contact_seconds != dosage->search_seconds + dosage->spots * dosage->hold_seconds)
    smr_draft_report (draft, element, "contact is the search and all spots' holds together");
}

static void
read_caps (SmrDraft *draft, SmrXmlElement *element, SmrDosageTable *table)
{
  table->day_contact_cap_seconds = smr_draft_take_int (draft, element, "day-contact-seconds", 1, 1800);
  table->muscle_side_session_cap_seconds = smr_draft_take_int (draft, element, "muscle-side-session-seconds", 1, 120);
  table->muscle_side_day_cap_seconds = smr_draft_take_int (draft, element, "muscle-side-day-seconds", 1, 180);
  table->spot_cap_seconds = smr_draft_take_int (draft, element, "spot-seconds", 1, 60);
  table->stretch_cap_seconds = smr_draft_take_int (draft, element, "stretch-seconds", 1, 60);
}

void
smr_read_dosage (SmrDraft *self, SmrXmlElement *section)
{
  SmrDosageTable *table = &self->parts.dosage;
  g_autoptr (GPtrArray) levels = smr_draft_take_children (section, "level");
  SmrXmlElement *element;
  guint seen = 0;

  if (self->dosage != NULL)
    {
      smr_draft_report (self, section, "a second <dosage>");
      return;
    }
  self->dosage = section;

  for (guint i = 0; i < levels->len; i++)
    {
      SmrLevel level = SMR_LEVEL_BEGINNER;

      element = g_ptr_array_index (levels, i);
      smr_draft_take_word (self, element, "id", smr_level_from_string, &level);
      if ((seen & 1u << level) != 0)
        smr_draft_report (self, element, "this level is there already");
      seen |= 1u << level;
      read_dosage (self, element, &table->levels[level]);
    }
  if (seen != (1u << SMR_N_LEVELS) - 1)
    smr_draft_report (self, section, "a <level> is missing");

  if ((element = smr_draft_take_child (self, section, "gentle")) != NULL)
    read_dosage (self, element, &table->gentle);
  if ((element = smr_draft_take_child (self, section, "caps")) != NULL)
    read_caps (self, element, table);
  g_free (smr_draft_take_source (self, section));
}

void
smr_read_texts (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "text-entry");

  for (guint i = 0; i < children->len; i++)
    {
      SmrXmlElement *element = g_ptr_array_index (children, i);
      const char *id = smr_draft_take_id (self, SMR_ENTRY_TEXT, element);

      g_hash_table_insert (self->parts.texts, (gpointer) id, smr_draft_take_text (self, element, "text"));
    }
}
