#include "config.h"

#include "smr-muscle-row.h"

#include <glib/gi18n.h>

#include "smr-accessible.h"
#include "smr-muscle-status.h"
#include "smr-outcome.h"

struct _SmrMuscleRow
{
  GtkListBoxRow    parent_instance;

  const SmrMuscle *muscle;
  const char      *language;
  gboolean         showing;     /* toggles are being set, not clicked */

  GtkLabel        *name_label;
  GtkWidget       *status_box;
  GtkImage        *status_image;
  GtkLabel        *status_label;
  GtkToggleButton *left_toggle;
  GtkToggleButton *right_toggle;
  GtkToggleButton *middle_toggle;
};

G_DEFINE_FINAL_TYPE (SmrMuscleRow, smr_muscle_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIDES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what screening says ---------------------------------------------------------------------------------- */

/* One line on why the muscle, or a side of it, will not be in the plan; NULL: nothing speaks against it. */
static char *
dup_status (SmrMuscleRow *self, SmrRole role, SmrCatalogue *catalogue, SmrScreening *screening)
{
  SmrSide out = screening != NULL ? smr_muscle_get_sides_out (self->muscle, role, screening) : SMR_SIDE_NONE;

  if (out != SMR_SIDE_NONE)
    return smr_muscle_dup_out_text (self->muscle, role, out, catalogue, screening, self->language);
  if (role == SMR_ROLE_OVERACTIVE && self->muscle->roll == SMR_PERMISSION_NO)
    /* Translators: followed by the reason, a sentence */
    return g_strdup_printf (_("Not rolled. %s"), self->muscle->roll_reason != NULL ? smr_text_get (self->muscle->roll_reason, self->language) : "");
  return NULL;
}

static char *
dup_other_text (SmrRole role, SmrSide other_sides)
{
  gboolean overactive = role == SMR_ROLE_UNDERACTIVE;

  switch (other_sides)
    {
    case SMR_SIDE_LEFT:
      return g_strdup (overactive ? _("Left is picked as overactive") : _("Left is picked as underactive"));
    case SMR_SIDE_RIGHT:
      return g_strdup (overactive ? _("Right is picked as overactive") : _("Right is picked as underactive"));
    case SMR_SIDE_BOTH:
    case SMR_SIDE_MIDLINE:
      return g_strdup (overactive ? _("Picked as overactive") : _("Picked as underactive"));
    case SMR_SIDE_NONE:
      break;
    }
  return NULL;
}

static void
show_status (SmrMuscleRow *self, SmrRole role, SmrSide other_sides, SmrCatalogue *catalogue, SmrScreening *screening)
{
  g_autofree char *status = dup_status (self, role, catalogue, screening);
  g_autofree char *other = dup_other_text (role, other_sides);
  const char *text = status != NULL ? status : other;

  gtk_widget_set_visible (self->status_box, text != NULL);
  gtk_image_set_from_icon_name (self->status_image, status != NULL ? smr_outcome_get_icon (SMR_OUTCOME_EXCLUDED_REGIONS) : "object-select-symbolic");
  gtk_label_set_label (self->status_label, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

/* --- toggles ---------------------------------------------------------------------------------------------- */

static char *
dup_toggle_label (const char *name, SmrSide side, SmrRole role)
{
  gboolean overactive = role == SMR_ROLE_OVERACTIVE;

  switch (side)
    {
    case SMR_SIDE_LEFT:
      return g_strdup_printf (overactive ? _("%s, left, overactive") : _("%s, left, underactive"), name);
    case SMR_SIDE_RIGHT:
      return g_strdup_printf (overactive ? _("%s, right, overactive") : _("%s, right, underactive"), name);
    case SMR_SIDE_NONE:
    case SMR_SIDE_BOTH:
    case SMR_SIDE_MIDLINE:
      return g_strdup_printf (overactive ? _("%s, overactive") : _("%s, underactive"), name);
    }
  g_return_val_if_reached (NULL);
}

static void
show_toggle (SmrMuscleRow *self, GtkToggleButton *toggle, SmrSide side, SmrRole role, SmrSide sides)
{
  g_autofree char *label = dup_toggle_label (smr_text_get (self->muscle->name, self->language), side, role);

  gtk_toggle_button_set_active (toggle, (sides & side) != 0);
  smr_accessible_set_name (GTK_WIDGET (toggle), label);
}

static void
toggled_cb (SmrMuscleRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIDES_CHANGED], 0);
}

static void
flip (GtkToggleButton *toggle)
{
  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

static gboolean
toggle_side_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SmrMuscleRow *self = SMR_MUSCLE_ROW (widget);
  SmrSide side = g_variant_get_int32 (args);

  if (!self->muscle->paired)
    return FALSE;
  flip (side == SMR_SIDE_LEFT ? self->left_toggle : self->right_toggle);
  return TRUE;
}

static gboolean
toggle_all_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  smr_muscle_row_toggle_all (SMR_MUSCLE_ROW (widget));
  return TRUE;
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_muscle_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_MUSCLE_ROW);

  G_OBJECT_CLASS (smr_muscle_row_parent_class)->dispose (object);
}

static void
smr_muscle_row_class_init (SmrMuscleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = smr_muscle_row_dispose;

  signals[SIDES_CHANGED] = g_signal_new ("sides-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-muscle-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrMuscleRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmrMuscleRow, status_box);
  gtk_widget_class_bind_template_child (widget_class, SmrMuscleRow, status_image);
  gtk_widget_class_bind_template_child (widget_class, SmrMuscleRow, status_label);
  gtk_widget_class_bind_template_child (widget_class, SmrMuscleRow, left_toggle);
  gtk_widget_class_bind_template_child (widget_class, SmrMuscleRow, right_toggle);
  gtk_widget_class_bind_template_child (widget_class, SmrMuscleRow, middle_toggle);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, toggle_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, 0, toggle_side_cb, "i", SMR_SIDE_LEFT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_r, 0, toggle_side_cb, "i", SMR_SIDE_RIGHT);
}

static void
smr_muscle_row_init (SmrMuscleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public ----------------------------------------------------------------------------------------------- */

GtkWidget *
smr_muscle_row_new (const SmrMuscle *muscle, const char *language)
{
  SmrMuscleRow *self = g_object_new (SMR_TYPE_MUSCLE_ROW, NULL);
  const char *name = smr_text_get (muscle->name, language);

  self->muscle = muscle;
  self->language = language;
  gtk_label_set_label (self->name_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->left_toggle), muscle->paired);
  gtk_widget_set_visible (GTK_WIDGET (self->right_toggle), muscle->paired);
  gtk_widget_set_visible (GTK_WIDGET (self->middle_toggle), !muscle->paired);
  return GTK_WIDGET (self);
}

const SmrMuscle *
smr_muscle_row_get_muscle (SmrMuscleRow *self)
{
  return self->muscle;
}

SmrSide
smr_muscle_row_get_sides (SmrMuscleRow *self)
{
  SmrSide sides = SMR_SIDE_NONE;

  if (gtk_toggle_button_get_active (self->left_toggle))
    sides |= SMR_SIDE_LEFT;
  if (gtk_toggle_button_get_active (self->right_toggle))
    sides |= SMR_SIDE_RIGHT;
  if (gtk_toggle_button_get_active (self->middle_toggle))
    sides |= SMR_SIDE_MIDLINE;
  return sides;
}

void
smr_muscle_row_show (SmrMuscleRow *self, SmrRole role, SmrSide sides, SmrSide other_sides, SmrCatalogue *catalogue, SmrScreening *screening)
{
  self->showing = TRUE;
  show_toggle (self, self->left_toggle, SMR_SIDE_LEFT, role, sides);
  show_toggle (self, self->right_toggle, SMR_SIDE_RIGHT, role, sides);
  show_toggle (self, self->middle_toggle, SMR_SIDE_MIDLINE, role, sides);
  self->showing = FALSE;
  show_status (self, role, other_sides, catalogue, screening);
}

void
smr_muscle_row_toggle_all (SmrMuscleRow *self)
{
  SmrSide all = self->muscle->paired ? SMR_SIDE_BOTH : SMR_SIDE_MIDLINE;
  gboolean active = smr_muscle_row_get_sides (self) != all;

  /* One change for both sides. */
  self->showing = TRUE;
  gtk_toggle_button_set_active (self->left_toggle, active && self->muscle->paired);
  gtk_toggle_button_set_active (self->right_toggle, active && self->muscle->paired);
  gtk_toggle_button_set_active (self->middle_toggle, active && !self->muscle->paired);
  self->showing = FALSE;
  g_signal_emit (self, signals[SIDES_CHANGED], 0);
}
