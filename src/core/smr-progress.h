#pragma once

#include "smr-record.h"
#include "smr-text.h"

G_BEGIN_DECLS

/* How a client gets on, in figures that charts are drawn from and in the words beside them. */

/* A week from Monday to Sunday. */
typedef struct
{
  SmrDate start;               /* its Monday */
  guint   n_days;              /* on which something was done */
  guint   n_whole;             /* of these, all as planned */
  guint   n_pain;              /* sessions of which pain was noted */
  guint   pain_sum;            /* of the pain afterwards, or before where that alone was noted */
  guint   pain_most;
} SmrProgressWeek;

SmrDate smr_date_find_monday (SmrDate date);

/* The mean pain of the week; NAN: none was noted. */
double  smr_progress_week_get_pain (const SmrProgressWeek *self);

#define SMR_PROGRESS_MAX_WEEKS 26

/* All weeks from the first session's up to that of @today, the last SMR_PROGRESS_MAX_WEEKS of them. Nothing done is a week
 * with 0 days. (element-type SmrProgressWeek) (transfer full): empty without a session. */
GArray *smr_progress_list_weeks (const SmrRecord *record, SmrDate today);

typedef struct
{
  SmrDate date;
  int     left;                /* degrees, or SMR_RANGE_NOT_MEASURED */
  int     right;
} SmrRangePoint;

typedef struct
{
  const SmrMovement *movement;
  GArray            *points;   /* (element-type SmrRangePoint) oldest first */
} SmrRangeSeries;

/* Of every movement that was measured, in the order of the catalogue. (element-type SmrRangeSeries) (transfer full) */
GPtrArray *smr_progress_list_ranges (SmrCatalogue *catalogue, const SmrRecord *record);

/* How a day is written, in the words of whoever writes. (transfer full) */
typedef char *(*SmrDayFunc) (gpointer data, SmrDate date);

/* One sentence on each chart, for whoever does not see it. (transfer full) */
SmrMessage *smr_progress_describe_pain  (SmrCatalogue *catalogue, const GArray *weeks, SmrDayFunc say_day, gpointer data);
SmrMessage *smr_progress_describe_days  (SmrCatalogue *catalogue, const GArray *weeks);
SmrMessage *smr_progress_describe_range (SmrCatalogue *catalogue, const SmrRangeSeries *series, SmrDayFunc say_day, gpointer data);

G_END_DECLS
