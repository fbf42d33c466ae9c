#include "config.h"

#include "smr-reason-row.h"

#include "smr-outcome.h"

GtkWidget *
smr_reason_row_new (SmrCatalogue *catalogue, const SmrReason *reason, const char *language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *details = NULL;
  g_autofree char *text = smr_reason_dup_shown (reason, catalogue, language, smr_date_format, &details);
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
