#pragma once

#include "smr-catalogue-reader.h"
#include "smr-gate.h"

G_BEGIN_DECLS

/* What must not be given, worked out anew from the printed tables of screening and dosage. It reads no condition, site or
 * dosage of the catalogue and calls nothing of what it judges; of the catalogue it takes muscles by their ids, and what an
 * exercise is: its targets, position, tools and limbs that bear weight. It only ever forbids: the program may be stricter. */

#define ORACLE_TODAY "2026-03-02"
#define ORACLE_FORM  "2025-06-01"

/* How a yes may be answered, and what that makes of the row. */
typedef struct
{
  const char *row;
  const char *facts;            /* with spaces between; nullable */
  const char *date;             /* nullable */
  gboolean    healed;
  int         weeks;            /* 0: not given */
  const char *codes;            /* "X/g/-" while nothing is cleared */
  int         months;           /* how long a clearance lasts; 0: none counts */
  gboolean    caution;
} OracleBranch;

extern const OracleBranch oracle_branches[];
extern const guint        oracle_n_branches;
extern const char * const oracle_sites[];
extern const guint        oracle_n_sites;

/* A letter that names the row; LETTER_NONE, or one that must not help, or one that may. */
typedef enum
{
  LETTER_NONE,
  LETTER_EXPIRED,               /* its own last day was yesterday */
  LETTER_FIT_ONLY,              /* does not name rolling */
  LETTER_OTHER_ROW,             /* names every row but this one */
  LETTER_REVOKED,               /* fresh, and taken back since */
  LETTER_MISTYPED,              /* fresh, and never said this */
  LETTER_EIGHT_MONTHS,          /* old enough for the limits of 3 and 6 months */
  LETTER_FOUR_MONTHS,           /* ... of 3 months */
  LETTER_SIX_WEEKS,
  LETTER_FRESH,                 /* inside the first four weeks */
  LETTER_UNRESTRICTED,          /* fresh, "no restriction" */
  N_LETTERS,
} OracleLetter;

/* One row of a made-up client. */
typedef struct
{
  const OracleBranch *branch;
  SmrReply            reply;    /* YES as the branch says; NOT_SURE and UNANSWERED without any detail */
  guint               n_places;
  SmrPlace            places[2];
  OracleLetter        letter;
  gboolean            not_known; /* a yes whose every follow-up is marked as not known */
  gboolean            checked;  /* answered no on the form, and yes in a quick check since; for rows that are asked there */
} OracleRow;

/* A row of movement and comfort. */
typedef struct
{
  const char *row;
  SmrReply    reply;
  guint       n_places;
  SmrPlace    places[2];
} OracleMovement;

/* Stop signs and news of every urgency. */
extern const char * const oracle_signs[];
extern const guint        oracle_n_signs;

extern const char * const oracle_movements[];
extern const guint        oracle_n_movements;

typedef struct
{
  int          age;
  gboolean     guardian;        /* has signed */
  gboolean     active;
  SmrLevel     level;
  gboolean     at_home;         /* with own tools: soft roller and band */
  int          systolic;        /* today's reading; 0: none */
  int          diastolic;
  OracleLetter age_letter;
  const char  *sign;            /* (nullable): a stop sign, or news, after the form */
  guint        n_rows;
  OracleRow    rows[6];
  guint        n_movements;
  OracleMovement movements[3];
} OracleClient;

/* The limits of one client. */
typedef struct _Oracle Oracle;

void        oracle_init      (SmrCatalogue *catalogue);
gboolean    oracle_asked_every_session (const char *row);
Oracle     *oracle_new       (const OracleClient *client);
void        oracle_free      (Oracle *self);
gboolean    oracle_locks     (const Oracle *self, SmrPhase phase);
/* Why the exercise must not be done on these sides (LEFT, RIGHT, BOTH); NULL if the tables do not forbid it. */
const char *oracle_forbids_exercise (const Oracle *self, const SmrExercise *exercise, SmrSide sides);
/* Why the item must not be given: the above, its tool and its dose. */
const char *oracle_forbids_item     (const Oracle *self, const SmrItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Oracle, oracle_free)

G_END_DECLS
