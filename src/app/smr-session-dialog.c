#include "config.h"

#include "smr-session-dialog.h"

#include <glib/gi18n.h>

#include "smr-check-dialog.h"
#include "smr-feedback.h"

struct _SmrSessionDialog
{
  AdwDialog     parent_instance;

  SmrWorkspace *workspace;
  gint64        client;

  AdwEntryRow  *date_row;
  AdwComboRow  *before_row;
  AdwComboRow  *after_row;
  AdwSwitchRow *planned_row;
  AdwEntryRow  *note_row;
  GtkLabel     *problem_label;
  GtkButton    *save_button;
};

G_DEFINE_FINAL_TYPE (SmrSessionDialog, smr_session_dialog, ADW_TYPE_DIALOG)

/* The first choice is "not noted", so a figure stands one place further down. */
static int
get_pain (AdwComboRow *row)
{
  return (int) adw_combo_row_get_selected (row) - 1;
}

static void
fill_pain (AdwComboRow *row)
{
  g_autoptr (GtkStringList) figures = gtk_string_list_new (NULL);

  gtk_string_list_append (figures, _("Not noted"));
  for (int i = 0; i <= 10; i++)
    gtk_string_list_take (figures, g_strdup_printf ("%d", i));
  adw_combo_row_set_model (row, G_LIST_MODEL (figures));
}

static void
show_problem (SmrSessionDialog *self, const char *text)
{
  gtk_label_set_label (self->problem_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrSessionDialog *self = SMR_SESSION_DIALOG (widget);
  SmrDate today = smr_workspace_get_today (self->workspace);
  g_autoptr (SmrSession) session = smr_session_new (SMR_DATE_NONE);
  g_autoptr (GError) error = NULL;

  if (!smr_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->date_row)), &session->date))
    {
      show_problem (self, _("This day does not exist. Write it as year, month, day: 2026-05-31"));
      return;
    }
  if (session->date > today)
    {
      show_problem (self, _("A session cannot lie in the future"));
      return;
    }
  /* One of an earlier day is typed back from the diary: nobody can be asked about that day any more. */
  if (session->date == today && !smr_check_dialog_require (self->workspace, self->client, widget, name))
    return;

  session->pain_before = get_pain (self->before_row);
  session->pain_after = get_pain (self->after_row);
  session->done_as_planned = adw_switch_row_get_active (self->planned_row);
  g_set_str (&session->note, gtk_editable_get_text (GTK_EDITABLE (self->note_row)));
  if (smr_store_add_session (smr_workspace_get_store (self->workspace), self->client, session, NULL, &error) == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The session could not be saved"), error);
      return;
    }
  smr_workspace_client_changed (self->workspace, self->client);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
smr_session_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_SESSION_DIALOG);
  g_clear_object (&SMR_SESSION_DIALOG (object)->workspace);

  G_OBJECT_CLASS (smr_session_dialog_parent_class)->dispose (object);
}

static void
smr_session_dialog_class_init (SmrSessionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_session_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-session-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, before_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, after_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, planned_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, save_button);

  gtk_widget_class_install_action (widget_class, "session.save", NULL, save_cb);
}

static void
smr_session_dialog_init (SmrSessionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_pain (self->before_row);
  fill_pain (self->after_row);
}

AdwDialog *
smr_session_dialog_new (SmrWorkspace *workspace, const SmrRecord *record)
{
  SmrSessionDialog *self = g_object_new (SMR_TYPE_SESSION_DIALOG, NULL);
  g_autofree char *today = smr_date_to_string (smr_workspace_get_today (workspace));

  self->workspace = g_object_ref (workspace);
  self->client = record->client->id;
  gtk_editable_set_text (GTK_EDITABLE (self->date_row), today);
  return ADW_DIALOG (self);
}
