#pragma once

#include <glib.h>

#include "smr-date.h"
#include "smr-types.h"

G_BEGIN_DECLS

/* What became of one item of a routine in a session. */
typedef enum
{
  SMR_DONE_AS_PLANNED,
  SMR_DONE_CHANGED,
  SMR_DONE_LEFT_OUT,
} SmrDone;

/* "done", "changed", "left_out" */
const char *smr_done_to_string   (SmrDone done);
gboolean    smr_done_from_string (const char *text, SmrDone *done);

typedef struct
{
  const char *exercise;        /* interned exercise id */
  SmrItemSide side;
  SmrDone     done;
  char       *note;
} SmrSessionItem;

SmrSessionItem *smr_session_item_new (const char *exercise, SmrItemSide side, SmrDone done, const char *note);

#define SMR_SETTING_NOT_NOTED (-1)

/* One session, at home or in the studio. It says itself what was done: the routine may change afterwards. */
typedef struct
{
  gint64     id;
  SmrDate    date;
  int        setting;          /* an SmrSetting, or SMR_SETTING_NOT_NOTED */
  int        pain_before;      /* 0 to 10; -1: not given */
  int        pain_after;
  gboolean   done_as_planned;
  char      *note;
  gint64     routine;          /* the routine's row; 0: none, or it came from elsewhere */
  int        version;          /* of the routine that was done; 0: none */
  char      *title;            /* of that version */
  GPtrArray *items;            /* (element-type SmrSessionItem) in the order of the routine; empty: not noted */
} SmrSession;

SmrSession *smr_session_new  (SmrDate date);
SmrSession *smr_session_copy (const SmrSession *self);
void        smr_session_free (SmrSession *self);
/* Something of it was done: not all was left out. */
gboolean    smr_session_was_done (const SmrSession *self);
/* How many of its items came out as @done. */
guint       smr_session_count_items (const SmrSession *self, SmrDone done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrSession, smr_session_free)

G_END_DECLS
