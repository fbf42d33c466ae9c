#pragma once

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* A letter of @today about everything that needs a clearance, to the physician who was last asked or who last answered;
 * without any condition when nothing needs one. (transfer full) */
SmrLetter *smr_letter_propose    (SmrCatalogue *catalogue, const SmrRecord *record, SmrDate today);
/* (nullable) (transfer none) @letters: (element-type SmrLetter) */
const SmrLetter *smr_letters_find (GPtrArray *letters, gint64 id);

/* What became of it, as a sentence: "Sent on 5 November 2026, no reply yet (18 days)". (transfer full) */
char      *smr_letter_dup_state  (const SmrLetter *self, SmrDate today);

G_END_DECLS
