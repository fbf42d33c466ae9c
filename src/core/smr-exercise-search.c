#include "smr-exercise-search.h"

#include "smr-fold.h"

static void
add_text (GString *words, const SmrText *text, const char *language)
{
  const char *own = smr_text_get (text, language), *english = smr_text_get (text, NULL);

  g_string_append_printf (words, " %s", own);
  if (own != english)
    g_string_append_printf (words, " %s", english);
}

static void
add_muscle (GString *words, const SmrMuscle *muscle, const char *language)
{
  add_text (words, muscle->name, language);
  add_text (words, muscle->plain_name, language);
  add_text (words, muscle->anatomical_name, language);
  for (guint i = 0; i < muscle->synonyms->len; i++)
    add_text (words, g_ptr_array_index (muscle->synonyms, i), language);
}

/* Any tool of the kind will do, so each of them finds it. */
static void
add_need (GString *words, SmrCatalogue *catalogue, const SmrNeed *need, const char *language)
{
  GPtrArray *tools = smr_catalogue_get_tools (catalogue);

  for (guint i = 0; i < tools->len; i++)
    {
      const SmrTool *tool = g_ptr_array_index (tools, i);

      if (g_str_equal (tool->id, need->tool) || g_str_equal (tool->kind, need->tool))
        add_text (words, tool->name, language);
    }
}

char *
smr_exercise_dup_words (SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language)
{
  g_autoptr (GString) words = g_string_new (NULL);

  add_text (words, exercise->name, language);
  for (guint i = 0; exercise->targets[i] != NULL; i++)
    add_muscle (words, smr_catalogue_find_muscle (catalogue, exercise->targets[i]), language);
  for (guint i = 0; i < exercise->needs->len; i++)
    add_need (words, catalogue, &g_array_index (exercise->needs, SmrNeed, i), language);
  return smr_fold (words->str);
}
