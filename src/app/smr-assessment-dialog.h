#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Records what is seen of a client's posture and movement, and what is measured. A part counts as looked at once a sign of
 * it was seen or the trainer says so; what was seen last time stands beside it. */
#define SMR_TYPE_ASSESSMENT_DIALOG (smr_assessment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrAssessmentDialog, smr_assessment_dialog, SMR, ASSESSMENT_DIALOG, AdwDialog)

AdwDialog *smr_assessment_dialog_new (SmrWorkspace *workspace, const SmrRecord *record);

G_END_DECLS
