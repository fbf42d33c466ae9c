#include "smr-diary.h"

/* A paper diary becomes sessions at home, and nothing else. */

static SmrDate
day (const char *text)
{
  SmrDate date = SMR_DATE_NONE;

  g_assert_true (smr_date_parse (text, &date));
  return date;
}

/* Handed out on Wednesday, 4 March 2026. */
static SmrRoutine *
new_routine (void)
{
  SmrRoutine *routine = smr_routine_new ("Calves");

  routine->id = 7;
  routine->version = 2;
  routine->issued = day ("2026-03-04");
  g_ptr_array_add (routine->items, smr_item_new (SMR_PHASE_INHIBIT, "smr_calf_roller"));
  g_ptr_array_add (routine->items, smr_item_new (SMR_PHASE_LENGTHEN, "len_calf_wall"));
  return routine;
}

static void
add_session (SmrRecord *record, const char *date, gboolean whole, int pain)
{
  SmrSession *session = smr_session_new (day (date));

  session->done_as_planned = whole;
  session->pain_after = pain;
  g_ptr_array_add (record->sessions, session);
}

static SmrDiaryDay *
find_day (GArray *days, const char *date)
{
  for (guint i = 0; i < days->len; i++)
    {
      if (g_array_index (days, SmrDiaryDay, i).date == day (date))
        return &g_array_index (days, SmrDiaryDay, i);
    }
  return NULL;
}

static void
test_open_days (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
  g_autoptr (SmrRoutine) routine = new_routine ();
  g_autoptr (GArray) days = NULL;

  add_session (record, "2026-03-05", TRUE, 3);
  add_session (record, "2026-03-08", FALSE, -1);
  days = smr_diary_new (record, routine, day ("2026-03-11"));
  /* Whole weeks, from the Monday before it was handed out. */
  g_assert_cmpuint (days->len, ==, 14);
  g_assert_cmpuint (g_array_index (days, SmrDiaryDay, 0).date, ==, day ("2026-03-02"));
  g_assert_false (find_day (days, "2026-03-03")->open);
  g_assert_true (find_day (days, "2026-03-04")->open);
  /* What is on record stays as it is. */
  g_assert_false (find_day (days, "2026-03-05")->open);
  g_assert_cmpint (find_day (days, "2026-03-05")->mark, ==, SMR_DIARY_DONE);
  g_assert_cmpint (find_day (days, "2026-03-05")->pain, ==, 3);
  g_assert_cmpint (find_day (days, "2026-03-08")->mark, ==, SMR_DIARY_PART);
  g_assert_cmpint (find_day (days, "2026-03-08")->pain, ==, -1);
  /* Today is not over: whoever trains today is asked first. */
  g_assert_true (find_day (days, "2026-03-10")->open);
  g_assert_false (find_day (days, "2026-03-11")->open);
}

static void
test_long_ago (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
  g_autoptr (SmrRoutine) routine = new_routine ();
  g_autoptr (GArray) days = smr_diary_new (record, routine, day ("2026-11-23"));
  g_autoptr (GArray) none = NULL;

  g_assert_cmpuint (days->len, ==, 7 * SMR_DIARY_MAX_WEEKS);
  g_assert_cmpuint (g_array_index (days, SmrDiaryDay, days->len - 1).date, ==, day ("2026-11-22"));
  none = smr_diary_new (record, routine, day ("2026-03-04"));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_sessions (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
  g_autoptr (SmrRoutine) routine = new_routine ();
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GArray) days = NULL;
  const SmrSession *session;

  add_session (record, "2026-03-05", TRUE, 3);
  days = smr_diary_new (record, routine, day ("2026-03-11"));
  *find_day (days, "2026-03-04") = (SmrDiaryDay) { day ("2026-03-04"), TRUE, SMR_DIARY_DONE, 10 };
  *find_day (days, "2026-03-06") = (SmrDiaryDay) { day ("2026-03-06"), TRUE, SMR_DIARY_PART, -1 };
  *find_day (days, "2026-03-07") = (SmrDiaryDay) { day ("2026-03-07"), TRUE, SMR_DIARY_NOT_DONE, 0 };
  sessions = smr_diary_list_sessions (days, routine);
  g_assert_cmpuint (sessions->len, ==, 3);

  session = g_ptr_array_index (sessions, 0);
  g_assert_cmpuint (session->date, ==, day ("2026-03-04"));
  g_assert_cmpint (session->setting, ==, SMR_SETTING_HOME);
  g_assert_cmpint (session->pain_before, ==, -1);
  g_assert_cmpint (session->pain_after, ==, 10);
  g_assert_true (session->done_as_planned);
  g_assert_cmpint (session->routine, ==, 7);
  g_assert_cmpint (session->version, ==, 2);
  g_assert_cmpstr (session->title, ==, "Calves");
  g_assert_cmpuint (smr_session_count_items (session, SMR_DONE_AS_PLANNED), ==, 2);

  /* In part: nobody knows of which. */
  session = g_ptr_array_index (sessions, 1);
  g_assert_false (session->done_as_planned);
  g_assert_cmpuint (session->items->len, ==, 0);

  /* Only pain: nothing was done. */
  session = g_ptr_array_index (sessions, 2);
  g_assert_false (session->done_as_planned);
  g_assert_cmpuint (smr_session_count_items (session, SMR_DONE_LEFT_OUT), ==, 2);
  g_assert_cmpint (session->pain_after, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diary/days that are over and not on record are open", test_open_days);
  g_test_add_func ("/diary/the last weeks of a long time", test_long_ago);
  g_test_add_func ("/diary/marks become sessions", test_sessions);

  return g_test_run ();
}
