#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files that hold health records: readable by their owner alone, and on the disk when a call returns.
 * Errors are of SMR_STORE_ERROR: "cannot DOING “PATH”: WHY". */

/* Sets @error from errno. */
void     smr_file_set_error       (GError **error, int saved_errno, const char *doing, const char *path);
/* An empty file; one that is there already stays as it is, and @created says which. */
gboolean smr_file_create          (const char *path, gboolean *created, GError **error);
gboolean smr_file_create_folder   (const char *path, GError **error);
/* Gives the file a second name, so that it stays when something takes the place of the first. */
gboolean smr_file_keep            (const char *path, const char *second, GError **error);
/* Takes the place of what is at @to, in one step. */
gboolean smr_file_replace         (const char *from, const char *to, GError **error);
/* A file that is not there is no error. */
gboolean smr_file_remove          (const char *path, GError **error);
gboolean smr_file_is_same         (const char *a, const char *b);

G_END_DECLS
