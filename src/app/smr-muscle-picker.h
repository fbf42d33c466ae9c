#pragma once

#include <adwaita.h>

#include "smr-assessment.h"
#include "smr-routine.h"
#include "smr-screening.h"

G_BEGIN_DECLS

/* Overactive and underactive muscles picked from a list that is searched by any name. It shows the picks of a
 * routine and says what the user wants changed; it keeps none itself. */

#define SMR_TYPE_MUSCLE_PICKER (smr_muscle_picker_get_type ())
G_DECLARE_FINAL_TYPE (SmrMusclePicker, smr_muscle_picker, SMR, MUSCLE_PICKER, AdwBin)

/* Once, before anything is shown. */
void smr_muscle_picker_set_catalogue (SmrMusclePicker *self, SmrCatalogue *catalogue, const char *language);
/* @screening: (nullable) */
void smr_muscle_picker_show          (SmrMusclePicker *self, SmrRoutine *routine, SmrScreening *screening);
/* What was last seen of the client, whose muscles then stand above the map. (nullable) */
void smr_muscle_picker_set_assessment (SmrMusclePicker *self, const SmrAssessment *assessment);
/* FALSE: can be searched, and nothing else. */
void smr_muscle_picker_set_editable  (SmrMusclePicker *self, gboolean editable);
/* Typing anywhere in @widget searches. */
void smr_muscle_picker_set_key_capture (SmrMusclePicker *self, GtkWidget *widget);
void smr_muscle_picker_focus_search  (SmrMusclePicker *self);

/* What became of a line that was entered: a word that is not understood, a dose that was not taken. @text: (nullable) */
void smr_muscle_picker_say           (SmrMusclePicker *self, const char *text);

/* Emitted when a line of short words was entered: "line-entered" (const char *line, SmrRole role), returns a gboolean, FALSE
 * if nothing was picked.
 * Emitted when the sides of a muscle shall be others: "picked" (const char *muscle, SmrRole role, SmrSide sides).
 * Emitted when typing outside began a search: "search-started". */

G_END_DECLS
