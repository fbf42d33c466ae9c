#pragma once

#include "smr-chart.h"
#include "smr-progress.h"

G_BEGIN_DECLS

/* A client's progress as charts, with words in the language that is asked for. Without a style yet. (transfer full) */

/* @say_day: how a day is written under them, in few letters. */
SmrChart *smr_chart_new_pain  (SmrCatalogue *catalogue, const char *language, const GArray *weeks, SmrDayFunc say_day, gpointer data);
SmrChart *smr_chart_new_days  (SmrCatalogue *catalogue, const char *language, const GArray *weeks, SmrDayFunc say_day, gpointer data);
SmrChart *smr_chart_new_range (SmrCatalogue *catalogue, const char *language, const SmrRangeSeries *series, SmrDayFunc say_day, gpointer data);

G_END_DECLS
