#include "config.h"

#include "smr-clearance-row.h"

#include <glib/gi18n.h>

#include "smr-clearance-words.h"
#include "smr-outcome.h"

static char *
describe (const SmrClearance *clearance)
{
  g_autofree char *dated = smr_date_format (clearance->dated);
  g_autofree char *expires = NULL;

  if (clearance->withdrawal != NULL && *clearance->withdrawal->reason != '\0')
    /* Translators: a physician's name, a day, and why the clearance was withdrawn */
    return g_strdup_printf (_("%s, from %s. Withdrawn: %s"), clearance->physician, dated, clearance->withdrawal->reason);
  if (clearance->expires == SMR_DATE_NONE)
    return g_strdup_printf (_("%s, from %s"), clearance->physician, dated);
  expires = smr_date_format (clearance->expires);
  return g_strdup_printf (_("%s, from %s until %s"), clearance->physician, dated, expires);
}

void
smr_clearance_row_add_mark (AdwActionRow *row, const char *icon, const char *label, const char *style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);

  gtk_widget_add_css_class (box, style);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), text);
  adw_action_row_add_suffix (row, box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, text, NULL, -1);
}

GtkWidget *
smr_clearance_row_new (SmrWorkspace *workspace, const SmrRecord *record, guint index)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (workspace);
  SmrDate today = smr_workspace_get_today (workspace);
  const SmrClearance *clearance = g_ptr_array_index (record->clearances, index);
  g_autoptr (GArray) effects = smr_record_judge_clearance (catalogue, record, index, today);
  SmrClearanceMark mark = smr_clearance_get_mark ((const SmrClearanceEffect *) effects->data, effects->len, today);
  g_autofree char *names = smr_clearance_describe_conditions (catalogue, clearance->conditions, smr_workspace_get_language (workspace));
  g_autofree char *title = g_markup_printf_escaped (clearance->withdrawal != NULL ? "<s>%s</s>" : "%s", names);
  g_autofree char *text = describe (clearance);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("smr-needs-clearance-symbolic"));
  smr_clearance_row_add_mark (ADW_ACTION_ROW (row), mark.icon, mark.label, mark.style);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  /* In this order: a known action without its target is warned about. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", clearance->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "client.view-clearance");
  return row;
}
