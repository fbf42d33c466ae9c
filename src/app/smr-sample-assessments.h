#pragma once

#include "smr-record.h"

G_BEGIN_DECLS

/* Two assessments of a client of the sample practice, some weeks apart. */
void smr_sample_add_assessments (SmrRecord *record, SmrDate today);

G_END_DECLS
