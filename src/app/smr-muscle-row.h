#pragma once

#include <gtk/gtk.h>

#include "smr-screening.h"

G_BEGIN_DECLS

/* A muscle of the pick list with a toggle for each side, or one for a muscle in the middle.
 * Space turns all its sides on or off, L and R one. */

#define SMR_TYPE_MUSCLE_ROW (smr_muscle_row_get_type ())
G_DECLARE_FINAL_TYPE (SmrMuscleRow, smr_muscle_row, SMR, MUSCLE_ROW, GtkListBoxRow)

/* @muscle and what @language names must live as long as the row, as the catalogue's do. */
GtkWidget       *smr_muscle_row_new        (const SmrMuscle *muscle, const char *language);
const SmrMuscle *smr_muscle_row_get_muscle (SmrMuscleRow *self);
SmrSide          smr_muscle_row_get_sides  (SmrMuscleRow *self);
/* What is picked of it as overactive or underactive (@role), and what screening says to it.
 * @screening: (nullable) */
void             smr_muscle_row_show       (SmrMuscleRow *self, SmrRole role, SmrSide sides, SmrSide other_sides, SmrCatalogue *catalogue, SmrScreening *screening);
void             smr_muscle_row_toggle_all (SmrMuscleRow *self);

/* Emitted when the user has turned a side on or off: "sides-changed". */

G_END_DECLS
