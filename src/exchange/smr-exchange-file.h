#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The whole of a file that is not larger than SMR_CLIENT_FILE_MAX_BYTES. Errors begin with the path.
 * (transfer full) (nullable) */
GBytes *smr_exchange_read_file (const char *path, GError **error);

/* Fails unless @data is UTF-8 text; the error says the line. Leaves out a byte order mark and sets @length to what it
 * is when it was -1. */
gboolean smr_exchange_check_text (const char **data, gssize *length, GError **error);

G_END_DECLS
