#include "smr-bench.h"
#include "smr-gate.h"

/* From a record to a released plan, as every edit in the window and every command does it. */

#define WARM_UPS 20
#define REPETITIONS 500

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

gboolean
smr_bench_measure_rules (SmrBench *self, GError **error)
{
  g_autoptr (SmrRecord) record = smr_bench_make_record (self);
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
