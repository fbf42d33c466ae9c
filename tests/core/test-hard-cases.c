#include "screening-support.h"
#include "smr-gate.h"

/* Cases in which the milder answer is easy to give, and wrong. */

static SmrCatalogue *catalogue;

#define ALL_BLOCKED "blocked blocked blocked"
#define ALL_ALLOWED "allowed allowed allowed"

static SmrScreening *
screen (const SmrRecord *record, const char *date)
{
  return smr_screening_new (catalogue, record, day (date));
}

static const SmrTool *
get_tool (const char *id)
{
  return smr_catalogue_find_tool (catalogue, id);
}

static SmrPlace
place (const char *site, SmrSide side)
{
  return (SmrPlace) { g_intern_string (site), side };
}

/* --- clearances --------------------------------------------------------------------------------------------------- */

/* The calf belongs to the lower leg and to the knee: a letter that names the knee does not name the calf. */
static void
test_named_neighbour (void)
{
  g_autoptr (SmrRecord) injured = adult_with_all_no (catalogue);
  g_autoptr (SmrRecord) clot = adult_with_all_no (catalogue);
  g_autoptr (SmrRecord) anywhere = adult_with_all_no (catalogue);
  SmrPlace knee = place ("knee", SMR_SIDE_BOTH), calf = place ("lower_leg", SMR_SIDE_BOTH);
  const SmrCondition *blood_clot = smr_catalogue_find_condition (catalogue, "blood_clot");
  SmrAnswer *strain = answer (injured, "injury_current", SMR_REPLY_YES);
  SmrClearance *letter = clear_row (injured, "injury_current", "2026-01-20");

  strain->date = day ("2025-12-01");
  smr_answer_set_fact (strain, "diagnosed", TRUE);
  smr_answer_add_place (strain, "lower_leg", SMR_SIDE_LEFT);
  g_array_append_val (letter->places, knee);
  assert_muscle (catalogue, injured, TODAY, "gastrocnemius", SMR_SIDE_LEFT, "excluded_regions excluded_regions excluded_regions");
  g_array_append_val (letter->places, calf);
  assert_muscle (catalogue, injured, TODAY, "gastrocnemius", SMR_SIDE_LEFT, ALL_ALLOWED);

  answer_in_full (clot, blood_clot, "arm_hand", SMR_SIDE_LEFT);
  letter = clear_row (clot, "blood_clot", "2026-01-20");
  g_array_append_val (letter->places, knee);
  assert_muscle (catalogue, clot, TODAY, "gastrocnemius", SMR_SIDE_LEFT, "excluded_regions allowed allowed");
  g_array_append_val (letter->places, calf);
  assert_muscle (catalogue, clot, TODAY, "gastrocnemius", SMR_SIDE_LEFT, ALL_ALLOWED);

  /* A place that was not given is every place. */
  strain = answer (anywhere, "injury_current", SMR_REPLY_YES);
  strain->date = day ("2025-12-01");
  smr_answer_set_fact (strain, "diagnosed", TRUE);
  letter = clear_row (anywhere, "injury_current", "2026-01-20");
  g_array_append_val (letter->places, knee);
  assert_muscle (catalogue, anywhere, TODAY, "gastrocnemius", SMR_SIDE_LEFT, "excluded_regions excluded_regions excluded_regions");
  g_ptr_array_add (letter->muscles, (gpointer) g_intern_string ("gastrocnemius"));
  assert_muscle (catalogue, anywhere, TODAY, "gastrocnemius", SMR_SIDE_LEFT, ALL_ALLOWED);
}

/* A letter says who gave it. */
static void
test_anonymous_letter (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrClearance *letter;

  answer (record, "med_any", SMR_REPLY_YES);
  letter = clear_row (record, "med_any", "2026-01-20");
  assert_phases (catalogue, record, TODAY, ALL_ALLOWED);
  *letter->physician = '\0';
  assert_phases (catalogue, record, TODAY, "needs_clearance allowed allowed");
}

/* What age asks for stays for good, whatever a letter lifts. */
static void
test_age_stays_gentle (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;

  record->client->born = day ("1950-03-02");
  clear_row (record, "age_band", "2026-01-15")->no_restriction = TRUE;
  assert_phases (catalogue, record, TODAY, "modified_dosage modified_dosage allowed");
  screening = screen (record, TODAY);
  g_assert_true (smr_screening_is_gentle (screening, SMR_PHASE_INHIBIT));
  g_assert_true (smr_screening_allows_tool (screening, get_tool ("soft_roller")));
  g_assert_false (smr_screening_allows_tool (screening, get_tool ("medium_roller")));
  assert_phases (catalogue, record, "2026-06-01", "modified_dosage modified_dosage allowed");
}

/* Never to the end of the range, for good. */
static void
test_loose_joints_stay_gentle (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  answer (record, "connective_tissue_disorder", SMR_REPLY_YES);
  clear_row (record, "connective_tissue_disorder", "2026-01-15")->no_restriction = TRUE;
  assert_phases (catalogue, record, "2026-06-01", "allowed modified_dosage allowed");
}

/* A recent head injury, or nobody knowing of one, must not leave less behind once cleared than the condition alone. */
static void
test_graver_case_leaves_no_less (void)
{
  static const char *facts[] = { NULL, "recent_head_or_neck_injury" };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      SmrAnswer *made = answer (record, "neurological_condition", SMR_REPLY_YES);

      if (i < G_N_ELEMENTS (facts) && facts[i] != NULL)
        smr_answer_set_fact (made, facts[i], TRUE);
      if (i == G_N_ELEMENTS (facts))
        made->not_known = SMR_FOLLOW_UP_FACTS;
      clear_row (record, "neurological_condition", "2026-01-15");
      assert_phases (catalogue, record, "2026-06-01", "allowed modified_dosage modified_dosage");
    }
}

/* One blood thinner for another, both only found as words. */
static void
test_another_word_is_new (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrAnswer *medicine = answer (record, "other_condition", SMR_REPLY_YES);

  g_free (medicine->text);
  medicine->text = g_strdup ("warfarin");
  g_ptr_array_add (clear_row (record, "med_anticoagulant", "2026-01-20")->conditions, (gpointer) g_intern_string ("other_condition"));
  assert_phases (catalogue, record, TODAY, "modified_dosage modified_dosage modified_dosage");
  g_ptr_array_add (record->intakes, all_no_form (catalogue, "2026-02-10"));
  medicine = answer (record, "other_condition", SMR_REPLY_YES);
  g_free (medicine->text);
  medicine->text = g_strdup ("apixaban");
  assert_phases (catalogue, record, TODAY, "blocked modified_dosage modified_dosage");
}

/* --- signs -------------------------------------------------------------------------------------------------------- */

/* A sign must be over, and then the client is screened again: a no before the next session is not that. */
static void
test_sign_needs_a_new_form (void)
{
  static const char *signs[] = { "cv_symptoms", "clot_symptoms", "red_flag_symptoms" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

      add_check (record, "2026-02-20", signs[i], SMR_REPLY_YES);
      add_check (record, "2026-02-25", signs[i], SMR_REPLY_NO);
      assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
      g_ptr_array_add (record->intakes, all_no_form (catalogue, "2026-02-20"));
      assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
      g_ptr_array_add (record->intakes, all_no_form (catalogue, "2026-02-21"));
      assert_phases (catalogue, record, TODAY, ALL_ALLOWED);
    }
}

/* 48 hours without symptoms, the boundary on the strict side. */
static void
test_illness_passes_after_two_days (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  add_check (record, "2026-02-20", "infection_or_fever", SMR_REPLY_YES);
  add_check (record, "2026-02-21", "infection_or_fever", SMR_REPLY_NO);
  add_check (record, "2026-02-22", "infection_or_fever", SMR_REPLY_NO);
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  add_check (record, "2026-02-23", "infection_or_fever", SMR_REPLY_NO);
  assert_phases (catalogue, record, "2026-02-22", ALL_BLOCKED);
  assert_phases (catalogue, record, "2026-02-23", ALL_ALLOWED);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

/* Who gave birth last year may be pregnant again: weeks that are given speak of now. */
static void
test_pregnant_again (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  SmrAnswer *pregnancy = answer (record, "pregnant_or_postpartum", SMR_REPLY_YES);

  pregnancy->date = day ("2025-01-10");
  smr_answer_set_fact (pregnancy, "gave_birth", TRUE);
  assert_phases (catalogue, record, TODAY, ALL_ALLOWED);
  pregnancy->weeks = 20;
  assert_phases (catalogue, record, TODAY, "needs_clearance needs_clearance needs_clearance");
  screening = screen (record, TODAY);
  g_assert_false (smr_screening_allows_position (screening, SMR_POSITION_SUPINE));
  g_assert_nonnull (smr_screening_get_restriction (screening, "pregnancy_supine"));
}

/* A lesion inside 72 hours takes the whole limb out of every phase. */
static void
test_fresh_bruise (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrAnswer *bruise = answer (record, "skin_irritated_or_bruised", SMR_REPLY_YES);

  smr_answer_add_place (bruise, "lower_leg", SMR_SIDE_LEFT);
  bruise->date = day ("2026-01-14");
  assert_muscle (catalogue, record, "2026-01-17", "quadriceps", SMR_SIDE_LEFT, "excluded_regions excluded_regions excluded_regions");
  assert_muscle (catalogue, record, "2026-01-17", "quadriceps", SMR_SIDE_RIGHT, ALL_ALLOWED);
  assert_muscle (catalogue, record, "2026-01-18", "quadriceps", SMR_SIDE_LEFT, ALL_ALLOWED);
  assert_muscle (catalogue, record, "2026-01-18", "soleus", SMR_SIDE_LEFT, "excluded_regions allowed allowed");
}

/* Numb hands feel neither stick nor skin. */
static void
test_numb_hands (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) hands = NULL;
  g_autoptr (SmrScreening) feet = NULL;

  smr_answer_add_place (answer (record, "reduced_sensation", SMR_REPLY_YES), "foot_ankle", SMR_SIDE_LEFT);
  clear_row (record, "reduced_sensation", "2026-01-20");
  feet = screen (record, TODAY);
  g_assert_true (smr_screening_allows_tool (feet, get_tool ("stick")));
  g_assert_true (smr_screening_allows_tool (feet, get_tool ("hands")));
  smr_answer_add_place (answer (record, "reduced_sensation", SMR_REPLY_YES), "arm_hand", SMR_SIDE_LEFT);
  hands = screen (record, TODAY);
  g_assert_false (smr_screening_allows_tool (hands, get_tool ("stick")));
  g_assert_false (smr_screening_allows_tool (hands, get_tool ("hands")));
}

/* Sitting on the floor is floor work too. */
static void
test_fits_and_the_floor (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) unknown = NULL;
  g_autoptr (SmrScreening) controlled = NULL;

  answer (record, "neurological_condition", SMR_REPLY_YES);
  unknown = screen (record, TODAY);
  g_assert_nonnull (smr_screening_get_restriction (unknown, "floor_mobility"));
  smr_answer_set_fact (answer (record, "neurological_condition", SMR_REPLY_YES), "no_uncontrolled_fits", TRUE);
  controlled = screen (record, TODAY);
  g_assert_null (smr_screening_get_restriction (controlled, "floor_mobility"));
}

/* A break that is only suspected cannot have been seen to heal. */
static void
test_suspected_break (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  const SmrCondition *fracture = smr_catalogue_find_condition (catalogue, "fracture");
  SmrAnswer *made = answer_in_full (record, fracture, "arm_hand", SMR_SIDE_LEFT);

  clear_row (record, "fracture", "2026-01-20");
  assert_phases (catalogue, record, TODAY, "excluded_regions excluded_regions excluded_regions");
  smr_answer_set_fact (made, "suspected", TRUE);
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
}

/* --- doses and the gate --------------------------------------------------------------------------------------------- */

static SmrItem *
add_item (SmrRoutine *routine, const char *exercise, const char *tool, SmrItemSide side, const char *muscle, SmrDose dose)
{
  const SmrExercise *found = smr_catalogue_find_exercise (catalogue, exercise);
  SmrItem *item = smr_item_new (found->phase, found->id);

  item->side = side;
  item->tool = tool != NULL ? g_intern_string (tool) : NULL;
  item->dose = dose;
  item->dose.tempo = found->tempo;
  smr_item_add_served (item, g_intern_string (muscle), NULL, smr_item_side_get_sides (side), NULL);
  g_ptr_array_add (routine->items, item);
  return item;
}

static gboolean
passes (const SmrRecord *record, const SmrRoutine *routine)
{
  g_autoptr (SmrRelease) release = smr_gate_release (catalogue, record, routine, day (TODAY), NULL);

  return release != NULL;
}

/* 40 seconds of contact and one stretch of 20 seconds are for the muscle, not for each exercise that reaches it. */
static void
test_gentle_twice_over (void)
{
  const SmrDose roll = { 1, 1, 20, 20 }, stretch = { 1, 1, 20 };
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) rolls = smr_routine_new ("");
  g_autoptr (SmrRoutine) stretches = smr_routine_new ("");

  record->client->born = day ("1959-05-04");
  add_item (rolls, "smr_calf_roller", "soft_roller", SMR_ITEM_SIDE_LEFT, "gastrocnemius", roll);
  g_assert_true (passes (record, rolls));
  add_item (rolls, "smr_calf_hands", "hands", SMR_ITEM_SIDE_LEFT, "gastrocnemius", roll);
  g_assert_false (passes (record, rolls));
  add_item (stretches, "str_gastrocnemius_wall", "wall", SMR_ITEM_SIDE_LEFT, "gastrocnemius", stretch);
  g_assert_true (passes (record, stretches));
  add_item (stretches, "str_gastrocnemius_strap", "strap", SMR_ITEM_SIDE_LEFT, "gastrocnemius", stretch);
  g_assert_false (passes (record, stretches));
}

/* An exercise for both sides together is gentle as soon as one side is, also when it is there for the other one. */
static void
test_gentle_together (void)
{
  const SmrExercise *bridge = smr_catalogue_find_exercise (catalogue, "act_hamstrings_long_bridge");
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  SmrDose dose;

  answer_in_full (record, smr_catalogue_find_condition (catalogue, "surgery"), "knee", SMR_SIDE_LEFT);
  screening = screen (record, TODAY);
  smr_dose_for (&dose, catalogue, screening, bridge, SMR_LEVEL_ADVANCED, SMR_SIDE_RIGHT);
  g_assert_cmpint (dose.sets, ==, 1);
  g_assert_cmpint (dose.reps, ==, 10);
}

/* Over an old scar hands or a soft tool only; elsewhere the stick stays. */
static void
test_old_scar (void)
{
  const SmrExercise *calf_stick = smr_catalogue_find_exercise (catalogue, "smr_calf_stick");
  const SmrExercise *calf_hands = smr_catalogue_find_exercise (catalogue, "smr_calf_hands");
  const SmrPlanRequest request = { .level = SMR_LEVEL_BEGINNER };
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  g_autoptr (SmrMessage) stick_left = NULL;
  g_autoptr (SmrMessage) stick_right = NULL;
  g_autoptr (SmrMessage) hands_left = NULL;

  answer_in_full (record, smr_catalogue_find_condition (catalogue, "surgery"), "lower_leg", SMR_SIDE_LEFT);
  screening = screen (record, TODAY);
  stick_left = smr_exercise_check (catalogue, screening, calf_stick, SMR_SIDE_LEFT, &request, NULL);
  stick_right = smr_exercise_check (catalogue, screening, calf_stick, SMR_SIDE_RIGHT, &request, NULL);
  hands_left = smr_exercise_check (catalogue, screening, calf_hands, SMR_SIDE_LEFT, &request, NULL);
  g_assert_nonnull (stick_left);
  g_assert_null (stick_right);
  g_assert_null (hands_left);
}

/* Under the gentle profile both legs share the load, and none is crossed. */
static void
test_gentle_on_both_legs (void)
{
  const SmrDose roll = { 1, 1, 20, 20 };
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) crossed = smr_routine_new ("");

  add_item (crossed, "smr_piriformis_roller", "soft_roller", SMR_ITEM_SIDE_LEFT, "piriformis", roll);
  g_assert_true (passes (record, crossed));
  record->client->born = day ("1959-05-04");
  g_assert_false (passes (record, crossed));
}

/* How an exercise is done belongs to it. */
static void
test_foreign_tempo (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) routine = smr_routine_new ("");
  SmrItem *item = add_item (routine, "smr_calf_roller", "soft_roller", SMR_ITEM_SIDE_LEFT, "gastrocnemius", (SmrDose) { 1, 1, 20, 20 });

  g_assert_true (passes (record, routine));
  item->dose.tempo = SMR_TEMPO_WALK;
  g_assert_false (passes (record, routine));
  g_ptr_array_set_size (routine->items, 0);
  item = add_item (routine, "str_gastrocnemius_wall", "wall", SMR_ITEM_SIDE_LEFT, "gastrocnemius", (SmrDose) { 1, 1, 20 });
  g_assert_true (passes (record, routine));
  item->dose.search_seconds = 30;
  g_assert_false (passes (record, routine));
}

/* What is open at home with own tools alone is not open with a tool of somebody else. */
static void
test_own_tools_only (void)
{
  static const char * const own[] = { "soft_roller", NULL };
  const SmrDose stretch = { 1, 1, 20 }, presses = { 1, 10, 2 };
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRoutine) household = smr_routine_new ("");
  g_autoptr (SmrRoutine) shared = smr_routine_new ("");

  record->client->setting = SMR_SETTING_HOME;
  g_strfreev (record->client->kit);
  record->client->kit = g_strdupv ((char **) own);
  add_item (household, "str_gastrocnemius_wall", "wall", SMR_ITEM_SIDE_LEFT, "gastrocnemius", stretch);
  add_item (shared, "act_adductors_ball_squeeze", "small_ball", SMR_ITEM_SIDE_TOGETHER, "adductors", presses);
  g_assert_true (passes (record, household));
  g_assert_true (passes (record, shared));
  answer (record, "contagious_skin", SMR_REPLY_YES);
  g_assert_true (passes (record, household));
  g_assert_false (passes (record, shared));
}

/* A hand that must not carry weight does not hold a band or a dumbbell either. */
static void
test_load_in_the_hand (void)
{
  static const char *loaded[] = { "act_rotator_cuff_band", "act_rotator_cuff_side_lying", "act_serratus_punch_supine" };
  static const char *together[] = { "act_latissimus_band_pulldown", "act_band_row_seated", "act_lower_trapezius_wall_slide",
                                    "int_squat_row", "int_squat_press", "int_standing_press_plus" };
  const SmrPlanRequest request = { .level = SMR_LEVEL_ADVANCED };
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  SmrAnswer *wound = answer (record, "open_wound", SMR_REPLY_YES);

  wound->date = day ("2026-01-10");
  smr_answer_add_place (wound, "arm_hand", SMR_SIDE_LEFT);
  screening = screen (record, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (loaded); i++)
    {
      const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, loaded[i]);
      g_autoptr (SmrMessage) left = smr_exercise_check (catalogue, screening, exercise, SMR_SIDE_LEFT, &request, NULL);
      g_autoptr (SmrMessage) right = smr_exercise_check (catalogue, screening, exercise, SMR_SIDE_RIGHT, &request, NULL);

      g_test_message ("%s", loaded[i]);
      g_assert_nonnull (left);
      g_assert_null (right);
    }
  for (guint i = 0; i < G_N_ELEMENTS (together); i++)
    {
      g_autoptr (SmrMessage) reason = smr_exercise_check (catalogue, screening, smr_catalogue_find_exercise (catalogue, together[i]), SMR_SIDE_BOTH, &request, NULL);

      g_test_message ("%s", together[i]);
      g_assert_nonnull (reason);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/hard-cases/named-neighbour", test_named_neighbour);
  g_test_add_func ("/hard-cases/anonymous-letter", test_anonymous_letter);
  g_test_add_func ("/hard-cases/age-stays-gentle", test_age_stays_gentle);
  g_test_add_func ("/hard-cases/loose-joints-stay-gentle", test_loose_joints_stay_gentle);
  g_test_add_func ("/hard-cases/another-word-is-new", test_another_word_is_new);
  g_test_add_func ("/hard-cases/graver-case-leaves-no-less", test_graver_case_leaves_no_less);
  g_test_add_func ("/hard-cases/sign-needs-a-new-form", test_sign_needs_a_new_form);
  g_test_add_func ("/hard-cases/illness-passes-after-two-days", test_illness_passes_after_two_days);
  g_test_add_func ("/hard-cases/pregnant-again", test_pregnant_again);
  g_test_add_func ("/hard-cases/fresh-bruise", test_fresh_bruise);
  g_test_add_func ("/hard-cases/numb-hands", test_numb_hands);
  g_test_add_func ("/hard-cases/fits-and-the-floor", test_fits_and_the_floor);
  g_test_add_func ("/hard-cases/suspected-break", test_suspected_break);

  g_test_add_func ("/hard-cases/gate/gentle-twice-over", test_gentle_twice_over);
  g_test_add_func ("/hard-cases/gate/gentle-together", test_gentle_together);
  g_test_add_func ("/hard-cases/gate/old-scar", test_old_scar);
  g_test_add_func ("/hard-cases/gate/gentle-on-both-legs", test_gentle_on_both_legs);
  g_test_add_func ("/hard-cases/gate/foreign-tempo", test_foreign_tempo);
  g_test_add_func ("/hard-cases/gate/own-tools-only", test_own_tools_only);
  g_test_add_func ("/hard-cases/gate/load-in-the-hand", test_load_in_the_hand);

  result = g_test_run ();
  smr_catalogue_unref (catalogue);
  return result;
}
