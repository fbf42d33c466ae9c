#include "smr-catalogue-reader.h"
#include "smr-planner.h"
#include "smr-timing.h"

#include <string.h>

static SmrCatalogue *catalogue;

/* --- plans as text ---------------------------------------------------------------------------------------- */

static GArray *
picks (const char *text)
{
  g_autoptr (GError) error = NULL;
  GArray *array = smr_picks_parse (catalogue, text, &error);

  g_assert_no_error (error);
  return array;
}

/* "inhibit smr_calf_roller each gastrocnemius soleus"; activated muscles name whom they answer: "gluteus_medius<tfl". */
static char *
describe_items (const SmrPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (plan->routine->items, i);

      g_string_append_printf (text, "%s %s %s", smr_phase_to_string (item->phase), item->exercise, smr_item_side_to_string (item->side));
      for (guint j = 0; j < item->served->len; j++)
        {
          const SmrServed *served = g_ptr_array_index (item->served, j);

          g_string_append_printf (text, " %s", served->muscle);
          if (served->because != NULL)
            g_string_append_printf (text, "<%s", served->because);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static char *
describe_notices (const SmrPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->notices->len; i++)
    {
      const SmrNotice *notice = g_ptr_array_index (plan->notices, i);
      g_autofree char *words = smr_notice_dup_text (notice, "en");

      g_assert_null (strchr (words, '{'));
      g_string_append (text, smr_notice_kind_to_string (notice->kind));
      if (notice->muscle != NULL)
        g_string_append_printf (text, " %s %s", notice->muscle, smr_side_to_string (notice->side));
      if (notice->substitute != NULL)
        g_string_append_printf (text, " %s", notice->substitute);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *overactive;
  const char *underactive;
  const char *restriction;
  gboolean    accept_substitutes;
  SmrLevel    level;
  int         minutes;
  const char *kit;
} Input;

/* The worked examples ignore caps; nobody in particular is planned for. */
static SmrPlan *
plan_for (const Input *input)
{
  g_autoptr (GArray) overactive = picks (input->overactive);
  g_autoptr (GArray) underactive = picks (input->underactive != NULL ? input->underactive : "");
  const char *restrictions[] = { input->restriction, NULL };
  const char *kit[] = { input->kit, NULL };
  SmrPlanRequest request = {
    .overactive = overactive,
    .underactive = underactive,
    .level = input->level,
    .restrictions = restrictions,
    .kit = kit,
    .accept_substitutes = input->accept_substitutes,
    .ignore_caps = TRUE,
    .minutes = input->minutes,
  };

  return smr_plan_new (catalogue, NULL, &request);
}

static void
assert_plan (const Input *input, const char *items, const char *notices)
{
  g_autoptr (SmrPlan) plan = plan_for (input);
  g_autofree char *planned = describe_items (plan);
  g_autofree char *noticed = describe_notices (plan);

  g_assert_cmpstr (planned, ==, items);
  g_assert_cmpstr (noticed, ==, notices);
}

/* --- worked examples -------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  Input       input;
  const char *items;
  const char *notices;
} Example;

static const Example examples[] = {
  { "W1 the seed example",
    { "hip_flexors", .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_hip_flexor_roller each hip_flexors\n"
    "lengthen str_hip_flexor_half_kneeling each hip_flexors\n"
    "activate act_gluteus_maximus_bridge together gluteus_maximus<hip_flexors\n"
    "integrate int_sit_to_stand together gluteus_maximus\n",
    "" },
  { "W2 shared tool and antagonist",
    { "gastrocnemius, soleus", .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_calf_roller each gastrocnemius soleus\n"
    "lengthen str_gastrocnemius_wall each gastrocnemius\n"
    "lengthen str_soleus_wall each soleus\n"
    "activate act_tibialis_anterior_band each tibialis_anterior<gastrocnemius tibialis_anterior<soleus\n"
    "integrate int_single_leg_balance_reach each tibialis_anterior\n",
    "" },
  { "W3 a region never rolled",
    { "hip_flexors, erector_spinae, latissimus_dorsi", .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_hip_flexor_roller each hip_flexors\n"
    "inhibit smr_latissimus_roller each latissimus_dorsi\n"
    "lengthen str_hip_flexor_half_kneeling each hip_flexors\n"
    "lengthen str_erector_childs_pose together erector_spinae\n"
    "lengthen str_latissimus_bench together latissimus_dorsi\n"
    "activate act_gluteus_maximus_bridge together gluteus_maximus<hip_flexors\n"
    "activate act_transverse_draw_in together transverse_abdominis<erector_spinae\n"
    "activate act_lower_trapezius_prone_arm_lift together lower_trapezius<latissimus_dorsi\n"
    "integrate int_squat_row together gluteus_maximus lower_trapezius transverse_abdominis\n",
    "NOT_ROLLED erector_spinae both\n" },
  { "W4 conflict",
    { "adductors, piriformis", .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_piriformis_roller each piriformis\n"
    "inhibit smr_adductors_roller each adductors\n"
    "lengthen str_piriformis_figure_four each piriformis\n"
    "lengthen str_adductors_butterfly together adductors\n"
    "activate act_gluteus_medius_clam each gluteus_medius<adductors gluteus_medius<piriformis\n"
    "integrate int_lateral_band_walk together gluteus_medius\n",
    "" },
  { "W5 sides",
    { "piriformis:right, gastrocnemius:right, tfl:left", .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_calf_roller right gastrocnemius\n"
    "inhibit smr_piriformis_roller right piriformis\n"
    "inhibit smr_tfl_roller left tfl\n"
    "lengthen str_piriformis_figure_four right piriformis\n"
    "lengthen str_gastrocnemius_wall right gastrocnemius\n"
    "lengthen str_tfl_standing left tfl\n"
    "activate act_adductors_side_lying right adductors<piriformis\n"
    "activate act_gluteus_medius_clam left gluteus_medius<tfl\n"
    "activate act_tibialis_anterior_band right tibialis_anterior<gastrocnemius\n"
    "integrate int_single_leg_balance_reach each gluteus_medius tibialis_anterior\n",
    "" },
  { "W6 restriction and given underactive muscle",
    { "adductors, tfl, vastus_lateralis", "gluteus_maximus", "shoulder_impingement", .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_hip_flexor_ball_wall each tfl\n"
    "inhibit smr_thigh_stick each vastus_lateralis\n"
    "inhibit smr_adductors_stick each adductors\n"
    "lengthen str_quadriceps_side_lying each vastus_lateralis\n"
    "lengthen str_adductors_butterfly together adductors\n"
    "lengthen str_tfl_standing each tfl\n"
    "activate act_vastus_medialis_short_arc each vastus_medialis<vastus_lateralis\n"
    "activate act_gluteus_maximus_bridge together gluteus_maximus<adductors gluteus_maximus<tfl\n"
    "integrate int_sit_to_stand together gluteus_maximus vastus_medialis\n",
    "" },
};

static void
test_example (gconstpointer data)
{
  const Example *example = data;

  assert_plan (&example->input, example->items, example->notices);
}

/* The pairing table of the eleven seed names: first roll, first stretch, first partner, each alone on both sides. */
static void
test_seed_pairs (void)
{
  static const struct
  {
    const char *muscle, *roll, *stretch, *partner;
  } pairs[] = {
    { "gastrocnemius", "smr_calf_roller", "str_gastrocnemius_wall", "tibialis_anterior" },
    { "soleus", "smr_calf_roller", "str_soleus_wall", "tibialis_anterior" },
    { "latissimus_dorsi", "smr_latissimus_roller", "str_latissimus_bench", "lower_trapezius" },
    { "piriformis", "smr_piriformis_roller", "str_piriformis_figure_four", "adductors" },
    { "adductors", "smr_adductors_roller", "str_adductors_butterfly", "gluteus_medius" },
    { "quadriceps", "smr_quadriceps_roller", "str_quadriceps_side_lying", "gluteus_maximus" },
    { "hamstrings", "smr_hamstrings_roller", "str_hamstrings_strap_supine", "vastus_medialis" },
    { "hip_flexors", "smr_hip_flexor_roller", "str_hip_flexor_half_kneeling", "gluteus_maximus" },
    { "thoracic_spine", "smr_thoracic_roller", "str_thoracic_open_book", "serratus_anterior" },
    { "tfl", "smr_tfl_roller", "str_tfl_standing", "gluteus_medius" },
    { "it_band", "smr_tfl_roller", "str_tfl_standing", "gluteus_medius" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (SmrPlan) plan = plan_for (&(Input) { pairs[i].muscle, .accept_substitutes = TRUE, .level = SMR_LEVEL_INTERMEDIATE });
      const SmrItem *roll, *stretch, *activate;

      g_test_message ("%s", pairs[i].muscle);
      g_assert_cmpuint (plan->routine->items->len, >=, 3);
      roll = g_ptr_array_index (plan->routine->items, 0);
      stretch = g_ptr_array_index (plan->routine->items, 1);
      activate = g_ptr_array_index (plan->routine->items, 2);
      g_assert_cmpstr (roll->exercise, ==, pairs[i].roll);
      g_assert_cmpstr (stretch->exercise, ==, pairs[i].stretch);
      g_assert_cmpstr (((const SmrServed *) g_ptr_array_index (activate->served, 0))->muscle, ==, pairs[i].partner);
    }
}

/* --- single rules ----------------------------------------------------------------------------------------- */

static const Example rules[] = {
  { "R14 nothing picked gives nothing", { "" }, "", "" },
  { "R5 a substitute is only offered",
    { "it_band", .level = SMR_LEVEL_INTERMEDIATE },
    "activate act_gluteus_medius_clam each gluteus_medius<it_band\n"
    "integrate int_lateral_band_walk together gluteus_medius\n",
    "SUBSTITUTE it_band both tfl\nSUBSTITUTE it_band both tfl\n" },
  { "R5 a substitute is taken after a yes",
    { "it_band:left", .accept_substitutes = TRUE, .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_tfl_roller left tfl<it_band\n"
    "lengthen str_tfl_standing left tfl<it_band\n"
    "activate act_gluteus_medius_clam left gluteus_medius<it_band\n"
    "integrate int_lateral_band_walk together gluteus_medius\n",
    "SUBSTITUTE it_band left tfl\nSUBSTITUTE it_band left tfl\n" },
  { "R4 overactive wins over underactive",
    { "tfl:left", "tfl, gluteus_medius:right", .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_tfl_roller left tfl\n"
    "lengthen str_tfl_standing left tfl\n"
    "activate act_gluteus_medius_clam each gluteus_medius gluteus_medius<tfl\n"
    "integrate int_lateral_band_walk together gluteus_medius\n",
    "CONFLICT tfl left\nNO_EXERCISE tfl right\n" },
  { "R7 a given partner goes before a preferred one",
    { "hip_flexors", "transverse_abdominis", .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_hip_flexor_roller each hip_flexors\n"
    "lengthen str_hip_flexor_half_kneeling each hip_flexors\n"
    "activate act_transverse_draw_in together transverse_abdominis<hip_flexors\n"
    "integrate int_suitcase_carry each transverse_abdominis\n",
    "" },
  { "R7 a given partner covers its own side only",
    { "tfl", "gluteus_maximus:right", .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_tfl_roller each tfl\n"
    "lengthen str_tfl_standing each tfl\n"
    "activate act_gluteus_medius_clam left gluteus_medius<tfl\n"
    "activate act_gluteus_maximus_quadruped right gluteus_maximus<tfl\n"
    "integrate int_ball_wall_squat together gluteus_maximus gluteus_medius\n",
    "" },
  { "R8 no partner is free",
    { "gastrocnemius, tibialis_anterior", .level = SMR_LEVEL_INTERMEDIATE },
    "inhibit smr_calf_roller each gastrocnemius\n"
    "inhibit smr_tibialis_anterior_roller each tibialis_anterior\n"
    "lengthen str_tibialis_anterior_kneeling together tibialis_anterior\n"
    "lengthen str_gastrocnemius_wall each gastrocnemius\n",
    "NO_FREE_ANTAGONIST gastrocnemius both\nNO_FREE_ANTAGONIST tibialis_anterior both\nNO_INTEGRATION\n" },
  { "R6 a beginner gets no dense ball",
    { "rotator_cuff", .level = SMR_LEVEL_BEGINNER },
    "lengthen str_rotator_cuff_cross_body each rotator_cuff\n"
    "activate act_latissimus_band_pulldown together latissimus_dorsi<rotator_cuff\n",
    "NO_EXERCISE rotator_cuff both\nNO_INTEGRATION\n" },
  { "R6 the kit decides",
    { "gastrocnemius:left", .level = SMR_LEVEL_BEGINNER, .kit = "stick" },
    "inhibit smr_calf_stick left gastrocnemius\n"
    "lengthen str_gastrocnemius_wall left gastrocnemius\n"
    "activate act_tibialis_anterior_wall together tibialis_anterior<gastrocnemius\n"
    "integrate int_single_leg_balance_reach each tibialis_anterior\n",
    "" },
};

/* --- input order ------------------------------------------------------------------------------------------ */

static void
shuffle (GRand *random, GArray *array)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint j = g_rand_int_range (random, 0, i);
      SmrPick pick = g_array_index (array, SmrPick, i - 1);

      g_array_index (array, SmrPick, i - 1) = g_array_index (array, SmrPick, j);
      g_array_index (array, SmrPick, j) = pick;
    }
}

/* Every pick on each side by itself and once more as a whole. */
static void
repeat_picks (GArray *array)
{
  for (guint i = 0, n = array->len; i < n; i++)
    {
      SmrPick pick = g_array_index (array, SmrPick, i);

      g_array_append_val (array, pick);
      if (pick.side == SMR_SIDE_BOTH)
        {
          g_array_append_val (array, ((SmrPick) { pick.muscle, SMR_SIDE_LEFT }));
          g_array_append_val (array, ((SmrPick) { pick.muscle, SMR_SIDE_RIGHT }));
        }
    }
}

static void
test_order_of_input (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260322);

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (SmrPlan) expected = plan_for (&examples[i].input);
      g_autofree char *items = describe_items (expected);

      for (guint j = 0; j < 20; j++)
        {
          g_autoptr (GArray) overactive = picks (examples[i].input.overactive);
          g_autoptr (GArray) underactive = picks (examples[i].input.underactive != NULL ? examples[i].input.underactive : "");
          const char *restrictions[] = { examples[i].input.restriction, NULL };
          SmrPlanRequest request = { overactive, underactive, .level = SMR_LEVEL_INTERMEDIATE, .restrictions = restrictions, .ignore_caps = TRUE };
          g_autoptr (SmrPlan) plan = NULL;

          repeat_picks (overactive);
          repeat_picks (underactive);
          shuffle (random, overactive);
          shuffle (random, underactive);
          plan = smr_plan_new (catalogue, NULL, &request);
          g_assert_true (smr_routine_equal (plan->routine, expected->routine));
        }
    }
}

/* --- minutes ---------------------------------------------------------------------------------------------- */

static int
get_minutes (const SmrPlan *plan)
{
  SmrTotals totals;

  smr_routine_get_totals (plan->routine, &totals);
  return smr_seconds_to_minutes (totals.seconds);
}

static void
test_enough_minutes (void)
{
  g_autoptr (SmrPlan) whole = plan_for (&(Input) { "hip_flexors, latissimus_dorsi", .level = SMR_LEVEL_INTERMEDIATE });
  g_autoptr (SmrPlan) plan = plan_for (&(Input) { "hip_flexors, latissimus_dorsi", .level = SMR_LEVEL_INTERMEDIATE, .minutes = get_minutes (whole) });

  g_assert_cmpuint (plan->dropped->len, ==, 0);
  g_assert_cmpuint (plan->routine->items->len, ==, whole->routine->items->len);
}

/* One minute less each time: what goes, goes in the order that is promised, and what it says agrees with what it did. */
static void
test_fewer_minutes (void)
{
  g_autoptr (SmrPlan) whole = plan_for (&(Input) { "hip_flexors, latissimus_dorsi, piriformis:left", .level = SMR_LEVEL_INTERMEDIATE });
  guint n = whole->routine->items->len, dropped = 0;
  gboolean shortened = FALSE;

  for (int minutes = get_minutes (whole) - 1; minutes > 0; minutes--)
    {
      g_autoptr (SmrPlan) plan = plan_for (&(Input) { "hip_flexors, latissimus_dorsi, piriformis:left", .level = SMR_LEVEL_INTERMEDIATE, .minutes = minutes });
      g_autofree char *notices = describe_notices (plan);

      g_assert_cmpuint (plan->routine->items->len + plan->dropped->len, ==, n);
      g_assert_cmpuint (plan->dropped->len, >=, MAX (dropped, 1));
      g_assert_cmpint (((const SmrDropped *) g_ptr_array_index (plan->dropped, 0))->item->phase, ==, SMR_PHASE_INTEGRATE);
      if (plan->dropped->len > 1)
        g_assert_true (shortened);
      g_assert_true ((get_minutes (plan) <= minutes) == (strstr (notices, "OVER_BUDGET") == NULL));
      dropped = plan->dropped->len;
      shortened = strstr (notices, "SHORTENED") != NULL;
    }
  g_assert_true (shortened);
}

/* However short the time, one muscle keeps its roll, stretch and activation. */
static void
test_one_trio_stays (void)
{
  g_autoptr (SmrPlan) plan = plan_for (&(Input) { "hip_flexors, latissimus_dorsi, erector_spinae, gastrocnemius", .level = SMR_LEVEL_ADVANCED, .minutes = 1 });
  g_autofree char *items = describe_items (plan);
  g_autofree char *notices = describe_notices (plan);

  g_assert_cmpstr (items, ==,
                   "inhibit smr_calf_roller each gastrocnemius\n"
                   "lengthen str_gastrocnemius_wall each gastrocnemius\n"
                   "activate act_tibialis_anterior_band each tibialis_anterior<gastrocnemius\n");
  g_assert_cmpstr (notices, ==, "NOT_ROLLED erector_spinae both\nSHORTENED\nOVER_BUDGET\n");
}

static void
test_dropped_says_why (void)
{
  g_autoptr (SmrPlan) plan = plan_for (&(Input) { "hip_flexors, latissimus_dorsi", .level = SMR_LEVEL_INTERMEDIATE, .minutes = 8 });

  g_assert_cmpuint (plan->dropped->len, >, 1);
  for (guint i = 0; i < plan->dropped->len; i++)
    {
      const SmrDropped *dropped = g_ptr_array_index (plan->dropped, i);
      g_autofree char *text = smr_message_format (dropped->text, "en");

      g_assert_nonnull (strstr (text, "8 minutes"));
      g_assert_cmpuint (dropped->item->served->len, >, 0);
    }
}

/* --- caps ------------------------------------------------------------------------------------------------- */

static void
test_caps (void)
{
  static const struct
  {
    const char *muscles;
    SmrLevel    level;
    int         count;
    gboolean    over;
  } cases[] = {
    { "hip_flexors, latissimus_dorsi, piriformis, tfl", SMR_LEVEL_BEGINNER, 4, FALSE },
    { "hip_flexors, latissimus_dorsi, piriformis, tfl, adductors", SMR_LEVEL_BEGINNER, 5, TRUE },
    { "hip_flexors, latissimus_dorsi, piriformis, tfl, adductors", SMR_LEVEL_INTERMEDIATE, 5, FALSE },
    { "hip_flexors, latissimus_dorsi, piriformis, tfl, adductors", SMR_LEVEL_ADVANCED, 5, FALSE },
    { "hip_flexors, latissimus_dorsi, piriformis, tfl, adductors, quadriceps", SMR_LEVEL_ADVANCED, 6, TRUE },
    /* two that one roller serves count once */
    { "gastrocnemius, soleus, hip_flexors, latissimus_dorsi, piriformis", SMR_LEVEL_BEGINNER, 4, FALSE },
    /* one that is not rolled counts */
    { "erector_spinae, hip_flexors, latissimus_dorsi, piriformis, tfl", SMR_LEVEL_BEGINNER, 5, TRUE },
    /* one side is as much a muscle as two */
    { "hip_flexors:left, latissimus_dorsi:left, piriformis:left, tfl:left, adductors:left", SMR_LEVEL_BEGINNER, 5, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) overactive = picks (cases[i].muscles);
      SmrPlanRequest request = { .overactive = overactive, .level = cases[i].level };
      g_autoptr (SmrPlan) plan = smr_plan_new (catalogue, NULL, &request);
      g_autofree char *notices = describe_notices (plan);

      g_test_message ("%s", cases[i].muscles);
      g_assert_cmpint (smr_routine_count_muscles (plan->routine, catalogue), ==, cases[i].count);
      g_assert_cmpint (plan->over_cap, ==, cases[i].over);
      g_assert_cmpint (strstr (notices, "OVER_CAP") != NULL, ==, cases[i].over);
      /* never cut */
      g_assert_cmpuint (plan->dropped->len, ==, 0);
    }
}

/* --- alternatives ----------------------------------------------------------------------------------------- */

static char *
describe_alternatives (const Input *input, guint index)
{
  g_autoptr (SmrPlan) plan = plan_for (input);
  const char *restrictions[] = { input->restriction, NULL };
  SmrPlanRequest request = { plan->routine->overactive, plan->routine->underactive, .level = input->level, .restrictions = restrictions };
  g_autoptr (GPtrArray) alternatives = smr_plan_get_alternatives (catalogue, NULL, &request, g_ptr_array_index (plan->routine->items, index));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < alternatives->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((const SmrExercise *) g_ptr_array_index (alternatives, i))->id);
  return g_string_free (text, FALSE);
}

static void
test_alternatives (void)
{
  static const struct
  {
    Input       input;
    guint       item;
    const char *expected;
  } cases[] = {
    { { "hip_flexors", .level = SMR_LEVEL_INTERMEDIATE }, 0, "smr_hip_flexor_ball_wall" },
    /* a beginner has no ball for it */
    { { "hip_flexors", .level = SMR_LEVEL_BEGINNER }, 0, "" },
    /* both muscles stay served */
    { { "gastrocnemius, soleus", .level = SMR_LEVEL_INTERMEDIATE }, 0, "smr_calf_stick smr_calf_hands" },
    { { "hip_flexors", .level = SMR_LEVEL_INTERMEDIATE }, 1, "str_hip_flexor_standing str_tfl_half_kneeling" },
    { { "hip_flexors", NULL, "balance_impairment", .level = SMR_LEVEL_INTERMEDIATE }, 1, "str_tfl_half_kneeling" },
    /* the single-leg bridge works the side of the hip, which is overactive */
    { { "hip_flexors, hamstrings, gluteus_medius", .level = SMR_LEVEL_INTERMEDIATE }, 7, "act_gluteus_maximus_quadruped act_gluteus_maximus_standing act_bird_dog" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe_alternatives (&cases[i].input, cases[i].item);

      g_test_message ("case %u", i);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* --- reasons and codes ------------------------------------------------------------------------------------ */

static void
test_reasons (void)
{
  static const struct
  {
    Input       input;
    guint       item;
    const char *expected;
  } cases[] = {
    { { "gastrocnemius, soleus", .level = SMR_LEVEL_INTERMEDIATE }, 0,
      "Rolled because picked as overactive: Calves (gastrocnemius), Lower calf (soleus)." },
    { { "it_band", .accept_substitutes = TRUE, .level = SMR_LEVEL_INTERMEDIATE }, 1,
      "Stretched: TFL (front-outer hip), also in place of IT band." },
    { { "tfl", .level = SMR_LEVEL_INTERMEDIATE }, 2,
      "Activated: Side of hip (gluteus medius), the partner of TFL (front-outer hip)." },
    { { "adductors, piriformis", .level = SMR_LEVEL_INTERMEDIATE }, 4,
      "Activated: Side of hip (gluteus medius), the partner of Inner thigh (adductors), Piriformis (deep hip rotator); "
      "passed over: Inner thigh (adductors) (overactive as well)." },
    { { "", "gluteus_medius", .level = SMR_LEVEL_INTERMEDIATE }, 0,
      "Activated because picked as underactive: Side of hip (gluteus medius)." },
    { { "", "gluteus_medius", .level = SMR_LEVEL_INTERMEDIATE }, 1,
      "One movement that uses what was activated: Side of hip (gluteus medius)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrPlan) plan = plan_for (&cases[i].input);
      g_autofree char *reason = smr_item_dup_reason (g_ptr_array_index (plan->routine->items, cases[i].item), catalogue, "en");

      g_assert_cmpstr (reason, ==, cases[i].expected);
    }
}

/* A file may hold what no planner wrote. */
static void
test_reason_of_strange_item (void)
{
  g_autoptr (SmrItem) item = smr_item_new (SMR_PHASE_ACTIVATE, "act_gluteus_medius_clam");
  g_autofree char *reason = NULL;

  smr_item_add_served (item, "gluteus_medius", "tfl", SMR_SIDE_BOTH, "wing:overactive tfl:bored adductors :: ");
  reason = smr_item_dup_reason (item, catalogue, "en");
  g_assert_cmpstr (reason, ==, "Activated: Side of hip (gluteus medius), the partner of TFL (front-outer hip).");
}

static void
test_plan_code (void)
{
  g_autoptr (SmrPlan) plan = plan_for (&examples[0].input);
  g_autoptr (SmrPlan) again = plan_for (&examples[0].input);
  g_autoptr (SmrRoutine) titled = smr_routine_with_title (plan->routine, "Mornings");
  g_autoptr (SmrRoutine) noted = smr_routine_with_note (plan->routine, 0, "slowly");
  SmrDose dose = ((const SmrItem *) g_ptr_array_index (plan->routine->items, 0))->dose;
  g_autoptr (SmrRoutine) dosed = NULL;
  g_autofree char *code = smr_routine_dup_plan_code (plan->routine, catalogue);
  g_autofree char *again_code = smr_routine_dup_plan_code (again->routine, catalogue);
  g_autofree char *titled_code = smr_routine_dup_plan_code (titled, catalogue);
  g_autofree char *noted_code = smr_routine_dup_plan_code (noted, catalogue);
  g_autofree char *dosed_code = NULL;

  dose.hold_seconds--;
  dosed = smr_routine_with_dose (plan->routine, 0, &dose);
  dosed_code = smr_routine_dup_plan_code (dosed, catalogue);

  g_assert_true (g_regex_match_simple ("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", code, 0, 0));
  g_assert_cmpstr (again_code, ==, code);
  g_assert_cmpstr (titled_code, ==, code);
  g_assert_cmpstr (noted_code, !=, code);
  g_assert_cmpstr (dosed_code, !=, code);
}

/* --- main ------------------------------------------------------------------------------------------------- */

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *path = g_strconcat ("/planner/examples/", examples[i].name, NULL);

      g_test_add_data_func (path, &examples[i], test_example);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strconcat ("/planner/rules/", rules[i].name, NULL);

      g_test_add_data_func (path, &rules[i], test_example);
    }
  g_test_add_func ("/planner/the seed names pair as written", test_seed_pairs);
  g_test_add_func ("/planner/input order and repeats leave no trace", test_order_of_input);
  g_test_add_func ("/planner/minutes/what fits is left alone", test_enough_minutes);
  g_test_add_func ("/planner/minutes/less time drops in the order promised", test_fewer_minutes);
  g_test_add_func ("/planner/minutes/one trio always stays", test_one_trio_stays);
  g_test_add_func ("/planner/minutes/what was dropped says why", test_dropped_says_why);
  g_test_add_func ("/planner/caps are said and never cut", test_caps);
  g_test_add_func ("/planner/alternatives are permitted and best first", test_alternatives);
  g_test_add_func ("/planner/reasons name the chain", test_reasons);
  g_test_add_func ("/planner/reasons survive strange items", test_reason_of_strange_item);
  g_test_add_func ("/planner/the code stands for what is prescribed", test_plan_code);
  return g_test_run ();
}
