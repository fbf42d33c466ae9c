#include <string.h>

#include "smr-test-window.h"

#include "smr-assessment-dialog.h"
#include "smr-assessment-group.h"
#include "smr-assessment-view.h"
#include "smr-client-page.h"
#include "smr-date-words.h"
#include "smr-designer-edits.h"
#include "smr-observation-row.h"
#include "smr-range-row.h"
#include "smr-routine-page.h"

/* What is seen of posture and movement: recorded, read, compared. */

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

static SmrRecord *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SmrRecord *record = smr_store_load_record (smr_workspace_get_store (fixture->workspace), fixture->client, &error);

  g_assert_no_error (error);
  return record;
}

/* The heels rise on @side; the left ankle has @degrees. */
static void
record_assessment (Fixture *fixture, int days_ago, SmrSide side, int degrees)
{
  g_autoptr (SmrAssessment) assessment = smr_assessment_new (smr_date_add_days (smr_workspace_get_today (fixture->workspace), -days_ago));
  g_autoptr (GError) error = NULL;

  smr_assessment_add_part (assessment, "overhead_squat");
  smr_assessment_set_side (assessment, "ohs_heels_rise", side);
  smr_assessment_set_range (assessment, "ankle_dorsiflexion", SMR_SIDE_LEFT, degrees);
  smr_store_add_assessment (smr_workspace_get_store (fixture->workspace), fixture->client, assessment, &error);
  g_assert_no_error (error);
}

static AdwDialog *
present (Fixture *fixture, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  smr_test_settle ();
  return dialog;
}

static AdwDialog *
open_new (Fixture *fixture)
{
  g_autoptr (SmrRecord) record = load (fixture);

  return present (fixture, smr_assessment_dialog_new (fixture->workspace, record));
}

static SmrObservationRow *
find_observation (gpointer dialog, const char *id)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (dialog, "SmrObservationRow");

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (smr_observation_row_get_observation (rows->pdata[i])->id, id))
        return rows->pdata[i];
    }
  g_error ("There is no observation “%s”", id);
}

static void
press_toggle (gpointer row, const char *label)
{
  g_autoptr (GPtrArray) toggles = smr_test_find_all (row, "GtkToggleButton");

  for (guint i = 0; i < toggles->len; i++)
    {
      if (g_strcmp0 (gtk_button_get_label (toggles->pdata[i]), label) == 0)
        gtk_toggle_button_set_active (toggles->pdata[i], !gtk_toggle_button_get_active (toggles->pdata[i]));
    }
}

static void
type_range (gpointer dialog, const char *movement, guint nth, const char *text)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (dialog, "SmrRangeRow");

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) entries = smr_test_find_all (rows->pdata[i], "GtkEntry");

      if (g_str_equal (smr_range_row_get_movement (rows->pdata[i])->id, movement))
        gtk_editable_set_text (entries->pdata[nth], text);
    }
}

static void
type (gpointer dialog, const char *title, const char *text)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (dialog, "AdwEntryRow");

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_has_prefix (adw_preferences_row_get_title (rows->pdata[i]), title))
        gtk_editable_set_text (rows->pdata[i], text);
    }
}

static void
save (gpointer dialog)
{
  g_assert_true (gtk_widget_activate_action (dialog, "assessment.save", NULL));
  smr_test_settle ();
}

static void
test_record (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = open_new (fixture);
  g_autofree char *yesterday = smr_date_write (smr_date_add_days (smr_workspace_get_today (fixture->workspace), -1));
  g_autoptr (SmrRecord) record = NULL;
  const SmrAssessment *assessment;

  /* The first sign has the focus, so that the work begins with a key. */
  g_assert_true (SMR_IS_OBSERVATION_ROW (adw_dialog_get_focus (dialog)));
  type (dialog, "Day", yesterday);
  type (dialog, "Trainer", "Li Wei");
  type (dialog, "Note", "Shoes off");
  press_toggle (find_observation (dialog, "ohs_heels_rise"), "Left");
  adw_action_row_activate (ADW_ACTION_ROW (find_observation (dialog, "ohs_knees_in")));
  adw_action_row_activate (ADW_ACTION_ROW (find_observation (dialog, "static_head_forward")));
  type_range (dialog, "ankle_dorsiflexion", 1, "36");
  save (dialog);

  record = load (fixture);
  g_assert_cmpuint (record->assessments->len, ==, 1);
  assessment = g_ptr_array_index (record->assessments, 0);
  g_assert_cmpuint (assessment->date, ==, smr_date_add_days (smr_workspace_get_today (fixture->workspace), -1));
  g_assert_cmpstr (assessment->trainer, ==, "Li Wei");
  g_assert_cmpstr (assessment->note, ==, "Shoes off");
  g_assert_cmpint (smr_assessment_get_side (assessment, "ohs_heels_rise"), ==, SMR_SIDE_LEFT);
  g_assert_cmpint (smr_assessment_get_side (assessment, "ohs_knees_in"), ==, SMR_SIDE_BOTH);
  g_assert_cmpint (smr_assessment_get_side (assessment, "static_head_forward"), ==, SMR_SIDE_MIDLINE);
  g_assert_cmpuint (assessment->seen->len, ==, 3);
  /* Parts of which a sign was seen were looked at, and no others. */
  g_assert_cmpuint (assessment->parts->len, ==, 2);
  g_assert_cmpint (smr_assessment_get_range (assessment, "ankle_dorsiflexion", SMR_SIDE_RIGHT), ==, 36);
  g_assert_cmpuint (assessment->ranges->len, ==, 1);
}

/* The hips shift to one side only. */
static void
test_one_side (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = open_new (fixture);
  SmrObservationRow *row = find_observation (dialog, "ohs_weight_shift");

  press_toggle (row, "Left");
  g_assert_cmpint (smr_observation_row_get_side (row), ==, SMR_SIDE_LEFT);
  press_toggle (row, "Right");
  g_assert_cmpint (smr_observation_row_get_side (row), ==, SMR_SIDE_RIGHT);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpint (smr_observation_row_get_side (row), ==, SMR_SIDE_NONE);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpint (smr_observation_row_get_side (row), ==, SMR_SIDE_LEFT);
  adw_dialog_force_close (dialog);
  smr_test_settle ();
}

static GtkCheckButton *
find_check (gpointer dialog, guint nth)
{
  g_autoptr (GPtrArray) checks = smr_test_find_all (dialog, "GtkCheckButton");

  return checks->pdata[nth];
}

/* Looked at, and nothing seen, is worth knowing. What is not looked at shows no sign. */
static void
test_nothing_seen (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = open_new (fixture);
  SmrObservationRow *row = find_observation (dialog, "static_feet_flat");
  g_autoptr (SmrRecord) record = NULL;
  const SmrAssessment *assessment;

  press_toggle (row, "Left");
  g_assert_true (gtk_check_button_get_active (find_check (dialog, 0)));
  gtk_check_button_set_active (find_check (dialog, 0), FALSE);
  g_assert_cmpint (smr_observation_row_get_side (row), ==, SMR_SIDE_NONE);
  gtk_check_button_set_active (find_check (dialog, 1), TRUE);
  save (dialog);

  record = load (fixture);
  assessment = g_ptr_array_index (record->assessments, 0);
  g_assert_cmpuint (assessment->seen->len, ==, 0);
  g_assert_cmpuint (assessment->parts->len, ==, 1);
  g_assert_true (smr_assessment_has_part (assessment, "overhead_squat"));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = open_new (fixture);
  g_autofree char *tomorrow = smr_date_write (smr_date_add_days (smr_workspace_get_today (fixture->workspace), 1));
  g_autoptr (SmrRecord) record = NULL;

  save (dialog);
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "Mark what was looked at, or write a note"));
  type_range (dialog, "ankle_dorsiflexion", 0, "61");
  save (dialog);
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "A whole number from 0 to 60"));
  type_range (dialog, "ankle_dorsiflexion", 0, "-1");
  save (dialog);
  g_assert_true (smr_test_shows_text (GTK_WIDGET (dialog), "A whole number from 0 to 60"));
  type_range (dialog, "ankle_dorsiflexion", 0, "60");
  g_assert_false (smr_test_shows_text (GTK_WIDGET (dialog), "A whole number from 0 to 60"));
  type (dialog, "Day", tomorrow);
  save (dialog);
  record = load (fixture);
  g_assert_cmpuint (record->assessments->len, ==, 0);

  /* And what was typed is not thrown away by closing. */
  adw_dialog_close (dialog);
  smr_test_settle ();
  g_assert_true (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) != NULL);
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  adw_dialog_force_close (dialog);
  smr_test_settle ();
}

static void
test_last_time (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  const char *subtitle;

  record_assessment (fixture, 30, SMR_SIDE_LEFT, 28);
  dialog = open_new (fixture);
  subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (find_observation (dialog, "ohs_heels_rise")));
  g_assert_nonnull (strstr (subtitle, ": left"));
  subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (find_observation (dialog, "ohs_knees_in")));
  g_assert_null (strstr (subtitle, ": left"));
  adw_dialog_close (dialog);
  smr_test_settle ();
}

static void
test_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) record = NULL;
  AdwDialog *view;

  record_assessment (fixture, 60, SMR_SIDE_NONE, 25);
  record_assessment (fixture, 30, SMR_SIDE_LEFT, 28);
  record_assessment (fixture, 2, SMR_SIDE_RIGHT, 36);
  record = load (fixture);
  view = present (fixture, smr_assessment_view_new (fixture->workspace, record, 2));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "Heel leaves the floor: right"));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "Heel leaves the floor: left"));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "Gone"));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "left 28° → left 36°"));

  /* Against the first one nothing has gone. */
  adw_combo_row_set_selected ((gpointer) gtk_widget_get_template_child (GTK_WIDGET (view), SMR_TYPE_ASSESSMENT_VIEW, "compare_row"), 1);
  smr_test_settle ();
  g_assert_false (smr_test_shows_text (GTK_WIDGET (view), "Gone"));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "New"));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (view), "left 25° → left 36°"));
  adw_dialog_close (view);
  smr_test_settle ();
}

static void
test_client_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SmrClientPage *page;
  g_autoptr (GPtrArray) groups = NULL;

  record_assessment (fixture, 30, SMR_SIDE_NONE, 28);
  record_assessment (fixture, 2, SMR_SIDE_RIGHT, 36);
  page = smr_client_page_new (fixture->workspace, fixture->client, &error);
  g_assert_no_error (error);
  gtk_window_destroy (fixture->window);
  fixture->window = smr_test_present_page (ADW_NAVIGATION_PAGE (page));
  smr_test_settle ();
  g_assert_true (smr_test_shows_text (GTK_WIDGET (page), "Overhead squat · 1 sign · 1 range measured"));
  g_assert_true (smr_test_shows_text (GTK_WIDGET (page), "Overhead squat · no sign seen · 1 range measured"));

  groups = smr_test_find_all (GTK_WIDGET (page), "SmrAssessmentGroup");
  g_assert_true (gtk_widget_activate_action (groups->pdata[0], "assessments.view", "u", 1));
  smr_test_settle ();
  g_assert_true (SMR_IS_ASSESSMENT_VIEW (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))));
}

/* --- beside the pick list --------------------------------------------------------------------------------- */

static SmrRoutinePage *
open_routine (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SmrRoutinePage *page = smr_routine_page_new (fixture->workspace, fixture->client, 0, &error);

  g_assert_no_error (error);
  gtk_window_destroy (fixture->window);
  smr_test_settle ();
  g_assert_finalize_object (fixture->window);
  fixture->window = smr_test_present_page (ADW_NAVIGATION_PAGE (page));
  smr_test_settle ();
  return page;
}

static GtkWidget *
get_hints (SmrRoutinePage *page)
{
  g_autoptr (GPtrArray) lists = smr_test_find_all (GTK_WIDGET (page), "SmrHintList");

  g_assert_cmpuint (lists->len, ==, 1);
  return lists->pdata[0];
}

static GtkToggleButton *
find_hint (SmrRoutinePage *page, const char *label)
{
  g_autoptr (GPtrArray) chips = smr_test_find_all (get_hints (page), "GtkToggleButton");

  for (guint i = 0; i < chips->len; i++)
    {
      if (g_strcmp0 (gtk_button_get_label (chips->pdata[i]), label) == 0)
        return chips->pdata[i];
    }
  return NULL;
}

static void
test_nothing_to_hint_at (Fixture *fixture, gconstpointer data)
{
  SmrRoutinePage *page;

  record_assessment (fixture, 2, SMR_SIDE_NONE, 30);
  page = open_routine (fixture);
  g_assert_false (gtk_widget_get_visible (get_hints (page)));
}

static void
test_hints (Fixture *fixture, gconstpointer data)
{
  SmrRoutinePage *page;
  SmrDesigner *designer;

  record_assessment (fixture, 30, SMR_SIDE_RIGHT, 28);
  record_assessment (fixture, 2, SMR_SIDE_LEFT, 30);
  page = open_routine (fixture);
  designer = smr_routine_page_get_designer (page);
  g_assert_true (gtk_widget_get_visible (get_hints (page)));
  /* Only what was seen last; nothing is picked by itself. */
  g_assert_nonnull (find_hint (page, "Calf, left"));
  g_assert_null (find_hint (page, "Calf, right"));
  g_assert_false (smr_designer_has_picks (designer));
  g_assert_true (smr_test_shows_text (get_hints (page), "Heel leaves the floor: left (common practice, for which no page was found that confirms it)"));

  gtk_toggle_button_set_active (find_hint (page, "Calf, left"), TRUE);
  gtk_toggle_button_set_active (find_hint (page, "Shin muscle, left"), TRUE);
  smr_test_settle ();
  g_assert_cmpint (smr_picks_get_sides (smr_designer_get_routine (designer)->overactive, "gastrocnemius"), ==, SMR_SIDE_LEFT);
  g_assert_cmpint (smr_picks_get_sides (smr_designer_get_routine (designer)->underactive, "tibialis_anterior"), ==, SMR_SIDE_LEFT);
  g_assert_cmpuint (smr_designer_get_routine (designer)->overactive->len, ==, 1);
  g_assert_true (smr_designer_undo (designer));
  g_assert_false (gtk_toggle_button_get_active (find_hint (page, "Shin muscle, left")));

  /* A side that was picked otherwise stays. */
  smr_designer_pick (designer, "gastrocnemius", SMR_ROLE_OVERACTIVE, SMR_SIDE_BOTH);
  g_assert_true (gtk_toggle_button_get_active (find_hint (page, "Calf, left")));
  gtk_toggle_button_set_active (find_hint (page, "Calf, left"), FALSE);
  g_assert_cmpint (smr_picks_get_sides (smr_designer_get_routine (designer)->overactive, "gastrocnemius"), ==, SMR_SIDE_RIGHT);
}

/* An assessment that is recorded meanwhile. */
static void
test_hints_follow (Fixture *fixture, gconstpointer data)
{
  SmrRoutinePage *page = open_routine (fixture);

  g_assert_false (gtk_widget_get_visible (get_hints (page)));
  record_assessment (fixture, 2, SMR_SIDE_LEFT, 30);
  smr_workspace_client_changed (fixture->workspace, fixture->client);
  smr_test_settle ();
  g_assert_true (gtk_widget_get_visible (get_hints (page)));
  g_assert_nonnull (find_hint (page, "Calf, left"));
}

#define add_test(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  smr_test_init_display (&argc, &argv);

  add_test ("/assessments/signs and ranges are recorded", test_record);
  add_test ("/assessments/a difference has one side", test_one_side);
  add_test ("/assessments/nothing seen is recorded as well", test_nothing_seen);
  add_test ("/assessments/what cannot be is refused at its field", test_refused);
  add_test ("/assessments/what was seen last time stands beside it", test_last_time);
  add_test ("/assessments/one is read and compared", test_view);
  add_test ("/assessments/the client's page lists them", test_client_page);
  add_test ("/assessments/where nothing was seen the pick list stands alone", test_nothing_to_hint_at);
  add_test ("/assessments/what goes with it stands beside the pick list", test_hints);
  add_test ("/assessments/and follows what is recorded", test_hints_follow);

  return g_test_run ();
}
