#include "smr-bench.h"
#include "smr-figure.h"

/* The pictures of all exercises, each as large as in a row of the designer. */

#define SIZE 72
#define REPETITIONS 20

gboolean
smr_bench_measure_figures (SmrBench *self, GError **error)
{
  g_autoptr (GArray) samples = smr_bench_samples_new ();
  GPtrArray *figures = smr_catalogue_get_figures (self->catalogue);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  guint n_bodies = 0;

  for (guint i = 0; i < figures->len; i++)
    n_bodies += ((const SmrFigure *) g_ptr_array_index (figures, i))->poses->len;
  for (int i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint j = 0; j < figures->len; j++)
        smr_figure_draw (cr, g_ptr_array_index (figures, j), SMR_ITEM_SIDE_LEFT, SMR_FIGURE_SCHEME_LIGHT, 0, 0, SIZE, SIZE);
      cairo_surface_flush (surface);
      smr_bench_samples_add (samples, smr_bench_since (start) / MAX (n_bodies, 1));
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SMR_BENCH_ERROR, 0, "the pictures were not drawn: %s", cairo_status_to_string (status));
      return FALSE;
    }
  smr_bench_add_figure (self, "mannequin", "a mannequin drawn with what belongs to it, mean of all pictures", "ms", 0.3, samples);
  return TRUE;
}
