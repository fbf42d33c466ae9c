#include "screening-support.h"

#include "smr-gate.h"
#include "smr-planner.h"

/* What ends a form before its time: `screening-and-dosage` 5.1 and 5.4. */

static SmrCatalogue *catalogue;

#define ALL_BLOCKED "blocked blocked blocked"
#define ALL_ALLOWED "allowed allowed allowed"

static SmrIncident *
add_incident (SmrRecord *record, const char *date, const char *sign)
{
  SmrIncident *incident = smr_incident_new (day (date), sign);

  g_ptr_array_add (record->incidents, incident);
  return incident;
}

static void
add_session (SmrRecord *record, const char *date)
{
  g_ptr_array_add (record->sessions, smr_session_new (day (date)));
}

static const SmrReason *
get_worst (SmrScreening *screening)
{
  return g_ptr_array_index (smr_screening_get_reasons (screening), 0);
}

/* --- incidents ------------------------------------------------------------------------------------------------- */

/* The form is of 15 January; a second one, if any, was added in second 2000, the incident in second @added. */
static const struct
{
  const char *name;
  const char *sign;
  const char *came_up;
  gint64      added;
  const char *second_form;      /* NULL: none */
  const char *outcomes;         /* on 2 March */
} cases[] = {
  { "before-the-form", "chest_pain", "2026-01-14", 0, NULL, ALL_ALLOWED },
  { "on-the-day-of-the-form", "lasting_soreness", "2026-01-15", 0, NULL, ALL_BLOCKED },
  { "after-the-form", "chest_pain", "2026-02-01", 0, NULL, ALL_BLOCKED },
  { "today", "bruise_or_broken_skin", "2026-03-02", 0, NULL, ALL_BLOCKED },
  { "tomorrow", "chest_pain", "2026-03-03", 0, NULL, ALL_ALLOWED },
  { "news", "new_medicine", "2026-02-01", 0, NULL, ALL_BLOCKED },
  { "another-trainer", "trainer_changed", "2026-02-01", 0, NULL, ALL_BLOCKED },
  { "unknown-to-this-catalogue", "turned_to_stone", "2026-02-01", 0, NULL, ALL_BLOCKED },
  { "answered-the-day-after", "chest_pain", "2026-02-01", 0, "2026-02-02", ALL_ALLOWED },
  { "answered-later-that-day", "lasting_soreness", "2026-02-01", 1999, "2026-02-01", ALL_ALLOWED },
  { "answered-in-the-same-second", "lasting_soreness", "2026-02-01", 2000, "2026-02-01", ALL_BLOCKED },
  { "after-a-form-of-that-day", "lasting_soreness", "2026-02-01", 2001, "2026-02-01", ALL_BLOCKED },
  { "that-day-nobody-knows-when", "lasting_soreness", "2026-02-01", 0, "2026-02-01", ALL_BLOCKED },
  /* What needs a doctor today is not answered on the same day. */
  { "chest-pain-answered-that-day", "chest_pain", "2026-02-01", 1999, "2026-02-01", ALL_BLOCKED },
  { "clot-answered-that-day", "swollen_limb", "2026-02-01", 1999, "2026-02-01", ALL_BLOCKED },
};

static void
test_case (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  add_incident (record, cases[i].came_up, cases[i].sign)->added_at = cases[i].added;
  if (cases[i].second_form != NULL)
    {
      g_ptr_array_add (record->intakes, all_no_form (catalogue, cases[i].second_form));
      get_form (record)->added_at = 2000;
    }
  assert_phases (catalogue, record, TODAY, cases[i].outcomes);
}

/* The reason says the sign, the day, what the row says, and who says so. */
static void
test_reason (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  g_autofree char *text = NULL;
  const SmrReason *reason;

  add_incident (record, "2026-02-01", "swollen_limb");
  screening = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_false (smr_screening_has_valid_form (screening));
  g_assert_cmpuint (smr_screening_get_valid_until (screening), ==, SMR_DATE_NONE);
  g_assert_cmpint (smr_screening_get_attention (screening), ==, SMR_ATTENTION_NO_FORM);
  reason = get_worst (screening);
  text = smr_reason_dup_text (reason, NULL);
  g_assert_true (g_str_has_prefix (text, "A swollen, hot or sore leg or arm, 2026-02-01. "));
  g_assert_nonnull (strstr (text, smr_text_get (smr_catalogue_find_condition (catalogue, "clot_symptoms")->explanation, NULL)));
  g_assert_cmpstr (reason->condition, ==, "clot_symptoms");
  g_assert_cmpuint (reason->since, ==, day ("2026-02-01"));
  g_assert_cmpstr (reason->source, ==, "VTE; ACSM-P");
}

/* Every sign refuses every plan that passed before. */
static void
test_gate (void)
{
  GPtrArray *signs = smr_catalogue_get_signs (catalogue);
  g_autoptr (SmrRecord) healthy = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, healthy, day (TODAY));
  g_autoptr (GArray) picks = smr_picks_parse (catalogue, "calves", NULL);
  g_autoptr (GArray) none = smr_picks_parse (catalogue, "", NULL);
  SmrPlanRequest request = { .overactive = picks, .underactive = none, .setting = SMR_SETTING_STUDIO };
  g_autoptr (SmrPlan) plan = smr_plan_new (catalogue, screening, &request);
  g_autoptr (SmrRelease) release = smr_gate_release (catalogue, healthy, plan->routine, day (TODAY), NULL);

  g_assert_nonnull (release);
  g_assert_cmpuint (signs->len, >, 20);
  for (guint i = 0; i < signs->len; i++)
    {
      const SmrStopSign *sign = g_ptr_array_index (signs, i);
      g_autoptr (SmrRecord) record = smr_record_copy (healthy);
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      add_incident (record, TODAY, sign->id);
      g_assert_null (smr_gate_release (catalogue, record, plan->routine, day (TODAY), &findings));
      g_assert_nonnull (smr_findings_find_recall (findings));
      text = smr_finding_dup_text (g_ptr_array_index (findings, 0), NULL);
      g_assert_nonnull (strstr (text, smr_text_get (sign->name, NULL)));
    }
}

/* A letter from before a serious sign counts no more, and neither does one of the same day; a third-group sign leaves it. */
static void
test_clearances (void)
{
  static const struct
  {
    const char *sign;
    const char *came_up;
    gboolean    counts;
  } letters[] = {
    { "chest_pain", "2026-02-01", FALSE },
    { "chest_pain", "2026-01-20", FALSE },
    { "chest_pain", "2026-01-19", TRUE },
    { "swollen_limb", "2026-02-01", FALSE },
    { "new_medicine", "2026-02-01", FALSE },
    { "turned_to_stone", "2026-02-01", FALSE },
    { "lasting_soreness", "2026-02-01", TRUE },
    { "trainer_changed", "2026-02-01", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

      answer (record, "med_any", SMR_REPLY_YES);
      clear_row (record, "med_any", "2026-01-20");
      assert_phases (catalogue, record, "2026-02-10", "modified_dosage allowed allowed");
      add_incident (record, letters[i].came_up, letters[i].sign);
      g_ptr_array_add (record->intakes, all_no_form (catalogue, "2026-02-10"));
      answer (record, "med_any", SMR_REPLY_YES);
      g_test_message ("%s on %s", letters[i].sign, letters[i].came_up);
      assert_phases (catalogue, record, "2026-02-10", letters[i].counts ? "modified_dosage allowed allowed" : "needs_clearance allowed allowed");
    }
}

static void
test_since (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  add_incident (record, "2026-02-01", "new_medicine");
  g_assert_false (smr_record_had_stop_sign_since (record, catalogue, day ("2026-01-01")));
  add_incident (record, "2026-02-02", "lasting_soreness");
  g_assert_true (smr_record_had_stop_sign_since (record, catalogue, day ("2026-02-02")));
  g_assert_false (smr_record_had_stop_sign_since (record, catalogue, day ("2026-02-03")));
}

/* --- four weeks away --------------------------------------------------------------------------------------------- */

/* The form is of 15 January. */
static const struct
{
  const char *name;
  const char *sessions[4];
  const char *check;            /* NULL: none */
  const char *date;
  const char *outcomes;
} absences[] = {
  { "no-log", { NULL }, NULL, "2026-12-01", ALL_ALLOWED },
  { "checks-alone-are-no-log", { NULL }, "2026-01-20", "2026-12-01", ALL_ALLOWED },
  { "day-27", { "2026-02-01" }, NULL, "2026-02-28", ALL_ALLOWED },
  { "day-28", { "2026-02-01" }, NULL, "2026-03-01", ALL_BLOCKED },
  { "before-the-first-session", { "2026-06-01" }, NULL, "2026-06-02", ALL_ALLOWED },
  { "coming-back-does-not-undo-it", { "2026-02-01", "2026-03-01" }, NULL, "2026-03-01", ALL_BLOCKED },
  { "every-27-days", { "2026-02-01", "2026-02-28", "2026-03-27" }, NULL, "2026-04-22", ALL_ALLOWED },
  { "a-check-is-a-contact", { "2026-02-01" }, "2026-02-20", "2026-03-10", ALL_ALLOWED },
  { "log-kept-before-the-form", { "2026-01-01" }, NULL, "2026-02-12", ALL_BLOCKED },
  { "log-kept-before-the-form-day-27", { "2026-01-01" }, NULL, "2026-02-11", ALL_ALLOWED },
  { "log-long-before-the-form", { "2025-12-01" }, NULL, "2026-12-01", ALL_ALLOWED },
};

static void
test_absence (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  for (guint j = 0; j < G_N_ELEMENTS (absences[i].sessions) && absences[i].sessions[j] != NULL; j++)
    add_session (record, absences[i].sessions[j]);
  if (absences[i].check != NULL)
    add_check (record, absences[i].check, "cv_symptoms", SMR_REPLY_NO);
  assert_phases (catalogue, record, absences[i].date, absences[i].outcomes);

  /* The next form answers it. */
  g_ptr_array_add (record->intakes, all_no_form (catalogue, absences[i].date));
  assert_phases (catalogue, record, absences[i].date, ALL_ALLOWED);
}

/* Pain that was noted in the diary on a day on which all was left out does not make the client present. */
static void
test_left_out (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrSession *left_out = smr_session_new (day ("2026-02-15"));

  add_session (record, "2026-02-01");
  left_out->pain_after = 3;
  g_ptr_array_add (left_out->items, smr_session_item_new ("chin_tuck", SMR_ITEM_SIDE_TOGETHER, SMR_DONE_LEFT_OUT, ""));
  g_ptr_array_add (record->sessions, left_out);
  assert_phases (catalogue, record, "2026-03-01", ALL_BLOCKED);
  ((SmrSessionItem *) g_ptr_array_index (left_out->items, 0))->done = SMR_DONE_CHANGED;
  assert_phases (catalogue, record, "2026-03-01", ALL_ALLOWED);
}

/* --- a form that is being filled in -------------------------------------------------------------------------------- */

static void
test_draft (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  record->draft = smr_intake_new ();
  answer (record, "diabetes", SMR_REPLY_YES);
  smr_intake_take_answer (record->draft, smr_answer_new ("diabetes", SMR_REPLY_YES));
  smr_intake_take_answer (record->draft, smr_answer_new ("asthma", SMR_REPLY_YES));
  smr_intake_take_answer (record->draft, smr_answer_new ("hernia", SMR_REPLY_NO));
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  answer (record, "diabetes", SMR_REPLY_NO);
  smr_intake_take_answer (record->draft, smr_answer_new ("diabetes", SMR_REPLY_NO));
  assert_phases (catalogue, record, TODAY, ALL_ALLOWED);

  /* What was no and is no longer: at once, and not before it is said. */
  smr_intake_take_answer (record->draft, smr_answer_new ("hernia", SMR_REPLY_UNANSWERED));
  assert_phases (catalogue, record, TODAY, ALL_ALLOWED);
  smr_intake_take_answer (record->draft, smr_answer_new ("hernia", SMR_REPLY_NOT_SURE));
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  smr_intake_take_answer (record->draft, smr_answer_new ("hernia", SMR_REPLY_YES));
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  answer (record, "hernia", SMR_REPLY_YES);
  assert_phases (catalogue, record, TODAY, "needs_clearance modified_dosage modified_dosage");
}

/* --- the quick check: a painkiller only ----------------------------------------------------------------------------- */

static void
test_painkiller (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrCheck *check = smr_check_new (day (TODAY));

  g_ptr_array_add (record->checks, check);
  smr_check_set_reply (check, "impaired_today", SMR_REPLY_YES);
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  smr_check_set_fact (check, "impaired_today", "painkiller_only");
  assert_phases (catalogue, record, TODAY, "blocked allowed allowed");

  /* What was said without it, or with a doubt, on the same day or before without an end, still counts. */
  add_check (record, TODAY, "impaired_today", SMR_REPLY_NOT_SURE);
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  g_ptr_array_set_size (record->checks, 1);
  add_check (record, "2026-03-01", "impaired_today", SMR_REPLY_YES);
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  add_check (record, "2026-03-01", "impaired_today", SMR_REPLY_NO);
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);
  ((SmrCheck *) g_ptr_array_index (record->checks, 1))->date = day ("2026-02-27");
  assert_phases (catalogue, record, TODAY, "blocked allowed allowed");

  /* A form that says yes is not eased by a check. */
  answer (record, "impaired_today", SMR_REPLY_YES);
  g_ptr_array_set_size (record->checks, 1);
  assert_phases (catalogue, record, TODAY, ALL_BLOCKED);

  smr_check_set_reply (check, "impaired_today", SMR_REPLY_YES);
  g_assert_null (smr_check_get_fact (check, "impaired_today"));
}

/* --- property ------------------------------------------------------------------------------------------------------- */

/* Whatever else is on file, another incident or session never permits more on the days from then on. */
static void
test_never_permits_more (void)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  GPtrArray *signs = smr_catalogue_get_signs (catalogue);
  guint n_cases = 0;

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind != SMR_CONDITION_HEALTH || condition->computed)
        continue;
      for (guint j = 0; j < signs->len; j++)
        {
          const SmrStopSign *sign = g_ptr_array_index (signs, j);
          g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
          SmrDate date = day (TODAY) + g_test_rand_int_range (0, 40);
          g_autoptr (SmrScreening) before = NULL;
          g_autoptr (SmrScreening) after = NULL;

          answer_in_full (record, condition, "knee", SMR_SIDE_LEFT);
          if (condition->clearable)
            clear_row (record, condition->id, "2026-01-20");
          if (g_test_rand_bit ())
            g_ptr_array_add (record->intakes, all_no_form (catalogue, "2026-02-20"));
          before = smr_screening_new (catalogue, record, date);
          g_ptr_array_add (record->incidents, smr_incident_new (day (FORM_DAY) + g_test_rand_int_range (-10, 80), sign->id));
          after = smr_screening_new (catalogue, record, date);
          g_assert_true (is_as_strict (catalogue, after, before));
          n_cases++;
        }
    }
  g_test_message ("%u cases", n_cases);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rescreen/incident/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (absences); i++)
    {
      g_autofree char *path = g_strconcat ("/rescreen/away/", absences[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_absence);
    }
  g_test_add_func ("/rescreen/the-reason-says-what-and-when-and-who", test_reason);
  g_test_add_func ("/rescreen/the-gate-refuses-after-every-sign", test_gate);
  g_test_add_func ("/rescreen/letters-from-before-count-no-more", test_clearances);
  g_test_add_func ("/rescreen/stop-signs-since", test_since);
  g_test_add_func ("/rescreen/a-day-left-out-is-a-day-away", test_left_out);
  g_test_add_func ("/rescreen/an-answer-that-becomes-yes", test_draft);
  g_test_add_func ("/rescreen/a-painkiller-only", test_painkiller);
  g_test_add_func ("/rescreen/an-incident-never-permits-more", test_never_permits_more);
  result = g_test_run ();

  g_clear_pointer (&catalogue, smr_catalogue_unref);
  return result;
}
