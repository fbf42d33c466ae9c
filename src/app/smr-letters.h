#pragma once

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* A letter of @today about everything that needs a clearance, to the physician who was last asked or who last answered;
 * without any condition when nothing needs one. (transfer full) */
SmrLetter *smr_letter_propose    (SmrCatalogue *catalogue, const SmrRecord *record, SmrDate today);

G_END_DECLS
