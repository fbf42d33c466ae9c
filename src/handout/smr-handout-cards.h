#pragma once

#include "smr-handout-blocks.h"
#include "smr-sheet-text.h"

G_BEGIN_DECLS

/* The layouts of cards to cut out or to pin up: a front sheet with head, safety, steps and signatures, then every
 * item on a card of its own, one, two or four to a page. */
GPtrArray *smr_handout_cards_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height);

G_END_DECLS
