#include "smr-figure-view.h"

#include "smr-figure.h"
#include "smr-own-exercise.h"

#include <adwaita.h>
#include <math.h>

struct _SmrFigureView
{
  GtkWidget        parent_instance;

  SmrFigure  *figure;
  SmrItemSide side;
  GdkTexture *photo;            /* (nullable): of an own exercise */

  GdkTexture *texture;          /* NULL while it has to be drawn */
  int         texture_size;     /* in pixels of the screen */
};

G_DEFINE_FINAL_TYPE (SmrFigureView, smr_figure_view, GTK_TYPE_WIDGET)

static SmrFigureScheme
get_scheme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_dark (manager))
    return SMR_FIGURE_SCHEME_DARK;
  return adw_style_manager_get_high_contrast (manager) ? SMR_FIGURE_SCHEME_HIGH_CONTRAST : SMR_FIGURE_SCHEME_LIGHT;
}

/* Points of the picture are the pixels that GTK counts in, so that lines get no thinner on a fine screen. */
static GdkTexture *
draw_texture (SmrFigureView *self, int size, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_scale (cr, scale, scale);
  smr_figure_draw (cr, self->figure, self->side, get_scheme (), 0, 0, size / scale, size / scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * size);
  texture = gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return texture;
}

static void
snapshot_photo (SmrFigureView *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  double width = gdk_texture_get_width (self->photo), height = gdk_texture_get_height (self->photo);
  double scale = area->size.width / MAX (width, height);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (area->origin.x + (float) (area->size.width - width * scale) / 2,
                                               area->origin.y + (float) (area->size.height - height * scale) / 2,
                                               (float) (width * scale), (float) (height * scale));

  gtk_snapshot_append_scaled_texture (snapshot, self->photo, GSK_SCALING_FILTER_TRILINEAR, &bounds);
}

static void
smr_figure_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SmrFigureView *self = SMR_FIGURE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int extent = MIN (width, height);
  double scale = gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (widget)));
  int size = (int) ceil (extent * scale);
  graphene_rect_t area = GRAPHENE_RECT_INIT ((width - extent) / 2.0f, (height - extent) / 2.0f, extent, extent);

  if (self->photo != NULL && size > 0)
    snapshot_photo (self, snapshot, &area);
  if (self->figure == NULL || size <= 0)
    return;
  if (self->texture == NULL || self->texture_size != size)
    {
      g_clear_object (&self->texture);
      self->texture = draw_texture (self, size, scale);
      self->texture_size = size;
    }
  gtk_snapshot_append_texture (snapshot, self->texture, &area);
}

static void
redraw (SmrFigureView *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
smr_figure_view_dispose (GObject *object)
{
  SmrFigureView *self = SMR_FIGURE_VIEW (object);

  g_clear_object (&self->texture);
  g_clear_object (&self->photo);
  g_clear_pointer (&self->figure, smr_figure_unref);

  G_OBJECT_CLASS (smr_figure_view_parent_class)->dispose (object);
}

static void
smr_figure_view_class_init (SmrFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_figure_view_dispose;
  widget_class->snapshot = smr_figure_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
smr_figure_view_init (SmrFigureView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
smr_figure_view_new (void)
{
  return g_object_new (SMR_TYPE_FIGURE_VIEW, NULL);
}

void
smr_figure_view_show (SmrFigureView *self, SmrCatalogue *catalogue, const SmrExercise *exercise, SmrItemSide side,
                      const char *language)
{
  const SmrOwnExercise *own;
  const SmrFigure *figure;
  g_autofree char *label = NULL;

  g_return_if_fail (SMR_IS_FIGURE_VIEW (self));

  figure = exercise != NULL ? smr_catalogue_find_figure (catalogue, exercise->id) : NULL;
  own = exercise != NULL ? smr_catalogue_find_own (catalogue, exercise->id) : NULL;
  g_clear_object (&self->photo);
  if (own != NULL && own->photo != NULL)
    self->photo = gdk_texture_new_from_bytes (own->photo, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), figure != NULL || self->photo != NULL);
  if (figure != NULL || self->photo != NULL)
    {
      label = g_strdup_printf ("%s: %s", smr_text_get (exercise->name, language), smr_text_get (exercise->start, language));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  if (figure == self->figure && side == self->side && self->photo == NULL)
    return;
  g_clear_pointer (&self->figure, smr_figure_unref);
  self->figure = figure != NULL ? smr_figure_ref (figure) : NULL;
  self->side = side;
  redraw (self);
}
