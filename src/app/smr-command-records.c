#include "config.h"

#include "smr-command.h"

#include <glib/gi18n.h>

#include "smr-attention.h"
#include "smr-client-file.h"

/* The commands that work with the practice: clients, import, export, check, backup, restore. */

/* --- clients */

static void
add_clients (JsonBuilder *builder, GPtrArray *clients)
{
  smr_json_begin_array (builder, "clients");
  for (guint i = 0; i < clients->len; i++)
    {
      const SmrClientSummary *client = g_ptr_array_index (clients, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, client->id);
      smr_json_add_string (builder, "name", client->name);
      smr_json_add_date (builder, "born", client->born);
      smr_json_add_boolean (builder, "archived", client->archived);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
append_clients (GString *text, GPtrArray *clients)
{
  for (guint i = 0; i < clients->len; i++)
    {
      const SmrClientSummary *client = g_ptr_array_index (clients, i);
      g_autofree char *born = client->born != SMR_DATE_NONE ? smr_date_to_string (client->born) : g_strdup ("");

      g_string_append_printf (text, "%6" G_GINT64_FORMAT "  %-10s  %s%s%s\n", client->id, born, client->name,
                              client->archived ? "  " : "", client->archived ? _("(archived)") : "");
    }
}

SmrExitStatus
smr_command_clients (SmrCommand *self, GStrv argv)
{
  g_autofree char *search = NULL;
  gboolean json = FALSE, archived = FALSE;
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &search, N_("Beginnings of words of the name"), N_("TEXT") },
    { "archived", 0, 0, G_OPTION_ARG_NONE, &archived, N_("List archived clients too"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (GError) error = NULL;
  gboolean printed;

  if (!smr_command_parse (self, argv, entries, 0, 0, NULL))
    return SMR_EXIT_USAGE;
  if (search != NULL && !g_utf8_validate (search, -1, NULL))
    return smr_command_fail (SMR_EXIT_USAGE, _("--search: this is not valid UTF-8 text"));

  store = smr_command_open_store (self, FALSE, &error);
  if (store != NULL)
    clients = smr_store_search_clients (store, search, archived, 0, 0, &error);
  if (clients == NULL)
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_clients (builder, clients);
      json_builder_end_object (builder);
      printed = smr_command_print_json (builder);
    }
  else
    {
      g_autoptr (GString) text = g_string_new (NULL);

      append_clients (text, clients);
      printed = smr_command_print (text->str);
    }
  return printed ? SMR_EXIT_DONE : SMR_EXIT_FAILED;
}

/* --- import and export */

SmrExitStatus
smr_command_import (SmrCommand *self, GStrv argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_auto (GStrv) files = NULL;
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  SmrExitStatus status = SMR_EXIT_DONE;

  if (!smr_command_parse (self, argv, entries, 1, G_MAXUINT, &files))
    return SMR_EXIT_USAGE;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) records = smr_import_load (self->catalogue, files[i], self->today, &error);
      g_autofree char *done = NULL;

      /* A file that cannot be read is no reason to make a practice. */
      if (records != NULL && store == NULL)
        {
          store = smr_command_open_store (self, TRUE, &error);
          if (store == NULL)
            return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
        }
      if (records == NULL || !smr_store_import_records (store, records, &error))
        {
          status = smr_command_fail (SMR_EXIT_FAILED, _("%s (nothing was imported from this file)"), error->message);
          g_clear_error (&error);
          continue;
        }

      done = g_strdup_printf (ngettext ("%s: %u client imported\n", "%s: %u clients imported\n", records->len), files[i], records->len);
      if (!smr_command_print (done))
        return SMR_EXIT_FAILED;
    }
  return status;
}

SmrExitStatus
smr_command_export (SmrCommand *self, GStrv argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write the client file"), N_("FILE.json") },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 id = 0;

  if (!smr_command_parse (self, argv, entries, 1, 1, &arguments))
    return SMR_EXIT_USAGE;
  if (output == NULL)
    return smr_command_fail (SMR_EXIT_USAGE, _("export needs --output=FILE.json"));

  store = smr_command_open_store (self, FALSE, &error);
  if (store != NULL)
    id = smr_store_find_client (store, arguments[0], &error);
  if (id != 0)
    record = smr_store_load_record (store, id, &error);
  if (record == NULL)
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);

  /* Health records: for nobody else's eyes, and never half a file. */
  text = smr_client_file_write (self->catalogue, record);
  if (!g_file_set_contents_full (output, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  return SMR_EXIT_DONE;
}

/* --- check */

static void
add_concern (JsonBuilder *builder, SmrConcern *concern)
{
  g_autofree char *text = smr_concern_dup_text (concern);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, concern->client);
  smr_json_add_string (builder, "client", concern->name);
  smr_json_add_string (builder, "what", smr_concern_get_what (concern));
  smr_json_add_date (builder, "until", concern->until);
  smr_json_add_string (builder, "routine", concern->title);
  smr_json_add_date (builder, "issued", concern->issued);
  smr_json_add_string (builder, "text", text);
  json_builder_end_object (builder);
}

static GPtrArray *
collect_concerns (SmrCommand *self, SmrStore *store, GError **error)
{
  g_autoptr (GPtrArray) clients = smr_store_search_clients (store, NULL, FALSE, 0, 0, error);
  g_autoptr (GPtrArray) concerns = g_ptr_array_new_with_free_func (g_object_unref);

  if (clients == NULL)
    return NULL;
  for (guint i = 0; i < clients->len; i++)
    {
      const SmrClientSummary *client = g_ptr_array_index (clients, i);
      GPtrArray *found = smr_attention_collect (self->catalogue, store, client->id, self->today, self->language, error);

      if (found == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (concerns, found);
    }
  return g_steal_pointer (&concerns);
}

static gboolean
print_concerns (SmrCommand *self, GPtrArray *concerns, gboolean json)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!json)
    {
      for (guint i = 0; i < concerns->len; i++)
        {
          SmrConcern *concern = g_ptr_array_index (concerns, i);
          g_autofree char *text = smr_concern_dup_text (concern);

          g_string_append_printf (lines, "%s: %s\n", concern->name, text);
        }
      return smr_command_print (lines->str);
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  smr_json_add_date (builder, "date", self->today);
  smr_json_begin_array (builder, "attention");
  for (guint i = 0; i < concerns->len; i++)
    add_concern (builder, g_ptr_array_index (concerns, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return smr_command_print_json (builder);
}

SmrExitStatus
smr_command_check (SmrCommand *self, GStrv argv)
{
  g_autofree char *date = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_("The day that is asked about, today if left out"), N_("DATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (GPtrArray) concerns = NULL;
  g_autoptr (GError) error = NULL;

  if (!smr_command_parse (self, argv, entries, 0, 0, NULL) || !smr_command_parse_date (self, date, &self->today))
    return SMR_EXIT_USAGE;

  store = smr_command_open_store (self, FALSE, &error);
  if (store != NULL)
    concerns = collect_concerns (self, store, &error);
  if (concerns == NULL)
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  return print_concerns (self, concerns, json) ? SMR_EXIT_DONE : SMR_EXIT_FAILED;
}

/* --- safety copies */

SmrExitStatus
smr_command_backup (SmrCommand *self, GStrv argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!smr_command_parse (self, argv, entries, 1, 1, &arguments))
    return SMR_EXIT_USAGE;

  store = smr_command_open_store (self, FALSE, &error);
  if (store == NULL || !smr_store_backup (store, arguments[0], &error))
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  return SMR_EXIT_DONE;
}

SmrExitStatus
smr_command_restore (SmrCommand *self, GStrv argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_auto (GStrv) arguments = NULL;
  g_autofree char *path = smr_command_dup_store_path (self);
  g_autoptr (GError) error = NULL;

  if (!smr_command_parse (self, argv, entries, 1, 1, &arguments))
    return SMR_EXIT_USAGE;
  if (!smr_store_restore (path, arguments[0], &error))
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  return SMR_EXIT_DONE;
}
