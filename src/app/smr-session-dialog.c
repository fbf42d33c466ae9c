#include "config.h"

#include "smr-session-dialog.h"

#include <glib/gi18n.h>

#include "smr-check-dialog.h"
#include "smr-date-row.h"
#include "smr-date-words.h"
#include "smr-feedback.h"
#include "smr-incident-fields.h"
#include "smr-routine-words.h"

struct _SmrSessionDialog
{
  AdwDialog            parent_instance;

  SmrWorkspace        *workspace;
  gint64               client;
  GPtrArray           *routines;        /* (element-type SmrRoutine) as in the list, whose first choice is none */
  GPtrArray           *item_rows;       /* (element-type AdwComboRow) of the chosen routine, in its order */
  GPtrArray           *note_rows;       /* (element-type AdwEntryRow) of the same items */

  AdwPreferencesPage  *page;
  AdwEntryRow         *date_row;
  AdwComboRow         *setting_row;
  AdwEntryRow         *before_row;
  AdwEntryRow         *after_row;
  AdwEntryRow         *note_row;
  AdwPreferencesGroup *items_group;
  AdwComboRow         *routine_row;
  AdwSwitchRow        *planned_row;
  GtkLabel            *problem_label;
  GtkButton           *save_button;
  SmrIncidentFields   *incident_fields;
};

G_DEFINE_FINAL_TYPE (SmrSessionDialog, smr_session_dialog, ADW_TYPE_DIALOG)

/* --- what was done ---------------------------------------------------------------------------------------- */

static SmrRoutine *
get_routine (SmrSessionDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->routine_row);

  return selected == 0 || selected > self->routines->len ? NULL : g_ptr_array_index (self->routines, selected - 1);
}

/* Items are asked for one by one when not all went as planned; a note where one went otherwise. */
static void
show_items (SmrSessionDialog *self)
{
  gboolean asked = !adw_switch_row_get_active (self->planned_row);

  for (guint i = 0; i < self->item_rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->item_rows, i);

      gtk_widget_set_visible (GTK_WIDGET (row), asked);
      gtk_widget_set_visible (g_ptr_array_index (self->note_rows, i),
                              asked && adw_combo_row_get_selected (row) != SMR_DONE_AS_PLANNED);
    }
}

static void
planned_changed_cb (SmrSessionDialog *self)
{
  show_items (self);
}

static void
add_item (SmrSessionDialog *self, const SmrItem *item)
{
  const char * const outcomes[] = { _("Done"), _("Changed"), _("Left out"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (outcomes);
  const SmrExercise *exercise = smr_catalogue_find_exercise (smr_workspace_get_catalogue (self->workspace), item->exercise);
  const char *name = exercise != NULL ? smr_text_get (exercise->name, smr_workspace_get_language (self->workspace)) : item->exercise;
  g_autofree char *dose = smr_item_dup_dose_label (item);
  g_autofree char *note = g_strdup_printf (_("Note: %s"), name);
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *note_row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), dose);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_preferences_group_add (self->items_group, row);
  g_ptr_array_add (self->item_rows, row);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (note_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (note_row), note);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (note_row), SMR_TEXT_MAX_CHARS);
  adw_preferences_group_add (self->items_group, note_row);
  g_ptr_array_add (self->note_rows, note_row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (show_items), self, G_CONNECT_SWAPPED);
}

static void
routine_chosen_cb (SmrSessionDialog *self)
{
  SmrRoutine *routine = get_routine (self);

  for (guint i = 0; i < self->item_rows->len; i++)
    {
      adw_preferences_group_remove (self->items_group, g_ptr_array_index (self->item_rows, i));
      adw_preferences_group_remove (self->items_group, g_ptr_array_index (self->note_rows, i));
    }
  g_ptr_array_set_size (self->item_rows, 0);
  g_ptr_array_set_size (self->note_rows, 0);
  for (guint i = 0; routine != NULL && i < routine->items->len; i++)
    add_item (self, g_ptr_array_index (routine->items, i));
  show_items (self);
}

/* The sheet that the client has comes first; a routine that was never handed out may have been done in the studio. */
static void
fill_routines (SmrSessionDialog *self, const SmrRecord *record)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  gtk_string_list_append (titles, _("None"));
  for (guint i = 0; i < record->routines->len; i++)
    {
      SmrRoutine *routine = g_ptr_array_index (record->routines, i);
      const char *title = *routine->title != '\0' ? routine->title : _("Routine without a title");

      g_ptr_array_add (self->routines, smr_routine_ref (routine));
      gtk_string_list_take (titles, g_strdup_printf (_("%s, version %d"), title, routine->version));
      if (chosen == 0 && routine->status == SMR_ROUTINE_ISSUED)
        chosen = i + 1;
    }
  adw_combo_row_set_model (self->routine_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->routine_row, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->routine_row), self->routines->len > 0);
}

static void
read_items (SmrSessionDialog *self, SmrSession *session)
{
  const SmrRoutine *routine = get_routine (self);
  gboolean planned = adw_switch_row_get_active (self->planned_row);

  session->done_as_planned = planned;
  if (routine == NULL)
    return;
  session->routine = routine->id;
  session->version = routine->version;
  g_set_str (&session->title, routine->title);
  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (routine->items, i);
      SmrDone done = planned ? SMR_DONE_AS_PLANNED : adw_combo_row_get_selected (g_ptr_array_index (self->item_rows, i));
      const char *note = done != SMR_DONE_AS_PLANNED ? gtk_editable_get_text (g_ptr_array_index (self->note_rows, i)) : "";

      g_ptr_array_add (session->items, smr_session_item_new (item->exercise, item->side, done, note));
    }
}

/* --- saving ----------------------------------------------------------------------------------------------- */

static void
show_problem (SmrSessionDialog *self, const char *text, AdwEntryRow *row)
{
  gtk_label_set_label (self->problem_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Nothing written is not noted. */
static gboolean
read_pain (SmrSessionDialog *self, AdwEntryRow *row, int *pain)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  guint64 figure;

  *pain = -1;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, 10, &figure, NULL))
    {
      show_problem (self, _("Pain is a number from 0 to 10"), row);
      return FALSE;
    }
  *pain = figure;
  return TRUE;
}

static gboolean
read_session (SmrSessionDialog *self, SmrSession *session)
{
  g_autofree char *hint = smr_date_get_hint ();

  if (!smr_date_read_day (gtk_editable_get_text (GTK_EDITABLE (self->date_row)), &session->date))
    {
      show_problem (self, hint, self->date_row);
      return FALSE;
    }
  if (session->date > smr_workspace_get_today (self->workspace))
    {
      show_problem (self, _("A session cannot lie in the future"), self->date_row);
      return FALSE;
    }
  if (!read_pain (self, self->before_row, &session->pain_before) || !read_pain (self, self->after_row, &session->pain_after))
    return FALSE;
  session->setting = adw_combo_row_get_selected (self->setting_row);
  g_set_str (&session->note, gtk_editable_get_text (GTK_EDITABLE (self->note_row)));
  read_items (self, session);
  return TRUE;
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrSessionDialog *self = SMR_SESSION_DIALOG (widget);
  SmrDate today = smr_workspace_get_today (self->workspace);
  g_autoptr (SmrSession) session = smr_session_new (SMR_DATE_NONE);
  g_autoptr (GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_incident_free);
  SmrIncident *incident;
  g_autoptr (GError) error = NULL;

  if (!read_session (self, session))
    return;
  incident = smr_incident_fields_dup_incident (self->incident_fields, session->date);
  if (incident != NULL)
    g_ptr_array_add (incidents, incident);
  /* One of an earlier day is typed back from the diary: nobody can be asked about that day any more. And a stop sign
   * does not wait for a check. */
  if (session->date == today && incident == NULL && !smr_check_dialog_require (self->workspace, self->client, widget, name))
    return;

  if (smr_store_add_session (smr_workspace_get_store (self->workspace), self->client, session, incidents, &error) == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The session could not be saved"), error);
      return;
    }
  if (incident != NULL)
    smr_feedback_toast (GTK_WIDGET (self), _("Recorded: what is allowed was judged again"));
  smr_workspace_client_changed (self->workspace, self->client);
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_session_dialog_dispose (GObject *object)
{
  SmrSessionDialog *self = SMR_SESSION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_SESSION_DIALOG);
  g_clear_pointer (&self->routines, g_ptr_array_unref);
  g_clear_pointer (&self->item_rows, g_ptr_array_unref);
  g_clear_pointer (&self->note_rows, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_session_dialog_parent_class)->dispose (object);
}

static void
smr_session_dialog_class_init (SmrSessionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_session_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-session-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, setting_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, before_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, after_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, items_group);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, routine_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, planned_row);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SmrSessionDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, routine_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, planned_changed_cb);

  gtk_widget_class_install_action (widget_class, "session.save", NULL, save_cb);
}

static void
smr_session_dialog_init (SmrSessionDialog *self)
{
  const char * const settings[] = { smr_setting_get_label (SMR_SETTING_HOME), smr_setting_get_label (SMR_SETTING_STUDIO), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (settings);

  self->routines = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_routine_unref);
  self->item_rows = g_ptr_array_new ();
  self->note_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->setting_row, G_LIST_MODEL (list));
}

AdwDialog *
smr_session_dialog_new (SmrWorkspace *workspace, const SmrRecord *record)
{
  SmrSessionDialog *self = g_object_new (SMR_TYPE_SESSION_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->client = record->client->id;
  self->incident_fields = smr_incident_fields_new (smr_workspace_get_catalogue (workspace), smr_workspace_get_language (workspace), TRUE);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->incident_fields));
  smr_date_row_prepare (self->date_row, smr_workspace_get_today (workspace));
  adw_combo_row_set_selected (self->setting_row, record->client->setting);
  fill_routines (self, record);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->before_row));
  return ADW_DIALOG (self);
}
