#pragma once

#include <adwaita.h>

#include "smr-screening.h"

G_BEGIN_DECLS

/* What the answers of a form mean: the regions that are left out in each phase, and the reasons. */
#define SMR_TYPE_SCREENING_PANEL (smr_screening_panel_get_type ())
G_DECLARE_FINAL_TYPE (SmrScreeningPanel, smr_screening_panel, SMR, SCREENING_PANEL, AdwBin)

/* @form: the one that @screening is about; rows that it leaves open are counted, not listed. */
void smr_screening_panel_show (SmrScreeningPanel *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrIntake *form, const char *language);

G_END_DECLS
