#include "smr-draft.h"

/* A key is no id: it reads like the shorthand of a list of references. */
static SmrSource *
read_source (SmrDraft *draft, SmrXmlElement *element)
{
  SmrSource *source = g_new0 (SmrSource, 1);

  source->key = smr_draft_define (draft, SMR_ENTRY_SOURCE, smr_draft_take_string (draft, element, "key"), element);
  source->citation = smr_draft_take_text (draft, element, "citation");
  source->use = smr_draft_take_text (draft, element, "use");
  return source;
}

void
smr_read_sources (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "source-entry");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.sources, read_source (self, g_ptr_array_index (children, i)));
}
