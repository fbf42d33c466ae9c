#pragma once

#include <adwaita.h>

#include "smr-screening.h"

G_BEGIN_DECLS

/* A row that says one reason: condition and what it does, where, since when, until when, and who says so. */
GtkWidget *smr_reason_row_new (SmrCatalogue *catalogue, const SmrReason *reason, const char *language);

G_END_DECLS
