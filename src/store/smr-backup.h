#pragma once

#include "smr-database.h"

G_BEGIN_DECLS

/* Told now and then how much of the copy is done, 0 to 1. */
typedef void (*SmrBackupProgress) (double fraction, gpointer user_data);

/* Copies what @source holds at this moment to @path, by way of a file beside it that takes the place of @path once it
 * is complete and on the disk: there is the whole copy or what was there before. */
gboolean smr_backup_copy (SmrDatabase *source, const char *path, GCancellable *cancellable, SmrBackupProgress progress, gpointer user_data, GError **error);

G_END_DECLS
