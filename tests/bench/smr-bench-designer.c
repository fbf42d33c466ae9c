#include "smr-bench.h"

#include "smr-designer-edits.h"
#include "smr-routine-page.h"
#include "smr-ui-resources.h"

/* The designer as it is worked with: an edit of a long plan until its page is painted, and planning twelve muscles. */

#define EDITS 60
#define WARM_UPS 10
#define REPETITIONS 300

typedef struct
{
  gint64   began;              /* of the frame that is being made */
  double   milliseconds;       /* that frames took since they were last asked for */
  gboolean painted;
} Frames;

static void
before_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->began = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->milliseconds += smr_bench_since (frames->began);
  frames->painted = TRUE;
}

static void
wait_for_frame (Frames *frames)
{
  frames->painted = FALSE;
  while (!frames->painted)
    g_main_context_iteration (NULL, TRUE);
}

/* A draft of about twenty items, the picks being what they may. */
static SmrRoutinePage *
open_page (SmrBench *self, SmrWorkspace *workspace, GError **error)
{
  static const char * const muscles[] = {
    "plantar_fascia", "gastrocnemius", "hamstrings", "hip_flexors", "adductors", "latissimus_dorsi", "pectoralis_major", "piriformis",
  };
  g_autoptr (SmrRecord) record = smr_bench_make_record (self);
  gint64 client = smr_store_import_record (smr_workspace_get_store (workspace), record, error);
  SmrRoutinePage *page = client != 0 ? smr_routine_page_new (workspace, client, 0, error) : NULL;

  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (muscles) && smr_routine_page_get_routine (page)->items->len < 20; i++)
    smr_designer_pick (smr_routine_page_get_designer (page), muscles[i], SMR_ROLE_OVERACTIVE, SMR_SIDE_BOTH);
  return page;
}

static void
measure_edits (SmrBench *self, SmrRoutinePage *page)
{
  SmrDesigner *designer = smr_routine_page_get_designer (page);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (page));
  g_autoptr (GArray) samples = smr_bench_samples_new ();
  Frames frames = { 0 };

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);
  for (int i = 0; i < WARM_UPS + EDITS; i++)
    {
      SmrDose dose = smr_designer_get_item (designer, 0)->dose;
      gint64 start = g_get_monotonic_time ();
      double edit;

      dose.hold_seconds = i % 2 == 0 ? 15 : 20;
      smr_designer_set_item_dose (designer, 0, &dose, FALSE);
      edit = smr_bench_since (start);
      frames.milliseconds = 0;
      wait_for_frame (&frames);
      if (i >= WARM_UPS)
        smr_bench_samples_add (samples, edit + frames.milliseconds);
    }
  g_signal_handlers_disconnect_by_data (clock, &frames);
  smr_bench_add_figure (self, "edit", "an edit of a plan of 20 items until it is painted, waiting for the screen left out", "ms", 8, samples);
}

static gboolean
measure_page (SmrBench *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "designer.db", NULL);
  g_autoptr (SmrStore) store = smr_store_open (path, error);
  g_autoptr (SmrWorkspace) workspace = store != NULL ? smr_workspace_new (self->catalogue, store, error) : NULL;
  SmrRoutinePage *page = workspace != NULL ? open_page (self, workspace, error) : NULL;
  GtkWidget *view, *window;

  if (page == NULL)
    return FALSE;
  view = adw_navigation_view_new ();
  window = adw_window_new ();
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (page)))
    g_main_context_iteration (NULL, TRUE);
  measure_edits (self, page);
  gtk_window_destroy (GTK_WINDOW (window));
  return TRUE;
}

static void
measure_planning (SmrBench *self)
{
  static const char twelve[] = "plantar_fascia, gastrocnemius, soleus, quadriceps, hamstrings, adductors, tfl, hip_flexors, piriformis, "
                               "latissimus_dorsi, pectoralis_major, upper_trapezius";
  g_autoptr (GArray) picks = smr_picks_parse (self->catalogue, twelve, NULL);
  g_autoptr (SmrRecord) record = smr_bench_make_record (self);
  g_autoptr (SmrScreening) screening = smr_screening_new (self->catalogue, record, self->today);
  g_autoptr (GArray) samples = smr_bench_samples_new ();
  SmrPlanRequest request;

  smr_bench_init_request (&request, picks);
  for (int i = 0; i < WARM_UPS + REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (SmrPlan) plan = smr_plan_new (self->catalogue, screening, &request);

      if (i >= WARM_UPS)
        smr_bench_samples_add (samples, smr_bench_since (start));
    }
  smr_bench_add_figure (self, "plan", "planning 12 muscles on both sides", "ms", 2, samples);
}

gboolean
smr_bench_measure_designer (SmrBench *self, GError **error)
{
  measure_planning (self);
  if (!gtk_init_check ())
    {
      g_set_error (error, SMR_BENCH_ERROR, 0, "there is no display to paint the designer on");
      return FALSE;
    }
  smr_ui_register_resource ();
  adw_init ();
  return measure_page (self, error);
}
