#pragma once

#include "smr-routine-page.h"

G_BEGIN_DECLS

/* The actions of the designer page on whole routines: routine.compare-versions, routine.duplicate and routine.copy-to,
 * which asks for the client. A copy is a new draft; for another client it is planned anew with that client's screening,
 * and what came out differently is listed. */
void smr_routine_copies_install (GtkWidgetClass *page_class);

/* The routine as a draft of another client: planned for the same muscles under that client's form, with the changes that
 * were made by hand where they are permitted. Returns its id; 0 and @error if it could not be stored.
 * @made: (out) (transfer full) */
gint64 smr_routine_copy_to_client (SmrDesigner *designer, gint64 client, SmrRoutine **made, GError **error);

G_END_DECLS
