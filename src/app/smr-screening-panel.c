#include "config.h"

#include "smr-screening-panel.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-reason-row.h"

struct _SmrScreeningPanel
{
  AdwBin               parent_instance;

  AdwPreferencesPage  *page;
  AdwPreferencesGroup *regions_group;   /* (nullable): both are made anew each time */
  AdwPreferencesGroup *reasons_group;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SmrScreeningPanel, smr_screening_panel, ADW_TYPE_BIN)

static AdwPreferencesGroup *
replace_group (SmrScreeningPanel *self, AdwPreferencesGroup *old, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (old != NULL)
    adw_preferences_page_remove (self->page, old);
  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (self->page, group);
  return group;
}

static void
add_row (AdwPreferencesGroup *group, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_preferences_group_add (group, row);
}

static void
show_regions (SmrScreeningPanel *self, SmrCatalogue *catalogue, SmrScreening *screening, const char *language)
{
  gboolean any = FALSE;

  self->regions_group = replace_group (self, self->regions_group, _("Regions left out"));
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
    {
      g_autoptr (GArray) places = smr_screening_get_excluded (screening, phase);
      g_autofree char *text = NULL;

      if (places->len == 0)
        continue;
      text = smr_places_dup_text (places, catalogue, language);
      add_row (self->regions_group, smr_phase_get_icon (phase), smr_phase_get_label (phase), text);
      any = TRUE;
    }
  if (!any)
    add_row (self->regions_group, NULL, _("None"), "");
}

static gboolean
is_left_open (SmrCatalogue *catalogue, const SmrIntake *form, const SmrReason *reason)
{
  const SmrCondition *condition = smr_catalogue_find_condition (catalogue, reason->condition);
  const SmrAnswer *answer = smr_intake_get_answer (form, reason->condition);

  return condition != NULL && !condition->computed && (answer == NULL || answer->reply == SMR_REPLY_UNANSWERED);
}

static void
show_reasons (SmrScreeningPanel *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrIntake *form, const char *language)
{
  GPtrArray *reasons = smr_screening_get_reasons (screening);
  guint n_open = 0;

  self->reasons_group = replace_group (self, self->reasons_group, _("Why"));
  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);

      if (is_left_open (catalogue, form, reason))
        n_open++;
      else
        adw_preferences_group_add (self->reasons_group, smr_reason_row_new (catalogue, reason, language));
    }
  if (n_open > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u row without an answer counts as yes", "%u rows without an answer count as yes", n_open), n_open);

      add_row (self->reasons_group, smr_outcome_get_icon (SMR_OUTCOME_BLOCKED), text, "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reasons_group), reasons->len > 0);
}

static void
smr_screening_panel_class_init (SmrScreeningPanelClass *klass)
{
}

static void
smr_screening_panel_init (SmrScreeningPanel *self)
{
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

void
smr_screening_panel_show (SmrScreeningPanel *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrIntake *form, const char *language)
{
  show_regions (self, catalogue, screening, language);
  show_reasons (self, catalogue, screening, form, language);
}
