#include <adwaita.h>

#include "smr-bench.h"
#include "smr-body-map.h"

/* The body map in a window, painted by the software renderer: all of it, as after a change of the colour scheme. */

#define WIDTH 400
#define HEIGHT 620
#define WARM_UPS 3
#define REPETITIONS 40

static GtkWindow *
present_map (SmrBench *self, SmrBodyMap *map)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  g_autoptr (GArray) picks = smr_bench_make_picks (self);

  smr_body_map_set_catalogue (map, self->catalogue, "en");
  for (guint i = 0; i < picks->len; i++)
    {
      const SmrPick *pick = &g_array_index (picks, SmrPick, i);

      smr_body_map_show_muscle (map, smr_catalogue_find_muscle (self->catalogue, pick->muscle), pick->side, SMR_SIDE_NONE, SMR_SIDE_NONE, NULL);
    }
  gtk_window_set_child (window, GTK_WIDGET (map));
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  gtk_window_present (window);
  return window;
}

static GskRenderNode *
snapshot_map (SmrBodyMap *map)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (map));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (GTK_WIDGET (map)), gtk_widget_get_height (GTK_WIDGET (map)));
  return gtk_snapshot_free_to_node (snapshot);
}

/* Waits for the first frame. (nullable) */
static GskRenderNode *
wait_for_node (SmrBodyMap *map)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      GskRenderNode *node = gtk_widget_get_width (GTK_WIDGET (map)) > 0 ? snapshot_map (map) : NULL;

      if (node != NULL)
        return node;
      g_main_context_iteration (NULL, FALSE);
    }
  return NULL;
}

gboolean
smr_bench_measure_body_map (SmrBench *self, GError **error)
{
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GArray) samples = smr_bench_samples_new ();
  g_autoptr (GskRenderNode) node = NULL;
  SmrBodyMap *map;
  GtkWindow *window;

  if (!gtk_init_check ())
    {
      g_set_error (error, SMR_BENCH_ERROR, 0, "the body map needs a display");
      return FALSE;
    }
  adw_init ();
  if (!gsk_renderer_realize_for_display (renderer, gdk_display_get_default (), error))
    return FALSE;
  map = g_object_new (SMR_TYPE_BODY_MAP, NULL);
  window = present_map (self, map);
  node = wait_for_node (map);
  for (int i = 0; node != NULL && i < WARM_UPS + REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, NULL);

      if (i >= WARM_UPS)
        smr_bench_samples_add (samples, smr_bench_since (start));
    }
  if (node != NULL)
    smr_bench_add_figure (self, "body-map", "body map redrawn whole, software renderer", "ms", 4, samples);
  else
    g_set_error (error, SMR_BENCH_ERROR, 0, "the body map was not drawn");
  gsk_renderer_unrealize (renderer);
  gtk_window_destroy (window);
  return node != NULL;
}
