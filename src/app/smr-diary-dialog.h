#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Types a paper diary back: a cell for each day since the sheet was handed out, moved through by arrow keys. */
#define SMR_TYPE_DIARY_DIALOG (smr_diary_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrDiaryDialog, smr_diary_dialog, SMR, DIARY_DIALOG, AdwDialog)

/* The routine that a diary is of: the newest one that was handed out before @today. (nullable) */
const SmrRoutine *smr_diary_find_routine (const SmrRecord *record, SmrDate today);
/* @record has such a routine. */
AdwDialog        *smr_diary_dialog_new   (SmrWorkspace *workspace, const SmrRecord *record);

G_END_DECLS
