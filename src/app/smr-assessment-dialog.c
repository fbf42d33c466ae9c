#include "config.h"

#include "smr-assessment-dialog.h"

#include <glib/gi18n.h>

#include "smr-accessible.h"
#include "smr-assessment-words.h"
#include "smr-date-row.h"
#include "smr-date-words.h"
#include "smr-discard.h"
#include "smr-feedback.h"
#include "smr-field-problem.h"
#include "smr-observation-row.h"
#include "smr-outcome.h"
#include "smr-range-row.h"

struct _SmrAssessmentDialog
{
  AdwDialog            parent_instance;

  SmrWorkspace        *workspace;
  gint64               client;
  SmrDate              born;
  GPtrArray           *earlier;         /* (element-type SmrAssessment) oldest first */
  GPtrArray           *part_checks;     /* (element-type GtkCheckButton) with the "part" that was looked at */
  GPtrArray           *observation_rows;/* (element-type SmrObservationRow) */
  GPtrArray           *range_rows;      /* (element-type SmrRangeRow) */

  AdwPreferencesPage  *page;
  AdwPreferencesGroup *first_group;
  AdwEntryRow         *date_row;
  AdwEntryRow         *trainer_row;
  AdwEntryRow         *note_row;
  GtkButton           *save_button;
};

G_DEFINE_FINAL_TYPE (SmrAssessmentDialog, smr_assessment_dialog, ADW_TYPE_DIALOG)

/* --- what was seen last time ------------------------------------------------------------------------------ */

/* "3 March 2026: left"; NULL: it was not looked for, or not seen. */
static char *
dup_seen_before (SmrAssessmentDialog *self, const SmrObservation *observation)
{
  for (guint i = self->earlier->len; i > 0; i--)
    {
      const SmrAssessment *assessment = g_ptr_array_index (self->earlier, i - 1);
      SmrSide side = smr_assessment_get_side (assessment, observation->id);
      g_autofree char *day = NULL;
      const char *where;

      if (!smr_assessment_has_part (assessment, observation->part))
        continue;
      if (side == SMR_SIDE_NONE)
        return NULL;
      day = smr_date_format (assessment->date);
      where = smr_seen_get_side_label (side);
      /* Translators: a day, and the side on which a sign was seen then: "3 March 2026: left" */
      return where != NULL ? g_strdup_printf (_("%s: %s"), day, where) : g_strdup_printf (_("seen on %s"), day);
    }
  return NULL;
}

/* "3 March 2026: left 34°, right 36°" */
static char *
dup_measured_before (SmrAssessmentDialog *self, const SmrMovement *movement)
{
  for (guint i = self->earlier->len; i > 0; i--)
    {
      const SmrAssessment *assessment = g_ptr_array_index (self->earlier, i - 1);
      g_autofree char *ranges = smr_assessment_dup_ranges (assessment, movement->id);
      g_autofree char *day = NULL;

      if (ranges == NULL)
        continue;
      day = smr_date_format (assessment->date);
      return g_strdup_printf (_("%s: %s"), day, ranges);
    }
  return NULL;
}

/* --- filling ---------------------------------------------------------------------------------------------- */

/* A sign that is seen was looked for. */
static void
side_changed_cb (GtkCheckButton *check, SmrObservationRow *row)
{
  if (smr_observation_row_get_side (row) != SMR_SIDE_NONE)
    gtk_check_button_set_active (check, TRUE);
}

/* What was not looked at shows no sign. */
static void
looked_at_cb (SmrAssessmentDialog *self, GParamSpec *pspec, GtkCheckButton *check)
{
  const char *part = g_object_get_data (G_OBJECT (check), "part");

  if (gtk_check_button_get_active (check))
    return;
  for (guint i = 0; i < self->observation_rows->len; i++)
    {
      SmrObservationRow *row = g_ptr_array_index (self->observation_rows, i);

      if (smr_observation_row_get_observation (row)->part == part)
        smr_observation_row_clear (row);
    }
}

static void
add_part (SmrAssessmentDialog *self, const SmrAssessmentPart *part, const char *language)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *check = gtk_check_button_new_with_mnemonic (_("Looked at"));
  g_autofree char *title = g_markup_escape_text (smr_text_get (part->name, language), -1);
  g_autofree char *how = g_markup_escape_text (smr_text_get (part->how, language), -1);
  g_autofree char *name = g_strdup_printf (_("Looked at: %s"), smr_text_get (part->name, language));

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, how);
  smr_accessible_set_name (check, name);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "part", (gpointer) part->id);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (looked_at_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, check);
  g_ptr_array_add (self->part_checks, check);
  for (guint i = 0; i < part->observations->len; i++)
    {
      const SmrObservation *observation = g_ptr_array_index (part->observations, i);
      g_autofree char *before = dup_seen_before (self, observation);
      GtkWidget *row = smr_observation_row_new (observation, language, before);

      g_signal_connect_object (row, "side-changed", G_CALLBACK (side_changed_cb), check, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->observation_rows, row);
    }
  adw_preferences_page_add (self->page, group);
}

static void
add_ranges (SmrAssessmentDialog *self, const char *language)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GPtrArray *joints = smr_catalogue_get_joints (smr_workspace_get_catalogue (self->workspace));

  adw_preferences_group_set_title (group, _("Range of motion"));
  adw_preferences_group_set_description (group, _("In degrees from the neutral position. Measure the same way each time: only the change counts."));
  for (guint i = 0; i < joints->len; i++)
    {
      const SmrJoint *joint = g_ptr_array_index (joints, i);

      for (guint j = 0; j < joint->movements->len; j++)
        {
          const SmrMovement *movement = g_ptr_array_index (joint->movements, j);
          g_autofree char *before = dup_measured_before (self, movement);
          GtkWidget *row = smr_range_row_new (movement, language, before);

          adw_preferences_group_add (group, row);
          g_ptr_array_add (self->range_rows, row);
        }
    }
  adw_preferences_page_add (self->page, group);
}

/* --- reading ---------------------------------------------------------------------------------------------- */

static gboolean
is_untouched (SmrAssessmentDialog *self)
{
  for (guint i = 0; i < self->part_checks->len; i++)
    {
      if (gtk_check_button_get_active (g_ptr_array_index (self->part_checks, i)))
        return FALSE;
    }
  for (guint i = 0; i < self->range_rows->len; i++)
    {
      if (!smr_range_row_is_empty (g_ptr_array_index (self->range_rows, i)))
        return FALSE;
    }
  return *gtk_editable_get_text (GTK_EDITABLE (self->note_row)) == '\0';
}

static gboolean
read_day (SmrAssessmentDialog *self, SmrAssessment *assessment)
{
  AdwPreferencesRow *row = ADW_PREFERENCES_ROW (self->date_row);
  g_autofree char *hint = smr_date_get_hint ();
  const char *problem;

  if (!smr_date_read_day (gtk_editable_get_text (GTK_EDITABLE (self->date_row)), &assessment->date))
    return smr_field_problem_show (row, hint);
  problem = smr_date_find_problem (assessment->date, self->born, smr_workspace_get_today (self->workspace));
  return problem == NULL || smr_field_problem_show (row, problem);
}

static gboolean
read_ranges (SmrAssessmentDialog *self, SmrAssessment *assessment)
{
  for (guint i = 0; i < self->range_rows->len; i++)
    {
      SmrRangeRow *row = g_ptr_array_index (self->range_rows, i);

      for (SmrSide side = SMR_SIDE_LEFT; side <= SMR_SIDE_RIGHT; side <<= 1)
        {
          int degrees;

          if (!smr_range_row_read (row, side, &degrees))
            return FALSE;
          smr_assessment_set_range (assessment, smr_range_row_get_movement (row)->id, side, degrees);
        }
    }
  return TRUE;
}

static gboolean
read_assessment (SmrAssessmentDialog *self, SmrAssessment *assessment)
{
  if (!read_day (self, assessment) || !read_ranges (self, assessment))
    return FALSE;
  for (guint i = 0; i < self->part_checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->part_checks, i);

      if (gtk_check_button_get_active (check))
        smr_assessment_add_part (assessment, g_object_get_data (G_OBJECT (check), "part"));
    }
  for (guint i = 0; i < self->observation_rows->len; i++)
    {
      SmrObservationRow *row = g_ptr_array_index (self->observation_rows, i);

      smr_assessment_set_side (assessment, smr_observation_row_get_observation (row)->id, smr_observation_row_get_side (row));
    }
  g_set_str (&assessment->trainer, gtk_editable_get_text (GTK_EDITABLE (self->trainer_row)));
  g_set_str (&assessment->note, gtk_editable_get_text (GTK_EDITABLE (self->note_row)));
  return !smr_assessment_is_empty (assessment) ||
         smr_field_problem_show (ADW_PREFERENCES_ROW (self->note_row), _("Mark what was looked at, or write a note"));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrAssessmentDialog *self = SMR_ASSESSMENT_DIALOG (widget);
  g_autoptr (SmrAssessment) assessment = smr_assessment_new (SMR_DATE_NONE);
  g_autoptr (GError) error = NULL;

  if (!read_assessment (self, assessment))
    return;
  if (smr_store_add_assessment (smr_workspace_get_store (self->workspace), self->client, assessment, &error) == 0)
    {
      smr_feedback_error (widget, _("The assessment could not be saved"), error);
      return;
    }
  smr_workspace_client_changed (self->workspace, self->client);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_assessment_dialog_close_attempt (AdwDialog *dialog)
{
  if (is_untouched (SMR_ASSESSMENT_DIALOG (dialog)))
    adw_dialog_force_close (dialog);
  else
    smr_discard_ask (dialog);
}

static void
smr_assessment_dialog_dispose (GObject *object)
{
  SmrAssessmentDialog *self = SMR_ASSESSMENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_ASSESSMENT_DIALOG);
  g_clear_pointer (&self->part_checks, g_ptr_array_unref);
  g_clear_pointer (&self->observation_rows, g_ptr_array_unref);
  g_clear_pointer (&self->range_rows, g_ptr_array_unref);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_assessment_dialog_parent_class)->dispose (object);
}

static void
smr_assessment_dialog_class_init (SmrAssessmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_assessment_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = smr_assessment_dialog_close_attempt;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-assessment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrAssessmentDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SmrAssessmentDialog, first_group);
  gtk_widget_class_bind_template_child (widget_class, SmrAssessmentDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SmrAssessmentDialog, trainer_row);
  gtk_widget_class_bind_template_child (widget_class, SmrAssessmentDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, SmrAssessmentDialog, save_button);

  gtk_widget_class_install_action (widget_class, "assessment.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "assessment.save", NULL);
}

static void
smr_assessment_dialog_init (SmrAssessmentDialog *self)
{
  self->part_checks = g_ptr_array_new ();
  self->observation_rows = g_ptr_array_new ();
  self->range_rows = g_ptr_array_new ();
  self->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_assessment_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

AdwDialog *
smr_assessment_dialog_new (SmrWorkspace *workspace, const SmrRecord *record)
{
  SmrAssessmentDialog *self = g_object_new (SMR_TYPE_ASSESSMENT_DIALOG, NULL);
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (workspace);
  const char *language = smr_workspace_get_language (workspace);
  GPtrArray *parts = smr_catalogue_get_assessment_parts (catalogue);
  g_autofree char *caution = g_markup_escape_text (smr_text_get (smr_catalogue_get_text (catalogue, "assessment_caution"), language), -1);

  self->workspace = g_object_ref (workspace);
  self->client = record->client->id;
  self->born = record->client->born;
  for (guint i = 0; i < record->assessments->len; i++)
    g_ptr_array_add (self->earlier, smr_assessment_copy (g_ptr_array_index (record->assessments, i)));
  adw_preferences_group_set_description (self->first_group, caution);
  smr_date_row_prepare (self->date_row, smr_workspace_get_today (workspace));
  gtk_editable_set_text (GTK_EDITABLE (self->trainer_row), record->client->trainer);
  for (guint i = 0; i < parts->len; i++)
    add_part (self, g_ptr_array_index (parts, i), language);
  add_ranges (self, language);
  adw_dialog_set_focus (ADW_DIALOG (self), g_ptr_array_index (self->observation_rows, 0));
  return ADW_DIALOG (self);
}
