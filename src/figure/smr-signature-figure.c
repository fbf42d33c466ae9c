#include "smr-signature-figure.h"

/* A pen on a pad of this height is one unit wide. */
#define PAD_HEIGHT_PER_LINE 60.0

static void
trace (const GArray *stroke, cairo_t *cr)
{
  const SmrSignaturePoint *points = (const SmrSignaturePoint *) stroke->data;

  cairo_move_to (cr, points[0].x, points[0].y);
  /* From middle to middle, with the points as controls, so that a fast hand leaves no corners. */
  for (guint i = 1; i + 1 < stroke->len; i++)
    {
      double middle_x = (points[i].x + points[i + 1].x) / 2.0;
      double middle_y = (points[i].y + points[i + 1].y) / 2.0;
      double from_x, from_y;

      cairo_get_current_point (cr, &from_x, &from_y);
      cairo_curve_to (cr, from_x + (points[i].x - from_x) * 2 / 3, from_y + (points[i].y - from_y) * 2 / 3,
                      middle_x + (points[i].x - middle_x) * 2 / 3, middle_y + (points[i].y - middle_y) * 2 / 3,
                      middle_x, middle_y);
    }
  cairo_line_to (cr, points[stroke->len - 1].x, points[stroke->len - 1].y);
}

void
smr_signature_draw (const SmrSignature *self, cairo_t *cr, double x, double y, double width, double height)
{
  double scale = MIN (width / self->width, height / self->height);

  cairo_save (cr);
  cairo_translate (cr, x, y + (height - self->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_line_width (cr, self->height / PAD_HEIGHT_PER_LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  for (guint i = 0; i < self->strokes->len; i++)
    trace (g_ptr_array_index (self->strokes, i), cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}
