#include "config.h"

#include "smr-designer-line.h"

#include <glib/gi18n.h>

#include "smr-designer-edits.h"
#include "smr-dose-entry.h"
#include "smr-outcome.h"
#include "smr-shorthand.h"

static char *
describe_error (const GError *error)
{
  switch ((SmrShorthandError) error->code)
    {
    case SMR_SHORTHAND_ERROR_MUSCLE:
      return g_strdup_printf (_("No muscle is called “%s”"), error->message);
    case SMR_SHORTHAND_ERROR_WORD:
      return g_strdup_printf (_("“%s” is not understood: a side (l, r), a dose (2x30s) or “under” can stand here"), error->message);
    case SMR_SHORTHAND_ERROR_SIDE:
      return g_strdup_printf (_("“%s” lies in the middle and has no side"), error->message);
    case SMR_SHORTHAND_ERROR_TOO_MANY:
      return g_strdup_printf (_("%s muscles in one line, at most %d can be read"), error->message, SMR_SHORTHAND_MOST);
    }
  g_return_val_if_reached (NULL);
}

/* --- doses ------------------------------------------------------------------------------------------------ */

static gboolean
is_for (const SmrItem *item, const SmrShorthand *part)
{
  SmrPhase phase = part->hold_seconds > 0 ? SMR_PHASE_LENGTHEN : SMR_PHASE_ACTIVATE;

  if (item->phase != phase)
    return FALSE;
  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);

      if (served->muscle == part->muscle->id || served->because == part->muscle->id)
        return TRUE;
    }
  return FALSE;
}

static SmrMessage *
enter (SmrDesigner *self, SmrDose *dose, SmrDoseField field, int value, const SmrExercise *exercise, const SmrItem *item, SmrLevel level)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  return smr_dose_enter (dose, field, text, smr_designer_get_catalogue (self), smr_designer_get_screening (self),
                         exercise, level, smr_item_side_get_sides (item->side));
}

/* As little as can be first, so that two figures that go together do not stand in each other's way. */
static SmrMessage *
enter_dose (SmrDesigner *self, SmrItem *item, const SmrShorthand *part, SmrLevel level)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (smr_designer_get_catalogue (self), item->exercise);
  SmrDose dose = item->dose;
  SmrMessage *refusal;

  if (part->hold_seconds > 0)
    {
      dose.reps = 1;
      refusal = enter (self, &dose, SMR_DOSE_FIELD_HOLD, part->hold_seconds, exercise, item, level);
      if (refusal == NULL)
        refusal = enter (self, &dose, SMR_DOSE_FIELD_REPS, part->times, exercise, item, level);
    }
  else
    {
      refusal = enter (self, &dose, SMR_DOSE_FIELD_SETS, part->times, exercise, item, level);
      if (refusal == NULL)
        refusal = enter (self, &dose, SMR_DOSE_FIELD_REPS, part->reps, exercise, item, level);
    }
  if (refusal == NULL)
    item->dose = dose;
  return refusal;
}

/* Into items of @routine, which nobody else holds. What is refused is said. */
static void
enter_doses (SmrDesigner *self, SmrRoutine *routine, const GArray *parts, GString *said)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const SmrShorthand *part = &g_array_index (parts, SmrShorthand, i);

      for (guint j = 0; part->times > 0 && j < routine->items->len; j++)
        {
          SmrItem *item = g_ptr_array_index (routine->items, j);
          g_autoptr (SmrMessage) refusal = is_for (item, part) ? enter_dose (self, item, part, routine->level) : NULL;
          g_autofree char *words = refusal != NULL ? smr_message_format_dated (refusal, smr_designer_get_language (self), smr_date_format) : NULL;

          if (words != NULL)
            g_string_append_printf (said, "%s%s: %s", said->len > 0 ? "\n" : "",
                                    smr_text_get (part->muscle->plain_name, smr_designer_get_language (self)), words);
        }
    }
}

/* --- the line --------------------------------------------------------------------------------------------- */

gboolean
smr_designer_pick_line (SmrDesigner *self, const char *line, SmrRole role, char **said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) parts = smr_shorthand_parse (smr_designer_get_catalogue (self), smr_designer_get_language (self), line, role, &error);
  g_autoptr (SmrRoutine) wanted = NULL;
  g_autoptr (SmrRoutine) planned = NULL;
  g_autoptr (GString) refusals = g_string_new (NULL);
  g_autofree char *label = NULL;

  *said = NULL;
  if (parts == NULL)
    {
      *said = describe_error (error);
      return FALSE;
    }
  if (parts->len == 0)
    return TRUE;

  wanted = smr_routine_copy (smr_designer_get_routine (self));
  for (guint i = 0; i < parts->len; i++)
    {
      const SmrShorthand *part = &g_array_index (parts, SmrShorthand, i);

      smr_routine_set_pick (wanted, part->muscle->id, part->role, part->side);
    }
  label = g_strdup_printf (ngettext ("pick of %s", "pick of %s and others", parts->len),
                           smr_text_get (g_array_index (parts, SmrShorthand, 0).muscle->plain_name, smr_designer_get_language (self)));
  planned = smr_designer_plan_for (self, wanted);
  enter_doses (self, planned, parts, refusals);
  smr_designer_change (self, planned, label, FALSE);
  if (refusals->len > 0)
    *said = g_strdup (refusals->str);
  return TRUE;
}
