#pragma once

#include "smr-dose.h"
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
  SMR_NOTICE_SHORTENED,        /* doses were cut to fit the minutes */
  SMR_NOTICE_OVER_BUDGET,      /* one muscle alone already takes longer than the minutes */
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
  gboolean     no_floor;       /* only what is done without going down to the floor */
  gboolean     accept_substitutes;
  gboolean     ignore_caps;    /* neither muscle caps nor contact caps raise OVER_CAP */
  int          minutes;        /* 0: no budget */
} SmrPlanRequest;

typedef struct
{
  SmrRoutine *routine;         /* a draft without title */
  GPtrArray  *notices;         /* (element-type SmrNotice) in order of phases, then of muscles in the catalogue */
  GPtrArray  *dropped;         /* (element-type SmrDropped) */
  gboolean    over_cap;        /* an OVER_CAP notice is among the notices */
} SmrPlan;

/* @screening: (nullable): NULL plans for nobody in particular (worked examples); a plan for a client has one.
 * Never fails: what cannot be planned becomes a notice. Must not outlive @catalogue. (transfer full)
 *
 * Where the pages leave it open: an exercise that suits all sides in need is taken before a different one for each side;
 * under the gentle profile wall and seated rolling comes first; an antagonist that was given as underactive but cannot
 * be trained does not cover, the next one is looked for.
 *
 * A budget of minutes drops in this order and stops as soon as the plan fits: the integrate exercise; second holds and
 * second sets; doses to the level's least; then muscle by muscle, the one that the fewest items serve first (of equal
 * ones the one farthest along the body), until one muscle is left. */
SmrPlan    *smr_plan_new  (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request);
void        smr_plan_free (SmrPlan *self);

/* @routine, be it changed by hand, in at most @minutes: dropped and shortened in the order above. Its notices and dropped
 * items are those of the budget alone. (transfer full) */
SmrPlan    *smr_plan_fit  (const SmrRoutine *routine, SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, int minutes);

/* @edited, made for somebody else, for the client of @screening: planned for the same muscles with @request, with what
 * was done by hand where it is permitted. What may not be given is left out, and a dose that may not be given is made
 * the client's. @planned: what the rules had planned where @edited comes from. (transfer full) */
SmrRoutine *smr_plan_adopt (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request,
                            const SmrRoutine *planned, const SmrRoutine *edited);

char       *smr_notice_dup_text (const SmrNotice *self, const char *language);

/* Picked muscles as the caps count them: those that share a rolling item count once, and what @self treats without
 * having been picked counts too. */
int         smr_routine_count_muscles (const SmrRoutine *self, SmrCatalogue *catalogue);
/* The most picked muscles, and seconds of rolling contact, that one session may have. */
void        smr_routine_get_caps (const SmrRoutine *self, SmrCatalogue *catalogue, SmrScreening *screening, int *muscles, int *contact_seconds);

/* One goes down to the floor for it: kneeling, lying, or sitting without a seat. */
gboolean    smr_exercise_is_on_floor (const SmrExercise *self);

/* Why @exercise cannot be given to this client on @side (LEFT, RIGHT, BOTH) for @request, whose level, kit and restrictions
 * count (not its muscles): locked phase, region, restriction, position, limb that bears weight, tool.
 * NULL: it can, and @tool is the gentlest permitted tool of the kind that it asks for first (NULL: it asks for none).
 * Planner, alternatives and gate all ask here. @tool: (out) (optional). (transfer full) (nullable) */
SmrMessage *smr_exercise_check (SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrSide side, const SmrPlanRequest *request, const char **tool);
/* The same for one tool that somebody chose; @tool may be NULL only where the exercise leaves no choice. */
SmrMessage *smr_exercise_check_tool (SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrSide side, const SmrPlanRequest *request, const char *tool);

/* Another choice for an item: permitted exercises of its phase that work every muscle it serves (integrate: at least
 * one of them) and none that is overactive, best first. (transfer container) (element-type SmrExercise) */
GPtrArray  *smr_plan_get_alternatives (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrItem *item);
/* @item with one of its alternatives in place of its exercise: side, tool and dose follow. (transfer full) */
SmrItem    *smr_item_with_exercise (const SmrItem *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrExercise *exercise);

/* Dates stand as @dates writes them. The whole chain: from the picked muscle to its partner (smr_item_dup_reason()), to this exercise and to this dose. */
char       *smr_item_dup_why (const SmrItem *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const char *language, SmrDateFunc dates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrPlan, smr_plan_free)

G_END_DECLS
