#pragma once

#include "smr-catalogue.h"
#include "smr-date.h"

G_BEGIN_DECLS

/* What a trainer saw and measured of a client on one day. A working guess beside the trainer's pick: nothing here is a
 * finding of the health screening, and no rule draws a conclusion from it. */

typedef struct
{
  const char *observation;     /* interned id */
  SmrSide     side;            /* left, right, both or midline: see smr_observation_takes_side() */
} SmrSeen;

/* The range of a movement. */
typedef struct
{
  const char *movement;        /* interned id */
  SmrSide     side;            /* left or right */
  int         degrees;
} SmrRange;

typedef struct
{
  gint64     id;
  SmrDate    date;
  char      *trainer;          /* name of the trainer who looked */
  GPtrArray *parts;            /* (element-type utf8) interned ids of what was looked at, whether a sign was seen or not */
  GArray    *seen;             /* (element-type SmrSeen) each observation once */
  GArray    *ranges;           /* (element-type SmrRange) each movement once for a side */
  char      *note;
} SmrAssessment;

SmrAssessment *smr_assessment_new  (SmrDate date);
SmrAssessment *smr_assessment_copy (const SmrAssessment *self);
void           smr_assessment_free (SmrAssessment *self);

gboolean smr_assessment_has_part  (const SmrAssessment *self, const char *part);
/* Nothing twice. */
void     smr_assessment_add_part  (SmrAssessment *self, const char *part);
/* SMR_SIDE_NONE: it was not seen. */
SmrSide  smr_assessment_get_side  (const SmrAssessment *self, const char *observation);
/* Replaces what was said of it; SMR_SIDE_NONE takes it out. */
void     smr_assessment_set_side  (SmrAssessment *self, const char *observation, SmrSide side);

#define SMR_RANGE_NOT_MEASURED (-1)
int      smr_assessment_get_range (const SmrAssessment *self, const char *movement, SmrSide side);
/* SMR_RANGE_NOT_MEASURED takes it out. */
void     smr_assessment_set_range (SmrAssessment *self, const char *movement, SmrSide side, int degrees);
/* There is nothing on it that would be worth keeping. */
gboolean smr_assessment_is_empty  (const SmrAssessment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrAssessment, smr_assessment_free)

/* --- comparing ------------------------------------------------------------------------------------------- */

typedef enum
{
  SMR_SEEN_NEW,
  SMR_SEEN_STILL,
  SMR_SEEN_GONE,
  SMR_SEEN_NOT_LOOKED_AT,       /* seen before, but its part was not looked at again */
  SMR_SEEN_FIRST,               /* seen now, but its part had not been looked at before */
} SmrSeenChange;

typedef struct
{
  SmrSeenChange         change;
  const SmrObservation *observation;
  SmrSide               side;   /* that this is true of */
} SmrSeenDifference;

/* What is seen on @now, an assessment, against an earlier one: at most an entry for each observation and kind of change,
 * in the order of the catalogue. (element-type SmrSeenDifference) (transfer full) */
GArray *smr_assessment_compare (SmrCatalogue *catalogue, const SmrAssessment *before, const SmrAssessment *now);

/* --- what often goes with it ------------------------------------------------------------------------------- */

typedef struct
{
  const SmrMuscle *muscle;
  SmrRole          role;        /* overactive or underactive */
  SmrSide          side;        /* left, right, both or midline */
  gboolean         consider;    /* all of what was seen names it as something to consider only */
  GPtrArray       *observations;/* (element-type SmrObservation) (unowned) that name it, in the order of the catalogue */
} SmrHint;

/* The muscles that what was seen often goes with: overactive ones first, those that more signs name before others, those
 * to consider last. For the trainer to choose from; never chosen from by itself. (element-type SmrHint) (transfer full) */
GPtrArray *smr_assessment_list_hints (SmrCatalogue *catalogue, const SmrAssessment *self);

G_END_DECLS
