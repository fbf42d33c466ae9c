#include "smr-draft.h"

/* Muscles for a routine to begin with. */

static SmrStartingPoint *
read_starting_point (SmrDraft *draft, SmrXmlElement *element)
{
  SmrStartingPoint *point = g_new0 (SmrStartingPoint, 1);

  point->id = smr_draft_take_id (draft, SMR_ENTRY_STARTING_POINT, element);
  point->overactive = smr_draft_take_id_list (draft, element, "over", SMR_ENTRY_BIT (SMR_ENTRY_MUSCLE));
  point->underactive = smr_draft_take_id_list (draft, element, "under", SMR_ENTRY_BIT (SMR_ENTRY_MUSCLE));
  point->name = smr_draft_take_text (draft, element, "name");
  point->note = smr_draft_take_text (draft, element, "note");
  point->source = smr_draft_take_source (draft, element);
  if (*point->overactive == NULL)
    smr_draft_report (draft, element, "a starting point names overactive muscles");
  return point;
}

void
smr_read_starting_points (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "starting-point");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.starting_points, read_starting_point (self, g_ptr_array_index (children, i)));
}
