#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

static gboolean
load_details (SmrDatabase *database, SmrClearance *clearance, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT kind, value, side FROM clearance_detail WHERE clearance = ? ORDER BY kind, position", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, clearance->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      const char *kind = smr_statement_get_text (statement, 0);
      const char *value = smr_statement_get_interned (statement, 1);

      if (g_str_equal (kind, "condition"))
        g_ptr_array_add (clearance->conditions, (gpointer) value);
      else if (g_str_equal (kind, "muscle"))
        g_ptr_array_add (clearance->muscles, (gpointer) value);
      else if (g_str_equal (kind, "tool"))
        g_ptr_array_add (clearance->tools, (gpointer) value);
      else
        {
          SmrPlace place = { value, smr_statement_get_side (statement, 2) };

          g_array_append_val (clearance->places, place);
        }
    }
  return step == SMR_STEP_DONE;
}

/* From @first on: kind, date, reason, by, added_at. */
static SmrWithdrawal *
get_withdrawal (SmrStatement *statement, int first)
{
  SmrWithdrawal *withdrawal = smr_withdrawal_new (SMR_WITHDRAWAL_MISTYPED, smr_statement_get_date (statement, first + 1));

  smr_statement_get_word (statement, first, smr_withdrawal_kind_from_string, &withdrawal->kind);
  smr_statement_take_text (statement, first + 2, &withdrawal->reason);
  smr_statement_take_text (statement, first + 3, &withdrawal->by);
  withdrawal->added_at = smr_statement_get_int (statement, first + 4);
  return withdrawal;
}

gboolean
smr_clearances_load (SmrDatabase *database, gint64 client, GPtrArray *clearances, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT clearance.id, physician, practice, phone, dated, expires, roll, stretch, activate, names_rolling, no_restriction, "
      "in_addition, clearance.added_at, withdrawal.kind, withdrawal.date, withdrawal.reason, withdrawal.by, withdrawal.added_at "
      "FROM clearance LEFT JOIN clearance_withdrawal AS withdrawal ON withdrawal.clearance = clearance.id "
      "WHERE client = ? ORDER BY dated, clearance.id",
      error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrClearance *clearance = smr_clearance_new ();

      g_ptr_array_add (clearances, clearance);
      clearance->id = smr_statement_get_int (statement, 0);
      smr_statement_take_text (statement, 1, &clearance->physician);
      smr_statement_take_text (statement, 2, &clearance->practice);
      smr_statement_take_text (statement, 3, &clearance->phone);
      clearance->dated = smr_statement_get_date (statement, 4);
      clearance->expires = smr_statement_get_date (statement, 5);
      if (smr_statement_get_int (statement, 6))
        clearance->phases |= 1u << SMR_PHASE_INHIBIT;
      if (smr_statement_get_int (statement, 7))
        clearance->phases |= 1u << SMR_PHASE_LENGTHEN;
      if (smr_statement_get_int (statement, 8))
        clearance->phases |= 1u << SMR_PHASE_ACTIVATE;
      clearance->names_rolling = smr_statement_get_int (statement, 9);
      clearance->no_restriction = smr_statement_get_int (statement, 10);
      clearance->in_addition = smr_statement_get_int (statement, 11);
      clearance->added_at = smr_statement_get_int (statement, 12);
      if (!smr_statement_is_null (statement, 13))
        smr_clearance_take_withdrawal (clearance, get_withdrawal (statement, 13));
      if (!load_details (database, clearance, error))
        return FALSE;
    }
  return step == SMR_STEP_DONE;
}

static gboolean
insert_detail (SmrStatement *statement, const char *kind, guint position, const char *value, SmrSide side, GError **error)
{
  smr_statement_bind_text (statement, 2, kind);
  smr_statement_bind_int (statement, 3, position);
  smr_statement_bind_text (statement, 4, value);
  smr_statement_bind_side (statement, 5, side);
  return smr_statement_run (statement, error);
}

static gboolean
insert_ids (SmrStatement *statement, const char *kind, GPtrArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (!insert_detail (statement, kind, i, g_ptr_array_index (ids, i), SMR_SIDE_NONE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_details (SmrDatabase *database, gint64 id, const SmrClearance *clearance, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO clearance_detail (clearance, kind, position, value, side) VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  for (guint i = 0; i < clearance->places->len; i++)
    {
      const SmrPlace *place = &g_array_index (clearance->places, SmrPlace, i);

      if (!insert_detail (statement, "place", i, place->site, place->side, error))
        return FALSE;
    }
  return insert_ids (statement, "condition", clearance->conditions, error) &&
         insert_ids (statement, "muscle", clearance->muscles, error) &&
         insert_ids (statement, "tool", clearance->tools, error);
}

static gboolean
allows (const SmrClearance *clearance, SmrPhase phase)
{
  return (clearance->phases & 1u << phase) != 0;
}

static gboolean
insert_withdrawal (SmrDatabase *database, gint64 clearance, const SmrWithdrawal *withdrawal, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO clearance_withdrawal (clearance, kind, date, reason, by) VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, clearance);
  smr_statement_bind_text (statement, 2, smr_withdrawal_kind_to_string (withdrawal->kind));
  smr_statement_bind_date (statement, 3, withdrawal->date);
  smr_statement_bind_text (statement, 4, withdrawal->reason);
  smr_statement_bind_text (statement, 5, withdrawal->by);
  return smr_statement_run (statement, error);
}

gint64
smr_clearances_insert (SmrDatabase *database, gint64 client, const SmrClearance *clearance, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO clearance (client, physician, practice, phone, dated, expires, roll, stretch, activate, names_rolling, no_restriction, in_addition) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  g_autoptr (SmrStatement) seal = NULL;
  gint64 id;

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_text (statement, 2, clearance->physician);
  smr_statement_bind_text (statement, 3, clearance->practice);
  smr_statement_bind_text (statement, 4, clearance->phone);
  smr_statement_bind_date (statement, 5, clearance->dated);
  smr_statement_bind_date (statement, 6, clearance->expires);
  smr_statement_bind_int (statement, 7, allows (clearance, SMR_PHASE_INHIBIT));
  smr_statement_bind_int (statement, 8, allows (clearance, SMR_PHASE_LENGTHEN));
  smr_statement_bind_int (statement, 9, allows (clearance, SMR_PHASE_ACTIVATE));
  smr_statement_bind_int (statement, 10, clearance->names_rolling != FALSE);
  smr_statement_bind_int (statement, 11, clearance->no_restriction != FALSE);
  smr_statement_bind_int (statement, 12, clearance->in_addition != FALSE);
  if (!smr_statement_run (statement, error))
    return 0;

  id = sqlite3_last_insert_rowid (smr_database_get_handle (database));
  if (!insert_details (database, id, clearance, error) ||
      (seal = smr_statement_borrow (database, "UPDATE clearance SET sealed = 1 WHERE id = ?", error)) == NULL)
    return 0;
  smr_statement_bind_int (seal, 1, id);
  if (!smr_statement_run_found (seal, error) ||
      (clearance->withdrawal != NULL && !insert_withdrawal (database, id, clearance->withdrawal, error)))
    return 0;
  return id;
}

static gboolean
insert_attachments (SmrDatabase *database, gint64 client, gint64 clearance, GPtrArray *attachments, GError **error)
{
  for (guint i = 0; i < attachments->len; i++)
    {
      if (smr_attachments_insert (database, client, clearance, g_ptr_array_index (attachments, i), error) == 0)
        return FALSE;
    }
  return TRUE;
}

gint64
smr_store_add_clearance_with_attachments (SmrStore *self, gint64 client, const SmrClearance *clearance, GPtrArray *attachments, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (clearance != NULL && attachments != NULL, 0);

  database = smr_store_enter (self, "keep the clearance");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (id = smr_clearances_insert (database, client, clearance, error)) == 0 ||
      !insert_attachments (database, client, id, attachments, error) ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return id;
}

gint64
smr_store_add_clearance (SmrStore *self, gint64 client, const SmrClearance *clearance, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return smr_store_add_clearance_with_attachments (self, client, clearance, none, error);
}

static gint64
find_client (SmrDatabase *database, gint64 clearance, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (database, "SELECT client FROM clearance WHERE id = ?", error);
  SmrStep step;

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, clearance);
  step = smr_statement_step (statement, error);
  if (step == SMR_STEP_DONE)
    g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "there is no clearance %" G_GINT64_FORMAT " in “%s”",
                 clearance, smr_database_get_path (database));
  return step == SMR_STEP_ROW ? smr_statement_get_int (statement, 0) : 0;
}

gboolean
smr_store_withdraw_clearance (SmrStore *self, gint64 clearance, const SmrWithdrawal *withdrawal, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 client;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);
  g_return_val_if_fail (withdrawal != NULL, FALSE);

  database = smr_store_enter (self, "withdraw the clearance");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (client = find_client (database, clearance, error)) == 0 ||
      !insert_withdrawal (database, clearance, withdrawal, error) ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return FALSE;

  smr_store_emit_changed (self, client);
  return TRUE;
}
