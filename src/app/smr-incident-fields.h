#pragma once

#include <adwaita.h>

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* A stop sign or news in a form: which, where, and what was done about it. */
#define SMR_TYPE_INCIDENT_FIELDS (smr_incident_fields_get_type ())
G_DECLARE_FINAL_TYPE (SmrIncidentFields, smr_incident_fields, SMR, INCIDENT_FIELDS, AdwPreferencesGroup)

/* @stop_signs_only: without news. */
SmrIncidentFields *smr_incident_fields_new          (SmrCatalogue *catalogue, const char *language, gboolean stop_signs_only);
/* (transfer full) (nullable): NULL while none is chosen */
SmrIncident       *smr_incident_fields_dup_incident (SmrIncidentFields *self, SmrDate date);
/* Where the typing begins. (transfer none) */
GtkWidget         *smr_incident_fields_get_first    (SmrIncidentFields *self);

/* "Call emergency services", "Get medical help today" ... */
const char        *smr_urgency_get_label            (SmrUrgency urgency);

G_END_DECLS
