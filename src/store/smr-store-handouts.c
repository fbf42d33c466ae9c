#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

void
smr_handout_summary_free (SmrHandoutSummary *self)
{
  g_free (self->plan_code);
  g_free (self->layout);
  g_free (self->language);
  g_free (self->paper);
  g_free (self);
}

/* Of the routine's client; 0 with an error when there is no such version or it was replaced by a newer one. */
static gint64
find_owner (SmrDatabase *database, gint64 routine, int version, SmrRoutineStatus *status, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT client, status FROM routine JOIN routine_version ON routine = id WHERE id = ? AND version = ?", error);
  SmrStep step;

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, routine);
  smr_statement_bind_int (statement, 2, version);
  step = smr_statement_step (statement, error);
  if (step == SMR_STEP_DONE)
    g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "cannot issue the routine: there is no version %d of it in “%s”",
                 version, smr_database_get_path (database));
  if (step != SMR_STEP_ROW)
    return 0;

  smr_statement_get_word (statement, 1, smr_routine_status_from_string, status);
  if (!smr_statement_check (statement, error))
    return 0;
  if (*status == SMR_ROUTINE_SUPERSEDED)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT,
                   "cannot issue the routine: version %d was replaced by a newer one", version);
      return 0;
    }
  return smr_statement_get_int (statement, 0);
}

static gboolean
mark_issued (SmrDatabase *database, gint64 routine, int version, SmrDate date, GError **error)
{
  g_autoptr (SmrStatement) replace = smr_statement_borrow (
      database, "UPDATE routine_version SET status = 'superseded' WHERE routine = ? AND status = 'issued'", error);
  g_autoptr (SmrStatement) issue = NULL;

  if (replace == NULL)
    return FALSE;
  smr_statement_bind_int (replace, 1, routine);
  if (!smr_statement_run (replace, error) ||
      (issue = smr_statement_borrow (
           database, "UPDATE routine_version SET status = 'issued', issued = ? WHERE routine = ? AND version = ?", error)) == NULL)
    return FALSE;
  smr_statement_bind_date (issue, 1, date);
  smr_statement_bind_int (issue, 2, routine);
  smr_statement_bind_int (issue, 3, version);
  return smr_statement_run_found (issue, error);
}

static gint64
insert_handout (SmrDatabase *database, gint64 client, gint64 routine, int version, const SmrHandoutSummary *handout, GBytes *pdf, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO handout (client, routine, version, date, plan_code, layout, language, paper, pages, pdf) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_int (statement, 2, routine);
  smr_statement_bind_int (statement, 3, version);
  smr_statement_bind_date (statement, 4, handout->date);
  smr_statement_bind_text (statement, 5, handout->plan_code);
  smr_statement_bind_text (statement, 6, handout->layout);
  smr_statement_bind_text (statement, 7, handout->language);
  smr_statement_bind_text (statement, 8, handout->paper);
  smr_statement_bind_int (statement, 9, handout->pages);
  smr_statement_bind_bytes (statement, 10, pdf);
  return smr_statement_run (statement, error) ? sqlite3_last_insert_rowid (smr_database_get_handle (database)) : 0;
}

gint64
smr_store_issue_routine (SmrStore *self, gint64 routine, int version, const SmrHandoutSummary *handout, GBytes *pdf, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrRoutineStatus status = SMR_ROUTINE_DRAFT;
  SmrDatabase *database;
  gint64 client, id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (handout != NULL && handout->date != SMR_DATE_NONE, 0);
  g_return_val_if_fail (pdf != NULL, 0);

  database = smr_store_enter (self, "issue the routine");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (client = find_owner (database, routine, version, &status, error)) == 0 ||
      (status == SMR_ROUTINE_DRAFT && !mark_issued (database, routine, version, handout->date, error)) ||
      (id = insert_handout (database, client, routine, version, handout, pdf, error)) == 0 ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return id;
}

GPtrArray *
smr_store_list_handouts (SmrStore *self, gint64 client, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;
  g_autoptr (GPtrArray) handouts = NULL;
  SmrStep step;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  statement = smr_statement_borrow (
      smr_store_enter (self, "list the handouts"),
      "SELECT id, routine, version, date, plan_code, layout, language, paper, pages FROM handout "
      "WHERE client = ? ORDER BY date DESC, id DESC",
      error);
  if (statement == NULL)
    return NULL;
  smr_statement_bind_int (statement, 1, client);
  handouts = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_handout_summary_free);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrHandoutSummary *handout = g_new0 (SmrHandoutSummary, 1);

      g_ptr_array_add (handouts, handout);
      handout->id = smr_statement_get_int (statement, 0);
      handout->routine = smr_statement_get_int (statement, 1);
      handout->version = smr_statement_get_int (statement, 2);
      handout->date = smr_statement_get_date (statement, 3);
      smr_statement_take_text (statement, 4, &handout->plan_code);
      smr_statement_take_text (statement, 5, &handout->layout);
      smr_statement_take_text (statement, 6, &handout->language);
      smr_statement_take_text (statement, 7, &handout->paper);
      handout->pages = smr_statement_get_int (statement, 8);
    }
  return step == SMR_STEP_DONE ? g_steal_pointer (&handouts) : NULL;
}

GBytes *
smr_store_load_handout (SmrStore *self, gint64 handout, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;
  SmrStep step;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  statement = smr_statement_borrow (smr_store_enter (self, "read a handout"), "SELECT pdf FROM handout WHERE id = ?", error);
  if (statement == NULL)
    return NULL;
  smr_statement_bind_int (statement, 1, handout);
  step = smr_statement_step (statement, error);
  if (step == SMR_STEP_DONE)
    g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "there is no handout %" G_GINT64_FORMAT " in “%s”",
                 handout, smr_store_get_path (self));
  return step == SMR_STEP_ROW ? smr_statement_dup_bytes (statement, 0) : NULL;
}
