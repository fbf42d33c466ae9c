#include "smr-body-outline.h"

#include <math.h>

#define STEPS_PER_CURVE 8

/* --- reading ---------------------------------------------------------------------------------------------- */

static void
skip_space (const char **text)
{
  while (g_ascii_isspace (**text) || **text == ',')
    (*text)++;
}

static gboolean
take_letter (const char **text, char letter)
{
  skip_space (text);
  if (**text != letter)
    return FALSE;
  (*text)++;
  return TRUE;
}

static gboolean
take_number (const char **text, double *number)
{
  char *end;

  skip_space (text);
  *number = g_ascii_strtod (*text, &end);
  if (end == *text || !isfinite (*number))
    return FALSE;
  *text = end;
  return TRUE;
}

static gboolean
take_point (const char **text, GArray *points)
{
  SmrBodyPoint point;

  if (!take_number (text, &point.x) || !take_number (text, &point.y))
    return FALSE;
  g_array_append_val (points, point);
  return TRUE;
}

static gboolean
take_curves (const char **text, GArray *points)
{
  if (!take_letter (text, 'M') || !take_point (text, points))
    return FALSE;
  while (take_letter (text, 'C'))
    {
      for (int i = 0; i < 3; i++)
        {
          if (!take_point (text, points))
            return FALSE;
        }
    }
  return points->len > 1 && take_letter (text, 'Z');
}

/* --- the polygon ------------------------------------------------------------------------------------------ */

static SmrBodyPoint
get_point_on_curve (const SmrBodyPoint *curve, double t)
{
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return (SmrBodyPoint) {
    a * curve[0].x + b * curve[1].x + c * curve[2].x + d * curve[3].x,
    a * curve[0].y + b * curve[1].y + c * curve[2].y + d * curve[3].y,
  };
}

static void
flatten (SmrBodyOutline *self)
{
  self->n_corners = self->n_curves * STEPS_PER_CURVE;
  self->corners = g_new (SmrBodyPoint, self->n_corners);
  self->least = self->most = self->points[0];
  for (guint i = 0; i < self->n_corners; i++)
    {
      const SmrBodyPoint *curve = self->points + 3 * (i / STEPS_PER_CURVE);
      SmrBodyPoint point = get_point_on_curve (curve, (double) (i % STEPS_PER_CURVE) / STEPS_PER_CURVE);

      self->corners[i] = point;
      self->least.x = MIN (self->least.x, point.x);
      self->least.y = MIN (self->least.y, point.y);
      self->most.x = MAX (self->most.x, point.x);
      self->most.y = MAX (self->most.y, point.y);
    }
}

/* --- public ----------------------------------------------------------------------------------------------- */

SmrBodyOutline *
smr_body_outline_new_parse (const char *text, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SmrBodyPoint));
  const char *rest = text;
  const SmrBodyPoint *first, *last;
  SmrBodyOutline *self;

  if (!take_curves (&rest, points))
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "an outline is one M, then C with three points each, then Z; stopped at \"%.20s\"", rest);
      return NULL;
    }
  skip_space (&rest);
  if (*rest != '\0')
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "an outline ends with its Z, and \"%.20s\" follows", rest);
      return NULL;
    }
  first = &g_array_index (points, SmrBodyPoint, 0);
  last = &g_array_index (points, SmrBodyPoint, points->len - 1);
  if (first->x != last->x || first->y != last->y)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "an outline ends where it began, not at %g,%g", last->x, last->y);
      return NULL;
    }

  self = g_new0 (SmrBodyOutline, 1);
  self->n_curves = (points->len - 1) / 3;
  self->points = (SmrBodyPoint *) g_array_free (g_steal_pointer (&points), FALSE);
  flatten (self);
  return self;
}

void
smr_body_outline_free (SmrBodyOutline *self)
{
  g_free (self->points);
  g_free (self->corners);
  g_free (self);
}

gboolean
smr_body_outline_contains (const SmrBodyOutline *self, double x, double y)
{
  gboolean inside = FALSE;

  if (x < self->least.x || x > self->most.x || y < self->least.y || y > self->most.y)
    return FALSE;
  for (guint i = 0, j = self->n_corners - 1; i < self->n_corners; j = i++)
    {
      const SmrBodyPoint *a = &self->corners[i], *b = &self->corners[j];

      if ((a->y > y) != (b->y > y) && x < a->x + (y - a->y) / (b->y - a->y) * (b->x - a->x))
        inside = !inside;
    }
  return inside;
}

double
smr_body_outline_get_distance (const SmrBodyOutline *self, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0, j = self->n_corners - 1; i < self->n_corners; j = i++)
    {
      const SmrBodyPoint *a = &self->corners[j], *b = &self->corners[i];
      double dx = b->x - a->x, dy = b->y - a->y;
      double length = dx * dx + dy * dy;
      double t = length > 0 ? CLAMP (((x - a->x) * dx + (y - a->y) * dy) / length, 0, 1) : 0;

      least = MIN (least, hypot (a->x + t * dx - x, a->y + t * dy - y));
    }
  return least;
}

/* Twice the signed area of the triangle of the origin and two corners. */
static double
cross (const SmrBodyPoint *a, const SmrBodyPoint *b)
{
  return a->x * b->y - b->x * a->y;
}

double
smr_body_outline_get_area (const SmrBodyOutline *self)
{
  double sum = 0;

  for (guint i = 0, j = self->n_corners - 1; i < self->n_corners; j = i++)
    sum += cross (&self->corners[j], &self->corners[i]);
  return fabs (sum) / 2;
}

static SmrBodyPoint
get_centroid (const SmrBodyOutline *self)
{
  SmrBodyPoint sum = { 0, 0 };
  double total = 0;

  for (guint i = 0, j = self->n_corners - 1; i < self->n_corners; j = i++)
    {
      const SmrBodyPoint *a = &self->corners[j], *b = &self->corners[i];
      double part = cross (a, b);

      sum.x += (a->x + b->x) * part;
      sum.y += (a->y + b->y) * part;
      total += part;
    }
  return (SmrBodyPoint) { sum.x / (3 * total), sum.y / (3 * total) };
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

SmrBodyPoint
smr_body_outline_get_middle (const SmrBodyOutline *self)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  SmrBodyPoint middle = get_centroid (self);
  double widest = 0;

  if (smr_body_outline_contains (self, middle.x, middle.y))
    return middle;

  for (guint i = 0, j = self->n_corners - 1; i < self->n_corners; j = i++)
    {
      const SmrBodyPoint *a = &self->corners[i], *b = &self->corners[j];

      if ((a->y > middle.y) != (b->y > middle.y))
        {
          double x = a->x + (middle.y - a->y) / (b->y - a->y) * (b->x - a->x);

          g_array_append_val (crossings, x);
        }
    }
  g_array_sort (crossings, compare_numbers);
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      double left = g_array_index (crossings, double, i), right = g_array_index (crossings, double, i + 1);

      if (right - left > widest)
        {
          widest = right - left;
          middle.x = (left + right) / 2;
        }
    }
  return middle;
}
