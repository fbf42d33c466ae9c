#pragma once

#include "smr-routine.h"

G_BEGIN_DECLS

/* A routine in words of the interface. All (transfer full). @language is that of the catalogue's texts. */

/* "Calf, left", "Low back" */
char *smr_muscle_dup_label    (const SmrMuscle *muscle, SmrSide side, const char *language);
/* "Hold 30 s, 2 times, each side" */
char *smr_item_dup_dose_label (const SmrItem *item);
/* "2:15 min" */
char *smr_seconds_dup_label   (int seconds);
/* The title that a routine has until it is given one: what was picked. */
char *smr_routine_dup_default_title (const SmrRoutine *routine, SmrCatalogue *catalogue, const char *language);

const char *smr_setting_get_label (SmrSetting setting);

G_END_DECLS
