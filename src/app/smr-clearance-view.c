#include "config.h"

#include "smr-clearance-view.h"

#include <glib/gi18n.h>

#include "smr-attachment-group.h"
#include "smr-clearance-row.h"
#include "smr-clearance-words.h"
#include "smr-outcome.h"
#include "smr-withdraw-dialog.h"

struct _SmrClearanceView
{
  AdwDialog            parent_instance;

  SmrWorkspace        *workspace;
  gint64               client;
  gint64               clearance;       /* id */
  GPtrArray           *rows;            /* (element-type GtkWidget): what refreshing replaces, with its group */

  AdwPreferencesGroup *effects_group;
  AdwPreferencesGroup *letter_group;
  AdwPreferencesGroup *withdrawal_group;
  AdwPreferencesGroup *withdraw_group;
  SmrAttachmentGroup  *attachment_group;
};

G_DEFINE_FINAL_TYPE (SmrClearanceView, smr_clearance_view, ADW_TYPE_DIALOG)

/* --- rows ------------------------------------------------------------------------------------------------- */

static AdwActionRow *
add_row (SmrClearanceView *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
  return ADW_ACTION_ROW (row);
}

/* What is not said in the letter has no row. */
static void
add_fact (SmrClearanceView *self, AdwPreferencesGroup *group, const char *title, const char *text)
{
  if (*text != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (add_row (self, group, title, text)), "property");
}

static void
add_day (SmrClearanceView *self, AdwPreferencesGroup *group, const char *title, SmrDate date)
{
  g_autofree char *day = date != SMR_DATE_NONE ? smr_date_format (date) : g_strdup ("");

  add_fact (self, group, title, day);
}

typedef const SmrText *(*GetName) (SmrCatalogue *catalogue, const char *id);

static const SmrText *
get_muscle_name (SmrCatalogue *catalogue, const char *id)
{
  const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, id);

  return muscle != NULL ? muscle->name : NULL;
}

static const SmrText *
get_tool_name (SmrCatalogue *catalogue, const char *id)
{
  const SmrTool *tool = smr_catalogue_find_tool (catalogue, id);

  return tool != NULL ? tool->name : NULL;
}

static char *
join_names (SmrClearanceView *self, GPtrArray *ids, GetName get_name)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      const SmrText *name = get_name (smr_workspace_get_catalogue (self->workspace), id);

      g_strv_builder_add (names, name != NULL ? smr_text_get (name, smr_workspace_get_language (self->workspace)) : id);
    }
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

/* --- parts ------------------------------------------------------------------------------------------------ */

static void
show_effects (SmrClearanceView *self, const SmrRecord *record, guint index)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  const char *language = smr_workspace_get_language (self->workspace);
  SmrDate today = smr_workspace_get_today (self->workspace);
  const SmrClearance *clearance = g_ptr_array_index (record->clearances, index);
  g_autoptr (GArray) effects = smr_record_judge_clearance (catalogue, record, index, today);

  for (guint i = 0; i < effects->len; i++)
    {
      const SmrClearanceEffect *effect = &g_array_index (effects, SmrClearanceEffect, i);
      const SmrText *name = smr_catalogue_get_rule_name (catalogue, effect->condition);
      SmrClearanceMark mark = smr_clearance_get_mark (effect, 1, today);
      g_autofree char *text = smr_clearance_describe_effect (catalogue, record, clearance, effect, today, language);
      AdwActionRow *row = add_row (self, self->effects_group, name != NULL ? smr_text_get (name, language) : effect->condition, text);

      smr_clearance_row_add_mark (row, mark.icon, mark.label, mark.style);
    }
}

static void
show_letter (SmrClearanceView *self, const SmrClearance *clearance)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  g_autofree char *phases = smr_clearance_describe_phases (clearance->phases);
  g_autofree char *muscles = join_names (self, clearance->muscles, get_muscle_name);
  g_autofree char *tools = join_names (self, clearance->tools, get_tool_name);
  g_autofree char *places = clearance->places->len > 0
                              ? smr_places_dup_text (clearance->places, catalogue, smr_workspace_get_language (self->workspace))
                              : g_strdup (_("None: what is out stays out"));

  add_fact (self, self->letter_group, _("Physician"), clearance->physician);
  add_fact (self, self->letter_group, _("Practice or clinic"), clearance->practice);
  add_fact (self, self->letter_group, _("Phone"), clearance->phone);
  add_day (self, self->letter_group, _("Date of the letter"), clearance->dated);
  if (clearance->expires != SMR_DATE_NONE)
    add_day (self, self->letter_group, _("Last valid day"), clearance->expires);
  else
    add_fact (self, self->letter_group, _("Last valid day"), _("Not said: as long as the rules allow"));
  add_fact (self, self->letter_group, _("Allows"), *phases != '\0' ? phases : _("Nothing"));
  add_fact (self, self->letter_group, _("Names rolling or massage"), clearance->names_rolling ? _("Yes") : _("No: rolling stays locked"));
  add_fact (self, self->letter_group, _("Says “no restriction”"),
            clearance->no_restriction ? _("Yes") : _("No: gentle doses for the first four weeks"));
  add_fact (self, self->letter_group, _("Regions it allows by name"), places);
  add_fact (self, self->letter_group, _("Muscles it allows by name"), muscles);
  add_fact (self, self->letter_group, _("Only these tools"), tools);
  if (clearance->in_addition)
    add_fact (self, self->letter_group, _("Earlier clearances for the same"), _("Still count: this one is an addition"));
}

static void
show_withdrawal (SmrClearanceView *self, const SmrWithdrawal *withdrawal)
{
  gtk_widget_set_visible (GTK_WIDGET (self->withdraw_group), withdrawal == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->withdrawal_group), withdrawal != NULL);
  if (withdrawal == NULL)
    return;

  add_fact (self, self->withdrawal_group, _("Why"),
            withdrawal->kind == SMR_WITHDRAWAL_MISTYPED ? _("Recorded by mistake") : _("The physician took it back"));
  add_day (self, self->withdrawal_group, _("On"), withdrawal->date);
  add_fact (self, self->withdrawal_group, _("By"), withdrawal->by);
  add_fact (self, self->withdrawal_group, _("Reason"), withdrawal->reason);
}

static void
remove_rows (SmrClearanceView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static gboolean
show (SmrClearanceView *self, GError **error)
{
  g_autoptr (SmrRecord) record = smr_store_load_record (smr_workspace_get_store (self->workspace), self->client, error);

  if (record == NULL)
    return FALSE;
  for (guint i = 0; i < record->clearances->len; i++)
    {
      const SmrClearance *clearance = g_ptr_array_index (record->clearances, i);

      if (clearance->id != self->clearance)
        continue;
      remove_rows (self);
      show_effects (self, record, i);
      show_letter (self, clearance);
      show_withdrawal (self, clearance->withdrawal);
      return TRUE;
    }
  g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "there is no clearance %" G_GINT64_FORMAT, self->clearance);
  return FALSE;
}

/* --- callbacks -------------------------------------------------------------------------------------------- */

static void
client_changed_cb (SmrClearanceView *self, gint64 client)
{
  if ((client == 0 || client == self->client) && !show (self, NULL))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
withdraw_cb (SmrClearanceView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = smr_store_load_record (smr_workspace_get_store (self->workspace), self->client, &error);

  for (guint i = 0; record != NULL && i < record->clearances->len; i++)
    {
      if (((const SmrClearance *) g_ptr_array_index (record->clearances, i))->id == self->clearance)
        adw_dialog_present (ADW_DIALOG (smr_withdraw_dialog_new (self->workspace, record, i)), GTK_WIDGET (self));
    }
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_clearance_view_dispose (GObject *object)
{
  SmrClearanceView *self = SMR_CLEARANCE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_CLEARANCE_VIEW);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_clearance_view_parent_class)->dispose (object);
}

static void
smr_clearance_view_class_init (SmrClearanceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_clearance_view_dispose;

  g_type_ensure (SMR_TYPE_ATTACHMENT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-clearance-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceView, effects_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceView, letter_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceView, withdrawal_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceView, withdraw_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClearanceView, attachment_group);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
}

static void
smr_clearance_view_init (SmrClearanceView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

SmrClearanceView *
smr_clearance_view_new (SmrWorkspace *workspace, gint64 client, gint64 clearance, GError **error)
{
  g_autoptr (SmrClearanceView) self = g_object_ref_sink (g_object_new (SMR_TYPE_CLEARANCE_VIEW, NULL));

  self->workspace = g_object_ref (workspace);
  self->client = client;
  self->clearance = clearance;
  if (!show (self, error))
    return NULL;

  smr_attachment_group_bind (self->attachment_group, workspace, client, clearance);
  smr_attachment_group_take_drops (self->attachment_group, adw_dialog_get_child (ADW_DIALOG (self)));
  g_signal_connect_object (workspace, "client-changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_force_floating (G_OBJECT (self));
  return g_steal_pointer (&self);
}
