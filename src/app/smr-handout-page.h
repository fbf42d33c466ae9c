#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* The sheet before it leaves the program: preview, options, print, save as PDF. Both of the latter issue the routine:
 * the exact page is kept. What the gate refuses is explained instead of shown. */
#define SMR_TYPE_HANDOUT_PAGE (smr_handout_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrHandoutPage, smr_handout_page, SMR, HANDOUT_PAGE, AdwNavigationPage)

/* Shows the routine's newest version. NULL and @error when the records cannot be read. */
SmrHandoutPage *smr_handout_page_new (SmrWorkspace *workspace, gint64 client, gint64 routine, GError **error);

G_END_DECLS
