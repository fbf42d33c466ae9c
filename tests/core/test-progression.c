#include "smr-gate.h"
#include "smr-progression.h"
#include "screening-support.h"

#include <string.h>

/* When the next step is offered: `screening-and-dosage` 3.5. */

static SmrCatalogue *catalogue;

#define ISSUED "2026-02-01"

typedef struct
{
  SmrRecord    *record;
  SmrScreening *screening;
  SmrRoutine   *routine;
  SmrPlanRequest request;
  GArray       *picks;
} Fixture;

static void
set_up (Fixture *fixture, const char *picks, SmrLevel level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrPlan) plan = NULL;

  fixture->record = adult_with_all_no (catalogue);
  fixture->screening = smr_screening_new (catalogue, fixture->record, day (ISSUED));
  fixture->picks = smr_picks_parse (catalogue, picks, &error);
  g_assert_no_error (error);
  fixture->request = (SmrPlanRequest) { .overactive = fixture->picks, .level = level };
  plan = smr_plan_new (catalogue, fixture->screening, &fixture->request);
  fixture->routine = smr_routine_copy (plan->routine);
  fixture->routine->id = 7;
  fixture->routine->version = 2;
  fixture->routine->status = SMR_ROUTINE_ISSUED;
  fixture->routine->issued = day (ISSUED);
}

static void
tear_down (Fixture *fixture)
{
  smr_routine_unref (fixture->routine);
  g_array_unref (fixture->picks);
  smr_screening_unref (fixture->screening);
  smr_record_free (fixture->record);
}

static SmrSession *
add_session (Fixture *fixture, const char *date, int pain)
{
  SmrSession *session = smr_session_new (day (date));

  session->routine = 7;
  session->version = 2;
  session->pain_after = pain;
  g_ptr_array_add (fixture->record->sessions, session);
  return session;
}

/* Every third day from the day after it was handed out; the sixth is on 2026-02-17. */
static void
add_good_sessions (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = smr_date_to_string (smr_date_add_days (day ("2026-02-02"), 3 * i));

      add_session (fixture, date, 3);
    }
}

static SmrProgression *
propose (Fixture *fixture, const char *date)
{
  return smr_progression_new (catalogue, fixture->screening, fixture->record, fixture->routine, &fixture->request, day (date));
}

static void
assert_kind (Fixture *fixture, const char *date, SmrProgressionKind kind)
{
  g_autoptr (SmrProgression) progression = propose (fixture, date);

  g_assert_nonnull (progression);
  g_assert_cmpint (progression->kind, ==, kind);
}

static void
assert_says (const SmrProgression *progression, const char *said)
{
  g_autofree char *text = smr_message_format (progression->text, "en");

  if (strstr (text, said) == NULL)
    g_error ("“%s” does not say “%s”", text, said);
}

/* --- when ------------------------------------------------------------------------------------------------- */

static void
test_when (void)
{
  static const struct
  {
    const char *name;
    guint       n_good;
    const char *more;           /* another session: date */
    int         pain;
    const char *date;
    SmrProgressionKind kind;
  } cases[] = {
    { "five sessions", 5, NULL, 0, "2026-02-24", SMR_PROGRESSION_WAIT },
    { "six sessions, two weeks to the day", 6, NULL, 0, "2026-02-16", SMR_PROGRESSION_WAIT },
    { "six sessions and more than two weeks", 6, NULL, 0, "2026-02-17", SMR_PROGRESSION_FORWARD },
    { "pain of 4 starts the count again", 6, "2026-02-18", 4, "2026-02-20", SMR_PROGRESSION_WAIT },
    { "pain that nobody noted does not count", 5, "2026-02-18", -1, "2026-02-20", SMR_PROGRESSION_WAIT },
    { "thirteen days off", 6, NULL, 0, "2026-03-02", SMR_PROGRESSION_FORWARD },
    { "two weeks off", 6, NULL, 0, "2026-03-03", SMR_PROGRESSION_BACK },
    { "a day short of four weeks off", 6, NULL, 0, "2026-03-16", SMR_PROGRESSION_BACK },
    { "four weeks off", 6, NULL, 0, "2026-03-17", SMR_PROGRESSION_RESTART },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;

      g_test_message ("%s", cases[i].name);
      set_up (&fixture, "quadriceps", SMR_LEVEL_INTERMEDIATE);
      add_good_sessions (&fixture, cases[i].n_good);
      if (cases[i].more != NULL)
        add_session (&fixture, cases[i].more, cases[i].pain);
      assert_kind (&fixture, cases[i].date, cases[i].kind);
      tear_down (&fixture);
    }
}

static void
test_nothing_to_say (void)
{
  Fixture fixture;

  set_up (&fixture, "quadriceps", SMR_LEVEL_INTERMEDIATE);
  g_assert_null (propose (&fixture, "2026-02-20"));
  /* Another version, another routine: not this step. */
  add_session (&fixture, "2026-02-10", 2)->version = 1;
  add_session (&fixture, "2026-02-11", 2)->routine = 8;
  g_assert_null (propose (&fixture, "2026-02-20"));
  add_good_sessions (&fixture, 6);
  fixture.routine->status = SMR_ROUTINE_DRAFT;
  g_assert_null (propose (&fixture, "2026-02-20"));
  tear_down (&fixture);
}

static void
test_left_out (void)
{
  Fixture fixture;
  SmrSession *session;

  set_up (&fixture, "quadriceps", SMR_LEVEL_INTERMEDIATE);
  add_good_sessions (&fixture, 5);
  session = add_session (&fixture, "2026-02-18", 1);
  g_ptr_array_add (session->items, smr_session_item_new ("smr_quadriceps_roller", SMR_ITEM_SIDE_EACH, SMR_DONE_LEFT_OUT, ""));
  assert_kind (&fixture, "2026-02-20", SMR_PROGRESSION_WAIT);
  tear_down (&fixture);
}

static void
test_stop_sign (void)
{
  static const struct { const char *sign, *date; SmrProgressionKind kind; } cases[] = {
    { "bruise_or_broken_skin", "2026-02-18", SMR_PROGRESSION_BACK },
    { "lasting_soreness", ISSUED, SMR_PROGRESSION_BACK },
    { "lasting_soreness", "2026-01-31", SMR_PROGRESSION_FORWARD },
    { "new_medicine", "2026-02-18", SMR_PROGRESSION_FORWARD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;

      set_up (&fixture, "quadriceps", SMR_LEVEL_INTERMEDIATE);
      add_good_sessions (&fixture, 6);
      g_ptr_array_add (fixture.record->incidents, smr_incident_new (day (cases[i].date), cases[i].sign));
      assert_kind (&fixture, "2026-02-20", cases[i].kind);
      tear_down (&fixture);
    }
}

/* --- what ------------------------------------------------------------------------------------------------- */

static const SmrItem *
get_roll (const SmrRoutine *routine)
{
  const SmrItem *item = g_ptr_array_index (routine->items, 0);

  g_assert_cmpint (item->phase, ==, SMR_PHASE_INHIBIT);
  return item;
}

static SmrItem *
get_own_roll (Fixture *fixture)
{
  return g_ptr_array_index (fixture->routine->items, 0);
}

static guint
count_changes (const SmrRoutine *a, const SmrRoutine *b)
{
  guint n = 0;

  g_assert_cmpuint (a->items->len, ==, b->items->len);
  for (guint i = 0; i < a->items->len; i++)
    n += !smr_item_equal (g_ptr_array_index (a->items, i), g_ptr_array_index (b->items, i));
  return n;
}

/* Time comes first, then load, then the tool; each time one thing alone, and the gate lets it pass. */
static void
test_order (void)
{
  static const char * const expected[] = { "as long as is usual", "More body weight", "A firmer tool", "A smaller tool", "nothing more" };
  Fixture fixture;

  set_up (&fixture, "gluteus_maximus:left", SMR_LEVEL_INTERMEDIATE);
  add_good_sessions (&fixture, 6);
  {
    SmrItem *item = get_own_roll (&fixture);
    const SmrExercise *wall = smr_catalogue_find_exercise (catalogue, "smr_gluteus_maximus_roller_wall");
    g_autoptr (SmrItem) first = smr_item_with_exercise (item, catalogue, fixture.screening, &fixture.request, wall);

    first->dose.reps = 1;
    smr_item_free (item);
    g_ptr_array_index (fixture.routine->items, 0) = g_steal_pointer (&first);
  }

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (SmrProgression) progression = propose (&fixture, "2026-02-20");
      g_autoptr (GPtrArray) findings = NULL;

      assert_says (progression, expected[i]);
      if (progression->kind == SMR_PROGRESSION_DONE)
        {
          g_assert_null (progression->routine);
          break;
        }
      g_assert_cmpint (progression->routine->status, ==, SMR_ROUTINE_DRAFT);
      g_assert_cmpuint (count_changes (fixture.routine, progression->routine), ==, 1);
      findings = smr_gate_check (catalogue, fixture.screening, progression->routine);
      g_assert_cmpuint (findings->len, ==, 0);
      smr_routine_unref (fixture.routine);
      fixture.routine = smr_routine_copy (progression->routine);
      fixture.routine->status = SMR_ROUTINE_ISSUED;
      fixture.routine->issued = day (ISSUED);
    }
  tear_down (&fixture);
}

/* Who is gentle is never asked to do more than gentle. */
static void
test_gentle (void)
{
  g_autoptr (SmrProgression) progression = NULL;
  Fixture fixture;

  set_up (&fixture, "gastrocnemius", SMR_LEVEL_INTERMEDIATE);
  smr_screening_unref (fixture.screening);
  answer (fixture.record, "connective_tissue_disorder", SMR_REPLY_YES);
  smr_answer_set_fact (answer (fixture.record, "connective_tissue_disorder", SMR_REPLY_YES), "only_bendy", TRUE);
  fixture.screening = smr_screening_new (catalogue, fixture.record, day ("2026-02-20"));
  g_assert_true (smr_screening_is_gentle (fixture.screening, SMR_PHASE_INHIBIT));
  {
    g_autoptr (SmrPlan) plan = smr_plan_new (catalogue, fixture.screening, &fixture.request);

    smr_routine_unref (fixture.routine);
    fixture.routine = smr_routine_copy (plan->routine);
    fixture.routine->id = 7;
    fixture.routine->version = 2;
    fixture.routine->status = SMR_ROUTINE_ISSUED;
    fixture.routine->issued = day (ISSUED);
  }
  add_good_sessions (&fixture, 6);
  progression = propose (&fixture, "2026-02-20");
  if (progression->kind == SMR_PROGRESSION_FORWARD)
    {
      g_autoptr (GPtrArray) findings = smr_gate_check (catalogue, fixture.screening, progression->routine);

      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_cmpstr (get_roll (progression->routine)->tool, !=, "medium_roller");
    }
  else
    {
      g_assert_cmpint (progression->kind, ==, SMR_PROGRESSION_DONE);
    }
  tear_down (&fixture);
}

/* The way back is the way there, the last thing first. */
static void
test_back (void)
{
  g_autoptr (SmrProgression) softer = NULL;
  g_autoptr (SmrProgression) lighter = NULL;
  Fixture fixture;

  set_up (&fixture, "gluteus_maximus:left", SMR_LEVEL_INTERMEDIATE);
  add_good_sessions (&fixture, 6);
  g_assert_cmpstr (get_roll (fixture.routine)->exercise, ==, "smr_gluteus_maximus_roller");
  get_own_roll (&fixture)->tool = g_intern_string ("medium_roller");
  g_ptr_array_add (fixture.record->incidents, smr_incident_new (day ("2026-02-18"), "bruise_or_broken_skin"));

  softer = propose (&fixture, "2026-02-20");
  assert_says (softer, "A stop sign came up");
  assert_says (softer, "A softer tool");
  g_assert_cmpstr (get_roll (softer->routine)->tool, ==, "soft_roller");

  get_own_roll (&fixture)->tool = g_intern_string ("soft_roller");
  lighter = propose (&fixture, "2026-02-20");
  assert_says (lighter, "Less body weight");
  g_assert_cmpstr (get_roll (lighter->routine)->exercise, ==, "smr_gluteus_maximus_roller_wall");
  tear_down (&fixture);
}

static void
test_restart (void)
{
  g_autoptr (SmrProgression) progression = NULL;
  Fixture fixture;

  set_up (&fixture, "quadriceps", SMR_LEVEL_ADVANCED);
  add_good_sessions (&fixture, 6);
  progression = propose (&fixture, "2026-04-01");
  g_assert_cmpint (progression->kind, ==, SMR_PROGRESSION_RESTART);
  g_assert_cmpint (progression->routine->level, ==, SMR_LEVEL_BEGINNER);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();
  g_test_add_func ("/progression/when", test_when);
  g_test_add_func ("/progression/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/progression/a-session-left-out-is-none", test_left_out);
  g_test_add_func ("/progression/stop-sign", test_stop_sign);
  g_test_add_func ("/progression/order", test_order);
  g_test_add_func ("/progression/gentle-stays-gentle", test_gentle);
  g_test_add_func ("/progression/back", test_back);
  g_test_add_func ("/progression/restart", test_restart);
  return g_test_run ();
}
