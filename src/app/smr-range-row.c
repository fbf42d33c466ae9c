#include "config.h"

#include "smr-range-row.h"

#include <glib/gi18n.h>

#include "smr-accessible.h"

struct _SmrRangeRow
{
  AdwActionRow       parent_instance;

  const SmrMovement *movement;
  char              *subtitle;
  GtkEntry          *left_entry;
  GtkEntry          *right_entry;
};

G_DEFINE_FINAL_TYPE (SmrRangeRow, smr_range_row, ADW_TYPE_ACTION_ROW)

static void
changed_cb (SmrRangeRow *self, GtkWidget *entry)
{
  gtk_widget_remove_css_class (entry, "error");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->subtitle);
}

static GtkEntry *
add_entry (SmrRangeRow *self, const char *placeholder, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_max_length (GTK_ENTRY (entry), 3);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 5);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  smr_accessible_set_name (entry, name);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), entry);
  return GTK_ENTRY (entry);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_range_row_finalize (GObject *object)
{
  g_free (SMR_RANGE_ROW (object)->subtitle);

  G_OBJECT_CLASS (smr_range_row_parent_class)->finalize (object);
}

static void
smr_range_row_class_init (SmrRangeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_range_row_finalize;
}

static void
smr_range_row_init (SmrRangeRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
}

GtkWidget *
smr_range_row_new (const SmrMovement *movement, const char *language, const char *before)
{
  SmrRangeRow *self = g_object_new (SMR_TYPE_RANGE_ROW, "focusable", FALSE, NULL);
  const char *name = smr_text_get (movement->name, language);
  /* Translators: the range of a movement of the left side: "Knee, bending: left, in degrees" */
  g_autofree char *left = g_strdup_printf (_("%s: left, in degrees"), name);
  g_autofree char *right = g_strdup_printf (_("%s: right, in degrees"), name);

  self->movement = movement;
  self->subtitle = g_strdup (before != NULL ? before : "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->subtitle);
  self->left_entry = add_entry (self, C_("side", "Left"), left);
  self->right_entry = add_entry (self, C_("side", "Right"), right);
  return GTK_WIDGET (self);
}

const SmrMovement *
smr_range_row_get_movement (SmrRangeRow *self)
{
  return self->movement;
}

gboolean
smr_range_row_is_empty (SmrRangeRow *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->left_entry)) == '\0' && *gtk_editable_get_text (GTK_EDITABLE (self->right_entry)) == '\0';
}

gboolean
smr_range_row_read (SmrRangeRow *self, SmrSide side, int *degrees)
{
  GtkEntry *entry = side == SMR_SIDE_LEFT ? self->left_entry : self->right_entry;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *problem = NULL;
  guint64 figure;

  *degrees = SMR_RANGE_NOT_MEASURED;
  if (*text == '\0')
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, 0, self->movement->most, &figure, NULL))
    {
      *degrees = figure;
      return TRUE;
    }
  problem = g_strdup_printf (_("A whole number from 0 to %d"), self->movement->most);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), problem);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return FALSE;
}
