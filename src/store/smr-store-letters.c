#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

/* --- reading ----------------------------------------------------------------------------------------------- */

static gboolean
load_conditions (SmrDatabase *database, SmrLetter *letter, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT condition FROM letter_condition WHERE letter = ? ORDER BY position", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, letter->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    g_ptr_array_add (letter->conditions, (gpointer) smr_statement_get_interned (statement, 0));
  return step == SMR_STEP_DONE;
}

static gboolean
load_events (SmrDatabase *database, SmrLetter *letter, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT kind, date, how, clearance FROM letter_event WHERE letter = ? ORDER BY id", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, letter->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrLetterEvent *event = smr_letter_event_new (SMR_LETTER_SENT, smr_statement_get_date (statement, 1));

      g_ptr_array_add (letter->events, event);
      smr_statement_get_word (statement, 0, smr_letter_event_kind_from_string, &event->kind);
      smr_statement_take_text (statement, 2, &event->how);
      event->clearance = smr_statement_get_int (statement, 3);
    }
  return step == SMR_STEP_DONE;
}

gboolean
smr_letters_load (SmrDatabase *database, gint64 client, GPtrArray *letters, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT id, dated, physician, address FROM letter WHERE client = ? ORDER BY dated, id", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrLetter *letter = smr_letter_new (smr_statement_get_date (statement, 1));

      g_ptr_array_add (letters, letter);
      letter->id = smr_statement_get_int (statement, 0);
      smr_statement_take_text (statement, 2, &letter->physician);
      smr_statement_take_text (statement, 3, &letter->address);
      if (!load_conditions (database, letter, error) || !load_events (database, letter, error))
        return FALSE;
    }
  return step == SMR_STEP_DONE;
}

/* --- adding ------------------------------------------------------------------------------------------------ */

static gboolean
insert_conditions (SmrDatabase *database, gint64 id, const SmrLetter *letter, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO letter_condition (letter, position, condition) VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  for (guint i = 0; i < letter->conditions->len; i++)
    {
      smr_statement_bind_int (statement, 2, i);
      smr_statement_bind_text (statement, 3, g_ptr_array_index (letter->conditions, i));
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* The letter without its events. */
static gint64
insert_letter (SmrDatabase *database, gint64 client, const SmrLetter *letter, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO letter (client, dated, physician, address) VALUES (?, ?, ?, ?)", error);
  g_autoptr (SmrStatement) seal = NULL;
  gint64 id;

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_date (statement, 2, letter->dated);
  smr_statement_bind_text (statement, 3, letter->physician);
  smr_statement_bind_text (statement, 4, letter->address);
  if (!smr_statement_run (statement, error))
    return 0;

  id = sqlite3_last_insert_rowid (smr_database_get_handle (database));
  if (!insert_conditions (database, id, letter, error) ||
      (seal = smr_statement_borrow (database, "UPDATE letter SET sealed = 1 WHERE id = ?", error)) == NULL)
    return 0;
  smr_statement_bind_int (seal, 1, id);
  return smr_statement_run_found (seal, error) ? id : 0;
}

/* @clearance: 0 or the row's id in this practice, whatever the event says. */
static gboolean
insert_event (SmrDatabase *database, gint64 letter, const SmrLetterEvent *event, gint64 clearance, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO letter_event (letter, kind, date, how, clearance) VALUES (?, ?, ?, ?, nullif (?, 0))", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, letter);
  smr_statement_bind_text (statement, 2, smr_letter_event_kind_to_string (event->kind));
  smr_statement_bind_date (statement, 3, event->date);
  smr_statement_bind_text (statement, 4, event->how);
  smr_statement_bind_int (statement, 5, clearance);
  return smr_statement_run (statement, error);
}

/* The ids that the record's clearances have just been given, in the same order. */
static GArray *
load_clearance_ids (SmrDatabase *database, gint64 client, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT id FROM clearance WHERE client = ? ORDER BY id", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SmrStep step;

  if (statement == NULL)
    return NULL;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      gint64 id = smr_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == SMR_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gint64
translate_clearance (const SmrRecord *record, GArray *ids, gint64 id)
{
  for (guint i = 0; id != 0 && i < record->clearances->len; i++)
    {
      if (((const SmrClearance *) g_ptr_array_index (record->clearances, i))->id == id)
        return g_array_index (ids, gint64, i);
    }
  return 0;
}

gboolean
smr_letters_import (SmrDatabase *database, gint64 client, const SmrRecord *record, GError **error)
{
  g_autoptr (GArray) clearances = load_clearance_ids (database, client, error);

  if (clearances == NULL)
    return FALSE;
  for (guint i = 0; i < record->letters->len; i++)
    {
      const SmrLetter *letter = g_ptr_array_index (record->letters, i);
      gint64 id = insert_letter (database, client, letter, error);

      if (id == 0)
        return FALSE;
      for (guint j = 0; j < letter->events->len; j++)
        {
          const SmrLetterEvent *event = g_ptr_array_index (letter->events, j);

          if (!insert_event (database, id, event, translate_clearance (record, clearances, event->clearance), error))
            return FALSE;
        }
    }
  return TRUE;
}

gint64
smr_store_add_letter (SmrStore *self, gint64 client, const SmrLetter *letter, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (letter != NULL, 0);

  database = smr_store_enter (self, "keep the letter");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (id = insert_letter (database, client, letter, error)) == 0)
    return 0;
  for (guint i = 0; i < letter->events->len; i++)
    {
      const SmrLetterEvent *event = g_ptr_array_index (letter->events, i);

      if (!insert_event (database, id, event, event->clearance, error))
        return 0;
    }
  if (!smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return id;
}

gboolean
smr_store_add_letter_event (SmrStore *self, gint64 client, gint64 letter, const SmrLetterEvent *event, GError **error)
{
  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);
  g_return_val_if_fail (event != NULL, FALSE);

  if (!insert_event (smr_store_enter (self, "note what became of a letter"), letter, event, event->clearance, error))
    return FALSE;
  smr_store_emit_changed (self, client);
  return TRUE;
}
