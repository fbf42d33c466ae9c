#include "config.h"

#include "smr-form-changes.h"

#include <glib/gi18n.h>

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

static const char *
get_reply_label (SmrReply reply)
{
  switch (reply)
    {
    case SMR_REPLY_UNANSWERED:
      return _("Not answered");
    case SMR_REPLY_NO:
      return _("No");
    case SMR_REPLY_YES:
      return _("Yes");
    case SMR_REPLY_NOT_SURE:
      return _("Not sure");
    }
  g_return_val_if_reached (NULL);
}

static void
add_facts (GStrvBuilder *parts, const SmrCondition *condition, const SmrAnswer *answer, const char *language)
{
  for (guint i = 0; i < answer->facts->len; i++)
    {
      const SmrFact *fact = smr_condition_find_fact (condition, g_ptr_array_index (answer->facts, i));

      if (fact != NULL)
        g_strv_builder_add (parts, smr_text_get (fact->text, language));
    }
}

/* "Yes · Knee, left · 3 May 2026 · ..." */
static char *
describe (SmrCatalogue *catalogue, const SmrCondition *condition, const SmrAnswer *answer, const char *language)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (is_unanswered (answer))
    return g_strdup (get_reply_label (SMR_REPLY_UNANSWERED));

  g_strv_builder_add (parts, get_reply_label (answer->reply));
  if (answer->places->len > 0)
    g_strv_builder_take (parts, smr_places_dup_text (answer->places, catalogue, language));
  if (answer->date != SMR_DATE_NONE)
    g_strv_builder_take (parts, smr_date_format (answer->date));
  if (answer->weeks >= 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("week %d", "week %d", answer->weeks), answer->weeks));
  if (answer->healed_and_sealed != SMR_REPLY_UNANSWERED)
    g_strv_builder_add (parts, answer->healed_and_sealed == SMR_REPLY_YES ? _("healed") : _("not healed"));
  add_facts (parts, condition, answer, language);
  if (*answer->text != '\0')
    g_strv_builder_take (parts, g_strdup_printf (_("“%s”"), answer->text));
  list = g_strv_builder_end (parts);
  return g_strjoinv (" · ", list);
}

static GtkWidget *
make_row (SmrCatalogue *catalogue, const SmrCondition *condition, const SmrAnswer *before, const SmrAnswer *after, const char *language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *then = describe (catalogue, condition, before, language);
  g_autofree char *now = describe (catalogue, condition, after, language);
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
