#pragma once

#include "smr-catalogue.h"

G_BEGIN_DECLS

/* Reads and checks the catalogue's XML. Messages say file, line and id: "muscles.xml:12: gastrocnemius: ...". */

#define SMR_CATALOGUE_ERROR (smr_catalogue_error_quark ())
GQuark smr_catalogue_error_quark (void);

typedef enum
{
  SMR_CATALOGUE_ERROR_READ,
  SMR_CATALOGUE_ERROR_SYNTAX,
  SMR_CATALOGUE_ERROR_INVALID,
} SmrCatalogueError;

/* The catalogue built into the program, read once and kept. An unreadable built-in catalogue is a broken build and
 * aborts with its message. (transfer full) */
SmrCatalogue *smr_catalogue_load_builtin (void);

/* A folder of *.xml files, all problems in one message, a line each. (transfer full) (nullable) */
SmrCatalogue *smr_catalogue_load_folder  (const char *path, GError **error);

G_END_DECLS
