#pragma once

#include "smr-routine.h"

G_BEGIN_DECLS

/* Muscles in a line of short words: "calves l 2x30s, lats, glute med under". Parts are separated by commas; in each the
 * muscle comes first, by any of its names, be it begun only or with one wrong letter, then in any order its side (l, r,
 * b; left, right, both), a dose (2x30s: holds of its stretch; 2x12: sets and repetitions of its activation) and "over"
 * or "under". */

/* What one line may name. */
#define SMR_SHORTHAND_MOST 12

typedef struct
{
  const SmrMuscle *muscle;
  SmrSide          side;       /* LEFT, RIGHT, BOTH; MIDLINE for midline muscles */
  SmrRole          role;       /* OVERACTIVE or UNDERACTIVE */
  int              times;      /* 0: no dose; holds with hold_seconds, sets with reps */
  int              hold_seconds;
  int              reps;
} SmrShorthand;

typedef enum
{
  SMR_SHORTHAND_ERROR_MUSCLE,  /* no muscle is called like this */
  SMR_SHORTHAND_ERROR_WORD,    /* what stands behind the muscle is no side, dose or role */
  SMR_SHORTHAND_ERROR_SIDE,    /* a midline muscle has none */
  SMR_SHORTHAND_ERROR_TOO_MANY,
} SmrShorthandError;

#define SMR_SHORTHAND_ERROR (smr_shorthand_error_quark ())
GQuark     smr_shorthand_error_quark (void);

/* @role: of parts that name none. NULL and @error with the words that are not understood, as they were typed, or for
 * TOO_MANY how many there are. A muscle that is named twice is there twice. (transfer full) (element-type SmrShorthand) */
GArray    *smr_shorthand_parse (SmrCatalogue *catalogue, const char *language, const char *line, SmrRole role, GError **error);

/* The words of the last part that name its muscle, while it is being typed. (transfer full) */
char      *smr_shorthand_dup_last_name (const char *line);

/* Muscles by what was typed of any of their names, best first: the whole name, then its beginning, then the beginnings
 * of its words, then the same with one wrong letter. (transfer container) (element-type SmrMuscle) */
GPtrArray *smr_muscles_search  (SmrCatalogue *catalogue, const char *language, const char *text);

G_END_DECLS
