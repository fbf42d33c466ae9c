#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* The main window. Its outermost container is a navigation view: the root page holds the client list and the shown
 * client, pages that need the whole width (intake, routine, handout) are pushed on top of it. */

#define SMR_TYPE_WINDOW (smr_window_get_type ())
G_DECLARE_FINAL_TYPE (SmrWindow, smr_window, SMR, WINDOW, AdwApplicationWindow)

/* @workspace: (nullable): NULL shows the welcome page. */
SmrWindow    *smr_window_new           (AdwApplication *application, SmrWorkspace *workspace);
void          smr_window_set_workspace (SmrWindow *self, SmrWorkspace *workspace);
SmrWorkspace *smr_window_get_workspace (SmrWindow *self);
/* What could not be opened, on a page of its own with a way out. */
void          smr_window_show_problem  (SmrWindow *self, const char *title, const GError *error);

/* Actions: win.new-client, win.edit-client (x), win.archive-client (x), win.restore-client (x), win.erase-client (x),
 * win.show-client (x), win.open-intake (x), win.open-routine (xx: client, routine or 0),
 * win.open-handout (xx: client, routine), win.search. */

G_END_DECLS
