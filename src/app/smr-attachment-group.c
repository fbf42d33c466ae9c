#include "config.h"

#include "smr-attachment-group.h"

#include <glib/gi18n.h>

#include "smr-accessible.h"
#include "smr-attachment-file.h"
#include "smr-feedback.h"
#include "smr-field-problem.h"
#include "smr-opened-copies.h"

struct _SmrAttachmentGroup
{
  AdwPreferencesGroup  parent_instance;

  SmrWorkspace        *workspace;       /* NULL: what is chosen waits */
  gint64               client;
  gint64               clearance;
  GPtrArray           *kept;            /* (element-type SmrAttachment) in the store */
  GPtrArray           *pending;         /* (element-type SmrAttachment) that wait */
  GPtrArray           *rows;            /* (element-type GtkWidget), not the last one that attaches */
  GCancellable        *cancellable;     /* ends with the widget */

  AdwPreferencesRow   *attach_row;
};

G_DEFINE_FINAL_TYPE (SmrAttachmentGroup, smr_attachment_group, ADW_TYPE_PREFERENCES_GROUP)

static void show (SmrAttachmentGroup *self);

/* --- open and save ---------------------------------------------------------------------------------------- */

static const SmrAttachment *
get_attachment (GtkButton *button)
{
  return g_object_get_data (G_OBJECT (button), "attachment");
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrAttachmentGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    smr_feedback_error (GTK_WIDGET (self), _("No program could open the attachment"), error);
}

static void
open_cb (SmrAttachmentGroup *self, GtkButton *button)
{
  const SmrAttachment *attachment = get_attachment (button);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = smr_store_load_attachment (smr_workspace_get_store (self->workspace), attachment->id, &error);
  g_autoptr (GFile) copy = data != NULL ? smr_opened_copies_make (attachment->name, data, &error) : NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;

  if (copy == NULL)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The attachment could not be opened"), error);
      return;
    }
  launcher = gtk_file_launcher_new (copy);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, launched_cb, g_object_ref (self));
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrAttachmentGroup) self = user_data;
  gint64 *id = g_object_get_data (source, "id");
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  data = smr_store_load_attachment (smr_workspace_get_store (self->workspace), *id, &error);
  if (data != NULL && g_file_replace_contents (file, g_bytes_get_data (data, NULL), g_bytes_get_size (data), NULL, FALSE,
                                               G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    smr_feedback_toast (GTK_WIDGET (self), _("Attachment saved"));
  else
    smr_feedback_error (GTK_WIDGET (self), _("The attachment could not be saved"), error);
}

static void
save_cb (SmrAttachmentGroup *self, GtkButton *button)
{
  const SmrAttachment *attachment = get_attachment (button);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_object_set_data_full (G_OBJECT (dialog), "id", g_memdup2 (&attachment->id, sizeof attachment->id), g_free);
  gtk_file_dialog_set_title (dialog, _("Save a copy outside the practice"));
  gtk_file_dialog_set_initial_name (dialog, attachment->name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, save_chosen_cb, g_object_ref (self));
}

/* --- rows ------------------------------------------------------------------------------------------------- */

static void
add_button (SmrAttachmentGroup *self, AdwActionRow *row, const char *icon, const char *tooltip, const SmrAttachment *attachment, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: what a button does, and to which file: "Open: letter.pdf" */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s"), tooltip, attachment->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  smr_accessible_set_name (button, spoken);
  g_object_set_data (G_OBJECT (button), "attachment", (gpointer) attachment);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static AdwActionRow *
add_row (SmrAttachmentGroup *self, const SmrAttachment *attachment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *size = g_format_size (attachment->size);
  gboolean document = attachment->kind == SMR_ATTACHMENT_PDF;
  /* Translators: a kind of file and its size: "Picture, 320 kB" */
  g_autofree char *text = g_strdup_printf (document ? _("Document, %s") : _("Picture, %s"), size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), attachment->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (document ? "x-office-document-symbolic"
                                                                                          : "image-x-generic-symbolic"));
  /* Above the row that attaches. */
  gtk_list_box_insert (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self->attach_row))), row, self->rows->len);
  g_ptr_array_add (self->rows, row);
  return ADW_ACTION_ROW (row);
}

static void
remove_cb (SmrAttachmentGroup *self, GtkButton *button)
{
  g_ptr_array_remove (self->pending, (gpointer) get_attachment (button));
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->attach_row));
}

static void
remove_rows (SmrAttachmentGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
load (SmrAttachmentGroup *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *kept = smr_store_list_attachments (smr_workspace_get_store (self->workspace), self->client, self->clearance, &error);

  if (kept == NULL)
    {
      g_warning ("Attachments could not be listed: %s", error->message);
      return;
    }
  g_ptr_array_unref (self->kept);
  self->kept = kept;
}

static void
show (SmrAttachmentGroup *self)
{
  remove_rows (self);
  if (self->workspace != NULL)
    load (self);
  for (guint i = 0; i < self->kept->len; i++)
    {
      const SmrAttachment *attachment = g_ptr_array_index (self->kept, i);
      AdwActionRow *row = add_row (self, attachment);

      add_button (self, row, "document-open-symbolic", _("Open"), attachment, G_CALLBACK (open_cb));
      add_button (self, row, "document-save-as-symbolic", _("Save as"), attachment, G_CALLBACK (save_cb));
    }
  for (guint i = 0; i < self->pending->len; i++)
    {
      const SmrAttachment *attachment = g_ptr_array_index (self->pending, i);

      add_button (self, add_row (self, attachment), "user-trash-symbolic", _("Do not attach"), attachment, G_CALLBACK (remove_cb));
    }
}

/* --- attaching -------------------------------------------------------------------------------------------- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrAttachmentGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrAttachment) attachment = smr_attachment_file_read_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (attachment == NULL)
    {
      g_autofree char *text = smr_attachment_file_describe_error (smr_attachment_file_get_file (result), error);

      smr_field_problem_show (self->attach_row, text);
      return;
    }
  smr_field_problem_clear (self->attach_row);
  if (self->workspace == NULL)
    {
      g_ptr_array_add (self->pending, g_steal_pointer (&attachment));
      show (self);
    }
  else if (smr_store_add_attachment (smr_workspace_get_store (self->workspace), self->client, self->clearance, attachment, &error) == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The attachment could not be kept"), error);
    }
  else
    {
      show (self);
      smr_workspace_client_changed (self->workspace, self->client);
    }
}

void
smr_attachment_group_add_file (SmrAttachmentGroup *self, GFile *file)
{
  smr_attachment_file_read_async (file, self->cancellable, read_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrAttachmentGroup) self = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      smr_attachment_group_add_file (self, file);
    }
}

static void
choose_cb (SmrAttachmentGroup *self)
{
  static const char * const types[] = { "image/png", "image/jpeg", "application/pdf" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (filter, types[i]);
  gtk_file_filter_set_name (filter, _("Pictures and PDF documents"));
  gtk_file_dialog_set_title (dialog, _("Attach a scan or photo"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, chosen_cb, g_object_ref (self));
}

static gboolean
drop_cb (SmrAttachmentGroup *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    smr_attachment_group_add_file (self, l->data);
  return files != NULL;
}

void
smr_attachment_group_take_drops (SmrAttachmentGroup *self, GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_attachment_group_dispose (GObject *object)
{
  SmrAttachmentGroup *self = SMR_ATTACHMENT_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_ATTACHMENT_GROUP);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_attachment_group_parent_class)->dispose (object);
}

static void
smr_attachment_group_finalize (GObject *object)
{
  SmrAttachmentGroup *self = SMR_ATTACHMENT_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->pending);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (smr_attachment_group_parent_class)->finalize (object);
}

static void
smr_attachment_group_class_init (SmrAttachmentGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_attachment_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = smr_attachment_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-attachment-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrAttachmentGroup, attach_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
smr_attachment_group_init (SmrAttachmentGroup *self)
{
  self->kept = g_ptr_array_new ();
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_attachment_free);
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
smr_attachment_group_bind (SmrAttachmentGroup *self, SmrWorkspace *workspace, gint64 client, gint64 clearance)
{
  g_set_object (&self->workspace, workspace);
  self->client = client;
  self->clearance = clearance;
  show (self);
}

GPtrArray *
smr_attachment_group_get_pending (SmrAttachmentGroup *self)
{
  return self->pending;
}
