#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Records a blood pressure reading of today. */
#define SMR_TYPE_READING_DIALOG (smr_reading_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrReadingDialog, smr_reading_dialog, SMR, READING_DIALOG, AdwDialog)

AdwDialog *smr_reading_dialog_new (SmrWorkspace *workspace, const SmrRecord *record);

G_END_DECLS
