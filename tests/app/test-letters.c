#include <string.h>

#include <glib/gstdio.h>

#include "smr-test-window.h"

#include "smr-attention.h"
#include "smr-clearance-dialog.h"
#include "smr-client-page.h"
#include "smr-form-page.h"
#include "smr-letter-group.h"
#include "smr-letter-page.h"

/* Papers that are no handouts: health forms and letters to physicians, and what becomes of a letter. */

typedef struct
{
  SmrWorkspace *workspace;
  gint64        client;
  char         *folder;
  GtkWindow    *window;         /* with a navigation view */
} Fixture;

static SmrRecord *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SmrRecord *record = smr_store_load_record (smr_workspace_get_store (fixture->workspace), fixture->client, &error);

  g_assert_no_error (error);
  return record;
}

/* Ana takes blood thinners and has had a stroke: two rows for a physician. */
static void
answer_yes (Fixture *fixture)
{
  g_autoptr (SmrRecord) record = load (fixture);
  g_autoptr (SmrIntake) intake = smr_intake_copy (g_ptr_array_index (record->intakes, 0));
  g_autoptr (GError) error = NULL;

  smr_intake_take_answer (intake, smr_answer_new ("med_anticoagulant", SMR_REPLY_YES));
  smr_intake_take_answer (intake, smr_answer_new ("heart_disease", SMR_REPLY_YES));
  smr_store_add_intake (smr_workspace_get_store (fixture->workspace), fixture->client, intake, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->workspace = smr_test_workspace_new ();
  fixture->client = smr_test_add_client (fixture->workspace, "Ana", TRUE);
  fixture->folder = g_dir_make_tmp ("smr-letters-XXXXXX", &error);
  g_assert_no_error (error);
  answer_yes (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  smr_test_settle ();
  g_assert_finalize_object (fixture->window);
  g_assert_finalize_object (fixture->workspace);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
present (Fixture *fixture, gpointer page)
{
  fixture->window = smr_test_present_page (ADW_NAVIGATION_PAGE (page));
  smr_test_settle ();
}

/* The text of the PDF that the page saves. (transfer full) */
static char *
save (Fixture *fixture, gpointer page)
{
  g_autofree char *path = g_build_filename (fixture->folder, "paper.pdf", NULL);
  g_autofree char *text = NULL;
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (smr_paper_page_save (page, path));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  smr_test_settle ();
  return g_steal_pointer (&text);
}

static AdwPreferencesRow *
find_row (gpointer widget, const char *type, const char *title)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (widget, type);

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
        return g_ptr_array_index (rows, i);
    }
  g_error ("There is no row “%s”", title);
}

static const char *
get_condition_name (Fixture *fixture, const char *id)
{
  return smr_text_get (smr_catalogue_find_condition (smr_workspace_get_catalogue (fixture->workspace), id)->name, NULL);
}

static SmrLetterPage *
new_letter_page (Fixture *fixture, gint64 letter)
{
  g_autoptr (GError) error = NULL;
  SmrLetterPage *page = smr_letter_page_new (fixture->workspace, fixture->client, letter, &error);

  g_assert_no_error (error);
  return page;
}

/* A letter that was sent that many days ago. */
static gint64
send_letter (Fixture *fixture, int days)
{
  SmrStore *store = smr_workspace_get_store (fixture->workspace);
  SmrDate day = smr_date_add_days (smr_workspace_get_today (fixture->workspace), -days);
  g_autoptr (SmrLetter) letter = smr_letter_new (day);
  g_autoptr (SmrLetterEvent) sent = smr_letter_event_new (SMR_LETTER_SENT, day);
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_set_str (&letter->physician, "Dr. Weiss");
  g_set_str (&letter->address, "Elm Surgery\n2 Elm Road");
  g_ptr_array_add (letter->conditions, (gpointer) g_intern_string ("med_anticoagulant"));
  id = smr_store_add_letter (store, fixture->client, letter, &error);
  g_assert_no_error (error);
  smr_store_add_letter_event (store, fixture->client, id, sent, &error);
  g_assert_no_error (error);
  return id;
}

/* --- forms ------------------------------------------------------------------------------------------------ */

static void
test_blank_form (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SmrFormPage *page = smr_form_page_new (fixture->workspace, 0, 0, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  present (fixture, page);
  text = save (fixture, page);
  g_assert_nonnull (strstr (text, "Health form"));
  g_assert_null (strstr (text, "Ana"));
}

static void
test_signed_form (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) record = load (fixture);
  const SmrIntake *form = g_ptr_array_index (record->intakes, 1);
  g_autoptr (GError) error = NULL;
  SmrFormPage *page = smr_form_page_new (fixture->workspace, fixture->client, form->id, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_null (smr_form_page_new (fixture->workspace, fixture->client, 4711, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND);

  present (fixture, page);
  text = save (fixture, page);
  g_assert_nonnull (strstr (text, "Ana"));
  /* Letter is another paper than A4, and what is shown follows. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (page, "AdwComboRow", "Paper")), 1);
  smr_test_settle ();
  g_free (text);
  text = save (fixture, page);
  g_assert_nonnull (strstr (text, "Ana"));
}

/* --- letters ---------------------------------------------------------------------------------------------- */

static void
test_letter (Fixture *fixture, gconstpointer data)
{
  const char *heart = get_condition_name (fixture, "heart_disease");
  SmrLetterPage *page = new_letter_page (fixture, 0);
  g_autoptr (SmrRecord) before = load (fixture);
  g_autoptr (SmrRecord) after = NULL;
  g_autofree char *text = NULL;
  const SmrLetter *letter;

  present (fixture, page);
  g_assert_cmpuint (before->letters->len, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (find_row (page, "AdwEntryRow", "Physician")), "Dr. Weiss");
  gtk_editable_set_text (GTK_EDITABLE (find_row (page, "AdwEntryRow", "Practice and street")), "Elm Surgery, 2 Elm Road");
  gtk_editable_set_text (GTK_EDITABLE (find_row (page, "AdwEntryRow", "Town")), " Oakham ");
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (page, "AdwSwitchRow", heart)), FALSE);
  text = save (fixture, page);
  g_assert_nonnull (strstr (text, "Dr. Weiss"));
  g_assert_nonnull (strstr (text, "Oakham"));
  g_assert_nonnull (strstr (text, "Ana"));

  /* It is on record as it went out, once, however often it is printed. */
  g_free (save (fixture, page));
  after = load (fixture);
  g_assert_cmpuint (after->letters->len, ==, 1);
  letter = g_ptr_array_index (after->letters, 0);
  g_assert_cmpstr (letter->physician, ==, "Dr. Weiss");
  g_assert_cmpstr (letter->address, ==, "Elm Surgery, 2 Elm Road\nOakham");
  g_assert_cmpuint (letter->events->len, ==, 0);
  g_assert_true (g_ptr_array_find (letter->conditions, g_intern_string ("med_anticoagulant"), NULL));
  g_assert_false (g_ptr_array_find (letter->conditions, g_intern_string ("heart_disease"), NULL));
}

static void
test_nothing_to_ask (Fixture *fixture, gconstpointer data)
{
  SmrLetterPage *page = new_letter_page (fixture, 0);
  g_autoptr (GPtrArray) rows = smr_test_find_all (GTK_WIDGET (page), "AdwSwitchRow");

  present (fixture, page);
  g_assert_cmpuint (rows->len, >=, 2);
  for (guint i = 0; i < rows->len; i++)
    adw_switch_row_set_active (g_ptr_array_index (rows, i), FALSE);
  smr_test_settle ();
  g_assert_true (smr_test_shows_text (GTK_WIDGET (page), "Nothing to ask"));
  /* Neither is there anything to print. */
  g_assert_false (gtk_widget_get_sensitive (gtk_widget_get_ancestor (smr_test_find_label (GTK_WIDGET (page), "_Print…"), GTK_TYPE_BUTTON)));
}

static void
test_printed_again (Fixture *fixture, gconstpointer data)
{
  SmrLetterPage *page = new_letter_page (fixture, send_letter (fixture, 3));
  g_autoptr (SmrRecord) after = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  present (fixture, page);
  text = save (fixture, page);
  g_assert_nonnull (strstr (text, "Dr. Weiss"));
  after = load (fixture);
  g_assert_cmpuint (after->letters->len, ==, 1);
  g_assert_null (smr_letter_page_new (fixture->workspace, fixture->client, 4711, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND);
}

/* --- what becomes of them --------------------------------------------------------------------------------- */

static char *
dup_row_text (gpointer widget, const char *title)
{
  return g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (widget, "AdwActionRow", title))));
}

static void
test_tracking (Fixture *fixture, gconstpointer data)
{
  gint64 id = send_letter (fixture, 18);
  g_autoptr (GError) error = NULL;
  SmrClientPage *page = smr_client_page_new (fixture->workspace, fixture->client, &error);
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *waiting = NULL;
  g_autofree char *closed = NULL;

  g_assert_no_error (error);
  present (fixture, page);
  waiting = dup_row_text (page, "Letter to Dr. Weiss");
  g_assert_nonnull (strstr (waiting, "no reply yet (18 days)"));

  groups = smr_test_find_all (GTK_WIDGET (page), "SmrLetterGroup");
  g_assert_true (gtk_widget_activate_action (g_ptr_array_index (groups, 0), "letter.note", "(xs)", id, "no_answer"));
  smr_test_settle ();
  closed = dup_row_text (page, "Letter to Dr. Weiss");
  g_assert_nonnull (strstr (closed, "Closed without a reply on"));
}

static guint
count_overdue (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) concerns = smr_attention_collect (smr_workspace_get_catalogue (fixture->workspace), smr_workspace_get_store (fixture->workspace),
                                                          fixture->client, smr_workspace_get_today (fixture->workspace), NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < concerns->len; i++)
    {
      SmrConcern *concern = g_ptr_array_index (concerns, i);
      g_autofree char *text = smr_concern_dup_text (concern);

      if (!g_str_equal (smr_concern_get_what (concern), "letter"))
        continue;
      g_assert_nonnull (strstr (text, "Dr. Weiss"));
      n++;
    }
  return n;
}

static void
test_attention (Fixture *fixture, gconstpointer data)
{
  gint64 late;

  present (fixture, adw_navigation_page_new (gtk_label_new ("page"), "page"));
  send_letter (fixture, 14);
  g_assert_cmpuint (count_overdue (fixture), ==, 0);
  late = send_letter (fixture, 15);
  g_assert_cmpuint (count_overdue (fixture), ==, 1);
  g_assert_true (smr_letter_group_note (GTK_WIDGET (fixture->window), fixture->workspace, fixture->client, late, SMR_LETTER_REFUSED));
  g_assert_cmpuint (count_overdue (fixture), ==, 0);
}

static void
test_reply (Fixture *fixture, gconstpointer data)
{
  gint64 id = send_letter (fixture, 18);
  g_autoptr (SmrRecord) record = load (fixture);
  g_autoptr (SmrRecord) after = NULL;
  const SmrClearance *clearance;
  const SmrLetterEvent *event;
  AdwDialog *dialog;

  present (fixture, adw_navigation_page_new (gtk_label_new ("page"), "page"));
  dialog = smr_clearance_dialog_new_for_letter (fixture->workspace, record, g_ptr_array_index (record->letters, 0));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  smr_test_settle ();
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (dialog, "AdwSwitchRow", "Stretching")), TRUE);
  g_signal_emit_by_name (gtk_widget_get_ancestor (smr_test_find_label (GTK_WIDGET (dialog), "_Save"), GTK_TYPE_BUTTON), "clicked");
  smr_test_settle ();

  after = load (fixture);
  g_assert_cmpuint (after->clearances->len, ==, 1);
  clearance = g_ptr_array_index (after->clearances, 0);
  g_assert_cmpstr (clearance->physician, ==, "Dr. Weiss");
  g_assert_cmpstr (clearance->practice, ==, "Elm Surgery 2 Elm Road");
  g_assert_cmpuint (clearance->conditions->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (clearance->conditions, 0), ==, "med_anticoagulant");
  event = g_ptr_array_index (((SmrLetter *) g_ptr_array_index (after->letters, 0))->events, 1);
  g_assert_cmpint (event->kind, ==, SMR_LETTER_RECEIVED);
  g_assert_cmpint (event->clearance, ==, clearance->id);
  g_assert_cmpint (id, ==, ((SmrLetter *) g_ptr_array_index (after->letters, 0))->id);
}

int
main (int argc, char *argv[])
{
  smr_test_init_display (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/papers/blank-form", test_blank_form);
  ADD ("/papers/signed-form", test_signed_form);
  ADD ("/letters/goes-on-record", test_letter);
  ADD ("/letters/nothing-to-ask", test_nothing_to_ask);
  ADD ("/letters/printed-again", test_printed_again);
  ADD ("/letters/tracking", test_tracking);
  ADD ("/letters/attention", test_attention);
  ADD ("/letters/reply", test_reply);
#undef ADD

  return g_test_run ();
}
