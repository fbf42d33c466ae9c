#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Records a physician's letter: what it names, from when until when, what it allows. */
#define SMR_TYPE_CLEARANCE_DIALOG (smr_clearance_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrClearanceDialog, smr_clearance_dialog, SMR, CLEARANCE_DIALOG, AdwDialog)

AdwDialog *smr_clearance_dialog_new            (SmrWorkspace *workspace, const SmrRecord *record);
/* The answer to @letter, of @record: filled in as far as the letter tells, and noted of it once it is saved. */
AdwDialog *smr_clearance_dialog_new_for_letter (SmrWorkspace *workspace, const SmrRecord *record, const SmrLetter *letter);

G_END_DECLS
