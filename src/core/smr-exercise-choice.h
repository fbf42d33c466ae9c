#pragma once

#include "smr-planner.h"

G_BEGIN_DECLS

/* What a trainer may choose from: everything that is there for a purpose, with what speaks against it. */

typedef enum
{
  SMR_CHOICE_EASIER,           /* an easier form of what is there */
  SMR_CHOICE_HARDER,
  SMR_CHOICE_OTHER,
} SmrChoiceKind;

typedef struct
{
  const SmrExercise *exercise;
  SmrChoiceKind      kind;
  SmrSide            sides;    /* on which it may be done, of those asked for; NONE: refused */
  SmrMessage        *refusal;  /* (nullable): why it may not */
} SmrChoice;

void       smr_choice_free (SmrChoice *self);

/* For the purpose of @item of @routine: the easier and harder form first, then the permitted ones, best first, then those
 * that are refused. (transfer full) (element-type SmrChoice) */
GPtrArray *smr_choices_for_item  (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrRoutine *routine, const SmrItem *item);
/* All exercises of @phase, permitted ones first, in the order of the catalogue. (transfer full) (element-type SmrChoice) */
GPtrArray *smr_choices_for_phase (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrRoutine *routine, SmrPhase phase);

/* What is added by hand: it serves its first target on @sides for its own sake, see SmrServed. (transfer full) */
SmrItem   *smr_item_new_by_hand  (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrExercise *exercise, SmrSide sides);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrChoice, smr_choice_free)

G_END_DECLS
