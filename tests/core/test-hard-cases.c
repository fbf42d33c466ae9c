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

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/hard-cases/named-neighbour", test_named_neighbour);
  g_test_add_func ("/hard-cases/age-stays-gentle", test_age_stays_gentle);
  g_test_add_func ("/hard-cases/loose-joints-stay-gentle", test_loose_joints_stay_gentle);
  g_test_add_func ("/hard-cases/another-word-is-new", test_another_word_is_new);
  g_test_add_func ("/hard-cases/sign-needs-a-new-form", test_sign_needs_a_new_form);
  g_test_add_func ("/hard-cases/illness-passes-after-two-days", test_illness_passes_after_two_days);
  g_test_add_func ("/hard-cases/pregnant-again", test_pregnant_again);
  g_test_add_func ("/hard-cases/fresh-bruise", test_fresh_bruise);
  g_test_add_func ("/hard-cases/numb-hands", test_numb_hands);
  g_test_add_func ("/hard-cases/fits-and-the-floor", test_fits_and_the_floor);
  g_test_add_func ("/hard-cases/suspected-break", test_suspected_break);

  result = g_test_run ();
  smr_catalogue_unref (catalogue);
  return result;
}
