#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* What tests of pages share: a practice in a folder of its own, a client with a form that is good today, a window. */

/* First in main (): test framework, resources, libadwaita. */
void          smr_test_init_display   (int *argc, char ***argv);

/* On a new practice, kept until the end of the test program. (transfer full) */
SmrWorkspace *smr_test_workspace_new  (void);
/* A client of age whose signed form answers no to everything; @form FALSE: without a form. */
gint64        smr_test_add_client     (SmrWorkspace *workspace, const char *name, gboolean form);

/* A window that shows the page. (transfer full) */
GtkWindow    *smr_test_present_page   (AdwNavigationPage *page);
/* A few frames of the main context, for what waits on it. */
void          smr_test_settle         (void);

/* All descendants of that type name in order, mapped or not. (transfer container) (element-type GtkWidget) */
GPtrArray    *smr_test_find_all       (GtkWidget *widget, const char *type_name);
/* A label somewhere below that shows exactly this text; NULL: there is none. */
GtkWidget    *smr_test_find_label     (GtkWidget *widget, const char *text);
gboolean      smr_test_shows_text     (GtkWidget *widget, const char *text);

G_END_DECLS
