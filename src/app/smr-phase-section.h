#pragma once

#include <adwaita.h>

#include "smr-designer.h"

G_BEGIN_DECLS

/* A phase of the plan: its items, what was left out of it and why, or that it is locked. */

#define SMR_TYPE_PHASE_SECTION (smr_phase_section_get_type ())
G_DECLARE_FINAL_TYPE (SmrPhaseSection, smr_phase_section, SMR, PHASE_SECTION, AdwPreferencesGroup)

GtkWidget *smr_phase_section_new  (SmrPhase phase);
/* @seconds: of the phase */
void       smr_phase_section_show (SmrPhaseSection *self, const SmrRoutineState *state, int seconds);
/* Gives the focus to the item at @index of the routine; FALSE: it is not here. */
gboolean   smr_phase_section_focus_item (SmrPhaseSection *self, guint index);

G_END_DECLS
