#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-migrations.h"

#include <glib/gstdio.h>

#include "smr-backup.h"
#include "smr-copies.h"
#include "smr-store-resources.h"
#include "smr-store.h"

#define SCRIPT_PATH "/org/example/SmrCoach/schema/version-%03d.sql"

GStrv
smr_migrations_dup_scripts (void)
{
  g_autoptr (GStrvBuilder) scripts = g_strv_builder_new ();
  GResource *resource = smr_store_get_resource ();

  for (int version = 1;; version++)
    {
      g_autofree char *path = g_strdup_printf (SCRIPT_PATH, version);
      g_autoptr (GBytes) script = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (script == NULL)
        return g_strv_builder_end (scripts);
      g_strv_builder_take (scripts, g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script)));
    }
}

/* SQLite sees that whole pages are missing at the end, but takes a page that is cut off for one filled with zeros.
 * What is in a -wal may still have to be written to the end. */
static gboolean
check_length (SmrDatabase *database, GError **error)
{
  const char *path = smr_database_get_path (database);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf file, wal_file;
  gint64 page_size;

  if (!smr_database_get_int (database, "PRAGMA page_size", &page_size, error))
    return FALSE;
  if ((g_stat (wal, &wal_file) == 0 && wal_file.st_size > 0) || g_stat (path, &file) != 0 || file.st_size % page_size == 0)
    return TRUE;

  g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CORRUPT, "cannot open the practice: “%s” is damaged (cut off)", path);
  return FALSE;
}

gboolean
smr_migrations_identify (SmrDatabase *database, int newest, int *version, GError **error)
{
  gint64 application_id, user_version, entries;

  if (!smr_database_get_int (database, "PRAGMA application_id", &application_id, error) ||
      !smr_database_get_int (database, "PRAGMA user_version", &user_version, error) ||
      !smr_database_get_int (database, "SELECT count (*) FROM sqlite_schema", &entries, error))
    return FALSE;

  if (application_id == 0 && user_version == 0 && entries == 0)
    {
      *version = 0;
      return TRUE;
    }
  if (application_id != SMR_APPLICATION_ID || user_version < 1)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_A_PRACTICE,
                   "cannot open the practice: “%s” is not a practice file", smr_database_get_path (database));
      return FALSE;
    }
  if (user_version > newest)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_TOO_NEW,
                   "cannot open the practice: “%s” was written by a newer version of the program (%d, known is %d)",
                   smr_database_get_path (database), (int) user_version, newest);
      return FALSE;
    }

  *version = user_version;
  return check_length (database, error);
}

/* The version is read again under the lock: another program may have been faster. */
static gboolean
run_step (SmrDatabase *database, const char *script, int version, GError **error)
{
  g_autoptr (SmrTransaction) transaction = smr_transaction_begin_alone (database, error);
  g_autofree char *mark = NULL;
  gint64 present, orphans;

  if (transaction == NULL || !smr_database_get_int (database, "PRAGMA user_version", &present, error))
    return FALSE;
  if (present >= version)
    return TRUE;

  mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", SMR_APPLICATION_ID, version);
  if (!smr_database_execute (database, script, error) || !smr_database_execute (database, mark, error) ||
      !smr_database_get_int (database, "SELECT count (*) FROM pragma_foreign_key_check", &orphans, error))
    return FALSE;
  if (orphans > 0)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT,
                   "cannot bring “%s” to version %d: rows would lose their owner", smr_database_get_path (database), version);
      return FALSE;
    }
  return smr_transaction_commit (g_steal_pointer (&transaction), error);
}

gboolean
smr_migrations_run (SmrDatabase *database, const char * const *scripts, GError **error)
{
  int newest = g_strv_length ((GStrv) scripts);
  int version;

  if (!smr_migrations_identify (database, newest, &version, error))
    return FALSE;
  if (version == newest)
    return TRUE;

  if (version > 0)
    {
      g_autofree char *copy = smr_copies_dup_before_migration_path (smr_database_get_path (database), version);

      if (!smr_backup_copy (database, copy, NULL, NULL, NULL, error))
        return FALSE;
    }

  /* A script may have to rebuild a table that others refer to; the references are checked before each commit. */
  if (!smr_database_set_pragma (database, "foreign_keys", "OFF", "0", error) ||
      !smr_database_set_pragma (database, "synchronous", "FULL", "2", error))
    return FALSE;
  for (int i = version; i < newest; i++)
    {
      if (!run_step (database, scripts[i], i + 1, error))
        return FALSE;
    }
  return TRUE;
}
