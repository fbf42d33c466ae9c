#pragma once

#include "smr-handout-blocks.h"
#include "smr-sheet-text.h"

G_BEGIN_DECLS

/* The parts of an item, as every layout sets them. All but the picture return the y below. */

/* One that is drawn, or a photo. */
gboolean smr_item_has_picture (const SmrSheetItem *item);
/* In a square of @size; nothing where there is no picture. */
void   smr_item_add_picture (SmrBlock *block, const SmrSheetItem *item, double x, double y, double size);
/* Name with its chips, dose under it. */
double smr_item_add_head    (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, SmrFace name_face,
                             SmrFace dose_face, double x, double y, double width);
/* What the exercise needs, one behind the other. */
double smr_item_add_facts   (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, SmrFace face,
                             double x, double y, double width);
/* The same in short, with the side before it. */
double smr_item_add_needs   (SmrBlock *block, const SmrSheetItem *item, const SmrSetter *setter, SmrFace face,
                             double x, double y, double width);
/* Position to begin with, steps, cue, mistake, cares and the trainer's note. */
double smr_item_add_words   (SmrBlock *block, const SmrSheetText *text, const SmrSheetItem *item, const SmrSetter *setter,
                             double x, double y, double width);

G_END_DECLS
