#include "config.h"

#include "smr-exercise-words.h"

#include <glib/gi18n.h>

#include "smr-routine-words.h"

const char *
smr_position_get_label (SmrPosition position)
{
  switch (position)
    {
    case SMR_POSITION_STANDING:
      return _("Standing");
    case SMR_POSITION_WALL:
      return _("At a wall");
    case SMR_POSITION_SEATED:
      return _("Sitting");
    case SMR_POSITION_KNEELING:
      return _("Kneeling");
    case SMR_POSITION_PRONE:
      return _("Lying on the front");
    case SMR_POSITION_SIDE_LYING:
      return _("Lying on the side");
    case SMR_POSITION_SUPINE:
      return _("Lying on the back");
    }
  g_return_val_if_reached ("");
}

const char *
smr_difficulty_get_label (int difficulty)
{
  if (difficulty <= 1)
    return C_("difficulty", "Easy");
  return difficulty == 2 ? C_("difficulty", "Medium") : C_("difficulty", "Hard");
}

const char *
smr_tool_get_label (SmrCatalogue *catalogue, const char *tool, const char *language)
{
  const SmrTool *found = smr_catalogue_find_tool (catalogue, tool);

  if (found != NULL)
    return smr_text_get (found->name, language);
  if (g_str_equal (tool, "roller"))
    return _("Roller");
  return g_str_equal (tool, "ball") ? _("Ball") : NULL;
}

static void
add_name (GString *names, const char *name)
{
  if (name == NULL)
    return;
  if (names->len > 0)
    g_string_append (names, ", ");
  g_string_append (names, name);
}

char *
smr_exercise_dup_muscles (SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; exercise->targets[i] != NULL; i++)
    add_name (names, smr_text_get (smr_catalogue_find_muscle (catalogue, exercise->targets[i])->plain_name, language));
  return g_string_free (names, FALSE);
}

char *
smr_exercise_dup_tools (SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < exercise->needs->len; i++)
    add_name (names, smr_tool_get_label (catalogue, g_array_index (exercise->needs, SmrNeed, i).tool, language));
  return g_string_free (names, FALSE);
}

char *
smr_exercise_dup_dose (const SmrExercise *exercise)
{
  g_autoptr (SmrItem) item = smr_item_new (exercise->phase, exercise->id);

  item->side = exercise->unilateral ? SMR_ITEM_SIDE_EACH : SMR_ITEM_SIDE_TOGETHER;
  item->dose.sets = exercise->sets;
  item->dose.reps = exercise->reps;
  item->dose.hold_seconds = exercise->hold_seconds;
  item->dose.tempo = exercise->tempo;
  return smr_item_dup_dose_label (item);
}
