#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Adds or edits a client's profile. Emits "saved" with the client's id. */
#define SMR_TYPE_CLIENT_DIALOG (smr_client_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrClientDialog, smr_client_dialog, SMR, CLIENT_DIALOG, AdwDialog)

/* @client: (nullable): NULL adds a new one. */
SmrClientDialog *smr_client_dialog_new (SmrWorkspace *workspace, const SmrClient *client);

G_END_DECLS
