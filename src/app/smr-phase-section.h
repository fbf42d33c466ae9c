#pragma once

#include <adwaita.h>

#include "smr-designer.h"
#include "smr-plan-row.h"

G_BEGIN_DECLS

/* A phase of the plan: its items, what was left out of it and why, or that it is locked. */

#define SMR_TYPE_PHASE_SECTION (smr_phase_section_get_type ())
G_DECLARE_FINAL_TYPE (SmrPhaseSection, smr_phase_section, SMR, PHASE_SECTION, AdwPreferencesGroup)

GtkWidget *smr_phase_section_new  (SmrPhase phase);
/* @seconds: of the phase */
void       smr_phase_section_show (SmrPhaseSection *self, const SmrRoutineState *state, int seconds);
/* The row of the item at @index of the routine; NULL: it is not here. (transfer none) */
SmrPlanRow *smr_phase_section_find_row (SmrPhaseSection *self, guint index);
/* Shows @popover at the button that adds an exercise, which asks for it with the page's action routine.add-exercise. */
void       smr_phase_section_offer (SmrPhaseSection *self, GtkPopover *popover);

G_END_DECLS
