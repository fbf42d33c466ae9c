#pragma once

#include "smr-date.h"

G_BEGIN_DECLS

/* Dates as the user's locale writes them. Files and the command line keep YYYY-MM-DD, which is understood here as well. */

/* Empty, or only spaces: TRUE and no date. FALSE: it is no date, or could be two. */
gboolean smr_date_read          (const char *text, SmrDate *date);
/* The same where a day is needed: nothing is none. */
gboolean smr_date_read_day      (const char *text, SmrDate *date);
/* In figures, for an entry: "31.12.1990". (transfer full) */
char    *smr_date_write         (SmrDate date);
/* A title that names the format by an example: "Date of birth, such as 31.05.1984". (transfer full) */
char    *smr_date_make_title    (const char *title);
/* What is said beside an entry with something else in it, naming the format. (transfer full) */
char    *smr_date_get_hint      (void);
/* Why a day that is over by @today, of somebody born on @born, cannot be @date; NULL: it can. (nullable) (transfer none) */
const char *smr_date_find_problem (SmrDate date, SmrDate born, SmrDate today);

G_END_DECLS
