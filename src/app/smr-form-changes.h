#pragma once

#include <adwaita.h>

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* What changed from one signed form to the next: a group with a row for each answer that is not the same. */
GtkWidget *smr_form_changes_new (SmrCatalogue *catalogue, const SmrIntake *before, const SmrIntake *after, const char *language);

G_END_DECLS
