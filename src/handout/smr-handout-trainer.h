#pragma once

#include "smr-handout-blocks.h"
#include "smr-sheet-text.h"

G_BEGIN_DECLS

/* The trainer's copy: why the plan is as it is. What screening and gate say, why each item is there, the quick check. */
GPtrArray *smr_handout_trainer_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height);

G_END_DECLS
