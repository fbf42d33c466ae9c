#include <string.h>

#include <glib/gstdio.h>

#include "smr-test-window.h"

#include "smr-attachment-group.h"
#include "smr-clearance-dialog.h"
#include "smr-clearance-row.h"
#include "smr-clearance-view.h"
#include "smr-opened-copies.h"
#include "smr-withdraw-dialog.h"

/* Clearances as they are shown, recorded and withdrawn. */

typedef struct
{
  SmrWorkspace *workspace;
  gint64        client;
  GtkWindow    *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = smr_test_workspace_new ();
  fixture->client = smr_test_add_client (fixture->workspace, "Ana", TRUE);
  fixture->window = smr_test_present_page (adw_navigation_page_new (gtk_label_new ("page"), "page"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  smr_test_settle ();
  g_assert_finalize_object (fixture->window);
  g_assert_finalize_object (fixture->workspace);
}

static SmrDate
days_ago (Fixture *fixture, int days)
{
  return smr_date_add_days (smr_workspace_get_today (fixture->workspace), -days);
}

static void
record_letter (Fixture *fixture, int age)
{
  g_autoptr (SmrClearance) clearance = smr_clearance_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string ("med_any"));
  g_set_str (&clearance->physician, "Dr. Weiss");
  clearance->dated = days_ago (fixture, age);
  clearance->phases = 7;
  clearance->names_rolling = TRUE;
  smr_store_add_clearance (smr_workspace_get_store (fixture->workspace), fixture->client, clearance, &error);
  g_assert_no_error (error);
}

static SmrRecord *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SmrRecord *record = smr_store_load_record (smr_workspace_get_store (fixture->workspace), fixture->client, &error);

  g_assert_no_error (error);
  return record;
}

static void
present (Fixture *fixture, gpointer dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  smr_test_settle ();
}

static void
type (gpointer widget, const char *title, const char *text)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (widget, "AdwEntryRow");

  for (guint i = 0; i < rows->len; i++)
    {
      AdwPreferencesRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (adw_preferences_row_get_title (row), title))
        {
          gtk_editable_set_text (GTK_EDITABLE (row), text);
          return;
        }
    }
  g_error ("There is no field “%s”", title);
}

static void
press (gpointer widget, const char *label)
{
  GtkWidget *found = smr_test_find_label (widget, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
  smr_test_settle ();
}

static void
activate_row (gpointer widget, const char *title)
{
  GtkWidget *found = smr_test_find_label (widget, title);

  g_assert_nonnull (found);
  gtk_widget_activate (gtk_widget_get_ancestor (found, ADW_TYPE_ACTION_ROW));
  smr_test_settle ();
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) record = NULL;
  GtkWidget *rows[3];

  record_letter (fixture, 6);
  record_letter (fixture, 2);
  record = load (fixture);
  smr_clearance_take_withdrawal (record->clearances->pdata[1], smr_withdrawal_new (SMR_WITHDRAWAL_MISTYPED, days_ago (fixture, 0)));
  g_set_str (&((SmrClearance *) record->clearances->pdata[1])->withdrawal->reason, "wrong <person> & row");
  for (guint i = 0; i < 2; i++)
    rows[i] = g_object_ref_sink (smr_clearance_row_new (fixture->workspace, record, i));
  g_assert_true (smr_test_shows_text (rows[0], "Replaced"));
  g_assert_true (smr_test_shows_text (rows[1], "Withdrawn"));
  g_assert_true (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows[1])), "<s>"));
  g_assert_cmpstr (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (rows[1])), "Withdrawn"), ==, "Withdrawn: wrong <person> & row");

  g_ptr_array_remove_index (record->clearances, 1);
  rows[2] = g_object_ref_sink (smr_clearance_row_new (fixture->workspace, record, 0));
  g_assert_true (smr_test_shows_text (rows[2], "Counts"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_object_unref (rows[i]);
}

static void
test_withdraw (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) before = NULL;
  g_autoptr (SmrRecord) after = NULL;
  g_autofree char *tomorrow = smr_date_to_string (days_ago (fixture, -1));
  g_autofree char *long_ago = smr_date_to_string (days_ago (fixture, 3));
  g_autofree char *yesterday = smr_date_to_string (days_ago (fixture, 1));
  g_autoptr (GError) error = NULL;
  const SmrWithdrawal *withdrawal;
  SmrClearanceView *view;
  SmrWithdrawDialog *dialog;

  record_letter (fixture, 2);
  before = load (fixture);
  view = smr_clearance_view_new (fixture->workspace, fixture->client, ((SmrClearance *) before->clearances->pdata[0])->id, &error);
  g_assert_no_error (error);
  present (fixture, view);
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "Dr. Weiss"));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "Counts"));

  dialog = smr_withdraw_dialog_new (fixture->workspace, before, 0);
  present (fixture, dialog);
  press (dialog, "_Withdraw");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "Choose one of the two"));
  activate_row (dialog, "The _physician took it back");
  g_assert_false (smr_test_shows_text (GTK_WIDGET (dialog), "Choose one of the two"));
  type (dialog, "Withdrawn on, such as 1984-05-31", "2026-02-30");
  press (dialog, "_Withdraw");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "This day does not exist. Write it like this: 1984-05-31"));
  type (dialog, "Withdrawn on, such as 1984-05-31", tomorrow);
  press (dialog, "_Withdraw");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "It cannot be withdrawn in the future"));
  type (dialog, "Withdrawn on, such as 1984-05-31", long_ago);
  press (dialog, "_Withdraw");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "It cannot be withdrawn before the date of the letter"));
  type (dialog, "Withdrawn on, such as 1984-05-31", yesterday);
  press (dialog, "_Withdraw");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "Say in a few words why"));
  type (dialog, "Reason, in your words", "New findings");
  press (dialog, "_Withdraw");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "Write down who withdraws it"));
  type (dialog, "Your name", "Li Wei");
  press (dialog, "_Withdraw");

  after = load (fixture);
  withdrawal = ((SmrClearance *) after->clearances->pdata[0])->withdrawal;
  g_assert_nonnull (withdrawal);
  g_assert_cmpint (withdrawal->kind, ==, SMR_WITHDRAWAL_REVOKED_BY_PHYSICIAN);
  g_assert_cmpuint (withdrawal->date, ==, days_ago (fixture, 1));
  g_assert_cmpstr (withdrawal->reason, ==, "New findings");
  g_assert_cmpstr (withdrawal->by, ==, "Li Wei");
  /* The dialog behind follows. */
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "New findings"));
  g_assert_false (smr_test_shows_text (GTK_WIDGET (view), "Counts"));
}

static void
set_switch (gpointer widget, const char *title, gboolean active)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (widget, "AdwSwitchRow");

  for (guint i = 0; i < rows->len; i++)
    {
      AdwPreferencesRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (adw_preferences_row_get_title (row), title))
        {
          adw_switch_row_set_active (ADW_SWITCH_ROW (row), active);
          return;
        }
    }
  g_error ("There is no switch “%s”", title);
}

static void
expect_problem (Fixture *fixture, AdwDialog *dialog, const char *problem)
{
  g_autoptr (SmrRecord) record = NULL;
  guint before;

  record = load (fixture);
  before = record->clearances->len;
  press (dialog, "_Save");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), problem));
  smr_record_free (record);
  record = load (fixture);
  g_assert_cmpuint (record->clearances->len, ==, before);
}

static void
test_bad_input (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) record = load (fixture);
  g_autoptr (SmrRecord) after = NULL;
  g_autofree char *tomorrow = smr_date_to_string (days_ago (fixture, -1));
  g_autofree char *yesterday = smr_date_to_string (days_ago (fixture, 1));
  AdwDialog *dialog = smr_clearance_dialog_new (fixture->workspace, record);
  const SmrClearance *kept;

  present (fixture, dialog);
  expect_problem (fixture, dialog, "Choose what the clearance names");
  set_switch (dialog, "Other regular medicine", TRUE);
  expect_problem (fixture, dialog, "Write down who gave the clearance");
  type (dialog, "Physician", "Dr. Weiss");
  type (dialog, "Date of the letter, such as 1984-05-31", "2026-13-01");
  expect_problem (fixture, dialog, "This day does not exist. Write it like this: 1984-05-31");
  type (dialog, "Date of the letter, such as 1984-05-31", "");
  expect_problem (fixture, dialog, "A clearance needs the date of its letter");
  type (dialog, "Date of the letter, such as 1984-05-31", tomorrow);
  expect_problem (fixture, dialog, "A letter cannot be dated in the future");
  type (dialog, "Date of the letter, such as 1984-05-31", "1991-05-03");
  expect_problem (fixture, dialog, "A letter cannot be dated before the client was born");
  type (dialog, "Date of the letter, such as 1984-05-31", yesterday);
  type (dialog, "Last valid day, if it says one, such as 1984-05-31", "2020-01-01");
  expect_problem (fixture, dialog, "It cannot expire before it is dated");
  type (dialog, "Last valid day, if it says one, such as 1984-05-31", "");
  expect_problem (fixture, dialog, "Choose what the clearance allows");
  set_switch (dialog, "Stretching", TRUE);
  g_assert_false (smr_test_shows_text (GTK_WIDGET (dialog), "Choose what the clearance allows"));
  press (dialog, "_Save");

  after = load (fixture);
  g_assert_cmpuint (after->clearances->len, ==, 1);
  kept = after->clearances->pdata[0];
  g_assert_cmpuint (kept->dated, ==, days_ago (fixture, 1));
  g_assert_cmpuint (kept->phases, ==, 1u << SMR_PHASE_LENGTHEN);
  g_assert_false (kept->in_addition);
}

static gboolean
says_what_it_replaces (AdwDialog *dialog)
{
  g_autoptr (GPtrArray) labels = smr_test_find_all (GTK_WIDGET (dialog), "GtkLabel");

  for (guint i = 0; i < labels->len; i++)
    {
      if (gtk_widget_get_mapped (labels->pdata[i]) && g_str_has_prefix (gtk_label_get_label (labels->pdata[i]), "This letter replaces:"))
        return TRUE;
    }
  return FALSE;
}

static void
test_replacing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (SmrRecord) after = NULL;
  AdwDialog *dialog;

  record_letter (fixture, 3);
  record = load (fixture);
  dialog = smr_clearance_dialog_new (fixture->workspace, record);
  present (fixture, dialog);
  g_assert_false (says_what_it_replaces (dialog));
  set_switch (dialog, "Other regular medicine", TRUE);
  smr_test_settle ();
  g_assert_true (says_what_it_replaces (dialog));
  set_switch (dialog, "This letter is an addition", TRUE);
  smr_test_settle ();
  g_assert_false (says_what_it_replaces (dialog));
  type (dialog, "Physician", "Dr. Nowak");
  set_switch (dialog, "Stretching", TRUE);
  press (dialog, "_Save");
  after = load (fixture);
  g_assert_cmpuint (after->clearances->len, ==, 2);
  g_assert_true (((SmrClearance *) after->clearances->pdata[1])->in_addition);
}

/* --- scans and photos ------------------------------------------------------------------------------------- */

static void
drop (SmrAttachmentGroup *group, const char *name, const char *content)
{
  g_autofree char *folder = g_dir_make_tmp ("smr-attachment-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  smr_attachment_group_add_file (group, file);
  /* A thread reads it. */
  for (guint i = 0; i < 5; i++)
    smr_test_settle ();
  g_remove (path);
  g_rmdir (folder);
}

static SmrAttachmentGroup *
find_group (gpointer dialog)
{
  g_autoptr (GPtrArray) groups = smr_test_find_all (dialog, "SmrAttachmentGroup");

  g_assert_cmpuint (groups->len, ==, 1);
  return groups->pdata[0];
}

#define PDF "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\nstartxref\n9\n%%EOF\n"

static void
test_attachments (Fixture *fixture, gconstpointer data)
{
  SmrStore *store = smr_workspace_get_store (fixture->workspace);
  g_autoptr (SmrRecord) record = load (fixture);
  g_autoptr (SmrRecord) after = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog = smr_clearance_dialog_new (fixture->workspace, record);
  SmrClearanceView *view;
  gint64 id;

  present (fixture, dialog);
  drop (find_group (dialog), "letter.pdf", "not a document");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "Only PNG and JPEG pictures and PDF documents can be attached; this file is none, whatever its name says."));
  drop (find_group (dialog), "letter.pdf", PDF);
  g_assert_false (smr_test_shows_text (GTK_WIDGET (dialog), "Only PNG and JPEG pictures and PDF documents can be attached; this file is none, whatever its name says."));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "letter.pdf"));
  set_switch (dialog, "Other regular medicine", TRUE);
  set_switch (dialog, "Stretching", TRUE);
  type (dialog, "Physician", "Dr. Weiss");
  press (dialog, "_Save");

  after = load (fixture);
  id = ((SmrClearance *) after->clearances->pdata[0])->id;
  view = smr_clearance_view_new (fixture->workspace, fixture->client, id, &error);
  g_assert_no_error (error);
  present (fixture, view);
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "letter.pdf"));
  drop (find_group (view), "back of it.pdf", PDF);
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "back of it.pdf"));
  kept = smr_store_list_attachments (store, fixture->client, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->len, ==, 2);
}

/* For this user alone, and gone with the program. */
static void
test_opened_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static (PDF, strlen (PDF));
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) first = smr_opened_copies_make ("letter.pdf", content, &error);
  g_autoptr (GFile) second = smr_opened_copies_make ("letter.pdf", content, &error);
  g_autoptr (GFile) folder = g_file_get_parent (first);
  g_autoptr (GFileInfo) info = g_file_query_info (folder, "unix::mode", G_FILE_QUERY_INFO_NONE, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (g_file_equal (first, second));
  g_assert_cmpuint (g_file_info_get_attribute_uint32 (info, "unix::mode") & 0777, ==, 0700);
  smr_opened_copies_remove ();
  g_assert_false (g_file_query_exists (first, NULL));
  g_assert_false (g_file_query_exists (folder, NULL));
}

static void
test_view_of_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (smr_clearance_view_new (fixture->workspace, fixture->client, 99, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  smr_test_init_display (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/clearances/row", test_row);
  ADD ("/clearances/withdraw", test_withdraw);
  ADD ("/clearances/bad-input", test_bad_input);
  ADD ("/clearances/replacing", test_replacing);
  ADD ("/clearances/attachments", test_attachments);
  ADD ("/clearances/opened-copies", test_opened_copies);
  ADD ("/clearances/view-of-nothing", test_view_of_nothing);
#undef ADD

  return g_test_run ();
}
