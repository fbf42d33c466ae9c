#include "config.h"

#include "smr-sign-dialog.h"

#include <glib/gi18n.h>

#include "smr-signature-pad.h"

struct _SmrSignDialog
{
  AdwDialog          parent_instance;

  char              *client_name;
  char              *consent;
  int                consent_version;
  gboolean           guardian_needed;
  gboolean           seen;              /* the consent, to its end */

  AdwNavigationView *navigation_view;
  GtkScrolledWindow *consent_window;
  GtkLabel          *consent_label;
  GtkLabel          *version_label;
  GtkButton         *agree_button;
  AdwEntryRow       *name_row;
  SmrSignaturePad   *name_pad;
  GtkWidget         *guardian_group;
  AdwEntryRow       *guardian_row;
  SmrSignaturePad   *guardian_pad;
  AdwComboRow       *trainer_row;
  GtkButton         *sign_button;
};

G_DEFINE_FINAL_TYPE (SmrSignDialog, smr_sign_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the consent ------------------------------------------------------------------------------------------ */

static void
show_seen (SmrSignDialog *self)
{
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->agree_button), self->seen);
  if (self->seen)
    text = g_strdup_printf (_("Version %d of this text"), self->consent_version);
  gtk_label_set_label (self->version_label, self->seen ? text : _("Please read to the end"));
}

/* Whoever agrees has had the last line before the eyes. */
static void
scrolled_cb (SmrSignDialog *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->consent_window);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (self->seen || page <= 1 || gtk_adjustment_get_value (adjustment) + page + 1 < gtk_adjustment_get_upper (adjustment))
    return;
  self->seen = TRUE;
  show_seen (self);
  /* On from the text, so that Enter agrees. */
  gtk_widget_grab_focus (GTK_WIDGET (self->agree_button));
}

static void
agree_cb (SmrSignDialog *self)
{
  /* Clicked twice, the first one is on its way. */
  if (!g_str_equal (adw_navigation_view_get_visible_page_tag (self->navigation_view), "consent"))
    return;
  adw_navigation_view_push_by_tag (self->navigation_view, "sign");
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->sign_button));
}

/* Not before: the view itself moves the focus while pages change. */
static void
sign_shown_cb (SmrSignDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
page_changed_cb (SmrSignDialog *self)
{
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->agree_button));
}

/* --- who signs -------------------------------------------------------------------------------------------- */

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* A client who draws is known by name; a guardian is not. */
static gboolean
has_signed (SmrSignDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *drawn = smr_signature_pad_dup_signature (self->name_pad);
  g_autofree char *guardian = dup_text (self->guardian_row);

  return (*name != '\0' || *drawn != '\0') && (!self->guardian_needed || *guardian != '\0');
}

static gboolean
has_trainer (SmrSignDialog *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self->trainer_row)) || adw_combo_row_get_selected_item (self->trainer_row) != NULL;
}

static void
changed_cb (SmrSignDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button), has_signed (self) && has_trainer (self));
}

static void
sign_cb (SmrSignDialog *self)
{
  g_signal_emit (self, signals[SIGNED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

/* The client's own trainer, or the only one; else somebody has to say who it is. */
static void
show_trainers (SmrSignDialog *self, const SmrPractice *practice, const SmrClient *client)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < practice->trainers->len; i++)
    {
      const SmrTrainer *trainer = g_ptr_array_index (practice->trainers, i);

      if (*trainer->name == '\0')
        continue;
      if (g_str_equal (trainer->name, client->trainer))
        selected = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, trainer->name);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (names)) == 1)
    selected = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->trainer_row), g_list_model_get_n_items (G_LIST_MODEL (names)) > 0);
  adw_combo_row_set_model (self->trainer_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->trainer_row, selected);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_sign_dialog_dispose (GObject *object)
{
  SmrSignDialog *self = SMR_SIGN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_SIGN_DIALOG);
  g_clear_pointer (&self->client_name, g_free);
  g_clear_pointer (&self->consent, g_free);

  G_OBJECT_CLASS (smr_sign_dialog_parent_class)->dispose (object);
}

static void
smr_sign_dialog_class_init (SmrSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_sign_dialog_dispose;

  signals[SIGNED] = g_signal_new ("signed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SMR_TYPE_SIGNATURE_PAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, consent_window);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, consent_label);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, version_label);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, agree_button);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, name_pad);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, guardian_group);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, guardian_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, guardian_pad);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, trainer_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSignDialog, sign_button);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, agree_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
}

static void
smr_sign_dialog_init (SmrSignDialog *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  smr_signature_pad_set_label (self->name_pad, _("Signature of the client"));
  smr_signature_pad_set_label (self->guardian_pad, _("Signature of the guardian"));
  adjustment = gtk_scrolled_window_get_vadjustment (self->consent_window);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

SmrSignDialog *
smr_sign_dialog_new (SmrWorkspace *workspace, const SmrClient *client, GError **error)
{
  const SmrPractice *practice = smr_workspace_get_practice (workspace);
  const SmrText *standard = smr_catalogue_get_text (smr_workspace_get_catalogue (workspace), "consent");
  const char *consent = *practice->consent != '\0' ? practice->consent
                                                   : smr_text_get (standard, smr_workspace_get_sheet_language (workspace, client));
  int version = smr_store_get_consent_version (smr_workspace_get_store (workspace), consent, error);
  SmrSignDialog *self;

  if (version == 0)
    return NULL;

  self = g_object_new (SMR_TYPE_SIGN_DIALOG, NULL);
  self->client_name = g_strdup (client->name);
  self->consent = g_strdup (consent);
  self->consent_version = version;
  gtk_label_set_label (self->consent_label, consent);
  show_seen (self);
  /* An unknown birth date counts as every age, and on the birthday itself the guardian still signs. */
  self->guardian_needed = client->born == SMR_DATE_NONE ||
                          smr_date_years_between (client->born, smr_date_add_days (smr_workspace_get_today (workspace), -1)) < 18;
  gtk_widget_set_visible (self->guardian_group, self->guardian_needed);
  show_trainers (self, practice, client);
  changed_cb (self);
  return self;
}

void
smr_sign_dialog_fill (SmrSignDialog *self, SmrIntake *form)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *guardian = dup_text (self->guardian_row);
  GtkStringObject *trainer = adw_combo_row_get_selected_item (self->trainer_row);

  g_return_if_fail (self->seen);

  g_set_str (&form->signed_by, *name != '\0' ? name : self->client_name);
  g_free (form->signature);
  form->signature = smr_signature_pad_dup_signature (self->name_pad);
  form->guardian_signed = self->guardian_needed && *guardian != '\0';
  g_set_str (&form->guardian, form->guardian_signed ? guardian : "");
  g_free (form->guardian_signature);
  form->guardian_signature = form->guardian_signed ? smr_signature_pad_dup_signature (self->guardian_pad) : g_strdup ("");
  g_set_str (&form->trainer, trainer != NULL ? gtk_string_object_get_string (trainer) : "");
  g_set_str (&form->consent, self->consent);
  form->consent_version = self->consent_version;
}
