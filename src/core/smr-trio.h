#pragma once

#include "smr-planner.h"

G_BEGIN_DECLS

/* Whether each overactive muscle has its trio: rolled, stretched, its partner activated. */

typedef enum
{
  SMR_TRIO_DONE,
  SMR_TRIO_MISSING,            /* the rules know an exercise that is not in the routine */
  SMR_TRIO_NOT_PERMITTED,      /* the rules have none, and say why */
} SmrTrioStatus;

typedef struct
{
  SmrTrioStatus  status;
  const SmrItem *fill;         /* MISSING: what would fill the place; of the plan */
  SmrMessage    *reason;       /* (nullable): NOT_PERMITTED */
} SmrTrioPart;

/* One overactive muscle on one side. */
typedef struct
{
  const SmrMuscle *muscle;
  SmrSide          side;       /* LEFT, RIGHT or MIDLINE */
  SmrTrioPart      parts[3];   /* by SmrPhase: inhibit, lengthen, activate */
} SmrTrio;

void       smr_trio_free (SmrTrio *self);

/* @plan: what the rules make of the picks of @routine, without a budget of minutes; must outlive the result.
 * (transfer full) (element-type SmrTrio), along the picks, left before right */
GPtrArray *smr_trio_check (SmrCatalogue *catalogue, const SmrRoutine *routine, const SmrPlan *plan);

/* @self with @fill at the end of its phase; if its exercise is there already, with its other sides and muscles.
 * (transfer full) */
SmrRoutine *smr_routine_with_filled (const SmrRoutine *self, SmrCatalogue *catalogue, const SmrItem *fill);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrTrio, smr_trio_free)

G_END_DECLS
