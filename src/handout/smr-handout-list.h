#pragma once

#include "smr-handout-blocks.h"
#include "smr-sheet-text.h"

G_BEGIN_DECLS

/* The "list" layout and large print: head, safety, phases with an item under the other, signatures. */

/* (element-type SmrBlock) from top to bottom, for pages of @height. (transfer full) */
GPtrArray *smr_handout_list_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height);

G_END_DECLS
