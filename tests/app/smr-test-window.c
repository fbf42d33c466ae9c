#include "smr-test-window.h"

#include "smr-catalogue-reader.h"
#include "smr-test-records.h"
#include "smr-ui-resources.h"

void
smr_test_init_display (int *argc, char ***argv)
{
  /* Not in folders of its own: libadwaita wants the installed settings schemas. Practices are made in theirs. */
  g_test_init (argc, argv, NULL);
  smr_ui_register_resource ();
  adw_init ();
}

SmrWorkspace *
smr_test_workspace_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("smr-coach-XXXXXX", &error);
  g_autofree char *path = NULL;
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrStore) store = NULL;
  SmrWorkspace *workspace;

  g_assert_no_error (error);
  path = g_build_filename (folder, "practice.db", NULL);
  store = smr_store_open (path, &error);
  g_assert_no_error (error);
  workspace = smr_workspace_new (catalogue, store, &error);
  g_assert_no_error (error);
  return workspace;
}

static SmrIntake *
make_form (SmrCatalogue *catalogue, SmrDate signed_on)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  g_autofree char *day = smr_date_to_string (signed_on);
  SmrIntake *form = smr_test_intake (day);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (!condition->computed)
        smr_intake_take_answer (form, smr_answer_new (condition->id, SMR_REPLY_NO));
    }
  return form;
}

gint64
smr_test_add_client (SmrWorkspace *workspace, const char *name, gboolean form)
{
  SmrStore *store = smr_workspace_get_store (workspace);
  g_autoptr (SmrClient) client = smr_test_client (name);
  g_autoptr (GError) error = NULL;
  gint64 id = smr_store_save_client (store, client, &error);

  g_assert_no_error (error);
  if (form)
    {
      g_autoptr (SmrIntake) intake = make_form (smr_workspace_get_catalogue (workspace), smr_date_add_days (smr_workspace_get_today (workspace), -7));

      smr_store_add_intake (store, id, intake, &error);
      g_assert_no_error (error);
    }
  return id;
}

GtkWindow *
smr_test_present_page (AdwNavigationPage *page)
{
  GtkWidget *view = adw_navigation_view_new ();
  GtkWidget *window = adw_window_new ();

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 900);
  gtk_window_present (GTK_WINDOW (window));
  smr_test_settle ();
  return g_object_ref (GTK_WINDOW (window));
}

static gboolean
time_is_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
smr_test_settle (void)
{
  gboolean time_is_up = FALSE;

  g_timeout_add (40, time_is_up_cb, &time_is_up);
  while (!time_is_up)
    g_main_context_iteration (NULL, TRUE);
}

static void
collect (GtkWidget *widget, const char *type_name, GPtrArray *found)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type_name, found);
}

GPtrArray *
smr_test_find_all (GtkWidget *widget, const char *type_name)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type_name, found);
  return found;
}

GtkWidget *
smr_test_find_label (GtkWidget *widget, const char *text)
{
  g_autoptr (GPtrArray) labels = smr_test_find_all (widget, "GtkLabel");

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_visible (label) && g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
        return label;
    }
  return NULL;
}

gboolean
smr_test_shows_text (GtkWidget *widget, const char *text)
{
  return smr_test_find_label (widget, text) != NULL;
}
