#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* One client at a glance: what is allowed today and why, routines, handouts, progress. */
#define SMR_TYPE_CLIENT_PAGE (smr_client_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrClientPage, smr_client_page, SMR, CLIENT_PAGE, AdwNavigationPage)

/* NULL and @error when the client cannot be read. */
SmrClientPage *smr_client_page_new (SmrWorkspace *workspace, gint64 client, GError **error);

G_END_DECLS
