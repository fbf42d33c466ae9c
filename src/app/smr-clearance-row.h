#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* A clearance in a list: what it names, who gave it when, whether it counts. Withdrawn ones are struck out, with the
 * reason. Activating it asks "client.view-clearance" for the clearance with its id. */
GtkWidget *smr_clearance_row_new (SmrWorkspace *workspace, const SmrRecord *record, guint index);

/* Icon and words at the end of @row, also heard with it. */
void       smr_clearance_row_add_mark (AdwActionRow *row, const char *icon, const char *label, const char *style);

G_END_DECLS
