#include "config.h"

#include "smr-assessment-view.h"

#include <glib/gi18n.h>

#include "smr-assessment-words.h"
#include "smr-outcome.h"
#include "smr-rows.h"

struct _SmrAssessmentView
{
  AdwDialog            parent_instance;

  SmrWorkspace        *workspace;
  SmrAssessment       *assessment;
  GPtrArray           *earlier;         /* (element-type SmrAssessment) the latest first, as in the list */
  GPtrArray           *change_rows;     /* (element-type GtkWidget) */

  AdwPreferencesPage  *page;
  AdwPreferencesGroup *about_group;
  AdwPreferencesGroup *compare_group;
  AdwComboRow         *compare_row;
};

G_DEFINE_FINAL_TYPE (SmrAssessmentView, smr_assessment_view, ADW_TYPE_DIALOG)

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = smr_row_new (icon, title, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  return row;
}

/* --- what was seen and measured --------------------------------------------------------------------------- */

static void
show_about (SmrAssessmentView *self)
{
  if (*self->assessment->trainer != '\0')
    add_row (self->about_group, NULL, _("Trainer"), self->assessment->trainer);
  if (*self->assessment->note != '\0')
    add_row (self->about_group, NULL, _("Note"), self->assessment->note);
  gtk_widget_set_visible (GTK_WIDGET (self->about_group), *self->assessment->trainer != '\0' || *self->assessment->note != '\0');
}

static void
show_part (SmrAssessmentView *self, const SmrAssessmentPart *part)
{
  const char *language = smr_workspace_get_language (self->workspace);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *title = g_markup_escape_text (smr_text_get (part->name, language), -1);
  guint n_seen = 0;

  adw_preferences_group_set_title (group, title);
  for (guint i = 0; i < part->observations->len; i++)
    {
      const SmrObservation *observation = g_ptr_array_index (part->observations, i);
      SmrSide side = smr_assessment_get_side (self->assessment, observation->id);
      g_autofree char *label = NULL;

      if (side == SMR_SIDE_NONE)
        continue;
      label = smr_observation_dup_label (observation, side, language);
      add_row (group, NULL, label, observation->note != NULL ? smr_text_get (observation->note, language) : NULL);
      n_seen++;
    }
  if (n_seen == 0)
    add_row (group, "object-select-symbolic", _("Looked at, no sign seen"), NULL);
  adw_preferences_page_add (self->page, group);
}

static void
show_ranges (SmrAssessmentView *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GPtrArray *joints = smr_catalogue_get_joints (smr_workspace_get_catalogue (self->workspace));

  adw_preferences_group_set_title (group, _("Range of motion"));
  for (guint i = 0; i < joints->len; i++)
    {
      const SmrJoint *joint = g_ptr_array_index (joints, i);

      for (guint j = 0; j < joint->movements->len; j++)
        {
          const SmrMovement *movement = g_ptr_array_index (joint->movements, j);
          g_autofree char *ranges = smr_assessment_dup_ranges (self->assessment, movement->id);

          if (ranges != NULL)
            add_row (group, NULL, smr_text_get (movement->name, smr_workspace_get_language (self->workspace)), ranges);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (group), self->assessment->ranges->len > 0);
  adw_preferences_page_add (self->page, group);
}

/* --- comparing -------------------------------------------------------------------------------------------- */

static const char *
get_change_label (SmrSeenChange change)
{
  switch (change)
    {
    case SMR_SEEN_NEW:
      return _("New");
    case SMR_SEEN_STILL:
      return _("Unchanged");
    case SMR_SEEN_GONE:
      return _("Gone");
    case SMR_SEEN_NOT_LOOKED_AT:
      return _("Not looked at again");
    case SMR_SEEN_FIRST:
      return _("Looked at for the first time");
    }
  g_return_val_if_reached ("");
}

static void
add_change (SmrAssessmentView *self, const char *icon, const char *title, const char *subtitle)
{
  g_ptr_array_add (self->change_rows, add_row (self->compare_group, icon, title, subtitle));
}

static void
show_seen_changes (SmrAssessmentView *self, const SmrAssessment *before)
{
  static const char * const icons[] = {
    [SMR_SEEN_NEW] = "list-add-symbolic",
    [SMR_SEEN_STILL] = "content-loading-symbolic",
    [SMR_SEEN_GONE] = "object-select-symbolic",
    [SMR_SEEN_NOT_LOOKED_AT] = "dialog-question-symbolic",
    [SMR_SEEN_FIRST] = "list-add-symbolic",
  };
  g_autoptr (GArray) differences = smr_assessment_compare (smr_workspace_get_catalogue (self->workspace), before, self->assessment);

  for (guint i = 0; i < differences->len; i++)
    {
      const SmrSeenDifference *difference = &g_array_index (differences, SmrSeenDifference, i);
      g_autofree char *label = smr_observation_dup_label (difference->observation, difference->side, smr_workspace_get_language (self->workspace));

      add_change (self, icons[difference->change], label, get_change_label (difference->change));
    }
}

static void
show_range_change (SmrAssessmentView *self, const SmrAssessment *before, const SmrMovement *movement)
{
  g_autofree char *old = smr_assessment_dup_ranges (before, movement->id);
  g_autofree char *new = smr_assessment_dup_ranges (self->assessment, movement->id);
  g_autofree char *text = NULL;

  if (old == NULL || new == NULL)
    return;
  /* Translators: a range of motion before and now: "left 30°, right 34° → left 36°, right 36°" */
  text = g_strdup_printf (_("%s → %s"), old, new);
  add_change (self, "object-flip-horizontal-symbolic", smr_text_get (movement->name, smr_workspace_get_language (self->workspace)), text);
}

static void
show_changes (SmrAssessmentView *self, const SmrAssessment *before)
{
  GPtrArray *joints = smr_catalogue_get_joints (smr_workspace_get_catalogue (self->workspace));

  for (guint i = 0; i < self->change_rows->len; i++)
    adw_preferences_group_remove (self->compare_group, g_ptr_array_index (self->change_rows, i));
  g_ptr_array_set_size (self->change_rows, 0);
  show_seen_changes (self, before);
  for (guint i = 0; i < joints->len; i++)
    {
      const SmrJoint *joint = g_ptr_array_index (joints, i);

      for (guint j = 0; j < joint->movements->len; j++)
        show_range_change (self, before, g_ptr_array_index (joint->movements, j));
    }
  if (self->change_rows->len == 0)
    add_change (self, NULL, _("Nothing to compare"), _("No sign was seen on either day, and no movement was measured on both."));
}

static void
compare_cb (SmrAssessmentView *self)
{
  guint selected = adw_combo_row_get_selected (self->compare_row);

  if (selected < self->earlier->len)
    show_changes (self, g_ptr_array_index (self->earlier, selected));
}

static void
fill_earlier (SmrAssessmentView *self, const SmrRecord *record, guint nth)
{
  g_autoptr (GtkStringList) days = gtk_string_list_new (NULL);

  for (guint i = nth; i > 0; i--)
    {
      const SmrAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);

      g_ptr_array_add (self->earlier, smr_assessment_copy (assessment));
      gtk_string_list_take (days, smr_date_format (assessment->date));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->compare_group), self->earlier->len > 0);
  adw_combo_row_set_model (self->compare_row, G_LIST_MODEL (days));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_assessment_view_dispose (GObject *object)
{
  SmrAssessmentView *self = SMR_ASSESSMENT_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_ASSESSMENT_VIEW);
  g_clear_pointer (&self->assessment, smr_assessment_free);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->change_rows, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_assessment_view_parent_class)->dispose (object);
}

static void
smr_assessment_view_class_init (SmrAssessmentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_assessment_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-assessment-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrAssessmentView, page);
  gtk_widget_class_bind_template_child (widget_class, SmrAssessmentView, about_group);
  gtk_widget_class_bind_template_child (widget_class, SmrAssessmentView, compare_group);
  gtk_widget_class_bind_template_child (widget_class, SmrAssessmentView, compare_row);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
}

static void
smr_assessment_view_init (SmrAssessmentView *self)
{
  self->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_assessment_free);
  self->change_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
smr_assessment_view_new (SmrWorkspace *workspace, const SmrRecord *record, guint nth)
{
  SmrAssessmentView *self = g_object_new (SMR_TYPE_ASSESSMENT_VIEW, NULL);
  GPtrArray *parts = smr_catalogue_get_assessment_parts (smr_workspace_get_catalogue (workspace));
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  self->workspace = g_object_ref (workspace);
  self->assessment = smr_assessment_copy (g_ptr_array_index (record->assessments, nth));
  day = smr_date_format (self->assessment->date);
  title = g_strdup_printf (_("Assessment of %s"), day);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  show_about (self);
  fill_earlier (self, record, nth);
  for (guint i = 0; i < parts->len; i++)
    {
      const SmrAssessmentPart *part = g_ptr_array_index (parts, i);

      if (smr_assessment_has_part (self->assessment, part->id))
        show_part (self, part);
    }
  show_ranges (self);
  return ADW_DIALOG (self);
}
