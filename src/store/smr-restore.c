#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-backup.h"
#include "smr-copies.h"
#include "smr-files.h"
#include "smr-migrations.h"
#include "smr-store.h"

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

/* The file, and its -wal where a damaged one has it. */
static gboolean
keep_aside (const char *path, GError **error)
{
  g_autofree char *aside = smr_copies_dup_before_restore_path (path);
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
