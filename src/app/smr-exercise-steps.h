#pragma once

#include <gtk/gtk.h>

#include "smr-catalogue.h"

G_BEGIN_DECLS

/* How an exercise is done: where it starts, its steps, what to look for and the common mistake, one line each. What was
 * in the box before goes away. */
void smr_exercise_steps_fill (GtkBox *self, const SmrExercise *exercise, const char *language);

G_END_DECLS
