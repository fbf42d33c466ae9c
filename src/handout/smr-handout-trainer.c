#include "smr-handout-trainer.h"

#include "smr-handout-list-private.h"

static SmrBlock *
new_head (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  double icon = 15 * setter->scale;
  double y = smr_sheet_frame_add_letterhead (text->frame, block, setter), baseline;

  y = smr_block_add_text (block, setter, SMR_FACE_CLIENT, &smr_ink_black, 0, y + 10, setter->width, SMR_ALIGN_START, text->client);
  y = smr_block_add_text (block, setter, SMR_FACE_TITLE, &smr_ink_black, 0, y, setter->width, SMR_ALIGN_START, text->title);
  y = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, 0, y, setter->width, SMR_ALIGN_START, text->colophon);

  baseline = y + 20 + smr_setter_get_ascent (setter, SMR_FACE_HEADING);
  smr_list_add_sign_on (block, setter, SMR_FACE_HEADING, SMR_SIGN_STOP, 12, baseline, icon);
  smr_block_add_text_on (block, setter, SMR_FACE_HEADING, &smr_ink_black, 12 + icon + 8, baseline, setter->width - icon - 32,
                         SMR_ALIGN_START, text->trainer->heading);
  baseline = smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, 12 + icon + 8, baseline + 5,
                                 setter->width - icon - 32, SMR_ALIGN_START, text->trainer->warning);
  smr_block_add_frame (block, &smr_ink_black, 1.2, 0.6, y + 10, setter->width - 1.2, baseline + 10 - y - 10, 5);
  return block;
}

static SmrBlock *
new_heading (const char *heading, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  double y = smr_block_add_text (block, setter, SMR_FACE_HEADING, &smr_ink_black, 0, 0, setter->width, SMR_ALIGN_START, heading);

  smr_block_add_rule (block, &smr_ink_black, 0.8, 0, y + 3, setter->width, y + 3);
  block->space_before = 16;
  block->keep_with_next = TRUE;
  return block;
}

/* The first line as it is, its details small under it. */
static SmrBlock *
new_line (const char *line, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  g_auto (GStrv) parts = g_strsplit (line, "\n", 2);
  double indent = 10 * setter->scale;
  double y;

  block->space_before = 5;
  smr_list_add_sign_on (block, setter, SMR_FACE_BODY, SMR_SIGN_BULLET, 0.5, smr_setter_get_ascent (setter, SMR_FACE_BODY),
                        2.6 * setter->scale);
  y = smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, indent, 0, setter->width - indent, SMR_ALIGN_START, parts[0]);
  if (parts[1] != NULL && parts[1][0] != '\0')
    smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, indent, y, setter->width - indent, SMR_ALIGN_START, parts[1]);
  return block;
}

GPtrArray *
smr_handout_trainer_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_block_free);

  g_ptr_array_add (blocks, new_head (text, setter));
  for (guint i = 0; i < text->trainer->lists->len; i++)
    {
      const SmrSheetList *list = g_ptr_array_index (text->trainer->lists, i);

      g_ptr_array_add (blocks, new_heading (list->heading, setter));
      for (guint j = 0; j < list->lines->len; j++)
        {
          SmrBlock *block = new_line (g_ptr_array_index (list->lines, j), setter);

          if (list == text->trainer->items)
            block->item = j;
          g_ptr_array_add (blocks, block);
        }
    }
  return blocks;
}
