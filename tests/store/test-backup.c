#include <glib/gstdio.h>

#include "smr-test-folder.h"
#include "smr-test-records.h"

typedef struct
{
  SmrTestFolder *folder;
  SmrStore      *store;
  char          *copy; /* path of a file that is not there yet */
} Fixture;

static void
add_client (SmrStore *store, const char *name)
{
  g_autoptr (SmrRecord) record = smr_test_full_record (name);
  g_autoptr (GError) error = NULL;

  record->client->archived = FALSE;
  g_assert_cmpint (smr_store_import_record (store, record, &error), !=, 0);
  g_assert_no_error (error);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = smr_test_folder_new ();
  fixture->store = smr_test_folder_open (fixture->folder);
  fixture->copy = smr_test_folder_build (fixture->folder, "copy.db");
  add_client (fixture->store, "Ana");
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  smr_test_folder_free (fixture->folder);
  g_free (fixture->copy);
}

static char *
list_clients (const char *path)
{
  return smr_test_sql_value (path, "SELECT coalesce (group_concat (name, ' '), '') FROM (SELECT name FROM client ORDER BY id)");
}

static void
assert_clients (const char *path, const char *expected)
{
  g_autofree char *names = list_clients (path);

  g_assert_cmpstr (names, ==, expected);
}

static void
back_up (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (smr_store_backup (fixture->store, path, &error));
  g_assert_no_error (error);
}

static gboolean
is_there (Fixture *fixture, const char *pattern)
{
  g_autofree char *list = smr_test_folder_list (fixture->folder->path);

  return g_regex_match_simple (pattern, list, 0, 0);
}

/* --- backing up -------------------------------------------------------------------------------------------- */

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRecord) first = NULL;
  g_autoptr (SmrRecord) second = NULL;
  g_autoptr (SmrStore) copy = NULL;
  g_autofree char *list = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  back_up (fixture, fixture->copy);
  add_client (fixture->store, "Ben");
  list = smr_test_folder_list (fixture->folder->path);
  g_assert_cmpstr (list, ==, "copy.db practice.db practice.db-shm practice.db-wal");
  g_assert_cmpint (g_stat (fixture->copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_clients (fixture->copy, "Ana");

  copy = smr_store_open (fixture->copy, &error);
  g_assert_no_error (error);
  first = smr_store_load_record (fixture->store, 1, &error);
  second = smr_store_load_record (copy, 1, &error);
  g_assert_no_error (error);
  smr_test_assert_same (smr_test_describe_record, first, second);
  g_clear_object (&copy);

  /* A second backup takes the place of the first. */
  back_up (fixture, fixture->copy);
  assert_clients (fixture->copy, "Ana Ben");
}

static void
test_bad_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = smr_test_folder_build (fixture->folder, "missing/copy.db");
  g_autofree char *link = smr_test_folder_build (fixture->folder, "link.db");
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;

  g_assert_false (smr_store_backup (fixture->store, nowhere, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CANNOT_OPEN);
  g_clear_error (&error);

  g_assert_false (smr_store_backup (fixture->store, fixture->folder->practice, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (g_file_make_symbolic_link (file, fixture->folder->practice, NULL, &error));
  g_assert_false (smr_store_backup (fixture->store, link, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  assert_clients (fixture->folder->practice, "Ana");
}

typedef struct
{
  GAsyncResult *result;
  GCancellable *cancellable;
  int           ticks;
  goffset       last;
} Waiting;

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Waiting *) user_data)->result = g_object_ref (result);
}

static void
progress_cb (goffset current, goffset total, gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_cmpint (total, ==, 1000);
  g_assert_cmpint (current, >, waiting->last);
  waiting->last = current;
  waiting->ticks++;
  g_cancellable_cancel (waiting->cancellable);
}

static gboolean
wait_for_backup (Fixture *fixture, Waiting *waiting, GError **error)
{
  gint64 patience = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  gboolean done;

  smr_store_backup_with_progress_async (fixture->store, fixture->copy, waiting->cancellable, progress_cb, waiting, finished_cb, waiting);
  while (waiting->result == NULL && g_get_monotonic_time () < patience)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (waiting->result);
  done = smr_store_backup_finish (fixture->store, waiting->result, error);
  g_clear_object (&waiting->result);
  return done;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (8 * 1024 * 1024), 8 * 1024 * 1024);
  g_autoptr (SmrPractice) practice = smr_practice_new ();
  g_autoptr (GError) error = NULL;
  Waiting whole = { 0 };
  Waiting cancelled = { .cancellable = cancellable };

  practice->logo = g_steal_pointer (&large);
  g_assert_true (smr_store_save_practice (fixture->store, practice, &error));

  g_assert_true (wait_for_backup (fixture, &whole, &error));
  g_assert_no_error (error);
  g_assert_cmpint (whole.ticks, >, 3);
  g_assert_cmpint (whole.last, ==, 1000);
  assert_clients (fixture->copy, "Ana");

  add_client (fixture->store, "Ben");
  g_assert_false (wait_for_backup (fixture, &cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_clients (fixture->copy, "Ana");
  g_assert_false (is_there (fixture, "\\.part"));
}

static gboolean
back_up_daily (Fixture *fixture, SmrDate day, guint keep, GError **error)
{
  gint64 patience = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  Waiting waiting = { 0 };
  gboolean done;

  smr_store_backup_daily_async (fixture->store, day, keep, NULL, finished_cb, &waiting);
  while (waiting.result == NULL && g_get_monotonic_time () < patience)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (waiting.result);
  done = smr_store_backup_finish (fixture->store, waiting.result, error);
  g_object_unref (waiting.result);
  return done;
}

static void
test_daily (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backups = smr_test_folder_build (fixture->folder, "backups");
  g_autofree char *stranger = g_build_filename (backups, "practice-of-mine.db", NULL);
  g_autofree char *abandoned = g_build_filename (backups, "practice-2026-01-02.db.part", NULL);
  g_autofree char *first = g_build_filename (backups, "practice-2026-02-27.db", NULL);
  g_autofree char *list = NULL;
  g_autoptr (GError) error = NULL;
  SmrDate start = smr_test_date ("2026-02-27");

  g_assert_true (back_up_daily (fixture, start, 3, &error));
  smr_test_write_file (stranger, "mine", 4);
  smr_test_write_file (abandoned, "half", 4);
  /* Only the first one of a day. */
  add_client (fixture->store, "Ben");
  g_assert_true (back_up_daily (fixture, start, 3, &error));
  assert_clients (first, "Ana");

  for (int day = 1; day <= 4; day++)
    g_assert_true (back_up_daily (fixture, start + day, 3, &error));
  g_assert_no_error (error);
  list = smr_test_folder_list (backups);
  g_assert_cmpstr (list, ==, "practice-2026-03-01.db practice-2026-03-02.db practice-2026-03-03.db practice-of-mine.db");
}

/* A practice that went bad does not push out the good copies. */
static void
test_daily_of_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backups = smr_test_folder_build (fixture->folder, "backups");
  g_autofree char *list = NULL;
  g_autofree char *content = NULL;
  g_autofree char *page = NULL;
  g_autoptr (GError) error = NULL;
  SmrDate start = smr_test_date ("2026-02-27");
  gsize size;

  g_assert_true (back_up_daily (fixture, start, 1, &error));
  smr_test_folder_close (fixture->folder);
  g_assert_true (g_file_get_contents (fixture->folder->practice, &content, &size, &error));
  /* A page that is not looked at when the practice is opened. */
  page = smr_test_sql_value (fixture->folder->practice, "SELECT rootpage FROM sqlite_schema WHERE name = 'reading_by_client'");
  memset (content + (atoi (page) - 1) * 4096, 0x5a, 4096);
  smr_test_write_file (fixture->folder->practice, content, size);

  fixture->store = smr_test_folder_open (fixture->folder);
  g_assert_false (smr_store_check_integrity (fixture->store, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (back_up_daily (fixture, start + 1, 1, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CORRUPT);
  list = smr_test_folder_list (backups);
  g_assert_cmpstr (list, ==, "practice-2026-02-27.db");
}

/* Erasing a client reaches the copies that nobody but the program knows about. */
static void
test_erased_from_copies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *daily = smr_test_folder_build (fixture->folder, "backups/practice-2026-02-27.db");
  g_autofree char *damaged = smr_test_folder_build (fixture->folder, "backups/practice-2026-02-26.db");
  g_autofree char *before_migration = smr_test_folder_build (fixture->folder, "practice.db.version-1");
  g_autofree char *before_restore = smr_test_folder_build (fixture->folder, "practice-before-restore-20260302T101500.db");
  g_autofree char *other_practice = smr_test_folder_build (fixture->folder, "practice-before-restore-20260302T101501.db");
  const char * const copies[] = { daily, before_migration, before_restore };
  g_autofree char *search = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  add_client (fixture->store, "Ben");
  g_assert_true (back_up_daily (fixture, smr_test_date ("2026-02-27"), 9, &error));
  smr_test_write_file (damaged, "no more", 7);
  back_up (fixture, before_migration);
  back_up (fixture, before_restore);
  back_up (fixture, other_practice);
  back_up (fixture, fixture->copy);
  /* The same number, another person. */
  smr_test_sql (other_practice, "UPDATE client SET added_at = 1 WHERE id = 2");

  g_assert_true (smr_store_erase_client (fixture->store, 2, &error));
  g_assert_no_error (error);
  assert_clients (fixture->folder->practice, "Ana");
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autoptr (GBytes) bytes = smr_test_read_file (copies[i]);

      assert_clients (copies[i], "Ana");
      g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Ben", 3));
      g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "ben", 3));
    }
  assert_clients (other_practice, "Ana Ben");
  assert_clients (fixture->copy, "Ana Ben");
}

/* --- restoring --------------------------------------------------------------------------------------------- */

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;

  back_up (fixture, fixture->copy);
  add_client (fixture->store, "Ben");
  smr_test_folder_close (fixture->folder);

  g_assert_true (smr_store_restore (fixture->folder->practice, fixture->copy, &error));
  g_assert_no_error (error);
  fixture->store = smr_test_folder_open (fixture->folder);
  assert_clients (fixture->folder->practice, "Ana");
  g_assert_true (smr_store_check_integrity (fixture->store, &error));
  smr_test_folder_close (fixture->folder);

  /* What was there is kept aside. */
  list = smr_test_folder_list (fixture->folder->path);
  g_assert_true (g_regex_match_simple ("^copy\\.db practice-before-restore-[0-9]{8}T[0-9]{6}\\.db practice\\.db$", list, 0, 0));
  list[strlen ("copy.db practice-before-restore-20260302T101500.db")] = '\0';
  {
    g_autofree char *aside = smr_test_folder_build (fixture->folder, list + strlen ("copy.db "));

    assert_clients (aside, "Ana Ben");
  }
}

static void
test_restore_anew (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = smr_test_folder_build (fixture->folder, "elsewhere.db");
  g_autoptr (GError) error = NULL;

  back_up (fixture, fixture->copy);
  g_assert_true (smr_store_restore (elsewhere, fixture->copy, &error));
  g_assert_no_error (error);
  assert_clients (elsewhere, "Ana");
}

static void
assert_not_restored (Fixture *fixture, SmrStoreError code)
{
  g_autoptr (GBytes) before = smr_test_read_file (fixture->folder->practice);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (smr_store_restore (fixture->folder->practice, fixture->copy, &error));
  g_assert_error (error, SMR_STORE_ERROR, (gint) code);
  after = smr_test_read_file (fixture->folder->practice);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (is_there (fixture, "restore|\\.part"));
}

static void
test_restore_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  back_up (fixture, fixture->copy);
  smr_test_folder_close (fixture->folder);
  g_assert_true (g_file_get_contents (fixture->copy, &content, &size, &error));

  smr_test_write_file (fixture->copy, content, size / 2);
  assert_not_restored (fixture, SMR_STORE_ERROR_CORRUPT);
  smr_test_write_file (fixture->copy, content, size - 1);
  assert_not_restored (fixture, SMR_STORE_ERROR_CORRUPT);
  memset (content + size / 2, 0x5a, size / 4);
  smr_test_write_file (fixture->copy, content, size);
  assert_not_restored (fixture, SMR_STORE_ERROR_CORRUPT);
  smr_test_write_file (fixture->copy, "", 0);
  assert_not_restored (fixture, SMR_STORE_ERROR_NOT_A_PRACTICE);
  smr_test_write_file (fixture->copy, "Dear diary,", 11);
  assert_not_restored (fixture, SMR_STORE_ERROR_NOT_A_PRACTICE);
  g_assert_cmpint (g_unlink (fixture->copy), ==, 0);
  assert_not_restored (fixture, SMR_STORE_ERROR_CANNOT_OPEN);

  fixture->store = smr_test_folder_open (fixture->folder);
  back_up (fixture, fixture->copy);
  smr_test_folder_close (fixture->folder);
  smr_test_sql (fixture->copy, "PRAGMA user_version = 1000");
  assert_not_restored (fixture, SMR_STORE_ERROR_TOO_NEW);

  g_assert_false (smr_store_restore (fixture->folder->practice, fixture->folder->practice, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
}

static void
test_restore_while_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  back_up (fixture, fixture->copy);
  add_client (fixture->store, "Ben");
  g_assert_false (smr_store_restore (fixture->folder->practice, fixture->copy, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_BUSY);
  assert_clients (fixture->folder->practice, "Ana Ben");
  g_assert_false (is_there (fixture, "restore"));
  add_client (fixture->store, "Cem");
  assert_clients (fixture->folder->practice, "Ana Ben Cem");
}

/* A file so damaged that it cannot be opened, with a -wal that must not be played into the restored one. */
static void
test_restore_over_damage (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = smr_test_folder_build (fixture->folder, "practice.db-wal");
  g_autofree SmrReading *reading = smr_test_reading ("2026-03-02", 120, 80);
  g_autoptr (GBytes) saved_wal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = NULL;

  back_up (fixture, fixture->copy);
  fixture->store = smr_test_folder_open (fixture->folder);
  g_assert_cmpint (smr_store_add_reading (fixture->store, 1, reading, &error), !=, 0);
  saved_wal = smr_test_read_file (wal);
  smr_test_folder_close (fixture->folder);
  smr_test_write_file (fixture->folder->practice, "nonsense, nonsense, nonsense, nonsense", 38);
  smr_test_write_file (wal, g_bytes_get_data (saved_wal, NULL), g_bytes_get_size (saved_wal));

  g_assert_true (smr_store_restore (fixture->folder->practice, fixture->copy, &error));
  g_assert_no_error (error);
  g_assert_true (is_there (fixture, "practice-before-restore-[0-9T]+\\.db practice-before-restore-[0-9T]+\\.db-wal practice\\.db$"));
  fixture->store = smr_test_folder_open (fixture->folder);
  g_assert_true (smr_store_check_integrity (fixture->store, &error));
  record = smr_store_load_record (fixture->store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (record->readings->len, ==, 2);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/backup/is a practice of its own", test_copy);
  ADD ("/store/backup/goes only where it can", test_bad_places);
  ADD ("/store/backup/tells how far it is and can be cancelled", test_async);
  ADD ("/store/backup/keeps the last days", test_daily);
  ADD ("/store/backup/a damaged practice pushes nothing out", test_daily_of_damaged);
  ADD ("/store/backup/forgets who was erased", test_erased_from_copies);
  ADD ("/store/restore/puts the backup in place", test_restore);
  ADD ("/store/restore/makes what is not there", test_restore_anew);
  ADD ("/store/restore/refuses what is damaged", test_restore_refused);
  ADD ("/store/restore/leaves alone what is open", test_restore_while_open);
  ADD ("/store/restore/takes the place of a damaged file", test_restore_over_damage);
  return g_test_run ();
}
