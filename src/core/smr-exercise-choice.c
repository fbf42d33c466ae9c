#include "smr-exercise-choice.h"

#include "smr-choice.h"

void
smr_choice_free (SmrChoice *self)
{
  g_clear_pointer (&self->refusal, smr_message_free);
  g_free (self);
}

/* --- what speaks against it ------------------------------------------------------------------------------- */

static SmrMessage *
check_in_plan (const SmrChooser *chooser, const SmrRoutine *routine, const SmrExercise *exercise)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      if (item->phase == exercise->phase && item->exercise == exercise->id)
        return smr_message_new (smr_catalogue_get_text (chooser->catalogue, "choice_in_plan"));
    }
  return NULL;
}

static SmrMessage *
check_overactive (const SmrChooser *chooser, const SmrExercise *exercise, SmrSide sides)
{
  const SmrMuscle *muscle = smr_chooser_find_trained_overactive (chooser, exercise, sides);

  if (muscle == NULL)
    return NULL;
  return smr_message_set_text (smr_message_new (smr_catalogue_get_text (chooser->catalogue, "choice_overactive")), "muscle", muscle->name);
}

static SmrMessage *
check_sides (const SmrChooser *chooser, const SmrExercise *exercise, SmrSide sides)
{
  SmrMessage *refusal = check_overactive (chooser, exercise, sides);

  if (refusal == NULL)
    refusal = smr_exercise_check (chooser->catalogue, chooser->screening, exercise, sides, chooser->request, NULL);
  return refusal;
}

static SmrChoice *
choice_new (const SmrChooser *chooser, const SmrRoutine *routine, const SmrExercise *exercise, SmrSide sides)
{
  SmrChoice *self = g_new0 (SmrChoice, 1);

  self->exercise = exercise;
  self->kind = SMR_CHOICE_OTHER;
  self->refusal = check_in_plan (chooser, routine, exercise);
  if (self->refusal == NULL)
    self->refusal = check_sides (chooser, exercise, sides);
  self->sides = self->refusal == NULL ? sides : SMR_SIDE_NONE;
  return self;
}

/* What must not be done on both sides may be left on one. */
static void
try_one_side (SmrChoice *self, const SmrChooser *chooser, const SmrRoutine *routine)
{
  static const SmrSide each[] = { SMR_SIDE_LEFT, SMR_SIDE_RIGHT };
  g_autoptr (SmrMessage) in_plan = check_in_plan (chooser, routine, self->exercise);

  for (guint i = 0; self->refusal != NULL && in_plan == NULL && self->exercise->unilateral && i < G_N_ELEMENTS (each); i++)
    {
      g_autoptr (SmrMessage) refusal = check_sides (chooser, self->exercise, each[i]);

      if (refusal == NULL)
        {
          self->sides = each[i];
          g_clear_pointer (&self->refusal, smr_message_free);
        }
    }
}

/* --- in order --------------------------------------------------------------------------------------------- */

typedef struct
{
  const SmrChooser *chooser;
  const SmrMuscle  *muscle;    /* (nullable): no purpose but the phase */
  SmrSide           sides;
} Ordering;

static int
compare_choices (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SmrChoice *first = a, *second = b;
  const Ordering *ordering = user_data;
  int difference = 0;

  if ((first->refusal != NULL) != (second->refusal != NULL))
    return first->refusal != NULL ? 1 : -1;
  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  if (ordering->muscle != NULL)
    difference = smr_chooser_compare (ordering->chooser, first->exercise, second->exercise, ordering->muscle, ordering->sides);
  return difference != 0 ? difference : (int) first->exercise->index - (int) second->exercise->index;
}

GPtrArray *
smr_choices_for_item (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrRoutine *routine, const SmrItem *item)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_choice_free);
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  const SmrExercise *current = smr_catalogue_find_exercise (catalogue, item->exercise);
  g_autoptr (GPtrArray) muscles = smr_item_get_muscles (item);
  SmrSide sides = smr_item_side_get_sides (item->side);
  g_auto (SmrChooser) chooser = { 0 };
  Ordering ordering;

  g_return_val_if_fail (muscles->len > 0, choices);

  smr_chooser_init (&chooser, catalogue, screening, request);
  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);
      SmrChoice *choice;

      if (exercise->phase != item->phase || exercise == current || !smr_exercise_serves (exercise, muscles))
        continue;
      choice = choice_new (&chooser, routine, exercise, sides);
      if (current != NULL && exercise->id == current->easier)
        choice->kind = SMR_CHOICE_EASIER;
      else if (current != NULL && exercise->id == current->harder)
        choice->kind = SMR_CHOICE_HARDER;
      g_ptr_array_add (choices, choice);
    }
  ordering = (Ordering) { &chooser, smr_catalogue_find_muscle (catalogue, g_ptr_array_index (muscles, 0)), sides };
  g_ptr_array_sort_values_with_data (choices, compare_choices, &ordering);
  return choices;
}

GPtrArray *
smr_choices_for_phase (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrRoutine *routine, SmrPhase phase)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_choice_free);
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  g_auto (SmrChooser) chooser = { 0 };
  Ordering ordering = { 0 };

  smr_chooser_init (&chooser, catalogue, screening, request);
  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);
      SmrChoice *choice;

      if (exercise->phase != phase)
        continue;
      choice = choice_new (&chooser, routine, exercise, SMR_SIDE_BOTH);
      try_one_side (choice, &chooser, routine);
      g_ptr_array_add (choices, choice);
    }
  g_ptr_array_sort_values_with_data (choices, compare_choices, &ordering);
  return choices;
}

SmrItem *
smr_item_new_by_hand (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrExercise *exercise, SmrSide sides)
{
  const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, exercise->targets[0]);
  SmrItem *item = smr_item_new (exercise->phase, exercise->id);
  g_autoptr (SmrMessage) refusal = smr_exercise_check (catalogue, screening, exercise, sides, request, &item->tool);

  item->side = smr_exercise_get_item_side (exercise, sides);
  smr_dose_for (&item->dose, catalogue, screening, exercise, request->level, sides);
  smr_item_add_served (item, muscle->id, muscle->id, smr_muscle_say_side (muscle, sides), NULL);
  return item;
}
