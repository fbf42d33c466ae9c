#pragma once

#include "smr-catalogue.h"

G_BEGIN_DECLS

/* An exercise in words of the interface. @language is that of the catalogue's texts. */

/* "Standing", "Lying on the back" ... */
const char *smr_position_get_label    (SmrPosition position);
/* "Easy", "Medium", "Hard" for 1, 2, 3 */
const char *smr_difficulty_get_label  (int difficulty);
/* The name of a tool, or of a kind of which any will do. (nullable): NULL for an unknown one. */
const char *smr_tool_get_label        (SmrCatalogue *catalogue, const char *tool, const char *language);
/* "Calf, Soleus" (transfer full) */
char       *smr_exercise_dup_muscles  (SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language);
/* "Roller, Chair"; empty for none. (transfer full) */
char       *smr_exercise_dup_tools    (SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language);
/* The dose that stands in the catalogue. (transfer full) */
char       *smr_exercise_dup_dose     (const SmrExercise *exercise);

G_END_DECLS
