#include "smr-body-part.h"
#include "smr-designer-edits.h"
#include "smr-muscle-picker.h"
#include "smr-muscle-row.h"
#include "smr-plan-row.h"
#include "smr-routine-page.h"
#include "smr-test-records.h"
#include "smr-test-window.h"

typedef struct
{
  SmrWorkspace   *workspace;
  gint64          client;
  SmrRoutinePage *page;
  GtkWindow      *window;
} Fixture;

static void
open_page (Fixture *fixture, gint64 routine)
{
  g_autoptr (GError) error = NULL;

  fixture->page = smr_routine_page_new (fixture->workspace, fixture->client, routine, &error);
  g_assert_no_error (error);
  fixture->window = smr_test_present_page (ADW_NAVIGATION_PAGE (fixture->page));
}

static void
close_page (Fixture *fixture)
{
  gtk_window_destroy (fixture->window);
  smr_test_settle ();
  g_assert_finalize_object (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = smr_test_workspace_new ();
  fixture->client = smr_test_add_client (fixture->workspace, "Ana", data == NULL);
  open_page (fixture, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_page (fixture);
  g_assert_finalize_object (fixture->workspace);
}

/* --- driving ---------------------------------------------------------------------------------------------- */

static SmrMuscleRow *
find_muscle (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (GTK_WIDGET (fixture->page), "SmrMuscleRow");

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (smr_muscle_row_get_muscle (g_ptr_array_index (rows, i))->id, id))
        return g_ptr_array_index (rows, i);
    }
  g_assert_not_reached ();
}

static GtkToggleButton *
get_toggle (Fixture *fixture, const char *id, const char *label)
{
  g_autoptr (GPtrArray) toggles = smr_test_find_all (GTK_WIDGET (find_muscle (fixture, id)), "GtkToggleButton");

  for (guint i = 0; i < toggles->len; i++)
    {
      if (g_str_equal (gtk_button_get_label (g_ptr_array_index (toggles, i)), label))
        return g_ptr_array_index (toggles, i);
    }
  g_assert_not_reached ();
}

static void
pick (Fixture *fixture, const char *id)
{
  smr_muscle_row_toggle_all (find_muscle (fixture, id));
  smr_test_settle ();
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  smr_test_settle ();
}

static SmrPlanRow *
find_row (Fixture *fixture, const char *exercise)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (GTK_WIDGET (fixture->page), "SmrPlanRow");

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_strcmp0 (smr_plan_row_get_exercise (g_ptr_array_index (rows, i)), exercise) == 0)
        return g_ptr_array_index (rows, i);
    }
  return NULL;
}

static void
assert_rows (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (GTK_WIDGET (fixture->page), "SmrPlanRow");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", smr_plan_row_get_exercise (g_ptr_array_index (rows, i)));
  g_assert_cmpstr (found->str, ==, expected);
}

static gboolean
may_hand_out (Fixture *fixture)
{
  g_autoptr (GPtrArray) buttons = smr_test_find_all (GTK_WIDGET (fixture->page), "GtkButton");

  for (guint i = 0; i < buttons->len; i++)
    {
      if (g_strcmp0 (gtk_actionable_get_action_name (g_ptr_array_index (buttons, i)), "routine.handout") == 0)
        return gtk_widget_get_sensitive (g_ptr_array_index (buttons, i));
    }
  g_assert_not_reached ();
}

#define HIP_FLEXOR_PLAN "smr_hip_flexor_roller str_hip_flexor_half_kneeling act_gluteus_maximus_bridge int_sit_to_stand"

static gint64
get_only_routine (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = smr_store_load_record (smr_workspace_get_store (fixture->workspace), fixture->client, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (record->routines->len, ==, 1);
  return ((SmrRoutine *) g_ptr_array_index (record->routines, 0))->id;
}

/* --- tests ------------------------------------------------------------------------------------------------ */

/* The part of the body map for a muscle and side; the first of the two figures. */
static SmrBodyPart *
find_part (Fixture *fixture, const char *muscle, SmrSide side)
{
  g_autoptr (GPtrArray) parts = smr_test_find_all (GTK_WIDGET (fixture->page), "SmrBodyPart");

  for (guint i = 0; i < parts->len; i++)
    {
      SmrBodyPart *part = g_ptr_array_index (parts, i);

      if (g_str_equal (smr_body_part_get_muscle (part)->id, muscle) && smr_body_part_get_side (part) == side)
        return part;
    }
  g_assert_not_reached ();
}

/* Map and list show the same picks, whichever they were made on, and undo takes them back on both. */
static void
test_map_and_list_agree (Fixture *fixture, gconstpointer data)
{
  SmrBodyPart *left = find_part (fixture, "gastrocnemius", SMR_SIDE_LEFT);
  SmrBodyPart *right = find_part (fixture, "gastrocnemius", SMR_SIDE_RIGHT);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (left), "body-part.toggle", NULL));
  smr_test_settle ();
  g_assert_cmpint (smr_muscle_row_get_sides (find_muscle (fixture, "gastrocnemius")), ==, SMR_SIDE_LEFT);
  g_assert_true (smr_body_part_is_picked (left, SMR_ROLE_OVERACTIVE));
  g_assert_false (smr_body_part_is_picked (right, SMR_ROLE_OVERACTIVE));

  gtk_toggle_button_set_active (get_toggle (fixture, "gastrocnemius", "Right"), TRUE);
  smr_test_settle ();
  g_assert_true (smr_body_part_is_picked (right, SMR_ROLE_OVERACTIVE));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (right), "body-part.underactive", NULL));
  smr_test_settle ();
  g_assert_true (smr_body_part_is_picked (right, SMR_ROLE_UNDERACTIVE));

  act (fixture, "routine.undo");
  g_assert_false (smr_body_part_is_picked (right, SMR_ROLE_UNDERACTIVE));
  g_assert_true (smr_body_part_is_picked (right, SMR_ROLE_OVERACTIVE));
  act (fixture, "routine.undo");
  act (fixture, "routine.undo");
  g_assert_cmpint (smr_body_part_get_mark (left), ==, SMR_BODY_MARK_REST);
  g_assert_cmpint (smr_muscle_row_get_sides (find_muscle (fixture, "gastrocnemius")), ==, SMR_SIDE_NONE);
}

static void
test_plan_follows_picks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  assert_rows (fixture, "");
  pick (fixture, "hip_flexors");
  assert_rows (fixture, HIP_FLEXOR_PLAN);
  g_assert_true (smr_test_shows_text (page, "Front of hip roll"));
  gtk_test_accessible_assert_property (find_row (fixture, "smr_hip_flexor_roller"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Front of hip roll: Hold 30 s on one tender spot, each side");
  g_assert_true (smr_test_shows_text (page, "Front of hip, both sides"));
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "Front of hip");

  pick (fixture, "hip_flexors");
  assert_rows (fixture, "");
}

static void
test_one_side (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *left = get_toggle (fixture, "hip_flexors", "Left");

  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_LABEL, "Hip flexors (iliopsoas), left, overactive");
  gtk_toggle_button_set_active (left, TRUE);
  smr_test_settle ();
  gtk_test_accessible_assert_property (find_row (fixture, "smr_hip_flexor_roller"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Front of hip roll: Hold 30 s on one tender spot, left side only");
  g_assert_false (gtk_toggle_button_get_active (get_toggle (fixture, "hip_flexors", "Right")));
}

static void
test_remove_and_undo (Fixture *fixture, gconstpointer data)
{
  pick (fixture, "hip_flexors");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "str_hip_flexor_half_kneeling")), "plan-row.remove", NULL));
  smr_test_settle ();
  assert_rows (fixture, "smr_hip_flexor_roller act_gluteus_maximus_bridge int_sit_to_stand");

  act (fixture, "routine.undo");
  assert_rows (fixture, HIP_FLEXOR_PLAN);
  act (fixture, "routine.redo");
  assert_rows (fixture, "smr_hip_flexor_roller act_gluteus_maximus_bridge int_sit_to_stand");

  /* What was removed stays away when another muscle is picked, and comes back with its own. */
  pick (fixture, "plantar_fascia");
  g_assert_null (find_row (fixture, "str_hip_flexor_half_kneeling"));
  act (fixture, "routine.plan-anew");
  g_assert_nonnull (find_row (fixture, "str_hip_flexor_half_kneeling"));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRoutine) before = NULL;
  SmrRoutine *after;
  const SmrItem *first;

  pick (fixture, "gastrocnemius");
  pick (fixture, "hip_flexors");
  before = smr_routine_ref (smr_routine_page_get_routine (fixture->page));
  first = g_ptr_array_index (before->items, 0);
  gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, first->exercise)), "plan-row.move-up", NULL);
  g_assert_true (smr_routine_page_get_routine (fixture->page) == before);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, first->exercise)), "plan-row.move-down", NULL));
  smr_test_settle ();
  after = smr_routine_page_get_routine (fixture->page);
  g_assert_true (((SmrItem *) g_ptr_array_index (after->items, 1))->exercise == first->exercise);
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (find_row (fixture, first->exercise)));
}

static void
test_saved_and_opened_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRoutine) left = NULL;
  gint64 id;

  pick (fixture, "hip_flexors");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "int_sit_to_stand")), "plan-row.remove", NULL));
  left = smr_routine_ref (smr_routine_page_get_routine (fixture->page));
  close_page (fixture);

  id = get_only_routine (fixture);
  open_page (fixture, id);
  smr_test_assert_same (smr_test_describe_routine, left, smr_routine_page_get_routine (fixture->page));
  assert_rows (fixture, "smr_hip_flexor_roller str_hip_flexor_half_kneeling act_gluteus_maximus_bridge");

  /* Undoing what was done since keeps to the same routine. */
  pick (fixture, "plantar_fascia");
  act (fixture, "routine.undo");
  close_page (fixture);
  g_assert_cmpint (get_only_routine (fixture), ==, id);
  open_page (fixture, id);
  assert_rows (fixture, "smr_hip_flexor_roller str_hip_flexor_half_kneeling act_gluteus_maximus_bridge");
}

static void
test_nothing_picked_is_not_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = NULL;

  close_page (fixture);
  record = smr_store_load_record (smr_workspace_get_store (fixture->workspace), fixture->client, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (record->routines->len, ==, 0);
  open_page (fixture, 0);
}

static void
issue (Fixture *fixture, gint64 routine, SmrDate date)
{
  const SmrHandoutSummary handout = { .version = 1, .date = date, .plan_code = (char *) "K7QM-2F9D", .layout = (char *) "list",
                                      .language = (char *) "en", .paper = (char *) "a4", .pages = 1 };
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);
  g_autoptr (GError) error = NULL;

  smr_store_issue_routine (smr_workspace_get_store (fixture->workspace), routine, 1, &handout, pdf, &error);
  g_assert_no_error (error);
}

static void
test_issued_version (Fixture *fixture, gconstpointer data)
{
  gint64 routine;

  pick (fixture, "hip_flexors");
  close_page (fixture);
  routine = get_only_routine (fixture);
  open_page (fixture, routine);
  issue (fixture, routine, smr_workspace_get_today (fixture->workspace));
  smr_workspace_client_changed (fixture->workspace, fixture->client);
  smr_test_settle ();

  /* Read-only from now on, until there is a new version. */
  gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "int_sit_to_stand")), "plan-row.remove", NULL);
  assert_rows (fixture, HIP_FLEXOR_PLAN);
  g_assert_cmpint (smr_routine_page_get_routine (fixture->page)->status, ==, SMR_ROUTINE_ISSUED);
  act (fixture, "routine.new-version");
  g_assert_cmpint (smr_routine_page_get_routine (fixture->page)->status, ==, SMR_ROUTINE_DRAFT);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "int_sit_to_stand")), "plan-row.remove", NULL));
  close_page (fixture);
  g_assert_cmpint (get_only_routine (fixture), ==, routine);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) versions = smr_store_list_versions (smr_workspace_get_store (fixture->workspace), routine, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (versions->len, ==, 2);
    g_assert_cmpuint (((SmrRoutine *) g_ptr_array_index (versions, 0))->items->len, ==, 3);
    g_assert_cmpuint (((SmrRoutine *) g_ptr_array_index (versions, 1))->items->len, ==, 4);
  }
  open_page (fixture, routine);
}

static void
add_session (Fixture *fixture, gint64 routine, SmrDate date, int pain)
{
  g_autoptr (SmrSession) session = smr_session_new (date);
  g_autoptr (GError) error = NULL;

  session->routine = routine;
  session->version = 1;
  session->pain_after = pain;
  smr_store_add_session (smr_workspace_get_store (fixture->workspace), fixture->client, session, NULL, &error);
  g_assert_no_error (error);
}

/* @said: part of what it says; NULL: it is not there. */
static void
assert_progression (Fixture *fixture, const char *said)
{
  g_autoptr (GPtrArray) groups = smr_test_find_all (GTK_WIDGET (fixture->page), "SmrProgressionGroup");
  GtkWidget *group = g_ptr_array_index (groups, 0);
  g_autoptr (GPtrArray) rows = smr_test_find_all (group, "AdwActionRow");

  g_assert_cmpint (gtk_widget_get_visible (group), ==, said != NULL);
  if (said != NULL)
    g_assert_nonnull (strstr (adw_action_row_get_subtitle (g_ptr_array_index (rows, 0)), said));
}

/* Six sessions and two weeks without pain: a step more is offered, and taken in a version of its own. */
static void
test_next_step (Fixture *fixture, gconstpointer data)
{
  SmrDate today = smr_workspace_get_today (fixture->workspace);
  SmrDesigner *designer = smr_routine_page_get_designer (fixture->page);
  SmrDose dose;
  gint64 routine;

  pick (fixture, "gluteus_maximus");
  dose = smr_designer_get_item (designer, 0)->dose;
  dose.hold_seconds = 20;
  smr_designer_set_item_dose (designer, 0, &dose, FALSE);
  close_page (fixture);
  routine = get_only_routine (fixture);
  open_page (fixture, routine);
  assert_progression (fixture, NULL);

  issue (fixture, routine, smr_date_add_days (today, -25));
  for (int i = 0; i < 5; i++)
    add_session (fixture, routine, smr_date_add_days (today, -20 + 3 * i), 2);
  smr_workspace_client_changed (fixture->workspace, fixture->client);
  smr_test_settle ();
  assert_progression (fixture, "So far: 5.");
  act (fixture, "routine.take-progression");
  g_assert_cmpint (smr_routine_page_get_routine (fixture->page)->status, ==, SMR_ROUTINE_ISSUED);

  add_session (fixture, routine, smr_date_add_days (today, -1), 2);
  smr_workspace_client_changed (fixture->workspace, fixture->client);
  smr_test_settle ();
  assert_progression (fixture, "one step more is possible");
  act (fixture, "routine.take-progression");
  g_assert_cmpint (smr_routine_page_get_routine (fixture->page)->status, ==, SMR_ROUTINE_DRAFT);
  assert_progression (fixture, NULL);
  g_assert_cmpint (smr_designer_get_item (smr_routine_page_get_designer (fixture->page), 0)->dose.hold_seconds, ==, 30);
  g_assert_cmpstr (smr_designer_get_undo_label (smr_routine_page_get_designer (fixture->page)), ==, "next step");
}

static void
test_record_changes (Fixture *fixture, gconstpointer data)
{
  SmrStore *store = smr_workspace_get_store (fixture->workspace);
  const char * const kit[] = { "stick", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = smr_store_load_record (store, fixture->client, &error);

  g_assert_no_error (error);
  pick (fixture, "gastrocnemius");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "str_gastrocnemius_wall")), "plan-row.remove", NULL));
  g_assert_nonnull (find_row (fixture, "smr_calf_roller"));

  /* Another tool for the same muscle; what was removed stays away. */
  g_strfreev (record->client->kit);
  record->client->kit = g_strdupv ((char **) kit);
  smr_store_save_client (store, record->client, &error);
  g_assert_no_error (error);
  smr_workspace_client_changed (fixture->workspace, fixture->client);
  smr_test_settle ();
  g_assert_null (find_row (fixture, "smr_calf_roller"));
  g_assert_nonnull (find_row (fixture, "smr_calf_stick"));
  g_assert_null (find_row (fixture, "str_gastrocnemius_wall"));
}

static void
test_over_cap (Fixture *fixture, gconstpointer data)
{
  static const char * const muscles[] = { "plantar_fascia", "gastrocnemius", "adductors", "hip_flexors", "latissimus_dorsi" };

  for (guint i = 0; i < G_N_ELEMENTS (muscles); i++)
    pick (fixture, muscles[i]);
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "5 muscles in one session, at most 4 are allowed. Choose which to leave out."));
  g_assert_false (may_hand_out (fixture));
  act (fixture, "routine.undo");
  g_assert_true (may_hand_out (fixture));
  g_assert_false (smr_test_shows_text (GTK_WIDGET (fixture->page), "5 muscles in one session, at most 4 are allowed. Choose which to leave out."));
}

static gboolean
rolls (Fixture *fixture, const char *muscle)
{
  SmrRoutine *routine = smr_routine_page_get_routine (fixture->page);

  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);
      g_autoptr (GPtrArray) muscles = smr_item_get_muscles (item);

      if (item->phase == SMR_PHASE_INHIBIT && g_ptr_array_find (muscles, g_intern_string (muscle), NULL))
        return TRUE;
    }
  return FALSE;
}

static void
test_substitute (Fixture *fixture, gconstpointer data)
{
  pick (fixture, "it_band");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "Substitute"));
  g_assert_false (rolls (fixture, "tfl"));
  act (fixture, "routine.accept-substitutes");
  g_assert_true (rolls (fixture, "tfl"));
  act (fixture, "routine.undo");
  g_assert_false (rolls (fixture, "tfl"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pickers = smr_test_find_all (GTK_WIDGET (fixture->page), "SmrMusclePicker");
  g_autoptr (GPtrArray) entries = smr_test_find_all (g_ptr_array_index (pickers, 0), "GtkSearchEntry");
  GtkEditable *entry = g_ptr_array_index (entries, 0);

  gtk_editable_set_text (entry, "Gästroc");
  smr_test_settle ();
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (find_muscle (fixture, "gastrocnemius"))));
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (find_muscle (fixture, "hip_flexors"))));
  g_signal_emit_by_name (entry, "activate");
  smr_test_settle ();
  g_assert_cmpuint (smr_routine_page_get_routine (fixture->page)->overactive->len, ==, 1);

  gtk_editable_set_text (entry, "nosuchmuscle");
  smr_test_settle ();
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "No muscle found"));
}

static GtkWidget *
get_option (Fixture *fixture, const char *type_name)
{
  g_autoptr (GPtrArray) options = smr_test_find_all (GTK_WIDGET (fixture->page), "SmrRoutineOptions");
  g_autoptr (GPtrArray) rows = smr_test_find_all (g_ptr_array_index (options, 0), type_name);

  return g_ptr_array_index (rows, 0);
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  pick (fixture, "hip_flexors");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "about 9 min · rolling 2 of 10 min · 1 of 4 muscles"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (get_option (fixture, "AdwComboRow")), SMR_LEVEL_INTERMEDIATE);
  smr_test_settle ();
  gtk_test_accessible_assert_property (find_row (fixture, "smr_hip_flexor_roller"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Front of hip roll: Hold 30 s on each of 2 tender spots, each side");

  /* Minutes that are turned up one by one are undone together; the integrating movement goes first. */
  for (int minutes = 9; minutes <= 11; minutes++)
    adw_spin_row_set_value (ADW_SPIN_ROW (get_option (fixture, "AdwSpinRow")), minutes);
  smr_test_settle ();
  g_assert_null (find_row (fixture, "int_sit_to_stand"));
  act (fixture, "routine.undo");
  g_assert_cmpint (smr_routine_page_get_routine (fixture->page)->minutes, ==, 0);
  assert_rows (fixture, HIP_FLEXOR_PLAN);
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  GtkEditable *title = GTK_EDITABLE (get_option (fixture, "AdwEntryRow"));

  pick (fixture, "hip_flexors");
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Front of hip");
  pick (fixture, "gastrocnemius");
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Calf, Front of hip");

  /* One that was given does not follow the picks, until it is taken away. */
  gtk_editable_set_text (title, "Before running");
  pick (fixture, "gastrocnemius");
  g_assert_cmpstr (smr_routine_page_get_routine (fixture->page)->title, ==, "Before running");
  gtk_editable_set_text (title, "");
  close_page (fixture);
  open_page (fixture, get_only_routine (fixture));
  g_assert_cmpstr (smr_routine_page_get_routine (fixture->page)->title, ==, "Front of hip");
}

/* The entry with this accessible name: "Seconds of each hold, Front of hip roll" */
static GtkEntry *
find_figure (Fixture *fixture, const char *exercise, const char *tooltip)
{
  g_autoptr (GPtrArray) entries = smr_test_find_all (GTK_WIDGET (find_row (fixture, exercise)), "GtkEntry");

  for (guint i = 0; i < entries->len; i++)
    {
      if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (entries, i)), tooltip) == 0)
        return g_ptr_array_index (entries, i);
    }
  g_assert_not_reached ();
}

static void
type_figure (GtkEntry *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  smr_test_settle ();
}

static const SmrDose *
get_dose (Fixture *fixture, guint index)
{
  return &((SmrItem *) g_ptr_array_index (smr_routine_page_get_routine (fixture->page)->items, index))->dose;
}

static void
test_dose_in_place (Fixture *fixture, gconstpointer data)
{
  static const char * const absurd[] = { "0", "10000", "-5", "lots", "" };
  GtkEntry *hold;

  pick (fixture, "hip_flexors");
  hold = find_figure (fixture, "smr_hip_flexor_roller", "Seconds of each hold");
  gtk_test_accessible_assert_property (hold, GTK_ACCESSIBLE_PROPERTY_LABEL, "Seconds of each hold, Front of hip roll");

  /* What cannot be is left in its field, says why, and changes nothing. */
  for (guint i = 0; i < G_N_ELEMENTS (absurd); i++)
    {
      type_figure (hold, absurd[i]);
      g_assert_cmpint (get_dose (fixture, 0)->hold_seconds, ==, 30);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (hold)), ==, absurd[i]);
      gtk_test_accessible_assert_state (hold, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
    }
  type_figure (hold, "45");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "At most 30 s: the most for a beginner."));

  type_figure (hold, "20");
  g_assert_cmpint (get_dose (fixture, 0)->hold_seconds, ==, 20);
  g_assert_false (smr_test_shows_text (GTK_WIDGET (fixture->page), "At most 30 s: the most for a beginner."));

  /* It stays when another muscle is picked. */
  pick (fixture, "plantar_fascia");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_figure (fixture, "smr_hip_flexor_roller", "Seconds of each hold"))), ==, "20");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "smr_hip_flexor_roller")), "plan-row.usual-dose", NULL));
  smr_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (hold)), ==, "30");
  act (fixture, "routine.undo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (hold)), ==, "20");
}

/* A field that is left while its row goes away must not change another item. */
static void
test_dose_left_behind (Fixture *fixture, gconstpointer data)
{
  SmrDesigner *designer = smr_routine_page_get_designer (fixture->page);
  GtkEntry *hold;

  pick (fixture, "hip_flexors");
  hold = find_figure (fixture, "smr_hip_flexor_roller", "Seconds of each hold");
  gtk_widget_grab_focus (GTK_WIDGET (hold));
  gtk_editable_set_text (GTK_EDITABLE (hold), "20");
  smr_designer_remove_item (designer, 0);
  smr_test_settle ();
  g_assert_cmpint (get_dose (fixture, 0)->hold_seconds, ==, 30);
}

/* The popover that an action of the page brought up. */
static GtkWidget *
find_popover (Fixture *fixture)
{
  g_autoptr (GPtrArray) popovers = smr_test_find_all (GTK_WIDGET (fixture->page), "SmrExercisePopover");

  g_assert_cmpuint (popovers->len, ==, 1);
  return g_ptr_array_index (popovers, 0);
}

static GtkWidget *
find_choice (GtkWidget *popover, const char *title)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (popover, "AdwActionRow");

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
        return g_ptr_array_index (rows, i);
    }
  g_assert_not_reached ();
}

static void
test_other_exercise (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  pick (fixture, "gastrocnemius");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "str_gastrocnemius_wall")), "plan-row.swap", NULL));
  smr_test_settle ();
  row = find_choice (find_popover (fixture), "Sitting calf stretch with strap");
  g_assert_true (smr_test_shows_text (row, "Easier"));
  g_assert_true (gtk_widget_activate (row));
  smr_test_settle ();
  g_assert_nonnull (find_row (fixture, "str_gastrocnemius_strap"));
  g_assert_null (find_row (fixture, "str_gastrocnemius_wall"));
  act (fixture, "routine.undo");
  g_assert_nonnull (find_row (fixture, "str_gastrocnemius_wall"));
}

static void
test_add_exercise (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover, *refused, *permitted;
  guint before;

  pick (fixture, "gastrocnemius");
  before = smr_routine_page_get_routine (fixture->page)->items->len;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "routine.add-exercise", "u", SMR_PHASE_LENGTHEN));
  smr_test_settle ();
  popover = find_popover (fixture);
  refused = find_choice (popover, "Straight-knee calf stretch at the wall");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (refused)));
  g_assert_true (smr_test_shows_text (refused, "it is in the plan already."));
  gtk_widget_activate (refused);
  g_assert_cmpuint (smr_routine_page_get_routine (fixture->page)->items->len, ==, before);

  permitted = find_choice (popover, "Half-kneeling front of hip stretch");
  g_signal_emit_by_name (gtk_widget_get_parent (permitted), "row-activated", permitted);
  smr_test_settle ();
  g_assert_nonnull (find_row (fixture, "str_hip_flexor_half_kneeling"));

  /* It stays when the plan is made anew. */
  pick (fixture, "latissimus_dorsi");
  g_assert_nonnull (find_row (fixture, "str_hip_flexor_half_kneeling"));
}

static void
test_fill_trio (Fixture *fixture, gconstpointer data)
{
  pick (fixture, "hip_flexors");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "Every overactive muscle is rolled, stretched and answered"));
  gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "str_hip_flexor_half_kneeling")), "plan-row.remove", NULL);
  gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "smr_hip_flexor_roller")), "plan-row.remove", NULL);
  smr_test_settle ();
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "4 missing"));

  /* One part of one side; what serves both sides fills both. Then all the rest with one key. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "routine.fill-trio", "(uu)", 0, SMR_PHASE_INHIBIT));
  smr_test_settle ();
  g_assert_nonnull (find_row (fixture, "smr_hip_flexor_roller"));
  g_assert_null (find_row (fixture, "str_hip_flexor_half_kneeling"));
  act (fixture, "routine.fill-trios");
  assert_rows (fixture, HIP_FLEXOR_PLAN);
  act (fixture, "routine.undo");
  g_assert_null (find_row (fixture, "str_hip_flexor_half_kneeling"));
}

static GtkEditable *
enter_line (Fixture *fixture, const char *line)
{
  g_autoptr (GPtrArray) pickers = smr_test_find_all (GTK_WIDGET (fixture->page), "SmrMusclePicker");
  g_autoptr (GPtrArray) entries = smr_test_find_all (g_ptr_array_index (pickers, 0), "GtkSearchEntry");

  gtk_editable_set_text (g_ptr_array_index (entries, 0), line);
  smr_test_settle ();
  g_signal_emit_by_name (g_ptr_array_index (entries, 0), "activate");
  smr_test_settle ();
  return g_ptr_array_index (entries, 0);
}

static void
test_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *many = g_strnfill (199, ',');
  g_auto (GStrv) parts = g_strsplit (many, ",", -1);
  g_autoptr (GString) two_hundred = g_string_new (NULL);
  SmrRoutine *routine;
  GtkEditable *entry;

  /* What is not understood is named, stays, and nothing is picked. */
  entry = enter_line (fixture, "calves l, elbow grease");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "No muscle is called “elbow grease”"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "calves l, elbow grease");
  assert_rows (fixture, "");
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append (two_hundred, "calves,");
  enter_line (fixture, two_hundred->str);
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "200 muscles in one line, at most 12 can be read"));

  enter_line (fixture, "calves l 2x20s, lats, glute med under");
  g_assert_false (smr_test_shows_text (GTK_WIDGET (fixture->page), "200 muscles in one line, at most 12 can be read"));
  routine = smr_routine_page_get_routine (fixture->page);
  g_assert_cmpuint (routine->overactive->len, ==, 2);
  g_assert_cmpint (g_array_index (routine->overactive, SmrPick, 0).side, ==, SMR_SIDE_LEFT);
  g_assert_cmpuint (routine->underactive->len, ==, 1);
  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      if (g_str_equal (item->exercise, "str_gastrocnemius_wall"))
        g_assert_cmpint (item->dose.reps * 100 + item->dose.hold_seconds, ==, 220);
    }
  act (fixture, "routine.undo");
  assert_rows (fixture, "");

  /* A dose over a cap is not taken, and says so; the pick is. */
  enter_line (fixture, "calves l 2x90s");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "Calf: At most 60 s: the most for anybody in one session."));
  g_assert_cmpuint (smr_routine_page_get_routine (fixture->page)->overactive->len, ==, 1);
}

static void
test_undo_is_named (Fixture *fixture, gconstpointer data)
{
  pick (fixture, "hip_flexors");
  g_assert_cmpstr (smr_designer_get_undo_label (smr_routine_page_get_designer (fixture->page)), ==, "pick of Front of hip");
  gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "int_sit_to_stand")), "plan-row.remove", NULL);
  smr_test_settle ();
  {
    g_autoptr (GPtrArray) buttons = smr_test_find_all (GTK_WIDGET (fixture->page), "GtkButton");
    const char *tooltip = NULL;

    for (guint i = 0; i < buttons->len && tooltip == NULL; i++)
      {
        if (g_strcmp0 (gtk_actionable_get_action_name (g_ptr_array_index (buttons, i)), "routine.undo") == 0)
          tooltip = gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i));
      }
    g_assert_cmpstr (tooltip, ==, "Undo removal of Sit to stand");
  }
}

static void
test_without_form (Fixture *fixture, gconstpointer data)
{
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "Nothing can be planned before a signed form"));
  g_assert_false (may_hand_out (fixture));
}

#define ADD(path, data, function) g_test_add ("/routine-page/" path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  smr_test_init_display (&argc, &argv);

  ADD ("the-plan-follows-the-picks", NULL, test_plan_follows_picks);
  ADD ("one-side-is-planned-alone", NULL, test_one_side);
  ADD ("removing-can-be-undone", NULL, test_remove_and_undo);
  ADD ("items-move-inside-their-phase", NULL, test_move);
  ADD ("a-draft-is-kept-when-left", NULL, test_saved_and_opened_again);
  ADD ("nothing-picked-is-not-kept", NULL, test_nothing_picked_is_not_kept);
  ADD ("what-was-handed-out-stays", NULL, test_issued_version);
  ADD ("next-step-is-offered", NULL, test_next_step);
  ADD ("a-draft-follows-the-record", NULL, test_record_changes);
  ADD ("over-the-cap-is-not-handed-out", NULL, test_over_cap);
  ADD ("substitutes-are-asked-for", NULL, test_substitute);
  ADD ("search-finds-any-name", NULL, test_search);
  ADD ("options-plan-anew", NULL, test_options);
  ADD ("a-title-follows-until-it-is-given", NULL, test_title);
  ADD ("a-dose-is-changed-where-it-stands", NULL, test_dose_in_place);
  ADD ("a-dose-left-behind-changes-nothing-else", NULL, test_dose_left_behind);
  ADD ("another-exercise-takes-its-place", NULL, test_other_exercise);
  ADD ("any-permitted-exercise-is-added", NULL, test_add_exercise);
  ADD ("what-is-missing-is-filled-in", NULL, test_fill_trio);
  ADD ("a-line-picks-several-muscles", NULL, test_line);
  ADD ("undo-names-what-it-undoes", NULL, test_undo_is_named);
  ADD ("map-and-list-agree", NULL, test_map_and_list_agree);
  ADD ("without-a-form-nothing-is-planned", "no form", test_without_form);

  return g_test_run ();
}
