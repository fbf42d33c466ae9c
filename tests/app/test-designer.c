#include <string.h>

#include "smr-designer-edits.h"
#include "smr-designer-line.h"
#include "smr-exercise-choice.h"
#include "smr-routine-copies.h"
#include "smr-routine-diff.h"
#include "smr-test-records.h"
#include "smr-test-window.h"
#include "smr-timing.h"

/* A routine that is worked on, without a window. */

#define N_EDITS 1000

typedef struct
{
  SmrWorkspace *workspace;
  gint64        client;
  SmrDesigner  *designer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->workspace = smr_test_workspace_new ();
  fixture->client = smr_test_add_client (fixture->workspace, "Ana", TRUE);
  fixture->designer = smr_designer_new (fixture->workspace, fixture->client, 0, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->designer);
  g_assert_finalize_object (fixture->workspace);
}

static void
pick_line (Fixture *fixture, const char *line)
{
  g_autofree char *said = NULL;

  g_assert_true (smr_designer_pick_line (fixture->designer, line, SMR_ROLE_OVERACTIVE, &said));
}

static SmrRoutine *
get_routine (Fixture *fixture)
{
  return smr_designer_get_routine (fixture->designer);
}

/* --- a thousand edits ------------------------------------------------------------------------------------- */

static void
pick_any (Fixture *fixture)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (smr_workspace_get_catalogue (fixture->workspace));
  const SmrMuscle *muscle = g_ptr_array_index (muscles, g_test_rand_int_range (0, muscles->len));
  SmrSide side = muscle->paired ? g_test_rand_int_range (SMR_SIDE_NONE, SMR_SIDE_BOTH + 1) : g_test_rand_bit () ? SMR_SIDE_MIDLINE : SMR_SIDE_NONE;

  smr_designer_pick (fixture->designer, muscle->id, g_test_rand_bit () ? SMR_ROLE_OVERACTIVE : SMR_ROLE_UNDERACTIVE, side);
}

static void
swap_any (Fixture *fixture, guint index)
{
  SmrRoutineState state = smr_designer_get_state (fixture->designer);
  SmrPlanRequest request = smr_designer_get_request (fixture->designer, state.routine);
  const SmrItem *item = smr_designer_get_item (fixture->designer, index);
  g_autoptr (GPtrArray) choices = smr_choices_for_item (state.catalogue, state.screening, &request, state.routine, item);
  const SmrChoice *choice = choices->len > 0 ? g_ptr_array_index (choices, 0) : NULL;

  if (choice != NULL && choice->refusal == NULL)
    {
      g_autoptr (SmrItem) other = smr_item_with_exercise (item, state.catalogue, state.screening, &request, choice->exercise);

      smr_designer_replace_item (fixture->designer, index, other);
    }
}

static void
edit_item (Fixture *fixture, guint index)
{
  guint n = get_routine (fixture)->items->len;
  g_autofree char *note = g_strdup_printf ("Note %d", g_test_rand_int ());
  SmrDose dose = smr_designer_get_item (fixture->designer, index)->dose;

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      smr_designer_remove_item (fixture->designer, index);
      break;
    case 1:
      smr_designer_move_item (fixture->designer, index, g_test_rand_int_range (0, n));
      break;
    case 2:
      dose.reps = g_test_rand_int_range (1, 16);
      smr_designer_set_item_dose (fixture->designer, index, &dose, FALSE);
      break;
    case 3:
      smr_designer_set_item_note (fixture->designer, index, note);
      break;
    default:
      swap_any (fixture, index);
      break;
    }
}

static void
edit_any (Fixture *fixture)
{
  guint n = get_routine (fixture)->items->len;
  g_autoptr (SmrRoutine) wanted = NULL;

  if (n == 0 || g_test_rand_int_range (0, 5) == 0)
    pick_any (fixture);
  else if (g_test_rand_int_range (0, 20) == 0)
    smr_designer_fill_trios (fixture->designer);
  else if (g_test_rand_int_range (0, 20) == 0)
    smr_designer_fit_minutes (fixture->designer, g_test_rand_int_range (0, 40));
  else if (g_test_rand_int_range (0, 20) == 0)
    {
      wanted = smr_routine_copy (get_routine (fixture));
      wanted->level = g_test_rand_int_range (0, SMR_N_LEVELS);
      wanted->no_floor = g_test_rand_bit ();
      smr_designer_replan (fixture->designer, wanted, "change", FALSE);
    }
  else
    edit_item (fixture, g_test_rand_int_range (0, n));
}

static void
assert_is (Fixture *fixture, GPtrArray *values, guint index)
{
  g_autofree char *now = smr_test_describe_routine (get_routine (fixture));

  g_assert_cmpstr (now, ==, g_ptr_array_index (values, index));
}

static void
test_thousand_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (values, smr_test_describe_routine (get_routine (fixture)));
  while (values->len <= N_EDITS)
    {
      g_autofree char *now = NULL;

      edit_any (fixture);
      now = smr_test_describe_routine (get_routine (fixture));
      /* What changes nothing is no step. */
      if (!g_str_equal (now, g_ptr_array_index (values, values->len - 1)))
        g_ptr_array_add (values, g_steal_pointer (&now));
    }

  for (guint i = N_EDITS; i > 0; i--)
    {
      assert_is (fixture, values, i);
      g_assert_nonnull (smr_designer_get_undo_label (fixture->designer));
      g_assert_true (smr_designer_undo (fixture->designer));
    }
  assert_is (fixture, values, 0);
  g_assert_false (smr_designer_undo (fixture->designer));
  for (guint i = 1; i <= N_EDITS; i++)
    {
      g_assert_true (smr_designer_redo (fixture->designer));
      assert_is (fixture, values, i);
    }
  g_assert_false (smr_designer_redo (fixture->designer));
}

/* --- keeping ---------------------------------------------------------------------------------------------- */

/* While edits go on without a pause, what another program would find is never much older than a second. */
static void
test_crash (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrStore) other = NULL;
  g_autoptr (SmrRecord) record = NULL;

  pick_line (fixture, "hip flexors");
  while (g_get_monotonic_time () - start < 1500 * 1000)
    {
      g_autofree char *note = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());

      smr_designer_set_item_note (fixture->designer, 0, note);
      g_usleep (20 * 1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }

  other = smr_store_open (smr_store_get_path (smr_workspace_get_store (fixture->workspace)), &error);
  g_assert_no_error (error);
  record = smr_store_load_record (other, fixture->client, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (record->routines->len, ==, 1);
  g_assert_cmpuint (((SmrRoutine *) g_ptr_array_index (record->routines, 0))->items->len, ==, get_routine (fixture)->items->len);
}

/* --- minutes ---------------------------------------------------------------------------------------------- */

static void
test_fit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SmrRoutineState state;
  SmrTotals totals;
  SmrDose dose;

  pick_line (fixture, "hip flexors, lats, calves");
  /* Longer by hand than the rules would have it, and all the same within the minutes in the end. */
  dose = smr_designer_get_item (fixture->designer, get_routine (fixture)->items->len - 2)->dose;
  dose.sets = 2;
  smr_designer_set_item_dose (fixture->designer, get_routine (fixture)->items->len - 2, &dose, FALSE);
  before = smr_test_describe_routine (get_routine (fixture));

  smr_designer_fit_minutes (fixture->designer, 12);
  smr_routine_get_totals (get_routine (fixture), &totals);
  g_assert_cmpint (totals.seconds, <=, 12 * 60);
  g_assert_cmpint (totals.seconds, ==, totals.set_up_seconds + totals.phases[0] + totals.phases[1] + totals.phases[2] + totals.phases[3]);
  state = smr_designer_get_state (fixture->designer);
  g_assert_cmpuint (state.plan->dropped->len + state.fit->dropped->len, >, 0);

  g_assert_true (smr_designer_undo (fixture->designer));
  after = smr_test_describe_routine (get_routine (fixture));
  g_assert_cmpstr (after, ==, before);
}

/* --- what was done by hand ---------------------------------------------------------------------------------- */

static void
lost_cb (SmrDesigner *designer, const char *names, char **lost)
{
  g_set_str (lost, names);
}

static void
test_lost (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lost = NULL;
  SmrDose dose;

  g_signal_connect (fixture->designer, "lost", G_CALLBACK (lost_cb), &lost);
  pick_line (fixture, "hip flexors");
  dose = smr_designer_get_item (fixture->designer, 0)->dose;
  dose.hold_seconds = 20;
  smr_designer_set_item_dose (fixture->designer, 0, &dose, FALSE);

  /* Another muscle leaves it as it is; another side does not. */
  smr_designer_pick (fixture->designer, "plantar_fascia", SMR_ROLE_OVERACTIVE, SMR_SIDE_BOTH);
  g_assert_null (lost);
  smr_designer_pick (fixture->designer, "hip_flexors", SMR_ROLE_OVERACTIVE, SMR_SIDE_LEFT);
  g_assert_cmpstr (lost, ==, "Front of hip roll");
}

static void
test_why (Fixture *fixture, gconstpointer data)
{
  SmrRoutineState state;
  SmrPlanRequest request;
  g_autofree char *first = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *instead = NULL;
  SmrDose dose;

  pick_line (fixture, "hip flexors");
  state = smr_designer_get_state (fixture->designer);
  first = smr_item_dup_why (smr_designer_get_item (fixture->designer, 0), state.catalogue, state.screening, &state.request, "en", smr_date_to_string);
  g_assert_cmpstr (first, ==, "Rolled because picked as overactive: Hip flexors (iliopsoas). Usual dose for a beginner; first choice.");

  dose = smr_designer_get_item (fixture->designer, 0)->dose;
  dose.hold_seconds = 20;
  smr_designer_set_item_dose (fixture->designer, 0, &dose, FALSE);
  state = smr_designer_get_state (fixture->designer);
  changed = smr_item_dup_why (smr_designer_get_item (fixture->designer, 0), state.catalogue, state.screening, &state.request, "en", smr_date_to_string);
  g_assert_nonnull (strstr (changed, "Dose changed by hand; "));

  request = state.request;
  request.no_floor = TRUE;
  {
    g_autoptr (SmrPlan) plan = smr_plan_new (state.catalogue, state.screening, &request);

    instead = smr_item_dup_why (g_ptr_array_index (plan->routine->items, 0), state.catalogue, state.screening, &request, "en", smr_date_to_string);
    g_assert_nonnull (strstr (instead, "; instead of \"Half-kneeling front of hip stretch\", because it is done on the floor."));
  }
}

/* --- copies ----------------------------------------------------------------------------------------------- */

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  SmrStore *store = smr_workspace_get_store (fixture->workspace);
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (fixture->workspace);
  gint64 other = smr_test_add_client (fixture->workspace, "Ben", TRUE);
  gint64 without_form = smr_test_add_client (fixture->workspace, "Eva", FALSE);
  g_autoptr (SmrRoutine) made = NULL;
  g_autoptr (SmrRoutine) nothing = NULL;
  g_autoptr (GPtrArray) diffs = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (SmrScreening) screening = NULL;
  g_autoptr (GError) error = NULL;

  pick_line (fixture, "hip flexors, calves");
  smr_designer_remove_item (fixture->designer, 0);
  g_assert_cmpint (smr_routine_copy_to_client (fixture->designer, other, &made, &error), >, 0);
  g_assert_no_error (error);
  record = smr_store_load_record (store, other, &error);
  g_assert_no_error (error);
  screening = smr_screening_new (catalogue, record, smr_workspace_get_today (fixture->workspace));
  findings = smr_gate_check (catalogue, screening, g_ptr_array_index (record->routines, 0));
  g_assert_cmpuint (findings->len, ==, 0);
  diffs = smr_routine_compare (get_routine (fixture), made);
  for (guint i = 0; i < diffs->len; i++)
    g_assert_cmpint (((SmrDiff *) g_ptr_array_index (diffs, i))->kind, ==, SMR_DIFF_SAME);

  /* Under no form there is nothing to give. */
  g_assert_cmpint (smr_routine_copy_to_client (fixture->designer, without_form, &nothing, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (nothing->items->len, ==, 0);
}

static void
test_compare (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrRoutine) before = NULL;
  g_autoptr (GPtrArray) diffs = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  SmrDose dose;

  pick_line (fixture, "hip flexors");
  before = smr_routine_ref (get_routine (fixture));
  dose = smr_designer_get_item (fixture->designer, 0)->dose;
  dose.hold_seconds = 20;
  smr_designer_set_item_dose (fixture->designer, 0, &dose, FALSE);
  smr_designer_remove_item (fixture->designer, 1);
  pick_line (fixture, "lats");
  diffs = smr_routine_compare (before, get_routine (fixture));
  for (guint i = 0; i < diffs->len; i++)
    {
      static const char * const kinds[] = { "=", "+", "-", "*" };
      const SmrDiff *diff = g_ptr_array_index (diffs, i);

      if (diff->kind != SMR_DIFF_SAME)
        g_string_append_printf (text, "%s%s ", kinds[diff->kind], (diff->now != NULL ? diff->now : diff->before)->exercise);
    }
  g_assert_nonnull (strstr (text->str, "*smr_hip_flexor_roller "));
  g_assert_nonnull (strstr (text->str, "-str_hip_flexor_half_kneeling "));
  g_assert_nonnull (strstr (text->str, "+str_latissimus_bench "));
}

#define ADD(path, function) g_test_add ("/designer/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-thousand-edits-are-undone-and-done-again", test_thousand_edits);
  ADD ("no-more-than-a-second-is-lost", test_crash);
  ADD ("minutes-hold-whatever-was-done-by-hand", test_fit);
  ADD ("what-could-not-be-kept-is-said", test_lost);
  ADD ("why-goes-from-the-pick-to-the-dose", test_why);
  ADD ("a-copy-is-screened-for-its-client", test_copy);
  ADD ("what-is-different-is-found", test_compare);

  return g_test_run ();
}
