#define G_LOG_DOMAIN "smr-handout"

#include "smr-pdf-language.h"

#include <string.h>

/* What is looked for in a PDF file: its last table of objects, and in it the object that stands for the document. */
typedef struct
{
  const char *text;            /* whole file, with a NUL behind its end */
  gsize       length;
  gint64      table;           /* offset of the table of objects */
  const char *trailer;         /* the dictionary behind it */
  gsize       trailer_length;
  gint64      root;            /* number of the document's object */
  gint64      offset;          /* where it is */
  const char *dictionary;
  gsize       dictionary_length;
} Pdf;

/* The last @word of the file. */
static const char *
find_last (const Pdf *pdf, const char *word)
{
  gsize length = strlen (word);

  for (gsize i = pdf->length; i >= length; i--)
    {
      if (memcmp (pdf->text + i - length, word, length) == 0)
        return pdf->text + i - length;
    }
  return NULL;
}

/* The dictionary that begins at or behind @from, without its brackets. */
static gboolean
find_dictionary (const Pdf *pdf, const char *from, const char **begin, gsize *length)
{
  const char *end = pdf->text + pdf->length;
  int depth = 0;

  for (const char *p = from; p + 1 < end; p++)
    {
      if (p[0] == '<' && p[1] == '<')
        {
          if (depth++ == 0)
            *begin = p + 2;
          p++;
        }
      else if (p[0] == '>' && p[1] == '>')
        {
          if (--depth == 0)
            {
              *length = p - *begin;
              return TRUE;
            }
          p++;
        }
      else if (depth == 0 && g_str_has_prefix (p, "endobj"))
        {
          return FALSE;
        }
    }
  return FALSE;
}

static gboolean
find_number (const char *text, gsize length, const char *key, gint64 *number)
{
  const char *found = g_strstr_len (text, length, key);

  if (found == NULL)
    return FALSE;
  *number = g_ascii_strtoll (found + strlen (key), NULL, 10);
  return TRUE;
}

/* Lines of twenty bytes, in runs that begin with the first number and how many there are. */
static gboolean
look_up (const Pdf *pdf, gint64 number, gint64 *offset)
{
  const char *p = pdf->text + pdf->table + strlen ("xref");
  char *rest;

  for (;;)
    {
      gint64 first = g_ascii_strtoll (p, &rest, 10);
      gint64 count = rest != p ? g_ascii_strtoll (rest, &rest, 10) : 0;

      if (count <= 0)
        return FALSE;
      while (g_ascii_isspace (*rest))
        rest++;
      if (count > (pdf->text + pdf->length - rest) / 20)
        return FALSE;
      if (number >= first && number < first + count)
        {
          *offset = g_ascii_strtoll (rest + (number - first) * 20, NULL, 10);
          return *offset > 0 && *offset < (gint64) pdf->length;
        }
      p = rest + count * 20;
    }
}

static gboolean
read_pdf (Pdf *pdf)
{
  const char *start = find_last (pdf, "startxref");
  const char *object;

  if (start == NULL)
    return FALSE;
  pdf->table = g_ascii_strtoll (start + strlen ("startxref"), NULL, 10);
  if (pdf->table <= 0 || pdf->table >= (gint64) pdf->length || !g_str_has_prefix (pdf->text + pdf->table, "xref"))
    return FALSE;
  start = find_last (pdf, "trailer");
  if (start == NULL || !find_dictionary (pdf, start, &pdf->trailer, &pdf->trailer_length) ||
      !find_number (pdf->trailer, pdf->trailer_length, "/Root", &pdf->root) || !look_up (pdf, pdf->root, &pdf->offset))
    return FALSE;
  object = pdf->text + pdf->offset;
  return g_ascii_strtoll (object, NULL, 10) == pdf->root &&
         find_dictionary (pdf, object, &pdf->dictionary, &pdf->dictionary_length) &&
         g_strstr_len (pdf->dictionary, pdf->dictionary_length, "/Lang") == NULL;
}

static gboolean
is_language (const char *text)
{
  return *text != '\0' && strspn (text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") == strlen (text);
}

GBytes *
smr_pdf_with_language (GBytes *pdf, const char *language)
{
  g_autofree char *tag = g_strdelimit (g_strdup (language), "_", '-');
  Pdf parts = { .length = g_bytes_get_size (pdf) };
  g_autoptr (GString) written = NULL;
  g_autofree char *copy = NULL;
  gsize object, table;

  copy = g_malloc (parts.length + 1);
  memcpy (copy, g_bytes_get_data (pdf, NULL), parts.length);
  copy[parts.length] = '\0';
  parts.text = copy;
  if (!is_language (tag) || !read_pdf (&parts))
    {
      g_warning ("The language “%s” could not be written into a PDF file", language);
      return g_bytes_ref (pdf);
    }

  written = g_string_new_len (copy, parts.length);
  object = written->len;
  g_string_append_printf (written, "%" G_GINT64_FORMAT " 0 obj\n<<", parts.root);
  g_string_append_len (written, parts.dictionary, parts.dictionary_length);
  g_string_append_printf (written, "   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n", tag);
  table = written->len;
  g_string_append_printf (written, "xref\n%" G_GINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \ntrailer\n<<", parts.root, object);
  g_string_append_len (written, parts.trailer, parts.trailer_length);
  g_string_append_printf (written, "   /Prev %" G_GINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", parts.table, table);
  return g_string_free_to_bytes (g_steal_pointer (&written));
}
