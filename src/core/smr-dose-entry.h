#pragma once

#include "smr-dose.h"

G_BEGIN_DECLS

/* A dose figure by figure, as it is typed. */

typedef enum
{
  SMR_DOSE_FIELD_SETS,
  SMR_DOSE_FIELD_REPS,
  SMR_DOSE_FIELD_HOLD,
  SMR_DOSE_FIELD_SEARCH,
  SMR_DOSE_FIELD_REST,
} SmrDoseField;

#define SMR_N_DOSE_FIELDS 5

int      smr_dose_get_field (const SmrDose *self, SmrDoseField field);
void     smr_dose_set_field (SmrDose *self, SmrDoseField field, int value);
/* Whether the exercise has such a figure that may be changed. */
gboolean smr_exercise_has_dose_field (const SmrExercise *exercise, SmrDoseField field);
gboolean smr_dose_field_is_seconds   (SmrDoseField field);

/* What was typed goes into @field of @dose. Why it cannot (text, nothing, less than makes sense, more than a cap, which
 * is named with its reason): then @dose is unchanged. @screening: (nullable). (nullable) (transfer full) */
SmrMessage *smr_dose_enter (SmrDose *dose, SmrDoseField field, const char *text, SmrCatalogue *catalogue, SmrScreening *screening,
                            const SmrExercise *exercise, SmrLevel level, SmrSide side);
/* @field turned up or down by one step, as far as its limits allow. FALSE: it is there already. */
gboolean    smr_dose_step  (SmrDose *dose, SmrDoseField field, int steps, SmrCatalogue *catalogue, SmrScreening *screening,
                            const SmrExercise *exercise, SmrLevel level, SmrSide side);

G_END_DECLS
