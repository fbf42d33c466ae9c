#include <string.h>

#include <glib/gstdio.h>

#include "smr-test-records.h"
#include "smr-test-window.h"

#include "smr-diary-cell.h"
#include "smr-diary-dialog.h"
#include "smr-progress-page.h"
#include "smr-progress-paper.h"

/* Charts of how a client gets on, on the screen and on paper, and the diary that is typed back. */

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

static SmrRecord *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SmrRecord *record = smr_store_load_record (smr_workspace_get_store (fixture->workspace), fixture->client, &error);

  g_assert_no_error (error);
  return record;
}

static void
measure (Fixture *fixture)
{
  g_autoptr (SmrAssessment) assessment = smr_assessment_new (days_ago (fixture, 3));
  g_autoptr (SmrSession) session = smr_session_new (days_ago (fixture, 3));
  g_autoptr (GError) error = NULL;

  smr_assessment_set_range (assessment, "ankle_dorsiflexion", SMR_SIDE_LEFT, 33);
  smr_store_add_assessment (smr_workspace_get_store (fixture->workspace), fixture->client, assessment, &error);
  g_assert_no_error (error);
  session->pain_after = 4;
  smr_store_add_session (smr_workspace_get_store (fixture->workspace), fixture->client, session, NULL, &error);
  g_assert_no_error (error);
}

/* A routine that was handed out nine days ago. */
static void
hand_out (Fixture *fixture)
{
  SmrStore *store = smr_workspace_get_store (fixture->workspace);
  g_autoptr (SmrRoutine) routine = smr_test_routine ("Calves");
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);
  SmrHandoutSummary handout = { .date = days_ago (fixture, 9), .plan_code = "K7QM-2F9D", .layout = "list", .language = "", .paper = "a4" };
  g_autoptr (GError) error = NULL;
  gint64 id;
  int version;

  smr_store_save_routine (store, fixture->client, routine, &id, &version, &error);
  g_assert_no_error (error);
  smr_store_issue_routine (store, id, version, &handout, pdf, &error);
  g_assert_no_error (error);
}

static SmrProgressPage *
open_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SmrProgressPage *page = smr_progress_page_new (fixture->workspace, fixture->client, &error);

  g_assert_no_error (error);
  fixture->window = smr_test_present_page (ADW_NAVIGATION_PAGE (page));
  smr_test_settle ();
  return page;
}

static guint
count_charts (gpointer page)
{
  g_autoptr (GPtrArray) charts = smr_test_find_all (page, "SmrChartView");

  return charts->len;
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  SmrProgressPage *page = open_page (fixture);

  g_assert_true (smr_test_shows_text (GTK_WIDGET (page), "Nothing to draw yet"));
  g_assert_cmpuint (count_charts (page), ==, 0);
}

static void
test_charts (Fixture *fixture, gconstpointer data)
{
  SmrProgressPage *page = open_page (fixture);
  g_autoptr (GPtrArray) charts = NULL;

  /* They follow what is recorded. */
  measure (fixture);
  smr_workspace_client_changed (fixture->workspace, fixture->client);
  smr_test_settle ();
  g_assert_cmpuint (count_charts (page), ==, 3);
  g_assert_true (smr_test_shows_text (GTK_WIDGET (page), "Pain, 0 to 10, by week"));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (page), "Ankle, toes toward the shin"));

  charts = smr_test_find_all (GTK_WIDGET (page), "SmrChartView");
  gtk_test_accessible_assert_role (charts->pdata[0], GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (charts->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL, "Pain, 0 to 10, by week");
}

static void
test_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("smr-progress-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "progress.pdf", NULL);
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *text = NULL;
  SmrProgressPaper *paper;

  measure (fixture);
  paper = smr_progress_paper_new (fixture->workspace, fixture->client, &error);
  g_assert_no_error (error);
  fixture->window = smr_test_present_page (ADW_NAVIGATION_PAGE (paper));
  smr_test_settle ();
  g_assert_true (smr_paper_page_save (SMR_PAPER_PAGE (paper), path));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Ana"));
  g_assert_nonnull (strstr (text, "Pain, 0 to 10, by week"));
  g_assert_nonnull (strstr (text, "Pain afterwards was about 4 of 10"));
  g_assert_nonnull (strstr (text, "Left: 33°"));
  /* What the chart itself says. */
  g_assert_nonnull (strstr (text, "All as planned"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* --- diary ------------------------------------------------------------------------------------------------ */

static SmrDiaryCell *
find_cell (gpointer dialog, SmrDate date)
{
  g_autoptr (GPtrArray) cells = smr_test_find_all (dialog, "SmrDiaryCell");

  return cells->pdata[date - smr_diary_cell_get_day (cells->pdata[0])->date];
}

static AdwDialog *
open_diary (Fixture *fixture, SmrProgressPage *page)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "progress.enter-diary", NULL));
  smr_test_settle ();
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
test_diary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) record = NULL;
  const SmrSession *session;
  SmrProgressPage *page;
  AdwDialog *dialog;

  hand_out (fixture);
  page = open_page (fixture);
  dialog = open_diary (fixture, page);
  g_assert_true (SMR_IS_DIARY_DIALOG (dialog));
  /* The first open day has the focus. */
  g_assert_true (adw_dialog_get_focus (dialog) == GTK_WIDGET (find_cell (dialog, days_ago (fixture, 9))));

  g_signal_emit_by_name (find_cell (dialog, days_ago (fixture, 9)), "clicked");
  smr_diary_cell_type (find_cell (dialog, days_ago (fixture, 9)), 1);
  smr_diary_cell_type (find_cell (dialog, days_ago (fixture, 9)), 0);
  smr_diary_cell_type (find_cell (dialog, days_ago (fixture, 7)), 3);
  smr_diary_cell_type (find_cell (dialog, days_ago (fixture, 7)), 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "diary.save", NULL));
  smr_test_settle ();

  record = load (fixture);
  g_assert_cmpuint (record->sessions->len, ==, 2);
  session = g_ptr_array_index (record->sessions, 0);
  g_assert_cmpuint (session->date, ==, days_ago (fixture, 9));
  g_assert_cmpint (session->pain_after, ==, 10);
  g_assert_true (session->done_as_planned);
  g_assert_cmpstr (session->title, ==, "Calves");
  session = g_ptr_array_index (record->sessions, 1);
  g_assert_cmpint (session->pain_after, ==, 2);
  g_assert_false (session->done_as_planned);

  /* It is drawn at once, and closed when the diary is opened again. */
  g_assert_cmpuint (count_charts (page), ==, 2);
  dialog = open_diary (fixture, page);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_cell (dialog, days_ago (fixture, 9)))));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (find_cell (dialog, days_ago (fixture, 8)))));
  adw_dialog_close (dialog);
  smr_test_settle ();
}

/* Without a sheet there is no diary. */
static void
test_no_diary (Fixture *fixture, gconstpointer data)
{
  SmrProgressPage *page = open_page (fixture);
  g_autoptr (GPtrArray) buttons = smr_test_find_all (GTK_WIDGET (page), "GtkButton");

  for (guint i = 0; i < buttons->len; i++)
    {
      if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "progress.enter-diary") == 0)
        g_assert_false (gtk_widget_get_sensitive (buttons->pdata[i]));
    }
}

#define add_test(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  smr_test_init_display (&argc, &argv);

  add_test ("/progress-page/nothing to draw is said", test_empty);
  add_test ("/progress-page/charts follow the record and can be heard", test_charts);
  add_test ("/progress-page/on paper", test_paper);
  add_test ("/progress-page/a diary is typed back", test_diary);
  add_test ("/progress-page/no diary without a sheet", test_no_diary);

  return g_test_run ();
}
