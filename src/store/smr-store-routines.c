#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

/* --- reading ----------------------------------------------------------------------------------------------- */

static gboolean
load_picks (SmrDatabase *database, SmrRoutine *routine, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT role, muscle, side FROM pick WHERE routine = ? AND version = ? ORDER BY role, position", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, routine->id);
  smr_statement_bind_int (statement, 2, routine->version);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrPick pick = { smr_statement_get_interned (statement, 1), smr_statement_get_side (statement, 2) };

      if (g_str_equal (smr_statement_get_text (statement, 0), "overactive"))
        g_array_append_val (routine->overactive, pick);
      else
        g_array_append_val (routine->underactive, pick);
    }
  return step == SMR_STEP_DONE;
}

static gboolean
load_served (SmrDatabase *database, const SmrRoutine *routine, SmrItem *item, int position, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT muscle, because, side, passed_over FROM served WHERE routine = ? AND version = ? AND item = ? ORDER BY position", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, routine->id);
  smr_statement_bind_int (statement, 2, routine->version);
  smr_statement_bind_int (statement, 3, position);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    smr_item_add_served (item, smr_statement_get_text (statement, 0), smr_statement_get_text (statement, 1),
                         smr_statement_get_side (statement, 2), smr_statement_get_text (statement, 3));
  return step == SMR_STEP_DONE;
}

static gboolean
load_items (SmrDatabase *database, SmrRoutine *routine, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT position, phase, exercise, side, tool, sets, reps, hold_seconds, search_seconds, tempo, rest_seconds, note "
      "FROM item WHERE routine = ? AND version = ? ORDER BY position",
      error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, routine->id);
  smr_statement_bind_int (statement, 2, routine->version);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrItem *item = smr_item_new (SMR_PHASE_INHIBIT, smr_statement_get_text (statement, 2));

      g_ptr_array_add (routine->items, item);
      smr_statement_get_word (statement, 1, smr_phase_from_string, &item->phase);
      smr_statement_get_word (statement, 3, smr_item_side_from_string, &item->side);
      item->tool = smr_statement_get_interned (statement, 4);
      item->dose.sets = smr_statement_get_int (statement, 5);
      item->dose.reps = smr_statement_get_int (statement, 6);
      item->dose.hold_seconds = smr_statement_get_int (statement, 7);
      item->dose.search_seconds = smr_statement_get_int (statement, 8);
      smr_statement_get_word (statement, 9, smr_tempo_from_string, &item->dose.tempo);
      item->dose.rest_seconds = smr_statement_get_int (statement, 10);
      smr_statement_take_text (statement, 11, &item->note);
      if (!load_served (database, routine, item, smr_statement_get_int (statement, 0), error))
        return FALSE;
    }
  return step == SMR_STEP_DONE;
}

#define VERSION_COLUMNS "routine, version, status, title, created, issued, level, setting, minutes, accept_substitutes, no_floor"

/* @statement: asks for VERSION_COLUMNS. */
static gboolean
read_versions (SmrDatabase *database, SmrStatement *statement, GPtrArray *routines, GError **error)
{
  SmrStep step;

  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrRoutine *routine = smr_routine_new (smr_statement_get_text (statement, 3));

      g_ptr_array_add (routines, routine);
      routine->id = smr_statement_get_int (statement, 0);
      routine->version = smr_statement_get_int (statement, 1);
      smr_statement_get_word (statement, 2, smr_routine_status_from_string, &routine->status);
      routine->created = smr_statement_get_date (statement, 4);
      routine->issued = smr_statement_get_date (statement, 5);
      smr_statement_get_word (statement, 6, smr_level_from_string, &routine->level);
      smr_statement_get_word (statement, 7, smr_setting_from_string, &routine->setting);
      routine->minutes = smr_statement_get_int (statement, 8);
      routine->accept_substitutes = smr_statement_get_int (statement, 9);
      routine->no_floor = smr_statement_get_int (statement, 10);
      if (!load_picks (database, routine, error) || !load_items (database, routine, error))
        return FALSE;
    }
  return step == SMR_STEP_DONE;
}

gboolean
smr_routines_load (SmrDatabase *database, gint64 client, gboolean archived, GPtrArray *routines, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT " VERSION_COLUMNS " FROM routine_version "
      "WHERE routine IN (SELECT id FROM routine WHERE client = ? AND archived = ?) "
      "AND version = (SELECT max (version) FROM routine_version AS newest WHERE newest.routine = routine_version.routine) "
      "ORDER BY routine DESC",
      error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_int (statement, 2, archived != FALSE);
  return read_versions (database, statement, routines, error);
}

static GPtrArray *
routines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) smr_routine_unref);
}

GPtrArray *
smr_store_list_archived_routines (SmrStore *self, gint64 client, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  g_autoptr (GPtrArray) routines = NULL;
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  database = smr_store_enter (self, "list the archived routines");
  routines = routines_new ();
  if ((transaction = smr_transaction_begin_reading (database, error)) == NULL ||
      !smr_routines_load (database, client, TRUE, routines, error) ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return NULL;
  return g_steal_pointer (&routines);
}

/* Of one routine: @version, or all of them for 0. */
static GPtrArray *
load_versions (SmrDatabase *database, gint64 id, int version, GError **error)
{
  g_autoptr (SmrTransaction) transaction = smr_transaction_begin_reading (database, error);
  g_autoptr (SmrStatement) statement = NULL;
  g_autoptr (GPtrArray) routines = routines_new ();

  if (transaction == NULL)
    return NULL;
  statement = smr_statement_borrow (
      database,
      "SELECT " VERSION_COLUMNS " FROM routine_version WHERE routine = ?1 AND (?2 = 0 OR version = ?2) ORDER BY version DESC", error);
  if (statement == NULL)
    return NULL;
  smr_statement_bind_int (statement, 1, id);
  smr_statement_bind_int (statement, 2, version);
  if (!read_versions (database, statement, routines, error))
    return NULL;
  if (routines->len == 0)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "there is no routine %" G_GINT64_FORMAT ", version %d, in “%s”",
                   id, version, smr_database_get_path (database));
      return NULL;
    }
  if (!smr_transaction_commit (g_steal_pointer (&transaction), error))
    return NULL;
  return g_steal_pointer (&routines);
}

SmrRoutine *
smr_store_load_routine (SmrStore *self, gint64 id, int version, GError **error)
{
  g_autoptr (GPtrArray) routines = NULL;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);
  g_return_val_if_fail (version >= 1, NULL);

  routines = load_versions (smr_store_enter (self, "read a routine"), id, version, error);
  return routines != NULL ? g_ptr_array_steal_index (routines, 0) : NULL;
}

GPtrArray *
smr_store_list_versions (SmrStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  return load_versions (smr_store_enter (self, "list the versions of a routine"), id, 0, error);
}

/* --- writing ----------------------------------------------------------------------------------------------- */

static gboolean
insert_picks (SmrDatabase *database, gint64 id, int version, const char *role, const GArray *picks, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO pick (routine, version, role, position, muscle, side) VALUES (?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  smr_statement_bind_int (statement, 2, version);
  smr_statement_bind_text (statement, 3, role);
  for (guint i = 0; i < picks->len; i++)
    {
      const SmrPick *pick = &g_array_index (picks, SmrPick, i);

      smr_statement_bind_int (statement, 4, i);
      smr_statement_bind_text (statement, 5, pick->muscle);
      smr_statement_bind_side (statement, 6, pick->side);
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_served (SmrDatabase *database, gint64 id, int version, guint position, const SmrItem *item, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO served (routine, version, item, position, muscle, because, side, passed_over) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  smr_statement_bind_int (statement, 2, version);
  smr_statement_bind_int (statement, 3, position);
  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);

      smr_statement_bind_int (statement, 4, i);
      smr_statement_bind_text (statement, 5, served->muscle);
      smr_statement_bind_text (statement, 6, served->because);
      smr_statement_bind_side (statement, 7, served->side);
      smr_statement_bind_text (statement, 8, served->passed_over);
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_items (SmrDatabase *database, gint64 id, int version, GPtrArray *items, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO item (routine, version, position, phase, exercise, side, tool, sets, reps, hold_seconds, search_seconds, "
      "tempo, rest_seconds, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  smr_statement_bind_int (statement, 2, version);
  for (guint i = 0; i < items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (items, i);

      smr_statement_bind_int (statement, 3, i);
      smr_statement_bind_text (statement, 4, smr_phase_to_string (item->phase));
      smr_statement_bind_text (statement, 5, item->exercise);
      smr_statement_bind_text (statement, 6, smr_item_side_to_string (item->side));
      smr_statement_bind_text (statement, 7, item->tool);
      smr_statement_bind_int (statement, 8, item->dose.sets);
      smr_statement_bind_int (statement, 9, item->dose.reps);
      smr_statement_bind_int (statement, 10, item->dose.hold_seconds);
      smr_statement_bind_int (statement, 11, item->dose.search_seconds);
      smr_statement_bind_text (statement, 12, smr_tempo_to_string (item->dose.tempo));
      smr_statement_bind_int (statement, 13, item->dose.rest_seconds);
      smr_statement_bind_text (statement, 14, item->note);
      if (!smr_statement_run (statement, error) || !insert_served (database, id, version, i, item, error))
        return FALSE;
    }
  return TRUE;
}

/* As a draft, whatever the status of @routine: only drafts take items. */
static gboolean
insert_version (SmrDatabase *database, gint64 id, int version, const SmrRoutine *routine, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO routine_version (routine, version, status, title, created, level, setting, minutes, accept_substitutes, no_floor) "
      "VALUES (?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  smr_statement_bind_int (statement, 2, version);
  smr_statement_bind_text (statement, 3, routine->title);
  smr_statement_bind_date (statement, 4, routine->created);
  smr_statement_bind_text (statement, 5, smr_level_to_string (routine->level));
  smr_statement_bind_text (statement, 6, smr_setting_to_string (routine->setting));
  smr_statement_bind_int (statement, 7, routine->minutes);
  smr_statement_bind_int (statement, 8, routine->accept_substitutes != FALSE);
  smr_statement_bind_int (statement, 9, routine->no_floor != FALSE);
  return smr_statement_run (statement, error) &&
         insert_picks (database, id, version, "overactive", routine->overactive, error) &&
         insert_picks (database, id, version, "underactive", routine->underactive, error) &&
         insert_items (database, id, version, routine->items, error);
}

static gint64
insert_thread (SmrDatabase *database, gint64 client, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (database, "INSERT INTO routine (client) VALUES (?)", error);

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  return smr_statement_run (statement, error) ? sqlite3_last_insert_rowid (smr_database_get_handle (database)) : 0;
}

gint64
smr_routines_insert (SmrDatabase *database, gint64 client, const SmrRoutine *routine, GError **error)
{
  g_autoptr (SmrStatement) seal = NULL;
  int version = MAX (routine->version, 1);
  gint64 id = insert_thread (database, client, error);

  if (id == 0 || !insert_version (database, id, version, routine, error))
    return 0;
  if (routine->status == SMR_ROUTINE_DRAFT)
    return id;

  seal = smr_statement_borrow (database, "UPDATE routine_version SET status = ?, issued = ? WHERE routine = ? AND version = ?", error);
  if (seal == NULL)
    return 0;
  smr_statement_bind_text (seal, 1, smr_routine_status_to_string (routine->status));
  smr_statement_bind_date (seal, 2, routine->issued);
  smr_statement_bind_int (seal, 3, id);
  smr_statement_bind_int (seal, 4, version);
  return smr_statement_run_found (seal, error) ? id : 0;
}

/* Where a changed @routine goes: its own version as long as that is a draft, else behind the newest one. */
static gboolean
find_version (SmrDatabase *database, gint64 client, const SmrRoutine *routine, int *version, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT max (version), max (version) FILTER (WHERE version = ? AND status = 'draft') "
      "FROM routine JOIN routine_version ON routine = id WHERE id = ? AND client = ?",
      error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, routine->version);
  smr_statement_bind_int (statement, 2, routine->id);
  smr_statement_bind_int (statement, 3, client);
  if (smr_statement_step (statement, error) != SMR_STEP_ROW)
    return FALSE;
  if (smr_statement_is_null (statement, 0))
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "cannot save the routine: the client has no routine %" G_GINT64_FORMAT " in “%s”",
                   routine->id, smr_database_get_path (database));
      return FALSE;
    }
  *version = smr_statement_is_null (statement, 1) ? smr_statement_get_int (statement, 0) + 1 : routine->version;
  return TRUE;
}

static gboolean
delete_draft (SmrDatabase *database, gint64 id, int version, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "DELETE FROM routine_version WHERE routine = ? AND version = ? AND status = 'draft'", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  smr_statement_bind_int (statement, 2, version);
  return smr_statement_run (statement, error);
}

static gboolean
save_routine (SmrDatabase *database, gint64 client, const SmrRoutine *routine, gint64 *id, int *version, GError **error)
{
  if (routine->id == 0)
    {
      *version = 1;
      *id = insert_thread (database, client, error);
      return *id != 0 && insert_version (database, *id, *version, routine, error);
    }

  *id = routine->id;
  return find_version (database, client, routine, version, error) && delete_draft (database, *id, *version, error) &&
         insert_version (database, *id, *version, routine, error);
}

gboolean
smr_store_save_routine (SmrStore *self, gint64 client, const SmrRoutine *routine, gint64 *id, int *version, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 saved_id;
  int saved_version;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);
  g_return_val_if_fail (routine != NULL, FALSE);

  database = smr_store_enter (self, "save the routine");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      !save_routine (database, client, routine, &saved_id, &saved_version, error) ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return FALSE;

  if (id != NULL)
    *id = saved_id;
  if (version != NULL)
    *version = saved_version;
  smr_store_emit_changed (self, client);
  return TRUE;
}

gboolean
smr_store_archive_routine (SmrStore *self, gint64 id, gboolean archived, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);

  statement = smr_statement_borrow (smr_store_enter (self, archived ? "archive the routine" : "bring the routine back"),
                                    "UPDATE routine SET archived = ? WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, archived != FALSE);
  smr_statement_bind_int (statement, 2, id);
  if (!smr_statement_run_found (statement, error))
    return FALSE;

  smr_store_emit_changed (self, 0);
  return TRUE;
}
