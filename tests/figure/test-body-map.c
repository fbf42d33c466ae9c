#include <math.h>

#include "smr-body-painting.h"
#include "smr-catalogue-reader.h"

static const SmrBodyView views[] = { SMR_BODY_VIEW_FRONT, SMR_BODY_VIEW_BACK };

static const SmrBodyShape *
find_largest (GPtrArray *shapes)
{
  const SmrBodyShape *largest = NULL;

  for (guint i = 0; i < shapes->len; i++)
    {
      const SmrBodyShape *shape = g_ptr_array_index (shapes, i);

      if (largest == NULL || smr_body_outline_get_area (shape->outline) > smr_body_outline_get_area (largest->outline))
        largest = shape;
    }
  return largest;
}

/* --- outlines --------------------------------------------------------------------------------------------- */

static void
test_outlines_are_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrBodyOutline) square = smr_body_outline_new_parse ("M 0,0 C 3,0 7,0 10,0 C 10,3 10,7 10,10 C 7,10 3,10 0,10 C 0,7 0,3 0,0 Z", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (square->n_curves, ==, 4);
  g_assert_cmpfloat_with_epsilon (smr_body_outline_get_area (square), 100, 0.001);
  g_assert_cmpfloat_with_epsilon (smr_body_outline_get_middle (square).x, 5, 0.001);
  g_assert_cmpfloat_with_epsilon (smr_body_outline_get_middle (square).y, 5, 0.001);
  g_assert_cmpfloat_with_epsilon (smr_body_outline_get_distance (square, 5, 2), 2, 0.001);
  g_assert_cmpfloat_with_epsilon (smr_body_outline_get_distance (square, 13, 14), 5, 0.001);
  g_assert_true (smr_body_outline_contains (square, 9, 9));
  g_assert_false (smr_body_outline_contains (square, 11, 9));
}

static void
test_bad_outlines_are_refused (void)
{
  static const char * const texts[] = {
    "", "M 0,0 Z", "M 0,0 C 1,1 2,2 3,3 Z", "M 0,0 C 1,1 2,2 0,0", "M 0,0 C 1,1 2,2 Z", "M 0,0 L 1,1 Z",
    "M 0,0 C 1,1 2,2 0,0 Z Z", "M 0,0 C 1,1 2,nan 0,0 Z", "M 0,0 C 1,1 2,inf 0,0 Z", "m 0,0 c 1,1 2,2 0,0 z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (smr_body_outline_new_parse (texts[i], &error));
      g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT);
    }
}

/* --- the chart -------------------------------------------------------------------------------------------- */

static void
test_sides_are_the_clients (void)
{
  g_assert_cmpint (smr_body_view_get_side (SMR_BODY_VIEW_FRONT, 10), ==, SMR_SIDE_LEFT);
  g_assert_cmpint (smr_body_view_get_side (SMR_BODY_VIEW_FRONT, -10), ==, SMR_SIDE_RIGHT);
  g_assert_cmpint (smr_body_view_get_side (SMR_BODY_VIEW_BACK, 10), ==, SMR_SIDE_RIGHT);
  g_assert_cmpint (smr_body_view_get_side (SMR_BODY_VIEW_BACK, -10), ==, SMR_SIDE_LEFT);
  g_assert_true (smr_body_view_is_mirrored (SMR_BODY_VIEW_FRONT, SMR_SIDE_RIGHT));
  g_assert_false (smr_body_view_is_mirrored (SMR_BODY_VIEW_BACK, SMR_SIDE_RIGHT));
}

static void
test_every_muscle_is_hit_at_its_middle (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  SmrBodyChart *chart = smr_catalogue_get_body_chart (catalogue);
  guint hits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GPtrArray *shapes = smr_body_chart_get_figure (chart, views[i])->shapes;

      for (guint j = 0; j < shapes->len; j++)
        {
          const SmrBodyShape *shape = g_ptr_array_index (shapes, j);
          SmrBodyPoint middle = smr_body_outline_get_middle (shape->outline);
          SmrSide side = SMR_SIDE_NONE;

          if (shape->muscle == NULL)
            {
              g_assert_null (smr_body_chart_find (chart, views[i], middle.x, middle.y, NULL));
              continue;
            }
          g_assert_cmpstr (smr_body_chart_find (chart, views[i], middle.x, middle.y, &side), ==, shape->muscle);
          g_assert_cmpint (side, ==, views[i] == SMR_BODY_VIEW_FRONT ? SMR_SIDE_LEFT : SMR_SIDE_RIGHT);
          g_assert_cmpstr (smr_body_chart_find (chart, views[i], -middle.x, middle.y, &side), ==, shape->muscle);
          g_assert_cmpint (side, ==, views[i] == SMR_BODY_VIEW_FRONT ? SMR_SIDE_RIGHT : SMR_SIDE_LEFT);
          hits++;
        }
      g_assert_null (smr_body_chart_find (chart, views[i], 175, 20, NULL));
    }
  g_assert_cmpuint (hits, >, 40);
}

/* Deep muscles have a region and no shape, all others the other way round. */
static void
test_every_muscle_is_on_the_map_once (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  SmrBodyChart *chart = smr_catalogue_get_body_chart (catalogue);
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);
      g_autoptr (GPtrArray) front = smr_body_figure_collect (&chart->front, muscle->id);
      g_autoptr (GPtrArray) back = smr_body_figure_collect (&chart->back, muscle->id);

      g_assert_cmpuint (front->len + back->len, >, 0);
      if (smr_body_chart_is_deep (chart, muscle->id))
        {
          g_assert_cmpuint (front->len, <=, 1);
          g_assert_cmpuint (back->len, <=, 1);
        }
    }
  g_assert_true (smr_body_chart_is_deep (chart, "piriformis"));
  g_assert_false (smr_body_chart_is_deep (chart, "gastrocnemius"));
}

static void
test_the_drawing_holds_together (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  smr_body_chart_check (smr_catalogue_get_body_chart (catalogue), 0.4, faults);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

static SmrBodyChart *
make_chart (const char *shape)
{
  SmrBodyChart *chart = smr_body_chart_new (100, 100);
  SmrBodyFigure *figures[] = { &chart->front, &chart->back };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    figures[i]->silhouette = smr_body_outline_new_parse ("M 0,50 C 20,50 30,50 50,50 C 50,30 50,20 50,0 C 30,0 20,0 0,0 C 0,20 0,30 0,50 Z", NULL);
  g_ptr_array_add (chart->front.shapes, smr_body_shape_new_take ("still", smr_body_outline_new_parse ("M 10,10 C 12,10 18,10 20,10 C 20,12 20,18 20,20 C 18,20 12,20 10,20 C 10,18 10,12 10,10 Z", NULL)));
  g_ptr_array_add (chart->front.shapes, smr_body_shape_new_take ("moved", smr_body_outline_new_parse (shape, NULL)));
  return chart;
}

static void
test_faults_of_a_drawing_are_found (void)
{
  static const struct
  {
    const char *shape;
    const char *fault;
  } cases[] = {
    { "M 21,10 C 24,10 28,10 30,10 C 30,12 30,18 30,20 C 28,20 24,20 21,20 C 21,18 21,12 21,10 Z", NULL },
    { "M 17,12 C 24,12 28,12 30,12 C 30,14 30,16 30,18 C 28,18 24,18 17,18 C 17,16 17,14 17,12 Z", "front: moved lies over still at *" },
    { "M 41,10 C 44,10 58,10 60,10 C 60,12 60,18 60,20 C 58,20 44,20 41,20 C 41,18 41,12 41,10 Z", "front: moved leaves the half figure at *" },
    { "M -5,30 C -4,30 8,30 10,30 C 10,32 10,38 10,40 C 8,40 -4,40 -5,40 C -5,38 -5,32 -5,30 Z", "front: moved leaves the half figure at *" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrBodyChart) chart = make_chart (cases[i].shape);
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

      smr_body_chart_check (chart, 0.4, faults);
      g_assert_cmpuint (faults->len, ==, cases[i].fault != NULL ? 1 : 0);
      if (cases[i].fault != NULL)
        g_assert_true (g_pattern_match_simple (cases[i].fault, g_ptr_array_index (faults, 0)));
    }
}

/* --- pixels ----------------------------------------------------------------------------------------------- */

/* As small as on a phone. */
#define SCALE 0.5

static cairo_surface_t *
paint (SmrCatalogue *catalogue, SmrBodyView view, SmrBodyMarkFunc get_mark, gpointer user_data, const SmrBodyColors *colors)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, ceil (360 * SCALE), ceil (752 * SCALE));
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, 180 * SCALE, 0);
  cairo_scale (cr, SCALE, SCALE);
  smr_body_draw (cr, catalogue, view, get_mark, user_data, colors);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* 0 to 255, as a printer without colour would see it. */
static double
get_grey (cairo_surface_t *surface, int x, int y)
{
  const guint32 *row = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

  return 0.2126 * (row[x] >> 16 & 0xff) + 0.7152 * (row[x] >> 8 & 0xff) + 0.0722 * (row[x] & 0xff);
}

typedef struct
{
  const char *muscle;
  SmrSide     side;
  SmrBodyMark mark;
} OneMark;

static SmrBodyMark
get_one_mark (const SmrMuscle *muscle, SmrSide side, gpointer user_data)
{
  const OneMark *one = user_data;

  return g_str_equal (muscle->id, one->muscle) && side == one->side ? one->mark : SMR_BODY_MARK_REST;
}

static double
compare_in_grey (SmrCatalogue *catalogue, SmrBodyView view, const SmrBodyShape *shape, SmrBodyMark first, SmrBodyMark second, const SmrBodyColors *colors)
{
  SmrSide side = smr_catalogue_find_muscle (catalogue, shape->muscle)->paired ? smr_body_view_get_side (view, 1) : SMR_SIDE_MIDLINE;
  OneMark marks[] = { { shape->muscle, side, first }, { shape->muscle, side, second } };
  cairo_surface_t *surfaces[2];
  double difference = 0;
  guint n_pixels = 0;

  for (int i = 0; i < 2; i++)
    surfaces[i] = paint (catalogue, view, get_one_mark, &marks[i], colors);
  for (int y = shape->outline->least.y * SCALE; y < shape->outline->most.y * SCALE; y++)
    {
      for (int x = shape->outline->least.x * SCALE; x < shape->outline->most.x * SCALE; x++)
        {
          if (!smr_body_outline_contains (shape->outline, (x + 0.5) / SCALE, (y + 0.5) / SCALE))
            continue;
          difference += fabs (get_grey (surfaces[0], x + 180 * SCALE, y) - get_grey (surfaces[1], x + 180 * SCALE, y));
          n_pixels++;
        }
    }
  for (int i = 0; i < 2; i++)
    cairo_surface_destroy (surfaces[i]);
  return difference / n_pixels;
}

/* Without colour, too: the mean pixel of a marked muscle differs by at least 15 of 255 steps of grey from any other mark. */
static void
test_marks_differ_in_grey (void)
{
  static const char * const muscles[] = { "quadriceps", "pectoralis_major", "gastrocnemius", "latissimus_dorsi", "abdominals" };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();

  for (SmrBodyScheme scheme = SMR_BODY_SCHEME_LIGHT; scheme <= SMR_BODY_SCHEME_PAPER; scheme++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (muscles); i++)
        {
          SmrBodyView view = smr_catalogue_find_muscle (catalogue, muscles[i])->view;
          g_autoptr (GPtrArray) shapes = smr_body_figure_collect (smr_body_chart_get_figure (smr_catalogue_get_body_chart (catalogue), view), muscles[i]);
          const SmrBodyShape *shape = find_largest (shapes);

          for (SmrBodyMark first = 0; first < SMR_N_BODY_MARKS; first++)
            {
              for (SmrBodyMark second = first + 1; second < SMR_N_BODY_MARKS; second++)
                {
                  double difference = compare_in_grey (catalogue, view, shape, first, second, smr_body_colors_get (scheme));

                  g_test_message ("scheme %d, %s, marks %d and %d: %.1f", scheme, muscles[i], first, second, difference);
                  g_assert_cmpfloat (difference, >=, 15);
                }
            }
        }
    }
}

static SmrBodyMark
get_no_mark (const SmrMuscle *muscle, SmrSide side, gpointer user_data)
{
  return SMR_BODY_MARK_REST;
}

static void
test_halves_mirror_each_other (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      cairo_surface_t *surface = paint (catalogue, views[i], get_no_mark, NULL, smr_body_colors_get (SMR_BODY_SCHEME_PAPER));
      int middle = 180 * SCALE;

      for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
        {
          for (int x = 0; x < middle; x++)
            g_assert_cmpfloat_with_epsilon (get_grey (surface, middle + x, y), get_grey (surface, middle - 1 - x, y), 24);
        }
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body-map/outlines-are-read", test_outlines_are_read);
  g_test_add_func ("/body-map/bad-outlines-are-refused", test_bad_outlines_are_refused);
  g_test_add_func ("/body-map/sides-are-the-clients", test_sides_are_the_clients);
  g_test_add_func ("/body-map/every-muscle-is-hit-at-its-middle", test_every_muscle_is_hit_at_its_middle);
  g_test_add_func ("/body-map/every-muscle-is-on-the-map-once", test_every_muscle_is_on_the_map_once);
  g_test_add_func ("/body-map/the-drawing-holds-together", test_the_drawing_holds_together);
  g_test_add_func ("/body-map/faults-of-a-drawing-are-found", test_faults_of_a_drawing_are_found);
  g_test_add_func ("/body-map/marks-differ-in-grey", test_marks_differ_in_grey);
  g_test_add_func ("/body-map/halves-mirror-each-other", test_halves_mirror_each_other);
  return g_test_run ();
}
