#include <string.h>

#include "smr-designer-edits.h"
#include "smr-designer-line.h"
#include "smr-routine-file.h"
#include "smr-routine-page.h"
#include "smr-test-records.h"
#include "smr-test-window.h"

/* Templates: kept from one client's routine, taken for another's. */

typedef struct
{
  SmrWorkspace   *workspace;
  gint64          client;
  SmrRoutinePage *page;
  GtkWindow      *window;
} Fixture;

static void
open_page (Fixture *fixture, gint64 client)
{
  g_autoptr (GError) error = NULL;

  fixture->page = smr_routine_page_new (fixture->workspace, client, 0, &error);
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
  fixture->client = smr_test_add_client (fixture->workspace, "Ana", TRUE);
  open_page (fixture, fixture->client);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_page (fixture);
  g_assert_finalize_object (fixture->workspace);
}

static SmrStore *
get_store (Fixture *fixture)
{
  return smr_workspace_get_store (fixture->workspace);
}

static SmrDesigner *
get_designer (Fixture *fixture)
{
  return smr_routine_page_get_designer (fixture->page);
}

static SmrRoutine *
get_routine (Fixture *fixture)
{
  return smr_routine_page_get_routine (fixture->page);
}

static void
pick_line (Fixture *fixture, const char *line)
{
  g_autofree char *said = NULL;

  g_assert_true (smr_designer_pick_line (get_designer (fixture), line, SMR_ROLE_OVERACTIVE, &said));
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  smr_test_settle ();
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static SmrTemplate *
get_only_template (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = smr_store_list_templates (get_store (fixture), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (templates->len, ==, 1);
  return g_ptr_array_steal_index (templates, 0);
}

static void
save_as (Fixture *fixture, const char *name)
{
  AdwAlertDialog *dialog;

  act (fixture, "routine.save-template");
  dialog = ADW_ALERT_DIALOG (get_dialog (fixture));
  gtk_editable_set_text (GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog)), name);
  if (adw_alert_dialog_get_response_enabled (dialog, "save"))
    {
      g_signal_emit_by_name (dialog, "response::save", "save");
    }
  adw_dialog_force_close (ADW_DIALOG (dialog));
  smr_test_settle ();
}

static AdwActionRow *
find_row (Fixture *fixture, const char *title)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (GTK_WIDGET (get_dialog (fixture)), "AdwActionRow");

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
        return g_ptr_array_index (rows, i);
    }
  return NULL;
}

static void
choose (Fixture *fixture, const char *title)
{
  AdwActionRow *row;

  act (fixture, "routine.begin-with-template");
  row = find_row (fixture, title);
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  smr_test_settle ();
}

/* --- keeping and taking ----------------------------------------------------------------------------------- */

static void
test_for_another_client (Fixture *fixture, gconstpointer data)
{
  gint64 other = smr_test_add_client (fixture->workspace, "Ben", TRUE);
  g_autofree char *original = NULL;
  g_autofree char *taken = NULL;

  pick_line (fixture, "hip flexors, calves");
  smr_designer_set_item_note (get_designer (fixture), 0, "Slowly");
  smr_designer_remove_item (get_designer (fixture), get_routine (fixture)->items->len - 1);
  save_as (fixture, "Legs");
  original = smr_test_describe_routine (get_routine (fixture));
  close_page (fixture);

  open_page (fixture, other);
  choose (fixture, "Legs");
  taken = smr_test_describe_routine (get_routine (fixture));
  g_assert_cmpstr (((SmrItem *) g_ptr_array_index (get_routine (fixture)->items, 0))->note, ==, "Slowly");
  g_assert_cmpstr (strstr (taken, "item"), ==, strstr (original, "item"));
  g_assert_cmpstr (get_routine (fixture)->title, ==, "Legs");
  g_assert_null (get_dialog (fixture));

  /* One step, which can be undone. */
  g_assert_cmpstr (smr_designer_get_undo_label (get_designer (fixture)), ==, "beginning with “Legs”");
  act (fixture, "routine.undo");
  g_assert_cmpuint (get_routine (fixture)->items->len, ==, 0);
}

/* What the other client must not do is not in it, and that is listed. */
static void
test_screened_again (Fixture *fixture, gconstpointer data)
{
  gint64 other = smr_test_add_client (fixture->workspace, "Ben", TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = smr_store_load_record (get_store (fixture), other, &error);
  g_autoptr (SmrIntake) form = smr_intake_copy (g_ptr_array_index (record->intakes, 0));
  GPtrArray *findings;

  pick_line (fixture, "hip flexors, calves");
  save_as (fixture, "Legs");
  close_page (fixture);

  smr_intake_take_answer (form, smr_answer_new ("heart_failure", SMR_REPLY_YES));
  smr_store_add_intake (get_store (fixture), other, form, &error);
  g_assert_no_error (error);
  open_page (fixture, other);
  choose (fixture, "Legs");
  g_assert_cmpuint (get_routine (fixture)->items->len, ==, 0);
  g_assert_nonnull (get_dialog (fixture));
  findings = smr_designer_get_findings (get_designer (fixture));
  g_assert_cmpuint (findings->len, >, 0);
  adw_dialog_force_close (get_dialog (fixture));
  smr_test_settle ();
}

/* A later catalogue may have lost an exercise: the rest is taken, and what is missing is said. */
static void
test_missing_exercise (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrTemplate) template = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = NULL;
  g_auto (GStrv) missing = NULL;
  g_autoptr (SmrRoutine) planned = NULL;
  g_autoptr (SmrRoutine) routine = NULL;
  const char *exercise;
  guint n_items;

  pick_line (fixture, "hip flexors, calves");
  save_as (fixture, "Legs");
  n_items = get_routine (fixture)->items->len;
  exercise = smr_designer_get_item (get_designer (fixture), 0)->exercise;
  template = get_only_template (fixture);
  text = g_string_new (template->routine);
  g_assert_cmpuint (g_string_replace (text, exercise, "smr_moon", 0), ==, 2);
  g_set_str (&template->routine, text->str);
  g_assert_cmpint (smr_store_save_template (get_store (fixture), template, &error), ==, template->id);
  g_assert_no_error (error);

  routine = smr_routine_file_parse (smr_workspace_get_catalogue (fixture->workspace), template->routine, &planned, &missing, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (routine->items->len, ==, n_items - 1);
  g_assert_cmpuint (g_strv_length (missing), ==, 1);
  g_assert_cmpstr (missing[0], ==, "smr_moon");

  choose (fixture, "Legs");
  g_assert_true (smr_test_shows_text (GTK_WIDGET (fixture->page), "No longer in the catalogue, and left out: smr_moon"));
  g_assert_cmpuint (get_routine (fixture)->items->len, >=, n_items - 1);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  static const char * const broken[] = { "[]", "{}", "{\"routine\": 3, \"planned\": {}}", "not JSON" };
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (fixture->workspace);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (SmrRoutine) planned = NULL;
      g_auto (GStrv) missing = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (smr_routine_file_parse (catalogue, broken[i], &planned, &missing, &error));
      g_assert_nonnull (error);
    }
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = NULL;

  pick_line (fixture, "calves");
  save_as (fixture, "   ");
  save_as (fixture, long_name);
  templates = smr_store_list_templates (get_store (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (templates->len, ==, 0);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GError) error = NULL;
  AdwActionRow *row;

  pick_line (fixture, "calves");
  save_as (fixture, "Legs");
  act (fixture, "routine.begin-with-template");
  row = find_row (fixture, "Legs");
  buttons = smr_test_find_all (GTK_WIDGET (row), "GtkButton");
  g_signal_emit_by_name (g_ptr_array_index (buttons, 0), "clicked");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row)));
  templates = smr_store_list_templates (get_store (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (templates->len, ==, 0);
  adw_dialog_force_close (get_dialog (fixture));
  smr_test_settle ();
}

/* Each starting point gives an adult without complaints a plan that may be handed out. */
static void
test_starting_points (Fixture *fixture, gconstpointer data)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (fixture->workspace);
  GPtrArray *points = smr_catalogue_get_starting_points (catalogue);

  for (guint i = 0; i < points->len; i++)
    {
      const SmrStartingPoint *point = g_ptr_array_index (points, i);

      g_test_message ("%s", point->id);
      choose (fixture, smr_text_get (point->name, "en"));
      g_assert_cmpuint (get_routine (fixture)->items->len, >, 4);
      g_assert_cmpuint (smr_designer_get_findings (get_designer (fixture))->len, ==, 0);
      for (guint j = 0; point->underactive[j] != NULL; j++)
        {
          gboolean found = FALSE;

          for (guint k = 0; k < get_routine (fixture)->underactive->len; k++)
            found |= g_str_equal (g_array_index (get_routine (fixture)->underactive, SmrPick, k).muscle, point->underactive[j]);
          g_assert_true (found);
        }
    }
  g_assert_cmpuint (points->len, ==, 4);
}

int
main (int argc, char *argv[])
{
  smr_test_init_display (&argc, &argv);
#define ADD(name, func) g_test_add ("/templates/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("for-another-client", test_for_another_client);
  ADD ("are-screened-again", test_screened_again);
  ADD ("name-what-is-missing", test_missing_exercise);
  ADD ("that-are-broken-are-refused", test_broken);
  ADD ("have-a-name-that-fits", test_names);
  ADD ("can-be-removed", test_remove);
  ADD ("starting-points-can-be-handed-out", test_starting_points);
  return g_test_run ();
}
