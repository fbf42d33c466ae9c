#include <string.h>

#include <gdk/gdk.h>
#include <glib/gstdio.h>

#include "smr-attachment-file.h"

/* Files are told by their content, and taken whole or not at all. Without a display. */

/* 8 x 6 pixels, in one scan and in several. */
static const char jpeg[] =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7"
  "gYKBTmCNl4x9lnN+gXz/wAALCAAGAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABP/EABgQAAIDAAAAAAAAAAAAAAAAAAAEFmKR"
  "/9oACAEBAAA/ABTFm2n/2Q==";
static const char progressive_jpeg[] =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7"
  "gYKBTmCNl4x9lnN+gXz/wgALCAAGAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//aAAgBAQAAAAEP/8QAFhAAAwAAAAAAAAAA"
  "AAAAAAAAAAIU/9oACAEBAAEFArGP/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAGPwJ//8QAFRABAQAAAAAAAAAAAAAAAAAA"
  "AHH/2gAIAQEAAT8ho//aAAgBAQAAABD/AP/EABYQAAMAAAAAAAAAAAAAAAAAAAAB8P/aAAgBAQABPxCzP//Z";

static const char pdf[] = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\nstartxref\n9\n%%EOF\n";

static GBytes *
decode_base64 (const char *text)
{
  gsize size;
  guchar *data = g_base64_decode (text, &size);

  return g_bytes_new_take (data, size);
}

static GBytes *
make_png (void)
{
  static const guint8 pixels[4 * 4 * 3] = { 200, 30, 7 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (4, 4, GDK_MEMORY_R8G8B8, bytes, 12);

  return gdk_texture_save_to_png_bytes (texture);
}

static SmrAttachment *
read_as (const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("smr-attachment-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  SmrAttachment *attachment;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  attachment = smr_attachment_file_read (file, NULL, error);
  g_remove (path);
  g_rmdir (folder);
  return attachment;
}

static void
assert_taken (const char *name, GBytes *bytes, SmrAttachmentKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrAttachment) attachment = read_as (name, bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (attachment->name, ==, name);
  g_assert_cmpint (attachment->kind, ==, kind);
  g_assert_true (g_bytes_equal (attachment->data, bytes));
}

static void
assert_refused (const char *name, GBytes *bytes, SmrAttachmentError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_as (name, bytes, &error));
  g_assert_error (error, SMR_ATTACHMENT_ERROR, (int) code);
}

/* Names say nothing. */
static void
test_kinds (void)
{
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (GBytes) one = decode_base64 (jpeg);
  g_autoptr (GBytes) several = decode_base64 (progressive_jpeg);
  g_autoptr (GBytes) document = g_bytes_new_static (pdf, strlen (pdf));
  g_autoptr (GBytes) text = g_bytes_new_static ("GIF89a", 6);

  assert_taken ("scan.pdf", png, SMR_ATTACHMENT_PNG);
  assert_taken ("Brief mit Umlaut ä.png", one, SMR_ATTACHMENT_JPEG);
  assert_taken ("photo", several, SMR_ATTACHMENT_JPEG);
  assert_taken ("letter.jpg", document, SMR_ATTACHMENT_PDF);
  assert_refused ("letter.pdf", text, SMR_ATTACHMENT_ERROR_WRONG_KIND);
}

static void
assert_no_beginning_is_taken (GBytes *bytes, gsize least)
{
  for (gsize i = least; i < g_bytes_get_size (bytes); i++)
    {
      g_autoptr (GBytes) beginning = g_bytes_new_from_bytes (bytes, 0, i);
      g_autoptr (GError) error = NULL;
      SmrAttachmentKind kind;

      g_assert_false (smr_attachment_recognize (beginning, &kind, &error));
      g_assert_error (error, SMR_ATTACHMENT_ERROR, SMR_ATTACHMENT_ERROR_TRUNCATED);
    }
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (GBytes) one = decode_base64 (jpeg);
  g_autoptr (GBytes) several = decode_base64 (progressive_jpeg);
  /* All but the end of its last line. */
  g_autoptr (GBytes) document = g_bytes_new_static (pdf, strlen (pdf) - 1);

  assert_no_beginning_is_taken (png, 8);
  assert_no_beginning_is_taken (one, 3);
  assert_no_beginning_is_taken (several, 3);
  assert_no_beginning_is_taken (document, 5);
}

/* One byte is another: taken or refused, and nothing worse. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (GBytes) one = decode_base64 (jpeg);
  g_autoptr (GBytes) several = decode_base64 (progressive_jpeg);
  GBytes *files[] = { png, one, several };
  guint n_refused = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (files[i], &size);

      for (gsize j = 0; j < size; j++)
        {
          guint8 *copy = g_memdup2 (data, size);
          g_autoptr (GBytes) damaged = NULL;
          g_autoptr (SmrAttachment) attachment = NULL;
          g_autoptr (GError) error = NULL;

          copy[j] ^= 1 << g_test_rand_int_range (0, 8);
          damaged = g_bytes_new_take (copy, size);
          attachment = read_as ("damaged", damaged, &error);
          g_assert_true (attachment != NULL || error->domain == SMR_ATTACHMENT_ERROR);
          n_refused += attachment == NULL;
        }
    }
  g_assert_cmpuint (n_refused, >, 50);
}

/* It is a picture by its frame, and nothing inside can be decoded. */
static void
test_unreadable (void)
{
  g_autoptr (GBytes) png = make_png ();
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  guint8 *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) damaged = NULL;

  copy[size - 12 - 8] ^= 0xff;
  damaged = g_bytes_new_take (copy, size);
  assert_refused ("scan.png", damaged, SMR_ATTACHMENT_ERROR_UNREADABLE);
}

/* Little to read, much to unpack. */
static void
test_too_many_pixels (void)
{
  static const guint8 header[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x27\x11\0\0\x27\x10\x08\2\0\0\0\0\0\0\0\0\0\0\0IEND\0\0\0\0";
  g_autoptr (GBytes) bytes = g_bytes_new_static (header, sizeof header - 1);

  assert_refused ("bomb.png", bytes, SMR_ATTACHMENT_ERROR_TOO_MANY_PIXELS);
}

static void
test_size (void)
{
  gsize size = SMR_ATTACHMENT_MAX_BYTES;
  char *data = g_malloc0 (size + 1);
  g_autoptr (GBytes) larger = NULL;
  g_autoptr (GBytes) largest = NULL;
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);

  memcpy (data, pdf, strlen (pdf));
  memcpy (data + size - strlen (pdf), pdf, strlen (pdf));
  larger = g_bytes_new_take (data, size + 1);
  largest = g_bytes_new_from_bytes (larger, 0, size);
  assert_taken ("largest.pdf", largest, SMR_ATTACHMENT_PDF);
  assert_refused ("larger.pdf", larger, SMR_ATTACHMENT_ERROR_TOO_LARGE);
  assert_refused ("empty.pdf", empty, SMR_ATTACHMENT_ERROR_EMPTY);
}

static void
test_messages (void)
{
  g_autofree char *folder = g_dir_make_tmp ("smr-attachment-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = g_malloc0 (12 * 1024 * 1024);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, content, 12 * 1024 * 1024, NULL));
  g_assert_null (smr_attachment_file_read (file, NULL, &error));
  text = smr_attachment_file_describe_error (file, error);
  g_assert_nonnull (strstr (text, "12.0\302\240MiB"));
  g_assert_nonnull (strstr (text, "10.0\302\240MiB"));
  for (int code = SMR_ATTACHMENT_ERROR_EMPTY; code <= SMR_ATTACHMENT_ERROR_UNREADABLE; code++)
    {
      g_autoptr (GError) other = g_error_new_literal (SMR_ATTACHMENT_ERROR, code, "plain");
      g_autofree char *said = smr_attachment_file_describe_error (file, other);

      g_assert_null (strstr (said, "plain"));
    }
  g_remove (path);
  g_rmdir (folder);
}

static void
test_not_there (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/scan.png");
  g_autoptr (GFile) folder = g_file_new_for_path ("/");
  g_autoptr (GError) error = NULL;

  g_assert_null (smr_attachment_file_read (missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (smr_attachment_file_read (folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attachment-file/kinds", test_kinds);
  g_test_add_func ("/attachment-file/truncated", test_truncated);
  g_test_add_func ("/attachment-file/damaged", test_damaged);
  g_test_add_func ("/attachment-file/unreadable", test_unreadable);
  g_test_add_func ("/attachment-file/too-many-pixels", test_too_many_pixels);
  g_test_add_func ("/attachment-file/size", test_size);
  g_test_add_func ("/attachment-file/messages", test_messages);
  g_test_add_func ("/attachment-file/not-there", test_not_there);

  return g_test_run ();
}
