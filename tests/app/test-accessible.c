/* Whoever does not see the screen hears names: every control of every page and dialog has one, and it is the one that
 * was given to it. */

#include <adwaita.h>

#include "smr-assessment-dialog.h"
#include "smr-catalogue-reader.h"
#include "smr-check-dialog.h"
#include "smr-clearance-dialog.h"
#include "smr-clock.h"
#include "smr-reading-dialog.h"
#include "smr-sample.h"
#include "smr-incident-dialog.h"
#include "smr-session-dialog.h"
#include "smr-sign-dialog.h"
#include "smr-test-window.h"
#include "smr-window.h"

typedef struct
{
  SmrWorkspace *workspace;
  SmrWindow    *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrStore) store = smr_sample_open (catalogue, smr_clock_today (), &error);

  g_assert_no_error (error);
  fixture->workspace = smr_workspace_new (catalogue, store, &error);
  g_assert_no_error (error);
  fixture->window = smr_window_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
  smr_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  smr_test_settle ();
  g_assert_finalize_object (fixture->workspace);
}

/* --- names ------------------------------------------------------------------------------------------------ */

/* Toggle groups, spin buttons and expander rows name their parts themselves. */
static gboolean
is_inner_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return ADW_IS_TOGGLE_GROUP (parent) || GTK_IS_SPIN_BUTTON (parent) || ADW_IS_EXPANDER_ROW (widget);
}

static gboolean
is_control (GtkWidget *widget)
{
  if (!gtk_widget_get_focusable (widget) || !gtk_widget_get_mapped (widget) || is_inner_part (widget))
    return FALSE;
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_EDITABLE (widget) ||
         GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_RANGE (widget);
}

/* In the order in which GTK looks for a name. */
static gboolean
has_own_name (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
         gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         (tooltip != NULL && *tooltip != '\0');
}

/* The inner part of an entry or of a menu button speaks for the whole. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (has_own_name (widget))
    return TRUE;
  if (GTK_IS_BUTTON (widget) && GTK_IS_MENU_BUTTON (parent))
    return has_own_name (parent);
  if (GTK_IS_TEXT (widget))
    {
      while (parent != NULL && !GTK_IS_EDITABLE (parent))
        parent = gtk_widget_get_parent (parent);
      if (ADW_IS_ENTRY_ROW (parent))
        return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (parent)) != '\0';
      return parent != NULL && has_own_name (parent);
    }
  return FALSE;
}

/* A label beside it wins over a name, which then is never heard. */
static gboolean
is_name_heard (GtkWidget *widget)
{
  return !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
check (GtkWidget *widget, const char *path, GPtrArray *nameless)
{
  g_autofree char *here = g_strdup_printf ("%s/%s", path, G_OBJECT_TYPE_NAME (widget));

  /* Menus name their items themselves. */
  if (GTK_IS_POPOVER (widget))
    return;
  if (is_control (widget) && !has_name (widget))
    g_ptr_array_add (nameless, g_strdup (here));
  else if (is_control (widget) && !is_name_heard (widget))
    g_ptr_array_add (nameless, g_strdup_printf ("%s (name not heard)", here));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check (child, here, nameless);
}

static void
open_expanders (GtkWidget *widget)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (widget, "AdwExpanderRow");

  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_set_expanded (rows->pdata[i], TRUE);
  smr_test_settle ();
}

static void
assert_all_named (gpointer widget)
{
  g_autoptr (GPtrArray) nameless = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  open_expanders (widget);
  check (widget, "", nameless);
  g_ptr_array_add (nameless, NULL);
  text = g_strjoinv ("\n", (char **) nameless->pdata);
  g_assert_cmpstr (text, ==, "");
}

/* --- pages ------------------------------------------------------------------------------------------------ */

static gint64
find_client (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 client = smr_store_find_client (smr_workspace_get_store (fixture->workspace), name, &error);

  g_assert_no_error (error);
  return client;
}

static SmrRecord *
load_record (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  SmrRecord *record = smr_store_load_record (smr_workspace_get_store (fixture->workspace), find_client (fixture, name), &error);

  g_assert_no_error (error);
  return record;
}

static void
activate (gpointer widget, const char *action, GVariant *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (widget, action, parameter));
  smr_test_settle ();
}

static AdwNavigationPage *
get_page (Fixture *fixture)
{
  GObject *navigation = gtk_widget_get_template_child (GTK_WIDGET (fixture->window), SMR_TYPE_WINDOW, "navigation");

  return adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation));
}

static void
test_welcome (void)
{
  SmrWindow *window = smr_window_new (NULL, NULL);

  gtk_window_present (GTK_WINDOW (window));
  assert_all_named (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_clients (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) clients = NULL;

  assert_all_named (fixture->window);
  for (guint i = 0; i < 3; i++)
    {
      static const char * const names[] = { "Peter Novák", "Maya Brandt", "Leila Haddad" };

      activate (fixture->window, "win.show-client", g_variant_new_int64 (find_client (fixture, names[i])));
      assert_all_named (fixture->window);
    }
  activate (fixture->window, "win.show-attention", NULL);
  assert_all_named (fixture->window);
}

/* A status is a word beside the row's title, and is heard with it. */
static void
test_client_status (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  activate (fixture->window, "win.show-client", g_variant_new_int64 (find_client (fixture, "Peter Novák")));
  rows = smr_test_find_all (GTK_WIDGET (fixture->window), "AdwActionRow");
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);

      if (!smr_test_shows_text (row, "Blocked"))
        continue;
      gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, smr_test_find_label (row, "Blocked"), NULL);
      return;
    }
  g_assert_not_reached ();
}

static void
answer_yes (GtkWidget *widget)
{
  g_autoptr (GPtrArray) rows = smr_test_find_all (widget, "SmrAnswerRow");

  g_assert_cmpuint (rows->len, >, 20);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      GObject *group = gtk_widget_get_template_child (row, G_OBJECT_TYPE (row), "reply_group");

      adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (group), "yes");
    }
}

static void
test_intake (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrClient) client = smr_client_new ("Form Test");
  gint64 id = smr_store_save_client (smr_workspace_get_store (fixture->workspace), client, NULL);

  activate (fixture->window, "win.open-intake", g_variant_new_int64 (id));
  answer_yes (GTK_WIDGET (get_page (fixture)));
  smr_test_settle ();
  assert_all_named (fixture->window);
}

static void
test_routine_and_handout (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) record = load_record (fixture, "Maya Brandt");
  const SmrRoutine *routine = g_ptr_array_index (record->routines, 0);
  GVariant *target = g_variant_new ("(xx)", record->client->id, routine->id);

  activate (fixture->window, "win.open-routine", g_variant_ref_sink (target));
  assert_all_named (fixture->window);
  activate (fixture->window, "win.open-handout", target);
  assert_all_named (fixture->window);
  g_variant_unref (target);
}

static void
test_papers (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Leila Haddad");

  activate (fixture->window, "win.print-blank-form", NULL);
  assert_all_named (fixture->window);
  activate (fixture->window, "win.open-letter", g_variant_new ("(xx)", client, (gint64) 0));
  assert_all_named (fixture->window);
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Maya Brandt");
  AdwDialog *dialog;

  activate (fixture->window, "win.open-progress", g_variant_new_int64 (client));
  assert_all_named (fixture->window);
  activate (get_page (fixture), "progress.enter-diary", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  assert_all_named (dialog);
  adw_dialog_force_close (dialog);
  smr_test_settle ();
  activate (fixture->window, "win.print-progress", g_variant_new_int64 (client));
  assert_all_named (fixture->window);
}

static void
test_routine_dialogs (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *parameter;     /* nullable */
  } dialogs[] = { { "routine.note", "uint32 0" }, { "routine.compare-versions", NULL }, { "routine.copy-to", NULL } };
  static const char * const popovers[] = { "routine.swap-exercise", "routine.add-exercise" };
  g_autoptr (SmrRecord) record = load_record (fixture, "Maya Brandt");
  const SmrRoutine *routine = g_ptr_array_index (record->routines, 0);

  activate (fixture->window, "win.open-routine", g_variant_new ("(xx)", record->client->id, routine->id));
  if (routine->status == SMR_ROUTINE_ISSUED)
    activate (get_page (fixture), "routine.new-version", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      AdwDialog *dialog;

      activate (get_page (fixture), dialogs[i].action, dialogs[i].parameter != NULL ? g_variant_new_parsed (dialogs[i].parameter) : NULL);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
      g_assert_nonnull (dialog);
      assert_all_named (dialog);
      adw_dialog_force_close (dialog);
      smr_test_settle ();
    }
  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    {
      activate (get_page (fixture), popovers[i], g_variant_new_uint32 (0));
      assert_all_named (fixture->window);
    }
}

static void
check_dialog (Fixture *fixture, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  smr_test_settle ();
  assert_all_named (dialog);
  adw_dialog_force_close (dialog);
  smr_test_settle ();
}

static void
test_record_dialogs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) record = load_record (fixture, "Leila Haddad");

  check_dialog (fixture, smr_assessment_dialog_new (fixture->workspace, record));
  check_dialog (fixture, smr_check_dialog_new (fixture->workspace, record));
  check_dialog (fixture, smr_clearance_dialog_new (fixture->workspace, record));
  check_dialog (fixture, smr_reading_dialog_new (fixture->workspace, record));
  check_dialog (fixture, smr_session_dialog_new (fixture->workspace, record));
  check_dialog (fixture, smr_incident_dialog_new (fixture->workspace, record));
  check_dialog (fixture, ADW_DIALOG (smr_sign_dialog_new (fixture->workspace, record->client, NULL)));
}

static void
test_window_dialogs (Fixture *fixture, gconstpointer data)
{
  static const char * const actions[] = { "win.new-client", "win.preferences" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      AdwDialog *dialog;

      activate (fixture->window, actions[i], NULL);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
      assert_all_named (dialog);
      adw_dialog_force_close (dialog);
      smr_test_settle ();
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("smr-coach-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  smr_test_init_display (&argc, &argv);

  g_test_add_func ("/app/accessible/welcome", test_welcome);
  ADD ("/app/accessible/clients", test_clients);
  ADD ("/app/accessible/client-status", test_client_status);
  ADD ("/app/accessible/intake", test_intake);
  ADD ("/app/accessible/routine-and-handout", test_routine_and_handout);
  ADD ("/app/accessible/papers", test_papers);
  ADD ("/app/accessible/progress-and-diary", test_progress);
  ADD ("/app/accessible/routine-dialogs", test_routine_dialogs);
  ADD ("/app/accessible/record-dialogs", test_record_dialogs);
  ADD ("/app/accessible/window-dialogs", test_window_dialogs);

  return g_test_run ();
}
