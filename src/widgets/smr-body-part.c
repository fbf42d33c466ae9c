#include "config.h"

#include "smr-body-part.h"

#include <glib/gi18n.h>
#include <math.h>

/* Room around the shapes for the edge of a marked one, in pixels. */
#define MARGIN 2

struct _SmrBodyPart
{
  GtkWidget            parent_instance;

  const SmrMuscle     *muscle;
  SmrSide              side;
  const char          *language;
  SmrBodyChart        *chart;      /* NULL: listed, not drawn */
  SmrBodyView          view;
  const SmrBodyColors *colors;

  gboolean             overactive;
  gboolean             underactive;
  char                *reason;     /* why it is excluded; NULL: it is not */

  /* Where the figure's midline at the crown is, from this widget's corner, and the pixels of a unit. */
  double               x;
  double               y;
  double               scale;
};

G_DEFINE_FINAL_TYPE (SmrBodyPart, smr_body_part, GTK_TYPE_WIDGET)

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- shapes ----------------------------------------------------------------------------------------------- */

static GPtrArray *
collect_shapes (SmrBodyPart *self)
{
  return smr_body_figure_collect (smr_body_chart_get_figure (self->chart, self->view), self->muscle->id);
}

static double
get_flip (SmrBodyPart *self)
{
  return smr_body_view_is_mirrored (self->view, self->side) ? -1 : 1;
}

/* In units of the whole figure. */
static graphene_rect_t
get_bounds (SmrBodyPart *self)
{
  g_autoptr (GPtrArray) shapes = collect_shapes (self);
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < shapes->len; i++)
    {
      const SmrBodyOutline *outline = ((const SmrBodyShape *) g_ptr_array_index (shapes, i))->outline;

      left = MIN (left, outline->least.x);
      top = MIN (top, outline->least.y);
      right = MAX (right, outline->most.x);
      bottom = MAX (bottom, outline->most.y);
    }
  if (self->side == SMR_SIDE_MIDLINE)
    return GRAPHENE_RECT_INIT (-right, top, 2 * right, bottom - top);
  if (get_flip (self) < 0)
    return GRAPHENE_RECT_INIT (-right, top, right - left, bottom - top);
  return GRAPHENE_RECT_INIT (left, top, right - left, bottom - top);
}

static gboolean
smr_body_part_contains (GtkWidget *widget, double x, double y)
{
  SmrBodyPart *self = SMR_BODY_PART (widget);
  g_autoptr (GPtrArray) shapes = NULL;
  double figure_x, figure_y;

  if (self->chart == NULL)
    return GTK_WIDGET_CLASS (smr_body_part_parent_class)->contains (widget, x, y);

  shapes = collect_shapes (self);
  figure_x = (x - self->x) / self->scale;
  figure_y = (y - self->y) / self->scale;
  figure_x = self->side == SMR_SIDE_MIDLINE ? fabs (figure_x) : get_flip (self) * figure_x;
  for (guint i = 0; i < shapes->len; i++)
    {
      if (smr_body_outline_contains (((const SmrBodyShape *) g_ptr_array_index (shapes, i))->outline, figure_x, figure_y))
        return TRUE;
    }
  return FALSE;
}

static void
smr_body_part_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SmrBodyPart *self = SMR_BODY_PART (widget);
  SmrBodyState state;
  cairo_t *cr;

  if (self->chart == NULL || self->colors == NULL)
    {
      GTK_WIDGET_CLASS (smr_body_part_parent_class)->snapshot (widget, snapshot);
      return;
    }
  state.mark = smr_body_part_get_mark (self);
  state.hover = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0;
  /* At rest it is part of what the canvas has painted. */
  if (state.mark == SMR_BODY_MARK_REST && !state.hover)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  cairo_translate (cr, self->x, self->y);
  cairo_scale (cr, self->scale, self->scale);
  smr_body_draw_muscle (cr, self->chart, self->view, self->muscle->id, self->side, &state, self->colors);
  cairo_destroy (cr);
}

static void
smr_body_part_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  if (((gtk_widget_get_state_flags (widget) ^ previous) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0)
    gtk_widget_queue_draw (widget);

  GTK_WIDGET_CLASS (smr_body_part_parent_class)->state_flags_changed (widget, previous);
}

/* --- words ------------------------------------------------------------------------------------------------ */

static char *
dup_sided (SmrBodyPart *self, const SmrText *text)
{
  const char *name = smr_text_get (text, self->language);

  switch (self->side)
    {
    case SMR_SIDE_LEFT:
      return g_strdup_printf (_("%s, left"), name);
    case SMR_SIDE_RIGHT:
      return g_strdup_printf (_("%s, right"), name);
    case SMR_SIDE_NONE:
    case SMR_SIDE_BOTH:
    case SMR_SIDE_MIDLINE:
      return g_strdup (name);
    }
  g_return_val_if_reached (NULL);
}

static char *
dup_name (SmrBodyPart *self)
{
  g_autofree char *name = dup_sided (self, self->muscle->plain_name);

  if (self->overactive)
    /* Translators: a muscle and its side, then what is said of it: "Calf, left, overactive" */
    return g_strdup_printf (_("%s, overactive"), name);
  if (self->underactive)
    return g_strdup_printf (_("%s, underactive"), name);
  return g_steal_pointer (&name);
}

static void
tell (SmrBodyPart *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *full_name = dup_sided (self, self->muscle->name);
  g_autofree char *tooltip = self->reason != NULL ? g_strdup_printf ("%s\n%s", full_name, self->reason) : g_strdup (full_name);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->reason != NULL ? self->reason : "",
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_PRESSED, self->overactive || self->underactive ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
set_css_class (SmrBodyPart *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* --- callbacks -------------------------------------------------------------------------------------------- */

static void
toggle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[TOGGLED], 0, G_MAXUINT);
}

static void
toggle_overactive_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[TOGGLED], 0, SMR_ROLE_OVERACTIVE);
}

static void
toggle_underactive_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[TOGGLED], 0, SMR_ROLE_UNDERACTIVE);
}

static void
clicked_cb (SmrBodyPart *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[TOGGLED], 0, G_MAXUINT);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_body_part_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (smr_body_part_parent_class)->dispose (object);
}

static void
smr_body_part_finalize (GObject *object)
{
  g_free (SMR_BODY_PART (object)->reason);

  G_OBJECT_CLASS (smr_body_part_parent_class)->finalize (object);
}

static void
smr_body_part_class_init (SmrBodyPartClass *klass)
{
  static const guint any_keys[] = { GDK_KEY_space, GDK_KEY_KP_Space, GDK_KEY_Return, GDK_KEY_KP_Enter };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = smr_body_part_dispose;
  object_class->finalize = smr_body_part_finalize;
  widget_class->contains = smr_body_part_contains;
  widget_class->snapshot = smr_body_part_snapshot;
  widget_class->state_flags_changed = smr_body_part_state_flags_changed;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "bodypart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  /* Actions, so that assistive technology can do what the keys do. */
  gtk_widget_class_install_action (widget_class, "body-part.toggle", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "body-part.overactive", NULL, toggle_overactive_cb);
  gtk_widget_class_install_action (widget_class, "body-part.underactive", NULL, toggle_underactive_cb);
  for (guint i = 0; i < G_N_ELEMENTS (any_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, any_keys[i], 0, "body-part.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, 0, "body-part.overactive", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_u, 0, "body-part.underactive", NULL);
}

static void
smr_body_part_init (SmrBodyPart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* --- public ----------------------------------------------------------------------------------------------- */

static SmrBodyPart *
new_part (const SmrMuscle *muscle, SmrSide side, const char *language)
{
  SmrBodyPart *self = g_object_new (SMR_TYPE_BODY_PART, NULL);

  self->muscle = muscle;
  self->side = side;
  self->language = language;
  self->scale = 1;
  return self;
}

GtkWidget *
smr_body_part_new_drawn (SmrBodyChart *chart, SmrBodyView view, const SmrMuscle *muscle, SmrSide side, const char *language)
{
  SmrBodyPart *self = new_part (muscle, side, language);

  self->chart = chart;
  self->view = view;
  tell (self);
  return GTK_WIDGET (self);
}

GtkWidget *
smr_body_part_new_listed (const SmrMuscle *muscle, SmrSide side, const char *language)
{
  SmrBodyPart *self = new_part (muscle, side, language);
  const char *text = smr_text_get (muscle->plain_name, language);

  if (side == SMR_SIDE_LEFT)
    /* Translators: the letter on the toggle for the left side */
    text = C_("side", "L");
  else if (side == SMR_SIDE_RIGHT)
    /* Translators: the letter on the toggle for the right side */
    text = C_("side", "R");
  gtk_widget_set_parent (gtk_label_new (text), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "listed");
  tell (self);
  return GTK_WIDGET (self);
}

const SmrMuscle *
smr_body_part_get_muscle (SmrBodyPart *self)
{
  return self->muscle;
}

SmrSide
smr_body_part_get_side (SmrBodyPart *self)
{
  return self->side;
}

SmrBodyView
smr_body_part_get_view (SmrBodyPart *self)
{
  return self->view;
}

SmrBodyMark
smr_body_part_get_mark (SmrBodyPart *self)
{
  if (self->reason != NULL)
    return SMR_BODY_MARK_EXCLUDED;
  if (self->overactive)
    return SMR_BODY_MARK_OVERACTIVE;
  return self->underactive ? SMR_BODY_MARK_UNDERACTIVE : SMR_BODY_MARK_REST;
}

gboolean
smr_body_part_is_picked (SmrBodyPart *self, SmrRole role)
{
  return role == SMR_ROLE_UNDERACTIVE ? self->underactive : self->overactive;
}

gboolean
smr_body_part_is_listed (SmrBodyPart *self)
{
  return self->chart == NULL;
}

void
smr_body_part_show (SmrBodyPart *self, gboolean overactive, gboolean underactive, const char *reason)
{
  if (self->overactive == overactive && self->underactive == underactive && g_strcmp0 (self->reason, reason) == 0)
    return;

  self->overactive = overactive;
  self->underactive = underactive;
  g_set_str (&self->reason, reason);
  if (self->chart == NULL)
    {
      set_css_class (self, "overactive", overactive);
      set_css_class (self, "underactive", underactive);
      set_css_class (self, "excluded", reason != NULL);
    }
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
smr_body_part_set_colors (SmrBodyPart *self, const SmrBodyColors *colors)
{
  self->colors = colors;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
smr_body_part_place (SmrBodyPart *self, double x, double y, double scale)
{
  graphene_rect_t bounds = get_bounds (self);
  double left = floor (x + bounds.origin.x * scale) - MARGIN;
  double top = floor (y + bounds.origin.y * scale) - MARGIN;
  double right = ceil (x + (bounds.origin.x + bounds.size.width) * scale) + MARGIN;
  double bottom = ceil (y + (bounds.origin.y + bounds.size.height) * scale) + MARGIN;

  if (self->x != x - left || self->y != y - top || self->scale != scale)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->x = x - left;
  self->y = y - top;
  self->scale = scale;
  gtk_widget_size_allocate (GTK_WIDGET (self), &(GtkAllocation) { left, top, right - left, bottom - top }, -1);
}

SmrBodyPoint
smr_body_part_get_middle (SmrBodyPart *self)
{
  g_autoptr (GPtrArray) shapes = collect_shapes (self);
  const SmrBodyOutline *largest = NULL;
  SmrBodyPoint middle;

  for (guint i = 0; i < shapes->len; i++)
    {
      const SmrBodyOutline *outline = ((const SmrBodyShape *) g_ptr_array_index (shapes, i))->outline;

      if (largest == NULL || smr_body_outline_get_area (outline) > smr_body_outline_get_area (largest))
        largest = outline;
    }
  middle = smr_body_outline_get_middle (largest);
  middle.x = self->side == SMR_SIDE_MIDLINE ? 0 : middle.x * get_flip (self);
  return middle;
}
