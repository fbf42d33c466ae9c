#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-catalogue.h"
#include "smr-store-private.h"

/* --- reading ----------------------------------------------------------------------------------------------- */

static void
read_detail (SmrStatement *statement, SmrAnswer *answer)
{
  const char *kind = smr_statement_get_text (statement, 1);
  const char *value = smr_statement_get_text (statement, 2);
  SmrFollowUp follow_up;

  if (g_str_equal (kind, "place"))
    smr_answer_add_place (answer, value, smr_statement_get_side (statement, 3));
  else if (g_str_equal (kind, "fact"))
    smr_answer_set_fact (answer, value, TRUE);
  else if (smr_follow_up_from_string (value, &follow_up))
    answer->not_known |= follow_up;
  else
    smr_statement_reject (statement, 2);
}

/* The lists of all answers at once: most answers have none. */
static gboolean
load_details (SmrDatabase *database, SmrIntake *intake, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT condition, kind, value, side FROM answer_detail WHERE intake = ? ORDER BY condition, kind, position", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, intake->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrAnswer *answer = g_hash_table_lookup (intake->answers, smr_statement_get_interned (statement, 0));

      if (answer != NULL)
        read_detail (statement, answer);
      else
        smr_statement_reject (statement, 0);
    }
  return step == SMR_STEP_DONE;
}

static gboolean
load_answers (SmrDatabase *database, SmrIntake *intake, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT condition, reply, text, date, healed_and_sealed, weeks, with_rest, as_of FROM answer WHERE intake = ?", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, intake->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrAnswer *answer = smr_answer_new (smr_statement_get_text (statement, 0), SMR_REPLY_UNANSWERED);

      smr_intake_take_answer (intake, answer);
      smr_statement_get_word (statement, 1, smr_reply_from_string, &answer->reply);
      smr_statement_take_text (statement, 2, &answer->text);
      answer->date = smr_statement_get_date (statement, 3);
      smr_statement_get_word (statement, 4, smr_reply_from_string, &answer->healed_and_sealed);
      if (!smr_statement_is_null (statement, 5))
        answer->weeks = smr_statement_get_int (statement, 5);
      answer->with_rest = smr_statement_get_int (statement, 6);
      answer->as_of = smr_statement_get_date (statement, 7);
    }
  return step == SMR_STEP_DONE && load_details (database, intake, error);
}

#define SELECT_INTAKE                                                         \
  "SELECT intake.id, signed_on, signed_by, guardian_signed, guardian, catalogue_version, intake.added_at, trainer, " \
  "signature, guardian_signature, consent.version, consent.text, copy_of FROM intake LEFT JOIN consent ON consent.id = intake.consent " \
  "WHERE client = ? AND "

/* @sql: SELECT_INTAKE with the forms that are to be found. */
static gboolean
load_intakes (SmrDatabase *database, const char *sql, gint64 client, GPtrArray *intakes, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (database, sql, error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrIntake *intake = smr_intake_new ();

      g_ptr_array_add (intakes, intake);
      intake->id = smr_statement_get_int (statement, 0);
      intake->signed_on = smr_statement_get_date (statement, 1);
      smr_statement_take_text (statement, 2, &intake->signed_by);
      intake->guardian_signed = smr_statement_get_int (statement, 3);
      smr_statement_take_text (statement, 4, &intake->guardian);
      intake->catalogue_version = smr_statement_get_int (statement, 5);
      intake->added_at = smr_statement_get_int (statement, 6);
      smr_statement_take_text (statement, 7, &intake->trainer);
      smr_statement_take_text (statement, 8, &intake->signature);
      smr_statement_take_text (statement, 9, &intake->guardian_signature);
      if (!smr_statement_is_null (statement, 10))
        {
          intake->consent_version = smr_statement_get_int (statement, 10);
          smr_statement_take_text (statement, 11, &intake->consent);
        }
      intake->copy_of = smr_statement_get_int (statement, 12);
      if (!load_answers (database, intake, error))
        return FALSE;
    }
  return step == SMR_STEP_DONE;
}

gboolean
smr_intakes_load (SmrDatabase *database, gint64 client, GPtrArray *intakes, GError **error)
{
  return load_intakes (database,
                       SELECT_INTAKE "signed_on IS NOT NULL ORDER BY signed_on, intake.id",
                       client, intakes, error);
}

gboolean
smr_intakes_load_draft (SmrDatabase *database, gint64 client, SmrIntake **draft, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_intake_free);

  if (!load_intakes (database, SELECT_INTAKE "signed_on IS NULL", client, drafts, error))
    return FALSE;
  *draft = drafts->len > 0 ? g_ptr_array_steal_index (drafts, 0) : NULL;
  return TRUE;
}

SmrIntake *
smr_store_load_draft_intake (SmrStore *self, gint64 client, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  g_autoptr (SmrIntake) draft = NULL;
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  database = smr_store_enter (self, "read the form that is being filled in");
  if ((transaction = smr_transaction_begin_reading (database, error)) == NULL ||
      !smr_intakes_load_draft (database, client, &draft, error) || !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return NULL;
  return g_steal_pointer (&draft);
}

/* --- writing ----------------------------------------------------------------------------------------------- */

static gboolean
insert_detail (SmrStatement *statement, const char *kind, guint position, const char *value, SmrSide side, GError **error)
{
  smr_statement_bind_text (statement, 3, kind);
  smr_statement_bind_int (statement, 4, position);
  smr_statement_bind_text (statement, 5, value);
  smr_statement_bind_side (statement, 6, side);
  return smr_statement_run (statement, error);
}

static gboolean
insert_details (SmrDatabase *database, gint64 intake, const SmrAnswer *answer, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO answer_detail (intake, condition, kind, position, value, side) VALUES (?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, intake);
  smr_statement_bind_text (statement, 2, answer->condition);

  for (guint i = 0; i < answer->places->len; i++)
    {
      const SmrPlace *place = &g_array_index (answer->places, SmrPlace, i);

      if (!insert_detail (statement, "place", i, place->site, place->side, error))
        return FALSE;
    }
  for (guint i = 0; i < answer->facts->len; i++)
    {
      if (!insert_detail (statement, "fact", i, g_ptr_array_index (answer->facts, i), SMR_SIDE_NONE, error))
        return FALSE;
    }
  for (guint i = 0; i < SMR_N_FOLLOW_UPS; i++)
    {
      if ((answer->not_known & 1u << i) != 0 &&
          !insert_detail (statement, "not_known", i, smr_follow_up_to_string (1u << i), SMR_SIDE_NONE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_answers (SmrDatabase *database, gint64 id, const SmrIntake *intake, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO answer (intake, condition, reply, text, date, healed_and_sealed, weeks, with_rest, as_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  GHashTableIter iter;
  gpointer value;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, id);
  g_hash_table_iter_init (&iter, intake->answers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const SmrAnswer *answer = value;

      smr_statement_bind_text (statement, 2, answer->condition);
      smr_statement_bind_text (statement, 3, smr_reply_to_string (answer->reply));
      smr_statement_bind_text (statement, 4, answer->text);
      smr_statement_bind_date (statement, 5, answer->date);
      smr_statement_bind_text (statement, 6, smr_reply_to_string (answer->healed_and_sealed));
      if (answer->weeks >= 0)
        smr_statement_bind_int (statement, 7, answer->weeks);
      else
        smr_statement_bind_null (statement, 7);
      smr_statement_bind_int (statement, 8, answer->with_rest != FALSE);
      smr_statement_bind_date (statement, 9, answer->as_of);
      if (!smr_statement_run (statement, error) || !insert_details (database, id, answer, error))
        return FALSE;
    }
  return TRUE;
}

/* The form with its answers, not signed yet. */
static gint64
insert_draft (SmrDatabase *database, gint64 client, const SmrIntake *intake, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO intake (client, signed_by, guardian_signed, guardian, catalogue_version, trainer, signature, "
      "guardian_signature, consent, copy_of) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM consent WHERE version = ? AND text = ?), ?)",
      error);
  gint64 id;

  if (statement == NULL || !smr_consents_keep (database, intake->consent_version, intake->consent, error))
    return 0;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_text (statement, 2, intake->signed_by);
  smr_statement_bind_int (statement, 3, intake->guardian_signed != FALSE);
  smr_statement_bind_text (statement, 4, intake->guardian);
  smr_statement_bind_int (statement, 5, intake->catalogue_version);
  smr_statement_bind_text (statement, 6, intake->trainer);
  smr_statement_bind_text (statement, 7, intake->signature);
  smr_statement_bind_text (statement, 8, intake->guardian_signature);
  smr_statement_bind_int (statement, 9, intake->consent_version);
  smr_statement_bind_text (statement, 10, intake->consent);
  smr_statement_bind_int (statement, 11, intake->copy_of);
  if (!smr_statement_run (statement, error))
    return 0;

  id = sqlite3_last_insert_rowid (smr_database_get_handle (database));
  return insert_answers (database, id, intake, error) ? id : 0;
}

static gboolean
delete_draft (SmrDatabase *database, gint64 client, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "DELETE FROM intake WHERE client = ? AND signed_on IS NULL", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  return smr_statement_run (statement, error);
}

/* The answers come first: a signed form takes no more of them. */
gint64
smr_intakes_insert (SmrDatabase *database, gint64 client, const SmrIntake *intake, GError **error)
{
  g_autoptr (SmrStatement) sign = NULL;
  gint64 id = insert_draft (database, client, intake, error);

  if (id == 0 || (sign = smr_statement_borrow (database, "UPDATE intake SET signed_on = ? WHERE id = ?", error)) == NULL)
    return 0;
  smr_statement_bind_date (sign, 1, intake->signed_on);
  smr_statement_bind_int (sign, 2, id);
  return smr_statement_run_found (sign, error) ? id : 0;
}

gboolean
smr_store_save_draft_intake (SmrStore *self, gint64 client, const SmrIntake *intake, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);
  g_return_val_if_fail (intake != NULL, FALSE);

  database = smr_store_enter (self, "save the form that is being filled in");
  if ((transaction = smr_transaction_begin (database, error)) == NULL || !delete_draft (database, client, error) ||
      insert_draft (database, client, intake, error) == 0 ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return FALSE;

  smr_store_emit_changed (self, client);
  return TRUE;
}

gboolean
smr_store_discard_draft_intake (SmrStore *self, gint64 client, GError **error)
{
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);

  database = smr_store_enter (self, "discard the form that is being filled in");
  if (!delete_draft (database, client, error))
    return FALSE;

  smr_store_emit_changed (self, client);
  return TRUE;
}

gint64
smr_store_add_intake (SmrStore *self, gint64 client, const SmrIntake *intake, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (intake != NULL && intake->signed_on != SMR_DATE_NONE, 0);

  database = smr_store_enter (self, "keep the signed form");
  if ((transaction = smr_transaction_begin (database, error)) == NULL || !delete_draft (database, client, error) ||
      (id = smr_intakes_insert (database, client, intake, error)) == 0 ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return id;
}
