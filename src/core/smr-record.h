#pragma once

#include <glib-object.h>

#include "smr-assessment.h"
#include "smr-date.h"
#include "smr-letter.h"
#include "smr-incident.h"
#include "smr-session.h"
#include "smr-types.h"

G_BEGIN_DECLS

/* Everything kept about one client, as values. The store reads and writes them, client files carry them, the
 * rules judge them. Members are public; a value that others may hold is not changed any more: copy, change, store.
 * `id` members are the store's row ids, 0 for what was never stored. Strings are never NULL unless said: empty
 * means not given. Text limits are checked where text comes in: see smr_record_validate(). */

/* --- client --------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64     id;
  char      *name;
  SmrDate    born;             /* SMR_DATE_NONE: not known, which counts as every age that restricts */
  SmrLevel   level;
  gboolean   regularly_active; /* at least 30 min moderate activity, 3 days a week, for the last 3 months */
  char      *language;         /* of the handout: "en", "de"; empty: as the practice */
  SmrSetting setting;
  GStrv      kit;              /* ids of the tools the client owns; empty: not asked, everything is taken as there */
  char      *phone;
  char      *email;
  char      *notes;
  char      *trainer;          /* name of the trainer who looks after the client */
  gboolean   archived;
} SmrClient;

SmrClient *smr_client_new  (const char *name);
SmrClient *smr_client_copy (const SmrClient *self);
void       smr_client_free (SmrClient *self);

/* --- intake --------------------------------------------------------------------------------------------- */

/* A reported place on the body. */
typedef struct
{
  const char *site;            /* interned site id */
  SmrSide     side;            /* NONE: side not given, which counts as both */
} SmrPlace;

typedef struct
{
  const char *condition;       /* interned condition id */
  SmrReply    reply;
  char       *text;            /* medicine names and free text */
  SmrDate     date;
  GArray     *places;          /* (element-type SmrPlace) */
  SmrReply    healed_and_sealed;
  int         weeks;           /* of pregnancy; -1: not given */
  GPtrArray  *facts;           /* (element-type utf8) interned fact ids that are on file as true */
  guint       not_known;       /* bits of SmrFollowUp that were marked not known */
  SmrDate     as_of;           /* copied from the form of that day, and confirmed; SMR_DATE_NONE: given here */
  gboolean    with_rest;       /* given to all rows that were left, in one act: a no, or what was copied; weighs like any other */
} SmrAnswer;

SmrAnswer *smr_answer_new       (const char *condition, SmrReply reply);
SmrAnswer *smr_answer_copy      (const SmrAnswer *self);
void       smr_answer_free      (SmrAnswer *self);
gboolean   smr_answer_has_fact  (const SmrAnswer *self, const char *fact);
void       smr_answer_set_fact  (SmrAnswer *self, const char *fact, gboolean on_file);
void       smr_answer_add_place (SmrAnswer *self, const char *site, SmrSide side);
/* They say the same, however they were given. */
gboolean   smr_answer_equal     (const SmrAnswer *a, const SmrAnswer *b);

/* A form. Signed ones are never altered. */
typedef struct
{
  gint64      id;
  SmrDate     signed_on;       /* SMR_DATE_NONE: not signed */
  char       *signed_by;       /* typed name, or "client" */
  gboolean    guardian_signed;
  char       *guardian;        /* name */
  char       *trainer;         /* name of the trainer who took it */
  char       *signature;       /* drawn by the client, see SmrSignature; empty: the name was typed */
  char       *guardian_signature;
  char       *consent;         /* the very text that was signed; empty: signed before there was one, which is as good */
  int         consent_version; /* of that text, where it was signed; 0: none */
  int         catalogue_version; /* whose rows it was filled in with; 0: not known */
  gint64      added_at;        /* when the store took it, in seconds since 1970; 0: not known */
  GHashTable *answers;         /* (element-type utf8 SmrAnswer) by interned condition id */
  gint64      copy_of;         /* the form that this one was begun from; 0: none, or not of this practice */
  GHashTable *offered;         /* (element-type utf8 SmrAnswer) by interned condition id: what that form has to copy. Counts for
                                * nothing and is not stored: see smr_intake_offer() */
} SmrIntake;

SmrIntake       *smr_intake_new         (void);
SmrIntake       *smr_intake_copy        (const SmrIntake *self);
void             smr_intake_free        (SmrIntake *self);
/* (nullable): NULL is unanswered. */
const SmrAnswer *smr_intake_get_answer  (const SmrIntake *self, const char *condition);
/* Replaces the answer to the same row. */
void             smr_intake_take_answer (SmrIntake *self, SmrAnswer *answer);

/* --- clearance, reading, check --------------------------------------------------------------------------- */

typedef enum
{
  SMR_WITHDRAWAL_MISTYPED,             /* it never said this: never counts, on whichever day */
  SMR_WITHDRAWAL_REVOKED_BY_PHYSICIAN, /* does not count from the day of the withdrawal on */
} SmrWithdrawalKind;

/* "mistyped", "revoked_by_physician" */
const char *smr_withdrawal_kind_to_string   (SmrWithdrawalKind kind);
gboolean    smr_withdrawal_kind_from_string (const char *text, SmrWithdrawalKind *kind);

/* Why a clearance does not count any more. It is never taken back: the letter is recorded again. */
typedef struct
{
  SmrWithdrawalKind kind;
  SmrDate           date;
  char             *reason;
  char             *by;        /* name of the trainer */
  gint64            added_at;  /* when the store took it, in seconds since 1970; 0: not known */
} SmrWithdrawal;

SmrWithdrawal *smr_withdrawal_new  (SmrWithdrawalKind kind, SmrDate date);
SmrWithdrawal *smr_withdrawal_copy (const SmrWithdrawal *self);
void           smr_withdrawal_free (SmrWithdrawal *self);

/* A physician's letter. For each row that it names it replaces every earlier letter from its date on, unless it is said
 * to be an addition; letters of one date count in the order of the record. A letter that says less thus takes back what
 * an earlier one allowed, and what was replaced does not come back when the later letter ends or is withdrawn: record it
 * again. (project decision; `screening-and-dosage` section 0 lets a clearance lift "only what it names", and section 6
 * takes the stricter side where sources differ) */
typedef struct
{
  gint64     id;
  GPtrArray *conditions;       /* (element-type utf8) interned ids of the rows it names */
  char      *physician;
  char      *practice;
  char      *phone;
  SmrDate    dated;
  SmrDate    expires;          /* last valid day; SMR_DATE_NONE: the longest that the rows allow */
  guint      phases;           /* bits 1 << SmrPhase (roll, stretch, activate) that it allows */
  gboolean   names_rolling;    /* rolling, massage or self-massage by name */
  GArray    *places;           /* (element-type SmrPlace) regions it names */
  GPtrArray *muscles;          /* (element-type utf8) muscles it names */
  GPtrArray *tools;            /* (element-type utf8) tools it allows; empty: not limited */
  gboolean   no_restriction;
  gboolean   in_addition;      /* what earlier letters allow stays */
  SmrWithdrawal *withdrawal;   /* (nullable): it was withdrawn */
  gint64     added_at;         /* when the store took it, in seconds since 1970; 0: not known */
} SmrClearance;

SmrClearance *smr_clearance_new  (void);
SmrClearance *smr_clearance_copy (const SmrClearance *self);
void          smr_clearance_free (SmrClearance *self);
void          smr_clearance_take_withdrawal (SmrClearance *self, SmrWithdrawal *withdrawal);

typedef struct
{
  gint64  id;
  SmrDate date;
  int     systolic;            /* mmHg */
  int     diastolic;
} SmrReading;

/* The quick check before a session: only the rows asked every session. */
typedef struct
{
  gint64      id;
  SmrDate     date;
  gint64      added_at;        /* when the store took it, in seconds since 1970; 0: not known */
  GHashTable *answers;         /* (element-type utf8 SmrReply) by interned condition id, see smr_check_get_reply() */
  GHashTable *eased;           /* (element-type utf8 SmrAnswer) a yes with the fact that makes it weigh less */
} SmrCheck;

SmrCheck *smr_check_new       (SmrDate date);
SmrCheck *smr_check_copy      (const SmrCheck *self);
void      smr_check_free      (SmrCheck *self);
SmrReply  smr_check_get_reply (const SmrCheck *self, const char *condition);
void      smr_check_set_reply (SmrCheck *self, const char *condition, SmrReply reply);
/* The fact that makes a yes weigh less, one that the catalogue offers every session. (nullable): interned. */
const char *smr_check_get_fact (const SmrCheck *self, const char *condition);
/* Answers yes with @fact on file. */
void      smr_check_set_fact  (SmrCheck *self, const char *condition, const char *fact);

/* --- the whole record ------------------------------------------------------------------------------------- */

typedef struct _SmrRoutine SmrRoutine;

typedef struct
{
  SmrClient *client;
  GPtrArray *intakes;          /* (element-type SmrIntake) signed forms, oldest first */
  SmrIntake *draft;            /* (nullable): the form that is being filled in */
  GPtrArray *clearances;       /* (element-type SmrClearance) oldest first */
  GPtrArray *readings;         /* (element-type SmrReading) oldest first */
  GPtrArray *checks;           /* (element-type SmrCheck) oldest first */
  GPtrArray *sessions;         /* (element-type SmrSession) oldest first */
  GPtrArray *letters;          /* (element-type SmrLetter) oldest first */
  GPtrArray *incidents;        /* (element-type SmrIncident) oldest first */
  GPtrArray *assessments;      /* (element-type SmrAssessment) oldest first */
  GPtrArray *own_exercises;    /* (element-type SmrOwnExercise) all versions of those that the routines name */
  GPtrArray *routines;         /* (element-type SmrRoutine) current versions, newest first */
} SmrRecord;

SmrRecord *smr_record_new_take (SmrClient *client);
SmrRecord *smr_record_copy     (const SmrRecord *self);
void       smr_record_free     (SmrRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrClient, smr_client_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrAnswer, smr_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrIntake, smr_intake_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrWithdrawal, smr_withdrawal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrClearance, smr_clearance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrCheck, smr_check_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrRecord, smr_record_free)

/* --- what may come in ------------------------------------------------------------------------------------- */

#define SMR_NAME_MAX_CHARS 200
#define SMR_TEXT_MAX_CHARS 4000
#define SMR_CONSENT_MAX_CHARS 20000
#define SMR_PREGNANCY_MAX_WEEKS 45

/**
 * SMR_RECORD_ERROR:
 *
 * Why a value cannot be part of a record. Messages begin with the path of the member ("client.born: ...").
 */
#define SMR_RECORD_ERROR (smr_record_error_quark ())
GQuark smr_record_error_quark (void);

typedef enum
{
  SMR_RECORD_ERROR_INVALID,
} SmrRecordError;

/* Valid UTF-8, no control characters (newline and tab are fine if @multiline), at most @max_chars characters. */
gboolean smr_record_validate_text   (const char *path, const char *text, gssize length, int max_chars, gboolean multiline, GError **error);
/* A blood pressure that a person can have, in mmHg. */
gboolean smr_reading_is_possible    (int systolic, int diastolic);
/* A name that is there, a birth date that is not in the future of @today and not over 120 years back. */
gboolean smr_client_validate        (const SmrClient *self, SmrDate today, GError **error);
/* A withdrawal says when and by whom; its day is not before @clearance's, and not in the future of @today. */
gboolean smr_withdrawal_validate    (const char *path, const SmrWithdrawal *self, const SmrClearance *clearance, SmrDate today, GError **error);
/* Ends before begins, pressures that no person has, dates in the future or before birth. */
gboolean smr_record_validate        (const SmrRecord *self, SmrDate today, GError **error);

G_END_DECLS
