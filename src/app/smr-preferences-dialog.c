#include "config.h"

#include "smr-preferences-dialog.h"

#include <glib/gi18n.h>

#include "smr-consents-page.h"
#include "smr-feedback.h"

#define LOGO_MAX_BYTES (2 * 1024 * 1024)
#define LOGO_MAX_PIXELS 4000

struct _SmrPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  SmrWorkspace        *workspace;
  SmrPractice         *practice;        /* as the widgets have it */
  GPtrArray           *trainer_rows;    /* (element-type GtkWidget) */
  gboolean             filling;

  AdwEntryRow         *name_row;
  AdwEntryRow         *phone_row;
  AdwEntryRow         *address_row;
  GtkPicture          *logo_picture;
  GtkButton           *logo_remove_button;
  AdwPreferencesGroup *trainers_group;
  AdwComboRow         *level_row;
  AdwComboRow         *setting_row;
  AdwComboRow         *paper_row;
  AdwComboRow         *language_row;
  GtkTextView         *consent_view;
  AdwActionRow        *consents_row;
  AdwActionRow        *path_row;
};

G_DEFINE_FINAL_TYPE (SmrPreferencesDialog, smr_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* Beside the choices of their rows. */
static const char * const papers[] = { "", "a4", "letter" };
static const char * const languages[] = { "", "en", "es", "de", "fr" };

static void show_trainers (SmrPreferencesDialog *self);

/* --- keeping ---------------------------------------------------------------------------------------------- */

static void
save (SmrPreferencesDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!smr_workspace_save_practice (self->workspace, self->practice, &error))
    smr_feedback_error (GTK_WIDGET (self), _("The preferences could not be kept"), error);
}

static void
take_text (char **place, AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  g_set_str (place, text);
}

static void
apply_cb (SmrPreferencesDialog *self)
{
  if (self->filling)
    return;

  take_text (&self->practice->name, self->name_row);
  take_text (&self->practice->phone, self->phone_row);
  take_text (&self->practice->address, self->address_row);
  self->practice->level = adw_combo_row_get_selected (self->level_row);
  self->practice->setting = adw_combo_row_get_selected (self->setting_row);
  g_set_str (&self->practice->paper, papers[adw_combo_row_get_selected (self->paper_row)]);
  g_set_str (&self->practice->language, languages[adw_combo_row_get_selected (self->language_row)]);
  save (self);
}

/* A text that clients sign has a version, so that a form can say which one was signed. */
static void
apply_consent (SmrPreferencesDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->consent_view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  if (!g_set_str (&self->practice->consent, text))
    return;
  if (*text != '\0')
    {
      g_autoptr (GError) error = NULL;
      int version = smr_store_get_consent_version (smr_workspace_get_store (self->workspace), text, &error);

      if (version == 0)
        {
          smr_feedback_error (GTK_WIDGET (self), _("The preferences could not be kept"), error);
          return;
        }
      self->practice->consent_version = version;
    }
  save (self);
}

static void
show_consents_cb (SmrPreferencesDialog *self)
{
  g_autoptr (GError) error = NULL;
  AdwNavigationPage *page;

  apply_consent (self);
  page = smr_consents_page_new (smr_workspace_get_store (self->workspace), &error);
  if (page != NULL)
    adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self), page);
  else
    smr_feedback_error (GTK_WIDGET (self), _("The texts could not be read"), error);
}

/* --- logo ------------------------------------------------------------------------------------------------- */

static void
show_logo (SmrPreferencesDialog *self)
{
  gboolean there = self->practice->logo != NULL;
  g_autoptr (GdkTexture) texture = there ? gdk_texture_new_from_bytes (self->practice->logo, NULL) : NULL;

  gtk_picture_set_paintable (self->logo_picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->logo_picture), there);
  gtk_widget_set_visible (GTK_WIDGET (self->logo_remove_button), there);
}

/* Only what can be drawn later is taken. */
static GBytes *
load_logo (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > LOGO_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("A logo may have at most %d MB."), LOGO_MAX_BYTES / 1024 / 1024);
      return NULL;
    }

  bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;
  texture = gdk_texture_new_from_bytes (bytes, NULL);
  if (texture == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("This is not a picture that can be used. Choose a PNG or JPEG file."));
      return NULL;
    }
  if (gdk_texture_get_width (texture) > LOGO_MAX_PIXELS || gdk_texture_get_height (texture) > LOGO_MAX_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("This picture is too large: at most %d pixels each way."), LOGO_MAX_PIXELS);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

static void
logo_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  GBytes *logo;

  if (file == NULL)
    return;
  logo = load_logo (file, &error);
  if (logo == NULL)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The logo could not be used"), error);
      return;
    }
  g_clear_pointer (&self->practice->logo, g_bytes_unref);
  self->practice->logo = logo;
  show_logo (self);
  save (self);
}

static void
choose_logo_cb (SmrPreferencesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, _("Choose a logo"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, logo_chosen_cb, g_object_ref (self));
}

static void
remove_logo_cb (SmrPreferencesDialog *self)
{
  g_clear_pointer (&self->practice->logo, g_bytes_unref);
  show_logo (self);
  save (self);
}

/* --- trainers --------------------------------------------------------------------------------------------- */

static void
trainer_changed_cb (AdwEntryRow *row, SmrPreferencesDialog *self)
{
  char **place = g_object_get_data (G_OBJECT (row), "place");
  GtkWidget *expander = g_object_get_data (G_OBJECT (row), "expander");

  take_text (place, row);
  if (expander != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), **place != '\0' ? *place : _("New trainer"));
}

static GtkWidget *
add_trainer_entry (SmrPreferencesDialog *self, GtkWidget *expander, const char *title, char **place)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), *place);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "place", place);
  g_signal_connect_object (row, "changed", G_CALLBACK (trainer_changed_cb), self, 0);
  g_signal_connect_object (row, "apply", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  return row;
}

static void
trainer_removed_cb (GtkButton *button, SmrPreferencesDialog *self)
{
  g_ptr_array_remove (self->practice->trainers, g_object_get_data (G_OBJECT (button), "trainer"));
  save (self);
  show_trainers (self);
}

static GtkWidget *
make_trainer_row (SmrPreferencesDialog *self, SmrTrainer *trainer)
{
  GtkWidget *expander = adw_expander_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *name;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), *trainer->name != '\0' ? trainer->name : _("New trainer"));
  name = add_trainer_entry (self, expander, _("Name"), &trainer->name);
  g_object_set_data (G_OBJECT (name), "expander", expander);
  add_trainer_entry (self, expander, _("Credentials"), &trainer->credentials);
  add_trainer_entry (self, expander, _("Phone"), &trainer->phone);

  gtk_widget_set_tooltip_text (remove, _("Remove trainer"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  g_object_set_data (G_OBJECT (remove), "trainer", trainer);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (trainer_removed_cb), self, 0);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (expander), remove);
  return expander;
}

static void
show_trainers (SmrPreferencesDialog *self)
{
  for (guint i = 0; i < self->trainer_rows->len; i++)
    adw_preferences_group_remove (self->trainers_group, g_ptr_array_index (self->trainer_rows, i));
  g_ptr_array_set_size (self->trainer_rows, 0);

  for (guint i = 0; i < self->practice->trainers->len; i++)
    {
      GtkWidget *row = make_trainer_row (self, g_ptr_array_index (self->practice->trainers, i));

      adw_preferences_group_add (self->trainers_group, row);
      g_ptr_array_add (self->trainer_rows, row);
    }
}

static void
add_trainer_cb (SmrPreferencesDialog *self)
{
  g_ptr_array_add (self->practice->trainers, smr_trainer_new ("", "", ""));
  show_trainers (self);
  adw_expander_row_set_expanded (g_ptr_array_index (self->trainer_rows, self->trainer_rows->len - 1), TRUE);
}

/* --- safety copies ---------------------------------------------------------------------------------------- */

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (smr_store_backup_finish (SMR_STORE (source), result, &error))
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), adw_toast_new (_("Copy saved")));
  else
    smr_feedback_error (GTK_WIDGET (self), _("The copy could not be saved"), error);
}

static void
backup_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrPreferencesDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    smr_store_backup_async (smr_workspace_get_store (self->workspace), g_file_peek_path (file), NULL, backed_up_cb, g_object_ref (self));
}

static void
backup_cb (SmrPreferencesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *today = smr_date_to_string (smr_workspace_get_today (self->workspace));
  g_autofree char *name = g_strdup_printf ("smr-coach-%s.db", today);

  gtk_file_dialog_set_title (dialog, _("Save a copy"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, backup_chosen_cb, g_object_ref (self));
}

static void
restore_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrPreferencesDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL)
    return;
  /* The application closes the practice first, so it does the rest. */
  gtk_widget_activate_action (GTK_WIDGET (self), "app.restore", "s", g_file_peek_path (file));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
restore_cb (SmrPreferencesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Restore a copy"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, restore_chosen_cb, g_object_ref (self));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static guint
position_of (const char * const *values, guint n_values, const char *value)
{
  for (guint i = 0; i < n_values; i++)
    {
      if (g_str_equal (values[i], value))
        return i;
    }
  return 0;
}

static void
fill (SmrPreferencesDialog *self)
{
  const SmrPractice *practice = self->practice;

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), practice->name);
  gtk_editable_set_text (GTK_EDITABLE (self->phone_row), practice->phone);
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), practice->address);
  adw_combo_row_set_selected (self->level_row, practice->level);
  adw_combo_row_set_selected (self->setting_row, practice->setting);
  adw_combo_row_set_selected (self->paper_row, position_of (papers, G_N_ELEMENTS (papers), practice->paper));
  adw_combo_row_set_selected (self->language_row, position_of (languages, G_N_ELEMENTS (languages), practice->language));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->consent_view), practice->consent, -1);
  adw_action_row_set_subtitle (self->path_row, smr_store_get_path (smr_workspace_get_store (self->workspace)));
  show_logo (self);
  show_trainers (self);
  self->filling = FALSE;
}

static void
smr_preferences_dialog_closed (AdwDialog *dialog)
{
  SmrPreferencesDialog *self = SMR_PREFERENCES_DIALOG (dialog);

  /* What was typed without Enter counts as well. */
  apply_cb (self);
  apply_consent (self);
}

static void
smr_preferences_dialog_dispose (GObject *object)
{
  SmrPreferencesDialog *self = SMR_PREFERENCES_DIALOG (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_PREFERENCES_DIALOG);
  g_clear_pointer (&self->trainer_rows, g_ptr_array_unref);
  g_clear_pointer (&self->practice, smr_practice_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_preferences_dialog_parent_class)->dispose (object);
}

static void
smr_preferences_dialog_class_init (SmrPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_preferences_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = smr_preferences_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, logo_picture);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, logo_remove_button);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, trainers_group);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, setting_row);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, consent_view);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, consents_row);
  gtk_widget_class_bind_template_child (widget_class, SmrPreferencesDialog, path_row);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_consents_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_logo_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_logo_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_trainer_cb);
  gtk_widget_class_bind_template_callback (widget_class, backup_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
smr_preferences_dialog_init (SmrPreferencesDialog *self)
{
  self->filling = TRUE;
  self->trainer_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

SmrPreferencesDialog *
smr_preferences_dialog_new (SmrWorkspace *workspace)
{
  SmrPreferencesDialog *self = g_object_new (SMR_TYPE_PREFERENCES_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->practice = smr_practice_copy (smr_workspace_get_practice (workspace));
  fill (self);
  return self;
}
