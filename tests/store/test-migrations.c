#include <glib/gstdio.h>

#include "smr-migrations.h"
#include "smr-store-private.h"
#include "smr-test-folder.h"
#include "smr-test-records.h"

static SmrStore *
open_with (SmrTestFolder *folder, const char *second, const char *third, GError **error)
{
  g_auto (GStrv) bundled = smr_migrations_dup_scripts ();
  const char *scripts[] = { bundled[0], second, third, NULL };

  return smr_store_open_with_scripts (folder->practice, scripts, error);
}

/* A practice of version 1 with one client, closed. */
static void
make_version_1 (SmrTestFolder *folder)
{
  g_autoptr (SmrClient) client = smr_test_client ("Ana");
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrStore) store = open_with (folder, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (smr_store_save_client (store, client, &error), ==, 1);
}

static void
assert_value (const char *path, const char *sql, const char *expected)
{
  g_autofree char *value = smr_test_sql_value (path, sql);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_new_file (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_auto (GStrv) scripts = smr_migrations_dup_scripts ();
  g_autofree char *newest = g_strdup_printf ("%u", g_strv_length (scripts));
  g_autofree char *list = NULL;
  GStatBuf status;

  smr_test_folder_open (folder);
  g_assert_cmpint (g_stat (folder->practice, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  smr_test_folder_close (folder);

  list = smr_test_folder_list (folder->path);
  g_assert_cmpstr (list, ==, "practice.db");
  assert_value (folder->practice, "PRAGMA user_version", newest);
  assert_value (folder->practice, "PRAGMA application_id", "1397576259");
  assert_value (folder->practice, "PRAGMA journal_mode", "wal");
  /* Every table is strict but SQLite's own. */
  assert_value (folder->practice, "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'", "0");
}

static void
test_step_by_step (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;
  g_autofree char *copy = smr_test_folder_build (folder, "practice.db.version-1");

  make_version_1 (folder);
  /* The second step builds a table anew that others refer to. */
  store = open_with (folder, "CREATE TABLE mood (client INTEGER REFERENCES client (id), word TEXT) STRICT; INSERT INTO mood VALUES (1, 'fine');",
                     "CREATE TABLE trainer_new (position INTEGER PRIMARY KEY, name TEXT) STRICT; DROP TABLE trainer;"
                     "ALTER TABLE trainer_new RENAME TO trainer;",
                     &error);
  g_assert_no_error (error);
  g_assert_cmpint (smr_store_count_clients (store, TRUE, &error), ==, 1);
  g_clear_object (&store);

  list = smr_test_folder_list (folder->path);
  g_assert_cmpstr (list, ==, "practice.db practice.db.version-1");
  assert_value (folder->practice, "PRAGMA user_version", "3");
  assert_value (folder->practice, "SELECT word FROM mood", "fine");
  assert_value (copy, "PRAGMA user_version", "1");
  assert_value (copy, "SELECT name FROM client", "Ana");
}

static void
test_failed_step (void)
{
  static const struct
  {
    const char *script;
    int         code;
  } broken[] = {
    { "CREATE TABLE mood (word TEXT) STRICT; INSERT INTO client_kit VALUES (1, 0, 'band'); CREATE TABL oops;", SMR_STORE_ERROR_FAILED },
    /* Would leave rows without their owner. */
    { "INSERT INTO reading (client, date, systolic, diastolic) VALUES (99, '2026-01-01', 1, 1);", SMR_STORE_ERROR_CONSTRAINT },
  };
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (GBytes) before = NULL;

  make_version_1 (folder);
  before = smr_test_read_file (folder->practice);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autofree char *list = NULL;

      g_assert_null (open_with (folder, broken[i].script, NULL, &error));
      g_assert_error (error, SMR_STORE_ERROR, broken[i].code);
      after = smr_test_read_file (folder->practice);
      g_assert_true (g_bytes_equal (before, after));
      list = smr_test_folder_list (folder->path);
      g_assert_cmpstr (list, ==, "practice.db practice.db.version-1");
    }
  smr_test_folder_open (folder);
}

static void
test_failed_first_step (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  const char * const scripts[] = { "CREATE TABLE client (id INTEGER); CREATE TABL oops;", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;

  g_assert_null (smr_store_open_with_scripts (folder->practice, scripts, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_FAILED);
  list = smr_test_folder_list (folder->path);
  g_assert_cmpstr (list, ==, "");
}

/* Opens what is at the path and expects @code and an untouched file. */
static void
assert_refused (SmrTestFolder *folder, SmrStoreError code)
{
  g_autoptr (GBytes) before = smr_test_read_file (folder->practice);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;

  g_assert_null (smr_store_open (folder->practice, &error));
  g_assert_error (error, SMR_STORE_ERROR, (gint) code);
  g_assert_nonnull (strstr (error->message, folder->practice));
  after = smr_test_read_file (folder->practice);
  g_assert_true (g_bytes_equal (before, after));
  list = smr_test_folder_list (folder->path);
  g_assert_cmpstr (list, ==, "practice.db");
}

static void
test_too_new (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (GError) error = NULL;

  smr_test_folder_open (folder);
  smr_test_folder_close (folder);
  smr_test_sql (folder->practice, "PRAGMA user_version = 1000");
  assert_refused (folder, SMR_STORE_ERROR_TOO_NEW);
  g_assert_null (smr_store_open_read_only (folder->practice, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_TOO_NEW);
}

static void
test_not_a_practice (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autofree char *noise = g_malloc (20000);

  smr_test_sql (folder->practice, "CREATE TABLE bookmarks (url TEXT)");
  assert_refused (folder, SMR_STORE_ERROR_NOT_A_PRACTICE);
  smr_test_sql (folder->practice, "PRAGMA user_version = 1");
  assert_refused (folder, SMR_STORE_ERROR_NOT_A_PRACTICE);

  for (gsize i = 0; i < 20000; i++)
    noise[i] = g_test_rand_int ();
  smr_test_write_file (folder->practice, noise, 20000);
  assert_refused (folder, SMR_STORE_ERROR_NOT_A_PRACTICE);
  smr_test_write_file (folder->practice, "Dear diary,", 11);
  assert_refused (folder, SMR_STORE_ERROR_NOT_A_PRACTICE);
}

static void
test_damaged (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (GBytes) whole = NULL;
  gsize size;
  const char *data;

  make_version_1 (folder);
  whole = smr_test_read_file (folder->practice);
  data = g_bytes_get_data (whole, &size);

  for (gsize keep = size - 1; keep > 100; keep = keep * 2 / 3)
    {
      g_test_message ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes", keep, size);
      smr_test_write_file (folder->practice, data, keep);
      assert_refused (folder, SMR_STORE_ERROR_CORRUPT);
    }
}

static void
test_elsewhere (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autofree char *nowhere = smr_test_folder_build (folder, "missing/practice.db");
  g_autofree char *odd = smr_test_folder_build (folder, "100% ?#&.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrStore) store = NULL;
  g_autofree char *list = NULL;

  g_assert_null (smr_store_open (nowhere, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CANNOT_OPEN);
  g_clear_error (&error);
  g_assert_null (smr_store_open (folder->path, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CANNOT_OPEN);
  g_clear_error (&error);

  store = smr_store_open (odd, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  list = smr_test_folder_list (folder->path);
  g_assert_cmpstr (list, ==, "100% ?#&.db");
}

static void
test_default_path (void)
{
  g_autofree char *path = smr_store_get_default_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrStore) store = smr_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/smr-coach/practice.db"));
}

/* Raised, with a new file in tests/data, when a schema is released. */
#define RELEASED_SCHEMA 3

/* Every released schema has a stored practice that opens with the newest code and still says the same. */
static void
test_released_versions (void)
{
  for (guint version = 1; version <= RELEASED_SCHEMA; version++)
    {
      g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
      g_autofree char *name = g_strdup_printf ("practice-v%u.db", version);
      g_autofree char *stored = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
      g_autoptr (GBytes) bytes = smr_test_read_file (stored);
      g_autoptr (SmrRecord) expected = version < 3 ? smr_test_full_record ("Łukasz O'Brien") : smr_test_latest_record ("Łukasz O'Brien");
      g_autoptr (SmrPractice) expected_practice = smr_test_full_practice ("Mill Lane Movement");
      g_autoptr (SmrRecord) record = NULL;
      g_autoptr (SmrPractice) practice = NULL;
      g_autoptr (GPtrArray) handouts = NULL;
      g_autoptr (GBytes) page = NULL;
      g_autoptr (GError) error = NULL;
      SmrStore *store;
      gint64 client;

      smr_test_write_file (folder->practice, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      store = smr_test_folder_open (folder);
      g_assert_true (smr_store_check_integrity (store, &error));
      client = smr_store_find_client (store, "lukasz obrien", &error);
      g_assert_no_error (error);
      record = smr_store_load_record (store, client, &error);
      g_assert_no_error (error);
      smr_test_assert_same (smr_test_describe_record, record, expected);
      practice = smr_store_load_practice (store, &error);
      smr_test_assert_same (smr_test_describe_practice, practice, expected_practice);
      handouts = smr_store_list_handouts (store, client, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (handouts->len, ==, 1);
      page = smr_store_load_handout (store, ((SmrHandoutSummary *) g_ptr_array_index (handouts, 0))->id, &error);
      g_assert_cmpmem (g_bytes_get_data (page, NULL), g_bytes_get_size (page), "%PDF", 4);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/open/a new file has the newest version", test_new_file);
  g_test_add_func ("/store/open/the default is made with its folder", test_default_path);
  g_test_add_func ("/store/open/a missing folder is an error", test_elsewhere);
  g_test_add_func ("/store/open/the future is refused", test_too_new);
  g_test_add_func ("/store/open/other files are refused", test_not_a_practice);
  g_test_add_func ("/store/open/damaged files are refused", test_damaged);
  g_test_add_func ("/store/migrations/go step by step after a copy", test_step_by_step);
  g_test_add_func ("/store/migrations/a failure leaves the file as it was", test_failed_step);
  g_test_add_func ("/store/migrations/a failure leaves no new file", test_failed_first_step);
  g_test_add_func ("/store/migrations/released versions open", test_released_versions);
  return g_test_run ();
}
