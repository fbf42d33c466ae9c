#include "smr-intake-copy.h"
#include "smr-screening-private.h"

/* Which form counts, and what a form leaves open. */

gboolean
smr_intake_is_signed (const SmrIntake *self)
{
  return self->signed_on != SMR_DATE_NONE && self->signed_by != NULL && *self->signed_by != '\0';
}

/* The day before the same date next year; a form of 29 February ends a day earlier rather than later. */
SmrDate
smr_intake_get_last_day (const SmrIntake *self)
{
  return smr_date_add_days (smr_date_add_months (self->signed_on, 12), -1);
}

const SmrIntake *
smr_record_find_form (const SmrRecord *record, SmrDate date)
{
  const SmrIntake *latest = NULL;

  for (guint i = 0; i < record->intakes->len; i++)
    {
      const SmrIntake *intake = g_ptr_array_index (record->intakes, i);

      if (smr_intake_is_signed (intake) && intake->signed_on <= date &&
          (latest == NULL || intake->signed_on >= latest->signed_on))
        latest = intake;
    }
  return latest;
}

gboolean
smr_client_has_reached (const SmrClient *client, int age, SmrDate date)
{
  return client->born != SMR_DATE_NONE && client->born <= date && smr_date_years_between (client->born, date) >= age;
}

/* Whole weeks: "10" may be a day short of 11. */
SmrDate
smr_answer_get_week_start (const SmrAnswer *self, SmrDate answered, int week)
{
  if (self->weeks < 0)
    return SMR_DATE_NONE;
  return week <= self->weeks ? answered : smr_date_add_days (answered, (week - self->weeks) * 7 - 6);
}

/* --- completeness ------------------------------------------------------------------------------------------- */

static gboolean
is_filled (const SmrAnswer *answer, SmrFollowUp follow_up)
{
  switch (follow_up)
    {
    case SMR_FOLLOW_UP_TEXT:
      return *answer->text != '\0';
    case SMR_FOLLOW_UP_DATE:
      return answer->date != SMR_DATE_NONE;
    case SMR_FOLLOW_UP_SITES:
      return answer->places->len > 0;
    case SMR_FOLLOW_UP_HEALED:
      return answer->healed_and_sealed != SMR_REPLY_UNANSWERED;
    case SMR_FOLLOW_UP_WEEKS:
      return answer->weeks >= 0;
    case SMR_FOLLOW_UP_FACTS:   /* a fact that is not ticked is not on file, which is an answer */
    case SMR_FOLLOW_UP_READING: /* kept with the client's readings and asked on the day */
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

guint
smr_intake_get_missing_follow_ups (const SmrIntake *self, const SmrCondition *condition)
{
  const guint weeks_or_date = SMR_FOLLOW_UP_WEEKS | SMR_FOLLOW_UP_DATE;
  const SmrAnswer *answer = smr_intake_get_answer (self, condition->id);
  guint missing = 0;

  if (answer == NULL || answer->reply != SMR_REPLY_YES)
    return 0;

  for (guint i = 0; i < SMR_N_FOLLOW_UPS; i++)
    {
      guint follow_up = 1u << i;

      if ((condition->follow_ups & follow_up) != 0 && (answer->not_known & follow_up) == 0 && !is_filled (answer, follow_up))
        missing |= follow_up;
    }
  /* Weeks of a pregnancy or the date of the birth: one of them is enough. */
  if ((condition->follow_ups & weeks_or_date) == weeks_or_date && (missing & weeks_or_date) != weeks_or_date)
    missing &= ~weeks_or_date;
  return missing;
}

GPtrArray *
smr_intake_get_open_rows (const SmrIntake *self, SmrCatalogue *catalogue)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < conditions->len; i++)
    {
      SmrCondition *condition = g_ptr_array_index (conditions, i);
      const SmrAnswer *answer = smr_intake_get_answer (self, condition->id);

      if (smr_intake_get_offer (self, condition->id) != NULL)
        {
          g_ptr_array_add (open, condition);
          continue;
        }
      if (condition->kind != SMR_CONDITION_HEALTH || condition->computed)
        continue;
      if (answer == NULL || answer->reply == SMR_REPLY_UNANSWERED || smr_intake_get_missing_follow_ups (self, condition) != 0)
        g_ptr_array_add (open, condition);
    }
  return open;
}

GPtrArray *
smr_intake_get_unasked_rows (const SmrIntake *self, SmrCatalogue *catalogue)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  GPtrArray *unasked = g_ptr_array_new ();

  for (guint i = 0; i < conditions->len; i++)
    {
      SmrCondition *condition = g_ptr_array_index (conditions, i);
      const SmrAnswer *answer = smr_intake_get_answer (self, condition->id);

      if (condition->kind == SMR_CONDITION_HEALTH && !condition->computed &&
          (answer == NULL || answer->reply == SMR_REPLY_UNANSWERED))
        g_ptr_array_add (unasked, condition);
    }
  return unasked;
}
