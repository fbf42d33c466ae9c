#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "smr-date.h"
#include "smr-types.h"

G_BEGIN_DECLS

/* One SQLite connection of one thread. Private to the store.
 *
 * Errors are of SMR_STORE_ERROR and read "cannot DO: WHY", where DO is what smr_database_set_doing() was told last
 * and WHY names the file. Values never enter a message. */

typedef struct _SmrDatabase SmrDatabase;

typedef enum
{
  SMR_DATABASE_READ_WRITE,
  SMR_DATABASE_READ_ONLY,
  SMR_DATABASE_IMMUTABLE, /* nothing writes the file while it is open: no lock, no -wal and -shm beside it */
} SmrDatabaseMode;

/* The file must be there. Nothing is read or written yet. */
SmrDatabase *smr_database_open          (const char *path, SmrDatabaseMode mode, GError **error);
void         smr_database_close         (SmrDatabase *self);
/* Foreign keys, WAL, full synchronisation, deletion that overwrites: set and read back. */
gboolean     smr_database_configure     (SmrDatabase *self, GError **error);

sqlite3     *smr_database_get_handle    (SmrDatabase *self);
const char  *smr_database_get_path      (SmrDatabase *self);
/* @doing: a literal such as "save the client". */
void         smr_database_set_doing     (SmrDatabase *self, const char *doing);
void         smr_database_set_busy_timeout (SmrDatabase *self, int milliseconds);

/* Sets @error from the result code of a call that failed on this connection. */
void         smr_database_set_error     (SmrDatabase *self, int result, GError **error);
/* Runs a script. */
gboolean     smr_database_execute       (SmrDatabase *self, const char *sql, GError **error);
/* The first column of the first row. */
gboolean     smr_database_get_int       (SmrDatabase *self, const char *sql, gint64 *value, GError **error);
/* (transfer full) */
char        *smr_database_dup_text      (SmrDatabase *self, const char *sql, GError **error);
/* Sets a pragma and reads it back as @expected. */
gboolean     smr_database_set_pragma    (SmrDatabase *self, const char *name, const char *value, const char *expected, GError **error);
/* SQLite's own check and that of the foreign keys. */
gboolean     smr_database_check         (SmrDatabase *self, GError **error);

/* Cancelled when it goes out of scope without commit. */
typedef struct _SmrTransaction SmrTransaction;

/* Takes the lock for writing at once, so that nothing after it can be busy. */
SmrTransaction *smr_transaction_begin         (SmrDatabase *database, GError **error);
/* One state of the records, whatever others write meanwhile. */
SmrTransaction *smr_transaction_begin_reading (SmrDatabase *database, GError **error);
/* Nobody else reads or writes. */
SmrTransaction *smr_transaction_begin_alone   (SmrDatabase *database, GError **error);
/* @self: (transfer full), also on failure. */
gboolean        smr_transaction_commit        (SmrTransaction *self, GError **error);
void            smr_transaction_cancel        (SmrTransaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrDatabase, smr_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrTransaction, smr_transaction_cancel)

G_END_DECLS
