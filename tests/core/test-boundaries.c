#include "screening-support.h"

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
  g_test_add_func ("/boundaries/pressure/worst-of-the-day", test_worst_reading_of_the_day_counts);
  g_test_add_func ("/boundaries/clearance/months-of-a-case", test_months_of_a_case);
  g_test_add_func ("/boundaries/second-trimester", test_second_trimester);
  g_test_add_func ("/boundaries/trimester-ends-clearance", test_trimester_ends_clearance);
  g_test_add_func ("/boundaries/expiring", test_expiring);

  result = g_test_run ();
  smr_catalogue_unref (catalogue);
  return result;
}
