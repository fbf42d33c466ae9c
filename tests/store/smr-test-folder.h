#pragma once

#include <glib.h>

#include "smr-store.h"

G_BEGIN_DECLS

/* A folder of the test's own for practice files, removed with all that is in it. */

typedef struct
{
  char     *path;
  char     *practice; /* path of a file that is not there yet */
  SmrStore *store;    /* NULL until smr_test_folder_open() */
} SmrTestFolder;

SmrTestFolder *smr_test_folder_new   (void);
void           smr_test_folder_free  (SmrTestFolder *self);
/* Opens the practice, makes it at the first time; what was open before is closed. */
SmrStore      *smr_test_folder_open  (SmrTestFolder *self);
void           smr_test_folder_close (SmrTestFolder *self);
/* (transfer full) */
char          *smr_test_folder_build (SmrTestFolder *self, const char *name);
/* Names in the folder, sorted, with a space between. (transfer full) */
char          *smr_test_folder_list  (const char *path);
/* (transfer full) */
GBytes        *smr_test_read_file    (const char *path);
void           smr_test_write_file   (const char *path, gconstpointer data, gsize size);
/* As another program would do it, without the store: one that is not there to protect anything. */
void           smr_test_sql          (const char *path, const char *sql);
/* The first value of the answer. (transfer full) (nullable) */
char          *smr_test_sql_value    (const char *path, const char *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrTestFolder, smr_test_folder_free)

G_END_DECLS
