#pragma once

#include "smr-planner.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* The next step of a routine that was handed out: `screening-and-dosage` 3.5. The program proposes, the trainer decides. */

typedef enum
{
  SMR_PROGRESSION_WAIT,        /* not yet: `text` says what is missing */
  SMR_PROGRESSION_FORWARD,     /* one thing more: time, load, a smaller tool, a denser one, in this order */
  SMR_PROGRESSION_DONE,        /* the conditions are met, and there is nothing more that may be given */
  SMR_PROGRESSION_BACK,        /* a stop sign, or two weeks off: the last of these things that there is, taken back */
  SMR_PROGRESSION_RESTART,     /* four weeks off: a beginner again */
} SmrProgressionKind;

typedef struct
{
  SmrProgressionKind kind;
  SmrMessage        *text;
  SmrRoutine        *routine;  /* (nullable): what is proposed, a draft; for RESTART to be planned anew */
} SmrProgression;

/* @routine: issued, and the version that the client has. @request: what it is planned for.
 * NULL: there is nothing to say, because it was not handed out or no session with it was noted. */
SmrProgression *smr_progression_new  (SmrCatalogue *catalogue, SmrScreening *screening, const SmrRecord *record, SmrRoutine *routine,
                                      const SmrPlanRequest *request, SmrDate date);
void            smr_progression_free (SmrProgression *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrProgression, smr_progression_free)

G_END_DECLS
