#include "smr-json.h"

#include <string.h>

#include "smr-client-file.h"
#include "smr-exchange-file.h"
#include "smr-record.h"

#define QUOTE_MAX_CHARS 80

/* --- syntax */

static guint
count_lines (const char *data, const char *end)
{
  guint line = 1;

  for (const char *p = data; p < end; p++)
    line += *p == '\n';
  return line;
}

/* The parser hands texts out as C strings, in which a NUL would cut off what follows it. */
static const char *
find_escaped_nul (const char *data, gsize length)
{
  const char *end = data + length;

  for (const char *p = data; p < end; p++)
    {
      if (*p != '\\')
        continue;
      if (end - p >= 6 && strncmp (p, "\\u0000", 6) == 0)
        return p;
      p++;
    }
  return NULL;
}

/* What is seen while the parser runs. */
typedef struct
{
  GHashTable *members;   /* (element-type JsonObject guint): how many were parsed of each object */
  char       *duplicate; /* nullable: the first member that came twice */
  guint       line;      /* of the duplicate, or where the parser gave up */
} Watch;

static void
object_member_cb (JsonParser *parser, JsonObject *object, const char *member, Watch *watch)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (watch->members, object)) + 1;

  g_hash_table_insert (watch->members, object, GUINT_TO_POINTER (n));
  if (n > json_object_get_size (object) && watch->duplicate == NULL)
    {
      watch->duplicate = smr_json_quote (member);
      watch->line = json_parser_get_current_line (parser);
    }
}

static void
error_cb (JsonParser *parser, const GError *error, Watch *watch)
{
  watch->line = json_parser_get_current_line (parser);
}

static gboolean
ends_with_brace (const char *data, gsize length)
{
  while (length > 0 && g_ascii_isspace (data[length - 1]))
    length--;
  return length > 0 && data[length - 1] == '}';
}

static void
set_syntax_error (GError **error, guint line, const char *data, gsize length, const GError *reason)
{
  const char *detail = strstr (reason->message, "Parse error: ");
  g_autofree char *quoted = NULL;

  if (!ends_with_brace (data, length))
    {
      g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_SYNTAX,
                   "line %u: not a whole JSON object: it does not end with a closing brace",
                   count_lines (data, data + length));
      return;
    }

  quoted = smr_json_quote (detail != NULL ? detail + strlen ("Parse error: ") : reason->message);
  g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_SYNTAX, "line %u: not JSON: %s",
               line, quoted);
}

JsonNode *
smr_json_parse (const char *data, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);
  g_autofree char *duplicate = NULL;
  g_autoptr (GError) reason = NULL;
  Watch watch = { members, NULL, 1 };
  const char *bad;
  gboolean parsed;

  if (!smr_exchange_check_text (&data, &length, error))
    return NULL;
  bad = find_escaped_nul (data, length);
  if (bad != NULL)
    {
      g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_SYNTAX, "line %u: a NUL character in a text", count_lines (data, bad));
      return NULL;
    }

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &watch);
  g_signal_connect (parser, "error", G_CALLBACK (error_cb), &watch);
  parsed = json_parser_load_from_data (parser, data, length, &reason);
  duplicate = watch.duplicate;

  if (!parsed)
    {
      set_syntax_error (error, watch.line, data, length, reason);
      return NULL;
    }
  if (duplicate != NULL)
    {
      g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_SYNTAX, "line %u: the member “%s” comes twice", watch.line, duplicate);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_SYNTAX, "line 1: not a JSON object");
      return NULL;
    }

  return json_parser_steal_root (parser);
}

char *
smr_json_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *quoted = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == QUOTE_MAX_CHARS)
        {
          g_string_append (quoted, "…");
          break;
        }
      g_string_append_unichar (quoted, g_unichar_isprint (c) ? c : 0xfffd);
    }
  return g_string_free_and_steal (quoted);
}

/* --- walk */

void
smr_json_walk_init (SmrJsonWalk *self)
{
  self->path = g_string_new (NULL);
  self->error = NULL;
}

void
smr_json_walk_clear (SmrJsonWalk *self)
{
  g_string_free (g_steal_pointer (&self->path), TRUE);
  g_clear_error (&self->error);
}

static void G_GNUC_PRINTF (2, 0)
fail_with_args (SmrJsonWalk *self, const char *format, va_list args)
{
  g_autofree char *message = NULL;

  if (self->error != NULL)
    return;

  message = g_strdup_vprintf (format, args);
  g_set_error (&self->error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_INVALID, "%s%s%s",
               self->path->str, self->path->len > 0 ? ": " : "", message);
}

void
smr_json_walk_fail (SmrJsonWalk *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  fail_with_args (self, format, args);
  va_end (args);
}

void
smr_json_walk_fail_member (SmrJsonWalk *self, const char *member, const char *format, ...)
{
  gsize length = smr_json_walk_enter (self, member);
  va_list args;

  va_start (args, format);
  fail_with_args (self, format, args);
  va_end (args);
  smr_json_walk_leave (self, length);
}

gsize
smr_json_walk_enter (SmrJsonWalk *self, const char *member)
{
  g_autofree char *quoted = smr_json_quote (member);
  gsize length = self->path->len;

  if (length > 0)
    g_string_append_c (self->path, '.');
  g_string_append (self->path, quoted);
  return length;
}

gsize
smr_json_walk_enter_index (SmrJsonWalk *self, guint index)
{
  gsize length = self->path->len;

  g_string_append_printf (self->path, "[%u]", index);
  return length;
}

void
smr_json_walk_leave (SmrJsonWalk *self, gsize length)
{
  g_string_truncate (self->path, length);
}

JsonObject *
smr_json_walk_object (SmrJsonWalk *self, JsonNode *node, const char * const *members)
{
  JsonObjectIter iter;
  JsonObject *object;
  const char *name;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      smr_json_walk_fail (self, "an object is expected here");
      return NULL;
    }

  object = json_node_get_object (node);
  if (members == NULL)
    return object;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      if (!g_strv_contains (members, name))
        {
          smr_json_walk_fail_member (self, name, "unknown member");
          return NULL;
        }
    }
  return object;
}

const char *
smr_json_walk_string (SmrJsonWalk *self, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      smr_json_walk_fail (self, "a text is expected here");
      return "";
    }
  return json_node_get_string (node);
}

static JsonNode *
get_member (JsonObject *object, const char *member)
{
  return object != NULL ? json_object_get_member (object, member) : NULL;
}

void
smr_json_walk_require (SmrJsonWalk *self, JsonObject *object, const char *member)
{
  if (object != NULL && !json_object_has_member (object, member))
    smr_json_walk_fail_member (self, member, "is missing");
}

char *
smr_json_walk_dup_text (SmrJsonWalk *self, JsonObject *object, const char *member, int max_chars, gboolean multiline)
{
  JsonNode *node = get_member (object, member);
  g_autoptr (GError) reason = NULL;
  const char *text = "";
  gsize length;

  if (node == NULL)
    return g_strdup ("");

  length = smr_json_walk_enter (self, member);
  text = smr_json_walk_string (self, node);
  if (!smr_record_validate_text (self->path->str, text, -1, max_chars, multiline, &reason))
    {
      if (self->error == NULL)
        g_set_error_literal (&self->error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_INVALID, reason->message);
      text = "";
    }
  smr_json_walk_leave (self, length);
  return g_strdup (text);
}

const char *
smr_json_walk_get_word (SmrJsonWalk *self, JsonObject *object, const char *member)
{
  JsonNode *node = get_member (object, member);
  const char *text;
  gsize length;

  if (node == NULL)
    return NULL;

  length = smr_json_walk_enter (self, member);
  text = smr_json_walk_string (self, node);
  smr_json_walk_leave (self, length);
  return text;
}

gboolean
smr_json_walk_get_boolean (SmrJsonWalk *self, JsonObject *object, const char *member)
{
  JsonNode *node = get_member (object, member);

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  smr_json_walk_fail_member (self, member, "true or false is expected here");
  return FALSE;
}

int
smr_json_walk_get_int (SmrJsonWalk *self, JsonObject *object, const char *member, int least, int most, int missing)
{
  JsonNode *node = get_member (object, member);

  if (node == NULL)
    return missing;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      gint64 number = json_node_get_int (node);

      if (number >= least && number <= most)
        return number;
    }

  smr_json_walk_fail_member (self, member, "a whole number from %d to %d is expected here", least, most);
  return missing;
}

SmrDate
smr_json_walk_get_date (SmrJsonWalk *self, JsonObject *object, const char *member)
{
  const char *text = smr_json_walk_get_word (self, object, member);
  SmrDate date = SMR_DATE_NONE;

  if (text != NULL && self->error == NULL && !smr_date_parse (text, &date))
    {
      g_autofree char *quoted = smr_json_quote (text);

      smr_json_walk_fail_member (self, member, "“%s” is not a date (YYYY-MM-DD)", quoted);
    }
  return date;
}

void
smr_json_walk_each (SmrJsonWalk *self, JsonObject *object, const char *member, SmrJsonVisit visit, gpointer user_data)
{
  JsonNode *node = get_member (object, member);
  gsize length;

  if (node == NULL)
    return;

  length = smr_json_walk_enter (self, member);
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && self->error == NULL; i++)
        {
          gsize outer = smr_json_walk_enter_index (self, i);

          visit (self, json_array_get_element (array, i), user_data);
          smr_json_walk_leave (self, outer);
        }
    }
  else
    {
      smr_json_walk_fail (self, "an array is expected here");
    }
  smr_json_walk_leave (self, length);
}
