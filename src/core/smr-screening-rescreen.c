#include "smr-screening-impact.h"

#include "smr-routine.h"

/* What ends a form before its time: `screening-and-dosage` 5.1 and 5.4. A stop sign, news about the client's health, an
 * answer that becomes yes, four weeks away. Each of them stands until a form that came later answers it. */

#define AWAY_DAYS 28

/* On one day the later of the two counts, and the incident where nobody knows the moments. */
gboolean
smr_incident_is_before_form (const SmrIncident *self, const SmrIntake *form)
{
  if (self->date != form->signed_on)
    return self->date < form->signed_on;
  return self->added_at != 0 && self->added_at < form->added_at;
}

/* A sign that this catalogue does not know weighs like the worst. */
gboolean
smr_incident_voids_clearance (const SmrIncident *self, SmrCatalogue *catalogue, const SmrClearance *clearance, SmrDate date)
{
  const SmrStopSign *sign = smr_catalogue_find_sign (catalogue, self->sign);

  return self->date >= clearance->dated && self->date <= date && (sign == NULL || sign->voids_clearances);
}

gboolean
smr_record_had_stop_sign_since (const SmrRecord *self, SmrCatalogue *catalogue, SmrDate since)
{
  for (guint i = 0; i < self->incidents->len; i++)
    {
      const SmrIncident *incident = g_ptr_array_index (self->incidents, i);
      const SmrStopSign *sign = smr_catalogue_find_sign (catalogue, incident->sign);

      if (incident->date >= since && (sign == NULL || sign->urgency != SMR_URGENCY_NEWS))
        return TRUE;
    }
  return FALSE;
}

/* A stop sign on the day of the form counts whatever a later form of that day says of the row, as a quick check's does. */
SmrDate
smr_record_find_sign_for (const SmrRecord *record, SmrCatalogue *catalogue, const SmrIntake *form, const SmrCondition *condition, SmrDate date)
{
  SmrDate latest = SMR_DATE_NONE;

  for (guint i = 0; i < record->incidents->len; i++)
    {
      const SmrIncident *incident = g_ptr_array_index (record->incidents, i);
      const SmrStopSign *sign = smr_catalogue_find_sign (catalogue, incident->sign);

      if (sign != NULL && sign->raises == condition->id && sign->urgency >= SMR_URGENCY_TODAY &&
          incident->date >= form->signed_on && incident->date <= date)
        latest = MAX (latest, incident->date);
    }
  return latest;
}

/* --- four weeks away ------------------------------------------------------------------------------------------ */

/* A log that is not kept says nothing of an absence. It is kept from the form's day on if a session lies within the four
 * weeks before it, else from the first session since; SMR_DATE_NONE: not kept. */
static SmrDate
find_log_start (const SmrRecord *record, const SmrIntake *form, SmrDate date)
{
  SmrDate first = SMR_DATE_NONE;

  for (guint i = 0; i < record->sessions->len; i++)
    {
      SmrDate day = ((const SmrSession *) g_ptr_array_index (record->sessions, i))->date;

      if (day > date || smr_date_add_days (day, AWAY_DAYS) <= form->signed_on)
        continue;
      day = MAX (day, form->signed_on);
      first = first == SMR_DATE_NONE ? day : MIN (first, day);
    }
  return first;
}

static void
add_contact (GArray *contacts, SmrDate day, SmrDate since, SmrDate date)
{
  if (day >= since && day <= date)
    g_array_append_val (contacts, day);
}

#define ADD_CONTACTS(contacts, values, Type, member)                                                      \
  for (guint i = 0; i < (values)->len; i++)                                                               \
    add_contact ((contacts), ((const Type *) g_ptr_array_index ((values), i))->member, since, date)

/* A day of a diary on which all was left out is a day away. */
static void
add_sessions (GArray *contacts, GPtrArray *sessions, SmrDate since, SmrDate date)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const SmrSession *session = g_ptr_array_index (sessions, i);

      if (smr_session_was_done (session))
        add_contact (contacts, session->date, since, date);
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  SmrDate first = *(const SmrDate *) a;
  SmrDate second = *(const SmrDate *) b;

  return (first > second) - (first < second);
}

/* The last contact before the first four weeks without any; sessions, checks, readings, incidents and sheets that were
 * handed out are contacts. Coming back does not undo it: only the next form does. */
static SmrDate
find_absence (const SmrRecord *record, const SmrIntake *form, SmrDate date)
{
  SmrDate since = find_log_start (record, form, date);
  g_autoptr (GArray) contacts = NULL;

  if (since == SMR_DATE_NONE)
    return SMR_DATE_NONE;

  contacts = g_array_new (FALSE, FALSE, sizeof (SmrDate));
  add_contact (contacts, since, since, date);
  add_sessions (contacts, record->sessions, since, date);
  ADD_CONTACTS (contacts, record->checks, SmrCheck, date);
  ADD_CONTACTS (contacts, record->readings, SmrReading, date);
  ADD_CONTACTS (contacts, record->incidents, SmrIncident, date);
  ADD_CONTACTS (contacts, record->routines, SmrRoutine, issued);
  g_array_sort (contacts, compare_days);
  for (guint i = 0; i < contacts->len; i++)
    {
      SmrDate last = g_array_index (contacts, SmrDate, i);
      SmrDate next = i + 1 < contacts->len ? g_array_index (contacts, SmrDate, i + 1) : date;

      if (next >= smr_date_add_days (last, AWAY_DAYS))
        return last;
    }
  return SMR_DATE_NONE;
}

/* --- judging -------------------------------------------------------------------------------------------------- */

static SmrMessage *
new_message (SmrScreening *self, const char *text, SmrDate date)
{
  return smr_message_set_date (smr_message_new (smr_catalogue_get_text (self->catalogue, text)), "date", date);
}

static void
judge_incident (SmrScreening *self, const SmrIncident *incident)
{
  const SmrStopSign *sign = smr_catalogue_find_sign (self->catalogue, incident->sign);
  const SmrCondition *row = sign != NULL && sign->raises != NULL ? smr_catalogue_find_condition (self->catalogue, sign->raises) : NULL;
  SmrMessage *text = new_message (self, row != NULL ? "reason_sign_of_row" : "reason_sign", incident->date);

  if (sign != NULL)
    smr_message_set_text (text, "sign", sign->name);
  else
    smr_message_set_string (text, "sign", incident->sign);
  if (row != NULL)
    smr_message_set_text (text, "explanation", row->explanation);
  smr_screening_block_everything (self, row != NULL ? row->id : "stop_sign", text, incident->date,
                                  sign != NULL ? sign->source : "project default");
}

/* Health has changed as soon as an answer becomes yes, not only when the new form is signed. */
static void
judge_draft (SmrScreening *self, const SmrIntake *draft, const SmrIntake *form)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (self->catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      const SmrAnswer *before = smr_intake_get_answer (form, condition->id);
      const SmrAnswer *now = smr_intake_get_answer (draft, condition->id);
      SmrMessage *text;

      if (condition->kind != SMR_CONDITION_HEALTH || now == NULL || before == NULL || before->reply != SMR_REPLY_NO ||
          (now->reply != SMR_REPLY_YES && now->reply != SMR_REPLY_NOT_SURE))
        continue;
      text = smr_message_set_text (smr_message_new (smr_catalogue_get_text (self->catalogue, "reason_draft")), "condition", condition->name);
      smr_screening_block_everything (self, condition->id, smr_message_set_text (text, "explanation", condition->explanation),
                                      SMR_DATE_NONE, condition->source);
    }
}

void
smr_screening_judge_rescreen (SmrScreening *self, const SmrRecord *record, const SmrIntake *form)
{
  SmrDate absence = find_absence (record, form, self->date);

  for (guint i = record->incidents->len; i > 0; i--)
    {
      const SmrIncident *incident = g_ptr_array_index (record->incidents, i - 1);

      if (incident->date <= self->date && !smr_incident_is_before_form (incident, form))
        judge_incident (self, incident);
    }
  if (record->draft != NULL)
    judge_draft (self, record->draft, form);
  if (absence != SMR_DATE_NONE)
    smr_screening_block_everything (self, "away", new_message (self, "reason_away", absence), absence, "project default");
}
