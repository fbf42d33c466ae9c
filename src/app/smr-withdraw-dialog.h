#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Takes a clearance back, for good: why, from which day on, by whom. */
#define SMR_TYPE_WITHDRAW_DIALOG (smr_withdraw_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrWithdrawDialog, smr_withdraw_dialog, SMR, WITHDRAW_DIALOG, AdwDialog)

SmrWithdrawDialog *smr_withdraw_dialog_new (SmrWorkspace *workspace, const SmrRecord *record, guint index);

G_END_DECLS
