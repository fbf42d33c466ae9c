#pragma once

#include "smr-catalogue.h"
#include "smr-date.h"
#include "smr-planner.h"

G_BEGIN_DECLS

/* What the measurements share, and where they put their figures. */
typedef struct
{
  SmrCatalogue *catalogue;
  SmrDate       today;
  char         *folder;         /* for practices and sheets; goes away in the end */
  GPtrArray    *figures;
  GArray       *references;     /* (element-type double) milliseconds of one and the same piece of work */
} SmrBench;

#define SMR_BENCH_ERROR (smr_bench_error_quark ())
GQuark smr_bench_error_quark (void);

/* A list of measured values. */
GArray  *smr_bench_samples_new      (void);
void     smr_bench_samples_add      (GArray *samples, double value);
double   smr_bench_samples_median   (GArray *samples);
/* Milliseconds from @start, a g_get_monotonic_time(), until now. */
double   smr_bench_since            (gint64 start);

/* One line of the result: the median of @samples, which are copied. @name is for programs, @text for readers;
 * @goal 0: none was set. */
void     smr_bench_add_figure       (SmrBench *self, const char *name, const char *text, const char *unit, double goal, GArray *samples);
/* Measures how fast the machine is just now; called between the parts. */
void     smr_bench_sense_machine    (SmrBench *self);

/* The parts. FALSE: what was to be measured did not work. */
gboolean smr_bench_measure_start    (SmrBench *self, GError **error);
gboolean smr_bench_measure_search   (SmrBench *self, GError **error);
gboolean smr_bench_measure_rules    (SmrBench *self, GError **error);
gboolean smr_bench_measure_designer (SmrBench *self, GError **error);
gboolean smr_bench_measure_handout  (SmrBench *self, GError **error);
gboolean smr_bench_measure_body_map (SmrBench *self, GError **error);
gboolean smr_bench_measure_figures  (SmrBench *self, GError **error);

/* A practice of @n_clients made-up people in a new file of @folder; with signed forms, and for some of them
 * clearances, readings, routines and sessions, if @with_records. The same on every machine. (transfer full) (nullable) */
char      *smr_bench_make_practice  (SmrBench *self, const char *name, guint n_clients, gboolean with_records, GError **error);
/* Somebody with a healed operation and a sore shoulder, for whom five muscles are planned on both sides. */
SmrRecord *smr_bench_make_record    (SmrBench *self);
/* Those five muscles. (element-type SmrPick) */
GArray    *smr_bench_make_picks     (SmrBench *self);
/* The request that smr_plan_new() gets for them. */
void       smr_bench_init_request   (SmrPlanRequest *request, GArray *picks);

G_END_DECLS
