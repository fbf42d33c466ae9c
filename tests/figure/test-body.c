#include "smr-catalogue-reader.h"
#include "smr-figure-body.h"
#include "smr-figure-painter.h"

/* Bodies in figures are where they were meant to be: joints by hand calculation, contacts on their surface, nothing below
 * the floor. */

#define TOLERANCE 0.0225        /* of what touches something, in body heights: 0.02, and two of the rounding */

static const SmrPose *
find_pose (SmrCatalogue *catalogue, const char *exercise, SmrFrameTime time, SmrViewpoint *viewpoint)
{
  const SmrFigure *figure = smr_catalogue_find_figure (catalogue, exercise);

  g_assert_nonnull (figure);
  *viewpoint = figure->viewpoint;
  for (guint i = 0; i < figure->poses->len; i++)
    {
      const SmrPose *pose = g_ptr_array_index (figure->poses, i);

      if (pose->time == time)
        return pose;
    }
  g_error ("%s has no such frame", exercise);
}

/* --- places ----------------------------------------------------------------------------------------------- */

static const struct
{
  const char  *exercise;
  SmrFrameTime time;
  SmrPoint     head;
  SmrBodySide  side;
  SmrPoint     ankle;
} expected[] = {
  { "smr_plantar_fascia_ball", SMR_FRAME_HOLD, { 0.02, 0.93 }, SMR_BODY_RIGHT, { 0.13, 0.08 } },
  { "smr_calf_roller", SMR_FRAME_HOLD, { -0.22, 0.47 }, SMR_BODY_RIGHT, { 0.49, 0.10 } },
  { "smr_quadriceps_roller", SMR_FRAME_HOLD, { 0.37, 0.28 }, SMR_BODY_RIGHT, { -0.49, 0.11 } },
  { "smr_hamstrings_roller", SMR_FRAME_HOLD, { -0.22, 0.47 }, SMR_BODY_RIGHT, { 0.49, 0.09 } },
  { "smr_hip_flexor_roller", SMR_FRAME_HOLD, { 0.37, 0.28 }, SMR_BODY_RIGHT, { -0.49, 0.10 } },
  { "smr_piriformis_roller", SMR_FRAME_HOLD, { -0.23, 0.48 }, SMR_BODY_RIGHT, { 0.21, 0.28 } },
  { "smr_thoracic_roller", SMR_FRAME_HOLD, { -0.39, 0.21 }, SMR_BODY_RIGHT, { 0.29, 0.04 } },
  { "smr_pectoralis_ball_wall", SMR_FRAME_HOLD, { 0.03, 0.93 }, SMR_BODY_RIGHT, { 0.00, 0.04 } },
  { "str_gastrocnemius_wall", SMR_FRAME_HOLD, { 0.10, 0.88 }, SMR_BODY_RIGHT, { -0.19, 0.04 } },
  { "str_soleus_wall", SMR_FRAME_HOLD, { 0.06, 0.88 }, SMR_BODY_RIGHT, { -0.13, 0.03 } },
  { "str_quadriceps_standing", SMR_FRAME_HOLD, { 0.02, 0.93 }, SMR_BODY_RIGHT, { -0.16, 0.49 } },
  { "str_hamstrings_strap_supine", SMR_FRAME_HOLD, { -0.40, 0.06 }, SMR_BODY_RIGHT, { 0.10, 0.54 } },
  { "str_hip_flexor_half_kneeling", SMR_FRAME_HOLD, { 0.00, 0.68 }, SMR_BODY_RIGHT, { -0.29, 0.05 } },
  { "str_piriformis_figure_four", SMR_FRAME_HOLD, { -0.40, 0.06 }, SMR_BODY_RIGHT, { -0.05, 0.30 } },
  { "str_erector_childs_pose", SMR_FRAME_HOLD, { 0.38, 0.08 }, SMR_BODY_RIGHT, { -0.03, 0.03 } },
  { "str_latissimus_bench", SMR_FRAME_HOLD, { 0.40, 0.31 }, SMR_BODY_RIGHT, { -0.23, 0.04 } },
  { "act_tibialis_anterior_band", SMR_FRAME_START, { 0.00, 0.70 }, SMR_BODY_RIGHT, { 0.42, 0.07 } },
  { "act_tibialis_anterior_band", SMR_FRAME_END, { 0.00, 0.70 }, SMR_BODY_RIGHT, { 0.42, 0.07 } },
  { "act_gluteus_maximus_bridge", SMR_FRAME_START, { -0.40, 0.06 }, SMR_BODY_RIGHT, { 0.23, 0.04 } },
  { "act_gluteus_maximus_bridge", SMR_FRAME_END, { -0.37, 0.06 }, SMR_BODY_RIGHT, { 0.25, 0.04 } },
  { "act_transverse_draw_in", SMR_FRAME_HOLD, { -0.40, 0.06 }, SMR_BODY_RIGHT, { 0.26, 0.04 } },
  { "act_dead_bug", SMR_FRAME_START, { -0.40, 0.06 }, SMR_BODY_RIGHT, { 0.24, 0.31 } },
  { "act_dead_bug", SMR_FRAME_END, { -0.40, 0.06 }, SMR_BODY_RIGHT, { 0.24, 0.31 } },
  { "act_bird_dog", SMR_FRAME_START, { 0.39, 0.39 }, SMR_BODY_RIGHT, { -0.25, 0.04 } },
  { "act_bird_dog", SMR_FRAME_END, { 0.39, 0.39 }, SMR_BODY_RIGHT, { -0.25, 0.04 } },
  { "act_lower_trapezius_prone_arm_lift", SMR_FRAME_START, { 0.40, 0.06 }, SMR_BODY_RIGHT, { -0.49, 0.04 } },
  { "act_lower_trapezius_prone_arm_lift", SMR_FRAME_END, { 0.40, 0.06 }, SMR_BODY_RIGHT, { -0.49, 0.04 } },
  { "act_serratus_wall_push_up_plus", SMR_FRAME_START, { 0.07, 0.92 }, SMR_BODY_RIGHT, { -0.10, 0.04 } },
  { "act_serratus_wall_push_up_plus", SMR_FRAME_END, { 0.12, 0.90 }, SMR_BODY_RIGHT, { -0.10, 0.04 } },
  { "act_neck_nod_supine", SMR_FRAME_START, { -0.40, 0.04 }, SMR_BODY_RIGHT, { 0.26, 0.04 } },
  { "act_neck_nod_supine", SMR_FRAME_END, { -0.40, 0.07 }, SMR_BODY_RIGHT, { 0.26, 0.04 } },
  { "int_ball_wall_squat", SMR_FRAME_END, { 0.03, 0.76 }, SMR_BODY_RIGHT, { 0.20, 0.04 } },
  { "int_squat_row", SMR_FRAME_START, { 0.18, 0.72 }, SMR_BODY_RIGHT, { 0.12, 0.04 } },
  { "int_squat_row", SMR_FRAME_END, { 0.00, 0.93 }, SMR_BODY_RIGHT, { 0.00, 0.04 } },
  { "int_step_up_balance", SMR_FRAME_START, { 0.06, 0.93 }, SMR_BODY_RIGHT, { 0.12, 0.16 } },
  { "int_step_up_balance", SMR_FRAME_END, { 0.01, 1.05 }, SMR_BODY_RIGHT, { 0.01, 0.16 } },
  { "smr_tfl_roller", SMR_FRAME_HOLD, { -0.38, 0.31 }, SMR_BODY_LEFT, { 0.14, 0.04 } },
  { "smr_latissimus_roller", SMR_FRAME_HOLD, { -0.38, 0.23 }, SMR_BODY_LEFT, { 0.14, 0.05 } },
  { "act_gluteus_medius_side_lying", SMR_FRAME_START, { -0.40, 0.14 }, SMR_BODY_LEFT, { 0.49, 0.06 } },
  { "act_gluteus_medius_side_lying", SMR_FRAME_END, { -0.40, 0.14 }, SMR_BODY_LEFT, { 0.46, 0.33 } },
  { "act_gluteus_medius_clam", SMR_FRAME_START, { -0.40, 0.14 }, SMR_BODY_LEFT, { 0.23, 0.12 } },
  { "act_gluteus_medius_clam", SMR_FRAME_END, { -0.40, 0.14 }, SMR_BODY_LEFT, { 0.23, 0.10 } },
  { "str_pectoralis_doorway", SMR_FRAME_HOLD, { 0.00, 0.93 }, SMR_BODY_LEFT, { 0.08, 0.04 } },
  { "str_upper_trapezius_seated", SMR_FRAME_HOLD, { 0.07, 0.71 }, SMR_BODY_LEFT, { 0.06, 0.04 } },
  { "int_lateral_band_walk", SMR_FRAME_START, { 0.00, 0.88 }, SMR_BODY_LEFT, { 0.16, 0.04 } },
};

/* The figures were calculated to two places. */
static void
assert_near (const char *exercise, const char *part, SmrPoint point, SmrPoint wanted)
{
  if (ABS (point.x - wanted.x) > 0.0101 || ABS (point.y - wanted.y) > 0.0101)
    g_error ("%s: the %s is at (%.3f, %.3f), not at (%.2f, %.2f)", exercise, part, point.x, point.y, wanted.x, wanted.y);
}

static void
test_places (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      SmrViewpoint viewpoint;
      const SmrPose *pose = find_pose (catalogue, expected[i].exercise, expected[i].time, &viewpoint);
      SmrBodyPlaces body;

      smr_body_places_init (&body, pose, viewpoint);
      assert_near (expected[i].exercise, "head", body.head, expected[i].head);
      assert_near (expected[i].exercise, "ankle", body.legs[expected[i].side].end, expected[i].ankle);
    }
}

static void
test_from_above (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  const char *exercise = "smr_adductors_roller";
  SmrViewpoint viewpoint;
  const SmrPose *pose = find_pose (catalogue, exercise, SMR_FRAME_HOLD, &viewpoint);
  SmrBodyPlaces body;

  smr_body_places_init (&body, pose, viewpoint);
  assert_near (exercise, "head", body.head, (SmrPoint) { 0, 0.40 });
  assert_near (exercise, "right shoulder", body.arms[SMR_BODY_RIGHT].root, (SmrPoint) { 0.11, 0.288 });
  assert_near (exercise, "left wrist", body.arms[SMR_BODY_LEFT].end, (SmrPoint) { -0.11, 0.434 });
  assert_near (exercise, "right knee", body.legs[SMR_BODY_RIGHT].middle, (SmrPoint) { 0.28, -0.08 });
  assert_near (exercise, "right ankle", body.legs[SMR_BODY_RIGHT].end, (SmrPoint) { 0.28, -0.33 });
  assert_near (exercise, "left ankle", body.legs[SMR_BODY_LEFT].end, (SmrPoint) { -0.09, -0.489 });
}

/* --- all figures ------------------------------------------------------------------------------------------ */

static void
test_complete (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      if (smr_catalogue_find_figure (catalogue, exercise->id) == NULL)
        g_error ("%s has no picture", exercise->id);
    }
  g_assert_cmpuint (smr_catalogue_get_figures (catalogue)->len, ==, exercises->len);
}

/* What is wrong, a line each, so that a run shows all of it. */
typedef struct
{
  const SmrFigure *figure;
  const SmrPose   *pose;
  SmrBodyPlaces    body;
  GString         *problems;
} Judging;

static void
judge_all (void (*judge) (Judging *judging))
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (GString) problems = g_string_new (NULL);
  GPtrArray *figures = smr_catalogue_get_figures (catalogue);

  for (guint i = 0; i < figures->len; i++)
    {
      const SmrFigure *figure = g_ptr_array_index (figures, i);

      for (guint j = 0; j < figure->poses->len; j++)
        {
          Judging judging = { figure, g_ptr_array_index (figure->poses, j), { 0 }, problems };

          smr_body_places_init (&judging.body, judging.pose, figure->viewpoint);
          judge (&judging);
        }
    }
  g_assert_cmpstr (problems->str, ==, "");
}

G_GNUC_PRINTF (2, 3)
static void
report (Judging *judging, const char *format, ...)
{
  static const char * const times[] = { "hold", "start", "end" };
  va_list arguments;

  g_string_append_printf (judging->problems, "\n%s, %s: ", judging->figure->exercise, times[judging->pose->time]);
  va_start (arguments, format);
  g_string_append_vprintf (judging->problems, format, arguments);
  va_end (arguments);
}

/* How far a part is from the nearest of the props that it is said to touch. */
static double
get_gap (const Judging *judging, const SmrContact *contact)
{
  SmrPoint point = smr_body_find (&judging->body, contact->part, contact->side, contact->along);
  double radius = smr_body_get_radius (judging->figure->viewpoint, contact->part);
  double nearest = contact->with == SMR_PROP_FLOOR ? point.y - radius : G_MAXDOUBLE;

  for (guint i = 0; i < judging->pose->props->len; i++)
    {
      const SmrProp *prop = &g_array_index (judging->pose->props, SmrProp, i);
      double gap;

      if (prop->kind != contact->with)
        continue;
      gap = smr_figure_prop_distance (&judging->body, prop, point) - radius;
      if (ABS (gap) < ABS (nearest))
        nearest = gap;
    }
  return nearest;
}

static void
judge_contacts (Judging *judging)
{
  for (guint i = 0; i < judging->pose->contacts->len; i++)
    {
      const SmrContact *contact = &g_array_index (judging->pose->contacts, SmrContact, i);
      double gap = get_gap (judging, contact);

      if (ABS (gap) > TOLERANCE)
        report (judging, "the %s%s is %.3f away from the %s",
                !smr_part_is_paired (contact->part) ? "" : contact->side == SMR_BODY_LEFT ? "left " : "right ",
                smr_part_to_string (contact->part), gap, smr_prop_kind_to_string (contact->with));
    }
}

static void
test_contacts (void)
{
  judge_all (judge_contacts);
}

static void
judge_depth (Judging *judging)
{
  for (int part = 0; part < SMR_N_PARTS; part++)
    {
      for (int side = 0; side < SMR_N_BODY_SIDES; side++)
        {
          SmrPoint point = smr_body_find (&judging->body, part, side, 0.5);
          double bottom = point.y - smr_body_get_radius (judging->figure->viewpoint, part);

          if (bottom < -TOLERANCE)
            report (judging, "the %s is %.3f below the floor", smr_part_to_string (part), -bottom);
          if (!smr_part_is_paired (part))
            break;
        }
    }
}

static void
judge_depth_on_floor (Judging *judging)
{
  if (judging->figure->floor)
    judge_depth (judging);
}

static void
test_floor (void)
{
  judge_all (judge_depth_on_floor);
}

/* What rolls lies on the floor or against a wall, and nobody floats: something stated bears the body. */
static void
judge_support (Judging *judging)
{
  gboolean has_wall = FALSE;

  for (guint i = 0; i < judging->pose->props->len; i++)
    has_wall |= g_array_index (judging->pose->props, SmrProp, i).kind == SMR_PROP_WALL;
  for (guint i = 0; judging->figure->floor && i < judging->pose->props->len; i++)
    {
      const SmrProp *prop = &g_array_index (judging->pose->props, SmrProp, i);
      SmrPoint at = smr_figure_find_prop (&judging->body, prop);

      if (prop->kind == SMR_PROP_ROLLER && !has_wall && ABS (at.y - prop->size / 2) > TOLERANCE)
        report (judging, "the roller is %.3f above the floor", at.y - prop->size / 2);
    }
  if (judging->figure->floor && judging->pose->contacts->len == 0)
    report (judging, "nothing bears the body");
}

static void
test_support (void)
{
  judge_all (judge_support);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/body/joints-are-where-they-were-calculated", test_places);
  g_test_add_func ("/figure/body/from-above", test_from_above);
  g_test_add_func ("/figure/body/every-exercise-has-a-picture", test_complete);
  g_test_add_func ("/figure/body/contacts-lie-on-their-surface", test_contacts);
  g_test_add_func ("/figure/body/nothing-is-sunk-in-the-floor", test_floor);
  g_test_add_func ("/figure/body/something-bears-the-body", test_support);

  return g_test_run ();
}
