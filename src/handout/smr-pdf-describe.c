#define G_LOG_DOMAIN "smr-handout"

#include "smr-pdf-describe.h"

#include <string.h>

/* What is looked for in a PDF file. */
typedef struct
{
  const char *text;            /* whole file, with a NUL behind its end */
  gsize       length;
  gint64      table;           /* offset of the last table of objects */
  const char *trailer;         /* the dictionary behind it, without its brackets */
  gsize       trailer_length;
  gint64      root;            /* number of the object that stands for the document */
  GArray     *offsets;         /* (element-type gint64) of objects by their numbers; 0: there is none */
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
static void
read_table (Pdf *pdf)
{
  const char *end = pdf->text + pdf->length;
  const char *p = pdf->text + pdf->table + strlen ("xref");
  char *rest;

  for (;;)
    {
      gint64 first = g_ascii_strtoll (p, &rest, 10);
      gint64 count = rest != p ? g_ascii_strtoll (rest, &rest, 10) : 0;

      while (g_ascii_isspace (*rest))
        rest++;
      if (first < 0 || count <= 0 || count > (end - rest) / 20 || first > G_MAXUSHORT)
        return;
      g_array_set_size (pdf->offsets, MAX (pdf->offsets->len, first + count));
      for (gint64 i = 0; i < count; i++)
        {
          const char *line = rest + i * 20;
          gint64 offset = line[17] == 'n' ? g_ascii_strtoll (line, NULL, 10) : 0;

          g_array_index (pdf->offsets, gint64, first + i) = offset < (gint64) pdf->length ? offset : 0;
        }
      p = rest + count * 20;
    }
}

/* The dictionary of an object. */
static gboolean
find_object (const Pdf *pdf, gint64 number, const char **dictionary, gsize *length)
{
  gint64 offset = number >= 0 && number < pdf->offsets->len ? g_array_index (pdf->offsets, gint64, number) : 0;

  return offset > 0 && g_ascii_strtoll (pdf->text + offset, NULL, 10) == number &&
         find_dictionary (pdf, pdf->text + offset, dictionary, length);
}

static gboolean
read_pdf (Pdf *pdf)
{
  const char *start = find_last (pdf, "startxref");

  if (start == NULL)
    return FALSE;
  pdf->table = g_ascii_strtoll (start + strlen ("startxref"), NULL, 10);
  if (pdf->table <= 0 || pdf->table >= (gint64) pdf->length || !g_str_has_prefix (pdf->text + pdf->table, "xref"))
    return FALSE;
  start = find_last (pdf, "trailer");
  if (start == NULL || !find_dictionary (pdf, start, &pdf->trailer, &pdf->trailer_length) ||
      !find_number (pdf->trailer, pdf->trailer_length, "/Root", &pdf->root))
    return FALSE;
  read_table (pdf);
  return TRUE;
}

/* --- writing ---------------------------------------------------------------------------------------------- */

/* A later version of some objects, and the table that leads to them. */
typedef struct
{
  const Pdf *pdf;
  GString   *written;          /* the file so far */
  GString   *table;
} Update;

/* The object again, with @more in its dictionary. */
static void
write_object (Update *update, gint64 number, const char *dictionary, gsize length, const char *more)
{
  g_string_append_printf (update->table, "%" G_GINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number, update->written->len);
  g_string_append_printf (update->written, "%" G_GINT64_FORMAT " 0 obj\n<<", number);
  g_string_append_len (update->written, dictionary, length);
  g_string_append_printf (update->written, "   %s\n>>\nendobj\n", more);
}

/* UTF-16 in hexadecimal, as PDF has texts for people. (transfer full) */
static char *
dup_alternative (const char *text)
{
  glong length;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  GString *written = g_string_new ("/Alt <FEFF");

  for (glong i = 0; units != NULL && i < length; i++)
    g_string_append_printf (written, "%04X", units[i]);
  return g_string_free (g_string_append (written, ">"), FALSE);
}

/* cairo numbers them in the order in which they were drawn. (transfer full) (element-type gint64) */
static GArray *
list_figures (const Pdf *pdf)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 i = 0; i < pdf->offsets->len; i++)
    {
      const char *dictionary;
      gsize length;

      if (find_object (pdf, i, &dictionary, &length) && g_strstr_len (dictionary, length, "/StructElem") != NULL &&
          g_strstr_len (dictionary, length, "/S /Figure") != NULL)
        g_array_append_val (figures, i);
    }
  return figures;
}

static gboolean
write_alternatives (Update *update, GPtrArray *alternatives)
{
  g_autoptr (GArray) figures = list_figures (update->pdf);

  if (figures->len != alternatives->len)
    return FALSE;
  for (guint i = 0; i < figures->len; i++)
    {
      g_autofree char *alternative = dup_alternative (g_ptr_array_index (alternatives, i));
      gint64 number = g_array_index (figures, gint64, i);
      const char *dictionary;
      gsize length;

      find_object (update->pdf, number, &dictionary, &length);
      write_object (update, number, dictionary, length, alternative);
    }
  return TRUE;
}

static gboolean
write_language (Update *update, const char *language)
{
  g_autofree char *more = g_strdup_printf ("/Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>", language);
  const char *dictionary;
  gsize length;

  if (strspn (language, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") != strlen (language) || *language == '\0' ||
      !find_object (update->pdf, update->pdf->root, &dictionary, &length) || g_strstr_len (dictionary, length, "/Lang") != NULL)
    return FALSE;
  write_object (update, update->pdf->root, dictionary, length, more);
  return TRUE;
}

static void
write_end (Update *update)
{
  gsize table = update->written->len;

  g_string_append_printf (update->written, "xref\n%strailer\n<<", update->table->str);
  g_string_append_len (update->written, update->pdf->trailer, update->pdf->trailer_length);
  g_string_append_printf (update->written, "   /Prev %" G_GINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          update->pdf->table, table);
}

GBytes *
smr_pdf_describe (GBytes *pdf, const char *language, GPtrArray *alternatives)
{
  gsize length = g_bytes_get_size (pdf);
  g_autoptr (GArray) offsets = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (GString) written = g_string_new_len (g_bytes_get_data (pdf, NULL), length);
  g_autoptr (GString) original = g_string_new_len (written->str, length);
  g_autofree char *tag = g_strdelimit (g_strdup (language), "_", '-');
  Pdf parts = { .text = original->str, .length = length, .offsets = offsets };
  Update update = { &parts, written, table };

  if (!read_pdf (&parts) || !write_language (&update, tag) || !write_alternatives (&update, alternatives))
    {
      g_warning ("A PDF file could not be described in the language “%s”", language);
      return g_bytes_ref (pdf);
    }
  write_end (&update);
  return g_string_free_to_bytes (g_steal_pointer (&written));
}
