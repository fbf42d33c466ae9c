#include "smr-figure.h"

#include "smr-figure-painter.h"

/* Outlines are 0.6 pt in a picture of 34 mm, and as wide in body heights whatever is shown beside each other. */
#define LINE_OF_PICTURE (0.6 / 96.4)
#define THINNEST_LINE   0.5     /* points, in small pictures */
#define LARGEST_BODY    1.12    /* of the picture's height: a crouching body is not blown up beyond that */
#define GAP             0.06    /* between two frames, of the picture */

typedef struct
{
  const SmrPose  *pose;
  SmrBodyPlaces   body;
  SmrFigureBounds bounds;
} Frame;

/* Where two frames go: beside each other, or one below the other when they lie. */
typedef struct
{
  double scale;
  double x[2], y[2];            /* the origin of each frame in the picture */
} Layout;

gboolean
smr_figure_is_mirrored (const SmrFigure *figure, SmrItemSide side)
{
  return (side == SMR_ITEM_SIDE_LEFT && figure->drawn_side == SMR_BODY_RIGHT) ||
         (side == SMR_ITEM_SIDE_RIGHT && figure->drawn_side == SMR_BODY_LEFT);
}

static double
get_width (const Frame *frame)
{
  return frame->bounds.x2 - frame->bounds.x1;
}

static double
get_height (const Frame *frame)
{
  return frame->bounds.y2 - frame->bounds.y1;
}

static SmrFigureBounds
unite (SmrFigureBounds a, SmrFigureBounds b)
{
  return (SmrFigureBounds) { MIN (a.x1, b.x1), MIN (a.y1, b.y1), MAX (a.x2, b.x2), MAX (a.y2, b.y2) };
}

static void
lay_out_one (Layout *layout, const SmrFigureBounds *bounds, double width, double height)
{
  double wide = bounds->x2 - bounds->x1;
  double high = bounds->y2 - bounds->y1;

  layout->scale = MIN (MIN (width / wide, height / high), LARGEST_BODY * MIN (width, height));
  layout->x[0] = layout->x[1] = (width - wide * layout->scale) / 2 - bounds->x1 * layout->scale;
  layout->y[0] = layout->y[1] = (height + high * layout->scale) / 2 + bounds->y1 * layout->scale;
}

/* On one floor. */
static void
lay_out_beside (Layout *layout, const Frame frames[2], double width, double height)
{
  SmrFigureBounds both = unite (frames[0].bounds, frames[1].bounds);
  double wide = get_width (&frames[0]) + get_width (&frames[1]);
  double high = both.y2 - both.y1;
  double gap = GAP * width;
  double left;

  layout->scale = MIN (MIN ((width - gap) / wide, height / high), LARGEST_BODY * MIN (width, height));
  left = (width - gap - wide * layout->scale) / 2;
  layout->x[0] = left - frames[0].bounds.x1 * layout->scale;
  layout->x[1] = left + get_width (&frames[0]) * layout->scale + gap - frames[1].bounds.x1 * layout->scale;
  layout->y[0] = layout->y[1] = (height + high * layout->scale) / 2 + both.y1 * layout->scale;
}

/* The start above, both over the same place of the floor. */
static void
lay_out_below (Layout *layout, const Frame frames[2], double width, double height)
{
  SmrFigureBounds both = unite (frames[0].bounds, frames[1].bounds);
  double wide = both.x2 - both.x1;
  double high = get_height (&frames[0]) + get_height (&frames[1]);
  double gap = GAP * height;
  double top;

  layout->scale = MIN (MIN (width / wide, (height - gap) / high), LARGEST_BODY * MIN (width, height));
  top = (height - gap - high * layout->scale) / 2;
  layout->x[0] = layout->x[1] = (width - wide * layout->scale) / 2 - both.x1 * layout->scale;
  layout->y[0] = top + frames[0].bounds.y2 * layout->scale;
  layout->y[1] = top + get_height (&frames[0]) * layout->scale + gap + frames[1].bounds.y2 * layout->scale;
}

static Layout
lay_out (const SmrFigure *figure, const Frame *frames, double width, double height)
{
  Layout layout = { 0 };
  Layout other = { 0 };

  if (figure->poses->len < 2)
    lay_out_one (&layout, &frames[0].bounds, width, height);
  else if (figure->frames == SMR_FRAMES_GHOST)
    {
      SmrFigureBounds both = unite (frames[0].bounds, frames[1].bounds);

      lay_out_one (&layout, &both, width, height);
    }
  else
    {
      lay_out_beside (&layout, frames, width, height);
      lay_out_below (&other, frames, width, height);
      if (other.scale > layout.scale)
        layout = other;
    }
  return layout;
}

static void
enter_frame (cairo_t *cr, const Layout *layout, guint i)
{
  cairo_save (cr);
  cairo_translate (cr, layout->x[i], layout->y[i]);
  cairo_scale (cr, layout->scale, -layout->scale);
}

static void
draw_frames (cairo_t *cr, const SmrFigure *figure, const Frame *frames, const Layout *layout, SmrFigurePainter *painter)
{
  guint last = figure->poses->len - 1;
  gboolean ghost = last > 0 && figure->frames == SMR_FRAMES_GHOST;

  for (guint i = 0; i <= last; i++)
    {
      gboolean pale = ghost && i < last;

      enter_frame (cr, layout, i);
      if (!ghost || pale)
        smr_figure_paint_props (painter, &frames[ghost ? last : i].body, frames[ghost ? last : i].pose, SMR_DEPTH_BEHIND);
      smr_figure_paint_far_limbs (painter, &frames[i].body, pale);
      if (!ghost || pale)
        smr_figure_paint_props (painter, &frames[ghost ? last : i].body, frames[ghost ? last : i].pose, SMR_DEPTH_AMONG);
      smr_figure_paint_body (painter, &frames[i].body, pale);
      if (!pale)
        smr_figure_paint_props (painter, &frames[i].body, frames[i].pose, SMR_DEPTH_BEFORE);
      if (i == last)
        smr_figure_paint_arrows (painter, &frames[i].body);
      cairo_restore (cr);
    }
}

void
smr_figure_draw (cairo_t *cr, const SmrFigure *figure, SmrItemSide side, SmrFigureScheme scheme,
                 double x, double y, double width, double height)
{
  SmrFigurePainter painter = { cr, smr_figure_colours_get (scheme), figure, 0 };
  Frame frames[2];
  Layout layout;

  g_return_if_fail (cr != NULL && figure != NULL && figure->poses->len <= G_N_ELEMENTS (frames));

  if (width <= 0 || height <= 0)
    return;
  for (guint i = 0; i < figure->poses->len; i++)
    {
      frames[i].pose = g_ptr_array_index (figure->poses, i);
      smr_body_places_init (&frames[i].body, frames[i].pose, figure->viewpoint);
      frames[i].bounds = smr_figure_measure_frame (figure, frames[i].pose, &frames[i].body);
      if (i + 1 == figure->poses->len)
        frames[i].bounds = smr_figure_measure_arrows (figure, &frames[i].body, frames[i].bounds);
    }
  layout = lay_out (figure, frames, width, height);
  painter.line = MAX (LINE_OF_PICTURE * MIN (width, height), THINNEST_LINE) / layout.scale;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (smr_figure_is_mirrored (figure, side))
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_tolerance (cr, 0.2); /* of a pixel: not to be seen, and a fifth faster */
  draw_frames (cr, figure, frames, &layout, &painter);
  cairo_restore (cr);
}
