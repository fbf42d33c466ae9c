#pragma once

#include "smr-routine.h"

G_BEGIN_DECLS

/* What one routine has that another has not, item by item. */

typedef enum
{
  SMR_DIFF_SAME,
  SMR_DIFF_NEW,
  SMR_DIFF_GONE,
  SMR_DIFF_CHANGED,
} SmrDiffKind;

typedef struct
{
  SmrDiffKind    kind;
  const SmrItem *before;       /* (nullable): NEW has none */
  const SmrItem *now;          /* (nullable): GONE has none */
  gboolean       side, tool, dose, note; /* CHANGED: in what */
} SmrDiff;

/* Phase by phase in the order of @now, what is gone after it. The items belong to @before and @now.
 * (transfer full) (element-type SmrDiff) */
GPtrArray *smr_routine_compare (const SmrRoutine *before, const SmrRoutine *now);

G_END_DECLS
