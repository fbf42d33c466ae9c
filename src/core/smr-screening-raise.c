#include "smr-screening-private.h"

/* Which rows are raised. Only a plain no does not raise a row, and even a no is overruled by what else is on file. */

/* At or above either figure a reading raises the row whatever the form says. */
#define READING_RAISES_SYSTOLIC 160
#define READING_RAISES_DIASTOLIC 90

/* --- the form ----------------------------------------------------------------------------------------------- */

/* A swelling in an arm or leg that nobody has diagnosed may be a clot. */
static gboolean
has_undiagnosed_swelling (const SmrIntake *intake, SmrCatalogue *catalogue)
{
  const SmrAnswer *answer = smr_intake_get_answer (intake, "local_inflammation");

  if (answer == NULL || answer->reply != SMR_REPLY_YES || smr_answer_has_fact (answer, "diagnosed"))
    return FALSE;

  for (guint i = 0; i < answer->places->len; i++)
    {
      const SmrSite *site = smr_catalogue_find_site (catalogue, g_array_index (answer->places, SmrPlace, i).site);

      if (site == NULL || site->limb != SMR_LIMB_NONE || *site->whole_limb != NULL)
        return TRUE;
    }
  return FALSE;
}

SmrRaised
smr_intake_raise (const SmrIntake *self, const SmrCondition *condition, GHashTable *words, SmrCatalogue *catalogue)
{
  const SmrAnswer *answer = smr_intake_get_answer (self, condition->id);
  const SmrFoundWord *word = g_hash_table_lookup (words, condition->id);

  switch (answer != NULL ? answer->reply : SMR_REPLY_UNANSWERED)
    {
    case SMR_REPLY_YES:
      return (SmrRaised) { SMR_RAISED_BY_YES };
    case SMR_REPLY_NOT_SURE:
      return (SmrRaised) { SMR_RAISED_BY_NOT_SURE };
    case SMR_REPLY_UNANSWERED:
      return (SmrRaised) { SMR_RAISED_BY_SILENCE };
    case SMR_REPLY_NO:
      if (word != NULL)
        return (SmrRaised) { SMR_RAISED_BY_WORD, .word = word->word, .written = word->written };
      if (g_str_equal (condition->id, "clot_symptoms") && has_undiagnosed_swelling (self, catalogue))
        return (SmrRaised) { SMR_RAISED_BY_SWELLING };
      return (SmrRaised) { SMR_RAISED_NOT };
    }
  g_return_val_if_reached ((SmrRaised) { SMR_RAISED_BY_SILENCE });
}

/* --- checks and readings since ------------------------------------------------------------------------------ */

/* How many days after the last yes a no of a quick check ends a sign; -1: none does, the client must be screened anew. */
static int
get_days_to_end (const char *condition)
{
  if (g_str_equal (condition, "impaired_today"))
    return 1;
  /* More than 48 hours without symptoms. */
  return g_str_equal (condition, "infection_or_fever") ? 3 : -1;
}

/* The form was signed after the check. A sign on the day of the form counts whatever the form says; what is asked as news
 * is described on a form that came later on that day, and where nobody knows the moments, the check came later. */
static gboolean
is_before_form (const SmrCheck *check, const SmrIntake *form, const SmrCondition *condition)
{
  if (check->date != form->signed_on)
    return check->date < form->signed_on;
  return condition->check_question != NULL && check->added_at != 0 && check->added_at < form->added_at;
}

/* What the quick checks that are not older than @form say of a sign: the last day of a yes or a doubt, and of a no. */
static void
find_checks (const SmrRecord *record, const SmrIntake *form, const SmrCondition *condition, SmrDate date, SmrDate *last_yes, SmrDate *last_no)
{
  *last_yes = *last_no = SMR_DATE_NONE;
  for (guint i = 0; i < record->checks->len; i++)
    {
      const SmrCheck *check = g_ptr_array_index (record->checks, i);
      SmrReply reply = smr_check_get_reply (check, condition->id);

      if (check->date > date || is_before_form (check, form, condition))
        continue;
      if (reply == SMR_REPLY_NO)
        *last_no = MAX (*last_no, check->date);
      else if (reply != SMR_REPLY_UNANSWERED)
        *last_yes = MAX (*last_yes, check->date);
    }
}

/* A no ends nothing that was said on the same day or too shortly before. */
static gboolean
is_ended (const char *condition, SmrDate last_yes, SmrDate last_no)
{
  int days = get_days_to_end (condition);

  return days > 0 && last_no != SMR_DATE_NONE && last_no >= smr_date_add_days (last_yes, days);
}

/* The latest yes, if every one that still counts on @last_yes came with the same fact that eases it. */
static const SmrAnswer *
find_eased (const SmrRecord *record, const SmrIntake *form, const SmrCondition *condition, SmrDate last_yes)
{
  SmrDate last_no = SMR_DATE_NONE;
  const SmrAnswer *eased = NULL;

  for (guint i = 0; i < record->checks->len; i++)
    {
      const SmrCheck *check = g_ptr_array_index (record->checks, i);

      if (check->date < last_yes && smr_check_get_reply (check, condition->id) == SMR_REPLY_NO)
        last_no = MAX (last_no, check->date);
    }
  for (guint i = 0; i < record->checks->len; i++)
    {
      const SmrCheck *check = g_ptr_array_index (record->checks, i);
      SmrReply reply = smr_check_get_reply (check, condition->id);
      const SmrAnswer *answer = g_hash_table_lookup (check->eased, condition->id);

      if (check->date < last_no || check->date > last_yes || is_before_form (check, form, condition) ||
          reply == SMR_REPLY_NO || reply == SMR_REPLY_UNANSWERED)
        continue;
      if (answer == NULL || reply != SMR_REPLY_YES || (eased != NULL && !smr_answer_equal (eased, answer)))
        return NULL;
      eased = answer;
    }
  return eased;
}

static gboolean
is_complete (const SmrCheck *check, SmrCatalogue *catalogue)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->every_session && smr_check_get_reply (check, condition->id) == SMR_REPLY_UNANSWERED)
        return FALSE;
    }
  return TRUE;
}

gboolean
smr_record_has_check (const SmrRecord *self, SmrCatalogue *catalogue, SmrDate date)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      const SmrCheck *check = g_ptr_array_index (self->checks, i);

      if (check->date == date && is_complete (check, catalogue))
        return TRUE;
    }
  return FALSE;
}

SmrCheck *
smr_check_new_all_no (SmrCatalogue *catalogue, SmrDate date)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  SmrCheck *self = smr_check_new (date);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->every_session)
        smr_check_set_reply (self, condition->id, SMR_REPLY_NO);
    }
  return self;
}

gboolean
smr_record_get_reading (const SmrRecord *record, SmrDate date, int *systolic, int *diastolic)
{
  gboolean found = FALSE;

  *systolic = *diastolic = 0;
  for (guint i = 0; i < record->readings->len; i++)
    {
      const SmrReading *reading = g_ptr_array_index (record->readings, i);

      if (reading->date != date)
        continue;
      *systolic = MAX (*systolic, reading->systolic);
      *diastolic = MAX (*diastolic, reading->diastolic);
      found = TRUE;
    }
  return found;
}

SmrRaised
smr_record_raise (const SmrRecord    *record,
                  const SmrIntake    *form,
                  const SmrCondition *condition,
                  GHashTable         *words,
                  SmrCatalogue       *catalogue,
                  SmrDate             date)
{
  SmrRaised raised;
  SmrDate last_yes, last_no;
  int systolic, diastolic;

  if (condition->computed)
    return (SmrRaised) { SMR_RAISED_BY_AGE };

  raised = smr_intake_raise (form, condition, words, catalogue);
  if (condition->every_session)
    {
      SmrDate sign = condition->check_question == NULL ? smr_record_find_sign_for (record, catalogue, form, condition, date) : SMR_DATE_NONE;

      if (sign != SMR_DATE_NONE)
        return (SmrRaised) { SMR_RAISED_BY_SIGN, .checked_on = sign };
      find_checks (record, form, condition, date, &last_yes, &last_no);
      if (last_yes != SMR_DATE_NONE && !is_ended (condition->id, last_yes, last_no))
        return (SmrRaised) {
          SMR_RAISED_BY_CHECK,
          .checked_on = last_yes,
          .eased = raised.by == SMR_RAISED_NOT ? find_eased (record, form, condition, last_yes) : NULL,
        };
      /* "Today" was the day of the form. Everything else that stands on it needs a new one. */
      if (g_str_equal (condition->id, "impaired_today") && is_ended (condition->id, form->signed_on, last_no))
        return (SmrRaised) { SMR_RAISED_NOT };
    }
  if (raised.by == SMR_RAISED_NOT && g_str_equal (condition->id, "high_blood_pressure") &&
      smr_record_get_reading (record, date, &systolic, &diastolic) &&
      (systolic >= READING_RAISES_SYSTOLIC || diastolic >= READING_RAISES_DIASTOLIC))
    return (SmrRaised) { SMR_RAISED_BY_READING };
  return raised;
}
