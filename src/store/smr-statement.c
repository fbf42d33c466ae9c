#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-statement.h"

#include "smr-database-private.h"
#include "smr-store.h"

struct _SmrStatement
{
  SmrDatabase  *database;
  sqlite3_stmt *stmt;
  gboolean      lent;
  int           bind_result;     /* of the first bind that failed */
  int           rejected_column; /* -1: none */
};

SmrStatement *
smr_statement_borrow (SmrDatabase *database, const char *sql, GError **error)
{
  SmrStatement *self = g_hash_table_lookup (database->statements, sql);

  if (self == NULL)
    {
      sqlite3_stmt *stmt;
      int result = sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);

      if (result != SQLITE_OK)
        {
          smr_database_set_error (database, result, error);
          return NULL;
        }
      self = g_new0 (SmrStatement, 1);
      self->database = database;
      self->stmt = stmt;
      g_hash_table_insert (database->statements, (gpointer) sql, self);
    }

  g_assert (!self->lent);
  self->lent = TRUE;
  self->bind_result = SQLITE_OK;
  self->rejected_column = -1;
  return self;
}

void
smr_statement_release (SmrStatement *self)
{
  /* Both repeat the result of the last step, which was judged there. */
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->lent = FALSE;
}

void
smr_statement_free (SmrStatement *self)
{
  g_assert (!self->lent);

  sqlite3_finalize (self->stmt);
  g_free (self);
}

/* --- parameters ------------------------------------------------------------------------------------------- */

static void
keep_bind_result (SmrStatement *self, int result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

void
smr_statement_bind_int (SmrStatement *self, int parameter, gint64 value)
{
  keep_bind_result (self, sqlite3_bind_int64 (self->stmt, parameter, value));
}

void
smr_statement_bind_null (SmrStatement *self, int parameter)
{
  keep_bind_result (self, sqlite3_bind_null (self->stmt, parameter));
}

void
smr_statement_bind_text (SmrStatement *self, int parameter, const char *value)
{
  keep_bind_result (self, sqlite3_bind_text (self->stmt, parameter, value, -1, SQLITE_TRANSIENT));
}

void
smr_statement_bind_date (SmrStatement *self, int parameter, SmrDate value)
{
  g_autofree char *text = value != SMR_DATE_NONE ? smr_date_to_string (value) : NULL;

  smr_statement_bind_text (self, parameter, text);
}

void
smr_statement_bind_side (SmrStatement *self, int parameter, SmrSide value)
{
  smr_statement_bind_text (self, parameter, value != SMR_SIDE_NONE ? smr_side_to_string (value) : NULL);
}

void
smr_statement_bind_bytes (SmrStatement *self, int parameter, GBytes *value)
{
  gsize size;
  gconstpointer data;

  if (value == NULL)
    {
      smr_statement_bind_null (self, parameter);
      return;
    }
  data = g_bytes_get_data (value, &size);
  /* An empty blob has no address, and a blob without address would be NULL. */
  keep_bind_result (self, sqlite3_bind_blob64 (self->stmt, parameter, size > 0 ? data : "", size, SQLITE_TRANSIENT));
}

/* --- steps ------------------------------------------------------------------------------------------------- */

gboolean
smr_statement_check (SmrStatement *self, GError **error)
{
  if (self->rejected_column < 0)
    return TRUE;

  g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CORRUPT,
               "cannot %s: column “%s” in “%s” holds what this program does not know", self->database->doing,
               sqlite3_column_name (self->stmt, self->rejected_column), self->database->path);
  return FALSE;
}

SmrStep
smr_statement_step (SmrStatement *self, GError **error)
{
  int result;

  g_assert (self->lent);

  if (!smr_statement_check (self, error))
    return SMR_STEP_ERROR;

  result = self->bind_result == SQLITE_OK ? sqlite3_step (self->stmt) : self->bind_result;
  if (result == SQLITE_ROW)
    return SMR_STEP_ROW;
  if (result == SQLITE_DONE)
    return SMR_STEP_DONE;

  smr_database_set_error (self->database, result, error);
  return SMR_STEP_ERROR;
}

void
smr_statement_rewind (SmrStatement *self)
{
  /* Repeats the result of the last step, which was judged there. */
  sqlite3_reset (self->stmt);
}

gboolean
smr_statement_run (SmrStatement *self, GError **error)
{
  SmrStep step = smr_statement_step (self, error);

  g_assert (step != SMR_STEP_ROW);

  if (step == SMR_STEP_ERROR)
    return FALSE;
  smr_statement_rewind (self);
  return TRUE;
}

gboolean
smr_statement_run_found (SmrStatement *self, GError **error)
{
  if (!smr_statement_run (self, error))
    return FALSE;
  if (sqlite3_changes64 (self->database->handle) > 0)
    return TRUE;

  g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "cannot %s: there is no such entry in “%s”",
               self->database->doing, self->database->path);
  return FALSE;
}

/* --- columns ---------------------------------------------------------------------------------------------- */

gint64
smr_statement_get_int (SmrStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

gboolean
smr_statement_is_null (SmrStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

const char *
smr_statement_get_text (SmrStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

const char *
smr_statement_get_interned (SmrStatement *self, int column)
{
  return g_intern_string (smr_statement_get_text (self, column));
}

void
smr_statement_take_text (SmrStatement *self, int column, char **text)
{
  g_set_str (text, smr_statement_get_text (self, column));
}

SmrDate
smr_statement_get_date (SmrStatement *self, int column)
{
  const char *text = smr_statement_get_text (self, column);
  SmrDate date = SMR_DATE_NONE;

  if (text != NULL && !smr_date_parse (text, &date))
    smr_statement_reject (self, column);
  return date;
}

SmrSide
smr_statement_get_side (SmrStatement *self, int column)
{
  const char *text = smr_statement_get_text (self, column);
  SmrSide side = SMR_SIDE_NONE;

  if (text != NULL && !smr_side_from_string (text, &side))
    smr_statement_reject (self, column);
  return side;
}

GBytes *
smr_statement_dup_bytes (SmrStatement *self, int column)
{
  gconstpointer data;

  if (smr_statement_is_null (self, column))
    return NULL;
  data = sqlite3_column_blob (self->stmt, column);
  return g_bytes_new (data, sqlite3_column_bytes (self->stmt, column));
}

void
smr_statement_reject (SmrStatement *self, int column)
{
  if (self->rejected_column < 0)
    self->rejected_column = column;
}
