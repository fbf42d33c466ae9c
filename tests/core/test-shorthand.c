#include "smr-catalogue-reader.h"
#include "smr-shorthand.h"

static SmrCatalogue *catalogue;

/* "gastrocnemius left over 2x30s, ..." */
static char *
describe (const GArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const SmrShorthand *part = &g_array_index (parts, SmrShorthand, i);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "", part->muscle->id, smr_side_to_string (part->side),
                              part->role == SMR_ROLE_OVERACTIVE ? "over" : "under");
      if (part->hold_seconds > 0)
        g_string_append_printf (text, " %dx%ds", part->times, part->hold_seconds);
      else if (part->reps > 0)
        g_string_append_printf (text, " %dx%d", part->times, part->reps);
    }
  return g_string_free (text, FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *line;
    const char *meaning;
  } cases[] = {
    { "calves l 2x30s, lats, glute med under", "gastrocnemius left over 2x30s, latissimus_dorsi both over, gluteus_medius both under" },
    { "", "" },
    { " , ,", "" },
    { "calves", "gastrocnemius both over" },
    { "gastroc r", "gastrocnemius right over" },
    { "Gastrocnemius RIGHT", "gastrocnemius right over" },
    { "lats b over", "latissimus_dorsi both over" },
    { "quads", "quadriceps both over" },
    { "pecs l", "pectoralis_major left over" },
    { "front of hip", "hip_flexors both over" },
    { "side of hip under", "gluteus_medius both under" },
    { "glute max under 2x12 l", "gluteus_maximus left under 2x12" },
    { "calves 30s l", "gastrocnemius left over 1x30s" },
    { "calves;lats", "gastrocnemius both over, latissimus_dorsi both over" },
    { "  calves\tl  ", "gastrocnemius left over" },
    /* one wrong letter: another, missing, too many, swapped */
    { "calfes", "gastrocnemius both over" },
    { "gastrocemius", "gastrocnemius both over" },
    { "pirriformis", "piriformis both over" },
    { "hamstirngs r", "hamstrings right over" },
    { "latz", "latissimus_dorsi both over" },
    /* begun only */
    { "hamst", "hamstrings both over" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) parts = smr_shorthand_parse (catalogue, "en", cases[i].line, SMR_ROLE_OVERACTIVE, &error);
      g_autofree char *meaning = NULL;

      g_test_message ("\"%s\"", cases[i].line);
      g_assert_no_error (error);
      meaning = describe (parts);
      g_assert_cmpstr (meaning, ==, cases[i].meaning);
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char       *line;
    SmrShorthandError code;
    const char       *words;
  } cases[] = {
    { "calves, elbow grease, lats", SMR_SHORTHAND_ERROR_MUSCLE, "elbow grease" },
    { "xyz", SMR_SHORTHAND_ERROR_MUSCLE, "xyz" },
    { "calves lefft", SMR_SHORTHAND_ERROR_WORD, "lefft" },
    { "calves 0x30s", SMR_SHORTHAND_ERROR_WORD, "0x30s" },
    { "calves 2x", SMR_SHORTHAND_ERROR_WORD, "2x" },
    { "calves -3", SMR_SHORTHAND_ERROR_WORD, "-3" },
    { "calves 99999s", SMR_SHORTHAND_ERROR_WORD, "99999s" },
    { "abs l", SMR_SHORTHAND_ERROR_SIDE, "abs" },
    { "2x30s", SMR_SHORTHAND_ERROR_MUSCLE, "2x30s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) parts = smr_shorthand_parse (catalogue, "en", cases[i].line, SMR_ROLE_OVERACTIVE, &error);

      g_test_message ("\"%s\"", cases[i].line);
      g_assert_null (parts);
      g_assert_error (error, SMR_SHORTHAND_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].words);
    }
}

static void
test_too_many (void)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) parts = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (line, "calves, ");
  parts = smr_shorthand_parse (catalogue, "en", line->str, SMR_ROLE_OVERACTIVE, &error);
  g_assert_null (parts);
  g_assert_error (error, SMR_SHORTHAND_ERROR, SMR_SHORTHAND_ERROR_TOO_MANY);
  g_assert_cmpstr (error->message, ==, "200");
}

/* Every name of every muscle leads to it or to one that is called the same. */
static void
test_every_name (void)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint j = 0; j < muscle->synonyms->len; j++)
        {
          const char *name = smr_text_get (g_ptr_array_index (muscle->synonyms, j), "en");
          g_autoptr (GPtrArray) found = smr_muscles_search (catalogue, "en", name);

          g_test_message ("%s", name);
          g_assert_true (g_ptr_array_find (found, muscle, NULL));
          g_assert_true (g_ptr_array_index (found, 0) == smr_catalogue_lookup_muscle (catalogue, name));
        }
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/shorthand/lines-become-fields", test_lines);
  g_test_add_func ("/shorthand/what-is-not-understood-is-named", test_errors);
  g_test_add_func ("/shorthand/two-hundred-muscles-are-too-many", test_too_many);
  g_test_add_func ("/shorthand/every-name-leads-to-its-muscle", test_every_name);

  status = g_test_run ();
  smr_catalogue_unref (catalogue);
  return status;
}
