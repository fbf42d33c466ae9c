#include "smr-handout-list.h"

#include "smr-handout-list-private.h"
#include "smr-sheet-body.h"

/* 42 mm */
#define BODY_HEIGHT 119.0
#define SHORT_BODY_HEIGHT 96.0
#define BODY_GAP 10.0
/* What the name and the title need beside the map, at the smallest size of text. */
#define LEAST_HEAD_WIDTH 190.0
/* Lower pages have no room for a map: head and facts have to stand on one page beside it. */
#define LEAST_HEIGHT 400.0

/* --- head ----------------------------------------------------------------------------------------------- */

/* The client's name as large as it fits in two lines; the smallest size may take as many as it needs. */
static double
add_client_name (SmrBlock *block, const SmrSheetText *text, const SmrSetter *setter, double y, double width)
{
  static const SmrFace sizes[] = { SMR_FACE_CLIENT, SMR_FACE_LARGE, SMR_FACE_HEADING };
  guint i;

  for (i = 0; i + 1 < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PangoLayout) layout = smr_setter_layout (setter, sizes[i], width, SMR_ALIGN_START,
                                                          text->client);

      if (pango_layout_get_line_count (layout) <= 2)
        break;
    }
  return smr_block_add_text (block, setter, sizes[i], &smr_ink_black, 0, y, width, SMR_ALIGN_START,
                             text->client);
}

#define DRAW_SWATCH(name, mark) \
  static void \
  draw_swatch_##name (gconstpointer data, cairo_t *cr, double x, double y, double width, double height) \
  { \
    smr_body_draw_swatch (cr, mark, x, y, width, height, smr_body_colors_get (SMR_BODY_SCHEME_PAPER)); \
  }

DRAW_SWATCH (overactive, SMR_BODY_MARK_OVERACTIVE)
DRAW_SWATCH (underactive, SMR_BODY_MARK_UNDERACTIVE)
DRAW_SWATCH (excluded, SMR_BODY_MARK_EXCLUDED)

static void
draw_body (gconstpointer data, cairo_t *cr, double x, double y, double width, double height)
{
  smr_sheet_body_draw (data, cr, x, y, width, height);
}

/* What the patterns of the map stand for, in one line from @x on; with @block NULL only measured. Returns its width. */
static double
add_legend (SmrBlock *block, const SmrSheetBody *body, const SmrSetter *setter, double x, double y)
{
  static const SmrDrawFunc swatches[SMR_N_BODY_MARKS] = { NULL, draw_swatch_overactive, draw_swatch_underactive, draw_swatch_excluded };
  double ascent = smr_setter_get_ascent (setter, SMR_FACE_SMALL);
  double start = x, gap = 0;

  for (SmrBodyMark mark = 0; mark < SMR_N_BODY_MARKS; mark++)
    {
      double width;

      if (body->legend[mark] == NULL)
        continue;
      x += gap;
      width = smr_setter_measure (setter, SMR_FACE_SMALL, body->legend[mark]) + 1;
      if (block != NULL)
        {
          smr_block_add_drawing (block, swatches[mark], NULL, NULL, x, y + 0.15 * ascent, 1.8 * ascent, ascent);
          smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_black, x + 2.4 * ascent, y, width, SMR_ALIGN_START, body->legend[mark]);
        }
      x += 2.4 * ascent + width;
      gap = 1.5 * ascent;
    }
  return x - start;
}

/* Beside head and facts, which are as wide as smr_list_add_first_page() says: it does not count for the height of the head. */
static void
add_body (SmrBlock *head, SmrSheetBody *body, const SmrSetter *setter, double top, double body_height)
{
  double height = head->height, width = body_height * smr_sheet_body_get_aspect (body);

  smr_block_add_drawing (head, draw_body, smr_sheet_body_ref (body), (GDestroyNotify) smr_sheet_body_unref,
                         setter->width - width, top, width, body_height);
  head->height = height;
}

/* @width: what the map leaves. @top: (out): where the map may begin. */
static SmrBlock *
new_head (const SmrSheetText *text, const SmrSetter *setter, double width, double *top)
{
  SmrBlock *block = smr_block_new ();
  gboolean with_body = width < setter->width;
  double colophon_width = smr_setter_measure (setter, SMR_FACE_SMALL, text->colophon) + 1;
  double title_width = smr_setter_measure (setter, SMR_FACE_TITLE, text->title) + 1;
  double y = smr_sheet_frame_add_letterhead (text->frame, block, setter);

  if (y > 0)
    y += 10;
  *top = y;
  y = add_client_name (block, text, setter, y, width) + 1;

  if (!with_body && title_width + 20 + colophon_width <= width)
    {
      double baseline = y + smr_setter_get_ascent (setter, SMR_FACE_TITLE);

      smr_block_add_text_on (block, setter, SMR_FACE_TITLE, &smr_ink_black, 0, baseline, title_width,
                             SMR_ALIGN_START, text->title);
      smr_block_add_text_on (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, width - colophon_width,
                             baseline, colophon_width, SMR_ALIGN_END, text->colophon);
    }
  else
    {
      double below;

      y = smr_block_add_text (block, setter, SMR_FACE_TITLE, &smr_ink_black, 0, y, width,
                              SMR_ALIGN_START, text->title);
      y += 3;
      below = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, 0, y, width, SMR_ALIGN_START, text->colophon);
      if (with_body)
        {
          double legend_width = add_legend (NULL, text->body, setter, 0, y);
          gboolean fits = colophon_width + 12 + legend_width <= width;

          add_legend (block, text->body, setter, fits ? width - legend_width : 0, fits ? y : below + 3);
        }
    }
  return block;
}

/* Every fact gets the width of its value and an equal part of what is left. FALSE: they do not fit side by side. */
static gboolean
fit_facts (const SmrSheetText *text, const SmrSetter *setter, double width, double gap, double *widths)
{
  double room = width - gap * (text->facts->len - 1);
  double sum = 0;

  for (guint i = 0; i < text->facts->len; i++)
    {
      const SmrSheetFact *fact = g_ptr_array_index (text->facts, i);

      widths[i] = CLAMP (smr_setter_measure (setter, SMR_FACE_NAME, fact->value) + 1, 60 * setter->scale, room / 4);
      sum += widths[i];
    }
  for (guint i = 0; i < text->facts->len; i++)
    widths[i] += (room - sum) / text->facts->len;
  return sum <= room;
}

/* Side by side where there is room, else a few in a row, each row as high as its highest. */
static SmrBlock *
new_facts (const SmrSheetText *text, const SmrSetter *setter, double width)
{
  SmrBlock *block = smr_block_new ();
  g_autofree double *widths = g_new (double, text->facts->len);
  double gap = width < setter->width ? 7 : 14, y = 0;
  guint columns = text->facts->len;

  if (!fit_facts (text, setter, width, gap, widths))
    {
      columns = width / setter->scale >= 330 ? 3 : 2;
      for (guint i = 0; i < text->facts->len; i++)
        widths[i] = (width - gap * (columns - 1)) / columns;
    }

  block->space_before = 9;
  smr_block_add_rule (block, &smr_ink_black, 0.8, 0, 0, width, 0);
  for (guint i = 0; i < text->facts->len; i += columns)
    {
      double x = 0, bottom = y;

      for (guint j = i; j < MIN (i + columns, text->facts->len); j++)
        {
          const SmrSheetFact *fact = g_ptr_array_index (text->facts, j);
          double below;

          below = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, x, y + 6, widths[j],
                                      SMR_ALIGN_START, fact->label);
          below = smr_block_add_text (block, setter, SMR_FACE_NAME, &smr_ink_black, x, below + 1, widths[j],
                                      SMR_ALIGN_START, fact->value);
          if (fact->note != NULL)
            below = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_black, x, below + 1, widths[j],
                                        SMR_ALIGN_START, fact->note);
          bottom = MAX (bottom, below);
          x += widths[j] + gap;
        }
      y = bottom;
    }
  smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, 0, y + 7, width, y + 7);
  return block;
}

/* --- end ------------------------------------------------------------------------------------------------ */

static SmrBlock *
new_disclaimer (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();

  block->space_before = smr_list_is_short (text) ? 5 : 8;
  smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_black, 0, 0, setter->width, SMR_ALIGN_START,
                      text->disclaimer);
  return block;
}

/* Where the paper is wide, client and trainer sign beside each other, on a short page even beside what they sign. */
SmrBlock *
smr_list_new_signatures (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  const char *who[] = { text->label_client, text->label_trainer };
  gboolean is_short = smr_list_is_short (text);
  double gap = is_short ? 14 : 24, date = (is_short ? 60 : 78) * MIN (setter->scale, 1.5), least = 100 * setter->scale + date;
  double box = 12 * setter->scale;
  double baseline = 12 + smr_setter_get_ascent (setter, SMR_FACE_LABEL);
  double shown = box + 7 + smr_setter_measure (setter, SMR_FACE_LABEL, text->shown) + 1 + gap;
  gboolean beside = is_short && setter->width - shown >= 2 * least + gap;
  gboolean stacked = setter->width < 2 * least + gap;
  double start = beside ? shown : 0, width = stacked ? setter->width : (setter->width - start - gap) / 2;
  double y;

  block->space_before = is_short ? 9 : 18;
  smr_block_add_rule (block, &smr_ink_black, 0.8, 0, 0, setter->width, 0);
  smr_list_add_sign_on (block, setter, SMR_FACE_LABEL, SMR_SIGN_BOX, 0, baseline, box);
  y = smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, box + 7, baseline,
                             (beside ? shown : setter->width) - box - 7, SMR_ALIGN_START, text->shown);

  y = beside ? 28 : y + 30;
  for (guint i = 0; i < G_N_ELEMENTS (who); i++)
    {
      double x = stacked ? 0 : start + i * (width + gap);

      if (stacked && i > 0)
        y = block->height + 30;
      smr_block_add_rule (block, &smr_ink_black, SMR_LIST_HAIRLINE, x, y, x + width - date - 10, y);
      smr_block_add_rule (block, &smr_ink_black, SMR_LIST_HAIRLINE, x + width - date, y, x + width, y);
      smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, x, y + 3, width - date - 10,
                          SMR_ALIGN_START, who[i]);
      smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, x + width - date, y + 3, date,
                          SMR_ALIGN_START, text->label_date);
    }
  return block;
}

static SmrBlock *
new_changes (const SmrSheetList *changes, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  double y;

  for (guint i = 0; i < changes->lines->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "  ·  " : "", (const char *) g_ptr_array_index (changes->lines, i));
  block->space_before = 10;
  y = smr_block_add_text (block, setter, SMR_FACE_LABEL, &smr_ink_black, 0, 0, setter->width, SMR_ALIGN_START, changes->heading);
  smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, 0, y, setter->width, SMR_ALIGN_START, lines->str);
  return block;
}

/* Head and safety. The stop signs have to be on the first page: where large print or many regions would push them
 * off, they go before all else but the name. */
void
smr_list_add_first_page (GPtrArray *blocks, const SmrSheetText *text, const SmrSetter *setter, double height)
{
  double body_height = smr_list_is_short (text) ? SHORT_BODY_HEIGHT : BODY_HEIGHT;
  double beside = text->body != NULL ? setter->width - body_height * smr_sheet_body_get_aspect (text->body) - BODY_GAP : 0;
  gboolean with_body = beside >= LEAST_HEAD_WIDTH * setter->scale && height >= LEAST_HEIGHT;
  double width = with_body ? beside : setter->width;
  double top;
  SmrBlock *head = new_head (text, setter, width, &top);
  SmrBlock *facts = new_facts (text, setter, width);
  SmrBlock *stop = smr_list_new_stop_box (text, setter, height - head->height);
  double needed = head->height + stop->space_before + stop->height;

  /* Facts on the next page have no map beside them. */
  if (needed + facts->space_before + facts->height > height)
    {
      smr_block_free (facts);
      facts = new_facts (text, setter, setter->width);
    }
  g_ptr_array_add (blocks, head);
  g_ptr_array_add (blocks, facts);
  for (guint i = 0; i < text->excluded->len; i++)
    g_ptr_array_add (blocks, smr_list_new_excluded (g_ptr_array_index (text->excluded, i), setter));

  for (guint i = 1; i < blocks->len; i++)
    {
      const SmrBlock *block = g_ptr_array_index (blocks, i);

      needed += block->space_before + block->height;
    }
  g_ptr_array_insert (blocks, needed <= height ? -1 : 1, stop);
  if (with_body)
    {
      add_body (head, text->body, setter, top, body_height);
      if (needed <= height)
        facts->height = MAX (facts->height, top + body_height - head->height - facts->space_before);
      else
        head->height = MAX (head->height, top + body_height);
    }

  if (text->changes != NULL && text->changes->lines->len > 0)
    g_ptr_array_add (blocks, new_changes (text->changes, setter));
  g_ptr_array_add (blocks, smr_list_new_standing_rules (text, setter));
  g_ptr_array_add (blocks, new_disclaimer (text, setter));
}

GPtrArray *
smr_handout_list_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_block_free);

  smr_list_add_first_page (blocks, text, setter, height);
  for (guint i = 0; i < text->phases->len; i++)
    smr_list_add_phase (blocks, text, g_ptr_array_index (text->phases, i), setter);

  /* Signatures on a page of their own would sign nothing. */
  ((SmrBlock *) g_ptr_array_index (blocks, blocks->len - 1))->keep_with_next = TRUE;
  g_ptr_array_add (blocks, smr_list_new_signatures (text, setter));
  return blocks;
}
