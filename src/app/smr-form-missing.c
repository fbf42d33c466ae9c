#include "config.h"

#include "smr-form-missing.h"

#include <glib/gi18n.h>

#include "smr-screening.h"

GtkWidget *
smr_form_missing_new (SmrCatalogue *catalogue, const SmrIntake *form, const char *language)
{
  g_autoptr (GPtrArray) rows = smr_intake_get_unasked_rows (form, catalogue);
  AdwPreferencesGroup *group;

  if (rows->len == 0)
    return NULL;

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _("Not on this form"));
  adw_preferences_group_set_description (group, _("What came later, or was left out, counts as yes until a new form answers it. The rest of the form stays valid."));
  for (guint i = 0; i < rows->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (rows, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), smr_text_get (condition->name, language));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), smr_text_get (condition->question, language));
      adw_preferences_group_add (group, row);
    }
  return GTK_WIDGET (group);
}
