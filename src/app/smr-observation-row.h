#pragma once

#include <adwaita.h>

#include "smr-observation.h"

G_BEGIN_DECLS

/* A sign that is looked for, with a toggle for each side on which it can be seen. Space turns all of them on or off, L and
 * R one. */
#define SMR_TYPE_OBSERVATION_ROW (smr_observation_row_get_type ())
G_DECLARE_FINAL_TYPE (SmrObservationRow, smr_observation_row, SMR, OBSERVATION_ROW, AdwActionRow)

/* @observation and what @language names live as long as the row, as the catalogue's do. @before: what was seen of it last
 * time, for its second line; (nullable). */
GtkWidget            *smr_observation_row_new             (const SmrObservation *observation, const char *language, const char *before);
const SmrObservation *smr_observation_row_get_observation (SmrObservationRow *self);
SmrSide               smr_observation_row_get_side        (SmrObservationRow *self);
/* Nothing seen, without a word about it. */
void                  smr_observation_row_clear           (SmrObservationRow *self);

/* Emitted when the user has turned a side on or off: "side-changed". */

G_END_DECLS
