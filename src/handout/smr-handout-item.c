#include "smr-handout-item.h"

#include "smr-figure.h"
#include "smr-handout-list-private.h"
#include "smr-sheet-frame.h"

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

/* As large as it fits, in the middle of the column's width. */
static void
add_photo (SmrBlock *block, const SmrSheetItem *item, double x, double y, double size)
{
  cairo_surface_t *image = smr_sheet_image_load (item->photo);
  double scale, width, height;

  if (image == NULL)
    return;
  scale = size / MAX (cairo_image_surface_get_width (image), cairo_image_surface_get_height (image));
  width = cairo_image_surface_get_width (image) * scale;
  height = cairo_image_surface_get_height (image) * scale;
  smr_block_add_image (block, image, x + (size - width) / 2, y, width, height);
  smr_block_describe (block, item->name);
  cairo_surface_destroy (image);
}

gboolean
smr_item_has_picture (const SmrSheetItem *item)
{
  return item->figure != NULL || item->photo != NULL;
}

void
smr_item_add_picture (SmrBlock *block, const SmrSheetItem *item, double x, double y, double size)
{
  Picture *picture;

  if (item->photo != NULL)
    add_photo (block, item, x, y, size);
  if (item->figure == NULL)
    return;

  picture = g_new (Picture, 1);
  picture->figure = smr_figure_ref (item->figure);
  picture->side = item->shown_side;
  smr_block_add_drawing (block, draw_picture, picture, picture_free, x, y, size, size);
  smr_block_describe (block, item->name);
}

double
smr_item_add_facts (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, SmrFace face, double x,
                    double y, double width)
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
  return smr_block_add_text (block, setter, face, &smr_ink_quiet, x, y, width, SMR_ALIGN_START, line->str);
}

double
smr_item_add_needs (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, SmrFace face, double x,
                    double y, double width)
{
  g_autoptr (GString) line = g_string_new (item->side);

  for (guint i = 0; i < item->facts->len; i++)
    {
      const SmrSheetFact *fact = g_ptr_array_index (item->facts, i);

      /* The first names the muscle, which the body map shows. */
      if (i > 0 && fact->evident)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", fact->value);
    }
  g_string_replace (line, "\n", " · ", 0);
  return smr_block_add_text (block, setter, face, &smr_ink_quiet, x, y, width, SMR_ALIGN_START, line->str);
}

/* Name with its chips; chips that do not fit behind it go under it. Returns the y below. */
static double
add_name (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, SmrFace face, double x, double baseline,
          double width)
{
  const char *chips[] = { item->side, item->gentle, item->change };
  double name_width = smr_setter_measure (setter, face, item->name) + 0.5;
  double chips_width = 0, chip_x, chip_baseline = baseline, y;

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      if (chips[i] != NULL)
        chips_width += 8 + smr_list_add_chip (NULL, setter, 0, 0, chips[i]);
    }

  y = smr_block_add_text_on (block, setter, face, &smr_ink_black, x, baseline, MIN (name_width, width),
                             SMR_ALIGN_START, item->name);
  chip_x = x + name_width + 8;
  if (name_width + chips_width > width)
    {
      chip_x = x;
      chip_baseline = y + smr_setter_get_ascent (setter, face);
      if (chips_width > 0)
        y = chip_baseline + 6 * setter->scale;
    }
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      double chip_width;

      if (chips[i] == NULL)
        continue;
      chip_width = smr_list_add_chip (NULL, setter, 0, 0, chips[i]);
      if (chip_x > x && chip_x + chip_width > x + width)
        {
          chip_x = x;
          chip_baseline += 17 * setter->scale;
          y = chip_baseline + 6 * setter->scale;
        }
      smr_list_add_chip (block, setter, chip_x, chip_baseline, chips[i]);
      chip_x += chip_width + 8;
    }
  return y;
}

double
smr_item_add_head (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, SmrFace name_face,
                   SmrFace dose_face, double x, double y, double width)
{
  y = add_name (block, item, setter, name_face, x, y + smr_setter_get_ascent (setter, name_face), width);
  return smr_block_add_text (block, setter, dose_face, &smr_ink_black, x, y + 1, width, SMR_ALIGN_START, item->dose);
}

double
smr_item_add_words (SmrBlock *block, const SmrSheetText *text, const SmrSheetItem *item, const SmrSetter *setter,
                    double x, double y, double width)
{
  double indent = smr_list_get_indent (setter);

  y = smr_list_add_run_in (block, setter, x, y, width, text->start, item->start);
  for (guint i = 0; i < item->steps->len; i++)
    {
      g_autofree char *step = g_strdup_printf ("%u", i + 1);
      double baseline = y + 2 + smr_setter_get_ascent (setter, SMR_FACE_BODY);

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
  return y;
}
