#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Records a stop sign, or news about the client's health. */
#define SMR_TYPE_INCIDENT_DIALOG (smr_incident_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrIncidentDialog, smr_incident_dialog, SMR, INCIDENT_DIALOG, AdwDialog)

AdwDialog *smr_incident_dialog_new (SmrWorkspace *workspace, const SmrRecord *record);

G_END_DECLS
