#include <gio/gio.h>

#include "smr-bench.h"
#include "smr-print.h"

/* A released plan laid out and written as a PDF, as the window and the command line do it. */

#define PAGES 4
#define WARM_UPS 3
#define REPETITIONS 40
#define MOST_MUSCLES 5
#define LARGEST_TEXT 2.0

typedef struct
{
  SmrRelease  *release;
  SmrPractice *practice;
  SmrSheet     sheet;
  double       text_scale;
} Sheets;

static SmrHandout *
make_handout (const Sheets *sheets)
{
  const SmrHandoutContent content = {
    .release = sheets->release,
    .practice = sheets->practice,
    .language = "en",
    .text_scale = sheets->text_scale,
  };

  return smr_handout_new (&content, &sheets->sheet);
}

/* A plan for the first @n_muscles of those that are planned for the client. (nullable) */
static SmrRelease *
release_plan (SmrBench *self, const SmrRecord *record, guint n_muscles)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (self->catalogue, record, self->today);
  g_autoptr (GArray) picks = smr_bench_make_picks (self);
  g_autoptr (SmrPlan) plan = NULL;
  g_autoptr (SmrRoutine) routine = NULL;
  SmrPlanRequest request;

  g_array_set_size (picks, MIN (n_muscles, picks->len));
  smr_bench_init_request (&request, picks);
  plan = smr_plan_new (self->catalogue, screening, &request);
  routine = smr_routine_with_title (plan->routine, "Evening routine");
  return smr_gate_release (self->catalogue, record, routine, self->today, NULL);
}

/* Looks for the number of muscles, and then for the size of text, that fill so many pages. */
static gboolean
fill_pages (SmrBench *self, const SmrRecord *record, Sheets *sheets)
{
  for (sheets->text_scale = 1.0; sheets->text_scale <= LARGEST_TEXT; sheets->text_scale += 0.05)
    {
      for (guint n_muscles = 1; n_muscles <= MOST_MUSCLES; n_muscles++)
        {
          g_autoptr (SmrHandout) handout = NULL;

          g_clear_pointer (&sheets->release, smr_release_unref);
          sheets->release = release_plan (self, record, n_muscles);
          handout = sheets->release != NULL ? make_handout (sheets) : NULL;
          if (handout != NULL && smr_handout_get_n_pages (handout) == PAGES)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
export (SmrBench *self, const Sheets *sheets, GError **error)
{
  g_autoptr (SmrHandout) handout = make_handout (sheets);
  g_autofree char *path = g_build_filename (self->folder, "handout.pdf", NULL);

  g_assert (smr_handout_get_n_pages (handout) == PAGES);
  return smr_print_export_pdf (handout, &sheets->sheet, path, self->today, error);
}

static gboolean
measure_exports (SmrBench *self, const Sheets *sheets, GError **error)
{
  g_autoptr (GArray) samples = smr_bench_samples_new ();

  for (int i = 0; i < WARM_UPS + REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      if (!export (self, sheets, error))
        return FALSE;
      if (i >= WARM_UPS)
        smr_bench_samples_add (samples, smr_bench_since (start));
    }
  smr_bench_add_figure (self, "handout", "handout of 4 pages to PDF", "ms", 60, samples);
  return TRUE;
}

gboolean
smr_bench_measure_handout (SmrBench *self, GError **error)
{
  g_autoptr (SmrRecord) record = smr_bench_make_record (self);
  Sheets sheets = { .practice = smr_practice_new () };
  gboolean done;

  g_set_str (&sheets.practice->name, "Practice at the Mill");
  g_set_str (&sheets.practice->phone, "555 0100");
  smr_sheet_init_named (&sheets.sheet, "a4");
  if (fill_pages (self, record, &sheets))
    {
      done = measure_exports (self, &sheets, error);
    }
  else
    {
      g_set_error (error, SMR_BENCH_ERROR, 0, "no plan fills %d pages", PAGES);
      done = FALSE;
    }

  g_clear_pointer (&sheets.release, smr_release_unref);
  smr_practice_free (sheets.practice);
  return done;
}
