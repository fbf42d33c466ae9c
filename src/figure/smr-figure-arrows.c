#include "smr-figure-painter.h"

#include <math.h>

#define N_STEPS    28
#define HEAD       0.046        /* in body heights */
#define HALF_HEAD  0.021

/* The places that an arrow passes. */
static void
trace (const SmrFigure *figure, const SmrBodyPlaces *body, const SmrArrow *arrow, SmrPoint points[N_STEPS + 1])
{
  if (arrow->by_motion)
    {
      const SmrPose *start = g_ptr_array_index (figure->poses, 0);
      const SmrPose *end = g_ptr_array_index (figure->poses, 1);

      for (int i = 0; i <= N_STEPS; i++)
        {
          SmrPose pose = smr_pose_mix (start, end, 0.06 + 0.88 * i / N_STEPS);
          SmrBodyPlaces places;

          smr_body_places_init (&places, &pose, figure->viewpoint);
          points[i] = smr_body_find_place (&places, &arrow->from);
        }
    }
  else
    {
      SmrPoint from = smr_body_find_place (body, &arrow->from);
      SmrPoint to = smr_body_find_place (body, &arrow->to);
      SmrPoint along = smr_point_unit (smr_point_minus (to, from));

      for (int i = 0; i <= N_STEPS; i++)
        {
          double t = (double) i / N_STEPS;
          double aside = arrow->bend * 4 * t * (1 - t);
          SmrPoint point = smr_point_mix (from, to, t);

          points[i] = (SmrPoint) { point.x - along.y * aside, point.y + along.x * aside };
        }
    }
}

static double
get_length (const SmrPoint *points)
{
  double length = 0;

  for (int i = 0; i < N_STEPS; i++)
    length += smr_point_distance (points[i], points[i + 1]);
  return length;
}

static void
paint_head (cairo_t *cr, SmrPoint tip, SmrPoint before, double scale)
{
  SmrPoint along = smr_point_unit (smr_point_minus (tip, before));
  SmrPoint base = smr_point_minus (tip, smr_point_scale (along, HEAD * scale));

  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, base.x - along.y * HALF_HEAD * scale, base.y + along.x * HALF_HEAD * scale);
  cairo_line_to (cr, base.x + along.y * HALF_HEAD * scale, base.y - along.x * HALF_HEAD * scale);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Where a head's base lies: the first place that is far enough from the tip. */
static int
find_base (const SmrPoint *points, int tip, int step, double distance)
{
  int i = tip;

  while (i + step >= 0 && i + step <= N_STEPS && smr_point_distance (points[i], points[tip]) < distance)
    i += step;
  return i;
}

static void
paint_arrow (const SmrFigurePainter *painter, const SmrBodyPlaces *body, const SmrArrow *arrow)
{
  cairo_t *cr = painter->cr;
  SmrPoint points[N_STEPS + 1];
  double scale;
  int first = 0;
  int last;

  trace (painter->figure, body, arrow, points);
  scale = MIN (get_length (points) / (arrow->both_ends ? 0.14 : 0.08), 1);
  last = find_base (points, N_STEPS, -1, HEAD * scale * 0.8);
  if (arrow->both_ends)
    first = find_base (points, 0, 1, HEAD * scale * 0.8);

  smr_figure_set_colour (cr, painter->colours->arrow);
  cairo_set_line_width (cr, MAX (painter->line * 1.9, 0.011 * scale));
  cairo_move_to (cr, points[first].x, points[first].y);
  for (int i = first + 1; i <= last; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_stroke (cr);
  paint_head (cr, points[N_STEPS], points[last], scale);
  if (arrow->both_ends)
    paint_head (cr, points[0], points[first], scale);
}

SmrFigureBounds
smr_figure_measure_arrows (const SmrFigure *figure, const SmrBodyPlaces *body, SmrFigureBounds bounds)
{
  for (guint i = 0; i < figure->arrows->len; i++)
    {
      SmrPoint points[N_STEPS + 1];

      trace (figure, body, &g_array_index (figure->arrows, SmrArrow, i), points);
      for (int j = 0; j <= N_STEPS; j++)
        {
          bounds.x1 = MIN (bounds.x1, points[j].x - HALF_HEAD);
          bounds.y1 = MIN (bounds.y1, points[j].y - HALF_HEAD);
          bounds.x2 = MAX (bounds.x2, points[j].x + HALF_HEAD);
          bounds.y2 = MAX (bounds.y2, points[j].y + HALF_HEAD);
        }
    }
  return bounds;
}

void
smr_figure_paint_arrows (const SmrFigurePainter *painter, const SmrBodyPlaces *body)
{
  const GArray *arrows = painter->figure->arrows;

  for (guint i = 0; i < arrows->len; i++)
    paint_arrow (painter, body, &g_array_index (arrows, SmrArrow, i));
}
