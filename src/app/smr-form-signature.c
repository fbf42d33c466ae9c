#include "config.h"

#include "smr-form-signature.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-signature-pad.h"
#include "smr-text-row.h"

static GtkWidget *
make_row (const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "property");
  return row;
}

static void
add_signer (AdwPreferencesGroup *group, const char *title, const char *name, const char *signature, const char *label)
{
  GtkWidget *row = make_row (title, name);

  if (*signature != '\0')
    {
      GtkWidget *pad = smr_signature_pad_new_signed (signature);

      smr_signature_pad_set_label (SMR_SIGNATURE_PAD (pad), label);
      gtk_widget_set_valign (pad, GTK_ALIGN_CENTER);
      gtk_widget_set_margin_top (pad, 6);
      gtk_widget_set_margin_bottom (pad, 6);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), pad);
    }
  adw_preferences_group_add (group, row);
}

static void
add_consent (AdwPreferencesGroup *group, const SmrIntake *form)
{
  g_autofree char *version = NULL;

  if (*form->consent == '\0')
    {
      adw_preferences_group_add (group, make_row (_("Consent"), _("Signed before there was a text to agree to. The form is as good.")));
      return;
    }

  version = g_strdup_printf (_("Version %d of the text"), form->consent_version);
  adw_preferences_group_add (group, smr_text_row_new (_("Consent"), version, form->consent));
}

GtkWidget *
smr_form_signature_new (const SmrIntake *form)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *day = smr_date_format (form->signed_on);

  adw_preferences_group_set_title (group, _("Signature"));
  adw_preferences_group_add (group, make_row (_("Signed on"), day));
  add_signer (group, _("Client"), form->signed_by, form->signature, _("Signature of the client"));
  if (form->guardian_signed)
    add_signer (group, _("Guardian"), form->guardian, form->guardian_signature, _("Signature of the guardian"));
  if (*form->trainer != '\0')
    adw_preferences_group_add (group, make_row (_("Trainer"), form->trainer));
  add_consent (group, form);
  return GTK_WIDGET (group);
}
