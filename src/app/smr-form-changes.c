#include "config.h"

#include "smr-form-changes.h"

#include <glib/gi18n.h>

#include "smr-answer-words.h"
#include "smr-outcome.h"

static gboolean
is_unanswered (const SmrAnswer *answer)
{
  return answer == NULL || answer->reply == SMR_REPLY_UNANSWERED;
}

static gboolean
is_same (const SmrAnswer *before, const SmrAnswer *after)
{
  if (is_unanswered (before) || is_unanswered (after))
    return is_unanswered (before) && is_unanswered (after);
  return smr_answer_equal (before, after);
}

static GtkWidget *
make_row (SmrCatalogue *catalogue, const SmrCondition *condition, const SmrAnswer *before, const SmrAnswer *after, const char *language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *then = smr_answer_describe (catalogue, condition, before, language);
  g_autofree char *now = smr_answer_describe (catalogue, condition, after, language);
  g_autofree char *text = g_strdup_printf (_("Before: %s\nNow: %s"), then, now);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), smr_text_get (condition->name, language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

GtkWidget *
smr_form_changes_new (SmrCatalogue *catalogue, const SmrIntake *before, const SmrIntake *after, const char *language)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  g_autofree char *day = smr_date_format (before->signed_on);
  g_autofree char *title = g_strdup_printf (_("Changed since the form of %s"), day);
  gboolean any = FALSE;

  adw_preferences_group_set_title (group, title);
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      const SmrAnswer *then = smr_intake_get_answer (before, condition->id);
      const SmrAnswer *now = smr_intake_get_answer (after, condition->id);

      if (is_same (then, now))
        continue;
      adw_preferences_group_add (group, make_row (catalogue, condition, then, now, language));
      any = TRUE;
    }
  if (!any)
    adw_preferences_group_set_description (group, _("Nothing: every answer is the same."));
  return GTK_WIDGET (group);
}
