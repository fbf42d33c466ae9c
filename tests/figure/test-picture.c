#include "smr-catalogue-reader.h"
#include "smr-figure.h"

#include <math.h>
#include <string.h>

/* Pictures as they come out: pixels. */

#define SIZE 260

static cairo_surface_t *
draw (const SmrFigure *figure, SmrItemSide side, SmrFigureScheme scheme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  smr_figure_draw (cr, figure, side, scheme, 0, 0, SIZE, SIZE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[x] & 0xffffff;
}

static double
get_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance: what is left on a printer without colour. */
static double
get_luminance (guint32 pixel)
{
  return 0.2126 * get_linear ((pixel >> 16 & 0xff) / 255.0) + 0.7152 * get_linear ((pixel >> 8 & 0xff) / 255.0) +
         0.0722 * get_linear ((pixel & 0xff) / 255.0);
}

/* The picture without its highlights is what they are compared with. */
static void
judge_contrast (const SmrFigure *figure, SmrFigureScheme scheme, GString *problems)
{
  SmrFigure bare = *figure;
  cairo_surface_t *with = draw (figure, SMR_ITEM_SIDE_TOGETHER, scheme);
  cairo_surface_t *without;
  double muscle = 0;
  double body = 0;
  guint n = 0;

  bare.highlights = g_array_new (FALSE, FALSE, sizeof (SmrHighlight));
  without = draw (&bare, SMR_ITEM_SIDE_TOGETHER, scheme);
  for (int y = 0; y < SIZE; y++)
    {
      for (int x = 0; x < SIZE; x++)
        {
          guint32 a = get_pixel (with, x, y);
          guint32 b = get_pixel (without, x, y);

          if (a == b)
            continue;
          muscle += get_luminance (a);
          body += get_luminance (b);
          n++;
        }
    }
  if (n < 40)
    g_string_append_printf (problems, "\n%s: %u pixels are highlighted", figure->exercise, n);
  else if ((body / n + 0.05) / (muscle / n + 0.05) < 3)
    g_string_append_printf (problems, "\n%s: a contrast of %.2f", figure->exercise, (body / n + 0.05) / (muscle / n + 0.05));
  g_array_unref (bare.highlights);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

static void
test_contrast (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (GString) problems = g_string_new (NULL);
  GPtrArray *figures = smr_catalogue_get_figures (catalogue);

  for (int scheme = 0; scheme < SMR_N_FIGURE_SCHEMES; scheme++)
    {
      for (guint i = 0; i < figures->len; i++)
        judge_contrast (g_ptr_array_index (figures, i), scheme, problems);
    }
  g_assert_cmpstr (problems->str, ==, "");
}

static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b, gboolean mirrored)
{
  guint n = 0;

  for (int y = 0; y < SIZE; y++)
    {
      for (int x = 0; x < SIZE; x++)
        n += fabs (get_luminance (get_pixel (a, x, y)) - get_luminance (get_pixel (b, mirrored ? SIZE - 1 - x : x, y))) > 0.2;
    }
  return n;
}

static void
test_mirrored (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  const char *drawn_right = "smr_calf_roller";
  const char *drawn_left = "act_gluteus_medius_clam";
  const SmrFigure *calf = smr_catalogue_find_figure (catalogue, drawn_right);
  const SmrFigure *clam = smr_catalogue_find_figure (catalogue, drawn_left);
  cairo_surface_t *right;
  cairo_surface_t *left;

  g_assert_false (smr_figure_is_mirrored (calf, SMR_ITEM_SIDE_RIGHT));
  g_assert_false (smr_figure_is_mirrored (calf, SMR_ITEM_SIDE_EACH));
  g_assert_true (smr_figure_is_mirrored (calf, SMR_ITEM_SIDE_LEFT));
  g_assert_true (smr_figure_is_mirrored (clam, SMR_ITEM_SIDE_RIGHT));
  g_assert_false (smr_figure_is_mirrored (clam, SMR_ITEM_SIDE_LEFT));

  right = draw (calf, SMR_ITEM_SIDE_RIGHT, SMR_FIGURE_SCHEME_PAPER);
  left = draw (calf, SMR_ITEM_SIDE_LEFT, SMR_FIGURE_SCHEME_PAPER);
  g_assert_cmpuint (count_differences (right, left, TRUE), <, 30);
  g_assert_cmpuint (count_differences (right, left, FALSE), >, 1000);
  cairo_surface_destroy (right);
  cairo_surface_destroy (left);
}

/* Nothing is drawn outside its rectangle. */
static void
test_inside (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (GString) problems = g_string_new (NULL);
  GPtrArray *figures = smr_catalogue_get_figures (catalogue);
  const cairo_rectangle_t page = { -100, -100, 300, 300 };

  for (guint i = 0; i < figures->len; i++)
    {
      const SmrFigure *figure = g_ptr_array_index (figures, i);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &page);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      smr_figure_draw (cr, figure, SMR_ITEM_SIDE_LEFT, SMR_FIGURE_SCHEME_PAPER, 0, 0, 100, 100);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      if (x < -2 || y < -2 || x + width > 102 || y + height > 102)
        g_string_append_printf (problems, "\n%s: %.1f %.1f %.1f %.1f", figure->exercise, x, y, x + width, y + height);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpstr (problems->str, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/picture/muscles-stand-out-in-grey", test_contrast);
  g_test_add_func ("/figure/picture/left-is-the-mirror-image", test_mirrored);
  g_test_add_func ("/figure/picture/stays-in-its-rectangle", test_inside);

  return g_test_run ();
}
