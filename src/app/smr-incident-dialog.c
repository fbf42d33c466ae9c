#include "config.h"

#include "smr-incident-dialog.h"

#include <glib/gi18n.h>

#include "smr-date-row.h"
#include "smr-date-words.h"
#include "smr-feedback.h"
#include "smr-incident-fields.h"

struct _SmrIncidentDialog
{
  AdwDialog           parent_instance;

  SmrWorkspace       *workspace;
  gint64              client;
  SmrDate             born;

  AdwPreferencesPage *page;
  AdwEntryRow        *date_row;
  AdwEntryRow        *note_row;
  GtkLabel           *problem_label;
  GtkButton          *save_button;
  SmrIncidentFields  *fields;
};

G_DEFINE_FINAL_TYPE (SmrIncidentDialog, smr_incident_dialog, ADW_TYPE_DIALOG)

/* What is wrong with the day; NULL: nothing. (transfer full) */
static char *
read_day (SmrIncidentDialog *self, SmrDate *day)
{
  if (!smr_date_read_day (gtk_editable_get_text (GTK_EDITABLE (self->date_row)), day))
    return smr_date_get_hint ();
  if (*day > smr_workspace_get_today (self->workspace))
    return g_strdup (_("This day lies in the future"));
  if (self->born != SMR_DATE_NONE && *day < self->born)
    return g_strdup (_("This day lies before birth"));
  return NULL;
}

static void
show_problem (SmrIncidentDialog *self, const char *text, GtkWidget *field)
{
  gtk_label_set_label (self->problem_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_grab_focus (field);
}

static void
save_cb (SmrIncidentDialog *self)
{
  g_autoptr (SmrIncident) incident = NULL;
  g_autoptr (GError) error = NULL;
  SmrDate day = SMR_DATE_NONE;
  g_autofree char *problem = read_day (self, &day);

  if (problem != NULL)
    {
      show_problem (self, problem, GTK_WIDGET (self->date_row));
      return;
    }
  incident = smr_incident_fields_dup_incident (self->fields, day);
  if (incident == NULL)
    {
      show_problem (self, _("Choose what came up"), smr_incident_fields_get_first (self->fields));
      return;
    }
  g_set_str (&incident->note, gtk_editable_get_text (GTK_EDITABLE (self->note_row)));
  if (smr_store_add_incident (smr_workspace_get_store (self->workspace), self->client, incident, &error) == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("It could not be saved"), error);
      return;
    }
  smr_feedback_toast (GTK_WIDGET (self), _("Recorded: what is allowed was judged again"));
  adw_dialog_close (ADW_DIALOG (self));
  smr_workspace_client_changed (self->workspace, self->client);
}

static void
smr_incident_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_INCIDENT_DIALOG);
  g_clear_object (&SMR_INCIDENT_DIALOG (object)->workspace);

  G_OBJECT_CLASS (smr_incident_dialog_parent_class)->dispose (object);
}

static void
smr_incident_dialog_class_init (SmrIncidentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_incident_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-incident-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrIncidentDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SmrIncidentDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SmrIncidentDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SmrIncidentDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
smr_incident_dialog_init (SmrIncidentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
smr_incident_dialog_new (SmrWorkspace *workspace, const SmrRecord *record)
{
  SmrIncidentDialog *self = g_object_new (SMR_TYPE_INCIDENT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->client = record->client->id;
  self->born = record->client->born;
  self->fields = smr_incident_fields_new (smr_workspace_get_catalogue (workspace), smr_workspace_get_language (workspace), FALSE);
  self->note_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note_row), _("Note"));
  adw_entry_row_set_activates_default (self->note_row, TRUE);
  adw_entry_row_set_max_length (self->note_row, SMR_TEXT_MAX_CHARS);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->fields), GTK_WIDGET (self->note_row));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->fields));
  smr_date_row_prepare (self->date_row, smr_workspace_get_today (workspace));
  adw_dialog_set_focus (ADW_DIALOG (self), smr_incident_fields_get_first (self->fields));
  return ADW_DIALOG (self);
}
