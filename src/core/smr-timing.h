#pragma once

#include "smr-routine.h"

G_BEGIN_DECLS

/* Session time: `screening-and-dosage` 3.7. */
typedef struct
{
  int seconds;                 /* everything, with set-up; print rounded up to the minute, "about" */
  int contact_seconds;         /* rolling contact alone, for the caps */
  int phases[SMR_N_PHASES];    /* seconds without the common set-up */
  int set_up_seconds;          /* getting ready, once */
  int change_seconds;          /* changing place and side, in all phases together; part of theirs */
} SmrTotals;

/* A routine without items takes no time. */
void smr_routine_get_totals (const SmrRoutine *self, SmrTotals *totals);
/* Seconds of one item on all its sides, changes of position included. */
int  smr_item_get_seconds         (const SmrItem *self);
/* What of it is changing place and side. */
int  smr_item_get_change_seconds  (const SmrItem *self);
/* Rolling contact per side; 0 for other phases. */
int  smr_item_get_contact_seconds (const SmrItem *self);
int  smr_seconds_to_minutes       (int seconds);

G_END_DECLS
