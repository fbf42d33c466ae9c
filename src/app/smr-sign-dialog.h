#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Asks for the signature under a complete form. Emits "signed" with the client's and the guardian's name. */
#define SMR_TYPE_SIGN_DIALOG (smr_sign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrSignDialog, smr_sign_dialog, SMR, SIGN_DIALOG, AdwDialog)

SmrSignDialog *smr_sign_dialog_new (SmrWorkspace *workspace, const SmrClient *client);

G_END_DECLS
