#include "smr-body-painting.h"

#include <math.h>

/* Lines and dots of a pattern stand this many units apart, and never closer than the least in pixels or points. */
#define PATTERN_SPACING 8.0
#define PATTERN_LEAST_SPACING 2.2

#define TONE(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const SmrBodyColors schemes[] = {
  [SMR_BODY_SCHEME_LIGHT] = {
    .silhouette = TONE (0xb4b8be), .plain = TONE (0xcfd3d8), .outline = TONE (0xb4b8be), .outline_width = 0,
    .fill = { TONE (0xe6e9ec), TONE (0xffc99c), TONE (0xb5d5f7), TONE (0xd3d3d6) },
    .pattern = { TONE (0xe6e9ec), TONE (0xb5480a), TONE (0x1a5fb4), TONE (0x77767b) },
    .hover = TONE (0xf8f9fa), .focus = TONE (0x3584e4),
  },
  [SMR_BODY_SCHEME_DARK] = {
    .silhouette = TONE (0x3c3f44), .plain = TONE (0x5c6067), .outline = TONE (0x3c3f44), .outline_width = 0,
    .fill = { TONE (0x878d94), TONE (0xa55a26), TONE (0x2f639c), TONE (0x4c4d51) },
    .pattern = { TONE (0x878d94), TONE (0xffc99c), TONE (0xc2e0ff), TONE (0x9a9996) },
    .hover = TONE (0xa2a8af), .focus = TONE (0x78aeed),
  },
  [SMR_BODY_SCHEME_HIGH_CONTRAST] = {
    .silhouette = TONE (0x5e5c64), .plain = TONE (0xc8cbd0), .outline = TONE (0x000000), .outline_width = 1.2,
    .fill = { TONE (0xf6f5f4), TONE (0xffbe8a), TONE (0x99c1f1), TONE (0xc0bfbc) },
    .pattern = { TONE (0xf6f5f4), TONE (0x8a2f00), TONE (0x0b3d80), TONE (0x3d3846) },
    .hover = TONE (0xffffff), .focus = TONE (0x1a5fb4),
  },
  [SMR_BODY_SCHEME_HIGH_CONTRAST_DARK] = {
    .silhouette = TONE (0x2a2a2e), .plain = TONE (0x4c4e53), .outline = TONE (0xffffff), .outline_width = 1.2,
    .fill = { TONE (0x86898e), TONE (0x8a3d0c), TONE (0x174a86), TONE (0x3d3d42) },
    .pattern = { TONE (0x86898e), TONE (0xffe0c2), TONE (0xdcecff), TONE (0xdeddda) },
    .hover = TONE (0xa5a8ad), .focus = TONE (0xffffff),
  },
  [SMR_BODY_SCHEME_PAPER] = {
    .silhouette = TONE (0xc4c4c4), .plain = TONE (0xe9e9e9), .outline = TONE (0x8a8a8a), .outline_width = 0.4,
    .fill = { TONE (0xf6f6f6), TONE (0xffd2ab), TONE (0xc5def7), TONE (0xdcdcdc) },
    .pattern = { TONE (0xf6f6f6), TONE (0x963600), TONE (0x14497f), TONE (0x6a6a6a) },
    .hover = TONE (0xf6f6f6), .focus = TONE (0x000000),
  },
};

const SmrBodyColors *
smr_body_colors_get (SmrBodyScheme scheme)
{
  return &schemes[scheme];
}

/* --- paths ------------------------------------------------------------------------------------------------ */

static void
set_tone (cairo_t *cr, const SmrTone *tone)
{
  cairo_set_source_rgb (cr, tone->red, tone->green, tone->blue);
}

static double
get_scale (cairo_t *cr)
{
  double x = 1, y = 0;

  cairo_user_to_device_distance (cr, &x, &y);
  return hypot (x, y);
}

static void
add_curves (cairo_t *cr, const SmrBodyPoint *points, guint n_curves, double flip)
{
  for (guint i = 0; i < n_curves; i++, points += 3)
    cairo_curve_to (cr, flip * points[1].x, points[1].y, flip * points[2].x, points[2].y, flip * points[3].x, points[3].y);
}

static void
add_outline (cairo_t *cr, const SmrBodyOutline *outline, double flip)
{
  cairo_move_to (cr, flip * outline->points[0].x, outline->points[0].y);
  add_curves (cr, outline->points, outline->n_curves, flip);
  cairo_close_path (cr);
}

static void
add_outline_on_sides (cairo_t *cr, const SmrBodyOutline *outline, SmrBodyView view, SmrSide side)
{
  if (side == SMR_SIDE_BOTH || side == SMR_SIDE_MIDLINE)
    {
      add_outline (cr, outline, 1);
      add_outline (cr, outline, -1);
    }
  else
    {
      add_outline (cr, outline, smr_body_view_is_mirrored (view, side) ? -1 : 1);
    }
}

static void
add_shapes (cairo_t *cr, GPtrArray *shapes, SmrBodyView view, SmrSide side)
{
  for (guint i = 0; i < shapes->len; i++)
    add_outline_on_sides (cr, ((const SmrBodyShape *) g_ptr_array_index (shapes, i))->outline, view, side);
}

/* Both halves as one outline, without a seam down the middle. */
static void
add_silhouette (cairo_t *cr, const SmrBodyOutline *half)
{
  const SmrBodyPoint *points = half->points;
  int last = 3 * ((int) half->n_curves - 1);

  cairo_move_to (cr, points[0].x, points[0].y);
  add_curves (cr, points, half->n_curves - 1, 1);
  for (int i = last; i > 0; i -= 3)
    cairo_curve_to (cr, -points[i - 1].x, points[i - 1].y, -points[i - 2].x, points[i - 2].y, -points[i - 3].x, points[i - 3].y);
  cairo_close_path (cr);
}

/* --- patterns --------------------------------------------------------------------------------------------- */

/* Lines that rise to the right (or, @slope -1, fall) over what is clipped to. */
static void
add_diagonals (cairo_t *cr, double spacing, double slope)
{
  double left, top, right, bottom;
  double step = spacing * G_SQRT2;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  if (slope > 0)
    {
      for (double sum = floor ((left + top) / step) * step; sum <= right + bottom; sum += step)
        {
          cairo_move_to (cr, sum - top, top);
          cairo_line_to (cr, sum - bottom, bottom);
        }
    }
  else
    {
      for (double difference = floor ((left - bottom) / step) * step; difference <= right - top; difference += step)
        {
          cairo_move_to (cr, difference + top, top);
          cairo_line_to (cr, difference + bottom, bottom);
        }
    }
}

static void
add_dots (cairo_t *cr, double spacing, double radius)
{
  double left, top, right, bottom;
  gboolean odd = FALSE;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  for (int row = floor (top / spacing); row * spacing <= bottom + radius; row++)
    {
      odd = row % 2 != 0;
      for (int column = floor (left / spacing) - 1; (column - 1) * spacing <= right + radius; column++)
        {
          double x = (column + (odd ? 0.5 : 0)) * spacing;

          cairo_new_sub_path (cr);
          cairo_arc (cr, x, row * spacing, radius, 0, 2 * G_PI);
        }
    }
}

/* The pattern of @mark over the path, which is used up. */
static void
draw_pattern (cairo_t *cr, SmrBodyMark mark, double spacing, const SmrTone *tone)
{
  cairo_save (cr);
  cairo_clip (cr);
  set_tone (cr, tone);
  switch (mark)
    {
    case SMR_BODY_MARK_REST:
      break;
    case SMR_BODY_MARK_OVERACTIVE:
      add_diagonals (cr, spacing, 1);
      cairo_set_line_width (cr, spacing * 0.34);
      cairo_stroke (cr);
      break;
    case SMR_BODY_MARK_UNDERACTIVE:
      add_dots (cr, spacing, spacing * 0.24);
      cairo_fill (cr);
      break;
    case SMR_BODY_MARK_EXCLUDED:
      add_diagonals (cr, spacing * 0.8, 1);
      add_diagonals (cr, spacing * 0.8, -1);
      cairo_set_line_width (cr, spacing * 0.13);
      cairo_stroke (cr);
      break;
    }
  cairo_restore (cr);
}

/* --- public ----------------------------------------------------------------------------------------------- */

/* The silhouette and the shapes that are no muscles. */
static void
draw_base (cairo_t *cr, SmrBodyChart *chart, SmrBodyView view, const SmrBodyColors *colors)
{
  const SmrBodyFigure *figure = smr_body_chart_get_figure (chart, view);

  cairo_new_path (cr);
  add_silhouette (cr, figure->silhouette);
  set_tone (cr, &colors->silhouette);
  if (colors->outline_width > 0)
    {
      cairo_fill_preserve (cr);
      set_tone (cr, &colors->outline);
      cairo_set_line_width (cr, colors->outline_width / get_scale (cr));
      cairo_stroke (cr);
    }
  else
    {
      cairo_fill (cr);
    }

  for (guint i = 0; i < figure->shapes->len; i++)
    {
      const SmrBodyShape *shape = g_ptr_array_index (figure->shapes, i);

      if (shape->muscle == NULL)
        add_outline_on_sides (cr, shape->outline, view, SMR_SIDE_BOTH);
    }
  set_tone (cr, &colors->plain);
  cairo_fill (cr);
}

void
smr_body_draw_muscle (cairo_t *cr, SmrBodyChart *chart, SmrBodyView view, const char *muscle, SmrSide side,
                      const SmrBodyState *state, const SmrBodyColors *colors)
{
  g_autoptr (GPtrArray) shapes = smr_body_figure_collect (smr_body_chart_get_figure (chart, view), muscle);
  const SmrTone *fill = &colors->fill[state->mark];

  if (smr_body_chart_is_deep (chart, muscle) && state->mark == SMR_BODY_MARK_REST && !state->hover)
    return;
  if (state->hover && state->mark == SMR_BODY_MARK_REST)
    fill = &colors->hover;

  cairo_new_path (cr);
  add_shapes (cr, shapes, view, side);
  set_tone (cr, fill);
  if (state->mark == SMR_BODY_MARK_REST)
    {
      cairo_fill (cr);
      return;
    }
  cairo_fill_preserve (cr);
  draw_pattern (cr, state->mark, MAX (PATTERN_SPACING, PATTERN_LEAST_SPACING / get_scale (cr)), &colors->pattern[state->mark]);

  /* The edge keeps a narrow marked muscle in one piece, and says under the pointer which one it is. */
  add_shapes (cr, shapes, view, side);
  set_tone (cr, &colors->pattern[state->mark]);
  cairo_set_line_width (cr, (state->hover ? 2.0 : 0.8) / get_scale (cr));
  cairo_stroke (cr);
}

void
smr_body_draw_focus (cairo_t *cr, SmrBodyChart *chart, SmrBodyView view, const char *muscle, SmrSide side, const SmrBodyColors *colors)
{
  g_autoptr (GPtrArray) shapes = smr_body_figure_collect (smr_body_chart_get_figure (chart, view), muscle);

  cairo_new_path (cr);
  add_shapes (cr, shapes, view, side);
  set_tone (cr, &colors->focus);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2.5 / get_scale (cr));
  cairo_stroke (cr);
}

void
smr_body_draw_swatch (cairo_t *cr, SmrBodyMark mark, double x, double y, double width, double height, const SmrBodyColors *colors)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, x, y, width, height);
  set_tone (cr, &colors->fill[mark]);
  cairo_fill_preserve (cr);
  draw_pattern (cr, mark, PATTERN_LEAST_SPACING, &colors->pattern[mark]);
  cairo_rectangle (cr, x, y, width, height);
  set_tone (cr, &colors->pattern[mark]);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
}

void
smr_body_draw (cairo_t *cr, SmrCatalogue *catalogue, SmrBodyView view, SmrBodyMarkFunc get_mark, gpointer user_data,
               const SmrBodyColors *colors)
{
  SmrBodyChart *chart = smr_catalogue_get_body_chart (catalogue);
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  draw_base (cr, chart, view, colors);
  /* Deep muscles show through those above them, so they come last. */
  for (int deep = FALSE; deep <= TRUE; deep++)
    {
      for (guint i = 0; i < muscles->len; i++)
        {
          const SmrMuscle *muscle = g_ptr_array_index (muscles, i);
          const SmrSide sides[] = { muscle->paired ? SMR_SIDE_LEFT : SMR_SIDE_MIDLINE, SMR_SIDE_RIGHT };

          if (smr_body_chart_is_deep (chart, muscle->id) != deep)
            continue;
          for (int j = 0; j < (muscle->paired ? 2 : 1); j++)
            {
              SmrBodyState state = { .mark = get_mark (muscle, sides[j], user_data) };

              smr_body_draw_muscle (cr, chart, view, muscle->id, sides[j], &state, colors);
            }
        }
    }
}
