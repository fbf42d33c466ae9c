#pragma once

#include <adwaita.h>

#include "smr-routine.h"
#include "smr-workspace.h"

G_BEGIN_DECLS

/* What a routine is planned for beside its muscles: title, level, place, minutes, substitutes; and the client's tools. */

#define SMR_TYPE_ROUTINE_OPTIONS (smr_routine_options_get_type ())
G_DECLARE_FINAL_TYPE (SmrRoutineOptions, smr_routine_options, SMR, ROUTINE_OPTIONS, AdwPreferencesGroup)

void smr_routine_options_show (SmrRoutineOptions *self, SmrRoutine *routine, const SmrClient *client, gboolean editable, SmrWorkspace *workspace);

/* A page that comes into view gives the focus to the title first, which selects it. */
void smr_routine_options_unselect_title (SmrRoutineOptions *self);

/* Emitted when the routine shall be another: "changed" (SmrRoutine *wanted, const char *label, gboolean join), the last
 * two as for smr_history_push (). Items are left as they were. */

G_END_DECLS
