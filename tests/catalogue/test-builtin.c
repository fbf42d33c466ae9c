#include "smr-catalogue-reader.h"

#include <gio/gio.h>

/* The catalogue itself: what the program carries is what data/catalogue says, and nothing in it is left over. */

static SmrCatalogue *
load_source (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "catalogue", NULL);
  g_autoptr (GError) error = NULL;
  SmrCatalogue *catalogue = smr_catalogue_load_folder (folder, &error);

  g_assert_no_error (error);
  return catalogue;
}

static guint
count_health_rows (SmrCatalogue *catalogue)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  guint n = 0;

  for (guint i = 0; i < conditions->len; i++)
    n += ((const SmrCondition *) g_ptr_array_index (conditions, i))->kind == SMR_CONDITION_HEALTH;
  return n;
}

static void
test_size (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();

  g_assert_cmpuint (smr_catalogue_get_muscles (catalogue)->len, ==, 40);
  g_assert_cmpuint (smr_catalogue_get_exercises (catalogue)->len, >=, 143);
  g_assert_cmpuint (count_health_rows (catalogue), ==, 46);
  g_assert_cmpuint (smr_catalogue_get_sites (catalogue)->len, >=, 9);
  g_assert_cmpuint (smr_catalogue_get_never_rolled (catalogue)->len, >=, 9);
}

/* All signs are there; of an uneven shift the muscles of either side. */
static void
test_assessments (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  GPtrArray *parts = smr_catalogue_get_assessment_parts (catalogue);
  const SmrObservation *shift = smr_catalogue_find_observation (catalogue, "ohs_weight_shift");
  guint n = 0, n_other = 0;

  g_assert_cmpuint (parts->len, ==, 5);
  for (guint i = 0; i < parts->len; i++)
    n += ((const SmrAssessmentPart *) g_ptr_array_index (parts, i))->observations->len;
  g_assert_cmpuint (n, ==, 39);
  g_assert_cmpint (shift->sides, ==, SMR_OBSERVED_ONE_SIDE);
  g_assert_cmpint (shift->views, ==, SMR_VIEW_BACK);
  for (guint i = 0; i < shift->muscles->len; i++)
    n_other += g_array_index (shift->muscles, SmrObservationMuscle, i).other_side;
  g_assert_cmpuint (n_other, ==, 7);
  g_assert_nonnull (smr_catalogue_find_movement (catalogue, "ankle_dorsiflexion"));
  g_assert_null (smr_catalogue_find_movement (catalogue, "jumping"));
}

static void
assert_same_texts (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpstr (smr_text_get (g_ptr_array_index (a, i), NULL), ==, smr_text_get (g_ptr_array_index (b, i), NULL));
}

static void
test_every_file_is_built_in (void)
{
  g_autoptr (SmrCatalogue) builtin = smr_catalogue_load_builtin ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "catalogue", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *resource = g_strconcat ("/org/example/SmrCoach/catalogue/", name, NULL);

      if (g_str_has_suffix (name, ".xml") && !g_resources_get_info (resource, 0, NULL, NULL, NULL))
        g_test_fail_printf ("data/catalogue/meson.build does not name %s", name);
    }
}

/* Merging translations drops elements silently when something is wrong with them. */
static void
test_nothing_was_lost (void)
{
  g_autoptr (SmrCatalogue) source = load_source ();
  g_autoptr (SmrCatalogue) builtin = smr_catalogue_load_builtin ();
  GPtrArray *(*getters[]) (SmrCatalogue *) = {
    smr_catalogue_get_tools, smr_catalogue_get_muscles, smr_catalogue_get_exercises, smr_catalogue_get_conditions,
    smr_catalogue_get_categories, smr_catalogue_get_restrictions, smr_catalogue_get_sites,
    smr_catalogue_get_never_rolled, smr_catalogue_get_word_lists, smr_catalogue_get_signs, smr_catalogue_get_sources,
  };
  GPtrArray *exercises = smr_catalogue_get_exercises (source);
  GPtrArray *muscles = smr_catalogue_get_muscles (source);

  g_assert_cmpint (smr_catalogue_get_version (source), ==, smr_catalogue_get_version (builtin));
  for (guint i = 0; i < G_N_ELEMENTS (getters); i++)
    g_assert_cmpuint (getters[i] (source)->len, ==, getters[i] (builtin)->len);
  g_assert_cmpuint (g_strv_length ((char **) smr_catalogue_get_ordinary_words (source)), ==,
                    g_strv_length ((char **) smr_catalogue_get_ordinary_words (builtin)));

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);
      const SmrExercise *merged = g_ptr_array_index (smr_catalogue_get_exercises (builtin), i);

      g_assert_true (exercise->id == merged->id);
      g_assert_cmpstr (smr_text_get (exercise->start, NULL), ==, smr_text_get (merged->start, NULL));
      assert_same_texts (exercise->steps, merged->steps);
    }
  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);
      const SmrMuscle *merged = g_ptr_array_index (smr_catalogue_get_muscles (builtin), i);

      assert_same_texts (muscle->synonyms, merged->synonyms);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *muscle;
  } names[] = {
    { "lats", "latissimus_dorsi" },
    { "Lats", "latissimus_dorsi" },
    { "calves", "gastrocnemius" },
    { "calf", "gastrocnemius" },
    { "lower calf", "soleus" },
    { "front of hip", "hip_flexors" },
    { "hip flexors", "hip_flexors" },
    { "quads", "quadriceps" },
    { "hamstrings", "hamstrings" },
    { "IT band", "it_band" },
    { "glutes", "gluteus_maximus" },
    { "upper back", "thoracic_spine" },
    { "inner thigh", "adductors" },
    { "pecs", "pectoralis_major" },
  };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const SmrMuscle *muscle = smr_catalogue_lookup_muscle (catalogue, names[i].name);

      if (muscle == NULL)
        g_test_fail_printf ("nothing is called \"%s\"", names[i].name);
      else
        g_assert_cmpstr (muscle->id, ==, names[i].muscle);
    }
  for (guint i = 0; i < smr_catalogue_get_muscles (catalogue)->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (smr_catalogue_get_muscles (catalogue), i);
      g_autofree char *spaced = g_strdelimit (g_strdup (muscle->id), "_", ' ');

      g_assert_true (smr_catalogue_lookup_muscle (catalogue, muscle->id) == muscle);
      g_assert_true (smr_catalogue_lookup_muscle (catalogue, spaced) == muscle);
    }
  g_assert_null (smr_catalogue_lookup_muscle (catalogue, "elbow"));
  g_assert_null (smr_catalogue_lookup_muscle (catalogue, ""));
}

/* --- everything is used ----------------------------------------------------------------------------------- */

static gboolean
some_exercise_targets (SmrCatalogue *catalogue, const char *muscle, SmrPhase phase)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      if (exercise->phase == phase && g_strv_contains (exercise->targets, muscle))
        return TRUE;
    }
  return FALSE;
}

static void
test_every_muscle_can_be_treated (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      g_test_message ("%s", muscle->id);
      if (muscle->roll != SMR_PERMISSION_NO)
        g_assert_true (some_exercise_targets (catalogue, muscle->id, SMR_PHASE_INHIBIT));
      if (muscle->stretch != SMR_PERMISSION_NO)
        g_assert_true (some_exercise_targets (catalogue, muscle->id, SMR_PHASE_LENGTHEN));
      if (muscle->role != SMR_ROLE_OVERACTIVE)
        g_assert_true (some_exercise_targets (catalogue, muscle->id, SMR_PHASE_ACTIVATE));
      if (muscle->role != SMR_ROLE_UNDERACTIVE)
        g_assert_nonnull (muscle->antagonists[0]);
    }
}

static gboolean
some_exercise_avoids (SmrCatalogue *catalogue, const char *id)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      if (g_strv_contains (exercise->avoid, id))
        return TRUE;
    }
  return FALSE;
}

static void
test_every_movement_row_matters (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  GPtrArray *restrictions = smr_catalogue_get_restrictions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      g_test_message ("%s", condition->id);
      if (condition->kind == SMR_CONDITION_MOVEMENT && condition->effects->len == 0)
        g_assert_true (some_exercise_avoids (catalogue, condition->id));
    }
  for (guint i = 0; i < restrictions->len; i++)
    {
      const SmrRestriction *restriction = g_ptr_array_index (restrictions, i);

      g_test_message ("%s", restriction->id);
      g_assert_true (some_exercise_avoids (catalogue, restriction->id));
    }
}

/* "Overhead" in the words for an arm; a band may be fixed overhead while the arms stay low. */
static gboolean
reaches_overhead (const SmrText *text)
{
  return g_regex_match_simple ("(?<!fixed )\\boverhead\\b", smr_text_get (text, NULL), G_REGEX_CASELESS, 0);
}

/* The row promises that overhead exercises are left out: what the words ask for counts, also as one choice of two. */
static void
test_overhead_is_left_out_with_shoulder_pain (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  guint found = 0;

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);
      gboolean overhead = reaches_overhead (exercise->start);

      for (guint j = 0; j < exercise->steps->len; j++)
        overhead |= reaches_overhead (g_ptr_array_index (exercise->steps, j));
      if (!overhead)
        continue;
      found++;
      g_test_message ("%s", exercise->id);
      g_assert_true (g_strv_contains (exercise->avoid, "shoulder_impingement"));
    }
  g_assert_cmpuint (found, >, 5);
}

static gboolean
site_excludes (SmrCatalogue *catalogue, const char *site, const char *muscle)
{
  return g_strv_contains (smr_catalogue_find_site (catalogue, site)->muscles, muscle);
}

static void
test_every_muscle_belongs_to_a_site (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  GPtrArray *sites = smr_catalogue_get_sites (catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);
      gboolean found = FALSE;

      for (guint j = 0; j < sites->len; j++)
        {
          const SmrSite *site = g_ptr_array_index (sites, j);

          found |= g_strv_contains (site->muscles, muscle->id);
        }
      g_test_message ("%s", muscle->id);
      g_assert_true (found);
    }
  g_assert_true (site_excludes (catalogue, "knee", "gastrocnemius"));
  g_assert_true (site_excludes (catalogue, "belly_low_back", "latissimus_dorsi"));
  g_assert_false (site_excludes (catalogue, "knee", "latissimus_dorsi"));
}

static void
test_dosage (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  const SmrDosageTable *table = smr_catalogue_get_dosage (catalogue);

  for (int i = 0; i < SMR_N_LEVELS; i++)
    {
      const SmrDosage *level = &table->levels[i];

      /* The gentle profile is gentler than every level in everything. */
      g_assert_cmpint (table->gentle.hold_seconds, <, level->hold_seconds);
      g_assert_cmpint (table->gentle.contact_seconds, <, level->contact_seconds);
      g_assert_cmpint (table->gentle.contact_cap_seconds, <, level->contact_cap_seconds);
      g_assert_cmpint (table->gentle.muscles_most, <=, level->muscles_default);
      g_assert_cmpint (table->gentle.stretch_hold_seconds, <, level->stretch_hold_seconds);
      g_assert_cmpint (table->gentle.activate_reps, <, level->activate_reps);
      g_assert_cmpint (table->gentle.roll_days_most, <=, level->roll_days_least);
      g_assert_cmpint (table->gentle.pain_most, <, level->pain_most);

      g_assert_cmpint (level->contact_seconds, <=, table->muscle_side_session_cap_seconds);
      g_assert_cmpint (level->hold_most_seconds, <=, table->spot_cap_seconds);
      g_assert_cmpint (level->stretch_reps * level->stretch_hold_seconds, <=, table->stretch_cap_seconds);
      g_assert_cmpint (level->contact_cap_seconds, <=, table->day_contact_cap_seconds);
      if (i > 0)
        {
          for (int j = 0; table->levels[i - 1].tools[j] != NULL; j++)
            g_assert_true (g_strv_contains (level->tools, table->levels[i - 1].tools[j]));
        }
    }
  for (int i = 0; table->gentle.tools[i] != NULL; i++)
    g_assert_true (g_strv_contains (table->levels[SMR_LEVEL_BEGINNER].tools, table->gentle.tools[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/builtin/is-whole", test_size);
  g_test_add_func ("/builtin/assessments", test_assessments);
  g_test_add_func ("/builtin/holds-every-file", test_every_file_is_built_in);
  g_test_add_func ("/builtin/is-the-source", test_nothing_was_lost);
  g_test_add_func ("/builtin/muscles-have-everyday-names", test_names);
  g_test_add_func ("/builtin/every-muscle-can-be-treated", test_every_muscle_can_be_treated);
  g_test_add_func ("/builtin/every-movement-row-matters", test_every_movement_row_matters);
  g_test_add_func ("/builtin/overhead-is-left-out-with-shoulder-pain", test_overhead_is_left_out_with_shoulder_pain);
  g_test_add_func ("/builtin/every-muscle-belongs-to-a-site", test_every_muscle_belongs_to_a_site);
  g_test_add_func ("/builtin/doses-make-sense", test_dosage);

  return g_test_run ();
}
