#pragma once

#include "smr-routine.h"

G_BEGIN_DECLS

/* What somebody did to a routine, step by step. Every step is the whole value that came of it, with a label that says
 * what was done ("Remove calf roll"), so undoing is looking at the previous value. */
typedef struct _SmrHistory SmrHistory;

SmrHistory *smr_history_new  (SmrRoutine *routine);
void        smr_history_free (SmrHistory *self);

/* Never NULL. (transfer none) */
SmrRoutine *smr_history_get_current (SmrHistory *self);

/* A new step; what was undone is forgotten. A routine that prescribes the same as the current one is no step.
 * @join: a step whose predecessor has the same label takes its place, as for a figure that is turned up one by one. */
void        smr_history_push (SmrHistory *self, SmrRoutine *routine, const char *label, gboolean join);

/* What undo and redo would take back or do again. (nullable): NULL when there is nothing */
const char *smr_history_get_undo_label (SmrHistory *self);
const char *smr_history_get_redo_label (SmrHistory *self);
/* FALSE when there is nothing. */
gboolean    smr_history_undo (SmrHistory *self);
gboolean    smr_history_redo (SmrHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrHistory, smr_history_free)

G_END_DECLS
