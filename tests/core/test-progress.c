#include <math.h>

#include "screening-support.h"
#include "smr-progress.h"

/* The figures behind the charts, and the sentences beside them. */

static SmrCatalogue *catalogue;

static SmrSession *
add_session (SmrRecord *record, const char *date, gboolean whole, int before, int after)
{
  SmrSession *session = smr_session_new (day (date));

  session->done_as_planned = whole;
  session->pain_before = before;
  session->pain_after = after;
  g_ptr_array_add (record->sessions, session);
  return session;
}

static char *
say_day (gpointer data, SmrDate date)
{
  return smr_date_to_string (date);
}

static const SmrProgressWeek *
get_week (GArray *weeks, guint n)
{
  return &g_array_index (weeks, SmrProgressWeek, n);
}

static void
test_nothing (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
  g_autoptr (GArray) weeks = smr_progress_list_weeks (record, day ("2026-03-11"));
  g_autoptr (GPtrArray) ranges = smr_progress_list_ranges (catalogue, record);

  g_assert_cmpuint (weeks->len, ==, 0);
  g_assert_cmpuint (ranges->len, ==, 0);
}

/* 2 March 2026 is a Monday. */
static void
test_weeks (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
  g_autoptr (GArray) weeks = NULL;
  SmrSession *left_out;

  g_assert_cmpuint (smr_date_find_monday (day ("2026-03-02")), ==, day ("2026-03-02"));
  g_assert_cmpuint (smr_date_find_monday (day ("2026-03-08")), ==, day ("2026-03-02"));
  add_session (record, "2026-02-22", TRUE, 6, 4);
  add_session (record, "2026-03-02", TRUE, 5, 2);
  add_session (record, "2026-03-02", FALSE, -1, -1);
  add_session (record, "2026-03-08", FALSE, 5, -1);
  left_out = add_session (record, "2026-03-05", FALSE, -1, 8);
  g_ptr_array_add (left_out->items, smr_session_item_new ("chin_tuck", SMR_ITEM_SIDE_TOGETHER, SMR_DONE_LEFT_OUT, ""));
  weeks = smr_progress_list_weeks (record, day ("2026-03-11"));

  g_assert_cmpuint (weeks->len, ==, 4);
  g_assert_cmpuint (get_week (weeks, 0)->start, ==, day ("2026-02-16"));
  g_assert_cmpuint (get_week (weeks, 0)->n_days, ==, 1);
  g_assert_cmpfloat (smr_progress_week_get_pain (get_week (weeks, 0)), ==, 4);
  /* A week without anything is one with 0 days, and its pain is not 0. */
  g_assert_cmpuint (get_week (weeks, 1)->n_days, ==, 0);
  g_assert_true (isnan (smr_progress_week_get_pain (get_week (weeks, 1))));
  /* Two sessions of a day are one day; what was all left out is none, but its pain is. */
  g_assert_cmpuint (get_week (weeks, 2)->n_days, ==, 2);
  g_assert_cmpuint (get_week (weeks, 2)->n_whole, ==, 1);
  g_assert_cmpuint (get_week (weeks, 2)->n_pain, ==, 3);
  g_assert_cmpfloat (smr_progress_week_get_pain (get_week (weeks, 2)), ==, 5);
  g_assert_cmpuint (get_week (weeks, 2)->pain_most, ==, 8);
  g_assert_cmpuint (get_week (weeks, 3)->start, ==, day ("2026-03-09"));
}

static void
test_long_time (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
  g_autoptr (GArray) weeks = NULL;

  add_session (record, "2020-01-01", TRUE, 6, 4);
  weeks = smr_progress_list_weeks (record, day ("2026-03-11"));
  g_assert_cmpuint (weeks->len, ==, SMR_PROGRESS_MAX_WEEKS);
  g_assert_cmpuint (get_week (weeks, weeks->len - 1)->start, ==, day ("2026-03-09"));
}

static void
test_sentences (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
  g_autoptr (GArray) weeks = NULL;
  g_autoptr (SmrMessage) pain = NULL;
  g_autoptr (SmrMessage) days = NULL;
  g_autofree char *pain_text = NULL;
  g_autofree char *days_text = NULL;

  add_session (record, "2026-02-22", TRUE, -1, 6);
  add_session (record, "2026-03-03", FALSE, -1, 2);
  add_session (record, "2026-03-04", FALSE, -1, 3);
  weeks = smr_progress_list_weeks (record, day ("2026-03-11"));
  pain = smr_progress_describe_pain (catalogue, weeks, say_day, NULL);
  pain_text = smr_message_format (pain, NULL);
  g_assert_cmpstr (pain_text, ==, "Pain afterwards was about 6 of 10 in the week of 2026-02-16, and about 3 of 10 in the week of 2026-03-02.");
  days = smr_progress_describe_days (catalogue, weeks);
  days_text = smr_message_format (days, NULL);
  g_assert_cmpstr (days_text, ==, "Done on 3 days in 4 weeks, on 1 of them all as planned.");
}

static void
test_no_pain (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
  g_autoptr (GArray) weeks = NULL;
  g_autoptr (SmrMessage) pain = NULL;
  g_autofree char *text = NULL;

  add_session (record, "2026-03-03", FALSE, -1, -1);
  weeks = smr_progress_list_weeks (record, day ("2026-03-11"));
  pain = smr_progress_describe_pain (catalogue, weeks, say_day, NULL);
  text = smr_message_format (pain, NULL);
  g_assert_cmpstr (text, ==, "No figure for pain was noted yet.");
}

static void
test_ranges (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
  SmrAssessment *first = smr_assessment_new (day ("2026-02-01"));
  SmrAssessment *nothing = smr_assessment_new (day ("2026-02-10"));
  SmrAssessment *second = smr_assessment_new (day ("2026-03-01"));
  g_autoptr (GPtrArray) ranges = NULL;
  const SmrRangeSeries *series;
  g_autoptr (SmrMessage) message = NULL;
  g_autofree char *text = NULL;

  smr_assessment_set_range (first, "hip_flexion", SMR_SIDE_LEFT, 90);
  smr_assessment_set_range (second, "hip_flexion", SMR_SIDE_LEFT, 104);
  smr_assessment_set_range (second, "hip_flexion", SMR_SIDE_RIGHT, 0);
  g_ptr_array_add (record->assessments, first);
  g_ptr_array_add (record->assessments, nothing);
  g_ptr_array_add (record->assessments, second);
  ranges = smr_progress_list_ranges (catalogue, record);
  g_assert_cmpuint (ranges->len, ==, 1);
  series = g_ptr_array_index (ranges, 0);
  g_assert_cmpstr (series->movement->id, ==, "hip_flexion");
  g_assert_cmpuint (series->points->len, ==, 2);
  g_assert_cmpint (g_array_index (series->points, SmrRangePoint, 0).right, ==, SMR_RANGE_NOT_MEASURED);
  g_assert_cmpint (g_array_index (series->points, SmrRangePoint, 1).right, ==, 0);
  message = smr_progress_describe_range (catalogue, series, say_day, NULL);
  text = smr_message_format (message, NULL);
  g_assert_cmpstr (text, ==, "Left: 90° on 2026-02-01, 104° on 2026-03-01. Right: 0° on 2026-03-01.");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/progress/nothing is no chart", test_nothing);
  g_test_add_func ("/progress/days and pain by week", test_weeks);
  g_test_add_func ("/progress/the last weeks of a long time", test_long_time);
  g_test_add_func ("/progress/in words", test_sentences);
  g_test_add_func ("/progress/without pain, in words", test_no_pain);
  g_test_add_func ("/progress/ranges by movement", test_ranges);

  status = g_test_run ();
  smr_catalogue_unref (catalogue);
  return status;
}
