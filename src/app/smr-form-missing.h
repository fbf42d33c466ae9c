#pragma once

#include <adwaita.h>

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* The health rows that a signed form does not answer, by name: they came later, or were left out where it was filled in.
 * (nullable): NULL when it answers all. */
GtkWidget *smr_form_missing_new (SmrCatalogue *catalogue, const SmrIntake *form, const char *language);

G_END_DECLS
