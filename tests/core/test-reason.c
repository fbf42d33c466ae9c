#include "screening-support.h"
#include "smr-planner.h"

#include <string.h>

/* What is shown with a reason, wherever that is: condition, what it does, since when, until when, and who says so. */

static SmrCatalogue *catalogue;

/* As a locale might. */
static char *
write_date (SmrDate date)
{
  int year, month, day_of_month;

  smr_date_get_ymd (date, &year, &month, &day_of_month);
  return g_strdup_printf ("%d.%d.%d", day_of_month, month, year);
}

static const SmrReason *
find_reason (SmrScreening *screening, const char *condition)
{
  GPtrArray *reasons = smr_screening_get_reasons (screening);

  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);

      if (g_str_equal (reason->condition, condition))
        return reason;
    }
  g_error ("no reason of %s", condition);
}

static void
assert_shown (SmrRecord *record, const char *condition, const char *beginning, const char *expected)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, day (TODAY));
  g_autofree char *details = NULL;
  g_autofree char *text = smr_reason_dup_shown (find_reason (screening, condition), catalogue, NULL, write_date, &details);

  g_assert_true (g_str_has_prefix (text, beginning));
  g_assert_cmpstr (details, ==, expected);
}

static void
test_details (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrAnswer *made;

  made = answer (record, "varicose_veins", SMR_REPLY_YES);
  smr_answer_add_place (made, "foot_ankle", SMR_SIDE_LEFT);
  assert_shown (record, "varicose_veins", "Varicose veins. ",
                "Out: Foot or ankle, left · Since 15.1.2026 · Until a new form is signed · Source: pages on varicose veins (somatics.de and others)");
  answer (record, "heart_failure", SMR_REPLY_NOT_SURE);
  assert_shown (record, "heart_failure", "Heart failure (not sure, which counts as yes). ",
                "Since 15.1.2026 · Until a doctor agrees in writing · Source: a page of expert answers on foam rolling; "
                "exercise screening logic, 10th edition; common practice, for which no page was found that confirms it");
  clear_row (record, "heart_failure", "2026-02-01");
  assert_shown (record, "heart_failure", "Heart failure. Cleared in writing until 31.7.2026. ",
                "Since 15.1.2026 · Cleared until 31.7.2026 · Source: a page of expert answers on foam rolling; "
                "exercise screening logic, 10th edition; common practice, for which no page was found that confirms it");
  add_check (record, "2026-02-20", "cv_symptoms", SMR_REPLY_YES);
  assert_shown (record, "cv_symptoms", "Heart or breathing symptoms (quick check of 20.2.2026). ",
                "Since 20.2.2026 · Until it is over and asked again · Source: exercise screening logic, 10th edition");
  answer (record, "clot_exposure", SMR_REPLY_YES)->date = day ("2026-02-25");
  assert_shown (record, "clot_exposure", "Long journey, cast or days in bed. ",
                "Out: Foot or ankle, both sides; Lower leg, both sides; Knee, both sides; Thigh, both sides; Hip, groin, buttock or pelvis, both sides · "
                "Since 25.2.2026 · Until 25.3.2026 · Source: case reports of clots that moved after leg massage "
                "(BMC Pregnancy Childbirth 2020; Phys Sportsmed 2010); a choice made for this program where no source settles it, on the safer side");
  answer (record, "knee_pain", SMR_REPLY_YES);
  assert_shown (record, "knee_pain", "Knee pain. ",
                "Since 15.1.2026 · Until a new form is signed · Source: common practice, for which no page was found that confirms it");
}

static void
test_no_form (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("A Client"));

  record->client->born = day ("1991-05-04");
  assert_shown (record, "form", "There is no signed form. ",
                "Until a new form is signed · Source: exercise readiness forms of 2019 to 2021; "
                "a choice made for this program where no source settles it, on the safer side");
}

/* Refusals of gate and planner carry the same. */
static void
test_mentions (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  g_autoptr (SmrMessage) refusal = NULL;
  g_autofree char *text = NULL;
  const SmrPlanRequest request = { .level = SMR_LEVEL_BEGINNER };

  answer (record, "med_any", SMR_REPLY_YES);
  screening = smr_screening_new (catalogue, record, day (TODAY));
  refusal = smr_exercise_check (catalogue, screening, smr_catalogue_find_exercise (catalogue, "smr_calf_stick"), SMR_SIDE_LEFT, &request, NULL);
  text = smr_message_format_dated (refusal, NULL, write_date);
  g_assert_cmpstr (text, ==, "not to be done until cleared. Because of: Other regular medicine (Since 15.1.2026 · Until a doctor agrees in writing · "
                             "Source: a page of expert answers on foam rolling).");
}

/* Whatever raises a row: its source is known, and all that is shown is said. */
static void
test_every_row_has_details (void)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      g_auto (GStrv) keys = smr_source_split_keys (condition->source);
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      g_autoptr (SmrScreening) screening = NULL;
      g_autofree char *details = NULL;
      g_autofree char *text = NULL;

      g_assert_nonnull (keys[0]);
      for (guint j = 0; keys[j] != NULL; j++)
        g_assert_nonnull (smr_catalogue_find_source (catalogue, keys[j]));
      if (condition->computed)
        continue;
      answer (record, condition->id, SMR_REPLY_YES);
      screening = smr_screening_new (catalogue, record, day (TODAY));
      text = smr_reason_dup_shown (find_reason (screening, condition->id), catalogue, NULL, write_date, &details);
      g_assert_null (strchr (text, '{'));
      g_assert_null (strchr (details, '{'));
      g_assert_nonnull (strstr (details, "Since 15.1.2026 · "));
      g_assert_nonnull (strstr (details, "Until "));
      g_assert_nonnull (strstr (details, "Source: "));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/reason/details", test_details);
  g_test_add_func ("/reason/no-form", test_no_form);
  g_test_add_func ("/reason/mentions", test_mentions);
  g_test_add_func ("/reason/every-row-has-details", test_every_row_has_details);

  result = g_test_run ();
  smr_catalogue_unref (catalogue);
  return result;
}
