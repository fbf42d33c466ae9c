#pragma once

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* Names of medicines and conditions in free text: whole words in any case and with any accents, and names of six letters or
 * more also with one letter wrong. Finding a word only ever raises a row. */

typedef struct _SmrWordIndex SmrWordIndex;

typedef struct
{
  const char *word;             /* of the catalogue; interned */
  char       *written;          /* (nullable): how it was misspelt, folded; NULL: as it is */
} SmrFoundWord;

/* @ordinary: words that are no misspelling of a name; they end with NULL. Both must outlive the index. */
SmrWordIndex *smr_word_index_new  (GPtrArray *word_lists, const char **ordinary);
void          smr_word_index_free (SmrWordIndex *self);

/* What the free texts of @intake raise: condition id -> SmrFoundWord. (transfer full) */
GHashTable   *smr_intake_find_words (const SmrIntake *self, SmrCatalogue *catalogue);

/* The two differ by one letter that is missing, added or another one, or by two neighbours that changed places. */
gboolean      smr_word_is_near    (const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrWordIndex, smr_word_index_free)

G_END_DECLS
