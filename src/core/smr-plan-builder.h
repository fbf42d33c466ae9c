#pragma once

#include "smr-choice.h"

G_BEGIN_DECLS

/* A plan while it is being made. For the planner's own files. */

typedef struct
{
  SmrChooser  chooser;
  SmrSide    *underactive;     /* sides by index of muscle, without what is overactive as well */
  GPtrArray  *entries;         /* (element-type SmrPlanEntry) */
  GPtrArray  *notices;         /* (element-type SmrNotice) */
} SmrPlanBuilder;

/* An item of which not all sides are known yet. */
typedef struct
{
  const SmrExercise *exercise;
  SmrSide            sides;
  SmrItem           *item;
} SmrPlanEntry;

#define smr_plan_builder_get_muscle(self, i) \
  ((const SmrMuscle *) g_ptr_array_index (smr_catalogue_get_muscles ((self)->chooser.catalogue), (i)))

/* The entry of @exercise, made when it is not there yet, with @sides added: rule R10. */
SmrPlanEntry *smr_plan_builder_place      (SmrPlanBuilder *self, const SmrExercise *exercise, SmrSide sides);
/* Names what an entry serves; the same reason on another side adds the side. */
void          smr_plan_entry_serve        (SmrPlanEntry *self, const SmrMuscle *muscle, const SmrMuscle *because, SmrSide sides, const char *passed_over);

/* A notice with {muscle}, {side} and {phase} filled in. @muscle: (nullable). */
SmrNotice    *smr_plan_builder_add_notice (SmrPlanBuilder *self, SmrNoticeKind kind, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides);
/* The sides that screening leaves of a muscle; what it takes becomes an EXCLUDED notice, once. */
SmrSide       smr_plan_builder_exclude    (SmrPlanBuilder *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides);
/* Fills the place of @muscle with a substitute, or offers one, or gives notice of kind @otherwise. */
void          smr_plan_builder_substitute (SmrPlanBuilder *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides, SmrNoticeKind otherwise);

/* Rules R7 to R9. */
void          smr_plan_builder_activate   (SmrPlanBuilder *self);

/* Order of R12 inside each phase. @items: (element-type SmrItem) */
void          smr_plan_sort_items         (GPtrArray *items, SmrCatalogue *catalogue);

/* Drops until the routine takes no more than its minutes; says what in dropped and notices of @plan. */
void          smr_plan_fit_minutes        (SmrPlan *plan, SmrPlanBuilder *builder);

G_END_DECLS
