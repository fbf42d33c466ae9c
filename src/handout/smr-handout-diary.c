#include "smr-handout-diary.h"

#include "smr-handout-list-private.h"

#define N_WEEKS 4
#define N_DAYS 7
#define TICK_BOX 9.0
#define PADDING 3.0
/* At the smallest size of text; narrow paper has no column for notes, but lines under the week. */
#define LEAST_DAY 17.0
#define LARGEST_DAY 33.0
#define LEAST_NOTES 84.0

/* Where the columns of a week stand. */
typedef struct
{
  double names;                /* their width */
  double day;                  /* width of one */
  double notes;                /* 0: under the days */
} Columns;

static void
init_columns (Columns *self, const SmrSetter *setter)
{
  double width = setter->width, scale = setter->scale;

  self->notes = width / scale >= 440 ? MAX (LEAST_NOTES * scale, width * 0.2) : 0;
  self->day = CLAMP ((width - self->notes) * 0.085, LEAST_DAY * scale, LARGEST_DAY * scale);
  self->names = width - self->notes - N_DAYS * self->day;
}

static double
get_day_x (const Columns *self, guint day)
{
  return self->names + day * self->day;
}

static SmrBlock *
new_heading (const SmrSheetDiary *diary, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  double y = smr_block_add_text (block, setter, SMR_FACE_HEADING, &smr_ink_black, 0, 0, setter->width, SMR_ALIGN_START,
                                 diary->heading);

  smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, 0, y + 2, setter->width, SMR_ALIGN_START, diary->how);
  block->new_page = TRUE;
  block->keep_with_next = TRUE;
  return block;
}

/* One row, with the line under it. Returns the y below. */
static double
add_item_row (SmrBlock *block, const SmrSheetItem *item, const SmrInk *ink, const Columns *columns, const SmrSetter *setter,
              double y)
{
  double box = TICK_BOX * setter->scale, indent = 17 * setter->scale;
  double bottom, middle;

  smr_block_add_text (block, setter, SMR_FACE_CHIP, ink, 0, y + PADDING, indent, SMR_ALIGN_START, item->number);
  bottom = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_black, indent, y + PADDING,
                               columns->names - indent - 6, SMR_ALIGN_START, item->name);
  bottom = MAX (bottom, y + PADDING + box) + PADDING;
  middle = (y + bottom) / 2;
  for (guint i = 0; i < N_DAYS; i++)
    smr_block_add_sign (block, &smr_ink_black, SMR_SIGN_BOX, get_day_x (columns, i) + (columns->day - box) / 2, middle - box / 2, box);
  smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, 0, bottom, setter->width - columns->notes, bottom);
  return bottom;
}

/* Boxes to write a figure into. Returns the y below. */
static double
add_pain_row (SmrBlock *block, const SmrSheetDiary *diary, const Columns *columns, const SmrSetter *setter, double y)
{
  double height = 17 * setter->scale, gap = MIN (3, columns->day * 0.08);
  double bottom = smr_block_add_text (block, setter, SMR_FACE_CHIP, &smr_ink_black, 0, y + 6, columns->names - 6,
                                      SMR_ALIGN_START, diary->pain);

  for (guint i = 0; i < N_DAYS; i++)
    smr_block_add_frame (block, &smr_ink_black, 0.7, get_day_x (columns, i) + gap, y + 3, columns->day - 2 * gap, height, 2);
  return MAX (bottom, y + 3 + height) + PADDING;
}

static SmrBlock *
new_week (const SmrSheetText *text, const SmrSetter *setter, const Columns *columns, guint week)
{
  const SmrSheetDiary *diary = text->diary;
  SmrBlock *block = smr_block_new ();
  g_autofree char *number = g_strdup_printf ("%u", week);
  g_autoptr (GString) label = g_string_new (diary->week);
  double baseline = smr_setter_get_ascent (setter, SMR_FACE_NAME), y, top;

  g_string_replace (label, "{week}", number, 0);
  block->space_before = 14;
  y = smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_black, 0, baseline, columns->names - 6, SMR_ALIGN_START,
                             label->str);
  for (guint i = 0; i < N_DAYS; i++)
    smr_block_add_text_on (block, setter, SMR_FACE_CHIP, &smr_ink_black, get_day_x (columns, i), baseline, columns->day,
                           SMR_ALIGN_CENTER, diary->days[i]);
  top = y + 2;
  smr_block_add_rule (block, &smr_ink_black, 0.8, 0, top, setter->width, top);
  block->heading_height = top + 1;

  y = top;
  for (guint i = 0; i < text->phases->len; i++)
    {
      const SmrSheetPhase *phase = g_ptr_array_index (text->phases, i);

      for (guint j = 0; j < phase->items->len; j++)
        y = add_item_row (block, g_ptr_array_index (phase->items, j), &smr_phase_inks[phase->phase], columns, setter, y);
    }
  y = add_pain_row (block, diary, columns, setter, y);

  if (columns->notes > 0)
    {
      smr_block_add_text_on (block, setter, SMR_FACE_CHIP, &smr_ink_black, setter->width - columns->notes + 8, baseline,
                             columns->notes - 8, SMR_ALIGN_START, diary->notes);
      smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, setter->width - columns->notes, top,
                          setter->width - columns->notes, y);
    }
  else
    {
      smr_block_add_text (block, setter, SMR_FACE_CHIP, &smr_ink_black, 0, y + 6, columns->names, SMR_ALIGN_START, diary->notes);
      y += 40 * setter->scale;
    }
  smr_block_add_rule (block, &smr_ink_black, 0.8, 0, y, setter->width, y);
  return block;
}

void
smr_handout_add_diary (GPtrArray *blocks, const SmrSheetText *text, const SmrSetter *setter)
{
  Columns columns;

  init_columns (&columns, setter);
  g_ptr_array_add (blocks, new_heading (text->diary, setter));
  for (guint week = 1; week <= N_WEEKS; week++)
    g_ptr_array_add (blocks, new_week (text, setter, &columns, week));
}
