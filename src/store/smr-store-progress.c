#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

/* --- readings ---------------------------------------------------------------------------------------------- */

gboolean
smr_readings_load (SmrDatabase *database, gint64 client, GPtrArray *readings, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT id, date, systolic, diastolic FROM reading WHERE client = ? ORDER BY date, id", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrReading *reading = g_new0 (SmrReading, 1);

      g_ptr_array_add (readings, reading);
      reading->id = smr_statement_get_int (statement, 0);
      reading->date = smr_statement_get_date (statement, 1);
      reading->systolic = smr_statement_get_int (statement, 2);
      reading->diastolic = smr_statement_get_int (statement, 3);
    }
  return step == SMR_STEP_DONE;
}

gint64
smr_readings_insert (SmrDatabase *database, gint64 client, const SmrReading *reading, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO reading (client, date, systolic, diastolic) VALUES (?, ?, ?, ?)", error);

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_date (statement, 2, reading->date);
  smr_statement_bind_int (statement, 3, reading->systolic);
  smr_statement_bind_int (statement, 4, reading->diastolic);
  return smr_statement_run (statement, error) ? sqlite3_last_insert_rowid (smr_database_get_handle (database)) : 0;
}

gint64
smr_store_add_reading (SmrStore *self, gint64 client, const SmrReading *reading, GError **error)
{
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (reading != NULL, 0);

  id = smr_readings_insert (smr_store_enter (self, "keep the reading"), client, reading, error);
  if (id != 0)
    smr_store_emit_changed (self, client);
  return id;
}

/* --- checks ------------------------------------------------------------------------------------------------ */

static gboolean
load_check_answers (SmrDatabase *database, SmrCheck *check, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT condition, reply FROM session_check_answer WHERE session_check = ?", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, check->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrReply reply = SMR_REPLY_UNANSWERED;

      smr_statement_get_word (statement, 1, smr_reply_from_string, &reply);
      smr_check_set_reply (check, smr_statement_get_text (statement, 0), reply);
    }
  return step == SMR_STEP_DONE;
}

gboolean
smr_checks_load (SmrDatabase *database, gint64 client, GPtrArray *checks, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT id, date, added_at FROM session_check WHERE client = ? ORDER BY date, id", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrCheck *check = smr_check_new (smr_statement_get_date (statement, 1));

      g_ptr_array_add (checks, check);
      check->id = smr_statement_get_int (statement, 0);
      check->added_at = smr_statement_get_int (statement, 2);
      if (!load_check_answers (database, check, error))
        return FALSE;
    }
  return step == SMR_STEP_DONE;
}

static gboolean
insert_check_answers (SmrDatabase *database, gint64 id, const SmrCheck *check, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO session_check_answer (session_check, condition, reply) VALUES (?, ?, ?)", error);
  GHashTableIter iter;
  gpointer condition, reply;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  g_hash_table_iter_init (&iter, check->answers);
  while (g_hash_table_iter_next (&iter, &condition, &reply))
    {
      smr_statement_bind_text (statement, 2, condition);
      smr_statement_bind_text (statement, 3, smr_reply_to_string (GPOINTER_TO_INT (reply)));
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gint64
smr_checks_insert (SmrDatabase *database, gint64 client, const SmrCheck *check, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO session_check (client, date) VALUES (?, ?)", error);
  g_autoptr (SmrStatement) seal = NULL;
  gint64 id;

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_date (statement, 2, check->date);
  if (!smr_statement_run (statement, error))
    return 0;

  id = sqlite3_last_insert_rowid (smr_database_get_handle (database));
  if (!insert_check_answers (database, id, check, error) ||
      (seal = smr_statement_borrow (database, "UPDATE session_check SET sealed = 1 WHERE id = ?", error)) == NULL)
    return 0;
  smr_statement_bind_int (seal, 1, id);
  return smr_statement_run_found (seal, error) ? id : 0;
}

gint64
smr_store_add_check (SmrStore *self, gint64 client, const SmrCheck *check, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (check != NULL, 0);

  database = smr_store_enter (self, "keep the check");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (id = smr_checks_insert (database, client, check, error)) == 0 ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return id;
}

/* --- sessions ---------------------------------------------------------------------------------------------- */

gboolean
smr_sessions_load (SmrDatabase *database, gint64 client, GPtrArray *sessions, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT id, date, pain_before, pain_after, done_as_planned, note FROM session WHERE client = ? ORDER BY date, id", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrSession *session = smr_session_new (smr_statement_get_date (statement, 1));

      g_ptr_array_add (sessions, session);
      session->id = smr_statement_get_int (statement, 0);
      if (!smr_statement_is_null (statement, 2))
        session->pain_before = smr_statement_get_int (statement, 2);
      if (!smr_statement_is_null (statement, 3))
        session->pain_after = smr_statement_get_int (statement, 3);
      session->done_as_planned = smr_statement_get_int (statement, 4);
      smr_statement_take_text (statement, 5, &session->note);
    }
  return step == SMR_STEP_DONE;
}

static void
bind_pain (SmrStatement *statement, int parameter, int pain)
{
  if (pain >= 0)
    smr_statement_bind_int (statement, parameter, pain);
  else
    smr_statement_bind_null (statement, parameter);
}

gint64
smr_sessions_insert (SmrDatabase *database, gint64 client, const SmrSession *session, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO session (client, date, pain_before, pain_after, done_as_planned, note) VALUES (?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_date (statement, 2, session->date);
  bind_pain (statement, 3, session->pain_before);
  bind_pain (statement, 4, session->pain_after);
  smr_statement_bind_int (statement, 5, session->done_as_planned != FALSE);
  smr_statement_bind_text (statement, 6, session->note);
  return smr_statement_run (statement, error) ? sqlite3_last_insert_rowid (smr_database_get_handle (database)) : 0;
}

gint64
smr_store_add_session (SmrStore *self, gint64 client, const SmrSession *session, GError **error)
{
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (session != NULL, 0);

  id = smr_sessions_insert (smr_store_enter (self, "keep the session"), client, session, error);
  if (id != 0)
    smr_store_emit_changed (self, client);
  return id;
}
