#include "config.h"

#include "smr-observation-row.h"

#include <glib/gi18n.h>

#include "smr-accessible.h"
#include "smr-assessment-words.h"

struct _SmrObservationRow
{
  AdwActionRow          parent_instance;

  const SmrObservation *observation;
  GtkToggleButton      *left_toggle;    /* (nullable) */
  GtkToggleButton      *right_toggle;   /* (nullable) */
  GtkToggleButton      *seen_toggle;    /* (nullable): of what has no side */
  gboolean              changing;       /* several toggles are set in one go */
};

G_DEFINE_FINAL_TYPE (SmrObservationRow, smr_observation_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIDE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- toggles ---------------------------------------------------------------------------------------------- */

/* Of a difference between the sides only one can be true. */
static void
toggled_cb (SmrObservationRow *self, GtkToggleButton *toggle)
{
  GtkToggleButton *other = toggle == self->left_toggle ? self->right_toggle : self->left_toggle;

  if (self->changing)
    return;
  if (self->observation->sides == SMR_OBSERVED_ONE_SIDE && gtk_toggle_button_get_active (toggle))
    {
      self->changing = TRUE;
      gtk_toggle_button_set_active (other, FALSE);
      self->changing = FALSE;
    }
  g_signal_emit (self, signals[SIDE_CHANGED], 0);
}

static GtkToggleButton *
add_toggle (SmrObservationRow *self, GtkWidget *box, const char *label, SmrSide side, const char *language)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);
  g_autofree char *name = smr_observation_dup_label (self->observation, side, language);

  gtk_widget_add_css_class (toggle, "side-toggle");
  smr_accessible_set_name (toggle, name);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), toggle);
  return GTK_TOGGLE_BUTTON (toggle);
}

static void
flip (GtkToggleButton *toggle)
{
  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

static gboolean
toggle_side_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SmrObservationRow *self = SMR_OBSERVATION_ROW (widget);
  GtkToggleButton *toggle = g_variant_get_int32 (args) == SMR_SIDE_LEFT ? self->left_toggle : self->right_toggle;

  if (toggle == NULL)
    return FALSE;
  flip (toggle);
  return TRUE;
}

static void
set_side (SmrObservationRow *self, SmrSide side)
{
  self->changing = TRUE;
  if (self->seen_toggle != NULL)
    {
      gtk_toggle_button_set_active (self->seen_toggle, side != SMR_SIDE_NONE);
    }
  else
    {
      gtk_toggle_button_set_active (self->left_toggle, (side & SMR_SIDE_LEFT) != 0);
      gtk_toggle_button_set_active (self->right_toggle, (side & SMR_SIDE_RIGHT) != 0);
    }
  self->changing = FALSE;
}

/* Where only one side can be meant, it goes round: left, right, none. */
static SmrSide
get_next_side (SmrObservedSides sides, SmrSide side)
{
  switch (sides)
    {
    case SMR_OBSERVED_MIDLINE:
      return side == SMR_SIDE_NONE ? SMR_SIDE_MIDLINE : SMR_SIDE_NONE;
    case SMR_OBSERVED_ONE_SIDE:
      return side == SMR_SIDE_NONE ? SMR_SIDE_LEFT : side == SMR_SIDE_LEFT ? SMR_SIDE_RIGHT : SMR_SIDE_NONE;
    case SMR_OBSERVED_EACH_SIDE:
      return side == SMR_SIDE_BOTH ? SMR_SIDE_NONE : SMR_SIDE_BOTH;
    }
  g_return_val_if_reached (SMR_SIDE_NONE);
}

static void
toggle_all (SmrObservationRow *self)
{
  set_side (self, get_next_side (self->observation->sides, smr_observation_row_get_side (self)));
  g_signal_emit (self, signals[SIDE_CHANGED], 0);
}

static gboolean
toggle_all_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  toggle_all (SMR_OBSERVATION_ROW (widget));
  return TRUE;
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_observation_row_activate (AdwActionRow *row)
{
  toggle_all (SMR_OBSERVATION_ROW (row));
}

static void
smr_observation_row_class_init (SmrObservationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_ACTION_ROW_CLASS (klass)->activate = smr_observation_row_activate;

  signals[SIDE_CHANGED] = g_signal_new ("side-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, toggle_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, 0, toggle_side_cb, "i", SMR_SIDE_LEFT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_r, 0, toggle_side_cb, "i", SMR_SIDE_RIGHT);
}

static void
smr_observation_row_init (SmrObservationRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

static char *
dup_subtitle (const SmrObservation *observation, const char *language, const char *before)
{
  g_autofree char *views = smr_observation_dup_views (observation);
  g_autoptr (GString) text = g_string_new (views);

  if (before != NULL)
    g_string_append_printf (text, " · %s", before);
  if (observation->note != NULL)
    g_string_append_printf (text, "\n%s", smr_text_get (observation->note, language));
  return g_strdup (text->str);
}

GtkWidget *
smr_observation_row_new (const SmrObservation *observation, const char *language, const char *before)
{
  SmrObservationRow *self = g_object_new (SMR_TYPE_OBSERVATION_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *subtitle = dup_subtitle (observation, language, before);

  self->observation = observation;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), smr_text_get (observation->name, language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (observation->sides == SMR_OBSERVED_MIDLINE)
    {
      self->seen_toggle = add_toggle (self, box, _("Seen"), SMR_SIDE_MIDLINE, language);
    }
  else
    {
      self->left_toggle = add_toggle (self, box, C_("side", "Left"), SMR_SIDE_LEFT, language);
      self->right_toggle = add_toggle (self, box, C_("side", "Right"), SMR_SIDE_RIGHT, language);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
  return GTK_WIDGET (self);
}

const SmrObservation *
smr_observation_row_get_observation (SmrObservationRow *self)
{
  return self->observation;
}

SmrSide
smr_observation_row_get_side (SmrObservationRow *self)
{
  SmrSide side = SMR_SIDE_NONE;

  if (self->seen_toggle != NULL)
    return gtk_toggle_button_get_active (self->seen_toggle) ? SMR_SIDE_MIDLINE : SMR_SIDE_NONE;
  if (gtk_toggle_button_get_active (self->left_toggle))
    side |= SMR_SIDE_LEFT;
  if (gtk_toggle_button_get_active (self->right_toggle))
    side |= SMR_SIDE_RIGHT;
  return side;
}

void
smr_observation_row_clear (SmrObservationRow *self)
{
  set_side (self, SMR_SIDE_NONE);
}
