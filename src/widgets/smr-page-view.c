#include "smr-page-view.h"

#include <math.h>

#define SMALLEST_WIDTH 240
#define NATURAL_WIDTH 720

struct _SmrPageView
{
  GtkWidget   parent_instance;

  SmrHandout *handout;
  SmrSheet    sheet;
  guint       page;
};

G_DEFINE_FINAL_TYPE (SmrPageView, smr_page_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
smr_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
smr_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  SmrPageView *self = SMR_PAGE_VIEW (widget);
  double aspect = self->sheet.height / self->sheet.width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SMALLEST_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = ceil (aspect * (for_size >= 0 ? for_size : SMALLEST_WIDTH));
      *natural = for_size >= 0 ? *minimum : ceil (aspect * NATURAL_WIDTH);
    }
}

static void
smr_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  SmrPageView *self = SMR_PAGE_VIEW (widget);
  double scale = MIN (gtk_widget_get_width (widget) / self->sheet.width, gtk_widget_get_height (widget) / self->sheet.height);
  graphene_rect_t sheet = GRAPHENE_RECT_INIT (0, 0, self->sheet.width, self->sheet.height);
  cairo_t *cr;

  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  cr = gtk_snapshot_append_cairo (snapshot, &sheet);
  smr_handout_draw_page (self->handout, cr, self->page);
  cairo_destroy (cr);
}

static void
smr_page_view_dispose (GObject *object)
{
  g_clear_object (&SMR_PAGE_VIEW (object)->handout);

  G_OBJECT_CLASS (smr_page_view_parent_class)->dispose (object);
}

static void
smr_page_view_class_init (SmrPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_page_view_dispose;
  widget_class->get_request_mode = smr_page_view_get_request_mode;
  widget_class->measure = smr_page_view_measure;
  widget_class->snapshot = smr_page_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
smr_page_view_init (SmrPageView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
smr_page_view_new (SmrHandout *handout, const SmrSheet *sheet, guint page)
{
  SmrPageView *self = g_object_new (SMR_TYPE_PAGE_VIEW, NULL);

  g_return_val_if_fail (page < smr_handout_get_n_pages (handout), NULL);

  self->handout = g_object_ref (handout);
  self->sheet = *sheet;
  self->page = page;
  return GTK_WIDGET (self);
}
