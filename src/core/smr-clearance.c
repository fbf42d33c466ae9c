#include "smr-clearance.h"

#include "smr-screening-private.h"

static SmrClearanceEffect
judge_for (SmrClearances *clearances, guint index, const SmrCondition *condition, const SmrCircumstances *given)
{
  g_auto (SmrLifted) lifted = { 0 };
  SmrRow row;

  if (!condition->clearable)
    return (SmrClearanceEffect) { condition->id, SMR_CLEARANCE_NOT_CLEARABLE, .replacement = -1 };
  /* How long it lasts is up to the row's case, if the row is raised at all. */
  if (!smr_row_init (&row, condition, given))
    return smr_clearances_judge (clearances, index, condition, condition->clearance_months);

  smr_row_settle (&row, given->record, clearances, given->date);
  lifted = row.lifted;
  if (row.a_case->must_be_over)
    return (SmrClearanceEffect) { condition->id, SMR_CLEARANCE_NOT_CLEARABLE, .replacement = -1 };
  return smr_clearances_judge (clearances, index, condition, row.months);
}

GArray *
smr_record_judge_clearance (SmrCatalogue *catalogue, const SmrRecord *record, guint index, SmrDate date)
{
  const SmrClearance *clearance = g_ptr_array_index (record->clearances, index);
  const SmrIntake *form = smr_record_find_form (record, date);
  g_autoptr (GHashTable) words = form != NULL ? smr_intake_find_words (form, catalogue) : NULL;
  g_autoptr (SmrClearances) clearances = NULL;
  SmrCircumstances given = { catalogue, record, form, words, date };
  GArray *effects = g_array_new (FALSE, FALSE, sizeof (SmrClearanceEffect));

  if (form != NULL)
    clearances = smr_clearances_new (catalogue, record, form, words, date);
  for (guint i = 0; i < clearance->conditions->len; i++)
    {
      const char *id = g_ptr_array_index (clearance->conditions, i);
      const SmrCondition *condition = smr_catalogue_find_condition (catalogue, id);
      SmrClearanceEffect effect = { id, smr_clearance_get_own_state (clearance, date), .replacement = -1 };

      /* A row that the catalogue does not know lifts nothing. */
      if (effect.state == SMR_CLEARANCE_COUNTS && condition == NULL)
        effect.state = SMR_CLEARANCE_NOT_CLEARABLE;
      else if (effect.state == SMR_CLEARANCE_COUNTS && form == NULL)
        effect.state = SMR_CLEARANCE_NO_FORM;
      else if (effect.state == SMR_CLEARANCE_COUNTS)
        effect = judge_for (clearances, index, condition, &given);
      g_array_append_val (effects, effect);
    }
  return effects;
}

static gboolean
is_lost (GArray *before, GArray *after)
{
  for (guint i = 0; i < before->len; i++)
    {
      SmrClearanceState state = g_array_index (before, SmrClearanceEffect, i).state;

      if ((state == SMR_CLEARANCE_COUNTS || state == SMR_CLEARANCE_SUSPENDED) &&
          g_array_index (after, SmrClearanceEffect, i).state == SMR_CLEARANCE_REPLACED)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
smr_record_find_replaced (SmrCatalogue *catalogue, const SmrRecord *record, const SmrClearance *letter, SmrDate date, const SmrClearance **by)
{
  g_autoptr (SmrRecord) with = smr_record_copy (record);
  GPtrArray *replaced = g_ptr_array_new ();
  g_autoptr (GArray) own = NULL;

  g_ptr_array_add (with->clearances, smr_clearance_copy (letter));
  for (guint i = 0; i < record->clearances->len; i++)
    {
      g_autoptr (GArray) before = smr_record_judge_clearance (catalogue, record, i, date);
      g_autoptr (GArray) after = smr_record_judge_clearance (catalogue, with, i, date);

      if (is_lost (before, after))
        g_ptr_array_add (replaced, g_ptr_array_index (record->clearances, i));
    }

  *by = NULL;
  own = smr_record_judge_clearance (catalogue, with, record->clearances->len, date);
  for (guint i = 0; i < own->len; i++)
    {
      const SmrClearanceEffect *effect = &g_array_index (own, SmrClearanceEffect, i);

      if (effect->state == SMR_CLEARANCE_REPLACED)
        *by = g_ptr_array_index (record->clearances, effect->replacement);
    }
  return replaced;
}
