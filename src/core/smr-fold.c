#include "smr-fold.h"

#include <string.h>

/* Shorter words mean too much else with another letter. */
#define LEAST_LETTERS_WITH_MISTAKE 4

/* Letters that canonical decomposition leaves as they are, with their plain spelling. */
static const struct
{
  gunichar    letter;
  const char *plain;
} plain_letters[] = {
  { 0x00e6, "ae" }, /* æ */
  { 0x0153, "oe" }, /* œ */
  { 0x00f8, "o" },  /* ø */
  { 0x0142, "l" },  /* ł */
  { 0x0111, "d" },  /* đ */
  { 0x00f0, "d" },  /* ð */
  { 0x00fe, "th" }, /* þ */
  { 0x00df, "ss" }, /* ß */
  { 0x0131, "i" },  /* ı */
  { 0x0127, "h" },  /* ħ */
  { 0x0167, "t" },  /* ŧ */
  { 0x014b, "n" },  /* ŋ */
};

static const char *
get_plain (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    {
      if (plain_letters[i].letter == letter)
        return plain_letters[i].plain;
    }
  return NULL;
}

/* "O'Brien" is one word, "Anne-Marie" two. */
static gboolean
is_apostrophe (gunichar letter)
{
  return letter == '\'' || letter == 0x2019 || letter == 0x02bc;
}

char *
smr_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *parts = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  lower = g_utf8_casefold (valid, -1);
  parts = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (parts));

  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      const char *plain;

      if (g_unichar_ismark (letter) || is_apostrophe (letter))
        continue;
      if ((plain = get_plain (letter)) != NULL)
        g_string_append (folded, plain);
      else if (g_unichar_isalnum (letter))
        g_string_append_unichar (folded, letter);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

GStrv
smr_fold_words (const char *text)
{
  g_autofree char *folded = smr_fold (text);

  /* Splitting an empty string gives no words at all. */
  return g_strsplit (folded, " ", -1);
}

static gboolean
begins_some_word (const char *folded, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = folded; p != NULL; p = strchr (p, ' '))
    {
      while (*p == ' ')
        p++;
      if (strncmp (p, word, length) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
smr_fold_matches (const char *folded, const char * const *query)
{
  for (; *query != NULL; query++)
    {
      if (!begins_some_word (folded, *query))
        return FALSE;
    }
  return TRUE;
}

/* --- one mistake ------------------------------------------------------------------------------------------ */

gboolean
smr_fold_begins_nearly (const char *word, const char *typed)
{
  gsize length = strlen (typed);
  gsize same = 0;

  if (length < LEAST_LETTERS_WITH_MISTAKE)
    return strncmp (word, typed, length) == 0;
  while (same < length && word[same] == typed[same])
    same++;
  if (same == length)
    return TRUE;
  if (word[same] == '\0')
    return same + 1 == length;
  return strncmp (word + same + 1, typed + same + 1, length - same - 1) == 0 ||    /* another letter */
         strncmp (word + same + 1, typed + same, length - same) == 0 ||            /* one is missing */
         strncmp (word + same, typed + same + 1, length - same - 1) == 0 ||        /* one too many */
         (word[same] == typed[same + 1] && word[same + 1] == typed[same] &&
          strncmp (word + same + 2, typed + same + 2, length - same - 2) == 0);    /* swapped */
}

static gboolean
begins_some_word_nearly (const char *folded, const char *word)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (smr_fold_begins_nearly (words[i], word))
        return TRUE;
    }
  return FALSE;
}

gboolean
smr_fold_matches_nearly (const char *folded, const char * const *query)
{
  for (; *query != NULL; query++)
    {
      if (!begins_some_word_nearly (folded, *query))
        return FALSE;
    }
  return TRUE;
}
