#pragma once

#include "smr-text.h"
#include "smr-types.h"

G_BEGIN_DECLS

/* What trainers look for in posture and movement, and the movements whose range is measured. Entries of the catalogue,
 * see smr-catalogue.h: ids are interned. */

/* Which sides a sign can be seen on. */
typedef enum
{
  SMR_OBSERVED_MIDLINE,         /* of the body as a whole: it has no side */
  SMR_OBSERVED_ONE_SIDE,        /* left or right: what it is about is the difference */
  SMR_OBSERVED_EACH_SIDE,       /* left, right or both */
} SmrObservedSides;

/* "none", "one", "each" */
const char *smr_observed_sides_to_string   (SmrObservedSides sides);
gboolean    smr_observed_sides_from_string (const char *text, SmrObservedSides *sides);

/* Bits of where one stands to look. */
typedef enum
{
  SMR_VIEW_FRONT = 1 << 0,
  SMR_VIEW_SIDE  = 1 << 1,
  SMR_VIEW_BACK  = 1 << 2,
} SmrViews;

/* "front", "side", "back" */
gboolean    smr_views_from_string (const char *text, SmrViews *view);

/* A muscle that often goes with a sign. */
typedef struct
{
  const char *muscle;
  SmrRole     role;             /* overactive or underactive */
  gboolean    other_side;       /* opposite to the side that the sign was seen on */
  gboolean    consider;         /* named by some sources only */
} SmrObservationMuscle;

typedef struct
{
  const char      *id;
  const char      *part;        /* id of the assessment that it belongs to */
  SmrViews         views;
  SmrObservedSides sides;
  SmrText         *name;
  GArray          *muscles;     /* (element-type SmrObservationMuscle) */
  SmrText         *note;        /* nullable */
  char            *source;
} SmrObservation;

/* Can the sign be seen on @side, which is left, right, both or midline? */
gboolean smr_observation_takes_side (const SmrObservation *self, SmrSide side);

/* What is looked at in one go: standing posture, the overhead squat ... */
typedef struct
{
  const char *id;
  SmrText    *name;
  SmrText    *how;              /* it is done */
  GPtrArray  *observations;     /* (element-type SmrObservation) */
} SmrAssessmentPart;

#define SMR_RANGE_MAX_DEGREES 200

/* Its range is given in degrees from the neutral position, for each side. */
typedef struct
{
  const char *id;
  int         most;             /* degrees; more is a slip of the keys */
  SmrText    *name;
  char       *source;
} SmrMovement;

typedef struct
{
  const char *id;
  SmrText    *name;
  GPtrArray  *movements;        /* (element-type SmrMovement) */
} SmrJoint;

void smr_observation_free     (SmrObservation *self);
void smr_assessment_part_free (SmrAssessmentPart *self);
void smr_movement_free        (SmrMovement *self);
void smr_joint_free           (SmrJoint *self);

G_END_DECLS
