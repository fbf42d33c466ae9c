#pragma once

#include "smr-handout-blocks.h"
#include "smr-sheet-text.h"

G_BEGIN_DECLS

/* Appends the diary on a page of its own: a table for each of four weeks, days by items, with pain and notes. */
void smr_handout_add_diary (GPtrArray *blocks, const SmrSheetText *text, const SmrSetter *setter);

G_END_DECLS
