#include <glib/gstdio.h>
#include <sqlite3.h>

#include "smr-store-private.h"
#include "smr-test-folder.h"
#include "smr-test-records.h"

/* A power cut. Killing a program does not show it, because the system still has what was written; what counts after
 * a cut is what was synced. So SQLite runs here on a disk that remembers for each file what it held at its last sync.
 * At the moment of a cut every sector that was written since is, by chance, the old one or the new one. */

#define SECTOR 512
#define CUTS 60
/* Writes between two cuts, on average. */
#define DISTANCE 40

static struct
{
  sqlite3_vfs        *real;
  sqlite3_vfs         vfs;
  sqlite3_io_methods  real_methods[2]; /* of files that are locked, the database, and of others */
  sqlite3_io_methods  methods[2];
  GHashTable         *open;     /* path by sqlite3_file */
  GHashTable         *synced;   /* GByteArray by path */
  char               *cuts;     /* folder that takes what a cut leaves */
  int                 acknowledged;
  int                 acknowledged_at[CUTS];
  guint               n_cuts;
  int                 until_cut; /* writes */
} disk;

static const sqlite3_io_methods *
real_methods_of (sqlite3_file *file)
{
  return &disk.real_methods[file->pMethods - disk.methods];
}

/* --- what is on the disk -------------------------------------------------------------------------------------- */

static GByteArray *
read_now (sqlite3_file *file)
{
  GByteArray *content = g_byte_array_new ();
  sqlite3_int64 size;

  g_assert_cmpint (real_methods_of (file)->xFileSize (file, &size), ==, SQLITE_OK);
  g_byte_array_set_size (content, size);
  if (size > 0)
    g_assert_cmpint (real_methods_of (file)->xRead (file, content->data, size, 0), ==, SQLITE_OK);
  return content;
}

static GByteArray *
mix (const GByteArray *before, const GByteArray *now)
{
  GByteArray *mixed = g_byte_array_new ();
  guint size = g_test_rand_bit () ? before->len : now->len;

  g_byte_array_set_size (mixed, size);
  for (guint start = 0; start < size; start += SECTOR)
    {
      const GByteArray *from = g_test_rand_bit () ? before : now;
      guint length = MIN (SECTOR, size - start);
      guint there = start < from->len ? MIN (length, from->len - start) : 0;

      memset (mixed->data + start, 0, length);
      if (there > 0)
        memcpy (mixed->data + start, from->data + start, there);
    }
  return mixed;
}

static void
cut_power (void)
{
  g_autofree char *number = g_strdup_printf ("%u", disk.n_cuts);
  g_autofree char *folder = g_build_filename (disk.cuts, number, NULL);
  GHashTableIter iter;
  gpointer file, path;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_hash_table_iter_init (&iter, disk.open);
  while (g_hash_table_iter_next (&iter, &file, &path))
    {
      g_autoptr (GByteArray) now = read_now (file);
      g_autoptr (GByteArray) left = mix (g_hash_table_lookup (disk.synced, path), now);
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *target = g_build_filename (folder, name, NULL);

      smr_test_write_file (target, left->data, left->len);
    }
  disk.acknowledged_at[disk.n_cuts++] = disk.acknowledged;
}

/* --- what SQLite calls ---------------------------------------------------------------------------------------- */

static int
write_cb (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  if (--disk.until_cut <= 0 && disk.n_cuts < CUTS)
    {
      cut_power ();
      disk.until_cut = g_test_rand_int_range (1, 2 * DISTANCE);
    }
  return real_methods_of (file)->xWrite (file, data, size, offset);
}

static int
sync_cb (sqlite3_file *file, int flags)
{
  g_hash_table_replace (disk.synced, g_strdup (g_hash_table_lookup (disk.open, file)), read_now (file));
  return real_methods_of (file)->xSync (file, flags);
}

static int
close_cb (sqlite3_file *file)
{
  g_hash_table_remove (disk.open, file);
  return real_methods_of (file)->xClose (file);
}

static int
open_cb (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  int result = disk.real->xOpen (disk.real, name, file, flags, out_flags);

  if (result == SQLITE_OK && name != NULL)
    {
      guint kind = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? 0 : 1;

      disk.real_methods[kind] = *file->pMethods;
      disk.methods[kind] = *file->pMethods;
      disk.methods[kind].xWrite = write_cb;
      disk.methods[kind].xSync = sync_cb;
      disk.methods[kind].xClose = close_cb;
      file->pMethods = &disk.methods[kind];
      g_hash_table_replace (disk.open, file, g_strdup (name));
      if (!g_hash_table_contains (disk.synced, name))
        g_hash_table_replace (disk.synced, g_strdup (name), read_now (file));
    }
  return result;
}

static void
start_disk (const char *cuts)
{
  disk.real = sqlite3_vfs_find (NULL);
  disk.vfs = *disk.real;
  disk.vfs.zName = "power";
  disk.vfs.xOpen = open_cb;
  disk.open = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  disk.synced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_byte_array_unref);
  disk.cuts = g_strdup (cuts);
  disk.until_cut = DISTANCE;
  g_assert_cmpint (g_mkdir (cuts, 0700), ==, 0);
  g_assert_cmpint (sqlite3_vfs_register (&disk.vfs, TRUE), ==, SQLITE_OK);
}

static void
stop_disk (void)
{
  g_assert_cmpint (sqlite3_vfs_unregister (&disk.vfs), ==, SQLITE_OK);
  g_hash_table_unref (disk.open);
  g_hash_table_unref (disk.synced);
  g_free (disk.cuts);
}

/* --- the test ------------------------------------------------------------------------------------------------- */

static void
work (SmrStore *store)
{
  g_autoptr (GError) error = NULL;

  /* Cuts shall meet the moments too in which the -wal is brought into the file. */
  g_assert_true (smr_database_execute (smr_store_enter (store, "test"), "PRAGMA wal_autocheckpoint = 60", &error));
  while (disk.n_cuts < CUTS)
    {
      g_autofree SmrReading *reading = smr_test_reading ("2026-03-02", disk.acknowledged + 1, 80);

      g_assert_cmpint (smr_store_add_reading (store, 1, reading, &error), !=, 0);
      disk.acknowledged++;
      if (disk.acknowledged % 5 == 0)
        {
          g_autoptr (SmrRecord) record = smr_test_full_record ("Ben");

          g_assert_cmpint (smr_store_import_record (store, record, &error), !=, 0);
        }
      g_assert_no_error (error);
    }
}

static void
check_after_cut (const char *folder, int acknowledged)
{
  g_autofree char *path = g_build_filename (folder, "practice.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrStore) store = smr_store_open (path, &error);
  g_autoptr (SmrRecord) record = NULL;

  g_assert_no_error (error);
  g_assert_true (smr_store_check_integrity (store, &error));
  g_assert_no_error (error);
  record = smr_store_load_record (store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (record->readings->len, >=, acknowledged);
  for (guint i = 0; i < record->readings->len; i++)
    g_assert_cmpint (((SmrReading *) g_ptr_array_index (record->readings, i))->systolic, ==, i + 1);
}

static void
test_power_cut (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autofree char *cuts = smr_test_folder_build (folder, "cuts");
  g_autoptr (SmrClient) client = smr_test_client ("Ana");
  SmrStore *store = smr_test_folder_open (folder);

  g_assert_cmpint (smr_store_save_client (store, client, NULL), ==, 1);
  smr_test_folder_close (folder);

  start_disk (cuts);
  work (smr_test_folder_open (folder));
  smr_test_folder_close (folder);
  stop_disk ();

  for (guint i = 0; i < disk.n_cuts; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *left = g_build_filename (cuts, number, NULL);

      check_after_cut (left, disk.acknowledged_at[i]);
    }
  g_test_message ("%d readings, %u cuts", disk.acknowledged, disk.n_cuts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/power/a cut loses nothing acknowledged", test_power_cut);
  return g_test_run ();
}
