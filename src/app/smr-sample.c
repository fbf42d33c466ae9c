#include "config.h"

#include "smr-sample.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "smr-planner.h"
#include "smr-sample-assessments.h"

/* Everything hangs on the day on which the practice is made, so that forms expire "in ten days" whenever it is opened
 * for the first time. The people are invented. */

typedef struct
{
  SmrCatalogue *catalogue;
  SmrDate       today;
} Maker;

typedef struct
{
  const char *title;
  const char *overactive;       /* as smr_picks_parse() reads it */
  const char *underactive;      /* nullable */
  int         days_ago;
  gboolean    issued;
} SampleRoutine;

/* One client; what a row of the table does not say is no. */
typedef struct
{
  const char   *name;
  int           years;          /* 0: birth date not known */
  SmrLevel      level;
  gboolean      active;
  const char   *phone;
  const char   *notes;
  const char   *kit;            /* ids, separated by spaces */
  int           signed_days_ago; /* -1: no form */
  const char   *guardian;       /* nullable */
  void        (*fill) (Maker *maker, SmrRecord *record, SmrIntake *intake); /* nullable */
  SampleRoutine routine;        /* title NULL: none */
  int           sessions;
} SampleClient;

/* --- answers ---------------------------------------------------------------------------------------------- */

static SmrAnswer *
say_yes (SmrIntake *intake, const char *condition)
{
  SmrAnswer *answer = smr_answer_new (condition, SMR_REPLY_YES);

  smr_intake_take_answer (intake, answer);
  return answer;
}

static SmrClearance *
add_clearance (SmrRecord *record, const char *condition, SmrDate dated, SmrDate expires)
{
  SmrClearance *clearance = smr_clearance_new ();

  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string (condition));
  g_set_str (&clearance->physician, "Dr Sample");
  g_set_str (&clearance->practice, "Sample Surgery");
  g_set_str (&clearance->phone, "555-0100");
  clearance->dated = dated;
  clearance->expires = expires;
  clearance->names_rolling = TRUE;
  clearance->phases = 1 << SMR_PHASE_INHIBIT | 1 << SMR_PHASE_LENGTHEN | 1 << SMR_PHASE_ACTIVATE;
  g_ptr_array_add (record->clearances, clearance);
  return clearance;
}

static void
fill_knee_surgery (Maker *maker, SmrRecord *record, SmrIntake *intake)
{
  SmrAnswer *answer = say_yes (intake, "surgery");

  smr_answer_add_place (answer, "knee", SMR_SIDE_LEFT);
  answer->date = smr_date_add_days (maker->today, -215);
  answer->healed_and_sealed = SMR_REPLY_YES;
  smr_answer_set_fact (answer, "no_hospital_stay", TRUE);
  smr_answer_set_fact (answer, "no_symptoms", TRUE);
}

static void
fill_pregnant (Maker *maker, SmrRecord *record, SmrIntake *intake)
{
  SmrAnswer *answer = say_yes (intake, "pregnant_or_postpartum");

  answer->weeks = 20;
  answer->not_known = SMR_FOLLOW_UP_DATE;
}

static void
fill_pregnant_cleared (Maker *maker, SmrRecord *record, SmrIntake *intake)
{
  fill_pregnant (maker, record, intake);
  add_clearance (record, "pregnant_or_postpartum", smr_date_add_days (maker->today, -10), smr_date_add_days (maker->today, 18));
}

static void
fill_heart_failure (Maker *maker, SmrRecord *record, SmrIntake *intake)
{
  SmrAnswer *answer = say_yes (intake, "heart_failure");

  g_set_str (&answer->text, "Diagnosed four years ago");
}

static void
fill_blood_thinner (Maker *maker, SmrRecord *record, SmrIntake *intake)
{
  SmrAnswer *answer = say_yes (intake, "med_anticoagulant");
  SmrLetter *letter = smr_letter_new (intake->signed_on);

  g_set_str (&answer->text, "Apixaban");
  g_set_str (&letter->physician, "Dr. Sample");
  g_set_str (&letter->address, "2 Sample Street");
  g_ptr_array_add (letter->conditions, (gpointer) g_intern_string ("med_anticoagulant"));
  g_ptr_array_add (letter->events, smr_letter_event_new (SMR_LETTER_SENT, intake->signed_on));
  g_ptr_array_add (record->letters, letter);
}

static void
fill_blood_pressure (Maker *maker, SmrRecord *record, SmrIntake *intake)
{
  SmrAnswer *answer = say_yes (intake, "high_blood_pressure");
  SmrReading *reading = g_new0 (SmrReading, 1);

  smr_answer_set_fact (answer, "diagnosed", TRUE);
  g_set_str (&answer->text, "No medicine");
  answer->date = smr_date_add_days (maker->today, -700);
  reading->date = maker->today;
  reading->systolic = 134;
  reading->diastolic = 84;
  g_ptr_array_add (record->readings, reading);
  add_clearance (record, "high_blood_pressure", smr_date_add_days (maker->today, -60), SMR_DATE_NONE)->no_restriction = TRUE;
}

static void
fill_older (Maker *maker, SmrRecord *record, SmrIntake *intake)
{
  SmrAnswer *answer = say_yes (intake, "floor_mobility");

  g_set_str (&answer->text, "Needs a chair to get up again");
}

static void
fill_shoulder (Maker *maker, SmrRecord *record, SmrIntake *intake)
{
  smr_answer_add_place (say_yes (intake, "shoulder_impingement"), "shoulder_chest", SMR_SIDE_RIGHT);
}

static void
fill_veins (Maker *maker, SmrRecord *record, SmrIntake *intake)
{
  SmrAnswer *answer = say_yes (intake, "varicose_veins");

  smr_answer_add_place (answer, "lower_leg", SMR_SIDE_RIGHT);
}

/* --- the people ------------------------------------------------------------------------------------------- */

static const SampleClient clients[] = {
  { "Maya Brandt", 34, SMR_LEVEL_INTERMEDIATE, TRUE, "555-0101", "Runs three times a week. Tight calves after long runs.",
    "soft_roller medium_roller band", 40, NULL, NULL,
    { "Runner’s legs", "calves, soleus, hip_flexors", NULL, 38, TRUE }, 12 },
  { "Tomás Okafor", 46, SMR_LEVEL_BEGINNER, FALSE, "555-0102", "Desk work; wants to lift his arms overhead again.",
    "", 356, NULL, NULL,
    { "Desk shoulders", "lats, pecs", NULL, 20, TRUE }, 5 },
  { "Ingrid Sørensen", 72, SMR_LEVEL_BEGINNER, TRUE, "555-0103", "Walks daily. Prefers the chair to the floor.",
    "soft_roller stick", 25, NULL, fill_older,
    { "From the chair", "hamstrings, quadriceps", NULL, 24, FALSE }, 4 },
  { "Leila Haddad", 31, SMR_LEVEL_BEGINNER, TRUE, "555-0104", "", "", 12, NULL, fill_pregnant, { NULL }, 0 },
  { "Ruth Álvarez", 33, SMR_LEVEL_BEGINNER, TRUE, "555-0105", "Letter from the midwife’s practice is in the file.",
    "", 12, NULL, fill_pregnant_cleared,
    { "Back and shoulders", "upper trapezius, pecs", NULL, 9, FALSE }, 2 },
  { "Daniel Kim", 28, SMR_LEVEL_INTERMEDIATE, TRUE, "555-0106", "Left knee operated on in spring; football in summer.",
    "", 30, NULL, fill_knee_surgery,
    { "Around the knee", "hip_flexors:right, tfl:right, lats", NULL, 28, FALSE }, 6 },
  { "Peter Novák", 61, SMR_LEVEL_BEGINNER, FALSE, "555-0107", "", "", 8, NULL, fill_heart_failure, { NULL }, 0 },
  { "Aisha Rahman", 58, SMR_LEVEL_BEGINNER, TRUE, "555-0108", "Asked for stretching only until her doctor has answered.",
    "", 15, NULL, fill_blood_thinner,
    { "Stretching while waiting", "hip_flexors, hamstrings", NULL, 14, FALSE }, 3 },
  { "Oliver Grant", 52, SMR_LEVEL_BEGINNER, TRUE, "555-0109", "Brings his own cuff; reading before each session.",
    "", 90, NULL, fill_blood_pressure,
    { "Hips and calves", "tfl, gastrocnemius", NULL, 30, FALSE }, 8 },
  { "Chloé Martin", 16, SMR_LEVEL_BEGINNER, TRUE, "555-0110", "Swims in a club.", "", 50, "Anne Martin", fill_shoulder,
    { "Swimmer’s back", "lats, thoracic_spine", NULL, 45, FALSE }, 7 },
  { "Sven Lindqvist", 39, SMR_LEVEL_BEGINNER, FALSE, "555-0111", "First appointment next week.", "", -1, NULL, NULL, { NULL }, 0 },
  { "Grace Mbeki", 44, SMR_LEVEL_INTERMEDIATE, TRUE, "555-0112", "Back after a year abroad; needs a new form.",
    "", 380, NULL, NULL,
    { "Old routine", "piriformis, adductors", NULL, 375, TRUE }, 9 },
  { "Hana Suzuki", 50, SMR_LEVEL_INTERMEDIATE, TRUE, "555-0113", "Stands all day.", "", 70, NULL, fill_veins,
    { "Standing work", "plantar_fascia:left, gastrocnemius:left, hip_flexors", NULL, 60, TRUE }, 10 },
};

/* --- making them ------------------------------------------------------------------------------------------ */

/* Every question answered with no, so that a client's own answers stand out. */
static SmrIntake *
make_intake (Maker *maker, const SampleClient *sample)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (maker->catalogue);
  SmrIntake *intake = smr_intake_new ();

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (!condition->computed)
        smr_intake_take_answer (intake, smr_answer_new (condition->id, SMR_REPLY_NO));
    }
  intake->signed_on = smr_date_add_days (maker->today, -sample->signed_days_ago);
  intake->catalogue_version = smr_catalogue_get_version (maker->catalogue);
  g_set_str (&intake->signed_by, sample->name);
  g_set_str (&intake->trainer, "Sam Sample");
  g_set_str (&intake->consent, smr_text_get (smr_catalogue_get_text (maker->catalogue, "consent"), NULL));
  intake->consent_version = 1;
  if (sample->guardian != NULL)
    {
      intake->guardian_signed = TRUE;
      g_set_str (&intake->guardian, sample->guardian);
    }
  return intake;
}

static SmrRoutine *
make_routine (Maker *maker, const SmrRecord *record, const SampleRoutine *sample)
{
  SmrDate made = smr_date_add_days (maker->today, -sample->days_ago);
  g_autoptr (SmrScreening) screening = smr_screening_new (maker->catalogue, record, sample->issued ? made : maker->today);
  g_autoptr (GArray) overactive = smr_picks_parse (maker->catalogue, sample->overactive, NULL);
  SmrPlanRequest request = {
    .overactive = overactive,
    .level = record->client->level,
    .setting = record->client->setting,
    .kit = (const char * const *) record->client->kit,
  };
  g_autoptr (SmrPlan) plan = smr_plan_new (maker->catalogue, screening, &request);
  SmrRoutine *routine = smr_routine_copy (plan->routine);

  g_set_str (&routine->title, sample->title);
  routine->created = made;
  if (sample->issued)
    {
      routine->status = SMR_ROUTINE_ISSUED;
      routine->issued = made;
    }
  return routine;
}

/* Pain that slowly gets less, as it does when all goes well. */
static SmrSession *
make_session (int index, SmrDate date, const SmrRoutine *routine)
{
  SmrSession *session = smr_session_new (date);

  session->pain_before = MAX (1, 5 - index / 2);
  session->pain_after = MAX (0, session->pain_before - 1 - index % 2);
  session->done_as_planned = index % 4 != 2;
  if (index == 2)
    g_set_str (&session->note, "Short of time, rolling only");
  if (routine != NULL && routine->issued != SMR_DATE_NONE && date >= routine->issued)
    {
      session->routine = routine->id;
      session->version = routine->version;
      g_set_str (&session->title, routine->title);
    }
  return session;
}

static gboolean
add_sessions (SmrStore *store, gint64 client, Maker *maker, int count, GError **error)
{
  g_autoptr (SmrRecord) record = smr_store_load_record (store, client, error);

  for (int i = 0; record != NULL && i < count; i++)
    {
      const SmrRoutine *routine = record->routines->len > 0 ? g_ptr_array_index (record->routines, 0) : NULL;
      g_autoptr (SmrSession) session = make_session (i, smr_date_add_days (maker->today, -3 * (count - i)), routine);

      if (smr_store_add_session (store, client, session, NULL, error) == 0)
        return FALSE;
    }
  return record != NULL;
}

static SmrRecord *
make_record (Maker *maker, const SampleClient *sample)
{
  SmrClient *client = smr_client_new (sample->name);
  SmrRecord *record = smr_record_new_take (client);

  if (sample->years > 0)
    client->born = smr_date_add_days (smr_date_add_months (maker->today, -12 * sample->years), -100);
  client->level = sample->level;
  client->regularly_active = sample->active;
  g_set_str (&client->phone, sample->phone);
  g_set_str (&client->notes, sample->notes);
  g_set_str (&client->trainer, "Sam Sample");
  if (*sample->kit != '\0')
    {
      g_strfreev (client->kit);
      client->kit = g_strsplit (sample->kit, " ", -1);
    }

  if (sample->signed_days_ago >= 0)
    {
      SmrIntake *intake = make_intake (maker, sample);

      if (sample->fill != NULL)
        sample->fill (maker, record, intake);
      g_ptr_array_add (record->intakes, intake);
    }
  if (sample->routine.issued)
    smr_sample_add_assessments (record, maker->today);
  if (sample->routine.title != NULL)
    g_ptr_array_add (record->routines, make_routine (maker, record, &sample->routine));
  return record;
}

static gboolean
fill_store (SmrStore *store, Maker *maker, GError **error)
{
  g_autoptr (SmrPractice) practice = smr_practice_new ();

  practice->sample = TRUE;
  g_set_str (&practice->name, "Sample Practice");
  g_set_str (&practice->phone, "555-0199");
  g_set_str (&practice->address, "1 Sample Street");
  g_ptr_array_add (practice->trainers, smr_trainer_new ("Sam Sample", "Corrective exercise specialist", "555-0199"));
  g_ptr_array_add (practice->trainers, smr_trainer_new ("Robin Sample", "Personal trainer", "555-0198"));
  if (!smr_store_save_practice (store, practice, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      g_autoptr (SmrRecord) record = make_record (maker, &clients[i]);

      gint64 client = smr_store_import_record (store, record, error);

      if (client == 0 || !add_sessions (store, client, maker, clients[i].sessions, error))
        return FALSE;
    }
  return TRUE;
}

char *
smr_sample_get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "smr-coach", "sample.db", NULL);
}

/* Under another name first: an interrupted run leaves no half practice that would be taken for whole. */
static gboolean
make (const char *path, SmrCatalogue *catalogue, SmrDate today, GError **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".new", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  Maker maker = { catalogue, today };
  SmrStore *store;
  gboolean filled;

  g_mkdir_with_parents (folder, 0700);
  g_unlink (unfinished);
  store = smr_store_open (unfinished, error);
  if (store == NULL)
    return FALSE;
  filled = fill_store (store, &maker, error);
  g_object_unref (store);
  if (!filled)
    return FALSE;

  if (g_rename (unfinished, path) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "The sample practice %s could not be made: %s", path, g_strerror (code));
      return FALSE;
    }
  return TRUE;
}

SmrStore *
smr_sample_open (SmrCatalogue *catalogue, SmrDate today, GError **error)
{
  g_autofree char *path = smr_sample_get_path ();

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !make (path, catalogue, today, error))
    return NULL;
  return smr_store_open (path, error);
}
