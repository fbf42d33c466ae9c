#pragma once

#include <adwaita.h>

#include "smr-designer.h"

G_BEGIN_DECLS

/* For every overactive muscle and side: is it rolled, stretched, answered? What is missing is filled with a button of
 * its own, or all of it with the action routine.fill-trios; one gap with routine.fill-trio (uu: muscle's line, phase). */

#define SMR_TYPE_TRIO_GROUP (smr_trio_group_get_type ())
G_DECLARE_FINAL_TYPE (SmrTrioGroup, smr_trio_group, SMR, TRIO_GROUP, AdwPreferencesGroup)

/* @trios: (element-type SmrTrio). Hidden while there are none. */
void smr_trio_group_show (SmrTrioGroup *self, GPtrArray *trios, const SmrRoutineState *state);

G_END_DECLS
