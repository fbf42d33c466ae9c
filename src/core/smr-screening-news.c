#include "smr-screening-private.h"

/* What came up after a clearance was written: `screening-and-dosage` rule 4. */

/* These pass: they suspend a clearance while they last, and do not end it. */
static gboolean
is_passing (const SmrCondition *condition)
{
  return g_str_equal (condition->id, "infection_or_fever") || g_str_equal (condition->id, "impaired_today") ||
         g_str_equal (condition->id, "contagious_skin") || g_str_equal (condition->id, "open_wound") ||
         g_str_equal (condition->id, "skin_irritated_or_bruised");
}

static gboolean
is_medicine (const SmrCondition *condition)
{
  return g_str_has_prefix (condition->id, "med_");
}

/* Rows that a dated event may change while they stay on the form: another operation, another medicine, the birth. */
static gboolean
is_event (const SmrCondition *condition)
{
  return is_medicine (condition) || g_str_equal (condition->id, "surgery") || g_str_equal (condition->id, "injury_current") ||
         g_str_equal (condition->id, "fracture") || g_str_equal (condition->id, "joint_replacement_or_metal") ||
         g_str_equal (condition->id, "pregnant_or_postpartum");
}

/* TRUE when there is nothing worse to be found. */
static gboolean
report (SmrNews *news, const SmrCondition *condition)
{
  news->state = is_passing (condition) ? SMR_CLEARANCE_SUSPENDED : SMR_CLEARANCE_VOID;
  news->condition = condition->id;
  return news->state == SMR_CLEARANCE_VOID;
}

/* The answer speaks of an event after the clearance, or may do so. */
static gboolean
has_new_event (const SmrClearance *clearance, const SmrCondition *condition, const SmrAnswer *before, const SmrAnswer *after)
{
  if (!is_event (condition) || after == NULL || after->reply != SMR_REPLY_YES)
    return FALSE;
  if (after->date != SMR_DATE_NONE && after->date > clearance->dated)
    return TRUE;
  if (before == NULL || before == after)
    return FALSE;
  return (after->date == SMR_DATE_NONE && !smr_answer_equal (before, after)) ||
         (is_medicine (condition) && !g_str_equal (before->text, after->text));
}

/* Something on @form is new since @base, the form that was current when @clearance was written. */
static gboolean
find_on_form (const SmrCircumstances *given,
              const SmrClearance     *clearance,
              const SmrIntake        *base,
              GHashTable             *base_words,
              const SmrIntake        *form,
              GHashTable             *words,
              SmrNews                *news)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (given->catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrRaised before, after;

      if (condition->kind != SMR_CONDITION_HEALTH || condition->computed || (is_passing (condition) && form != given->form))
        continue;
      if (has_new_event (clearance, condition, smr_intake_get_answer (base, condition->id), smr_intake_get_answer (form, condition->id)) &&
          report (news, condition))
        return TRUE;
      before = smr_intake_raise (base, condition, base_words, given->catalogue);
      after = smr_intake_raise (form, condition, words, given->catalogue);
      if (after.by != SMR_RAISED_NOT && before.by != SMR_RAISED_BY_YES &&
          (before.by != after.by || before.word != after.word || g_strcmp0 (before.written, after.written) != 0) &&
          report (news, condition))
        return TRUE;
    }
  return FALSE;
}

/* A serious sign in a quick check after the clearance, or a passing one that lasts. */
static gboolean
find_in_checks (const SmrCircumstances *given, const SmrClearance *clearance, SmrNews *news)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (given->catalogue);
  GPtrArray *checks = given->record->checks;

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrRaised now;

      if (!condition->every_session)
        continue;
      now = smr_record_raise (given->record, given->form, condition, given->words, given->catalogue, given->date);
      if (now.by == SMR_RAISED_BY_CHECK && now.checked_on > clearance->dated && report (news, condition))
        return TRUE;
      for (guint j = 0; !is_passing (condition) && j < checks->len; j++)
        {
          const SmrCheck *check = g_ptr_array_index (checks, j);
          SmrReply reply = smr_check_get_reply (check, condition->id);

          if (check->date > clearance->dated && check->date <= given->date &&
              (reply == SMR_REPLY_YES || reply == SMR_REPLY_NOT_SURE))
            return report (news, condition);
        }
    }
  return FALSE;
}

/* A serious stop sign, or news, that came up since. */
static gboolean
find_in_incidents (const SmrCircumstances *given, const SmrClearance *clearance, SmrNews *news)
{
  for (guint i = 0; i < given->record->incidents->len; i++)
    {
      const SmrIncident *incident = g_ptr_array_index (given->record->incidents, i);
      const SmrStopSign *sign = smr_catalogue_find_sign (given->catalogue, incident->sign);

      if (!smr_incident_voids_clearance (incident, given->catalogue, clearance, given->date))
        continue;
      *news = (SmrNews) { SMR_CLEARANCE_VOID, sign != NULL ? sign->raises : NULL };
      return TRUE;
    }
  return FALSE;
}

SmrNews
smr_clearance_find_news (const SmrClearance *self, const SmrCircumstances *given)
{
  const SmrIntake *base = smr_record_find_form (given->record, self->dated);
  g_autoptr (GHashTable) base_words = NULL;
  SmrNews news = { SMR_CLEARANCE_COUNTS };

  /* Without a form at the time nobody can tell what is new. */
  if (base == NULL)
    return (SmrNews) { SMR_CLEARANCE_NO_FORM };

  base_words = smr_intake_find_words (base, given->catalogue);
  for (guint i = 0; i < given->record->intakes->len; i++)
    {
      const SmrIntake *form = g_ptr_array_index (given->record->intakes, i);
      g_autoptr (GHashTable) words = NULL;

      if (form != base && (!smr_intake_is_signed (form) || form->signed_on <= self->dated || form->signed_on > given->date))
        continue;
      words = form == given->form ? g_hash_table_ref (given->words) : smr_intake_find_words (form, given->catalogue);
      if (find_on_form (given, self, base, base_words, form, words, &news))
        return news;
    }
  if (!find_in_incidents (given, self, &news))
    find_in_checks (given, self, &news);
  return news;
}
