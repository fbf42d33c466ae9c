#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Records a physician's letter: what it names, from when until when, what it allows. */
#define SMR_TYPE_CLEARANCE_DIALOG (smr_clearance_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrClearanceDialog, smr_clearance_dialog, SMR, CLEARANCE_DIALOG, AdwDialog)

AdwDialog *smr_clearance_dialog_new (SmrWorkspace *workspace, const SmrRecord *record);

G_END_DECLS
