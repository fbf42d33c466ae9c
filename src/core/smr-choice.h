#pragma once

#include "smr-planner.h"

G_BEGIN_DECLS

/* Which exercise serves a muscle: rules R6 and R9, for the planner and its alternatives. Inside a plan sides are bits of
 * LEFT and RIGHT throughout, a midline muscle having both, because it overlaps with either side. */

typedef struct
{
  SmrCatalogue         *catalogue;
  SmrScreening         *screening;   /* nullable */
  const SmrPlanRequest *request;
  SmrSide              *overactive;  /* sides by index of muscle */
} SmrChooser;

void     smr_chooser_init  (SmrChooser *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request);
void     smr_chooser_clear (SmrChooser *self);

/* Sides of the picks by index of muscle; unknown muscles are passed over. @picks: (nullable). (transfer full) */
SmrSide *smr_picks_collect (SmrCatalogue *catalogue, const GArray *picks);
/* How a muscle's sides are said outside: MIDLINE for midline muscles. */
SmrSide  smr_muscle_say_side (const SmrMuscle *muscle, SmrSide sides);
/* Those of @sides on which screening takes the muscle out of a phase. */
SmrSide  smr_chooser_get_excluded (const SmrChooser *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides);

/* The exercise for @muscle on all of @sides. (nullable) */
const SmrExercise *smr_chooser_choose (const SmrChooser *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides);
/* The integrate exercise for the activated muscles (a set of ids): rule R11. (nullable) */
const SmrExercise *smr_chooser_choose_integration (const SmrChooser *self, GPtrArray *activated);
/* The overactive muscle that the exercise would train on @sides. (nullable) */
const SmrMuscle   *smr_chooser_find_trained_overactive (const SmrChooser *self, const SmrExercise *exercise, SmrSide sides);
/* Which of two exercises for @muscle comes first, before the order of the catalogue: negative, 0 or positive. */
int                smr_chooser_compare (const SmrChooser *self, const SmrExercise *a, const SmrExercise *b, const SmrMuscle *muscle, SmrSide sides);
/* Permitted, and training nothing that is overactive. */
gboolean           smr_chooser_may_use (const SmrChooser *self, const SmrExercise *exercise, SmrSide sides);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmrChooser, smr_chooser_clear)

/* What decides over a phase, or over a muscle in it, into {reasons} as a sentence. @muscle: (nullable). */
void        smr_message_add_reasons    (SmrMessage *self, SmrCatalogue *catalogue, SmrScreening *screening, SmrPhase phase, const SmrMuscle *muscle, SmrSide side);
/* Nothing of the phase may be given, be it only because it is open at home alone. @screening: (nullable). */
gboolean    smr_phase_is_locked_for    (SmrPhase phase, SmrScreening *screening, SmrSetting setting);

/* Sides treated, as an item says them: rule R13. */
SmrItemSide smr_exercise_get_item_side (const SmrExercise *exercise, SmrSide sides);
/* It works all of @muscles (ids); integrate: some of them. */
gboolean    smr_exercise_serves        (const SmrExercise *exercise, GPtrArray *muscles);
gboolean    smr_exercise_targets       (const SmrExercise *exercise, const char *muscle);

G_END_DECLS
