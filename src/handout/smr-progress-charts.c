#include "smr-progress-charts.h"

#include <math.h>

#define PAIN_MOST 10
#define WEEK_DAYS 7

static void
set_names (SmrChart *chart, SmrCatalogue *catalogue, const char *language, const char *first, const char *second)
{
  smr_chart_set_names (chart, smr_text_get (smr_catalogue_get_text (catalogue, first), language),
                       smr_text_get (smr_catalogue_get_text (catalogue, second), language));
}

SmrChart *
smr_chart_new_pain (SmrCatalogue *catalogue, const char *language, const GArray *weeks, SmrDayFunc say_day, gpointer data)
{
  SmrChart *chart = smr_chart_new (SMR_CHART_LINES, 0, PAIN_MOST, 2);

  set_names (chart, catalogue, language, "handout_progress_mean", "handout_progress_most");
  for (guint i = 0; i < weeks->len; i++)
    {
      const SmrProgressWeek *week = &g_array_index (weeks, SmrProgressWeek, i);
      g_autofree char *label = say_day (data, week->start);

      smr_chart_add (chart, week->start, label, smr_progress_week_get_pain (week), week->n_pain > 0 ? week->pain_most : NAN);
    }
  return chart;
}

SmrChart *
smr_chart_new_days (SmrCatalogue *catalogue, const char *language, const GArray *weeks, SmrDayFunc say_day, gpointer data)
{
  SmrChart *chart = smr_chart_new (SMR_CHART_BARS, 0, WEEK_DAYS, 1);

  set_names (chart, catalogue, language, "handout_progress_whole", "handout_progress_part");
  for (guint i = 0; i < weeks->len; i++)
    {
      const SmrProgressWeek *week = &g_array_index (weeks, SmrProgressWeek, i);
      g_autofree char *label = say_day (data, week->start);

      smr_chart_add (chart, week->start, label, week->n_whole, week->n_days);
    }
  return chart;
}

static double
get_value (int degrees)
{
  return degrees != SMR_RANGE_NOT_MEASURED ? degrees : NAN;
}

/* Tens round what was measured, so that a change of some degrees is seen. */
static SmrChart *
new_scale (const SmrRangeSeries *series)
{
  int least = SMR_RANGE_MAX_DEGREES, most = 0, step;

  for (guint i = 0; i < series->points->len; i++)
    {
      const SmrRangePoint *point = &g_array_index (series->points, SmrRangePoint, i);

      if (point->left != SMR_RANGE_NOT_MEASURED)
        {
          least = MIN (least, point->left);
          most = MAX (most, point->left);
        }
      if (point->right != SMR_RANGE_NOT_MEASURED)
        {
          least = MIN (least, point->right);
          most = MAX (most, point->right);
        }
    }
  least = MAX (0, (least - 5) / 10 * 10);
  most = (most + 12) / 10 * 10;
  step = most - least <= 60 ? 10 : most - least <= 120 ? 20 : 50;
  return smr_chart_new (SMR_CHART_LINES, least, least + (most - least + step - 1) / step * step, step);
}

SmrChart *
smr_chart_new_range (SmrCatalogue *catalogue, const char *language, const SmrRangeSeries *series, SmrDayFunc say_day, gpointer data)
{
  SmrChart *chart = new_scale (series);

  set_names (chart, catalogue, language, "handout_progress_left", "handout_progress_right");
  for (guint i = 0; i < series->points->len; i++)
    {
      const SmrRangePoint *point = &g_array_index (series->points, SmrRangePoint, i);
      g_autofree char *label = say_day (data, point->date);

      smr_chart_add (chart, point->date, label, get_value (point->left), get_value (point->right));
    }
  return chart;
}
