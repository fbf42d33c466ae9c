#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store.h"

#include "smr-files.h"
#include "smr-migrations.h"
#include "smr-store-private.h"

struct _SmrStore
{
  GObject parent_instance;

  SmrDatabase *database;
  char        *path;
  GThread     *thread;
  gint64       seen; /* PRAGMA data_version: another number once another connection has committed */
};

G_DEFINE_FINAL_TYPE (SmrStore, smr_store, G_TYPE_OBJECT)
G_DEFINE_QUARK (smr-store-error-quark, smr_store_error)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
smr_store_finalize (GObject *object)
{
  SmrStore *self = SMR_STORE (object);

  g_assert (self->thread == g_thread_self ());

  g_clear_pointer (&self->database, smr_database_close);
  g_free (self->path);

  G_OBJECT_CLASS (smr_store_parent_class)->finalize (object);
}

static void
smr_store_class_init (SmrStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_store_finalize;

  /**
   * SmrStore::changed:
   * @client: the client whose records changed; 0: it may be any of them, or the practice
   *
   * Emitted after this store has committed a change, or has seen that another program did.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SMR_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
smr_store_init (SmrStore *self)
{
  self->thread = g_thread_self ();
}

static SmrStore *
store_new_take (SmrDatabase *database, GError **error)
{
  g_autoptr (SmrStore) self = g_object_new (SMR_TYPE_STORE, NULL);

  self->database = database;
  self->path = g_strdup (smr_database_get_path (database));
  if (!smr_database_get_int (database, "PRAGMA data_version", &self->seen, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- opening ---------------------------------------------------------------------------------------------- */

static SmrDatabase *
open_and_migrate (const char *path, const char * const *scripts, GError **error)
{
  g_autoptr (SmrDatabase) database = smr_database_open (path, SMR_DATABASE_READ_WRITE, error);

  /* The first look also tells what kind of file it is; nothing is written into one that is not ours. WAL is set
   * last because it is written into the file, which a migration that fails has to leave alone. */
  if (database == NULL || !smr_migrations_run (database, scripts, error))
    return NULL;
  if (sqlite3_db_readonly (smr_database_get_handle (database), "main") != 0)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_READ_ONLY, "cannot open the practice: “%s” can only be read", path);
      return NULL;
    }
  if (!smr_database_configure (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

SmrStore *
smr_store_open_with_scripts (const char *path, const char * const *scripts, GError **error)
{
  SmrDatabase *database;
  gboolean created;

  if (!smr_file_create (path, &created, error))
    return NULL;

  database = open_and_migrate (path, scripts, error);
  if (database == NULL)
    {
      /* A file that came to be just now is not left behind empty; that it cannot be removed adds nothing. */
      if (created)
        smr_file_remove (path, NULL);
      return NULL;
    }
  return store_new_take (database, error);
}

SmrStore *
smr_store_open (const char *path, GError **error)
{
  g_auto (GStrv) scripts = NULL;
  g_autofree char *default_path = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  default_path = smr_store_get_default_path ();
  if (g_str_equal (path, default_path))
    {
      g_autofree char *folder = g_path_get_dirname (path);

      if (!smr_file_create_folder (folder, error))
        return NULL;
    }
  scripts = smr_migrations_dup_scripts ();
  return smr_store_open_with_scripts (path, (const char * const *) scripts, error);
}

static SmrDatabase *
open_for_reading (const char *path, SmrDatabaseMode mode, GError **error)
{
  g_autoptr (SmrDatabase) database = smr_database_open (path, mode, error);
  g_auto (GStrv) scripts = smr_migrations_dup_scripts ();
  int newest = g_strv_length (scripts);
  int version;

  if (database == NULL || !smr_migrations_identify (database, newest, &version, error))
    return NULL;
  if (version < newest)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_READ_ONLY,
                   "cannot open the practice: “%s” is of an older version and can only be read, not brought up to date", path);
      return NULL;
    }
  return g_steal_pointer (&database);
}

SmrStore *
smr_store_open_read_only (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  SmrDatabase *database;

  g_return_val_if_fail (path != NULL, NULL);

  database = open_for_reading (path, SMR_DATABASE_READ_ONLY, &local_error);
  /* In a folder that cannot be written WAL finds no place for its files. */
  if (database == NULL && g_error_matches (local_error, SMR_STORE_ERROR, SMR_STORE_ERROR_READ_ONLY))
    {
      g_clear_error (&local_error);
      database = open_for_reading (path, SMR_DATABASE_IMMUTABLE, &local_error);
    }
  if (database == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return store_new_take (database, error);
}

const char *
smr_store_get_path (SmrStore *self)
{
  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  return self->path;
}

char *
smr_store_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "smr-coach", "practice.db", NULL);
}

SmrDatabase *
smr_store_enter (SmrStore *self, const char *doing)
{
  g_assert (self->thread == g_thread_self ());

  smr_database_set_doing (self->database, doing);
  return self->database;
}

void
smr_store_emit_changed (SmrStore *self, gint64 client)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, client);
}

gboolean
smr_store_look_for_changes (SmrStore *self, GError **error)
{
  gint64 now;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);

  if (!smr_database_get_int (smr_store_enter (self, "look for changes"), "PRAGMA data_version", &now, error))
    return FALSE;
  if (now != self->seen)
    {
      self->seen = now;
      smr_store_emit_changed (self, 0);
    }
  return TRUE;
}

gboolean
smr_store_check_integrity (SmrStore *self, GError **error)
{
  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);

  return smr_database_check (smr_store_enter (self, "check the practice"), error);
}

/* --- whole records ---------------------------------------------------------------------------------------- */

SmrRecord *
smr_store_load_record (SmrStore *self, gint64 client, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  g_autoptr (SmrRecord) record = NULL;
  SmrDatabase *database;
  SmrClient *value;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  database = smr_store_enter (self, "read a client's records");
  if ((transaction = smr_transaction_begin_reading (database, error)) == NULL ||
      (value = smr_clients_load (database, client, error)) == NULL)
    return NULL;

  record = smr_record_new_take (value);
  if (!smr_intakes_load (database, client, record->intakes, error) ||
      !smr_intakes_load_draft (database, client, &record->draft, error) ||
      !smr_clearances_load (database, client, record->clearances, error) ||
      !smr_readings_load (database, client, record->readings, error) ||
      !smr_checks_load (database, client, record->checks, error) ||
      !smr_sessions_load (database, client, record->sessions, error) ||
      !smr_letters_load (database, client, record->letters, error) ||
      !smr_incidents_load (database, client, record->incidents, error) ||
      !smr_assessments_load (database, client, record->assessments, error) ||
      !smr_own_load_for_client (database, client, record->own_exercises, error) ||
      !smr_routines_load (database, client, FALSE, record->routines, error) ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return NULL;
  return g_steal_pointer (&record);
}

typedef gint64 (*InsertFunc) (SmrDatabase *database, gint64 client, gconstpointer value, GError **error);

static gboolean
insert_all (SmrDatabase *database, gint64 client, GPtrArray *values, InsertFunc insert, GError **error)
{
  for (guint i = 0; i < values->len; i++)
    {
      if (insert (database, client, g_ptr_array_index (values, i), error) == 0)
        return FALSE;
    }
  return TRUE;
}

/* Sessions get new ids; what came up in one goes with it. What they say of routines stands in themselves. */
static gboolean
insert_sessions (SmrDatabase *database, gint64 client, const SmrRecord *record, GError **error)
{
  g_autoptr (GHashTable) new_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < record->sessions->len; i++)
    {
      SmrSession *session = g_ptr_array_index (record->sessions, i);
      gint64 id = smr_sessions_insert (database, client, session, 0, error);

      if (id == 0)
        return FALSE;
      g_hash_table_insert (new_ids, &session->id, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < record->incidents->len; i++)
    {
      const SmrIncident *incident = g_ptr_array_index (record->incidents, i);
      const gint64 *session = incident->session != 0 ? g_hash_table_lookup (new_ids, &incident->session) : NULL;

      if (smr_incidents_insert (database, client, incident, session != NULL ? *session : 0, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/* The new client's id, 0 on failure. */
static gint64
insert_record (SmrDatabase *database, const SmrRecord *record, GError **error)
{
  g_autoptr (GPtrArray) oldest_routine_first = g_ptr_array_new ();
  gint64 client = smr_clients_insert (database, record->client, error);

  if (client == 0)
    return 0;

  for (guint i = record->routines->len; i > 0; i--)
    g_ptr_array_add (oldest_routine_first, g_ptr_array_index (record->routines, i - 1));

  if (!smr_own_import (database, record->own_exercises, error) ||
      !insert_all (database, client, record->intakes, (InsertFunc) smr_intakes_insert, error) ||
      !insert_all (database, client, record->clearances, (InsertFunc) smr_clearances_insert, error) ||
      !insert_all (database, client, record->readings, (InsertFunc) smr_readings_insert, error) ||
      !insert_all (database, client, record->checks, (InsertFunc) smr_checks_insert, error) ||
      !smr_letters_import (database, client, record, error) ||
      !insert_sessions (database, client, record, error) ||
      !insert_all (database, client, record->assessments, (InsertFunc) smr_assessments_insert, error) ||
      !insert_all (database, client, oldest_routine_first, (InsertFunc) smr_routines_insert, error))
    return 0;
  return client;
}

gint64
smr_store_import_record (SmrStore *self, const SmrRecord *record, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 client;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (record != NULL, 0);

  database = smr_store_enter (self, "import a client");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (client = insert_record (database, record, error)) == 0 ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return client;
}

gboolean
smr_store_import_records (SmrStore *self, GPtrArray *records, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);

  database = smr_store_enter (self, "import clients");
  if ((transaction = smr_transaction_begin (database, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      if (insert_record (database, g_ptr_array_index (records, i), error) == 0)
        return FALSE;
    }
  if (!smr_transaction_commit (g_steal_pointer (&transaction), error))
    return FALSE;

  smr_store_emit_changed (self, 0);
  return TRUE;
}

/* --- the library ------------------------------------------------------------------------------------------ */

void
smr_store_get_library_versions (const char **running, const char **built_against)
{
  *running = sqlite3_libversion ();
  *built_against = SQLITE_VERSION;
}
