#include "smr-handout-list.h"

#include <math.h>

#define MM (72.0 / 25.4)

#define HAIRLINE 0.4
#define LOGO_HEIGHT (14 * MM)
#define LOGO_WIDTH (60 * MM)
#define NUMBER_COLUMN 19.0
#define SIDE_COLUMN (34 * MM) /* a picture's width */
#define GUTTER 14.0
#define TICK_BOX 15.0
#define INDENT 14.0           /* of text beside a sign or a number */

/* One hue a phase, all of about the same darkness, so that grey paper shows one grey. */
static const SmrInk phase_inks[SMR_N_PHASES] = {
  [SMR_PHASE_INHIBIT] = { 0.10, 0.37, 0.71 },
  [SMR_PHASE_LENGTHEN] = { 0.08, 0.45, 0.28 },
  [SMR_PHASE_ACTIVATE] = { 0.70, 0.25, 0.00 },
  [SMR_PHASE_INTEGRATE] = { 0.45, 0.24, 0.60 },
};

/* A sign centred on the first line of text of @face at @y. */
static void
add_sign_on (SmrBlock *block, const SmrSetter *setter, SmrFace face, const SmrInk *ink, SmrSign sign, double x, double baseline, double size)
{
  double ascent = smr_setter_get_ascent (setter, face);

  /* The middle of a capital lies about 0.36 em, here 0.37 of the ascent, over the baseline. */
  smr_block_add_sign (block, ink, sign, x, baseline - 0.375 * ascent - size / 2, size);
}

/* Text behind a hanging sign. */
static double
add_signed_text (SmrBlock *block, const SmrSetter *setter, SmrFace face, SmrSign sign, double sign_size,
                 double x, double y, double width, const char *text)
{
  double indent = INDENT * setter->scale;

  add_sign_on (block, setter, face, &smr_ink_black, sign, x, y + smr_setter_get_ascent (setter, face), sign_size * setter->scale);
  return smr_block_add_text (block, setter, face, &smr_ink_black, x + indent, y, width - indent, SMR_ALIGN_START, text);
}

/* A word in a rounded frame. Returns its width; drawn only if @block is given. */
static double
add_chip (SmrBlock *block, const SmrSetter *setter, double x, double baseline, const char *text)
{
  double padding = 6 * setter->scale;
  double ascent = smr_setter_get_ascent (setter, SMR_FACE_CHIP);
  double text_width = smr_setter_measure (setter, SMR_FACE_CHIP, text) + 0.5;
  double height = ascent * 1.75;

  if (block != NULL)
    {
      smr_block_add_frame (block, &smr_ink_black, 0.7, x, baseline - 0.36 * ascent - height / 2, text_width + 2 * padding, height, height / 2);
      smr_block_add_text_on (block, setter, SMR_FACE_CHIP, &smr_ink_black, x + padding, baseline, text_width, SMR_ALIGN_START, text);
    }
  return text_width + 2 * padding;
}

/* --- head ----------------------------------------------------------------------------------------------- */

static cairo_surface_t *
load_image (GBytes *bytes)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);
  cairo_surface_t *image;

  if (texture == NULL)
    return NULL;

  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture), gdk_texture_get_height (texture));
  gdk_texture_download (texture, cairo_image_surface_get_data (image), cairo_image_surface_get_stride (image));
  cairo_surface_mark_dirty (image);
  return image;
}

/* Logo and practice; returns the y below, 0 if there is neither. */
static double
add_letterhead (SmrBlock *block, const SmrSheetText *text, const SmrSetter *setter)
{
  cairo_surface_t *logo = text->logo != NULL ? load_image (text->logo) : NULL;
  double logo_width = 0, logo_height = 0, chip_width = 0, x = 0, y = 0, width, text_height = 0;

  if (logo != NULL)
    {
      double scale = MIN (LOGO_HEIGHT / cairo_image_surface_get_height (logo), LOGO_WIDTH / cairo_image_surface_get_width (logo));

      logo_width = cairo_image_surface_get_width (logo) * scale;
      logo_height = cairo_image_surface_get_height (logo) * scale;
      smr_block_add_image (block, logo, 0, 0, logo_width, logo_height);
      cairo_surface_destroy (logo);
      x = logo_width + 10;
    }

  if (text->sample != NULL)
    chip_width = add_chip (NULL, setter, 0, 0, text->sample);
  width = setter->width - x - (chip_width > 0 ? chip_width + 10 : 0);

  if (text->practice[0] != '\0')
    {
      g_autoptr (SmrBlock) trial = smr_block_new ();

      y = smr_block_add_text (trial, setter, SMR_FACE_NAME, &smr_ink_black, 0, 0, width, SMR_ALIGN_START, text->practice);
      if (text->contact[0] != '\0')
        y = smr_block_add_text (trial, setter, SMR_FACE_SMALL, &smr_ink_quiet, 0, y, width, SMR_ALIGN_START, text->contact);
      text_height = y;

      y = MAX (0, (logo_height - text_height) / 2);
      y = smr_block_add_text (block, setter, SMR_FACE_NAME, &smr_ink_black, x, y, width, SMR_ALIGN_START, text->practice);
      if (text->contact[0] != '\0')
        y = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, x, y, width, SMR_ALIGN_START, text->contact);
    }

  if (chip_width > 0)
    add_chip (block, setter, setter->width - chip_width, MAX (logo_height, text_height) / 2 + 4, text->sample);

  y = MAX (block->height, logo_height);
  if (y == 0)
    return 0;

  y += 7;
  smr_block_add_rule (block, &smr_ink_line, HAIRLINE, 0, y, setter->width, y);
  return y;
}

/* The client's name as large as it fits in two lines; the smallest size may take as many as it needs. */
static double
add_client_name (SmrBlock *block, const SmrSheetText *text, const SmrSetter *setter, double y)
{
  static const SmrFace sizes[] = { SMR_FACE_CLIENT, SMR_FACE_LARGE, SMR_FACE_HEADING };
  guint i;

  for (i = 0; i + 1 < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PangoLayout) layout = smr_setter_layout (setter, sizes[i], setter->width, SMR_ALIGN_START, text->client);

      if (pango_layout_get_line_count (layout) <= 2)
        break;
    }
  return smr_block_add_text (block, setter, sizes[i], &smr_ink_black, 0, y, setter->width, SMR_ALIGN_START, text->client);
}

static SmrBlock *
new_head (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  double colophon_width = smr_setter_measure (setter, SMR_FACE_SMALL, text->colophon) + 1;
  double title_width = smr_setter_measure (setter, SMR_FACE_TITLE, text->title) + 1;
  double y = add_letterhead (block, text, setter);

  if (y > 0)
    y += 10;
  y = add_client_name (block, text, setter, y) + 1;

  if (title_width + 20 + colophon_width <= setter->width)
    {
      double baseline = y + smr_setter_get_ascent (setter, SMR_FACE_TITLE);

      smr_block_add_text_on (block, setter, SMR_FACE_TITLE, &smr_ink_black, 0, baseline, title_width, SMR_ALIGN_START, text->title);
      smr_block_add_text_on (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, setter->width - colophon_width, baseline, colophon_width, SMR_ALIGN_END, text->colophon);
    }
  else
    {
      y = smr_block_add_text (block, setter, SMR_FACE_TITLE, &smr_ink_black, 0, y, setter->width, SMR_ALIGN_START, text->title);
      smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, 0, y + 3, setter->width, SMR_ALIGN_START, text->colophon);
    }
  return block;
}

/* Every fact gets the width of its value and an equal part of what is left. FALSE: they do not fit side by side. */
static gboolean
fit_facts (const SmrSheetText *text, const SmrSetter *setter, double gap, double *widths)
{
  double room = setter->width - gap * (text->facts->len - 1);
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
new_facts (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  g_autofree double *widths = g_new (double, text->facts->len);
  double gap = 14, y = 0;
  guint columns = text->facts->len;

  if (!fit_facts (text, setter, gap, widths))
    {
      columns = setter->width / setter->scale >= 330 ? 3 : 2;
      for (guint i = 0; i < text->facts->len; i++)
        widths[i] = (setter->width - gap * (columns - 1)) / columns;
    }

  block->space_before = 9;
  smr_block_add_rule (block, &smr_ink_black, 0.8, 0, 0, setter->width, 0);
  for (guint i = 0; i < text->facts->len; i += columns)
    {
      double x = 0, bottom = y;

      for (guint j = i; j < MIN (i + columns, text->facts->len); j++)
        {
          const SmrSheetFact *fact = g_ptr_array_index (text->facts, j);
          double below;

          below = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, x, y + 6, widths[j], SMR_ALIGN_START, fact->label);
          below = smr_block_add_text (block, setter, SMR_FACE_NAME, &smr_ink_black, x, below + 1, widths[j], SMR_ALIGN_START, fact->value);
          if (fact->note != NULL)
            below = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_black, x, below + 1, widths[j], SMR_ALIGN_START, fact->note);
          bottom = MAX (bottom, below);
          x += widths[j] + gap;
        }
      y = bottom;
    }
  smr_block_add_rule (block, &smr_ink_line, HAIRLINE, 0, y + 7, setter->width, y + 7);
  return block;
}

/* --- safety --------------------------------------------------------------------------------------------- */

static double
add_stop_group (SmrBlock *block, const SmrSetter *setter, const SmrSheetList *group, double x, double y, double width)
{
  y = smr_block_add_text (block, setter, SMR_FACE_LABEL, &smr_ink_black, x, y, width, SMR_ALIGN_START, group->heading) + 3;
  for (guint i = 0; i < group->lines->len; i++)
    {
      double indent = 8 * setter->scale;
      double baseline = y + smr_setter_get_ascent (setter, SMR_FACE_BODY);

      add_sign_on (block, setter, SMR_FACE_BODY, &smr_ink_black, SMR_SIGN_BULLET, x + 0.5, baseline, 2.6 * setter->scale);
      y = smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, x + indent, y, width - indent, SMR_ALIGN_START,
                              g_ptr_array_index (group->lines, i)) + 1.5;
    }
  return y - 1.5;
}

/* Signs in one run of text, for a group across the whole box. */
static double
add_stop_run (SmrBlock *block, const SmrSetter *setter, const SmrSheetList *group, double x, double y, double width)
{
  g_autoptr (GString) run = g_string_new (NULL);

  for (guint i = 0; i < group->lines->len; i++)
    g_string_append_printf (run, "%s%s", i > 0 ? "  ·  " : "", (const char *) g_ptr_array_index (group->lines, i));
  y = smr_block_add_text (block, setter, SMR_FACE_LABEL, &smr_ink_black, x, y, width, SMR_ALIGN_START, group->heading) + 3;
  return smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, x, y, width, SMR_ALIGN_START, run->str);
}

/* The first three groups stand side by side, on narrow paper or in large print the first two over each other beside
 * the third, or all three over each other; what comes after them stands across. The third has most to say. */
static SmrBlock *
new_stop_box (const SmrSheetText *text, const SmrSetter *setter)
{
  static const double shares[] = { 0.30, 0.31, 0.39 };
  SmrBlock *block = smr_block_new ();
  double padding = 12, gap = 18, icon = 15 * setter->scale;
  double inner = setter->width - 2 * padding;
  guint n_beside = MIN (text->stops->len, G_N_ELEMENTS (shares));
  guint columns = inner / setter->scale >= 440 ? 3 : inner / setter->scale >= 240 ? 2 : 1;
  double baseline = 10 + smr_setter_get_ascent (setter, SMR_FACE_HEADING);
  double x = padding, y, column_y, bottom, width_before = 0;

  block->space_before = 12;
  add_sign_on (block, setter, SMR_FACE_HEADING, &smr_ink_black, SMR_SIGN_STOP, padding, baseline, icon);
  y = smr_block_add_text_on (block, setter, SMR_FACE_HEADING, &smr_ink_black, padding + icon + 7, baseline, inner - icon - 7, SMR_ALIGN_START, text->stop);
  y += 5;
  column_y = bottom = y;

  for (guint i = 0; i < n_beside; i++)
    {
      const SmrSheetList *group = g_ptr_array_index (text->stops, i);
      double width = columns == 3 ? (inner - 2 * gap) * shares[i] : (inner - gap * (columns - 1)) / columns;
      double below;

      /* With two columns the second group stays under the first. */
      if (i > 0 && columns > 1 && i + columns > 3)
        {
          x += width_before + gap;
          column_y = y;
        }
      else if (i > 0)
        {
          column_y += 8;
        }

      below = add_stop_group (block, setter, group, x, column_y, width);
      bottom = MAX (bottom, below);
      column_y = below;
      width_before = width;
    }

  for (guint i = n_beside; i < text->stops->len; i++)
    {
      bottom += 8;
      smr_block_add_rule (block, &smr_ink_line, HAIRLINE, padding, bottom, padding + inner, bottom);
      bottom = add_stop_run (block, setter, g_ptr_array_index (text->stops, i), padding, bottom + 6, inner);
    }

  smr_block_add_frame (block, &smr_ink_black, 1.2, 0.6, 0.6, setter->width - 1.2, bottom + padding - 0.6, 5);
  return block;
}

/* Regions in large print, one behind the other, each with the sign that forbids. So many that they would fill the page
 * step down a size. */
static SmrBlock *
new_excluded (const SmrSheetList *list, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  SmrFace face = list->lines->len <= 6 ? SMR_FACE_LARGE : SMR_FACE_HEADING;
  double ascent = smr_setter_get_ascent (setter, face);
  double icon = ascent * 0.84, gap = icon * 1.2, line = ascent * 1.32;
  double x = 0, y;

  block->space_before = 12;
  y = smr_block_add_text (block, setter, SMR_FACE_HEADING, &smr_ink_black, 0, 0, setter->width, SMR_ALIGN_START, list->heading) + 2;
  for (guint i = 0; i < list->lines->len; i++)
    {
      const char *place = g_ptr_array_index (list->lines, i);
      double width = smr_setter_measure (setter, face, place) + 0.5;
      double room = setter->width - icon - 6;
      double bottom;

      if (x > 0 && x + icon + 6 + width > setter->width)
        {
          x = 0;
          y += line;
        }
      add_sign_on (block, setter, face, &smr_ink_black, SMR_SIGN_FORBIDDEN, x, y + ascent, icon);
      bottom = smr_block_add_text (block, setter, face, &smr_ink_black, x + icon + 6, y, MIN (width, room), SMR_ALIGN_START, place);
      if (width > room)
        y = bottom - line;
      x += icon + 6 + width + gap;
    }
  return block;
}

/* The label stands before the text, on its first line. */
static double
add_run_in (SmrBlock *block, const SmrSetter *setter, double x, double y, double width, const char *label, const char *text)
{
  double label_width = smr_setter_measure (setter, SMR_FACE_LABEL, label) + 7;
  double baseline = y + smr_setter_get_ascent (setter, SMR_FACE_BODY);

  smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, x, baseline, label_width, SMR_ALIGN_START, label);
  return smr_block_add_text_on (block, setter, SMR_FACE_BODY, &smr_ink_black, x + label_width, baseline, width - label_width, SMR_ALIGN_START, text);
}

/* Two labels of one width with their texts beside them. */
static SmrBlock *
new_standing_rules (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  double column = smr_setter_measure (setter, SMR_FACE_LABEL, text->never->label);
  double baseline = smr_setter_get_ascent (setter, SMR_FACE_BODY);

  block->space_before = 10;
  if (text->limits != NULL)
    column = MAX (column, smr_setter_measure (setter, SMR_FACE_LABEL, text->limits->heading));
  column = MIN (column + 12, setter->width / 3);

  if (text->limits != NULL)
    {
      double y = 0;

      smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, 0, baseline, column, SMR_ALIGN_START, text->limits->heading);
      for (guint i = 0; i < text->limits->lines->len; i++)
        y = smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, column, y, setter->width - column, SMR_ALIGN_START,
                                g_ptr_array_index (text->limits->lines, i));
      baseline += y + 5;
    }
  smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, 0, baseline, column, SMR_ALIGN_START, text->never->label);
  smr_block_add_text_on (block, setter, SMR_FACE_BODY, &smr_ink_black, column, baseline, setter->width - column, SMR_ALIGN_START, text->never->value);
  return block;
}

static SmrBlock *
new_disclaimer (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();

  block->space_before = 8;
  smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_black, 0, 0, setter->width, SMR_ALIGN_START, text->disclaimer);
  return block;
}

/* --- phases --------------------------------------------------------------------------------------------- */

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
  smr_block_add_text_on (block, setter, SMR_FACE_HEADING, &smr_ink_white, 0, baseline, disc, SMR_ALIGN_CENTER, phase->number);
  y = smr_block_add_text_on (block, setter, SMR_FACE_HEADING, ink, x, baseline, MIN (name_width, room), SMR_ALIGN_START, phase->name);
  if (smr_setter_measure (setter, SMR_FACE_BODY, phase->purpose) <= beside)
    smr_block_add_text_on (block, setter, SMR_FACE_BODY, &smr_ink_black, x + name_width + 10, baseline, beside, SMR_ALIGN_START, phase->purpose);
  else
    y = smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, x, y, setter->width - x, SMR_ALIGN_START, phase->purpose);
  smr_block_add_text_on (block, setter, SMR_FACE_LEAD, &smr_ink_black, setter->width - minutes_width, baseline, minutes_width, SMR_ALIGN_END, phase->minutes);

  y = MAX (y, disc) + 5;
  smr_block_add_rule (block, ink, 0.8, 0, y, setter->width, y);
  if (phase->how != NULL)
    smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, 0, y + 6, setter->width, SMR_ALIGN_START, phase->how);
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
  smr_block_add_text_on (block, setter, SMR_FACE_HEADING, &smr_ink_black, padding, baseline, disc, SMR_ALIGN_CENTER, phase->number);
  smr_block_add_text_on (block, setter, SMR_FACE_HEADING, &smr_ink_black, x, baseline, name_width, SMR_ALIGN_START, phase->name);

  x += name_width + 18;
  locked_x = x + icon + 8;
  add_sign_on (block, setter, SMR_FACE_NAME, &smr_ink_black, SMR_SIGN_LETTER, x, baseline, icon);
  below = smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_black, locked_x, baseline,
                                 setter->width - locked_x - padding, SMR_ALIGN_START, phase->locked);
  below = MAX (below, padding + disc);
  smr_block_add_frame (block, &smr_ink_black, 0.8, 0.4, 0.4, setter->width - 0.8, below + padding - 0.8, 5);
  return block;
}

/* The side column, where a picture will stand: what the exercise needs, label over value. */
static void
add_item_side (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, double baseline, double indent, double width)
{
  double y = baseline - smr_setter_get_ascent (setter, SMR_FACE_SMALL);

  for (guint i = 0; i < item->facts->len; i++)
    {
      const SmrSheetFact *fact = g_ptr_array_index (item->facts, i);

      y = smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, indent, y, width, SMR_ALIGN_START, fact->label);
      y = smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, indent, y, width, SMR_ALIGN_START, fact->value) + 2;
    }
}

/* Name with its chips; chips that do not fit behind it go under it. Returns the y below. */
static double
add_item_name (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, double x, double baseline, double width)
{
  const char *chips[] = { item->side, item->gentle };
  double name_width = smr_setter_measure (setter, SMR_FACE_NAME, item->name) + 0.5;
  double chips_width = 0, chip_x, chip_baseline = baseline, y;

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      if (chips[i] != NULL)
        chips_width += 8 + add_chip (NULL, setter, 0, 0, chips[i]);
    }

  y = smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_black, x, baseline, MIN (name_width, width), SMR_ALIGN_START, item->name);
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
        chip_x += add_chip (block, setter, chip_x, chip_baseline, chips[i]) + 8;
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
  double indent = INDENT * setter->scale;
  double width = setter->width - x, head_width = width - box - GUTTER;
  double y = 9, baseline;

  block->item = item->item;
  block->lead = y;
  if (!first)
    smr_block_add_rule (block, &smr_ink_line, HAIRLINE, 0, 0, setter->width, 0);
  baseline = y + smr_setter_get_ascent (setter, SMR_FACE_NAME);

  smr_block_add_sign (block, &smr_ink_black, SMR_SIGN_BOX, setter->width - box, y, box);
  smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_black, 0, baseline, number, SMR_ALIGN_START, item->number);
  y = add_item_name (block, item, setter, x, baseline, head_width);
  y = smr_block_add_text (block, setter, SMR_FACE_DOSE, &smr_ink_black, x, y + 1, head_width, SMR_ALIGN_START, item->dose);
  block->heading_height = y;

  y = add_run_in (block, setter, x, y + 4, width, text->start, item->start);
  for (guint i = 0; i < item->steps->len; i++)
    {
      g_autofree char *step = g_strdup_printf ("%u", i + 1);

      baseline = y + 2 + smr_setter_get_ascent (setter, SMR_FACE_BODY);
      smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, x, baseline, indent, SMR_ALIGN_START, step);
      y = smr_block_add_text_on (block, setter, SMR_FACE_BODY, &smr_ink_black, x + indent, baseline, width - indent, SMR_ALIGN_START, g_ptr_array_index (item->steps, i));
    }
  y = add_signed_text (block, setter, SMR_FACE_BODY, SMR_SIGN_CHECK, 7.5, x, y + 4, width, item->cue);
  y = add_signed_text (block, setter, SMR_FACE_BODY, SMR_SIGN_CROSS, 7.5, x, y + 2, width, item->mistake);
  for (guint i = 0; i < item->cares->len; i++)
    y = add_signed_text (block, setter, SMR_FACE_BODY, SMR_SIGN_CARE, 9, x, y + 2, width, g_ptr_array_index (item->cares, i));
  if (item->note != NULL)
    y = add_run_in (block, setter, x, y + 4, width, text->note, item->note);

  add_item_side (block, item, setter, 9 + smr_setter_get_ascent (setter, SMR_FACE_NAME), number, column);
  block->tail = 9;
  block->height = MAX (block->height, y) + block->tail;
  return block;
}

static SmrBlock *
new_after (const SmrSheetPhase *phase, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  double padding = 7;
  double y = add_signed_text (block, setter, SMR_FACE_LABEL, SMR_SIGN_CARE, 9, 0, padding, setter->width, phase->after);

  smr_block_add_rule (block, &smr_ink_line, HAIRLINE, 0, 0, setter->width, 0);
  block->lead = padding;
  block->height = y;
  return block;
}

static void
add_phase (GPtrArray *blocks, const SmrSheetText *text, const SmrSheetPhase *phase, const SmrSetter *setter)
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

/* --- end ------------------------------------------------------------------------------------------------ */

static SmrBlock *
new_signatures (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  const char *who[] = { text->label_client, text->label_trainer };
  double gap = 24, half = (setter->width - gap) / 2, date = 78 * MIN (setter->scale, 1.5);
  double box = 12 * setter->scale;
  double baseline = 12 + smr_setter_get_ascent (setter, SMR_FACE_LABEL);
  double y;

  block->space_before = 18;
  smr_block_add_rule (block, &smr_ink_black, 0.8, 0, 0, setter->width, 0);
  add_sign_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, SMR_SIGN_BOX, 0, baseline, box);
  y = smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, box + 7, baseline, setter->width - box - 7, SMR_ALIGN_START, text->shown);

  y += 30;
  for (guint i = 0; i < G_N_ELEMENTS (who); i++)
    {
      double x = i * (half + gap);

      smr_block_add_rule (block, &smr_ink_black, HAIRLINE, x, y, x + half - date - 10, y);
      smr_block_add_rule (block, &smr_ink_black, HAIRLINE, x + half - date, y, x + half, y);
      smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, x, y + 3, half - date - 10, SMR_ALIGN_START, who[i]);
      smr_block_add_text (block, setter, SMR_FACE_SMALL, &smr_ink_quiet, x + half - date, y + 3, date, SMR_ALIGN_START, text->label_date);
    }
  return block;
}

SmrBlock *
smr_handout_list_new_foot (const SmrSheetText *text, const SmrSetter *setter, const char *page)
{
  SmrBlock *block = smr_block_new ();
  double page_width = smr_setter_measure (setter, SMR_FACE_SMALL, page) + 1, y = 8;
  double baseline = y + 5 + smr_setter_get_ascent (setter, SMR_FACE_SMALL);
  double width = setter->width - page_width - 12;
  double sample_width = text->sample_foot != NULL ? smr_setter_measure (setter, SMR_FACE_CHIP, text->sample_foot) + 1 : 0;

  smr_block_add_rule (block, &smr_ink_line, HAIRLINE, 0, y, setter->width, y);
  if (sample_width > 0)
    {
      width -= sample_width + 12;
      smr_block_add_text_on (block, setter, SMR_FACE_CHIP, &smr_ink_black, width + 12, baseline, sample_width, SMR_ALIGN_START, text->sample_foot);
    }
  smr_block_add_text_on (block, setter, SMR_FACE_SMALL, &smr_ink_black, 0, baseline, width, SMR_ALIGN_START, text->foot);
  smr_block_add_text_on (block, setter, SMR_FACE_SMALL, &smr_ink_black, setter->width - page_width, baseline, page_width, SMR_ALIGN_END, page);
  return block;
}

/* The box as large as it fits into @room, down to the usual size. */
static SmrBlock *
new_stop_box_for_room (const SmrSheetText *text, const SmrSetter *setter, double room)
{
  SmrSetter smaller = *setter;
  SmrBlock *block = new_stop_box (text, &smaller);

  while (block->space_before + block->height > room && smaller.scale > 1)
    {
      smr_block_free (block);
      smaller.scale = MAX (smaller.scale * 0.94, 1);
      block = new_stop_box (text, &smaller);
    }
  return block;
}

/* Head and safety. The stop signs have to be on the first page: where large print or many regions would push them
 * off, they go before all else but the name. */
static void
add_first_page (GPtrArray *blocks, const SmrSheetText *text, const SmrSetter *setter, double height)
{
  SmrBlock *head = new_head (text, setter);
  SmrBlock *stop = new_stop_box_for_room (text, setter, height - head->height);
  double needed = head->height + stop->space_before + stop->height;

  g_ptr_array_add (blocks, head);
  g_ptr_array_add (blocks, new_facts (text, setter));
  for (guint i = 0; i < text->excluded->len; i++)
    g_ptr_array_add (blocks, new_excluded (g_ptr_array_index (text->excluded, i), setter));

  for (guint i = 1; i < blocks->len; i++)
    {
      const SmrBlock *block = g_ptr_array_index (blocks, i);

      needed += block->space_before + block->height;
    }
  g_ptr_array_insert (blocks, needed <= height ? -1 : 1, stop);

  g_ptr_array_add (blocks, new_standing_rules (text, setter));
  g_ptr_array_add (blocks, new_disclaimer (text, setter));
}

GPtrArray *
smr_handout_list_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_block_free);

  add_first_page (blocks, text, setter, height);
  for (guint i = 0; i < text->phases->len; i++)
    add_phase (blocks, text, g_ptr_array_index (text->phases, i), setter);

  /* Signatures on a page of their own would sign nothing. */
  ((SmrBlock *) g_ptr_array_index (blocks, blocks->len - 1))->keep_with_next = TRUE;
  g_ptr_array_add (blocks, new_signatures (text, setter));
  return blocks;
}
