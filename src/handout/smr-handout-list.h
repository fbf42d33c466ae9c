#pragma once

#include "smr-handout-blocks.h"
#include "smr-sheet-text.h"

G_BEGIN_DECLS

/* The "list" layout: head, safety, phases with an item under the other, signatures. */

/* (element-type SmrBlock) from top to bottom, for pages of @height. (transfer full) */
GPtrArray *smr_handout_list_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height);
/* What stands under every page; its height does not depend on @page. (transfer full) */
SmrBlock  *smr_handout_list_new_foot   (const SmrSheetText *text, const SmrSetter *setter, const char *page);

G_END_DECLS
