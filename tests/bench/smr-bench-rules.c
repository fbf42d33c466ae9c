#include "smr-attention.h"
#include "smr-bench.h"
#include "smr-gate.h"
#include "smr-store.h"

/* The rules: one client against every muscle, from a record to a released plan as every edit in the window and every
 * command does it, and the whole practice again as it is done when the day changes. */

#define WARM_UPS 20
#define REPETITIONS 500
#define N_CLIENTS 10000
#define RECHECKS 5

/* NULL if the gate refused. */
static SmrRelease *
plan_and_release (SmrBench *self, const SmrRecord *record, GArray *picks)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (self->catalogue, record, self->today);
  g_autoptr (SmrPlan) plan = NULL;
  SmrPlanRequest request;

  smr_bench_init_request (&request, picks);
  plan = smr_plan_new (self->catalogue, screening, &request);
  return smr_gate_release (self->catalogue, record, plan->routine, self->today, NULL);
}

/* What one client may do with every muscle on each side, in each phase; the sum keeps it from being left out. */
static guint
screen_all_muscles (SmrBench *self, const SmrRecord *record)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (self->catalogue, record, self->today);
  GPtrArray *muscles = smr_catalogue_get_muscles (self->catalogue);
  guint sum = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
        {
          for (SmrSide side = SMR_SIDE_LEFT; side <= SMR_SIDE_RIGHT; side <<= 1)
            sum += smr_screening_get_muscle (screening, phase, muscle, side);
        }
    }
  return sum;
}

static void
measure_screening (SmrBench *self, const SmrRecord *record)
{
  g_autoptr (GArray) samples = smr_bench_samples_new ();
  guint sum = 0;

  for (int i = 0; i < WARM_UPS + REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      sum += screen_all_muscles (self, record);
      if (i >= WARM_UPS)
        smr_bench_samples_add (samples, smr_bench_since (start));
    }
  g_assert (sum > 0);
  smr_bench_add_figure (self, "screening", "screening of one client against all muscles", "ms", 0.2, samples);
}

static gboolean
measure_plan (SmrBench *self, const SmrRecord *record, GError **error)
{
  g_autoptr (GArray) picks = smr_bench_make_picks (self);
  g_autoptr (GArray) samples = smr_bench_samples_new ();

  for (int i = 0; i < WARM_UPS + REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (SmrRelease) release = plan_and_release (self, record, picks);

      if (release == NULL)
        {
          g_set_error (error, SMR_BENCH_ERROR, 0, "the gate refuses the plan that was to be measured");
          return FALSE;
        }
      if (i >= WARM_UPS)
        smr_bench_samples_add (samples, smr_bench_since (start));
    }
  smr_bench_add_figure (self, "rules", "screening, plan of 5 muscles on both sides, gate", "ms", 2, samples);
  return TRUE;
}

/* The ids of all clients. */
static GArray *
list_clients (SmrStore *store, GError **error)
{
  g_autoptr (GPtrArray) clients = smr_store_search_clients (store, NULL, TRUE, 0, 0, error);
  GArray *ids = clients != NULL ? g_array_new (FALSE, FALSE, sizeof (gint64)) : NULL;

  for (guint i = 0; ids != NULL && i < clients->len; i++)
    g_array_append_val (ids, ((const SmrClientSummary *) g_ptr_array_index (clients, i))->id);
  return ids;
}

/* Everything of every client read, screened, and every routine and sheet judged; only read, for comparison. */
static gboolean
recheck (SmrBench *self, SmrStore *store, GArray *ids, gboolean judge, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (SmrRecord) record = judge ? NULL : smr_store_load_record (store, id, error);
      g_autoptr (GPtrArray) concerns = judge ? smr_attention_collect (self->catalogue, store, id, self->today, NULL, error) : NULL;

      if (record == NULL && concerns == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
measure_recheck (SmrBench *self, GError **error)
{
  g_autofree char *path = smr_bench_make_practice (self, "recheck.db", N_CLIENTS, TRUE, error);
  g_autoptr (SmrStore) store = path != NULL ? smr_store_open (path, error) : NULL;
  g_autoptr (GArray) ids = store != NULL ? list_clients (store, error) : NULL;
  g_autoptr (GArray) checked = smr_bench_samples_new ();
  g_autoptr (GArray) read = smr_bench_samples_new ();

  for (int i = 0; i < RECHECKS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      if (ids == NULL || !recheck (self, store, ids, TRUE, error))
        return FALSE;
      smr_bench_samples_add (checked, smr_bench_since (start) / 1000);
      start = g_get_monotonic_time ();
      if (!recheck (self, store, ids, FALSE, error))
        return FALSE;
      smr_bench_samples_add (read, smr_bench_since (start) / 1000);
    }
  smr_bench_add_figure (self, "recheck", "check of 10,000 clients with their routines", "s", 2, checked);
  smr_bench_add_figure (self, "recheck-read", "of this, reading their records alone", "s", 0, read);
  return TRUE;
}

gboolean
smr_bench_measure_rules (SmrBench *self, GError **error)
{
  g_autoptr (SmrRecord) record = smr_bench_make_record (self);

  measure_screening (self, record);
  return measure_plan (self, record, error) && measure_recheck (self, error);
}
