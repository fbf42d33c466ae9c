#include "smr-test-folder.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

SmrTestFolder *
smr_test_folder_new (void)
{
  SmrTestFolder *self = g_new0 (SmrTestFolder, 1);
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("smr-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->practice = g_build_filename (self->path, "practice.db", NULL);
  return self;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

void
smr_test_folder_free (SmrTestFolder *self)
{
  smr_test_folder_close (self);
  remove_all (self->path);
  g_free (self->path);
  g_free (self->practice);
  g_free (self);
}

SmrStore *
smr_test_folder_open (SmrTestFolder *self)
{
  g_autoptr (GError) error = NULL;

  smr_test_folder_close (self);
  self->store = smr_store_open (self->practice, &error);
  g_assert_no_error (error);
  return self->store;
}

void
smr_test_folder_close (SmrTestFolder *self)
{
  if (self->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->store));
}

char *
smr_test_folder_build (SmrTestFolder *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

char *
smr_test_folder_list (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (GStrv) names->pdata);
}

GBytes *
smr_test_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

void
smr_test_write_file (const char *path, gconstpointer data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, size, &error);
  g_assert_no_error (error);
}

char *
smr_test_sql_value (const char *path, const char *sql)
{
  char *value = NULL;
  sqlite3_stmt *stmt;
  sqlite3 *database;
  int result;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  result = sqlite3_step (stmt);
  g_assert_true (result == SQLITE_ROW || result == SQLITE_DONE);
  if (result == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (database);
  return value;
}

void
smr_test_sql (const char *path, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}
