#include "smr-diary.h"

#include "smr-progress.h"

/* --- days ------------------------------------------------------------------------------------------------- */

/* (nullable): the last one of the day */
static const SmrSession *
find_session (const SmrRecord *record, SmrDate date)
{
  for (guint i = record->sessions->len; i > 0; i--)
    {
      const SmrSession *session = g_ptr_array_index (record->sessions, i - 1);

      if (session->date == date)
        return session;
    }
  return NULL;
}

static SmrDiaryMark
get_mark (const SmrSession *session)
{
  if (session->done_as_planned)
    return SMR_DIARY_DONE;
  return smr_session_was_done (session) ? SMR_DIARY_PART : SMR_DIARY_NOT_DONE;
}

GArray *
smr_diary_new (const SmrRecord *record, const SmrRoutine *routine, SmrDate today)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (SmrDiaryDay));
  SmrDate first, last;

  if (routine->issued == SMR_DATE_NONE || routine->issued >= today)
    return days;
  last = smr_date_find_monday (today - 1);
  first = MAX (smr_date_find_monday (routine->issued), last - 7 * (SMR_DIARY_MAX_WEEKS - 1));
  for (SmrDate date = first; date < last + 7; date++)
    {
      const SmrSession *session = find_session (record, date);
      SmrDiaryDay day = { .date = date, .open = session == NULL && date >= routine->issued && date < today, .pain = -1 };

      if (session != NULL)
        {
          day.mark = get_mark (session);
          day.pain = session->pain_after >= 0 ? session->pain_after : session->pain_before;
        }
      g_array_append_val (days, day);
    }
  return days;
}

/* --- sessions --------------------------------------------------------------------------------------------- */

/* Pain on a day on which nothing was done is worth keeping: all was left out then. In part: nobody knows of which. */
static SmrSession *
make_session (const SmrDiaryDay *day, const SmrRoutine *routine)
{
  SmrSession *session = smr_session_new (day->date);
  SmrDone done = day->mark == SMR_DIARY_DONE ? SMR_DONE_AS_PLANNED : SMR_DONE_LEFT_OUT;

  session->setting = SMR_SETTING_HOME;
  session->pain_after = day->pain;
  session->done_as_planned = day->mark == SMR_DIARY_DONE;
  session->routine = routine->id;
  session->version = routine->version;
  g_set_str (&session->title, routine->title);
  for (guint i = 0; day->mark != SMR_DIARY_PART && i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);

      g_ptr_array_add (session->items, smr_session_item_new (item->exercise, item->side, done, ""));
    }
  return session;
}

GPtrArray *
smr_diary_list_sessions (const GArray *days, const SmrRoutine *routine)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_session_free);

  for (guint i = 0; i < days->len; i++)
    {
      const SmrDiaryDay *day = &g_array_index (days, SmrDiaryDay, i);

      if (day->open && (day->mark != SMR_DIARY_NOT_DONE || day->pain >= 0))
        g_ptr_array_add (sessions, make_session (day, routine));
    }
  return sessions;
}
