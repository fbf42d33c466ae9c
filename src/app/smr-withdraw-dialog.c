#include "config.h"

#include "smr-withdraw-dialog.h"

#include <glib/gi18n.h>

#include "smr-date-row.h"
#include "smr-date-words.h"
#include "smr-feedback.h"
#include "smr-field-problem.h"

struct _SmrWithdrawDialog
{
  AdwDialog       parent_instance;

  SmrWorkspace   *workspace;
  gint64          client;
  SmrClearance   *clearance;

  AdwActionRow   *mistyped_row;
  AdwActionRow   *revoked_row;
  GtkCheckButton *mistyped_check;
  GtkCheckButton *revoked_check;
  AdwEntryRow    *date_row;
  AdwEntryRow    *reason_row;
  AdwEntryRow    *by_row;
  GtkButton      *withdraw_button;
};

G_DEFINE_FINAL_TYPE (SmrWithdrawDialog, smr_withdraw_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
fill_date (SmrWithdrawDialog *self, SmrWithdrawal *withdrawal)
{
  g_autofree char *text = dup_text (self->date_row);
  g_autofree char *hint = smr_date_get_hint ();
  AdwPreferencesRow *row = ADW_PREFERENCES_ROW (self->date_row);

  if (!smr_date_read_day (text, &withdrawal->date))
    return smr_field_problem_show (row, hint);
  if (withdrawal->date > smr_workspace_get_today (self->workspace))
    return smr_field_problem_show (row, _("It cannot be withdrawn in the future"));
  if (withdrawal->date < self->clearance->dated)
    return smr_field_problem_show (row, _("It cannot be withdrawn before the date of the letter"));
  return TRUE;
}

static gboolean
fill_text (AdwEntryRow *row, int max_chars, const char *missing, char **text)
{
  g_free (*text);
  *text = dup_text (row);
  if (**text == '\0')
    return smr_field_problem_show (ADW_PREFERENCES_ROW (row), missing);
  if (!smr_record_validate_text ("", *text, -1, max_chars, FALSE, NULL))
    return smr_field_problem_show (ADW_PREFERENCES_ROW (row), _("This text is too long"));
  return TRUE;
}

static gboolean
fill (SmrWithdrawDialog *self, SmrWithdrawal *withdrawal)
{
  if (!gtk_check_button_get_active (self->mistyped_check) && !gtk_check_button_get_active (self->revoked_check))
    return smr_field_problem_show (ADW_PREFERENCES_ROW (self->mistyped_row), _("Choose one of the two"));
  if (gtk_check_button_get_active (self->revoked_check))
    withdrawal->kind = SMR_WITHDRAWAL_REVOKED_BY_PHYSICIAN;
  return fill_date (self, withdrawal) &&
         fill_text (self->reason_row, SMR_TEXT_MAX_CHARS, _("Say in a few words why"), &withdrawal->reason) &&
         fill_text (self->by_row, SMR_NAME_MAX_CHARS, _("Write down who withdraws it"), &withdrawal->by);
}

static void
withdraw_cb (SmrWithdrawDialog *self)
{
  g_autoptr (SmrWithdrawal) withdrawal = smr_withdrawal_new (SMR_WITHDRAWAL_MISTYPED, SMR_DATE_NONE);
  g_autoptr (GError) error = NULL;

  if (!fill (self, withdrawal))
    return;
  if (!smr_store_withdraw_clearance (smr_workspace_get_store (self->workspace), self->clearance->id, withdrawal, &error))
    {
      smr_feedback_error (GTK_WIDGET (self), _("The clearance could not be withdrawn"), error);
      return;
    }
  smr_workspace_client_changed (self->workspace, self->client);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
kind_changed_cb (SmrWithdrawDialog *self)
{
  smr_field_problem_clear (ADW_PREFERENCES_ROW (self->mistyped_row));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_withdraw_dialog_dispose (GObject *object)
{
  SmrWithdrawDialog *self = SMR_WITHDRAW_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_WITHDRAW_DIALOG);
  g_clear_pointer (&self->clearance, smr_clearance_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_withdraw_dialog_parent_class)->dispose (object);
}

static void
smr_withdraw_dialog_class_init (SmrWithdrawDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_withdraw_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-withdraw-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrWithdrawDialog, mistyped_row);
  gtk_widget_class_bind_template_child (widget_class, SmrWithdrawDialog, revoked_row);
  gtk_widget_class_bind_template_child (widget_class, SmrWithdrawDialog, mistyped_check);
  gtk_widget_class_bind_template_child (widget_class, SmrWithdrawDialog, revoked_check);
  gtk_widget_class_bind_template_child (widget_class, SmrWithdrawDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SmrWithdrawDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, SmrWithdrawDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, SmrWithdrawDialog, withdraw_button);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
}

static void
smr_withdraw_dialog_init (SmrWithdrawDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SmrWithdrawDialog *
smr_withdraw_dialog_new (SmrWorkspace *workspace, const SmrRecord *record, guint index)
{
  SmrWithdrawDialog *self = g_object_new (SMR_TYPE_WITHDRAW_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->client = record->client->id;
  self->clearance = smr_clearance_copy (g_ptr_array_index (record->clearances, index));
  smr_date_row_prepare (self->date_row, smr_workspace_get_today (workspace));
  gtk_editable_set_text (GTK_EDITABLE (self->by_row), record->client->trainer);
  return self;
}
