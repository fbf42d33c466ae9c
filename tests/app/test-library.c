/* The library of exercises: found, filtered, looked at. */

#include "smr-library-page.h"

#include "smr-library-item.h"
#include "smr-test-window.h"

typedef struct
{
  SmrWorkspace *workspace;
  GtkWindow    *window;
  GtkWidget    *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = smr_test_workspace_new ();
  fixture->page = GTK_WIDGET (smr_library_page_new (fixture->workspace));
  fixture->window = smr_test_present_page (ADW_NAVIGATION_PAGE (fixture->page));
  smr_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->window);
  smr_test_settle ();
  g_assert_finalize_object (fixture->workspace);
}

static GtkWidget *
find (Fixture *fixture, const char *type)
{
  g_autoptr (GPtrArray) found = smr_test_find_all (fixture->page, type);

  g_assert_cmpuint (found->len, >, 0);
  return g_ptr_array_index (found, 0);
}

static GListModel *
get_list (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find (fixture, "GtkListView"))));
}

static void
type_in_search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, "GtkSearchEntry")), text);
  smr_test_settle ();
}

static const SmrExercise *
get_exercise (Fixture *fixture, guint position)
{
  g_autoptr (SmrLibraryItem) item = g_list_model_get_item (get_list (fixture), position);

  g_assert_nonnull (item);
  return smr_library_item_get_exercise (item);
}

static gboolean
lists (Fixture *fixture, const char *id)
{
  GListModel *list = get_list (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      if (g_str_equal (get_exercise (fixture, i)->id, id))
        return TRUE;
    }
  return FALSE;
}

/* The row of the filter with that title, chosen by the words of a choice. */
static void
choose (Fixture *fixture, const char *title, const char *choice)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (fixture->page, "AdwComboRow");

  for (guint i = 0; i < rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (rows, i);
      GtkStringList *choices = GTK_STRING_LIST (adw_combo_row_get_model (row));

      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        {
          adw_combo_row_set_selected (row, gtk_string_list_find (choices, choice));
          smr_test_settle ();
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (fixture->workspace);

  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, smr_catalogue_get_exercises (catalogue)->len);
  /* In sections, in the order of a session. */
  for (guint i = 1; i < g_list_model_get_n_items (get_list (fixture)); i++)
    g_assert_cmpint (get_exercise (fixture, i - 1)->phase, <=, get_exercise (fixture, i)->phase);
  g_assert_true (smr_test_shows_text (fixture->page, "Roll"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  type_in_search (fixture, "gastroc");
  g_assert_true (lists (fixture, "smr_calf_roller"));
  g_assert_false (lists (fixture, "smr_plantar_fascia_ball"));

  /* One wrong letter is forgiven. */
  type_in_search (fixture, "gastrox");
  g_assert_true (lists (fixture, "smr_calf_roller"));

  type_in_search (fixture, "calf stick");
  g_assert_true (lists (fixture, "smr_calf_stick"));
  g_assert_false (lists (fixture, "smr_calf_roller"));

  type_in_search (fixture, "zzzz");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 0);
  g_assert_true (smr_test_shows_text (fixture->page, "No exercise found"));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  guint n_shown;

  choose (fixture, "Phase", "Roll");
  choose (fixture, "Tool", "Roller");
  choose (fixture, "Position", "Sitting");
  choose (fixture, "Difficulty", "Easy");
  g_assert_true (smr_test_shows_text (fixture->page, "Filter (4)"));
  n_shown = g_list_model_get_n_items (get_list (fixture));
  g_assert_cmpuint (n_shown, >, 0);
  for (guint i = 0; i < n_shown; i++)
    {
      const SmrExercise *exercise = get_exercise (fixture, i);

      g_assert_cmpint (exercise->phase, ==, SMR_PHASE_INHIBIT);
      g_assert_cmpint (exercise->position, ==, SMR_POSITION_SEATED);
      g_assert_cmpint (exercise->difficulty, ==, 1);
    }
  g_assert_true (lists (fixture, "smr_calf_roller"));
  g_assert_false (lists (fixture, "smr_calf_stick"));

  gtk_widget_activate_action (fixture->page, "page.show-all", NULL);
  smr_test_settle ();
  g_assert_true (lists (fixture, "smr_calf_stick"));
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  type_in_search (fixture, "calf roll");
  g_signal_emit_by_name (find (fixture, "GtkListView"), "activate", 0);
  smr_test_settle ();
  g_assert_true (smr_test_shows_text (fixture->page, "Left out with"));
  g_assert_true (smr_test_shows_text (fixture->page, "Wrist pain"));

  /* The easier form leads on. */
  gtk_widget_activate_action (fixture->page, "page.show-exercise", "s", "smr_calf_stick");
  smr_test_settle ();
  g_assert_true (smr_test_shows_text (find (fixture, "SmrLibraryDetails"), "Calf roll with massage stick"));
}

int
main (int argc, char *argv[])
{
  smr_test_init_display (&argc, &argv);

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/library/every exercise is listed by phase", test_all);
  add ("/library/search knows synonyms and forgives a letter", test_search);
  add ("/library/filters narrow the list", test_filters);
  add ("/library/an exercise is shown in full", test_details);
#undef add
  return g_test_run ();
}
