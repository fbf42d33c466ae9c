#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* The designer: muscles are picked, the plan follows at once, and is changed by hand where the trainer knows better.
 * A draft is kept about a second after each change and when the page is left. */

#define SMR_TYPE_ROUTINE_PAGE (smr_routine_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrRoutinePage, smr_routine_page, SMR, ROUTINE_PAGE, AdwNavigationPage)

/* @routine: 0 for a new one. NULL and @error when client or routine cannot be read. */
SmrRoutinePage *smr_routine_page_new (SmrWorkspace *workspace, gint64 client, gint64 routine, GError **error);

/* What is being designed. (transfer none) */
SmrRoutine     *smr_routine_page_get_routine (SmrRoutinePage *self);

G_END_DECLS
