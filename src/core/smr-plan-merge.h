#pragma once

#include "smr-routine.h"

G_BEGIN_DECLS

/**
 * smr_plan_merge:
 * @before: what the rules planned for the picks of @edited
 * @edited: what the trainer made of it
 * @now: what the rules plan for the new picks
 *
 * Planning anew without losing what the trainer did by hand. Everything is as in @now, but:
 *
 * - a dose, tool or note that was changed stays with its exercise while the exercise keeps its side;
 * - an exercise that was swapped stays swapped while the one it stands for serves the same muscles and sides;
 * - what was added by hand stays, at the end of its phase;
 * - what was removed stays removed, unless it serves a muscle (or side) that was not picked before;
 * - items that were put in another order keep it among themselves, new ones stand where the rules put them.
 *
 * Title, version and status are those of @edited. Whether the result may be handed out is the gate's to say.
 *
 * Returns: (transfer full):
 */
SmrRoutine *smr_plan_merge (const SmrRoutine *before, const SmrRoutine *edited, const SmrRoutine *now);

/* Items of @edited that the trainer had changed, swapped or added, and of which @merged has nothing left, or another dose
 * or side. (transfer container) (element-type SmrItem) */
GPtrArray  *smr_plan_merge_list_lost (const SmrRoutine *before, const SmrRoutine *edited, const SmrRoutine *merged);

G_END_DECLS
