#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "smr-catalogue-reader.h"
#include "smr-client-file.h"
#include "smr-planner.h"
#include "smr-run.h"

/* --- client files */

static SmrDate
days_ago (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return smr_date_add_days (smr_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now)), -days);
}

/* Healthy, 35, with a form that was signed a month ago. */
static SmrRecord *
new_record (SmrCatalogue *catalogue, const char *name)
{
  SmrRecord *record = smr_record_new_take (smr_client_new (name));
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  SmrIntake *intake = smr_intake_new ();

  record->client->born = days_ago (35 * 365);
  record->client->regularly_active = TRUE;
  intake->signed_on = days_ago (30);
  g_set_str (&intake->signed_by, "client");
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind == SMR_CONDITION_HEALTH && !condition->computed)
        smr_intake_take_answer (intake, smr_answer_new (condition->id, SMR_REPLY_NO));
    }
  g_ptr_array_add (record->intakes, intake);
  return record;
}

/* The answer to change; the record is not shared yet. */
static SmrAnswer *
say_yes (SmrRecord *record, const char *condition)
{
  SmrAnswer *answer = smr_answer_new (condition, SMR_REPLY_YES);

  smr_intake_take_answer (g_ptr_array_index (record->intakes, 0), answer);
  return answer;
}

static void
write_record (SmrRunner *runner, SmrCatalogue *catalogue, SmrRecord *record, const char *file)
{
  g_autofree char *path = smr_runner_path (runner, file);
  g_autofree char *text = smr_client_file_write (catalogue, record);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static SmrRoutine *
new_routine (SmrCatalogue *catalogue, const char *title, const char *muscles)
{
  g_autoptr (GArray) picks = smr_picks_parse (catalogue, muscles, NULL);
  SmrPlanRequest request = { .overactive = picks };
  g_autoptr (SmrPlan) plan = smr_plan_new (catalogue, NULL, &request);
  SmrRoutine *routine = smr_routine_with_title (plan->routine, title);

  routine->created = days_ago (20);
  return routine;
}

/* A form that is signed tomorrow, and a client who is born tomorrow. */
static void
write_clients_of_tomorrow (SmrRunner *runner)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) later = new_record (catalogue, "Ana Prado");
  g_autoptr (SmrRecord) unborn = new_record (catalogue, "Ana Prado");

  ((SmrIntake *) g_ptr_array_index (later->intakes, 0))->signed_on = days_ago (-1);
  write_record (runner, catalogue, later, "later.json");

  g_ptr_array_set_size (unborn->intakes, 0);
  unborn->client->born = days_ago (-1);
  write_record (runner, catalogue, unborn, "unborn.json");
}

/* clear.json, blocked.json (heart failure), medicine.json (rolling locked), knee.json (left knee operated),
 * unsigned.json; clear and blocked have the routine "Calves". */
static void
write_clients (SmrRunner *runner)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) clear = new_record (catalogue, "Ana Prado");
  g_autoptr (SmrRecord) blocked = new_record (catalogue, "Béla Kovács");
  g_autoptr (SmrRecord) medicine = new_record (catalogue, "Cem Ağaoğlu");
  g_autoptr (SmrRecord) knee = new_record (catalogue, "Dora Ek");
  g_autoptr (SmrRecord) no_form = new_record (catalogue, "Ewa Żak");
  SmrAnswer *answer;

  g_ptr_array_add (clear->routines, new_routine (catalogue, "Calves", "calves"));
  write_record (runner, catalogue, clear, "clear.json");

  g_set_str (&say_yes (blocked, "heart_failure")->text, "since 2019");
  g_ptr_array_add (blocked->routines, new_routine (catalogue, "Calves", "calves"));
  write_record (runner, catalogue, blocked, "blocked.json");

  g_set_str (&say_yes (medicine, "med_any")->text, "eye drops");
  write_record (runner, catalogue, medicine, "medicine.json");

  answer = say_yes (knee, "surgery");
  answer->date = days_ago (200);
  answer->healed_and_sealed = SMR_REPLY_YES;
  smr_answer_add_place (answer, "knee", SMR_SIDE_LEFT);
  smr_answer_set_fact (answer, "no_hospital_stay", TRUE);
  write_record (runner, catalogue, knee, "knee.json");

  g_ptr_array_set_size (no_form->intakes, 0);
  write_record (runner, catalogue, no_form, "unsigned.json");
}

/* --- small checks */

static gboolean
exists (SmrRunner *runner, const char *name)
{
  g_autofree char *path = smr_runner_path (runner, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
read_file (SmrRunner *runner, const char *name)
{
  g_autofree char *path = smr_runner_path (runner, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GBytes *
read_bytes (SmrRunner *runner, const char *name)
{
  g_autofree char *path = smr_runner_path (runner, name);
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

static void
write_file (SmrRunner *runner, const char *name, const char *text)
{
  g_autofree char *path = smr_runner_path (runner, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_client_names (SmrRunner *runner, const char *expected)
{
  g_auto (SmrRun) run = { 0 };
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonArray *clients;

  smr_runner_run (runner, SMR_RUN_PLAIN, &run, 0, "clients --json");
  root = json_from_string (run.output, NULL);
  clients = json_object_get_array_member (json_node_get_object (root), "clients");
  for (guint i = 0; i < json_array_get_length (clients); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", json_object_get_string_member (json_array_get_object_element (clients, i), "name"));
  g_assert_cmpstr (names->str, ==, expected);
}

/* --- what is there without a practice */

static void
test_help (void)
{
  static const char * const commands[] = {
    "clients", "import", "export", "screen", "plan", "handout", "form", "letter", "assessments", "muscles", "exercises",
    "conditions", "tools", "check", "backup", "restore",
  };
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_runner_init (&runner);
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "--version");
  g_assert_true (g_str_has_prefix (run.output, "smr-coach "));
  g_assert_nonnull (strstr (run.output, "\nGTK 4."));
  g_assert_nonnull (strstr (run.output, "\nlibadwaita 1."));
  g_assert_nonnull (strstr (run.output, "\nGLib 2."));
  g_assert_nonnull (strstr (run.output, "\nSQLite 3."));

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "--help");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *listed = g_strdup_printf ("\n  %s ", commands[i]);
      g_autofree char *help = g_strdup_printf ("%s --help", commands[i]);
      g_auto (SmrRun) of_command = { 0 };

      g_assert_nonnull (strstr (run.output, listed));
      smr_runner_run (&runner, SMR_RUN_PLAIN, &of_command, 0, help);
      g_assert_nonnull (strstr (of_command.output, commands[i]));
    }
  g_assert_false (exists (&runner, "home/smr-coach"));
}

/* Every option that --help lists is in the manual. */
static void
test_manual (void)
{
  static const char * const commands[] = { "", "clients", "import", "export", "screen", "plan", "handout", "form", "letter", "assessments", "muscles", "check" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "smr-coach.1", NULL);
  g_autoptr (GRegex) option = g_regex_new ("--([a-z][a-z-]*)", 0, 0, NULL);
  g_autofree char *manual = NULL;
  g_auto (SmrRunner) runner;

  g_assert_true (g_file_get_contents (path, &manual, NULL, NULL));
  smr_runner_init (&runner);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *help = g_strdup_printf ("%s --help", commands[i]);
      g_autoptr (GMatchInfo) match = NULL;
      g_auto (SmrRun) run = { 0 };

      smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, help);
      for (g_regex_match (option, run.output, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *name = g_match_info_fetch (match, 1);
          g_autofree char *written = g_strconcat ("Fl -", name, NULL);

          if (strstr (manual, written) == NULL)
            g_error ("--%s of “%s” is not in the manual", name, commands[i]);
        }
    }
}

static void
test_wrong_usage (void)
{
  static const struct
  {
    const char *command;
    const char *says;
  } cases[] = {
    { "dance", "“dance” is not a command" },
    { "--dance", "--dance" },
    { "screen", "screen takes CLIENT|FILE.json" },
    { "screen @/clear.json @/clear.json", "screen takes CLIENT|FILE.json" },
    { "screen @/clear.json --dance", "--dance" },
    { "screen @/clear.json --date=2026-02-30", "“2026-02-30”" },
    { "screen @/clear.json --date=tomorrow", "“tomorrow”" },
    { "screen @/clear.json --muscles=tail", "tail" },
    { "screen @/clear.json --muscles=lats:up", "up" },
    { "screen @/clear.json --muscles=thoracic_spine:left", "thoracic_spine" },
    { "screen @/clear.json --muscles=\xff", "--muscles: this is not valid UTF-8" },
    { "plan @/clear.json", "plan needs --muscles=LIST" },
    { "plan @/clear.json --muscles=lats --level=expert", "“expert”" },
    { "plan @/clear.json --muscles=lats --setting=gym", "“gym”" },
    { "plan @/clear.json --muscles=lats --kit=band,chainsaw", "“chainsaw”" },
    { "plan @/clear.json --muscles=lats --minutes=soon", "soon" },
    { "plan @/clear.json --muscles=lats --minutes=-5", "--minutes" },
    { "plan @/clear.json --muscles=lats --underactive=tail", "--underactive" },
    { "handout @/clear.json --muscles=lats", "--output=FILE.pdf" },
    { "handout @/clear.json --output=@/x.pdf", "--muscles=LIST or --routine=TITLE" },
    { "handout @/clear.json --muscles=lats --routine=Calves --output=@/x.pdf", "--muscles=LIST or --routine=TITLE" },
    { "handout @/clear.json --routine=Calves --level=advanced --output=@/x.pdf", "--level" },
    { "handout @/clear.json --muscles=lats --output=@/x.pdf --paper=a3", "“a3”" },
    { "handout @/clear.json --muscles=lats --output=@/x.pdf --layout=poster", "“poster”" },
    { "form", "form needs --output=FILE.pdf" },
    { "form @/clear.json @/clear.json --output=@/x.pdf", "form takes [CLIENT|FILE.json]" },
    { "form @/clear.json --output=@/x.pdf --paper=a3", "“a3”" },
    { "letter --output=@/x.pdf", "letter takes CLIENT|FILE.json" },
    { "letter @/medicine.json", "letter needs --output=FILE.pdf" },
    { "letter @/medicine.json --output=@/x.pdf --conditions=med_any,hiccups", "“hiccups” is not a row that a physician can clear" },
    { "letter @/medicine.json --output=@/x.pdf --conditions=cv_symptoms", "“cv_symptoms” is not a row that a physician can clear" },
    { "export 1", "--output=FILE.json" },
    { "export --output=@/x.json", "export takes CLIENT" },
    { "import", "import takes FILE" },
    { "backup", "backup takes FILE" },
    { "restore", "restore takes FILE" },
    { "clients Ana", "clients takes no arguments" },
    { "check all", "check takes no arguments" },
    { "muscles lats", "muscles takes no arguments" },
    { "exercises --xml", "--xml" },
    { "--sample --practice=@/x.db clients", "--practice and --sample" },
  };
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_runner_init (&runner);
  write_clients (&runner);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 2, cases[i].command);
      g_assert_cmpstr (run.output, ==, "");
      if (strstr (run.errors, cases[i].says) == NULL)
        g_error ("%s: %s", cases[i].command, run.errors);
    }
  g_assert_false (exists (&runner, "x.pdf"));
  g_assert_false (exists (&runner, "home/smr-coach"));
}

static void
test_what_is_missing (void)
{
  static const struct
  {
    const char *command;
    const char *says;
  } cases[] = {
    { "screen @/nowhere.json", "/nowhere.json: cannot be read: No such file or directory" },
    { "screen nowhere.json --json", "nowhere.json: cannot be read" },
    { "plan @/nowhere.json --muscles=lats", "/nowhere.json: cannot be read" },
    { "screen @/home", "/home: cannot be read: Is a directory" },
    { "screen 7", "“7”" },
    { "plan Nobody --muscles=lats", "“Nobody”" },
    { "export Nobody --output=@/x.json", "“Nobody”" },
    { "handout @/clear.json --routine=Elbows --output=@/x.pdf", "no routine “Elbows”" },
    { "handout @/clear.json --muscles=lats --output=@/nowhere/x.pdf", "/nowhere/x.pdf" },
    { "form @/clear.json --output=@/nowhere/x.pdf", "/nowhere/x.pdf" },
    { "letter @/medicine.json --output=@/nowhere/x.pdf", "/nowhere/x.pdf" },
    { "letter @/clear.json --output=@/x.pdf", "Ana Prado has nothing that a physician would have to clear" },
    { "import @/nowhere.json", "/nowhere.json: cannot be read" },
    { "import @/clients.xlsx", "clients.xlsx" },
    { "restore @/nowhere.db", "/nowhere.db" },
    { "restore @/clear.json", "/clear.json" },
    { "--practice=@/nowhere.db clients", "/nowhere.db: there is no such practice" },
    { "--practice=@/nowhere.db check", "/nowhere.db: there is no such practice" },
    { "--practice=@/nowhere.db backup @/x.db", "/nowhere.db: there is no such practice" },
    { "--practice=@/clear.json clients", "/clear.json" },
  };
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_runner_init (&runner);
  write_clients (&runner);
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 1, "clients");
  g_assert_nonnull (strstr (run.errors, "there is no such practice"));
  g_assert_false (exists (&runner, "home/smr-coach"));

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "import @/clear.json");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 1, cases[i].command);
      g_assert_cmpstr (run.output, ==, "");
      if (strstr (run.errors, cases[i].says) == NULL)
        g_error ("%s: %s", cases[i].command, run.errors);
    }
  g_assert_false (exists (&runner, "x.pdf"));
  g_assert_false (exists (&runner, "x.json"));
  g_assert_false (exists (&runner, "nowhere.db"));
}

static void
test_catalogue (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_runner_init (&runner);
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "conditions --json");
  smr_assert_member (&run, "conditions[0].id", "heart_failure");
  smr_assert_member (&run, "conditions[0].kind", "health");
  smr_assert_member (&run, "conditions[0].category", "cardiovascular");
  smr_assert_member (&run, "conditions[0].clearable", "true");
  smr_assert_member (&run, "conditions[0].clearance_months", "6");
  smr_assert_member (&run, "conditions[0].cases[0].severity", "absolute");
  smr_assert_member (&run, "conditions[0].cases[0].phases", "{\"roll\":\"X\",\"stretch\":\"X\",\"activate\":\"X\"}");
  smr_assert_member (&run, "conditions[4].id", "blood_clot");
  smr_assert_member (&run, "conditions[4].facts[0].id", "treatment_ended");
  smr_assert_member (&run, "sites[0].id", "foot_ankle");
  smr_assert_member (&run, "signs[0].id", "chest_pain");
  smr_assert_member (&run, "signs[0].urgency", "emergency");
  g_assert_nonnull (strstr (run.output, "\"restrictions\""));
  g_assert_nonnull (strstr (run.output, "warfarin"));

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "muscles --json");
  smr_assert_member (&run, "muscles[2].id", "gastrocnemius");
  smr_assert_member (&run, "muscles[2].paired", "true");
  smr_assert_member (&run, "muscles[2].may_roll", "yes");
  smr_assert_member (&run, "muscles[2].antagonists", "[\"tibialis_anterior\"]");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "exercises --json");
  smr_assert_member (&run, "exercises[0].phase", "inhibit");
  smr_assert_member (&run, "exercises[0].dose.tempo", "roll");
  g_assert_nonnull (strstr (run.output, "int_squat_row"));

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "tools --json");
  smr_assert_member (&run, "tools[0].id", "soft_roller");
  smr_assert_member (&run, "tools[0].kind", "roller");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "tools");
  g_assert_true (g_str_has_prefix (run.output, "soft_roller "));
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "conditions");
  g_assert_nonnull (strstr (run.output, "\nknee "));
  g_assert_false (exists (&runner, "home/smr-coach"));
}

/* --- screen */

static void
test_screen (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_runner_init (&runner);
  write_clients (&runner);

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/clear.json --json");
  smr_assert_member (&run, "overall", "allowed");
  smr_assert_member (&run, "phases", "{\"roll\":\"allowed\",\"stretch\":\"allowed\",\"activate\":\"allowed\"}");
  smr_assert_member (&run, "reasons", "[]");
  smr_assert_member (&run, "muscles[0]", "{\"muscle\":\"plantar_fascia\",\"side\":\"left\",\"roll\":\"allowed\",\"stretch\":\"allowed\",\"activate\":\"allowed\"}");
  smr_assert_member (&run, "limits.hold_seconds", "30");
  smr_assert_member (&run, "limits.contact_seconds", "60");
  smr_assert_member (&run, "limits.pain", "5");
  smr_assert_member (&run, "limits.muscles", "4");
  smr_assert_member (&run, "limits.tools[0]", "soft_roller");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/blocked.json --json");
  smr_assert_member (&run, "overall", "blocked");
  smr_assert_member (&run, "reasons[0].condition", "heart_failure");
  smr_assert_member (&run, "reasons[0].severity", "absolute");
  smr_assert_member (&run, "reasons[0].phases.activate", "blocked");
  smr_assert_member (&run, "reasons[0].until", "null");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/medicine.json --json");
  smr_assert_member (&run, "overall", "needs_clearance");
  smr_assert_member (&run, "phases.stretch", "allowed");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/knee.json --muscles=calves:left,lats --json");
  smr_assert_member (&run, "overall", "excluded_regions");
  smr_assert_member (&run, "muscles[0].side", "left");
  smr_assert_member (&run, "muscles[0].roll", "excluded_regions");
  smr_assert_member (&run, "muscles[1].muscle", "latissimus_dorsi");
  smr_assert_member (&run, "muscles[1].roll", "allowed");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/knee.json --muscles=calves:right,thoracic_spine --json");
  smr_assert_member (&run, "overall", "allowed");
  smr_assert_member (&run, "muscles[1].side", "midline");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/unsigned.json --json");
  smr_assert_member (&run, "overall", "blocked");
  smr_assert_member (&run, "valid_until", "null");
  smr_assert_member (&run, "phases.activate", "blocked");

  /* A form counts from its day on, and for a year. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/clear.json --date=2020-01-01 --json");
  smr_assert_member (&run, "date", "2020-01-01");
  smr_assert_member (&run, "overall", "blocked");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/clear.json --date=2090-01-01 --json");
  smr_assert_member (&run, "overall", "blocked");

  write_clients_of_tomorrow (&runner);
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/later.json --json");
  smr_assert_member (&run, "overall", "blocked");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 1, "import @/later.json");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 1, "screen @/unborn.json --json");
  g_assert_nonnull (strstr (run.errors, "/unborn.json: client.born: this date lies in the future"));

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/blocked.json --muscles=lats");
  g_assert_nonnull (strstr (run.output, "Heart failure"));
  g_assert_false (exists (&runner, "home/smr-coach"));
}

/* cleared.json has a letter for other medicine and the routine "Calves", revoked.json the same letter taken back today,
 * replaced.json a later one that does not name rolling. */
static void
write_cleared_clients (SmrRunner *runner)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_record (catalogue, "Ana Prado");
  SmrClearance *letter = smr_clearance_new ();
  SmrClearance *later;

  g_set_str (&say_yes (record, "med_any")->text, "eye drops");
  g_ptr_array_add (record->routines, new_routine (catalogue, "Calves", "calves"));
  g_ptr_array_add (letter->conditions, (gpointer) g_intern_string ("med_any"));
  g_set_str (&letter->physician, "Dr. Weiss");
  letter->dated = days_ago (29);
  letter->phases = 7;
  letter->names_rolling = TRUE;
  letter->no_restriction = TRUE;
  g_ptr_array_add (record->clearances, letter);
  write_record (runner, catalogue, record, "cleared.json");

  later = smr_clearance_copy (letter);
  later->dated = days_ago (3);
  later->names_rolling = FALSE;
  g_ptr_array_add (record->clearances, later);
  write_record (runner, catalogue, record, "replaced.json");
  g_ptr_array_remove_index (record->clearances, 1);

  smr_clearance_take_withdrawal (letter, smr_withdrawal_new (SMR_WITHDRAWAL_REVOKED_BY_PHYSICIAN, days_ago (0)));
  g_set_str (&letter->withdrawal->by, "Li Wei");
  write_record (runner, catalogue, record, "revoked.json");
}

static void
test_clearances (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };
  g_autofree char *yesterday = smr_date_to_string (days_ago (1));
  g_autofree char *before = g_strdup_printf ("screen @/revoked.json --date=%s --json", yesterday);

  smr_runner_init (&runner);
  write_cleared_clients (&runner);
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/cleared.json --json");
  smr_assert_member (&run, "overall", "allowed");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/replaced.json --json");
  smr_assert_member (&run, "overall", "needs_clearance");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/revoked.json --json");
  smr_assert_member (&run, "overall", "needs_clearance");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, before);
  smr_assert_member (&run, "overall", "allowed");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen @/revoked.json");
  g_assert_nonnull (strstr (run.output, "The physician took the clearance back on "));

  /* The routine that relied on it is named. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "import @/cleared.json");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "check --json");
  g_assert_null (strstr (run.output, "Calves"));
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "--practice=@/other.db import @/revoked.json");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "--practice=@/other.db check --json");
  g_assert_nonnull (strstr (run.output, "Calves"));
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 3, "--practice=@/other.db handout 1 --routine=Calves --check-all-no --output=@/a.pdf");
}

static void
test_assessments (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_record (catalogue, "Ana Prado");
  SmrAssessment *first = smr_assessment_new (days_ago (30));
  SmrAssessment *second = smr_assessment_new (days_ago (2));
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_assessment_add_part (first, "posture");
  smr_assessment_add_part (second, "overhead_squat");
  smr_assessment_set_side (second, "ohs_weight_shift", SMR_SIDE_RIGHT);
  smr_assessment_set_range (second, "ankle_dorsiflexion", SMR_SIDE_LEFT, 34);
  g_ptr_array_add (record->assessments, first);
  g_ptr_array_add (record->assessments, second);
  smr_runner_init (&runner);
  write_record (&runner, catalogue, record, "seen.json");

  /* The latest first. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "assessments @/seen.json --json");
  smr_assert_member (&run, "assessments[0].parts[0]", "overhead_squat");
  smr_assert_member (&run, "assessments[0].seen[0].observation", "ohs_weight_shift");
  smr_assert_member (&run, "assessments[0].seen[0].side", "right");
  smr_assert_member (&run, "assessments[0].ranges[0].degrees", "34");
  smr_assert_member (&run, "assessments[0].often[0].role", "overactive");
  smr_assert_member (&run, "assessments[0].often[0].because[0]", "ohs_weight_shift");
  smr_assert_member (&run, "assessments[1].parts[0]", "posture");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "assessments @/seen.json");
  g_assert_nonnull (strstr (run.output, "Hips shift to one side"));
  g_assert_nonnull (strstr (run.output, "not a diagnosis"));

  /* They come along into a practice and out of it. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "import @/seen.json");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "export 1 --output=@/again.json");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "assessments @/again.json --json");
  smr_assert_member (&run, "assessments[0].seen[0].side", "right");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 2, "assessments");
}

/* --- plan */

static void
test_plan (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };
  g_autofree char *code = NULL;

  smr_runner_init (&runner);
  write_clients (&runner);

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/clear.json --muscles=calves:left --json");
  smr_assert_member (&run, "releasable", "true");
  smr_assert_member (&run, "screening.overall", "allowed");
  smr_assert_member (&run, "items[0].phase", "inhibit");
  smr_assert_member (&run, "items[0].exercise", "smr_calf_roller");
  smr_assert_member (&run, "items[0].side", "left");
  smr_assert_member (&run, "items[0].for", "[\"gastrocnemius\"]");
  smr_assert_member (&run, "items[0].tool", "soft_roller");
  smr_assert_member (&run, "items[0].spots", "1");
  smr_assert_member (&run, "items[0].hold_seconds", "30");
  smr_assert_member (&run, "items[0].contact_seconds", "60");
  smr_assert_member (&run, "items[0].seconds", "75");
  smr_assert_member (&run, "items[1].phase", "lengthen");
  smr_assert_member (&run, "items[2].exercise", "act_tibialis_anterior_band");
  smr_assert_member (&run, "items[2].reps", "12");
  smr_assert_member (&run, "items[2].tempo", "4/2/1");
  smr_assert_member (&run, "totals.contact_seconds", "60");
  smr_assert_member (&run, "totals.phases.inhibit", "75");
  smr_assert_member (&run, "dropped", "[]");
  smr_assert_member (&run, "findings", "[]");

  /* The same inputs, the same plan; another dose, another code. */
  code = smr_run_get (&run, "plan_code");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/clear.json --muscles=Gastrocnemius:left,, --json");
  smr_assert_member (&run, "plan_code", code);
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/clear.json --muscles=calves:left --level=intermediate --json");
  smr_assert_member (&run, "items[0].spots", "2");
  {
    g_autofree char *other = smr_run_get (&run, "plan_code");

    g_assert_cmpstr (other, !=, code);
  }

  /* A locked phase beside an open one is no refusal. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/medicine.json --muscles=calves --json");
  smr_assert_member (&run, "releasable", "true");
  smr_assert_member (&run, "screening.phases.roll", "needs_clearance");
  smr_assert_member (&run, "items[0].phase", "lengthen");
  smr_assert_member (&run, "notices[0].kind", "PHASE_LOCKED");

  /* A substitute is offered, and taken when that was said. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/clear.json --muscles=it_band --json");
  smr_assert_member (&run, "totals.phases.inhibit", "0");
  g_assert_nonnull (strstr (run.output, "SUBSTITUTE"));
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/clear.json --muscles=it_band --accept-substitutes --json");
  smr_assert_member (&run, "items[0].phase", "inhibit");
  smr_assert_member (&run, "items[0].for", "[\"tfl\"]");

  /* Without the roller there is the stick. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/clear.json --muscles=calves --kit=stick,band --json");
  smr_assert_member (&run, "items[0].tool", "stick");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/clear.json --muscles=calves,lats,quads --minutes=8 --json");
  smr_assert_member (&run, "dropped[0].side", "together");
  smr_assert_member (&run, "totals.phases.integrate", "0");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/clear.json --muscles= --underactive=gluteus_medius:right --json");
  smr_assert_member (&run, "items[0].phase", "activate");
  smr_assert_member (&run, "items[0].side", "right");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/clear.json --muscles=calves");
  g_assert_nonnull (strstr (run.output, "Calf roll"));
  g_assert_nonnull (strstr (run.output, "About "));

  /* Nothing asked for is a prompt, not an error. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "plan @/clear.json --muscles= --json");
  smr_assert_member (&run, "items", "[]");
  smr_assert_member (&run, "releasable", "false");
  g_assert_nonnull (strstr (run.errors, "--muscles=LIST"));
}

static void
test_refused_plans (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_runner_init (&runner);
  write_clients (&runner);

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 3, "plan @/blocked.json --muscles=calves --json");
  smr_assert_member (&run, "releasable", "false");
  smr_assert_member (&run, "items", "[]");
  smr_assert_member (&run, "findings[0].item", "null");
  smr_assert_member (&run, "totals.seconds", "0");
  g_assert_cmpstr (run.errors, ==, "");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 3, "plan @/blocked.json --muscles=calves");
  g_assert_cmpstr (run.output, ==, "");
  g_assert_nonnull (strstr (run.errors, "Heart failure"));

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 3, "plan @/unsigned.json --muscles=calves --json");
  smr_assert_member (&run, "findings[0].kind", "form");

  /* Over a cap the trainer has to choose. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 3, "plan @/clear.json --muscles=calves,lats,quads,hamstrings,tfl --json");
  smr_assert_member (&run, "releasable", "false");
  g_assert_nonnull (strstr (run.output, "OVER_CAP"));
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 3, "plan @/clear.json --muscles=calves,lats,quads,hamstrings,tfl");
  g_assert_cmpstr (run.output, ==, "");
}

/* --- handout */

static void
assert_pdf (SmrRunner *runner, const char *name)
{
  g_autofree char *content = read_file (runner, name);

  g_assert_true (g_str_has_prefix (content, "%PDF-"));
}

static void
test_handout (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };
  g_autoptr (GBytes) a4 = NULL;
  g_autoptr (GBytes) same = NULL;
  g_autoptr (GBytes) letter = NULL;

  smr_runner_init (&runner);
  write_clients (&runner);

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout @/clear.json --muscles=calves,lats:left --output=@/a.pdf");
  g_assert_cmpstr (run.output, ==, "");
  assert_pdf (&runner, "a.pdf");

  /* Same inputs, same page. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout @/clear.json --muscles=calves,lats:left --output=@/b.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout @/clear.json --muscles=calves,lats:left --output=@/c.pdf --paper=letter --layout=list --language=en");
  a4 = read_bytes (&runner, "a.pdf");
  same = read_bytes (&runner, "b.pdf");
  letter = read_bytes (&runner, "c.pdf");
  g_assert_true (g_bytes_equal (a4, same));
  g_assert_false (g_bytes_equal (a4, letter));

  /* One that is there already is replaced. */
  /* Without a quick check of the day a note says so; with it there is nothing to say. */
  g_assert_nonnull (strstr (run.errors, "no quick check"));
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 2, "handout @/clear.json --muscles=calves --check-all-no --date=2090-01-01 --output=@/n.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout @/clear.json --muscles=calves --check-all-no --output=@/n.pdf");
  g_assert_cmpstr (run.errors, ==, "");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout @/clear.json --routine=Calves --output=@/a.pdf");
  assert_pdf (&runner, "a.pdf");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout @/medicine.json --muscles=calves --output=@/d.pdf");
  assert_pdf (&runner, "d.pdf");
  g_assert_false (exists (&runner, "home/smr-coach"));
}

static guint
count_files (SmrRunner *runner)
{
  g_autoptr (GDir) folder = g_dir_open (runner->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_refused_handouts (void)
{
  static const char * const commands[] = {
    "handout @/blocked.json --muscles=calves --output=@/old.pdf",
    "handout @/blocked.json --routine=Calves --output=@/old.pdf",
    "handout @/unsigned.json --muscles=calves --output=@/old.pdf",
    "handout @/clear.json --muscles=calves --date=2020-01-01 --output=@/old.pdf",
    "handout @/clear.json --routine=Calves --date=2090-01-01 --output=@/old.pdf",
    "handout @/clear.json --muscles=calves,lats,quads,hamstrings,tfl --output=@/old.pdf",
    "handout @/clear.json --muscles= --output=@/old.pdf",
  };
  g_auto (SmrRunner) runner;
  guint n_files;

  smr_runner_init (&runner);
  write_clients (&runner);
  write_file (&runner, "old.pdf", "what was there");
  n_files = count_files (&runner);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (SmrRun) run = { 0 };
      g_autofree char *old = NULL;

      smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 3, commands[i]);
      g_assert_cmpstr (run.output, ==, "");
      g_assert_cmpstr (run.errors, !=, "");
      old = read_file (&runner, "old.pdf");
      g_assert_cmpstr (old, ==, "what was there");
      g_assert_cmpuint (count_files (&runner), ==, n_files);
    }
}

/* --- forms and letters */

/* Neither is a routine: they need no release, and carry nothing to be done. */
static void
test_forms (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };
  g_autoptr (GBytes) blank = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *exported = NULL;

  smr_runner_init (&runner);
  write_clients (&runner);
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "form --output=@/blank.pdf");
  assert_pdf (&runner, "blank.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "form --output=@/again.pdf --blank");
  blank = read_bytes (&runner, "blank.pdf");
  again = read_bytes (&runner, "again.pdf");
  g_assert_true (g_bytes_equal (blank, again));
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "form @/blocked.json --output=@/signed.pdf --paper=letter");
  assert_pdf (&runner, "signed.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "letter @/medicine.json --output=@/letter.pdf --physician='Dr. Vale'");
  assert_pdf (&runner, "letter.pdf");
  g_assert_false (exists (&runner, "home/smr-coach"));

  /* What was written is on record; what a file asks for is not. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "import @/medicine.json");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "form 1 --output=@/signed.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "letter 1 --output=@/letter.pdf --physician='Dr. Vale' --address='3 Quay Street'");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "letter @/medicine.json --output=@/letter.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 1, "letter 1 --output=@/nowhere/letter.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "export 1 --output=@/exported.json");
  exported = read_file (&runner, "exported.json");
  g_assert_nonnull (strstr (exported, "\"physician\" : \"Dr. Vale\""));
  g_assert_null (strstr (strstr (exported, "\"dated\"") + 1, "\"dated\""));
}

/* --- the practice */

static void
assert_routines (SmrRunner *runner, const char *file, guint n)
{
  g_autofree char *text = read_file (runner, file);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (root), "routines")), ==, n);
}

static void
test_practice (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };
  g_autofree char *issued = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *again = NULL;

  smr_runner_init (&runner);
  write_clients (&runner);
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "import @/clear.json @/blocked.json @/knee.json");
  assert_client_names (&runner, "Ana Prado, Béla Kovács, Dora Ek");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "clients --search='kov BELA' --json");
  smr_assert_member (&run, "clients[0].name", "Béla Kovács");
  smr_assert_member (&run, "clients[0].id", "2");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "clients --search=zzz");
  g_assert_cmpstr (run.output, ==, "");

  /* By id and by name. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen 2 --json");
  smr_assert_member (&run, "overall", "blocked");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "screen 'Ana Prado' --json");
  smr_assert_member (&run, "overall", "allowed");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout 1 --routine=Calves --output=@/a.pdf");
  assert_pdf (&runner, "a.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "export 1 --output=@/issued.json");
  issued = read_file (&runner, "issued.json");
  g_assert_nonnull (strstr (issued, "\"status\" : \"issued\""));

  /* What goes out is on record, the same plan once. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout 1 --muscles=lats --output=@/a.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout 1 --muscles=lats --output=@/a.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "export 1 --output=@/issued.json");
  assert_routines (&runner, "issued.json", 2);
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout 1 --muscles=lats --check-all-no --output=@/a.pdf");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "handout 1 --muscles=lats --output=@/a.pdf");
  g_assert_cmpstr (run.errors, ==, "");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 3, "handout 2 --routine=Calves --output=@/b.pdf");
  g_assert_false (exists (&runner, "b.pdf"));

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "check --json");
  smr_assert_member (&run, "attention[0].client", "Béla Kovács");
  smr_assert_member (&run, "attention[0].what", "blocked");
  smr_assert_member (&run, "attention[1].what", "routine");
  smr_assert_member (&run, "attention[1].routine", "Calves");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "check");
  g_assert_true (g_str_has_prefix (run.output, "Béla Kovács: "));

  /* What goes out comes in again. */
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "export 'Béla Kovács' --output=@/out.json");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "--practice=@/other.db import @/out.json");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "--practice=@/other.db export 1 --output=@/again.json");
  exported = read_file (&runner, "out.json");
  again = read_file (&runner, "again.json");
  g_assert_cmpstr (exported, ==, again);

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "backup @/copy.db");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "import @/medicine.json");
  assert_client_names (&runner, "Ana Prado, Béla Kovács, Cem Ağaoğlu, Dora Ek");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "restore @/copy.db");
  assert_client_names (&runner, "Ana Prado, Béla Kovács, Dora Ek");
}

static void
test_sample (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_runner_init (&runner);
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "--sample clients --json");
  smr_assert_member (&run, "clients[9].archived", "false");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "--sample check --json");
  g_assert_nonnull (strstr (run.output, "needs_clearance"));
  g_assert_true (exists (&runner, "home/smr-coach/sample.db"));
  g_assert_false (exists (&runner, "home/smr-coach/practice.db"));
}

static void
test_import_is_whole (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_runner_init (&runner);
  write_clients (&runner);
  write_file (&runner, "two.csv", "name;born\nFay;1990-01-01\nGus;1991-01-01\n");
  write_file (&runner, "bad.csv", "name,born\nHal,1990-01-01\nIda,1990-02-30\n");
  write_file (&runner, "book.vcf", "BEGIN:VCARD\nVERSION:4.0\nFN:Jo\nEND:VCARD\n");
  write_file (&runner, "cut.json", "{ \"format\": \"smr-coach-client\",\n");

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 1, "import @/bad.csv");
  g_assert_nonnull (strstr (run.errors, "/bad.csv: line 3: born: "));
  g_assert_cmpstr (run.output, ==, "");
  g_assert_false (exists (&runner, "home/smr-coach"));

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 1, "import @/two.csv @/bad.csv @/book.vcf");
  g_assert_nonnull (strstr (run.output, "/two.csv: 2 clients imported\n"));
  g_assert_nonnull (strstr (run.output, "/book.vcf: 1 client imported\n"));
  g_assert_nonnull (strstr (run.errors, "/bad.csv: line 3"));
  assert_client_names (&runner, "Fay, Gus, Jo");
}

/* All stored bad client files at once: each has its line, and what is good beside them still comes in. */
static void
test_bad_client_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "client-files", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  g_autoptr (GString) command = g_string_new ("import @/clear.json");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = NULL;
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_runner_init (&runner);
  write_clients (&runner);
  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files))
    {
      if (g_str_has_prefix (name, "good-"))
        continue;
      g_ptr_array_add (names, g_strdup (name));
      g_string_append_printf (command, " '%s/%s'", folder, name);
    }

  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 1, command->str);
  lines = g_strsplit (g_strchomp (run.errors), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, names->len);
  for (guint i = 0; i < names->len; i++)
    g_assert_nonnull (strstr (lines[i], g_ptr_array_index (names, i)));
  assert_client_names (&runner, "Ana Prado");
}

/* The same files for the commands that read one and leave the practice alone. */
static void
test_bad_client_file_as_subject (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "client-files", "value-unknown-row.json", NULL);
  g_autofree char *screen = g_strdup_printf ("screen '%s' --json", path);
  g_autofree char *plan = g_strdup_printf ("plan '%s' --muscles=calves --json", path);
  g_autofree char *handout = g_strdup_printf ("handout '%s' --muscles=calves --output=@/x.pdf", path);
  const char *commands[] = { screen, plan, handout };
  g_auto (SmrRunner) runner;

  smr_runner_init (&runner);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (SmrRun) run = { 0 };

      smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 1, commands[i]);
      g_assert_cmpstr (run.output, ==, "");
      g_assert_nonnull (strstr (run.errors, "intakes[0].answers.moon_sickness"));
    }
  g_assert_false (exists (&runner, "x.pdf"));
  g_assert_false (exists (&runner, "home/smr-coach"));
}

/* --- a machine that fails */

static void
assert_unchanged_by (SmrRunner *runner, SmrRunMode mode, const char *command)
{
  g_auto (SmrRun) run = { 0 };
  guint n_files = count_files (runner);
  g_autofree char *old = NULL;

  smr_runner_run (runner, mode, &run, 1, command);
  g_assert_cmpstr (run.errors, !=, "");
  old = read_file (runner, "old.pdf");
  g_assert_cmpstr (old, ==, "what was there");
  g_assert_cmpuint (count_files (runner), ==, n_files);
  assert_client_names (runner, "Ana Prado");
}

static void
test_full_disk (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };

  smr_runner_init (&runner);
  write_clients (&runner);
  write_file (&runner, "old.pdf", "what was there");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "import @/clear.json");

  assert_unchanged_by (&runner, SMR_RUN_DISK_FULL, "import @/blocked.json");
  assert_unchanged_by (&runner, SMR_RUN_DISK_FULL, "export 1 --output=@/old.pdf");
  assert_unchanged_by (&runner, SMR_RUN_DISK_FULL, "handout @/clear.json --muscles=calves --output=@/old.pdf");
  assert_unchanged_by (&runner, SMR_RUN_DISK_FULL, "backup @/old.pdf");
  assert_unchanged_by (&runner, SMR_RUN_DISK_FULL, "restore @/old.pdf");
}

static void
test_read_only (void)
{
  g_auto (SmrRunner) runner;
  g_auto (SmrRun) run = { 0 };
  g_autofree char *practice = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *program = NULL;
  g_autofree char *content = NULL;
  gsize length;

  smr_runner_init (&runner);
  write_clients (&runner);
  write_file (&runner, "old.pdf", "what was there");
  smr_runner_run (&runner, SMR_RUN_PLAIN, &run, 0, "import @/clear.json");
  if (geteuid () != 0)
    {
      g_test_skip ("only root can become a user who may write nothing of ours");
      return;
    }

  practice = smr_runner_path (&runner, "home/smr-coach/practice.db");
  folder = g_path_get_dirname (practice);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (practice, 0644), ==, 0);
  /* Where the checkout lies that user may not even look. */
  program = smr_runner_path (&runner, "smr-coach");
  g_assert_true (g_file_get_contents (runner.program, &content, &length, NULL));
  g_assert_true (g_file_set_contents_full (program, content, length, G_FILE_SET_CONTENTS_NONE, 0755, NULL));
  g_set_str (&runner.program, program);

  assert_unchanged_by (&runner, SMR_RUN_NOBODY, "import @/blocked.json");
  assert_unchanged_by (&runner, SMR_RUN_NOBODY, "export 1 --output=@/new.json");
  assert_unchanged_by (&runner, SMR_RUN_NOBODY, "handout @/clear.json --muscles=calves --output=@/old.pdf");
}

int
main (int argc, char *argv[])
{
  g_autofree char *program = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = g_canonicalize_filename (argv[1], NULL);
  g_setenv ("SMR_COACH", program, TRUE);

  g_test_add_func ("/command-line/forms and letters need no release", test_forms);
  g_test_add_func ("/command-line/help and version", test_help);
  g_test_add_func ("/command-line/every option is in the manual", test_manual);
  g_test_add_func ("/command-line/wrong usage is 2 and says what", test_wrong_usage);
  g_test_add_func ("/command-line/what is missing is 1 and says where", test_what_is_missing);
  g_test_add_func ("/command-line/the catalogue", test_catalogue);
  g_test_add_func ("/command-line/screen", test_screen);
  g_test_add_func ("/command-line/clearances", test_clearances);
  g_test_add_func ("/command-line/assessments are listed with what often goes with them", test_assessments);
  g_test_add_func ("/command-line/plan", test_plan);
  g_test_add_func ("/command-line/refused plans are 3", test_refused_plans);
  g_test_add_func ("/command-line/handout", test_handout);
  g_test_add_func ("/command-line/refused handouts leave the old file", test_refused_handouts);
  g_test_add_func ("/command-line/practice", test_practice);
  g_test_add_func ("/command-line/sample practice", test_sample);
  g_test_add_func ("/command-line/an import is whole or nothing per file", test_import_is_whole);
  g_test_add_func ("/command-line/bad client files are not imported", test_bad_client_files);
  g_test_add_func ("/command-line/bad client files are not screened", test_bad_client_file_as_subject);
  g_test_add_func ("/command-line/a full disk changes nothing", test_full_disk);
  g_test_add_func ("/command-line/a read-only place changes nothing", test_read_only);
  return g_test_run ();
}
