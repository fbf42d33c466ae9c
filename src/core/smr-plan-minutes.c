#include "smr-plan-builder.h"
#include "smr-timing.h"

/* The budget of minutes: what goes first is said in smr-planner.h. */

static gboolean
fits (const SmrRoutine *routine)
{
  SmrTotals totals;

  smr_routine_get_totals (routine, &totals);
  return totals.seconds <= routine->minutes * 60;
}

static void
drop_item (SmrPlan *plan, guint index, SmrMessage *text)
{
  SmrDropped *dropped = g_new0 (SmrDropped, 1);

  dropped->item = g_ptr_array_steal_index (plan->routine->items, index);
  dropped->text = smr_message_set_int (text, "minutes", plan->routine->minutes);
  g_ptr_array_add (plan->dropped, dropped);
}

static void
drop_integration (SmrPlan *plan, SmrCatalogue *catalogue)
{
  for (guint i = plan->routine->items->len; i > 0; i--)
    {
      const SmrItem *item = g_ptr_array_index (plan->routine->items, i - 1);

      if (item->phase == SMR_PHASE_INTEGRATE)
        drop_item (plan, i - 1, smr_message_new (smr_catalogue_get_text (catalogue, "dropped_integrate")));
    }
}

/* --- shorter doses ---------------------------------------------------------------------------------------- */

static void
drop_second_rounds (SmrRoutine *routine)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      SmrItem *item = g_ptr_array_index (routine->items, i);

      item->dose.sets = 1;
      if (item->phase == SMR_PHASE_LENGTHEN)
        item->dose.reps = 1;
    }
}

static void
shorten_doses (SmrRoutine *routine, const SmrChooser *chooser)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      SmrItem *item = g_ptr_array_index (routine->items, i);
      const SmrExercise *exercise = smr_catalogue_find_exercise (chooser->catalogue, item->exercise);
      SmrDose *dose = &item->dose;
      SmrDoseRange range;

      /* A catalogue may have lost what a stored routine names; the gate says so. */
      if (exercise == NULL)
        continue;
      smr_dose_get_range (&range, chooser->catalogue, chooser->screening, exercise, routine->level, smr_item_side_get_sides (item->side));
      dose->reps = MIN (dose->reps, range.least.reps);
      dose->search_seconds = MIN (dose->search_seconds, range.least.search_seconds);
      /* How long a repetition is held belongs to the exercise, not to the dose. */
      if (item->phase <= SMR_PHASE_LENGTHEN)
        dose->hold_seconds = MIN (dose->hold_seconds, range.least.hold_seconds);
    }
}

/* --- whole muscles ---------------------------------------------------------------------------------------- */

/* The picked muscle in whose name an item serves. */
static const char *
get_name (const SmrServed *served)
{
  return served->because != NULL ? served->because : served->muscle;
}

static gboolean
is_named (const SmrItem *item, const char *muscle)
{
  for (guint i = 0; i < item->served->len; i++)
    {
      if (get_name (g_ptr_array_index (item->served, i)) == muscle)
        return TRUE;
    }
  return FALSE;
}

/* In how many phases, then by how many items a muscle is served: what has a whole trio stays longest. */
static int
weigh (const SmrRoutine *routine, const char *muscle)
{
  gboolean phases[SMR_N_PHASES] = { FALSE };
  int items = 0;

  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      if (is_named (item, muscle))
        {
          phases[item->phase] = TRUE;
          items++;
        }
    }
  return (phases[0] + phases[1] + phases[2] + phases[3]) * 1000 + items;
}

/* Which of two muscles goes before the other. */
static gboolean
goes_before (const SmrRoutine *routine, const SmrMuscle *a, const SmrMuscle *b)
{
  int weight_a = weigh (routine, a->id), weight_b = weigh (routine, b->id);

  if (weight_a != weight_b)
    return weight_a < weight_b;
  if (a->order != b->order)
    return a->order > b->order;
  return a->index > b->index;
}

/* The muscle to go next; NULL when only one is left. */
static const SmrMuscle *
find_least_named (const SmrRoutine *routine, SmrCatalogue *catalogue)
{
  const SmrMuscle *least = NULL;
  gboolean several = FALSE;

  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      for (guint j = 0; j < item->served->len; j++)
        {
          const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, get_name (g_ptr_array_index (item->served, j)));

          if (muscle == NULL)
            continue;
          several |= least != NULL && least != muscle;
          if (least == NULL || goes_before (routine, muscle, least))
            least = muscle;
        }
    }
  return several ? least : NULL;
}

/* What is left of an item decides over its sides. */
static void
fit_side (SmrItem *item, SmrCatalogue *catalogue)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, item->exercise);
  SmrSide sides = SMR_SIDE_NONE;

  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);

      sides |= served->side == SMR_SIDE_MIDLINE ? SMR_SIDE_BOTH : served->side;
    }
  if (exercise != NULL)
    item->side = smr_exercise_get_item_side (exercise, sides);
}

/* Takes the item out of the name of @muscle; FALSE, and nothing changed, if it serves nobody else. */
static gboolean
unname (SmrItem *item, const char *muscle, SmrCatalogue *catalogue)
{
  gboolean shared = FALSE;

  for (guint i = 0; i < item->served->len; i++)
    shared |= get_name (g_ptr_array_index (item->served, i)) != muscle;
  if (!shared)
    return FALSE;
  for (guint i = item->served->len; i > 0; i--)
    {
      if (get_name (g_ptr_array_index (item->served, i - 1)) == muscle)
        g_ptr_array_remove_index (item->served, i - 1);
    }
  fit_side (item, catalogue);
  return TRUE;
}

static void
drop_muscle (SmrPlan *plan, const SmrMuscle *muscle, SmrCatalogue *catalogue)
{
  for (guint i = plan->routine->items->len; i > 0; i--)
    {
      SmrItem *item = g_ptr_array_index (plan->routine->items, i - 1);

      if (!is_named (item, muscle->id) || unname (item, muscle->id, catalogue))
        continue;
      drop_item (plan, i - 1, smr_message_set_text (smr_message_new (smr_catalogue_get_text (catalogue, "dropped_muscle")), "muscle", muscle->name));
    }
}

/* --- the budget ------------------------------------------------------------------------------------------- */

static void
say_shortened (SmrPlan *plan, SmrPlanBuilder *builder)
{
  SmrNotice *notice = smr_plan_builder_add_notice (builder, SMR_NOTICE_SHORTENED, SMR_PHASE_INHIBIT, NULL, SMR_SIDE_NONE);

  smr_message_set_int (notice->text, "minutes", plan->routine->minutes);
}

static void
say_over_budget (SmrPlan *plan, SmrPlanBuilder *builder)
{
  SmrNotice *notice = smr_plan_builder_add_notice (builder, SMR_NOTICE_OVER_BUDGET, SMR_PHASE_INHIBIT, NULL, SMR_SIDE_NONE);
  SmrTotals totals;

  smr_routine_get_totals (plan->routine, &totals);
  smr_message_set_int (notice->text, "minutes", plan->routine->minutes);
  smr_message_set_int (notice->text, "needed", smr_seconds_to_minutes (totals.seconds));
}

void
smr_plan_fit_minutes (SmrPlan *plan, SmrPlanBuilder *builder)
{
  SmrCatalogue *catalogue = builder->chooser.catalogue;
  g_autoptr (SmrRoutine) whole = NULL;
  const SmrMuscle *muscle;

  if (fits (plan->routine))
    return;
  drop_integration (plan, catalogue);
  if (fits (plan->routine))
    return;

  whole = smr_routine_copy (plan->routine);
  drop_second_rounds (plan->routine);
  if (!fits (plan->routine))
    shorten_doses (plan->routine, &builder->chooser);
  if (!smr_routine_equal (plan->routine, whole))
    say_shortened (plan, builder);

  while (!fits (plan->routine) && (muscle = find_least_named (plan->routine, catalogue)) != NULL)
    drop_muscle (plan, muscle, catalogue);
  if (!fits (plan->routine))
    say_over_budget (plan, builder);
}
