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
