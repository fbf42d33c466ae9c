#include "screening-support.h"
#include "smr-choice.h"
#include "smr-gate.h"

#include <string.h>

static SmrCatalogue *catalogue;

/* --- plans for a client --------------------------------------------------------------------------------------- */

static SmrPlan *
plan_for (const SmrRecord *record, const char *date, const char *muscles, SmrLevel level)
{
  g_autoptr (SmrScreening) screening = record != NULL ? smr_screening_new (catalogue, record, day (date)) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) overactive = smr_picks_parse (catalogue, muscles, &error);
  SmrPlanRequest request = {
    .overactive = overactive,
    .level = level,
    .setting = SMR_SETTING_STUDIO,
    .kit = record != NULL ? (const char * const *) record->client->kit : NULL,
  };

  g_assert_no_error (error);
  return smr_plan_new (catalogue, screening, &request);
}

/* What no client limits. */
static SmrRoutine *
routine_for_anyone (const char *muscles, SmrLevel level)
{
  g_autoptr (SmrPlan) plan = plan_for (NULL, NULL, muscles, level);

  return smr_routine_ref (plan->routine);
}

static char *
describe_items (const SmrRoutine *routine)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", item->exercise, smr_item_side_to_string (item->side));
      if (item->phase == SMR_PHASE_INHIBIT)
        g_string_append_printf (text, ":%s", item->tool);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_notices (const SmrPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->notices->len; i++)
    {
      const SmrNotice *notice = g_ptr_array_index (plan->notices, i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", smr_notice_kind_to_string (notice->kind), smr_phase_to_string (notice->phase));
      if (notice->muscle != NULL)
        g_string_append_printf (text, ":%s:%s", notice->muscle, smr_side_to_string (notice->side));
    }
  return g_string_free (text, FALSE);
}

static void
assert_plan (const SmrRecord *record, const char *muscles, const char *items, const char *notices)
{
  g_autoptr (SmrPlan) plan = plan_for (record, TODAY, muscles, SMR_LEVEL_INTERMEDIATE);
  g_autofree char *planned = describe_items (plan->routine);
  g_autofree char *noticed = describe_notices (plan);

  g_assert_cmpstr (planned, ==, items);
  g_assert_cmpstr (noticed, ==, notices);
}

/* --- verdicts ------------------------------------------------------------------------------------------------- */

/* "item:0 dose:0", each kind with the item it is about; "released" when nothing speaks against the routine. */
static char *
judge (const SmrRecord *record, const SmrRoutine *routine, const char *date)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SmrRelease) release = smr_gate_release (catalogue, record, routine, day (date), &findings);
  GString *text = g_string_new (release != NULL ? "released" : NULL);

  g_assert_cmpint (release == NULL, ==, findings->len > 0);
  for (guint i = 0; i < findings->len; i++)
    {
      const SmrFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *words = smr_finding_dup_text (finding, "en");

      g_test_message ("%s", words);
      g_assert_null (strchr (words, '{'));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", smr_finding_kind_to_string (finding->kind));
      if (finding->item >= 0)
        g_string_append_printf (text, ":%d", finding->item);
    }
  return g_string_free (text, FALSE);
}

static void
assert_verdict (const SmrRecord *record, const SmrRoutine *routine, const char *date, const char *expected)
{
  g_autofree char *verdict = judge (record, routine, date);

  g_assert_cmpstr (verdict, ==, expected);
}

/* --- a clear client ------------------------------------------------------------------------------------------- */

static void
test_clear_client (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrPlan) plan = plan_for (record, TODAY, "hip_flexors, lats", SMR_LEVEL_INTERMEDIATE);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SmrRelease) release = smr_gate_release (catalogue, record, plan->routine, day (TODAY), &findings);

  g_assert_nonnull (release);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (smr_routine_equal (smr_release_get_routine (release), plan->routine));
  g_assert_cmpstr (smr_release_get_client (release)->name, ==, record->client->name);
  g_assert_cmpuint (smr_release_get_date (release), ==, day (TODAY));
  g_assert_true (smr_release_get_catalogue (release) == catalogue);
  g_assert_true (smr_screening_has_valid_form (smr_release_get_screening (release)));
}

/* What was released does not change with what it was made from. */
static void
test_release_is_a_copy (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrPlan) plan = plan_for (record, TODAY, "hip_flexors", SMR_LEVEL_INTERMEDIATE);
  g_autoptr (SmrRelease) release = smr_gate_release (catalogue, record, plan->routine, day (TODAY), NULL);
  SmrItem *item = g_ptr_array_index (plan->routine->items, 0);

  item->dose.hold_seconds = 500;
  g_assert_cmpint (((const SmrItem *) g_ptr_array_index (smr_release_get_routine (release)->items, 0))->dose.hold_seconds, ==, 30);
}

static void
test_form (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRecord) blank = smr_record_new_take (smr_client_new ("A Client"));
  g_autoptr (SmrRoutine) routine = routine_for_anyone ("hip_flexors", SMR_LEVEL_BEGINNER);

  assert_verdict (record, routine, "2026-01-14", "form");
  assert_verdict (record, routine, "2026-01-15", "released");
  assert_verdict (record, routine, "2027-01-14", "released");
  assert_verdict (record, routine, "2027-01-15", "form");
  assert_verdict (blank, routine, TODAY, "form");
}

/* --- locked phases -------------------------------------------------------------------------------------------- */

static void
test_locked_phase (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) routine = routine_for_anyone ("gastrocnemius", SMR_LEVEL_INTERMEDIATE);
  g_autoptr (SmrPlan) plan = NULL;

  g_free (answer (record, "med_any", SMR_REPLY_YES)->text);
  ((SmrAnswer *) smr_intake_get_answer (get_form (record), "med_any"))->text = g_strdup ("vitamins");
  assert_verdict (record, routine, TODAY, "phase_locked:0");
  assert_plan (record, "gastrocnemius",
               "str_gastrocnemius_wall:each act_tibialis_anterior_band:each int_single_leg_balance_reach:each",
               "PHASE_LOCKED:inhibit");
  plan = plan_for (record, TODAY, "gastrocnemius", SMR_LEVEL_INTERMEDIATE);
  assert_verdict (record, plan->routine, TODAY, "released");
}

static void
test_all_locked (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrPlan) plan = NULL;

  answer (record, "supervised_only", SMR_REPLY_YES);
  assert_plan (record, "gastrocnemius", "", "PHASE_LOCKED:inhibit PHASE_LOCKED:lengthen PHASE_LOCKED:activate");
  plan = plan_for (record, TODAY, "gastrocnemius", SMR_LEVEL_INTERMEDIATE);
  assert_verdict (record, plan->routine, TODAY, "empty");
}

static void
set_kit (SmrRecord *record, const char *tool)
{
  const char *kit[] = { tool, NULL };

  g_strfreev (record->client->kit);
  record->client->kit = g_strdupv ((char **) kit);
}

/* A wound that is old enough to take out no more than its place. */
static void
add_wound (SmrRecord *record, const char *site, SmrSide side)
{
  SmrAnswer *wound = answer (record, "open_wound", SMR_REPLY_YES);

  wound->date = day ("2026-02-20");
  wound->healed_and_sealed = SMR_REPLY_NO;
  smr_answer_add_place (wound, site, side);
}

/* --- regions and limbs ---------------------------------------------------------------------------------------- */

static void
test_one_side_excluded (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) routine = routine_for_anyone ("forearm_flexors", SMR_LEVEL_INTERMEDIATE);
  g_autoptr (SmrPlan) plan = NULL;

  add_wound (record, "arm_hand", SMR_SIDE_RIGHT);
  assert_verdict (record, routine, TODAY, "item:0 item:1 item:2");
  assert_plan (record, "forearm_flexors",
               "smr_forearm_flexors_ball:left:tennis_ball str_forearm_flexors_standing:left act_forearm_extensors_wrist:left",
               "EXCLUDED:inhibit:forearm_flexors:right EXCLUDED:lengthen:forearm_flexors:right "
               "EXCLUDED:activate:forearm_extensors:right NO_FREE_ANTAGONIST:activate:forearm_flexors:right NO_INTEGRATION:integrate");
  plan = plan_for (record, TODAY, "forearm_flexors", SMR_LEVEL_INTERMEDIATE);
  assert_verdict (record, plan->routine, TODAY, "released");
}

/* The first partner of the piriformis goes with the knee; the second one takes its place. */
static void
test_antagonist_excluded (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrPlan) plan = NULL;
  g_autofree char *reason = NULL;

  add_wound (record, "knee", SMR_SIDE_LEFT);
  assert_plan (record, "piriformis:left",
               "smr_piriformis_roller:left:soft_roller str_piriformis_figure_four:left act_gluteus_medius_clam:left",
               "EXCLUDED:activate:adductors:left NO_INTEGRATION:integrate");
  plan = plan_for (record, TODAY, "piriformis:left", SMR_LEVEL_INTERMEDIATE);
  assert_verdict (record, plan->routine, TODAY, "released");
  reason = smr_item_dup_reason (g_ptr_array_index (plan->routine->items, 2), catalogue, "en");
  g_assert_nonnull (strstr (reason, "passed over: Inner thigh (adductors) (excluded by screening)."));
}

/* A roller on the floor needs both hands, the stick does not. */
static void
test_bearing_limb (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) routine = routine_for_anyone ("hamstrings", SMR_LEVEL_INTERMEDIATE);

  add_wound (record, "arm_hand", SMR_SIDE_LEFT);
  assert_verdict (record, routine, TODAY, "item:0");
  assert_plan (record, "hamstrings",
               "smr_hamstrings_ball:each:tennis_ball str_hamstrings_strap_supine:each act_vastus_medialis_short_arc:each int_sit_to_stand:together", "");
}

/* The forearm on the side treated carries the weight: the other side may be rolled on the floor. */
static void
test_bearing_limb_of_one_side (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) left = routine_for_anyone ("tfl:left", SMR_LEVEL_INTERMEDIATE);
  g_autoptr (SmrRoutine) right = routine_for_anyone ("tfl:right", SMR_LEVEL_INTERMEDIATE);
  g_autoptr (SmrRoutine) both = routine_for_anyone ("tfl", SMR_LEVEL_INTERMEDIATE);

  add_wound (record, "arm_hand", SMR_SIDE_LEFT);
  assert_verdict (record, left, TODAY, "item:0");
  assert_verdict (record, right, TODAY, "released");
  assert_verdict (record, both, TODAY, "item:0");
}

/* With no left hand to lean on and nothing but a roller, one side is rolled on the floor and the other has nothing; with a
 * stick there is one exercise for both. */
static void
test_sides_apart (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrPlan) plan = NULL;

  add_wound (record, "arm_hand", SMR_SIDE_LEFT);
  assert_plan (record, "peroneals",
               "smr_calf_stick:each:stick str_peroneals_seated:each act_tibialis_posterior_band:each int_single_leg_balance_reach:each", "");
  set_kit (record, "soft_roller");
  assert_plan (record, "peroneals",
               "smr_peroneals_roller:right:soft_roller str_peroneals_seated:each act_short_foot_standing:together int_single_leg_balance_reach:each",
               "NO_EXERCISE:inhibit:peroneals:left");
  plan = plan_for (record, TODAY, "peroneals", SMR_LEVEL_INTERMEDIATE);
  assert_verdict (record, plan->routine, TODAY, "released");
}

/* --- tools, doses, the gentle profile --------------------------------------------------------------------------- */

static void
test_gentle (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) routine = routine_for_anyone ("gastrocnemius", SMR_LEVEL_ADVANCED);
  g_autoptr (SmrPlan) plan = NULL;
  const SmrItem *roll, *stretch;

  record->client->born = day ("1959-05-04");
  record->client->regularly_active = TRUE;
  assert_verdict (record, routine, TODAY, "dose:0 dose:1 item:3");
  plan = plan_for (record, TODAY, "gastrocnemius", SMR_LEVEL_ADVANCED);
  roll = g_ptr_array_index (plan->routine->items, 0);
  stretch = g_ptr_array_index (plan->routine->items, 1);
  g_assert_cmpstr (roll->tool, ==, "soft_roller");
  g_assert_cmpint (roll->dose.reps, ==, 1);
  g_assert_cmpint (roll->dose.hold_seconds, ==, 20);
  g_assert_cmpint (smr_dose_get_total_seconds (&roll->dose, SMR_PHASE_INHIBIT), ==, 40);
  g_assert_cmpint (stretch->dose.reps, ==, 1);
  g_assert_cmpint (stretch->dose.hold_seconds, ==, 20);
  assert_verdict (record, plan->routine, TODAY, "released");
}

/* Four muscles at an easy dose are more than the gentle profile has. */
static void
test_gentle_caps (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrPlan) plan = NULL;

  record->client->born = day ("1959-05-04");
  plan = plan_for (record, TODAY, "gastrocnemius, quadriceps, piriformis, lats", SMR_LEVEL_BEGINNER);
  g_assert_true (plan->over_cap);
  assert_verdict (record, plan->routine, TODAY, "cap cap");
}

static void
test_tools (void)
{
  static const struct
  {
    const char *exercise, *tool;
    SmrLevel    level;
    gboolean    allowed;
  } cases[] = {
    { "smr_quadriceps_roller", "soft_roller", SMR_LEVEL_BEGINNER, TRUE },
    { "smr_quadriceps_roller", "medium_roller", SMR_LEVEL_BEGINNER, FALSE },
    { "smr_quadriceps_roller", "medium_roller", SMR_LEVEL_INTERMEDIATE, TRUE },
    { "smr_quadriceps_roller", "firm_roller", SMR_LEVEL_INTERMEDIATE, FALSE },
    { "smr_quadriceps_roller", "firm_roller", SMR_LEVEL_ADVANCED, TRUE },
    { "smr_thoracic_roller", "short_roller", SMR_LEVEL_ADVANCED, FALSE },
    { "smr_thoracic_balls_wall", "peanut", SMR_LEVEL_INTERMEDIATE, FALSE },
    { "smr_thoracic_balls_wall", "peanut", SMR_LEVEL_ADVANCED, TRUE },
    /* a ball for a beginner only where the exercise says so, and never the hard one */
    { "smr_plantar_fascia_seated", "tennis_ball", SMR_LEVEL_BEGINNER, TRUE },
    { "smr_plantar_fascia_ball", "tennis_ball", SMR_LEVEL_BEGINNER, FALSE },
    { "smr_plantar_fascia_ball", "lacrosse_ball", SMR_LEVEL_ADVANCED, FALSE },
    { "act_forearm_flexors_curl", "dumbbell", SMR_LEVEL_BEGINNER, FALSE },
    { "act_forearm_flexors_curl", "dumbbell", SMR_LEVEL_INTERMEDIATE, TRUE },
    { "act_peroneals_band", "band", SMR_LEVEL_BEGINNER, TRUE },
    { "act_peroneals_band", "chair", SMR_LEVEL_BEGINNER, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, cases[i].exercise);
      SmrPlanRequest request = { .level = cases[i].level };
      g_autoptr (SmrMessage) reason = smr_exercise_check_tool (catalogue, NULL, exercise, SMR_SIDE_BOTH, &request, cases[i].tool);

      g_test_message ("%s with %s, %s", cases[i].exercise, cases[i].tool, smr_level_to_string (cases[i].level));
      g_assert_cmpint (reason == NULL, ==, cases[i].allowed);
    }
}

/* The gentle profile carries no load, be it a band. */
static void
test_gentle_has_no_load (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrAnswer *row = answer (record, "other_condition", SMR_REPLY_YES);

  g_set_str (&row->text, "an underactive thyroid");
  assert_plan (record, "gastrocnemius, plantar_fascia",
               "str_plantar_fascia_seated:each str_gastrocnemius_wall:each act_short_foot_seated:each "
               "act_tibialis_anterior_wall:together int_single_leg_balance_reach:each",
               "PHASE_LOCKED:inhibit");
}

/* What is catching is treated at home with own tools alone. */
static void
test_home_only (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  g_autoptr (SmrRoutine) routine = routine_for_anyone ("gastrocnemius", SMR_LEVEL_BEGINNER);
  g_autoptr (SmrPlan) plan = NULL;
  g_autoptr (SmrRoutine) at_home = NULL;
  g_autofree char *notices = NULL;
  SmrAnswer *row = answer (record, "contagious_skin", SMR_REPLY_YES);

  smr_answer_add_place (row, "arm_hand", SMR_SIDE_LEFT);
  record->client->setting = SMR_SETTING_HOME;
  set_kit (record, "band");
  plan = plan_for (record, TODAY, "gastrocnemius", SMR_LEVEL_BEGINNER);
  notices = describe_notices (plan);
  g_assert_cmpstr (notices, ==, "PHASE_LOCKED:inhibit PHASE_LOCKED:lengthen PHASE_LOCKED:activate");
  assert_verdict (record, routine, TODAY, "phase_locked:0 phase_locked:1 phase_locked:2 phase_locked:3");

  at_home = smr_routine_with_item_removed (routine, 0);
  at_home->setting = SMR_SETTING_HOME;
  screening = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_false (smr_phase_is_locked_for (SMR_PHASE_LENGTHEN, screening, SMR_SETTING_HOME));
  g_assert_true (smr_phase_is_locked_for (SMR_PHASE_LENGTHEN, screening, SMR_SETTING_STUDIO));
}

/* --- blood pressure --------------------------------------------------------------------------------------------- */

static void
test_reading (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrPlan) plan = NULL;
  g_autoptr (SmrPlan) unmeasured = NULL;
  g_autofree char *notices = NULL;
  SmrAnswer *row = answer (record, "high_blood_pressure", SMR_REPLY_YES);

  smr_answer_set_fact (row, "diagnosed", TRUE);
  row->date = day ("2020-01-01");
  g_set_str (&row->text, "lisinopril is not taken");
  row->not_known = SMR_FOLLOW_UP_READING;
  clear_row (record, "high_blood_pressure", "2026-01-20");
  add_reading (record, "2026-03-01", 120, 80);
  add_reading (record, TODAY, 159, 89);

  plan = plan_for (record, TODAY, "gastrocnemius", SMR_LEVEL_BEGINNER);
  assert_verdict (record, plan->routine, TODAY, "released");
  assert_verdict (record, plan->routine, "2026-03-03", "reading");
  /* planned on a day without a reading it comes without rolling, and that may be handed out */
  unmeasured = plan_for (record, "2026-03-03", "gastrocnemius", SMR_LEVEL_BEGINNER);
  notices = describe_notices (unmeasured);
  g_assert_cmpstr (notices, ==, "PHASE_LOCKED:inhibit");
  assert_verdict (record, unmeasured->routine, "2026-03-03", "released");
  add_reading (record, "2026-03-04", 160, 89);
  assert_verdict (record, plan->routine, "2026-03-04", "phase_locked:0");
  add_reading (record, "2026-03-05", 120, 100);
  assert_verdict (record, plan->routine, "2026-03-05", "phase_locked:0 phase_locked:1 phase_locked:2 phase_locked:3");
}

/* --- routines that no planner made -------------------------------------------------------------------------------- */

static SmrItem *
get_item (SmrRoutine *routine, guint index)
{
  return g_ptr_array_index (routine->items, index);
}

static SmrServed *
get_served (SmrRoutine *routine, guint index)
{
  return g_ptr_array_index (get_item (routine, index)->served, 0);
}

static void
set_unknown_exercise (SmrRoutine *routine)
{
  get_item (routine, 0)->exercise = g_intern_string ("smr_neck_hammer");
}

static void
set_other_phase (SmrRoutine *routine)
{
  get_item (routine, 0)->phase = SMR_PHASE_ACTIVATE;
}

static void
set_together (SmrRoutine *routine)
{
  get_item (routine, 0)->side = SMR_ITEM_SIDE_TOGETHER;
}

static void
set_one_side (SmrRoutine *routine)
{
  get_item (routine, 2)->side = SMR_ITEM_SIDE_LEFT;
}

static void
serve_other_muscle (SmrRoutine *routine)
{
  get_served (routine, 0)->muscle = g_intern_string ("upper_trapezius");
}

static void
serve_unknown_muscle (SmrRoutine *routine)
{
  get_served (routine, 0)->muscle = g_intern_string ("wing");
}

static void
answer_unknown_muscle (SmrRoutine *routine)
{
  get_served (routine, 2)->because = g_intern_string ("wing");
}

static void
serve_other_side (SmrRoutine *routine)
{
  get_item (routine, 0)->side = SMR_ITEM_SIDE_RIGHT;
}

static void
serve_midline (SmrRoutine *routine)
{
  get_served (routine, 0)->side = SMR_SIDE_MIDLINE;
}

static void
serve_nobody (SmrRoutine *routine)
{
  g_ptr_array_set_size (get_item (routine, 0)->served, 0);
}

static void
repeat (SmrRoutine *routine)
{
  g_ptr_array_insert (routine->items, 1, smr_item_copy (get_item (routine, 0)));
}

static void
take_hard_ball (SmrRoutine *routine)
{
  get_item (routine, 0)->tool = g_intern_string ("lacrosse_ball");
}

static void
take_firm_roller (SmrRoutine *routine)
{
  get_item (routine, 0)->tool = g_intern_string ("firm_roller");
}

static void
take_medium_roller (SmrRoutine *routine)
{
  get_item (routine, 0)->tool = g_intern_string ("medium_roller");
}

static void
take_no_tool (SmrRoutine *routine)
{
  get_item (routine, 0)->tool = NULL;
}

static void
take_unknown_tool (SmrRoutine *routine)
{
  get_item (routine, 0)->tool = g_intern_string ("massage_gun");
}

static void
hold_too_long (SmrRoutine *routine)
{
  get_item (routine, 0)->dose.hold_seconds = 61;
}

static void
hold_for_ever (SmrRoutine *routine)
{
  get_item (routine, 0)->dose.hold_seconds = G_MAXINT;
  get_item (routine, 0)->dose.reps = G_MAXINT;
}

static void
never_hold (SmrRoutine *routine)
{
  get_item (routine, 0)->dose.sets = 0;
}

static void
claim_a_lower_level (SmrRoutine *routine)
{
  routine->level = SMR_LEVEL_BEGINNER;
}

static void
remove_all (SmrRoutine *routine)
{
  g_ptr_array_set_size (routine->items, 0);
}

static void
leave_alone (SmrRoutine *routine)
{
}

static void
test_strange_routines (void)
{
  static const struct
  {
    void      (*change) (SmrRoutine *routine);
    const char *verdict;
  } cases[] = {
    { leave_alone, "released" },
    { set_unknown_exercise, "item:0" },
    { set_other_phase, "item:0" },
    { set_together, "item:0" },
    { set_one_side, "item:2" },
    { serve_other_muscle, "item:0" },
    { serve_unknown_muscle, "item:0" },
    { answer_unknown_muscle, "item:2" },
    { serve_other_side, "item:0" },
    { serve_midline, "item:0" },
    { serve_nobody, "item:0" },
    { repeat, "item:1 dose" },
    { take_hard_ball, "item:0" },
    { take_firm_roller, "item:0" },
    { take_medium_roller, "released" },
    { take_no_tool, "item:0" },
    { take_unknown_tool, "item:0" },
    { hold_too_long, "dose:0" },
    { hold_for_ever, "dose:0" },
    { never_hold, "dose:0" },
    { claim_a_lower_level, "dose:0" },
    { remove_all, "empty" },
  };
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) routine = routine_for_anyone ("hip_flexors", SMR_LEVEL_INTERMEDIATE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrRoutine) changed = smr_routine_copy (routine);

      g_test_message ("case %u", i);
      cases[i].change (changed);
      assert_verdict (record, changed, TODAY, cases[i].verdict);
    }
}

/* Even if somebody wrote such an exercise into the catalogue. */
static void
test_never_rolled (void)
{
  static const char * const muscles[] = { "upper_trapezius", "levator_scapulae", "sternocleidomastoid", "deep_neck_flexors",
                                          "erector_spinae", "quadratus_lumborum", "multifidus", "abdominals", "transverse_abdominis", "it_band" };
  SmrPlanRequest request = { .level = SMR_LEVEL_ADVANCED };

  for (guint i = 0; i < G_N_ELEMENTS (muscles); i++)
    {
      SmrExercise exercise = *smr_catalogue_find_exercise (catalogue, "smr_calf_hands");
      const char *targets[] = { g_intern_string ("gastrocnemius"), g_intern_string (muscles[i]), NULL };
      g_autoptr (SmrMessage) reason = NULL;

      exercise.targets = targets;
      reason = smr_exercise_check (catalogue, NULL, &exercise, SMR_SIDE_BOTH, &request, NULL);
      g_test_message ("%s", muscles[i]);
      g_assert_nonnull (reason);
    }
}

static void
test_caps (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) five = routine_for_anyone ("hip_flexors, lats, piriformis, tfl, adductors", SMR_LEVEL_INTERMEDIATE);
  g_autoptr (SmrRoutine) six = routine_for_anyone ("hip_flexors, lats, piriformis, tfl, adductors, quadriceps", SMR_LEVEL_INTERMEDIATE);

  assert_verdict (record, five, TODAY, "released");
  assert_verdict (record, six, TODAY, "cap cap");
  /* leaving the picks out of the list does not help */
  g_array_set_size (six->overactive, 0);
  assert_verdict (record, six, TODAY, "cap cap");
}

/* --- planner and gate agree --------------------------------------------------------------------------------------- */

static void
raise_rows (SmrRecord *record, GRand *random)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  GPtrArray *sites = smr_catalogue_get_sites (catalogue);

  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, g_rand_int_range (random, 0, conditions->len));
      const SmrSite *site = g_ptr_array_index (sites, g_rand_int_range (random, 0, sites->len));

      if (condition->computed)
        continue;
      answer_in_full (record, condition, site->id, g_rand_int_range (random, SMR_SIDE_LEFT, SMR_SIDE_BOTH + 1));
      if (g_rand_boolean (random))
        clear_row (record, condition->id, "2026-01-20");
    }
  record->client->born = smr_date_from_ymd (g_rand_int_range (random, 1940, 2010), 5, 4);
  record->client->regularly_active = g_rand_boolean (random);
  record->client->setting = g_rand_boolean (random) ? SMR_SETTING_HOME : SMR_SETTING_STUDIO;
  if (g_rand_boolean (random))
    add_reading (record, TODAY, g_rand_int_range (random, 110, 185), g_rand_int_range (random, 60, 105));
}

static GArray *
random_picks (GRand *random, int most)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (SmrPick));

  for (int i = g_rand_int_range (random, 1, most + 1); i > 0; i--)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, g_rand_int_range (random, 0, muscles->len));
      SmrPick pick = { muscle->id, muscle->paired ? (SmrSide) g_rand_int_range (random, SMR_SIDE_LEFT, SMR_SIDE_BOTH + 1) : SMR_SIDE_MIDLINE };

      g_array_append_val (picks, pick);
    }
  return picks;
}

/* Whatever the planner makes for a client passes the gate on the same day, but for caps, which it says itself. */
static void
test_planner_and_gate_agree (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260302);
  guint released = 0, empty = 0, capped = 0, items = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      g_autoptr (GArray) overactive = random_picks (random, 5);
      g_autoptr (GArray) underactive = random_picks (random, 2);
      g_autoptr (SmrScreening) screening = NULL;
      g_autoptr (SmrPlan) plan = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      SmrPlanRequest request = { overactive, underactive, .level = g_rand_int_range (random, 0, SMR_N_LEVELS), .accept_substitutes = TRUE };

      raise_rows (record, random);
      request.setting = record->client->setting;
      request.minutes = g_rand_boolean (random) ? g_rand_int_range (random, 5, 30) : 0;
      screening = smr_screening_new (catalogue, record, day (TODAY));
      plan = smr_plan_new (catalogue, screening, &request);
      findings = smr_gate_check (catalogue, screening, plan->routine);
      for (guint j = 0; j < findings->len; j++)
        {
          const SmrFinding *finding = g_ptr_array_index (findings, j);
          g_autofree char *text = smr_finding_dup_text (finding, "en");

          switch (finding->kind)
            {
            case SMR_FINDING_FORM:
              g_assert_false (smr_screening_has_valid_form (screening));
              break;
            case SMR_FINDING_EMPTY:
              g_assert_cmpuint (plan->routine->items->len, ==, 0);
              break;
            case SMR_FINDING_CAP:
              g_assert_true (plan->over_cap);
              break;
            case SMR_FINDING_READING:
            case SMR_FINDING_PHASE_LOCKED:
            case SMR_FINDING_ITEM:
            case SMR_FINDING_DOSE:
              g_error ("case %u: %s", i, text);
            }
        }
      released += findings->len == 0;
      empty += plan->routine->items->len == 0;
      capped += plan->over_cap;
      items += plan->routine->items->len;
    }
  g_test_message ("2000 plans with %u items: %u released, %u empty, %u over a cap", items, released, empty, capped);
  g_assert_cmpuint (released, >, 200);
  g_assert_cmpuint (empty, >, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();
  g_test_add_func ("/gate/a clear client is handed the plan", test_clear_client);
  g_test_add_func ("/gate/a release is a copy", test_release_is_a_copy);
  g_test_add_func ("/gate/no valid form, nothing at all", test_form);
  g_test_add_func ("/gate/a locked phase is refused and never replaced", test_locked_phase);
  g_test_add_func ("/gate/nothing left is refused", test_all_locked);
  g_test_add_func ("/gate/one side out, the other goes on", test_one_side_excluded);
  g_test_add_func ("/gate/the partner passes the same test", test_antagonist_excluded);
  g_test_add_func ("/gate/a limb that must not bear weight does not", test_bearing_limb);
  g_test_add_func ("/gate/a limb of one side rules out that side", test_bearing_limb_of_one_side);
  g_test_add_func ("/gate/sides part where no exercise suits both", test_sides_apart);
  g_test_add_func ("/gate/each level has its tools", test_tools);
  g_test_add_func ("/gate/gentle carries no load", test_gentle_has_no_load);
  g_test_add_func ("/gate/what is open at home alone stays at home", test_home_only);
  g_test_add_func ("/gate/gentle means gentle tools and doses", test_gentle);
  g_test_add_func ("/gate/the gentle profile has its own caps", test_gentle_caps);
  g_test_add_func ("/gate/high blood pressure rolls only with a reading of the day", test_reading);
  g_test_add_func ("/gate/routines that no planner made are judged as they stand", test_strange_routines);
  g_test_add_func ("/gate/what is never rolled is refused whatever the catalogue says", test_never_rolled);
  g_test_add_func ("/gate/caps of the session hold", test_caps);
  g_test_add_func ("/gate/what the planner makes passes", test_planner_and_gate_agree);
  return g_test_run ();
}
