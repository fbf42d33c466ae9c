#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

static gboolean
load_trainers (SmrDatabase *database, GPtrArray *trainers, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT name, credentials, phone FROM trainer ORDER BY position", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    g_ptr_array_add (trainers, smr_trainer_new (smr_statement_get_text (statement, 0), smr_statement_get_text (statement, 1),
                                                smr_statement_get_text (statement, 2)));
  return step == SMR_STEP_DONE;
}

static void
read_practice (SmrStatement *statement, SmrPractice *practice)
{
  smr_statement_take_text (statement, 0, &practice->name);
  smr_statement_take_text (statement, 1, &practice->phone);
  smr_statement_take_text (statement, 2, &practice->address);
  smr_statement_take_text (statement, 3, &practice->paper);
  smr_statement_take_text (statement, 4, &practice->language);
  smr_statement_get_word (statement, 5, smr_level_from_string, &practice->level);
  smr_statement_get_word (statement, 6, smr_setting_from_string, &practice->setting);
  practice->rescreen_months = smr_statement_get_int (statement, 7);
  smr_statement_take_text (statement, 8, &practice->consent);
  practice->consent_version = smr_statement_get_int (statement, 9);
  smr_statement_take_text (statement, 10, &practice->print_settings);
  smr_statement_take_text (statement, 11, &practice->page_setup);
  practice->sample = smr_statement_get_int (statement, 12);
  practice->logo = smr_statement_dup_bytes (statement, 13);
}

SmrPractice *
smr_store_load_practice (SmrStore *self, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  g_autoptr (SmrStatement) statement = NULL;
  g_autoptr (SmrPractice) practice = NULL;
  SmrDatabase *database;
  SmrStep step;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  database = smr_store_enter (self, "read the practice");
  if ((transaction = smr_transaction_begin_reading (database, error)) == NULL)
    return NULL;
  statement = smr_statement_borrow (
      database,
      "SELECT name, phone, address, paper, language, level, setting, rescreen_months, consent, consent_version, "
      "print_settings, page_setup, sample, logo FROM practice",
      error);
  if (statement == NULL)
    return NULL;

  practice = smr_practice_new ();
  step = smr_statement_step (statement, error);
  /* No row: nobody has set anything up yet, which is no error. */
  if (step == SMR_STEP_ROW)
    read_practice (statement, practice);
  if (step == SMR_STEP_ERROR || !smr_statement_check (statement, error) || !load_trainers (database, practice->trainers, error))
    return NULL;
  smr_statement_rewind (statement);
  if (!smr_transaction_commit (g_steal_pointer (&transaction), error))
    return NULL;
  return g_steal_pointer (&practice);
}

static gboolean
replace_practice (SmrDatabase *database, const SmrPractice *practice, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT OR REPLACE INTO practice (id, name, phone, address, paper, language, level, setting, rescreen_months, "
      "consent, consent_version, print_settings, page_setup, sample, logo) "
      "VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_text (statement, 1, practice->name);
  smr_statement_bind_text (statement, 2, practice->phone);
  smr_statement_bind_text (statement, 3, practice->address);
  smr_statement_bind_text (statement, 4, practice->paper);
  smr_statement_bind_text (statement, 5, practice->language);
  smr_statement_bind_text (statement, 6, smr_level_to_string (practice->level));
  smr_statement_bind_text (statement, 7, smr_setting_to_string (practice->setting));
  smr_statement_bind_int (statement, 8, practice->rescreen_months);
  smr_statement_bind_text (statement, 9, practice->consent);
  smr_statement_bind_int (statement, 10, practice->consent_version);
  smr_statement_bind_text (statement, 11, practice->print_settings);
  smr_statement_bind_text (statement, 12, practice->page_setup);
  smr_statement_bind_int (statement, 13, practice->sample != FALSE);
  smr_statement_bind_bytes (statement, 14, practice->logo);
  return smr_statement_run (statement, error);
}

static gboolean
replace_trainers (SmrDatabase *database, GPtrArray *trainers, GError **error)
{
  g_autoptr (SmrStatement) clear = smr_statement_borrow (database, "DELETE FROM trainer", error);
  g_autoptr (SmrStatement) insert = NULL;

  if (clear == NULL || !smr_statement_run (clear, error) ||
      (insert = smr_statement_borrow (
           database, "INSERT INTO trainer (position, name, credentials, phone) VALUES (?, ?, ?, ?)", error)) == NULL)
    return FALSE;
  for (guint i = 0; i < trainers->len; i++)
    {
      const SmrTrainer *trainer = g_ptr_array_index (trainers, i);

      smr_statement_bind_int (insert, 1, i);
      smr_statement_bind_text (insert, 2, trainer->name);
      smr_statement_bind_text (insert, 3, trainer->credentials);
      smr_statement_bind_text (insert, 4, trainer->phone);
      if (!smr_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
smr_store_save_practice (SmrStore *self, const SmrPractice *practice, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);
  g_return_val_if_fail (practice != NULL, FALSE);

  database = smr_store_enter (self, "save the practice");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      !smr_consents_keep (database, practice->consent_version, practice->consent, error) ||
      !replace_practice (database, practice, error) || !replace_trainers (database, practice->trainers, error) ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return FALSE;

  smr_store_emit_changed (self, 0);
  return TRUE;
}
