#pragma once

#include "smr-catalogue.h"
#include "smr-json.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* What the files of the client file share. */

/* --- letters (smr-client-file-letters.c) ------------------------------------------------------------------ */

/* Reads the array "letters" of @object. Clearances must be there already, their `id` being their place in the file,
 * counted from 1. */
void smr_client_file_read_letters  (SmrJsonWalk *walk, SmrCatalogue *catalogue, JsonObject *object, SmrRecord *record);
void smr_client_file_write_letters (JsonBuilder *builder, const SmrRecord *record);

G_END_DECLS
