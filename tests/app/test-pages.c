/* Each page and dialog of the window, made and driven once, on a practice of its own. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "smr-attention-model.h"
#include "smr-attention-page.h"
#include "smr-attention.h"
#include "smr-catalogue-reader.h"
#include "smr-check-dialog.h"
#include "smr-clearance-dialog.h"
#include "smr-client-dialog.h"
#include "smr-clock.h"
#include "smr-handout-page.h"
#include "smr-intake-page.h"
#include "smr-preferences-dialog.h"
#include "smr-reading-dialog.h"
#include "smr-sample.h"
#include "smr-incident-dialog.h"
#include "smr-incident-fields.h"
#include "smr-session-dialog.h"
#include "smr-sign-dialog.h"
#include "smr-ui-resources.h"
#include "smr-window.h"

#include "smr-answer-row.h"
#include "smr-page-view.h"

/* --- support ---------------------------------------------------------------------------------------------- */

typedef struct
{
  SmrCatalogue *catalogue;
  SmrStore     *store;
  SmrWorkspace *workspace;
  SmrWindow    *window;
} Fixture;

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("Nothing happened in time");
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @done is TRUE, ten seconds at most. */
#define WAIT_UNTIL(done)                                                      \
  G_STMT_START                                                                \
  {                                                                           \
    guint source_ = g_timeout_add_seconds (10, give_up_cb, NULL);             \
    while (!(done))                                                           \
      g_main_context_iteration (NULL, TRUE);                                  \
    g_source_remove (source_);                                                \
  }                                                                           \
  G_STMT_END

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Each test begins with a practice as it is made. */
static void
remove_sample (void)
{
  static const char * const endings[] = { "", "-wal", "-shm" };
  g_autofree char *path = smr_sample_get_path ();

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = smr_catalogue_load_builtin ();
  fixture->store = smr_sample_open (fixture->catalogue, smr_clock_today (), &error);
  g_assert_no_error (error);
  fixture->workspace = smr_workspace_new (fixture->catalogue, fixture->store, &error);
  g_assert_no_error (error);
  fixture->window = smr_window_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->store);
  smr_catalogue_unref (fixture->catalogue);
  remove_sample ();
}

typedef gboolean (*Matches) (GtkWidget *widget, gconstpointer what);

/* The first widget below @widget, itself included, that @matches. */
static GtkWidget *
find (GtkWidget *widget, Matches matches, gconstpointer what)
{
  if (matches (widget, what))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, what);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_a (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type));
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  const char *said = NULL;

  if (GTK_IS_LABEL (widget))
    said = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    said = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  return said != NULL && strstr (said, text) != NULL;
}

static gboolean
is_switch_titled (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_SWITCH_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

#define find_type(widget, type) find (GTK_WIDGET (widget), is_a, GSIZE_TO_POINTER (type))
#define assert_says(widget, text) g_assert_nonnull (find (GTK_WIDGET (widget), says, (text)))
#define assert_says_not(widget, text) g_assert_null (find (GTK_WIDGET (widget), says, (text)))

/* A child that the widget's template names. */
static gpointer
part (gpointer widget, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (widget), G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);
  return child;
}

static void
type_into (gpointer dialog, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (part (dialog, row)), text);
}

static void
click (gpointer dialog, const char *button)
{
  g_signal_emit_by_name (part (dialog, button), "clicked");
  settle ();
}

static gint64
find_client (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 client = smr_store_find_client (fixture->store, name, &error);

  g_assert_no_error (error);
  return client;
}

static SmrRecord *
load_record (Fixture *fixture, gint64 client)
{
  g_autoptr (GError) error = NULL;
  SmrRecord *record = smr_store_load_record (fixture->store, client, &error);

  g_assert_no_error (error);
  return record;
}

static gint64
get_routine (Fixture *fixture, gint64 client)
{
  g_autoptr (SmrRecord) record = load_record (fixture, client);

  g_assert_cmpuint (record->routines->len, >, 0);
  return ((SmrRoutine *) g_ptr_array_index (record->routines, 0))->id;
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

/* The page on top of the window. */
static AdwNavigationPage *
get_page (Fixture *fixture)
{
  return adw_navigation_view_get_visible_page (part (fixture->window, "navigation"));
}

/* Where a dialog or page gets the focus only once it is drawn, a test waits for it. */
static gboolean
has_focus_in (Fixture *fixture, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (g_type_is_a (G_OBJECT_TYPE (focus), type) || gtk_widget_get_ancestor (focus, type) != NULL);
}

static void
activate (Fixture *fixture, const char *action, const char *format, ...)
{
  g_autoptr (GVariant) parameter = NULL;
  va_list arguments;

  if (format != NULL)
    {
      va_start (arguments, format);
      parameter = g_variant_ref_sink (g_variant_new_va (format, NULL, &arguments));
      va_end (arguments);
    }
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, parameter));
  settle ();
}

/* --- window and list -------------------------------------------------------------------------------------- */

static void
test_welcome (void)
{
  SmrWindow *window = smr_window_new (NULL, NULL);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (window, "stack")), ==, "welcome");
  assert_says (window, "Add your first client");
  /* Nothing to act on yet. */
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (window), "win.new-client", NULL) &&
                  adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_problem (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (SMR_STORE_ERROR, SMR_STORE_ERROR_BUSY, "held");
  GtkStack *stack = part (fixture->window, "stack");

  /* Neither is made before it is needed. */
  g_assert_null (gtk_stack_get_child_by_name (stack, "welcome"));
  g_assert_null (gtk_stack_get_child_by_name (stack, "problem"));
  smr_window_show_problem (fixture->window, "Nothing <here>", error);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "problem");
  assert_says (fixture->window, "Nothing <here>");
  assert_says (fixture->window, "Another program is using this practice");

  smr_window_set_workspace (fixture->window, fixture->workspace);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "practice");
}

static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (windows);
  g_autoptr (GtkWindow) shortcuts = NULL;

  activate (fixture, "win.show-shortcuts", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  shortcuts = g_list_model_get_item (windows, before);
  assert_says (shortcuts, "Search clients");
  gtk_window_destroy (shortcuts);
}

static void
test_list_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find_type (fixture->window, g_type_from_name ("SmrClientList"));
  GtkWidget *entry = part (list, "search_entry");
  GtkStack *stack = part (list, "stack");
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (part (list, "list_view")));

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 13);
  gtk_editable_set_text (GTK_EDITABLE (entry), "soren ing");
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  assert_says (list, "Ingrid Sørensen");

  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody like this");
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");

  /* Escape. */
  g_signal_emit_by_name (entry, "stop-search");
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 13);
}

static void
test_client_page (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.show-client", "x", find_client (fixture, "Peter Novák"));
  assert_says (fixture->window, "Peter Novák");
  assert_says (fixture->window, "Heart failure");
  assert_says (fixture->window, "Blocked");

  activate (fixture, "win.show-client", "x", find_client (fixture, "Maya Brandt"));
  assert_says (fixture->window, "Runner’s legs");
  assert_says (fixture->window, "Pain 1 before");
  assert_says_not (part (fixture->window, "split_view"), "Heart failure");
}

/* The designer is searched for muscles, and not left for the list of clients. */
static void
test_search_key (Fixture *fixture, gconstpointer data)
{
  AdwNavigationPage *page;

  activate (fixture, "win.open-routine", "(xx)", find_client (fixture, "Maya Brandt"), (gint64) 0);
  page = get_page (fixture);
  activate (fixture, "win.search", NULL);
  g_assert_true (get_page (fixture) == page);

  adw_navigation_view_pop (part (fixture->window, "navigation"));
  settle ();
  activate (fixture, "win.search", NULL);
  WAIT_UNTIL (has_focus_in (fixture, g_type_from_name ("SmrClientList")));
}

/* Two programs on one practice: what the other one writes is seen here. */
static void
test_other_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrStore) other = smr_store_open (smr_store_get_path (fixture->store), NULL);
  g_autoptr (SmrClient) client = smr_client_new ("From elsewhere");

  g_assert_cmpint (smr_store_save_client (other, client, NULL), >, 0);
  smr_workspace_look_for_changes (fixture->workspace);
  settle ();
  assert_says (find_type (fixture->window, g_type_from_name ("SmrClientList")), "From elsewhere");
}

static void
test_archive (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Sven Lindqvist");
  GtkWidget *list = find_type (fixture->window, g_type_from_name ("SmrClientList"));
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (part (list, "list_view")));

  activate (fixture, "win.show-client", "x", client);
  activate (fixture, "win.archive-client", "x", client);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 12);
  assert_says (fixture->window, "Choose a client");
  assert_says (fixture->window, "Client archived");

  activate (fixture, "win.restore-client", "x", client);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 13);
}

/* --- attention -------------------------------------------------------------------------------------------- */

static guint
get_n_rows (gpointer page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (part (page, "list_view"))));
}

static void
test_attention (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find_type (fixture->window, g_type_from_name ("SmrClientList"));
  gint64 novak = find_client (fixture, "Peter Novák");
  gint64 mbeki = find_client (fixture, "Grace Mbeki");
  const char *count;
  GtkWidget *page;
  guint n_rows;

  WAIT_UNTIL (*gtk_label_get_label (part (list, "attention_label")) != '\0');
  count = gtk_label_get_label (part (list, "attention_label"));
  activate (fixture, "win.show-attention", NULL);
  page = find_type (fixture->window, SMR_TYPE_ATTENTION_PAGE);
  assert_says (page, "Peter Novák");
  assert_says (page, "Heart failure");
  assert_says (page, "The form was last valid on");
  assert_says (page, "its last valid day is");
  assert_says (page, "“Old routine”, handed out on");
  assert_says_not (page, "Maya Brandt");
  n_rows = get_n_rows (page);
  g_assert_cmpuint (n_rows, >, g_ascii_strtoull (count, NULL, 10));

  /* It follows what happens to a client, and nobody is named twice. */
  activate (fixture, "win.archive-client", "x", novak);
  assert_says_not (page, "Peter Novák");
  g_assert_cmpuint (get_n_rows (page), ==, n_rows - 1);
  g_assert_true (smr_store_set_archived (fixture->store, novak, FALSE, NULL));
  smr_workspace_client_changed (fixture->workspace, novak);
  smr_workspace_client_changed (fixture->workspace, novak);
  settle ();
  g_assert_cmpuint (get_n_rows (page), ==, n_rows);
  smr_workspace_client_changed (fixture->workspace, 0);
  settle ();
  g_assert_cmpuint (get_n_rows (page), ==, n_rows);

  /* The routine itself says it too. */
  activate (fixture, "win.open-routine", "(xx)", mbeki, get_routine (fixture, mbeki));
  assert_says (get_page (fixture), "no longer passes: ask for the sheet back");
}

/* After a stop sign the list names the client and every routine, opening one says so, and printing it is refused. */
static void
test_stop_sign_recalls (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Maya Brandt");
  g_autoptr (SmrIncident) incident = smr_incident_new (smr_clock_today (), "swollen_limb");
  g_autoptr (GPtrArray) before = smr_attention_collect (fixture->catalogue, fixture->store, client, smr_clock_today (), "en", NULL);
  g_autoptr (GPtrArray) after = NULL;
  AdwNavigationPage *page;

  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpint (smr_store_add_incident (fixture->store, client, incident, NULL), !=, 0);
  smr_workspace_client_changed (fixture->workspace, client);
  after = smr_attention_collect (fixture->catalogue, fixture->store, client, smr_clock_today (), "en", NULL);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_nonnull (strstr (((SmrConcern *) g_ptr_array_index (after, 0))->reason, "swollen, hot or sore"));
  g_assert_cmpint (((SmrConcern *) g_ptr_array_index (after, 1))->routine, ==, get_routine (fixture, client));

  activate (fixture, "win.open-routine", "(xx)", client, get_routine (fixture, client));
  assert_says (get_page (fixture), "no longer passes: ask for the sheet back");
  activate (fixture, "win.open-handout", "(xx)", client, get_routine (fixture, client));
  page = get_page (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (page, "stack")), ==, "refused");
  assert_says (page, "swollen, hot or sore");
}

/* A sheet that was handed out stays with the client while its next version is a draft. */
static void
test_attention_below_draft (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Maya Brandt");
  g_autoptr (SmrRecord) record = load_record (fixture, client);
  const SmrRoutine *issued = g_ptr_array_index (record->routines, 0);
  g_autoptr (SmrCheck) check = smr_check_new (smr_clock_today ());
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  int version = 0;

  g_assert_cmpint (issued->status, ==, SMR_ROUTINE_ISSUED);
  g_assert_true (smr_store_save_routine (fixture->store, client, issued, NULL, &version, NULL));
  g_assert_cmpint (version, ==, issued->version + 1);
  before = smr_attention_collect (fixture->catalogue, fixture->store, client, smr_clock_today (), "en", NULL);
  g_assert_cmpuint (before->len, ==, 0);

  smr_check_set_reply (check, "cv_symptoms", SMR_REPLY_YES);
  g_assert_cmpint (smr_store_add_check (fixture->store, client, check, NULL), !=, 0);
  after = smr_attention_collect (fixture->catalogue, fixture->store, client, smr_clock_today (), "en", NULL);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_cmpstr (smr_concern_get_what (g_ptr_array_index (after, 0)), ==, "blocked");
  g_assert_cmpint (((SmrConcern *) g_ptr_array_index (after, 1))->issued, ==, SMR_DATE_NONE);
  g_assert_cmpint (((SmrConcern *) g_ptr_array_index (after, 2))->issued, ==, issued->issued);
  g_assert_cmpint (((SmrConcern *) g_ptr_array_index (after, 2))->version, ==, issued->version);
}

/* --- client dialog ---------------------------------------------------------------------------------------- */

static void
test_add_client (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *born;
    const char *problem;
  } bad[] = {
    { "2001-02-30", "does not exist" },
    { "30.02.2001", "does not exist" },
    { "2190-01-01", "future" },
    { "1903-01-01", "120 years" },
  };
  SmrClientDialog *dialog;
  g_autoptr (SmrRecord) record = NULL;

  activate (fixture, "win.new-client", NULL);
  dialog = SMR_CLIENT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_false (gtk_widget_get_sensitive (part (dialog, "save_button")));

  type_into (dialog, "name_row", " Zoë Test ");
  g_assert_true (gtk_widget_get_sensitive (part (dialog, "save_button")));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      type_into (dialog, "born_row", bad[i].born);
      click (dialog, "save_button");
      assert_says (dialog, bad[i].problem);
      g_assert_cmpint (smr_store_count_clients (fixture->store, TRUE, NULL), ==, 13);
    }

  type_into (dialog, "born_row", "28.2.2001");
  click (dialog, "save_button");
  g_assert_cmpint (smr_store_count_clients (fixture->store, TRUE, NULL), ==, 14);
  record = load_record (fixture, find_client (fixture, "Zoë Test"));
  g_assert_cmpstr (record->client->name, ==, "Zoë Test");
  assert_says (part (fixture->window, "split_view"), "Zoë Test");
  g_assert_true (smr_store_erase_client (fixture->store, record->client->id, NULL));
}

/* --- health form ------------------------------------------------------------------------------------------ */

static void
answer_all (GtkWidget *widget, const char *reply)
{
  if (SMR_IS_ANSWER_ROW (widget))
    {
      adw_toggle_group_set_active_name (part (widget, "reply_group"), reply);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    answer_all (child, reply);
}

static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (SMR_IS_ANSWER_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

/* Reads what is signed to its end and agrees to it. */
static void
agree (AdwDialog *dialog)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (part (dialog, "consent_window"));

  WAIT_UNTIL (gtk_adjustment_get_page_size (adjustment) > 1);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_true (gtk_widget_get_sensitive (part (dialog, "agree_button")));
  click (dialog, "agree_button");
}

static void
test_intake (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrClient) client = smr_client_new ("Form Test");
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (SmrIntake) draft = NULL;
  GtkWidget *page;
  const SmrIntake *form;
  AdwDialog *dialog;
  gint64 id;

  client->born = smr_date_from_ymd (1990, 5, 4);
  id = smr_store_save_client (fixture->store, client, NULL);
  activate (fixture, "win.open-intake", "x", id);
  page = GTK_WIDGET (get_page (fixture));
  g_assert_true (SMR_IS_INTAKE_PAGE (page));
  /* No reply is put into the client's mouth. */
  g_assert_cmpuint (adw_toggle_group_get_active (part (find_type (page, SMR_TYPE_ANSWER_ROW), "reply_group")), ==, GTK_INVALID_LIST_POSITION);
  assert_says (page, "45 rows are still open");
  assert_says (page, "Roll: Blocked");

  /* A yes opens follow-ups, and the form is not complete without them. */
  answer_all (page, "no");
  adw_toggle_group_set_active_name (part (find_type (page, SMR_TYPE_ANSWER_ROW), "reply_group"), "yes");
  settle ();
  assert_says (page, "1 row is still open");
  assert_says (page, "Still open: what exactly");
  adw_toggle_group_set_active_name (part (find_type (page, SMR_TYPE_ANSWER_ROW), "reply_group"), "no");
  settle ();
  assert_says (page, "Every row is answered");
  assert_says (page, "Roll: Allowed");

  /* What was filled in is there after leaving the page. */
  adw_navigation_view_pop (part (fixture->window, "navigation"));
  settle ();
  draft = smr_store_load_draft_intake (fixture->store, id, NULL);
  g_assert_nonnull (draft);
  g_assert_cmpint (smr_intake_get_answer (draft, "heart_failure")->reply, ==, SMR_REPLY_NO);

  activate (fixture, "win.open-intake", "x", id);
  page = GTK_WIDGET (get_page (fixture));
  g_assert_true (gtk_widget_activate_action (page, "intake.sign", NULL));
  settle ();
  dialog = get_dialog (fixture);
  assert_says (dialog, "does not diagnose");
  agree (dialog);
  g_assert_false (gtk_widget_get_sensitive (part (dialog, "sign_button")));
  type_into (dialog, "name_row", "Form Test");
  click (dialog, "sign_button");

  record = load_record (fixture, id);
  g_assert_cmpuint (record->intakes->len, ==, 1);
  form = g_ptr_array_index (record->intakes, 0);
  g_assert_cmpint (form->signed_on, ==, smr_clock_today ());
  /* The very text goes with it. */
  g_assert_nonnull (strstr (form->consent, "does not diagnose"));
  g_assert_cmpint (form->consent_version, ==, smr_store_get_consent_version (fixture->store, form->consent, NULL));
  g_assert_cmpstr (form->signature, ==, "");
  g_assert_null (smr_store_load_draft_intake (fixture->store, id, NULL));
  assert_says (page, "Signed on");
  g_assert_true (smr_store_erase_client (fixture->store, id, NULL));
}

static AdwToggleGroup *
get_reply_group (GtkWidget *page, const char *condition)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (page, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (smr_answer_row_get_condition (g_ptr_array_index (rows, i))->id, condition))
        return part (g_ptr_array_index (rows, i), "reply_group");
    }
  g_assert_not_reached ();
}

/* One deliberate act, recorded with each answer, taken back as a whole and not beyond. */
static void
test_intake_rest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrClient) client = smr_client_new ("Rest Test");
  g_autoptr (SmrRecord) record = NULL;
  const SmrIntake *form;
  GtkWidget *page;
  AdwDialog *dialog;
  gint64 id;

  client->born = smr_date_from_ymd (1990, 5, 4);
  id = smr_store_save_client (fixture->store, client, NULL);
  activate (fixture, "win.open-intake", "x", id);
  page = GTK_WIDGET (get_page (fixture));
  adw_toggle_group_set_active_name (get_reply_group (page, "varicose_veins"), "yes");
  adw_toggle_group_set_active_name (get_reply_group (page, "hernia"), "no");
  assert_says (page, "44 rows are still open");

  g_assert_true (gtk_widget_activate_action (page, "intake.answer-rest", NULL));
  settle ();
  /* The yes still lacks its place; the row answered by itself stays apart from the rest. */
  assert_says (page, "1 row is still open");
  assert_says (page, "rows were answered with No as the rest");
  assert_says (page, "the whole body");
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_reply_group (page, "diabetes")), ==, "no");

  g_assert_true (gtk_widget_activate_action (page, "intake.undo-rest", NULL));
  settle ();
  assert_says (page, "44 rows are still open");
  g_assert_cmpuint (adw_toggle_group_get_active (get_reply_group (page, "diabetes")), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_reply_group (page, "hernia")), ==, "no");

  g_assert_true (gtk_widget_activate_action (page, "intake.answer-rest", NULL));
  adw_toggle_group_set_active_name (get_reply_group (page, "varicose_veins"), "no");
  adw_toggle_group_set_active_name (get_reply_group (page, "diabetes"), "not_sure");
  adw_toggle_group_set_active_name (get_reply_group (page, "diabetes"), "no");
  settle ();
  g_assert_true (gtk_widget_activate_action (page, "intake.sign", NULL));
  settle ();
  dialog = get_dialog (fixture);
  agree (dialog);
  type_into (dialog, "name_row", "Rest Test");
  click (dialog, "sign_button");

  record = load_record (fixture, id);
  form = g_ptr_array_index (record->intakes, 0);
  g_assert_true (smr_intake_get_answer (form, "heart_failure")->with_rest);
  g_assert_false (smr_intake_get_answer (form, "hernia")->with_rest);
  g_assert_false (smr_intake_get_answer (form, "diabetes")->with_rest);
  /* Signed, it is still said and not taken back any more. */
  assert_says (page, "rows were answered with No as the rest");
  g_assert_cmpstr (adw_banner_get_button_label (part (page, "rest_banner")), ==, "");
  gtk_widget_activate_action (page, "intake.undo-rest", NULL);
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_reply_group (page, "heart_failure")), ==, "no");
  g_assert_true (smr_store_erase_client (fixture->store, id, NULL));
}

static void
test_intake_changes (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Hana Suzuki");
  g_autoptr (SmrRecord) record = load_record (fixture, client);
  g_autoptr (SmrIntake) same = smr_intake_copy (g_ptr_array_index (record->intakes, 0));
  g_autoptr (SmrIntake) other = smr_intake_copy (same);
  SmrAnswer *answer = smr_answer_new ("hernia", SMR_REPLY_YES);

  activate (fixture, "win.open-intake", "x", client);
  assert_says_not (get_page (fixture), "Changed since the form of");
  assert_says (get_page (fixture), "Lower leg, right");
  assert_says (get_page (fixture), "Source: ");
  adw_navigation_view_pop (part (fixture->window, "navigation"));

  same->signed_on = smr_clock_today () - 1;
  g_assert_cmpint (smr_store_add_intake (fixture->store, client, same, NULL), !=, 0);
  activate (fixture, "win.open-intake", "x", client);
  assert_says (get_page (fixture), "Changed since the form of");
  assert_says (get_page (fixture), "Nothing: every answer is the same.");
  adw_navigation_view_pop (part (fixture->window, "navigation"));

  other->signed_on = smr_clock_today ();
  smr_answer_add_place (answer, "belly_low_back", SMR_SIDE_NONE);
  g_set_str (&answer->text, "since the move");
  smr_intake_take_answer (other, answer);
  smr_intake_take_answer (other, smr_answer_new ("varicose_veins", SMR_REPLY_NO));
  g_assert_cmpint (smr_store_add_intake (fixture->store, client, other, NULL), !=, 0);
  activate (fixture, "win.open-intake", "x", client);
  assert_says (get_page (fixture), "Before: No\nNow: Yes · ");
  assert_says (get_page (fixture), "“since the move”");
  assert_says (get_page (fixture), "Before: Yes · ");
  assert_says_not (get_page (fixture), "Nothing: every answer is the same.");
}

static void
press_enter (GtkWidget *entry)
{
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "activate");
  settle ();
}

static GtkWidget *
find_answer_row (GtkWidget *widget, const char *condition)
{
  if (SMR_IS_ANSWER_ROW (widget) && g_str_equal (smr_answer_row_get_condition (SMR_ANSWER_ROW (widget))->id, condition))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_answer_row (child, condition);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/* What was given after all is known, and Enter goes on. */
static void
test_follow_ups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrClient) client = smr_client_new ("Follow Up");
  g_autoptr (SmrAnswer) answer = NULL;
  GtkWidget *row, *entry, *next;
  gint64 id = smr_store_save_client (fixture->store, client, NULL);

  activate (fixture, "win.open-intake", "x", id);
  row = find_answer_row (GTK_WIDGET (get_page (fixture)), "heart_disease");
  adw_toggle_group_set_active_name (part (row, "reply_group"), "yes");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_type (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  answer = smr_answer_row_dup_answer (SMR_ANSWER_ROW (row));
  g_assert_cmpuint (answer->not_known, !=, 0);

  entry = find_type (row, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2021-05-01");
  g_clear_pointer (&answer, smr_answer_free);
  answer = smr_answer_row_dup_answer (SMR_ANSWER_ROW (row));
  g_assert_cmpuint (answer->not_known, ==, 0);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_type (row, GTK_TYPE_CHECK_BUTTON))));

  /* What exactly is still open. */
  gtk_widget_grab_focus (entry);
  press_enter (entry);
  next = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (next, row) && !gtk_widget_is_ancestor (next, entry));
  smr_answer_row_show_missing (SMR_ANSWER_ROW (row), 0);
  press_enter (entry);
  next = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (SMR_IS_ANSWER_ROW (next) && next != row);
  adw_navigation_view_pop (part (fixture->window, "navigation"));
  settle ();
  g_assert_true (smr_store_erase_client (fixture->store, id, NULL));
}

static void
test_guardian (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrClient) client = smr_client_new ("Young");
  SmrSignDialog *dialog;

  client->born = smr_date_add_months (smr_clock_today (), -12 * 17);
  dialog = smr_sign_dialog_new (fixture->workspace, client, NULL);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  type_into (dialog, "name_row", "Young");
  g_assert_false (gtk_widget_get_sensitive (part (dialog, "sign_button")));
  type_into (dialog, "guardian_row", "Parent");
  g_assert_true (gtk_widget_get_sensitive (part (dialog, "sign_button")));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* --- records ---------------------------------------------------------------------------------------------- */

static void
test_clearance (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Leila Haddad");
  g_autoptr (SmrRecord) record = load_record (fixture, client);
  g_autoptr (SmrRecord) after = NULL;
  AdwDialog *dialog = smr_clearance_dialog_new (fixture->workspace, record);
  GtkWidget *row;

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  WAIT_UNTIL (has_focus_in (fixture, ADW_TYPE_SWITCH_ROW));
  /* A letter names a place, and not one that nobody knows. */
  assert_says_not (dialog, "limb not known");
  click (dialog, "save_button");
  assert_says (dialog, "Choose what the clearance names");

  row = find (GTK_WIDGET (dialog), is_switch_titled, "Pregnancy or recent birth");
  g_assert_nonnull (row);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  click (dialog, "save_button");
  assert_says (dialog, "Write down who gave the clearance");

  type_into (dialog, "physician_row", "Dr Test");
  type_into (dialog, "expires_row", "2020-01-01");
  click (dialog, "save_button");
  assert_says (dialog, "cannot expire before it is dated");

  type_into (dialog, "expires_row", "");
  click (dialog, "save_button");
  assert_says (dialog, "Choose what the clearance allows");

  adw_switch_row_set_active (part (dialog, "rolling_row"), TRUE);
  click (dialog, "save_button");
  after = load_record (fixture, client);
  g_assert_cmpuint (after->clearances->len, ==, record->clearances->len + 1);
}

static void
test_reading (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Oliver Grant");
  g_autoptr (SmrRecord) record = load_record (fixture, client);
  g_autoptr (SmrRecord) after = NULL;
  AdwDialog *dialog = smr_reading_dialog_new (fixture->workspace, record);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  adw_spin_row_set_value (part (dialog, "systolic_row"), 80);
  adw_spin_row_set_value (part (dialog, "diastolic_row"), 140);
  click (dialog, "save_button");
  assert_says (dialog, "has to be the greater one");

  adw_spin_row_set_value (part (dialog, "systolic_row"), 150);
  click (dialog, "save_button");
  after = load_record (fixture, client);
  g_assert_cmpuint (after->readings->len, ==, record->readings->len + 1);
}

static void
test_session (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Maya Brandt");
  g_autoptr (SmrRecord) record = load_record (fixture, client);
  g_autoptr (SmrRecord) after = NULL;
  AdwDialog *dialog = smr_session_dialog_new (fixture->workspace, record);
  const SmrSession *session;

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  type_into (dialog, "date_row", "2190-01-01");
  click (dialog, "save_button");
  assert_says (dialog, "cannot lie in the future");

  type_into (dialog, "date_row", "2026-01-02");
  type_into (dialog, "after_row", "11");
  click (dialog, "save_button");
  assert_says (dialog, "from 0 to 10");
  type_into (dialog, "after_row", "0");
  adw_switch_row_set_active (part (dialog, "planned_row"), FALSE);
  click (dialog, "save_button");
  after = load_record (fixture, client);
  g_assert_cmpuint (after->sessions->len, ==, record->sessions->len + 1);
  session = g_ptr_array_index (after->sessions, 0);
  g_assert_cmpint (session->pain_before, ==, -1);
  g_assert_cmpint (session->pain_after, ==, 0);
  g_assert_cmpint (session->setting, ==, record->client->setting);
  /* The sheet that she has, each item of it. */
  g_assert_cmpint (session->version, !=, 0);
  g_assert_cmpuint (session->items->len, >, 0);
  g_assert_cmpuint (smr_session_count_items (session, SMR_DONE_AS_PLANNED), ==, session->items->len);
}

/* A stop sign out of the session: in one step both are kept, nothing may be handed out, and the page says so. */
static void
test_stop_sign (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Maya Brandt");
  g_autoptr (SmrRecord) record = load_record (fixture, client);
  g_autoptr (SmrRecord) after = NULL;
  g_autoptr (SmrScreening) screening = NULL;
  AdwDialog *dialog = smr_session_dialog_new (fixture->workspace, record);
  const SmrIncident *incident;

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle ();
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_type (find_type (dialog, SMR_TYPE_INCIDENT_FIELDS), ADW_TYPE_COMBO_ROW)), 1);
  assert_says (dialog, "Call emergency services");
  click (dialog, "save_button");

  after = load_record (fixture, client);
  g_assert_cmpuint (after->sessions->len, ==, record->sessions->len + 1);
  g_assert_cmpuint (after->incidents->len, ==, record->incidents->len + 1);
  incident = g_ptr_array_index (after->incidents, after->incidents->len - 1);
  g_assert_cmpstr (incident->sign, ==, "chest_pain");
  g_assert_cmpint (incident->session, !=, 0);
  screening = smr_screening_new (smr_workspace_get_catalogue (fixture->workspace), after, smr_workspace_get_today (fixture->workspace));
  g_assert_false (smr_screening_has_valid_form (screening));
}

static void
test_incident (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Maya Brandt");
  g_autoptr (SmrRecord) record = load_record (fixture, client);
  g_autoptr (SmrRecord) after = NULL;
  AdwDialog *dialog = smr_incident_dialog_new (fixture->workspace, record);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  click (dialog, "save_button");
  assert_says (dialog, "Choose what came up");
  type_into (dialog, "date_row", "2190-01-01");
  click (dialog, "save_button");
  assert_says (dialog, "lies in the future");

  type_into (dialog, "date_row", "2026-01-02");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_type (dialog, ADW_TYPE_COMBO_ROW)), 6);
  assert_says (dialog, "Medical help is needed today");
  click (dialog, "save_button");
  after = load_record (fixture, client);
  g_assert_cmpuint (after->incidents->len, ==, record->incidents->len + 1);
  g_assert_cmpstr (((SmrIncident *) g_ptr_array_index (after->incidents, 0))->sign, ==, "swollen_limb");
}

/* What the widget itself binds to the key. */
static gboolean
press_key (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

/* --- quick check ------------------------------------------------------------------------------------------ */

/* The check that is asked for before something else. (transfer none) */
static AdwDialog *
expect_check (Fixture *fixture)
{
  AdwDialog *dialog = get_dialog (fixture);

  g_assert_true (SMR_IS_CHECK_DIALOG (dialog));
  return dialog;
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Oliver Grant");
  g_autoptr (SmrRecord) record = load_record (fixture, client);
  g_autoptr (SmrRecord) after = NULL;
  const SmrCheck *check;
  const SmrReading *reading;
  AdwDialog *dialog = smr_check_dialog_new (fixture->workspace, record);
  GtkWidget *first;

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle ();
  /* Nothing is answered beforehand, and nothing can be saved before everything is. */
  first = find_type (dialog, SMR_TYPE_ANSWER_ROW);
  g_assert_cmpuint (adw_toggle_group_get_active (part (first, "reply_group")), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (gtk_widget_get_sensitive (part (dialog, "save_button")));
  answer_all (GTK_WIDGET (dialog), "no");
  g_assert_true (gtk_widget_get_sensitive (part (dialog, "save_button")));
  assert_says_not (first, "See a doctor");
  adw_toggle_group_set_active_name (part (first, "reply_group"), "not_sure");
  assert_says (first, "See a doctor");

  g_assert_true (gtk_widget_get_visible (part (dialog, "reading_group")));
  for (guint i = 0; i < 5; i++)
    {
      static const char * const bad[] = { "80/140", "1400/90", "134", "134/84x", "a/b" };

      type_into (dialog, "reading_row", bad[i]);
      click (dialog, "save_button");
      assert_says (dialog, "the greater one first");
    }
  type_into (dialog, "reading_row", " 134 / 84");
  click (dialog, "save_button");

  after = load_record (fixture, client);
  g_assert_cmpuint (after->checks->len, ==, record->checks->len + 1);
  g_assert_cmpuint (after->readings->len, ==, record->readings->len + 1);
  check = g_ptr_array_index (after->checks, after->checks->len - 1);
  reading = g_ptr_array_index (after->readings, after->readings->len - 1);
  g_assert_cmpint (check->date, ==, smr_clock_today ());
  g_assert_cmpint (smr_check_get_reply (check, "cv_symptoms"), ==, SMR_REPLY_NOT_SURE);
  g_assert_cmpint (smr_check_get_reply (check, "injury_current"), ==, SMR_REPLY_NO);
  g_assert_cmpuint (g_hash_table_size (check->answers), ==, 7);
  g_assert_cmpint (reading->systolic, ==, 134);
  g_assert_cmpint (reading->diastolic, ==, 84);

  activate (fixture, "win.show-client", "x", client);
  assert_says (fixture->window, "reported: Heart or breathing symptoms");
  assert_says (fixture->window, "Blocked");
}

static void
test_check_by_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) record = load_record (fixture, find_client (fixture, "Maya Brandt"));
  AdwDialog *dialog = smr_check_dialog_new (fixture->workspace, record);
  guint keys = 0;

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  WAIT_UNTIL (has_focus_in (fixture, SMR_TYPE_ANSWER_ROW));
  /* Her blood pressure does not matter, so that one key for each question is all. */
  g_assert_false (gtk_widget_get_visible (part (dialog, "reading_group")));
  while (!gtk_widget_get_sensitive (part (dialog, "save_button")))
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      GtkWidget *row = gtk_widget_get_ancestor (focus, SMR_TYPE_ANSWER_ROW);

      g_assert_nonnull (row);
      g_assert_true (press_key (row, GDK_KEY_n));
      g_assert_cmpuint (++keys, <=, 7);
    }
  g_assert_cmpuint (keys, ==, 7);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (part (dialog, "save_button")));
  adw_dialog_force_close (dialog);
}

/* A row that was answered keeps its answer; the rest is answered, and can still be changed before it is saved. */
static void
test_check_by_clicks (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Maya Brandt");
  g_autoptr (SmrRecord) record = load_record (fixture, client);
  g_autoptr (SmrRecord) after = NULL;
  AdwDialog *dialog = smr_check_dialog_new (fixture->workspace, record);
  const SmrCheck *check;

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle ();
  adw_toggle_group_set_active_name (part (find_type (dialog, SMR_TYPE_ANSWER_ROW), "reply_group"), "not_sure");
  click (dialog, "rest_button");
  g_assert_false (gtk_widget_get_sensitive (part (dialog, "rest_button")));
  click (dialog, "save_button");

  after = load_record (fixture, client);
  g_assert_cmpuint (after->checks->len, ==, record->checks->len + 1);
  check = g_ptr_array_index (after->checks, after->checks->len - 1);
  g_assert_cmpint (smr_check_get_reply (check, "cv_symptoms"), ==, SMR_REPLY_NOT_SURE);
  g_assert_cmpint (smr_check_get_reply (check, "injury_current"), ==, SMR_REPLY_NO);
  g_assert_cmpuint (g_hash_table_size (check->answers), ==, 7);
}

static void
test_session_asks (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Maya Brandt");
  g_autoptr (SmrRecord) record = load_record (fixture, client);
  g_autoptr (SmrRecord) before = NULL;
  g_autoptr (SmrRecord) after = NULL;
  AdwDialog *dialog = smr_session_dialog_new (fixture->workspace, record);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle ();
  click (dialog, "save_button");
  before = load_record (fixture, client);
  g_assert_cmpuint (before->sessions->len, ==, record->sessions->len);

  answer_all (GTK_WIDGET (expect_check (fixture)), "no");
  click (expect_check (fixture), "save_button");
  after = load_record (fixture, client);
  g_assert_cmpuint (after->checks->len, ==, record->checks->len + 1);
  g_assert_cmpuint (after->sessions->len, ==, record->sessions->len + 1);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
}

/* --- handout ---------------------------------------------------------------------------------------------- */

static guint
count_pages (gpointer page)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (part (page, "pages_box")); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += SMR_IS_PAGE_VIEW (child);
  return count;
}

static void
test_handout (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Maya Brandt");
  AdwNavigationPage *page;
  guint pages;

  activate (fixture, "win.open-handout", "(xx)", client, get_routine (fixture, client));
  page = get_page (fixture);
  g_assert_true (SMR_IS_HANDOUT_PAGE (page));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (page, "stack")), ==, "pages");
  pages = count_pages (page);
  g_assert_cmpuint (pages, >, 1);

  /* Larger text needs more paper. */
  adw_combo_row_set_selected (part (page, "size_row"), 2);
  settle ();
  g_assert_cmpuint (count_pages (page), >, pages);
}

/* What the check reports keeps the sheet in the program. */
static void
test_handout_asks (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Maya Brandt");
  AdwNavigationPage *page;

  activate (fixture, "win.open-handout", "(xx)", client, get_routine (fixture, client));
  page = get_page (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "handout.print", NULL));
  settle ();
  answer_all (GTK_WIDGET (expect_check (fixture)), "no");
  adw_toggle_group_set_active_name (part (find_type (expect_check (fixture), SMR_TYPE_ANSWER_ROW), "reply_group"), "yes");
  click (expect_check (fixture), "save_button");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (page, "stack")), ==, "refused");
  g_assert_cmpuint (count_pages (page), ==, 0);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
}

static void
test_handout_refused (Fixture *fixture, gconstpointer data)
{
  gint64 client = find_client (fixture, "Grace Mbeki");
  AdwNavigationPage *page;

  activate (fixture, "win.open-handout", "(xx)", client, get_routine (fixture, client));
  page = get_page (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (page, "stack")), ==, "refused");
  assert_says (page, "The form was last valid on");
  g_assert_cmpuint (count_pages (page), ==, 0);
}

/* --- preferences ------------------------------------------------------------------------------------------ */

static void
test_signed_texts (Fixture *fixture, gconstpointer data)
{
  SmrPreferencesDialog *dialog = smr_preferences_dialog_new (fixture->workspace);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  settle ();
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (part (dialog, "consent_view")), "Our own words", -1);
  g_signal_emit_by_name (part (dialog, "consents_row"), "activated");
  settle ();
  /* What was just typed, and what clients had signed before. */
  assert_says (dialog, "Version 2");
  assert_says (dialog, "Not signed by anyone yet");
  assert_says (dialog, "Our own words");
  assert_says (dialog, "Version 1");
  assert_says (dialog, "forms");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  settle ();
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  SmrPreferencesDialog *dialog = smr_preferences_dialog_new (fixture->workspace);
  g_autoptr (SmrPractice) practice = NULL;

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  settle ();
  type_into (dialog, "name_row", "Another name");
  adw_combo_row_set_selected (part (dialog, "paper_row"), 2);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (part (dialog, "consent_view")), "Our own words", -1);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  WAIT_UNTIL (g_str_equal (smr_workspace_get_practice (fixture->workspace)->consent, "Our own words"));

  practice = smr_store_load_practice (fixture->store, NULL);
  g_assert_cmpstr (practice->name, ==, "Another name");
  g_assert_cmpstr (practice->paper, ==, "letter");
  g_assert_cmpint (practice->consent_version, ==, 2);
  g_assert_cmpint (smr_store_get_consent_version (fixture->store, "Newer words", NULL), ==, 3);
  g_assert_cmpuint (practice->trainers->len, ==, 2);
  g_assert_true (practice->sample);
}

static void
remove_data_home (const char *path)
{
  g_autofree char *folder = g_build_filename (path, "smr-coach", NULL);

  g_rmdir (folder);
  g_rmdir (path);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *data_home = g_dir_make_tmp ("smr-pages-XXXXXX", NULL);
  int status;

  /* Not all folders of GLib's own isolation: icons lie in the system's. */
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  smr_ui_register_resource ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/window/welcomes-before-there-is-a-practice", test_welcome);
  ADD ("/window/says-what-keeps-it-from-opening", test_problem);
  ADD ("/window/lists-its-keys", test_shortcuts);
  ADD ("/list/searches-while-typing", test_list_search);
  ADD ("/search/stays-on-the-page-that-has-one", test_search_key);
  ADD ("/list/follows-another-program", test_other_program);
  ADD ("/client/says-what-is-allowed-and-why", test_client_page);
  ADD ("/attention/names-clients-and-routines", test_attention);
  ADD ("/attention/recalls-after-a-stop-sign", test_stop_sign_recalls);
  ADD ("/attention/names-the-sheet-below-a-draft", test_attention_below_draft);
  ADD ("/client/archives-and-brings-back", test_archive);
  ADD ("/client/adds-and-refuses-bad-dates", test_add_client);
  ADD ("/form/is-kept-completed-and-signed", test_intake);
  ADD ("/form/answers-the-rest-with-no-and-takes-it-back", test_intake_rest);
  ADD ("/form/says-what-changed-since-the-one-before", test_intake_changes);
  ADD ("/intake/enter-goes-on", test_follow_ups);
  ADD ("/form/needs-a-guardian-under-18", test_guardian);
  ADD ("/clearance/asks-for-what-makes-it-one", test_clearance);
  ADD ("/reading/refuses-swapped-figures", test_reading);
  ADD ("/session/refuses-the-future", test_session);
  ADD ("/session/keeps-a-stop-sign-in-one-step", test_stop_sign);
  ADD ("/incident/ends-the-form", test_incident);
  ADD ("/check/waits-for-every-answer", test_check);
  ADD ("/check/takes-one-key-for-each-question", test_check_by_keys);
  ADD ("/check/answers-the-rest-with-one-click", test_check_by_clicks);
  ADD ("/check/comes-before-a-session-of-today", test_session_asks);
  ADD ("/handout/shows-its-pages", test_handout);
  ADD ("/handout/asks-before-it-goes-out", test_handout_asks);
  ADD ("/handout/says-why-it-is-refused", test_handout_refused);
  ADD ("/preferences/keep-what-was-typed", test_preferences);
  ADD ("/preferences/show-every-text-that-was-signed", test_signed_texts);
  status = g_test_run ();
  remove_data_home (data_home);
  return status;
}
