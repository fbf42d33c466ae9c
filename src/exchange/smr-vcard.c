#include "smr-client-file.h"

#include <string.h>

#include "smr-exchange-file.h"
#include "smr-json.h"

/* Address books: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350). Of each card the name, birthday, first telephone number,
 * first mail address and notes are taken. */

/* One content line, unfolded. */
typedef struct
{
  guint line;                  /* where it begins, from 1 */
  char *name;                  /* upper case, without group */
  char *parameters;            /* upper case */
  char *value;                 /* as written */
} Property;

static void
property_free (Property *self)
{
  g_free (self->name);
  g_free (self->parameters);
  g_free (self->value);
  g_free (self);
}

static void G_GNUC_PRINTF (3, 4)
set_error (GError **error, guint line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_INVALID, "line %u: %s", line, message);
}

/* --- lines */

/* The colon between name and value; those in quoted parameters are none. */
static char *
find_colon (char *text)
{
  gboolean quoted = FALSE;

  for (char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (*p == ':' && !quoted)
        return p;
    }
  return NULL;
}

static Property *
new_property (char *text, guint line, GError **error)
{
  char *colon = find_colon (text);
  char *semicolon, *dot;
  Property *self;

  if (colon == NULL)
    {
      set_error (error, line, "not a line of a vCard");
      return NULL;
    }

  *colon = '\0';
  semicolon = strchr (text, ';');
  if (semicolon != NULL)
    *semicolon = '\0';
  dot = strrchr (text, '.');

  self = g_new0 (Property, 1);
  self->line = line;
  self->name = g_ascii_strup (dot != NULL ? dot + 1 : text, -1);
  self->parameters = g_ascii_strup (semicolon != NULL ? semicolon + 1 : "", -1);
  self->value = g_strdup (colon + 1);
  return self;
}

/* (transfer full) (nullable) (element-type Property) */
static GPtrArray *
split_lines (const char *data, gsize length, GError **error)
{
  g_autoptr (GPtrArray) properties = g_ptr_array_new_with_free_func ((GDestroyNotify) property_free);
  g_autofree char *text = g_strndup (data, length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) whole = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint first_line = i + 1;
      Property *property;

      g_string_assign (whole, g_strchomp (lines[i]));
      /* A line that begins with white space goes on where the last one ended. */
      while (lines[i + 1] != NULL && (lines[i + 1][0] == ' ' || lines[i + 1][0] == '\t'))
        {
          char *next = lines[++i];
          gsize next_length = strlen (next);

          g_string_append_len (whole, next + 1, next_length - 1 - (next[next_length - 1] == '\r'));
        }
      if (whole->len == 0)
        continue;
      property = new_property (whole->str, first_line, error);
      if (property == NULL)
        return NULL;
      g_ptr_array_add (properties, property);
    }
  return g_steal_pointer (&properties);
}

/* --- values */

static char *
dup_unescaped (const char *value)
{
  GString *text = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p != '\\' || p[1] == '\0')
        {
          g_string_append_c (text, *p);
          continue;
        }
      p++;
      g_string_append_c (text, *p == 'n' || *p == 'N' ? '\n' : *p);
    }
  return g_strstrip (g_string_free_and_steal (text));
}

/* "1991-05-04", "19910504", both also with a time; a birthday without its year is not known. */
static gboolean
parse_birthday (const Property *property, SmrDate *born, GError **error)
{
  g_autofree char *day = g_strndup (property->value, strcspn (property->value, "T "));
  g_autofree char *quoted = NULL;

  if (*day == '\0' || g_str_has_prefix (day, "--") || strstr (property->parameters, "OMIT-YEAR") != NULL)
    return TRUE;
  if (strlen (day) == 8 && strspn (day, G_CSET_DIGITS) == 8)
    {
      g_autofree char *dashed = g_strdup_printf ("%.4s-%.2s-%s", day, day + 4, day + 6);

      if (smr_date_parse (dashed, born))
        return TRUE;
    }
  if (smr_date_parse (day, born))
    return TRUE;

  quoted = smr_json_quote (property->value);
  set_error (error, property->line, "BDAY: “%s” is not a date", quoted);
  return FALSE;
}

static gboolean
check_encoding (const Property *property, GError **error)
{
  if (strstr (property->parameters, "QUOTED-PRINTABLE") == NULL && strstr (property->parameters, "ENCODING=B") == NULL)
    return TRUE;

  set_error (error, property->line, "%s is written in an encoding that is not read here; export the address book as vCard 3.0 or 4.0 in UTF-8",
             property->name);
  return FALSE;
}

/* The first one counts. */
static void
set_once (char **text, const char *value, const char *scheme)
{
  if (**text != '\0')
    return;

  g_free (*text);
  *text = dup_unescaped (g_ascii_strncasecmp (value, scheme, strlen (scheme)) == 0 ? value + strlen (scheme) : value);
}

static void
add_note (char **notes, const char *value)
{
  g_autofree char *text = dup_unescaped (value);
  char *joined = g_strconcat (*notes, **notes != '\0' ? "\n" : "", text, NULL);

  g_free (*notes);
  *notes = joined;
}

static gboolean
take_property (SmrClient *client, const Property *property, GError **error)
{
  static const char * const taken[] = { "VERSION", "FN", "BDAY", "TEL", "EMAIL", "NOTE", NULL };

  if (!g_strv_contains (taken, property->name))
    return TRUE;
  if (!check_encoding (property, error))
    return FALSE;

  if (g_str_equal (property->name, "VERSION") && !g_str_equal (property->value, "3.0") && !g_str_equal (property->value, "4.0"))
    {
      g_autofree char *quoted = smr_json_quote (property->value);

      set_error (error, property->line, "vCard %s is not read; export the address book as vCard 3.0 or 4.0", quoted);
      return FALSE;
    }
  if (g_str_equal (property->name, "BDAY"))
    return parse_birthday (property, &client->born, error);
  if (g_str_equal (property->name, "FN"))
    set_once (&client->name, property->value, "");
  else if (g_str_equal (property->name, "TEL"))
    set_once (&client->phone, property->value, "tel:");
  else if (g_str_equal (property->name, "EMAIL"))
    set_once (&client->email, property->value, "mailto:");
  else if (g_str_equal (property->name, "NOTE"))
    add_note (&client->notes, property->value);
  return TRUE;
}

/* --- cards */

static gboolean
is_line (const Property *property, const char *name)
{
  return g_str_equal (property->name, name) && g_ascii_strcasecmp (property->value, "VCARD") == 0;
}

/* @index: of BEGIN; leaves it on END. */
static SmrRecord *
read_card (GPtrArray *properties, guint *index, SmrDate today, GError **error)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new (""));
  const Property *begin = g_ptr_array_index (properties, *index);
  g_autoptr (GError) reason = NULL;

  if (!is_line (begin, "BEGIN"))
    {
      set_error (error, begin->line, "BEGIN:VCARD is expected here");
      return NULL;
    }

  for (*index += 1; *index < properties->len; *index += 1)
    {
      const Property *property = g_ptr_array_index (properties, *index);

      if (is_line (property, "END"))
        break;
      if (is_line (property, "BEGIN"))
        {
          *index = properties->len;
          break;
        }
      if (!take_property (record->client, property, error))
        return NULL;
    }
  if (*index == properties->len)
    {
      set_error (error, begin->line, "the card that begins here has no end");
      return NULL;
    }

  if (!smr_client_validate (record->client, today, &reason))
    {
      set_error (error, begin->line, "in the card that begins here: %s", reason->message);
      return NULL;
    }
  return g_steal_pointer (&record);
}

GPtrArray *
smr_vcard_parse (const char *data, gssize length, SmrDate today, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_record_free);
  g_autoptr (GPtrArray) properties = NULL;

  if (!smr_exchange_check_text (&data, &length, error))
    return NULL;
  properties = split_lines (data, length, error);
  if (properties == NULL)
    return NULL;
  if (properties->len == 0)
    {
      set_error (error, 1, "there is no card");
      return NULL;
    }

  for (guint i = 0; i < properties->len; i++)
    {
      SmrRecord *record = read_card (properties, &i, today, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}
