#pragma once

#include <adwaita.h>

#include "smr-phase-section.h"

G_BEGIN_DECLS

/* The other exercises that an item may be done with. */

#define SMR_TYPE_EXERCISE_DIALOG (smr_exercise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrExerciseDialog, smr_exercise_dialog, SMR, EXERCISE_DIALOG, AdwDialog)

SmrExerciseDialog *smr_exercise_dialog_new (const SmrRoutineState *state, const SmrPlanRequest *request, guint index);

/* Emitted with the chosen item: "chosen" (guint index, SmrItem *item). The item belongs to the dialog. */

G_END_DECLS
