#include "smr-catalogue-reader.h"
#include "smr-planner.h"
#include "smr-timing.h"

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

/* --- main ------------------------------------------------------------------------------------------------- */

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "..", "data", "catalogue", NULL);
  catalogue = smr_catalogue_load_folder (folder, &error);
  g_assert_no_error (error);

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
  return g_test_run ();
}
