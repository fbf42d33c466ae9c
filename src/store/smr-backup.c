#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-backup.h"

#include "smr-copies.h"
#include "smr-files.h"
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
  guint                 keep;      /* of the daily copies; 0: this is none */
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

static gboolean
run_job (BackupJob *job, GTask *task, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (job->path);
  g_autoptr (SmrDatabase) source = NULL;

  if (job->keep > 0 && g_file_test (job->path, G_FILE_TEST_EXISTS))
    return TRUE;
  if ((job->keep > 0 && !smr_file_create_folder (folder, error)) ||
      (source = smr_database_open (job->source, SMR_DATABASE_READ_ONLY, error)) == NULL)
    return FALSE;
  smr_database_set_doing (source, "back up the practice");
  return smr_backup_copy (source, job->path, cancellable, note_progress, task, error) &&
         (job->keep == 0 || smr_copies_rotate (job->source, job->keep, error));
}

static void
backup_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_job (task_data, task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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

static BackupJob *
backup_job_new (SmrStore *store, const char *path)
{
  BackupJob *job = g_new0 (BackupJob, 1);

  job->source = g_strdup (smr_store_get_path (store));
  job->path = g_strdup (path);
  return job;
}

/* Two tasks: the thread may let go of its own a little later than the callback comes, and must not be the last to
 * hold the store, which belongs to the caller's thread. */
static void
start_take (SmrStore *self, BackupJob *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) copying = g_task_new (NULL, cancellable, copied_cb, task);

  g_task_set_source_tag (task, smr_store_backup_async);
  g_task_set_task_data (copying, job, backup_job_free);
  g_task_run_in_thread (copying, backup_thread);
}

void
smr_store_backup_with_progress_async (SmrStore *self, const char *path, GCancellable *cancellable,
                                      GFileProgressCallback progress, gpointer progress_data,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  BackupJob *job;

  g_return_if_fail (SMR_IS_STORE (self));
  g_return_if_fail (path != NULL);

  job = backup_job_new (self, path);
  job->progress = progress;
  job->progress_data = progress_data;
  start_take (self, job, cancellable, callback, user_data);
}

void
smr_store_backup_async (SmrStore *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  smr_store_backup_with_progress_async (self, path, cancellable, NULL, NULL, callback, user_data);
}

void
smr_store_backup_daily_async (SmrStore *self, SmrDate today, guint keep, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *path = NULL;
  BackupJob *job;

  g_return_if_fail (SMR_IS_STORE (self));
  g_return_if_fail (today != SMR_DATE_NONE && keep >= 1);

  path = smr_copies_dup_daily_path (smr_store_get_path (self), today);
  job = backup_job_new (self, path);
  job->keep = keep;
  start_take (self, job, cancellable, callback, user_data);
}

gboolean
smr_store_backup_finish (SmrStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
