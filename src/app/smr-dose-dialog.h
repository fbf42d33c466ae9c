#pragma once

#include <adwaita.h>

#include "smr-phase-section.h"

G_BEGIN_DECLS

/* The dose of one item: gentler at will, harder up to what level and screening leave, and it says what that is. */

#define SMR_TYPE_DOSE_DIALOG (smr_dose_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrDoseDialog, smr_dose_dialog, SMR, DOSE_DIALOG, AdwDialog)

/* @index: of the item, whose exercise the catalogue has to know. */
SmrDoseDialog *smr_dose_dialog_new      (const SmrRoutineState *state, guint index);
guint          smr_dose_dialog_get_index (SmrDoseDialog *self);
void           smr_dose_dialog_get_dose (SmrDoseDialog *self, SmrDose *dose);

/* Emitted when the dose shall be taken: "applied". */

G_END_DECLS
