#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* All exercises: searched, filtered, looked at. */

#define SMR_TYPE_LIBRARY_PAGE (smr_library_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrLibraryPage, smr_library_page, SMR, LIBRARY_PAGE, AdwNavigationPage)

SmrLibraryPage *smr_library_page_new  (SmrWorkspace *workspace);
/* As if it had been chosen from the list. */
void            smr_library_page_show (SmrLibraryPage *self, const char *exercise);

/* Actions: page.search, page.show-exercise (s). */

G_END_DECLS
