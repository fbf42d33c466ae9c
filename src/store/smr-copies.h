#pragma once

#include "smr-database.h"
#include "smr-date.h"

G_BEGIN_DECLS

/* The copies that the program makes by itself beside a practice, and what they are called:
 *
 *   backups/practice-2026-03-02.db               of each day, the last few
 *   practice.db.version-1                        before a migration
 *   practice-before-restore-20260302T101500.db   what a restored backup took the place of
 */

/* All (transfer full). */
char    *smr_copies_dup_daily_path            (const char *practice, SmrDate day);
char    *smr_copies_dup_before_migration_path (const char *practice, int version);
char    *smr_copies_dup_before_restore_path   (const char *practice);

/* Removes daily copies but the newest @keep, and what is left of such that were never completed. */
gboolean smr_copies_rotate                    (const char *practice, guint keep, GError **error);
/* Erases the client from all copies. He is known by his id and the moment at which he was added. Copies that are too
 * damaged to be opened are passed over. */
gboolean smr_copies_erase_client              (const char *practice, gint64 client, gint64 added_at, GError **error);

G_END_DECLS
