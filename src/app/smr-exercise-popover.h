#pragma once

#include <adwaita.h>

#include "smr-designer.h"
#include "smr-exercise-choice.h"

G_BEGIN_DECLS

/* Exercises to choose from: the permitted ones first, then those that are refused, greyed and with the reason; found by
 * typing. */

#define SMR_TYPE_EXERCISE_POPOVER (smr_exercise_popover_get_type ())
G_DECLARE_FINAL_TYPE (SmrExercisePopover, smr_exercise_popover, SMR, EXERCISE_POPOVER, GtkPopover)

/* Takes @choices, as smr_choices_for_item() or smr_choices_for_phase() give them. */
GtkWidget *smr_exercise_popover_new_take (const char *title, GPtrArray *choices, const SmrRoutineState *state);

/* Emitted with what was chosen: "chosen" (const SmrChoice *choice). */

G_END_DECLS
