#include "config.h"

#include "smr-body-canvas.h"

#include <glib/gi18n.h>
#include <math.h>

#define SMALLEST_WIDTH 260
/* Room under the figures for their captions, in pixels. */
#define CAPTION_HEIGHT 26
/* Taller figures than this do not show more. */
#define MOST_HEIGHT 620
/* How far beside a muscle a click still means it, in pixels: half the width of a seam or a thin muscle. */
#define CLICK_REACH 6

typedef struct
{
  const SmrMuscle *muscle;
  SmrSide          side;
  SmrBodyMark      mark;
} DeepMark;

struct _SmrBodyCanvas
{
  GtkWidget            parent_instance;

  SmrCatalogue        *catalogue;
  SmrBodyChart        *chart;
  const SmrBodyColors *colors;
  GPtrArray           *parts;      /* (element-type SmrBodyPart) unowned */
  GtkWidget           *captions[6];
  GArray              *deep;       /* (element-type DeepMark) */
  const SmrMuscle     *pointed;    /* (nullable) */
  SmrSide              pointed_side;
  GtkWidget           *last;       /* (nullable): where Tab comes back to; unowned */
  int                  width;      /* the least */

  double               scale;
  double               midlines[2];
  double               top;
  GdkTexture          *figures;    /* (nullable): see paint_figures() */
};

G_DEFINE_FINAL_TYPE (SmrBodyCanvas, smr_body_canvas, GTK_TYPE_WIDGET)

static const SmrBodyView views[] = { SMR_BODY_VIEW_FRONT, SMR_BODY_VIEW_BACK };

/* --- layout ----------------------------------------------------------------------------------------------- */

static GtkSizeRequestMode
smr_body_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_full_height (SmrBodyCanvas *self, int width)
{
  return ceil (width / smr_body_chart_get_aspect (self->chart)) + CAPTION_HEIGHT;
}

static void
smr_body_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  SmrBodyCanvas *self = SMR_BODY_CANVAS (widget);
  int width = MAX (self->width, SMALLEST_WIDTH);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = width;
  else if (self->width > 0)
    *minimum = *natural = get_full_height (self, width);
  else
    *minimum = *natural = smr_body_canvas_get_height (self, MAX (for_size, width));
}

static void
place_caption (GtkWidget *caption, double x, double y, double align)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (caption, NULL, &size);
  gtk_widget_size_allocate (caption, &(GtkAllocation) { x - align * size.width, y, size.width, size.height }, -1);
}

static void
place_captions (SmrBodyCanvas *self)
{
  for (int i = 0; i < 2; i++)
    {
      double reach = self->chart->half_width * self->scale - 4;

      place_caption (self->captions[3 * i], self->midlines[i], self->top + self->chart->height * self->scale, 0.5);
      place_caption (self->captions[3 * i + 1], self->midlines[i] - reach, self->top + 40 * self->scale, 0);
      place_caption (self->captions[3 * i + 2], self->midlines[i] + reach, self->top + 40 * self->scale, 1);
    }
}

static void
smr_body_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SmrBodyCanvas *self = SMR_BODY_CANVAS (widget);
  double scale = MIN (width / (4 * self->chart->half_width), (height - CAPTION_HEIGHT) / self->chart->height);
  double reach = self->chart->half_width * scale;

  self->scale = scale;
  self->top = 4;
  self->midlines[0] = round (width / 2.0 - reach);
  self->midlines[1] = round (width / 2.0 + reach);
  g_clear_object (&self->figures);

  for (guint i = 0; i < self->parts->len; i++)
    {
      SmrBodyPart *part = g_ptr_array_index (self->parts, i);

      smr_body_part_place (part, self->midlines[smr_body_part_get_view (part) == SMR_BODY_VIEW_BACK], self->top, scale);
    }
  place_captions (self);
}

/* --- drawing ---------------------------------------------------------------------------------------------- */

static cairo_t *
begin_figure (SmrBodyCanvas *self, GtkSnapshot *snapshot, int i)
{
  double reach = self->chart->half_width * self->scale;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (self->midlines[i] - reach, 0, 2 * reach, gtk_widget_get_height (GTK_WIDGET (self))));

  cairo_translate (cr, self->midlines[i], self->top);
  cairo_scale (cr, self->scale, self->scale);
  return cr;
}

static SmrBodyMark
get_rest_cb (const SmrMuscle *muscle, SmrSide side, gpointer user_data)
{
  return SMR_BODY_MARK_REST;
}

/* Both figures with every muscle at rest, so that a frame paints only what is marked or pointed at. */
static GdkTexture *
paint_figures (SmrBodyCanvas *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = factor * gtk_widget_get_width (GTK_WIDGET (self)), height = factor * gtk_widget_get_height (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  int stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 2; i++)
    {
      cairo_identity_matrix (cr);
      cairo_scale (cr, factor, factor);
      cairo_translate (cr, self->midlines[i], self->top);
      cairo_scale (cr, self->scale, self->scale);
      smr_body_draw (cr, self->catalogue, views[i], get_rest_cb, NULL, self->colors);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
snapshot_deep (SmrBodyCanvas *self, GtkSnapshot *snapshot, int i)
{
  cairo_t *cr = begin_figure (self, snapshot, i);

  for (guint j = 0; j < self->deep->len; j++)
    {
      const DeepMark *deep = &g_array_index (self->deep, DeepMark, j);
      SmrBodyState state = { .mark = deep->mark };

      smr_body_draw_muscle (cr, self->chart, views[i], deep->muscle->id, deep->side, &state, self->colors);
    }
  if (self->pointed != NULL)
    smr_body_draw_focus (cr, self->chart, views[i], self->pointed->id, self->pointed_side, self->colors);
  cairo_destroy (cr);
}

static void
snapshot_focus (SmrBodyCanvas *self, GtkSnapshot *snapshot)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  SmrBodyPart *part;
  cairo_t *cr;

  if (focus == NULL || !gtk_widget_has_visible_focus (focus))
    return;
  part = SMR_BODY_PART (focus);
  cr = begin_figure (self, snapshot, smr_body_part_get_view (part) == SMR_BODY_VIEW_BACK);
  smr_body_draw_focus (cr, self->chart, smr_body_part_get_view (part), smr_body_part_get_muscle (part)->id,
                       smr_body_part_get_side (part), self->colors);
  cairo_destroy (cr);
}

static void
smr_body_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SmrBodyCanvas *self = SMR_BODY_CANVAS (widget);

  if (self->chart == NULL || self->colors == NULL)
    return;
  if (self->figures == NULL)
    self->figures = paint_figures (self);
  gtk_snapshot_append_texture (snapshot, self->figures, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));

  GTK_WIDGET_CLASS (smr_body_canvas_parent_class)->snapshot (widget, snapshot);

  if (self->deep->len > 0 || self->pointed != NULL)
    {
      for (int i = 0; i < 2; i++)
        snapshot_deep (self, snapshot, i);
    }
  snapshot_focus (self, snapshot);
}

/* --- moving the focus ------------------------------------------------------------------------------------- */

static SmrBodyPoint
get_place (SmrBodyCanvas *self, GtkWidget *part)
{
  SmrBodyPoint middle = smr_body_part_get_middle (SMR_BODY_PART (part));

  middle.x += smr_body_part_get_view (SMR_BODY_PART (part)) == SMR_BODY_VIEW_BACK ? self->chart->half_width : -self->chart->half_width;
  return middle;
}

/* The nearest part that lies rather in @direction than beside it. (nullable) */
static GtkWidget *
find_neighbour (SmrBodyCanvas *self, GtkWidget *from, GtkDirectionType direction)
{
  SmrBodyPoint start = get_place (self, from);
  double dx = direction == GTK_DIR_RIGHT ? 1 : direction == GTK_DIR_LEFT ? -1 : 0;
  double dy = direction == GTK_DIR_DOWN ? 1 : direction == GTK_DIR_UP ? -1 : 0;
  GtkWidget *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *part = g_ptr_array_index (self->parts, i);
      SmrBodyPoint place = get_place (self, part);
      double along = (place.x - start.x) * dx + (place.y - start.y) * dy;
      double across = fabs ((place.x - start.x) * dy + (place.y - start.y) * dx);
      double cost = along + 2 * across;

      if (part != from && along > 1 && across < 2 * along && cost < least)
        {
          nearest = part;
          least = cost;
        }
    }
  return nearest;
}

static gboolean
smr_body_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SmrBodyCanvas *self = SMR_BODY_CANVAS (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  GtkWidget *next;

  if (self->parts->len == 0)
    return FALSE;
  if (focus == NULL)
    return gtk_widget_grab_focus (self->last != NULL ? self->last : g_ptr_array_index (self->parts, 0));
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  next = find_neighbour (self, focus, direction);
  return next != NULL && gtk_widget_grab_focus (next);
}

static void
smr_body_canvas_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  SmrBodyCanvas *self = SMR_BODY_CANVAS (widget);

  if (child != NULL)
    self->last = child;
  gtk_widget_queue_draw (widget);

  GTK_WIDGET_CLASS (smr_body_canvas_parent_class)->set_focus_child (widget, child);
}

/* --- clicks beside a muscle -------------------------------------------------------------------------------- */

/* (nullable) */
static GtkWidget *
pick_part (SmrBodyCanvas *self, double x, double y)
{
  GtkWidget *part = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return part != NULL && SMR_IS_BODY_PART (part) ? part : NULL;
}

static GtkWidget *
pick_near (SmrBodyCanvas *self, double x, double y)
{
  for (int reach = CLICK_REACH / 2; reach <= CLICK_REACH; reach += CLICK_REACH / 2)
    {
      for (int i = 0; i < 8; i++)
        {
          GtkWidget *part = pick_part (self, x + reach * cos (i * G_PI_4), y + reach * sin (i * G_PI_4));

          if (part != NULL)
            return part;
        }
    }
  return NULL;
}

/* What hits a muscle is the muscle's own. */
static void
clicked_cb (SmrBodyCanvas *self, int n_press, double x, double y)
{
  GtkWidget *part = pick_part (self, x, y) == NULL ? pick_near (self, x, y) : NULL;

  if (part == NULL)
    return;
  gtk_widget_grab_focus (part);
  gtk_widget_activate_action (part, "body-part.toggle", NULL);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_body_canvas_dispose (GObject *object)
{
  SmrBodyCanvas *self = SMR_BODY_CANVAS (object);
  GtkWidget *child;

  self->last = NULL;
  g_ptr_array_set_size (self->parts, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (smr_body_canvas_parent_class)->dispose (object);
}

static void
smr_body_canvas_finalize (GObject *object)
{
  SmrBodyCanvas *self = SMR_BODY_CANVAS (object);

  g_clear_pointer (&self->catalogue, smr_catalogue_unref);
  g_clear_object (&self->figures);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->deep);

  G_OBJECT_CLASS (smr_body_canvas_parent_class)->finalize (object);
}

static void
smr_body_canvas_class_init (SmrBodyCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = smr_body_canvas_dispose;
  object_class->finalize = smr_body_canvas_finalize;
  widget_class->get_request_mode = smr_body_canvas_get_request_mode;
  widget_class->measure = smr_body_canvas_measure;
  widget_class->size_allocate = smr_body_canvas_size_allocate;
  widget_class->snapshot = smr_body_canvas_snapshot;
  widget_class->focus = smr_body_canvas_focus;
  widget_class->set_focus_child = smr_body_canvas_set_focus_child;

  gtk_widget_class_set_css_name (widget_class, "bodycanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_caption (SmrBodyCanvas *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
scale_factor_changed_cb (SmrBodyCanvas *self)
{
  g_clear_object (&self->figures);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
smr_body_canvas_init (SmrBodyCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->parts = g_ptr_array_new ();
  self->deep = g_array_new (FALSE, FALSE, sizeof (DeepMark));

  /* Translators: the figure seen from the front; under it */
  self->captions[0] = add_caption (self, _("Front"));
  self->captions[1] = add_caption (self, _("Right"));
  self->captions[2] = add_caption (self, _("Left"));
  /* Translators: the figure seen from the back; under it */
  self->captions[3] = add_caption (self, _("Back"));
  self->captions[4] = add_caption (self, _("Left"));
  self->captions[5] = add_caption (self, _("Right"));

  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_changed_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body map"), -1);
}

/* --- public ----------------------------------------------------------------------------------------------- */

GtkWidget *
smr_body_canvas_new (void)
{
  return g_object_new (SMR_TYPE_BODY_CANVAS, NULL);
}

static gboolean
is_drawn (SmrBodyChart *chart, SmrBodyView view, const SmrMuscle *muscle)
{
  g_autoptr (GPtrArray) shapes = smr_body_figure_collect (smr_body_chart_get_figure (chart, view), muscle->id);

  return shapes->len > 0;
}

void
smr_body_canvas_fill (SmrBodyCanvas *self, SmrCatalogue *catalogue, const char *language, GPtrArray *parts)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = smr_catalogue_ref (catalogue);
  self->chart = smr_catalogue_get_body_chart (catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      for (guint j = 0; j < muscles->len; j++)
        {
          const SmrMuscle *muscle = g_ptr_array_index (muscles, j);
          const SmrSide sides[] = { muscle->paired ? SMR_SIDE_LEFT : SMR_SIDE_MIDLINE, SMR_SIDE_RIGHT };

          if (smr_body_chart_is_deep (self->chart, muscle->id) || !is_drawn (self->chart, views[i], muscle))
            continue;
          for (int k = 0; k < (muscle->paired ? 2 : 1); k++)
            {
              GtkWidget *part = smr_body_part_new_drawn (self->chart, views[i], muscle, sides[k], language);

              gtk_widget_set_parent (part, GTK_WIDGET (self));
              g_ptr_array_add (self->parts, part);
              g_ptr_array_add (parts, part);
            }
        }
    }
}

void
smr_body_canvas_set_colors (SmrBodyCanvas *self, const SmrBodyColors *colors)
{
  self->colors = colors;
  g_clear_object (&self->figures);
  for (guint i = 0; i < self->parts->len; i++)
    smr_body_part_set_colors (g_ptr_array_index (self->parts, i), colors);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
smr_body_canvas_mark_deep (SmrBodyCanvas *self, const SmrMuscle *muscle, SmrSide side, SmrBodyMark mark)
{
  for (guint i = 0; i < self->deep->len; i++)
    {
      const DeepMark *deep = &g_array_index (self->deep, DeepMark, i);

      if (deep->muscle == muscle && deep->side == side)
        {
          if (deep->mark == mark)
            return;
          g_array_remove_index (self->deep, i);
          break;
        }
    }
  if (mark != SMR_BODY_MARK_REST)
    g_array_append_val (self->deep, ((DeepMark) { muscle, side, mark }));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
smr_body_canvas_point_out (SmrBodyCanvas *self, const SmrMuscle *muscle, SmrSide side)
{
  if (self->pointed == muscle && self->pointed_side == side)
    return;
  self->pointed = muscle;
  self->pointed_side = side;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
smr_body_canvas_set_width (SmrBodyCanvas *self, int width)
{
  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
smr_body_canvas_get_height (SmrBodyCanvas *self, int width)
{
  return MIN (get_full_height (self, width), MOST_HEIGHT);
}
