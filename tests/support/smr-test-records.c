#include "smr-test-records.h"

#include "smr-test-own.h"

SmrDate
smr_test_date (const char *text)
{
  SmrDate date;

  g_assert_true (smr_date_parse (text, &date));
  return date;
}

/* --- builders ---------------------------------------------------------------------------------------------- */

SmrClient *
smr_test_client (const char *name)
{
  SmrClient *client = smr_client_new (name);

  client->born = smr_test_date ("1991-05-04");
  return client;
}

SmrClient *
smr_test_full_client (const char *name)
{
  SmrClient *client = smr_test_client (name);
  const char * const kit[] = { "soft_roller", "band", NULL };

  client->level = SMR_LEVEL_ADVANCED;
  client->regularly_active = TRUE;
  client->setting = SMR_SETTING_STUDIO;
  client->archived = TRUE;
  g_set_str (&client->language, "pl");
  g_strfreev (client->kit);
  client->kit = g_strdupv ((GStrv) kit);
  g_set_str (&client->phone, "+48 22 555 01 00");
  g_set_str (&client->email, "client@example.org");
  g_set_str (&client->notes, "Comes on Tuesdays.\nDrives a \"lorry\"; 100 % sure.");
  g_set_str (&client->trainer, "Zoë O'Hara");
  return client;
}

SmrIntake *
smr_test_intake (const char *signed_on)
{
  SmrIntake *intake = smr_intake_new ();

  intake->signed_on = smr_test_date (signed_on);
  g_set_str (&intake->signed_by, "client");
  intake->catalogue_version = 1;
  return intake;
}

SmrIntake *
smr_test_full_intake (const char *signed_on)
{
  SmrIntake *intake = smr_test_intake (signed_on);
  SmrAnswer *answer;

  intake->guardian_signed = TRUE;
  g_set_str (&intake->guardian, "Her mother");
  smr_intake_take_answer (intake, smr_answer_new ("heart_failure", SMR_REPLY_NO));
  smr_intake_take_answer (intake, smr_answer_new ("diabetes", SMR_REPLY_NOT_SURE));
  smr_intake_take_answer (intake, smr_answer_new ("epilepsy", SMR_REPLY_UNANSWERED));

  answer = smr_answer_new ("surgery", SMR_REPLY_YES);
  answer->date = smr_test_date ("2026-02-09");
  answer->healed_and_sealed = SMR_REPLY_NO;
  smr_answer_add_place (answer, "knee", SMR_SIDE_LEFT);
  smr_answer_add_place (answer, "hip", SMR_SIDE_NONE);
  smr_answer_add_place (answer, "belly_low_back", SMR_SIDE_MIDLINE);
  smr_intake_take_answer (intake, answer);

  answer = smr_answer_new ("blood_clot", SMR_REPLY_YES);
  smr_answer_set_fact (answer, "treatment_ended", TRUE);
  smr_answer_set_fact (answer, "no_symptoms", TRUE);
  answer->not_known = SMR_FOLLOW_UP_DATE | SMR_FOLLOW_UP_READING;
  smr_intake_take_answer (intake, answer);

  answer = smr_answer_new ("pregnancy", SMR_REPLY_YES);
  answer->weeks = 0;
  g_set_str (&answer->text, "first\nchild");
  smr_intake_take_answer (intake, answer);
  return intake;
}

SmrClearance *
smr_test_full_clearance (const char *dated)
{
  SmrClearance *clearance = smr_clearance_new ();
  SmrPlace place = { g_intern_string ("thigh"), SMR_SIDE_BOTH };

  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string ("blood_clot"));
  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string ("anticoagulants"));
  g_set_str (&clearance->physician, "Dr. Nowak");
  g_set_str (&clearance->practice, "Clinic by the river");
  g_set_str (&clearance->phone, "555 0100");
  clearance->dated = smr_test_date (dated);
  clearance->expires = smr_date_add_months (clearance->dated, 3);
  clearance->phases = 1u << SMR_PHASE_INHIBIT | 1u << SMR_PHASE_ACTIVATE;
  clearance->names_rolling = TRUE;
  g_array_append_val (clearance->places, place);
  g_ptr_array_add (clearance->muscles, (gpointer) g_intern_string ("quadriceps"));
  g_ptr_array_add (clearance->tools, (gpointer) g_intern_string ("soft_roller"));
  clearance->no_restriction = TRUE;
  return clearance;
}

SmrReading *
smr_test_reading (const char *date, int systolic, int diastolic)
{
  SmrReading *reading = g_new0 (SmrReading, 1);

  reading->date = smr_test_date (date);
  reading->systolic = systolic;
  reading->diastolic = diastolic;
  return reading;
}

SmrCheck *
smr_test_check (const char *date, const char *condition, SmrReply reply)
{
  SmrCheck *check = smr_check_new (smr_test_date (date));

  smr_check_set_reply (check, condition, reply);
  return check;
}

SmrSession *
smr_test_session (const char *date, int pain_before, int pain_after)
{
  SmrSession *session = smr_session_new (smr_test_date (date));

  session->pain_before = pain_before;
  session->pain_after = pain_after;
  return session;
}

static void
add_item (SmrRoutine *routine, SmrPhase phase, const char *exercise, SmrItemSide side, const char *tool, SmrTempo tempo)
{
  SmrItem *item = smr_item_new (phase, exercise);
  int place = routine->items->len + 1;

  item->side = side;
  item->tool = g_intern_string (tool);
  item->dose = (SmrDose){ place, 2 * place, 10 * place, 5 * place, tempo, 15 * place };
  g_ptr_array_add (routine->items, item);
}

SmrRoutine *
smr_test_routine (const char *title)
{
  SmrRoutine *routine = smr_routine_new (title);
  SmrPick lats = { g_intern_string ("lats"), SMR_SIDE_LEFT };
  SmrPick neck = { g_intern_string ("deep_neck_flexors"), SMR_SIDE_MIDLINE };
  SmrPick calves = { g_intern_string ("calves"), SMR_SIDE_BOTH };

  routine->created = smr_test_date ("2026-03-01");
  routine->level = SMR_LEVEL_INTERMEDIATE;
  routine->setting = SMR_SETTING_STUDIO;
  routine->minutes = 10;
  routine->accept_substitutes = TRUE;
  g_array_append_val (routine->overactive, lats);
  g_array_append_val (routine->overactive, calves);
  g_array_append_val (routine->underactive, neck);

  add_item (routine, SMR_PHASE_INHIBIT, "roll_lats", SMR_ITEM_SIDE_LEFT, "soft_roller", SMR_TEMPO_ROLL);
  add_item (routine, SMR_PHASE_LENGTHEN, "stretch_calves", SMR_ITEM_SIDE_EACH, NULL, SMR_TEMPO_STATIC);
  add_item (routine, SMR_PHASE_ACTIVATE, "chin_tuck", SMR_ITEM_SIDE_TOGETHER, NULL, SMR_TEMPO_4_2_1);
  add_item (routine, SMR_PHASE_INTEGRATE, "squat_to_row", SMR_ITEM_SIDE_RIGHT, "band", SMR_TEMPO_HOLD);

  smr_item_add_served (g_ptr_array_index (routine->items, 0), "lats", NULL, SMR_SIDE_LEFT, NULL);
  smr_item_add_served (g_ptr_array_index (routine->items, 1), "calves", NULL, SMR_SIDE_BOTH, NULL);
  smr_item_add_served (g_ptr_array_index (routine->items, 2), "deep_neck_flexors", NULL, SMR_SIDE_MIDLINE, NULL);
  smr_item_add_served (g_ptr_array_index (routine->items, 2), "mid_lower_trapezius", "lats", SMR_SIDE_LEFT, "adductors:overactive");
  smr_item_add_served (g_ptr_array_index (routine->items, 3), "glutes", "calves", SMR_SIDE_NONE, NULL);
  g_set_str (&((SmrItem *) g_ptr_array_index (routine->items, 3))->note, "Slowly, “as in water”.");
  return routine;
}

SmrRecord *
smr_test_full_record (const char *name)
{
  SmrRecord *record = smr_record_new_take (smr_test_full_client (name));
  SmrRoutine *issued = smr_test_routine ("Shoulders");

  issued->version = 3;
  issued->status = SMR_ROUTINE_ISSUED;
  issued->issued = smr_test_date ("2026-03-02");

  g_ptr_array_add (record->intakes, smr_test_intake ("2025-06-01"));
  g_ptr_array_add (record->intakes, smr_test_full_intake ("2026-01-15"));
  g_ptr_array_add (record->clearances, smr_clearance_new ());
  g_ptr_array_add (record->clearances, smr_test_full_clearance ("2026-02-20"));
  g_ptr_array_add (record->readings, smr_test_reading ("2026-02-28", 148, 88));
  g_ptr_array_add (record->readings, smr_test_reading ("2026-03-02", 138, 84));
  g_ptr_array_add (record->checks, smr_test_check ("2026-02-28", "cv_symptoms", SMR_REPLY_NOT_SURE));
  g_ptr_array_add (record->checks, smr_test_check ("2026-03-02", "cv_symptoms", SMR_REPLY_NO));
  g_ptr_array_add (record->sessions, smr_test_session ("2026-02-28", -1, 10));
  g_ptr_array_add (record->sessions, smr_test_session ("2026-03-02", 6, 0));
  ((SmrSession *) g_ptr_array_index (record->sessions, 1))->done_as_planned = TRUE;
  g_set_str (&((SmrSession *) g_ptr_array_index (record->sessions, 1))->note, "Left calf eased.");
  g_ptr_array_add (record->routines, smr_test_routine ("Hips"));
  g_ptr_array_add (record->routines, issued);
  return record;
}

static SmrIntake *
latest_intake (const char *signed_on)
{
  SmrIntake *intake = smr_test_full_intake (signed_on);
  SmrAnswer *copied;

  g_set_str (&intake->trainer, "Kim Lee");
  g_set_str (&intake->signature, "400x120 M12 40l1 1 7 -3M50 30l0 0");
  g_set_str (&intake->guardian_signature, "200x60 M0 0l200 60");
  g_set_str (&intake->consent, "I agree.\n\nI tell my trainer.");
  intake->consent_version = 4;

  copied = smr_answer_new ("osteoporosis", SMR_REPLY_YES);
  copied->as_of = smr_test_date ("2026-01-15");
  copied->with_rest = TRUE;
  smr_intake_take_answer (intake, copied);
  return intake;
}

SmrLetter *
smr_test_letter (const char *dated, const char *condition)
{
  SmrLetter *letter = smr_letter_new (smr_test_date (dated));

  g_set_str (&letter->physician, "Dr. Ødegård");
  g_set_str (&letter->address, "Old Mill Practice\n3 Mill Lane");
  g_ptr_array_add (letter->conditions, (gpointer) g_intern_string (condition));
  return letter;
}

static SmrClearance *
latest_clearance (const char *dated)
{
  SmrClearance *clearance = smr_test_full_clearance (dated);

  clearance->in_addition = TRUE;
  smr_clearance_take_withdrawal (clearance, smr_withdrawal_new (SMR_WITHDRAWAL_REVOKED_BY_PHYSICIAN, smr_test_date ("2026-02-27")));
  g_set_str (&clearance->withdrawal->reason, "New findings.\nBy phone.");
  g_set_str (&clearance->withdrawal->by, "Li Wei");
  return clearance;
}

static void
add_session_with_incidents (SmrRecord *record)
{
  SmrSession *session = smr_test_session ("2026-03-03", 5, 3);
  SmrIncident *incident = smr_incident_new (smr_test_date ("2026-03-03"), "swollen_limb");
  SmrCheck *check = smr_test_check ("2026-03-03", "cv_symptoms", SMR_REPLY_NO);

  smr_check_set_fact (check, "impaired_today", "painkiller_only");
  g_ptr_array_add (record->checks, check);

  session->id = 77;
  session->setting = SMR_SETTING_STUDIO;
  session->version = 3;
  g_set_str (&session->title, "Shoulders");
  g_ptr_array_add (session->items, smr_session_item_new ("roll_lats", SMR_ITEM_SIDE_LEFT, SMR_DONE_CHANGED, "Half the time."));
  g_ptr_array_add (session->items, smr_session_item_new ("chin_tuck", SMR_ITEM_SIDE_TOGETHER, SMR_DONE_LEFT_OUT, ""));
  g_ptr_array_add (record->sessions, session);

  incident->session = session->id;
  g_set_str (&incident->done, "Sent home; a doctor looks at it today.");
  g_set_str (&incident->note, "Left calf,\nwarm to the touch.");
  smr_incident_add_place (incident, "lower_leg", SMR_SIDE_LEFT);
  smr_incident_add_place (incident, "belly_low_back", SMR_SIDE_NONE);
  g_ptr_array_add (record->incidents, incident);
  g_ptr_array_add (record->incidents, smr_incident_new (smr_test_date ("2026-03-04"), "new_medicine"));
}

SmrRecord *
smr_test_latest_record (const char *name)
{
  SmrRecord *record = smr_test_full_record (name);
  SmrLetter *letter = smr_test_letter ("2026-02-01", "blood_clot");
  SmrLetterEvent *sent = smr_letter_event_new (SMR_LETTER_SENT, smr_test_date ("2026-02-02"));
  SmrLetterEvent *received = smr_letter_event_new (SMR_LETTER_RECEIVED, smr_test_date ("2026-02-21"));
  SmrClearance *clearance = g_ptr_array_index (record->clearances, 1);

  g_ptr_array_add (record->intakes, latest_intake ("2026-03-01"));
  ((SmrRoutine *) g_ptr_array_index (record->routines, 0))->no_floor = TRUE;

  clearance->id = 2;
  received->clearance = clearance->id;
  g_set_str (&sent->how, "By post");
  g_ptr_array_add (letter->conditions, (gpointer) g_intern_string ("med_any"));
  g_ptr_array_add (letter->events, sent);
  g_ptr_array_add (letter->events, received);
  g_ptr_array_add (record->letters, letter);
  g_ptr_array_add (record->letters, smr_test_letter ("2026-03-02", "heart_disease"));
  g_ptr_array_add (record->clearances, latest_clearance ("2026-02-24"));
  add_session_with_incidents (record);
  return record;
}

/* Two versions; the current routine names the first. */
static void
add_own_exercise (SmrRecord *record)
{
  SmrRoutine *routine = smr_routine_copy (g_ptr_array_index (record->routines, 0));
  SmrItem *item = smr_item_new (SMR_PHASE_LENGTHEN, "own_kerb_1");

  item->side = SMR_ITEM_SIDE_LEFT;
  item->tool = g_intern_string ("wall");
  item->dose = (SmrDose) { 1, 2, 30, 0, SMR_TEMPO_STATIC, 0 };
  smr_item_add_served (item, "gastrocnemius", "gastrocnemius", SMR_SIDE_LEFT, NULL);
  g_ptr_array_add (routine->items, item);
  g_ptr_array_add (record->routines, routine);
  g_ptr_array_add (record->own_exercises, smr_test_own_exercise ("own_kerb_1", "own_kerb", 1));
  g_ptr_array_add (record->own_exercises, smr_test_own_exercise ("own_kerb_2", "own_kerb", 2));
}

SmrRecord *
smr_test_newest_record (const char *name)
{
  SmrRecord *record = smr_test_latest_record (name);
  SmrAssessment *first = smr_assessment_new (smr_test_date ("2026-01-16"));
  SmrAssessment *second = smr_assessment_new (smr_test_date ("2026-02-27"));

  g_set_str (&first->trainer, "Li Wei");
  g_set_str (&first->note, "After work.\nShoes off.");
  smr_assessment_add_part (first, "overhead_squat");
  smr_assessment_add_part (first, "posture");
  smr_assessment_set_side (first, "ohs_weight_shift", SMR_SIDE_RIGHT);
  smr_assessment_set_side (first, "static_head_forward", SMR_SIDE_MIDLINE);
  smr_assessment_set_side (first, "ohs_knees_in", SMR_SIDE_BOTH);
  smr_assessment_set_range (first, "ankle_dorsiflexion", SMR_SIDE_LEFT, 0);
  smr_assessment_set_range (first, "ankle_dorsiflexion", SMR_SIDE_RIGHT, 38);
  g_ptr_array_add (record->assessments, first);
  g_ptr_array_add (record->assessments, second);
  smr_assessment_add_part (second, "overhead_squat");
  add_own_exercise (record);
  return record;
}

SmrPractice *
smr_test_full_practice (const char *name)
{
  SmrPractice *practice = smr_practice_new ();

  g_set_str (&practice->name, name);
  g_set_str (&practice->phone, "555 0199");
  g_set_str (&practice->address, "1 Mill Lane\nSpringfield");
  practice->logo = g_bytes_new ("\x89PNG\0\1\2", 7);
  g_ptr_array_add (practice->trainers, smr_trainer_new ("Zoë O'Hara", "MSc", "555 0101"));
  g_ptr_array_add (practice->trainers, smr_trainer_new ("Li Wei", "", ""));
  g_set_str (&practice->paper, "letter");
  g_set_str (&practice->language, "de");
  practice->level = SMR_LEVEL_INTERMEDIATE;
  practice->setting = SMR_SETTING_STUDIO;
  practice->rescreen_months = 6;
  g_set_str (&practice->consent, "I agree.\n\nAll of it.");
  practice->consent_version = 4;
  g_set_str (&practice->print_settings, "[Print Settings]\nresolution=600\n");
  g_set_str (&practice->page_setup, "[Page Setup]\nMarginTop=12\n");
  practice->sample = TRUE;
  return practice;
}

/* --- descriptions ------------------------------------------------------------------------------------------- */

static void
describe_date (GString *text, const char *name, SmrDate date)
{
  g_autofree char *day = date != SMR_DATE_NONE ? smr_date_to_string (date) : NULL;

  g_string_append_printf (text, "%s: %s\n", name, day != NULL ? day : "-");
}

static const char *
side_word (SmrSide side)
{
  return side != SMR_SIDE_NONE ? smr_side_to_string (side) : "-";
}

static void
describe_places (GString *text, GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const SmrPlace *place = &g_array_index (places, SmrPlace, i);

      g_string_append_printf (text, "place: %s %s\n", place->site, side_word (place->side));
    }
}

static void
describe_ids (GString *text, const char *name, GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s: %s\n", name, (const char *) g_ptr_array_index (ids, i));
}

char *
smr_test_describe_client (const SmrClient *client)
{
  GString *text = g_string_new (NULL);
  g_autofree char *kit = g_strjoinv (" ", client->kit);

  g_string_append_printf (text, "name: %s\n", client->name);
  describe_date (text, "born", client->born);
  g_string_append_printf (text, "level: %s, active: %d, language: %s, setting: %s\n", smr_level_to_string (client->level),
                          client->regularly_active, client->language, smr_setting_to_string (client->setting));
  g_string_append_printf (text, "kit: %s\nphone: %s\nemail: %s\nnotes: %s\ntrainer: %s\narchived: %d\n", kit, client->phone,
                          client->email, client->notes, client->trainer, client->archived);
  return g_string_free (text, FALSE);
}

static void
describe_answer (GString *text, const SmrAnswer *answer)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_copy (answer->facts, NULL, NULL);

  g_ptr_array_sort_values (facts, (GCompareFunc) g_strcmp0);
  g_string_append_printf (text, "%s: %s, text: %s, healed: %s, weeks: %d, not known: %x\n", answer->condition,
                          smr_reply_to_string (answer->reply), answer->text, smr_reply_to_string (answer->healed_and_sealed),
                          answer->weeks, answer->not_known);
  describe_date (text, "date", answer->date);
  describe_places (text, answer->places);
  describe_ids (text, "fact", facts);
  if (answer->as_of != SMR_DATE_NONE)
    describe_date (text, answer->with_rest ? "copied with the rest as of" : "copied as of", answer->as_of);
}

char *
smr_test_describe_intake (const SmrIntake *intake)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GList) conditions = g_list_sort (g_hash_table_get_keys (intake->answers), (GCompareFunc) g_strcmp0);

  describe_date (text, "signed", intake->signed_on);
  g_string_append_printf (text, "by: %s, guardian: %d %s, catalogue: %d\n", intake->signed_by, intake->guardian_signed,
                          intake->guardian, intake->catalogue_version);
  if (*intake->trainer != '\0')
    g_string_append_printf (text, "trainer: %s\n", intake->trainer);
  if (*intake->signature != '\0' || *intake->guardian_signature != '\0')
    g_string_append_printf (text, "signature: %s, guardian: %s\n", intake->signature, intake->guardian_signature);
  if (*intake->consent != '\0')
    g_string_append_printf (text, "consent: %d, %s\n", intake->consent_version, intake->consent);
  for (GList *l = conditions; l != NULL; l = l->next)
    describe_answer (text, smr_intake_get_answer (intake, l->data));
  return g_string_free (text, FALSE);
}

char *
smr_test_describe_clearance (const SmrClearance *clearance)
{
  GString *text = g_string_new (NULL);

  describe_date (text, "dated", clearance->dated);
  describe_date (text, "expires", clearance->expires);
  g_string_append_printf (text, "physician: %s, practice: %s, phone: %s\nphases: %x, names rolling: %d, no restriction: %d\n",
                          clearance->physician, clearance->practice, clearance->phone, clearance->phases,
                          clearance->names_rolling, clearance->no_restriction);
  describe_ids (text, "condition", clearance->conditions);
  describe_places (text, clearance->places);
  describe_ids (text, "muscle", clearance->muscles);
  describe_ids (text, "tool", clearance->tools);
  if (clearance->in_addition)
    g_string_append (text, "in addition\n");
  if (clearance->withdrawal != NULL)
    {
      describe_date (text, smr_withdrawal_kind_to_string (clearance->withdrawal->kind), clearance->withdrawal->date);
      g_string_append_printf (text, "withdrawn by: %s, because: %s\n", clearance->withdrawal->by, clearance->withdrawal->reason);
    }
  return g_string_free (text, FALSE);
}

char *
smr_test_describe_check (const SmrCheck *check)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GList) conditions = g_list_sort (g_hash_table_get_keys (check->answers), (GCompareFunc) g_strcmp0);

  describe_date (text, "date", check->date);
  for (GList *l = conditions; l != NULL; l = l->next)
    g_string_append_printf (text, "%s: %s\n", (const char *) l->data, smr_reply_to_string (smr_check_get_reply (check, l->data)));
  for (GList *l = conditions; l != NULL; l = l->next)
    {
      if (smr_check_get_fact (check, l->data) != NULL)
        g_string_append_printf (text, "%s: %s\n", (const char *) l->data, smr_check_get_fact (check, l->data));
    }
  return g_string_free (text, FALSE);
}

char *
smr_test_describe_session (const SmrSession *session)
{
  GString *text = g_string_new (NULL);

  describe_date (text, "date", session->date);
  g_string_append_printf (text, "pain: %d to %d, as planned: %d, note: %s\n", session->pain_before, session->pain_after,
                          session->done_as_planned, session->note);
  g_string_append_printf (text, "%s, routine: %s, version %d\n",
                          session->setting != SMR_SETTING_NOT_NOTED ? smr_setting_to_string (session->setting) : "-",
                          session->title, session->version);
  for (guint i = 0; i < session->items->len; i++)
    {
      const SmrSessionItem *item = g_ptr_array_index (session->items, i);

      g_string_append_printf (text, "%s %s: %s, %s\n", item->exercise, smr_item_side_to_string (item->side),
                              smr_done_to_string (item->done), item->note);
    }
  return g_string_free (text, FALSE);
}

char *
smr_test_describe_incident (const SmrIncident *incident)
{
  GString *text = g_string_new (NULL);

  describe_date (text, "date", incident->date);
  g_string_append_printf (text, "%s, in a session: %d\ndone: %s\nnote: %s\n", incident->sign, incident->session != 0,
                          incident->done, incident->note);
  describe_places (text, incident->places);
  return g_string_free (text, FALSE);
}

static void
describe_picks (GString *text, const char *name, GArray *picks)
{
  for (guint i = 0; i < picks->len; i++)
    {
      const SmrPick *pick = &g_array_index (picks, SmrPick, i);

      g_string_append_printf (text, "%s: %s %s\n", name, pick->muscle, side_word (pick->side));
    }
}

static void
describe_item (GString *text, const SmrItem *item)
{
  g_string_append_printf (text, "%s %s %s with %s: %d x %d, %d s, search %d s, %s, rest %d s, note %s\n",
                          smr_phase_to_string (item->phase), item->exercise, smr_item_side_to_string (item->side),
                          item->tool != NULL ? item->tool : "-", item->dose.sets, item->dose.reps, item->dose.hold_seconds,
                          item->dose.search_seconds, smr_tempo_to_string (item->dose.tempo), item->dose.rest_seconds,
                          item->note != NULL ? item->note : "-");
  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);

      g_string_append_printf (text, "  for %s %s because %s, passed over %s\n", served->muscle, side_word (served->side),
                              served->because != NULL ? served->because : "-",
                              served->passed_over != NULL ? served->passed_over : "-");
    }
}

char *
smr_test_describe_routine (const SmrRoutine *routine)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, version %d, %s\n", routine->title, routine->version, smr_routine_status_to_string (routine->status));
  describe_date (text, "created", routine->created);
  describe_date (text, "issued", routine->issued);
  g_string_append_printf (text, "%s, %s, %d min, substitutes %d\n", smr_level_to_string (routine->level),
                          smr_setting_to_string (routine->setting), routine->minutes, routine->accept_substitutes);
  g_string_append_printf (text, "no_floor %d\n", routine->no_floor);
  describe_picks (text, "overactive", routine->overactive);
  describe_picks (text, "underactive", routine->underactive);
  for (guint i = 0; i < routine->items->len; i++)
    describe_item (text, g_ptr_array_index (routine->items, i));
  return g_string_free (text, FALSE);
}

typedef char *(*DescribeFunc) (gconstpointer value);

static void
describe_all (GString *text, const char *title, GPtrArray *values, DescribeFunc describe)
{
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *description = describe (g_ptr_array_index (values, i));

      g_string_append_printf (text, "--- %s\n%s", title, description);
    }
}

static char *
describe_reading (gconstpointer value)
{
  const SmrReading *reading = value;
  g_autofree char *day = smr_date_to_string (reading->date);

  return g_strdup_printf ("%s %d/%d\n", day, reading->systolic, reading->diastolic);
}

char *
smr_test_describe_letter (const SmrLetter *letter)
{
  GString *text = g_string_new (NULL);

  describe_date (text, "dated", letter->dated);
  g_string_append_printf (text, "to %s, %s\n", letter->physician, letter->address);
  for (guint i = 0; i < letter->conditions->len; i++)
    g_string_append_printf (text, "asks about %s\n", (const char *) g_ptr_array_index (letter->conditions, i));
  for (guint i = 0; i < letter->events->len; i++)
    {
      const SmrLetterEvent *event = g_ptr_array_index (letter->events, i);

      describe_date (text, smr_letter_event_kind_to_string (event->kind), event->date);
      g_string_append_printf (text, "how: %s\n", event->how);
    }
  return g_string_free (text, FALSE);
}

/* With the clearances that came, which ids alone would not tell. */
static void
describe_letters (GString *text, const SmrRecord *record)
{
  describe_all (text, "letter", record->letters, (DescribeFunc) smr_test_describe_letter);
  for (guint i = 0; i < record->letters->len; i++)
    {
      const SmrLetter *letter = g_ptr_array_index (record->letters, i);

      for (guint j = 0; j < letter->events->len; j++)
        {
          const SmrLetterEvent *event = g_ptr_array_index (letter->events, j);

          for (guint k = 0; event->clearance != 0 && k < record->clearances->len; k++)
            {
              if (((SmrClearance *) g_ptr_array_index (record->clearances, k))->id == event->clearance)
                g_string_append_printf (text, "letter %u, event %u: clearance %u\n", i, j, k);
            }
        }
    }
}

char *
smr_test_describe_assessment (const SmrAssessment *assessment)
{
  GString *text = g_string_new (NULL);

  describe_date (text, "date", assessment->date);
  g_string_append_printf (text, "by %s: %s\n", assessment->trainer, assessment->note);
  for (guint i = 0; i < assessment->parts->len; i++)
    g_string_append_printf (text, "part %s\n", (const char *) g_ptr_array_index (assessment->parts, i));
  for (guint i = 0; i < assessment->seen->len; i++)
    {
      const SmrSeen *seen = &g_array_index (assessment->seen, SmrSeen, i);

      g_string_append_printf (text, "seen %s %s\n", seen->observation, smr_side_to_string (seen->side));
    }
  for (guint i = 0; i < assessment->ranges->len; i++)
    {
      const SmrRange *range = &g_array_index (assessment->ranges, SmrRange, i);

      g_string_append_printf (text, "range %s %s %d\n", range->movement, smr_side_to_string (range->side), range->degrees);
    }
  return g_string_free (text, FALSE);
}

char *
smr_test_describe_record (const SmrRecord *record)
{
  GString *text = g_string_new (NULL);
  g_autofree char *client = smr_test_describe_client (record->client);

  g_string_append (text, client);
  describe_all (text, "intake", record->intakes, (DescribeFunc) smr_test_describe_intake);
  describe_all (text, "clearance", record->clearances, (DescribeFunc) smr_test_describe_clearance);
  describe_all (text, "reading", record->readings, describe_reading);
  describe_all (text, "check", record->checks, (DescribeFunc) smr_test_describe_check);
  describe_all (text, "session", record->sessions, (DescribeFunc) smr_test_describe_session);
  describe_letters (text, record);
  describe_all (text, "incident", record->incidents, (DescribeFunc) smr_test_describe_incident);
  describe_all (text, "assessment", record->assessments, (DescribeFunc) smr_test_describe_assessment);
  describe_all (text, "own exercise", record->own_exercises, (DescribeFunc) smr_test_describe_own);
  describe_all (text, "routine", record->routines, (DescribeFunc) smr_test_describe_routine);
  return g_string_free (text, FALSE);
}

static char *
describe_trainer (gconstpointer value)
{
  const SmrTrainer *trainer = value;

  return g_strdup_printf ("%s, %s, %s\n", trainer->name, trainer->credentials, trainer->phone);
}

char *
smr_test_describe_practice (const SmrPractice *practice)
{
  GString *text = g_string_new (NULL);
  g_autofree char *logo = practice->logo != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, practice->logo) : NULL;

  g_string_append_printf (text, "%s, %s, %s, logo %s, paper %s, language %s\n", practice->name, practice->phone,
                          practice->address, logo != NULL ? logo : "-", practice->paper, practice->language);
  g_string_append_printf (text, "%s, %s, rescreen after %d months, sample %d\nconsent %d: %s\n", smr_level_to_string (practice->level),
                          smr_setting_to_string (practice->setting), practice->rescreen_months, practice->sample,
                          practice->consent_version, practice->consent);
  g_string_append_printf (text, "%s%s", practice->print_settings, practice->page_setup);
  describe_all (text, "trainer", practice->trainers, describe_trainer);
  return g_string_free (text, FALSE);
}
