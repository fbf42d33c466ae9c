#pragma once

#include <adwaita.h>

#include "smr-progression.h"

G_BEGIN_DECLS

/* The step that may come after a routine that was handed out, for the trainer to take or to leave. */
#define SMR_TYPE_PROGRESSION_GROUP (smr_progression_group_get_type ())
G_DECLARE_FINAL_TYPE (SmrProgressionGroup, smr_progression_group, SMR, PROGRESSION_GROUP, AdwPreferencesGroup)

/* @progression: (nullable): there is nothing to say */
void smr_progression_group_show (SmrProgressionGroup *self, const SmrProgression *progression, const char *language);

G_END_DECLS
