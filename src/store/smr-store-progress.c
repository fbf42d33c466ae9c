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

/* What the client's checks were told; @by_id: (element-type gint64 SmrCheck). */
static gboolean
load_check_answers (SmrDatabase *database, gint64 client, GHashTable *by_id, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT answer.session_check, answer.condition, reply, fact FROM session_check_answer AS answer "
      "JOIN session_check ON session_check.id = answer.session_check "
      "LEFT JOIN session_check_fact AS fact ON fact.session_check = answer.session_check AND fact.condition = answer.condition "
      "WHERE client = ?",
      error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      gint64 id = smr_statement_get_int (statement, 0);
      SmrCheck *check = g_hash_table_lookup (by_id, &id);
      const char *condition = smr_statement_get_text (statement, 1);
      SmrReply reply = SMR_REPLY_UNANSWERED;

      smr_statement_get_word (statement, 2, smr_reply_from_string, &reply);
      if (reply == SMR_REPLY_YES && !smr_statement_is_null (statement, 3))
        smr_check_set_fact (check, condition, smr_statement_get_text (statement, 3));
      else
        smr_check_set_reply (check, condition, reply);
    }
  return step == SMR_STEP_DONE;
}

gboolean
smr_checks_load (SmrDatabase *database, gint64 client, GPtrArray *checks, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT id, date, added_at FROM session_check WHERE client = ? ORDER BY date, id", error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
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
      g_hash_table_insert (by_id, &check->id, check);
    }
  if (step != SMR_STEP_DONE)
    return FALSE;
  return checks->len == 0 || load_check_answers (database, client, by_id, error);
}

static gboolean
insert_check_facts (SmrDatabase *database, gint64 id, const SmrCheck *check, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO session_check_fact (session_check, condition, fact) VALUES (?, ?, ?)", error);
  GHashTableIter iter;
  gpointer condition;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  g_hash_table_iter_init (&iter, check->eased);
  while (g_hash_table_iter_next (&iter, &condition, NULL))
    {
      smr_statement_bind_text (statement, 2, condition);
      smr_statement_bind_text (statement, 3, smr_check_get_fact (check, condition));
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
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
  if (!insert_check_answers (database, id, check, error) || !insert_check_facts (database, id, check, error) ||
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

static gboolean
load_session_items (SmrDatabase *database, gint64 client, GHashTable *by_id, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT session, exercise, side, done, session_item.note FROM session_item JOIN session ON session.id = session "
      "WHERE client = ? ORDER BY session, position",
      error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      gint64 id = smr_statement_get_int (statement, 0);
      SmrSession *session = g_hash_table_lookup (by_id, &id);
      SmrItemSide side = SMR_ITEM_SIDE_EACH;
      SmrDone done = SMR_DONE_LEFT_OUT;

      smr_statement_get_word (statement, 2, smr_item_side_from_string, &side);
      smr_statement_get_word (statement, 3, smr_done_from_string, &done);
      g_ptr_array_add (session->items, smr_session_item_new (smr_statement_get_text (statement, 1), side, done,
                                                             smr_statement_get_text (statement, 4)));
    }
  return step == SMR_STEP_DONE;
}

static void
read_session (SmrStatement *statement, SmrSession *session)
{
  SmrSetting setting;

  session->id = smr_statement_get_int (statement, 0);
  if (!smr_statement_is_null (statement, 2))
    session->pain_before = smr_statement_get_int (statement, 2);
  if (!smr_statement_is_null (statement, 3))
    session->pain_after = smr_statement_get_int (statement, 3);
  session->done_as_planned = smr_statement_get_int (statement, 4);
  smr_statement_take_text (statement, 5, &session->note);
  if (!smr_statement_is_null (statement, 6))
    {
      smr_statement_get_word (statement, 6, smr_setting_from_string, &setting);
      session->setting = setting;
    }
  if (!smr_statement_is_null (statement, 7))
    session->routine = smr_statement_get_int (statement, 7);
  session->version = smr_statement_get_int (statement, 8);
  smr_statement_take_text (statement, 9, &session->title);
}

gboolean
smr_sessions_load (SmrDatabase *database, gint64 client, GPtrArray *sessions, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT id, date, pain_before, pain_after, done_as_planned, note, setting, routine, version, title "
      "FROM session WHERE client = ? ORDER BY date, id",
      error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrSession *session = smr_session_new (smr_statement_get_date (statement, 1));

      g_ptr_array_add (sessions, session);
      read_session (statement, session);
      g_hash_table_insert (by_id, &session->id, session);
    }
  if (step != SMR_STEP_DONE)
    return FALSE;
  return sessions->len == 0 || load_session_items (database, client, by_id, error);
}

static void
bind_pain (SmrStatement *statement, int parameter, int pain)
{
  if (pain >= 0)
    smr_statement_bind_int (statement, parameter, pain);
  else
    smr_statement_bind_null (statement, parameter);
}

static gboolean
insert_session_items (SmrDatabase *database, gint64 id, const SmrSession *session, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO session_item (session, position, exercise, side, done, note) VALUES (?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  for (guint i = 0; i < session->items->len; i++)
    {
      const SmrSessionItem *item = g_ptr_array_index (session->items, i);

      smr_statement_bind_int (statement, 2, i);
      smr_statement_bind_text (statement, 3, item->exercise);
      smr_statement_bind_text (statement, 4, smr_item_side_to_string (item->side));
      smr_statement_bind_text (statement, 5, smr_done_to_string (item->done));
      smr_statement_bind_text (statement, 6, item->note);
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gint64
smr_sessions_insert (SmrDatabase *database, gint64 client, const SmrSession *session, gint64 routine, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO session (client, date, pain_before, pain_after, done_as_planned, note, setting, routine, version, title, sealed) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
      error);
  g_autoptr (SmrStatement) seal = NULL;
  gint64 id;

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_date (statement, 2, session->date);
  bind_pain (statement, 3, session->pain_before);
  bind_pain (statement, 4, session->pain_after);
  smr_statement_bind_int (statement, 5, session->done_as_planned != FALSE);
  smr_statement_bind_text (statement, 6, session->note);
  smr_statement_bind_text (statement, 7, session->setting != SMR_SETTING_NOT_NOTED ? smr_setting_to_string (session->setting) : NULL);
  if (routine != 0)
    smr_statement_bind_int (statement, 8, routine);
  else
    smr_statement_bind_null (statement, 8);
  smr_statement_bind_int (statement, 9, session->version);
  smr_statement_bind_text (statement, 10, session->title);
  if (!smr_statement_run (statement, error))
    return 0;

  id = sqlite3_last_insert_rowid (smr_database_get_handle (database));
  if (!insert_session_items (database, id, session, error) ||
      (seal = smr_statement_borrow (database, "UPDATE session SET sealed = 1 WHERE id = ?", error)) == NULL)
    return 0;
  smr_statement_bind_int (seal, 1, id);
  return smr_statement_run_found (seal, error) ? id : 0;
}

gint64
smr_store_add_session (SmrStore *self, gint64 client, const SmrSession *session, GPtrArray *incidents, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (session != NULL, 0);

  database = smr_store_enter (self, "keep the session");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (id = smr_sessions_insert (database, client, session, session->routine, error)) == 0)
    return 0;
  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    {
      if (smr_incidents_insert (database, client, g_ptr_array_index (incidents, i), id, error) == 0)
        return 0;
    }
  if (!smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return id;
}

gboolean
smr_store_add_sessions (SmrStore *self, gint64 client, GPtrArray *sessions, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);
  g_return_val_if_fail (sessions != NULL, FALSE);

  database = smr_store_enter (self, "keep the sessions");
  if ((transaction = smr_transaction_begin (database, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      const SmrSession *session = g_ptr_array_index (sessions, i);

      if (smr_sessions_insert (database, client, session, session->routine, error) == 0)
        return FALSE;
    }
  if (!smr_transaction_commit (g_steal_pointer (&transaction), error))
    return FALSE;

  smr_store_emit_changed (self, client);
  return TRUE;
}
