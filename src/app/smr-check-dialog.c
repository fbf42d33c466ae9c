#include "config.h"

#include "smr-check-dialog.h"

#include <glib/gi18n.h>

#include "smr-answer-row.h"
#include "smr-feedback.h"

struct _SmrCheckDialog
{
  AdwDialog            parent_instance;

  SmrWorkspace        *workspace;
  gint64               client;
  GPtrArray           *rows;            /* (element-type SmrAnswerRow) */
  gboolean             wants_reading;
  GtkWidget           *from;            /* (nullable) (unowned): weak */
  char                *again;           /* (nullable): action of @from */

  AdwWindowTitle      *window_title;
  AdwPreferencesGroup *questions_group;
  AdwPreferencesGroup *reading_group;
  AdwEntryRow         *reading_row;
  GtkLabel            *problem_label;
  GtkButton           *rest_button;
  GtkButton           *save_button;
};

G_DEFINE_FINAL_TYPE (SmrCheckDialog, smr_check_dialog, ADW_TYPE_DIALOG)

/* --- what is on file -------------------------------------------------------------------------------------- */

static gboolean
has_raised_pressure (SmrWorkspace *workspace, const SmrRecord *record)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (workspace);
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, smr_workspace_get_today (workspace));
  GPtrArray *reasons = smr_screening_get_reasons (screening);

  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);
      const SmrCondition *condition = smr_catalogue_find_condition (catalogue, reason->condition);

      if (condition != NULL && (condition->follow_ups & SMR_FOLLOW_UP_READING) != 0)
        return TRUE;
    }
  return FALSE;
}

/* --- answers ---------------------------------------------------------------------------------------------- */

static void
update_save (SmrCheckDialog *self)
{
  gboolean complete = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (SmrAnswer) answer = smr_answer_row_dup_answer (g_ptr_array_index (self->rows, i));

      complete = complete && answer != NULL;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), complete);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rest_button), !complete);
}

/* What comes after the last question. */
static void
focus_end (SmrCheckDialog *self)
{
  gtk_widget_grab_focus (self->wants_reading ? GTK_WIDGET (self->reading_row) : GTK_WIDGET (self->save_button));
}

/* On to the next question, then to the reading, then to Save. */
static void
answered_cb (SmrAnswerRow *row, SmrCheckDialog *self)
{
  guint position;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;
  if (position + 1 < self->rows->len)
    smr_answer_row_focus (g_ptr_array_index (self->rows, position + 1));
  else
    focus_end (self);
}

static void
answer_rest_cb (SmrCheckDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SmrAnswerRow *row = g_ptr_array_index (self->rows, i);
      g_autoptr (SmrAnswer) answer = smr_answer_row_dup_answer (row);

      if (answer == NULL)
        smr_answer_row_take_answer (row, smr_answer_new (smr_answer_row_get_condition (row)->id, SMR_REPLY_NO));
    }
  update_save (self);
  focus_end (self);
}

/* "134/84"; nothing written is no reading. FALSE: it is neither. */
static gboolean
parse_reading (SmrCheckDialog *self, SmrReading *reading)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reading_row))));
  char rest;

  if (*text == '\0')
    return TRUE;
  return sscanf (text, "%3d / %3d %c", &reading->systolic, &reading->diastolic, &rest) == 2 &&
         smr_reading_is_possible (reading->systolic, reading->diastolic);
}

static SmrCheck *
make_check (SmrCheckDialog *self, gboolean *all_no)
{
  SmrCheck *check = smr_check_new (smr_workspace_get_today (self->workspace));

  *all_no = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (SmrAnswer) answer = smr_answer_row_dup_answer (g_ptr_array_index (self->rows, i));

      if (answer->reply == SMR_REPLY_YES && answer->facts->len > 0)
        smr_check_set_fact (check, answer->condition, g_ptr_array_index (answer->facts, 0));
      else
        smr_check_set_reply (check, answer->condition, answer->reply);
      *all_no = *all_no && answer->reply == SMR_REPLY_NO;
    }
  return check;
}

static gboolean
store (SmrCheckDialog *self, const SmrCheck *check, const SmrReading *reading)
{
  SmrStore *records = smr_workspace_get_store (self->workspace);
  g_autoptr (GError) error = NULL;

  if ((reading->systolic != 0 && smr_store_add_reading (records, self->client, reading, &error) == 0) ||
      smr_store_add_check (records, self->client, check, &error) == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The quick check could not be saved"), error);
      return FALSE;
    }
  return TRUE;
}

static void
save_cb (SmrCheckDialog *self)
{
  g_autoptr (SmrCheckDialog) alive = g_object_ref (self);
  SmrReading reading = { .date = smr_workspace_get_today (self->workspace) };
  g_autoptr (SmrCheck) check = NULL;
  gboolean all_no;

  if (!parse_reading (self, &reading))
    {
      gtk_label_set_label (self->problem_label, _("Write the reading as two figures, the greater one first: 134/84"));
      gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->reading_row));
      return;
    }
  check = make_check (self, &all_no);
  if (!store (self, check, &reading))
    return;

  if (!all_no)
    smr_feedback_toast (GTK_WIDGET (self), _("The quick check changes what is allowed"));
  adw_dialog_close (ADW_DIALOG (self));
  smr_workspace_client_changed (self->workspace, self->client);
  if (all_no && self->from != NULL)
    gtk_widget_activate_action (self->from, self->again, NULL);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
set_narrow (SmrCheckDialog *self, gboolean narrow)
{
  for (guint i = 0; i < self->rows->len; i++)
    smr_answer_row_set_narrow (g_ptr_array_index (self->rows, i), narrow);
}

static void
narrow_cb (SmrCheckDialog *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (SmrCheckDialog *self)
{
  set_narrow (self, FALSE);
}

static void
smr_check_dialog_dispose (GObject *object)
{
  SmrCheckDialog *self = SMR_CHECK_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_CHECK_DIALOG);
  g_clear_weak_pointer (&self->from);
  g_clear_pointer (&self->again, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_check_dialog_parent_class)->dispose (object);
}

static void
smr_check_dialog_class_init (SmrCheckDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_check_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-check-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrCheckDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, SmrCheckDialog, questions_group);
  gtk_widget_class_bind_template_child (widget_class, SmrCheckDialog, reading_group);
  gtk_widget_class_bind_template_child (widget_class, SmrCheckDialog, reading_row);
  gtk_widget_class_bind_template_child (widget_class, SmrCheckDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SmrCheckDialog, rest_button);
  gtk_widget_class_bind_template_child (widget_class, SmrCheckDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, answer_rest_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
smr_check_dialog_init (SmrCheckDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_questions (SmrCheckDialog *self)
{
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (self->workspace);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrAnswerRow *row;

      if (!condition->every_session)
        continue;
      row = smr_answer_row_new_for_check (catalogue, condition, smr_workspace_get_language (self->workspace));
      g_signal_connect_object (row, "changed", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, 0);
      adw_preferences_group_add (self->questions_group, GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
}

AdwDialog *
smr_check_dialog_new (SmrWorkspace *workspace, const SmrRecord *record)
{
  SmrCheckDialog *self = g_object_new (SMR_TYPE_CHECK_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->client = record->client->id;
  self->wants_reading = has_raised_pressure (workspace, record);
  adw_window_title_set_subtitle (self->window_title, record->client->name);
  gtk_widget_set_visible (GTK_WIDGET (self->reading_group), self->wants_reading);
  add_questions (self);
  update_save (self);
  adw_dialog_set_focus (ADW_DIALOG (self), g_ptr_array_index (self->rows, 0));
  return ADW_DIALOG (self);
}

gboolean
smr_check_dialog_require (SmrWorkspace *workspace, gint64 client, GtkWidget *from, const char *again)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = smr_store_load_record (smr_workspace_get_store (workspace), client, &error);
  SmrCheckDialog *self;

  if (record == NULL)
    {
      smr_feedback_error (from, _("The records could not be read"), error);
      return FALSE;
    }
  if (smr_record_has_check (record, smr_workspace_get_catalogue (workspace), smr_workspace_get_today (workspace)))
    return TRUE;

  self = SMR_CHECK_DIALOG (smr_check_dialog_new (workspace, record));
  g_set_weak_pointer (&self->from, from);
  self->again = g_strdup (again);
  adw_dialog_present (ADW_DIALOG (self), from);
  return FALSE;
}
