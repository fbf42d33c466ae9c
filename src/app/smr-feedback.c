#include "config.h"

#include "smr-feedback.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "smr-workspace.h"

static void
add_toast (GtkWidget *from, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL)
    {
      GtkRoot *root = gtk_widget_get_root (from);

      /* Dialogs lie beside the window's overlay. */
      if (ADW_IS_APPLICATION_WINDOW (root))
        overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
    }

  if (ADW_IS_TOAST_OVERLAY (overlay))
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

void
smr_feedback_toast (GtkWidget *from, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  add_toast (from, toast);
}

void
smr_feedback_toast_action (GtkWidget *from, const char *text, const char *button, const char *action, GVariant *target)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  add_toast (from, toast);
}

void
smr_feedback_error (GtkWidget *from, const char *title, const GError *error)
{
  g_autofree char *text = smr_workspace_describe_error (error);
  AdwDialog *dialog = adw_alert_dialog_new (title, text);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, from);
}
