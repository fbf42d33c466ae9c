#pragma once

#include "smr-own-exercise.h"

G_BEGIN_DECLS

/* A calf stretch at a wall of the trainer's own that is left out with knee pain; ids are of the built-in catalogue.
 * (transfer full) */
SmrOwnExercise *smr_test_own_exercise (const char *id, const char *series, int version);
/* Every member, one a line. (transfer full) */
char           *smr_test_describe_own (const SmrOwnExercise *own);

/* Lists of the exercise, NULL behind the last one. */
void            smr_test_own_set_targets (SmrOwnExercise *own, const char *first, ...) G_GNUC_NULL_TERMINATED;
void            smr_test_own_set_avoid   (SmrOwnExercise *own, const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
