#include "smr-test-window.h"

#include "smr-form-signature.h"
#include "smr-sign-dialog.h"
#include "smr-signature-pad.h"
#include "smr-signature.h"
#include "smr-test-records.h"

/* The health form: signing it. */

typedef struct
{
  SmrWorkspace *workspace;
  GtkWindow    *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = smr_test_workspace_new ();
  fixture->window = smr_test_present_page (adw_navigation_page_new (gtk_label_new ("Behind"), "Behind"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->window);
  g_assert_finalize_object (fixture->workspace);
}

/* --- support ---------------------------------------------------------------------------------------------- */

#define WAIT_UNTIL(done)                                                      \
  G_STMT_START                                                                \
  {                                                                           \
    for (guint turn_ = 0; turn_ < 100 && !(done); turn_++)                    \
      smr_test_settle ();                                                     \
    g_assert_true (done);                                                     \
  }                                                                           \
  G_STMT_END

/* A child that the widget's template names. */
static gpointer
part (gpointer widget, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (widget), G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);
  return child;
}

/* Reads what is signed to its end and agrees to it. */
static void
agree (AdwDialog *dialog)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (part (dialog, "consent_window"));

  WAIT_UNTIL (gtk_adjustment_get_page_size (adjustment) > 1);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_true (gtk_widget_get_sensitive (part (dialog, "agree_button")));
  g_signal_emit_by_name (part (dialog, "agree_button"), "clicked");
  smr_test_settle ();
}

/* --- signing ---------------------------------------------------------------------------------------------- */

static GtkGesture *
get_pen (GtkWidget *pad)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (pad);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "pen") == 0)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static void
draw_stroke (GtkWidget *pad, double x, double y)
{
  GtkGesture *pen = get_pen (pad);

  g_signal_emit_by_name (pen, "drag-begin", x, y);
  g_signal_emit_by_name (pen, "drag-update", 20.0, 10.0);
  g_signal_emit_by_name (pen, "drag-update", 20.5, 10.0);
  g_signal_emit_by_name (pen, "drag-end", 20.5, 10.0);
}

/* Drawn instead of typed: kept as it was drawn, and to be taken back before. */
static void
test_signature (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrClient) client = smr_client_new ("Drawing");
  g_autoptr (SmrIntake) form = smr_intake_new ();
  g_autoptr (SmrSignature) signature = NULL;
  SmrSignDialog *dialog;
  GtkWidget *pad, *shown;

  client->born = smr_date_from_ymd (1990, 5, 4);
  dialog = smr_sign_dialog_new (fixture->workspace, client, NULL);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  agree (ADW_DIALOG (dialog));
  pad = part (dialog, "name_pad");
  WAIT_UNTIL (gtk_widget_get_width (pad) > 0);
  gtk_test_accessible_assert_property (pad, GTK_ACCESSIBLE_PROPERTY_LABEL, "Signature of the client");
  gtk_test_accessible_assert_property (pad, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Nothing drawn");

  draw_stroke (pad, 30, 40);
  draw_stroke (pad, 60, 40);
  gtk_test_accessible_assert_property (pad, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 strokes drawn");
  g_assert_true (gtk_widget_get_sensitive (part (dialog, "sign_button")));
  g_signal_emit_by_name (gtk_widget_get_first_child (gtk_widget_get_first_child (pad)), "clicked");
  gtk_test_accessible_assert_property (pad, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 stroke drawn");

  smr_sign_dialog_fill (dialog, form);
  form->signed_on = smr_workspace_get_today (fixture->workspace);
  g_assert_cmpstr (form->signed_by, ==, "Drawing");
  g_assert_true (g_str_has_suffix (form->signature, " M60 80l40 20"));
  g_assert_false (form->guardian_signed);
  signature = smr_signature_from_string (form->signature);
  g_assert_nonnull (signature);

  shown = g_object_ref_sink (smr_form_signature_new (form));
  g_assert_cmpuint (smr_test_find_all (shown, "SmrSignaturePad")->len, ==, 1);
  g_assert_true (smr_test_shows_text (shown, "Version 1 of the text"));
  g_object_unref (shown);

  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_first_child (pad)), "clicked");
  g_assert_false (gtk_widget_get_sensitive (part (dialog, "sign_button")));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* Long words have to be seen whole. */
static void
test_consent_is_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrPractice) practice = smr_practice_copy (smr_workspace_get_practice (fixture->workspace));
  g_autoptr (SmrPractice) before = smr_practice_copy (practice);
  g_autoptr (SmrClient) client = smr_client_new ("Reader");
  g_autofree char *line = g_strnfill (4000, 'm');
  AdwDialog *dialog;

  g_set_str (&practice->consent, line);
  g_assert_true (smr_workspace_save_practice (fixture->workspace, practice, NULL));
  dialog = ADW_DIALOG (smr_sign_dialog_new (fixture->workspace, client, NULL));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  WAIT_UNTIL (gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (part (dialog, "consent_window"))) > 1);
  g_assert_false (gtk_widget_get_sensitive (part (dialog, "agree_button")));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "Please read to the end"));
  agree (dialog);
  adw_dialog_force_close (dialog);
}

int
main (int argc, char *argv[])
{
  smr_test_init_display (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/form/is-signed-by-hand", test_signature);
  ADD ("/form/has-a-consent-that-is-read", test_consent_is_read);
  return g_test_run ();
}
