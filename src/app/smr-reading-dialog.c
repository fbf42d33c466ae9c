#include "config.h"

#include "smr-reading-dialog.h"

#include <glib/gi18n.h>

#include "smr-feedback.h"

struct _SmrReadingDialog
{
  AdwDialog     parent_instance;

  SmrWorkspace *workspace;
  gint64        client;

  AdwSpinRow   *systolic_row;
  AdwSpinRow   *diastolic_row;
  GtkLabel     *problem_label;
  GtkButton    *save_button;
};

G_DEFINE_FINAL_TYPE (SmrReadingDialog, smr_reading_dialog, ADW_TYPE_DIALOG)

static void
save_cb (SmrReadingDialog *self)
{
  SmrReading reading = {
    .date = smr_workspace_get_today (self->workspace),
    .systolic = adw_spin_row_get_value (self->systolic_row),
    .diastolic = adw_spin_row_get_value (self->diastolic_row),
  };
  g_autoptr (GError) error = NULL;

  if (reading.diastolic >= reading.systolic)
    {
      gtk_label_set_label (self->problem_label, _("The upper figure has to be the greater one"));
      gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
      return;
    }
  if (smr_store_add_reading (smr_workspace_get_store (self->workspace), self->client, &reading, &error) == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The reading could not be saved"), error);
      return;
    }
  smr_workspace_client_changed (self->workspace, self->client);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
smr_reading_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_READING_DIALOG);
  g_clear_object (&SMR_READING_DIALOG (object)->workspace);

  G_OBJECT_CLASS (smr_reading_dialog_parent_class)->dispose (object);
}

static void
smr_reading_dialog_class_init (SmrReadingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_reading_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-reading-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrReadingDialog, systolic_row);
  gtk_widget_class_bind_template_child (widget_class, SmrReadingDialog, diastolic_row);
  gtk_widget_class_bind_template_child (widget_class, SmrReadingDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SmrReadingDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
smr_reading_dialog_init (SmrReadingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
smr_reading_dialog_new (SmrWorkspace *workspace, const SmrRecord *record)
{
  SmrReadingDialog *self = g_object_new (SMR_TYPE_READING_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->client = record->client->id;
  return ADW_DIALOG (self);
}
