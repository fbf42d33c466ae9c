#pragma once

#include <gtk/gtk.h>

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* Asks where, and writes all of the client there as a client file; @from says how it went. @record is only read now. */
void smr_client_export_choose (GtkWidget *from, SmrCatalogue *catalogue, const SmrRecord *record);

G_END_DECLS
