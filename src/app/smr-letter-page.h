#pragma once

#include "smr-paper-page.h"

G_BEGIN_DECLS

/* A letter that asks a physician for a clearance: to whom, about what, as it will look. It is on record as soon as it is
 * printed or saved; whether it was sent is noted afterwards. */
#define SMR_TYPE_LETTER_PAGE (smr_letter_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrLetterPage, smr_letter_page, SMR, LETTER_PAGE, SmrPaperPage)

/* @letter: one that is on record, to be printed again as it was; 0: a new one about all that needs a clearance. NULL and
 * @error when the records cannot be read. */
SmrLetterPage *smr_letter_page_new (SmrWorkspace *workspace, gint64 client, gint64 letter, GError **error);

G_END_DECLS
