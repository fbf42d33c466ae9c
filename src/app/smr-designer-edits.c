#include "config.h"

#include "smr-designer-edits.h"

#include <glib/gi18n.h>

/* --- picks ------------------------------------------------------------------------------------------------ */

static SmrSide
set_sides (GArray *picks, const char *muscle, SmrSide sides)
{
  SmrPick pick = { muscle, sides };
  SmrSide before = SMR_SIDE_NONE;

  for (guint i = 0; i < picks->len; i++)
    {
      if (g_array_index (picks, SmrPick, i).muscle == muscle)
        {
          before = g_array_index (picks, SmrPick, i).side;
          g_array_remove_index (picks, i--);
        }
    }
  if (sides != SMR_SIDE_NONE)
    g_array_append_val (picks, pick);
  return before;
}

void
smr_designer_pick (SmrDesigner *self, const char *id, SmrRole role, SmrSide sides)
{
  const SmrMuscle *muscle = smr_catalogue_find_muscle (smr_designer_get_catalogue (self), id);
  g_autoptr (SmrRoutine) wanted = smr_routine_copy (smr_designer_get_routine (self));
  GArray *picks = role == SMR_ROLE_OVERACTIVE ? wanted->overactive : wanted->underactive;
  GArray *others = role == SMR_ROLE_OVERACTIVE ? wanted->underactive : wanted->overactive;
  g_autofree char *label = NULL;
  SmrSide other_sides;

  other_sides = set_sides (others, muscle->id, SMR_SIDE_NONE);
  set_sides (others, muscle->id, other_sides & ~sides);
  set_sides (picks, muscle->id, sides);
  label = g_strdup_printf (sides != SMR_SIDE_NONE ? _("Pick %s") : _("Leave out %s"),
                           smr_text_get (muscle->plain_name, smr_designer_get_language (self)));
  smr_designer_replan (self, wanted, label, FALSE);
}

void
smr_designer_set_accept_substitutes (SmrDesigner *self, gboolean accept)
{
  g_autoptr (SmrRoutine) wanted = smr_routine_copy (smr_designer_get_routine (self));

  wanted->accept_substitutes = accept;
  smr_designer_replan (self, wanted, accept ? _("Accept substitutes") : _("Refuse substitutes"), FALSE);
}

/* --- items ------------------------------------------------------------------------------------------------ */

gboolean
smr_designer_is_item (SmrDesigner *self, guint index)
{
  return smr_designer_is_editable (self) && index < smr_designer_get_routine (self)->items->len;
}

const SmrItem *
smr_designer_get_item (SmrDesigner *self, guint index)
{
  return g_ptr_array_index (smr_designer_get_routine (self)->items, index);
}

const char *
smr_designer_get_item_name (SmrDesigner *self, guint index)
{
  const SmrItem *item = smr_designer_get_item (self, index);
  const SmrExercise *exercise = smr_catalogue_find_exercise (smr_designer_get_catalogue (self), item->exercise);

  return exercise != NULL ? smr_text_get (exercise->name, smr_designer_get_language (self)) : item->exercise;
}

void
smr_designer_remove_item (SmrDesigner *self, guint index)
{
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;

  if (!smr_designer_is_item (self, index))
    return;
  label = g_strdup_printf (_("Remove %s"), smr_designer_get_item_name (self, index));
  next = smr_routine_with_item_removed (smr_designer_get_routine (self), index);
  smr_designer_change (self, next, label, FALSE);
}

void
smr_designer_move_item (SmrDesigner *self, guint from, guint to)
{
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;

  if (!smr_designer_is_item (self, from) || !smr_designer_is_item (self, to))
    return;
  label = g_strdup_printf (_("Move %s"), smr_designer_get_item_name (self, from));
  next = smr_routine_with_item_moved (smr_designer_get_routine (self), from, to);
  smr_designer_change (self, next, label, FALSE);
}

void
smr_designer_set_item_dose (SmrDesigner *self, guint index, const SmrDose *dose, gboolean join)
{
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;

  if (!smr_designer_is_item (self, index))
    return;
  label = g_strdup_printf (_("Change dose of %s"), smr_designer_get_item_name (self, index));
  next = smr_routine_with_dose (smr_designer_get_routine (self), index, dose);
  smr_designer_change (self, next, label, join);
}

void
smr_designer_set_item_note (SmrDesigner *self, guint index, const char *note)
{
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;

  if (!smr_designer_is_item (self, index))
    return;
  label = g_strdup_printf (_("Change note of %s"), smr_designer_get_item_name (self, index));
  next = smr_routine_with_note (smr_designer_get_routine (self), index, note);
  smr_designer_change (self, next, label, FALSE);
}

void
smr_designer_replace_item (SmrDesigner *self, guint index, const SmrItem *item)
{
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;

  if (!smr_designer_is_item (self, index))
    return;
  label = g_strdup_printf (_("Replace %s"), smr_designer_get_item_name (self, index));
  next = smr_routine_with_item (smr_designer_get_routine (self), index, item);
  smr_designer_change (self, next, label, FALSE);
}

guint
smr_designer_add_item (SmrDesigner *self, const SmrItem *item)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (smr_designer_get_catalogue (self), item->exercise);
  g_autofree char *label = g_strdup_printf (_("Add %s"), smr_text_get (exercise->name, smr_designer_get_language (self)));
  g_autoptr (SmrRoutine) next = NULL;
  guint index;

  next = smr_routine_with_item_added (smr_designer_get_routine (self), item, &index);
  smr_designer_change (self, next, label, FALSE);
  return index;
}
