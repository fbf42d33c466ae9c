#include "config.h"

#include "smr-routine-options.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-routine-words.h"

struct _SmrRoutineOptions
{
  AdwPreferencesGroup  parent_instance;

  SmrRoutine          *routine;    /* (nullable): what is shown */
  gboolean             showing;    /* rows are being set, not changed */

  GtkEditable         *title_row;
  AdwExpanderRow      *options_row;
  AdwComboRow         *level_row;
  AdwComboRow         *setting_row;
  AdwSpinRow          *minutes_row;
  AdwSwitchRow        *no_floor_row;
  AdwSwitchRow        *substitutes_row;
  AdwActionRow        *kit_row;
};

G_DEFINE_FINAL_TYPE (SmrRoutineOptions, smr_routine_options, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- changes ---------------------------------------------------------------------------------------------- */

/* NULL while the rows are only being set. (transfer full) */
static SmrRoutine *
begin_change (SmrRoutineOptions *self)
{
  return self->showing || self->routine == NULL ? NULL : smr_routine_copy (self->routine);
}

static void
end_change (SmrRoutineOptions *self, SmrRoutine *wanted, const char *label, gboolean join)
{
  g_signal_emit (self, signals[CHANGED], 0, wanted, label, join);
}

static void
title_changed_cb (SmrRoutineOptions *self)
{
  g_autoptr (SmrRoutine) wanted = begin_change (self);

  if (wanted == NULL)
    return;
  g_set_str (&wanted->title, gtk_editable_get_text (self->title_row));
  end_change (self, wanted, _("change of title"), TRUE);
}

static void
level_changed_cb (SmrRoutineOptions *self)
{
  g_autoptr (SmrRoutine) wanted = begin_change (self);

  if (wanted == NULL)
    return;
  wanted->level = adw_combo_row_get_selected (self->level_row);
  end_change (self, wanted, _("change of level"), FALSE);
}

static void
setting_changed_cb (SmrRoutineOptions *self)
{
  g_autoptr (SmrRoutine) wanted = begin_change (self);

  if (wanted == NULL)
    return;
  wanted->setting = adw_combo_row_get_selected (self->setting_row);
  end_change (self, wanted, _("change of place"), FALSE);
}

static void
minutes_changed_cb (SmrRoutineOptions *self)
{
  g_autoptr (SmrRoutine) wanted = begin_change (self);

  if (wanted == NULL)
    return;
  wanted->minutes = adw_spin_row_get_value (self->minutes_row);
  end_change (self, wanted, _("change of minutes"), TRUE);
}

static void
no_floor_changed_cb (SmrRoutineOptions *self)
{
  g_autoptr (SmrRoutine) wanted = begin_change (self);

  if (wanted == NULL)
    return;
  wanted->no_floor = adw_switch_row_get_active (self->no_floor_row);
  end_change (self, wanted, wanted->no_floor ? _("staying off the floor") : _("use of the floor"), FALSE);
}

static void
substitutes_changed_cb (SmrRoutineOptions *self)
{
  g_autoptr (SmrRoutine) wanted = begin_change (self);

  if (wanted == NULL)
    return;
  wanted->accept_substitutes = adw_switch_row_get_active (self->substitutes_row);
  end_change (self, wanted, wanted->accept_substitutes ? _("acceptance of substitutes") : _("refusal of substitutes"), FALSE);
}

/* --- showing ---------------------------------------------------------------------------------------------- */

static char *
dup_kit_names (const SmrClient *client, SmrWorkspace *workspace)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (workspace);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (client->kit == NULL || client->kit[0] == NULL)
    return g_strdup (_("Not asked: every tool is taken as there"));
  for (guint i = 0; client->kit[i] != NULL; i++)
    {
      const SmrTool *tool = smr_catalogue_find_tool (catalogue, client->kit[i]);

      g_strv_builder_add (builder, tool != NULL ? smr_text_get (tool->name, smr_workspace_get_language (workspace)) : client->kit[i]);
    }
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static void
show_values (SmrRoutineOptions *self)
{
  SmrRoutine *routine = self->routine;

  self->showing = TRUE;
  /* Not while it is being typed: setting it again would move the cursor. */
  if (!g_str_equal (gtk_editable_get_text (self->title_row), routine->title))
    gtk_editable_set_text (self->title_row, routine->title);
  adw_combo_row_set_selected (self->level_row, routine->level);
  adw_combo_row_set_selected (self->setting_row, routine->setting);
  adw_spin_row_set_value (self->minutes_row, routine->minutes);
  adw_switch_row_set_active (self->no_floor_row, routine->no_floor);
  adw_switch_row_set_active (self->substitutes_row, routine->accept_substitutes);
  self->showing = FALSE;
}

void
smr_routine_options_show (SmrRoutineOptions *self, SmrRoutine *routine, const SmrClient *client, gboolean editable, SmrWorkspace *workspace)
{
  g_autofree char *kit = dup_kit_names (client, workspace);
  g_autofree char *title = g_strdup_printf ("%s · %s", smr_level_get_label (routine->level), smr_setting_get_label (routine->setting));
  g_autofree char *subtitle = routine->minutes > 0
                                ? g_strdup_printf (ngettext ("At most %d minute", "At most %d minutes", routine->minutes), routine->minutes)
                                : g_strdup (_("No time limit"));

  smr_routine_ref (routine);
  g_clear_pointer (&self->routine, smr_routine_unref);
  self->routine = routine;
  show_values (self);
  adw_action_row_set_subtitle (self->kit_row, kit);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->options_row), title);
  adw_expander_row_set_subtitle (self->options_row, subtitle);
  gtk_editable_set_editable (self->title_row, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->options_row), editable);
}

void
smr_routine_options_unselect_title (SmrRoutineOptions *self)
{
  gtk_editable_select_region (self->title_row, -1, -1);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_routine_options_dispose (GObject *object)
{
  SmrRoutineOptions *self = SMR_ROUTINE_OPTIONS (object);

  g_clear_pointer (&self->routine, smr_routine_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_ROUTINE_OPTIONS);

  G_OBJECT_CLASS (smr_routine_options_parent_class)->dispose (object);
}

static void
smr_routine_options_class_init (SmrRoutineOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_routine_options_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 3, SMR_TYPE_ROUTINE, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-routine-options.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrRoutineOptions, title_row);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutineOptions, options_row);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutineOptions, level_row);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutineOptions, setting_row);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutineOptions, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutineOptions, no_floor_row);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutineOptions, substitutes_row);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutineOptions, kit_row);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setting_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_floor_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, substitutes_changed_cb);
}

static void
smr_routine_options_init (SmrRoutineOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
