#pragma once

#include "smr-database.h"

G_BEGIN_DECLS

/* How a practice file comes to the newest version: by numbered scripts, data/schema/version-001.sql and on, which
 * are never edited once released. The version stands in the file's user_version, what it is in its application_id. */

#define SMR_APPLICATION_ID 0x534d5243 /* "SMRC" */

/* The bundled scripts in order; the first one makes version 1. (transfer full) */
GStrv    smr_migrations_dup_scripts (void);
/* What the file is: its version; 0 for one with nothing in it. NOT_A_PRACTICE or TOO_NEW otherwise. */
gboolean smr_migrations_identify    (SmrDatabase *database, int newest, int *version, GError **error);
/* Runs what is missing, each step with its version number in one exclusive transaction. Before the first step a copy
 * is made beside the file, "practice.db.version-1". A step that fails leaves the file as it was before that step. */
gboolean smr_migrations_run         (SmrDatabase *database, const char * const *scripts, GError **error);

G_END_DECLS
