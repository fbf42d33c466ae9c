#pragma once

#include <adwaita.h>

#include "smr-date.h"

G_BEGIN_DECLS

/* An AdwEntryRow for a day: its title goes on with an example of how a day is written here. @day: what it holds at first;
 * SMR_DATE_NONE: nothing. */
void smr_date_row_prepare (AdwEntryRow *row, SmrDate day);

G_END_DECLS
