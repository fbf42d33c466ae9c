#pragma once

#include <adwaita.h>

#include "smr-designer.h"
#include "smr-plan-row.h"

G_BEGIN_DECLS

/* The designer: muscles are picked, the plan follows at once, and is changed by hand where the trainer knows better.
 * A draft is kept about a second after each change and when the page is left. */

#define SMR_TYPE_ROUTINE_PAGE (smr_routine_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrRoutinePage, smr_routine_page, SMR, ROUTINE_PAGE, AdwNavigationPage)

/* @routine: 0 for a new one. NULL and @error when client or routine cannot be read. */
SmrRoutinePage *smr_routine_page_new (SmrWorkspace *workspace, gint64 client, gint64 routine, GError **error);

/* All (transfer none). Whoever adds to the page works on its designer, and the page follows. */
SmrDesigner    *smr_routine_page_get_designer (SmrRoutinePage *self);
SmrRoutine     *smr_routine_page_get_routine (SmrRoutinePage *self);

/* The item at @index gets the focus. */
void            smr_routine_page_focus_item  (SmrRoutinePage *self, guint index);
/* (nullable) (transfer none) */
SmrPlanRow     *smr_routine_page_find_row    (SmrRoutinePage *self, guint index);
/* Shows @popover where an exercise is added to @phase. */
void            smr_routine_page_offer       (SmrRoutinePage *self, SmrPhase phase, GtkPopover *popover);
/* @text in passing, with a button that undoes the last step. */
void            smr_routine_page_say_undoable (SmrRoutinePage *self, const char *text);

G_END_DECLS
