#pragma once

#include "smr-routine.h"
#include "smr-screening.h"

G_BEGIN_DECLS

/* From picked muscles to a routine: rules R1 to R15 of `sequence-rules`. A pure function. */

typedef enum
{
  SMR_NOTICE_PHASE_LOCKED,
  SMR_NOTICE_CONFLICT,
  SMR_NOTICE_SUBSTITUTE,
  SMR_NOTICE_NOT_ROLLED,
  SMR_NOTICE_NOT_STRETCHED,
  SMR_NOTICE_EXCLUDED,         /* a region that screening took out */
  SMR_NOTICE_NO_EXERCISE,
  SMR_NOTICE_NO_FREE_ANTAGONIST,
  SMR_NOTICE_NO_INTEGRATION,
  SMR_NOTICE_OVER_CAP,         /* the trainer has to choose what to drop */
  SMR_NOTICE_CAUTION,          /* the muscle's caution text */
} SmrNoticeKind;

/* "PHASE_LOCKED" ... */
const char *smr_notice_kind_to_string (SmrNoticeKind kind);

typedef struct
{
  SmrNoticeKind kind;
  SmrPhase      phase;
  const char   *muscle;        /* interned, nullable */
  SmrSide       side;
  const char   *substitute;    /* interned, nullable: the muscle offered or taken instead */
  SmrMessage   *text;
} SmrNotice;

/* An item that the minutes budget left out. */
typedef struct
{
  SmrItem    *item;
  SmrMessage *text;
} SmrDropped;

typedef struct
{
  GArray      *overactive;     /* (element-type SmrPick) not owned */
  GArray      *underactive;    /* (element-type SmrPick) (nullable) not owned */
  SmrLevel     level;
  SmrSetting   setting;
  const char * const *kit;     /* (nullable): tools at hand beside household things; NULL or empty: all */
  const char * const *restrictions; /* (nullable): ids to skip beside those of the screening */
  gboolean     accept_substitutes;
  gboolean     ignore_caps;    /* neither muscle caps nor contact caps raise OVER_CAP */
  int          minutes;        /* 0: no budget */
} SmrPlanRequest;

typedef struct
{
  SmrRoutine *routine;         /* a draft without title */
  GPtrArray  *notices;         /* (element-type SmrNotice) */
  GPtrArray  *dropped;         /* (element-type SmrDropped) */
  gboolean    over_cap;        /* an OVER_CAP notice is among the notices */
} SmrPlan;

/* @screening: (nullable): NULL plans for nobody in particular (worked examples); a plan for a client has one.
 * Never fails: what cannot be planned becomes a notice. (transfer full) */
SmrPlan    *smr_plan_new  (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request);
void        smr_plan_free (SmrPlan *self);

char       *smr_notice_dup_text (const SmrNotice *self, const char *language);

/* The dose of an exercise for a level under what screening leaves. The one place where doses are made. */
void        smr_dose_for  (SmrDose *dose, SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrLevel level, SmrSide side);

/* Why @exercise cannot be given to this client on @side for @request (tool, position, limb, region, restriction, level).
 * NULL: it can. The planner and the gate both ask here. (transfer full) (nullable) */
SmrMessage *smr_exercise_check (SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrSide side, const SmrPlanRequest *request, const char **tool);

/* Same exercise, other choice: permitted alternatives for an item, best first. (transfer container) (element-type SmrExercise) */
GPtrArray  *smr_plan_get_alternatives (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrPlan, smr_plan_free)

G_END_DECLS
