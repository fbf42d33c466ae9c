#include "smr-handout-blocks.h"

#include <math.h>

#include "smr-signature.h"

const SmrInk smr_ink_black = { 0.0, 0.0, 0.0 };
const SmrInk smr_ink_quiet = { 0.30, 0.30, 0.32 };
const SmrInk smr_ink_line = { 0.62, 0.62, 0.64 };
const SmrInk smr_ink_white = { 1.0, 1.0, 1.0 };

typedef enum
{
  SMR_MARK_TEXT,
  SMR_MARK_RULE,
  SMR_MARK_FRAME,
  SMR_MARK_DISC,
  SMR_MARK_SIGN,
  SMR_MARK_IMAGE,
  SMR_MARK_SIGNATURE,
  SMR_MARK_DRAWING,
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
  SmrFace          face;    /* of texts */
  char            *alternative; /* nullable: what a picture shows, in words */
  SmrSignature    *signature;
  SmrDrawFunc      draw;
  gpointer         data;    /* of drawings */
  GDestroyNotify   free_data;
} SmrMark;

static void
mark_free (SmrMark *mark)
{
  g_clear_object (&mark->layout);
  g_free (mark->alternative);
  g_clear_pointer (&mark->image, cairo_surface_destroy);
  g_clear_pointer (&mark->signature, smr_signature_free);
  if (mark->free_data != NULL)
    mark->free_data (mark->data);
  g_free (mark);
}

SmrBlock *
smr_block_new (void)
{
  SmrBlock *self = g_new0 (SmrBlock, 1);

  self->item = -1;
  self->n_items = 1;
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

static double
take_layout (SmrBlock *self, PangoLayout *layout, SmrFace face, SmrAlign align, const SmrInk *ink, double x, double y)
{
  SmrMark *mark = add_mark (self, SMR_MARK_TEXT, ink, x, y, 0, 0);
  PangoRectangle logical;

  if (align == SMR_ALIGN_START)
    avoid_orphan (layout);
  mark->width = (double) pango_layout_get_width (layout) / PANGO_SCALE;
  pango_layout_get_extents (layout, NULL, &logical);
  mark->height = (double) logical.height / PANGO_SCALE;
  mark->layout = layout;
  mark->face = face;
  self->height = MAX (self->height, y + mark->height);
  return y + mark->height;
}

double
smr_block_add_text (SmrBlock *self, const SmrSetter *setter, SmrFace face, const SmrInk *ink,
                    double x, double y, double width, SmrAlign align, const char *text)
{
  return take_layout (self, smr_setter_layout (setter, face, width, align, text), face, align, ink, x, y);
}

double
smr_block_add_text_on (SmrBlock *self, const SmrSetter *setter, SmrFace face, const SmrInk *ink,
                       double x, double y, double width, SmrAlign align, const char *text)
{
  PangoLayout *layout = smr_setter_layout (setter, face, width, align, text);

  return take_layout (self, layout, face, align, ink, x, y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
}

void
smr_block_add_rule (SmrBlock *self, const SmrInk *ink, double line_width, double x0, double y0, double x1, double y1)
{
  SmrMark *mark = add_mark (self, SMR_MARK_RULE, ink, x0, y0, x1 - x0, y1 - y0);

  mark->line_width = line_width;
  self->height = MAX (self->height, y1);
}

void
smr_block_add_frame (SmrBlock *self, const SmrInk *ink, double line_width, double x, double y, double width,
                     double height, double radius)
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

void
smr_block_add_signature (SmrBlock *self, const char *text, double x, double y, double width, double height)
{
  g_autoptr (SmrSignature) signature = smr_signature_from_string (text);
  SmrMark *mark;
  double scale;

  if (signature == NULL)
    return;

  scale = MIN (width / signature->width, height / signature->height);
  mark = add_mark (self, SMR_MARK_SIGNATURE, &smr_ink_black, x, y + height - signature->height * scale,
                   signature->width * scale, signature->height * scale);
  mark->signature = g_steal_pointer (&signature);
  self->height = MAX (self->height, y + height);
}

void
smr_block_add_drawing (SmrBlock *self, SmrDrawFunc draw, gpointer data, GDestroyNotify free_data,
                       double x, double y, double width, double height)
{
  SmrMark *mark = add_mark (self, SMR_MARK_DRAWING, NULL, x, y, width, height);

  mark->draw = draw;
  mark->data = data;
  mark->free_data = free_data;
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
  cairo_t     *cr;
  double       x;
  double       from;
  double       to;
  PangoLayout *space;           /* (nullable): between the lines of a text */
} DrawContext;

/* Pango leaves out the space at which it breaks a line; who reads the text aloud or copies it needs it. */
static PangoLayout *
get_space (const SmrMark *mark, DrawContext *draw)
{
  if (draw->space == NULL)
    {
      draw->space = pango_layout_copy (mark->layout);
      pango_layout_set_width (draw->space, -1);
      pango_layout_set_text (draw->space, " ", 1);
    }
  return draw->space;
}

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
  if (!pango_layout_iter_at_last_line (iter))
    {
      cairo_rel_move_to (draw->cr, (double) logical.width / PANGO_SCALE, 0);
      pango_cairo_show_layout_line (draw->cr, pango_layout_get_line_readonly (get_space (mark, draw), 0));
    }
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
draw_signature (cairo_t *cr, const SmrMark *mark, double x)
{
  cairo_save (cr);
  cairo_translate (cr, x, mark->y);
  cairo_set_line_width (cr, 1.1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < mark->signature->strokes->len; i++)
    {
      GArray *stroke = g_ptr_array_index (mark->signature->strokes, i);

      for (guint j = 0; j < stroke->len; j++)
        {
          const SmrSignaturePoint *point = &g_array_index (stroke, SmrSignaturePoint, j);

          cairo_line_to (cr, point->x * mark->width / mark->signature->width,
                         point->y * mark->height / mark->signature->height);
        }
      if (stroke->len == 1)
        cairo_rel_line_to (cr, 0, 0);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/* --- what a screen reader is told ------------------------------------------------------------------------- */

static const char *
get_text_tag (SmrFace face)
{
  switch (face)
    {
    case SMR_FACE_CLIENT:
      return "H1";
    case SMR_FACE_HEADING:
    case SMR_FACE_TITLE:
      return "H2";
    case SMR_FACE_NAME:
      return "H3";
    case SMR_FACE_LARGE:
    case SMR_FACE_DOSE:
    case SMR_FACE_LEAD:
    case SMR_FACE_LABEL:
    case SMR_FACE_BODY:
    case SMR_FACE_CHIP:
    case SMR_FACE_SMALL:
      return "P";
    }
  g_return_val_if_reached ("P");
}

/* A picture belongs to the piece of the block in which it begins. */
static gboolean
is_told (const SmrMark *mark, double from, double to)
{
  return mark->alternative != NULL && mark->y >= from && mark->y < to;
}

/* NULL: nothing is told of it. */
static const char *
get_tag (const SmrMark *mark, const DrawContext *draw)
{
  if (mark->kind == SMR_MARK_TEXT)
    return get_text_tag (mark->face);
  return is_told (mark, draw->from, draw->to) ? "Figure" : NULL;
}

void
smr_block_describe (SmrBlock *self, const char *alternative)
{
  SmrMark *mark = g_ptr_array_index (self->marks, self->marks->len - 1);

  g_set_str (&mark->alternative, alternative);
}

void
smr_block_list_alternatives (const SmrBlock *self, double from, double to, GPtrArray *alternatives)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const SmrMark *mark = g_ptr_array_index (self->marks, i);

      if (is_told (mark, from, to))
        g_ptr_array_add (alternatives, g_strdup (mark->alternative));
    }
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
      g_clear_object (&draw->space);
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
    case SMR_MARK_SIGNATURE:
      draw_signature (cr, mark, draw->x);
      break;
    case SMR_MARK_DRAWING:
      mark->draw (mark->data, cr, draw->x, mark->y, mark->width, mark->height);
      break;
    }
}

void
smr_block_draw (const SmrBlock *self, const SmrSetter *setter, cairo_t *cr, double x, double y, double from, double to)
{
  gboolean sliced = from > 0 || to < self->height;
  DrawContext draw = { .cr = cr, .from = sliced ? from : -G_MAXDOUBLE, .to = sliced ? to : G_MAXDOUBLE };

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
      const char *tag;

      draw.x = setter->right_to_left ? setter->width - mark->x - mark->width : mark->x;
      tag = get_tag (mark, &draw);
      if (tag != NULL)
        cairo_tag_begin (cr, tag, NULL);
      draw_mark (mark, &draw);
      if (tag != NULL)
        cairo_tag_end (cr, tag);
    }

  cairo_restore (cr);
}

/* --- breaking -------------------------------------------------------------------------------------------- */

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
          else if (mark->kind == SMR_MARK_SIGN || mark->kind == SMR_MARK_DISC || mark->kind == SMR_MARK_DRAWING)
            lift_over_line (mark, NULL, mark->y, mark->y + mark->height, &cut);
        }
    }
  while (cut < before);

  /* A line higher than the page is cut through rather than never shown. */
  return cut > from ? cut : from + available;
}
