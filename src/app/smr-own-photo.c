#include "config.h"

#include "smr-own-photo.h"

#include <gdk/gdk.h>
#include <glib/gi18n.h>

#include "smr-attachment-file.h"
#include "smr-own-exercise.h"

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height)
{
  double scale = (double) SMR_OWN_PHOTO_MAX_EDGE / MAX (width, height);

  if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

static GdkPixbuf *
decode (GBytes *data, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), NULL);
  if (!gdk_pixbuf_loader_write_bytes (loader, data, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

/* What is seen through becomes white, as the paper. */
static GdkPixbuf *
flatten (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return g_object_ref (pixbuf);
  return gdk_pixbuf_composite_color_simple (pixbuf, width, height, GDK_INTERP_NEAREST, 255, 8, 0xffffff, 0xffffff);
}

GBytes *
smr_own_photo_make (GBytes *data, GError **error)
{
  g_autoptr (GdkPixbuf) decoded = decode (data, NULL);
  g_autoptr (GdkPixbuf) plain = decoded != NULL ? flatten (decoded) : NULL;
  g_autoptr (GBytes) photo = NULL;
  char *buffer;
  gsize size;

  if (plain != NULL && gdk_pixbuf_save_to_buffer (plain, &buffer, &size, "jpeg", NULL, "quality", "85", NULL))
    photo = g_bytes_new_take (buffer, size);
  if (photo == NULL || !smr_photo_is_plain (photo))
    {
      g_set_error_literal (error, SMR_ATTACHMENT_ERROR, SMR_ATTACHMENT_ERROR_UNREADABLE, "the picture cannot be decoded");
      return NULL;
    }
  return g_steal_pointer (&photo);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (SmrAttachment) attachment = smr_attachment_file_read (file, cancellable, &error);
  GBytes *photo = NULL;

  if (attachment != NULL && attachment->kind == SMR_ATTACHMENT_PDF)
    g_set_error_literal (&error, SMR_ATTACHMENT_ERROR, SMR_ATTACHMENT_ERROR_WRONG_KIND, "a document is no photo");
  else if (attachment != NULL)
    photo = smr_own_photo_make (attachment->data, &error);
  if (photo != NULL)
    g_task_return_pointer (task, photo, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
smr_own_photo_read_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, smr_own_photo_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

GBytes *
smr_own_photo_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
smr_own_photo_describe_error (const GError *error)
{
  if (!g_error_matches (error, SMR_ATTACHMENT_ERROR, SMR_ATTACHMENT_ERROR_TOO_LARGE) &&
      !g_error_matches (error, SMR_ATTACHMENT_ERROR, SMR_ATTACHMENT_ERROR_WRONG_KIND))
    return error->domain == SMR_ATTACHMENT_ERROR ? g_strdup (_("The picture is damaged and cannot be read."))
                                                 : g_strdup_printf (_("The file could not be read: %s"), error->message);
  if (error->code == SMR_ATTACHMENT_ERROR_TOO_LARGE)
    {
      g_autofree char *limit = g_format_size_full (SMR_ATTACHMENT_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

      return g_strdup_printf (_("The photo is larger than %s. Take it at a lower resolution."), limit);
    }
  return g_strdup (_("Only PNG and JPEG pictures can be used; this file is none, whatever its name says."));
}
