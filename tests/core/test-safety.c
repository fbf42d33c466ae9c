#include "safety-oracle.h"
#include "screening-support.h"

#include <string.h>

/* Nothing that the printed tables forbid is ever planned, offered or let out: tried on made-up clients, every row alone and
 * with every other one however they are answered, every muscle and side in turn, and then by chance until a million planned
 * items and a million routines were judged. SMR_SAFETY_ITEMS asks for another number. The judge is in safety-oracle.c. */

#define TO_JUDGE 1000000

static SmrCatalogue *catalogue;
static GRand *chance;

static struct
{
  guint64 clients;
  guint64 plans;
  guint64 items;
  guint64 released;
  guint64 over_cap;
  guint64 offers;
  guint64 forgeries;
  guint64 refused;
  guint64 comparisons;
} counted;

static guint
pick (guint n)
{
  return g_rand_int_range (chance, 0, n);
}

/* --- records of made-up clients ------------------------------------------------------------------------------------------ */

static void
write_letter (SmrRecord *record, const char *row, OracleLetter letter)
{
  static const char *dates[N_LETTERS] = {
    [LETTER_REVOKED] = "2026-02-20", [LETTER_MISTYPED] = "2026-02-20", [LETTER_EXPIRED] = "2026-01-20", [LETTER_FIT_ONLY] = "2026-01-20", [LETTER_OTHER_ROW] = "2026-01-20",
    [LETTER_EIGHT_MONTHS] = "2025-07-01", [LETTER_FOUR_MONTHS] = "2025-11-01", [LETTER_SIX_WEEKS] = "2026-01-20",
    [LETTER_FRESH] = "2026-02-20", [LETTER_UNRESTRICTED] = "2026-02-20",
  };
  SmrClearance *clearance;

  if (letter == LETTER_NONE)
    return;
  clearance = clear_row (record, row, dates[letter]);
  clearance->names_rolling = letter != LETTER_FIT_ONLY;
  clearance->no_restriction = letter == LETTER_UNRESTRICTED;
  if (letter == LETTER_REVOKED || letter == LETTER_MISTYPED)
    smr_clearance_take_withdrawal (clearance, smr_withdrawal_new (letter == LETTER_REVOKED ? SMR_WITHDRAWAL_REVOKED_BY_PHYSICIAN : SMR_WITHDRAWAL_MISTYPED,
                                                                  day ("2026-02-25")));
  if (letter == LETTER_EXPIRED)
    clearance->expires = day ("2026-03-01");
  if (letter == LETTER_OTHER_ROW)
    {
      GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

      g_ptr_array_set_size (clearance->conditions, 0);
      for (guint i = 0; i < conditions->len; i++)
        {
          const char *id = ((const SmrCondition *) g_ptr_array_index (conditions, i))->id;

          /* One letter may stand for the next row; only a row that nobody raised is safe to name. */
          if (smr_intake_get_answer (get_form (record), id) != NULL &&
              smr_intake_get_answer (get_form (record), id)->reply == SMR_REPLY_NO && !g_str_equal (id, row))
            g_ptr_array_add (clearance->conditions, (gpointer) id);
        }
    }
}

static void
write_row (SmrRecord *record, const OracleRow *row)
{
  SmrAnswer *made = answer (record, row->branch->row, row->checked ? SMR_REPLY_NO : row->reply);

  if (row->checked)
    add_check (record, "2026-02-25", row->branch->row, SMR_REPLY_YES);
  if (row->not_known)
    made->not_known = smr_catalogue_find_condition (catalogue, row->branch->row)->follow_ups;
  if (row->checked || row->not_known || row->reply != SMR_REPLY_YES)
    return;

  if (row->branch->facts != NULL)
    {
      g_auto (GStrv) facts = g_strsplit (row->branch->facts, " ", -1);

      for (guint i = 0; facts[i] != NULL; i++)
        smr_answer_set_fact (made, facts[i], TRUE);
    }
  if (row->branch->date != NULL)
    made->date = day (row->branch->date);
  made->healed_and_sealed = row->branch->healed ? SMR_REPLY_YES : SMR_REPLY_NO;
  if (row->branch->weeks > 0)
    made->weeks = row->branch->weeks;
  for (guint i = 0; i < row->n_places; i++)
    smr_answer_add_place (made, row->places[i].site, row->places[i].side);
}

static void
write_movement (SmrRecord *record, const OracleMovement *movement)
{
  SmrAnswer *made = answer (record, movement->row, movement->reply);

  for (guint i = 0; i < movement->n_places; i++)
    smr_answer_add_place (made, movement->places[i].site, movement->places[i].side);
}

static SmrRecord *
write_record (const OracleClient *client)
{
  SmrRecord *record = smr_record_new_take (smr_client_new ("A Client"));
  g_autofree char *born = g_strdup_printf ("%d-05-04", 2025 - client->age);
  static const char * const own[] = { "soft_roller", "band", NULL };

  record->client->born = day (born);
  record->client->regularly_active = client->active;
  record->client->level = client->level;
  record->client->setting = client->at_home ? SMR_SETTING_HOME : SMR_SETTING_STUDIO;
  if (client->at_home)
    {
      g_strfreev (record->client->kit);
      record->client->kit = g_strdupv ((char **) own);
    }
  g_ptr_array_add (record->intakes, all_no_form (catalogue, ORACLE_FORM));
  get_form (record)->guardian_signed = client->guardian;
  for (guint i = 0; i < client->n_rows; i++)
    write_row (record, &client->rows[i]);
  for (guint i = 0; i < client->n_movements; i++)
    write_movement (record, &client->movements[i]);
  for (guint i = 0; i < client->n_rows; i++)
    write_letter (record, client->rows[i].branch->row, client->rows[i].letter);
  write_letter (record, "age_band", client->age_letter);
  if (client->sign != NULL)
    g_ptr_array_add (record->incidents, smr_incident_new (day ("2026-02-24"), client->sign));
  if (client->systolic > 0)
    add_reading (record, ORACLE_TODAY, client->systolic, client->diastolic);
  return record;
}

static char *
describe (const OracleClient *client)
{
  static const char *letters[N_LETTERS] = { "-", "expired", "fit-only", "other-row", "revoked", "mistyped", "8-months", "4-months", "6-weeks", "fresh", "unrestricted" };
  GString *text = g_string_new (NULL);

  g_string_printf (text, "age %d (%s)%s%s, sign %s, %s, %s, %d/%d:", client->age, letters[client->age_letter], client->active ? ", active" : "",
                   client->guardian ? ", guardian" : "", client->sign != NULL ? client->sign : "-", smr_level_to_string (client->level), client->at_home ? "home" : "studio",
                   client->systolic, client->diastolic);
  for (guint i = 0; i < client->n_rows; i++)
    {
      const OracleRow *row = &client->rows[i];

      g_string_append_printf (text, " %s %s%s [%s] %s weeks %d healed %d, letter %s;", row->branch->row, smr_reply_to_string (row->reply),
                              row->checked ? " in a check" : row->not_known ? " not known" : "", row->branch->facts != NULL ? row->branch->facts : "",
                              row->branch->date != NULL ? row->branch->date : "", row->branch->weeks, row->branch->healed, letters[row->letter]);
      for (guint j = 0; j < row->n_places; j++)
        g_string_append_printf (text, " at %s %d", row->places[j].site, row->places[j].side);
    }
  for (guint i = 0; i < client->n_movements; i++)
    {
      const OracleMovement *movement = &client->movements[i];

      g_string_append_printf (text, " %s %s", movement->row, smr_reply_to_string (movement->reply));
      for (guint j = 0; j < movement->n_places; j++)
        g_string_append_printf (text, " at %s %d", movement->places[j].site, movement->places[j].side);
    }
  return g_string_free (text, FALSE);
}

/* --- one client ------------------------------------------------------------------------------------------------------------ */

static SmrSide
random_side (void)
{
  return pick (3) + 1;
}

static void
random_picks (GArray *picks, guint n)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (guint i = 0; i < n; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, pick (muscles->len));
      SmrPick made = { muscle->id, muscle->paired ? random_side () : SMR_SIDE_MIDLINE };

      g_array_append_val (picks, made);
    }
}

static void
fail (const OracleClient *client, const char *what, const char *exercise, const char *side, const char *reason)
{
  g_autofree char *who = describe (client);

  g_error ("%s: %s, %s: %s; %s", what, exercise, side, reason, who);
}

/* Every item of a plan, and what the gate says to the whole. */
static void
judge_plan (const OracleClient *client, SmrScreening *screening, const Oracle *oracle, const SmrPlan *plan)
{
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < plan->routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (plan->routine->items, i);
      const char *reason = oracle_forbids_item (oracle, item);

      if (reason != NULL)
        fail (client, "planned", item->exercise, smr_item_side_to_string (item->side), reason);
      counted.items++;
    }
  counted.plans++;

  findings = smr_gate_check (catalogue, screening, plan->routine);
  for (guint i = 0; i < findings->len; i++)
    {
      const SmrFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = smr_finding_dup_text (finding, "en");

      if (finding->kind == SMR_FINDING_CAP ? !plan->over_cap : finding->kind != SMR_FINDING_EMPTY && finding->kind != SMR_FINDING_FORM)
        fail (client, "planned and refused", "the plan", "", text);
    }
  counted.released += findings->len == 0;
  counted.over_cap += plan->over_cap;
}

/* One thing of an item changed by somebody who knows better. */
static void
forge (SmrItem *item)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  GPtrArray *tools = smr_catalogue_get_tools (catalogue);
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, item->exercise);
  SmrSide side = random_side ();

  switch (pick (5))
    {
    case 0:
    case 1:
      exercise = g_ptr_array_index (exercises, pick (exercises->len));
      item->exercise = exercise->id;
      item->phase = exercise->phase;
      item->tool = exercise->needs->len > 0 ? g_array_index (exercise->needs, SmrNeed, 0).tool : NULL;
      if (g_strcmp0 (item->tool, "roller") == 0)
        item->tool = g_intern_string ("soft_roller");
      else if (g_strcmp0 (item->tool, "ball") == 0)
        item->tool = g_intern_string ("tennis_ball");
      smr_dose_for (&item->dose, catalogue, NULL, exercise, SMR_LEVEL_BEGINNER, side);
      break;
    case 2:
      break;
    case 3:
      item->tool = ((const SmrTool *) g_ptr_array_index (tools, pick (tools->len)))->id;
      return;
    case 4:
      item->dose.sets = 1 + pick (4);
      item->dose.reps = 1 + pick (20);
      item->dose.hold_seconds = pick (100);
      item->dose.search_seconds = item->phase == SMR_PHASE_INHIBIT ? pick (200) : 0;
      return;
    }
  item->side = !exercise->unilateral ? SMR_ITEM_SIDE_TOGETHER : side == SMR_SIDE_LEFT ? SMR_ITEM_SIDE_LEFT : side == SMR_SIDE_RIGHT ? SMR_ITEM_SIDE_RIGHT : SMR_ITEM_SIDE_EACH;
  g_ptr_array_set_size (item->served, 0);
  smr_item_add_served (item, exercise->targets[0], NULL,
                       smr_catalogue_find_muscle (catalogue, exercise->targets[0])->paired ? smr_item_side_get_sides (item->side) : SMR_SIDE_MIDLINE, NULL);
}

/* What the tables forbid is refused, whoever wrote it into the routine. */
static void
judge_forgery (const OracleClient *client, const SmrRecord *record, SmrScreening *screening, const Oracle *oracle, SmrLevel level)
{
  g_autoptr (SmrRoutine) routine = smr_routine_new ("");
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  const SmrExercise *exercise = g_ptr_array_index (exercises, pick (exercises->len));
  SmrItem *item = smr_item_new (exercise->phase, exercise->id);
  g_autoptr (GPtrArray) findings = NULL;
  const char *reason;

  g_ptr_array_add (routine->items, item);
  routine->level = level;
  routine->setting = record->client->setting;
  do
    forge (item);
  while (item->served->len == 0);
  forge (item);
  reason = oracle_forbids_item (oracle, item);
  findings = smr_gate_check (catalogue, screening, routine);
  if (reason != NULL && findings->len == 0)
    fail (client, "let out", item->exercise, smr_item_side_to_string (item->side), reason);
  counted.forgeries++;
  counted.refused += reason != NULL;
}

/* Every exercise that the program would give, on every side. */
static void
judge_offers (const OracleClient *client, SmrScreening *screening, const Oracle *oracle)
{
  const SmrPlanRequest request = { .level = client->level, .setting = client->at_home ? SMR_SETTING_HOME : SMR_SETTING_STUDIO };
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      for (SmrSide side = SMR_SIDE_LEFT; side <= SMR_SIDE_BOTH; side++)
        {
          g_autoptr (SmrMessage) refusal = smr_exercise_check (catalogue, screening, exercise, side, &request, NULL);
          const char *reason = refusal == NULL ? oracle_forbids_exercise (oracle, exercise, side) : NULL;

          if (reason != NULL)
            fail (client, "offered", exercise->id, smr_side_to_string (side), reason);
          counted.offers += refusal == NULL;
        }
    }
}

static void
judge_client (const OracleClient *client, guint n_plans, gboolean offers)
{
  g_autoptr (SmrRecord) record = write_record (client);
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, day (ORACLE_TODAY));
  g_autoptr (Oracle) oracle = oracle_new (client);

  counted.clients++;
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_INTEGRATE; phase++)
    {
      if (oracle_locks (oracle, phase) && !smr_screening_is_locked (screening, phase) &&
          !(smr_screening_is_home_only (screening, phase) && !client->at_home))
        fail (client, "open", smr_phase_to_string (phase), "", "locked phase");
    }
  if (offers)
    judge_offers (client, screening, oracle);
  for (guint i = 0; i < n_plans; i++)
    {
      g_autoptr (GArray) overactive = g_array_new (FALSE, FALSE, sizeof (SmrPick));
      g_autoptr (GArray) underactive = g_array_new (FALSE, FALSE, sizeof (SmrPick));
      g_autoptr (SmrPlan) plan = NULL;
      SmrPlanRequest request = {
        .overactive = overactive,
        .underactive = underactive,
        .level = client->level,
        .setting = record->client->setting,
        .kit = (const char * const *) record->client->kit,
        .accept_substitutes = pick (2),
        .minutes = pick (4) == 0 ? 5 + pick (40) : 0,
      };

      random_picks (overactive, 2 + pick (7));
      random_picks (underactive, pick (3));
      plan = smr_plan_new (catalogue, screening, &request);
      judge_plan (client, screening, oracle, plan);
      for (guint j = 0; j < 3; j++)
        judge_forgery (client, record, screening, oracle, client->level);
    }
}

/* A plan for each muscle alone, on each side and on both. */
static void
judge_muscles (const OracleClient *client)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  g_autoptr (SmrRecord) record = write_record (client);
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, day (ORACLE_TODAY));
  g_autoptr (Oracle) oracle = oracle_new (client);

  counted.clients++;
  for (guint i = 0; i < muscles->len * SMR_SIDE_BOTH; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i / SMR_SIDE_BOTH);
      const SmrPick picked = { muscle->id, muscle->paired ? i % SMR_SIDE_BOTH + SMR_SIDE_LEFT : SMR_SIDE_MIDLINE };
      g_autoptr (GArray) overactive = g_array_new (FALSE, FALSE, sizeof (SmrPick));
      const SmrPlanRequest request = { .overactive = overactive, .level = client->level, .setting = record->client->setting, .accept_substitutes = TRUE };
      g_autoptr (SmrPlan) plan = NULL;

      g_array_append_val (overactive, picked);
      plan = smr_plan_new (catalogue, screening, &request);
      judge_plan (client, screening, oracle, plan);
    }
}

/* --- made-up clients ---------------------------------------------------------------------------------------------------------- */

static OracleClient
new_client (void)
{
  return (OracleClient) { .age = 34, .guardian = FALSE, .level = pick (SMR_N_LEVELS) };
}

static void
place_by_chance (OracleRow *row)
{
  row->n_places = pick (3);
  for (guint i = 0; i < row->n_places; i++)
    row->places[i] = (SmrPlace) { g_intern_string (oracle_sites[pick (oracle_n_sites)]), pick (4) };
}

static OracleRow *
add_row (OracleClient *client, const OracleBranch *branch)
{
  OracleRow *row = &client->rows[client->n_rows];

  /* A row is answered once. */
  for (guint i = 0; i < client->n_rows; i++)
    {
      if (g_str_equal (client->rows[i].branch->row, branch->row))
        return NULL;
    }
  *row = (OracleRow) { .branch = branch, .reply = SMR_REPLY_YES };
  client->n_rows++;
  return row;
}

static void
vary_row (OracleRow *row)
{
  if (row == NULL)
    return;
  place_by_chance (row);
  row->letter = pick (3) == 0 ? LETTER_NONE : pick (N_LETTERS);
  if (pick (8) == 0)
    row->reply = pick (2) ? SMR_REPLY_NOT_SURE : SMR_REPLY_UNANSWERED;
  row->not_known = row->reply == SMR_REPLY_YES && pick (16) == 0;
  row->checked = !row->not_known && pick (16) == 0 && oracle_asked_every_session (row->branch->row);
}

static void
place_movement (OracleMovement *movement, guint n_places)
{
  movement->n_places = n_places;
  for (guint i = 0; i < n_places; i++)
    movement->places[i] = (SmrPlace) { g_intern_string (oracle_sites[pick (oracle_n_sites)]), pick (4) };
}

/* A row is answered once. */
static OracleMovement *
add_movement (OracleClient *client, const char *row, SmrReply reply)
{
  OracleMovement *movement = &client->movements[client->n_movements];

  for (guint i = 0; i < client->n_movements; i++)
    {
      if (g_str_equal (client->movements[i].row, row))
        return NULL;
    }
  *movement = (OracleMovement) { .row = row, .reply = reply };
  client->n_movements++;
  return movement;
}

static void
add_movement_by_chance (OracleClient *client)
{
  OracleMovement *movement = add_movement (client, oracle_movements[pick (oracle_n_movements)], pick (8) == 0 ? SMR_REPLY_NOT_SURE : SMR_REPLY_YES);

  if (movement != NULL)
    place_movement (movement, pick (3));
}

static void
vary_person (OracleClient *client)
{
  static const int ages[] = { 13, 14, 16, 17, 30, 34, 50, 64, 65, 68, 70, 76 };
  static const int readings[][2] = { { 0, 0 }, { 0, 0 }, { 120, 80 }, { 159, 89 }, { 160, 80 }, { 120, 90 }, { 180, 80 }, { 150, 100 } };
  guint reading = pick (G_N_ELEMENTS (readings));

  client->age = pick (2) ? 34 : ages[pick (G_N_ELEMENTS (ages))];
  client->guardian = pick (4) != 0;
  client->active = pick (2);
  client->at_home = pick (2);
  client->systolic = readings[reading][0];
  client->diastolic = readings[reading][1];
  client->age_letter = client->age == 34 ? LETTER_NONE : pick (N_LETTERS);
  client->sign = pick (32) == 0 ? oracle_signs[pick (oracle_n_signs)] : NULL;
}

/* Every branch with every answer, letter and place, at every level. */
static void
test_every_row (void)
{
  static const SmrReply replies[] = { SMR_REPLY_NO, SMR_REPLY_YES, SMR_REPLY_NOT_SURE, SMR_REPLY_UNANSWERED };

  for (guint i = 0; i < oracle_n_branches; i++)
    {
      for (guint reply = 0; reply < G_N_ELEMENTS (replies); reply++)
        {
          for (OracleLetter letter = LETTER_NONE; letter < N_LETTERS; letter++)
            {
              guint n_places = replies[reply] == SMR_REPLY_YES ? oracle_n_sites * 3 + 1 : 1;

              for (guint at = 0; at < n_places; at++)
                {
                  OracleClient client = new_client ();
                  OracleRow *row = add_row (&client, &oracle_branches[i]);

                  client.level = (i + at + letter) % SMR_N_LEVELS;
                  client.active = at % 2;
                  client.at_home = letter % 2;
                  if (at % 3 == 1)
                    client.systolic = 130, client.diastolic = 80;
                  row->reply = replies[reply];
                  row->letter = letter;
                  row->n_places = at > 0;
                  if (at > 0)
                    row->places[0] = (SmrPlace) { g_intern_string (oracle_sites[(at - 1) / 3]), (at - 1) % 3 };
                  judge_client (&client, 1, at % 7 == 0);
                }
            }
        }
    }
}

/* How a row may be answered: every branch of a yes, and for each row a doubt, silence and a yes of which nothing is known. */
static guint
count_variants (void)
{
  return oracle_n_branches * 4;
}

/* FALSE: the same variant came with an earlier branch of the row, or the row is answered already. */
static gboolean
add_variant (OracleClient *client, guint variant)
{
  const OracleBranch *branch = &oracle_branches[variant / 4];
  gboolean first = variant < 4 || !g_str_equal (oracle_branches[variant / 4 - 1].row, branch->row);
  OracleRow *row = variant % 4 == 0 || first ? add_row (client, branch) : NULL;

  if (row == NULL)
    return FALSE;
  vary_row (row);
  row->reply = variant % 4 == 1 ? SMR_REPLY_NOT_SURE : variant % 4 == 2 ? SMR_REPLY_UNANSWERED : SMR_REPLY_YES;
  row->not_known = variant % 4 == 3;
  row->checked = FALSE;
  return TRUE;
}

static void
test_every_pair (void)
{
  for (guint i = 0; i < count_variants (); i++)
    {
      for (guint j = i + 1; j < count_variants (); j++)
        {
          OracleClient client = new_client ();

          if (!add_variant (&client, i) || !add_variant (&client, j))
            continue;
          vary_person (&client);
          client.sign = NULL;
          if (client.age < 18)
            client.guardian = TRUE;
          judge_client (&client, 1, pick (16) == 0);
        }
    }
}

/* Every muscle on every side in turn, for every way in which one row may be answered, with a letter and without. */
static void
test_every_muscle (void)
{
  for (guint i = 0; i < count_variants () * 2; i++)
    {
      OracleClient client = new_client ();

      if (!add_variant (&client, i / 2))
        continue;
      client.level = i % SMR_N_LEVELS;
      client.rows[0].letter = i % 2 ? LETTER_UNRESTRICTED : LETTER_NONE;
      judge_muscles (&client);
    }
}

/* Every row of movement with every answer and side, at every level: each exercise on each side is tried. */
static void
test_every_movement (void)
{
  static const SmrReply replies[] = { SMR_REPLY_NO, SMR_REPLY_YES, SMR_REPLY_NOT_SURE, SMR_REPLY_UNANSWERED };

  for (guint i = 0; i < oracle_n_movements * G_N_ELEMENTS (replies) * SMR_N_LEVELS * 5; i++)
    {
      OracleClient client = new_client ();
      OracleMovement *movement = add_movement (&client, oracle_movements[i / 5 % oracle_n_movements],
                                               replies[i / 5 / oracle_n_movements % G_N_ELEMENTS (replies)]);

      client.level = i / 5 / oracle_n_movements / G_N_ELEMENTS (replies);
      /* Without a place, then without a side, left, right, both. */
      place_movement (movement, i % 5 > 0);
      movement->places[0].side = i % 5 > 0 ? i % 5 - 1 : 0;
      judge_client (&client, 4, TRUE);
    }
}

static OracleClient
client_by_chance (guint most_rows)
{
  OracleClient client = new_client ();

  vary_person (&client);
  for (guint i = pick (8) < 5 ? 0 : pick (3); i > 0; i--)
    add_movement_by_chance (&client);
  for (guint i = pick (most_rows + 1); i > 0; i--)
    vary_row (add_row (&client, &oracle_branches[pick (oracle_n_branches)]));
  return client;
}

static guint64
get_number_to_judge (void)
{
  const char *asked = g_getenv ("SMR_SAFETY_ITEMS");

  return asked != NULL ? g_ascii_strtoull (asked, NULL, 10) : TO_JUDGE;
}

/* Routines that the gate was asked about: plans, and single items that somebody wrote by hand. */
static guint64
get_routines (void)
{
  return counted.plans + counted.forgeries;
}

/* Two thirds have letters for all that they raise, so that there is something to plan. */
static void
test_by_chance (void)
{
  guint64 most = get_number_to_judge ();

  while (counted.items < most || get_routines () < most)
    {
      OracleClient client = client_by_chance (3);

      for (guint i = 0, generous = pick (3); generous != 0 && i < client.n_rows; i++)
        client.rows[i].letter = pick (2) ? LETTER_FRESH : LETTER_UNRESTRICTED;
      judge_client (&client, 12, pick (64) == 0);
    }
}

/* --- nothing eases ---------------------------------------------------------------------------------------------------------------- */

/* What may be given to @after may be given to @before, and no dose is more. */
static void
compare (const OracleClient *client, const char *change, SmrScreening *before, SmrScreening *after)
{
  const SmrPlanRequest request = { .level = client->level, .setting = client->at_home ? SMR_SETTING_HOME : SMR_SETTING_STUDIO };
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);
      SmrSide side = exercise->unilateral ? random_side () : SMR_SIDE_BOTH;
      g_autoptr (SmrMessage) refused_after = smr_exercise_check (catalogue, after, exercise, side, &request, NULL);
      g_autoptr (SmrMessage) refused_before = NULL;
      SmrDoseRange dose_before, dose_after;

      if (refused_after != NULL)
        continue;
      refused_before = smr_exercise_check (catalogue, before, exercise, side, &request, NULL);
      if (refused_before != NULL)
        fail (client, change, exercise->id, smr_side_to_string (side), "eases");
      smr_dose_get_range (&dose_before, catalogue, before, exercise, client->level, side);
      smr_dose_get_range (&dose_after, catalogue, after, exercise, client->level, side);
      if (dose_after.most.sets > dose_before.most.sets || dose_after.most.reps > dose_before.most.reps ||
          dose_after.most.hold_seconds > dose_before.most.hold_seconds || dose_after.total_seconds > dose_before.total_seconds)
        fail (client, change, exercise->id, smr_side_to_string (side), "gives more");
    }
  counted.comparisons++;
}

static guint
get_comparisons (void)
{
  return MIN (get_number_to_judge () / 500, 2000);
}

static void
test_yes_never_eases (void)
{
  for (guint i = 0; i < get_comparisons (); i++)
    {
      OracleClient client = client_by_chance (4);
      g_autoptr (SmrRecord) record = write_record (&client);
      g_autoptr (SmrScreening) before = smr_screening_new (catalogue, record, day (ORACLE_TODAY));
      g_autoptr (SmrScreening) after = NULL;
      OracleRow *row = add_row (&client, &oracle_branches[pick (oracle_n_branches)]);

      if (row == NULL)
        continue;
      place_by_chance (row);
      write_row (record, row);
      after = smr_screening_new (catalogue, record, day (ORACLE_TODAY));
      compare (&client, "a yes", before, after);
    }
}

/* Only a letter that took the place of none can be thought away; each can be withdrawn. */
static void
test_lost_letter_never_eases (void)
{
  for (guint i = 0; i < get_comparisons (); i++)
    {
      OracleClient client = client_by_chance (4);
      g_autoptr (SmrRecord) record = write_record (&client);
      g_autoptr (SmrScreening) before = NULL;
      g_autoptr (SmrScreening) after = NULL;
      gboolean withdrawn = i % 2 == 0;
      guint letter;

      if (record->clearances->len == 0)
        continue;
      for (guint j = 0; !withdrawn && j < record->clearances->len; j++)
        ((SmrClearance *) g_ptr_array_index (record->clearances, j))->in_addition = TRUE;
      before = smr_screening_new (catalogue, record, day (ORACLE_TODAY));
      letter = pick (record->clearances->len);
      if (withdrawn)
        smr_clearance_take_withdrawal (g_ptr_array_index (record->clearances, letter),
                                       smr_withdrawal_new (pick (2), day (ORACLE_TODAY)));
      else
        g_ptr_array_remove_index (record->clearances, letter);
      after = smr_screening_new (catalogue, record, day (ORACLE_TODAY));
      compare (&client, withdrawn ? "a letter withdrawn" : "a letter less", before, after);
    }
}

/* A judge that lets everything pass, or nothing, would show nothing. */
static void
test_enough_was_judged (void)
{
  g_test_message ("%" G_GUINT64_FORMAT " clients, %" G_GUINT64_FORMAT " routines: %" G_GUINT64_FORMAT " plans (%" G_GUINT64_FORMAT " released, %" G_GUINT64_FORMAT
                  " over a cap) with %" G_GUINT64_FORMAT " items judged", counted.clients, get_routines (), counted.plans, counted.released, counted.over_cap, counted.items);
  g_test_message ("and %" G_GUINT64_FORMAT " written by hand, %" G_GUINT64_FORMAT " of them forbidden and refused; %" G_GUINT64_FORMAT
                  " exercises offered, %" G_GUINT64_FORMAT " pairs of clients compared", counted.forgeries, counted.refused, counted.offers, counted.comparisons);
  g_assert_cmpuint (counted.items, >=, get_number_to_judge ());
  g_assert_cmpuint (counted.released, >, counted.plans / 20);
  g_assert_cmpuint (get_routines (), >=, get_number_to_judge ());
  g_assert_cmpuint (counted.refused, >, counted.forgeries / 3);
  g_assert_cmpuint (counted.comparisons, >, get_comparisons ());
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();
  oracle_init (catalogue);
  chance = g_rand_new_with_seed (20260302);

  g_test_add_func ("/safety/every-row", test_every_row);
  g_test_add_func ("/safety/every-movement-row", test_every_movement);
  g_test_add_func ("/safety/every-pair", test_every_pair);
  g_test_add_func ("/safety/every-muscle", test_every_muscle);
  g_test_add_func ("/safety/by-chance", test_by_chance);
  g_test_add_func ("/safety/yes-never-eases", test_yes_never_eases);
  g_test_add_func ("/safety/lost-letter-never-eases", test_lost_letter_never_eases);
  g_test_add_func ("/safety/enough-was-judged", test_enough_was_judged);

  result = g_test_run ();
  g_rand_free (chance);
  smr_catalogue_unref (catalogue);
  return result;
}
