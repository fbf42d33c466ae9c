#pragma once

#include <gio/gio.h>

#include "smr-attachment.h"
#include "smr-own-exercise.h"
#include "smr-practice.h"
#include "smr-record.h"
#include "smr-routine.h"

G_BEGIN_DECLS

/* The practice's records in one SQLite file. Bounded calls run on the thread that opened the store (asserted); what
 * grows with the data comes as async pairs. A failed call leaves the records as they were. */

#define SMR_STORE_ERROR (smr_store_error_quark ())
GQuark smr_store_error_quark (void);

typedef enum
{
  SMR_STORE_ERROR_FAILED,
  SMR_STORE_ERROR_CANNOT_OPEN,
  SMR_STORE_ERROR_NOT_A_PRACTICE, /* some other file */
  SMR_STORE_ERROR_TOO_NEW,        /* written by a newer version of the program */
  SMR_STORE_ERROR_CONSTRAINT,
  SMR_STORE_ERROR_NOT_FOUND,
  SMR_STORE_ERROR_BUSY,           /* another program holds it */
  SMR_STORE_ERROR_CORRUPT,
  SMR_STORE_ERROR_FULL,           /* no space left */
  SMR_STORE_ERROR_READ_ONLY,
} SmrStoreError;

#define SMR_TYPE_STORE (smr_store_get_type ())
G_DECLARE_FINAL_TYPE (SmrStore, smr_store, SMR, STORE, GObject)

/* Opens or makes the file, migrates it, keeps a copy beside it before the first migration step. Two programs may have
 * one practice open; who finds the other one writing waits for a few seconds, then fails with BUSY. */
SmrStore    *smr_store_open          (const char *path, GError **error);
/* Looks without writing, for a practice on a read-only disk; what would write fails with READ_ONLY. Nobody else may
 * write the file meanwhile, and what a program that ended badly left in a -wal beside it is not seen. */
SmrStore    *smr_store_open_read_only (const char *path, GError **error);
const char  *smr_store_get_path      (SmrStore *self);
/* $XDG_DATA_HOME/smr-coach/practice.db (transfer full) */
char        *smr_store_get_default_path (void);

/* --- practice */
SmrPractice *smr_store_load_practice (SmrStore *self, GError **error);
gboolean     smr_store_save_practice (SmrStore *self, const SmrPractice *practice, GError **error);
/* The version of a consent text: the one under which it was kept, else the next one, under which it will be kept with the
 * practice or with the first form that is signed with it. 0 on failure. */
int          smr_store_get_consent_version (SmrStore *self, const char *text, GError **error);

/* A text that was kept to be signed, and by how many forms it was. */
typedef struct
{
  int      version;
  char    *text;
  guint    n_forms;
  SmrDate  first;       /* the days of the first and the last of them; SMR_DATE_NONE when there is none */
  SmrDate  last;
} SmrConsent;
void         smr_consent_free        (SmrConsent *self);

/* Newest version first. (transfer full) (element-type SmrConsent) */
GPtrArray   *smr_store_list_consents (SmrStore *self, GError **error);

/* --- own exercises and favourites */
/* All versions in the order in which they were made. (transfer full) (element-type SmrOwnExercise) */
GPtrArray   *smr_store_list_own_exercises (SmrStore *self, GError **error);
/* A new exercise, or a new version of one. */
gboolean     smr_store_add_own_exercise   (SmrStore *self, const SmrOwnExercise *own, GError **error);
gboolean     smr_store_set_own_retired    (SmrStore *self, const char *series, gboolean retired, GError **error);
/* @exercise: the id of a built-in one, the series of an own one. */
gboolean     smr_store_set_favourite      (SmrStore *self, const char *exercise, gboolean favourite, GError **error);
/* (transfer full) (element-type utf8 utf8): a set of what was given to smr_store_set_favourite(), interned */
GHashTable  *smr_store_list_favourites    (SmrStore *self, GError **error);

/* --- clients */
typedef struct
{
  gint64   id;
  char    *name;
  SmrDate  born;
  gboolean archived;
} SmrClientSummary;
void         smr_client_summary_free (SmrClientSummary *self);

/* By name; every word of @search begins a word of the name, accents, case and order ignored; @search NULL or empty: all.
 * @limit 0: no limit. (transfer full) (element-type SmrClientSummary) */
GPtrArray   *smr_store_search_clients (SmrStore *self, const char *search, gboolean with_archived, guint limit, guint offset, GError **error);
int          smr_store_count_clients  (SmrStore *self, gboolean with_archived, GError **error);
/* An id as text, or a name; NOT_FOUND or CONSTRAINT (several match). */
gint64       smr_store_find_client    (SmrStore *self, const char *id_or_name, GError **error);
/* Inserts when client->id is 0 and returns the id; 0 on failure. */
gint64       smr_store_save_client    (SmrStore *self, const SmrClient *client, GError **error);
gboolean     smr_store_set_archived   (SmrStore *self, gint64 client, gboolean archived, GError **error);
/* The one exception to append-only: everything of the client is gone, from the practice and from the copies that the
 * program itself made beside it. Backups that were made elsewhere still have it. */
gboolean     smr_store_erase_client   (SmrStore *self, gint64 client, GError **error);

/* The client with everything that belongs to him. (transfer full) (nullable) */
SmrRecord   *smr_store_load_record    (SmrStore *self, gint64 client, GError **error);
/* A whole record as one transaction, for import; ids in it are ignored. Returns the client's id. */
gint64       smr_store_import_record  (SmrStore *self, const SmrRecord *record, GError **error);
/* The same for all that one file holds, in one transaction. (element-type SmrRecord) */
gboolean     smr_store_import_records (SmrStore *self, GPtrArray *records, GError **error);

/* --- what is appended */
/* The form that is being filled in, kept until it is signed; NULL without error: none. */
SmrIntake   *smr_store_load_draft_intake (SmrStore *self, gint64 client, GError **error);
gboolean     smr_store_save_draft_intake (SmrStore *self, gint64 client, const SmrIntake *intake, GError **error);
gboolean     smr_store_discard_draft_intake (SmrStore *self, gint64 client, GError **error);
/* Signed forms; the draft goes away in the same transaction. */
gint64       smr_store_add_intake     (SmrStore *self, gint64 client, const SmrIntake *intake, GError **error);
gint64       smr_store_add_clearance  (SmrStore *self, gint64 client, const SmrClearance *clearance, GError **error);
/* The same with scans or photos of it, in one transaction. (element-type SmrAttachment) */
gint64       smr_store_add_clearance_with_attachments (SmrStore *self, gint64 client, const SmrClearance *clearance, GPtrArray *attachments, GError **error);
/* Once and for good; CONSTRAINT: it is withdrawn already. NOT_FOUND. */
gboolean     smr_store_withdraw_clearance (SmrStore *self, gint64 clearance, const SmrWithdrawal *withdrawal, GError **error);
gint64       smr_store_add_reading    (SmrStore *self, gint64 client, const SmrReading *reading, GError **error);
gint64       smr_store_add_check      (SmrStore *self, gint64 client, const SmrCheck *check, GError **error);
/* With the events that it has already. */
gint64       smr_store_add_letter     (SmrStore *self, gint64 client, const SmrLetter *letter, GError **error);
gboolean     smr_store_add_letter_event (SmrStore *self, gint64 client, gint64 letter, const SmrLetterEvent *event, GError **error);
gint64       smr_store_add_assessment (SmrStore *self, gint64 client, const SmrAssessment *assessment, GError **error);
/* All of them or none. (element-type SmrSession) */
gboolean     smr_store_add_sessions   (SmrStore *self, gint64 client, GPtrArray *sessions, GError **error);
/* With what came up in it. @incidents: (nullable) (element-type SmrIncident): their `session` is set here. */
gint64       smr_store_add_session    (SmrStore *self, gint64 client, const SmrSession *session, GPtrArray *incidents, GError **error);
gint64       smr_store_add_incident   (SmrStore *self, gint64 client, const SmrIncident *incident, GError **error);

/* --- scans and photos; client files leave them out */
/* @clearance: 0: of the client in general. The new id, 0 on failure. */
gint64       smr_store_add_attachment (SmrStore *self, gint64 client, gint64 clearance, const SmrAttachment *attachment, GError **error);
/* Oldest first, without their data. (transfer full) (element-type SmrAttachment) */
GPtrArray   *smr_store_list_attachments (SmrStore *self, gint64 client, gint64 clearance, GError **error);
GBytes      *smr_store_load_attachment (SmrStore *self, gint64 attachment, GError **error);

/* --- routines */
/* A draft is overwritten; saving over an issued version makes the next version, a draft. Sets nothing in @routine;
 * (out) (optional) @id and @version say where it lies now. */
gboolean     smr_store_save_routine   (SmrStore *self, gint64 client, const SmrRoutine *routine, gint64 *id, int *version, GError **error);
/* The version as it was. (transfer full) (nullable) */
SmrRoutine  *smr_store_load_routine   (SmrStore *self, gint64 id, int version, GError **error);
/* (element-type SmrRoutine) all versions, newest first */
GPtrArray   *smr_store_list_versions  (SmrStore *self, gint64 id, GError **error);
gboolean     smr_store_archive_routine (SmrStore *self, gint64 id, gboolean archived, GError **error);
/* Newest versions of what records leave out, newest first. (transfer full) (element-type SmrRoutine) */
GPtrArray   *smr_store_list_archived_routines (SmrStore *self, gint64 client, GError **error);

/* --- templates */
/* A routine of nobody in particular that another one can begin with. The store does not look into `routine`, which is
 * JSON text. */
typedef struct
{
  gint64 id;
  char  *name;                  /* never empty */
  char  *note;
  char  *routine;
} SmrTemplate;
void         smr_template_free         (SmrTemplate *self);

/* By name. (transfer full) (element-type SmrTemplate) */
GPtrArray   *smr_store_list_templates  (SmrStore *self, GError **error);
/* Inserts when template->id is 0 and returns the id; 0 on failure. */
gint64       smr_store_save_template   (SmrStore *self, const SmrTemplate *template, GError **error);
gboolean     smr_store_remove_template (SmrStore *self, gint64 template, GError **error);

/* --- handouts */
typedef struct
{
  gint64   id;
  gint64   routine;
  int      version;
  SmrDate  date;
  char    *plan_code;
  char    *layout;
  char    *language;
  char    *paper;
  int      pages;
} SmrHandoutSummary;
void         smr_handout_summary_free (SmrHandoutSummary *self);

/* Marks the draft version as issued (an earlier issued version as superseded) and keeps the exact page, in one
 * transaction. A version that is issued already only gets another page kept; one that was superseded is refused with
 * CONSTRAINT. Of @handout the id, routine and version are not looked at. */
gint64       smr_store_issue_routine  (SmrStore *self, gint64 routine, int version, const SmrHandoutSummary *handout, GBytes *pdf, GError **error);
GPtrArray   *smr_store_list_handouts  (SmrStore *self, gint64 client, GError **error);
GBytes      *smr_store_load_handout   (SmrStore *self, gint64 handout, GError **error);

/* --- safety copies: each is complete, checked and on the disk before it takes the place of its path */
void         smr_store_backup_async   (SmrStore *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* @progress is called in the thread-default main context of the caller, with thousandths. */
void         smr_store_backup_with_progress_async (SmrStore *self, const char *path, GCancellable *cancellable, GFileProgressCallback progress, gpointer progress_data, GAsyncReadyCallback callback, gpointer user_data);
gboolean     smr_store_backup_finish  (SmrStore *self, GAsyncResult *result, GError **error);
gboolean     smr_store_backup         (SmrStore *self, const char *path, GError **error);
/* A copy of today in the folder "backups" beside the practice if there is none yet; keeps the newest @keep. CORRUPT: the
 * practice is damaged, and its older copies stay. Finished with smr_store_backup_finish(). */
void         smr_store_backup_daily_async (SmrStore *self, SmrDate today, guint keep, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Checks @backup whole before anything is touched, keeps the present file beside it ("practice-before-restore-TIME.db"),
 * then puts the backup in place. No store may have @path open: BUSY. @path need not exist, or may be damaged. */
gboolean     smr_store_restore        (const char *path, const char *backup, GError **error);
gboolean     smr_store_check_integrity (SmrStore *self, GError **error);

/* Signal "changed" (gint64 client): after a change was committed by this store, or by another program once
 * smr_store_look_for_changes() has seen it; 0: it may be any client, or the practice. */
/* Emits "changed" if another program has written since the last look; costs microseconds. */
gboolean     smr_store_look_for_changes (SmrStore *self, GError **error);

/* Of SQLite: the one that runs, and the one that the program was built against. */
void         smr_store_get_library_versions (const char **running, const char **built_against);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrClientSummary, smr_client_summary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrTemplate, smr_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrConsent, smr_consent_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrHandoutSummary, smr_handout_summary_free)

G_END_DECLS
