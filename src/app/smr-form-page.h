#pragma once

#include "smr-paper-page.h"

G_BEGIN_DECLS

/* The health form on paper: blank, to be filled in by hand, or as it was signed. */
#define SMR_TYPE_FORM_PAGE (smr_form_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrFormPage, smr_form_page, SMR, FORM_PAGE, SmrPaperPage)

/* @client: 0 for anyone. @intake: one of the client's signed forms, 0 for a blank one. NULL and @error when the records
 * cannot be read. */
SmrFormPage *smr_form_page_new (SmrWorkspace *workspace, gint64 client, gint64 intake, GError **error);

G_END_DECLS
