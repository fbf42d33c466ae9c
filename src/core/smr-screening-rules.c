#include "smr-screening-private.h"

/* Which case and which effects of a raised row hold. What is not on file never helps: a milder case needs everything it
 * asks for, while an effect, which only restricts, holds until what it depends on is known to be otherwise. */

#define READING_LIMIT_SYSTOLIC 160
#define READING_LIMIT_DIASTOLIC 90
#define READING_STOP_SYSTOLIC 180
#define READING_STOP_DIASTOLIC 100

/* --- rules that the catalogue names -------------------------------------------------------------------------- */

typedef gboolean (*Rule) (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount);

static gboolean
reading_below (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  int systolic, diastolic;

  return smr_record_get_reading (record, date, &systolic, &diastolic) &&
         systolic < READING_LIMIT_SYSTOLIC && diastolic < READING_LIMIT_DIASTOLIC;
}

static gboolean
reading_not_below (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return !reading_below (row, record, date, amount);
}

static gboolean
reading_stops (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  int systolic, diastolic;

  return smr_record_get_reading (record, date, &systolic, &diastolic) &&
         (systolic >= READING_STOP_SYSTOLIC || diastolic >= READING_STOP_DIASTOLIC);
}

static gboolean
cleared (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return (row->lifted.phases & SMR_ROLL) != 0;
}

/* The three age rules differ on the birthday itself and for an unknown birth date: over and under ease, reached restricts. */
static gboolean
age_over (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return smr_client_has_reached (record->client, amount, smr_date_add_days (date, -1));
}

static gboolean
age_under (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return smr_client_has_reached (record->client, 0, date) && !smr_client_has_reached (record->client, amount, date);
}

static gboolean
age_reached (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return !age_under (row, record, date, amount);
}

static gboolean
regularly_active (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return record->client->regularly_active;
}

/* At most @amount days ago, in the future, or nobody knows when. */
static gboolean
within_days (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  SmrDate since = row->answer != NULL ? row->answer->date : SMR_DATE_NONE;

  return since == SMR_DATE_NONE || date <= smr_date_add_days (since, amount);
}

/* The same where nobody knowing does not count. */
static gboolean
known_within_days (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return row->answer != NULL && row->answer->date != SMR_DATE_NONE && within_days (row, record, date, amount);
}

/* The birth is over; weeks that are given speak of a pregnancy now. */
static gboolean
gave_birth (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return row->answer != NULL && smr_answer_has_fact (row->answer, "gave_birth") && row->answer->weeks < 0;
}

static gboolean
may_be_pregnant (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return !gave_birth (row, record, date, amount);
}

static gboolean
at_least_regional (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return row->a_case->severity >= SMR_SEVERITY_REGIONAL;
}

static gboolean
at_least_refer (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return row->a_case->severity >= SMR_SEVERITY_REFER;
}

static gboolean
at_least_absolute (const SmrRow *row, const SmrRecord *record, SmrDate date, int amount)
{
  return row->a_case->severity >= SMR_SEVERITY_ABSOLUTE;
}

static const struct
{
  const char *id;
  Rule        holds;
} rules[] = {
  { "age_over", age_over },
  { "age_reached", age_reached },
  { "age_under", age_under },
  { "at_least_absolute", at_least_absolute },
  { "at_least_refer", at_least_refer },
  { "at_least_regional", at_least_regional },
  { "cleared", cleared },
  { "gave_birth", gave_birth },
  { "known_within_days", known_within_days },
  { "may_be_pregnant", may_be_pregnant },
  { "reading_below", reading_below },
  { "reading_not_below", reading_not_below },
  { "reading_stops", reading_stops },
  { "regularly_active", regularly_active },
  { "within_days", within_days },
};

static Rule
find_rule (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (g_str_equal (rules[i].id, id))
        return rules[i].holds;
    }
  return NULL;
}

gboolean
smr_screening_knows_rule (const char *id)
{
  return find_rule (id) != NULL;
}

/* --- whens --------------------------------------------------------------------------------------------------- */

static gboolean
is_known_date (const SmrAnswer *answer, SmrDate date)
{
  return answer != NULL && answer->date != SMR_DATE_NONE && answer->date <= date;
}

static gboolean
has_site (const SmrAnswer *answer, const char *site)
{
  for (guint i = 0; i < answer->places->len; i++)
    {
      if (g_str_equal (g_array_index (answer->places, SmrPlace, i).site, site))
        return TRUE;
    }
  return FALSE;
}

/* The weeks go on counting after the form. */
static gboolean
is_weeks_over (const SmrRow *row, SmrDate date, int amount)
{
  return row->answer == NULL || row->answer->weeks < 0 ||
         date >= smr_answer_get_week_start (row->answer, row->answered, amount + 1);
}

/* @unknown: what to take for true where the answer does not tell. */
static gboolean
holds (const SmrWhen *when, const SmrRow *row, const SmrRecord *record, SmrDate date, gboolean unknown)
{
  const SmrAnswer *answer = row->answer;
  gboolean facts_known = answer != NULL && (answer->not_known & SMR_FOLLOW_UP_FACTS) == 0;

  switch (when->kind)
    {
    case SMR_WHEN_FACT:
      return (answer != NULL && smr_answer_has_fact (answer, when->id)) || (!facts_known && unknown);
    case SMR_WHEN_NOT_FACT:
      return answer == NULL || !smr_answer_has_fact (answer, when->id);
    case SMR_WHEN_HEALED:
      return answer != NULL && answer->healed_and_sealed == SMR_REPLY_YES;
    case SMR_WHEN_OLDER_DAYS:
      return is_known_date (answer, date) ? date > smr_date_add_days (answer->date, when->amount) : unknown;
    case SMR_WHEN_OLDER_MONTHS:
      return is_known_date (answer, date) ? date > smr_date_add_months (answer->date, when->amount) : unknown;
    case SMR_WHEN_SITE:
      return answer != NULL && answer->places->len > 0 ? has_site (answer, when->id) : unknown;
    case SMR_WHEN_WEEKS_OVER:
      return is_weeks_over (row, date, when->amount);
    case SMR_WHEN_RULE:
      return find_rule (when->id) (row, record, date, when->amount);
    }
  g_return_val_if_reached (unknown);
}

static gboolean
all_hold (GArray *whens, const SmrRow *row, const SmrRecord *record, SmrDate date, gboolean unknown)
{
  for (guint i = 0; i < whens->len; i++)
    {
      if (!holds (&g_array_index (whens, SmrWhen, i), row, record, date, unknown))
        return FALSE;
    }
  return TRUE;
}

/* --- cases and effects --------------------------------------------------------------------------------------- */

/* Facts marked as not known count against the client: they bring a worse case in, and never a milder one. */
static gboolean
unknown_brings_in (const SmrRow *row, const SmrCase *a_case, const SmrCase *first)
{
  return row->answer != NULL && (row->answer->not_known & SMR_FOLLOW_UP_FACTS) != 0 &&
         (a_case->severity > first->severity ||
          (a_case->severity == first->severity && a_case->codes[SMR_PHASE_LENGTHEN] > first->codes[SMR_PHASE_LENGTHEN]));
}

const SmrCase *
smr_row_choose_case (const SmrRow *row, const SmrRecord *record, SmrDate date)
{
  const SmrCase *first = g_ptr_array_index (row->condition->cases, 0);

  for (guint i = 1; i < row->condition->cases->len; i++)
    {
      const SmrCase *a_case = g_ptr_array_index (row->condition->cases, i);

      if (all_hold (a_case->whens, row, record, date, unknown_brings_in (row, a_case, first)))
        return a_case;
    }
  return first;
}

gboolean
smr_row_init (SmrRow *row, const SmrCondition *condition, const SmrCircumstances *given)
{
  *row = (SmrRow) { condition };
  row->raised = smr_record_raise (given->record, given->form, condition, given->words, given->catalogue, given->date);
  row->answer = row->raised.by == SMR_RAISED_BY_YES ? smr_intake_get_answer (given->form, condition->id) : row->raised.eased;
  row->answered = row->raised.checked_on != SMR_DATE_NONE ? row->raised.checked_on : given->form->signed_on;
  return row->raised.by != SMR_RAISED_NOT;
}

void
smr_row_settle (SmrRow *row, const SmrRecord *record, SmrClearances *clearances, SmrDate date)
{
  row->months = row->condition->clearance_months;
  smr_clearances_lift (clearances, row->condition, row->months, &row->lifted);
  row->a_case = smr_row_choose_case (row, record, date);
  if (row->a_case->clearance_months != 0)
    {
      row->months = row->a_case->clearance_months;
      smr_lifted_clear (&row->lifted);
      smr_clearances_lift (clearances, row->condition, row->months, &row->lifted);
    }
  if (row->a_case->must_be_over)
    row->lifted.phases = 0;
}

gboolean
smr_case_asks_clearance (const SmrCase *a_case)
{
  for (guint i = 0; i < a_case->whens->len; i++)
    {
      const SmrWhen *when = &g_array_index (a_case->whens, SmrWhen, i);

      if (when->kind == SMR_WHEN_RULE && g_str_equal (when->id, "cleared"))
        return TRUE;
    }
  return FALSE;
}

gboolean
smr_condition_asks_clearance (const SmrCondition *condition)
{
  for (guint i = 0; i < condition->cases->len; i++)
    {
      if (smr_case_asks_clearance (g_ptr_array_index (condition->cases, i)))
        return TRUE;
    }
  return FALSE;
}

gboolean
smr_row_has_effect (const SmrRow *row, const SmrEffect *effect, const SmrRecord *record, SmrDate date)
{
  return all_hold (effect->whens, row, record, date, TRUE);
}

SmrDate
smr_row_get_case_end (const SmrRow *row, SmrDate date)
{
  SmrDate end = SMR_DATE_NONE;

  if (!is_known_date (row->answer, date))
    return SMR_DATE_NONE;

  for (guint i = 1; i < row->condition->cases->len; i++)
    {
      const SmrCase *a_case = g_ptr_array_index (row->condition->cases, i);

      for (guint j = 0; j < a_case->whens->len; j++)
        {
          const SmrWhen *when = &g_array_index (a_case->whens, SmrWhen, j);
          SmrDate last = SMR_DATE_NONE;

          if (when->kind == SMR_WHEN_OLDER_DAYS)
            last = smr_date_add_days (row->answer->date, when->amount);
          else if (when->kind == SMR_WHEN_OLDER_MONTHS)
            last = smr_date_add_months (row->answer->date, when->amount);
          if (last >= date && (end == SMR_DATE_NONE || last < end))
            end = last;
        }
    }
  return end;
}
