#include "smr-trio.h"

#include "smr-choice.h"

void
smr_trio_free (SmrTrio *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_clear_pointer (&self->parts[i].reason, smr_message_free);
  g_free (self);
}

/* A midline muscle has both sides. */
static gboolean
covers (SmrSide served, SmrSide side)
{
  return served == SMR_SIDE_MIDLINE || side == SMR_SIDE_MIDLINE || (served & side) != 0;
}

/* What is rolled or stretched in place of a muscle counts for it, as does the partner that is activated for it. */
static gboolean
serves (const SmrItem *item, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
{
  if (item->phase != phase)
    return FALSE;
  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);
      gboolean itself = phase != SMR_PHASE_ACTIVATE && served->muscle == muscle->id;
      gboolean partner = served->because == muscle->id && served->because != served->muscle;

      if ((itself || partner) && covers (served->side, side))
        return TRUE;
    }
  return FALSE;
}

static const SmrItem *
find_serving (const SmrRoutine *routine, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      if (serves (item, phase, muscle, side))
        return item;
    }
  return NULL;
}

/* A partner that somebody activates by hand, or that was picked for itself, is activated all the same. */
static gboolean
activates_partner (const SmrRoutine *routine, const SmrMuscle *muscle, SmrSide side)
{
  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      for (guint j = 0; item->phase == SMR_PHASE_ACTIVATE && j < item->served->len; j++)
        {
          const SmrServed *served = g_ptr_array_index (item->served, j);

          if (g_strv_contains (muscle->antagonists, served->muscle) && covers (served->side, side))
            return TRUE;
        }
    }
  return FALSE;
}

/* Why the rules have nothing: the notice about this muscle, or about the whole phase. */
static SmrMessage *
find_reason (const SmrPlan *plan, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
{
  for (guint i = 0; i < plan->notices->len; i++)
    {
      const SmrNotice *notice = g_ptr_array_index (plan->notices, i);
      gboolean locked = notice->kind == SMR_NOTICE_PHASE_LOCKED && notice->phase == phase;

      if (locked || (notice->muscle == muscle->id && notice->phase == phase && covers (notice->side, side)))
        return smr_message_copy (notice->text);
    }
  return NULL;
}

static SmrTrioPart
check_part (const SmrRoutine *routine, const SmrPlan *plan, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
{
  SmrTrioPart part = { SMR_TRIO_DONE };

  if (find_serving (routine, phase, muscle, side) != NULL ||
      (phase == SMR_PHASE_ACTIVATE && activates_partner (routine, muscle, side)))
    return part;
  part.fill = find_serving (plan->routine, phase, muscle, side);
  part.status = part.fill != NULL ? SMR_TRIO_MISSING : SMR_TRIO_NOT_PERMITTED;
  if (part.fill == NULL)
    part.reason = find_reason (plan, phase, muscle, side);
  return part;
}

static void
add_trio (GPtrArray *trios, const SmrRoutine *routine, const SmrPlan *plan, const SmrMuscle *muscle, SmrSide side)
{
  SmrTrio *trio = g_new0 (SmrTrio, 1);

  trio->muscle = muscle;
  trio->side = side;
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
    trio->parts[phase] = check_part (routine, plan, phase, muscle, side);
  g_ptr_array_add (trios, trio);
}

GPtrArray *
smr_trio_check (SmrCatalogue *catalogue, const SmrRoutine *routine, const SmrPlan *plan)
{
  GPtrArray *trios = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_trio_free);

  for (guint i = 0; i < routine->overactive->len; i++)
    {
      const SmrPick *pick = &g_array_index (routine->overactive, SmrPick, i);
      const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, pick->muscle);

      if (muscle == NULL)
        continue;
      if (!muscle->paired)
        add_trio (trios, routine, plan, muscle, SMR_SIDE_MIDLINE);
      for (SmrSide side = SMR_SIDE_LEFT; muscle->paired && side <= SMR_SIDE_RIGHT; side <<= 1)
        {
          if (pick->side & side)
            add_trio (trios, routine, plan, muscle, side);
        }
    }
  return trios;
}

/* --- filling ---------------------------------------------------------------------------------------------- */

static guint
find_exercise (const SmrRoutine *routine, const SmrItem *like)
{
  guint i;

  for (i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      if (item->phase == like->phase && item->exercise == like->exercise)
        break;
    }
  return i;
}

static gboolean
serves_already (const SmrItem *item, const SmrServed *like)
{
  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);

      if (served->muscle == like->muscle && served->because == like->because && (served->side & like->side) == like->side)
        return TRUE;
    }
  return FALSE;
}

/* What the trainer made of it stays: dose, tool and note. */
static SmrItem *
widen (const SmrItem *item, const SmrItem *fill, SmrCatalogue *catalogue)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, item->exercise);
  SmrItem *wider = smr_item_copy (item);
  SmrSide sides = smr_item_side_get_sides (item->side) | smr_item_side_get_sides (fill->side);

  for (guint i = 0; i < fill->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (fill->served, i);

      if (!serves_already (wider, served))
        smr_item_add_served (wider, served->muscle, served->because, served->side, served->passed_over);
    }
  wider->side = smr_exercise_get_item_side (exercise, sides);
  return wider;
}

SmrRoutine *
smr_routine_with_filled (const SmrRoutine *self, SmrCatalogue *catalogue, const SmrItem *fill)
{
  guint index = find_exercise (self, fill);
  g_autoptr (SmrItem) wider = NULL;

  if (index < self->items->len)
    {
      wider = widen (g_ptr_array_index (self->items, index), fill, catalogue);
      return smr_routine_with_item (self, index, wider);
    }
  return smr_routine_with_item_added (self, fill, NULL);
}
