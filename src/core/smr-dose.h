#pragma once

#include "smr-routine.h"
#include "smr-screening.h"

G_BEGIN_DECLS

/* How much: `screening-and-dosage` section 3. The one place where doses are made and judged. In all of it @side is the
 * side treated (LEFT, RIGHT or BOTH), @screening may be NULL (nobody in particular), and the gentle profile counts as
 * soon as it holds for any muscle that the exercise works on that side. */

/* Between which figures a dose may lie. `most` is never exceeded, whoever asks. `least` is what the minutes budget may
 * shorten to; a trainer may go below it. */
typedef struct
{
  SmrDose least;
  SmrDose most;
  int     total_seconds;       /* most contact (inhibit) or holding (lengthen) per muscle and side; 0: not limited */
} SmrDoseRange;

/* The dose of an exercise: the level's figures, or the exercise's own where its dose differs by nature; the gentle
 * profile wins over both, and what screening leaves caps them all. */
void        smr_dose_for       (SmrDose *dose, SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrLevel level, SmrSide side);
void        smr_dose_get_range (SmrDoseRange *range, SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrLevel level, SmrSide side);

/* Contact (inhibit) or holding (lengthen) per side in all sets; 0 for the other phases. */
int         smr_dose_get_total_seconds (const SmrDose *self, SmrPhase phase);

/* Most seconds of @phase (inhibit: contact, lengthen: holding) on one muscle and side in a session, over all exercises. */
int         smr_dose_get_muscle_cap (SmrCatalogue *catalogue, SmrScreening *screening, SmrPhase phase, const SmrMuscle *muscle, SmrSide side);

/* Within what any exercise can mean; what is not is no dose at all, and not added up either. */
gboolean    smr_dose_is_sensible (const SmrDose *self, SmrPhase phase);
/* Why @self is not a dose that may be given. (nullable): NULL when it is. (transfer full) */
SmrMessage *smr_dose_check     (const SmrDose *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrLevel level, SmrSide side);

/* The gentle profile holds for the exercise on that side. */
gboolean    smr_exercise_is_gentle (SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrSide side);

G_END_DECLS
