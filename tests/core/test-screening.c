#include "screening-support.h"

#include <string.h>

static SmrCatalogue *catalogue;

/* --- the intake table, by hand ----------------------------------------------------------------------------- */

#define ALL_BLOCKED "blocked blocked blocked"
#define ALL_REFER   "needs_clearance needs_clearance needs_clearance"
#define ALL_ALLOWED "allowed allowed allowed"

/* Each row as the intake table has it: what a bare yes, "not sure" or no answer makes of roll, stretch and activate for
 * an adult who is not regularly active, and the severity first named. age_band is computed and tested apart. */
static const struct
{
  const char *id;
  const char *severity;
  const char *outcomes;
  gboolean    clearable;
} rows[] = {
  { "heart_failure", "absolute", ALL_BLOCKED, TRUE },
  { "heart_disease", "refer", ALL_REFER, TRUE },
  { "cv_symptoms", "absolute", ALL_BLOCKED, FALSE },
  { "high_blood_pressure", "refer", "needs_clearance modified_dosage modified_dosage", TRUE },
  { "blood_clot", "absolute", ALL_BLOCKED, TRUE },
  { "clot_symptoms", "absolute", ALL_BLOCKED, FALSE },
  { "clot_exposure", "regional", "excluded_regions allowed allowed", FALSE },
  { "aneurysm_dissection", "absolute", ALL_BLOCKED, TRUE },
  { "poor_circulation", "refer", ALL_REFER, TRUE },
  { "varicose_veins", "regional", "excluded_regions allowed allowed", FALSE },
  { "bleeding_disorder", "absolute", ALL_BLOCKED, TRUE },
  { "kidney_failure", "absolute", ALL_BLOCKED, TRUE },
  { "liver_failure", "absolute", ALL_BLOCKED, TRUE },
  { "pancreas_failure", "absolute", ALL_BLOCKED, TRUE },
  { "organ_disease_other", "refer", ALL_REFER, TRUE },
  { "diabetes", "absolute", ALL_BLOCKED, TRUE },
  { "contagious_skin", "absolute", ALL_BLOCKED, TRUE },
  { "infection_or_fever", "absolute", ALL_BLOCKED, FALSE },
  { "open_wound", "regional", "excluded_regions excluded_regions excluded_regions", FALSE },
  { "skin_irritated_or_bruised", "regional", "excluded_regions allowed allowed", FALSE },
  { "fracture", "absolute", "blocked excluded_regions excluded_regions", TRUE },
  { "osteoporosis", "refer", "needs_clearance needs_clearance modified_dosage", TRUE },
  { "inflammatory_arthritis", "absolute", "blocked excluded_regions excluded_regions", TRUE },
  { "local_inflammation", "refer", "needs_clearance excluded_regions excluded_regions", TRUE },
  { "connective_tissue_disorder", "refer", "needs_clearance modified_dosage modified_dosage", TRUE },
  { "spine_or_nerve_root", "refer", ALL_REFER, TRUE },
  { "reduced_sensation", "refer", "needs_clearance excluded_regions allowed", TRUE },
  { "neurological_condition", "refer", "needs_clearance modified_dosage modified_dosage", TRUE },
  { "red_flag_symptoms", "absolute", ALL_BLOCKED, FALSE },
  { "cancer_active", "absolute", ALL_BLOCKED, TRUE },
  { "cancer_history", "refer", "needs_clearance modified_dosage modified_dosage", TRUE },
  { "pregnant_or_postpartum", "refer", ALL_REFER, TRUE },
  { "med_anticoagulant", "absolute", "blocked modified_dosage modified_dosage", TRUE },
  { "med_tissue_weakening", "refer", "needs_clearance modified_dosage modified_dosage", TRUE },
  { "med_any", "refer", "needs_clearance allowed allowed", TRUE },
  { "surgery", "refer", "needs_clearance excluded_regions excluded_regions", TRUE },
  { "injury_current", "refer", "needs_clearance excluded_regions excluded_regions", TRUE },
  { "other_symptoms", "refer", ALL_REFER, TRUE },
  { "joint_replacement_or_metal", "refer", "needs_clearance excluded_regions excluded_regions", TRUE },
  { "implanted_device", "refer", "needs_clearance modified_dosage modified_dosage", TRUE },
  { "hernia", "refer", "needs_clearance modified_dosage modified_dosage", TRUE },
  { "supervised_only", "absolute", ALL_BLOCKED, TRUE },
  { "other_condition", "refer", "needs_clearance modified_dosage modified_dosage", TRUE },
  { "impaired_today", "absolute", ALL_BLOCKED, FALSE },
  { "age_band", "refer", NULL, TRUE },
  { "floor_mobility", "caution", "modified_dosage modified_dosage allowed", TRUE },
};

static void
test_all_rows_are_there (void)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  guint n_health = 0;

  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, 46);
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind != SMR_CONDITION_HEALTH)
        continue;
      g_assert_cmpuint (n_health, <, G_N_ELEMENTS (rows));
      g_assert_cmpstr (condition->id, ==, rows[n_health].id);
      g_assert_cmpint (condition->clearable, ==, rows[n_health].clearable);
      g_assert_cmpint (condition->computed, ==, rows[n_health].outcomes == NULL);
      n_health++;
    }
  g_assert_cmpuint (n_health, ==, G_N_ELEMENTS (rows));
}

/* A region that a case takes out must be named by an effect; otherwise the whole body would go. */
static void
test_regional_cases_name_regions (void)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      guint coded = 0, excluded = 0;

      for (guint j = 0; j < condition->cases->len; j++)
        {
          const SmrCase *a_case = g_ptr_array_index (condition->cases, j);

          for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
            coded |= a_case->codes[phase] == SMR_PHASE_CODE_REGION ? 1u << phase : 0;
        }
      for (guint j = 0; j < condition->effects->len; j++)
        {
          const SmrEffect *effect = g_ptr_array_index (condition->effects, j);

          if (effect->kind <= SMR_EFFECT_EXCLUDE_MUSCLES && effect->time == SMR_EFFECT_WHILE_RAISED)
            excluded |= effect->phases;
        }
      if ((coded & ~excluded) != 0)
        g_error ("%s: a phase with the code r has no exclusion", condition->id);
    }
}

static void
assert_row (gconstpointer index, SmrReply reply)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  const SmrReason *reason;

  answer (record, rows[i].id, reply);
  assert_phases (catalogue, record, TODAY, reply == SMR_REPLY_NO ? ALL_ALLOWED : rows[i].outcomes);

  screening = smr_screening_new (catalogue, record, day (TODAY));
  if (reply == SMR_REPLY_NO)
    {
      g_assert_cmpuint (smr_screening_get_reasons (screening)->len, ==, 0);
      return;
    }
  g_assert_cmpuint (smr_screening_get_reasons (screening)->len, ==, 1);
  reason = g_ptr_array_index (smr_screening_get_reasons (screening), 0);
  g_assert_cmpstr (reason->condition, ==, rows[i].id);
  g_assert_cmpstr (smr_severity_to_string (reason->severity), ==, rows[i].severity);
  g_assert_nonnull (reason->text);
  g_assert_cmpstr (reason->source, !=, "");
}

static void
test_row (gconstpointer index)
{
  assert_row (index, SMR_REPLY_YES);
  assert_row (index, SMR_REPLY_NOT_SURE);
  assert_row (index, SMR_REPLY_UNANSWERED);
  assert_row (index, SMR_REPLY_NO);
}

/* --- "refer if", "caution if" and the rest of the severity column --------------------------------------------- */

/* Facts with spaces between, then what they make of the row. A wrong or missing fact must not do it. */
static const struct
{
  const char *id;
  const char *facts;
  const char *date;             /* NULL: none */
  gboolean    healed;
  gboolean    active;
  const char *site;
  const char *outcomes;
} branches[] = {
  { "heart_disease", "", NULL, FALSE, TRUE, NULL, "needs_clearance modified_dosage modified_dosage" },
  { "poor_circulation", "", NULL, FALSE, TRUE, "lower_leg", "needs_clearance modified_dosage modified_dosage" },
  { "organ_disease_other", "", NULL, FALSE, TRUE, NULL, "needs_clearance modified_dosage modified_dosage" },
  { "blood_clot", "treatment_ended no_symptoms", "2021-05-01", FALSE, FALSE, NULL, "needs_clearance allowed allowed" },
  { "blood_clot", "treatment_ended", "2021-05-01", FALSE, FALSE, NULL, ALL_BLOCKED },
  { "blood_clot", "no_symptoms", "2021-05-01", FALSE, FALSE, NULL, ALL_BLOCKED },
  { "blood_clot", "treatment_ended no_symptoms", NULL, FALSE, FALSE, NULL, ALL_BLOCKED },
  { "blood_clot", "treatment_ended no_symptoms", "2027-05-01", FALSE, FALSE, NULL, ALL_BLOCKED },
  { "varicose_veins", "inflamed_bleeding_or_ulcerated", NULL, FALSE, FALSE, "lower_leg", ALL_BLOCKED },
  { "diabetes", "none_of_these", NULL, FALSE, FALSE, NULL, ALL_REFER },
  { "diabetes", "none_of_these", NULL, FALSE, TRUE, NULL, "needs_clearance modified_dosage modified_dosage" },
  { "diabetes", "sensation_normal", NULL, FALSE, TRUE, NULL, ALL_BLOCKED },
  { "fracture", "", "2025-12-01", FALSE, FALSE, "lower_leg", "blocked excluded_regions excluded_regions" },
  { "fracture", "", "2025-12-01", FALSE, FALSE, "hip_pelvis", ALL_BLOCKED },
  { "fracture", "", "2025-12-01", FALSE, FALSE, "upper_back_ribs", ALL_BLOCKED },
  { "fracture", "", "2025-12-01", FALSE, FALSE, "neck_head", ALL_BLOCKED },
  { "fracture", "suspected", "2025-12-01", FALSE, FALSE, "lower_leg", ALL_BLOCKED },
  { "fracture", "imaging_confirmed_healed", "2025-12-01", TRUE, FALSE, "lower_leg", "blocked excluded_regions excluded_regions" },
  { "inflammatory_arthritis", "not_flaring", NULL, FALSE, FALSE, "knee", "needs_clearance modified_dosage modified_dosage" },
  { "local_inflammation", "diagnosed", "2025-12-01", FALSE, FALSE, "knee", "excluded_regions excluded_regions excluded_regions" },
  { "local_inflammation", "", "2025-12-01", FALSE, FALSE, "knee", ALL_BLOCKED },
  { "local_inflammation", "", "2025-12-01", FALSE, FALSE, "belly_low_back", "needs_clearance excluded_regions excluded_regions" },
  { "connective_tissue_disorder", "only_bendy", NULL, FALSE, FALSE, NULL, "modified_dosage modified_dosage modified_dosage" },
  { "neurological_condition", "recent_head_or_neck_injury", NULL, FALSE, FALSE, NULL, ALL_REFER },
  { "surgery", "no_symptoms no_hospital_stay", "2024-01-10", FALSE, FALSE, "knee", "needs_clearance excluded_regions excluded_regions" },
  { "surgery", "", "2025-09-01", TRUE, FALSE, "knee", "excluded_regions allowed allowed" },
  { "surgery", "no_symptoms", "2024-01-10", TRUE, FALSE, "knee", "modified_dosage modified_dosage modified_dosage" },
  { "surgery", "", "2024-01-10", TRUE, FALSE, "knee", "excluded_regions allowed allowed" },
  { "surgery", "no_symptoms", NULL, TRUE, FALSE, "knee", "needs_clearance excluded_regions excluded_regions" },
  { "injury_current", "diagnosed", "2026-02-01", FALSE, FALSE, "knee", "excluded_regions excluded_regions excluded_regions" },
  { "injury_current", "", "2026-02-01", FALSE, FALSE, "knee", "needs_clearance excluded_regions excluded_regions" },
  { "injury_current", "diagnosed", NULL, FALSE, FALSE, "knee", "needs_clearance excluded_regions excluded_regions" },
  { "joint_replacement_or_metal", "no_movement_limits", "2024-01-10", FALSE, FALSE, "knee", "excluded_regions allowed allowed" },
  { "joint_replacement_or_metal", "", "2024-01-10", FALSE, FALSE, "knee", "needs_clearance excluded_regions excluded_regions" },
  { "joint_replacement_or_metal", "no_movement_limits", "2025-08-01", FALSE, FALSE, "knee", "needs_clearance excluded_regions excluded_regions" },
  { "impaired_today", "painkiller_only", TODAY, FALSE, FALSE, NULL, "blocked allowed allowed" },
  { "open_wound", "", "2026-02-01", TRUE, FALSE, "knee", ALL_ALLOWED },
  { "open_wound", "", "2026-02-01", FALSE, FALSE, "knee", "excluded_regions excluded_regions excluded_regions" },
  { "pregnant_or_postpartum", "gave_birth", "2025-10-01", FALSE, FALSE, NULL, ALL_ALLOWED },
};

static void
test_branch (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_auto (GStrv) facts = g_strsplit (branches[i].facts, " ", -1);
  const SmrCondition *condition = smr_catalogue_find_condition (catalogue, branches[i].id);
  SmrAnswer *yes = answer (record, branches[i].id, SMR_REPLY_YES);

  record->client->regularly_active = branches[i].active;
  for (guint j = 0; facts[j] != NULL; j++)
    {
      if (*facts[j] == '\0')
        continue;
      g_assert_nonnull (smr_condition_find_fact (condition, facts[j]));
      smr_answer_set_fact (yes, facts[j], TRUE);
    }
  if (branches[i].date != NULL)
    yes->date = day (branches[i].date);
  if (branches[i].healed)
    yes->healed_and_sealed = SMR_REPLY_YES;
  if (branches[i].site != NULL)
    smr_answer_add_place (yes, branches[i].site, SMR_SIDE_LEFT);
  assert_phases (catalogue, record, TODAY, branches[i].outcomes);
}

/* Facts that nobody knows bring the worse case in. */
static void
test_unknown_facts (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrAnswer *veins = answer (record, "varicose_veins", SMR_REPLY_YES);

  smr_answer_add_place (veins, "lower_leg", SMR_SIDE_LEFT);
  assert_phases (catalogue, record, TODAY, "excluded_regions allowed allowed");
  veins->not_known = SMR_FOLLOW_UP_FACTS;
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
}

static void
test_home_only (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;

  answer (record, "contagious_skin", SMR_REPLY_YES);
  record->client->setting = SMR_SETTING_HOME;
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);

  g_strfreev (record->client->kit);
  record->client->kit = g_strsplit ("soft_roller band", " ", -1);
  assert_phases (catalogue, record, TODAY, "blocked modified_dosage modified_dosage");
  screening = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_true (smr_screening_is_home_only (screening, SMR_PHASE_INTEGRATE));
  g_assert_false (smr_screening_is_home_only (screening, SMR_PHASE_INHIBIT));
}

/* --- regions --------------------------------------------------------------------------------------------------- */

static void
test_one_side (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  SmrAnswer *wound = answer (record, "open_wound", SMR_REPLY_YES);

  wound->date = day ("2026-02-01");
  smr_answer_add_place (wound, "knee", SMR_SIDE_LEFT);
  assert_muscle (catalogue, record, TODAY, "quadriceps", SMR_SIDE_LEFT, "excluded_regions excluded_regions excluded_regions");
  assert_muscle (catalogue, record, TODAY, "quadriceps", SMR_SIDE_BOTH, "excluded_regions excluded_regions excluded_regions");
  assert_muscle (catalogue, record, TODAY, "quadriceps", SMR_SIDE_RIGHT, ALL_ALLOWED);
  assert_muscle (catalogue, record, TODAY, "soleus", SMR_SIDE_LEFT, ALL_ALLOWED);
  assert_muscle (catalogue, record, TODAY, "latissimus_dorsi", SMR_SIDE_LEFT, ALL_ALLOWED);

  screening = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_false (smr_screening_may_bear (screening, SMR_PHASE_ACTIVATE, SMR_LIMB_LEG, SMR_SIDE_LEFT));
  g_assert_false (smr_screening_may_bear (screening, SMR_PHASE_ACTIVATE, SMR_LIMB_LEG, SMR_SIDE_BOTH));
  g_assert_true (smr_screening_may_bear (screening, SMR_PHASE_ACTIVATE, SMR_LIMB_LEG, SMR_SIDE_RIGHT));
  g_assert_true (smr_screening_may_bear (screening, SMR_PHASE_ACTIVATE, SMR_LIMB_ARM, SMR_SIDE_LEFT));
}

static void
test_missing_side_is_both (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrAnswer *wound = answer (record, "open_wound", SMR_REPLY_YES);

  wound->date = day ("2026-02-01");
  smr_answer_add_place (wound, "knee", SMR_SIDE_NONE);
  assert_muscle (catalogue, record, TODAY, "quadriceps", SMR_SIDE_LEFT, "excluded_regions excluded_regions excluded_regions");
  assert_muscle (catalogue, record, TODAY, "quadriceps", SMR_SIDE_RIGHT, "excluded_regions excluded_regions excluded_regions");
}

static void
test_missing_region_is_whole_body (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  answer (record, "open_wound", SMR_REPLY_YES)->date = day ("2026-02-01");
  screening = smr_screening_new (catalogue, record, day (TODAY));
  for (guint i = 0; i < muscles->len; i++)
    {
      g_assert_cmpint (smr_screening_get_muscle (screening, SMR_PHASE_INHIBIT, g_ptr_array_index (muscles, i), SMR_SIDE_LEFT), ==, SMR_OUTCOME_EXCLUDED_REGIONS);
      g_assert_cmpint (smr_screening_get_muscle (screening, SMR_PHASE_ACTIVATE, g_ptr_array_index (muscles, i), SMR_SIDE_RIGHT), ==, SMR_OUTCOME_EXCLUDED_REGIONS);
    }
  g_assert_false (smr_screening_may_bear (screening, SMR_PHASE_LENGTHEN, SMR_LIMB_ARM, SMR_SIDE_RIGHT));
  g_assert_false (smr_screening_may_bear (screening, SMR_PHASE_LENGTHEN, SMR_LIMB_LEG, SMR_SIDE_LEFT));
}

static void
test_regions_of_rows (void)
{
  g_autoptr (SmrRecord) veins = adult_with_all_no (catalogue);
  g_autoptr (SmrRecord) journey = adult_with_all_no (catalogue);
  g_autoptr (SmrRecord) lymph = adult_with_all_no (catalogue);

  smr_answer_add_place (answer (veins, "varicose_veins", SMR_REPLY_YES), "thigh", SMR_SIDE_RIGHT);
  assert_muscle (catalogue, veins, TODAY, "soleus", SMR_SIDE_RIGHT, "excluded_regions allowed allowed");
  assert_muscle (catalogue, veins, TODAY, "gluteus_maximus", SMR_SIDE_RIGHT, ALL_ALLOWED);
  assert_muscle (catalogue, veins, TODAY, "soleus", SMR_SIDE_LEFT, ALL_ALLOWED);

  answer (journey, "clot_exposure", SMR_REPLY_YES)->date = day ("2026-02-20");
  assert_muscle (catalogue, journey, TODAY, "hamstrings", SMR_SIDE_LEFT, "excluded_regions allowed allowed");
  assert_muscle (catalogue, journey, TODAY, "pectoralis_major", SMR_SIDE_LEFT, ALL_ALLOWED);

  smr_answer_add_place (answer (lymph, "cancer_history", SMR_REPLY_YES), "arm_hand", SMR_SIDE_LEFT);
  clear_row (lymph, "cancer_history", "2026-02-01");
  assert_muscle (catalogue, lymph, "2026-04-20", "pectoralis_major", SMR_SIDE_LEFT, "excluded_regions modified_dosage modified_dosage");
  assert_muscle (catalogue, lymph, "2026-04-20", "latissimus_dorsi", SMR_SIDE_LEFT, "excluded_regions modified_dosage modified_dosage");
  assert_muscle (catalogue, lymph, "2026-04-20", "thoracic_spine", SMR_SIDE_MIDLINE, "excluded_regions modified_dosage modified_dosage");
  assert_muscle (catalogue, lymph, "2026-04-20", "pectoralis_major", SMR_SIDE_RIGHT, "allowed modified_dosage modified_dosage");
}

/* --- other rules ------------------------------------------------------------------------------------------------- */

static void
test_three_cautions (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrClearance *clearance;

  record->client->born = day ("1959-05-04");
  answer (record, "floor_mobility", SMR_REPLY_YES);
  assert_phases (catalogue, record, TODAY, "modified_dosage modified_dosage allowed");
  smr_answer_set_fact (answer (record, "connective_tissue_disorder", SMR_REPLY_YES), "only_bendy", TRUE);
  assert_phases (catalogue, record, TODAY, "needs_clearance modified_dosage modified_dosage");

  clearance = clear_row (record, "floor_mobility", "2026-02-01");
  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string ("connective_tissue_disorder"));
  assert_phases (catalogue, record, TODAY, "needs_clearance modified_dosage modified_dosage");
  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string ("age_band"));
  assert_phases (catalogue, record, TODAY, "modified_dosage modified_dosage modified_dosage");
}

/* Thinned blood: no hold over 20 s for good, however free the letter. */
static void
test_hold_cap_stays (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;

  answer (record, "med_anticoagulant", SMR_REPLY_YES);
  clear_row (record, "med_anticoagulant", "2026-01-20")->no_restriction = TRUE;
  screening = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_false (smr_screening_is_locked (screening, SMR_PHASE_INHIBIT));
  g_assert_cmpint (smr_screening_get_limits (screening)->hold_seconds, ==, 20);
}

/* A caution at one site is not one for the whole body. */
static void
test_caution_at_a_site (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;

  answer_in_full (record, smr_catalogue_find_condition (catalogue, "surgery"), "knee", SMR_SIDE_LEFT);
  assert_muscle (catalogue, record, TODAY, "quadriceps", SMR_SIDE_LEFT, "modified_dosage modified_dosage modified_dosage");
  assert_muscle (catalogue, record, TODAY, "quadriceps", SMR_SIDE_RIGHT, ALL_ALLOWED);
  screening = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_false (smr_screening_is_gentle (screening, SMR_PHASE_INHIBIT));
  g_assert_cmpint (smr_screening_get_limits (screening)->hold_seconds, ==, 0);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *row;            /* NULL: nothing found */
  } texts[] = {
    { "Warfarin 5 mg", "med_anticoagulant" },
    { "takes XARELTO daily", "med_anticoagulant" },
    { "a blood-thinner", "med_anticoagulant" },
    { "father had heart failure", "heart_failure" },
    { "Haemophilia", "bleeding_disorder" },
    { "atorvastatin", "med_any" },
    { "swarfarina", NULL },
    { "heart", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      g_autoptr (SmrScreening) screening = NULL;
      SmrAnswer *other = answer (record, "supervised_only", SMR_REPLY_NO);
      g_autofree char *text = NULL;

      g_free (other->text);
      other->text = g_strdup (texts[i].text);
      screening = smr_screening_new (catalogue, record, day (TODAY));
      if (texts[i].row == NULL)
        {
          g_assert_cmpuint (smr_screening_get_reasons (screening)->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (smr_screening_get_reasons (screening)->len, ==, 1);
      g_assert_nonnull (smr_screening_get_restriction (screening, texts[i].row));
      text = smr_reason_dup_text (smr_screening_get_restriction (screening, texts[i].row), NULL);
      g_test_message ("%s", text);
      g_assert_null (strstr (text, "{"));
    }
}

static void
test_two_antiplatelets (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) one = NULL;
  g_autoptr (SmrScreening) two = NULL;
  SmrAnswer *medicine = answer (record, "med_any", SMR_REPLY_YES);

  g_free (medicine->text);
  medicine->text = g_strdup ("aspirin");
  one = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_null (smr_screening_get_restriction (one, "med_anticoagulant"));
  g_free (medicine->text);
  medicine->text = g_strdup ("aspirin, clopidogrel");
  two = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_nonnull (smr_screening_get_restriction (two, "med_anticoagulant"));
}

static void
test_checks (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  add_check (record, "2026-02-20", "cv_symptoms", SMR_REPLY_YES);
  assert_phases (catalogue, record, "2026-02-19", ALL_ALLOWED);
  assert_phases (catalogue, record, "2026-02-20", ALL_BLOCKED);
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  add_check (record, "2026-02-25", "cv_symptoms", SMR_REPLY_NO);
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  g_ptr_array_add (record->intakes, all_no_form (catalogue, "2026-02-26"));
  assert_phases (catalogue, record, TODAY, ALL_ALLOWED);
  add_check (record, "2026-02-27", "impaired_today", SMR_REPLY_NOT_SURE);
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  add_check (record, "2026-02-28", "impaired_today", SMR_REPLY_NO);
  assert_phases (catalogue, record, TODAY, ALL_ALLOWED);
}

static gboolean
is_calf_out (const SmrRecord *record)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, day (TODAY));
  const SmrMuscle *calf = smr_catalogue_find_muscle (catalogue, "gastrocnemius");

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
    {
      if (smr_screening_get_muscle (screening, phase, calf, SMR_SIDE_LEFT) < SMR_OUTCOME_EXCLUDED_REGIONS)
        return FALSE;
    }
  return TRUE;
}

/* A new injury stands until a form describes it: neither a later check nor a form before it says that it is over. */
static void
test_news_in_checks (void)
{
  static const char * const news[] = { "injury_current", "open_wound" };

  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      SmrCheck *check;

      add_check (record, "2026-02-20", news[i], SMR_REPLY_NO);
      assert_muscle (catalogue, record, "2026-02-20", "gastrocnemius", SMR_SIDE_LEFT, ALL_ALLOWED);
      add_check (record, "2026-02-21", news[i], SMR_REPLY_NOT_SURE);
      add_check (record, "2026-02-22", news[i], SMR_REPLY_NO);
      assert_muscle (catalogue, record, "2026-02-20", "gastrocnemius", SMR_SIDE_LEFT, ALL_ALLOWED);
      g_assert_true (is_calf_out (record));

      /* A form of the next day was asked all of it. */
      g_ptr_array_add (record->intakes, all_no_form (catalogue, "2026-02-22"));
      assert_muscle (catalogue, record, TODAY, "gastrocnemius", SMR_SIDE_LEFT, ALL_ALLOWED);

      /* On one day the later of the two counts, and the check where nobody knows. */
      add_check (record, "2026-02-22", news[i], SMR_REPLY_YES);
      check = g_ptr_array_index (record->checks, record->checks->len - 1);
      g_assert_true (is_calf_out (record));
      check->added_at = 1000;
      get_form (record)->added_at = 1000;
      g_assert_true (is_calf_out (record));
      get_form (record)->added_at = 1001;
      g_assert_false (is_calf_out (record));
    }
}

/* Every condition that an exercise lists can be raised. */
static void
test_avoid_lists_can_be_raised (void)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (!condition->computed)
        answer (record, condition->id, SMR_REPLY_YES);
    }
  screening = smr_screening_new (catalogue, record, day (TODAY));
  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      for (guint j = 0; exercise->avoid[j] != NULL; j++)
        {
          if (smr_screening_get_restriction (screening, exercise->avoid[j]) == NULL)
            g_error ("%s: nothing raises %s", exercise->id, exercise->avoid[j]);
        }
    }
}

static void
test_tools (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) clear = smr_screening_new (catalogue, record, day (TODAY));
  g_autoptr (SmrScreening) gentle = NULL;
  const SmrTool *soft = smr_catalogue_find_tool (catalogue, "soft_roller");
  const SmrTool *medium = smr_catalogue_find_tool (catalogue, "medium_roller");
  const SmrTool *firm = smr_catalogue_find_tool (catalogue, "firm_roller");
  const SmrTool *stick = smr_catalogue_find_tool (catalogue, "stick");
  const SmrTool *band = smr_catalogue_find_tool (catalogue, "band");
  SmrClearance *clearance;

  g_assert_true (smr_screening_allows_tool (clear, firm));
  g_assert_true (smr_screening_allows_tool (clear, medium));

  answer (record, "floor_mobility", SMR_REPLY_YES);
  gentle = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_true (smr_screening_allows_tool (gentle, soft));
  g_assert_true (smr_screening_allows_tool (gentle, stick));
  g_assert_true (smr_screening_allows_tool (gentle, band));
  g_assert_false (smr_screening_allows_tool (gentle, medium));
  g_assert_false (smr_screening_allows_tool (gentle, firm));
  g_clear_pointer (&gentle, smr_screening_unref);

  answer (record, "med_anticoagulant", SMR_REPLY_YES);
  clearance = clear_row (record, "med_anticoagulant", "2026-02-01");
  gentle = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_true (smr_screening_allows_tool (gentle, soft));
  g_assert_false (smr_screening_allows_tool (gentle, stick));
  g_clear_pointer (&gentle, smr_screening_unref);

  g_ptr_array_add (clearance->tools, (gpointer) g_intern_string ("hands"));
  gentle = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_false (smr_screening_allows_tool (gentle, soft));
}

/* --- clearances -------------------------------------------------------------------------------------------------- */

static SmrRecord *
record_with_medicine (void)
{
  SmrRecord *record = adult_with_all_no (catalogue);

  answer (record, "med_any", SMR_REPLY_YES);
  return record;
}

static void
test_clearance_is_per_row (void)
{
  g_autoptr (SmrRecord) record = record_with_medicine ();

  assert_phases (catalogue, record, TODAY, "needs_clearance allowed allowed");
  clear_row (record, "other_condition", "2026-02-01");
  assert_phases (catalogue, record, TODAY, "needs_clearance allowed allowed");
  clear_row (record, "med_any", "2026-02-01");
  assert_phases (catalogue, record, "2026-03-01", "modified_dosage allowed allowed");
  assert_phases (catalogue, record, "2026-03-02", ALL_ALLOWED);
  answer (record, "other_condition", SMR_REPLY_YES);
  assert_phases (catalogue, record, "2026-03-02", "allowed modified_dosage modified_dosage");
  answer (record, "organ_disease_other", SMR_REPLY_YES);
  assert_phases (catalogue, record, "2026-03-02", ALL_REFER);
}

static void
test_clearance_must_name_rolling (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrClearance *clearance;

  answer (record, "organ_disease_other", SMR_REPLY_YES);
  clearance = clear_row (record, "organ_disease_other", "2026-01-20");
  clearance->names_rolling = FALSE;
  assert_phases (catalogue, record, TODAY, "needs_clearance modified_dosage modified_dosage");
  clearance->names_rolling = TRUE;
  clearance->phases = 1u << SMR_PHASE_INHIBIT;
  assert_phases (catalogue, record, TODAY, "allowed needs_clearance needs_clearance");
}

static void
test_unclearable_rows_stay (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      SmrClearance *clearance;

      if (rows[i].clearable || rows[i].outcomes == NULL)
        continue;
      answer (record, rows[i].id, SMR_REPLY_YES);
      clearance = clear_row (record, rows[i].id, "2026-02-01");
      clearance->no_restriction = TRUE;
      assert_phases (catalogue, record, TODAY, rows[i].outcomes);
    }
}

/* A present clot cannot be cleared, an old one can: then everything but the thigh that the letter names stays out. */
static void
test_old_clot (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrAnswer *clot = answer (record, "blood_clot", SMR_REPLY_YES);
  SmrClearance *clearance = clear_row (record, "blood_clot", "2026-02-20");
  SmrPlace thigh = { g_intern_string ("thigh"), SMR_SIDE_BOTH };

  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  clot->date = day ("2021-05-01");
  smr_answer_set_fact (clot, "treatment_ended", TRUE);
  smr_answer_set_fact (clot, "no_symptoms", TRUE);
  smr_answer_add_place (clot, "lower_leg", SMR_SIDE_LEFT);
  assert_muscle (catalogue, record, TODAY, "quadriceps", SMR_SIDE_LEFT, "excluded_regions allowed allowed");
  g_array_append_val (clearance->places, thigh);
  assert_muscle (catalogue, record, TODAY, "quadriceps", SMR_SIDE_LEFT, "modified_dosage allowed allowed");
  assert_muscle (catalogue, record, TODAY, "gastrocnemius", SMR_SIDE_RIGHT, "excluded_regions allowed allowed");
  g_ptr_array_add (clearance->muscles, (gpointer) g_intern_string ("gastrocnemius"));
  assert_muscle (catalogue, record, TODAY, "gastrocnemius", SMR_SIDE_RIGHT, "modified_dosage allowed allowed");
  g_assert_cmpint (clot->places->len, ==, 1);
}

/* Places that stay out for good are not lifted by being named. */
static void
test_device_stays_out (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrClearance *clearance = clear_row (record, "implanted_device", "2026-02-20");
  SmrPlace chest = { g_intern_string ("shoulder_chest"), SMR_SIDE_BOTH };

  clearance->no_restriction = TRUE;
  g_array_append_val (clearance->places, chest);
  smr_answer_add_place (answer (record, "implanted_device", SMR_REPLY_YES), "shoulder_chest", SMR_SIDE_LEFT);
  assert_muscle (catalogue, record, TODAY, "pectoralis_major", SMR_SIDE_LEFT, "excluded_regions allowed allowed");
  assert_muscle (catalogue, record, TODAY, "pectoralis_major", SMR_SIDE_RIGHT, ALL_ALLOWED);
}

static void
test_no_restriction_clears_all_it_names (void)
{
  g_autoptr (SmrRecord) record = record_with_medicine ();
  SmrClearance *clearance = clear_row (record, "med_any", "2026-02-27");

  answer (record, "other_condition", SMR_REPLY_YES);
  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string ("other_condition"));
  assert_phases (catalogue, record, TODAY, "modified_dosage modified_dosage modified_dosage");
  clearance->no_restriction = TRUE;
  assert_phases (catalogue, record, TODAY, ALL_ALLOWED);
}

static void
test_new_things_void_a_clearance (void)
{
  g_autoptr (SmrRecord) row = record_with_medicine ();
  g_autoptr (SmrRecord) medicine = record_with_medicine ();
  g_autoptr (SmrRecord) dated = adult_with_all_no (catalogue);
  g_autoptr (SmrRecord) wound = record_with_medicine ();
  g_autoptr (SmrRecord) sign = record_with_medicine ();
  g_autoptr (SmrRecord) early = record_with_medicine ();
  SmrAnswer *another;

  clear_row (row, "med_any", "2026-01-20");
  assert_phases (catalogue, row, TODAY, ALL_ALLOWED);
  g_ptr_array_add (row->intakes, all_no_form (catalogue, "2026-02-10"));
  answer (row, "med_any", SMR_REPLY_YES);
  assert_phases (catalogue, row, TODAY, ALL_ALLOWED);
  answer (row, "floor_mobility", SMR_REPLY_YES);
  assert_phases (catalogue, row, TODAY, "needs_clearance modified_dosage allowed");

  clear_row (medicine, "med_any", "2026-01-20");
  g_ptr_array_add (medicine->intakes, all_no_form (catalogue, "2026-02-10"));
  another = answer (medicine, "med_any", SMR_REPLY_YES);
  g_free (another->text);
  another->text = g_strdup ("something new");
  assert_phases (catalogue, medicine, TODAY, "needs_clearance allowed allowed");

  /* A new name beside an old date is a new medicine too. */
  answer (dated, "med_tissue_weakening", SMR_REPLY_YES)->date = day ("2025-06-01");
  clear_row (dated, "med_tissue_weakening", "2026-01-20");
  assert_phases (catalogue, dated, TODAY, "allowed modified_dosage modified_dosage");
  g_ptr_array_add (dated->intakes, all_no_form (catalogue, "2026-02-10"));
  another = answer (dated, "med_tissue_weakening", SMR_REPLY_YES);
  another->date = day ("2025-06-01");
  assert_phases (catalogue, dated, TODAY, "allowed modified_dosage modified_dosage");
  g_free (another->text);
  another->text = g_strdup ("something new");
  assert_phases (catalogue, dated, TODAY, "needs_clearance modified_dosage modified_dosage");

  /* A wound suspends it, and only while it lasts. */
  clear_row (wound, "med_any", "2026-01-20");
  g_ptr_array_add (wound->intakes, all_no_form (catalogue, "2026-02-10"));
  answer (wound, "med_any", SMR_REPLY_YES);
  smr_answer_add_place (answer (wound, "open_wound", SMR_REPLY_YES), "knee", SMR_SIDE_LEFT);
  assert_phases (catalogue, wound, TODAY, "needs_clearance excluded_regions excluded_regions");
  g_ptr_array_add (wound->intakes, all_no_form (catalogue, "2026-02-20"));
  answer (wound, "med_any", SMR_REPLY_YES);
  assert_phases (catalogue, wound, TODAY, ALL_ALLOWED);

  /* A serious sign ends it, also when it has passed; being ill only suspends it. */
  clear_row (sign, "med_any", "2026-01-20");
  add_check (sign, "2026-02-10", "infection_or_fever", SMR_REPLY_YES);
  assert_phases (catalogue, sign, TODAY, ALL_BLOCKED);
  add_check (sign, "2026-02-20", "infection_or_fever", SMR_REPLY_NO);
  assert_phases (catalogue, sign, TODAY, ALL_ALLOWED);
  add_check (sign, "2026-02-21", "cv_symptoms", SMR_REPLY_YES);
  g_ptr_array_add (sign->intakes, all_no_form (catalogue, "2026-02-22"));
  answer (sign, "med_any", SMR_REPLY_YES);
  assert_phases (catalogue, sign, TODAY, "needs_clearance allowed allowed");

  /* Nobody can tell what was new after a letter from before the first form. */
  clear_row (early, "med_any", "2026-01-14");
  assert_phases (catalogue, early, TODAY, "needs_clearance allowed allowed");
}

static void
test_renewal_does_not_start_again (void)
{
  g_autoptr (SmrRecord) record = record_with_medicine ();

  clear_row (record, "med_any", "2026-01-16")->expires = day ("2026-02-25");
  clear_row (record, "med_any", "2026-02-26");
  assert_phases (catalogue, record, TODAY, ALL_ALLOWED);
  ((SmrClearance *) g_ptr_array_index (record->clearances, 0))->expires = day ("2026-02-24");
  assert_phases (catalogue, record, TODAY, "modified_dosage allowed allowed");
}

static void
test_clearance_and_validity (void)
{
  g_autoptr (SmrRecord) record = record_with_medicine ();
  g_autoptr (SmrScreening) without = smr_screening_new (catalogue, record, day (TODAY));
  g_autoptr (SmrScreening) with = NULL;

  g_assert_cmpuint (smr_screening_get_valid_until (without), ==, day ("2027-01-14"));
  g_assert_cmpint (smr_screening_get_attention (without), ==, SMR_ATTENTION_NEEDS_CLEARANCE);
  clear_row (record, "med_any", "2026-01-20")->expires = day ("2026-03-20");
  with = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_cmpuint (smr_screening_get_valid_until (with), ==, day ("2026-03-20"));
  g_assert_cmpint (smr_screening_get_attention (with), ==, SMR_ATTENTION_EXPIRING);
}

/* --- the form --------------------------------------------------------------------------------------------------- */

static void
test_open_rows (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrIntake *form = get_form (record);
  const SmrCondition *surgery = smr_catalogue_find_condition (catalogue, "surgery");
  const SmrCondition *pregnant = smr_catalogue_find_condition (catalogue, "pregnant_or_postpartum");
  g_autoptr (GPtrArray) none = smr_intake_get_open_rows (form, catalogue);
  g_autoptr (GPtrArray) some = NULL;
  SmrAnswer *operation;

  g_assert_cmpuint (none->len, ==, 0);
  leave_unanswered (record, "med_any");
  operation = answer (record, "surgery", SMR_REPLY_YES);
  some = smr_intake_get_open_rows (form, catalogue);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_cmpuint (smr_intake_get_missing_follow_ups (form, surgery), ==, SMR_FOLLOW_UP_DATE | SMR_FOLLOW_UP_SITES | SMR_FOLLOW_UP_HEALED);
  operation->not_known = SMR_FOLLOW_UP_DATE;
  operation->healed_and_sealed = SMR_REPLY_NO;
  smr_answer_add_place (operation, "knee", SMR_SIDE_LEFT);
  g_assert_cmpuint (smr_intake_get_missing_follow_ups (form, surgery), ==, 0);

  answer (record, "pregnant_or_postpartum", SMR_REPLY_YES)->weeks = 12;
  g_assert_cmpuint (smr_intake_get_missing_follow_ups (form, pregnant), ==, 0);
  answer (record, "pregnant_or_postpartum", SMR_REPLY_NOT_SURE);
  g_assert_cmpuint (smr_intake_get_missing_follow_ups (form, pregnant), ==, 0);
}

static void
test_no_form (void)
{
  g_autoptr (SmrRecord) none = smr_record_new_take (smr_client_new ("A Client"));
  g_autoptr (SmrRecord) unsigned_form = adult_with_all_no (catalogue);
  g_autoptr (SmrRecord) undated = adult_with_all_no (catalogue);
  g_autoptr (SmrRecord) future = adult_with_all_no (catalogue);
  SmrRecord *records[] = { none, unsigned_form, undated, future };

  *get_form (unsigned_form)->signed_by = '\0';
  get_form (undated)->signed_on = SMR_DATE_NONE;
  get_form (future)->signed_on = day ("2026-03-03");
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, records[i], day (TODAY));
      const SmrReason *reason = g_ptr_array_index (smr_screening_get_reasons (screening), 0);

      assert_phases (catalogue, records[i], TODAY, ALL_BLOCKED);
      g_assert_cmpstr (reason->condition, ==, "form");
      g_assert_false (smr_screening_has_valid_form (screening));
      g_assert_cmpuint (smr_screening_get_valid_until (screening), ==, SMR_DATE_NONE);
      g_assert_cmpint (smr_screening_get_attention (screening), ==, SMR_ATTENTION_NO_FORM);
      g_assert_false (smr_screening_may_bear (screening, SMR_PHASE_LENGTHEN, SMR_LIMB_LEG, SMR_SIDE_LEFT));
    }
}

/* --- nothing eases by being worse ------------------------------------------------------------------------------- */

typedef enum
{
  VARIANT_BARE,                 /* a yes and nothing else */
  VARIANT_FULL,                 /* everything that eases is on file */
  VARIANT_CLEARED,              /* and every yes is cleared */
  N_VARIANTS,
} Variant;

static void
raise_row (SmrRecord *record, guint row, Variant variant)
{
  const SmrCondition *condition = smr_catalogue_find_condition (catalogue, rows[row].id);

  if (variant == VARIANT_BARE)
    answer (record, rows[row].id, SMR_REPLY_YES);
  else
    answer_in_full (record, condition, row % 2 == 0 ? "knee" : "shoulder_chest", row % 3 == 0 ? SMR_SIDE_LEFT : SMR_SIDE_RIGHT);
  if (variant == VARIANT_CLEARED)
    clear_row (record, rows[row].id, "2026-01-20")->no_restriction = row % 4 == 0;
}

static SmrScreening *
screen_rows (guint first, guint second, Variant variant, gboolean active)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  record->client->regularly_active = active;
  add_reading (record, TODAY, 130, 80);
  if (first < G_N_ELEMENTS (rows))
    raise_row (record, first, variant);
  if (second < G_N_ELEMENTS (rows))
    raise_row (record, second, variant);
  return smr_screening_new (catalogue, record, day (TODAY));
}

static void
test_yes_never_eases (void)
{
  const guint none = G_N_ELEMENTS (rows);
  guint n_tried = 0;

  for (Variant variant = VARIANT_BARE; variant < N_VARIANTS; variant++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          g_autoptr (SmrScreening) nothing = screen_rows (none, none, variant, i % 2);
          g_autoptr (SmrScreening) one = NULL;

          if (rows[i].outcomes == NULL)
            continue;
          one = screen_rows (i, none, variant, i % 2);
          if (!is_as_strict (catalogue, one, nothing))
            g_error ("%s: yes eases, variant %d", rows[i].id, variant);
          n_tried++;
          for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
            {
              g_autoptr (SmrScreening) both = NULL;

              if (i == j || rows[j].outcomes == NULL)
                continue;
              both = screen_rows (i, j, variant, i % 2);
              if (!is_as_strict (catalogue, both, one))
                g_error ("%s beside %s: yes eases, variant %d", rows[j].id, rows[i].id, variant);
              n_tried++;
            }
        }
    }
  g_test_message ("%u cases of a row raised in addition were tried", n_tried);
}

static void
test_fewer_clearances_never_ease (void)
{
  guint n_tried = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint j = i + 1; j < G_N_ELEMENTS (rows); j++)
        {
          g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
          g_autoptr (SmrScreening) before = NULL;

          if (rows[i].outcomes == NULL || rows[j].outcomes == NULL)
            continue;
          raise_row (record, i, VARIANT_CLEARED);
          raise_row (record, j, VARIANT_CLEARED);
          clear_row (record, rows[i].id, i % 2 == 0 ? "2026-02-25" : "2025-12-01")->in_addition = TRUE;
          add_reading (record, TODAY, 130, 80);
          before = smr_screening_new (catalogue, record, day (TODAY));
          while (record->clearances->len > 0)
            {
              g_autoptr (SmrScreening) after = NULL;

              g_ptr_array_remove_index (record->clearances, (i + j) % record->clearances->len);
              after = smr_screening_new (catalogue, record, day (TODAY));
              if (!is_as_strict (catalogue, after, before))
                g_error ("%s and %s: a clearance less eases", rows[i].id, rows[j].id);
              smr_screening_unref (before);
              before = g_steal_pointer (&after);
              n_tried++;
            }
        }
    }
  g_test_message ("%u cases of a clearance removed were tried", n_tried);
}

/* --- the same on records put together by chance ------------------------------------------------------------------ */

static const char *
random_day (void)
{
  static const char *days[] = {
    "2020-06-01", "2025-06-01", "2025-11-20", "2026-01-15", "2026-01-20", "2026-02-10", "2026-02-27", TODAY, "2026-03-10",
  };

  return days[g_test_rand_int_range (0, G_N_ELEMENTS (days))];
}

static void
answer_by_chance (SmrRecord *record, const SmrCondition *condition)
{
  static const char *sites[] = { "knee", "thigh", "foot_ankle", "shoulder_chest", "arm_hand", "upper_back_ribs", "vein_clot_lymph" };
  SmrAnswer *made = answer (record, condition->id, g_test_rand_int_range (0, 5) == 0 ? SMR_REPLY_NOT_SURE : SMR_REPLY_YES);

  for (guint i = 0; i < condition->facts->len; i++)
    smr_answer_set_fact (made, g_array_index (condition->facts, SmrFact, i).id, g_test_rand_bit ());
  if (g_test_rand_bit ())
    made->date = day (random_day ());
  if (g_test_rand_bit ())
    made->healed_and_sealed = g_test_rand_bit () ? SMR_REPLY_YES : SMR_REPLY_NO;
  if (g_test_rand_bit ())
    made->weeks = g_test_rand_int_range (0, 40);
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    smr_answer_add_place (made, sites[g_test_rand_int_range (0, G_N_ELEMENTS (sites))], g_test_rand_int_range (0, 4));
}

static const SmrCondition *
random_condition (void)
{
  const SmrCondition *condition;

  do
    condition = g_ptr_array_index (smr_catalogue_get_conditions (catalogue), g_test_rand_int_range (0, G_N_ELEMENTS (rows)));
  while (condition->computed);
  return condition;
}

static SmrRecord *
record_by_chance (void)
{
  static const char *checked[] = { "cv_symptoms", "clot_symptoms", "red_flag_symptoms", "infection_or_fever", "impaired_today" };
  SmrRecord *record = adult_with_all_no (catalogue);
  int n_answers = g_test_rand_int_range (0, 5);

  record->client->regularly_active = g_test_rand_bit ();
  if (g_test_rand_bit ())
    record->client->setting = SMR_SETTING_HOME;
  g_strfreev (record->client->kit);
  record->client->kit = g_strsplit (g_test_rand_bit () ? "soft_roller band" : "", " ", -1);
  if (g_test_rand_int_range (0, 3) == 0)
    g_ptr_array_add (record->intakes, all_no_form (catalogue, "2026-02-10"));
  for (int i = 0; i < n_answers; i++)
    answer_by_chance (record, random_condition ());
  for (int i = g_test_rand_int_range (0, 2); i > 0; i--)
    add_check (record, random_day (), checked[g_test_rand_int_range (0, G_N_ELEMENTS (checked))], g_test_rand_int_range (1, 4));
  for (int i = g_test_rand_int_range (0, 2); i > 0; i--)
    add_reading (record, TODAY, g_test_rand_int_range (120, 190), g_test_rand_int_range (70, 105));
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      SmrClearance *clearance = clear_row (record, random_condition ()->id, random_day ());
      GHashTableIter iter;
      const char *condition;

      g_hash_table_iter_init (&iter, get_form (record)->answers);
      while (g_hash_table_iter_next (&iter, (gpointer *) &condition, NULL))
        {
          if (smr_intake_get_answer (get_form (record), condition)->reply != SMR_REPLY_NO && g_test_rand_bit ())
            g_ptr_array_add (clearance->conditions, (gpointer) condition);
        }
      clearance->no_restriction = g_test_rand_bit ();
      clearance->in_addition = g_test_rand_bit ();
      clearance->added_at = g_test_rand_int_range (0, 100);
      clearance->names_rolling = g_test_rand_int_range (0, 4) != 0;
      clearance->phases = g_test_rand_int_range (0, 8);
      if (g_test_rand_bit ())
        clearance->expires = day (random_day ());
      if (g_test_rand_bit ())
        {
          SmrPlace place = { g_intern_string ("knee"), g_test_rand_int_range (0, 4) };

          g_array_append_val (clearance->places, place);
        }
    }
  return record;
}

/* @change makes the record worse, or does nothing and returns FALSE. */
static guint
try_by_chance (const char *name, gboolean (*change) (SmrRecord *record))
{
  guint n_tried = 0;

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (SmrRecord) record = record_by_chance ();
      g_autoptr (SmrScreening) before = smr_screening_new (catalogue, record, day (TODAY));
      g_autoptr (SmrScreening) after = NULL;

      if (!change (record))
        continue;
      after = smr_screening_new (catalogue, record, day (TODAY));
      if (!is_as_strict (catalogue, after, before))
        g_error ("%s: eased, record %u", name, i);
      n_tried++;
    }
  return n_tried;
}

static gboolean
turn_no_into_yes (SmrRecord *record)
{
  const SmrCondition *condition = random_condition ();

  if (smr_intake_get_answer (get_form (record), condition->id)->reply != SMR_REPLY_NO)
    return FALSE;
  answer_by_chance (record, condition);
  return TRUE;
}

static gboolean
leave_an_answer_out (SmrRecord *record)
{
  const SmrCondition *condition = random_condition ();

  if (smr_intake_get_answer (get_form (record), condition->id)->reply != SMR_REPLY_NO)
    return FALSE;
  leave_unanswered (record, condition->id);
  return TRUE;
}

static SmrClearance *
random_clearance (SmrRecord *record)
{
  return record->clearances->len == 0 ? NULL
                                      : g_ptr_array_index (record->clearances, g_test_rand_int_range (0, record->clearances->len));
}

/* Only a letter that took the place of none: what it replaced would come back. A letter that was recorded cannot get
 * lost anyway, it is withdrawn. */
static gboolean
lose_a_clearance (SmrRecord *record)
{
  SmrClearance *clearance = random_clearance (record);

  if (clearance == NULL || !clearance->in_addition)
    return FALSE;
  g_ptr_array_remove (record->clearances, clearance);
  return TRUE;
}

static gboolean
withdraw_a_clearance (SmrRecord *record)
{
  SmrClearance *clearance = random_clearance (record);

  if (clearance == NULL || clearance->withdrawal != NULL)
    return FALSE;
  smr_clearance_take_withdrawal (clearance, smr_withdrawal_new (g_test_rand_int_range (0, 2), day (random_day ())));
  clearance->withdrawal->added_at = g_test_rand_bit () ? 0 : 100;
  return TRUE;
}

static gboolean
withdraw_two_clearances (SmrRecord *record)
{
  return withdraw_a_clearance (record) && withdraw_a_clearance (record);
}

static gboolean
become_inactive (SmrRecord *record)
{
  if (!record->client->regularly_active)
    return FALSE;
  record->client->regularly_active = FALSE;
  return TRUE;
}

static gboolean
lose_the_kit (SmrRecord *record)
{
  g_strfreev (record->client->kit);
  record->client->kit = g_new0 (char *, 1);
  return TRUE;
}

static void
test_nothing_eases_by_chance (void)
{
  g_test_message ("%u cases of a no turned into a yes", try_by_chance ("yes", turn_no_into_yes));
  g_test_message ("%u cases of a no left out", try_by_chance ("silence", leave_an_answer_out));
  g_test_message ("%u cases of a clearance lost", try_by_chance ("clearance", lose_a_clearance));
  g_test_message ("%u cases of a clearance withdrawn", try_by_chance ("withdrawal", withdraw_a_clearance));
  g_test_message ("%u cases of two clearances withdrawn", try_by_chance ("withdrawals", withdraw_two_clearances));
  g_test_message ("%u cases of less activity", try_by_chance ("activity", become_inactive));
  g_test_message ("%u cases of a kit not known", try_by_chance ("kit", lose_the_kit));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/screening/table/all-rows-are-there", test_all_rows_are_there);
  g_test_add_func ("/screening/table/regional-cases-name-regions", test_regional_cases_name_regions);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/screening/table/%s", rows[i].id);

      if (rows[i].outcomes != NULL)
        g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (branches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/screening/branches/%s-%u", branches[i].id, i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_branch);
    }
  g_test_add_func ("/screening/branches/unknown-facts", test_unknown_facts);
  g_test_add_func ("/screening/branches/home-only", test_home_only);
  g_test_add_func ("/screening/regions/one-side", test_one_side);
  g_test_add_func ("/screening/regions/missing-side-is-both", test_missing_side_is_both);
  g_test_add_func ("/screening/regions/missing-region-is-whole-body", test_missing_region_is_whole_body);
  g_test_add_func ("/screening/regions/of-rows", test_regions_of_rows);
  g_test_add_func ("/screening/rules/three-cautions", test_three_cautions);
  g_test_add_func ("/screening/rules/caution-at-a-site", test_caution_at_a_site);
  g_test_add_func ("/screening/a-hold-cap-stays-for-good", test_hold_cap_stays);
  g_test_add_func ("/screening/rules/words", test_words);
  g_test_add_func ("/screening/rules/two-antiplatelets", test_two_antiplatelets);
  g_test_add_func ("/screening/rules/checks", test_checks);
  g_test_add_func ("/screening/rules/news-in-checks", test_news_in_checks);
  g_test_add_func ("/screening/rules/avoid-lists-can-be-raised", test_avoid_lists_can_be_raised);
  g_test_add_func ("/screening/rules/tools", test_tools);
  g_test_add_func ("/screening/clearance/per-row", test_clearance_is_per_row);
  g_test_add_func ("/screening/clearance/must-name-rolling", test_clearance_must_name_rolling);
  g_test_add_func ("/screening/clearance/unclearable-rows-stay", test_unclearable_rows_stay);
  g_test_add_func ("/screening/clearance/old-clot", test_old_clot);
  g_test_add_func ("/screening/clearance/device-stays-out", test_device_stays_out);
  g_test_add_func ("/screening/clearance/no-restriction", test_no_restriction_clears_all_it_names);
  g_test_add_func ("/screening/clearance/new-things-void-it", test_new_things_void_a_clearance);
  g_test_add_func ("/screening/clearance/renewal", test_renewal_does_not_start_again);
  g_test_add_func ("/screening/clearance/validity", test_clearance_and_validity);
  g_test_add_func ("/screening/form/open-rows", test_open_rows);
  g_test_add_func ("/screening/form/none", test_no_form);
  g_test_add_func ("/screening/monotone/yes-never-eases", test_yes_never_eases);
  g_test_add_func ("/screening/monotone/fewer-clearances-never-ease", test_fewer_clearances_never_ease);
  g_test_add_func ("/screening/monotone/by-chance", test_nothing_eases_by_chance);

  result = g_test_run ();
  smr_catalogue_unref (catalogue);
  return result;
}
