#include "smr-words.h"

#include <string.h>

#include "smr-fold.h"

/* Shorter names have too many ordinary words for neighbours. */
#define LEAST_LETTERS 6

/* A text as it is compared: folded letters with single spaces, where each word begins, and where it ends. */
typedef struct
{
  GArray *letters;              /* (element-type gunichar) */
  GArray *starts;               /* (element-type guint) */
  GArray *ends;
} Text;

typedef struct
{
  const char *word;             /* the list's; interned */
  Text        text;
  gboolean    may_be_near;
} Name;

/* A word list of the catalogue, ready to be looked for. */
typedef struct
{
  const SmrWordList *list;
  GArray            *names;     /* (element-type Name) */
} List;

struct _SmrWordIndex
{
  GArray     *lists;            /* (element-type List) */
  GHashTable *ordinary;
};

/* --- texts ---------------------------------------------------------------------------------------------------- */

/* "5mg" is two words: figures stick to names in notes. */
static gboolean
begins_word (gunichar letter, gunichar before)
{
  return before == ' ' || (before != 0 && g_unichar_isdigit (letter) != g_unichar_isdigit (before));
}

static void
text_init (Text *self, const char *words)
{
  g_autofree char *folded = smr_fold (words);
  const gunichar space = ' ';
  gunichar before = ' ';
  guint end;

  self->letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter != ' ' && begins_word (letter, before))
        {
          if (self->letters->len > 0)
            {
              end = self->letters->len;
              g_array_append_val (self->ends, end);
              g_array_append_val (self->letters, space);
            }
          end = self->letters->len;
          g_array_append_val (self->starts, end);
        }
      if (letter != ' ')
        g_array_append_val (self->letters, letter);
      before = letter;
    }
  end = self->letters->len;
  if (end > 0)
    g_array_append_val (self->ends, end);
}

static void
text_clear (Text *self)
{
  g_array_unref (self->letters);
  g_array_unref (self->starts);
  g_array_unref (self->ends);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static gboolean
letters_are_near (const gunichar *a, guint length_a, const gunichar *b, guint length_b)
{
  guint shorter = MIN (length_a, length_b);
  guint head = 0, tail = 0;

  if (MAX (length_a, length_b) - shorter > 1)
    return FALSE;
  while (head < shorter && a[head] == b[head])
    head++;
  while (tail < shorter - head && a[length_a - 1 - tail] == b[length_b - 1 - tail])
    tail++;
  if (length_a - head - tail <= 1 && length_b - head - tail <= 1)
    return TRUE;
  return length_a == length_b && length_a - head - tail == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
}

gboolean
smr_word_is_near (const char *a, const char *b)
{
  g_auto (Text) first = { 0 };
  g_auto (Text) second = { 0 };

  text_init (&first, a);
  text_init (&second, b);
  return letters_are_near ((gunichar *) first.letters->data, first.letters->len, (gunichar *) second.letters->data, second.letters->len);
}

/* --- the index ------------------------------------------------------------------------------------------------ */

static void
clear_name (gpointer data)
{
  text_clear (&((Name *) data)->text);
}

static void
clear_list (gpointer data)
{
  g_array_unref (((List *) data)->names);
}

static void
add_list (SmrWordIndex *self, const SmrWordList *list)
{
  List made = { list, g_array_new (FALSE, FALSE, sizeof (Name)) };

  g_array_set_clear_func (made.names, clear_name);
  for (guint i = 0; list->words[i] != NULL; i++)
    {
      Name name = { .word = list->words[i] };

      text_init (&name.text, name.word);
      name.may_be_near = name.text.letters->len - (name.text.starts->len - 1) >= LEAST_LETTERS;
      g_array_append_val (made.names, name);
    }
  g_array_append_val (self->lists, made);
}

SmrWordIndex *
smr_word_index_new (GPtrArray *word_lists, const char **ordinary)
{
  SmrWordIndex *self = g_new0 (SmrWordIndex, 1);

  self->lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_array_set_clear_func (self->lists, clear_list);
  for (guint i = 0; i < word_lists->len; i++)
    add_list (self, g_ptr_array_index (word_lists, i));
  self->ordinary = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; ordinary[i] != NULL; i++)
    g_hash_table_add (self->ordinary, smr_fold (ordinary[i]));
  return self;
}

void
smr_word_index_free (SmrWordIndex *self)
{
  g_hash_table_unref (self->ordinary);
  g_array_unref (self->lists);
  g_free (self);
}

/* --- looking -------------------------------------------------------------------------------------------------- */

/* @width words of @text from the word @first on are @name, or with @near one letter away from it and no ordinary words. */
static gboolean
is_written_at (const SmrWordIndex *self, const Name *name, const Text *text, guint first, guint width, gboolean near, char **written)
{
  guint start = g_array_index (text->starts, guint, first);
  guint length = g_array_index (text->ends, guint, first + width - 1) - start;
  const gunichar *letters = &g_array_index (text->letters, gunichar, start);
  const gunichar *wanted = (gunichar *) name->text.letters->data;
  g_autofree char *words = NULL;

  if (!near)
    return length == name->text.letters->len && memcmp (letters, wanted, length * sizeof (gunichar)) == 0;
  if (!letters_are_near (letters, length, wanted, name->text.letters->len))
    return FALSE;
  words = g_ucs4_to_utf8 (letters, length, NULL, NULL, NULL);
  if (g_hash_table_contains (self->ordinary, words))
    return FALSE;
  *written = g_steal_pointer (&words);
  return TRUE;
}

/* A letter too much or too few may be the space between two words. */
static gboolean
is_written_in (const SmrWordIndex *self, const Name *name, const Text *text, gboolean near, char **written)
{
  guint slack = near ? 1 : 0;
  guint n_words = name->text.starts->len;

  for (guint first = 0; first < text->starts->len; first++)
    {
      for (guint width = MAX (n_words - slack, 1); width <= n_words + slack && first + width <= text->starts->len; width++)
        {
          if (is_written_at (self, name, text, first, width, near, written))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_written (const SmrWordIndex *self, const Name *name, GArray *texts, gboolean near, char **written)
{
  for (guint i = 0; i < texts->len; i++)
    {
      if (is_written_in (self, name, &g_array_index (texts, Text, i), near, written))
        return TRUE;
    }
  return FALSE;
}

static void
found_word_free (gpointer data)
{
  SmrFoundWord *self = data;

  g_free (self->written);
  g_free (self);
}

/* Counts @name; TRUE once the list has as many as it takes, the last of which stands for it. Takes @written. */
static gboolean
count_name (const List *list, const Name *name, char *written, int *n_found, int least, GHashTable *found)
{
  SmrFoundWord *word;

  if (++(*n_found) < least || g_hash_table_contains (found, list->list->condition))
    {
      g_free (written);
      return *n_found >= least;
    }
  word = g_new0 (SmrFoundWord, 1);
  word->word = name->word;
  word->written = written;
  g_hash_table_insert (found, (gpointer) list->list->condition, word);
  return TRUE;
}

/* What is spelt right comes first, since it needs no explanation. */
static void
find_list (const SmrWordIndex *self, const List *list, GArray *texts, int least, GHashTable *found)
{
  g_autofree gboolean *is_found = g_new0 (gboolean, list->names->len);
  int n_found = 0;

  for (guint near = FALSE; near <= TRUE; near++)
    {
      for (guint i = 0; i < list->names->len; i++)
        {
          const Name *name = &g_array_index (list->names, Name, i);
          char *written = NULL;

          if (is_found[i] || (near && !name->may_be_near) || !is_written (self, name, texts, near, &written))
            continue;
          is_found[i] = TRUE;
          if (count_name (list, name, written, &n_found, least, found))
            return;
        }
    }
}

/* The row that makes a single word enough: anything but a plain no, or a word of its own. */
static gboolean
is_raised (const SmrIntake *intake, const char *condition, GHashTable *found)
{
  const SmrAnswer *answer = smr_intake_get_answer (intake, condition);

  return answer == NULL || answer->reply != SMR_REPLY_NO || g_hash_table_contains (found, condition);
}

static GArray *
collect_texts (const SmrIntake *intake)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (Text));
  GHashTableIter iter;
  const SmrAnswer *answer;

  g_array_set_clear_func (texts, (GDestroyNotify) text_clear);
  g_hash_table_iter_init (&iter, intake->answers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &answer))
    {
      Text text;

      if (*answer->text == '\0')
        continue;
      text_init (&text, answer->text);
      g_array_append_val (texts, text);
    }
  return texts;
}

GHashTable *
smr_intake_find_words (const SmrIntake *self, SmrCatalogue *catalogue)
{
  const SmrWordIndex *index = smr_catalogue_get_word_index (catalogue);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, found_word_free);
  g_autoptr (GArray) texts = collect_texts (self);

  if (texts->len == 0)
    return found;
  /* Lists that lean on another row wait until its own words were looked for. */
  for (guint second = FALSE; second <= TRUE; second++)
    {
      for (guint i = 0; i < index->lists->len; i++)
        {
          const List *list = &g_array_index (index->lists, List, i);
          const char *with = list->list->with;

          if ((with != NULL) == second && (with == NULL || is_raised (self, with, found)))
            find_list (index, list, texts, list->list->least, found);
        }
    }
  return found;
}
