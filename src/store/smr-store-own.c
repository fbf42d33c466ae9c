#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

/* --- reading ----------------------------------------------------------------------------------------------- */

static void
take_ids (GPtrArray *ids, const char ***list)
{
  g_ptr_array_add (ids, NULL);
  g_free (*list);
  *list = (const char **) g_ptr_array_steal (ids, NULL);
}

/* "arm:same", "leg:other", "leg:both" */
static gboolean
parse_bearing (const char *text, SmrBearing *bearing)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);

  if (parts[0] == NULL || parts[1] == NULL || !smr_limb_from_string (parts[0], &bearing->limb))
    return FALSE;
  bearing->same = g_str_equal (parts[1], "same") || g_str_equal (parts[1], "both");
  bearing->other = g_str_equal (parts[1], "other") || g_str_equal (parts[1], "both");
  return bearing->same || bearing->other;
}

static gboolean
load_lines (SmrDatabase *database, SmrExercise *exercise, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT kind, value FROM own_exercise_line WHERE exercise = ? ORDER BY kind, position", error);
  g_autoptr (GPtrArray) targets = g_ptr_array_new (), avoid = g_ptr_array_new (), avoid_same = g_ptr_array_new ();
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_text (statement, 1, exercise->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      const char *kind = smr_statement_get_text (statement, 0);
      const char *value = smr_statement_get_interned (statement, 1);
      SmrBearing bearing = { 0 };

      if (g_str_equal (kind, "target"))
        g_ptr_array_add (targets, (gpointer) value);
      else if (g_str_equal (kind, "avoid"))
        g_ptr_array_add (avoid, (gpointer) value);
      else if (g_str_equal (kind, "avoid_same"))
        g_ptr_array_add (avoid_same, (gpointer) value);
      else if (g_str_equal (kind, "step"))
        g_ptr_array_add (exercise->steps, smr_text_new (value));
      else if (g_str_equal (kind, "tool"))
        g_array_append_val (exercise->needs, ((SmrNeed) { value, FALSE }));
      else if (parse_bearing (value, &bearing))
        g_array_append_val (exercise->bearings, bearing);
      else
        smr_statement_reject (statement, 1);
    }
  take_ids (targets, &exercise->targets);
  take_ids (avoid, &exercise->avoid);
  take_ids (avoid_same, &exercise->avoid_same);
  return step == SMR_STEP_DONE && smr_statement_check (statement, error);
}

#define COLUMNS                                                                                                     \
  "id, series, version, phase, position, unilateral, difficulty, sets, reps, hold_seconds, tempo, easier, harder, " \
  "name, start, cue, mistake, photo"

static SmrOwnExercise *
read_own (SmrStatement *statement)
{
  SmrOwnExercise *own = smr_own_exercise_new (smr_statement_get_text (statement, 0), smr_statement_get_text (statement, 1), smr_statement_get_int (statement, 2));
  SmrExercise *exercise = own->exercise;

  smr_statement_get_word (statement, 3, smr_phase_from_string, &exercise->phase);
  smr_statement_get_word (statement, 4, smr_position_from_string, &exercise->position);
  exercise->unilateral = smr_statement_get_int (statement, 5);
  exercise->difficulty = smr_statement_get_int (statement, 6);
  exercise->sets = smr_statement_get_int (statement, 7);
  exercise->reps = smr_statement_get_int (statement, 8);
  exercise->hold_seconds = smr_statement_get_int (statement, 9);
  smr_statement_get_word (statement, 10, smr_tempo_from_string, &exercise->tempo);
  exercise->easier = smr_statement_get_interned (statement, 11);
  exercise->harder = smr_statement_get_interned (statement, 12);
  exercise->name = smr_text_new (smr_statement_get_text (statement, 13));
  exercise->start = smr_text_new (smr_statement_get_text (statement, 14));
  exercise->cue = smr_text_new (smr_statement_get_text (statement, 15));
  exercise->mistake = smr_text_new (smr_statement_get_text (statement, 16));
  own->photo = smr_statement_dup_bytes (statement, 17);
  own->retired = smr_statement_get_int (statement, 18);
  return own;
}

/* @statement: asks for COLUMNS and whether it is retired. */
static gboolean
read_all (SmrDatabase *database, SmrStatement *statement, GPtrArray *own, GError **error)
{
  SmrStep step;

  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrOwnExercise *one = read_own (statement);

      g_ptr_array_add (own, one);
      if (!load_lines (database, one->exercise, error))
        return FALSE;
    }
  return step == SMR_STEP_DONE && smr_statement_check (statement, error);
}

gboolean
smr_own_load_for_client (SmrDatabase *database, gint64 client, GPtrArray *own, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT " COLUMNS ", 0 FROM own_exercise WHERE series IN "
      "(SELECT series FROM own_exercise WHERE id IN "
      "(SELECT exercise FROM item WHERE routine IN (SELECT id FROM routine WHERE client = ?))) ORDER BY number",
      error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  return read_all (database, statement, own, error);
}

GPtrArray *
smr_store_list_own_exercises (SmrStore *self, GError **error)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_own_exercise_unref);
  g_autoptr (SmrTransaction) transaction = NULL;
  g_autoptr (SmrStatement) statement = NULL;
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  database = smr_store_enter (self, "list the own exercises");
  if ((transaction = smr_transaction_begin_reading (database, error)) == NULL)
    return NULL;
  statement = smr_statement_borrow (
      database,
      "SELECT " COLUMNS ", series IN (SELECT series FROM own_exercise_retired) FROM own_exercise ORDER BY number", error);
  if (statement == NULL || !read_all (database, statement, own, error))
    return NULL;
  smr_statement_rewind (statement);
  return smr_transaction_commit (g_steal_pointer (&transaction), error) ? g_steal_pointer (&own) : NULL;
}

/* --- adding ------------------------------------------------------------------------------------------------ */

static gboolean
insert_line (SmrStatement *statement, const char *kind, guint position, const char *value, GError **error)
{
  smr_statement_bind_text (statement, 2, kind);
  smr_statement_bind_int (statement, 3, position);
  smr_statement_bind_text (statement, 4, value);
  return smr_statement_run (statement, error);
}

static gboolean
insert_ids (SmrStatement *statement, const char *kind, const char * const *ids, GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!insert_line (statement, kind, i, ids[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_lines (SmrDatabase *database, const SmrExercise *exercise, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO own_exercise_line (exercise, kind, position, value) VALUES (?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_text (statement, 1, exercise->id);
  if (!insert_ids (statement, "target", exercise->targets, error) || !insert_ids (statement, "avoid", exercise->avoid, error) ||
      !insert_ids (statement, "avoid_same", exercise->avoid_same, error))
    return FALSE;
  for (guint i = 0; i < exercise->needs->len; i++)
    {
      if (!insert_line (statement, "tool", i, g_array_index (exercise->needs, SmrNeed, i).tool, error))
        return FALSE;
    }
  for (guint i = 0; i < exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (exercise->bearings, SmrBearing, i);
      g_autofree char *value = g_strconcat (smr_limb_to_string (bearing->limb),
                                            bearing->same && bearing->other ? ":both" : bearing->same ? ":same" : ":other", NULL);

      if (!insert_line (statement, "bearing", i, value, error))
        return FALSE;
    }
  for (guint i = 0; i < exercise->steps->len; i++)
    {
      if (!insert_line (statement, "step", i, smr_text_get (g_ptr_array_index (exercise->steps, i), NULL), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_row (SmrDatabase *database, const SmrOwnExercise *own, GError **error)
{
  const SmrExercise *exercise = own->exercise;
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO own_exercise (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_text (statement, 1, exercise->id);
  smr_statement_bind_text (statement, 2, own->series);
  smr_statement_bind_int (statement, 3, own->version);
  smr_statement_bind_text (statement, 4, smr_phase_to_string (exercise->phase));
  smr_statement_bind_text (statement, 5, smr_position_to_string (exercise->position));
  smr_statement_bind_int (statement, 6, exercise->unilateral != FALSE);
  smr_statement_bind_int (statement, 7, exercise->difficulty);
  smr_statement_bind_int (statement, 8, exercise->sets);
  smr_statement_bind_int (statement, 9, exercise->reps);
  smr_statement_bind_int (statement, 10, exercise->hold_seconds);
  smr_statement_bind_text (statement, 11, smr_tempo_to_string (exercise->tempo));
  smr_statement_bind_text (statement, 12, exercise->easier);
  smr_statement_bind_text (statement, 13, exercise->harder);
  smr_statement_bind_text (statement, 14, smr_text_get (exercise->name, NULL));
  smr_statement_bind_text (statement, 15, smr_text_get (exercise->start, NULL));
  smr_statement_bind_text (statement, 16, smr_text_get (exercise->cue, NULL));
  smr_statement_bind_text (statement, 17, smr_text_get (exercise->mistake, NULL));
  smr_statement_bind_bytes (statement, 18, own->photo);
  return smr_statement_run (statement, error);
}

static gboolean
insert_own (SmrDatabase *database, const SmrOwnExercise *own, GError **error)
{
  g_autoptr (SmrStatement) seal = NULL;

  if (!insert_row (database, own, error) || !insert_lines (database, own->exercise, error) ||
      (seal = smr_statement_borrow (database, "UPDATE own_exercise SET sealed = 1 WHERE id = ?", error)) == NULL)
    return FALSE;
  smr_statement_bind_text (seal, 1, own->exercise->id);
  return smr_statement_run_found (seal, error);
}

/* @there: (out) (transfer full) (nullable): the version of that id. */
static gboolean
find_own (SmrDatabase *database, const char *id, SmrOwnExercise **there, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_own_exercise_unref);
  g_autoptr (SmrStatement) statement = smr_statement_borrow (database, "SELECT " COLUMNS ", 0 FROM own_exercise WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_text (statement, 1, id);
  if (!read_all (database, statement, found, error))
    return FALSE;
  *there = found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
  return TRUE;
}

gboolean
smr_own_import (SmrDatabase *database, GPtrArray *own, GError **error)
{
  for (guint i = 0; i < own->len; i++)
    {
      const SmrOwnExercise *one = g_ptr_array_index (own, i);
      g_autoptr (SmrOwnExercise) there = NULL;

      if (!find_own (database, one->exercise->id, &there, error))
        return FALSE;
      if (there != NULL && !smr_own_exercise_equal (there, one))
        {
          g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT,
                       "the own exercise “%s” says something else in this practice", one->exercise->id);
          return FALSE;
        }
      if (there == NULL && !insert_own (database, one, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
smr_store_add_own_exercise (SmrStore *self, const SmrOwnExercise *own, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);
  g_return_val_if_fail (own != NULL, FALSE);

  database = smr_store_enter (self, "keep an own exercise");
  if ((transaction = smr_transaction_begin (database, error)) == NULL || !insert_own (database, own, error) ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return FALSE;
  smr_store_emit_changed (self, 0);
  return TRUE;
}

/* --- marks ------------------------------------------------------------------------------------------------- */

static gboolean
set_mark (SmrStore *self, const char *doing, const char *sql, const char *id, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  g_autoptr (SmrStatement) statement = NULL;
  SmrDatabase *database = smr_store_enter (self, doing);

  if ((transaction = smr_transaction_begin (database, error)) == NULL || (statement = smr_statement_borrow (database, sql, error)) == NULL)
    return FALSE;
  smr_statement_bind_text (statement, 1, id);
  if (!smr_statement_run (statement, error) || !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return FALSE;
  smr_store_emit_changed (self, 0);
  return TRUE;
}

gboolean
smr_store_set_own_retired (SmrStore *self, const char *series, gboolean retired, GError **error)
{
  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);

  return set_mark (self, "retire an own exercise", retired ? "INSERT OR IGNORE INTO own_exercise_retired (series) VALUES (?)"
                                                           : "DELETE FROM own_exercise_retired WHERE series = ?", series, error);
}

gboolean
smr_store_set_favourite (SmrStore *self, const char *exercise, gboolean favourite, GError **error)
{
  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);

  return set_mark (self, "mark a favourite", favourite ? "INSERT OR IGNORE INTO favourite (exercise) VALUES (?)"
                                                       : "DELETE FROM favourite WHERE exercise = ?", exercise, error);
}

GHashTable *
smr_store_list_favourites (SmrStore *self, GError **error)
{
  g_autoptr (GHashTable) favourites = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SmrStatement) statement = NULL;
  SmrStep step;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  statement = smr_statement_borrow (smr_store_enter (self, "list the favourites"), "SELECT exercise FROM favourite", error);
  if (statement == NULL)
    return NULL;
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    g_hash_table_add (favourites, (gpointer) smr_statement_get_interned (statement, 0));
  return step == SMR_STEP_DONE ? g_steal_pointer (&favourites) : NULL;
}
