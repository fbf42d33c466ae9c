#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

/* All places of the client's incidents; both come in the order of the incidents' ids. */
static gboolean
load_places (SmrDatabase *database, gint64 client, GHashTable *by_id, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT incident, site, incident_place.side FROM incident_place JOIN incident ON incident.id = incident "
      "WHERE client = ? ORDER BY incident, position",
      error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      gint64 id = smr_statement_get_int (statement, 0);

      smr_incident_add_place (g_hash_table_lookup (by_id, &id), smr_statement_get_interned (statement, 1),
                              smr_statement_get_side (statement, 2));
    }
  return step == SMR_STEP_DONE;
}

gboolean
smr_incidents_load (SmrDatabase *database, gint64 client, GPtrArray *incidents, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT id, added_at, date, sign, done, note, session FROM incident WHERE client = ? ORDER BY date, id", error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrIncident *incident = smr_incident_new (smr_statement_get_date (statement, 2), smr_statement_get_interned (statement, 3));

      g_ptr_array_add (incidents, incident);
      incident->id = smr_statement_get_int (statement, 0);
      incident->added_at = smr_statement_get_int (statement, 1);
      smr_statement_take_text (statement, 4, &incident->done);
      smr_statement_take_text (statement, 5, &incident->note);
      if (!smr_statement_is_null (statement, 6))
        incident->session = smr_statement_get_int (statement, 6);
      g_hash_table_insert (by_id, &incident->id, incident);
    }
  if (step != SMR_STEP_DONE)
    return FALSE;
  return incidents->len == 0 || load_places (database, client, by_id, error);
}

static gboolean
insert_places (SmrDatabase *database, gint64 id, const SmrIncident *incident, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO incident_place (incident, position, site, side) VALUES (?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  for (guint i = 0; i < incident->places->len; i++)
    {
      const SmrPlace *place = &g_array_index (incident->places, SmrPlace, i);

      smr_statement_bind_int (statement, 2, i);
      smr_statement_bind_text (statement, 3, place->site);
      smr_statement_bind_side (statement, 4, place->side);
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gint64
smr_incidents_insert (SmrDatabase *database, gint64 client, const SmrIncident *incident, gint64 session, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO incident (client, date, sign, done, note, session) VALUES (?, ?, ?, ?, ?, ?)", error);
  g_autoptr (SmrStatement) seal = NULL;
  gint64 id;

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_date (statement, 2, incident->date);
  smr_statement_bind_text (statement, 3, incident->sign);
  smr_statement_bind_text (statement, 4, incident->done);
  smr_statement_bind_text (statement, 5, incident->note);
  if (session != 0)
    smr_statement_bind_int (statement, 6, session);
  else
    smr_statement_bind_null (statement, 6);
  if (!smr_statement_run (statement, error))
    return 0;

  id = sqlite3_last_insert_rowid (smr_database_get_handle (database));
  if (!insert_places (database, id, incident, error) ||
      (seal = smr_statement_borrow (database, "UPDATE incident SET sealed = 1 WHERE id = ?", error)) == NULL)
    return 0;
  smr_statement_bind_int (seal, 1, id);
  return smr_statement_run_found (seal, error) ? id : 0;
}

gint64
smr_store_add_incident (SmrStore *self, gint64 client, const SmrIncident *incident, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (incident != NULL, 0);

  database = smr_store_enter (self, "keep the incident");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (id = smr_incidents_insert (database, client, incident, incident->session, error)) == 0 ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return id;
}
