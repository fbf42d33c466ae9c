#pragma once

#include "smr-catalogue.h"
#include "smr-store.h"

G_BEGIN_DECLS

/* The sample practice: made-up people to try the program with, in a file of its own, marked as such. */

/* $XDG_DATA_HOME/smr-coach/sample.db (transfer full) */
char     *smr_sample_get_path (void);

/* Opens the sample practice; makes it when it is not there, with dates that fit @today. (transfer full) (nullable) */
SmrStore *smr_sample_open     (SmrCatalogue *catalogue, SmrDate today, GError **error);

G_END_DECLS
