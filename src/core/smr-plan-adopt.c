#include "smr-plan-merge.h"
#include "smr-planner.h"

/* The exercise may be given, with whichever tool is permitted, and the dose is one that may be given. */
static gboolean
make_permitted (SmrItem *item, SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, item->exercise);
  SmrSide side = smr_item_side_get_sides (item->side);
  g_autoptr (SmrMessage) refusal = NULL;
  g_autoptr (SmrMessage) dose = NULL;

  if (exercise == NULL)
    return FALSE;
  refusal = smr_exercise_check (catalogue, screening, exercise, side, request, &item->tool);
  if (refusal != NULL)
    return FALSE;
  dose = smr_dose_check (&item->dose, catalogue, screening, exercise, request->level, side);
  if (dose != NULL)
    smr_dose_for (&item->dose, catalogue, screening, exercise, request->level, side);
  return TRUE;
}

SmrRoutine *
smr_plan_adopt (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrRoutine *planned, const SmrRoutine *edited)
{
  g_autoptr (SmrPlan) plan = smr_plan_new (catalogue, screening, request);
  SmrRoutine *adopted = smr_plan_merge (planned, edited, plan->routine);

  for (guint i = adopted->items->len; i > 0; i--)
    {
      if (!make_permitted (g_ptr_array_index (adopted->items, i - 1), catalogue, screening, request))
        g_ptr_array_remove_index (adopted->items, i - 1);
    }
  return adopted;
}
