#pragma once

#include "smr-screening.h"

G_BEGIN_DECLS

/* What screening says to picking a muscle, for the pick list and the body map. @role is what it is picked as. */

/* The sides that will not be in the plan: left, right, both, midline or none. */
SmrSide smr_muscle_get_sides_out (const SmrMuscle *muscle, SmrRole role, SmrScreening *screening);
/* "Left side out: Surgery"; @out is what smr_muscle_get_sides_out() said and not none. (transfer full) */
char   *smr_muscle_dup_out_text  (const SmrMuscle *muscle, SmrRole role, SmrSide out, SmrCatalogue *catalogue,
                                  SmrScreening *screening, const char *language);

G_END_DECLS
