#include "smr-handout-overview.h"

#include "smr-handout-item.h"
#include "smr-handout-list-private.h"
#include "smr-handout-pages.h"

#define GAP 12.0               /* between cells */
#define TICK_BOX 11.0
/* What a cell needs at the smallest size of text. */
#define LEAST_CELL 190.0

/* How much is said of an item, and how large. */
typedef struct
{
  double   picture;            /* at the smallest size of text */
  SmrFace  face;               /* of name and dose */
  gboolean words;              /* steps, mistake and the rest beside the key cue */
} Detail;

static const Detail details[] = {
  { 62, SMR_FACE_LABEL, TRUE },
  { 46, SMR_FACE_LABEL, FALSE },
  { 38, SMR_FACE_CHIP, FALSE },
};

/* One item with the step it belongs to. */
typedef struct
{
  const SmrSheetPhase *phase;
  const SmrSheetItem  *item;
} Cell;

/* All steps in one line: number, name and minutes, and under it what has to wait after one. */
static SmrBlock *
new_steps (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  double disc = 17 * setter->scale, x = 0, y = 0;

  block->space_before = 7;
  block->keep_with_next = TRUE;
  for (guint i = 0; i < text->phases->len; i++)
    {
      const SmrSheetPhase *phase = g_ptr_array_index (text->phases, i);
      double baseline, name_width, minutes_width;

      if (phase->locked != NULL)
        continue;
      name_width = smr_setter_measure (setter, SMR_FACE_NAME, phase->name) + 1;
      minutes_width = smr_setter_measure (setter, SMR_FACE_BODY, phase->minutes) + 1;
      if (x > 0 && x + disc + name_width + minutes_width + 12 > setter->width)
        {
          x = 0;
          y += disc + 6;
        }
      baseline = y + disc / 2 + 0.37 * smr_setter_get_ascent (setter, SMR_FACE_NAME);
      smr_block_add_disc (block, &smr_phase_inks[phase->phase], x, y, disc);
      smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_white, x, baseline, disc, SMR_ALIGN_CENTER, phase->number);
      x += disc + 6;
      smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_phase_inks[phase->phase], x, baseline, name_width,
                             SMR_ALIGN_START, phase->name);
      x += name_width + 6;
      smr_block_add_text_on (block, setter, SMR_FACE_BODY, &smr_ink_quiet, x, baseline, minutes_width, SMR_ALIGN_START,
                             phase->minutes);
      x += minutes_width + 24;
    }
  y += disc + 3;
  for (guint i = 0; i < text->phases->len; i++)
    {
      const SmrSheetPhase *phase = g_ptr_array_index (text->phases, i);

      if (phase->after != NULL)
        y = smr_list_add_signed_text (block, setter, SMR_FACE_SMALL, SMR_SIGN_CARE, 8, 0, y, setter->width, phase->after);
    }
  smr_block_add_rule (block, &smr_ink_black, 0.8, 0, y + 2, setter->width, y + 2);
  return block;
}

/* Returns the y below. */
static double
add_cell (SmrBlock *block, const SmrSheetText *text, const Cell *cell, const SmrSetter *setter, const Detail *detail,
          double x, double y, double width)
{
  const SmrSheetItem *item = cell->item;
  double disc = 14 * setter->scale, box = TICK_BOX * setter->scale;
  double picture = smr_item_has_picture (item) ? detail->picture * setter->scale : 0;
  double picture_x = x + disc + 5, words_x = picture_x + picture + (picture > 0 ? 7 : 0), words_width = x + width - words_x;
  double below;

  smr_block_add_disc (block, &smr_phase_inks[cell->phase->phase], x, y, disc);
  smr_block_add_text_on (block, setter, SMR_FACE_CHIP, &smr_ink_white, x,
                         y + disc / 2 + 0.37 * smr_setter_get_ascent (setter, SMR_FACE_CHIP), disc, SMR_ALIGN_CENTER,
                         cell->phase->number);
  smr_item_add_picture (block, item, picture_x, y, picture);
  smr_block_add_sign (block, &smr_ink_black, SMR_SIGN_BOX, x + (disc - box) / 2, y + disc + 5, box);
  below = smr_block_add_text (block, setter, detail->face, &smr_ink_black, words_x, y, words_width, SMR_ALIGN_START,
                              item->name);
  below = smr_block_add_text (block, setter, detail->face, &smr_phase_inks[cell->phase->phase], words_x, below,
                              words_width, SMR_ALIGN_START, item->dose);
  below = smr_item_add_needs (block, item, setter, SMR_FACE_SMALL, words_x, below + 1, words_width);
  if (item->change != NULL)
    below = smr_block_add_text (block, setter, SMR_FACE_CHIP, &smr_ink_black, words_x, below + 1, words_width, SMR_ALIGN_START,
                                item->change);
  if (item->gentle != NULL)
    below = smr_list_add_signed_text (block, setter, SMR_FACE_SMALL, SMR_SIGN_CARE, 7.5, words_x, below + 1, words_width, item->gentle);
  if (detail->words)
    return smr_item_add_words (block, text, item, setter, x, MAX (below, y + picture) + 3, width);

  below = smr_list_add_signed_text (block, setter, SMR_FACE_SMALL, SMR_SIGN_CHECK, 6.5, words_x, below + 1, words_width,
                                    item->cue);
  for (guint i = 0; i < item->cares->len; i++)
    below = smr_list_add_signed_text (block, setter, SMR_FACE_SMALL, SMR_SIGN_CARE, 7.5, words_x, below + 1, words_width,
                                      g_ptr_array_index (item->cares, i));
  if (item->note != NULL)
    below = smr_list_add_run_in (block, setter, words_x, below + 2, words_width, text->note, item->note);
  return MAX (below, y + picture);
}

static void
add_rows (GPtrArray *blocks, const SmrSheetText *text, GArray *cells, const SmrSetter *setter, const Detail *detail)
{
  guint columns = setter->width / setter->scale >= 2 * LEAST_CELL + GAP ? 2 : 1;
  double width = (setter->width - GAP * (columns - 1)) / columns;

  for (guint i = 0; i < cells->len; i += columns)
    {
      guint n_cells = MIN (columns, cells->len - i);
      SmrBlock *row = smr_block_new ();
      double bottom = 0;

      row->item = g_array_index (cells, Cell, i).item->item;
      row->n_items = n_cells;
      row->lead = 4;
      if (i > 0)
        smr_block_add_rule (row, &smr_ink_line, SMR_LIST_HAIRLINE, 0, 0, setter->width, 0);
      for (guint j = 0; j < n_cells; j++)
        {
          double below = add_cell (row, text, &g_array_index (cells, Cell, i + j), setter, detail, j * (width + GAP),
                                   row->lead, width);

          bottom = MAX (bottom, below);
        }
      row->tail = 3;
      row->height = bottom + row->tail;
      g_ptr_array_add (blocks, row);
    }
}

static GPtrArray *
make_blocks (const SmrSheetText *text, const SmrSetter *setter, double height, const Detail *detail)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_block_free);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  smr_list_add_first_page (blocks, text, setter, height);
  for (guint i = 0; i < text->phases->len; i++)
    {
      Cell cell = { .phase = g_ptr_array_index (text->phases, i) };

      if (cell.phase->locked != NULL)
        g_ptr_array_add (blocks, smr_list_new_locked_phase (cell.phase, setter));
      for (guint j = 0; j < cell.phase->items->len; j++)
        {
          cell.item = g_ptr_array_index (cell.phase->items, j);
          g_array_append_val (cells, cell);
        }
    }
  g_ptr_array_add (blocks, new_steps (text, setter));
  add_rows (blocks, text, cells, setter, detail);
  ((SmrBlock *) g_ptr_array_index (blocks, blocks->len - 1))->keep_with_next = TRUE;
  g_ptr_array_add (blocks, smr_list_new_signatures (text, setter));
  return blocks;
}

GPtrArray *
smr_handout_overview_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height)
{
  GPtrArray *blocks = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_autoptr (GPtrArray) pages = NULL;

      g_clear_pointer (&blocks, g_ptr_array_unref);
      blocks = make_blocks (text, setter, height, &details[i]);
      pages = smr_blocks_paginate (blocks, height);
      if (pages->len == 1)
        break;
    }
  return blocks;
}
