#include "smr-shorthand.h"

#include <string.h>

#include "smr-fold.h"

G_DEFINE_QUARK (smr-shorthand-error-quark, smr_shorthand_error)

/* More sets or seconds than these nobody types on purpose; what is allowed is judged where it goes. */
#define MOST_FIGURE 9999

/* --- finding muscles -------------------------------------------------------------------------------------- */

typedef enum
{
  MATCH_WHOLE,
  MATCH_BEGINNING,
  MATCH_WORDS,
  MATCH_WHOLE_MISTAKEN,
  MATCH_WORDS_MISTAKEN,
  MATCH_NONE,
} Match;

static gboolean
is_whole_with_one_mistake (const char *name, const char *typed)
{
  gsize length = strlen (name), typed_length = strlen (typed);

  return typed_length + 1 >= length && length + 1 >= typed_length && smr_fold_begins_nearly (name, typed);
}

static Match
match_name (const char *name, const char *typed, const char * const *query)
{
  g_autofree char *folded = smr_fold (name);

  if (g_str_equal (folded, typed))
    return MATCH_WHOLE;
  if (g_str_has_prefix (folded, typed))
    return MATCH_BEGINNING;
  if (smr_fold_matches (folded, query))
    return MATCH_WORDS;
  if (is_whole_with_one_mistake (folded, typed))
    return MATCH_WHOLE_MISTAKEN;
  return smr_fold_matches_nearly (folded, query) ? MATCH_WORDS_MISTAKEN : MATCH_NONE;
}

static void
improve (Match *best, const SmrText *name, const char *language, const char *typed, const char * const *query)
{
  const char *own = smr_text_get (name, language), *english = smr_text_get (name, NULL);

  *best = MIN (*best, match_name (own, typed, query));
  if (own != english)
    *best = MIN (*best, match_name (english, typed, query));
}

static Match
match_muscle (const SmrMuscle *muscle, const char *language, const char *typed, const char * const *query)
{
  g_autofree char *id = smr_fold (muscle->id);
  Match best = g_str_equal (id, typed) ? MATCH_WHOLE : MATCH_NONE;

  improve (&best, muscle->name, language, typed, query);
  improve (&best, muscle->plain_name, language, typed, query);
  improve (&best, muscle->anatomical_name, language, typed, query);
  for (guint i = 0; i < muscle->synonyms->len; i++)
    improve (&best, g_ptr_array_index (muscle->synonyms, i), language, typed, query);
  return best;
}

GPtrArray *
smr_muscles_search (SmrCatalogue *catalogue, const char *language, const char *text)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *typed = smr_fold (text);
  g_auto (GStrv) query = smr_fold_words (text);
  g_autofree Match *matches = g_new (Match, muscles->len + 1);
  Match best = MATCH_NONE;

  if (*typed == '\0')
    return found;
  for (guint i = 0; i < muscles->len; i++)
    {
      matches[i] = match_muscle (g_ptr_array_index (muscles, i), language, typed, (const char * const *) query);
      best = MIN (best, matches[i]);
    }
  /* Mistakes are only looked for when nothing is spelt like this. */
  for (Match match = MATCH_WHOLE; match < MATCH_NONE; match++)
    {
      for (guint i = 0; i < muscles->len && (match <= MATCH_WORDS || best > MATCH_WORDS); i++)
        {
          if (matches[i] == match)
            g_ptr_array_add (found, g_ptr_array_index (muscles, i));
        }
    }
  return found;
}

/* --- the words behind a muscle ------------------------------------------------------------------------------ */

static gboolean
parse_side (const char *word, SmrSide *side)
{
  static const struct
  {
    const char *word;
    SmrSide     side;
  } words[] = {
    { "l", SMR_SIDE_LEFT }, { "left", SMR_SIDE_LEFT },
    { "r", SMR_SIDE_RIGHT }, { "right", SMR_SIDE_RIGHT },
    { "b", SMR_SIDE_BOTH }, { "both", SMR_SIDE_BOTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (words[i].word, word) == 0)
        {
          *side = words[i].side;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
parse_role (const char *word, SmrRole *role)
{
  if (g_ascii_strcasecmp (word, "over") == 0 || g_ascii_strcasecmp (word, "overactive") == 0)
    *role = SMR_ROLE_OVERACTIVE;
  else if (g_ascii_strcasecmp (word, "under") == 0 || g_ascii_strcasecmp (word, "underactive") == 0)
    *role = SMR_ROLE_UNDERACTIVE;
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_figure (const char **text, int *figure)
{
  char *end;
  guint64 value = g_ascii_strtoull (*text, &end, 10);

  if (end == *text || !g_ascii_isdigit (**text) || value == 0 || value > MOST_FIGURE)
    return FALSE;
  *figure = (int) value;
  *text = end;
  return TRUE;
}

/* "2x30s", "30s", "2x12" */
static gboolean
parse_dose (const char *word, SmrShorthand *part)
{
  int first, second;
  gboolean twice = FALSE;

  if (!parse_figure (&word, &first))
    return FALSE;
  if (*word == 'x' || *word == 'X')
    {
      word++;
      twice = TRUE;
      if (!parse_figure (&word, &second))
        return FALSE;
    }
  if (g_ascii_strcasecmp (word, "s") == 0 || g_ascii_strcasecmp (word, "sec") == 0)
    {
      part->times = twice ? first : 1;
      part->hold_seconds = twice ? second : first;
      part->reps = 0;
      return TRUE;
    }
  if (*word != '\0' || !twice)
    return FALSE;
  part->times = first;
  part->reps = second;
  part->hold_seconds = 0;
  return TRUE;
}

/* --- the line --------------------------------------------------------------------------------------------- */

static char *
join (char **words, guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) some = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, words[i]);
  some = g_strv_builder_end (builder);
  return g_strjoinv (" ", some);
}

/* The words in front that name a muscle, as many as possible. */
static guint
take_muscle (SmrCatalogue *catalogue, const char *language, char **words, const SmrMuscle **muscle)
{
  for (guint n = g_strv_length (words); n > 0; n--)
    {
      g_autofree char *name = join (words, n);
      g_autoptr (GPtrArray) found = smr_muscles_search (catalogue, language, name);

      if (found->len > 0)
        {
          *muscle = g_ptr_array_index (found, 0);
          return n;
        }
    }
  return 0;
}

/* How many words at the end are sides, doses and roles; they are taken into @part. */
static guint
count_words_behind (char **words, SmrShorthand *part, SmrSide *side)
{
  guint n = g_strv_length (words);
  guint behind = 0;

  while (behind + 1 < n)
    {
      const char *word = words[n - behind - 1];

      if (!parse_side (word, side) && !parse_role (word, &part->role) && !parse_dose (word, part))
        break;
      behind++;
    }
  return behind;
}

static GStrv
split_words (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) split = g_strsplit_set (text, " \t", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      if (*split[i] != '\0')
        g_strv_builder_add (builder, split[i]);
    }
  return g_strv_builder_end (builder);
}

char *
smr_shorthand_dup_last_name (const char *line)
{
  g_auto (GStrv) parts = g_strsplit_set (line, ",;", -1);
  guint n_parts = g_strv_length (parts);
  g_auto (GStrv) words = split_words (n_parts > 0 ? parts[n_parts - 1] : "");
  SmrShorthand part = { 0 };
  SmrSide side = SMR_SIDE_NONE;

  return join (words, g_strv_length (words) - count_words_behind (words, &part, &side));
}

static gboolean
parse_part (SmrCatalogue *catalogue, const char *language, const char *text, SmrRole role, SmrShorthand *part, GError **error)
{
  g_auto (GStrv) words = split_words (text);
  g_auto (GStrv) front = NULL;
  SmrSide side = SMR_SIDE_NONE;
  guint n, named;

  *part = (SmrShorthand) { .role = role };
  n = g_strv_length (words) - count_words_behind (words, part, &side);
  front = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    front[i] = g_strdup (words[i]);

  named = take_muscle (catalogue, language, front, &part->muscle);
  if (named == 0)
    {
      g_autofree char *name = join (front, n);

      g_set_error_literal (error, SMR_SHORTHAND_ERROR, SMR_SHORTHAND_ERROR_MUSCLE, name);
      return FALSE;
    }
  if (named < n)
    {
      g_set_error_literal (error, SMR_SHORTHAND_ERROR, SMR_SHORTHAND_ERROR_WORD, front[named]);
      return FALSE;
    }
  if (!part->muscle->paired && (side == SMR_SIDE_LEFT || side == SMR_SIDE_RIGHT))
    {
      g_autofree char *name = join (front, n);

      g_set_error_literal (error, SMR_SHORTHAND_ERROR, SMR_SHORTHAND_ERROR_SIDE, name);
      return FALSE;
    }
  part->side = !part->muscle->paired ? SMR_SIDE_MIDLINE : side != SMR_SIDE_NONE ? side : SMR_SIDE_BOTH;
  return TRUE;
}

GArray *
smr_shorthand_parse (SmrCatalogue *catalogue, const char *language, const char *line, SmrRole role, GError **error)
{
  g_auto (GStrv) texts = g_strsplit_set (line, ",;", -1);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SmrShorthand));
  guint named = 0;

  for (guint i = 0; texts[i] != NULL; i++)
    named += *g_strstrip (texts[i]) != '\0';
  if (named > SMR_SHORTHAND_MOST)
    {
      g_set_error (error, SMR_SHORTHAND_ERROR, SMR_SHORTHAND_ERROR_TOO_MANY, "%u", named);
      return NULL;
    }
  for (guint i = 0; texts[i] != NULL; i++)
    {
      SmrShorthand part;

      if (*texts[i] == '\0')
        continue;
      if (!parse_part (catalogue, language, texts[i], role, &part, error))
        return NULL;
      g_array_append_val (parts, part);
    }
  return g_steal_pointer (&parts);
}
