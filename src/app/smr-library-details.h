#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* One exercise in full. */

#define SMR_TYPE_LIBRARY_DETAILS (smr_library_details_get_type ())
G_DECLARE_FINAL_TYPE (SmrLibraryDetails, smr_library_details, SMR, LIBRARY_DETAILS, AdwNavigationPage)

SmrLibraryDetails *smr_library_details_new (SmrWorkspace *workspace, const SmrExercise *exercise);
/* (transfer none) */
AdwHeaderBar      *smr_library_details_get_header_bar (SmrLibraryDetails *self);

G_END_DECLS
