#include "screening-support.h"
#include "smr-gate.h"

#include <string.h>

/* One row for each side of each boundary: on the boundary day itself the stricter side applies. */

static SmrCatalogue *catalogue;

#define ALL_BLOCKED "blocked blocked blocked"
#define ALL_REFER   "needs_clearance needs_clearance needs_clearance"
#define ALL_ALLOWED "allowed allowed allowed"

/* --- age and form ------------------------------------------------------------------------------------------------ */

static const struct
{
  const char *name;
  const char *born;             /* NULL: not known */
  const char *signed_on;
  gboolean    guardian;
  gboolean    active;
  const char *date;
  const char *outcomes;
} people[] = {
  { "form/day-before-it-is-signed", "1991-05-04", "2026-01-15", FALSE, FALSE, "2026-01-14", ALL_BLOCKED },
  { "form/day-it-is-signed", "1991-05-04", "2026-01-15", FALSE, FALSE, "2026-01-15", ALL_ALLOWED },
  { "form/last-day", "1991-05-04", "2026-01-15", FALSE, FALSE, "2027-01-14", ALL_ALLOWED },
  { "form/same-date-next-year", "1991-05-04", "2026-01-15", FALSE, FALSE, "2027-01-15", ALL_BLOCKED },
  { "form/leap-day-last-day", "1991-05-04", "2024-02-29", FALSE, FALSE, "2025-02-27", ALL_ALLOWED },
  { "form/leap-day-next-year", "1991-05-04", "2024-02-29", FALSE, FALSE, "2025-02-28", ALL_BLOCKED },
  { "age/18-birthday", "2008-03-02", "2026-01-15", FALSE, FALSE, "2026-03-02", ALL_BLOCKED },
  { "age/18-day-after", "2008-03-02", "2026-01-15", FALSE, FALSE, "2026-03-03", ALL_ALLOWED },
  { "age/17-with-guardian", "2008-05-02", "2026-01-15", TRUE, FALSE, "2026-03-02", ALL_ALLOWED },
  { "age/15-birthday", "2011-03-02", "2026-01-15", TRUE, FALSE, "2026-03-02", ALL_REFER },
  { "age/15-day-after", "2011-03-02", "2026-01-15", TRUE, FALSE, "2026-03-03", ALL_ALLOWED },
  { "age/14-and-active", "2011-05-02", "2026-01-15", TRUE, TRUE, "2026-03-02", "needs_clearance modified_dosage modified_dosage" },
  { "age/65-day-before", "1961-03-02", "2026-01-15", FALSE, FALSE, "2026-03-01", ALL_ALLOWED },
  { "age/65-birthday", "1961-03-02", "2026-01-15", FALSE, FALSE, "2026-03-02", "modified_dosage modified_dosage allowed" },
  { "age/65-leap-day-before", "1960-02-29", "2025-01-15", FALSE, FALSE, "2025-02-28", ALL_ALLOWED },
  { "age/65-leap-birthday", "1960-02-29", "2025-01-15", FALSE, FALSE, "2025-03-01", "modified_dosage modified_dosage allowed" },
  { "age/70-day-before", "1956-03-02", "2026-01-15", FALSE, FALSE, "2026-03-01", "modified_dosage modified_dosage allowed" },
  { "age/70-birthday", "1956-03-02", "2026-01-15", FALSE, FALSE, "2026-03-02", ALL_REFER },
  { "age/70-and-active", "1956-03-02", "2026-01-15", FALSE, TRUE, "2026-03-02", "modified_dosage modified_dosage allowed" },
  { "age/not-known", NULL, "2026-01-15", FALSE, FALSE, "2026-03-02", ALL_BLOCKED },
  { "age/not-known-with-guardian", NULL, "2026-01-15", TRUE, FALSE, "2026-03-02", ALL_REFER },
  { "age/born-in-the-future", "2026-03-03", "2026-01-15", TRUE, FALSE, "2026-03-02", ALL_REFER },
};

static void
test_person (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  record->client->born = people[i].born != NULL ? day (people[i].born) : SMR_DATE_NONE;
  record->client->regularly_active = people[i].active;
  get_form (record)->signed_on = day (people[i].signed_on);
  get_form (record)->guardian_signed = people[i].guardian;
  assert_phases (catalogue, record, people[i].date, people[i].outcomes);
}

/* --- time since -------------------------------------------------------------------------------------------------- */

/* Everything that eases is on file, the site is the left knee, and the muscle is one beside the knee's own. */
static const struct
{
  const char *condition;
  const char *happened;
  const char *date;
  const char *outcomes;
  const char *left_soleus;
} events[] = {
  { "surgery", "2025-12-08", "2026-03-02", "needs_clearance excluded_regions excluded_regions", "needs_clearance allowed allowed" },
  { "surgery", "2025-12-08", "2026-03-03", "excluded_regions allowed allowed", ALL_ALLOWED },
  { "surgery", "2025-03-02", "2026-03-02", "excluded_regions allowed allowed", ALL_ALLOWED },
  { "surgery", "2025-03-02", "2026-03-03", "modified_dosage modified_dosage modified_dosage", ALL_ALLOWED },
  { "surgery", "2026-02-27", "2026-03-02", "needs_clearance excluded_regions excluded_regions", "needs_clearance excluded_regions excluded_regions" },
  { "surgery", "2026-02-27", "2026-03-03", "needs_clearance excluded_regions excluded_regions", "needs_clearance allowed allowed" },
  { "surgery", "2026-03-03", "2026-03-02", "needs_clearance excluded_regions excluded_regions", "needs_clearance excluded_regions excluded_regions" },
  { "joint_replacement_or_metal", "2025-03-02", "2026-03-02", "needs_clearance excluded_regions excluded_regions", "needs_clearance allowed allowed" },
  { "joint_replacement_or_metal", "2025-03-02", "2026-03-03", "excluded_regions allowed allowed", ALL_ALLOWED },
  { "blood_clot", "2025-09-02", "2026-03-02", ALL_BLOCKED, ALL_BLOCKED },
  { "blood_clot", "2025-09-02", "2026-03-03", "needs_clearance allowed allowed", "needs_clearance allowed allowed" },
  { "blood_clot", "2025-08-31", "2026-02-28", ALL_BLOCKED, ALL_BLOCKED },
  { "blood_clot", "2025-08-31", "2026-03-01", "needs_clearance allowed allowed", "needs_clearance allowed allowed" },
  { "injury_current", "2026-02-27", "2026-03-02", "needs_clearance excluded_regions excluded_regions", "needs_clearance excluded_regions excluded_regions" },
  { "injury_current", "2026-02-27", "2026-03-03", "excluded_regions excluded_regions excluded_regions", ALL_ALLOWED },
  { "local_inflammation", "2026-02-27", "2026-03-02", "excluded_regions excluded_regions excluded_regions", "excluded_regions excluded_regions excluded_regions" },
  { "local_inflammation", "2026-02-27", "2026-03-03", "excluded_regions excluded_regions excluded_regions", ALL_ALLOWED },
  { "clot_exposure", "2026-02-02", "2026-03-02", "excluded_regions allowed allowed", "excluded_regions allowed allowed" },
  { "clot_exposure", "2026-02-02", "2026-03-03", ALL_ALLOWED, ALL_ALLOWED },
  { "clot_exposure", "2026-03-03", "2026-03-02", "excluded_regions allowed allowed", "excluded_regions allowed allowed" },
  { "pregnant_or_postpartum", "2025-12-08", "2026-03-02", ALL_REFER, ALL_REFER },
  { "pregnant_or_postpartum", "2025-12-08", "2026-03-03", ALL_ALLOWED, ALL_ALLOWED },
};

static void
test_event (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  answer_in_full (record, smr_catalogue_find_condition (catalogue, events[i].condition), "knee", SMR_SIDE_LEFT)->date = day (events[i].happened);
  assert_phases (catalogue, record, events[i].date, events[i].outcomes);
  assert_muscle (catalogue, record, events[i].date, "soleus", SMR_SIDE_LEFT, events[i].left_soleus);
}

/* --- blood pressure ---------------------------------------------------------------------------------------------- */

#define LOCKED "needs_clearance modified_dosage modified_dosage"
#define GENTLE "modified_dosage modified_dosage modified_dosage"

/* High blood pressure, diagnosed and cleared, but for the rows that say otherwise. */
static const struct
{
  const char *name;
  int         systolic;         /* 0: no reading today */
  int         diastolic;
  gboolean    raised;
  gboolean    diagnosed;
  gboolean    cleared;
  const char *outcomes;
} pressures[] = {
  { "below", 159, 89, TRUE, TRUE, TRUE, GENTLE },
  { "systolic-limit", 160, 89, TRUE, TRUE, TRUE, LOCKED },
  { "diastolic-limit", 159, 90, TRUE, TRUE, TRUE, LOCKED },
  { "below-stop", 179, 99, TRUE, TRUE, TRUE, LOCKED },
  { "systolic-stop", 180, 80, TRUE, TRUE, TRUE, ALL_BLOCKED },
  { "diastolic-stop", 120, 100, TRUE, TRUE, TRUE, ALL_BLOCKED },
  { "no-reading", 0, 0, TRUE, TRUE, TRUE, LOCKED },
  { "not-cleared", 130, 80, TRUE, TRUE, FALSE, LOCKED },
  { "not-diagnosed", 130, 80, TRUE, FALSE, TRUE, LOCKED },
  { "said-no-but-high", 160, 80, FALSE, FALSE, FALSE, LOCKED },
  { "said-no-but-very-high", 180, 80, FALSE, FALSE, FALSE, ALL_BLOCKED },
  { "said-no-and-is-not", 159, 89, FALSE, FALSE, FALSE, ALL_ALLOWED },
};

static void
test_pressure (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;

  if (pressures[i].raised)
    smr_answer_set_fact (answer (record, "high_blood_pressure", SMR_REPLY_YES), "diagnosed", pressures[i].diagnosed);
  if (pressures[i].cleared)
    clear_row (record, "high_blood_pressure", "2026-01-20");
  add_reading (record, "2026-03-01", 130, 80);
  if (pressures[i].systolic != 0)
    add_reading (record, TODAY, pressures[i].systolic, pressures[i].diastolic);
  assert_phases (catalogue, record, TODAY, pressures[i].outcomes);

  screening = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_cmpint (smr_screening_wants_reading (screening), ==, pressures[i].systolic == 0);
  g_assert_cmpint (smr_screening_get_attention (screening), ==,
                   pressures[i].systolic == 0 ? SMR_ATTENTION_NONE :
                   g_str_has_prefix (pressures[i].outcomes, "blocked") ? SMR_ATTENTION_BLOCKED :
                   g_str_has_prefix (pressures[i].outcomes, "needs") ? SMR_ATTENTION_NEEDS_CLEARANCE : SMR_ATTENTION_NONE);
}

static void
test_worst_reading_of_the_day_counts (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  smr_answer_set_fact (answer (record, "high_blood_pressure", SMR_REPLY_YES), "diagnosed", TRUE);
  clear_row (record, "high_blood_pressure", "2026-01-20");
  add_reading (record, TODAY, 165, 80);
  add_reading (record, TODAY, 140, 80);
  assert_phases (catalogue, record, TODAY, LOCKED);
}

/* --- clearances -------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *condition;
  const char *dated;
  const char *expires;          /* NULL: as long as the row allows */
  const char *date;
  const char *outcomes;
} clearances[] = {
  { "day-before", "cancer_active", "2026-01-20", NULL, "2026-01-19", ALL_BLOCKED },
  { "its-day", "cancer_active", "2026-01-20", NULL, "2026-01-20", "excluded_regions excluded_regions excluded_regions" },
  { "three-months-last-day", "cancer_active", "2026-01-20", NULL, "2026-04-19", "excluded_regions excluded_regions excluded_regions" },
  { "three-months-after", "cancer_active", "2026-01-20", NULL, "2026-04-20", ALL_BLOCKED },
  { "own-expiry-last-day", "cancer_active", "2026-01-20", "2026-02-10", "2026-02-10", "excluded_regions excluded_regions excluded_regions" },
  { "own-expiry-after", "cancer_active", "2026-01-20", "2026-02-10", "2026-02-11", ALL_BLOCKED },
  { "too-long-an-expiry-is-cut", "cancer_active", "2026-01-20", "2027-01-01", "2026-04-20", ALL_BLOCKED },
  { "expires-before-it-begins", "cancer_active", "2026-01-20", "2026-01-19", "2026-01-20", ALL_BLOCKED },
  { "six-months-last-day", "liver_failure", "2026-01-20", NULL, "2026-07-19", ALL_ALLOWED },
  { "six-months-after", "liver_failure", "2026-01-20", NULL, "2026-07-20", ALL_BLOCKED },
  { "twelve-months-last-day", "med_any", "2026-01-20", NULL, "2027-01-14", ALL_ALLOWED },
  { "four-weeks-last-day", "med_any", "2026-02-02", NULL, "2026-03-02", "modified_dosage allowed allowed" },
  { "four-weeks-after", "med_any", "2026-02-02", NULL, "2026-03-03", ALL_ALLOWED },
};

static void
test_clearance (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrClearance *clearance = clear_row (record, clearances[i].condition, clearances[i].dated);

  answer_in_full (record, smr_catalogue_find_condition (catalogue, clearances[i].condition), "knee", SMR_SIDE_LEFT);
  if (clearances[i].expires != NULL)
    clearance->expires = day (clearances[i].expires);
  assert_phases (catalogue, record, clearances[i].date, clearances[i].outcomes);
}

/* Twelve months of a diabetes without complications, six with. */
static void
test_months_of_a_case (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrAnswer *diabetes = answer (record, "diabetes", SMR_REPLY_YES);

  record->client->regularly_active = TRUE;
  clear_row (record, "diabetes", "2026-01-20");
  assert_phases (catalogue, record, "2026-07-20", ALL_BLOCKED);
  smr_answer_set_fact (diabetes, "none_of_these", TRUE);
  smr_answer_set_fact (diabetes, "sensation_normal", TRUE);
  assert_phases (catalogue, record, "2026-07-20", "allowed modified_dosage modified_dosage");
}

/* Section 1.6, for every row that can be cleared: its last day, and the day after. A form of the summer keeps both valid. */
static const struct
{
  int         months;
  const char *rows;             /* with spaces around */
  const char *last_day;
} expiries[] = {
  { 3, " pregnant_or_postpartum cancer_active surgery fracture injury_current ", "2026-04-19" },
  { 6, " heart_failure kidney_failure liver_failure pancreas_failure bleeding_disorder med_anticoagulant blood_clot diabetes ", "2026-07-19" },
  { 12, NULL, "2027-01-19" },
};

static guint
find_expiry (const char *condition)
{
  g_autofree char *word = g_strdup_printf (" %s ", condition);

  for (guint i = 0; i < G_N_ELEMENTS (expiries); i++)
    {
      if (expiries[i].rows == NULL || strstr (expiries[i].rows, word) != NULL)
        return i;
    }
  g_assert_not_reached ();
}

static gboolean
is_cleared_on (const SmrRecord *record, const char *condition, SmrDate date)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, date);
  GPtrArray *reasons = smr_screening_get_reasons (screening);

  g_assert_true (smr_screening_has_valid_form (screening));
  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);

      if (g_str_equal (reason->condition, condition))
        return reason->cleared;
    }
  g_error ("%s is not raised", condition);
}

/* What a letter does not count without is on file, and nothing else: it would make some rows milder or end them. */
static void
raise_to_be_cleared (SmrRecord *record, const SmrCondition *condition)
{
  static const char *eased[] = { "high_blood_pressure", "blood_clot", "fracture", NULL };

  if (condition->computed)
    record->client->born = day ("1950-05-04");
  else if (g_strv_contains (eased, condition->id))
    answer_in_full (record, condition, "knee", SMR_SIDE_LEFT);
  else
    answer (record, condition->id, SMR_REPLY_YES);
}

static void
test_every_expiry (void)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      SmrDate last_day = day (expiries[find_expiry (condition->id)].last_day);
      SmrIntake *later;

      if (!condition->clearable)
        continue;
      g_test_message ("%s", condition->id);
      raise_to_be_cleared (record, condition);
      clear_row (record, condition->id, "2026-01-20");
      later = smr_intake_copy (get_form (record));
      later->signed_on = day ("2026-07-01");
      if (last_day > day ("2026-12-31"))
        g_ptr_array_add (record->intakes, later);
      else
        smr_intake_free (later);
      for (guint after = 0; after <= 1; after++)
        {
          g_autofree char *date = smr_date_to_string (smr_date_add_days (last_day, after));

          add_reading (record, date, 130, 80);
        }
      g_assert_true (is_cleared_on (record, condition->id, last_day));
      g_assert_false (is_cleared_on (record, condition->id, smr_date_add_days (last_day, 1)));
    }
}

/* The four weeks of an unbroken renewal go on from the first letter; a day between begins them anew. */
static void
test_renewals (void)
{
  static const struct
  {
    const char *renewed;
    const char *date;
    const char *outcomes;
  } cases[] = {
    { "2026-02-11", "2026-02-17", "modified_dosage allowed allowed" },
    { "2026-02-11", "2026-02-18", ALL_ALLOWED },
    { "2026-02-12", "2026-02-18", "modified_dosage allowed allowed" },
    { "2026-02-12", "2026-03-12", "modified_dosage allowed allowed" },
    { "2026-02-12", "2026-03-13", ALL_ALLOWED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

      answer (record, "med_any", SMR_REPLY_YES);
      clear_row (record, "med_any", "2026-01-20")->expires = day ("2026-02-10");
      clear_row (record, "med_any", cases[i].renewed);
      g_test_message ("case %u", i);
      assert_phases (catalogue, record, cases[i].date, cases[i].outcomes);
    }
}

/* --- cautions and signs ------------------------------------------------------------------------------------------ */

/* Two cautions for the whole body are cautions, three act as refer, and only a letter for all of them opens. */
static void
test_cautions (void)
{
  static const struct
  {
    gboolean    bendy;
    gboolean    sixty_five;
    guint       n_cleared;
    const char *outcomes;
  } cases[] = {
    { TRUE, FALSE, 0, GENTLE },
    { FALSE, TRUE, 0, "modified_dosage modified_dosage allowed" },
    { TRUE, TRUE, 0, LOCKED },
    { TRUE, TRUE, 1, LOCKED },
    { TRUE, TRUE, 2, LOCKED },
    { TRUE, TRUE, 3, GENTLE },
  };
  static const char *rows[] = { "floor_mobility", "connective_tissue_disorder", "age_band" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

      answer (record, "floor_mobility", SMR_REPLY_YES);
      if (cases[i].bendy)
        smr_answer_set_fact (answer (record, "connective_tissue_disorder", SMR_REPLY_YES), "only_bendy", TRUE);
      if (cases[i].sixty_five)
        record->client->born = day ("1960-05-04");
      for (guint j = 0; j < cases[i].n_cleared; j++)
        clear_row (record, rows[j], "2026-02-20");
      g_test_message ("case %u", i);
      assert_phases (catalogue, record, TODAY, cases[i].outcomes);
    }
}

/* A no of a later quick check: after more than 48 hours for an infection, on another day for what was today's. */
static const struct
{
  const char *row;
  const char *said_no;
  const char *outcomes;
} signs[] = {
  { "infection_or_fever", "2026-02-20", ALL_BLOCKED },
  { "infection_or_fever", "2026-02-22", ALL_BLOCKED },
  { "infection_or_fever", "2026-02-23", ALL_ALLOWED },
  { "impaired_today", "2026-02-20", ALL_BLOCKED },
  { "impaired_today", "2026-02-21", ALL_ALLOWED },
};

static void
test_sign (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  add_check (record, "2026-02-20", signs[i].row, SMR_REPLY_YES);
  add_check (record, signs[i].said_no, signs[i].row, SMR_REPLY_NO);
  assert_phases (catalogue, record, signs[i].said_no, signs[i].outcomes);
}

/* Two weeks around an injected site. */
static void
test_injection (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrAnswer *made = answer (record, "med_tissue_weakening", SMR_REPLY_YES);

  smr_answer_set_fact (made, "no_fluoroquinolone", TRUE);
  smr_answer_add_place (made, "knee", SMR_SIDE_LEFT);
  made->date = day ("2026-02-20");
  clear_row (record, "med_tissue_weakening", "2026-02-21");
  assert_muscle (catalogue, record, "2026-03-06", "quadriceps", SMR_SIDE_LEFT, "excluded_regions modified_dosage modified_dosage");
  assert_muscle (catalogue, record, "2026-03-06", "quadriceps", SMR_SIDE_RIGHT, GENTLE);
  assert_muscle (catalogue, record, "2026-03-07", "quadriceps", SMR_SIDE_LEFT, GENTLE);
}

/* What goes with an age beside the outcome: on the birthday itself, and where nobody knows the age. */
static void
test_balance_from_65 (void)
{
  static const struct
  {
    const char *born;
    const char *date;
    gboolean    skipped;
  } cases[] = {
    { "1961-03-02", "2026-03-01", FALSE },
    { "1961-03-02", "2026-03-02", TRUE },
    { NULL, "2026-03-02", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      g_autoptr (SmrScreening) screening = NULL;

      record->client->born = cases[i].born != NULL ? day (cases[i].born) : SMR_DATE_NONE;
      get_form (record)->guardian_signed = TRUE;
      screening = smr_screening_new (catalogue, record, day (cases[i].date));
      g_assert_cmpint (smr_screening_get_restricted_sides (screening, "balance_impairment") != SMR_SIDE_NONE, ==, cases[i].skipped);
    }
}

/* --- doses of the gentle profile, caps of the session ------------------------------------------------------------- */

/* At each cap of 3.4, and one beyond it; those of the levels are in test-dose.c. */
static const struct
{
  const char *exercise;
  SmrDose     dose;
  gboolean    passes;
} doses[] = {
  { "smr_calf_stick", { 1, 1, 20, 20, SMR_TEMPO_ROLL, 0 }, TRUE },
  { "smr_calf_stick", { 1, 1, 21, 19, SMR_TEMPO_ROLL, 0 }, FALSE },
  { "smr_calf_stick", { 1, 1, 20, 21, SMR_TEMPO_ROLL, 0 }, FALSE },
  { "smr_calf_stick", { 1, 2, 10, 20, SMR_TEMPO_ROLL, 0 }, FALSE },
  { "str_hamstrings_chair", { 1, 1, 20, 0, SMR_TEMPO_STATIC, 10 }, TRUE },
  { "str_hamstrings_chair", { 1, 1, 21, 0, SMR_TEMPO_STATIC, 10 }, FALSE },
  { "str_hamstrings_chair", { 1, 2, 15, 0, SMR_TEMPO_STATIC, 10 }, FALSE },
  { "act_gluteus_maximus_bridge", { 1, 10, 2, 0, SMR_TEMPO_4_2_1, 30 }, TRUE },
  { "act_gluteus_maximus_bridge", { 1, 11, 2, 0, SMR_TEMPO_4_2_1, 30 }, FALSE },
  { "act_gluteus_maximus_bridge", { 2, 10, 2, 0, SMR_TEMPO_4_2_1, 30 }, FALSE },
  { "act_gluteus_maximus_bridge", { 1, 10, 3, 0, SMR_TEMPO_4_2_1, 30 }, FALSE },
};

static SmrScreening *
screen_gentle_client (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  answer (record, "other_condition", SMR_REPLY_YES);
  clear_row (record, "other_condition", "2026-02-20");
  return smr_screening_new (catalogue, record, day (TODAY));
}

static void
test_gentle_dose (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrScreening) screening = screen_gentle_client ();
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, doses[i].exercise);
  g_autoptr (SmrMessage) reason = smr_dose_check (&doses[i].dose, catalogue, screening, exercise, SMR_LEVEL_ADVANCED, SMR_SIDE_BOTH);

  g_assert_cmpint (reason == NULL, ==, doses[i].passes);
}

static void
test_session_caps (void)
{
  static const int muscles[] = { 4, 5, 5 }, minutes[] = { 10, 15, 20 };
  g_autoptr (SmrScreening) gentle = screen_gentle_client ();

  for (SmrLevel level = SMR_LEVEL_BEGINNER; level < SMR_N_LEVELS; level++)
    {
      g_autoptr (SmrRoutine) routine = smr_routine_new ("");
      int most_muscles, most_seconds;

      routine->level = level;
      smr_routine_get_caps (routine, catalogue, NULL, &most_muscles, &most_seconds);
      g_assert_cmpint (most_muscles, ==, muscles[level]);
      g_assert_cmpint (most_seconds, ==, minutes[level] * 60);
      smr_routine_get_caps (routine, catalogue, gentle, &most_muscles, &most_seconds);
      g_assert_cmpint (most_muscles, ==, 3);
      g_assert_cmpint (most_seconds, ==, 5 * 60);
    }
}

/* --- the rest ---------------------------------------------------------------------------------------------------- */

static void
test_second_trimester (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) first = NULL;
  g_autoptr (SmrScreening) second = NULL;

  answer (record, "pregnant_or_postpartum", SMR_REPLY_YES)->weeks = 10;
  first = smr_screening_new (catalogue, record, day ("2026-02-05"));
  g_assert_true (smr_screening_allows_position (first, SMR_POSITION_SUPINE));
  g_assert_null (smr_screening_get_restriction (first, "pregnancy_supine"));
  g_assert_false (smr_screening_allows_position (first, SMR_POSITION_PRONE));
  second = smr_screening_new (catalogue, record, day ("2026-02-06"));
  g_assert_false (smr_screening_allows_position (second, SMR_POSITION_SUPINE));
  g_assert_nonnull (smr_screening_get_restriction (second, "pregnancy_supine"));
}

/* A clearance in pregnancy ends with its trimester, and at birth. */
static void
test_trimester_ends_clearance (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrAnswer *pregnancy = answer (record, "pregnant_or_postpartum", SMR_REPLY_YES);

  pregnancy->weeks = 10;
  clear_row (record, "pregnant_or_postpartum", "2026-01-20");
  assert_phases (catalogue, record, "2026-02-05", "excluded_regions modified_dosage modified_dosage");
  assert_phases (catalogue, record, "2026-02-06", ALL_REFER);
  clear_row (record, "pregnant_or_postpartum", "2026-02-06");
  assert_phases (catalogue, record, "2026-02-06", "excluded_regions modified_dosage modified_dosage");
  pregnancy->date = day ("2026-02-07");
  assert_phases (catalogue, record, "2026-02-07", ALL_REFER);
}

static void
test_expiring (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) before = smr_screening_new (catalogue, record, day ("2026-12-16"));
  g_autoptr (SmrScreening) within = smr_screening_new (catalogue, record, day ("2026-12-17"));

  g_assert_cmpint (smr_screening_get_attention (before), ==, SMR_ATTENTION_NONE);
  g_assert_cmpint (smr_screening_get_attention (within), ==, SMR_ATTENTION_EXPIRING);
}

#define ADD_TABLE(prefix, table, test, format, ...) \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) \
    { \
      g_autofree char *path = g_strdup_printf ("/boundaries/" prefix "/" format, __VA_ARGS__); \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test); \
    }

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  ADD_TABLE ("person", people, test_person, "%s", people[i].name);
  ADD_TABLE ("event", events, test_event, "%s-%s-on-%s", events[i].condition, events[i].happened, events[i].date);
  ADD_TABLE ("pressure", pressures, test_pressure, "%s", pressures[i].name);
  ADD_TABLE ("clearance", clearances, test_clearance, "%s", clearances[i].name);
  ADD_TABLE ("sign", signs, test_sign, "%s-no-on-%s", signs[i].row, signs[i].said_no);
  ADD_TABLE ("gentle-dose", doses, test_gentle_dose, "%u-%s", i, doses[i].exercise);
  g_test_add_func ("/boundaries/clearance/longest-of-every-row", test_every_expiry);
  g_test_add_func ("/boundaries/clearance/renewals", test_renewals);
  g_test_add_func ("/boundaries/cautions", test_cautions);
  g_test_add_func ("/boundaries/injection", test_injection);
  g_test_add_func ("/boundaries/balance-from-65", test_balance_from_65);
  g_test_add_func ("/boundaries/session-caps", test_session_caps);
  g_test_add_func ("/boundaries/pressure/worst-of-the-day", test_worst_reading_of_the_day_counts);
  g_test_add_func ("/boundaries/clearance/months-of-a-case", test_months_of_a_case);
  g_test_add_func ("/boundaries/second-trimester", test_second_trimester);
  g_test_add_func ("/boundaries/trimester-ends-clearance", test_trimester_ends_clearance);
  g_test_add_func ("/boundaries/expiring", test_expiring);

  result = g_test_run ();
  smr_catalogue_unref (catalogue);
  return result;
}
