#include "smr-handout-list-private.h"

#include "smr-figure.h"

#define NUMBER_COLUMN 19.0
#define SIDE_COLUMN (34 * SMR_LIST_MM) /* a picture's width */
#define GUTTER 14.0
#define TICK_BOX 15.0

/* One hue a phase, all of about the same darkness, so that grey paper shows one grey. */
static const SmrInk phase_inks[SMR_N_PHASES] = {
  [SMR_PHASE_INHIBIT] = { 0.10, 0.37, 0.71 },
  [SMR_PHASE_LENGTHEN] = { 0.08, 0.45, 0.28 },
  [SMR_PHASE_ACTIVATE] = { 0.70, 0.25, 0.00 },
  [SMR_PHASE_INTEGRATE] = { 0.45, 0.24, 0.60 },
};

static SmrBlock *
new_phase_title (const SmrSheetPhase *phase, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  const SmrInk *ink = &phase_inks[phase->phase];
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
static SmrBlock *
new_locked_phase (const SmrSheetPhase *phase, const SmrSetter *setter)
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

typedef struct
{
  SmrFigure  *figure;
  SmrItemSide side;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  smr_figure_unref (picture->figure);
  g_free (picture);
}

static void
draw_picture (gconstpointer data, cairo_t *cr, double x, double y, double width, double height)
{
  const Picture *picture = data;

  smr_figure_draw (cr, picture->figure, picture->side, SMR_FIGURE_SCHEME_PAPER, x, y, width, height);
}

static void
add_picture (SmrBlock *block, const SmrSheetItem *item, double x, double y, double size)
{
  Picture *picture = g_new (Picture, 1);

  picture->figure = smr_figure_ref (item->figure);
  picture->side = item->shown_side;
  smr_block_add_drawing (block, draw_picture, picture, picture_free, x, y, size, size);
}

/* Beside a picture: what the exercise needs, one behind the other. Returns the y below. */
static double
add_item_facts (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, double x, double y, double width)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < item->facts->len; i++)
    {
      const SmrSheetFact *fact = g_ptr_array_index (item->facts, i);

      if (i > 0)
        g_string_append (line, " · ");
      if (!fact->evident)
        g_string_append_printf (line, "%s: ", fact->label);
      g_string_append (line, fact->value);
    }
  return smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_quiet, x, y, width, SMR_ALIGN_START, line->str);
}

/* Name with its chips; chips that do not fit behind it go under it. Returns the y below. */
static double
add_item_name (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, double x, double baseline,
               double width)
{
  const char *chips[] = { item->side, item->gentle };
  double name_width = smr_setter_measure (setter, SMR_FACE_NAME, item->name) + 0.5;
  double chips_width = 0, chip_x, chip_baseline = baseline, y;

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      if (chips[i] != NULL)
        chips_width += 8 + smr_list_add_chip (NULL, setter, 0, 0, chips[i]);
    }

  y = smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_black, x, baseline, MIN (name_width, width),
                             SMR_ALIGN_START, item->name);
  chip_x = x + name_width + 8;
  if (name_width + chips_width > width)
    {
      chip_x = x;
      chip_baseline = y + smr_setter_get_ascent (setter, SMR_FACE_NAME);
      if (chips_width > 0)
        y = chip_baseline + 6 * setter->scale;
    }
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      if (chips[i] != NULL)
        chip_x += smr_list_add_chip (block, setter, chip_x, chip_baseline, chips[i]) + 8;
    }
  return y;
}

static SmrBlock *
new_item (const SmrSheetText *text, const SmrSheetItem *item, const SmrSetter *setter, gboolean first)
{
  SmrBlock *block = smr_block_new ();
  double number = NUMBER_COLUMN * setter->scale, column = SIDE_COLUMN * MIN (setter->scale, 1.4);
  double x = number + column + GUTTER;
  double box = TICK_BOX * setter->scale;
  double indent = smr_list_get_indent (setter);
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
  y = add_item_name (block, item, setter, x, baseline, head_width);
  y = smr_block_add_text (block, setter, SMR_FACE_DOSE, &smr_ink_black, x, y + 1, head_width, SMR_ALIGN_START,
                          item->dose);
  block->heading_height = y;
  if (item->figure != NULL)
    y = add_item_facts (block, item, setter, x, y + 2, width);

  y = smr_list_add_run_in (block, setter, x, y + 4, width, text->start, item->start);
  for (guint i = 0; i < item->steps->len; i++)
    {
      g_autofree char *step = g_strdup_printf ("%u", i + 1);

      baseline = y + 2 + smr_setter_get_ascent (setter, SMR_FACE_BODY);
      smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, x, baseline, indent, SMR_ALIGN_START, step);
      y = smr_block_add_text_on (block, setter, SMR_FACE_BODY, &smr_ink_black, x + indent, baseline,
                                 width - indent, SMR_ALIGN_START, g_ptr_array_index (item->steps, i));
    }
  y = smr_list_add_signed_text (block, setter, SMR_FACE_BODY, SMR_SIGN_CHECK, 7.5, x, y + 4, width, item->cue);
  y = smr_list_add_signed_text (block, setter, SMR_FACE_BODY, SMR_SIGN_CROSS, 7.5, x, y + 2, width, item->mistake);
  for (guint i = 0; i < item->cares->len; i++)
    y = smr_list_add_signed_text (block, setter, SMR_FACE_BODY, SMR_SIGN_CARE, 9, x, y + 2, width,
                                  g_ptr_array_index (item->cares, i));
  if (item->note != NULL)
    y = smr_list_add_run_in (block, setter, x, y + 4, width, text->note, item->note);

  if (item->figure != NULL)
    add_picture (block, item, number, block->lead, column);
  else
    add_item_side (block, item, setter, block->lead + smr_setter_get_ascent (setter, SMR_FACE_NAME), number, column);
  block->tail = 9;
  block->height = MAX (block->height, y) + block->tail;
  return block;
}

static SmrBlock *
new_after (const SmrSheetPhase *phase, const SmrSetter *setter)
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
      g_ptr_array_add (blocks, new_locked_phase (phase, setter));
      return;
    }

  g_ptr_array_add (blocks, new_phase_title (phase, setter));
  for (guint i = 0; i < phase->items->len; i++)
    g_ptr_array_add (blocks, new_item (text, g_ptr_array_index (phase->items, i), setter, i == 0));
  if (phase->after != NULL)
    g_ptr_array_add (blocks, new_after (phase, setter));
}
