#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as it is compared in searches: case and accents gone, "ø ł đ ß æ ё" and their like spelled plainly, white
 * space single, what separates words turned into a space. Every place that searches folds with this. (transfer full) */
char  *smr_fold       (const char *text);
/* The folded words of @text. (transfer full) */
GStrv  smr_fold_words (const char *text);
/* Every word of @query begins some word of @folded, in any order. An empty query matches. */
gboolean smr_fold_matches (const char *folded, const char * const *query);
/* @word begins like @typed, at most one letter being wrong, missing, too many or swapped with its neighbour; what is
 * shorter than four letters has to be right. Both folded. */
gboolean smr_fold_begins_nearly (const char *word, const char *typed);
/* Like smr_fold_matches(), with one such mistake in each word. */
gboolean smr_fold_matches_nearly (const char *folded, const char * const *query);

G_END_DECLS
