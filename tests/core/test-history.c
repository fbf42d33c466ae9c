#include "smr-history.h"

static void
push (SmrHistory *history, const char *title, const char *label, gboolean join)
{
  g_autoptr (SmrRoutine) routine = smr_routine_with_title (smr_history_get_current (history), title);

  smr_history_push (history, routine, label, join);
}

static void
assert_title (SmrHistory *history, const char *title)
{
  g_assert_cmpstr (smr_history_get_current (history)->title, ==, title);
}

static void
test_undo_and_redo (void)
{
  g_autoptr (SmrRoutine) routine = smr_routine_new ("One");
  g_autoptr (SmrHistory) history = smr_history_new (routine);

  g_assert_null (smr_history_get_undo_label (history));
  g_assert_null (smr_history_get_redo_label (history));
  g_assert_false (smr_history_undo (history));
  g_assert_false (smr_history_redo (history));

  push (history, "Two", "Make two", FALSE);
  push (history, "Three", "Make three", FALSE);
  g_assert_cmpstr (smr_history_get_undo_label (history), ==, "Make three");
  g_assert_true (smr_history_undo (history));
  assert_title (history, "Two");
  g_assert_cmpstr (smr_history_get_undo_label (history), ==, "Make two");
  g_assert_cmpstr (smr_history_get_redo_label (history), ==, "Make three");
  g_assert_true (smr_history_undo (history));
  assert_title (history, "One");
  g_assert_false (smr_history_undo (history));

  g_assert_true (smr_history_redo (history));
  assert_title (history, "Two");
  push (history, "Four", "Make four", FALSE);
  g_assert_null (smr_history_get_redo_label (history));
  g_assert_true (smr_history_undo (history));
  assert_title (history, "Two");
}

static void
test_no_step (void)
{
  g_autoptr (SmrRoutine) routine = smr_routine_new ("One");
  g_autoptr (SmrHistory) history = smr_history_new (routine);

  push (history, "One", "Change nothing", FALSE);
  g_assert_null (smr_history_get_undo_label (history));
}

static void
test_joined_steps (void)
{
  g_autoptr (SmrRoutine) routine = smr_routine_new ("0");
  g_autoptr (SmrHistory) history = smr_history_new (routine);

  push (history, "1", "Count", TRUE);
  push (history, "2", "Count", TRUE);
  push (history, "Two", "Spell", TRUE);
  g_assert_true (smr_history_undo (history));
  assert_title (history, "2");
  g_assert_true (smr_history_undo (history));
  assert_title (history, "0");
  g_assert_cmpstr (smr_history_get_redo_label (history), ==, "Count");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/undo-is-the-previous-value", test_undo_and_redo);
  g_test_add_func ("/history/what-changes-nothing-is-no-step", test_no_step);
  g_test_add_func ("/history/steps-with-one-label-join", test_joined_steps);

  return g_test_run ();
}
