#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

gint64
smr_attachments_insert (SmrDatabase *database, gint64 client, gint64 clearance, const SmrAttachment *attachment, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO attachment (client, clearance, name, kind, data) VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return 0;
  smr_statement_bind_int (statement, 1, client);
  if (clearance != 0)
    smr_statement_bind_int (statement, 2, clearance);
  else
    smr_statement_bind_null (statement, 2);
  smr_statement_bind_text (statement, 3, attachment->name);
  smr_statement_bind_text (statement, 4, smr_attachment_kind_to_string (attachment->kind));
  smr_statement_bind_bytes (statement, 5, attachment->data);
  return smr_statement_run (statement, error) ? sqlite3_last_insert_rowid (smr_database_get_handle (database)) : 0;
}

gint64
smr_store_add_attachment (SmrStore *self, gint64 client, gint64 clearance, const SmrAttachment *attachment, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (attachment != NULL && attachment->data != NULL, 0);

  database = smr_store_enter (self, "keep the attachment");
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      (id = smr_attachments_insert (database, client, clearance, attachment, error)) == 0 ||
      !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, client);
  return id;
}

GPtrArray *
smr_store_list_attachments (SmrStore *self, gint64 client, gint64 clearance, GError **error)
{
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_attachment_free);
  g_autoptr (SmrStatement) statement = NULL;
  SmrStep step;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  statement = smr_statement_borrow (smr_store_enter (self, "list the attachments"),
                                    "SELECT id, coalesce (clearance, 0), name, kind, length (data), added_at FROM attachment "
                                    "WHERE client = ? AND coalesce (clearance, 0) = ? ORDER BY id", error);
  if (statement == NULL)
    return NULL;
  smr_statement_bind_int (statement, 1, client);
  smr_statement_bind_int (statement, 2, clearance);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrAttachment *attachment = smr_attachment_new ("", SMR_ATTACHMENT_PDF, NULL);

      g_ptr_array_add (attachments, attachment);
      attachment->id = smr_statement_get_int (statement, 0);
      attachment->clearance = smr_statement_get_int (statement, 1);
      smr_statement_take_text (statement, 2, &attachment->name);
      smr_statement_get_word (statement, 3, smr_attachment_kind_from_string, &attachment->kind);
      attachment->size = smr_statement_get_int (statement, 4);
      attachment->added_at = smr_statement_get_int (statement, 5);
    }
  return step == SMR_STEP_DONE && smr_statement_check (statement, error) ? g_steal_pointer (&attachments) : NULL;
}

GBytes *
smr_store_load_attachment (SmrStore *self, gint64 attachment, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;
  SmrStep step;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  statement = smr_statement_borrow (smr_store_enter (self, "read an attachment"), "SELECT data FROM attachment WHERE id = ?", error);
  if (statement == NULL)
    return NULL;
  smr_statement_bind_int (statement, 1, attachment);
  step = smr_statement_step (statement, error);
  if (step == SMR_STEP_DONE)
    g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "there is no attachment %" G_GINT64_FORMAT " in “%s”",
                 attachment, smr_store_get_path (self));
  return step == SMR_STEP_ROW ? smr_statement_dup_bytes (statement, 0) : NULL;
}
