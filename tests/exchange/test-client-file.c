#include <glib/gstdio.h>
#include <string.h>

#include "small-catalogue.h"
#include "smr-test-own.h"
#include "smr-test-records.h"
#include "smr-client-file.h"

static SmrDate
day (const char *text)
{
  SmrDate date;

  g_assert_true (smr_date_parse (text, &date));
  return date;
}

#define TODAY (day ("2026-03-02"))

/* --- a record with a value in every member */

static SmrClient *
full_client (void)
{
  SmrClient *client = smr_client_new ("Zoë Łukasiewicz “Zo”");

  client->born = day ("1991-05-04");
  client->level = SMR_LEVEL_INTERMEDIATE;
  client->regularly_active = TRUE;
  g_set_str (&client->language, "pt_BR");
  client->setting = SMR_SETTING_STUDIO;
  g_strfreev (client->kit);
  client->kit = g_strdupv ((char **) (const char * const[]) { "soft_roller", "band", NULL });
  g_set_str (&client->phone, "+49 30 1234");
  g_set_str (&client->email, "zoe@example.org");
  g_set_str (&client->notes, "Two lines,\n\t\"quoted\" \\ and back.");
  g_set_str (&client->trainer, "Ana Prado");
  client->archived = TRUE;
  return client;
}

static SmrIntake *
full_intake (void)
{
  SmrIntake *intake = smr_intake_new ();
  SmrAnswer *clot = smr_answer_new ("blood_clot", SMR_REPLY_YES);
  SmrAnswer *surgery = smr_answer_new ("surgery", SMR_REPLY_YES);
  SmrAnswer *pregnancy = smr_answer_new ("pregnant_or_postpartum", SMR_REPLY_NOT_SURE);
  SmrAnswer *heart = smr_answer_new ("heart_failure", SMR_REPLY_NO);

  intake->signed_on = day ("2026-01-15");
  g_set_str (&intake->signed_by, "client");
  intake->guardian_signed = TRUE;
  g_set_str (&intake->guardian, "Mother");
  g_set_str (&intake->trainer, "Ana Prado");
  g_set_str (&intake->signature, "400x120 M12 40l1 1 7 -3M50 30l0 0");
  g_set_str (&intake->guardian_signature, "200x60 M0 0l200 60");
  g_set_str (&intake->consent, "I agree.\n\nI tell my trainer.");
  intake->consent_version = 4;
  intake->catalogue_version = 1;

  g_set_str (&clot->text, "left leg\nafter a flight");
  clot->date = day ("2021-05-01");
  smr_answer_set_fact (clot, "treatment_ended", TRUE);
  smr_intake_take_answer (intake, clot);

  smr_answer_add_place (surgery, "knee", SMR_SIDE_LEFT);
  smr_answer_add_place (surgery, "neck_head", SMR_SIDE_NONE);
  surgery->healed_and_sealed = SMR_REPLY_NO;
  surgery->not_known = SMR_FOLLOW_UP_DATE | SMR_FOLLOW_UP_TEXT;
  smr_intake_take_answer (intake, surgery);

  pregnancy->weeks = 0;
  pregnancy->as_of = day ("2025-01-10");
  smr_intake_take_answer (intake, pregnancy);
  heart->with_rest = TRUE;
  smr_intake_take_answer (intake, heart);
  return intake;
}

static SmrClearance *
full_clearance (void)
{
  SmrClearance *clearance = smr_clearance_new ();
  SmrPlace place = { g_intern_string ("knee"), SMR_SIDE_BOTH };

  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string ("blood_clot"));
  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string ("age_band"));
  g_set_str (&clearance->physician, "Dr. Weiss");
  g_set_str (&clearance->practice, "Praxis");
  g_set_str (&clearance->phone, "030 99");
  clearance->dated = day ("2026-02-20");
  clearance->expires = day ("2026-05-20");
  clearance->phases = 1 << SMR_PHASE_INHIBIT | 1 << SMR_PHASE_ACTIVATE;
  clearance->names_rolling = TRUE;
  g_array_append_val (clearance->places, place);
  g_ptr_array_add (clearance->muscles, (gpointer) g_intern_string ("gastrocnemius"));
  g_ptr_array_add (clearance->tools, (gpointer) g_intern_string ("soft_roller"));
  clearance->no_restriction = TRUE;
  clearance->in_addition = TRUE;
  smr_clearance_take_withdrawal (clearance, smr_withdrawal_new (SMR_WITHDRAWAL_REVOKED_BY_PHYSICIAN, day ("2026-02-28")));
  g_set_str (&clearance->withdrawal->reason, "New findings.\nBy phone.");
  g_set_str (&clearance->withdrawal->by, "Li Wei");
  return clearance;
}

static SmrRoutine *
full_routine (void)
{
  SmrRoutine *routine = smr_routine_new ("Calves");
  SmrPick left_calf = { g_intern_string ("gastrocnemius"), SMR_SIDE_LEFT };
  SmrPick back = { g_intern_string ("thoracic_spine"), SMR_SIDE_MIDLINE };
  SmrItem *roll = smr_item_new (SMR_PHASE_INHIBIT, "smr_calf_roller");
  SmrItem *activate = smr_item_new (SMR_PHASE_ACTIVATE, "act_tibialis_anterior_band");

  routine->version = 3;
  routine->status = SMR_ROUTINE_ISSUED;
  routine->created = day ("2026-02-25");
  routine->issued = day ("2026-02-27");
  routine->level = SMR_LEVEL_ADVANCED;
  routine->setting = SMR_SETTING_STUDIO;
  routine->minutes = 12;
  routine->no_floor = TRUE;
  routine->accept_substitutes = TRUE;
  g_array_append_val (routine->overactive, left_calf);
  g_array_append_val (routine->underactive, back);

  roll->side = SMR_ITEM_SIDE_LEFT;
  roll->tool = g_intern_string ("soft_roller");
  roll->dose = (SmrDose) { 1, 2, 30, 25, SMR_TEMPO_ROLL, 0 };
  roll->note = g_strdup ("slowly");
  smr_item_add_served (roll, "gastrocnemius", NULL, SMR_SIDE_LEFT, NULL);
  g_ptr_array_add (routine->items, roll);

  activate->side = SMR_ITEM_SIDE_EACH;
  activate->dose = (SmrDose) { 2, 12, 2, 0, SMR_TEMPO_4_2_1, 30 };
  smr_item_add_served (activate, "tibialis_anterior", "gastrocnemius", SMR_SIDE_BOTH, "thoracic_spine:overactive gastrocnemius:no_exercise");
  g_ptr_array_add (routine->items, activate);
  return routine;
}

static SmrLetter *
full_letter (gint64 clearance)
{
  SmrLetter *letter = smr_letter_new (day ("2026-02-10"));
  SmrLetterEvent *sent = smr_letter_event_new (SMR_LETTER_SENT, day ("2026-02-11"));
  SmrLetterEvent *received = smr_letter_event_new (SMR_LETTER_RECEIVED, day ("2026-02-21"));

  g_set_str (&letter->physician, "Dr. Weiss");
  g_set_str (&letter->address, "Praxis\nHafenweg 3");
  g_ptr_array_add (letter->conditions, (gpointer) g_intern_string ("blood_clot"));
  g_set_str (&sent->how, "by post");
  received->clearance = clearance;
  g_ptr_array_add (letter->events, sent);
  g_ptr_array_add (letter->events, received);
  return letter;
}

static SmrIncident *
full_incident (gint64 session)
{
  SmrIncident *incident = smr_incident_new (day ("2026-03-01"), "swollen_limb");

  smr_incident_add_place (incident, "knee", SMR_SIDE_LEFT);
  g_set_str (&incident->done, "Sent to a doctor");
  g_set_str (&incident->note, "after the\nsecond set");
  incident->session = session;
  return incident;
}

static SmrAssessment *
full_assessment (void)
{
  SmrAssessment *assessment = smr_assessment_new (day ("2026-02-20"));

  g_set_str (&assessment->trainer, "Ana Prado");
  g_set_str (&assessment->note, "After work.\nShoes off.");
  smr_assessment_add_part (assessment, "posture");
  smr_assessment_add_part (assessment, "overhead_squat");
  smr_assessment_set_side (assessment, "static_head_tilted", SMR_SIDE_LEFT);
  smr_assessment_set_side (assessment, "ohs_knees_in", SMR_SIDE_BOTH);
  smr_assessment_set_range (assessment, "ankle_dorsiflexion", SMR_SIDE_LEFT, 0);
  smr_assessment_set_range (assessment, "ankle_dorsiflexion", SMR_SIDE_RIGHT, 38);
  return assessment;
}

static SmrOwnExercise *
full_own_exercise (void)
{
  /* One pixel. */
  static const guint8 photo[] = { 0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xff, 0xd9 };
  SmrOwnExercise *own = smr_test_own_exercise ("own_kerb_2", "own_kerb", 2);
  SmrExercise *exercise = own->exercise;

  exercise->phase = SMR_PHASE_ACTIVATE;
  exercise->tempo = SMR_TEMPO_HOLD;
  exercise->easier = g_intern_string ("act_tibialis_anterior_band");
  g_array_set_size (exercise->needs, 0);
  g_array_append_val (exercise->needs, ((SmrNeed) { g_intern_string ("soft_roller"), FALSE }));
  smr_test_own_set_targets (own, "tibialis_anterior", "gastrocnemius", NULL);
  smr_test_own_set_avoid (own, "surgery", "blood_clot", NULL);
  own->photo = g_bytes_new_static (photo, sizeof photo);
  return own;
}

static SmrItem *
own_item (void)
{
  SmrItem *item = smr_item_new (SMR_PHASE_ACTIVATE, "own_kerb_2");

  item->side = SMR_ITEM_SIDE_EACH;
  item->tool = g_intern_string ("soft_roller");
  item->dose = (SmrDose) { 1, 2, 30, 0, SMR_TEMPO_HOLD, 0 };
  smr_item_add_served (item, "gastrocnemius", "gastrocnemius", SMR_SIDE_BOTH, NULL);
  return item;
}

static SmrRecord *
full_record (void)
{
  SmrRecord *record = smr_record_new_take (full_client ());
  SmrReading *reading = g_new0 (SmrReading, 1);
  SmrCheck *check = smr_check_new (day ("2026-03-01"));
  SmrSession *first = smr_session_new (day ("2026-02-28"));
  SmrSession *second = smr_session_new (day ("2026-03-01"));

  g_ptr_array_add (record->intakes, full_intake ());
  g_ptr_array_add (record->clearances, full_clearance ());
  ((SmrClearance *) record->clearances->pdata[0])->id = 7;
  g_ptr_array_add (record->letters, full_letter (7));

  reading->date = day ("2026-03-02");
  reading->systolic = 148;
  reading->diastolic = 88;
  g_ptr_array_add (record->readings, reading);

  smr_check_set_reply (check, "cv_symptoms", SMR_REPLY_NOT_SURE);
  g_ptr_array_add (record->checks, check);
  check = smr_check_new (day ("2026-03-02"));
  smr_check_set_fact (check, "cv_symptoms", "only_once");
  g_ptr_array_add (record->checks, check);

  first->pain_before = 0;
  first->pain_after = 10;
  first->done_as_planned = TRUE;
  g_set_str (&first->note, "went well");
  g_ptr_array_add (record->sessions, first);
  second->pain_before = -1;
  second->pain_after = -1;
  second->setting = SMR_SETTING_STUDIO;
  second->version = 3;
  g_set_str (&second->title, "Calves");
  g_ptr_array_add (second->items, smr_session_item_new ("smr_calf_roller", SMR_ITEM_SIDE_LEFT, SMR_DONE_CHANGED, "shorter"));
  g_ptr_array_add (second->items, smr_session_item_new ("act_tibialis_anterior_band", SMR_ITEM_SIDE_EACH, SMR_DONE_AS_PLANNED, ""));
  g_ptr_array_add (record->sessions, second);
  first->id = 14;
  second->id = 15;

  g_ptr_array_add (record->incidents, full_incident (second->id));

  g_ptr_array_add (record->assessments, full_assessment ());
  g_ptr_array_add (record->own_exercises, full_own_exercise ());
  g_ptr_array_add (record->routines, full_routine ());
  g_ptr_array_add (((SmrRoutine *) record->routines->pdata[0])->items, own_item ());
  return record;
}

static void
assert_same_clients (const SmrClient *a, const SmrClient *b)
{
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpuint (a->born, ==, b->born);
  g_assert_cmpint (a->level, ==, b->level);
  g_assert_cmpint (a->regularly_active, ==, b->regularly_active);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpint (a->setting, ==, b->setting);
  g_assert_cmpstrv (a->kit, b->kit);
  g_assert_cmpstr (a->phone, ==, b->phone);
  g_assert_cmpstr (a->email, ==, b->email);
  g_assert_cmpstr (a->notes, ==, b->notes);
  g_assert_cmpstr (a->trainer, ==, b->trainer);
  g_assert_cmpint (a->archived, ==, b->archived);
}

static void
assert_same_ids (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (g_ptr_array_index (a, i) == g_ptr_array_index (b, i));
}

static void
assert_same_places (GArray *a, GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      g_assert_true (g_array_index (a, SmrPlace, i).site == g_array_index (b, SmrPlace, i).site);
      g_assert_cmpint (g_array_index (a, SmrPlace, i).side, ==, g_array_index (b, SmrPlace, i).side);
    }
}

static void
assert_same_intakes (const SmrIntake *a, const SmrIntake *b)
{
  GHashTableIter iter;
  gpointer id, answer;

  g_assert_cmpuint (a->signed_on, ==, b->signed_on);
  g_assert_cmpstr (a->signed_by, ==, b->signed_by);
  g_assert_cmpint (a->guardian_signed, ==, b->guardian_signed);
  g_assert_cmpstr (a->guardian, ==, b->guardian);
  g_assert_cmpstr (a->trainer, ==, b->trainer);
  g_assert_cmpstr (a->signature, ==, b->signature);
  g_assert_cmpstr (a->guardian_signature, ==, b->guardian_signature);
  g_assert_cmpstr (a->consent, ==, b->consent);
  g_assert_cmpint (a->consent_version, ==, b->consent_version);
  g_assert_cmpint (a->catalogue_version, ==, b->catalogue_version);
  g_assert_cmpuint (g_hash_table_size (a->answers), ==, g_hash_table_size (b->answers));
  g_hash_table_iter_init (&iter, a->answers);
  while (g_hash_table_iter_next (&iter, &id, &answer))
    {
      const SmrAnswer *other = smr_intake_get_answer (b, id);

      g_assert_true (smr_answer_equal (answer, other));
      g_assert_cmpint (((SmrAnswer *) answer)->with_rest, ==, other->with_rest);
      g_assert_cmpuint (((SmrAnswer *) answer)->as_of, ==, other->as_of);
    }
}

static void
assert_same_clearances (const SmrClearance *a, const SmrClearance *b)
{
  assert_same_ids (a->conditions, b->conditions);
  g_assert_cmpstr (a->physician, ==, b->physician);
  g_assert_cmpstr (a->practice, ==, b->practice);
  g_assert_cmpstr (a->phone, ==, b->phone);
  g_assert_cmpuint (a->dated, ==, b->dated);
  g_assert_cmpuint (a->expires, ==, b->expires);
  g_assert_cmpuint (a->phases, ==, b->phases);
  g_assert_cmpint (a->names_rolling, ==, b->names_rolling);
  assert_same_places (a->places, b->places);
  assert_same_ids (a->muscles, b->muscles);
  assert_same_ids (a->tools, b->tools);
  g_assert_cmpint (a->no_restriction, ==, b->no_restriction);
  g_assert_cmpint (a->in_addition, ==, b->in_addition);
  g_assert_cmpint (a->withdrawal->kind, ==, b->withdrawal->kind);
  g_assert_cmpuint (a->withdrawal->date, ==, b->withdrawal->date);
  g_assert_cmpstr (a->withdrawal->reason, ==, b->withdrawal->reason);
  g_assert_cmpstr (a->withdrawal->by, ==, b->withdrawal->by);
}

static void
assert_same_sessions (const SmrSession *a, const SmrSession *b)
{
  g_assert_cmpuint (a->date, ==, b->date);
  g_assert_cmpint (a->pain_before, ==, b->pain_before);
  g_assert_cmpint (a->pain_after, ==, b->pain_after);
  g_assert_cmpint (a->done_as_planned, ==, b->done_as_planned);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpint (a->setting, ==, b->setting);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpint (a->version, ==, b->version);
  g_assert_cmpuint (a->items->len, ==, b->items->len);
  for (guint i = 0; i < a->items->len; i++)
    {
      const SmrSessionItem *first = g_ptr_array_index (a->items, i);
      const SmrSessionItem *second = g_ptr_array_index (b->items, i);

      g_assert_true (first->exercise == second->exercise);
      g_assert_cmpint (first->side, ==, second->side);
      g_assert_cmpint (first->done, ==, second->done);
      g_assert_cmpstr (first->note, ==, second->note);
    }
}

static void
assert_same_incidents (const SmrIncident *a, const SmrIncident *b)
{
  g_assert_cmpuint (a->date, ==, b->date);
  g_assert_true (a->sign == b->sign);
  assert_same_places (a->places, b->places);
  g_assert_cmpstr (a->done, ==, b->done);
  g_assert_cmpstr (a->note, ==, b->note);
}

static void
assert_same_letters (const SmrLetter *a, const SmrLetter *b)
{
  g_assert_cmpuint (a->dated, ==, b->dated);
  g_assert_cmpstr (a->physician, ==, b->physician);
  g_assert_cmpstr (a->address, ==, b->address);
  assert_same_ids (a->conditions, b->conditions);
  g_assert_cmpuint (a->events->len, ==, b->events->len);
  for (guint i = 0; i < a->events->len; i++)
    {
      const SmrLetterEvent *first = a->events->pdata[i], *second = b->events->pdata[i];

      g_assert_cmpint (first->kind, ==, second->kind);
      g_assert_cmpuint (first->date, ==, second->date);
      g_assert_cmpstr (first->how, ==, second->how);
    }
}

static void
assert_same_routines (const SmrRoutine *a, const SmrRoutine *b)
{
  g_assert_true (smr_routine_equal (a, b));
  g_assert_cmpint (a->version, ==, b->version);
  g_assert_cmpint (a->status, ==, b->status);
  g_assert_cmpuint (a->created, ==, b->created);
  g_assert_cmpuint (a->issued, ==, b->issued);
}

static void
assert_same_assessments (const SmrAssessment *a, const SmrAssessment *b)
{
  g_assert_cmpuint (a->date, ==, b->date);
  g_assert_cmpstr (a->trainer, ==, b->trainer);
  g_assert_cmpstr (a->note, ==, b->note);
  assert_same_ids (a->parts, b->parts);
  g_assert_cmpuint (a->seen->len, ==, b->seen->len);
  for (guint i = 0; i < a->seen->len; i++)
    {
      const SmrSeen *seen = &g_array_index (a->seen, SmrSeen, i);

      g_assert_cmpint (seen->side, ==, smr_assessment_get_side (b, seen->observation));
    }
  g_assert_cmpuint (a->ranges->len, ==, b->ranges->len);
  for (guint i = 0; i < a->ranges->len; i++)
    {
      const SmrRange *range = &g_array_index (a->ranges, SmrRange, i);

      g_assert_cmpint (range->degrees, ==, smr_assessment_get_range (b, range->movement, range->side));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autoptr (SmrRecord) record = full_record ();
  g_autofree char *written = smr_client_file_write (catalogue, record);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) read = smr_client_file_parse (catalogue, written, -1, TODAY, &error);
  g_autofree char *again = NULL;
  const SmrReading *reading;
  const SmrCheck *check;

  g_assert_no_error (error);
  assert_same_clients (read->client, record->client);
  g_assert_cmpuint (read->intakes->len, ==, 1);
  assert_same_intakes (read->intakes->pdata[0], record->intakes->pdata[0]);
  g_assert_cmpuint (read->clearances->len, ==, 1);
  assert_same_clearances (read->clearances->pdata[0], record->clearances->pdata[0]);
  g_assert_cmpuint (read->readings->len, ==, 1);
  reading = read->readings->pdata[0];
  g_assert_cmpuint (reading->date, ==, day ("2026-03-02"));
  g_assert_cmpint (reading->systolic, ==, 148);
  g_assert_cmpint (reading->diastolic, ==, 88);
  g_assert_cmpuint (read->checks->len, ==, 2);
  check = read->checks->pdata[1];
  g_assert_cmpint (smr_check_get_reply (check, "cv_symptoms"), ==, SMR_REPLY_YES);
  g_assert_cmpstr (smr_check_get_fact (check, "cv_symptoms"), ==, "only_once");
  check = read->checks->pdata[0];
  g_assert_cmpuint (check->date, ==, day ("2026-03-01"));
  g_assert_cmpint (smr_check_get_reply (check, "cv_symptoms"), ==, SMR_REPLY_NOT_SURE);
  g_assert_cmpuint (read->sessions->len, ==, 2);
  assert_same_sessions (read->sessions->pdata[0], record->sessions->pdata[0]);
  assert_same_sessions (read->sessions->pdata[1], record->sessions->pdata[1]);
  g_assert_cmpuint (read->letters->len, ==, 1);
  assert_same_letters (read->letters->pdata[0], record->letters->pdata[0]);
  g_assert_cmpuint (read->incidents->len, ==, 1);
  assert_same_incidents (read->incidents->pdata[0], record->incidents->pdata[0]);
  g_assert_cmpint (((SmrIncident *) read->incidents->pdata[0])->session, ==, ((SmrSession *) read->sessions->pdata[1])->id);
  g_assert_cmpuint (read->assessments->len, ==, 1);
  assert_same_assessments (read->assessments->pdata[0], record->assessments->pdata[0]);
  g_assert_cmpuint (read->own_exercises->len, ==, 1);
  smr_test_assert_same (smr_test_describe_own, read->own_exercises->pdata[0], record->own_exercises->pdata[0]);
  g_assert_true (smr_own_exercise_equal (read->own_exercises->pdata[0], record->own_exercises->pdata[0]));
  g_assert_cmpuint (read->routines->len, ==, 1);
  assert_same_routines (read->routines->pdata[0], record->routines->pdata[0]);

  again = smr_client_file_write (catalogue, read);
  g_assert_cmpstr (again, ==, written);
}

/* What the schema is checked against: tests/exchange/check-schema.py reads it. */
static void
test_example_is_current (void)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autoptr (SmrRecord) record = full_record ();
  g_autofree char *written = smr_client_file_write (catalogue, record);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "client-files", "good-every-member.json", NULL);
  g_autofree char *stored = NULL;

  g_assert_true (g_file_get_contents (path, &stored, NULL, NULL));
  g_assert_cmpstr (stored, ==, written);
}

static void
test_order (void)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = smr_client_file_parse (catalogue,
    "{\"format\": \"smr-coach-client\", \"version\": 1, \"client\": {\"name\": \"Ana\"},"
    " \"intakes\": [{\"signed\": \"2026-02-01\", \"answers\": {}}, {\"signed\": \"2026-01-01\", \"answers\": {}}],"
    " \"readings\": [{\"date\": \"2026-02-01\", \"systolic\": 120, \"diastolic\": 80},"
    "                {\"date\": \"2026-01-01\", \"systolic\": 121, \"diastolic\": 80}]}", -1, TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (((SmrIntake *) record->intakes->pdata[0])->signed_on, ==, day ("2026-01-01"));
  g_assert_cmpuint (((SmrReading *) record->readings->pdata[0])->date, ==, day ("2026-01-01"));
  g_assert_cmpstr (record->client->phone, ==, "");
  g_assert_cmpstrv (record->client->kit, (const char * const[]) { NULL });
  g_assert_cmpuint (record->client->born, ==, SMR_DATE_NONE);
}

/* The file names a clearance by its place there, which is not where it ends up. */
static void
test_letter_keeps_its_clearance (void)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = smr_client_file_parse (catalogue,
    "{\"format\": \"smr-coach-client\", \"version\": 1, \"client\": {\"name\": \"Ana\"},"
    " \"clearances\": [{\"conditions\": [\"blood_clot\"], \"phases\": [\"roll\"], \"dated\": \"2026-02-20\"},"
    "                  {\"conditions\": [\"blood_clot\"], \"phases\": [\"roll\"], \"dated\": \"2026-01-20\"}],"
    " \"letters\": [{\"dated\": \"2026-02-10\", \"conditions\": [\"blood_clot\"], \"events\": ["
    "   {\"kind\": \"sent\", \"date\": \"2026-02-10\"}, {\"kind\": \"received\", \"date\": \"2026-02-21\", \"clearance\": 1}]}]}",
    -1, TODAY, &error);
  const SmrClearance *newest;
  const SmrLetterEvent *received;

  g_assert_no_error (error);
  newest = record->clearances->pdata[1];
  received = ((SmrLetter *) record->letters->pdata[0])->events->pdata[1];
  g_assert_cmpuint (newest->dated, ==, day ("2026-02-20"));
  g_assert_cmpint (received->clearance, ==, newest->id);
  g_assert_cmpint (newest->id, !=, ((SmrClearance *) record->clearances->pdata[0])->id);
}

/* --- bad files: tests/data/client-files/bad-*.json and what is said about them */

static void
assert_refused (SmrCatalogue *catalogue, const char *data, gssize length, SmrExchangeError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = smr_client_file_parse (catalogue, data, length, TODAY, &error);

  g_assert_null (record);
  g_assert_error (error, SMR_EXCHANGE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_null (strpbrk (error->message, "\n\r\t\033"));
}

static void
test_bad_syntax (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "line 1: not a whole JSON object: it does not end with a closing brace" },
    { "\n\n  ", "line 3: not a whole JSON object: it does not end with a closing brace" },
    { "{\"format\": \"smr-coach-client\",\n \"version\": 1,\n \"cli", "line 3: not a whole JSON object: it does not end with a closing brace" },
    { "name,born\nAna,1990-01-01\n", "line 3: not a whole JSON object: it does not end with a closing brace" },
    { "\"{}\"", "line 1: not a JSON object" },
  };
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (catalogue, cases[i].text, -1, SMR_EXCHANGE_ERROR_SYNTAX, cases[i].message);
}

/* All of them, so that a file without a line here is found. */
static void
test_bad_files (void)
{
  static const struct
  {
    const char      *name;
    SmrExchangeError code;
    const char      *message;
  } cases[] = {
    { "shape-unknown-member", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.surgeon: unknown member" },
    { "shape-unknown-member-at-the-top", SMR_EXCHANGE_ERROR_INVALID, "colour: unknown member" },
    { "shape-unknown-member-of-client", SMR_EXCHANGE_ERROR_INVALID, "client.nickname: unknown member" },
    { "shape-other-format", SMR_EXCHANGE_ERROR_INVALID, "format: “smr-coach-client” is expected here" },
    { "shape-no-client", SMR_EXCHANGE_ERROR_INVALID, "client: is missing" },
    { "shape-no-format", SMR_EXCHANGE_ERROR_INVALID, "format: “smr-coach-client” is expected here" },
    { "shape-no-version", SMR_EXCHANGE_ERROR_INVALID, "version: is missing" },
    { "shape-newer-version", SMR_EXCHANGE_ERROR_TOO_NEW, "version: 2 is newer than this program, which reads files up to version 1" },
    { "shape-version-as-text", SMR_EXCHANGE_ERROR_INVALID, "version: a whole number from 1 to 2147483647 is expected here" },
    { "shape-no-name", SMR_EXCHANGE_ERROR_INVALID, "client.name: is missing" },
    { "shape-name-as-number", SMR_EXCHANGE_ERROR_INVALID, "client.name: a text is expected here" },
    { "shape-name-as-null", SMR_EXCHANGE_ERROR_INVALID, "client.name: a text is expected here" },
    { "shape-client-as-list", SMR_EXCHANGE_ERROR_INVALID, "client: an object is expected here" },
    { "shape-level", SMR_EXCHANGE_ERROR_INVALID, "client.level: beginner, intermediate or advanced is expected here" },
    { "shape-setting", SMR_EXCHANGE_ERROR_INVALID, "client.setting: home or studio is expected here" },
    { "shape-language", SMR_EXCHANGE_ERROR_INVALID, "client.language: a language such as en or pt_BR is expected here" },
    { "shape-active-as-text", SMR_EXCHANGE_ERROR_INVALID, "client.regularly_active: true or false is expected here" },
    { "shape-intakes-as-object", SMR_EXCHANGE_ERROR_INVALID, "intakes: an array is expected here" },
    { "shape-intake-as-text", SMR_EXCHANGE_ERROR_INVALID, "intakes[0]: an object is expected here" },
    { "shape-no-answers", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers: is missing" },
    { "shape-answer", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.answer: yes, no or not_sure is expected here" },
    { "shape-answer-unanswered", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.answer: yes, no or not_sure is expected here" },
    { "shape-answer-missing", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.answer: is missing" },
    { "shape-answer-as-text", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery: an object is expected here" },
    { "shape-weeks", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.pregnant_or_postpartum.weeks: a whole number from 0 to 45 is expected here" },
    { "shape-weeks-in-parts", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.pregnant_or_postpartum.weeks: a whole number from 0 to 45 is expected here" },
    { "shape-healed-as-text", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.healed_and_sealed: true or false is expected here" },
    { "shape-not-known", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.not_known[0]: “colour” is not a follow-up question" },
    { "shape-signature", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].signature: this is not a drawn signature" },
    { "value-signature-beside-the-pad", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].signature: this is not a drawn signature" },
    { "value-consent-without-version", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].consent: a consent has a text and a version" },
    { "value-yes-with-rest", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.with_rest: only a no is given with the rest, or what was copied" },
    { "shape-side", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.sites[0].side: left, right or both is expected here" },
    { "shape-no-region", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.sites[0].region: is missing" },
    { "shape-clearance-phase", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].phases[0]: roll, stretch or activate is expected here" },
    { "shape-reading-without-date", SMR_EXCHANGE_ERROR_INVALID, "readings[0].date: is missing" },
    { "shape-pressure", SMR_EXCHANGE_ERROR_INVALID, "readings[0].systolic: a whole number from 1 to 400 is expected here" },
    { "shape-pain", SMR_EXCHANGE_ERROR_INVALID, "sessions[0].pain_after: a whole number from 0 to 10 is expected here" },
    { "shape-number-too-large", SMR_EXCHANGE_ERROR_INVALID, "sessions[0].pain_after: a whole number from 0 to 10 is expected here" },
    { "shape-check-answer", SMR_EXCHANGE_ERROR_INVALID, "checks[0].answers.cv_symptoms: yes, no or not_sure is expected here" },
    { "shape-check-answer-as-truth", SMR_EXCHANGE_ERROR_INVALID, "checks[0].answers.cv_symptoms: a text is expected here" },
    { "shape-routine-status", SMR_EXCHANGE_ERROR_INVALID, "routines[0].status: draft, issued or superseded is expected here" },
    { "value-issued-without-date", SMR_EXCHANGE_ERROR_INVALID, "routines[0].issued: a routine has this date when it was issued, and only then" },
    { "shape-item-side", SMR_EXCHANGE_ERROR_INVALID, "routines[0].items[0].side: left, right, each or together is expected here" },
    { "shape-tempo", SMR_EXCHANGE_ERROR_INVALID, "routines[0].items[0].dose.tempo: roll, static, 4/2/1, hold or walk is expected here" },
    { "shape-dose-without-sets", SMR_EXCHANGE_ERROR_INVALID, "routines[0].items[0].dose.sets: is missing" },
    { "shape-negative-hold", SMR_EXCHANGE_ERROR_INVALID, "routines[0].items[0].dose.hold_seconds: a whole number from 0 to 3600 is expected here" },
    { "shape-serves-nobody", SMR_EXCHANGE_ERROR_INVALID, "routines[0].items[0].served: at least one muscle is expected here" },
    { "value-phase-of-another-exercise", SMR_EXCHANGE_ERROR_INVALID, "routines[0].items[0].phase: smr_calf_roller belongs to the phase inhibit" },
    { "value-unknown-exercise", SMR_EXCHANGE_ERROR_INVALID, "routines[0].items[0].exercise: “smr_moon” is not an exercise" },
    { "value-unknown-tool", SMR_EXCHANGE_ERROR_INVALID, "routines[0].items[0].tool: “chainsaw” is not a tool" },
    { "value-unknown-muscle-served", SMR_EXCHANGE_ERROR_INVALID, "routines[0].items[0].served[0].muscle: “moon” is not a muscle" },
    { "value-unknown-muscle-picked", SMR_EXCHANGE_ERROR_INVALID, "routines[0].overactive[0].muscle: “moon” is not a muscle" },
    { "value-side-of-a-midline-muscle", SMR_EXCHANGE_ERROR_INVALID, "routines[0].overactive[0].side: the muscle thoracic_spine has the one side midline" },
    { "value-midline-of-a-paired-muscle", SMR_EXCHANGE_ERROR_INVALID, "routines[0].overactive[0].side: left, right or both is expected here" },
    { "value-check-fact-of-a-no", SMR_EXCHANGE_ERROR_INVALID, "checks[0].facts.cv_symptoms: only a yes has facts" },
    { "value-check-fact-not-asked", SMR_EXCHANGE_ERROR_INVALID, "checks[0].facts.cv_symptoms: the quick check does not ask for this fact" },
    { "value-incident-of-an-unknown-sign", SMR_EXCHANGE_ERROR_INVALID, "incidents[0].sign: “hiccups” is not a stop sign or news" },
    { "value-incident-in-the-future", SMR_EXCHANGE_ERROR_INVALID, "incidents[0]: this date lies in the future" },
    { "value-incident-of-no-session", SMR_EXCHANGE_ERROR_INVALID, "incidents[0].session: there is no such session in this file" },
    { "shape-incident-without-a-sign", SMR_EXCHANGE_ERROR_INVALID, "incidents[0].sign: is missing" },
    { "value-session-of-an-unknown-exercise", SMR_EXCHANGE_ERROR_INVALID, "sessions[0].items[0].exercise: “headstand” is not an exercise" },
    { "shape-session-outcome", SMR_EXCHANGE_ERROR_INVALID, "sessions[0].items[0].done: done, changed or left_out is expected here" },
    { "shape-session-routine-without-version", SMR_EXCHANGE_ERROR_INVALID, "sessions[0].routine.version: is missing" },
    { "value-unknown-row", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.moon_sickness: not a row of the checklist" },
    { "value-row-that-is-never-asked", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.age_band: this row is never asked, it follows from the client" },
    { "value-unknown-fact", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.blood_clot.facts[0]: “cured_by_moonlight” is not a fact of this row" },
    { "value-unknown-region", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.sites[0].region: “tail” is not a region" },
    { "value-side-of-the-neck", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.sites[0].side: the region neck_head has no sides" },
    { "value-unknown-kit", SMR_EXCHANGE_ERROR_INVALID, "client.kit[1]: “chainsaw” is not a tool" },
    { "value-unknown-cleared-row", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].conditions[0]: “moon_sickness” is not a row of the checklist" },
    { "value-unknown-cleared-muscle", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].muscles[0]: “moon” is not a muscle" },
    { "value-check-of-another-row", SMR_EXCHANGE_ERROR_INVALID, "checks[0].answers.blood_clot: not a row of the quick check" },
    { "value-date-that-does-not-exist", SMR_EXCHANGE_ERROR_INVALID, "client.born: “2026-02-30” is not a date (YYYY-MM-DD)" },
    { "shape-date-in-another-order", SMR_EXCHANGE_ERROR_INVALID, "client.born: “04.05.1991” is not a date (YYYY-MM-DD)" },
    { "value-surgery-on-31-april", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.date: “2025-04-31” is not a date (YYYY-MM-DD)" },
    { "value-surgery-before-birth", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.date: this date lies before birth" },
    { "value-surgery-in-the-future", SMR_EXCHANGE_ERROR_INVALID, "intakes[0].answers.surgery.date: this date lies in the future" },
    { "value-pressure-upside-down", SMR_EXCHANGE_ERROR_INVALID, "readings[0]: in 80/140 the first figure has to be the greater one" },
    { "shape-pressure-of-1400", SMR_EXCHANGE_ERROR_INVALID, "readings[0].systolic: a whole number from 1 to 400 is expected here" },
    { "value-born-in-the-future", SMR_EXCHANGE_ERROR_INVALID, "client.born: this date lies in the future" },
    { "value-born-too-long-ago", SMR_EXCHANGE_ERROR_INVALID, "client.born: this is more than 120 years ago" },
    { "value-clearance-ends-before-it-begins", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].expires: it expires before it is dated" },
    { "value-withdrawn-before-dated", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].withdrawn.date: it is withdrawn before it is dated" },
    { "value-withdrawn-in-the-future", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].withdrawn.date: this date lies in the future" },
    { "shape-withdrawn-by-nobody", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].withdrawn.by: is missing" },
    { "shape-withdrawal-kind", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].withdrawn.kind: mistyped or revoked_by_physician is expected here" },
    { "shape-clearance-that-allows-nothing", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].phases: a clearance allows at least one phase" },
    { "value-clearance-in-the-future", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].dated: this date lies in the future" },
    { "value-clearance-before-birth", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].dated: this date lies before birth" },
    { "value-clearance-of-half-a-midline", SMR_EXCHANGE_ERROR_INVALID, "clearances[0].sites[0].side: the region neck_head has no sides" },
    { "shape-clearance-of-nothing", SMR_EXCHANGE_ERROR_INVALID, "clearances[0]: a clearance names at least one condition" },
    { "shape-letter-of-nothing", SMR_EXCHANGE_ERROR_INVALID, "letters[0]: a letter asks about at least one condition" },
    { "shape-letter-event", SMR_EXCHANGE_ERROR_INVALID, "letters[0].events[0].kind: sent, received, refused or no_answer is expected here" },
    { "value-letter-of-unknown-row", SMR_EXCHANGE_ERROR_INVALID, "letters[0].conditions[0]: “hiccups” is not a row of the checklist" },
    { "value-letter-sent-before-it-was-written", SMR_EXCHANGE_ERROR_INVALID, "letters[0].events[0]: this is dated before the letter" },
    { "value-letter-with-unknown-clearance", SMR_EXCHANGE_ERROR_INVALID, "letters[0].events[0].clearance: the file has 0 clearances" },
    { "value-letter-in-the-future", SMR_EXCHANGE_ERROR_INVALID, "letters[0]: this date lies in the future" },
    { "shape-assessment-without-date", SMR_EXCHANGE_ERROR_INVALID, "assessments[0].date: is missing" },
    { "shape-range-of-the-midline", SMR_EXCHANGE_ERROR_INVALID, "assessments[0].ranges[0].side: a movement is measured left or right" },
    { "value-assessment-in-the-future", SMR_EXCHANGE_ERROR_INVALID, "assessments[0]: this date lies in the future" },
    { "value-assessment-of-an-unknown-part", SMR_EXCHANGE_ERROR_INVALID, "assessments[0].parts[0]: “handstand” is nothing that an assessment looks at" },
    { "value-observation-of-what-was-not-looked-at", SMR_EXCHANGE_ERROR_INVALID, "assessments[0].seen[0].observation: what it belongs to was not looked at" },
    { "value-observation-on-both-sides", SMR_EXCHANGE_ERROR_INVALID, "assessments[0].seen[0].side: this is not seen on that side" },
    { "value-observation-twice", SMR_EXCHANGE_ERROR_INVALID, "assessments[0].seen[1].observation: it comes twice" },
    { "value-range-of-an-unknown-movement", SMR_EXCHANGE_ERROR_INVALID, "assessments[0].ranges[0].movement: “jumping” is not a movement that is measured" },
    { "value-range-of-120-degrees", SMR_EXCHANGE_ERROR_INVALID, "assessments[0].ranges[0].degrees: a whole number from 0 to 60 is expected here" },
    { "value-range-twice", SMR_EXCHANGE_ERROR_INVALID, "assessments[0].ranges[1].movement: it comes twice for one side" },
    { "value-blank-name", SMR_EXCHANGE_ERROR_INVALID, "client.name: a name is needed" },
    { "value-control-character", SMR_EXCHANGE_ERROR_INVALID, "client.name: the control character U+001B is not allowed" },
    { "value-newline-in-name", SMR_EXCHANGE_ERROR_INVALID, "client.name: the control character U+000A is not allowed" },
    { "shape-long-name", SMR_EXCHANGE_ERROR_INVALID, "client.name: 201 characters are too long, at most 200 fit" },
    { "syntax-truncated", SMR_EXCHANGE_ERROR_SYNTAX, "line 4: not a whole JSON object: it does not end with a closing brace" },
    { "syntax-empty", SMR_EXCHANGE_ERROR_SYNTAX, "line 1: not a whole JSON object: it does not end with a closing brace" },
    { "syntax-not-json", SMR_EXCHANGE_ERROR_SYNTAX, "line 3: not a whole JSON object: it does not end with a closing brace" },
    { "syntax-comment", SMR_EXCHANGE_ERROR_SYNTAX, "line 5: not JSON: " },
    { "syntax-trailing-comma", SMR_EXCHANGE_ERROR_SYNTAX, "line 5: not JSON: " },
    { "syntax-after-the-end", SMR_EXCHANGE_ERROR_SYNTAX, "line 8: not JSON: " },
    { "syntax-member-twice", SMR_EXCHANGE_ERROR_SYNTAX, "line 6: the member “name” comes twice" },
    { "syntax-row-twice", SMR_EXCHANGE_ERROR_SYNTAX, "line 3: the member “heart_failure” comes twice" },
    { "syntax-invalid-utf8", SMR_EXCHANGE_ERROR_SYNTAX, "line 5: not UTF-8 text" },
    { "syntax-escaped-nul", SMR_EXCHANGE_ERROR_SYNTAX, "line 5: a NUL character in a text" },
    { "syntax-half-a-surrogate", SMR_EXCHANGE_ERROR_SYNTAX, "line 5: not JSON: " },
    { "syntax-list-at-the-top", SMR_EXCHANGE_ERROR_SYNTAX, "line 1: not a JSON object" },
    { "syntax-text-at-the-top", SMR_EXCHANGE_ERROR_SYNTAX, "line 1: not a JSON object" },
    { "syntax-single-quotes", SMR_EXCHANGE_ERROR_SYNTAX, "line 1: not JSON: " },
    { "syntax-deep", SMR_EXCHANGE_ERROR_SYNTAX, "line 1: not JSON: " },
    { "syntax-not-a-number", SMR_EXCHANGE_ERROR_SYNTAX, "line 1: not JSON: " },
    { "syntax-member-without-quotes", SMR_EXCHANGE_ERROR_SYNTAX, "line 1: not JSON: " },
  };
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "client-files", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files))
    n_files += !g_str_has_prefix (name, "good-");
  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (cases));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_strconcat (cases[i].name, ".json", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "client-files", file, NULL);
      g_autofree char *message = g_strdup_printf ("%s: %s", path, cases[i].message);
      g_autoptr (GError) error = NULL;
      g_autoptr (SmrRecord) record = smr_client_file_load (catalogue, path, TODAY, &error);

      g_assert_null (record);
      /* The parser's own words after "not JSON:" may change. */
      if (g_str_has_suffix (message, "not JSON: "))
        g_assert_true (g_str_has_prefix (error->message, message));
      else
        g_assert_cmpstr (error->message, ==, message);
      g_assert_null (strpbrk (error->message, "\n\r\t\033"));
      g_assert_error (error, SMR_EXCHANGE_ERROR, (int) cases[i].code);
    }
}

static void
test_good_files (void)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "client-files", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (SmrRecord) record = NULL;

      if (!g_str_has_prefix (name, "good-"))
        continue;
      record = smr_client_file_load (catalogue, path, TODAY, &error);
      g_assert_no_error (error);
    }
}

/* Wherever a copy broke off. */
static void
test_truncated (void)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autoptr (SmrRecord) record = full_record ();
  g_autofree char *written = smr_client_file_write (catalogue, record);
  gsize length = strlen (written) - strlen ("}\n");

  for (gsize i = 0; i <= length; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SmrRecord) read = smr_client_file_parse (catalogue, written, i, TODAY, &error);

      g_assert_null (read);
      g_assert_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_SYNTAX);
    }
}

/* One byte is another: it is refused with one line, or read and then written as something that reads the same. */
static void
test_damaged (void)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autoptr (SmrRecord) record = full_record ();
  g_autofree char *written = smr_client_file_write (catalogue, record);
  gsize length = strlen (written);

  for (gsize i = 0; i < 2 * length; i++)
    {
      gsize place = i % length;
      char was = written[place];
      g_autoptr (GError) error = NULL;
      g_autoptr (SmrRecord) read = NULL;

      written[place] = g_test_rand_int_range (0, 256);
      read = smr_client_file_parse (catalogue, written, length, TODAY, &error);
      written[place] = was;

      if (read == NULL)
        {
          g_assert_true (error->domain == SMR_EXCHANGE_ERROR);
          g_assert_null (strpbrk (error->message, "\n\r\t\033"));
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
      else
        {
          g_autofree char *first = smr_client_file_write (catalogue, read);
          g_autoptr (SmrRecord) again = smr_client_file_parse (catalogue, first, -1, TODAY, &error);
          g_autofree char *second = NULL;

          g_assert_no_error (error);
          second = smr_client_file_write (catalogue, again);
          g_assert_cmpstr (second, ==, first);
        }
    }
}

static void
test_huge_name (void)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autofree char *name = g_strnfill (1024 * 1024, 'a');
  g_autofree char *as_value = g_strdup_printf ("{\"format\": \"smr-coach-client\", \"version\": 1, \"client\": {\"name\": \"%s\"}}", name);
  g_autofree char *as_member = g_strdup_printf ("{\"format\": \"smr-coach-client\", \"version\": 1, \"client\": {\"%s\": 1}}", name);
  g_autofree char *cut = g_strndup (name, 80);
  g_autofree char *unknown = g_strdup_printf ("client.%s…: unknown member", cut);

  assert_refused (catalogue, as_value, -1, SMR_EXCHANGE_ERROR_INVALID, "client.name: 1048576 characters are too long, at most 200 fit");
  assert_refused (catalogue, as_member, -1, SMR_EXCHANGE_ERROR_INVALID, unknown);
}

static void
test_foreign_text_in_messages (void)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();

  assert_refused (catalogue, "{\"format\": \"smr-coach-client\", \"version\": 1, \"client\": {\"name\": \"Ana\", \"a\\u001b[31m\\nb\": 1}}", -1,
                  SMR_EXCHANGE_ERROR_INVALID, "client.a\357\277\275[31m\357\277\275b: unknown member");
}

static void
assert_unreadable (const char *path, const char *reason)
{
  g_autoptr (SmrCatalogue) catalogue = small_catalogue_new ();
  g_autofree char *message = g_strdup_printf ("%s: %s", path, reason);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = smr_client_file_load (catalogue, path, TODAY, &error);

  g_assert_null (record);
  g_assert_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_READ);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_unreadable (void)
{
  assert_unreadable ("/nowhere/client.json", "cannot be read: No such file or directory");
  assert_unreadable ("/tmp", "cannot be read: Is a directory");
  assert_unreadable ("/dev/zero", "larger than 16 MB, which no client file is");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/client-file/reads-back-what-it-wrote", test_round_trip);
  g_test_add_func ("/client-file/the-stored-example-is-current", test_example_is_current);
  g_test_add_func ("/client-file/entries-are-put-in-order", test_order);
  g_test_add_func ("/client-file/letter-keeps-its-clearance", test_letter_keeps_its_clearance);
  g_test_add_func ("/client-file/bad-syntax-names-the-line", test_bad_syntax);
  g_test_add_func ("/client-file/good-files-are-read", test_good_files);
  g_test_add_func ("/client-file/truncated-anywhere-is-refused", test_truncated);
  g_test_add_func ("/client-file/damaged-anywhere-is-refused-or-sound", test_damaged);
  g_test_add_func ("/client-file/huge-names-are-refused", test_huge_name);
  g_test_add_func ("/client-file/foreign-text-cannot-break-a-message", test_foreign_text_in_messages);
  g_test_add_func ("/client-file/unreadable-files-say-why", test_unreadable);
  g_test_add_func ("/client-file/every-bad-file-is-refused-with-its-place", test_bad_files);
  return g_test_run ();
}
