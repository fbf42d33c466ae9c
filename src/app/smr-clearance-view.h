#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* One clearance, to be read: what it does today for each row that it names, what it says, what was attached to it, and
 * whether it was withdrawn. From here it can be withdrawn. */
#define SMR_TYPE_CLEARANCE_VIEW (smr_clearance_view_get_type ())
G_DECLARE_FINAL_TYPE (SmrClearanceView, smr_clearance_view, SMR, CLEARANCE_VIEW, AdwDialog)

/* @clearance: its id. NULL and @error when it cannot be read. */
SmrClearanceView *smr_clearance_view_new (SmrWorkspace *workspace, gint64 client, gint64 clearance, GError **error);

G_END_DECLS
