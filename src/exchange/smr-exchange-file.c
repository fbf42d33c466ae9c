#include "smr-exchange-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "smr-client-file.h"

static void
set_errno_error (GError **error, const char *path, int code)
{
  g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_READ, "%s: cannot be read: %s", path, g_strerror (code));
}

/* Reads from the open file rather than asking for its size first, which a device or pipe does not have. */
GBytes *
smr_exchange_read_file (const char *path, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  FILE *file = g_fopen (path, "rbe");
  guint8 block[65536];
  size_t n;
  int code;

  if (file == NULL)
    {
      set_errno_error (error, path, errno);
      return NULL;
    }

  while ((n = fread (block, 1, sizeof block, file)) > 0 && content->len <= SMR_CLIENT_FILE_MAX_BYTES)
    g_byte_array_append (content, block, n);
  code = ferror (file) ? errno : 0;
  fclose (file);

  if (code != 0)
    {
      set_errno_error (error, path, code);
      return NULL;
    }
  if (content->len > SMR_CLIENT_FILE_MAX_BYTES)
    {
      g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_READ, "%s: larger than %d MB, which no client file is",
                   path, SMR_CLIENT_FILE_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

gboolean
smr_exchange_check_text (const char **data, gssize *length, GError **error)
{
  const char *bad;
  guint line = 1;

  if (*length < 0)
    *length = strlen (*data);

  if (!g_utf8_validate_len (*data, *length, &bad))
    {
      for (const char *p = *data; p < bad; p++)
        line += *p == '\n';
      g_set_error (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_SYNTAX, "line %u: not UTF-8 text", line);
      return FALSE;
    }
  if (*length >= 3 && memcmp (*data, "\357\273\277", 3) == 0)
    {
      *data += 3;
      *length -= 3;
    }
  return TRUE;
}
