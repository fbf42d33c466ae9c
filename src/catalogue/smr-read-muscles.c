#include "smr-draft.h"

#include "smr-fold.h"

/* Tools, muscles, and the regions of the body that screening speaks of. */

static SmrTool *
read_tool (SmrDraft *draft, SmrXmlElement *element)
{
  SmrTool *tool = g_new0 (SmrTool, 1);

  tool->id = smr_draft_take_id (draft, SMR_ENTRY_TOOL, element);
  tool->kind = g_intern_string (smr_draft_take_string (draft, element, "kind"));
  if (!smr_draft_has (draft, SMR_ENTRY_TOOL_KIND, tool->kind))
    smr_draft_define (draft, SMR_ENTRY_TOOL_KIND, tool->kind, element);
  smr_draft_take_word (draft, element, "level", smr_level_from_string, &tool->level);
  tool->household = smr_draft_take_yes_no (draft, element, "household");
  tool->always_available = smr_draft_take_flag (draft, element, "always-available");
  tool->enabled_by_trainer = smr_draft_take_flag (draft, element, "enabled-by-trainer");
  tool->name = smr_draft_take_text (draft, element, "name");
  tool->note = smr_draft_take_optional_text (draft, element, "note");
  tool->source = smr_draft_take_source (draft, element);
  return tool;
}

void
smr_read_tools (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "tool");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.tools, read_tool (self, g_ptr_array_index (children, i)));
}

/* --- muscles ---------------------------------------------------------------------------------------------- */

static void
read_permission (SmrDraft *draft, SmrXmlElement *muscle, const char *name, SmrPermission *permission, SmrText **reason)
{
  SmrXmlElement *element = smr_draft_take_child (draft, muscle, name);

  if (element == NULL)
    return;
  smr_draft_take_word (draft, element, "allowed", smr_permission_from_string, permission);
  *reason = smr_draft_take_optional_text (draft, element, "reason");
  if (*permission != SMR_PERMISSION_YES && *reason == NULL)
    smr_draft_report (draft, element, "<%s> is not plainly allowed and gives no <reason>", name);
}

static SmrMuscle *
read_muscle (SmrDraft *draft, SmrXmlElement *element)
{
  SmrMuscle *muscle = g_new0 (SmrMuscle, 1);
  const guint muscles = SMR_ENTRY_BIT (SMR_ENTRY_MUSCLE);

  muscle->id = smr_draft_take_id (draft, SMR_ENTRY_MUSCLE, element);
  muscle->paired = smr_draft_take_yes_no (draft, element, "paired");
  smr_draft_take_word (draft, element, "view", smr_body_view_from_string, &muscle->view);
  muscle->region = g_intern_string (smr_draft_take_string (draft, element, "region"));
  smr_draft_take_word (draft, element, "role", smr_role_from_string, &muscle->role);
  muscle->order = smr_draft_take_int (draft, element, "order", 0, 10000);
  muscle->name = smr_draft_take_text (draft, element, "name");
  muscle->plain_name = smr_draft_take_text (draft, element, "plain-name");
  muscle->anatomical_name = smr_draft_take_text (draft, element, "anatomical-name");
  muscle->synonyms = smr_draft_take_texts (draft, element, "synonym");
  muscle->actions = smr_draft_take_text (draft, element, "actions");
  read_permission (draft, element, "roll", &muscle->roll, &muscle->roll_reason);
  read_permission (draft, element, "stretch", &muscle->stretch, &muscle->stretch_reason);
  muscle->antagonists = smr_draft_take_references (draft, element, "antagonist", "muscle", muscles);
  muscle->substitutes = smr_draft_take_references (draft, element, "substitute", "muscle", muscles);
  if (g_strv_contains (muscle->antagonists, muscle->id) || g_strv_contains (muscle->substitutes, muscle->id))
    smr_draft_report (draft, element, "a muscle is not its own antagonist or substitute");
  muscle->note = smr_draft_take_optional_text (draft, element, "note");
  muscle->source = smr_draft_take_source (draft, element);
  return muscle;
}

void
smr_read_muscles (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "muscle");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.muscles, read_muscle (self, g_ptr_array_index (children, i)));
}

static void
check_name (SmrDraft *draft, GHashTable *owners, const SmrMuscle *muscle, const char *name)
{
  char *folded = smr_fold (name);
  const char *owner = g_hash_table_lookup (owners, folded);

  if (owner != NULL && owner != muscle->id)
    smr_draft_report (draft, smr_draft_find (draft, SMR_ENTRY_MUSCLE, muscle->id), "\"%s\" also means %s", name, owner);
  g_hash_table_insert (owners, folded, (gpointer) muscle->id);
}

/* A name typed on the command line or in a search must mean one muscle. */
static void
check_names (SmrDraft *draft)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < draft->parts.muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (draft->parts.muscles, i);

      check_name (draft, owners, muscle, muscle->id);
      check_name (draft, owners, muscle, smr_text_get (muscle->name, NULL));
      check_name (draft, owners, muscle, smr_text_get (muscle->plain_name, NULL));
      for (guint j = 0; j < muscle->synonyms->len; j++)
        check_name (draft, owners, muscle, smr_text_get (g_ptr_array_index (muscle->synonyms, j), NULL));
    }
}

void
smr_check_muscles (SmrDraft *self)
{
  check_names (self);
}

/* --- regions ---------------------------------------------------------------------------------------------- */

static SmrSite *
read_site (SmrDraft *draft, SmrXmlElement *element)
{
  SmrSite *site = g_new0 (SmrSite, 1);
  const guint sites = SMR_ENTRY_BIT (SMR_ENTRY_SITE);

  site->id = smr_draft_take_id (draft, SMR_ENTRY_SITE, element);
  site->paired = smr_draft_take_yes_no (draft, element, "paired");
  smr_draft_take_word (draft, element, "limb", smr_limb_from_string, &site->limb);
  site->name = smr_draft_take_text (draft, element, "name");
  site->muscles = smr_draft_take_references (draft, element, "excludes", "muscle", SMR_ENTRY_BIT (SMR_ENTRY_MUSCLE));
  site->below = smr_draft_take_references (draft, element, "below", "site", sites);
  site->whole_limb = smr_draft_take_references (draft, element, "whole-limb", "site", sites);
  site->source = smr_draft_take_source (draft, element);
  if (*site->muscles == NULL && *site->whole_limb == NULL)
    smr_draft_report (draft, element, "a site that excludes no muscle");
  return site;
}

void
smr_read_sites (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "site");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.sites, read_site (self, g_ptr_array_index (children, i)));
}

static SmrNeverRolled *
read_never_rolled (SmrDraft *draft, SmrXmlElement *element)
{
  SmrNeverRolled *region = g_new0 (SmrNeverRolled, 1);

  region->id = smr_draft_take_id (draft, SMR_ENTRY_NEVER_ROLLED, element);
  region->name = smr_draft_take_text (draft, element, "name");
  region->reason = smr_draft_take_text (draft, element, "reason");
  region->source = smr_draft_take_source (draft, element);
  return region;
}

void
smr_read_never_rolled (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "region");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.never_rolled, read_never_rolled (self, g_ptr_array_index (children, i)));
}
