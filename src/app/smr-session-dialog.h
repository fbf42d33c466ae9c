#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Notes a session: pain before and after, and whether it went as planned. */
#define SMR_TYPE_SESSION_DIALOG (smr_session_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrSessionDialog, smr_session_dialog, SMR, SESSION_DIALOG, AdwDialog)

AdwDialog *smr_session_dialog_new (SmrWorkspace *workspace, const SmrRecord *record);

G_END_DECLS
