#include <gio/gio.h>

#include "smr-bench.h"
#include "smr-store.h"

/* Made-up people. Everything hangs on a random number generator that always starts alike, and on the day. */

#define SEED 20
#define BATCH 500

static const char * const given_names[] = {
  "Anna", "Maria", "Jose", "Łukasz", "Zoë", "Peter", "Sofia", "Liam", "Emma", "Noah", "Olivia", "Mateo", "Sara", "Jan", "Eva",
  "Thomas", "Lucia", "Ahmed", "Fatima", "Wei", "Yuki", "Ivan", "Olga", "Björn", "Chloé", "David", "Ines", "Karl", "Nina", "Samuel",
  "Aisha", "Andrea", "Martin", "Marta", "Miriam", "Stefan", "Susan", "Simon", "Anton", "Annika", "Paul", "Paula", "Jürgen", "Grace",
};

static const char * const family_names[] = {
  "Garcia", "Müller", "Schneider", "O'Connor", "Wójcik", "Smith", "Jones", "Novak", "Rossi", "Silva", "Andersen", "Meyer", "Sato",
  "Nguyen", "Kowalska", "Martin", "Moreau", "Bakker", "Ivanova", "Haddad", "Okafor", "Singh", "Tanaka", "Walker", "Young", "Zimmermann",
  "Sanchez", "Stewart", "Sørensen", "Maier", "Marin", "Murphy", "Campbell", "Baker", "Dubois", "Ferrari", "Hansen", "Lehmann", "Petrov",
  "Quinn", "Ricci", "Thompson", "Vargas", "Weber", "Adams", "Alvarez", "Anderson", "Santos", "Nielsen", "Costa",
};

static const char * const routine_muscles[] = {
  "gastrocnemius, soleus", "latissimus_dorsi", "hamstrings, adductors, quadriceps", "pectoralis_major, latissimus_dorsi",
};

typedef struct
{
  SmrBench  *bench;
  GRand     *random;
  GPtrArray *routines;          /* (element-type SmrRoutine) what some of the clients have been given */
} Maker;

static gboolean
happens (Maker *self, int percent)
{
  return g_rand_int_range (self->random, 0, 100) < percent;
}

static char *
make_name (Maker *self)
{
  const char *given = given_names[g_rand_int_range (self->random, 0, G_N_ELEMENTS (given_names))];
  const char *family = family_names[g_rand_int_range (self->random, 0, G_N_ELEMENTS (family_names))];
  const char *second;

  if (!happens (self, 40))
    return g_strdup_printf ("%s %s", given, family);

  second = happens (self, 50) ? given_names[g_rand_int_range (self->random, 0, G_N_ELEMENTS (given_names))]
                              : family_names[g_rand_int_range (self->random, 0, G_N_ELEMENTS (family_names))];
  return g_strdup_printf ("%s %s %s", given, second, family);
}

static SmrRecord *
make_person (Maker *self)
{
  g_autofree char *name = make_name (self);
  SmrClient *client = smr_client_new (name);

  client->born = smr_date_add_days (self->bench->today, -g_rand_int_range (self->random, 18 * 365, 80 * 365));
  client->level = (SmrLevel) g_rand_int_range (self->random, 0, SMR_N_LEVELS);
  client->regularly_active = happens (self, 60);
  client->archived = happens (self, 4);
  return smr_record_new_take (client);
}

/* A signed form in which every health row was answered, most with no. */
static SmrIntake *
make_form (SmrBench *bench, SmrDate signed_on)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (bench->catalogue);
  SmrIntake *intake = smr_intake_new ();

  intake->signed_on = signed_on;
  g_set_str (&intake->signed_by, "client");
  intake->catalogue_version = smr_catalogue_get_version (bench->catalogue);
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind == SMR_CONDITION_HEALTH && !condition->computed)
        smr_intake_take_answer (intake, smr_answer_new (condition->id, SMR_REPLY_NO));
    }
  return intake;
}

static void
say_yes (Maker *self, SmrIntake *intake)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (self->bench->catalogue);
  const SmrCondition *condition = g_ptr_array_index (conditions, g_rand_int_range (self->random, 0, conditions->len));
  SmrAnswer *answer;

  if (condition->computed)
    return;
  answer = smr_answer_new (condition->id, SMR_REPLY_YES);
  answer->not_known = condition->follow_ups;
  smr_intake_take_answer (intake, answer);
}

static void
add_sessions (Maker *self, SmrRecord *record)
{
  for (int days = g_rand_int_range (self->random, 0, 30); days >= 0; days -= 4)
    {
      SmrSession *session = smr_session_new (smr_date_add_days (self->bench->today, -days));

      session->pain_before = g_rand_int_range (self->random, 2, 7);
      session->pain_after = g_rand_int_range (self->random, 0, 4);
      g_ptr_array_add (record->sessions, session);
    }
}

static void
add_records (Maker *self, SmrRecord *record)
{
  SmrIntake *intake = make_form (self->bench, smr_date_add_days (self->bench->today, -g_rand_int_range (self->random, 0, 400)));

  if (happens (self, 30))
    {
      say_yes (self, intake);
      say_yes (self, intake);
    }
  g_ptr_array_add (record->intakes, intake);

  if (happens (self, 10))
    {
      SmrReading *reading = g_new0 (SmrReading, 1);

      reading->date = self->bench->today;
      reading->systolic = g_rand_int_range (self->random, 110, 150);
      reading->diastolic = 80;
      g_ptr_array_add (record->readings, reading);
    }
  if (happens (self, 30))
    {
      SmrRoutine *routine = g_ptr_array_index (self->routines, g_rand_int_range (self->random, 0, self->routines->len));

      g_ptr_array_add (record->routines, smr_routine_ref (routine));
      add_sessions (self, record);
    }
}

static GPtrArray *
make_routines (SmrBench *bench)
{
  GPtrArray *routines = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_routine_unref);

  for (guint i = 0; i < G_N_ELEMENTS (routine_muscles); i++)
    {
      g_autoptr (GArray) picks = smr_picks_parse (bench->catalogue, routine_muscles[i], NULL);
      g_autoptr (SmrPlan) plan = NULL;
      SmrRoutine *routine;
      SmrPlanRequest request;

      smr_bench_init_request (&request, picks);
      plan = smr_plan_new (bench->catalogue, NULL, &request);
      routine = smr_routine_with_title (plan->routine, "Routine");
      routine->created = bench->today;
      g_ptr_array_add (routines, routine);
    }
  return routines;
}

static gboolean
fill (Maker *self, SmrStore *store, guint n_clients, gboolean with_records, GError **error)
{
  for (guint done = 0; done < n_clients; done += BATCH)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_record_free);

      for (guint i = 0; i < BATCH; i++)
        {
          SmrRecord *record = make_person (self);

          if (with_records)
            add_records (self, record);
          g_ptr_array_add (records, record);
        }
      if (!smr_store_import_records (store, records, error))
        return FALSE;
    }
  return TRUE;
}

char *
smr_bench_make_practice (SmrBench *self, const char *name, guint n_clients, gboolean with_records, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (SmrStore) store = smr_store_open (path, error);
  Maker maker = { self, NULL, NULL };
  gboolean filled;

  if (store == NULL)
    return NULL;

  maker.random = g_rand_new_with_seed (SEED);
  maker.routines = make_routines (self);
  filled = fill (&maker, store, n_clients, with_records, error);
  g_rand_free (maker.random);
  g_ptr_array_unref (maker.routines);
  return filled ? g_steal_pointer (&path) : NULL;
}

/* --- one client ------------------------------------------------------------------------------------------- */

SmrRecord *
smr_bench_make_record (SmrBench *self)
{
  SmrClient *client = smr_client_new ("Maria Sample");
  SmrRecord *record = smr_record_new_take (client);
  SmrIntake *intake = make_form (self, smr_date_add_days (self->today, -30));
  SmrAnswer *surgery = smr_answer_new ("surgery", SMR_REPLY_YES);
  SmrAnswer *shoulder = smr_answer_new ("shoulder_impingement", SMR_REPLY_YES);

  client->born = smr_date_add_days (self->today, -40 * 365);
  client->level = SMR_LEVEL_ADVANCED;
  client->regularly_active = TRUE;

  smr_answer_add_place (surgery, "arm_hand", SMR_SIDE_LEFT);
  surgery->date = smr_date_add_days (self->today, -400);
  surgery->healed_and_sealed = SMR_REPLY_YES;
  smr_answer_set_fact (surgery, "no_hospital_stay", TRUE);
  smr_answer_set_fact (surgery, "no_symptoms", TRUE);
  smr_answer_add_place (shoulder, "shoulder_chest", SMR_SIDE_RIGHT);
  smr_intake_take_answer (intake, surgery);
  smr_intake_take_answer (intake, shoulder);
  g_ptr_array_add (record->intakes, intake);
  return record;
}

GArray *
smr_bench_make_picks (SmrBench *self)
{
  return smr_picks_parse (self->catalogue, "gastrocnemius, quadriceps, hamstrings, tfl, latissimus_dorsi", NULL);
}

void
smr_bench_init_request (SmrPlanRequest *request, GArray *picks)
{
  *request = (SmrPlanRequest) {
    .overactive = picks,
    .level = SMR_LEVEL_ADVANCED,
    .setting = SMR_SETTING_HOME,
  };
}
