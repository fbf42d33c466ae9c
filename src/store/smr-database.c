#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-database.h"

#include <errno.h>
#include <unistd.h>

#include "smr-database-private.h"
#include "smr-store.h"

/* How long a call waits for another program that is writing. */
#define BUSY_TIMEOUT_MS "3000"

/* A transaction is its connection, seen as something that is open. */
struct _SmrTransaction
{
  SmrDatabase database;
};

/* --- errors ----------------------------------------------------------------------------------------------- */

static gboolean
is_write_protected (const char *path)
{
  return access (path, W_OK) != 0 && (errno == EACCES || errno == EROFS || errno == EPERM);
}

static gboolean
can_only_be_read (SmrDatabase *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return is_write_protected (folder) || is_write_protected (self->path);
}

/* A constraint on a foreign key means that what the row belongs to is not there. */
static SmrStoreError
get_code (SmrDatabase *self, int result)
{
  switch (result)
    {
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return SMR_STORE_ERROR_NOT_FOUND;
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMSIZE:
      return SMR_STORE_ERROR_FULL;
    default:
      break;
    }

  switch (result & 0xff)
    {
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return SMR_STORE_ERROR_CONSTRAINT;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SMR_STORE_ERROR_BUSY;
    case SQLITE_CORRUPT:
      return SMR_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return SMR_STORE_ERROR_NOT_A_PRACTICE;
    case SQLITE_FULL:
      return SMR_STORE_ERROR_FULL;
    case SQLITE_READONLY:
      return SMR_STORE_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
      return can_only_be_read (self) ? SMR_STORE_ERROR_READ_ONLY : SMR_STORE_ERROR_CANNOT_OPEN;
    default:
      return SMR_STORE_ERROR_FAILED;
    }
}

void
smr_database_set_error (SmrDatabase *self, int result, GError **error)
{
  SmrStoreError code = get_code (self, result);
  /* SQLite names tables, columns and triggers, never values. */
  const char *detail = sqlite3_extended_errcode (self->handle) == result ? sqlite3_errmsg (self->handle) : sqlite3_errstr (result);

  switch (code)
    {
    case SMR_STORE_ERROR_BUSY:
      g_set_error (error, SMR_STORE_ERROR, code, "cannot %s: another program is using “%s”", self->doing, self->path);
      break;
    case SMR_STORE_ERROR_FULL:
      g_set_error (error, SMR_STORE_ERROR, code, "cannot %s: no space left for “%s”", self->doing, self->path);
      break;
    case SMR_STORE_ERROR_READ_ONLY:
      g_set_error (error, SMR_STORE_ERROR, code, "cannot %s: “%s” can only be read", self->doing, self->path);
      break;
    case SMR_STORE_ERROR_CORRUPT:
      g_set_error (error, SMR_STORE_ERROR, code, "cannot %s: “%s” is damaged (%s)", self->doing, self->path, detail);
      break;
    case SMR_STORE_ERROR_NOT_A_PRACTICE:
      g_set_error (error, SMR_STORE_ERROR, code, "cannot %s: “%s” is not a practice file", self->doing, self->path);
      break;
    case SMR_STORE_ERROR_CONSTRAINT:
    case SMR_STORE_ERROR_NOT_FOUND:
    case SMR_STORE_ERROR_CANNOT_OPEN:
    case SMR_STORE_ERROR_FAILED:
    case SMR_STORE_ERROR_TOO_NEW:
      g_set_error (error, SMR_STORE_ERROR, code, "cannot %s in “%s”: %s", self->doing, self->path, detail);
      break;
    }
}

/* --- connection ------------------------------------------------------------------------------------------- */

/* A path as SQLite's URI, in which alone "immutable" can be said. */
static char *
dup_uri (const char *path, SmrDatabaseMode mode)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);

  return g_strconcat ("file://", escaped, mode == SMR_DATABASE_IMMUTABLE ? "?immutable=1" : "", NULL);
}

SmrDatabase *
smr_database_open (const char *path, SmrDatabaseMode mode, GError **error)
{
  g_autoptr (SmrDatabase) self = g_new0 (SmrDatabase, 1);
  g_autofree char *uri = dup_uri (path, mode);
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int result;

  self->path = g_strdup (path);
  self->doing = "open the practice";
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) smr_statement_free);

  flags |= mode == SMR_DATABASE_READ_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  result = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  if (result != SQLITE_OK)
    {
      smr_database_set_error (self, result, error);
      return NULL;
    }
  if (!smr_database_set_pragma (self, "busy_timeout", BUSY_TIMEOUT_MS, BUSY_TIMEOUT_MS, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
smr_database_close (SmrDatabase *self)
{
  g_hash_table_unref (self->statements);
  /* Fails only if a statement were still alive, which would be a mistake of this library. */
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A connection was closed while it was in use");
  g_free (self->path);
  g_free (self);
}

gboolean
smr_database_configure (SmrDatabase *self, GError **error)
{
  return smr_database_set_pragma (self, "journal_mode", "WAL", "wal", error) &&
         smr_database_set_pragma (self, "synchronous", "FULL", "2", error) &&
         smr_database_set_pragma (self, "secure_delete", "ON", "1", error) &&
         smr_database_set_pragma (self, "foreign_keys", "ON", "1", error);
}

sqlite3 *
smr_database_get_handle (SmrDatabase *self)
{
  return self->handle;
}

const char *
smr_database_get_path (SmrDatabase *self)
{
  return self->path;
}

void
smr_database_set_doing (SmrDatabase *self, const char *doing)
{
  self->doing = doing;
}

void
smr_database_set_busy_timeout (SmrDatabase *self, int milliseconds)
{
  if (sqlite3_busy_timeout (self->handle, milliseconds) != SQLITE_OK)
    g_critical ("A connection was used while it was not open");
}

/* --- queries that are made once ---------------------------------------------------------------------------- */

gboolean
smr_database_execute (SmrDatabase *self, const char *sql, GError **error)
{
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;

  smr_database_set_error (self, result, error);
  return FALSE;
}

char *
smr_database_dup_text (SmrDatabase *self, const char *sql, GError **error)
{
  g_autofree char *text = NULL;
  sqlite3_stmt *stmt;
  int result = sqlite3_prepare_v2 (self->handle, sql, -1, &stmt, NULL);

  if (result == SQLITE_OK)
    {
      result = sqlite3_step (stmt);
      if (result == SQLITE_ROW)
        text = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
    }
  if (result != SQLITE_ROW)
    smr_database_set_error (self, result, error);
  /* Repeats the result of the step. */
  sqlite3_finalize (stmt);
  return g_steal_pointer (&text);
}

gboolean
smr_database_get_int (SmrDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autofree char *text = smr_database_dup_text (self, sql, error);

  if (text == NULL)
    return FALSE;
  *value = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

gboolean
smr_database_set_pragma (SmrDatabase *self, const char *name, const char *value, const char *expected, GError **error)
{
  g_autofree char *set = g_strdup_printf ("PRAGMA %s = %s", name, value);
  g_autofree char *get = g_strdup_printf ("PRAGMA %s", name);
  g_autofree char *now = NULL;

  if (!smr_database_execute (self, set, error) || (now = smr_database_dup_text (self, get, error)) == NULL)
    return FALSE;
  if (g_str_equal (now, expected))
    return TRUE;

  g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CANNOT_OPEN, "cannot %s: “%s” does not take %s = %s (it is %s)",
               self->doing, self->path, name, value, now);
  return FALSE;
}

gboolean
smr_database_check (SmrDatabase *self, GError **error)
{
  g_autofree char *verdict = smr_database_dup_text (self, "PRAGMA integrity_check (1)", error);
  gint64 orphans;

  if (verdict == NULL || !smr_database_get_int (self, "SELECT count (*) FROM pragma_foreign_key_check", &orphans, error))
    return FALSE;
  if (g_str_equal (verdict, "ok") && orphans == 0)
    return TRUE;

  g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CORRUPT, "cannot %s: “%s” is damaged (%s)", self->doing, self->path,
               orphans > 0 ? "rows without their owner" : "integrity check");
  return FALSE;
}

/* --- transactions ----------------------------------------------------------------------------------------- */

static SmrTransaction *
begin (SmrDatabase *database, const char *sql, GError **error)
{
  g_assert (sqlite3_get_autocommit (database->handle));

  return smr_database_execute (database, sql, error) ? (SmrTransaction *) database : NULL;
}

SmrTransaction *
smr_transaction_begin (SmrDatabase *database, GError **error)
{
  return begin (database, "BEGIN IMMEDIATE", error);
}

SmrTransaction *
smr_transaction_begin_reading (SmrDatabase *database, GError **error)
{
  return begin (database, "BEGIN DEFERRED", error);
}

SmrTransaction *
smr_transaction_begin_alone (SmrDatabase *database, GError **error)
{
  return begin (database, "BEGIN EXCLUSIVE", error);
}

gboolean
smr_transaction_commit (SmrTransaction *self, GError **error)
{
  if (smr_database_execute (&self->database, "COMMIT", error))
    return TRUE;

  smr_transaction_cancel (self);
  return FALSE;
}

void
smr_transaction_cancel (SmrTransaction *self)
{
  g_autoptr (GError) error = NULL;

  /* A full disk or a failing one has ended the transaction already. */
  if (!sqlite3_get_autocommit (self->database.handle) && !smr_database_execute (&self->database, "ROLLBACK", &error))
    g_critical ("%s", error->message);
}
