#include "config.h"

#include "smr-client-export.h"

#include <string.h>

#include <glib/gi18n.h>

#include "smr-client-file.h"
#include "smr-feedback.h"

typedef struct
{
  GtkWidget *from;
  char      *text;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->from);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;
  if (g_file_replace_contents (file, self->text, strlen (self->text), NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    smr_feedback_toast (self->from, _("Client file saved"));
  else
    smr_feedback_error (self->from, _("The client file could not be saved"), error);
}

void
smr_client_export_choose (GtkWidget *from, SmrCatalogue *catalogue, const SmrRecord *record)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (record->client->name, ".json", NULL);
  Export *self = g_new0 (Export, 1);

  self->from = g_object_ref (from);
  self->text = smr_client_file_write (catalogue, record);
  g_strdelimit (name, "/", '-');
  gtk_file_dialog_set_title (dialog, _("Save as client file"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, chosen_cb, self);
}
