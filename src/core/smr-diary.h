#pragma once

#include "smr-record.h"
#include "smr-routine.h"

G_BEGIN_DECLS

/* A paper diary, day by day, while it is typed back: done or not, and the pain. It becomes sessions at home. */

typedef enum
{
  SMR_DIARY_NOT_DONE,
  SMR_DIARY_DONE,              /* all items */
  SMR_DIARY_PART,              /* some */
} SmrDiaryMark;

typedef struct
{
  SmrDate      date;
  gboolean     open;           /* it can be filled in: the client had the sheet, it is over, and nothing is on record */
  SmrDiaryMark mark;
  int          pain;           /* 0 to 10; -1: not noted */
} SmrDiaryDay;

#define SMR_DIARY_MAX_WEEKS 6

/* The weeks, Monday to Sunday, since @routine was handed out, the last SMR_DIARY_MAX_WEEKS of them up to the day before
 * @today; what is on record already is filled in. (element-type SmrDiaryDay) (transfer full) */
GArray    *smr_diary_new           (const SmrRecord *record, const SmrRoutine *routine, SmrDate today);
/* The sessions of the open days of which something was noted. (element-type SmrSession) (transfer full) */
GPtrArray *smr_diary_list_sessions (const GArray *days, const SmrRoutine *routine);

G_END_DECLS
