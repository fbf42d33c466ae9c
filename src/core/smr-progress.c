#include "smr-progress.h"

#include <math.h>

/* --- weeks ------------------------------------------------------------------------------------------------ */

/* Day 1 of the count was a Monday. */
SmrDate
smr_date_find_monday (SmrDate date)
{
  return date - (date - 1) % 7;
}

double
smr_progress_week_get_pain (const SmrProgressWeek *self)
{
  return self->n_pain > 0 ? (double) self->pain_sum / self->n_pain : NAN;
}

/* Several sessions of one day are one day; it is whole if one of them was. */
static void
add_days (SmrProgressWeek *week, const SmrRecord *record)
{
  for (SmrDate day = week->start; day < week->start + 7; day++)
    {
      gboolean done = FALSE, whole = FALSE;

      for (guint i = 0; i < record->sessions->len; i++)
        {
          const SmrSession *session = g_ptr_array_index (record->sessions, i);

          if (session->date != day || !smr_session_was_done (session))
            continue;
          done = TRUE;
          whole = whole || session->done_as_planned;
        }
      week->n_days += done;
      week->n_whole += whole;
    }
}

static void
add_pain (SmrProgressWeek *week, const SmrRecord *record)
{
  for (guint i = 0; i < record->sessions->len; i++)
    {
      const SmrSession *session = g_ptr_array_index (record->sessions, i);
      int pain = session->pain_after >= 0 ? session->pain_after : session->pain_before;

      if (pain < 0 || session->date < week->start || session->date >= week->start + 7)
        continue;
      week->n_pain++;
      week->pain_sum += pain;
      week->pain_most = MAX (week->pain_most, (guint) pain);
    }
}

GArray *
smr_progress_list_weeks (const SmrRecord *record, SmrDate today)
{
  GArray *weeks = g_array_new (FALSE, FALSE, sizeof (SmrProgressWeek));
  SmrDate last = smr_date_find_monday (today);
  SmrDate first = last + 7;

  for (guint i = 0; i < record->sessions->len; i++)
    first = MIN (first, smr_date_find_monday (((const SmrSession *) g_ptr_array_index (record->sessions, i))->date));
  if (first <= last)
    first = MAX (first, last - 7 * (SMR_PROGRESS_MAX_WEEKS - 1));
  for (SmrDate start = first; start <= last; start += 7)
    {
      SmrProgressWeek week = { .start = start };

      add_days (&week, record);
      add_pain (&week, record);
      g_array_append_val (weeks, week);
    }
  return weeks;
}

/* --- ranges ----------------------------------------------------------------------------------------------- */

static void
smr_range_series_free (gpointer data)
{
  SmrRangeSeries *self = data;

  g_array_unref (self->points);
  g_free (self);
}

static SmrRangeSeries *
make_series (const SmrRecord *record, const SmrMovement *movement)
{
  SmrRangeSeries *series = g_new0 (SmrRangeSeries, 1);

  series->movement = movement;
  series->points = g_array_new (FALSE, FALSE, sizeof (SmrRangePoint));
  for (guint i = 0; i < record->assessments->len; i++)
    {
      const SmrAssessment *assessment = g_ptr_array_index (record->assessments, i);
      SmrRangePoint point = {
        assessment->date,
        smr_assessment_get_range (assessment, movement->id, SMR_SIDE_LEFT),
        smr_assessment_get_range (assessment, movement->id, SMR_SIDE_RIGHT),
      };

      if (point.left != SMR_RANGE_NOT_MEASURED || point.right != SMR_RANGE_NOT_MEASURED)
        g_array_append_val (series->points, point);
    }
  return series;
}

GPtrArray *
smr_progress_list_ranges (SmrCatalogue *catalogue, const SmrRecord *record)
{
  GPtrArray *joints = smr_catalogue_get_joints (catalogue);
  GPtrArray *list = g_ptr_array_new_with_free_func (smr_range_series_free);

  for (guint i = 0; i < joints->len; i++)
    {
      const SmrJoint *joint = g_ptr_array_index (joints, i);

      for (guint j = 0; j < joint->movements->len; j++)
        {
          SmrRangeSeries *series = make_series (record, g_ptr_array_index (joint->movements, j));

          if (series->points->len > 0)
            g_ptr_array_add (list, series);
          else
            smr_range_series_free (series);
        }
    }
  return list;
}

/* --- words ------------------------------------------------------------------------------------------------ */

static SmrMessage *
new_message (SmrCatalogue *catalogue, const char *id)
{
  return smr_message_new (smr_catalogue_get_text (catalogue, id));
}

static void
set_day (SmrMessage *message, const char *place, SmrDate date, SmrDayFunc say_day, gpointer data)
{
  g_autofree char *day = say_day (data, date);

  smr_message_set_string (message, place, day);
}

SmrMessage *
smr_progress_describe_pain (SmrCatalogue *catalogue, const GArray *weeks, SmrDayFunc say_day, gpointer data)
{
  const SmrProgressWeek *first = NULL, *last = NULL;
  SmrMessage *message;

  for (guint i = 0; i < weeks->len; i++)
    {
      const SmrProgressWeek *week = &g_array_index (weeks, SmrProgressWeek, i);

      if (week->n_pain == 0)
        continue;
      first = first != NULL ? first : week;
      last = week;
    }
  if (first == NULL)
    return new_message (catalogue, "progress_pain_none");

  message = new_message (catalogue, first == last ? "progress_pain_once" : "progress_pain");
  set_day (message, "from", first->start, say_day, data);
  smr_message_set_int (message, "before", lround (smr_progress_week_get_pain (first)));
  set_day (message, "until", last->start, say_day, data);
  smr_message_set_int (message, "now", lround (smr_progress_week_get_pain (last)));
  return message;
}

SmrMessage *
smr_progress_describe_days (SmrCatalogue *catalogue, const GArray *weeks)
{
  SmrMessage *message = new_message (catalogue, "progress_days");
  guint n_days = 0, n_whole = 0;

  for (guint i = 0; i < weeks->len; i++)
    {
      n_days += g_array_index (weeks, SmrProgressWeek, i).n_days;
      n_whole += g_array_index (weeks, SmrProgressWeek, i).n_whole;
    }
  smr_message_set_int (message, "days", n_days);
  smr_message_set_int (message, "whole", n_whole);
  smr_message_set_int (message, "weeks", weeks->len);
  return message;
}

/* The first and the last measure of one side. */
static void
add_side (SmrCatalogue *catalogue, SmrMessage *message, const SmrRangeSeries *series, gboolean left, SmrDayFunc say_day, gpointer data)
{
  const SmrRangePoint *first = NULL, *last = NULL;
  SmrMessage *part;

  for (guint i = 0; i < series->points->len; i++)
    {
      const SmrRangePoint *point = &g_array_index (series->points, SmrRangePoint, i);

      if ((left ? point->left : point->right) == SMR_RANGE_NOT_MEASURED)
        continue;
      first = first != NULL ? first : point;
      last = point;
    }
  if (first == NULL)
    return;

  if (first == last)
    part = new_message (catalogue, left ? "progress_range_left_once" : "progress_range_right_once");
  else
    part = new_message (catalogue, left ? "progress_range_left" : "progress_range_right");
  set_day (part, "from", first->date, say_day, data);
  smr_message_set_int (part, "before", left ? first->left : first->right);
  set_day (part, "until", last->date, say_day, data);
  smr_message_set_int (part, "now", left ? last->left : last->right);
  smr_message_add_message (message, "sides", part);
}

SmrMessage *
smr_progress_describe_range (SmrCatalogue *catalogue, const SmrRangeSeries *series, SmrDayFunc say_day, gpointer data)
{
  SmrMessage *message = smr_message_set_separator (new_message (catalogue, "progress_range"), " ");

  add_side (catalogue, message, series, TRUE, say_day, data);
  add_side (catalogue, message, series, FALSE, say_day, data);
  return message;
}
