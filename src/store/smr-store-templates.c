#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-store-private.h"

/* Routines of nobody in particular. */

void
smr_template_free (SmrTemplate *self)
{
  g_free (self->name);
  g_free (self->note);
  g_free (self->routine);
  g_free (self);
}

GPtrArray *
smr_store_list_templates (SmrStore *self, GError **error)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_template_free);
  g_autoptr (SmrStatement) statement = NULL;
  SmrStep step;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  statement = smr_statement_borrow (smr_store_enter (self, "list the templates"),
                                    "SELECT id, name, note, routine FROM template ORDER BY name, id", error);
  if (statement == NULL)
    return NULL;
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    {
      SmrTemplate *template = g_new0 (SmrTemplate, 1);

      template->id = smr_statement_get_int (statement, 0);
      smr_statement_take_text (statement, 1, &template->name);
      smr_statement_take_text (statement, 2, &template->note);
      smr_statement_take_text (statement, 3, &template->routine);
      g_ptr_array_add (templates, template);
    }
  return step == SMR_STEP_DONE ? g_steal_pointer (&templates) : NULL;
}

static gint64
insert_template (SmrDatabase *database, const SmrTemplate *template, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (database, "INSERT INTO template (name, note, routine) VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return 0;
  smr_statement_bind_text (statement, 1, template->name);
  smr_statement_bind_text (statement, 2, template->note);
  smr_statement_bind_text (statement, 3, template->routine);
  return smr_statement_run (statement, error) ? sqlite3_last_insert_rowid (smr_database_get_handle (database)) : 0;
}

static gboolean
update_template (SmrDatabase *database, const SmrTemplate *template, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (database, "UPDATE template SET name = ?, note = ?, routine = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_text (statement, 1, template->name);
  smr_statement_bind_text (statement, 2, template->note);
  smr_statement_bind_text (statement, 3, template->routine);
  smr_statement_bind_int (statement, 4, template->id);
  return smr_statement_run_found (statement, error);
}

gint64
smr_store_save_template (SmrStore *self, const SmrTemplate *template, GError **error)
{
  SmrDatabase *database;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (template != NULL, 0);

  database = smr_store_enter (self, "keep the template");
  if (template->id == 0)
    return insert_template (database, template, error);
  return update_template (database, template, error) ? template->id : 0;
}

gboolean
smr_store_remove_template (SmrStore *self, gint64 template, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);

  statement = smr_statement_borrow (smr_store_enter (self, "remove the template"), "DELETE FROM template WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, template);
  return smr_statement_run_found (statement, error);
}
