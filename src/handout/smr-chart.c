#include "smr-chart.h"

#include <math.h>

typedef struct
{
  guint  position;
  char  *label;
  double values[2];
} Column;

struct _SmrChart
{
  SmrChartKind  kind;
  int           least;
  int           most;
  int           step;
  char         *names[2];
  GArray       *columns;       /* (element-type Column) */
  SmrChartStyle style;
};

/* Where things lie while it is drawn. */
typedef struct
{
  const SmrChart *chart;
  cairo_t        *cr;
  PangoLayout    *layout;
  double          left, right, top, bottom; /* of the field that the series are drawn in */
  double          em;
} Field;

/* --- text ------------------------------------------------------------------------------------------------- */

static void
set_ink (cairo_t *cr, const SmrInk *ink)
{
  cairo_set_source_rgb (cr, ink->red, ink->green, ink->blue);
}

static double
measure (Field *field, const char *text)
{
  int width;

  pango_layout_set_text (field->layout, text, -1);
  pango_layout_get_pixel_size (field->layout, &width, NULL);
  return width;
}

static void
draw_text (Field *field, const SmrInk *ink, double x, double y, const char *text)
{
  pango_layout_set_text (field->layout, text, -1);
  set_ink (field->cr, ink);
  cairo_move_to (field->cr, x, y);
  pango_cairo_show_layout (field->cr, field->layout);
}

/* --- places ----------------------------------------------------------------------------------------------- */

static double
find_y (const Field *field, double value)
{
  const SmrChart *chart = field->chart;

  return field->bottom - (value - chart->least) / (chart->most - chart->least) * (field->bottom - field->top);
}

static const Column *
get_column (const SmrChart *self, guint n)
{
  return &g_array_index (self->columns, Column, n);
}

static double
get_slot (const Field *field)
{
  return (field->right - field->left) / field->chart->columns->len;
}

/* Columns of bars share the width; points of lines lie where their day is. */
static double
find_x (const Field *field, guint n)
{
  const SmrChart *chart = field->chart;
  guint first = get_column (chart, 0)->position;
  guint span = get_column (chart, chart->columns->len - 1)->position - first;
  double margin = field->em;

  if (chart->kind == SMR_CHART_BARS)
    return field->left + (n + 0.5) * get_slot (field);
  if (span == 0)
    return (field->left + field->right) / 2;
  return field->left + margin + (field->right - field->left - 2 * margin) * (get_column (chart, n)->position - first) / span;
}

/* --- grid ------------------------------------------------------------------------------------------------- */

static void
draw_grid (Field *field)
{
  const SmrChart *chart = field->chart;

  cairo_set_line_width (field->cr, field->em / 16);
  cairo_set_dash (field->cr, NULL, 0, 0);
  for (int value = chart->least; value <= chart->most; value += chart->step)
    {
      g_autofree char *label = g_strdup_printf ("%d", value);
      double y = find_y (field, value);

      set_ink (field->cr, &chart->style.line);
      cairo_move_to (field->cr, field->left, y);
      cairo_line_to (field->cr, field->right, y);
      cairo_stroke (field->cr);
      draw_text (field, &chart->style.quiet, field->left - measure (field, label) - field->em / 2, y - field->em * 0.7, label);
    }
}

static void
draw_labels (Field *field)
{
  double free_from = -G_MAXDOUBLE;

  for (guint i = 0; i < field->chart->columns->len; i++)
    {
      const Column *column = get_column (field->chart, i);
      double width = measure (field, column->label);
      double x = CLAMP (find_x (field, i) - width / 2, field->left - field->em, field->right - width);

      if (x < free_from)
        continue;
      draw_text (field, &field->chart->style.quiet, x, field->bottom + field->em * 0.6, column->label);
      free_from = x + width + field->em;
    }
}

/* --- series ----------------------------------------------------------------------------------------------- */

static const SmrInk *
get_ink (const Field *field, guint series)
{
  return series == 0 ? &field->chart->style.first : &field->chart->style.second;
}

/* A disc for the first, an open square for the second. */
static void
draw_point (Field *field, guint series, double x, double y)
{
  double size = field->em * 0.6;

  cairo_set_dash (field->cr, NULL, 0, 0);
  cairo_set_line_width (field->cr, field->em / 7);
  set_ink (field->cr, get_ink (field, series));
  cairo_new_path (field->cr);
  if (series == 0)
    {
      cairo_arc (field->cr, x, y, size / 2, 0, 2 * G_PI);
      cairo_fill (field->cr);
    }
  else
    {
      cairo_rectangle (field->cr, x - size / 2, y - size / 2, size, size);
      cairo_stroke (field->cr);
    }
}

/* A gap is not bridged by a straight line as if nothing were missing: it is left open. */
static void
draw_line (Field *field, guint series)
{
  const double dashes[] = { field->em * 0.5, field->em * 0.35 };
  gboolean drawing = FALSE;

  cairo_new_path (field->cr);
  for (guint i = 0; i < field->chart->columns->len; i++)
    {
      double value = get_column (field->chart, i)->values[series];

      if (!isnan (value) && drawing)
        cairo_line_to (field->cr, find_x (field, i), find_y (field, value));
      else if (!isnan (value))
        cairo_move_to (field->cr, find_x (field, i), find_y (field, value));
      drawing = !isnan (value);
    }
  set_ink (field->cr, get_ink (field, series));
  cairo_set_line_width (field->cr, field->em / 6);
  cairo_set_line_join (field->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (field->cr, dashes, series == 0 ? 0 : G_N_ELEMENTS (dashes), 0);
  cairo_stroke (field->cr);
  for (guint i = 0; i < field->chart->columns->len; i++)
    {
      double value = get_column (field->chart, i)->values[series];

      if (!isnan (value))
        draw_point (field, series, find_x (field, i), find_y (field, value));
    }
}

/* Filled, or framed only. */
static void
draw_bar (Field *field, gboolean filled, double x, double width, double from, double to)
{
  double top = find_y (field, to), bottom = find_y (field, from), line = field->em / 9;

  if (to <= from)
    return;
  set_ink (field->cr, &field->chart->style.first);
  cairo_set_dash (field->cr, NULL, 0, 0);
  cairo_set_line_width (field->cr, line);
  cairo_rectangle (field->cr, x + line / 2, top + line / 2, width - line, bottom - top - line);
  if (filled)
    cairo_fill_preserve (field->cr);
  cairo_stroke (field->cr);
}

static void
draw_bars (Field *field)
{
  double width = MIN (get_slot (field) * 0.62, field->em * 2.2);

  for (guint i = 0; i < field->chart->columns->len; i++)
    {
      const double *values = get_column (field->chart, i)->values;
      double x = find_x (field, i) - width / 2;

      draw_bar (field, TRUE, x, width, 0, values[0]);
      draw_bar (field, FALSE, x, width, values[0], values[1]);
    }
}

/* --- legend ----------------------------------------------------------------------------------------------- */

static void
draw_legend (Field *field, double y)
{
  double x = field->left;

  for (guint i = 0; i < 2; i++)
    {
      const char *name = field->chart->names[i];
      double middle = y + field->em * 0.7;

      if (field->chart->kind == SMR_CHART_LINES)
        {
          draw_point (field, i, x + field->em / 2, middle);
        }
      else
        {
          double size = field->em * 0.8;

          set_ink (field->cr, &field->chart->style.first);
          cairo_set_dash (field->cr, NULL, 0, 0);
          cairo_set_line_width (field->cr, field->em / 9);
          cairo_rectangle (field->cr, x, middle - size / 2, size, size);
          if (i == 0)
            cairo_fill_preserve (field->cr);
          cairo_stroke (field->cr);
        }
      draw_text (field, &field->chart->style.ink, x + field->em * 1.3, y, name);
      x += field->em * 3 + measure (field, name);
    }
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->label);
}

SmrChart *
smr_chart_new (SmrChartKind kind, int least, int most, int step)
{
  SmrChart *self = g_new0 (SmrChart, 1);

  self->kind = kind;
  self->least = least;
  self->most = most;
  self->step = step;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  return self;
}

void
smr_chart_free (SmrChart *self)
{
  g_array_unref (self->columns);
  g_free (self->names[0]);
  g_free (self->names[1]);
  g_clear_pointer (&self->style.font, pango_font_description_free);
  g_free (self);
}

void
smr_chart_set_names (SmrChart *self, const char *first, const char *second)
{
  g_set_str (&self->names[0], first);
  g_set_str (&self->names[1], second);
}

void
smr_chart_add (SmrChart *self, guint position, const char *label, double first, double second)
{
  Column column = { position, g_strdup (label), { first, second } };

  g_array_append_val (self->columns, column);
}

void
smr_chart_set_style (SmrChart *self, const SmrChartStyle *style)
{
  g_clear_pointer (&self->style.font, pango_font_description_free);
  self->style = *style;
  self->style.font = pango_font_description_copy (style->font);
}

void
smr_chart_draw (gconstpointer data, cairo_t *cr, double x, double y, double width, double height)
{
  const SmrChart *self = data;
  g_autoptr (PangoLayout) layout = NULL;
  Field field = { .chart = self, .cr = cr };
  int line_height;

  if (self->columns->len == 0)
    return;
  cairo_save (cr);
  layout = pango_cairo_create_layout (cr);
  pango_layout_set_font_description (layout, self->style.font);
  pango_layout_set_text (layout, "0", -1);
  pango_layout_get_pixel_size (layout, NULL, &line_height);
  field.layout = layout;
  field.em = line_height / 1.4;
  field.left = x + field.em * 2.4;
  field.right = x + width - field.em / 2;
  field.top = y + field.em * 2.6;
  field.bottom = y + height - field.em * 2.2;
  draw_legend (&field, y);
  draw_grid (&field);
  draw_labels (&field);
  if (self->kind == SMR_CHART_BARS)
    {
      draw_bars (&field);
    }
  else
    {
      draw_line (&field, 1);
      draw_line (&field, 0);
    }
  cairo_restore (cr);
}
