#include "config.h"

#include "smr-assessment-group.h"

#include <glib/gi18n.h>

#include "smr-assessment-dialog.h"
#include "smr-assessment-view.h"
#include "smr-assessment-words.h"
#include "smr-outcome.h"
#include "smr-rows.h"

struct _SmrAssessmentGroup
{
  AdwPreferencesGroup  parent_instance;

  SmrWorkspace        *workspace;
  SmrRecord           *record;
  GPtrArray           *rows;            /* (element-type GtkWidget) */
};

G_DEFINE_FINAL_TYPE (SmrAssessmentGroup, smr_assessment_group, ADW_TYPE_PREFERENCES_GROUP)

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrAssessmentGroup *self = SMR_ASSESSMENT_GROUP (widget);

  adw_dialog_present (smr_assessment_dialog_new (self->workspace, self->record), widget);
}

static void
view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrAssessmentGroup *self = SMR_ASSESSMENT_GROUP (widget);

  adw_dialog_present (smr_assessment_view_new (self->workspace, self->record, g_variant_get_uint32 (parameter)), widget);
}

static void
add_row (SmrAssessmentGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_assessment_group_dispose (GObject *object)
{
  SmrAssessmentGroup *self = SMR_ASSESSMENT_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->record, smr_record_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_assessment_group_parent_class)->dispose (object);
}

static void
smr_assessment_group_class_init (SmrAssessmentGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_assessment_group_dispose;

  gtk_widget_class_install_action (widget_class, "assessments.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "assessments.view", "u", view_cb);
}

static void
smr_assessment_group_init (SmrAssessmentGroup *self)
{
  GtkWidget *content = adw_button_content_new ();
  GtkWidget *button = gtk_button_new ();

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Posture and movement"));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("New _assessment"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "assessments.new");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

void
smr_assessment_group_show (SmrAssessmentGroup *self, SmrWorkspace *workspace, const SmrRecord *record)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->record, smr_record_free);
  self->record = smr_record_copy (record);

  for (guint i = self->record->assessments->len; i > 0; i--)
    {
      const SmrAssessment *assessment = g_ptr_array_index (self->record->assessments, i - 1);
      g_autofree char *day = smr_date_format (assessment->date);
      g_autofree char *summary = smr_assessment_dup_summary (assessment, smr_workspace_get_catalogue (workspace),
                                                             smr_workspace_get_language (workspace));
      GtkWidget *row = smr_row_new ("smr-posture-symbolic", day, summary);

      smr_row_open (row, "assessments.view", g_variant_new_uint32 (i - 1));
      add_row (self, row);
    }
  if (self->rows->len == 0)
    add_row (self, smr_row_new (NULL, _("Nothing recorded"), NULL));
}
