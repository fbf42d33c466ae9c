#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-copies.h"
#include "smr-fold.h"
#include "smr-store-private.h"

/* Beginnings of words up to this length are in the index of the search; see version-001.sql. */
#define LONGEST_BEGINNING 4
/* How far to count when looking for the rarest word of a query. */
#define ENOUGH_TO_COMPARE 1000

void
smr_client_summary_free (SmrClientSummary *self)
{
  g_free (self->name);
  g_free (self);
}

/* --- the index of the search ------------------------------------------------------------------------------ */

static char *
dup_beginning (const char *word, glong length)
{
  return g_utf8_substring (word, 0, MIN (length, g_utf8_strlen (word, -1)));
}

/* The distinct beginnings of the words of @folded. */
static GHashTable *
collect_beginnings (const char *folded)
{
  GHashTable *beginnings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      for (glong length = 1; length <= LONGEST_BEGINNING; length++)
        g_hash_table_add (beginnings, dup_beginning (words[i], length));
    }
  return beginnings;
}

static gboolean
change_index (SmrDatabase *database, const char *sql, gint64 client, const char *folded, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (database, sql, error);
  g_autoptr (GHashTable) beginnings = collect_beginnings (folded);
  GHashTableIter iter;
  gpointer beginning;

  if (statement == NULL)
    return FALSE;

  smr_statement_bind_text (statement, 2, folded);
  smr_statement_bind_int (statement, 3, client);
  g_hash_table_iter_init (&iter, beginnings);
  while (g_hash_table_iter_next (&iter, &beginning, NULL))
    {
      smr_statement_bind_text (statement, 1, beginning);
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_to_index (SmrDatabase *database, gint64 client, const char *folded, GError **error)
{
  return change_index (database, "INSERT INTO client_search (beginning, folded, client) VALUES (?, ?, ?)", client, folded, error);
}

static gboolean
remove_from_index (SmrDatabase *database, gint64 client, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (database, "SELECT folded FROM client WHERE id = ?", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  step = smr_statement_step (statement, error);
  if (step == SMR_STEP_ROW)
    return change_index (database, "DELETE FROM client_search WHERE beginning = ? AND folded = ? AND client = ?", client,
                         smr_statement_get_text (statement, 0), error);
  return step == SMR_STEP_DONE;
}

/* --- search ------------------------------------------------------------------------------------------------ */

/* id, name, born, archived */
static SmrClientSummary *
read_summary (SmrStatement *statement)
{
  SmrClientSummary *summary = g_new0 (SmrClientSummary, 1);

  summary->id = smr_statement_get_int (statement, 0);
  smr_statement_take_text (statement, 1, &summary->name);
  summary->born = smr_statement_get_date (statement, 2);
  summary->archived = smr_statement_get_int (statement, 3);
  return summary;
}

static gboolean
list_clients (SmrDatabase *database, gboolean with_archived, guint limit, guint offset, GPtrArray *found, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT id, name, born, archived FROM client WHERE archived <= ? ORDER BY folded, id LIMIT ? OFFSET ?", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, with_archived);
  smr_statement_bind_int (statement, 2, limit > 0 ? limit : -1);
  smr_statement_bind_int (statement, 3, offset);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    g_ptr_array_add (found, read_summary (statement));
  return step == SMR_STEP_DONE;
}

/* The beginning to walk along: that of the rarest word. */
static char *
choose_beginning (SmrDatabase *database, const char * const *words, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT count (*) FROM (SELECT 1 FROM client_search WHERE beginning = ? LIMIT ?)", error);
  g_autofree char *rarest = NULL;
  gint64 fewest = G_MAXINT64;

  if (statement == NULL)
    return NULL;
  smr_statement_bind_int (statement, 2, ENOUGH_TO_COMPARE);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *beginning = dup_beginning (words[i], LONGEST_BEGINNING);
      gint64 count;

      smr_statement_bind_text (statement, 1, beginning);
      if (smr_statement_step (statement, error) != SMR_STEP_ROW)
        return NULL;
      count = smr_statement_get_int (statement, 0);
      smr_statement_rewind (statement);
      if (count < fewest)
        {
          fewest = count;
          g_set_str (&rarest, beginning);
        }
    }
  return g_steal_pointer (&rarest);
}

/* Walks along the names in which a word begins like the rarest one of the query, in the order of the list, and
 * looks at the other words there. Stops when the page is full. */
static gboolean
search_clients (SmrDatabase *database, const char * const *words, gboolean with_archived, guint limit, guint offset,
                GPtrArray *found, GError **error)
{
  g_autofree char *beginning = choose_beginning (database, words, error);
  g_autoptr (SmrStatement) walk = NULL;
  g_autoptr (SmrStatement) lookup = NULL;
  guint matches = 0;
  SmrStep step;

  if (beginning == NULL)
    return FALSE;
  walk = smr_statement_borrow (database, "SELECT folded, client FROM client_search WHERE beginning = ? ORDER BY folded, client", error);
  lookup = walk == NULL ? NULL : smr_statement_borrow (
      database, "SELECT id, name, born, archived FROM client WHERE id = ? AND archived <= ?", error);
  if (lookup == NULL)
    return FALSE;

  smr_statement_bind_text (walk, 1, beginning);
  smr_statement_bind_int (lookup, 2, with_archived);
  while ((step = smr_statement_step (walk, error)) == SMR_STEP_ROW)
    {
      SmrStep hit;

      if (!smr_fold_matches (smr_statement_get_text (walk, 0), words))
        continue;

      smr_statement_bind_int (lookup, 1, smr_statement_get_int (walk, 1));
      hit = smr_statement_step (lookup, error);
      if (hit == SMR_STEP_ERROR)
        return FALSE;
      if (hit == SMR_STEP_ROW && matches++ >= offset)
        g_ptr_array_add (found, read_summary (lookup));
      smr_statement_rewind (lookup);
      if (limit > 0 && found->len == limit)
        return smr_statement_check (lookup, error);
    }
  return step == SMR_STEP_DONE && smr_statement_check (lookup, error);
}

GPtrArray *
smr_store_search_clients (SmrStore *self, const char *search, gboolean with_archived, guint limit, guint offset, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (SmrTransaction) transaction = NULL;
  g_auto (GStrv) words = NULL;
  SmrDatabase *database;
  gboolean done;

  g_return_val_if_fail (SMR_IS_STORE (self), NULL);

  database = smr_store_enter (self, "list the clients");
  if ((transaction = smr_transaction_begin_reading (database, error)) == NULL)
    return NULL;

  words = smr_fold_words (search != NULL ? search : "");
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_client_summary_free);
  if (words[0] == NULL)
    done = list_clients (database, with_archived, limit, offset, found, error);
  else
    done = search_clients (database, (const char * const *) words, with_archived, limit, offset, found, error);
  if (!done || !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return NULL;
  return g_steal_pointer (&found);
}

int
smr_store_count_clients (SmrStore *self, gboolean with_archived, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;

  g_return_val_if_fail (SMR_IS_STORE (self), -1);

  statement = smr_statement_borrow (smr_store_enter (self, "count the clients"),
                                    "SELECT count (*) FROM client WHERE archived <= ?", error);
  if (statement == NULL)
    return -1;
  smr_statement_bind_int (statement, 1, with_archived);
  return smr_statement_step (statement, error) == SMR_STEP_ROW ? (int) smr_statement_get_int (statement, 0) : -1;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strlen (text) <= 18 && strspn (text, "0123456789") == strlen (text);
}

gint64
smr_store_find_client (SmrStore *self, const char *id_or_name, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;
  g_autofree char *folded = NULL;
  gint64 id;
  SmrStep step;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (id_or_name != NULL, 0);

  statement = smr_statement_borrow (smr_store_enter (self, "find the client"),
                                    "SELECT id FROM client WHERE id = ? UNION ALL SELECT id FROM client WHERE folded = ? LIMIT 2", error);
  if (statement == NULL)
    return 0;
  folded = smr_fold (id_or_name);
  if (is_number (id_or_name))
    smr_statement_bind_int (statement, 1, g_ascii_strtoll (id_or_name, NULL, 10));
  else
    smr_statement_bind_text (statement, 2, folded);

  step = smr_statement_step (statement, error);
  if (step == SMR_STEP_DONE)
    g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "there is no client “%s” in “%s”", id_or_name, smr_store_get_path (self));
  if (step != SMR_STEP_ROW)
    return 0;

  id = smr_statement_get_int (statement, 0);
  step = smr_statement_step (statement, error);
  if (step == SMR_STEP_ROW)
    g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT, "there are several clients “%s” in “%s”; say which by the id",
                 id_or_name, smr_store_get_path (self));
  return step == SMR_STEP_DONE ? id : 0;
}

/* --- one client -------------------------------------------------------------------------------------------- */

static gboolean
load_kit (SmrDatabase *database, SmrClient *client, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "SELECT tool FROM client_kit WHERE client = ? ORDER BY position", error);
  g_autoptr (GStrvBuilder) kit = g_strv_builder_new ();
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client->id);
  while ((step = smr_statement_step (statement, error)) == SMR_STEP_ROW)
    g_strv_builder_add (kit, smr_statement_get_text (statement, 0));
  if (step == SMR_STEP_ERROR)
    return FALSE;

  g_strfreev (client->kit);
  client->kit = g_strv_builder_end (kit);
  return TRUE;
}

SmrClient *
smr_clients_load (SmrDatabase *database, gint64 id, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "SELECT name, born, level, regularly_active, language, setting, phone, email, notes, trainer, archived "
      "FROM client WHERE id = ?",
      error);
  g_autoptr (SmrClient) client = NULL;
  SmrStep step;

  if (statement == NULL)
    return NULL;
  smr_statement_bind_int (statement, 1, id);
  step = smr_statement_step (statement, error);
  if (step == SMR_STEP_DONE)
    g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "there is no client %" G_GINT64_FORMAT " in “%s”",
                 id, smr_database_get_path (database));
  if (step != SMR_STEP_ROW)
    return NULL;

  client = smr_client_new (smr_statement_get_text (statement, 0));
  client->id = id;
  client->born = smr_statement_get_date (statement, 1);
  smr_statement_get_word (statement, 2, smr_level_from_string, &client->level);
  client->regularly_active = smr_statement_get_int (statement, 3);
  smr_statement_take_text (statement, 4, &client->language);
  smr_statement_get_word (statement, 5, smr_setting_from_string, &client->setting);
  smr_statement_take_text (statement, 6, &client->phone);
  smr_statement_take_text (statement, 7, &client->email);
  smr_statement_take_text (statement, 8, &client->notes);
  smr_statement_take_text (statement, 9, &client->trainer);
  client->archived = smr_statement_get_int (statement, 10);

  if (!smr_statement_check (statement, error) || !load_kit (database, client, error))
    return NULL;
  return g_steal_pointer (&client);
}

static void
bind_client (SmrStatement *statement, const SmrClient *client, const char *folded)
{
  smr_statement_bind_text (statement, 1, client->name);
  smr_statement_bind_text (statement, 2, folded);
  smr_statement_bind_date (statement, 3, client->born);
  smr_statement_bind_text (statement, 4, smr_level_to_string (client->level));
  smr_statement_bind_int (statement, 5, client->regularly_active != FALSE);
  smr_statement_bind_text (statement, 6, client->language);
  smr_statement_bind_text (statement, 7, smr_setting_to_string (client->setting));
  smr_statement_bind_text (statement, 8, client->phone);
  smr_statement_bind_text (statement, 9, client->email);
  smr_statement_bind_text (statement, 10, client->notes);
  smr_statement_bind_text (statement, 11, client->trainer);
  smr_statement_bind_int (statement, 12, client->archived != FALSE);
}

static gboolean
insert_kit (SmrDatabase *database, gint64 client, GStrv kit, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database, "INSERT INTO client_kit (client, position, tool) VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  for (guint i = 0; kit[i] != NULL; i++)
    {
      smr_statement_bind_int (statement, 2, i);
      smr_statement_bind_text (statement, 3, kit[i]);
      if (!smr_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gint64
smr_clients_insert (SmrDatabase *database, const SmrClient *client, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (
      database,
      "INSERT INTO client (name, folded, born, level, regularly_active, language, setting, phone, email, notes, trainer, archived) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  g_autofree char *folded = smr_fold (client->name);
  gint64 id;

  if (statement == NULL)
    return 0;
  bind_client (statement, client, folded);
  if (!smr_statement_run (statement, error))
    return 0;

  id = sqlite3_last_insert_rowid (smr_database_get_handle (database));
  if (!insert_kit (database, id, client->kit, error) || !add_to_index (database, id, folded, error))
    return 0;
  return id;
}

static gboolean
update_client (SmrDatabase *database, const SmrClient *client, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;
  g_autoptr (SmrStatement) clear_kit = NULL;
  g_autofree char *folded = smr_fold (client->name);

  if (!remove_from_index (database, client->id, error))
    return FALSE;

  statement = smr_statement_borrow (
      database,
      "UPDATE client SET name = ?, folded = ?, born = ?, level = ?, regularly_active = ?, language = ?, setting = ?, "
      "phone = ?, email = ?, notes = ?, trainer = ?, archived = ? WHERE id = ?",
      error);
  if (statement == NULL)
    return FALSE;
  bind_client (statement, client, folded);
  smr_statement_bind_int (statement, 13, client->id);
  if (!smr_statement_run_found (statement, error))
    return FALSE;

  clear_kit = smr_statement_borrow (database, "DELETE FROM client_kit WHERE client = ?", error);
  if (clear_kit == NULL)
    return FALSE;
  smr_statement_bind_int (clear_kit, 1, client->id);
  return smr_statement_run (clear_kit, error) && insert_kit (database, client->id, client->kit, error) &&
         add_to_index (database, client->id, folded, error);
}

gint64
smr_store_save_client (SmrStore *self, const SmrClient *client, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  SmrDatabase *database;
  gint64 id;

  g_return_val_if_fail (SMR_IS_STORE (self), 0);
  g_return_val_if_fail (client != NULL, 0);

  database = smr_store_enter (self, "save the client");
  if ((transaction = smr_transaction_begin (database, error)) == NULL)
    return 0;
  if (client->id == 0)
    id = smr_clients_insert (database, client, error);
  else
    id = update_client (database, client, error) ? client->id : 0;
  if (id == 0 || !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return 0;

  smr_store_emit_changed (self, id);
  return id;
}

gboolean
smr_store_set_archived (SmrStore *self, gint64 client, gboolean archived, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);

  statement = smr_statement_borrow (smr_store_enter (self, archived ? "archive the client" : "bring the client back"),
                                    "UPDATE client SET archived = ? WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, archived != FALSE);
  smr_statement_bind_int (statement, 2, client);
  if (!smr_statement_run_found (statement, error))
    return FALSE;

  smr_store_emit_changed (self, client);
  return TRUE;
}

static gboolean
get_added_at (SmrDatabase *database, gint64 client, gint64 *added_at, GError **error)
{
  g_autoptr (SmrStatement) statement = smr_statement_borrow (database, "SELECT added_at FROM client WHERE id = ?", error);
  SmrStep step;

  if (statement == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  step = smr_statement_step (statement, error);
  if (step == SMR_STEP_DONE)
    g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "cannot erase the client: there is no client %" G_GINT64_FORMAT " in “%s”",
                 client, smr_database_get_path (database));
  *added_at = step == SMR_STEP_ROW ? smr_statement_get_int (statement, 0) : 0;
  return step == SMR_STEP_ROW;
}

static gboolean
delete_client (SmrDatabase *database, gint64 client, GError **error)
{
  g_autoptr (SmrStatement) statement = NULL;

  if (!remove_from_index (database, client, error) ||
      (statement = smr_statement_borrow (database, "DELETE FROM client WHERE id = ?", error)) == NULL)
    return FALSE;
  smr_statement_bind_int (statement, 1, client);
  return smr_statement_run_found (statement, error);
}

gboolean
smr_store_erase_client (SmrStore *self, gint64 client, GError **error)
{
  g_autoptr (SmrTransaction) transaction = NULL;
  g_autoptr (GError) checkpoint_error = NULL;
  SmrDatabase *database;
  gint64 added_at, busy;

  g_return_val_if_fail (SMR_IS_STORE (self), FALSE);

  database = smr_store_enter (self, "erase the client");
  /* The copies first: as long as they have the client, so does the practice. */
  if ((transaction = smr_transaction_begin (database, error)) == NULL ||
      !get_added_at (database, client, &added_at, error) ||
      !smr_copies_erase_client (smr_store_get_path (self), client, added_at, error) ||
      !delete_client (database, client, error) || !smr_transaction_commit (g_steal_pointer (&transaction), error))
    return FALSE;

  /* Out of the -wal too, where earlier states lie until they are overwritten. While another program reads there that
   * has to wait, and happens when the last one closes the practice. */
  if (!smr_database_get_int (database, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, &checkpoint_error))
    g_warning ("%s", checkpoint_error->message);
  smr_store_emit_changed (self, client);
  return TRUE;
}
