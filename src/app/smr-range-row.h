#pragma once

#include <adwaita.h>

#include "smr-assessment.h"

G_BEGIN_DECLS

/* The range of a movement, to be typed in for the left and the right in degrees. */
#define SMR_TYPE_RANGE_ROW (smr_range_row_get_type ())
G_DECLARE_FINAL_TYPE (SmrRangeRow, smr_range_row, SMR, RANGE_ROW, AdwActionRow)

/* @movement lives as long as the row. @before: (nullable): what was measured last time, for the second line. */
GtkWidget         *smr_range_row_new          (const SmrMovement *movement, const char *language, const char *before);
const SmrMovement *smr_range_row_get_movement (SmrRangeRow *self);
gboolean           smr_range_row_is_empty     (SmrRangeRow *self);
/* FALSE: what stands there for @side is no number of degrees; it is marked and has the focus. SMR_RANGE_NOT_MEASURED:
 * nothing stands there. */
gboolean           smr_range_row_read         (SmrRangeRow *self, SmrSide side, int *degrees);

G_END_DECLS
