#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* The health form: the checklist by category, what the answers mean so far, signing. What is filled in is kept as a
 * draft at once; signed forms are shown read-only. */
#define SMR_TYPE_INTAKE_PAGE (smr_intake_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrIntakePage, smr_intake_page, SMR, INTAKE_PAGE, AdwNavigationPage)

/* Opens the draft if there is one, else the form that was signed last, else a new form. NULL and @error when the
 * client cannot be read. */
SmrIntakePage *smr_intake_page_new (SmrWorkspace *workspace, gint64 client, GError **error);

G_END_DECLS
