#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* What a client may do today: each phase, the last quick check, and what the form does not say yet. */
#define SMR_TYPE_TODAY_GROUP (smr_today_group_get_type ())
G_DECLARE_FINAL_TYPE (SmrTodayGroup, smr_today_group, SMR, TODAY_GROUP, AdwPreferencesGroup)

/* @record and @screening: as they are now; again after every change of them. */
void smr_today_group_show (SmrTodayGroup *self, SmrWorkspace *workspace, const SmrRecord *record, SmrScreening *screening);

G_END_DECLS
