#include "smr-figure-painter.h"

#include <math.h>

#define WALL_DEPTH   0.035
#define MAT_DEPTH    0.014
#define CHAIR_DEPTH  0.27
#define CHAIR_BACK   0.34
#define TOWEL_DEPTH  0.022

/* --- where they are --------------------------------------------------------------------------------------- */

static double
or_default (double value, double otherwise)
{
  return value > 0 ? value : otherwise;
}

static double
get_size (const SmrProp *prop)
{
  switch (prop->kind)
    {
    case SMR_PROP_ROLLER:
      return or_default (prop->size, 0.09);
    case SMR_PROP_BALL:
      return or_default (prop->size, 0.04);
    case SMR_PROP_BENCH:
      return or_default (prop->size, 0.5);
    case SMR_PROP_CHAIR:
      return or_default (prop->size, CHAIR_DEPTH);
    case SMR_PROP_TABLE:
      return or_default (prop->size, 0.4);
    case SMR_PROP_STEP:
      return or_default (prop->size, 0.28);
    case SMR_PROP_TOWEL:
      return or_default (prop->size, 0.14);
    case SMR_PROP_DUMBBELL:
      return or_default (prop->size, 0.06);
    case SMR_PROP_FLOOR:
    case SMR_PROP_WALL:
    case SMR_PROP_DOORWAY:
    case SMR_PROP_MAT:
    case SMR_PROP_STICK:
    case SMR_PROP_BAND:
    case SMR_PROP_LOOP:
    case SMR_PROP_STRAP:
      return prop->size;
    }
  g_return_val_if_reached (0);
}

static double
get_height (const SmrProp *prop)
{
  if (prop->kind == SMR_PROP_BENCH)
    return or_default (prop->height, 0.26);
  if (prop->kind == SMR_PROP_STEP)
    return or_default (prop->height, 0.12);
  return prop->height;
}

static gboolean
is_round (SmrPropKind kind)
{
  return kind == SMR_PROP_ROLLER || kind == SMR_PROP_BALL;
}

SmrPoint
smr_figure_find_prop (const SmrBodyPlaces *body, const SmrProp *prop)
{
  static const SmrPoint ways[] = { { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, 0 } };
  SmrPoint point = smr_body_find_place (body, &prop->at);

  if (is_round (prop->kind) && prop->at.on_body)
    point = smr_point_add (point, smr_point_scale (ways[prop->toward],
                                                   smr_body_get_radius (body->viewpoint, prop->at.part) + get_size (prop) / 2));
  if (prop->kind == SMR_PROP_TOWEL && prop->at.on_body)
    point.y = MAX (point.y - smr_body_get_radius (body->viewpoint, prop->at.part) - TOWEL_DEPTH / 2, TOWEL_DEPTH / 2);
  return point;
}

/* A solid rectangle. */
static SmrFigureBounds
get_box (const SmrBodyPlaces *body, const SmrProp *prop)
{
  SmrPoint at = smr_figure_find_prop (body, prop);
  double size = get_size (prop);

  if (prop->kind == SMR_PROP_BENCH || prop->kind == SMR_PROP_STEP)
    return (SmrFigureBounds) { at.x, 0, at.x + size, get_height (prop) };
  if (body->viewpoint != SMR_VIEWPOINT_SIDE)
    return (SmrFigureBounds) { at.x - size / 2, at.y - 0.03, at.x + size / 2, at.y };
  if (prop->kind == SMR_PROP_TABLE)
    return prop->toward == SMR_TOWARD_LEFT ? (SmrFigureBounds) { at.x, at.y - 0.025, at.x + size, at.y }
                                           : (SmrFigureBounds) { at.x - size, at.y - 0.025, at.x, at.y };
  return prop->toward == SMR_TOWARD_LEFT ? (SmrFigureBounds) { at.x, at.y - 0.03, at.x + size, at.y }
                                         : (SmrFigureBounds) { at.x - size, at.y - 0.03, at.x, at.y };
}

static double
distance_to_box (const SmrFigureBounds *box, SmrPoint point)
{
  double x = MAX (box->x1 - point.x, point.x - box->x2);
  double y = MAX (box->y1 - point.y, point.y - box->y2);

  if (x > 0 && y > 0)
    return hypot (x, y);
  return MAX (x, y);
}

double
smr_figure_prop_distance (const SmrBodyPlaces *body, const SmrProp *prop, SmrPoint point)
{
  SmrPoint at = smr_figure_find_prop (body, prop);
  SmrPoint to = smr_body_find_place (body, &prop->to);

  switch (prop->kind)
    {
    case SMR_PROP_FLOOR:
    case SMR_PROP_MAT:
      return point.y;
    case SMR_PROP_WALL:
      return prop->toward == SMR_TOWARD_RIGHT ? point.x - at.x : at.x - point.x;
    case SMR_PROP_DOORWAY:
      return MIN (fabs (point.x - at.x), fabs (point.x - to.x));
    case SMR_PROP_BENCH:
    case SMR_PROP_CHAIR:
    case SMR_PROP_TABLE:
    case SMR_PROP_STEP:
      {
        SmrFigureBounds box = get_box (body, prop);

        return distance_to_box (&box, point);
      }
    case SMR_PROP_TOWEL:
      return fabs (point.y - at.y) - TOWEL_DEPTH / 2;
    case SMR_PROP_ROLLER:
    case SMR_PROP_BALL:
      return smr_point_distance (at, point) - get_size (prop) / 2;
    case SMR_PROP_STICK:
    case SMR_PROP_BAND:
    case SMR_PROP_LOOP:
    case SMR_PROP_STRAP:
    case SMR_PROP_DUMBBELL:
      return MIN (smr_point_distance (at, point), smr_point_distance (to, point));
    }
  g_return_val_if_reached (0);
}

/* --- bounds ----------------------------------------------------------------------------------------------- */

static void
widen (SmrFigureBounds *bounds, SmrPoint point, double around)
{
  bounds->x1 = MIN (bounds->x1, point.x - around);
  bounds->y1 = MIN (bounds->y1, point.y - around);
  bounds->x2 = MAX (bounds->x2, point.x + around);
  bounds->y2 = MAX (bounds->y2, point.y + around);
}

static void
widen_by_prop (SmrFigureBounds *bounds, const SmrBodyPlaces *body, const SmrProp *prop)
{
  SmrPoint at = smr_figure_find_prop (body, prop);
  SmrPoint to = smr_body_find_place (body, &prop->to);

  switch (prop->kind)
    {
    case SMR_PROP_FLOOR:
      break;
    case SMR_PROP_MAT:
      bounds->x1 -= 0.02;
      bounds->x2 += 0.02;
      break;
    case SMR_PROP_WALL:
      widen (bounds, (SmrPoint) { at.x + (prop->toward == SMR_TOWARD_RIGHT ? -1 : 1) * WALL_DEPTH, bounds->y2 }, 0);
      break;
    case SMR_PROP_DOORWAY:
      widen (bounds, (SmrPoint) { at.x - 0.03, bounds->y2 }, 0);
      widen (bounds, (SmrPoint) { to.x + 0.03, bounds->y2 }, 0);
      break;
    case SMR_PROP_BENCH:
    case SMR_PROP_CHAIR:
    case SMR_PROP_TABLE:
    case SMR_PROP_STEP:
      {
        SmrFigureBounds box = get_box (body, prop);

        widen (bounds, (SmrPoint) { box.x1, 0 }, 0.01);
        widen (bounds, (SmrPoint) { box.x2, box.y2 }, 0.01);
      }
      break;
    case SMR_PROP_TOWEL:
      widen (bounds, (SmrPoint) { at.x - get_size (prop) / 2, at.y }, 0.005);
      widen (bounds, (SmrPoint) { at.x + get_size (prop) / 2, at.y }, 0.005);
      break;
    case SMR_PROP_ROLLER:
      widen (bounds, at, get_size (prop) / 2);
      if (prop->height > 0)
        {
          widen (bounds, (SmrPoint) { at.x, at.y - prop->height / 2 }, 0.01);
          widen (bounds, (SmrPoint) { at.x, at.y + prop->height / 2 }, 0.01);
        }
      break;
    case SMR_PROP_BALL:
    case SMR_PROP_DUMBBELL:
      widen (bounds, at, get_size (prop) / 2);
      break;
    case SMR_PROP_STICK:
    case SMR_PROP_BAND:
    case SMR_PROP_LOOP:
    case SMR_PROP_STRAP:
      widen (bounds, at, 0.02);
      widen (bounds, to, 0.02);
      break;
    }
}

static void
widen_by_limb (SmrFigureBounds *bounds, const SmrLimbPlaces *limb, double middle, double end, gboolean leg)
{
  widen (bounds, limb->middle, middle);
  widen (bounds, limb->end, end);
  widen (bounds, limb->tip, leg ? 0.006 : 0.018);
  if (leg)
    widen (bounds, limb->heel, 0.004);
}

SmrFigureBounds
smr_figure_measure_frame (const SmrFigure *figure, const SmrPose *pose, const SmrBodyPlaces *body)
{
  SmrFigureBounds bounds = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  double trunk = smr_body_get_radius (body->viewpoint, SMR_PART_CHEST);

  widen (&bounds, body->head, SMR_BODY_HEAD_RADIUS + 0.004);
  widen (&bounds, body->hips, trunk);
  widen (&bounds, body->waist, trunk * 0.8);
  widen (&bounds, body->shoulders, 0.05);
  for (int side = 0; side < SMR_N_BODY_SIDES; side++)
    {
      widen_by_limb (&bounds, &body->arms[side], 0.024, 0.018, FALSE);
      widen_by_limb (&bounds, &body->legs[side], 0.032, 0.02, TRUE);
      widen (&bounds, body->arms[side].root, 0.03);
    }
  if (figure->floor)
    bounds.y1 = -0.02;
  for (guint i = 0; i < pose->props->len; i++)
    widen_by_prop (&bounds, body, &g_array_index (pose->props, SmrProp, i));
  return bounds;
}

/* --- drawing ---------------------------------------------------------------------------------------------- */

static void
line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

/* Fills and outlines the path. */
static void
finish (const SmrFigurePainter *painter, SmrFigureColour fill)
{
  cairo_t *cr = painter->cr;

  smr_figure_set_colour (cr, fill);
  cairo_fill_preserve (cr);
  smr_figure_set_colour (cr, painter->colours->prop_line);
  cairo_set_line_width (cr, painter->line);
  cairo_stroke (cr);
}

static void
box (cairo_t *cr, SmrFigureBounds bounds, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, bounds.x2 - radius, bounds.y1 + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, bounds.x2 - radius, bounds.y2 - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, bounds.x1 + radius, bounds.y2 - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, bounds.x1 + radius, bounds.y1 + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
paint_rim (const SmrFigurePainter *painter)
{
  smr_figure_set_colour (painter->cr, painter->colours->prop_dark);
  cairo_set_line_width (painter->cr, painter->line);
  cairo_stroke (painter->cr);
}

static void
paint_wall (const SmrFigurePainter *painter, double x, double way, double height)
{
  cairo_t *cr = painter->cr;

  smr_figure_set_colour (cr, painter->colours->prop_line);
  cairo_set_line_width (cr, painter->line * 1.3);
  line (cr, x, 0, x, height);
  cairo_stroke (cr);
  cairo_set_line_width (cr, painter->line * 0.7);
  for (double y = 0.02; y + 0.03 < height; y += 0.05)
    line (cr, x, y, x + way * WALL_DEPTH * 0.85, y + 0.03);
  cairo_stroke (cr);
}

static void
paint_roller (const SmrFigurePainter *painter, SmrPoint at, const SmrProp *prop)
{
  /* The foam: few dots, in a pattern that does not look like one. */
  static const SmrPoint dots[] = {
    { 0.72, 0.1 }, { 0.5, 0.52 }, { 0.1, 0.74 }, { -0.38, 0.62 }, { -0.7, 0.24 },
    { -0.68, -0.28 }, { -0.3, -0.66 }, { 0.18, -0.72 }, { 0.6, -0.4 },
  };
  cairo_t *cr = painter->cr;
  double radius = get_size (prop) / 2;

  if (prop->height > 0)
    {
      box (cr, (SmrFigureBounds) { at.x - radius, at.y - prop->height / 2, at.x + radius, at.y + prop->height / 2 }, radius * 0.3);
      finish (painter, painter->colours->prop_fill);
      cairo_set_line_width (cr, painter->line * 0.6);
      line (cr, at.x - radius * 0.4, at.y - prop->height * 0.44, at.x - radius * 0.4, at.y + prop->height * 0.44);
      line (cr, at.x + radius * 0.3, at.y - prop->height * 0.44, at.x + radius * 0.3, at.y + prop->height * 0.44);
      cairo_stroke (cr);
      return;
    }
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  finish (painter, painter->colours->prop_fill);
  smr_figure_set_colour (cr, painter->colours->prop_dark);
  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    {
      cairo_arc (cr, at.x + dots[i].x * radius, at.y + dots[i].y * radius, radius * 0.08, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_arc (cr, at.x, at.y, radius * 0.42, 0, 2 * G_PI);
  finish (painter, painter->colours->prop_dark);
}

static void
paint_ball (const SmrFigurePainter *painter, SmrPoint at, double radius)
{
  cairo_t *cr = painter->cr;

  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  finish (painter, painter->colours->prop_fill);
  cairo_set_line_width (cr, painter->line * 0.7);
  cairo_arc (cr, at.x - radius * 0.9, at.y + radius * 0.5, radius * 0.95, -1.25, 0.42);
  cairo_stroke (cr);
}

static void
paint_legs (const SmrFigurePainter *painter, SmrFigureBounds seat)
{
  cairo_t *cr = painter->cr;

  smr_figure_set_colour (cr, painter->colours->prop_line);
  cairo_set_line_width (cr, painter->line * 2.2);
  line (cr, seat.x1 + 0.02, seat.y1, seat.x1 + 0.02, 0);
  line (cr, seat.x2 - 0.02, seat.y1, seat.x2 - 0.02, 0);
  cairo_stroke (cr);
}

static void
paint_chair (const SmrFigurePainter *painter, const SmrBodyPlaces *body, const SmrProp *prop)
{
  SmrFigureBounds seat = get_box (body, prop);
  SmrFigureBounds back = seat;

  paint_legs (painter, seat);
  if (body->viewpoint == SMR_VIEWPOINT_SIDE)
    {
      if (prop->toward == SMR_TOWARD_LEFT)
        back = (SmrFigureBounds) { seat.x2 - 0.02, seat.y2, seat.x2, seat.y2 + CHAIR_BACK };
      else
        back = (SmrFigureBounds) { seat.x1, seat.y2, seat.x1 + 0.02, seat.y2 + CHAIR_BACK };
      box (painter->cr, back, 0.008);
      finish (painter, painter->colours->prop_fill);
    }
  box (painter->cr, seat, 0.01);
  finish (painter, painter->colours->prop_fill);
}

/* A strip between two points, as flat as a band. */
static void
strip (cairo_t *cr, SmrPoint from, SmrPoint to, double half_width)
{
  SmrPoint along = smr_point_unit (smr_point_minus (to, from));
  double x = -along.y * half_width;
  double y = along.x * half_width;

  cairo_move_to (cr, from.x + x, from.y + y);
  cairo_line_to (cr, to.x + x, to.y + y);
  cairo_line_to (cr, to.x - x, to.y - y);
  cairo_line_to (cr, from.x - x, from.y - y);
  cairo_close_path (cr);
}

static void
paint_stick (const SmrFigurePainter *painter, SmrPoint from, SmrPoint to)
{
  SmrPoint along = smr_point_unit (smr_point_minus (to, from));
  SmrPoint first = smr_point_minus (from, smr_point_scale (along, 0.04));
  SmrPoint last = smr_point_add (to, smr_point_scale (along, 0.04));
  cairo_t *cr = painter->cr;

  strip (cr, first, last, 0.008);
  finish (painter, painter->colours->prop_dark);
  strip (cr, smr_point_mix (from, to, 0.2), smr_point_mix (from, to, 0.8), 0.013);
  finish (painter, painter->colours->prop_fill);
}

/* Round both limbs: a flat band across them, a little wider than they are. */
static void
paint_loop (const SmrFigurePainter *painter, SmrPoint from, SmrPoint to)
{
  SmrPoint along = smr_point_distance (from, to) > 0.01 ? smr_point_unit (smr_point_minus (to, from)) : (SmrPoint) { 1, 0 };

  strip (painter->cr, smr_point_minus (from, smr_point_scale (along, 0.024)),
         smr_point_add (to, smr_point_scale (along, 0.024)), 0.011);
  finish (painter, painter->colours->prop_fill);
}

static void
paint_dumbbell (const SmrFigurePainter *painter, const SmrBodyPlaces *body, SmrPoint at, double size)
{
  cairo_t *cr = painter->cr;

  if (body->viewpoint == SMR_VIEWPOINT_SIDE)
    {
      cairo_arc (cr, at.x, at.y, size / 2, 0, 2 * G_PI);
      finish (painter, painter->colours->prop_dark);
      cairo_arc (cr, at.x, at.y, size / 6, 0, 2 * G_PI);
      finish (painter, painter->colours->prop_fill);
      return;
    }
  strip (cr, (SmrPoint) { at.x - size * 0.6, at.y }, (SmrPoint) { at.x + size * 0.6, at.y }, 0.007);
  finish (painter, painter->colours->prop_fill);
  for (int way = -1; way <= 1; way += 2)
    {
      box (cr, (SmrFigureBounds) { at.x + way * size * 0.6 - 0.011, at.y - size / 2,
                                   at.x + way * size * 0.6 + 0.011, at.y + size / 2 }, 0.006);
      finish (painter, painter->colours->prop_dark);
    }
}

static void
paint_band (const SmrFigurePainter *painter, SmrPoint from, SmrPoint to, gboolean anchored)
{
  cairo_t *cr = painter->cr;

  strip (cr, from, to, 0.0075);
  finish (painter, painter->colours->prop_fill);
  if (!anchored)
    return;
  cairo_arc (cr, to.x, to.y, 0.016, 0, 2 * G_PI);
  finish (painter, painter->colours->prop_dark);
}

static SmrFigureDepth
get_depth (SmrPropKind kind)
{
  switch (kind)
    {
    case SMR_PROP_FLOOR:
    case SMR_PROP_WALL:
    case SMR_PROP_DOORWAY:
    case SMR_PROP_BENCH:
    case SMR_PROP_CHAIR:
    case SMR_PROP_TABLE:
    case SMR_PROP_STEP:
    case SMR_PROP_MAT:
      return SMR_DEPTH_BEHIND;
    case SMR_PROP_TOWEL:
    case SMR_PROP_ROLLER:
    case SMR_PROP_BALL:
      return SMR_DEPTH_AMONG;
    case SMR_PROP_STICK:
    case SMR_PROP_BAND:
    case SMR_PROP_LOOP:
    case SMR_PROP_STRAP:
    case SMR_PROP_DUMBBELL:
      return SMR_DEPTH_BEFORE;
    }
  g_return_val_if_reached (SMR_DEPTH_BEHIND);
}

static void
paint_prop (const SmrFigurePainter *painter, const SmrBodyPlaces *body, const SmrProp *prop, const SmrFigureBounds *bounds)
{
  const SmrFigureColours *colours = painter->colours;
  cairo_t *cr = painter->cr;
  SmrPoint at = smr_figure_find_prop (body, prop);
  SmrPoint to = smr_body_find_place (body, &prop->to);
  SmrFigureBounds solid;

  switch (prop->kind)
    {
    case SMR_PROP_FLOOR:
      break;
    case SMR_PROP_WALL:
      paint_wall (painter, at.x, prop->toward == SMR_TOWARD_RIGHT ? -1 : 1, bounds->y2);
      break;
    case SMR_PROP_DOORWAY:
      paint_wall (painter, at.x, -1, bounds->y2);
      paint_wall (painter, to.x, 1, bounds->y2);
      break;
    case SMR_PROP_MAT:
      if (painter->figure->floor)
        box (cr, (SmrFigureBounds) { bounds->x1, -MAT_DEPTH, bounds->x2, 0 }, MAT_DEPTH / 2.1);
      else
        box (cr, *bounds, 0.02);
      /* Seen from above it is too large to be filled: ink. */
      if (painter->figure->floor)
        finish (painter, colours->prop_fill);
      else
        paint_rim (painter);
      break;
    case SMR_PROP_BENCH:
    case SMR_PROP_TABLE:
      solid = get_box (body, prop);
      if (prop->kind == SMR_PROP_BENCH)
        solid.y1 = solid.y2 - 0.05;
      paint_legs (painter, solid);
      box (cr, solid, 0.01);
      finish (painter, colours->prop_fill);
      break;
    case SMR_PROP_STEP:
      box (cr, get_box (body, prop), 0.006);
      finish (painter, colours->prop_fill);
      break;
    case SMR_PROP_CHAIR:
      paint_chair (painter, body, prop);
      break;
    case SMR_PROP_TOWEL:
      solid = (SmrFigureBounds) { at.x - get_size (prop) / 2, at.y - TOWEL_DEPTH / 2,
                                  at.x + get_size (prop) / 2, at.y + TOWEL_DEPTH / 2 };
      box (cr, solid, TOWEL_DEPTH / 2.1);
      finish (painter, colours->prop_fill);
      cairo_set_line_width (cr, painter->line * 0.5);
      line (cr, solid.x1 + 0.01, at.y, solid.x2 - 0.004, at.y);
      cairo_stroke (cr);
      break;
    case SMR_PROP_ROLLER:
      paint_roller (painter, at, prop);
      break;
    case SMR_PROP_BALL:
      paint_ball (painter, at, get_size (prop) / 2);
      break;
    case SMR_PROP_STICK:
      paint_stick (painter, at, to);
      break;
    case SMR_PROP_BAND:
      paint_band (painter, at, to, !prop->to.on_body);
      break;
    case SMR_PROP_LOOP:
      paint_loop (painter, at, to);
      break;
    case SMR_PROP_STRAP:
      strip (cr, at, to, 0.005);
      finish (painter, colours->prop_dark);
      break;
    case SMR_PROP_DUMBBELL:
      paint_dumbbell (painter, body, at, get_size (prop));
      break;
    }
}

/* A thin line and, where the body is near it, a soft shade. */
static void
paint_floor (const SmrFigurePainter *painter, const SmrBodyPlaces *body, const SmrFigureBounds *bounds, gboolean mat)
{
  cairo_t *cr = painter->cr;
  double from = G_MAXDOUBLE;
  double to = -G_MAXDOUBLE;
  double y = mat ? -MAT_DEPTH : -painter->line / 2;

  for (int part = 0; part < SMR_N_PARTS; part++)
    {
      for (int side = 0; side < SMR_N_BODY_SIDES; side++)
        {
          SmrPoint point = smr_body_find (body, part, side, 0.5);
          double radius = smr_body_get_radius (body->viewpoint, part);

          if (point.y - radius > 0.12)
            continue;
          from = MIN (from, point.x - radius);
          to = MAX (to, point.x + radius);
        }
    }
  if (from < to && !mat)
    {
      SmrOutline shade;

      smr_outline_init_ellipse (&shade, (SmrPoint) { (from + to) / 2, y - 0.004 }, (SmrPoint) { 1, 0 }, (to - from) / 2 + 0.01, 0.010);
      smr_outline_path (&shade, cr);
      smr_figure_set_colour (cr, painter->colours->shade);
      cairo_fill (cr);
    }
  smr_figure_set_colour (cr, painter->colours->ground);
  cairo_set_line_width (cr, painter->line * 0.8);
  line (cr, bounds->x1, y, bounds->x2, y);
  cairo_stroke (cr);
}

void
smr_figure_paint_props (const SmrFigurePainter *painter, const SmrBodyPlaces *body, const SmrPose *pose, SmrFigureDepth depth)
{
  SmrFigureBounds bounds = smr_figure_measure_frame (painter->figure, pose, body);
  gboolean mat = FALSE;

  for (guint i = 0; i < pose->props->len; i++)
    mat |= g_array_index (pose->props, SmrProp, i).kind == SMR_PROP_MAT;
  if (depth == SMR_DEPTH_BEHIND && painter->figure->floor)
    paint_floor (painter, body, &bounds, mat);
  for (guint i = 0; i < pose->props->len; i++)
    {
      const SmrProp *prop = &g_array_index (pose->props, SmrProp, i);

      if (get_depth (prop->kind) == depth)
        paint_prop (painter, body, prop, &bounds);
    }
}
