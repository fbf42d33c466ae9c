#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Makes an exercise of the trainer's own, or a new version of one. */

#define SMR_TYPE_EXERCISE_DIALOG (smr_exercise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrExerciseDialog, smr_exercise_dialog, SMR, EXERCISE_DIALOG, AdwDialog)

/* @own: (nullable): the version to begin from; NULL: a new exercise. */
AdwDialog *smr_exercise_dialog_new      (SmrWorkspace *workspace, const SmrOwnExercise *own);
/* As if the file had been chosen. */
void       smr_exercise_dialog_set_file (SmrExerciseDialog *self, GFile *file);

/* Emitted when it was kept: "saved" (const char *exercise), the id of the new version. */

G_END_DECLS
