#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-backup.h"

#include "smr-files.h"
#include "smr-migrations.h"
#include "smr-store-private.h"

/* Pages between two looks at the cancellable; about a megabyte. */
#define PAGES_PER_STEP 256

/* --- copying ----------------------------------------------------------------------------------------------- */

typedef sqlite3_backup SqliteBackup;

static void
finish_backup (SqliteBackup *backup)
{
  /* Repeats the result of the last step. */
  sqlite3_backup_finish (backup);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SqliteBackup, finish_backup)

static gboolean
copy_pages (SmrDatabase *source, SmrDatabase *copy, GCancellable *cancellable, SmrBackupProgress progress, gpointer user_data, GError **error)
{
  g_autoptr (SqliteBackup) backup = sqlite3_backup_init (smr_database_get_handle (copy), "main", smr_database_get_handle (source), "main");
  int result;

  if (backup == NULL)
    {
      smr_database_set_error (copy, sqlite3_extended_errcode (smr_database_get_handle (copy)), error);
      return FALSE;
    }

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      result = sqlite3_backup_step (backup, PAGES_PER_STEP);
      if (progress != NULL && sqlite3_backup_pagecount (backup) > 0)
        progress (1.0 - (double) sqlite3_backup_remaining (backup) / sqlite3_backup_pagecount (backup), user_data);
    }
  while (result == SQLITE_OK);

  if (result == SQLITE_DONE)
    return TRUE;
  smr_database_set_error ((result & 0xff) == SQLITE_CORRUPT ? source : copy, result, error);
  return FALSE;
}

/* The copy is checked before it counts as one, and needs no -wal beside it. */
static gboolean
write_copy (SmrDatabase *source, const char *path, GCancellable *cancellable, SmrBackupProgress progress, gpointer user_data, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  g_autoptr (SmrDatabase) copy = smr_database_open (path, SMR_DATABASE_READ_WRITE, error);
  gint64 entries;

  if (copy == NULL)
    return FALSE;
  smr_database_set_doing (copy, "copy the practice");
  /* Reading holds on to one state, so that others may go on writing. */
  if ((transaction = smr_transaction_begin_reading (source, error)) == NULL ||
      !smr_database_get_int (source, "SELECT count (*) FROM sqlite_schema", &entries, error))
    return FALSE;
  return copy_pages (source, copy, cancellable, progress, user_data, error) &&
         smr_transaction_commit (g_steal_pointer (&transaction), error) &&
         smr_database_set_pragma (copy, "journal_mode", "DELETE", "delete", error) &&
         smr_database_check (copy, error);
}

gboolean
smr_backup_copy (SmrDatabase *source, const char *path, GCancellable *cancellable, SmrBackupProgress progress, gpointer user_data, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  gboolean created;

  if (smr_file_is_same (smr_database_get_path (source), path))
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT, "cannot copy “%s” onto itself", path);
      return FALSE;
    }
  /* What an earlier attempt left behind is of no use. */
  if (!smr_file_remove (part, error) || !smr_file_create (part, &created, error))
    return FALSE;
  if (write_copy (source, part, cancellable, progress, user_data, error) && smr_file_replace (part, path, error))
    return TRUE;

  /* The reason is told already; a part that stays behind is removed by the next attempt. */
  smr_file_remove (part, NULL);
  return FALSE;
}

/* --- backups of a store -------------------------------------------------------------------------------------- */

gboolean
smr_store_backup (SmrStore *self, const char *path, GError **error)
{
  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return smr_backup_copy (smr_store_enter (self, "back up the practice"), path, NULL, NULL, NULL, error);
}

typedef struct
{
  char                 *source;
  char                 *path;
  GFileProgressCallback progress;
  gpointer              progress_data;
  int                   per_mille; /* told last */
} BackupJob;

static void
backup_job_free (gpointer data)
{
  BackupJob *job = data;

  g_free (job->source);
  g_free (job->path);
  g_free (job);
}

typedef struct
{
  GTask *task;
  int    per_mille;
} BackupTick;

static gboolean
tell_progress_cb (gpointer user_data)
{
  g_autofree BackupTick *tick = user_data;
  BackupJob *job = g_task_get_task_data (tick->task);

  job->progress (tick->per_mille, 1000, job->progress_data);
  g_object_unref (tick->task);
  return G_SOURCE_REMOVE;
}

/* In the thread of the copy. */
static void
note_progress (double fraction, gpointer user_data)
{
  GTask *task = user_data;
  BackupJob *job = g_task_get_task_data (task);
  int per_mille = fraction * 1000;
  BackupTick *tick;

  if (job->progress == NULL || per_mille == job->per_mille)
    return;

  job->per_mille = per_mille;
  tick = g_new0 (BackupTick, 1);
  tick->task = g_object_ref (task);
  tick->per_mille = per_mille;
  g_main_context_invoke (g_task_get_context (task), tell_progress_cb, tick);
}

static void
backup_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  BackupJob *job = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrDatabase) source = smr_database_open (job->source, SMR_DATABASE_READ_ONLY, &error);

  if (source != NULL)
    {
      smr_database_set_doing (source, "back up the practice");
      smr_backup_copy (source, job->path, cancellable, note_progress, task, &error);
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
copied_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Two tasks: the thread may let go of its own a little later than the callback comes, and must not be the last to
 * hold the store, which belongs to the caller's thread. */
void
smr_store_backup_with_progress_async (SmrStore *self, const char *path, GCancellable *cancellable,
                                      GFileProgressCallback progress, gpointer progress_data,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) copying = NULL;
  GTask *task;
  BackupJob *job;

  g_return_if_fail (SMR_IS_STORE (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, smr_store_backup_async);

  job = g_new0 (BackupJob, 1);
  job->source = g_strdup (smr_store_get_path (self));
  job->path = g_strdup (path);
  job->progress = progress;
  job->progress_data = progress_data;

  copying = g_task_new (NULL, cancellable, copied_cb, task);
  g_task_set_task_data (copying, job, backup_job_free);
  g_task_run_in_thread (copying, backup_thread);
}

void
smr_store_backup_async (SmrStore *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  smr_store_backup_with_progress_async (self, path, cancellable, NULL, NULL, callback, user_data);
}

gboolean
smr_store_backup_finish (SmrStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- the daily copy ------------------------------------------------------------------------------------------ */

static char *
dup_stem (const char *path)
{
  char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - strlen (".db")] = '\0';
  return name;
}

/* "practice-2026-03-02.db" of "practice" */
static gboolean
is_daily_copy (const char *name, const char *stem)
{
  gsize length = strlen (stem);
  g_autofree char *day = NULL;
  SmrDate date;

  if (!g_str_has_prefix (name, stem) || name[length] != '-' || strlen (name) != length + strlen ("-2026-03-02.db") ||
      !g_str_has_suffix (name, ".db"))
    return FALSE;
  day = g_strndup (name + length + 1, strlen ("2026-03-02"));
  return smr_date_parse (day, &date);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static gboolean
remove_oldest (const char *folder, const char *stem, guint keep, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (is_daily_copy (name, stem))
        g_ptr_array_add (names, g_strdup (name));
    }

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + keep < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (!smr_file_remove (path, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
smr_store_backup_daily (SmrStore *self, SmrDate today, guint keep, GError **error)
{
  g_autofree char *parent = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);
  g_return_val_if_fail (today != SMR_DATE_NONE && keep >= 1, FALSE);

  parent = g_path_get_dirname (smr_store_get_path (self));
  folder = g_build_filename (parent, "backups", NULL);
  stem = dup_stem (smr_store_get_path (self));
  day = smr_date_to_string (today);
  name = g_strdup_printf ("%s-%s.db", stem, day);
  path = g_build_filename (folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  return smr_file_create_folder (folder, error) && smr_store_backup (self, path, error) && remove_oldest (folder, stem, keep, error);
}

/* --- restoring --------------------------------------------------------------------------------------------- */

/* Opens @backup for reading once all of it was found to be a practice that this program can open. */
static SmrDatabase *
open_verified (const char *backup, GError **error)
{
  g_autoptr (SmrDatabase) database = NULL;
  g_auto (GStrv) scripts = smr_migrations_dup_scripts ();
  g_autofree char *wal = g_strconcat (backup, "-wal", NULL);
  int version;

  /* A copy of ours has no -wal; a practice that was copied by hand may need it. */
  database = smr_database_open (backup, g_file_test (wal, G_FILE_TEST_EXISTS) ? SMR_DATABASE_READ_ONLY : SMR_DATABASE_IMMUTABLE, error);
  if (database == NULL)
    return NULL;
  smr_database_set_doing (database, "restore the backup");
  if (!smr_migrations_identify (database, g_strv_length (scripts), &version, error))
    return NULL;
  if (version == 0)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_A_PRACTICE, "cannot restore the backup: “%s” is empty", backup);
      return NULL;
    }
  return smr_database_check (database, error) ? g_steal_pointer (&database) : NULL;
}

/* Brings what lies in the -wal into the file and holds the file alone. NULL without error: it is too damaged for that. */
static SmrDatabase *
seize_present (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SmrDatabase) database = smr_database_open (path, SMR_DATABASE_READ_WRITE, &local_error);

  if (database != NULL)
    {
      smr_database_set_doing (database, "restore the backup");
      /* Who has it open will have it open for hours. */
      smr_database_set_busy_timeout (database, 200);
      /* Only the last connection can leave WAL. */
      if (smr_database_set_pragma (database, "journal_mode", "DELETE", "delete", &local_error) &&
          smr_database_execute (database, "BEGIN EXCLUSIVE", &local_error))
        return g_steal_pointer (&database);
    }

  if (!g_error_matches (local_error, SMR_STORE_ERROR, SMR_STORE_ERROR_CORRUPT) &&
      !g_error_matches (local_error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_A_PRACTICE))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* "practice-before-restore-20260302T101500.db", and its -wal where a damaged file has one. */
static gboolean
keep_aside (const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = dup_stem (path);
  g_autofree char *name = g_strdup_printf ("%s-before-restore-%s.db", stem, stamp);
  g_autofree char *aside = g_build_filename (folder, name, NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *aside_wal = g_strconcat (aside, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);

  if (!smr_file_keep (path, aside, error))
    return FALSE;
  if (g_file_test (wal, G_FILE_TEST_EXISTS) && !smr_file_keep (wal, aside_wal, error))
    return FALSE;
  /* A -wal that stayed would be played into the restored file. */
  return smr_file_remove (wal, error) && smr_file_remove (shm, error);
}

static gboolean
replace_present (const char *path, const char *restored, GError **error)
{
  g_autoptr (SmrDatabase) present = NULL;
  g_autoptr (GError) local_error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      present = seize_present (path, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (!keep_aside (path, error))
        return FALSE;
    }
  return smr_file_replace (restored, path, error);
}

gboolean
smr_store_restore (const char *path, const char *backup, GError **error)
{
  g_autoptr (SmrDatabase) source = NULL;
  g_autofree char *restored = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (backup != NULL, FALSE);

  if (smr_file_is_same (path, backup))
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT, "cannot restore “%s” from itself", path);
      return FALSE;
    }

  restored = g_strconcat (path, ".restored", NULL);
  if ((source = open_verified (backup, error)) == NULL || !smr_backup_copy (source, restored, NULL, NULL, NULL, error))
    return FALSE;
  if (replace_present (path, restored, error))
    return TRUE;

  /* The reason is told already; the next attempt overwrites it. */
  smr_file_remove (restored, NULL);
  return FALSE;
}
