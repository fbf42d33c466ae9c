#include <glib/gstdio.h>

#include "smr-catalogue-reader.h"
#include "smr-client-model.h"
#include "smr-test-records.h"

/* The list of clients without a window. */

#define N_CLIENTS 50
#define FIRST SMR_CLIENT_MODEL_FIRST_ROWS

typedef struct
{
  char           *folder;
  char           *path;
  SmrCatalogue   *catalogue;
  SmrStore       *store;
  SmrWorkspace   *workspace;
  SmrClientModel *model;
  GString        *changes;      /* "0-0+50 " */
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, GString *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, removed, added);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("smr-app-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "practice.db", NULL);
  fixture->catalogue = smr_catalogue_load_builtin ();
  fixture->store = smr_store_open (fixture->path, &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_CLIENTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %02d %s", i, i % 2 == 0 ? "Even" : "Odd");
      g_autoptr (SmrClient) client = smr_test_client (name);

      smr_store_save_client (fixture->store, client, &error);
      g_assert_no_error (error);
    }

  fixture->workspace = smr_workspace_new (fixture->catalogue, fixture->store, &error);
  g_assert_no_error (error);
  fixture->model = smr_client_model_new (fixture->workspace);
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (items_changed_cb), fixture->changes);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (fixture->path, "-shm", NULL);

  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->store);
  smr_catalogue_unref (fixture->catalogue);
  g_string_free (fixture->changes, TRUE);
  g_remove (wal);
  g_remove (shm);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_changes (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->changes->str, ==, expected);
  g_string_truncate (fixture->changes, 0);
}

static void
wait_for_rows (Fixture *fixture, guint n_rows)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) < n_rows && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, n_rows);
}

static void
assert_name (Fixture *fixture, guint position, const char *expected)
{
  g_autoptr (SmrClientItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), position);

  g_assert_cmpstr (smr_client_item_get_name (item), ==, expected);
}

static void
test_first_rows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *rest = g_strdup_printf ("%d-0+%d ", FIRST, N_CLIENTS - FIRST);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, FIRST);
  wait_for_rows (fixture, N_CLIENTS);
  assert_changes (fixture, rest);
  assert_name (fixture, 0, "Person 00 Even");
  assert_name (fixture, N_CLIENTS - 1, "Person 49 Odd");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = g_strdup_printf ("0-%d+%d ", N_CLIENTS, FIRST);
  g_autofree char *one = g_strdup_printf ("0-%d+1 ", FIRST);

  wait_for_rows (fixture, N_CLIENTS);
  g_string_truncate (fixture->changes, 0);
  smr_client_model_set_search (fixture->model, "odd");
  assert_changes (fixture, found);
  smr_client_model_set_search (fixture->model, "odd");
  assert_changes (fixture, "");
  smr_client_model_set_search (fixture->model, "odd 31");
  assert_changes (fixture, one);
  assert_name (fixture, 0, "Person 31 Odd");
  smr_client_model_set_search (fixture->model, "odd");
  wait_for_rows (fixture, N_CLIENTS / 2);
}

static void
test_client_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = g_strdup_printf ("0-%d+%d ", N_CLIENTS, N_CLIENTS);
  g_autofree char *first = g_strdup_printf ("0-%d+%d ", FIRST, FIRST);

  smr_workspace_client_changed (fixture->workspace, 1);
  assert_changes (fixture, first);
  wait_for_rows (fixture, N_CLIENTS);
  g_string_truncate (fixture->changes, 0);
  smr_workspace_client_changed (fixture->workspace, 1);
  assert_changes (fixture, all);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/client-model/has-a-screenful-at-once-and-the-rest-soon", test_first_rows);
  ADD ("/client-model/finds-while-typing", test_search);
  ADD ("/client-model/stays-as-long-when-a-client-changes", test_client_changed);

  return g_test_run ();
}
