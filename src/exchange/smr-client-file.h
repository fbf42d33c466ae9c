#pragma once

#include <gio/gio.h>

#include "smr-catalogue.h"
#include "smr-record.h"
#include "smr-routine.h"

G_BEGIN_DECLS

/* Client files: one client as one JSON document, described by data/client-file.schema.json. */

#define SMR_EXCHANGE_ERROR (smr_exchange_error_quark ())
GQuark smr_exchange_error_quark (void);

typedef enum
{
  SMR_EXCHANGE_ERROR_READ,       /* missing, unreadable, too large */
  SMR_EXCHANGE_ERROR_SYNTAX,     /* not JSON, truncated, not UTF-8; the message says the line */
  SMR_EXCHANGE_ERROR_TOO_NEW,
  SMR_EXCHANGE_ERROR_INVALID,    /* the message says the member: "intakes[0].answers.surgery.date: ..." */
} SmrExchangeError;

#define SMR_CLIENT_FILE_FORMAT "smr-coach-client"
#define SMR_CLIENT_FILE_VERSION 1
#define SMR_CLIENT_FILE_MAX_BYTES (16 * 1024 * 1024)

/* (transfer full) (nullable). @today: for dates that must not lie in the future. */
SmrRecord *smr_client_file_parse (SmrCatalogue *catalogue, const char *data, gssize length, SmrDate today, GError **error);
SmrRecord *smr_client_file_load  (SmrCatalogue *catalogue, const char *path, SmrDate today, GError **error);
/* (transfer full) */
char      *smr_client_file_write (SmrCatalogue *catalogue, const SmrRecord *record);

/* Clients without records from a table or an address book. (transfer full) (element-type SmrRecord) (nullable) */
GPtrArray *smr_csv_parse         (const char *data, gssize length, SmrDate today, GError **error);
GPtrArray *smr_vcard_parse       (const char *data, gssize length, SmrDate today, GError **error);
/* By the file's ending: .json, .csv, .vcf. */
GPtrArray *smr_import_load       (SmrCatalogue *catalogue, const char *path, SmrDate today, GError **error);

G_END_DECLS
