#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* One assessment, to be read: what was seen and measured, and what has changed since an earlier one. */
#define SMR_TYPE_ASSESSMENT_VIEW (smr_assessment_view_get_type ())
G_DECLARE_FINAL_TYPE (SmrAssessmentView, smr_assessment_view, SMR, ASSESSMENT_VIEW, AdwDialog)

/* @nth: which one of @record's. */
AdwDialog *smr_assessment_view_new (SmrWorkspace *workspace, const SmrRecord *record, guint nth);

G_END_DECLS
