#include "smr-client-file.h"

#include <string.h>

#include "smr-exchange-file.h"
#include "smr-json.h"

/* Tables of clients: the header row names the columns, in any order. */

enum
{
  COLUMN_NAME,
  COLUMN_BORN,
  COLUMN_PHONE,
  COLUMN_EMAIL,
  COLUMN_NOTES,
  N_COLUMNS
};

static const char * const column_names[N_COLUMNS] = { "name", "born", "phone", "email", "notes" };

typedef struct
{
  const char *position;
  const char *end;
  guint       line;            /* of `position`, from 1 */
  char        separator;
} Table;

static void
set_error (GError **error, guint line, const char *message)
{
  g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_SYNTAX, "line %u: %s", line, message);
}

/* --- fields */

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static void
skip_line_end (Table *self)
{
  if (self->position < self->end && *self->position == '\r')
    self->position++;
  if (self->position < self->end && *self->position == '\n')
    self->position++;
  self->line++;
}

/* `position` stands behind the opening quotation mark. */
static gboolean
read_quoted (Table *self, GString *field, GError **error)
{
  guint first_line = self->line;

  while (self->position < self->end)
    {
      char c = *self->position++;

      if (c == '"' && (self->position == self->end || *self->position != '"'))
        return TRUE;
      if (c == '"')
        self->position++;
      if (c == '\n')
        self->line++;
      if (c != '\r')
        g_string_append_c (field, c);
    }
  set_error (error, first_line, "a quotation mark is opened and never closed");
  return FALSE;
}

static char *
read_field (Table *self, GError **error)
{
  g_autoptr (GString) field = g_string_new (NULL);

  if (self->position < self->end && *self->position == '"')
    {
      self->position++;
      if (!read_quoted (self, field, error))
        return NULL;
      if (self->position < self->end && *self->position != self->separator && !is_line_end (*self->position))
        {
          set_error (error, self->line, "there is text behind a closing quotation mark");
          return NULL;
        }
    }
  while (self->position < self->end && *self->position != self->separator && !is_line_end (*self->position))
    g_string_append_c (field, *self->position++);
  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&field)));
}

/* (transfer full) (nullable) (element-type utf8) */
static GPtrArray *
read_row (Table *self, GError **error)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

  while (TRUE)
    {
      char *field = read_field (self, error);

      if (field == NULL)
        return NULL;
      g_ptr_array_add (row, field);
      if (self->position == self->end || *self->position != self->separator)
        break;
      self->position++;
    }
  if (self->position < self->end)
    skip_line_end (self);
  return g_steal_pointer (&row);
}

static gboolean
is_empty_row (GPtrArray *row)
{
  return row->len == 1 && *(const char *) g_ptr_array_index (row, 0) == '\0';
}

/* Spreadsheets of countries that write decimals with a comma separate with a semicolon. */
static char
find_separator (const char *data, gsize length)
{
  gsize commas = 0, semicolons = 0;

  for (gsize i = 0; i < length && !is_line_end (data[i]); i++)
    {
      commas += data[i] == ',';
      semicolons += data[i] == ';';
    }
  return semicolons > commas ? ';' : ',';
}

/* --- columns */

static int
find_column (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (int i = 0; i < N_COLUMNS; i++)
    {
      if (g_str_equal (lower, column_names[i]))
        return i;
    }
  return -1;
}

/* @places: where each column stands in a row; -1: nowhere. */
static gboolean
read_header (GPtrArray *header, int places[N_COLUMNS], GError **error)
{
  for (int i = 0; i < N_COLUMNS; i++)
    places[i] = -1;

  for (guint i = 0; i < header->len; i++)
    {
      const char *name = g_ptr_array_index (header, i);
      int column = find_column (name);

      if (column < 0 || places[column] >= 0)
        {
          g_autofree char *quoted = smr_json_quote (name);

          g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_INVALID,
                       column < 0 ? "line 1: the column “%s” is none of name, born, phone, email, notes"
                                  : "line 1: the column “%s” comes twice", quoted);
          return FALSE;
        }
      places[column] = i;
    }

  if (places[COLUMN_NAME] >= 0)
    return TRUE;
  g_set_error_literal (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_INVALID, "line 1: there is no column “name”");
  return FALSE;
}

static const char *
get_cell (GPtrArray *row, const int places[N_COLUMNS], int column)
{
  return places[column] >= 0 ? g_ptr_array_index (row, places[column]) : "";
}

static SmrRecord *
read_client (GPtrArray *row, const int places[N_COLUMNS], SmrDate today, GError **error)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new (get_cell (row, places, COLUMN_NAME)));
  SmrClient *client = record->client;
  const char *born = get_cell (row, places, COLUMN_BORN);

  if (*born != '\0' && !smr_date_parse (born, &client->born))
    {
      g_autofree char *quoted = smr_json_quote (born);

      g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_INVALID, "born: “%s” is not a date (YYYY-MM-DD)", quoted);
      return NULL;
    }
  g_set_str (&client->phone, get_cell (row, places, COLUMN_PHONE));
  g_set_str (&client->email, get_cell (row, places, COLUMN_EMAIL));
  g_set_str (&client->notes, get_cell (row, places, COLUMN_NOTES));
  return smr_client_validate (client, today, error) ? g_steal_pointer (&record) : NULL;
}

GPtrArray *
smr_csv_parse (const char *data, gssize length, SmrDate today, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_record_free);
  g_autoptr (GPtrArray) header = NULL;
  g_autoptr (GError) reason = NULL;
  int places[N_COLUMNS];
  Table table = { .line = 1 };

  if (!smr_exchange_check_text (&data, &length, error))
    return NULL;
  table.position = data;
  table.end = data + length;
  table.separator = find_separator (data, length);

  header = read_row (&table, error);
  if (header == NULL || !read_header (header, places, error))
    return NULL;

  while (table.position < table.end)
    {
      guint line = table.line;
      g_autoptr (GPtrArray) row = read_row (&table, error);
      SmrRecord *record;

      if (row == NULL)
        return NULL;
      if (is_empty_row (row))
        continue;
      if (row->len != header->len)
        {
          g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_SYNTAX, "line %u: %u columns, where the header has %u",
                       line, row->len, header->len);
          return NULL;
        }
      record = read_client (row, places, today, &reason);
      if (record == NULL)
        {
          g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_INVALID, "line %u: %s", line, reason->message);
          return NULL;
        }
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}
