#pragma once

#include "smr-phase-section.h"

G_BEGIN_DECLS

/* What the gate has against a routine, always in sight: icon and words. */

#define SMR_TYPE_FINDINGS_BAR (smr_findings_bar_get_type ())
G_DECLARE_FINAL_TYPE (SmrFindingsBar, smr_findings_bar, SMR, FINDINGS_BAR, AdwBin)

/* Hidden while there is nothing to say. */
void smr_findings_bar_show (SmrFindingsBar *self, const SmrRoutineState *state);

G_END_DECLS
