#include "config.h"

#include "smr-command.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "smr-client-file.h"
#include "smr-routine.h"
#include "smr-sample.h"

/* --- options */

gboolean
smr_command_parse (SmrCommand *self, GStrv argv, const GOptionEntry *entries, guint least, guint most, GStrv *arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (self->arguments);
  g_auto (GStrv) rest = g_strdupv (argv);
  g_autofree char *program = g_strdup_printf ("smr-coach %s", self->name);
  g_autoptr (GError) error = NULL;
  guint n;

  g_set_prgname (program);
  g_option_context_set_summary (context, _(self->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      smr_command_fail (SMR_EXIT_USAGE, "%s: %s", self->name, error->message);
      return FALSE;
    }

  for (guint i = 0; rest[i] != NULL; i++)
    {
      if (!g_utf8_validate (rest[i], -1, NULL) && !smr_command_is_file (rest[i]))
        {
          smr_command_fail (SMR_EXIT_USAGE, _("%s: argument %u is not valid UTF-8 text"), self->name, i);
          return FALSE;
        }
    }

  n = g_strv_length (rest) - 1;
  if (n < least || n > most)
    {
      if (self->arguments == NULL)
        smr_command_fail (SMR_EXIT_USAGE, _("%s takes no arguments"), self->name);
      else
        smr_command_fail (SMR_EXIT_USAGE, _("%s takes %s; “smr-coach %s --help” says more"), self->name, self->arguments, self->name);
      return FALSE;
    }
  if (arguments != NULL)
    *arguments = g_strdupv (rest + 1);
  return TRUE;
}

gboolean
smr_command_parse_date (SmrCommand *self, const char *text, SmrDate *date)
{
  *date = self->today;
  if (text == NULL || smr_date_parse (text, date))
    return TRUE;

  smr_command_fail (SMR_EXIT_USAGE, _("--date: “%s” is not a date that exists (YYYY-MM-DD)"), text);
  return FALSE;
}

gboolean
smr_command_parse_picks (SmrCommand *self, const char *option, const char *text, GArray **picks)
{
  g_autoptr (GError) error = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    smr_command_fail (SMR_EXIT_USAGE, _("%s: this is not valid UTF-8 text"), option);
  else if ((*picks = smr_picks_parse (self->catalogue, text, &error)) == NULL)
    smr_command_fail (SMR_EXIT_USAGE, "%s: %s", option, error->message);
  return *picks != NULL;
}

GStrv
smr_command_parse_kit (SmrCommand *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) kit = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (smr_catalogue_find_tool (self->catalogue, words[i]) == NULL)
        {
          smr_command_fail (SMR_EXIT_USAGE, _("--kit: “%s” is not a tool; “smr-coach tools” lists them"), words[i]);
          return NULL;
        }
      g_strv_builder_add (kit, words[i]);
    }
  return g_strv_builder_end (kit);
}

/* --- output */

static void
write_line (FILE *file, const char *prefix, const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  g_autofree char *line = g_strconcat (prefix, g_strdelimit (g_strchomp (valid), "\n\r\t\033", ' '), "\n", NULL);

  fputs (line, file);
}

SmrExitStatus
smr_command_fail (SmrExitStatus status, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  write_line (stderr, "smr-coach: ", message);
  return status;
}

gboolean
smr_command_print (const char *text)
{
  if (fputs (text, stdout) != EOF && fflush (stdout) == 0)
    return TRUE;

  smr_command_fail (SMR_EXIT_FAILED, _("Standard output cannot be written: %s"), g_strerror (errno));
  return FALSE;
}

gboolean
smr_command_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return smr_command_print (text) && smr_command_print ("\n");
}

/* --- records */

char *
smr_command_dup_store_path (SmrCommand *self)
{
  if (self->sample)
    return smr_sample_get_path ();
  return self->practice != NULL ? g_strdup (self->practice) : smr_store_get_default_path ();
}

/* From here on the catalogue has them too. */
static void
add_own_exercises (SmrCommand *self, GPtrArray *own)
{
  g_autoptr (SmrCatalogue) before = self->catalogue;

  self->catalogue = smr_catalogue_with_own (before, own);
}

SmrStore *
smr_command_open_store (SmrCommand *self, gboolean create, GError **error)
{
  g_autofree char *path = smr_command_dup_store_path (self);
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (GPtrArray) own = NULL;

  if (self->sample)
    return smr_sample_open (self->catalogue, self->today, error);
  if (!create && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, _("%s: there is no such practice"), path);
      return NULL;
    }
  store = smr_store_open (path, error);
  own = store != NULL ? smr_store_list_own_exercises (store, error) : NULL;
  if (own == NULL)
    return NULL;
  add_own_exercises (self, own);
  return g_steal_pointer (&store);
}

gboolean
smr_command_is_file (const char *what)
{
  g_autofree char *lower = g_ascii_strdown (what, -1);

  return g_str_has_suffix (lower, ".json") || strchr (what, G_DIR_SEPARATOR) != NULL;
}

/* A form of a later day is no mistake here: it does not count yet, which screening says. */
static SmrRecord *
load_file (SmrCommand *self, const char *path, SmrDate latest, GError **error)
{
  g_autoptr (SmrRecord) record = smr_client_file_load (self->catalogue, path, smr_date_add_months (latest, 12), error);

  if (record == NULL)
    return NULL;
  if (!smr_client_validate (record->client, latest, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  add_own_exercises (self, record->own_exercises);
  return g_steal_pointer (&record);
}

SmrRecord *
smr_command_load_record (SmrCommand *self, const char *what, SmrDate date, GError **error)
{
  g_autoptr (SmrStore) store = NULL;
  gint64 id;

  if (smr_command_is_file (what))
    return load_file (self, what, MAX (date, self->today), error);

  store = smr_command_open_store (self, FALSE, error);
  if (store == NULL)
    return NULL;
  id = smr_store_find_client (store, what, error);
  if (id == 0)
    return NULL;
  return smr_store_load_record (store, id, error);
}

/* --- JSON */

void
smr_json_add_string (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
smr_json_add_int (JsonBuilder *builder, const char *member, int number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

void
smr_json_add_boolean (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

void
smr_json_add_date (JsonBuilder *builder, const char *member, SmrDate date)
{
  g_autofree char *text = date != SMR_DATE_NONE ? smr_date_to_string (date) : NULL;

  smr_json_add_string (builder, member, text);
}

void
smr_json_add_text (JsonBuilder *builder, const char *member, const SmrText *text, const char *language)
{
  smr_json_add_string (builder, member, text != NULL ? smr_text_get (text, language) : NULL);
}

void
smr_json_add_ids (JsonBuilder *builder, const char *member, const char * const *ids)
{
  smr_json_begin_array (builder, member);
  for (guint i = 0; ids[i] != NULL; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
}

void
smr_json_begin_object (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
}

void
smr_json_begin_array (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}
