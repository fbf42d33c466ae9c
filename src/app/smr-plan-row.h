#pragma once

#include <gtk/gtk.h>

#include "smr-designer.h"

G_BEGIN_DECLS

/* One item of a plan: what, how much, on which side, with what, how long and why; the steps when opened. What is chosen
 * from its menu goes to the page's actions with the index of the item: routine.usual-dose, routine.swap-exercise,
 * routine.note, routine.remove-item (u) and routine.move-item (uu: from, to). */

#define SMR_TYPE_PLAN_ROW (smr_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (SmrPlanRow, smr_plan_row, SMR, PLAN_ROW, GtkListBoxRow)

GtkWidget  *smr_plan_row_new      (void);
/* The item at @index of the routine. @finding: (nullable): why it cannot be handed out. */
void        smr_plan_row_show     (SmrPlanRow *self, const SmrRoutineState *state, guint index, const char *finding);
/* (nullable): interned id of what it shows */
const char *smr_plan_row_get_exercise (SmrPlanRow *self);
void        smr_plan_row_set_open (SmrPlanRow *self, gboolean open);
/* Shows @popover at the button that asks for other exercises, which it does with routine.swap-exercise. */
void        smr_plan_row_offer    (SmrPlanRow *self, GtkPopover *popover);
gboolean    smr_plan_row_get_open (SmrPlanRow *self);

G_END_DECLS
