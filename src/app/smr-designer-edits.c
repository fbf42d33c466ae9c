#include "config.h"

#include "smr-designer-edits.h"

#include <glib/gi18n.h>

/* --- picks ------------------------------------------------------------------------------------------------ */

void
smr_designer_pick (SmrDesigner *self, const char *id, SmrRole role, SmrSide sides)
{
  const SmrMuscle *muscle = smr_catalogue_find_muscle (smr_designer_get_catalogue (self), id);
  g_autoptr (SmrRoutine) wanted = smr_routine_copy (smr_designer_get_routine (self));
  g_autofree char *label = g_strdup_printf (sides != SMR_SIDE_NONE ? _("pick of %s") : _("leaving out of %s"),
                                            smr_text_get (muscle->plain_name, smr_designer_get_language (self)));

  smr_routine_set_pick (wanted, id, role, sides);
  smr_designer_replan (self, wanted, label, FALSE);
}

void
smr_designer_set_accept_substitutes (SmrDesigner *self, gboolean accept)
{
  g_autoptr (SmrRoutine) wanted = smr_routine_copy (smr_designer_get_routine (self));

  wanted->accept_substitutes = accept;
  smr_designer_replan (self, wanted, accept ? _("acceptance of substitutes") : _("refusal of substitutes"), FALSE);
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
  label = g_strdup_printf (_("removal of %s"), smr_designer_get_item_name (self, index));
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
  label = g_strdup_printf (_("move of %s"), smr_designer_get_item_name (self, from));
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
  label = g_strdup_printf (_("dose of %s"), smr_designer_get_item_name (self, index));
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
  label = g_strdup_printf (_("note on %s"), smr_designer_get_item_name (self, index));
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
  label = g_strdup_printf (_("swap of %s"), smr_designer_get_item_name (self, index));
  next = smr_routine_with_item (smr_designer_get_routine (self), index, item);
  smr_designer_change (self, next, label, FALSE);
}

guint
smr_designer_add_item (SmrDesigner *self, const SmrItem *item)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (smr_designer_get_catalogue (self), item->exercise);
  g_autofree char *label = g_strdup_printf (_("addition of %s"), smr_text_get (exercise->name, smr_designer_get_language (self)));
  g_autoptr (SmrRoutine) next = NULL;
  guint index;

  next = smr_routine_with_item_added (smr_designer_get_routine (self), item, &index);
  smr_designer_change (self, next, label, FALSE);
  return index;
}

/* --- trios ------------------------------------------------------------------------------------------------ */

void
smr_designer_fill_trio (SmrDesigner *self, guint line, SmrPhase phase)
{
  g_autoptr (GPtrArray) trios = smr_designer_check_trios (self);
  const SmrTrio *trio = line < trios->len && phase <= SMR_PHASE_ACTIVATE ? g_ptr_array_index (trios, line) : NULL;
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;

  if (!smr_designer_is_editable (self) || trio == NULL || trio->parts[phase].fill == NULL)
    return;
  next = smr_routine_with_filled (smr_designer_get_routine (self), smr_designer_get_catalogue (self), trio->parts[phase].fill);
  label = g_strdup_printf (_("filling in of %s"), smr_text_get (trio->muscle->plain_name, smr_designer_get_language (self)));
  smr_designer_change (self, next, label, FALSE);
}

void
smr_designer_fill_trios (SmrDesigner *self)
{
  g_autoptr (GPtrArray) trios = smr_designer_check_trios (self);
  SmrRoutine *next = smr_routine_ref (smr_designer_get_routine (self));

  for (guint i = 0; smr_designer_is_editable (self) && i < trios->len; i++)
    {
      const SmrTrio *trio = g_ptr_array_index (trios, i);

      for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
        {
          SmrRoutine *filled;

          if (trio->parts[phase].fill == NULL)
            continue;
          filled = smr_routine_with_filled (next, smr_designer_get_catalogue (self), trio->parts[phase].fill);
          smr_routine_unref (next);
          next = filled;
        }
    }
  if (next != smr_designer_get_routine (self))
    smr_designer_change (self, next, _("filling in of what was missing"), FALSE);
  smr_routine_unref (next);
}

/* --- beginning with something ----------------------------------------------------------------------------- */

/* Of @muscles those that the catalogue has, on both sides. */
static void
take_muscles (SmrRoutine *routine, SmrCatalogue *catalogue, const char **muscles, SmrRole role)
{
  for (guint i = 0; muscles[i] != NULL; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, muscles[i]);

      smr_routine_set_pick (routine, muscle->id, role, muscle->paired ? SMR_SIDE_BOTH : SMR_SIDE_MIDLINE);
    }
}

/* The current draft without its muscles and items. (transfer full) */
static SmrRoutine *
begin (SmrDesigner *self)
{
  SmrRoutine *wanted = smr_routine_copy (smr_designer_get_routine (self));

  g_array_set_size (wanted->overactive, 0);
  g_array_set_size (wanted->underactive, 0);
  g_ptr_array_set_size (wanted->items, 0);
  return wanted;
}

void
smr_designer_begin_at (SmrDesigner *self, const SmrStartingPoint *point)
{
  SmrCatalogue *catalogue = smr_designer_get_catalogue (self);
  const char *name = smr_text_get (point->name, smr_designer_get_language (self));
  g_autoptr (SmrRoutine) wanted = NULL;
  g_autofree char *label = g_strdup_printf (_("beginning with “%s”"), name);

  if (!smr_designer_is_editable (self))
    return;
  wanted = begin (self);
  take_muscles (wanted, catalogue, point->overactive, SMR_ROLE_OVERACTIVE);
  take_muscles (wanted, catalogue, point->underactive, SMR_ROLE_UNDERACTIVE);
  smr_designer_replan (self, wanted, label, FALSE);
}

void
smr_designer_adopt (SmrDesigner *self, const SmrRoutine *routine, const SmrRoutine *planned)
{
  g_autofree char *label = g_strdup_printf (_("beginning with “%s”"), routine->title);
  g_autoptr (SmrRoutine) edited = NULL;
  g_autoptr (SmrRoutine) adopted = NULL;
  SmrRoutine *current = smr_designer_get_routine (self);
  SmrPlanRequest request;

  if (!smr_designer_is_editable (self))
    return;
  edited = smr_routine_copy (routine);
  edited->id = current->id;
  edited->version = current->version;
  edited->created = current->created;
  edited->level = current->level;
  edited->setting = current->setting;
  request = smr_designer_get_request (self, edited);
  adopted = smr_plan_adopt (smr_designer_get_catalogue (self), smr_designer_get_screening (self), &request, planned, edited);
  smr_designer_change (self, adopted, label, FALSE);
}

/* --- the next step ---------------------------------------------------------------------------------------- */

SmrProgression *
smr_designer_get_progression (SmrDesigner *self)
{
  SmrRoutine *routine = smr_designer_get_routine (self);
  SmrPlanRequest request = smr_designer_get_request (self, routine);

  return smr_progression_new (smr_designer_get_catalogue (self), smr_designer_get_screening (self), smr_designer_get_record (self),
                              routine, &request, smr_workspace_get_today (smr_designer_get_workspace (self)));
}

void
smr_designer_take_progression (SmrDesigner *self)
{
  g_autoptr (SmrProgression) progression = smr_designer_get_progression (self);

  if (progression == NULL || progression->routine == NULL)
    return;
  smr_designer_begin_version (self);
  if (progression->kind == SMR_PROGRESSION_RESTART)
    smr_designer_replan (self, progression->routine, _("new beginning"), FALSE);
  else
    smr_designer_change (self, progression->routine, progression->kind == SMR_PROGRESSION_BACK ? _("step back") : _("next step"), FALSE);
}
