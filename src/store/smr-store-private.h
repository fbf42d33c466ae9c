#pragma once

#include "smr-database.h"
#include "smr-statement.h"
#include "smr-store.h"

G_BEGIN_DECLS

/* What the files of the store share. Functions that take a connection run inside the caller's transaction. */

/* With other scripts than the bundled ones, for the tests of migrations. */
SmrStore    *smr_store_open_with_scripts  (const char *path, const char * const *scripts, GError **error);

/* Every public call begins here: it must come from the store's own thread. @doing: see smr_database_set_doing(). */
SmrDatabase *smr_store_enter              (SmrStore *self, const char *doing);
/* After a commit; @client is 0 where it concerns no single client. */
void         smr_store_emit_changed       (SmrStore *self, gint64 client);

SmrClient   *smr_clients_load             (SmrDatabase *database, gint64 id, GError **error);
gint64       smr_clients_insert           (SmrDatabase *database, const SmrClient *client, GError **error);

/* Appends what belongs to the client, oldest first; routines newest first. */
gboolean     smr_intakes_load             (SmrDatabase *database, gint64 client, GPtrArray *intakes, GError **error);
/* @draft: (out) (transfer full) (nullable) */
gboolean     smr_intakes_load_draft       (SmrDatabase *database, gint64 client, SmrIntake **draft, GError **error);
gboolean     smr_clearances_load          (SmrDatabase *database, gint64 client, GPtrArray *clearances, GError **error);
gboolean     smr_readings_load            (SmrDatabase *database, gint64 client, GPtrArray *readings, GError **error);
gboolean     smr_checks_load              (SmrDatabase *database, gint64 client, GPtrArray *checks, GError **error);
gboolean     smr_sessions_load            (SmrDatabase *database, gint64 client, GPtrArray *sessions, GError **error);
gboolean     smr_letters_load             (SmrDatabase *database, gint64 client, GPtrArray *letters, GError **error);
gboolean     smr_incidents_load           (SmrDatabase *database, gint64 client, GPtrArray *incidents, GError **error);
gboolean     smr_assessments_load         (SmrDatabase *database, gint64 client, GPtrArray *assessments, GError **error);
/* Every version of what the client's routines name, the newest as well. */
gboolean     smr_own_load_for_client      (SmrDatabase *database, gint64 client, GPtrArray *own, GError **error);
gboolean     smr_routines_load            (SmrDatabase *database, gint64 client, gboolean archived, GPtrArray *routines, GError **error);

/* The new row's id, 0 on failure. */
gint64       smr_intakes_insert           (SmrDatabase *database, gint64 client, const SmrIntake *intake, GError **error);
gint64       smr_clearances_insert        (SmrDatabase *database, gint64 client, const SmrClearance *clearance, GError **error);
gint64       smr_attachments_insert       (SmrDatabase *database, gint64 client, gint64 clearance, const SmrAttachment *attachment, GError **error);
gint64       smr_readings_insert          (SmrDatabase *database, gint64 client, const SmrReading *reading, GError **error);
gint64       smr_checks_insert            (SmrDatabase *database, gint64 client, const SmrCheck *check, GError **error);
/* @routine, @session: the row that it is about; 0: none. */
gint64       smr_sessions_insert          (SmrDatabase *database, gint64 client, const SmrSession *session, gint64 routine, GError **error);
gint64       smr_incidents_insert         (SmrDatabase *database, gint64 client, const SmrIncident *incident, gint64 session, GError **error);
gint64       smr_assessments_insert       (SmrDatabase *database, gint64 client, const SmrAssessment *assessment, GError **error);
gint64       smr_routines_insert          (SmrDatabase *database, gint64 client, const SmrRoutine *routine, GError **error);

/* Those that are not there yet; CONSTRAINT if one says something else than what is there under its id. */
gboolean     smr_own_import               (SmrDatabase *database, GPtrArray *own, GError **error);

/* Keeps the text under its version unless it is there already; does nothing for an empty text. */
gboolean     smr_consents_keep            (SmrDatabase *database, int version, const char *text, GError **error);
/* All of a new client's letters; his clearances must have gone in before, in the order of @record. */
gboolean     smr_letters_import           (SmrDatabase *database, gint64 client, const SmrRecord *record, GError **error);

G_END_DECLS
