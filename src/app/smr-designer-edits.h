#pragma once

#include "smr-designer.h"
#include "smr-progression.h"

G_BEGIN_DECLS

/* What a trainer does to a routine, each as one step with a name that can stand behind "Undo". An @index that is not there, and a routine that was
 * handed out, are left alone: a dialog may outlive the item that it was opened for. */

/* @sides: NONE leaves the muscle out. A side that is overactive is not underactive any more, and the other way round. */
void        smr_designer_pick            (SmrDesigner *self, const char *muscle, SmrRole role, SmrSide sides);
void        smr_designer_set_accept_substitutes (SmrDesigner *self, gboolean accept);

/* TRUE: there is such an item, and it may be changed. */
gboolean    smr_designer_is_item         (SmrDesigner *self, guint index);
const SmrItem *smr_designer_get_item     (SmrDesigner *self, guint index);
const char *smr_designer_get_item_name   (SmrDesigner *self, guint index);

void        smr_designer_remove_item     (SmrDesigner *self, guint index);
/* Only inside the phase. */
void        smr_designer_move_item       (SmrDesigner *self, guint from, guint to);
/* @join: one step with the one before, as for a figure that is turned up one by one */
void        smr_designer_set_item_dose   (SmrDesigner *self, guint index, const SmrDose *dose, gboolean join);
/* @note: (nullable) */
void        smr_designer_set_item_note   (SmrDesigner *self, guint index, const char *note);
/* Begins anew with a routine that was made for nobody in particular, as smr_plan_adopt() makes it the client's; the
 * client's level and place stay. @planned: what the rules had planned where @routine comes from */
void        smr_designer_adopt           (SmrDesigner *self, const SmrRoutine *routine, const SmrRoutine *planned);
/* Begins anew with the muscles of a starting point. */
void        smr_designer_begin_at        (SmrDesigner *self, const SmrStartingPoint *point);

/* At the end of its phase; returns its index. */
guint       smr_designer_add_item        (SmrDesigner *self, const SmrItem *item);
/* @item in place of the one at @index. */
void        smr_designer_replace_item    (SmrDesigner *self, guint index, const SmrItem *item);

/* Fills in what smr_designer_check_trios() finds missing: one part of one line, or all. */
void        smr_designer_fill_trio       (SmrDesigner *self, guint line, SmrPhase phase);
void        smr_designer_fill_trios      (SmrDesigner *self);

/* What may come after the version that was handed out. (transfer full) (nullable): nothing, or this is a draft */
SmrProgression *smr_designer_get_progression (SmrDesigner *self);
/* Begins a version, and does there what the progression proposes: one step that can be undone. */
void        smr_designer_take_progression (SmrDesigner *self);

G_END_DECLS
