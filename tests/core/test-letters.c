#include "screening-support.h"

/* What a physician's letter may name, for every row that one can clear: a region and side, a muscle, a tool, with and without
 * rolling, in force and expired. A letter opens what it names and nothing beside it. */

static SmrCatalogue *catalogue;

#define DATED "2026-01-20"

static SmrRecord *
raise_row (const SmrCondition *condition, const char *site, SmrSide side)
{
  SmrRecord *record = adult_with_all_no (catalogue);

  record->client->regularly_active = TRUE;
  if (condition->computed)
    record->client->born = day ("1950-05-04");
  else
    answer_in_full (record, condition, site, side);
  return record;
}

static gboolean
holds_muscle (const SmrSite *site, const SmrMuscle *muscle)
{
  return g_strv_contains (site->muscles, muscle->id);
}

/* What both allow of every muscle that @except does not hold on @side; a muscle in the middle is held on both. */
static void
assert_same_elsewhere (SmrScreening *with, SmrScreening *without, const SmrSite *except, SmrSide side, const char *muscle_id)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      for (SmrSide each = SMR_SIDE_LEFT; each <= SMR_SIDE_RIGHT; each <<= 1)
        {
          gboolean named = except != NULL && holds_muscle (except, muscle) && (!muscle->paired || !except->paired || (side & each) != 0);

          if (named || g_strcmp0 (muscle->id, muscle_id) == 0)
            continue;
          for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
            g_assert_cmpint (smr_screening_get_muscle (with, phase, muscle, each), ==, smr_screening_get_muscle (without, phase, muscle, each));
        }
    }
}

typedef void (*EachRow) (const SmrCondition *condition, const char *site);

/* Every row that a letter can clear, reported at the knee, at the low back, and nowhere. */
static void
for_each_row (EachRow test)
{
  static const char *sites[] = { "knee", "belly_low_back", NULL };
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      for (guint j = 0; condition->clearable && j < G_N_ELEMENTS (sites); j++)
        {
          g_test_message ("%s, %s", condition->id, sites[j] != NULL ? sites[j] : "nowhere");
          test (condition, sites[j]);
        }
    }
}

/* --- regions and muscles --------------------------------------------------------------------------------------------- */

static void
name_regions (const SmrCondition *condition, const char *reported)
{
  GPtrArray *sites = smr_catalogue_get_sites (catalogue);

  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);

      /* NONE: a side left open names neither. */
      for (SmrSide side = SMR_SIDE_NONE; side <= SMR_SIDE_BOTH; side++)
        {
          g_autoptr (SmrRecord) record = raise_row (condition, reported, SMR_SIDE_LEFT);
          SmrClearance *letter = clear_row (record, condition->id, DATED);
          g_autoptr (SmrScreening) without = smr_screening_new (catalogue, record, day (TODAY));
          const SmrPlace place = { site->id, side };
          g_autoptr (SmrScreening) with = NULL;

          g_array_append_val (letter->places, place);
          with = smr_screening_new (catalogue, record, day (TODAY));
          g_assert_true (is_as_strict (catalogue, without, with));
          assert_same_elsewhere (with, without, site, side, NULL);
        }
    }
}

static void
test_regions (void)
{
  for_each_row (name_regions);
}

static void
name_muscles (const SmrCondition *condition, const char *reported)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);
      g_autoptr (SmrRecord) record = raise_row (condition, reported, SMR_SIDE_LEFT);
      SmrClearance *letter = clear_row (record, condition->id, DATED);
      g_autoptr (SmrScreening) without = smr_screening_new (catalogue, record, day (TODAY));
      g_autoptr (SmrScreening) with = NULL;

      g_ptr_array_add (letter->muscles, (gpointer) muscle->id);
      with = smr_screening_new (catalogue, record, day (TODAY));
      g_assert_true (is_as_strict (catalogue, without, with));
      assert_same_elsewhere (with, without, NULL, SMR_SIDE_NONE, muscle->id);
    }
}

static void
test_muscles (void)
{
  for_each_row (name_muscles);
}

/* --- tools ------------------------------------------------------------------------------------------------------------ */

static gboolean
rolls (const SmrTool *tool)
{
  static const char * const kinds[] = { "roller", "stick", "ball", "medicine_ball", "peanut", "hands", NULL };

  return g_strv_contains (kinds, tool->kind);
}

static void
name_tools (const SmrCondition *condition, const char *reported)
{
  GPtrArray *tools = smr_catalogue_get_tools (catalogue);
  g_autoptr (SmrRecord) record = raise_row (condition, reported, SMR_SIDE_LEFT);
  g_autoptr (SmrScreening) none = smr_screening_new (catalogue, record, day (TODAY));
  SmrClearance *letter = clear_row (record, condition->id, DATED);
  g_autoptr (SmrScreening) without = smr_screening_new (catalogue, record, day (TODAY));
  gboolean opens = smr_screening_is_locked (none, SMR_PHASE_INHIBIT) && !smr_screening_is_locked (without, SMR_PHASE_INHIBIT);

  for (guint i = 0; i < tools->len; i++)
    {
      const SmrTool *named = g_ptr_array_index (tools, i);
      g_autoptr (SmrScreening) with = NULL;

      g_ptr_array_set_size (letter->tools, 0);
      g_ptr_array_add (letter->tools, (gpointer) named->id);
      with = smr_screening_new (catalogue, record, day (TODAY));
      g_assert_true (is_as_strict (catalogue, with, without));
      for (guint j = 0; j < tools->len; j++)
        {
          const SmrTool *tool = g_ptr_array_index (tools, j);
          gboolean allowed = smr_screening_allows_tool (with, tool);

          g_assert_true (!allowed || smr_screening_allows_tool (without, tool));
          g_assert_true (!opens || !allowed || !rolls (tool) || tool == named);
        }
    }
}

static void
test_tools (void)
{
  for_each_row (name_tools);
}

/* --- letters that open nothing ----------------------------------------------------------------------------------------- */

static void
name_everything (SmrClearance *letter)
{
  GPtrArray *sites = smr_catalogue_get_sites (catalogue);
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (guint i = 0; i < sites->len; i++)
    {
      const SmrPlace place = { ((const SmrSite *) g_ptr_array_index (sites, i))->id, SMR_SIDE_BOTH };

      g_array_append_val (letter->places, place);
    }
  for (guint i = 0; i < muscles->len; i++)
    g_ptr_array_add (letter->muscles, (gpointer) ((const SmrMuscle *) g_ptr_array_index (muscles, i))->id);
  letter->no_restriction = TRUE;
}

/* "Fit to exercise", however much it names: rolling stays as it was without a letter. Expired: everything does. */
static void
open_nothing (const SmrCondition *condition, const char *reported)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  g_autoptr (SmrRecord) record = raise_row (condition, reported, SMR_SIDE_LEFT);
  g_autoptr (SmrScreening) none = smr_screening_new (catalogue, record, day (TODAY));
  SmrClearance *letter = clear_row (record, condition->id, DATED);
  g_autoptr (SmrScreening) unfit = NULL;
  g_autoptr (SmrScreening) expired = NULL;

  name_everything (letter);
  letter->names_rolling = FALSE;
  unfit = smr_screening_new (catalogue, record, day (TODAY));
  for (guint i = 0; i < muscles->len; i++)
    g_assert_cmpint (smr_screening_get_muscle (unfit, SMR_PHASE_INHIBIT, g_ptr_array_index (muscles, i), SMR_SIDE_LEFT), ==,
                     smr_screening_get_muscle (none, SMR_PHASE_INHIBIT, g_ptr_array_index (muscles, i), SMR_SIDE_LEFT));
  letter->names_rolling = TRUE;
  letter->expires = day ("2026-03-01");
  expired = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_true (is_as_strict (catalogue, expired, none));
  g_assert_true (is_as_strict (catalogue, none, expired));
}

static void
test_no_rolling_and_expired (void)
{
  for_each_row (open_nothing);
}

/* What the table keeps out for good stays out, whatever a letter names. */
static void
test_out_for_good (void)
{
  static const char *rows[] = {
    "poor_circulation", "cancer_active", "cancer_history", "implanted_device", "reduced_sensation",
  };
  const SmrMuscle *quadriceps = smr_catalogue_find_muscle (catalogue, "quadriceps");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmrRecord) record = raise_row (smr_catalogue_find_condition (catalogue, rows[i]), "knee", SMR_SIDE_LEFT);
      g_autoptr (SmrScreening) screening = NULL;

      name_everything (clear_row (record, rows[i], DATED));
      screening = smr_screening_new (catalogue, record, day (TODAY));
      g_test_message ("%s", rows[i]);
      g_assert_false (smr_screening_is_locked (screening, SMR_PHASE_INHIBIT));
      g_assert_cmpint (smr_screening_get_muscle (screening, SMR_PHASE_INHIBIT, quadriceps, SMR_SIDE_LEFT), ==, SMR_OUTCOME_EXCLUDED_REGIONS);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/letters/regions-open-themselves-alone", test_regions);
  g_test_add_func ("/letters/muscles-open-themselves-alone", test_muscles);
  g_test_add_func ("/letters/tools-limit", test_tools);
  g_test_add_func ("/letters/no-rolling-and-expired-open-nothing", test_no_rolling_and_expired);
  g_test_add_func ("/letters/out-for-good", test_out_for_good);

  result = g_test_run ();
  smr_catalogue_unref (catalogue);
  return result;
}
