#pragma once

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* "Knee, left; Neck", and "the whole body" for all of them. @places: (element-type SmrPlace), not empty. (transfer full) */
char *smr_places_describe (SmrCatalogue *catalogue, GArray *places, const char *language);

G_END_DECLS
