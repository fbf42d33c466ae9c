#pragma once

#include "smr-handout-blocks.h"
#include "smr-sheet-text.h"

G_BEGIN_DECLS

/* The "overview" layout: all items side by side in small cells, with as many words as leave the sheet on one page.
 * So many items that one page does not hold even the shortest run on to the next. */
GPtrArray *smr_handout_overview_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height);

G_END_DECLS
