#pragma once

#include "smr-designer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The dose of one item, figure by figure with its unit, changed where it stands. A figure that is not taken stays in its
 * field, with the reason below. What is taken goes to the page's action routine.set-dose-field (usiib: index, exercise,
 * field, value, whether it is one of several steps). */

#define SMR_TYPE_DOSE_FIELDS (smr_dose_fields_get_type ())
G_DECLARE_FINAL_TYPE (SmrDoseFields, smr_dose_fields, SMR, DOSE_FIELDS, AdwBin)

void smr_dose_fields_show (SmrDoseFields *self, const SmrRoutineState *state, guint index);
/* The first figure gets the focus. FALSE: it has none. */
gboolean smr_dose_fields_focus (SmrDoseFields *self);

G_END_DECLS
