#include "smr-planner.h"

#include "smr-choice.h"

/* The second half of why an item is there: why this exercise, why this dose. */

static SmrMessage *
new_message (SmrCatalogue *catalogue, const char *text_id)
{
  return smr_message_new (smr_catalogue_get_text (catalogue, text_id));
}

static const char *
get_level_text (SmrLevel level)
{
  switch (level)
    {
    case SMR_LEVEL_BEGINNER:
      return "why_dose_beginner";
    case SMR_LEVEL_INTERMEDIATE:
      return "why_dose_intermediate";
    case SMR_LEVEL_ADVANCED:
      return "why_dose_advanced";
    }
  g_assert_not_reached ();
}

static SmrMessage *
explain_dose (const SmrItem *item, const SmrExercise *exercise, SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request)
{
  SmrSide side = smr_item_side_get_sides (item->side);
  SmrDose usual;

  smr_dose_for (&usual, catalogue, screening, exercise, request->level, side);
  if (!smr_dose_equal (&usual, &item->dose))
    return new_message (catalogue, request->minutes > 0 ? "why_dose_shortened" : "why_dose_changed");
  if (smr_exercise_is_gentle (catalogue, screening, exercise, side))
    return new_message (catalogue, "why_dose_gentle");
  return new_message (catalogue, exercise->own_dose ? "why_dose_own" : get_level_text (request->level));
}

/* The exercises that would come before this one for the same muscles: the first that is refused, and whether one is not. */
static const SmrExercise *
find_better (const SmrChooser *chooser, const SmrItem *item, const SmrExercise *exercise, gboolean *permitted)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (chooser->catalogue);
  g_autoptr (GPtrArray) muscles = smr_item_get_muscles (item);
  const SmrMuscle *muscle = smr_catalogue_find_muscle (chooser->catalogue, g_ptr_array_index (muscles, 0));
  SmrSide sides = smr_item_side_get_sides (item->side);
  const SmrExercise *refused = NULL;

  *permitted = FALSE;
  for (guint i = 0; muscle != NULL && i < exercises->len; i++)
    {
      const SmrExercise *other = g_ptr_array_index (exercises, i);
      int difference;

      if (other->own || other->phase != item->phase || other == exercise || !smr_exercise_serves (other, muscles))
        continue;
      difference = smr_chooser_compare (chooser, other, exercise, muscle, sides);
      if (difference > 0 || (difference == 0 && other->index > exercise->index))
        continue;
      if (smr_chooser_may_use (chooser, other, sides))
        *permitted = TRUE;
      else if (refused == NULL)
        refused = other;
    }
  return refused;
}

static SmrMessage *
explain_choice (const SmrItem *item, const SmrExercise *exercise, const SmrChooser *chooser)
{
  gboolean permitted;
  const SmrExercise *refused = find_better (chooser, item, exercise, &permitted);
  g_autoptr (SmrMessage) refusal = NULL;
  SmrMessage *choice;

  if (item->phase == SMR_PHASE_INTEGRATE)
    return new_message (chooser->catalogue, "why_integrate");
  if (permitted)
    return new_message (chooser->catalogue, "why_chosen");
  if (refused != NULL)
    refusal = smr_exercise_check (chooser->catalogue, chooser->screening, refused, smr_item_side_get_sides (item->side), chooser->request, NULL);
  if (refusal == NULL)
    return new_message (chooser->catalogue, "why_first");
  choice = smr_message_set_text (new_message (chooser->catalogue, "why_instead"), "exercise", refused->name);
  return smr_message_add_message (choice, "refusal", g_steal_pointer (&refusal));
}

char *
smr_item_dup_why (const SmrItem *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const char *language, SmrDateFunc dates)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, self->exercise);
  g_autofree char *reason = smr_item_dup_reason (self, catalogue, language);
  g_auto (SmrChooser) chooser = { 0 };
  g_autoptr (SmrMessage) why = NULL;

  if (exercise == NULL || self->served->len == 0)
    return g_steal_pointer (&reason);

  smr_chooser_init (&chooser, catalogue, screening, request);
  why = smr_message_set_string (new_message (catalogue, "why"), "reason", reason);
  smr_message_add_message (why, "dose", explain_dose (self, exercise, catalogue, screening, request));
  smr_message_add_message (why, "choice", explain_choice (self, exercise, &chooser));
  return smr_message_format_dated (why, language, dates);
}
