#include "config.h"

#include "smr-date-row.h"

#include "smr-date-words.h"

void
smr_date_row_prepare (AdwEntryRow *row, SmrDate day)
{
  g_autofree char *title = smr_date_make_title (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (day != SMR_DATE_NONE)
    {
      g_autofree char *text = smr_date_write (day);

      gtk_editable_set_text (GTK_EDITABLE (row), text);
    }
}
