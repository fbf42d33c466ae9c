#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* The practice, its trainers, defaults and safety copies. Every change is kept at once. */
#define SMR_TYPE_PREFERENCES_DIALOG (smr_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrPreferencesDialog, smr_preferences_dialog, SMR, PREFERENCES_DIALOG, AdwPreferencesDialog)

SmrPreferencesDialog *smr_preferences_dialog_new (SmrWorkspace *workspace);

G_END_DECLS
