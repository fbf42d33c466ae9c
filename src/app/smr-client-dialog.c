#include "config.h"

#include "smr-client-dialog.h"

#include <glib/gi18n.h>

#include "smr-date-words.h"
#include "smr-discard.h"
#include "smr-feedback.h"

struct _SmrClientDialog
{
  AdwDialog            parent_instance;

  SmrWorkspace        *workspace;
  SmrClient           *client;          /* as it was opened */
  GPtrArray           *kit_rows;        /* (element-type AdwSwitchRow) */
  GPtrArray           *kit_tools;       /* (element-type utf8) ids, beside the rows */
  GPtrArray           *languages;       /* (element-type utf8) codes, beside the row's names */

  AdwEntryRow         *name_row;
  AdwEntryRow         *born_row;
  GtkLabel            *problem_label;
  AdwEntryRow         *phone_row;
  AdwEntryRow         *email_row;
  AdwComboRow         *level_row;
  AdwSwitchRow        *active_row;
  AdwComboRow         *setting_row;
  AdwComboRow         *language_row;
  AdwComboRow         *trainer_row;
  AdwPreferencesGroup *kit_group;
  GtkTextView         *notes_view;
  GtkButton           *save_button;
};

G_DEFINE_FINAL_TYPE (SmrClientDialog, smr_client_dialog, ADW_TYPE_DIALOG)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- widgets to values ------------------------------------------------------------------------------------ */

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static char *
dup_notes (SmrClientDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
take_string (char **place, char *value)
{
  g_free (*place);
  *place = value;
}

static GStrv
dup_kit (SmrClientDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->kit_rows->len; i++)
    {
      if (adw_switch_row_get_active (g_ptr_array_index (self->kit_rows, i)))
        g_strv_builder_add (builder, g_ptr_array_index (self->kit_tools, i));
    }
  return g_strv_builder_end (builder);
}

static const char *
get_trainer (SmrClientDialog *self)
{
  GtkStringObject *selected = adw_combo_row_get_selected_item (self->trainer_row);

  /* The first choice is nobody in particular. */
  if (selected == NULL || adw_combo_row_get_selected (self->trainer_row) == 0)
    return "";
  return gtk_string_object_get_string (selected);
}

/* The client as the dialog has it; NULL when the birth date is no date. */
static SmrClient *
collect (SmrClientDialog *self)
{
  g_autoptr (SmrClient) client = smr_client_copy (self->client);
  g_autofree char *born = dup_text (self->born_row);

  client->born = SMR_DATE_NONE;
  if (!smr_date_read (born, &client->born))
    return NULL;

  take_string (&client->name, dup_text (self->name_row));
  take_string (&client->phone, dup_text (self->phone_row));
  take_string (&client->email, dup_text (self->email_row));
  take_string (&client->notes, dup_notes (self));
  take_string (&client->trainer, g_strdup (get_trainer (self)));
  take_string (&client->language, g_strdup (g_ptr_array_index (self->languages, adw_combo_row_get_selected (self->language_row))));
  client->level = adw_combo_row_get_selected (self->level_row);
  client->regularly_active = adw_switch_row_get_active (self->active_row);
  client->setting = adw_combo_row_get_selected (self->setting_row);
  g_strfreev (client->kit);
  client->kit = dup_kit (self);
  return g_steal_pointer (&client);
}

/* --- checking and saving ---------------------------------------------------------------------------------- */

/* Says at the field what is wrong with it. */
static void
show_problem (SmrClientDialog *self, AdwEntryRow *row, const char *text)
{
  gtk_label_set_label (self->problem_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
clear_problem (SmrClientDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->name_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->born_row), "error");
}

static gboolean
is_empty (AdwEntryRow *row)
{
  g_autofree char *text = dup_text (row);

  return *text == '\0';
}

static void
changed_cb (SmrClientDialog *self)
{
  clear_problem (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !is_empty (self->name_row));
}

/* The value has to be good before it is stored; the text says it in the trainer's words. */
static gboolean
check (SmrClientDialog *self, const SmrClient *client)
{
  SmrDate today = smr_workspace_get_today (self->workspace);

  if (client == NULL)
    {
      g_autofree char *hint = smr_date_get_hint ();

      show_problem (self, self->born_row, hint);
      return FALSE;
    }
  if (client->born != SMR_DATE_NONE && client->born > today)
    {
      show_problem (self, self->born_row, _("A date of birth cannot lie in the future"));
      return FALSE;
    }
  if (client->born != SMR_DATE_NONE && smr_date_years_between (client->born, today) > 120)
    {
      show_problem (self, self->born_row, _("That is more than 120 years ago"));
      return FALSE;
    }
  if (g_utf8_strlen (client->name, -1) > SMR_NAME_MAX_CHARS)
    {
      g_autofree char *text = g_strdup_printf (_("A name has at most %d characters"), SMR_NAME_MAX_CHARS);

      show_problem (self, self->name_row, text);
      return FALSE;
    }
  return TRUE;
}

/* Another trainer has not gone through the form with the client. Noted before the name, so that it is never left out. */
static gboolean
note_change_of_trainer (SmrClientDialog *self, const SmrClient *client, GError **error)
{
  g_autoptr (SmrIncident) incident = NULL;

  if (client->id == 0 || *self->client->trainer == '\0' || g_str_equal (client->trainer, self->client->trainer))
    return TRUE;
  incident = smr_incident_new (smr_workspace_get_today (self->workspace), "trainer_changed");
  return smr_store_add_incident (smr_workspace_get_store (self->workspace), client->id, incident, error) != 0;
}

static void
save_cb (SmrClientDialog *self)
{
  g_autoptr (SmrClient) client = collect (self);
  g_autoptr (GError) error = NULL;
  gint64 id;

  clear_problem (self);
  if (!check (self, client))
    return;
  if (!smr_client_validate (client, smr_workspace_get_today (self->workspace), &error) ||
      !note_change_of_trainer (self, client, &error) ||
      (id = smr_store_save_client (smr_workspace_get_store (self->workspace), client, &error)) == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The client could not be saved"), error);
      return;
    }

  smr_workspace_client_changed (self->workspace, id);
  g_signal_emit (self, signals[SAVED], 0, id);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static gboolean
equals_opened (SmrClientDialog *self)
{
  g_autoptr (SmrClient) client = collect (self);
  const SmrClient *opened = self->client;

  return client != NULL && g_str_equal (client->name, opened->name) && client->born == opened->born &&
         g_str_equal (client->phone, opened->phone) && g_str_equal (client->email, opened->email) &&
         g_str_equal (client->notes, opened->notes) && g_str_equal (client->trainer, opened->trainer) &&
         g_str_equal (client->language, opened->language) && client->level == opened->level &&
         client->regularly_active == opened->regularly_active && client->setting == opened->setting &&
         g_strv_equal ((const char * const *) client->kit, (const char * const *) opened->kit);
}

static void
smr_client_dialog_close_attempt (AdwDialog *dialog)
{
  if (equals_opened (SMR_CLIENT_DIALOG (dialog)))
    adw_dialog_force_close (dialog);
  else
    smr_discard_ask (dialog);
}

/* --- values to widgets ------------------------------------------------------------------------------------ */

static void
fill_kit (SmrClientDialog *self)
{
  GPtrArray *tools = smr_catalogue_get_tools (smr_workspace_get_catalogue (self->workspace));
  const char *language = smr_workspace_get_language (self->workspace);

  for (guint i = 0; i < tools->len; i++)
    {
      const SmrTool *tool = g_ptr_array_index (tools, i);
      GtkWidget *row;

      if (tool->household || tool->always_available)
        continue;
      row = adw_switch_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), smr_text_get (tool->name, language));
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), g_strv_contains ((const char * const *) self->client->kit, tool->id));
      adw_preferences_group_add (self->kit_group, row);
      g_ptr_array_add (self->kit_rows, row);
      g_ptr_array_add (self->kit_tools, (gpointer) tool->id);
    }
}

static void
fill_languages (SmrClientDialog *self)
{
  static const struct
  {
    const char *code;
    const char *name;
  } languages[] = {
    { "en", "English" },
    { "es", "Español" },
    { "de", "Deutsch" },
    { "fr", "Français" },
  };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("As in the practice"));
  g_ptr_array_add (self->languages, g_strdup (""));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gtk_string_list_append (names, languages[i].name);
      g_ptr_array_add (self->languages, g_strdup (languages[i].code));
      if (g_str_equal (self->client->language, languages[i].code))
        selected = self->languages->len - 1;
    }
  if (*self->client->language != '\0' && selected == 0)
    {
      gtk_string_list_append (names, self->client->language);
      g_ptr_array_add (self->languages, g_strdup (self->client->language));
      selected = self->languages->len - 1;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);
}

static void
fill_trainers (SmrClientDialog *self)
{
  const SmrPractice *practice = smr_workspace_get_practice (self->workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("Not said"));
  for (guint i = 0; i < practice->trainers->len; i++)
    {
      const SmrTrainer *trainer = g_ptr_array_index (practice->trainers, i);

      gtk_string_list_append (names, trainer->name);
      if (g_str_equal (trainer->name, self->client->trainer))
        selected = i + 1;
    }
  if (*self->client->trainer != '\0' && selected == 0)
    {
      gtk_string_list_append (names, self->client->trainer);
      selected = practice->trainers->len + 1;
    }
  if (*self->client->trainer != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->trainer_row), _("Another trainer asks for a new health form"));
  adw_combo_row_set_model (self->trainer_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->trainer_row, selected);
}

static void
fill (SmrClientDialog *self)
{
  const SmrClient *client = self->client;
  g_autofree char *title = smr_date_make_title (_("Date of birth"));

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), client->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->born_row), title);
  if (client->born != SMR_DATE_NONE)
    {
      g_autofree char *born = smr_date_write (client->born);

      gtk_editable_set_text (GTK_EDITABLE (self->born_row), born);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->phone_row), client->phone);
  gtk_editable_set_text (GTK_EDITABLE (self->email_row), client->email);
  adw_combo_row_set_selected (self->level_row, client->level);
  adw_switch_row_set_active (self->active_row, client->regularly_active);
  adw_combo_row_set_selected (self->setting_row, client->setting);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes_view), client->notes, -1);
  fill_languages (self);
  fill_trainers (self);
  fill_kit (self);
  changed_cb (self);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_client_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_CLIENT_DIALOG);

  G_OBJECT_CLASS (smr_client_dialog_parent_class)->dispose (object);
}

static void
smr_client_dialog_finalize (GObject *object)
{
  SmrClientDialog *self = SMR_CLIENT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->client, smr_client_free);
  g_ptr_array_unref (self->kit_rows);
  g_ptr_array_unref (self->kit_tools);
  g_ptr_array_unref (self->languages);

  G_OBJECT_CLASS (smr_client_dialog_parent_class)->finalize (object);
}

static void
smr_client_dialog_class_init (SmrClientDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = smr_client_dialog_dispose;
  object_class->finalize = smr_client_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = smr_client_dialog_close_attempt;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-client-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, born_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, active_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, setting_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, trainer_row);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, kit_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, notes_view);
  gtk_widget_class_bind_template_child (widget_class, SmrClientDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
smr_client_dialog_init (SmrClientDialog *self)
{
  self->kit_rows = g_ptr_array_new ();
  self->kit_tools = g_ptr_array_new ();
  self->languages = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

SmrClientDialog *
smr_client_dialog_new (SmrWorkspace *workspace, const SmrClient *client)
{
  SmrClientDialog *self = g_object_new (SMR_TYPE_CLIENT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  if (client != NULL)
    {
      self->client = smr_client_copy (client);
      adw_dialog_set_title (ADW_DIALOG (self), _("Edit client"));
    }
  else
    {
      const SmrPractice *practice = smr_workspace_get_practice (workspace);

      self->client = smr_client_new ("");
      self->client->level = practice->level;
      self->client->setting = practice->setting;
      adw_dialog_set_title (ADW_DIALOG (self), _("Add client"));
    }
  fill (self);
  return self;
}
