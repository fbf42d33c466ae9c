#pragma once

#include <adwaita.h>

#include "smr-designer.h"

G_BEGIN_DECLS

/* Where the minutes of a routine go, always in sight: the whole, each phase, rolling against its cap; and on a click in
 * detail, with a budget that the plan is fitted into by the page's action routine.fit-minutes (i; 0: no limit). */

#define SMR_TYPE_MINUTES (smr_minutes_get_type ())
G_DECLARE_FINAL_TYPE (SmrMinutes, smr_minutes, SMR, MINUTES, AdwBin)

void smr_minutes_show (SmrMinutes *self, const SmrRoutineState *state);

G_END_DECLS
