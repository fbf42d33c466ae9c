#include "smr-timing.h"

#include "smr-dose.h"

/* Project defaults of the fact base: getting ready once, and changing place or side. */
#define SET_UP_SECONDS 120
#define ROLL_CHANGE_SECONDS 15
#define STRETCH_CHANGE_SECONDS 10
#define ACTIVATE_CHANGE_SECONDS 15
#define STRETCH_REST_SECONDS 10
/* A 4/2/1 repetition, and letting go after a held one. */
#define REPETITION_SECONDS 7
#define RELEASE_SECONDS 1

static int
count_sides (const SmrItem *self)
{
  return self->side == SMR_ITEM_SIDE_EACH ? 2 : 1;
}

static int
get_stretch_seconds (const SmrDose *dose)
{
  int holds = dose->sets * dose->reps;

  return holds * dose->hold_seconds + MAX (holds - 1, 0) * STRETCH_REST_SECONDS + STRETCH_CHANGE_SECONDS;
}

static int
get_exercise_seconds (const SmrDose *dose)
{
  int repetition = dose->tempo == SMR_TEMPO_HOLD ? dose->hold_seconds + RELEASE_SECONDS : REPETITION_SECONDS;

  return dose->sets * dose->reps * repetition + MAX (dose->sets - 1, 0) * dose->rest_seconds + ACTIVATE_CHANGE_SECONDS;
}

static int
get_seconds_per_side (const SmrItem *self)
{
  switch (self->phase)
    {
    case SMR_PHASE_INHIBIT:
      return smr_dose_get_total_seconds (&self->dose, self->phase) + ROLL_CHANGE_SECONDS;
    case SMR_PHASE_LENGTHEN:
      return get_stretch_seconds (&self->dose);
    case SMR_PHASE_ACTIVATE:
    case SMR_PHASE_INTEGRATE:
      return get_exercise_seconds (&self->dose);
    }
  g_assert_not_reached ();
}

int
smr_item_get_seconds (const SmrItem *self)
{
  return count_sides (self) * get_seconds_per_side (self);
}

static int
get_change_seconds_per_side (SmrPhase phase)
{
  switch (phase)
    {
    case SMR_PHASE_INHIBIT:
      return ROLL_CHANGE_SECONDS;
    case SMR_PHASE_LENGTHEN:
      return STRETCH_CHANGE_SECONDS;
    case SMR_PHASE_ACTIVATE:
    case SMR_PHASE_INTEGRATE:
      return ACTIVATE_CHANGE_SECONDS;
    }
  g_assert_not_reached ();
}

int
smr_item_get_change_seconds (const SmrItem *self)
{
  return count_sides (self) * get_change_seconds_per_side (self->phase);
}

int
smr_item_get_contact_seconds (const SmrItem *self)
{
  return self->phase == SMR_PHASE_INHIBIT ? smr_dose_get_total_seconds (&self->dose, self->phase) : 0;
}

void
smr_routine_get_totals (const SmrRoutine *self, SmrTotals *totals)
{
  int set_up = self->items->len > 0 ? SET_UP_SECONDS : 0;

  *totals = (SmrTotals) { .seconds = set_up, .set_up_seconds = set_up };
  for (guint i = 0; i < self->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (self->items, i);
      int seconds = smr_item_get_seconds (item);

      totals->seconds += seconds;
      totals->phases[item->phase] += seconds;
      totals->change_seconds += smr_item_get_change_seconds (item);
      totals->contact_seconds += count_sides (item) * smr_item_get_contact_seconds (item);
    }
}

int
smr_seconds_to_minutes (int seconds)
{
  return (seconds + 59) / 60;
}
