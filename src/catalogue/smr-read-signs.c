#include "smr-draft.h"

/* What ends a form before its time. */

static SmrStopSign *
read_sign (SmrDraft *draft, SmrXmlElement *element)
{
  SmrStopSign *sign = g_new0 (SmrStopSign, 1);

  sign->id = smr_draft_take_id (draft, SMR_ENTRY_SIGN, element);
  smr_draft_take_word (draft, element, "urgency", smr_urgency_from_string, &sign->urgency);
  sign->pregnancy = smr_draft_take_flag (draft, element, "pregnancy");
  sign->asks_place = smr_draft_take_flag (draft, element, "place");
  sign->voids_clearances = smr_draft_take_flag (draft, element, "voids-clearances");
  if (smr_xml_element_peek (element, "raises") != NULL)
    sign->raises = smr_draft_take_reference (draft, element, "raises", SMR_ENTRY_BIT (SMR_ENTRY_CONDITION));
  if (smr_xml_element_peek (element, "paper") != NULL)
    sign->paper = smr_draft_take_reference (draft, element, "paper", SMR_ENTRY_BIT (SMR_ENTRY_TEXT));
  sign->name = smr_draft_take_text (draft, element, "name");
  sign->source = smr_draft_take_source (draft, element);

  if (sign->urgency >= SMR_URGENCY_TODAY && !sign->voids_clearances)
    smr_draft_report (draft, element, "a sign that needs medical help voids clearances");
  if (sign->urgency != SMR_URGENCY_NEWS && sign->paper == NULL)
    smr_draft_report (draft, element, "a stop sign names its text on paper");
  return sign;
}

void
smr_read_signs (SmrDraft *self, SmrXmlElement *section)
{
  g_autoptr (GPtrArray) children = smr_draft_take_children (section, "sign");

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (self->parts.signs, read_sign (self, g_ptr_array_index (children, i)));
}
