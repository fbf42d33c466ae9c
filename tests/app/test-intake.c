#include "smr-test-window.h"

#include "smr-answer-row.h"
#include "smr-date-words.h"
#include "smr-follow-ups.h"
#include "smr-form-signature.h"
#include "smr-intake-page.h"
#include "smr-sign-dialog.h"
#include "smr-signature-pad.h"
#include "smr-signature.h"
#include "smr-outcome.h"
#include "smr-test-records.h"

/* The health form: filling it in by keys, beginning it from the last one, what is refused at the field, signing it. */

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

static GtkWidget *
open_form (Fixture *fixture, gint64 client)
{
  g_autoptr (GError) error = NULL;
  SmrIntakePage *page;

  /* What an earlier page has on its way is kept when it goes. */
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->window);
  page = smr_intake_page_new (fixture->workspace, client, &error);
  g_assert_no_error (error);
  fixture->window = smr_test_present_page (ADW_NAVIGATION_PAGE (page));
  return GTK_WIDGET (page);
}

static SmrAnswerRow *
find_row (GtkWidget *page, const char *condition)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (page, "SmrAnswerRow");

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (smr_answer_row_get_condition (g_ptr_array_index (rows, i))->id, condition))
        return g_ptr_array_index (rows, i);
    }
  g_assert_not_reached ();
}

static const char *
get_reply (GtkWidget *page, const char *condition)
{
  return adw_toggle_group_get_active_name (part (find_row (page, condition), "reply_group"));
}

static void
reply (GtkWidget *page, const char *condition, const char *name)
{
  adw_toggle_group_set_active_name (part (find_row (page, condition), "reply_group"), name);
  smr_test_settle ();
}

static const char *
get_progress (GtkWidget *page)
{
  return gtk_label_get_label (part (page, "progress_label"));
}

static void
act (GtkWidget *page, const char *action)
{
  g_assert_true (gtk_widget_activate_action (page, action, NULL));
  smr_test_settle ();
}

/* The n-th entry of a row's follow-ups. */
static GtkWidget *
get_entry (GtkWidget *page, const char *condition, guint n)
{
  g_autoptr (GPtrArray) entries = smr_test_find_all (GTK_WIDGET (find_row (page, condition)), "GtkEntry");

  g_assert_cmpuint (n, <, entries->len);
  return g_ptr_array_index (entries, n);
}

static SmrAnswer *
load_draft_answer (Fixture *fixture, gint64 client, const char *condition)
{
  g_autoptr (SmrIntake) draft = smr_store_load_draft_intake (smr_workspace_get_store (fixture->workspace), client, NULL);

  g_assert_nonnull (draft);
  return smr_answer_copy (smr_intake_get_answer (draft, condition));
}

/* --- keys ------------------------------------------------------------------------------------------------- */

/* Presses one key where the focus is; keys that nothing there is bound to are refused. */
static void
press (GtkWindow *window, const char *key)
{
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);

  for (GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (window)); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
            {
              g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

              if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger) &&
                  gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut)))
                {
                  smr_test_settle ();
                  return;
                }
            }
        }
    }
  g_error ("The key %s does nothing here", key);
}

/* Alt and the underlined letter of a button. */
static void
press_alt (GtkWidget *page, const char *label)
{
  g_autoptr (GPtrArray) buttons = smr_test_find_all (page, "GtkButton");

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        {
          g_assert_true (gtk_widget_is_sensitive (button) && gtk_widget_get_mapped (button));
          gtk_widget_mnemonic_activate (button, FALSE);
          return;
        }
    }
  g_assert_not_reached ();
}

static GtkWidget *
get_focus_row (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (focus);
  return SMR_IS_ANSWER_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, SMR_TYPE_ANSWER_ROW);
}

/* Y, N and S go from row to row; a yes stops at what it asks, and what is typed there is text. */
static void
test_letters (Fixture *fixture, gconstpointer data)
{
  gint64 client = smr_test_add_client (fixture->workspace, "Ana Sol", FALSE);
  GtkWidget *page = open_form (fixture, client);
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (find_row (page, "heart_failure")));
  press (fixture->window, "n");
  g_assert_cmpstr (get_reply (page, "heart_failure"), ==, "no");
  g_assert_true (get_focus_row (fixture) == GTK_WIDGET (find_row (page, "heart_disease")));
  press (fixture->window, "y");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, SMR_TYPE_FOLLOW_UPS));
  g_assert_true (get_focus_row (fixture) == GTK_WIDGET (find_row (page, "heart_disease")));

  gtk_widget_grab_focus (GTK_WIDGET (find_row (page, "liver_failure")));
  press (fixture->window, "s");
  g_assert_cmpstr (get_reply (page, "liver_failure"), ==, "not_sure");
}

static gboolean
is_on_page (GtkWidget *dialog, const char *tag)
{
  return g_str_equal (adw_navigation_view_get_visible_page_tag (part (dialog, "navigation_view")), tag);
}

/* Fewer than twenty keys for somebody who is well, signature and all. */
static void
test_healthy_in_few_keys (Fixture *fixture, gconstpointer data)
{
  static const char name[] = "Ana Sol";
  gint64 client = smr_test_add_client (fixture->workspace, name, FALSE);
  GtkWidget *page = open_form (fixture, client);
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (GPtrArray) dialogs = NULL;
  GtkWidget *dialog, *focus;
  guint n_keys = 0;

  press_alt (page, "Rest with _No");
  n_keys++;
  WAIT_UNTIL (gtk_root_get_focus (GTK_ROOT (fixture->window)) == part (page, "sign_button"));
  gtk_widget_activate (part (page, "sign_button"));
  n_keys++;
  WAIT_UNTIL (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) != NULL);

  dialogs = smr_test_find_all (GTK_WIDGET (fixture->window), "SmrSignDialog");
  g_assert_cmpuint (dialogs->len, ==, 1);
  dialog = g_ptr_array_index (dialogs, 0);
  WAIT_UNTIL (gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (part (dialog, "consent_window"))) > 1);
  if (!gtk_widget_get_sensitive (part (dialog, "agree_button")))
    {
      press (fixture->window, "End");
      n_keys++;
    }
  WAIT_UNTIL (gtk_root_get_focus (GTK_ROOT (fixture->window)) == part (dialog, "agree_button"));
  /* A dialog that is still opening drops the key. */
  WAIT_UNTIL (gtk_widget_activate (part (dialog, "agree_button")) && is_on_page (dialog, "sign"));
  n_keys++;
  WAIT_UNTIL ((focus = gtk_root_get_focus (GTK_ROOT (fixture->window))) != NULL &&
              gtk_widget_is_ancestor (focus, part (dialog, "name_row")));
  gtk_editable_set_text (part (dialog, "name_row"), name);
  n_keys += strlen (name);
  g_signal_emit_by_name (gtk_editable_get_delegate (part (dialog, "name_row")), "activate");
  n_keys++;
  WAIT_UNTIL (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);

  record = smr_store_load_record (smr_workspace_get_store (fixture->workspace), client, NULL);
  g_assert_cmpuint (record->intakes->len, ==, 1);
  g_assert_cmpstr (((SmrIntake *) g_ptr_array_index (record->intakes, 0))->signed_by, ==, name);
  g_test_message ("%u keys", n_keys);
  g_assert_cmpuint (n_keys, <, 20);
}

/* --- begun from the last form ----------------------------------------------------------------------------- */

/* Of the sample: an operated knee, and a shoulder of the movement rows. */
static gint64
add_client_with_history (Fixture *fixture)
{
  SmrStore *store = smr_workspace_get_store (fixture->workspace);
  gint64 client = smr_test_add_client (fixture->workspace, "Ben Ode", TRUE);
  g_autoptr (SmrRecord) record = smr_store_load_record (store, client, NULL);
  g_autoptr (SmrIntake) form = smr_intake_copy (g_ptr_array_index (record->intakes, 0));
  SmrAnswer *bones = smr_answer_new ("osteoporosis", SMR_REPLY_YES);
  SmrAnswer *medicine = smr_answer_new ("med_any", SMR_REPLY_YES);

  bones->date = smr_date_from_ymd (2019, 5, 1);
  g_set_str (&bones->text, "hip");
  smr_intake_take_answer (form, bones);
  g_set_str (&medicine->text, "for the thyroid");
  smr_intake_take_answer (form, medicine);
  form->signed_on++;
  g_assert_cmpint (smr_store_add_intake (store, client, form, NULL), !=, 0);
  return client;
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  gint64 client = add_client_with_history (fixture);
  GtkWidget *page = open_form (fixture, client);
  g_autoptr (SmrAnswer) kept = NULL;
  g_autofree char *day = smr_date_format (smr_workspace_get_today (fixture->workspace) - 6);
  g_autofree char *offer = g_strdup_printf ("As on %s: Yes · 1 May 2019 · “hip”", day);
  g_autofree char *confirmed = g_strdup_printf ("As on %s, confirmed", day);

  g_signal_emit_by_name (part (page, "signed_banner"), "button-clicked");
  smr_test_settle ();
  /* Offered beside the question, not in the reply, and nothing counts. */
  g_assert_true (smr_test_shows_text (GTK_WIDGET (find_row (page, "osteoporosis")), offer));
  g_assert_null (get_reply (page, "osteoporosis"));
  g_assert_null (get_reply (page, "med_any"));
  g_assert_false (gtk_widget_get_visible (part (find_row (page, "med_any"), "offer_box")));
  g_assert_false (gtk_widget_get_sensitive (part (page, "sign_button")));

  /* No to the rest is not said over what the last form has. */
  act (page, "intake.answer-rest");
  g_assert_null (get_reply (page, "osteoporosis"));
  g_assert_cmpstr (get_reply (page, "med_any"), ==, "no");
  g_assert_false (gtk_widget_get_sensitive (part (page, "sign_button")));

  /* The same reply again takes along what was said with it. */
  reply (page, "osteoporosis", "yes");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (find_row (page, "osteoporosis")), confirmed));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (page, "osteoporosis", 1))), ==, "hip");

  act (page, "intake.confirm-rest");
  g_assert_cmpstr (get_reply (page, "heart_failure"), ==, "no");
  g_assert_cmpstr (get_progress (page), ==, "Every row is answered");
  act (page, "intake.undo-confirm");
  g_assert_null (get_reply (page, "heart_failure"));
  g_assert_cmpstr (get_reply (page, "osteoporosis"), ==, "yes");
  g_assert_false (gtk_widget_get_sensitive (part (page, "sign_button")));
  act (page, "intake.confirm-rest");

  /* What is corrected is not of that day any more. */
  gtk_editable_set_text (GTK_EDITABLE (get_entry (page, "osteoporosis", 1)), "hip and wrist");
  smr_test_settle ();
  g_assert_false (smr_test_shows_text (GTK_WIDGET (find_row (page, "osteoporosis")), confirmed));
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (page, ADW_TYPE_NAVIGATION_VIEW)));

  WAIT_UNTIL (smr_store_load_draft_intake (smr_workspace_get_store (fixture->workspace), client, NULL) != NULL);
}

/* A draft that was kept offers what is left after the window was gone. */
static void
test_copy_is_kept (Fixture *fixture, gconstpointer data)
{
  gint64 client = add_client_with_history (fixture);
  GtkWidget *page = open_form (fixture, client);
  g_autoptr (SmrAnswer) kept = NULL;

  g_signal_emit_by_name (part (page, "signed_banner"), "button-clicked");
  reply (page, "heart_failure", "no");
  page = open_form (fixture, client);
  kept = load_draft_answer (fixture, client, "heart_failure");
  g_assert_cmpuint (kept->as_of, ==, smr_workspace_get_today (fixture->workspace) - 6);
  g_assert_cmpstr (get_reply (page, "heart_failure"), ==, "no");
  g_assert_null (get_reply (page, "osteoporosis"));
  g_assert_true (gtk_widget_get_visible (part (find_row (page, "osteoporosis"), "offer_box")));
}

/* Rows that a later catalogue brought are named, and count as yes. */
static void
test_new_rows (Fixture *fixture, gconstpointer data)
{
  SmrStore *store = smr_workspace_get_store (fixture->workspace);
  gint64 client = smr_test_add_client (fixture->workspace, "Cem Old", TRUE);
  g_autoptr (SmrRecord) record = smr_store_load_record (store, client, NULL);
  g_autoptr (SmrIntake) old = smr_intake_copy (g_ptr_array_index (record->intakes, 0));
  GtkWidget *page;

  page = open_form (fixture, client);
  g_assert_false (smr_test_shows_text (page, "Not on this form"));

  g_hash_table_remove (old->answers, "hernia");
  g_assert_cmpint (smr_store_add_intake (store, client, old, NULL), !=, 0);
  page = open_form (fixture, client);
  g_assert_true (smr_test_shows_text (page, "Not on this form"));
  g_assert_true (smr_test_shows_text (page, smr_text_get (smr_answer_row_get_condition (find_row (page, "hernia"))->name, NULL)));
  /* The new form asks it; it has nothing to copy. */
  g_signal_emit_by_name (part (page, "signed_banner"), "button-clicked");
  act (page, "intake.confirm-rest");
  g_assert_null (get_reply (page, "hernia"));
}

/* --- refused at the field --------------------------------------------------------------------------------- */

static void
assert_problem (GtkWidget *entry, const char *problem)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (entry), "problem");

  g_assert_cmpint (gtk_widget_get_visible (label), ==, problem != NULL);
  g_assert_cmpint (gtk_widget_has_css_class (entry, "error"), ==, problem != NULL);
  if (problem != NULL)
    g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), problem));
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *problem;              /* nullable */
  } cases[] = {
    { "2020-03-14", NULL },
    { "14.3.2020", NULL },
    { "14/03/2020", NULL },
    { "", NULL },
    { "2020-13-01", "does not exist" },
    { "30.02.2020", "1984-05-31" },
    { "3/4/2020", "does not exist" },
    { "yesterday", "does not exist" },
    { "2190-01-01", "in the future" },
    { "1950-01-01", "before the client’s birth" },
  };
  gint64 client = smr_test_add_client (fixture->workspace, "Dana Day", FALSE);
  GtkWidget *page = open_form (fixture, client);
  GtkWidget *entry;

  reply (page, "surgery", "yes");
  entry = get_entry (page, "surgery", 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrAnswer) answer = NULL;
      gboolean taken = cases[i].problem == NULL && *cases[i].text != '\0';

      g_test_message ("“%s”", cases[i].text);
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].text);
      assert_problem (entry, cases[i].problem);
      answer = smr_answer_row_dup_answer (find_row (page, "surgery"));
      g_assert_cmpuint (answer->date, ==, taken ? smr_date_from_ymd (2020, 3, 14) : SMR_DATE_NONE);
    }
}

static void
test_weeks (Fixture *fixture, gconstpointer data)
{
  gint64 client = smr_test_add_client (fixture->workspace, "Eva Week", FALSE);
  GtkWidget *page = open_form (fixture, client);
  static const char * const wrong[] = { "60", "46", "-1", "12.5", "many" };
  GtkWidget *entry;

  reply (page, "pregnant_or_postpartum", "yes");
  entry = get_entry (page, "pregnant_or_postpartum", 1);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (SmrAnswer) answer = NULL;

      gtk_editable_set_text (GTK_EDITABLE (entry), wrong[i]);
      assert_problem (entry, "from 0 to 45");
      answer = smr_answer_row_dup_answer (find_row (page, "pregnant_or_postpartum"));
      g_assert_cmpint (answer->weeks, ==, -1);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "20");
  assert_problem (entry, NULL);
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
  ADD ("/form/goes-on-with-each-letter", test_letters);
  ADD ("/form/takes-few-keys-for-the-healthy", test_healthy_in_few_keys);
  ADD ("/form/is-begun-from-the-last-one", test_copy);
  ADD ("/form/keeps-what-the-last-one-offers", test_copy_is_kept);
  ADD ("/form/names-rows-that-came-later", test_new_rows);
  ADD ("/form/refuses-days-that-cannot-be", test_dates);
  ADD ("/form/refuses-weeks-that-cannot-be", test_weeks);
  ADD ("/form/is-signed-by-hand", test_signature);
  ADD ("/form/has-a-consent-that-is-read", test_consent_is_read);
  return g_test_run ();
}
