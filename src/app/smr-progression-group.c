#include "config.h"

#include "smr-progression-group.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"

struct _SmrProgressionGroup
{
  AdwPreferencesGroup  parent_instance;

  AdwActionRow        *row;
  GtkImage            *icon;
  GtkWidget           *button;
};

G_DEFINE_FINAL_TYPE (SmrProgressionGroup, smr_progression_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_title (SmrProgressionKind kind)
{
  switch (kind)
    {
    case SMR_PROGRESSION_WAIT:
    case SMR_PROGRESSION_FORWARD:
    case SMR_PROGRESSION_DONE:
      return _("Next step");
    case SMR_PROGRESSION_BACK:
      return _("One step back");
    case SMR_PROGRESSION_RESTART:
      return _("Begin again");
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_icon (SmrProgressionKind kind)
{
  switch (kind)
    {
    case SMR_PROGRESSION_WAIT:
      return "smr-expiring-symbolic";
    case SMR_PROGRESSION_FORWARD:
      return "go-up-symbolic";
    case SMR_PROGRESSION_DONE:
      return "smr-allowed-symbolic";
    case SMR_PROGRESSION_BACK:
    case SMR_PROGRESSION_RESTART:
      return "go-down-symbolic";
    }
  g_return_val_if_reached (NULL);
}

void
smr_progression_group_show (SmrProgressionGroup *self, const SmrProgression *progression, const char *language)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), progression != NULL);
  if (progression == NULL)
    return;
  text = smr_message_format_dated (progression->text, language, smr_date_format);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), get_title (progression->kind));
  adw_action_row_set_subtitle (self->row, text);
  gtk_image_set_from_icon_name (self->icon, get_icon (progression->kind));
  gtk_widget_set_visible (self->button, progression->routine != NULL);
}

static void
smr_progression_group_class_init (SmrProgressionGroupClass *klass)
{
}

static void
smr_progression_group_init (SmrProgressionGroup *self)
{
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  self->button = gtk_button_new_with_mnemonic (_("_Take this step"));
  gtk_widget_set_tooltip_text (self->button, _("Begins a new version with this one change"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "routine.take-progression");

  self->row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_action_row_set_subtitle_lines (self->row, 0);
  adw_action_row_add_prefix (self->row, GTK_WIDGET (self->icon));
  adw_action_row_add_suffix (self->row, self->button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
}
