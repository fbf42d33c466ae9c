#include "config.h"

#include "smr-discard.h"

#include <glib/gi18n.h>

static void
response_cb (AdwDialog *dialog, const char *response)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (dialog);
}

void
smr_discard_ask (AdwDialog *dialog)
{
  AdwDialog *question = adw_alert_dialog_new (_("Discard changes?"), _("What you changed here is not saved yet."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _("_Keep editing"), "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (question, "response", G_CALLBACK (response_cb), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (dialog));
}
