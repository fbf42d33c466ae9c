#pragma once

#include "smr-catalogue.h"

G_BEGIN_DECLS

/* What an exercise is found by, folded: its name, its tools and every name of its muscles, in @language and in English.
 * To be searched with smr_fold_matches() and, if nothing is spelt like this, smr_fold_matches_nearly(). (transfer full) */
char *smr_exercise_dup_words (SmrCatalogue *catalogue, const SmrExercise *exercise, const char *language);

G_END_DECLS
