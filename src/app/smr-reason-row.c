#include "config.h"

#include "smr-reason-row.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-places.h"

/* Where, since when, until when, and who says so. */
static char *
describe (SmrCatalogue *catalogue, const SmrReason *reason, const char *language)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (reason->places != NULL && reason->places->len > 0)
    {
      g_autofree char *places = smr_places_describe (catalogue, reason->places, language);

      g_strv_builder_take (parts, g_strdup_printf (_("Out: %s"), places));
    }
  if (reason->since != SMR_DATE_NONE)
    {
      g_autofree char *day = smr_date_format (reason->since);

      g_strv_builder_take (parts, g_strdup_printf (_("Since %s"), day));
    }
  if (reason->until != SMR_DATE_NONE)
    {
      g_autofree char *day = smr_date_format (reason->until);

      g_strv_builder_take (parts, g_strdup_printf (_("Until %s"), day));
    }
  if (reason->source != NULL && *reason->source != '\0')
    g_strv_builder_take (parts, g_strdup_printf (_("Source: %s"), reason->source));
  list = g_strv_builder_end (parts);
  return g_strjoinv (" · ", list);
}

GtkWidget *
smr_reason_row_new (SmrCatalogue *catalogue, const SmrReason *reason, const char *language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = smr_reason_dup_text (reason, language);
  g_autofree char *details = describe (catalogue, reason, language);
  SmrOutcome worst = SMR_OUTCOME_ALLOWED;

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
    worst = MAX (worst, reason->outcomes[phase]);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (smr_outcome_get_icon (worst)));
  return row;
}
