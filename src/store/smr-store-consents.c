#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

/* The texts that clients sign. Each stays as it was: forms refer to it. */

gboolean
smr_consents_keep (SmrDatabase *database, int version, const char *text, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;

  if (*text == '\0')
    return TRUE;
  statement = smr_statement_borrow (database, "INSERT INTO consent (version, text) VALUES (?, ?) ON CONFLICT DO NOTHING", error);
  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, version);
  smr_statement_bind_text (statement, 2, text);
  return smr_statement_run (statement, error);
}

int
smr_store_get_consent_version (SmrStore *self, const char *text, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (text != NULL && *text != '\0', 0);

  database = smr_store_enter (self, "look up the consent text");
  statement = smr_statement_borrow (
      database,
      "SELECT coalesce ((SELECT min (version) FROM consent WHERE text = ?), (SELECT max (version) FROM consent) + 1, 1)", error);
  if (statement == NULL)
    return 0;
  smr_statement_bind_text (statement, 1, text);
  return smr_statement_step (statement, error) == SMR_STEP_ROW ? (int) smr_statement_get_int (statement, 0) : 0;
}

void
smr_consent_free (SmrConsent *self)
{
  g_free (self->text);
  g_free (self);
}

GPtrArray *
smr_store_list_consents (SmrStore *self, GError **error)
{
  g_autoptr (GPtrArray) consents = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_consent_free);
  g_autoptr (SmrStatement) statement = NULL;
  SmrDatabase *database;
  SmrStep step;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  database = smr_store_enter (self, "list the consent texts");
  statement = smr_statement_borrow (
      database,
      "SELECT consent.version, consent.text, count (intake.id), min (intake.signed_on), max (intake.signed_on)"
      " FROM consent LEFT JOIN intake ON intake.consent = consent.id GROUP BY consent.id ORDER BY consent.version DESC, consent.id DESC",
      error);
  if (statement == NULL)
    return NULL;
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrConsent *consent = g_new0 (SmrConsent, 1);

      consent->version = smr_statement_get_int (statement, 0);
      consent->text = g_strdup (smr_statement_get_text (statement, 1));
      consent->n_forms = smr_statement_get_int (statement, 2);
      consent->first = smr_statement_get_date (statement, 3);
      consent->last = smr_statement_get_date (statement, 4);
      g_ptr_array_add (consents, consent);
    }
  return step == SMR_STEP_DONE ? g_steal_pointer (&consents) : NULL;
}
