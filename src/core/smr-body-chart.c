#include "smr-body-chart.h"

static void
free_shape (SmrBodyShape *shape)
{
  smr_body_outline_free (shape->outline);
  g_free (shape);
}

SmrBodyShape *
smr_body_shape_new_take (const char *muscle, SmrBodyOutline *outline)
{
  SmrBodyShape *shape = g_new0 (SmrBodyShape, 1);

  shape->muscle = g_intern_string (muscle);
  shape->outline = outline;
  return shape;
}

static void
init_figure (SmrBodyFigure *figure)
{
  figure->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_shape);
  figure->regions = g_ptr_array_new_with_free_func ((GDestroyNotify) free_shape);
}

static void
clear_figure (SmrBodyFigure *figure)
{
  g_clear_pointer (&figure->silhouette, smr_body_outline_free);
  g_ptr_array_unref (figure->shapes);
  g_ptr_array_unref (figure->regions);
}

SmrBodyChart *
smr_body_chart_new (double half_width, double height)
{
  SmrBodyChart *self = g_new0 (SmrBodyChart, 1);

  self->half_width = half_width;
  self->height = height;
  init_figure (&self->front);
  init_figure (&self->back);
  return self;
}

void
smr_body_chart_free (SmrBodyChart *self)
{
  clear_figure (&self->front);
  clear_figure (&self->back);
  g_free (self);
}

double
smr_body_chart_get_aspect (const SmrBodyChart *self)
{
  return 4 * self->half_width / self->height;
}

SmrBodyFigure *
smr_body_chart_get_figure (SmrBodyChart *self, SmrBodyView view)
{
  return view == SMR_BODY_VIEW_BACK ? &self->back : &self->front;
}

SmrSide
smr_body_view_get_side (SmrBodyView view, double x)
{
  return (view == SMR_BODY_VIEW_BACK) == (x >= 0) ? SMR_SIDE_RIGHT : SMR_SIDE_LEFT;
}

gboolean
smr_body_view_is_mirrored (SmrBodyView view, SmrSide side)
{
  return side == smr_body_view_get_side (view, -1);
}

const char *
smr_body_chart_find (SmrBodyChart *self, SmrBodyView view, double x, double y, SmrSide *side)
{
  SmrBodyFigure *figure = smr_body_chart_get_figure (self, view);

  for (guint i = 0; i < figure->shapes->len; i++)
    {
      const SmrBodyShape *shape = g_ptr_array_index (figure->shapes, i);

      if (shape->muscle != NULL && smr_body_outline_contains (shape->outline, ABS (x), y))
        {
          if (side != NULL)
            *side = smr_body_view_get_side (view, x);
          return shape->muscle;
        }
    }
  return NULL;
}

static void
collect (GPtrArray *shapes, const char *muscle, GPtrArray *found)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      SmrBodyShape *shape = g_ptr_array_index (shapes, i);

      if (g_strcmp0 (shape->muscle, muscle) == 0)
        g_ptr_array_add (found, shape);
    }
}

GPtrArray *
smr_body_figure_collect (const SmrBodyFigure *self, const char *muscle)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (self->shapes, muscle, found);
  if (found->len == 0)
    collect (self->regions, muscle, found);
  return found;
}

static gboolean
has_shape (const SmrBodyFigure *figure, const char *muscle)
{
  for (guint i = 0; i < figure->shapes->len; i++)
    {
      if (g_strcmp0 (((const SmrBodyShape *) g_ptr_array_index (figure->shapes, i))->muscle, muscle) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
smr_body_chart_is_deep (const SmrBodyChart *self, const char *muscle)
{
  return !has_shape (&self->front, muscle) && !has_shape (&self->back, muscle);
}

/* --- checks ----------------------------------------------------------------------------------------------- */

static const char *
get_label (const SmrBodyShape *shape)
{
  return shape->muscle != NULL ? shape->muscle : "a shape without a muscle";
}

static void
check_place (const SmrBodyFigure *figure, const char *view, const SmrBodyShape *shape, double tolerance, GPtrArray *faults)
{
  for (guint i = 0; i < shape->outline->n_corners; i++)
    {
      const SmrBodyPoint *corner = &shape->outline->corners[i];

      if (corner->x < -tolerance ||
          (!smr_body_outline_contains (figure->silhouette, corner->x, corner->y) &&
           smr_body_outline_get_distance (figure->silhouette, corner->x, corner->y) > tolerance))
        {
          g_ptr_array_add (faults, g_strdup_printf ("%s: %s leaves the half figure at %.1f,%.1f", view, get_label (shape), corner->x, corner->y));
          return;
        }
    }
}

/* FALSE when it reported one. */
static gboolean
check_overlap (const char *view, const SmrBodyShape *shape, const SmrBodyShape *other, double tolerance, GPtrArray *faults)
{
  for (guint i = 0; i < shape->outline->n_corners; i++)
    {
      const SmrBodyPoint *corner = &shape->outline->corners[i];

      if (smr_body_outline_contains (other->outline, corner->x, corner->y) &&
          smr_body_outline_get_distance (other->outline, corner->x, corner->y) > tolerance)
        {
          g_ptr_array_add (faults, g_strdup_printf ("%s: %s lies over %s at %.1f,%.1f", view, get_label (shape), get_label (other), corner->x, corner->y));
          return FALSE;
        }
    }
  return TRUE;
}

static void
check_figure (const SmrBodyFigure *figure, const char *view, double tolerance, GPtrArray *faults)
{
  const SmrBodyPoint *midline = figure->silhouette->points + 3 * (figure->silhouette->n_curves - 1);

  for (int i = 0; i < 4; i++)
    {
      if (midline[i].x != 0)
        {
          g_ptr_array_add (faults, g_strdup_printf ("%s: the last curve of the silhouette is not the midline", view));
          break;
        }
    }
  for (guint i = 0; i < figure->shapes->len; i++)
    {
      const SmrBodyShape *shape = g_ptr_array_index (figure->shapes, i);

      check_place (figure, view, shape, tolerance, faults);
      for (guint j = i + 1; j < figure->shapes->len; j++)
        {
          const SmrBodyShape *other = g_ptr_array_index (figure->shapes, j);

          if (check_overlap (view, other, shape, tolerance, faults))
            check_overlap (view, shape, other, tolerance, faults);
        }
    }
  for (guint i = 0; i < figure->regions->len; i++)
    check_place (figure, view, g_ptr_array_index (figure->regions, i), tolerance, faults);
}

void
smr_body_chart_check (SmrBodyChart *self, double tolerance, GPtrArray *faults)
{
  check_figure (&self->front, "front", tolerance, faults);
  check_figure (&self->back, "back", tolerance, faults);
}
