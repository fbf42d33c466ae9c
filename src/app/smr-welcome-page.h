#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window shows while there is no practice. */
#define SMR_TYPE_WELCOME_PAGE (smr_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrWelcomePage, smr_welcome_page, SMR, WELCOME_PAGE, AdwBin)

GtkWidget *smr_welcome_page_new (void);

G_END_DECLS
