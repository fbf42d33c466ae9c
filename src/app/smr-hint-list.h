#pragma once

#include <adwaita.h>

#include "smr-assessment.h"
#include "smr-routine.h"
#include "smr-screening.h"

G_BEGIN_DECLS

/* The muscles that often go with what was seen of a client, beside the pick list: a toggle for each, with the signs that
 * name it and where that is said. Nothing is picked by itself. */
#define SMR_TYPE_HINT_LIST (smr_hint_list_get_type ())
G_DECLARE_FINAL_TYPE (SmrHintList, smr_hint_list, SMR, HINT_LIST, AdwBin)

/* @assessment: (nullable): the latest, as it is stored; the list is hidden where nothing was seen. What @language names lives
 * as long as the list. */
void smr_hint_list_set_assessment (SmrHintList *self, const SmrAssessment *assessment, SmrCatalogue *catalogue, const char *language);
/* What is picked of them. @screening: (nullable) */
void smr_hint_list_show           (SmrHintList *self, const SmrRoutine *routine, SmrScreening *screening);

/* Emitted when the sides of a muscle shall be others: "picked" (const char *muscle, SmrRole role, SmrSide sides). */

G_END_DECLS
