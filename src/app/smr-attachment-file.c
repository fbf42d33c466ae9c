#include "config.h"

#include "smr-attachment-file.h"

#include <gdk/gdk.h>
#include <glib/gi18n.h>

#include "smr-record.h"

#define CHUNK_BYTES (256 * 1024)

/* One byte more than may be is enough to see that it is more. */
static GBytes *
read_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize size, wanted;

  if (stream == NULL)
    return NULL;
  do
    {
      guint begin = bytes->len;

      wanted = MIN (CHUNK_BYTES, SMR_ATTACHMENT_MAX_BYTES + 1 - begin);
      g_byte_array_set_size (bytes, begin + wanted);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes->data + begin, wanted, &size, cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, begin + size);
    }
  while (size == wanted && bytes->len <= SMR_ATTACHMENT_MAX_BYTES);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
decode (GBytes *data, GError **error)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (data, NULL);

  if (texture == NULL)
    g_set_error_literal (error, SMR_ATTACHMENT_ERROR, SMR_ATTACHMENT_ERROR_UNREADABLE, "the picture cannot be decoded");
  return texture != NULL;
}

/* Without folders, and fit to be shown. */
static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup ("");
  g_autofree char *shortened = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), SMR_NAME_MAX_CHARS));

  for (char *p = shortened; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_iscntrl (*p) || *p == '/')
        *p = '-';
    }
  return g_steal_pointer (&shortened);
}

SmrAttachment *
smr_attachment_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) data = read_bytes (file, cancellable, error);
  g_autofree char *name = NULL;
  SmrAttachmentKind kind;

  if (data == NULL || !smr_attachment_recognize (data, &kind, error) ||
      (kind != SMR_ATTACHMENT_PDF && !decode (data, error)))
    return NULL;

  name = dup_name (file);
  return smr_attachment_new (name, kind, data);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  SmrAttachment *attachment = smr_attachment_file_read (file, cancellable, &error);

  if (attachment != NULL)
    g_task_return_pointer (task, attachment, (GDestroyNotify) smr_attachment_free);
  else
    g_task_return_error (task, error);
}

void
smr_attachment_file_read_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, smr_attachment_file_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

SmrAttachment *
smr_attachment_file_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GFile *
smr_attachment_file_get_file (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

static char *
describe_too_large (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *limit = g_format_size_full (SMR_ATTACHMENT_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *size = NULL;

  if (info == NULL)
    return g_strdup_printf (_("The file is larger than %s. Scan it in grey or at a lower resolution."), limit);
  size = g_format_size_full (g_file_info_get_size (info), G_FORMAT_SIZE_IEC_UNITS);
  return g_strdup_printf (_("The file has %s, and at most %s can be kept. Scan it in grey or at a lower resolution."), size, limit);
}

char *
smr_attachment_file_describe_error (GFile *file, const GError *error)
{
  if (error->domain != SMR_ATTACHMENT_ERROR)
    return g_strdup_printf (_("The file could not be read: %s"), error->message);
  switch ((SmrAttachmentError) error->code)
    {
    case SMR_ATTACHMENT_ERROR_EMPTY:
      return g_strdup (_("The file is empty."));
    case SMR_ATTACHMENT_ERROR_TOO_LARGE:
      return describe_too_large (file);
    case SMR_ATTACHMENT_ERROR_WRONG_KIND:
      return g_strdup (_("Only PNG and JPEG pictures and PDF documents can be attached; this file is none, whatever its name says."));
    case SMR_ATTACHMENT_ERROR_TRUNCATED:
      return g_strdup (_("The end of the file is missing. Copy or scan it again."));
    case SMR_ATTACHMENT_ERROR_TOO_MANY_PIXELS:
      return g_strdup (_("The picture has more than 100 million pixels. Scan it at a lower resolution."));
    case SMR_ATTACHMENT_ERROR_UNREADABLE:
      return g_strdup (_("The picture is damaged and cannot be read."));
    }
  g_assert_not_reached ();
}
