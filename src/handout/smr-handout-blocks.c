#include "smr-handout-blocks.h"

#include "smr-handout-fonts.h"

#include <math.h>

const SmrInk smr_ink_black = { 0.0, 0.0, 0.0 };
const SmrInk smr_ink_quiet = { 0.30, 0.30, 0.32 };
const SmrInk smr_ink_line = { 0.62, 0.62, 0.64 };
const SmrInk smr_ink_white = { 1.0, 1.0, 1.0 };

/* Inter is built in; were it not to be loaded, GNOME's own looks nearly the same. */
#define FAMILIES "Inter, Adwaita Sans, Sans"

static const struct
{
  double      size;
  PangoWeight weight;
  float       leading;  /* line height as a multiple of the font's own */
} faces[SMR_N_FACES] = {
  [SMR_FACE_CLIENT] = { 20, PANGO_WEIGHT_BOLD, 0.98 },
  [SMR_FACE_LARGE] = { 18, PANGO_WEIGHT_BOLD, 1.0 },
  [SMR_FACE_HEADING] = { 13, PANGO_WEIGHT_BOLD, 1.0 },
  [SMR_FACE_TITLE] = { 13, PANGO_WEIGHT_NORMAL, 1.04 },
  [SMR_FACE_DOSE] = { 13, PANGO_WEIGHT_BOLD, 1.0 },
  [SMR_FACE_NAME] = { 11, PANGO_WEIGHT_SEMIBOLD, 1.06 },
  [SMR_FACE_LEAD] = { 11, PANGO_WEIGHT_NORMAL, 1.1 },
  [SMR_FACE_LABEL] = { 9.5, PANGO_WEIGHT_SEMIBOLD, 1.1 },
  [SMR_FACE_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, 1.1 },
  [SMR_FACE_CHIP] = { 8, PANGO_WEIGHT_SEMIBOLD, 1.06 },
  [SMR_FACE_SMALL] = { 8, PANGO_WEIGHT_NORMAL, 1.06 },
};

typedef enum
{
  SMR_MARK_TEXT,
  SMR_MARK_RULE,
  SMR_MARK_FRAME,
  SMR_MARK_DISC,
  SMR_MARK_SIGN,
  SMR_MARK_IMAGE,
} SmrMarkKind;

typedef struct
{
  SmrMarkKind      kind;
  SmrInk           ink;
  SmrSign          sign;
  double           x;
  double           y;
  double           width;
  double           height;
  double           line_width;
  double           radius;
  PangoLayout     *layout;  /* of texts */
  cairo_surface_t *image;   /* of images */
} SmrMark;

static void
mark_free (SmrMark *mark)
{
  g_clear_object (&mark->layout);
  g_clear_pointer (&mark->image, cairo_surface_destroy);
  g_free (mark);
}

/* --- setter --------------------------------------------------------------------------------------------- */

static gboolean
is_right_to_left (const char *language)
{
  int n_scripts;
  const PangoScript *scripts = pango_language_get_scripts (pango_language_from_string (language), &n_scripts);

  return n_scripts > 0 && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW);
}

void
smr_setter_init (SmrSetter *self, const char *language, double width, double scale)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  smr_handout_load_fonts ();

  /* Nothing of the target may enter the measures: screen, printer and PDF have to break the same lines. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 72);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->right_to_left = is_right_to_left (language);
  pango_context_set_language (self->context, pango_language_from_string (language));
  pango_context_set_base_dir (self->context, self->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  self->width = width;
  self->scale = 1;
  for (SmrFace face = 0; face < SMR_N_FACES; face++)
    {
      g_autoptr (PangoLayout) layout = smr_setter_layout (self, face, -1, SMR_ALIGN_START, "x");

      self->ascents[face] = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
    }
  self->scale = scale;

  cairo_font_options_destroy (options);
}

void
smr_setter_clear (SmrSetter *self)
{
  g_clear_object (&self->context);
}

/* No hyphens in names that are broken anywhere. Figures of one width: Inter also draws the space behind a proportional 1
 * so narrow that "1 spot" looks like one word. */
static void
set_attributes (PangoLayout *layout, const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *start = p;
      PangoAttribute *attribute;

      while (g_ascii_isdigit (*p))
        p++;
      if (p == start)
        continue;

      attribute = pango_attr_font_features_new ("tnum");
      attribute->start_index = start - text;
      attribute->end_index = p - text;
      pango_attr_list_insert (attributes, attribute);
      if (*p == '\0')
        break;
    }
  pango_layout_set_attributes (layout, attributes);
}

PangoLayout *
smr_setter_layout (const SmrSetter *self, SmrFace face, double width, SmrAlign align, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  gboolean left = (align == SMR_ALIGN_START) != self->right_to_left;

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_weight (font, faces[face].weight);
  pango_font_description_set_size (font, (int) round (faces[face].size * self->scale * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_line_spacing (layout, faces[face].leading);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, align == SMR_ALIGN_CENTER ? PANGO_ALIGN_CENTER : left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) ceil (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  set_attributes (layout, text);

  pango_font_description_free (font);
  return layout;
}

static void
get_extents (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

/* A last line of one short word is pulled together with the line before it, by making the text a little narrower. */
static void
avoid_orphan (PangoLayout *layout)
{
  int width = pango_layout_get_width (layout);
  int n_lines = pango_layout_get_line_count (layout);

  if (width <= 0 || n_lines < 2)
    return;

  for (int percent = 100; percent >= 82; percent -= 3)
    {
      PangoLayoutLine *last;
      PangoRectangle logical;

      pango_layout_set_width (layout, width / 100 * percent);
      if (pango_layout_get_line_count (layout) > n_lines)
        break;

      last = pango_layout_get_line_readonly (layout, n_lines - 1);
      pango_layout_line_get_extents (last, NULL, &logical);
      if (logical.width > width / 6)
        return;
    }
  pango_layout_set_width (layout, width);
}

double
smr_setter_measure (const SmrSetter *self, SmrFace face, const char *text)
{
  g_autoptr (PangoLayout) layout = smr_setter_layout (self, face, -1, SMR_ALIGN_START, text);
  double width;

  get_extents (layout, &width, NULL);
  return width;
}

double
smr_setter_get_ascent (const SmrSetter *self, SmrFace face)
{
  return self->ascents[face] * self->scale;
}

/* --- block ---------------------------------------------------------------------------------------------- */

SmrBlock *
smr_block_new (void)
{
  SmrBlock *self = g_new0 (SmrBlock, 1);

  self->item = -1;
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);
  return self;
}

void
smr_block_free (SmrBlock *self)
{
  g_ptr_array_unref (self->marks);
  g_free (self);
}

static SmrMark *
add_mark (SmrBlock *self, SmrMarkKind kind, const SmrInk *ink, double x, double y, double width, double height)
{
  SmrMark *mark = g_new0 (SmrMark, 1);

  mark->kind = kind;
  if (ink != NULL)
    mark->ink = *ink;
  mark->x = x;
  mark->y = y;
  mark->width = width;
  mark->height = height;
  g_ptr_array_add (self->marks, mark);
  return mark;
}

static double
take_layout (SmrBlock *self, PangoLayout *layout, SmrAlign align, const SmrInk *ink, double x, double y)
{
  SmrMark *mark = add_mark (self, SMR_MARK_TEXT, ink, x, y, 0, 0);

  if (align == SMR_ALIGN_START)
    avoid_orphan (layout);
  mark->width = (double) pango_layout_get_width (layout) / PANGO_SCALE;
  get_extents (layout, NULL, &mark->height);
  mark->layout = layout;
  self->height = MAX (self->height, y + mark->height);
  return y + mark->height;
}

double
smr_block_add_text (SmrBlock *self, const SmrSetter *setter, SmrFace face, const SmrInk *ink,
                    double x, double y, double width, SmrAlign align, const char *text)
{
  return take_layout (self, smr_setter_layout (setter, face, width, align, text), align, ink, x, y);
}

double
smr_block_add_text_on (SmrBlock *self, const SmrSetter *setter, SmrFace face, const SmrInk *ink,
                       double x, double y, double width, SmrAlign align, const char *text)
{
  PangoLayout *layout = smr_setter_layout (setter, face, width, align, text);

  return take_layout (self, layout, align, ink, x, y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
}

void
smr_block_add_rule (SmrBlock *self, const SmrInk *ink, double line_width, double x0, double y0, double x1, double y1)
{
  SmrMark *mark = add_mark (self, SMR_MARK_RULE, ink, x0, y0, x1 - x0, y1 - y0);

  mark->line_width = line_width;
  self->height = MAX (self->height, y1);
}

void
smr_block_add_frame (SmrBlock *self, const SmrInk *ink, double line_width, double x, double y, double width, double height, double radius)
{
  SmrMark *mark = add_mark (self, SMR_MARK_FRAME, ink, x, y, width, height);

  mark->line_width = line_width;
  mark->radius = radius;
  self->height = MAX (self->height, y + height);
}

void
smr_block_add_disc (SmrBlock *self, const SmrInk *ink, double x, double y, double diameter)
{
  add_mark (self, SMR_MARK_DISC, ink, x, y, diameter, diameter);
  self->height = MAX (self->height, y + diameter);
}

void
smr_block_add_sign (SmrBlock *self, const SmrInk *ink, SmrSign sign, double x, double y, double size)
{
  SmrMark *mark = add_mark (self, SMR_MARK_SIGN, ink, x, y, size, size);

  mark->sign = sign;
  self->height = MAX (self->height, y + size);
}

void
smr_block_add_image (SmrBlock *self, cairo_surface_t *image, double x, double y, double width, double height)
{
  SmrMark *mark = add_mark (self, SMR_MARK_IMAGE, NULL, x, y, width, height);

  mark->image = cairo_surface_reference (image);
  self->height = MAX (self->height, y + height);
}

/* --- drawing -------------------------------------------------------------------------------------------- */

/* Top and bottom of every line of a text mark, in the block's coordinates. */
typedef void (* LineFunc) (const SmrMark *mark, PangoLayoutIter *iter, double top, double bottom, gpointer data);

static void
foreach_line (const SmrMark *mark, LineFunc func, gpointer data)
{
  PangoLayoutIter *iter = pango_layout_get_iter (mark->layout);

  do
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      func (mark, iter, mark->y + (double) top / PANGO_SCALE, mark->y + (double) bottom / PANGO_SCALE, data);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

typedef struct
{
  cairo_t *cr;
  double   x;
  double   from;
  double   to;
} DrawContext;

static void
draw_line (const SmrMark *mark, PangoLayoutIter *iter, double top, double bottom, gpointer data)
{
  DrawContext *draw = data;
  PangoRectangle logical;

  if (top < draw->from - 0.01 || bottom > draw->to + 0.01)
    return;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  cairo_move_to (draw->cr,
                 draw->x + (double) logical.x / PANGO_SCALE,
                 mark->y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
  pango_cairo_show_layout_line (draw->cr, pango_layout_iter_get_line_readonly (iter));
}

static void
add_rounded_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
draw_sign (cairo_t *cr, SmrSign sign, double x, double y, double size)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_line_width (cr, 0.13);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  switch (sign)
    {
    case SMR_SIGN_CHECK:
      cairo_set_line_width (cr, 0.18);
      cairo_move_to (cr, 0.08, 0.55);
      cairo_line_to (cr, 0.37, 0.84);
      cairo_line_to (cr, 0.93, 0.18);
      cairo_stroke (cr);
      break;
    case SMR_SIGN_CROSS:
      cairo_set_line_width (cr, 0.18);
      cairo_move_to (cr, 0.15, 0.15);
      cairo_line_to (cr, 0.85, 0.85);
      cairo_move_to (cr, 0.85, 0.15);
      cairo_line_to (cr, 0.15, 0.85);
      cairo_stroke (cr);
      break;
    case SMR_SIGN_CARE:
      cairo_move_to (cr, 0.5, 0.08);
      cairo_line_to (cr, 0.97, 0.92);
      cairo_line_to (cr, 0.03, 0.92);
      cairo_close_path (cr);
      cairo_move_to (cr, 0.5, 0.40);
      cairo_line_to (cr, 0.5, 0.60);
      cairo_stroke (cr);
      cairo_arc (cr, 0.5, 0.76, 0.075, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case SMR_SIGN_FORBIDDEN:
      cairo_arc (cr, 0.5, 0.5, 0.43, 0, 2 * G_PI);
      cairo_move_to (cr, 0.5 - 0.43 * G_SQRT2 / 2, 0.5 - 0.43 * G_SQRT2 / 2);
      cairo_line_to (cr, 0.5 + 0.43 * G_SQRT2 / 2, 0.5 + 0.43 * G_SQRT2 / 2);
      cairo_stroke (cr);
      break;
    case SMR_SIGN_STOP:
      for (int i = 0; i < 8; i++)
        cairo_line_to (cr, 0.5 + 0.5 * cos ((i + 0.5) * G_PI_4), 0.5 + 0.5 * sin ((i + 0.5) * G_PI_4));
      cairo_close_path (cr);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_move_to (cr, 0.26, 0.5);
      cairo_line_to (cr, 0.74, 0.5);
      cairo_stroke (cr);
      break;
    case SMR_SIGN_LETTER:
      cairo_set_line_width (cr, 0.1);
      cairo_rectangle (cr, 0.05, 0.2, 0.9, 0.62);
      cairo_move_to (cr, 0.07, 0.24);
      cairo_line_to (cr, 0.5, 0.56);
      cairo_line_to (cr, 0.93, 0.24);
      cairo_stroke (cr);
      break;
    case SMR_SIGN_BULLET:
      cairo_arc (cr, 0.5, 0.5, 0.5, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case SMR_SIGN_BOX:
      cairo_set_line_width (cr, 0.07);
      add_rounded_rectangle (cr, 0.05, 0.05, 0.9, 0.9, 0.12);
      cairo_stroke (cr);
      break;
    }

  cairo_restore (cr);
}

static void
draw_image (cairo_t *cr, const SmrMark *mark, double x)
{
  cairo_save (cr);
  cairo_translate (cr, x, mark->y);
  cairo_scale (cr,
               mark->width / cairo_image_surface_get_width (mark->image),
               mark->height / cairo_image_surface_get_height (mark->image));
  cairo_set_source_surface (cr, mark->image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_mark (const SmrMark *mark, DrawContext *draw)
{
  cairo_t *cr = draw->cr;

  cairo_new_path (cr); /* text leaves its point behind */
  cairo_set_source_rgb (cr, mark->ink.red, mark->ink.green, mark->ink.blue);
  cairo_set_line_width (cr, mark->line_width);

  switch (mark->kind)
    {
    case SMR_MARK_TEXT:
      foreach_line (mark, draw_line, draw);
      break;
    case SMR_MARK_RULE:
      cairo_move_to (cr, draw->x, mark->y);
      cairo_rel_line_to (cr, mark->width, mark->height);
      cairo_stroke (cr);
      break;
    case SMR_MARK_FRAME:
      add_rounded_rectangle (cr, draw->x, mark->y, mark->width, mark->height, mark->radius);
      cairo_stroke (cr);
      break;
    case SMR_MARK_DISC:
      cairo_arc (cr, draw->x + mark->width / 2, mark->y + mark->width / 2, mark->width / 2, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case SMR_MARK_SIGN:
      draw_sign (cr, mark->sign, draw->x, mark->y, mark->width);
      break;
    case SMR_MARK_IMAGE:
      draw_image (cr, mark, draw->x);
      break;
    }
}

void
smr_block_draw (const SmrBlock *self, const SmrSetter *setter, cairo_t *cr, double x, double y, double from, double to)
{
  DrawContext draw = { .cr = cr, .from = from, .to = to };
  gboolean sliced = from > 0 || to < self->height;

  cairo_save (cr);
  cairo_translate (cr, x, y - from);
  if (sliced)
    {
      cairo_rectangle (cr, -2, from, setter->width + 4, to - from);
      cairo_clip (cr);
    }

  for (guint i = 0; i < self->marks->len; i++)
    {
      const SmrMark *mark = g_ptr_array_index (self->marks, i);

      draw.x = setter->right_to_left ? setter->width - mark->x - mark->width : mark->x;
      draw_mark (mark, &draw);
    }

  cairo_restore (cr);
}

/* --- pages ---------------------------------------------------------------------------------------------- */

static void
lift_over_line (const SmrMark *mark, PangoLayoutIter *iter, double top, double bottom, gpointer data)
{
  double *cut = data;

  if (top < *cut - 0.01 && bottom > *cut + 0.01)
    *cut = top;
}

double
smr_block_find_break (const SmrBlock *self, double from, double available)
{
  double cut = from + available, before;

  if (cut >= self->height)
    return self->height;

  /* Lifting the cut over one line may push it into another that stands beside. */
  do
    {
      before = cut;
      for (guint i = 0; i < self->marks->len; i++)
        {
          const SmrMark *mark = g_ptr_array_index (self->marks, i);

          if (mark->kind == SMR_MARK_TEXT)
            foreach_line (mark, lift_over_line, &cut);
          else if (mark->kind == SMR_MARK_SIGN || mark->kind == SMR_MARK_DISC)
            lift_over_line (mark, NULL, mark->y, mark->y + mark->height, &cut);
        }
    }
  while (cut < before);

  /* A line higher than the page is cut through rather than never shown. */
  return cut > from ? cut : from + available;
}

/* How much of a broken block's first page must be there beside its heading. */
#define LEAST_SLICE 40.0

typedef struct
{
  GPtrArray *pages;
  GArray    *page;
  double     height;
  double     y;
} Paginator;

static void
start_page (Paginator *self)
{
  self->page = g_array_new (FALSE, FALSE, sizeof (SmrPiece));
  g_ptr_array_add (self->pages, self->page);
  self->y = 0;
}

static void
place (Paginator *self, const SmrBlock *block, double from, double to)
{
  SmrPiece piece = { .block = block, .y = self->y, .from = from, .to = to };

  g_array_append_val (self->page, piece);
  self->y += to - from;
}

static void
place_broken (Paginator *self, const SmrBlock *block, double from)
{
  for (;;)
    {
      double to = smr_block_find_break (block, from, self->height - self->y);

      place (self, block, from, to);
      from = to;
      if (from >= block->height)
        return;

      start_page (self);
      if (block->heading_height > 0 && block->heading_height < self->height / 3)
        place (self, block, block->lead, block->heading_height);
    }
}

/* The height that @block must find on a page to begin there. */
static double
get_least_height (const SmrBlock *block, double page_height)
{
  if (block->height - block->tail <= page_height)
    return block->height - block->tail;
  return MIN (block->heading_height + LEAST_SLICE, page_height);
}

/* The same for the blocks from @first on that must not be parted. */
static double
get_least_chain (GPtrArray *blocks, guint first, double page_height)
{
  const SmrBlock *block = g_ptr_array_index (blocks, first);
  double least = 0;

  for (guint i = first + 1; block->keep_with_next && i < blocks->len; i++)
    {
      const SmrBlock *next = g_ptr_array_index (blocks, i);

      least += block->height + next->space_before;
      block = next;
    }
  return least + get_least_height (block, page_height);
}

GPtrArray *
smr_blocks_paginate (GPtrArray *blocks, double height)
{
  Paginator self = { .height = height };

  g_return_val_if_fail (height > 0, NULL);

  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  start_page (&self);

  for (guint i = 0; i < blocks->len; i++)
    {
      const SmrBlock *block = g_ptr_array_index (blocks, i);
      gboolean follows = i > 0 && ((SmrBlock *) g_ptr_array_index (blocks, i - 1))->keep_with_next;
      gboolean top;

      if (self.page->len > 0 && !follows &&
          self.y + block->space_before + get_least_chain (blocks, i, height) > height + 0.01)
        start_page (&self);

      top = self.page->len == 0;
      if (!top)
        self.y += block->space_before;
      if (self.y + block->height - block->tail - (top ? block->lead : 0) <= height + 0.01)
        place (&self, block, top ? block->lead : 0, block->height);
      else
        place_broken (&self, block, top ? block->lead : 0);
    }

  return self.pages;
}
