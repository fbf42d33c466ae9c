#include "smr-handout-item.h"
#include "smr-handout-list-private.h"

#define NUMBER_COLUMN 19.0
#define SIDE_COLUMN (34 * SMR_LIST_MM) /* a picture's width */
#define GUTTER 14.0
#define TICK_BOX 15.0

const SmrInk smr_phase_inks[SMR_N_PHASES] = {
  [SMR_PHASE_INHIBIT] = { 0.10, 0.37, 0.71 },
  [SMR_PHASE_LENGTHEN] = { 0.08, 0.45, 0.28 },
  [SMR_PHASE_ACTIVATE] = { 0.70, 0.25, 0.00 },
  [SMR_PHASE_INTEGRATE] = { 0.45, 0.24, 0.60 },
};

SmrBlock *
smr_list_new_phase_title (const SmrSheetPhase *phase, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  const SmrInk *ink = &smr_phase_inks[phase->phase];
  double disc = 21 * setter->scale, x = disc + 9 * setter->scale;
  double middle = smr_setter_get_ascent (setter, SMR_FACE_HEADING);
  double baseline = disc / 2 + 0.37 * middle;
  double minutes_width = smr_setter_measure (setter, SMR_FACE_LEAD, phase->minutes) + 1;
  double name_width = smr_setter_measure (setter, SMR_FACE_HEADING, phase->name) + 1;
  double room = setter->width - x - minutes_width - 12;
  double beside = room - name_width - 10;
  double y;

  block->space_before = 16;
  block->keep_with_next = TRUE;

  smr_block_add_disc (block, ink, 0, 0, disc);
  smr_block_add_text_on (block, setter, SMR_FACE_HEADING, &smr_ink_white, 0, baseline, disc, SMR_ALIGN_CENTER,
                         phase->number);
  y = smr_block_add_text_on (block, setter, SMR_FACE_HEADING, ink, x, baseline, MIN (name_width, room),
                             SMR_ALIGN_START, phase->name);
  if (smr_setter_measure (setter, SMR_FACE_BODY, phase->purpose) <= beside)
    smr_block_add_text_on (block, setter, SMR_FACE_BODY, &smr_ink_black, x + name_width + 10, baseline, beside,
                           SMR_ALIGN_START, phase->purpose);
  else
    y = smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, x, y, setter->width - x,
                            SMR_ALIGN_START, phase->purpose);
  smr_block_add_text_on (block, setter, SMR_FACE_LEAD, &smr_ink_black, setter->width - minutes_width, baseline,
                         minutes_width, SMR_ALIGN_END, phase->minutes);

  y = MAX (y, disc) + 5;
  smr_block_add_rule (block, ink, 0.8, 0, y, setter->width, y);
  if (phase->how != NULL)
    smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, 0, y + 6, setter->width, SMR_ALIGN_START,
                        phase->how);
  return block;
}

/* One framed line: the number in a ring instead of a disc, and what must happen first. */
SmrBlock *
smr_list_new_locked_phase (const SmrSheetPhase *phase, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  double disc = 21 * setter->scale, padding = 9, icon = 15 * setter->scale;
  double baseline = padding + disc / 2 + 0.37 * smr_setter_get_ascent (setter, SMR_FACE_HEADING);
  double x = padding + disc + 9 * setter->scale;
  double name_width = smr_setter_measure (setter, SMR_FACE_HEADING, phase->name) + 1;
  double locked_x, below;

  block->space_before = 16;
  smr_block_add_frame (block, &smr_ink_black, 1.0, padding, padding, disc, disc, disc / 2);
  smr_block_add_text_on (block, setter, SMR_FACE_HEADING, &smr_ink_black, padding, baseline, disc,
                         SMR_ALIGN_CENTER, phase->number);
  smr_block_add_text_on (block, setter, SMR_FACE_HEADING, &smr_ink_black, x, baseline, name_width,
                         SMR_ALIGN_START, phase->name);

  x += name_width + 18;
  locked_x = x + icon + 8;
  smr_list_add_sign_on (block, setter, SMR_FACE_NAME, SMR_SIGN_LETTER, x, baseline, icon);
  below = smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_black, locked_x, baseline,
                                 setter->width - locked_x - padding, SMR_ALIGN_START, phase->locked);
  below = MAX (below, padding + disc);
  smr_block_add_frame (block, &smr_ink_black, 0.8, 0.4, 0.4, setter->width - 0.8, below + padding - 0.8, 5);
  return block;
}

/* The side column of an exercise without a picture: what it needs, label over value. */
static void
add_item_side (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, double baseline,
               double indent, double width)
{
  double y = baseline - smr_setter_get_ascent (setter, SMR_FACE_SMALL);

  for (guint i = 0; i < item->facts->len; i++)
    {
      const SmrSheetFact *fact = g_ptr_array_index (item->facts, i);

      y = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, indent, y, width, SMR_ALIGN_START,
                              fact->label);
      y = smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, indent, y, width, SMR_ALIGN_START,
                              fact->value) + 2;
    }
}

/* On narrow paper and in large print the words stand under the picture, as wide as the page. */
static SmrBlock *
new_item (const SmrSheetText *text, const SmrSheetItem *item, const SmrSetter *setter, gboolean first)
{
  SmrBlock *block = smr_block_new ();
  gboolean narrow = smr_list_is_narrow (setter);
  double number = NUMBER_COLUMN * setter->scale;
  double column = MIN (SIDE_COLUMN * MIN (setter->scale, 1.4), narrow ? setter->width * 0.34 : setter->width);
  double x = number + column + GUTTER;
  double box = TICK_BOX * setter->scale;
  double width = setter->width - x, head_width = width - box - GUTTER;
  double y = 9, baseline;

  block->item = item->item;
  block->lead = y;
  if (!first)
    smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, 0, 0, setter->width, 0);
  baseline = y + smr_setter_get_ascent (setter, SMR_FACE_NAME);

  smr_block_add_sign (block, &smr_ink_black, SMR_SIGN_BOX, setter->width - box, y, box);
  smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_black, 0, baseline, number, SMR_ALIGN_START,
                         item->number);
  y = smr_item_add_head (block, item, setter, SMR_FACE_NAME, SMR_FACE_DOSE, x, y, head_width);
  block->heading_height = y;
  if (smr_item_has_picture (item))
    {
      y = smr_item_add_facts (block, item, setter, SMR_FACE_BODY, x, y + 2, width);
      smr_item_add_picture (block, item, number, block->lead, column);
    }
  else
    {
      add_item_side (block, item, setter, block->lead + smr_setter_get_ascent (setter, SMR_FACE_NAME), number, column);
    }

  if (narrow)
    {
      x = 0;
      width = setter->width;
      y = MAX (y, block->height);
    }
  y = smr_item_add_words (block, text, item, setter, x, y + 4, width);
  block->tail = 9;
  block->height = MAX (block->height, y) + block->tail;
  return block;
}

SmrBlock *
smr_list_new_after (const SmrSheetPhase *phase, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  double padding = 7;
  double y = smr_list_add_signed_text (block, setter, SMR_FACE_LABEL, SMR_SIGN_CARE, 9, 0, padding,
                                       setter->width, phase->after);

  smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, 0, 0, setter->width, 0);
  block->lead = padding;
  block->height = y;
  return block;
}

void
smr_list_add_phase (GPtrArray *blocks, const SmrSheetText *text, const SmrSheetPhase *phase, const SmrSetter *setter)
{
  if (phase->locked != NULL)
    {
      g_ptr_array_add (blocks, smr_list_new_locked_phase (phase, setter));
      return;
    }

  g_ptr_array_add (blocks, smr_list_new_phase_title (phase, setter));
  for (guint i = 0; i < phase->items->len; i++)
    g_ptr_array_add (blocks, new_item (text, g_ptr_array_index (phase->items, i), setter, i == 0));
  if (phase->after != NULL)
    g_ptr_array_add (blocks, smr_list_new_after (phase, setter));
}
