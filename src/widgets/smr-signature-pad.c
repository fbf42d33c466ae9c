#include "config.h"

#include "smr-signature-pad.h"

#include <glib/gi18n.h>

#include "smr-signature-figure.h"

#define HEIGHT 120
#define NATURAL_WIDTH 400
#define SMALLEST_WIDTH 160
/* Of one that is only shown. */
#define SIGNED_HEIGHT 48
#define SIGNED_WIDTH 140
/* Of the line on which one signs, from above. */
#define BASE_LINE 0.78
#define MARGIN 18
/* Finer than pixels, for slow hands. */
#define UNITS_PER_PIXEL 2
/* Points that lie closer say nothing new; in units. */
#define LEAST_STEP 3

struct _SmrSignaturePad
{
  GtkWidget     parent_instance;

  SmrSignature *signature;              /* (nullable): nothing drawn yet */
  double        start_x;                /* of the stroke, in pixels */
  double        start_y;
  GtkWidget    *buttons;                /* hidden where a signature is only shown */
  GtkWidget    *undo_button;
  GtkWidget    *clear_button;
};

G_DEFINE_FINAL_TYPE (SmrSignaturePad, smr_signature_pad, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_state (SmrSignaturePad *self)
{
  guint n_strokes = self->signature != NULL ? self->signature->strokes->len : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u stroke drawn", "%u strokes drawn", n_strokes), n_strokes);

  gtk_widget_set_sensitive (self->undo_button, n_strokes > 0);
  gtk_widget_set_sensitive (self->clear_button, n_strokes > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, n_strokes > 0 ? text : _("Nothing drawn"), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
changed (SmrSignaturePad *self)
{
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- drawing by hand -------------------------------------------------------------------------------------- */

/* The pad may have become smaller since the first stroke: then what is drawn is shown smaller too. */
static double
get_scale (SmrSignaturePad *self)
{
  return MIN (gtk_widget_get_width (GTK_WIDGET (self)) / (double) self->signature->width,
              gtk_widget_get_height (GTK_WIDGET (self)) / (double) self->signature->height);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, SmrSignaturePad *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * UNITS_PER_PIXEL;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * UNITS_PER_PIXEL;

  /* A finger that signs does not scroll the page. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->signature != NULL && self->signature->strokes->len == 0)
    g_clear_pointer (&self->signature, smr_signature_free);
  if (self->signature == NULL)
    self->signature = smr_signature_new (width, height);
  self->start_x = x;
  self->start_y = y;
  smr_signature_begin_stroke (self->signature, x / get_scale (self), y / get_scale (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, SmrSignaturePad *self)
{
  const GArray *stroke = g_ptr_array_index (self->signature->strokes, self->signature->strokes->len - 1);
  SmrSignaturePoint last = g_array_index (stroke, SmrSignaturePoint, stroke->len - 1);
  int x = (self->start_x + offset_x) / get_scale (self);
  int y = (self->start_y + offset_y) / get_scale (self);

  if (ABS (x - last.x) + ABS (y - last.y) < LEAST_STEP)
    return;
  smr_signature_add_point (self->signature, x, y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, SmrSignaturePad *self)
{
  changed (self);
}

static void
undo_cb (SmrSignaturePad *self)
{
  smr_signature_remove_stroke (self->signature);
  changed (self);
}

static void
clear_cb (SmrSignaturePad *self)
{
  g_clear_pointer (&self->signature, smr_signature_free);
  changed (self);
}

/* --- widget ----------------------------------------------------------------------------------------------- */

static void
smr_signature_pad_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean editable = gtk_widget_get_visible (SMR_SIGNATURE_PAD (widget)->buttons);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = editable ? SMALLEST_WIDTH : SIGNED_WIDTH;
      *natural = editable ? NATURAL_WIDTH : SIGNED_WIDTH;
    }
  else
    {
      *minimum = *natural = editable ? HEIGHT : SIGNED_HEIGHT;
    }
}

static void
smr_signature_pad_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SmrSignaturePad *self = SMR_SIGNATURE_PAD (widget);
  GtkAllocation corner = { .y = 6 };

  if (!gtk_widget_get_visible (self->buttons))
    return;
  gtk_widget_measure (self->buttons, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &corner.width, NULL, NULL);
  gtk_widget_measure (self->buttons, GTK_ORIENTATION_VERTICAL, corner.width, NULL, &corner.height, NULL, NULL);
  corner.x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 6 : width - corner.width - 6;
  gtk_widget_size_allocate (self->buttons, &corner, -1);
}

static void
smr_signature_pad_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SmrSignaturePad *self = SMR_SIGNATURE_PAD (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA color;
  cairo_t *cr;

  gtk_widget_get_color (widget, &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (gtk_widget_get_visible (self->buttons))
    {
      cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.3);
      cairo_rectangle (cr, MARGIN, (int) (height * BASE_LINE), width - 2 * MARGIN, 1);
      cairo_fill (cr);
    }
  gdk_cairo_set_source_rgba (cr, &color);
  if (self->signature != NULL)
    smr_signature_draw (self->signature, cr, 0, 0, width, height);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (smr_signature_pad_parent_class)->snapshot (widget, snapshot);
}

static void
smr_signature_pad_dispose (GObject *object)
{
  SmrSignaturePad *self = SMR_SIGNATURE_PAD (object);

  g_clear_pointer (&self->buttons, gtk_widget_unparent);
  g_clear_pointer (&self->signature, smr_signature_free);

  G_OBJECT_CLASS (smr_signature_pad_parent_class)->dispose (object);
}

static void
smr_signature_pad_class_init (SmrSignaturePadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_signature_pad_dispose;
  widget_class->measure = smr_signature_pad_measure;
  widget_class->size_allocate = smr_signature_pad_size_allocate;
  widget_class->snapshot = smr_signature_pad_snapshot;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "signature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_button (SmrSignaturePad *self, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static void
smr_signature_pad_init (SmrSignaturePad *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_cursor_from_name (self->buttons, "default");
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  self->undo_button = add_button (self, "edit-undo-symbolic", _("Take the last stroke back"), G_CALLBACK (undo_cb));
  self->clear_button = add_button (self, "edit-clear-symbolic", _("Clear the signature"), G_CALLBACK (clear_cb));

  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (drag), "pen");
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  show_state (self);
}

GtkWidget *
smr_signature_pad_new_signed (const char *signature)
{
  SmrSignaturePad *self = g_object_new (SMR_TYPE_SIGNATURE_PAD, "can-target", FALSE, NULL);

  gtk_widget_set_visible (self->buttons, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "card");
  self->signature = smr_signature_from_string (signature);
  show_state (self);
  return GTK_WIDGET (self);
}

void
smr_signature_pad_set_label (SmrSignaturePad *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

char *
smr_signature_pad_dup_signature (SmrSignaturePad *self)
{
  return self->signature != NULL ? smr_signature_to_string (self->signature) : g_strdup ("");
}
