#include "config.h"

#include "smr-body-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "smr-body-canvas.h"

#define SPACING 6
#define ZOOM_STEP 1.25

struct _SmrBodyMap
{
  GtkWidget       parent_instance;

  GtkWidget      *scroller;
  SmrBodyCanvas  *canvas;
  GtkWidget      *deep_group;
  GtkWidget      *deep_box;
  GPtrArray      *parts;        /* (element-type SmrBodyPart) drawn and listed; unowned */
  SmrRole         role;
  SmrBodyColors   colors;
  double          zoom;
  double          zoom_at_begin;
  double          pointer_x;    /* where zooming holds on to, in the scroller */
  double          pointer_y;
};

G_DEFINE_FINAL_TYPE (SmrBodyMap, smr_body_map, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- colours ---------------------------------------------------------------------------------------------- */

static void
update_colors (SmrBodyMap *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  GdkRGBA focus;

  if (adw_style_manager_get_high_contrast (style))
    self->colors = *smr_body_colors_get (dark ? SMR_BODY_SCHEME_HIGH_CONTRAST_DARK : SMR_BODY_SCHEME_HIGH_CONTRAST);
  else
    self->colors = *smr_body_colors_get (dark ? SMR_BODY_SCHEME_DARK : SMR_BODY_SCHEME_LIGHT);
  adw_rgba_to_standalone (accent, dark, &focus);
  self->colors.focus = (SmrTone) { focus.red, focus.green, focus.blue };
  smr_body_canvas_set_colors (self->canvas, &self->colors);
}

/* --- picking ---------------------------------------------------------------------------------------------- */

/* The sides on which @muscle shows as picked, in whichever of its parts. */
static void
find_sides (SmrBodyMap *self, const SmrMuscle *muscle, SmrSide *overactive, SmrSide *underactive)
{
  *overactive = *underactive = SMR_SIDE_NONE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      SmrBodyPart *part = g_ptr_array_index (self->parts, i);

      if (smr_body_part_get_muscle (part) != muscle)
        continue;
      if (smr_body_part_is_picked (part, SMR_ROLE_OVERACTIVE))
        *overactive |= smr_body_part_get_side (part);
      if (smr_body_part_is_picked (part, SMR_ROLE_UNDERACTIVE))
        *underactive |= smr_body_part_get_side (part);
    }
}

/* A click takes a pick back, whatever it was picked as; the keys for one role change it to that. */
static void
toggled_cb (SmrBodyMap *self, guint wanted, SmrBodyPart *part)
{
  const SmrMuscle *muscle = smr_body_part_get_muscle (part);
  SmrSide side = smr_body_part_get_side (part);
  SmrRole role = wanted != G_MAXUINT ? wanted : self->role;
  SmrSide overactive, underactive, sides;

  find_sides (self, muscle, &overactive, &underactive);
  if (wanted == G_MAXUINT && ((overactive | underactive) & side) != 0)
    role = (overactive & side) != 0 ? SMR_ROLE_OVERACTIVE : SMR_ROLE_UNDERACTIVE;
  sides = (role == SMR_ROLE_OVERACTIVE ? overactive : underactive) ^ side;
  g_signal_emit (self, signals[PICKED], 0, muscle->id, role, sides);
}

/* --- deep muscles ----------------------------------------------------------------------------------------- */

static void
deep_flags_changed_cb (SmrBodyMap *self, GtkStateFlags previous, GtkWidget *widget)
{
  const GtkStateFlags telling = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE;
  GtkStateFlags flags = gtk_widget_get_state_flags (widget);
  SmrBodyPart *part = SMR_BODY_PART (widget);

  if (((flags ^ previous) & telling) == 0)
    return;
  if ((flags & telling) != 0)
    smr_body_canvas_point_out (self->canvas, smr_body_part_get_muscle (part), smr_body_part_get_side (part));
  else
    smr_body_canvas_point_out (self->canvas, NULL, SMR_SIDE_NONE);
}

static void
add_deep_muscle (SmrBodyMap *self, const SmrMuscle *muscle, const char *language)
{
  const SmrSide sides[] = { muscle->paired ? SMR_SIDE_LEFT : SMR_SIDE_MIDLINE, SMR_SIDE_RIGHT };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  if (muscle->paired)
    {
      GtkWidget *label = gtk_label_new (smr_text_get (muscle->plain_name, language));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_set_tooltip_text (label, smr_text_get (muscle->name, language));
      gtk_box_append (GTK_BOX (box), label);
    }
  for (int i = 0; i < (muscle->paired ? 2 : 1); i++)
    {
      GtkWidget *part = smr_body_part_new_listed (muscle, sides[i], language);

      g_signal_connect_object (part, "state-flags-changed", G_CALLBACK (deep_flags_changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->parts, part);
      gtk_box_append (GTK_BOX (box), part);
    }
  adw_wrap_box_append (ADW_WRAP_BOX (self->deep_box), box);
}

/* --- zoom ------------------------------------------------------------------------------------------------- */

static void
hold_on (GtkAdjustment *adjustment, double at, double factor)
{
  double value = (gtk_adjustment_get_value (adjustment) + at) * factor - at;

  /* The new size comes with the next layout; without room for the value it would be lost until then. */
  gtk_adjustment_set_upper (adjustment, gtk_adjustment_get_upper (adjustment) * factor);
  gtk_adjustment_set_value (adjustment, value);
}

void
smr_body_map_set_zoom (SmrBodyMap *self, double zoom)
{
  int width = gtk_widget_get_width (self->scroller);
  double factor;

  zoom = CLAMP (zoom, 1, SMR_BODY_MAP_MOST_ZOOM);
  if (zoom == self->zoom)
    return;
  factor = zoom / self->zoom;
  self->zoom = zoom;
  smr_body_canvas_set_width (self->canvas, zoom > 1 ? round (width * zoom) : 0);
  hold_on (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), self->pointer_x, factor);
  hold_on (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), self->pointer_y, factor);
}

double
smr_body_map_get_zoom (SmrBodyMap *self)
{
  return self->zoom;
}

static void
hold_middle (SmrBodyMap *self)
{
  self->pointer_x = gtk_widget_get_width (self->scroller) / 2.0;
  self->pointer_y = gtk_widget_get_height (self->scroller) / 2.0;
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SmrBodyMap *self = SMR_BODY_MAP (widget);
  int steps = g_variant_get_int32 (args);

  hold_middle (self);
  smr_body_map_set_zoom (self, steps == 0 ? 1 : self->zoom * pow (ZOOM_STEP, steps));
  return TRUE;
}

static void
pinch_began_cb (SmrBodyMap *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  self->zoom_at_begin = self->zoom;
  if (!gtk_gesture_get_bounding_box_center (gesture, &self->pointer_x, &self->pointer_y))
    hold_middle (self);
}

static void
pinched_cb (SmrBodyMap *self, double scale)
{
  smr_body_map_set_zoom (self, self->zoom_at_begin * scale);
}

static void
pointer_moved_cb (SmrBodyMap *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

/* The wheel zooms with Ctrl; else it goes to whatever scrolls. */
static gboolean
scrolled_cb (SmrBodyMap *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll)) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  smr_body_map_set_zoom (self, self->zoom * pow (ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

/* --- layout ----------------------------------------------------------------------------------------------- */

static GtkSizeRequestMode
smr_body_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
smr_body_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                      int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  SmrBodyMap *self = SMR_BODY_MAP (widget);
  int scroller_minimum, scroller_natural, deep_minimum, deep_natural;

  gtk_widget_measure (self->scroller, orientation, -1, &scroller_minimum, &scroller_natural, NULL, NULL);
  gtk_widget_measure (self->deep_group, orientation, for_size, &deep_minimum, &deep_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (260, deep_minimum);
      *natural = MAX (*minimum, 360);
    }
  else
    {
      *minimum = *natural = smr_body_canvas_get_height (self->canvas, MAX (for_size, 260)) + SPACING + deep_minimum;
    }
}

static void
smr_body_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SmrBodyMap *self = SMR_BODY_MAP (widget);
  int figures = smr_body_canvas_get_height (self->canvas, width);

  /* A turned screen keeps its zoom. */
  if (self->zoom > 1)
    smr_body_canvas_set_width (self->canvas, round (width * self->zoom));
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, 0, width, figures }, -1);
  gtk_widget_size_allocate (self->deep_group, &(GtkAllocation) { 0, figures + SPACING, width, height - figures - SPACING }, -1);
}

/* --- moving the focus ------------------------------------------------------------------------------------- */

/* Figures and deep muscles are one stop of Tab each; inside them arrow keys move, and lead over from one to the other. */
static gboolean
smr_body_map_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SmrBodyMap *self = SMR_BODY_MAP (widget);
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);

  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      if (inside == NULL)
        return gtk_widget_child_focus (canvas, direction);
      return inside == self->scroller && gtk_widget_child_focus (self->deep_box, direction);
    case GTK_DIR_TAB_BACKWARD:
      if (inside == NULL)
        return gtk_widget_child_focus (self->deep_box, GTK_DIR_TAB_FORWARD);
      return inside == self->deep_group && gtk_widget_child_focus (canvas, direction);
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      if (inside == self->deep_group)
        return gtk_widget_child_focus (self->deep_box, direction) ||
               (direction == GTK_DIR_UP && gtk_widget_child_focus (canvas, GTK_DIR_TAB_BACKWARD));
      return gtk_widget_child_focus (canvas, direction) ||
             (direction == GTK_DIR_DOWN && gtk_widget_child_focus (self->deep_box, GTK_DIR_TAB_FORWARD));
    }
  g_return_val_if_reached (FALSE);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_body_map_dispose (GObject *object)
{
  SmrBodyMap *self = SMR_BODY_MAP (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->deep_group, gtk_widget_unparent);

  G_OBJECT_CLASS (smr_body_map_parent_class)->dispose (object);
}

static void
smr_body_map_finalize (GObject *object)
{
  g_ptr_array_unref (SMR_BODY_MAP (object)->parts);

  G_OBJECT_CLASS (smr_body_map_parent_class)->finalize (object);
}

static void
smr_body_map_class_init (SmrBodyMapClass *klass)
{
  static const struct
  {
    guint key;
    int   steps;
  } keys[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 },
    { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = smr_body_map_dispose;
  object_class->finalize = smr_body_map_finalize;
  widget_class->get_request_mode = smr_body_map_get_request_mode;
  widget_class->measure = smr_body_map_measure;
  widget_class->size_allocate = smr_body_map_size_allocate;
  widget_class->focus = smr_body_map_focus;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "bodymap");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, GDK_CONTROL_MASK, zoom_cb, "i", keys[i].steps);
}

static void
add_zoom_controllers (SmrBodyMap *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_began_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinched_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (pointer_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (self->scroller, motion);
  gtk_widget_add_controller (self->scroller, scroll);
}

static GtkWidget *
new_deep_group (GtkWidget *toggles)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  /* Translators: heads the muscles that the body map cannot draw because others lie over them */
  GtkWidget *heading = gtk_label_new (_("Deep muscles"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), toggles);
  return group;
}

static void
smr_body_map_init (SmrBodyMap *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->parts = g_ptr_array_new ();
  self->zoom = 1;
  self->canvas = SMR_BODY_CANVAS (smr_body_canvas_new ());
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->canvas));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->deep_box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->deep_box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->deep_box), 6);
  self->deep_group = new_deep_group (self->deep_box);
  gtk_widget_set_parent (self->deep_group, GTK_WIDGET (self));
  add_zoom_controllers (self);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_colors), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_colors), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (update_colors), self, G_CONNECT_SWAPPED);
}

/* --- public ----------------------------------------------------------------------------------------------- */

void
smr_body_map_set_catalogue (SmrBodyMap *self, SmrCatalogue *catalogue, const char *language)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  SmrBodyChart *chart = smr_catalogue_get_body_chart (catalogue);

  g_return_if_fail (chart != NULL);

  smr_body_canvas_fill (self->canvas, catalogue, language, self->parts);
  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      if (smr_body_chart_is_deep (chart, muscle->id))
        add_deep_muscle (self, muscle, language);
    }
  for (guint i = 0; i < self->parts->len; i++)
    g_signal_connect_object (g_ptr_array_index (self->parts, i), "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  update_colors (self);
}

void
smr_body_map_set_role (SmrBodyMap *self, SmrRole role)
{
  self->role = role;
}

void
smr_body_map_show_muscle (SmrBodyMap *self, const SmrMuscle *muscle, SmrSide overactive, SmrSide underactive,
                          SmrSide excluded, const char *reason)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      SmrBodyPart *part = g_ptr_array_index (self->parts, i);
      SmrSide side = smr_body_part_get_side (part);

      if (smr_body_part_get_muscle (part) != muscle)
        continue;
      smr_body_part_show (part, (overactive & side) != 0, (underactive & side) != 0, (excluded & side) != 0 ? reason : NULL);
      if (smr_body_part_is_listed (part))
        smr_body_canvas_mark_deep (self->canvas, muscle, side, smr_body_part_get_mark (part));
    }
}
