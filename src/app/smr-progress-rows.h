#pragma once

#include <adwaita.h>

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* What happened with a client, one row each: the day, and what matters of it. */
GtkWidget *smr_session_row_new  (const SmrSession *session);
GtkWidget *smr_incident_row_new (SmrCatalogue *catalogue, const SmrIncident *incident, const char *language);

G_END_DECLS
