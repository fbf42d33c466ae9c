#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A group of rows that grows: what is chosen from a list that can be searched, each once, in the order in which it was
 * chosen, each with a button that takes it out again. */

#define SMR_TYPE_PICK_LIST (smr_pick_list_get_type ())
G_DECLARE_FINAL_TYPE (SmrPickList, smr_pick_list, SMR, PICK_LIST, AdwPreferencesGroup)

/* Before anything is picked. @id: interned */
void               smr_pick_list_add_choice (SmrPickList *self, const char *id, const char *name);
void               smr_pick_list_pick       (SmrPickList *self, const char *id);
/* The ids, NULL behind the last one. (transfer container) */
const char       **smr_pick_list_dup_ids    (SmrPickList *self);
/* The row to say a problem at. */
AdwPreferencesRow *smr_pick_list_get_row    (SmrPickList *self);

G_END_DECLS
