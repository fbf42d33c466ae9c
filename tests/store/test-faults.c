#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "smr-store-private.h"
#include "smr-test-folder.h"
#include "smr-test-records.h"

/* Another program, a full disk, a read-only one, a killed program: a clear error, and nothing lost. */

static gint64
save_ana (SmrStore *store)
{
  g_autoptr (SmrClient) client = smr_test_client ("Ana");
  g_autoptr (GError) error = NULL;
  gint64 id = smr_store_save_client (store, client, &error);

  g_assert_no_error (error);
  return id;
}

/* --- two programs ------------------------------------------------------------------------------------------ */

static sqlite3 *
hold (const char *path)
{
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open_v2 (path, &other, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  return other;
}

static gpointer
let_go_thread (gpointer data)
{
  g_usleep (200 * 1000);
  g_assert_cmpint (sqlite3_exec (data, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  return NULL;
}

static void
test_busy (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autofree SmrReading *reading = smr_test_reading ("2026-03-02", 120, 80);
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 id = save_ana (store);
  sqlite3 *other = hold (folder->practice);
  GThread *thread;

  /* Reading goes on. */
  record = smr_store_load_record (store, id, &error);
  g_assert_no_error (error);

  smr_database_set_busy_timeout (smr_store_enter (store, "wait"), 20);
  g_assert_cmpint (smr_store_add_reading (store, id, reading, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "another program is using"));
  g_assert_nonnull (strstr (error->message, folder->practice));
  g_clear_error (&error);
  g_assert_false (smr_store_set_archived (store, id, TRUE, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_BUSY);
  g_clear_error (&error);

  /* Who waits long enough gets his turn. */
  smr_database_set_busy_timeout (smr_store_enter (store, "wait"), 30000);
  thread = g_thread_new ("let go", let_go_thread, other);
  g_assert_cmpint (smr_store_add_reading (store, id, reading, &error), !=, 0);
  g_assert_no_error (error);
  g_thread_join (thread);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
}

/* --- a read-only disk -------------------------------------------------------------------------------------- */

/* Permissions do not bind root until it gives up this capability. */
static void
obey_permissions (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct data[2];

  g_assert_cmpint (syscall (SYS_capget, &header, data), ==, 0);
  data[0].effective &= ~(1u << CAP_DAC_OVERRIDE);
  g_assert_cmpint (syscall (SYS_capset, &header, data), ==, 0);
}

static void
read_only_subprocess (SmrTestFolder *folder)
{
  g_autofree char *fresh = smr_test_folder_build (folder, "fresh.db");
  g_autofree char *copy = smr_test_folder_build (folder, "copy.db");
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (SmrRecord) record = NULL;
  g_autofree SmrReading *reading = smr_test_reading ("2026-03-02", 120, 80);
  g_autoptr (GError) error = NULL;

  g_assert_null (smr_store_open (folder->practice, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (smr_store_open (fresh, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  store = smr_store_open_read_only (folder->practice, &error);
  g_assert_no_error (error);
  record = smr_store_load_record (store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->client->name, ==, "Ana");
  g_assert_cmpint (smr_store_add_reading (store, 1, reading, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (smr_store_backup (store, copy, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_READ_ONLY);
}

static void
test_read_only (gconstpointer data)
{
  gboolean only_file = GPOINTER_TO_INT (data);
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  int status;
  pid_t child;

  save_ana (smr_test_folder_open (folder));
  smr_test_folder_close (folder);
  before = smr_test_read_file (folder->practice);
  g_assert_cmpint (g_chmod (folder->practice, 0444), ==, 0);
  if (!only_file)
    g_assert_cmpint (g_chmod (folder->path, 0555), ==, 0);

  child = fork ();
  if (child == 0)
    {
      obey_permissions ();
      if (only_file)
        {
          g_autoptr (GError) error = NULL;

          g_assert_null (smr_store_open (folder->practice, &error));
          g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_READ_ONLY);
        }
      else
        read_only_subprocess (folder);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (g_chmod (folder->path, 0755), ==, 0);
  g_assert_cmpint (status, ==, 0);
  after = smr_test_read_file (folder->practice);
  g_assert_true (g_bytes_equal (before, after));
}

/* What was not yet brought from the -wal into the file is seen as well. */
static void
test_read_only_beside_writer (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrStore) reader = NULL;

  save_ana (smr_test_folder_open (folder));
  reader = smr_store_open_read_only (folder->practice, &error);
  g_assert_no_error (error);
  g_assert_cmpint (smr_store_count_clients (reader, TRUE, &error), ==, 1);
}

/* --- a full disk -------------------------------------------------------------------------------------------- */

static void
set_largest_file (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* How many clients were saved when the disk was full. */
static int
fill_disk (SmrStore *store)
{
  g_autoptr (GError) error = NULL;

  for (int saved = 0;; saved++)
    {
      g_autoptr (SmrRecord) record = smr_test_full_record ("Ana");

      if (smr_store_import_record (store, record, &error) == 0)
        {
          g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_FULL);
          g_assert_nonnull (strstr (error->message, "no space left"));
          return saved;
        }
      g_assert_cmpint (saved, <, 1000);
    }
}

static void
full_disk_subprocess (SmrTestFolder *folder)
{
  g_autofree char *copy = smr_test_folder_build (folder, "copy.db");
  g_autofree char *fresh = smr_test_folder_build (folder, "fresh.db");
  g_autoptr (GError) error = NULL;
  SmrStore *store;
  int saved;

  signal (SIGXFSZ, SIG_IGN);
  store = smr_test_folder_open (folder);
  set_largest_file (400 * 1024);
  saved = fill_disk (store);
  g_assert_cmpint (saved, >, 0);
  g_assert_cmpint (smr_store_count_clients (store, TRUE, &error), ==, saved + 1);
  g_assert_no_error (error);

  set_largest_file (100 * 1024);
  g_assert_false (smr_store_backup (store, copy, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  set_largest_file (40 * 1024);
  g_assert_null (smr_store_open (fresh, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));

  /* With room again the same store goes on. */
  set_largest_file (RLIM_INFINITY);
  save_ana (store);
  g_assert_cmpint (smr_store_count_clients (store, TRUE, &error), ==, saved + 2);
  /* Like a program that ends badly: nothing is closed. */
  _exit (saved);
}

static void
test_full_disk (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (GError) error = NULL;
  SmrStore *store;
  int status;
  pid_t child;

  save_ana (smr_test_folder_open (folder));
  smr_test_folder_close (folder);
  child = fork ();
  if (child == 0)
    full_disk_subprocess (folder);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));

  store = smr_test_folder_open (folder);
  g_assert_true (smr_store_check_integrity (store, &error));
  g_assert_cmpint (smr_store_count_clients (store, TRUE, &error), ==, WEXITSTATUS (status) + 2);
  g_assert_no_error (error);
}

/* --- a killed writer ----------------------------------------------------------------------------------------- */

#define ROUNDS 100

/* Writes without end and says after each commit, through @acknowledge, how many there are. */
static void
write_until_killed (const char *path, int acknowledge, int written)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrStore) store = smr_store_open (path, &error);

  g_assert_no_error (error);
  for (;;)
    {
      g_autofree SmrReading *reading = smr_test_reading ("2026-03-02", ++written, 80);

      g_assert_cmpint (smr_store_add_reading (store, 1, reading, &error), !=, 0);
      /* Larger transactions in between, and a checkpoint now and then. */
      if (written % 5 == 0)
        {
          g_autoptr (SmrRecord) record = smr_test_full_record ("Ben");

          g_assert_cmpint (smr_store_import_record (store, record, &error), !=, 0);
        }
      g_assert_no_error (error);
      g_assert_cmpint (write (acknowledge, &written, sizeof written), ==, sizeof written);
    }
}

/* The last number that the writer, killed after @microseconds of writing, has acknowledged; @before if none. */
static int
run_writer (const char *path, int before, gulong microseconds)
{
  int acknowledged = before;
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      write_until_killed (path, ends[1], before);
    }
  close (ends[1]);
  g_usleep (microseconds);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  while (read (ends[0], &before, sizeof before) == sizeof before)
    acknowledged = before;
  close (ends[0]);
  return acknowledged;
}

static void
test_killed_writer (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  int written = 0, killed_while_writing = 0;

  save_ana (smr_test_folder_open (folder));
  smr_test_folder_close (folder);
  for (guint round = 0; round < ROUNDS; round++)
    {
      int acknowledged = run_writer (folder->practice, written, g_test_rand_int_range (2000, 60000));
      g_autoptr (GError) error = NULL;
      g_autoptr (SmrRecord) record = NULL;
      SmrStore *store = smr_test_folder_open (folder);

      g_assert_true (smr_store_check_integrity (store, &error));
      g_assert_no_error (error);
      record = smr_store_load_record (store, 1, &error);
      g_assert_no_error (error);

      /* All that was acknowledged, in order; at most one more, committed just before the end. */
      g_assert_cmpint (record->readings->len, >=, acknowledged);
      g_assert_cmpint (record->readings->len, <=, acknowledged + 1);
      for (guint i = 0; i < record->readings->len; i++)
        g_assert_cmpint (((SmrReading *) g_ptr_array_index (record->readings, i))->systolic, ==, i + 1);
      /* Imports follow each fifth reading, and are there whole. */
      g_assert_cmpint (smr_store_count_clients (store, TRUE, &error), >=, 1 + acknowledged / 5 - (int) round);
      killed_while_writing += acknowledged > written;
      written = record->readings->len;
      smr_test_folder_close (folder);
    }
  g_test_message ("%d readings, killed while writing in %d of %d rounds", written, killed_while_writing, ROUNDS);
  g_assert_cmpint (killed_while_writing, >, ROUNDS / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/busy/waits, then says who", test_busy);
  g_test_add_data_func ("/store/read-only/a folder can be looked at", GINT_TO_POINTER (FALSE), test_read_only);
  g_test_add_data_func ("/store/read-only/a file is not written", GINT_TO_POINTER (TRUE), test_read_only);
  g_test_add_func ("/store/read-only/sees what another writes", test_read_only_beside_writer);
  g_test_add_func ("/store/full/leaves the state before", test_full_disk);
  g_test_add_func ("/store/killed/nothing acknowledged is lost", test_killed_writer);
  return g_test_run ();
}
