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

gboolean
smr_clearances_load (SmrDatabase *database, gint64 client, GPtrArray *clearances, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT id, physician, practice, phone, dated, expires, roll, stretch, activate, names_rolling, no_restriction "
      "FROM clearance WHERE client = ? ORDER BY dated, id",
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

gint64
smr_clearances_insert (SmrDatabase *database, gint64 client, const SmrClearance *clearance, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO clearance (client, physician, practice, phone, dated, expires, roll, stretch, activate, names_rolling, no_restriction) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
  if (!smr_statement_run (statement, error))
    return 0;

  id = sqlite3_last_insert_rowid (smr_database_get_handle (database));
  if (!insert_details (database, id, clearance, error) ||
      (seal = smr_statement_borrow (database, "UPDATE clearance SET sealed = 1 WHERE id = ?", error)) == NULL)
    return 0;
  smr_statement_bind_int (seal, 1, id);
  return smr_statement_run_found (seal, error) ? id : 0;
}

gint64
smr_store_add_clearance (SmrStore *self, gint64 client, const SmrClearance *clearance, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (clearance != NULL, 0);

  database = smr_store_enter (self, "keep the clearance");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (id = smr_clearances_insert (database, client, clearance, error)) == 0 ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return id;
}
