#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* How a client gets on: charts of pain, of days done, and of the range of motion, each with a sentence. */
#define SMR_TYPE_PROGRESS_PAGE (smr_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrProgressPage, smr_progress_page, SMR, PROGRESS_PAGE, AdwNavigationPage)

/* NULL and @error when the client cannot be read. */
SmrProgressPage *smr_progress_page_new (SmrWorkspace *workspace, gint64 client, GError **error);

G_END_DECLS
