#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

/* --- reading ----------------------------------------------------------------------------------------------- */

static gboolean
load_parts (SmrDatabase *database, SmrAssessment *assessment, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT part FROM assessment_part WHERE assessment = ? ORDER BY position", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, assessment->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    smr_assessment_add_part (assessment, smr_statement_get_text (statement, 0));
  return step == SMR_STEP_DONE;
}

static gboolean
load_seen (SmrDatabase *database, SmrAssessment *assessment, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT observation, side FROM assessment_seen WHERE assessment = ? ORDER BY position", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, assessment->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrSide side = SMR_SIDE_BOTH;

      smr_statement_get_word (statement, 1, smr_side_from_string, &side);
      smr_assessment_set_side (assessment, smr_statement_get_text (statement, 0), side);
    }
  return step == SMR_STEP_DONE;
}

static gboolean
load_ranges (SmrDatabase *database, SmrAssessment *assessment, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT movement, side, degrees FROM assessment_range WHERE assessment = ? ORDER BY position", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, assessment->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrSide side = SMR_SIDE_LEFT;

      smr_statement_get_word (statement, 1, smr_side_from_string, &side);
      smr_assessment_set_range (assessment, smr_statement_get_text (statement, 0), side, smr_statement_get_int (statement, 2));
    }
  return step == SMR_STEP_DONE;
}

gboolean
smr_assessments_load (SmrDatabase *database, gint64 client, GPtrArray *assessments, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT id, date, trainer, note FROM assessment WHERE client = ? ORDER BY date, id", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrAssessment *assessment = smr_assessment_new (smr_statement_get_date (statement, 1));

      g_ptr_array_add (assessments, assessment);
      assessment->id = smr_statement_get_int (statement, 0);
      smr_statement_take_text (statement, 2, &assessment->trainer);
      smr_statement_take_text (statement, 3, &assessment->note);
      if (!load_parts (database, assessment, error) || !load_seen (database, assessment, error) ||
          !load_ranges (database, assessment, error))
        return FALSE;
    }
  return step == SMR_STEP_DONE;
}

/* --- adding ------------------------------------------------------------------------------------------------ */

static gboolean
insert_parts (SmrDatabase *database, gint64 id, const SmrAssessment *assessment, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO assessment_part (assessment, position, part) VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  for (guint i = 0; i < assessment->parts->len; i++)
    {
      smr_statement_bind_int (statement, 2, i);
      smr_statement_bind_text (statement, 3, g_ptr_array_index (assessment->parts, i));
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_seen (SmrDatabase *database, gint64 id, const SmrAssessment *assessment, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO assessment_seen (assessment, position, observation, side) VALUES (?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  for (guint i = 0; i < assessment->seen->len; i++)
    {
      const SmrSeen *seen = &g_array_index (assessment->seen, SmrSeen, i);

      smr_statement_bind_int (statement, 2, i);
      smr_statement_bind_text (statement, 3, seen->observation);
      smr_statement_bind_text (statement, 4, smr_side_to_string (seen->side));
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_ranges (SmrDatabase *database, gint64 id, const SmrAssessment *assessment, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO assessment_range (assessment, position, movement, side, degrees) VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  for (guint i = 0; i < assessment->ranges->len; i++)
    {
      const SmrRange *range = &g_array_index (assessment->ranges, SmrRange, i);

      smr_statement_bind_int (statement, 2, i);
      smr_statement_bind_text (statement, 3, range->movement);
      smr_statement_bind_text (statement, 4, smr_side_to_string (range->side));
      smr_statement_bind_int (statement, 5, range->degrees);
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gint64
smr_assessments_insert (SmrDatabase *database, gint64 client, const SmrAssessment *assessment, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO assessment (client, date, trainer, note) VALUES (?, ?, ?, ?)", error);
  g_autoptr (SmrStatement) seal = NULL;
  gint64 id;

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_date (statement, 2, assessment->date);
  smr_statement_bind_text (statement, 3, assessment->trainer);
  smr_statement_bind_text (statement, 4, assessment->note);
  if (!smr_statement_run (statement, error))
    return 0;

  id = sqlite3_last_insert_rowid (smr_database_get_handle (database));
  if (!insert_parts (database, id, assessment, error) || !insert_seen (database, id, assessment, error) ||
      !insert_ranges (database, id, assessment, error) ||
      (seal = smr_statement_borrow (database, "UPDATE assessment SET sealed = 1 WHERE id = ?", error)) == NULL)
    return 0;
  smr_statement_bind_int (seal, 1, id);
  return smr_statement_run_found (seal, error) ? id : 0;
}

gint64
smr_store_add_assessment (SmrStore *self, gint64 client, const SmrAssessment *assessment, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (assessment != NULL, 0);

  database = smr_store_enter (self, "keep the assessment");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (id = smr_assessments_insert (database, client, assessment, error)) == 0 ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return id;
}
