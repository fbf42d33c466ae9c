#include "smr-chart-view.h"

#include <adwaita.h>

#define NATURAL_WIDTH 480
#define LEAST_WIDTH 240
#define HEIGHT_EM 13
/* Labels against the text around them. */
#define LABEL_SCALE 0.85

struct _SmrChartView
{
  GtkWidget  parent_instance;

  SmrChart  *chart;
};

G_DEFINE_FINAL_TYPE (SmrChartView, smr_chart_view, GTK_TYPE_WIDGET)

static SmrInk
get_ink (const GdkRGBA *colour, const GdkRGBA *ground, double strength)
{
  return (SmrInk) {
    ground->red + (colour->red - ground->red) * strength,
    ground->green + (colour->green - ground->green) * strength,
    ground->blue + (colour->blue - ground->blue) * strength,
  };
}

/* GTK gives sizes in pixels. */
static void
scale_font (PangoFontDescription *font, double scale)
{
  double size = pango_font_description_get_size (font) * scale;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
}

/* Text colours mixed with the window's ground: light or dark follows by itself. */
static void
set_style (SmrChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  GdkRGBA accent, colour, ground = dark ? (GdkRGBA) { 0.2, 0.2, 0.2, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
  SmrChartStyle style;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), dark, &accent);
  style.ink = get_ink (&colour, &ground, 1);
  style.quiet = get_ink (&colour, &ground, contrast ? 1 : 0.75);
  style.line = get_ink (&colour, &ground, contrast ? 0.5 : 0.18);
  style.first = get_ink (&accent, &ground, 1);
  style.second = get_ink (&colour, &ground, 0.75);
  style.font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
  scale_font (style.font, LABEL_SCALE);
  smr_chart_set_style (self->chart, &style);
  pango_font_description_free (style.font);
}

static void
smr_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SmrChartView *self = SMR_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  set_style (self);
  smr_chart_draw (self->chart, cr, 0, 0, width, height);
  cairo_destroy (cr);
}

static void
smr_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT_EM * line;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT_EM * line;
  pango_font_metrics_unref (metrics);
}

static void
smr_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (smr_chart_view_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

static void
smr_chart_view_finalize (GObject *object)
{
  smr_chart_free (SMR_CHART_VIEW (object)->chart);

  G_OBJECT_CLASS (smr_chart_view_parent_class)->finalize (object);
}

static void
smr_chart_view_class_init (SmrChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = smr_chart_view_finalize;
  widget_class->snapshot = smr_chart_view_snapshot;
  widget_class->measure = smr_chart_view_measure;
  widget_class->css_changed = smr_chart_view_css_changed;

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
smr_chart_view_init (SmrChartView *self)
{
}

GtkWidget *
smr_chart_view_new_take (SmrChart *chart, const char *title, const char *text)
{
  SmrChartView *self = g_object_new (SMR_TYPE_CHART_VIEW, NULL);

  self->chart = chart;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}
