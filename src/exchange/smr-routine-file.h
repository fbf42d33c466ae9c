#pragma once

#include "smr-client-file.h"

G_BEGIN_DECLS

/* A routine as JSON text, in the form that client files have, with what the rules had planned when it was kept: what
 * differs was done by hand, and can be done again for somebody else. */

/* (transfer full) */
char       *smr_routine_file_write (const SmrRoutine *routine, const SmrRoutine *planned);
/* Muscles, exercises and tools that the catalogue does not know are left out.
 * @planned: (out) (transfer full): what the rules had planned; @missing: (out) (transfer full): the ids that were left out
 * (transfer full) (nullable): NULL and @error if it cannot be read */
SmrRoutine *smr_routine_file_parse (SmrCatalogue *catalogue, const char *text, SmrRoutine **planned, GStrv *missing, GError **error);

G_END_DECLS
