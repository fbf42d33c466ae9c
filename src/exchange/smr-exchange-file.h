#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The whole of a file that is not larger than SMR_CLIENT_FILE_MAX_BYTES. Errors begin with the path.
 * (transfer full) (nullable) */
GBytes *smr_exchange_read_file (const char *path, GError **error);

G_END_DECLS
