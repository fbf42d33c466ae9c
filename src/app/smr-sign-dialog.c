#include "config.h"

#include "smr-sign-dialog.h"

#include <glib/gi18n.h>

struct _SmrSignDialog
{
  AdwDialog    parent_instance;

  gboolean     guardian_needed;

  GtkLabel    *consent_label;
  AdwEntryRow *name_row;
  AdwEntryRow *guardian_row;
  GtkButton   *sign_button;
};

G_DEFINE_FINAL_TYPE (SmrSignDialog, smr_sign_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
changed_cb (SmrSignDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *guardian = dup_text (self->guardian_row);

  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button), *name != '\0' && (!self->guardian_needed || *guardian != '\0'));
}

static void
sign_cb (SmrSignDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *guardian = dup_text (self->guardian_row);

  g_signal_emit (self, signals[SIGNED], 0, name, guardian);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
smr_sign_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_SIGN_DIALOG);

  G_OBJECT_CLASS (smr_sign_dialog_parent_class)->dispose (object);
}

static void
smr_sign_dialog_class_init (SmrSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_sign_dialog_dispose;

  signals[SIGNED] = g_signal_new ("signed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, consent_label);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, guardian_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, sign_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
}

static void
smr_sign_dialog_init (SmrSignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SmrSignDialog *
smr_sign_dialog_new (SmrWorkspace *workspace, const SmrClient *client)
{
  SmrSignDialog *self = g_object_new (SMR_TYPE_SIGN_DIALOG, NULL);
  const SmrPractice *practice = smr_workspace_get_practice (workspace);
  const SmrText *standard = smr_catalogue_get_text (smr_workspace_get_catalogue (workspace), "consent");

  gtk_label_set_label (self->consent_label, *practice->consent != '\0' ? practice->consent
                                                                       : smr_text_get (standard, smr_workspace_get_language (workspace)));
  /* An unknown birth date counts as every age. */
  self->guardian_needed = client->born == SMR_DATE_NONE ||
                          smr_date_years_between (client->born, smr_workspace_get_today (workspace)) < 18;
  gtk_widget_set_visible (GTK_WIDGET (self->guardian_row), self->guardian_needed);
  changed_cb (self);
  return self;
}
