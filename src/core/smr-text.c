#include "smr-text.h"

#include <string.h>

#include "smr-fold.h"

struct _SmrText
{
  char       *source;
  GHashTable *translations;     /* (nullable) language -> text */
};

SmrText *
smr_text_new (const char *source)
{
  SmrText *self = g_new0 (SmrText, 1);

  g_assert (source != NULL);
  self->source = g_strdup (source);
  return self;
}

void
smr_text_free (SmrText *self)
{
  g_free (self->source);
  g_clear_pointer (&self->translations, g_hash_table_unref);
  g_free (self);
}

/* "pt-BR", "pt_BR.UTF-8" and "de_DE@euro" are written "pt_BR" and "de_DE". */
static char *
normalize_language (const char *language)
{
  char *normal = g_strndup (language, strcspn (language, ".@"));

  g_strdelimit (normal, "-", '_');
  return normal;
}

void
smr_text_add_translation (SmrText *self, const char *language, const char *text)
{
  if (self->translations == NULL)
    self->translations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_replace (self->translations, normalize_language (language), g_strdup (text));
}

static const char *
find_translation (const SmrText *self, const char *language)
{
  g_autofree char *normal = NULL;
  const char *text;
  char *region;

  if (self->translations == NULL || language == NULL)
    return NULL;

  normal = normalize_language (language);
  text = g_hash_table_lookup (self->translations, normal);
  if (text == NULL && (region = strchr (normal, '_')) != NULL)
    {
      *region = '\0';
      text = g_hash_table_lookup (self->translations, normal);
    }
  return text;
}

const char *
smr_text_get (const SmrText *self, const char *language)
{
  const char *text;

  g_return_val_if_fail (self != NULL, "");

  text = find_translation (self, language);
  return text != NULL ? text : self->source;
}

gboolean
smr_text_has_language (const SmrText *self, const char *language)
{
  return find_translation (self, language) != NULL;
}

static gboolean
folds_to (const char *text, const char *folded)
{
  g_autofree char *own = smr_fold (text);

  return g_str_equal (own, folded);
}

gboolean
smr_text_is_folded (const SmrText *self, const char *folded)
{
  GHashTableIter iter;
  gpointer text;

  if (folds_to (self->source, folded))
    return TRUE;
  if (self->translations == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->translations);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    {
      if (folds_to (text, folded))
        return TRUE;
    }
  return FALSE;
}

/* --- messages --------------------------------------------------------------------------------------------- */

/* What goes into one place; exactly one of the members is set. */
typedef struct
{
  char          *place;
  const SmrText *text;
  char          *string;
  SmrDate        date;
  SmrMessage    *message;
} Filling;

struct _SmrMessage
{
  const SmrText *text_template;
  const char    *separator;
  GPtrArray     *fillings;
};

static void
filling_free (gpointer data)
{
  Filling *filling = data;

  g_free (filling->place);
  g_free (filling->string);
  g_clear_pointer (&filling->message, smr_message_free);
  g_free (filling);
}

static Filling *
add_filling (SmrMessage *self, const char *place)
{
  Filling *filling = g_new0 (Filling, 1);

  filling->place = g_strdup (place);
  g_ptr_array_add (self->fillings, filling);
  return filling;
}

SmrMessage *
smr_message_new (const SmrText *text_template)
{
  SmrMessage *self = g_new0 (SmrMessage, 1);

  g_assert (text_template != NULL);
  self->text_template = text_template;
  self->separator = ", ";
  self->fillings = g_ptr_array_new_with_free_func (filling_free);
  return self;
}

SmrMessage *
smr_message_copy (const SmrMessage *self)
{
  SmrMessage *copy = smr_message_set_separator (smr_message_new (self->text_template), self->separator);

  for (guint i = 0; i < self->fillings->len; i++)
    {
      const Filling *filling = g_ptr_array_index (self->fillings, i);
      Filling *other = add_filling (copy, filling->place);

      other->text = filling->text;
      other->string = g_strdup (filling->string);
      other->date = filling->date;
      other->message = filling->message != NULL ? smr_message_copy (filling->message) : NULL;
    }
  return copy;
}

void
smr_message_free (SmrMessage *self)
{
  g_ptr_array_unref (self->fillings);
  g_free (self);
}

SmrMessage *
smr_message_set_text (SmrMessage *self, const char *place, const SmrText *text)
{
  g_return_val_if_fail (text != NULL, self);

  add_filling (self, place)->text = text;
  return self;
}

SmrMessage *
smr_message_set_string (SmrMessage *self, const char *place, const char *string)
{
  g_return_val_if_fail (string != NULL, self);

  add_filling (self, place)->string = g_strdup (string);
  return self;
}

SmrMessage *
smr_message_set_int (SmrMessage *self, const char *place, int number)
{
  add_filling (self, place)->string = g_strdup_printf ("%d", number);
  return self;
}

SmrMessage *
smr_message_set_date (SmrMessage *self, const char *place, SmrDate date)
{
  g_return_val_if_fail (date != SMR_DATE_NONE, self);

  add_filling (self, place)->date = date;
  return self;
}

SmrMessage *
smr_message_set_separator (SmrMessage *self, const char *separator)
{
  self->separator = separator;
  return self;
}

SmrMessage *
smr_message_add_message (SmrMessage *self, const char *place, SmrMessage *message)
{
  add_filling (self, place)->message = message;
  return self;
}

static void
append_filling (GString *words, const Filling *filling, const char *language, SmrDateFunc dates)
{
  if (filling->text != NULL)
    {
      g_string_append (words, smr_text_get (filling->text, language));
    }
  else if (filling->message != NULL)
    {
      g_autofree char *text = smr_message_format_dated (filling->message, language, dates);

      g_string_append (words, text);
    }
  else if (filling->date != SMR_DATE_NONE)
    {
      g_autofree char *text = dates (filling->date);

      g_string_append (words, text);
    }
  else
    {
      g_string_append (words, filling->string);
    }
}

/* The words for one place; FALSE if nothing was set for it. */
static gboolean
append_place (GString *words, const SmrMessage *self, const char *place, gsize length, const char *language, SmrDateFunc dates)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->fillings->len; i++)
    {
      const Filling *filling = g_ptr_array_index (self->fillings, i);

      if (strlen (filling->place) != length || strncmp (filling->place, place, length) != 0)
        continue;
      if (found)
        g_string_append (words, self->separator);
      append_filling (words, filling, language, dates);
      found = TRUE;
    }
  return found;
}

char *
smr_message_format_dated (const SmrMessage *self, const char *language, SmrDateFunc dates)
{
  GString *words = g_string_new (NULL);
  const char *rest = smr_text_get (self->text_template, language);
  const char *open, *close;

  while ((open = strchr (rest, '{')) != NULL && (close = strchr (open, '}')) != NULL)
    {
      g_string_append_len (words, rest, open - rest);
      if (!append_place (words, self, open + 1, close - open - 1, language, dates))
        g_string_append_len (words, open, close - open + 1);
      rest = close + 1;
    }
  g_string_append (words, rest);
  return g_string_free (words, FALSE);
}

char *
smr_message_format (const SmrMessage *self, const char *language)
{
  return smr_message_format_dated (self, language, smr_date_to_string);
}
