#include "screening-support.h"

SmrDate
day (const char *text)
{
  SmrDate date = SMR_DATE_NONE;

  g_assert_true (smr_date_parse (text, &date));
  return date;
}

SmrIntake *
all_no_form (SmrCatalogue *catalogue, const char *signed_on)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  SmrIntake *form = smr_intake_new ();

  form->signed_on = day (signed_on);
  g_free (form->signed_by);
  form->signed_by = g_strdup ("client");
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind == SMR_CONDITION_HEALTH && !condition->computed)
        smr_intake_take_answer (form, smr_answer_new (condition->id, SMR_REPLY_NO));
    }
  return form;
}

SmrRecord *
adult_with_all_no (SmrCatalogue *catalogue)
{
  SmrClient *client = smr_client_new ("A Client");
  SmrRecord *record;

  client->born = day ("1991-05-04");
  client->setting = SMR_SETTING_STUDIO;
  record = smr_record_new_take (client);
  g_ptr_array_add (record->intakes, all_no_form (catalogue, FORM_DAY));
  return record;
}

/* The latest form that was added. */
SmrIntake *
get_form (SmrRecord *record)
{
  return g_ptr_array_index (record->intakes, record->intakes->len - 1);
}

SmrAnswer *
answer (SmrRecord *record, const char *condition, SmrReply reply)
{
  SmrAnswer *made = smr_answer_new (condition, reply);

  smr_intake_take_answer (get_form (record), made);
  return made;
}

void
leave_unanswered (SmrRecord *record, const char *condition)
{
  answer (record, condition, SMR_REPLY_UNANSWERED);
}

static gboolean
says_worse (const char *fact)
{
  static const char *worse[] = {
    "inflamed_bleeding_or_ulcerated", "suspected", "recent_head_or_neck_injury", NULL,
  };

  return g_strv_contains (worse, fact);
}

SmrAnswer *
answer_in_full (SmrRecord *record, const SmrCondition *condition, const char *site, SmrSide side)
{
  SmrAnswer *made = answer (record, condition->id, SMR_REPLY_YES);

  for (guint i = 0; i < condition->facts->len; i++)
    {
      const SmrFact *fact = &g_array_index (condition->facts, SmrFact, i);

      if (!says_worse (fact->id))
        smr_answer_set_fact (made, fact->id, TRUE);
    }
  made->date = day ("2020-06-01");
  made->healed_and_sealed = SMR_REPLY_YES;
  if (site != NULL)
    smr_answer_add_place (made, site, side);
  return made;
}

SmrClearance *
clear_row (SmrRecord *record, const char *condition, const char *dated)
{
  SmrClearance *clearance = smr_clearance_new ();

  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string (condition));
  clearance->dated = day (dated);
  g_free (clearance->physician);
  clearance->physician = g_strdup ("A Physician");
  clearance->phases = 1u << SMR_PHASE_INHIBIT | 1u << SMR_PHASE_LENGTHEN | 1u << SMR_PHASE_ACTIVATE;
  clearance->names_rolling = TRUE;
  g_ptr_array_add (record->clearances, clearance);
  return clearance;
}

void
add_reading (SmrRecord *record, const char *date, int systolic, int diastolic)
{
  SmrReading *reading = g_new0 (SmrReading, 1);

  reading->date = day (date);
  reading->systolic = systolic;
  reading->diastolic = diastolic;
  g_ptr_array_add (record->readings, reading);
}

void
add_check (SmrRecord *record, const char *date, const char *condition, SmrReply reply)
{
  SmrCheck *check = smr_check_new (day (date));

  smr_check_set_reply (check, condition, reply);
  g_ptr_array_add (record->checks, check);
}

static char *
dup_outcomes (SmrOutcome roll, SmrOutcome stretch, SmrOutcome activate)
{
  return g_strdup_printf ("%s %s %s", smr_outcome_to_string (roll), smr_outcome_to_string (stretch), smr_outcome_to_string (activate));
}

void
assert_phases (SmrCatalogue *catalogue, const SmrRecord *record, const char *date, const char *expected)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, day (date));
  g_autofree char *outcomes = dup_outcomes (smr_screening_get_phase (screening, SMR_PHASE_INHIBIT),
                                            smr_screening_get_phase (screening, SMR_PHASE_LENGTHEN),
                                            smr_screening_get_phase (screening, SMR_PHASE_INTEGRATE));

  g_assert_cmpstr (outcomes, ==, expected);
}

void
assert_muscle (SmrCatalogue    *catalogue,
               const SmrRecord *record,
               const char      *date,
               const char      *muscle,
               SmrSide          side,
               const char      *expected)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, day (date));
  const SmrMuscle *found = smr_catalogue_find_muscle (catalogue, muscle);
  g_autofree char *outcomes = NULL;

  g_assert_nonnull (found);
  outcomes = dup_outcomes (smr_screening_get_muscle (screening, SMR_PHASE_INHIBIT, found, side),
                           smr_screening_get_muscle (screening, SMR_PHASE_LENGTHEN, found, side),
                           smr_screening_get_muscle (screening, SMR_PHASE_ACTIVATE, found, side));
  g_assert_cmpstr (outcomes, ==, expected);
}

gboolean
is_as_strict (SmrCatalogue *catalogue, SmrScreening *stricter, SmrScreening *milder)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  const SmrSide sides[] = { SMR_SIDE_LEFT, SMR_SIDE_RIGHT };

  for (int phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if (smr_screening_get_phase (stricter, phase) < smr_screening_get_phase (milder, phase))
        return FALSE;
      if (smr_screening_is_locked (stricter, phase))
        continue;
      if (smr_screening_is_gentle (stricter, phase) < smr_screening_is_gentle (milder, phase))
        return FALSE;
      for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
        {
          for (guint i = 0; i < muscles->len; i++)
            {
              const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

              if (smr_screening_get_muscle (stricter, phase, muscle, sides[s]) < smr_screening_get_muscle (milder, phase, muscle, sides[s]))
                return FALSE;
            }
          for (SmrLimb limb = SMR_LIMB_ARM; limb <= SMR_LIMB_LEG; limb++)
            {
              if (smr_screening_may_bear (stricter, phase, limb, sides[s]) > smr_screening_may_bear (milder, phase, limb, sides[s]))
                return FALSE;
            }
        }
    }
  for (SmrPosition position = SMR_POSITION_STANDING; position <= SMR_POSITION_SUPINE; position++)
    {
      if (smr_screening_allows_position (stricter, position) > smr_screening_allows_position (milder, position))
        return FALSE;
    }
  return TRUE;
}
