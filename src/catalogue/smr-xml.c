#include "smr-xml.h"

#include "smr-catalogue-reader.h"

#include <string.h>

typedef struct
{
  const char    *file;
  const char    *data;
  const char    *line_start;    /* of the line that the parser has reached */
  int            line;
  SmrXmlElement *root;
  SmrXmlElement *current;
} Parser;

static void
clear_attribute (gpointer data)
{
  SmrXmlAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
}

void
smr_xml_element_free (SmrXmlElement *self)
{
  g_free (self->name);
  g_array_unref (self->attributes);
  g_ptr_array_unref (self->children);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static SmrXmlElement *
element_new (Parser *parser, const char *name, int line)
{
  SmrXmlElement *self = g_new0 (SmrXmlElement, 1);

  self->file = parser->file;
  self->line = line;
  self->name = g_strdup (name);
  self->parent = parser->current;
  self->attributes = g_array_new (FALSE, FALSE, sizeof (SmrXmlAttribute));
  g_array_set_clear_func (self->attributes, clear_attribute);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_xml_element_free);
  self->text = g_string_new (NULL);
  return self;
}

/* GMarkup tells where a tag closes. Its opening bracket is the nearest one before, since XML allows none inside a tag. */
static int
find_tag_line (Parser *parser, GMarkupParseContext *context)
{
  int line, character, opening_line;
  const char *at;

  g_markup_parse_context_get_position (context, &line, &character);
  while (parser->line < line)
    {
      parser->line_start = strchr (parser->line_start, '\n') + 1;
      parser->line++;
    }

  at = g_utf8_offset_to_pointer (parser->line_start, character - 1);
  opening_line = line;
  while (at > parser->data && *--at != '<')
    {
      if (*at == '\n')
        opening_line--;
    }
  return opening_line;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **attribute_names,
                  const char          **attribute_values,
                  gpointer              data,
                  GError              **error)
{
  Parser *parser = data;
  SmrXmlElement *element = element_new (parser, name, find_tag_line (parser, context));

  for (int i = 0; attribute_names[i] != NULL; i++)
    {
      SmrXmlAttribute attribute = { g_strdup (attribute_names[i]), g_strdup (attribute_values[i]), FALSE };

      g_array_append_val (element->attributes, attribute);
    }

  if (parser->current != NULL)
    g_ptr_array_add (parser->current->children, element);
  else
    parser->root = element;
  parser->current = element;
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Parser *parser = data;

  parser->current = parser->current->parent;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Parser *parser = data;

  if (parser->current != NULL)
    g_string_append_len (parser->current->text, text, length);
}

SmrXmlElement *
smr_xml_parse (GBytes *bytes, const char *file, GError **error)
{
  static const GMarkupParser callbacks = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *data = NULL;
  gsize size;
  Parser parser = { 0 };

  /* Ended by a zero byte, so that lines can be searched in it. */
  data = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  size = strlen (data);
  parser.file = g_intern_string (file);
  parser.data = data;
  parser.line_start = data;
  parser.line = 1;

  context = g_markup_parse_context_new (&callbacks, G_MARKUP_DEFAULT_FLAGS, &parser, NULL);
  if (!g_markup_parse_context_parse (context, data, size, &local_error) ||
      !g_markup_parse_context_end_parse (context, &local_error))
    {
      int line;

      g_markup_parse_context_get_position (context, &line, NULL);
      g_set_error (error, SMR_CATALOGUE_ERROR, SMR_CATALOGUE_ERROR_SYNTAX, "%s:%d: %s", file, line, local_error->message);
      g_clear_pointer (&parser.root, smr_xml_element_free);
      return NULL;
    }

  return parser.root;
}

const char *
smr_xml_element_peek (const SmrXmlElement *self, const char *attribute)
{
  for (guint i = 0; i < self->attributes->len; i++)
    {
      const SmrXmlAttribute *candidate = &g_array_index (self->attributes, SmrXmlAttribute, i);

      if (g_str_equal (candidate->name, attribute))
        return candidate->value;
    }
  return NULL;
}

const char *
smr_xml_element_take (SmrXmlElement *self, const char *attribute)
{
  for (guint i = 0; i < self->attributes->len; i++)
    {
      SmrXmlAttribute *candidate = &g_array_index (self->attributes, SmrXmlAttribute, i);

      if (g_str_equal (candidate->name, attribute))
        {
          candidate->seen = TRUE;
          return candidate->value;
        }
    }
  return NULL;
}

char *
smr_xml_element_take_text (SmrXmlElement *self)
{
  GString *text = g_string_new (NULL);
  int n_newlines = 0;
  gboolean space = FALSE;

  self->text_seen = TRUE;
  for (const char *p = self->text->str; *p != '\0'; p++)
    {
      if (g_ascii_isspace (*p))
        {
          space = TRUE;
          n_newlines += *p == '\n';
          continue;
        }
      if (space && text->len > 0)
        g_string_append (text, n_newlines > 1 ? "\n\n" : " ");
      space = FALSE;
      n_newlines = 0;
      g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}
