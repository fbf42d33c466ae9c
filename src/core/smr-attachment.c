#include "smr-attachment.h"

#include <string.h>

G_DEFINE_QUARK (smr-attachment-error-quark, smr_attachment_error)

static const char * const kinds[] = { "png", "jpeg", "pdf" };

const char *
smr_attachment_kind_to_string (SmrAttachmentKind kind)
{
  return kinds[kind];
}

gboolean
smr_attachment_kind_from_string (const char *text, SmrAttachmentKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (text, kinds[i]) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

SmrAttachment *
smr_attachment_new (const char *name, SmrAttachmentKind kind, GBytes *data)
{
  SmrAttachment *self = g_new0 (SmrAttachment, 1);

  self->name = g_strdup (name);
  self->kind = kind;
  self->size = data != NULL ? g_bytes_get_size (data) : 0;
  self->data = data != NULL ? g_bytes_ref (data) : NULL;
  return self;
}

void
smr_attachment_free (SmrAttachment *self)
{
  g_free (self->name);
  g_clear_pointer (&self->data, g_bytes_unref);
  g_free (self);
}

/* --- what the bytes are ----------------------------------------------------------------------------------- */

typedef struct
{
  const guint8 *data;
  gsize         size;
} Content;

static gboolean
refuse (GError **error, SmrAttachmentError code, const char *message)
{
  g_set_error_literal (error, SMR_ATTACHMENT_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_truncated (GError **error)
{
  return refuse (error, SMR_ATTACHMENT_ERROR_TRUNCATED, "the end of the file is missing");
}

static gboolean
check_pixels (guint64 width, guint64 height, GError **error)
{
  if (width == 0 || height == 0)
    return refuse (error, SMR_ATTACHMENT_ERROR_UNREADABLE, "the picture has no width or no height");
  if (width * height > SMR_ATTACHMENT_MAX_PIXELS)
    return refuse (error, SMR_ATTACHMENT_ERROR_TOO_MANY_PIXELS, "the picture has too many pixels");
  return TRUE;
}

static guint
get_16 (const guint8 *p)
{
  return p[0] << 8 | p[1];
}

static guint32
get_32 (const guint8 *p)
{
  return (guint32) get_16 (p) << 16 | get_16 (p + 2);
}

static gboolean
begins_with (const Content *content, const char *magic, gsize length)
{
  return content->size >= length && memcmp (content->data, magic, length) == 0;
}

/* A signature of 8 bytes, then chunks: length, name, data, checksum; the first has the size, the last is IEND. */
static gboolean
check_png (const Content *content, GError **error)
{
  gsize at = 8;

  if (content->size < at + 25)
    return refuse_truncated (error);
  if (memcmp (content->data + at + 4, "IHDR", 4) != 0)
    return refuse (error, SMR_ATTACHMENT_ERROR_UNREADABLE, "the picture does not begin with its size");
  if (!check_pixels (get_32 (content->data + at + 8), get_32 (content->data + at + 12), error))
    return FALSE;

  while (content->size - at >= 12)
    {
      guint32 length = get_32 (content->data + at);

      if (length > content->size - at - 12)
        break;
      if (memcmp (content->data + at + 4, "IEND", 4) == 0)
        return TRUE;
      at += 12 + (gsize) length;
    }
  return refuse_truncated (error);
}

/* The frame headers; the other codes of this range are tables. */
static gboolean
is_jpeg_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Segments, each a marker and a length; after a scan header comes packed data in which FF stands before 0 or a restart
 * marker only. Thumbnails lie inside of segments, so that their own ends are not seen. */
static gboolean
check_jpeg (const Content *content, GError **error)
{
  gboolean has_size = FALSE, in_scan = FALSE;
  gsize at = 2;

  while (content->size - at >= 2)
    {
      guint8 marker = content->data[at + 1];
      guint length;

      if (in_scan && (content->data[at] != 0xff || marker == 0 || (marker >= 0xd0 && marker <= 0xd7)))
        {
          at++;
          continue;
        }
      if (content->data[at] != 0xff)
        return refuse (error, SMR_ATTACHMENT_ERROR_UNREADABLE, "the picture is damaged");
      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (marker == 0xd9)
        return has_size || refuse (error, SMR_ATTACHMENT_ERROR_UNREADABLE, "the picture has no size");
      if (content->size - at < 4)
        break;
      length = get_16 (content->data + at + 2);
      if (length < 2)
        return refuse (error, SMR_ATTACHMENT_ERROR_UNREADABLE, "the picture is damaged");
      if (length + 2 > content->size - at)
        break;
      if (is_jpeg_frame (marker))
        {
          if (length < 8)
            return refuse (error, SMR_ATTACHMENT_ERROR_UNREADABLE, "the picture is damaged");
          if (!check_pixels (get_16 (content->data + at + 7), get_16 (content->data + at + 5), error))
            return FALSE;
          has_size = TRUE;
        }
      in_scan = marker == 0xda;
      at += 2 + length;
    }
  return refuse_truncated (error);
}

/* Readers look for the mark of the end in the last kilobyte. */
static gboolean
check_pdf (const Content *content, GError **error)
{
  gsize tail = MIN (content->size, 1024);
  const guint8 *end = content->data + content->size - tail;

  return (memmem (end, tail, "startxref", 9) != NULL && memmem (end, tail, "%%EOF", 5) != NULL) || refuse_truncated (error);
}

gboolean
smr_attachment_recognize (GBytes *data, SmrAttachmentKind *kind, GError **error)
{
  Content content;

  content.data = g_bytes_get_data (data, &content.size);
  if (content.size == 0)
    return refuse (error, SMR_ATTACHMENT_ERROR_EMPTY, "the file is empty");
  if (content.size > SMR_ATTACHMENT_MAX_BYTES)
    return refuse (error, SMR_ATTACHMENT_ERROR_TOO_LARGE, "the file is too large");

  if (begins_with (&content, "\x89PNG\r\n\x1a\n", 8))
    {
      *kind = SMR_ATTACHMENT_PNG;
      return check_png (&content, error);
    }
  if (begins_with (&content, "\xff\xd8\xff", 3))
    {
      *kind = SMR_ATTACHMENT_JPEG;
      return check_jpeg (&content, error);
    }
  if (begins_with (&content, "%PDF-", 5))
    {
      *kind = SMR_ATTACHMENT_PDF;
      return check_pdf (&content, error);
    }
  return refuse (error, SMR_ATTACHMENT_ERROR_WRONG_KIND, "the file is not a PNG or JPEG picture nor a PDF document");
}
