#include "smr-plan-merge.h"

/* A plan has one entry for an exercise in a phase (rule R10), which is how the three plans are laid side by side. */
static SmrItem *
find_exercise (const SmrRoutine *routine, const SmrItem *like)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      SmrItem *item = g_ptr_array_index (routine->items, i);

      if (item->phase == like->phase && item->exercise == like->exercise)
        return item;
    }
  return NULL;
}

static gboolean
serve_the_same (const SmrItem *a, const SmrItem *b)
{
  if (a->phase != b->phase || a->served->len != b->served->len)
    return FALSE;
  for (guint i = 0; i < a->served->len; i++)
    {
      const SmrServed *first = g_ptr_array_index (a->served, i);
      const SmrServed *second = g_ptr_array_index (b->served, i);

      if (first->muscle != second->muscle || first->because != second->because || first->side != second->side)
        return FALSE;
    }
  return TRUE;
}

/* What the trainer took instead of @planned: serves the same, and no rule put it there. */
static SmrItem *
find_swapped (const SmrRoutine *before, const SmrRoutine *edited, const SmrItem *planned)
{
  for (guint i = 0; i < edited->items->len; i++)
    {
      SmrItem *item = g_ptr_array_index (edited->items, i);

      if (serve_the_same (item, planned) && find_exercise (before, item) == NULL)
        return item;
    }
  return NULL;
}

static SmrSide
get_picked_sides (const GArray *picks, const char *muscle)
{
  SmrSide sides = SMR_SIDE_NONE;

  for (guint i = 0; i < picks->len; i++)
    {
      const SmrPick *pick = &g_array_index (picks, SmrPick, i);

      if (pick->muscle == muscle)
        sides |= pick->side;
    }
  return sides;
}

static gboolean
is_newly_picked (const GArray *before, const GArray *now, const char *muscle)
{
  return muscle != NULL && (get_picked_sides (now, muscle) & ~get_picked_sides (before, muscle)) != 0;
}

static gboolean
serves_newly_picked (const SmrItem *item, const SmrRoutine *before, const SmrRoutine *now)
{
  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);

      if (is_newly_picked (before->overactive, now->overactive, served->muscle) ||
          is_newly_picked (before->overactive, now->overactive, served->because) ||
          is_newly_picked (before->underactive, now->underactive, served->muscle))
        return TRUE;
    }
  return FALSE;
}

static SmrItem *
copy_with_edits (const SmrItem *now, const SmrItem *before, const SmrItem *edited)
{
  SmrItem *item = smr_item_copy (now);

  if (edited->side != now->side)
    return item;
  if (before == NULL || !smr_dose_equal (&before->dose, &edited->dose))
    item->dose = edited->dose;
  if (before == NULL || before->tool != edited->tool)
    item->tool = edited->tool;
  g_set_str (&item->note, edited->note);
  return item;
}

/* The item of the new plan as the trainer wants it; NULL: not at all. (transfer full) */
static SmrItem *
merge_item (const SmrItem *item, const SmrRoutine *before, const SmrRoutine *edited, const SmrRoutine *now)
{
  const SmrItem *was_planned = find_exercise (before, item);
  const SmrItem *was_there = find_exercise (edited, item);
  const SmrItem *swapped;

  if (was_there != NULL)
    return copy_with_edits (item, was_planned, was_there);
  if (was_planned == NULL)
    return smr_item_copy (item);

  swapped = find_swapped (before, edited, was_planned);
  if (swapped != NULL && serve_the_same (item, was_planned) && find_exercise (now, swapped) == NULL)
    return smr_item_copy (swapped);
  if (swapped != NULL || serves_newly_picked (item, before, now))
    return smr_item_copy (item);
  return NULL;
}

/* What was added by hand stays. Takes @merged. */
static SmrRoutine *
add_by_hand (SmrRoutine *merged, const SmrRoutine *before, const SmrRoutine *edited, const SmrRoutine *now)
{
  for (guint i = 0; i < edited->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (edited->items, i);

      if (smr_item_is_by_hand (item) && find_exercise (before, item) == NULL && find_exercise (now, item) == NULL)
        {
          SmrRoutine *more = smr_routine_with_item_added (merged, item, NULL);

          smr_routine_unref (merged);
          merged = more;
        }
    }
  return merged;
}

static SmrRoutine *
merge_items (const SmrRoutine *before, const SmrRoutine *edited, const SmrRoutine *now)
{
  SmrRoutine *merged = smr_routine_copy (now);

  g_ptr_array_set_size (merged->items, 0);
  for (guint i = 0; i < now->items->len; i++)
    {
      SmrItem *item = merge_item (g_ptr_array_index (now->items, i), before, edited, now);

      if (item != NULL)
        g_ptr_array_add (merged->items, item);
    }
  return add_by_hand (merged, before, edited, now);
}

/* --- order ------------------------------------------------------------------------------------------------ */

/* The items of @routine in @phase that @like has too, in the order of @like. (transfer container) */
static GPtrArray *
get_common (const SmrRoutine *routine, const SmrRoutine *like, SmrPhase phase)
{
  GPtrArray *common = g_ptr_array_new ();

  for (guint i = 0; i < like->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (like->items, i);
      SmrItem *found = item->phase == phase ? find_exercise (routine, item) : NULL;

      if (found != NULL && !g_ptr_array_find (common, found, NULL))
        g_ptr_array_add (common, found);
    }
  return common;
}

/* @unmoved: @edited before anything was put in another order. */
static gboolean
is_reordered (const SmrRoutine *unmoved, const SmrRoutine *edited, SmrPhase phase)
{
  g_autoptr (GPtrArray) wanted = get_common (unmoved, edited, phase);
  guint next = 0;

  for (guint i = 0; i < unmoved->items->len; i++)
    {
      gpointer item = g_ptr_array_index (unmoved->items, i);

      if (g_ptr_array_find (wanted, item, NULL) && item != g_ptr_array_index (wanted, next++))
        return TRUE;
    }
  return FALSE;
}

/* Puts the items that @edited has too into its order; the others keep their places. */
static void
reorder (SmrRoutine *merged, const SmrRoutine *edited, SmrPhase phase)
{
  g_autoptr (GPtrArray) wanted = get_common (merged, edited, phase);
  guint next = 0;

  for (guint i = 0; i < merged->items->len; i++)
    {
      if (g_ptr_array_find (wanted, merged->items->pdata[i], NULL))
        merged->items->pdata[i] = g_ptr_array_index (wanted, next++);
    }
}

SmrRoutine *
smr_plan_merge (const SmrRoutine *before, const SmrRoutine *edited, const SmrRoutine *now)
{
  g_autoptr (SmrRoutine) unmoved = merge_items (before, edited, before);
  SmrRoutine *merged = merge_items (before, edited, now);

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    {
      if (is_reordered (unmoved, edited, phase))
        reorder (merged, edited, phase);
    }

  merged->id = edited->id;
  merged->version = edited->version;
  merged->status = edited->status;
  merged->created = edited->created;
  merged->issued = edited->issued;
  g_set_str (&merged->title, edited->title);
  return merged;
}

GPtrArray *
smr_plan_merge_list_lost (const SmrRoutine *before, const SmrRoutine *edited, const SmrRoutine *merged)
{
  GPtrArray *lost = g_ptr_array_new ();

  for (guint i = 0; i < edited->items->len; i++)
    {
      SmrItem *item = g_ptr_array_index (edited->items, i);
      const SmrItem *planned = find_exercise (before, item);
      const SmrItem *kept = find_exercise (merged, item);

      if (planned != NULL && smr_dose_equal (&planned->dose, &item->dose) && planned->tool == item->tool && g_strcmp0 (planned->note, item->note) == 0)
        continue;
      if (kept == NULL || !smr_dose_equal (&kept->dose, &item->dose))
        g_ptr_array_add (lost, item);
    }
  return lost;
}
