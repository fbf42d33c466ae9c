#include "config.h"

#include "smr-progress-rows.h"

#include <glib/gi18n.h>

#include "smr-incident-fields.h"
#include "smr-outcome.h"
#include "smr-routine-words.h"
#include "smr-screening.h"

static GtkWidget *
new_row (const char *icon, const char *title, char **parts)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = g_strjoinv (" · ", parts);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  return row;
}

static char *
describe_pain (const SmrSession *session)
{
  if (session->pain_before >= 0 && session->pain_after >= 0)
    return g_strdup_printf (_("Pain %d before, %d after"), session->pain_before, session->pain_after);
  if (session->pain_after >= 0)
    return g_strdup_printf (_("Pain %d after"), session->pain_after);
  if (session->pain_before >= 0)
    return g_strdup_printf (_("Pain %d before"), session->pain_before);
  return g_strdup (_("Pain not noted"));
}

/* "4 of 6 done, 1 changed", or in one word. */
static char *
describe_done (const SmrSession *session)
{
  guint done = smr_session_count_items (session, SMR_DONE_AS_PLANNED);
  guint changed = smr_session_count_items (session, SMR_DONE_CHANGED);

  if (session->done_as_planned || session->items->len == 0)
    return g_strdup (session->done_as_planned ? _("done as planned") : _("not all done"));
  if (changed > 0)
    return g_strdup_printf (_("%u of %u done, %u changed"), done, session->items->len, changed);
  return g_strdup_printf (_("%u of %u done"), done, session->items->len);
}

GtkWidget *
smr_session_row_new (const SmrSession *session)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *day = smr_date_format (session->date);
  g_auto (GStrv) list = NULL;

  g_strv_builder_take (parts, describe_pain (session));
  if (session->version != 0)
    g_strv_builder_take (parts, g_strdup_printf (_("“%s”, version %d"), session->title, session->version));
  g_strv_builder_take (parts, describe_done (session));
  if (session->setting != SMR_SETTING_NOT_NOTED)
    g_strv_builder_add (parts, smr_setting_get_label (session->setting));
  if (*session->note != '\0')
    g_strv_builder_add (parts, session->note);
  list = g_strv_builder_end (parts);
  return new_row (session->done_as_planned ? "object-select-symbolic" : "list-remove-symbolic", day, list);
}

GtkWidget *
smr_incident_row_new (SmrCatalogue *catalogue, const SmrIncident *incident, const char *language)
{
  const SmrStopSign *sign = smr_catalogue_find_sign (catalogue, incident->sign);
  const char *name = sign != NULL ? smr_text_get (sign->name, language) : incident->sign;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *day = smr_date_format (incident->date);
  /* Translators: a day, and the stop sign or the news of that day */
  g_autofree char *title = g_strdup_printf (_("%s: %s"), day, name);
  g_auto (GStrv) list = NULL;
  GtkWidget *row;

  g_strv_builder_add (parts, sign != NULL && sign->urgency == SMR_URGENCY_NEWS ? _("Health news") : _("Stop sign"));
  if (incident->places->len > 0)
    g_strv_builder_take (parts, smr_places_dup_text (incident->places, catalogue, language));
  if (*incident->done != '\0')
    g_strv_builder_add (parts, incident->done);
  if (*incident->note != '\0')
    g_strv_builder_add (parts, incident->note);
  list = g_strv_builder_end (parts);
  row = new_row ("dialog-warning-symbolic", title, list);
  gtk_widget_add_css_class (row, "warning");
  return row;
}
