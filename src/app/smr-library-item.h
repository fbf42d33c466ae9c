#pragma once

#include "smr-catalogue.h"

G_BEGIN_DECLS

/* One exercise of the library's list. */

#define SMR_TYPE_LIBRARY_ITEM (smr_library_item_get_type ())
G_DECLARE_FINAL_TYPE (SmrLibraryItem, smr_library_item, SMR, LIBRARY_ITEM, GObject)

SmrLibraryItem    *smr_library_item_new          (SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language);
const SmrExercise *smr_library_item_get_exercise (SmrLibraryItem *self);
/* What it is searched by, see smr_exercise_dup_words(). */
const char        *smr_library_item_get_words    (SmrLibraryItem *self);

G_END_DECLS
