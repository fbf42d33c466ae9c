#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* The assessments of a client, the latest first, with a way to record another one. */
#define SMR_TYPE_ASSESSMENT_GROUP (smr_assessment_group_get_type ())
G_DECLARE_FINAL_TYPE (SmrAssessmentGroup, smr_assessment_group, SMR, ASSESSMENT_GROUP, AdwPreferencesGroup)

/* @record as it is now; again after every change of it. */
void smr_assessment_group_show (SmrAssessmentGroup *self, SmrWorkspace *workspace, const SmrRecord *record);

G_END_DECLS
