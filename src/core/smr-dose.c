#include "smr-dose.h"

/* The ranges of the phase table, `screening-and-dosage` 3.2, where neither level nor profile narrows them. */
#define STRETCH_HOLD_LEAST_SECONDS 20
#define STRETCH_REST_SECONDS 10
#define ACTIVATE_MOST_SETS 2
#define INTEGRATE_MOST_SETS 3
#define LEAST_REPS 10
#define MOST_REPS 15
#define END_HOLD_SECONDS 2
#define MOST_REST_SECONDS 60
/* Gentle profile, 3.4. */
#define GENTLE_STRETCH_HOLD_LEAST_SECONDS 15
#define GENTLE_LEAST_REPS 8

/* --- the gentle profile ----------------------------------------------------------------------------------- */

gboolean
smr_exercise_is_gentle (SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrSide side)
{
  SmrPhase phase = smr_phase_get_screened (exercise->phase);

  if (screening == NULL)
    return FALSE;
  if (smr_screening_is_gentle (screening, phase))
    return TRUE;
  /* What is done with both sides together treats both, whichever side is in need. */
  if (!exercise->unilateral)
    side = SMR_SIDE_BOTH;
  for (guint i = 0; exercise->targets[i] != NULL; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, exercise->targets[i]);

      if (smr_screening_is_gentle_for (screening, phase, muscle, muscle->paired ? side : SMR_SIDE_MIDLINE))
        return TRUE;
    }
  return FALSE;
}

/* --- ranges ----------------------------------------------------------------------------------------------- */

/* Lowers a cap; 0 is no limit. */
static void
limit (int *most, int cap)
{
  if (cap > 0)
    *most = MIN (*most, cap);
}

static void
get_inhibit_range (SmrDoseRange *range, const SmrDosageTable *table, const SmrDosage *level, const SmrDosage *gentle, const SmrLimits *limits)
{
  SmrDose *most = &range->most;

  *most = (SmrDose) { 1, level->spots, level->hold_most_seconds, level->contact_seconds, SMR_TEMPO_ROLL, MOST_REST_SECONDS };
  range->total_seconds = MIN (level->contact_seconds, table->muscle_side_session_cap_seconds);
  limit (&most->hold_seconds, table->spot_cap_seconds);
  if (gentle != NULL)
    {
      limit (&most->reps, gentle->spots);
      limit (&most->hold_seconds, gentle->hold_seconds);
      limit (&range->total_seconds, gentle->contact_seconds);
    }
  if (limits != NULL)
    {
      limit (&most->reps, limits->spots);
      limit (&most->hold_seconds, limits->hold_seconds);
      limit (&range->total_seconds, limits->contact_seconds);
    }
  limit (&most->search_seconds, range->total_seconds);
  range->least = (SmrDose) { 1, 1, level->hold_least_seconds, level->search_seconds, SMR_TEMPO_ROLL, 0 };
}

static void
get_lengthen_range (SmrDoseRange *range, const SmrDosageTable *table, const SmrDosage *gentle, const SmrLimits *limits)
{
  SmrDose *most = &range->most;

  range->total_seconds = table->stretch_cap_seconds;
  *most = (SmrDose) { 1, table->stretch_cap_seconds / STRETCH_HOLD_LEAST_SECONDS, table->stretch_cap_seconds, 0, SMR_TEMPO_STATIC, MOST_REST_SECONDS };
  range->least = (SmrDose) { 1, 1, STRETCH_HOLD_LEAST_SECONDS, 0, SMR_TEMPO_STATIC, STRETCH_REST_SECONDS };
  if (gentle != NULL)
    {
      limit (&most->hold_seconds, gentle->stretch_hold_seconds);
      limit (&most->reps, gentle->stretch_reps);
      range->least.hold_seconds = GENTLE_STRETCH_HOLD_LEAST_SECONDS;
    }
  if (limits != NULL)
    {
      limit (&most->hold_seconds, limits->stretch_hold_seconds);
      limit (&most->reps, limits->stretch_reps);
    }
}

/* Activate and integrate. A repetition is never held longer than the exercise itself asks for. */
static void
get_activate_range (SmrDoseRange *range, const SmrExercise *exercise, const SmrDosage *gentle, const SmrLimits *limits)
{
  SmrDose *most = &range->most;

  *most = (SmrDose) { exercise->phase == SMR_PHASE_ACTIVATE ? ACTIVATE_MOST_SETS : INTEGRATE_MOST_SETS,
                      MOST_REPS, MAX (exercise->hold_seconds, END_HOLD_SECONDS), 0, exercise->tempo, MOST_REST_SECONDS };
  range->least = (SmrDose) { 1, LEAST_REPS, MIN (exercise->hold_seconds, END_HOLD_SECONDS), 0, exercise->tempo, 0 };
  if (gentle != NULL)
    {
      limit (&most->sets, gentle->activate_sets);
      limit (&most->reps, gentle->activate_reps);
      limit (&most->hold_seconds, END_HOLD_SECONDS);
      range->least.reps = GENTLE_LEAST_REPS;
    }
  if (limits != NULL)
    limit (&most->reps, limits->activate_reps);
}

void
smr_dose_get_range (SmrDoseRange *range, SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrLevel level, SmrSide side)
{
  const SmrDosageTable *table = smr_catalogue_get_dosage (catalogue);
  const SmrDosage *gentle = smr_exercise_is_gentle (catalogue, screening, exercise, side) ? &table->gentle : NULL;
  const SmrLimits *limits = screening != NULL ? smr_screening_get_limits (screening) : NULL;

  *range = (SmrDoseRange) { 0 };
  switch (exercise->phase)
    {
    case SMR_PHASE_INHIBIT:
      get_inhibit_range (range, table, &table->levels[level], gentle, limits);
      break;
    case SMR_PHASE_LENGTHEN:
      get_lengthen_range (range, table, gentle, limits);
      break;
    case SMR_PHASE_ACTIVATE:
    case SMR_PHASE_INTEGRATE:
      get_activate_range (range, exercise, gentle, limits);
      break;
    }
}

/* --- doses ------------------------------------------------------------------------------------------------ */

/* The level's figures in the places of @dose, the exercise's own where its dose differs by nature. */
static void
get_level_dose (SmrDose *dose, const SmrExercise *exercise, const SmrDosage *level)
{
  *dose = (SmrDose) { exercise->sets, exercise->reps, exercise->hold_seconds, 0, exercise->tempo, level->rest_seconds };
  switch (exercise->phase)
    {
    case SMR_PHASE_INHIBIT:
      dose->search_seconds = level->search_seconds;
      dose->rest_seconds = 0;
      if (!exercise->own_dose)
        {
          dose->reps = level->spots;
          dose->hold_seconds = level->hold_seconds;
        }
      break;
    case SMR_PHASE_LENGTHEN:
      dose->rest_seconds = STRETCH_REST_SECONDS;
      if (!exercise->own_dose)
        {
          dose->reps = level->stretch_reps;
          dose->hold_seconds = level->stretch_hold_seconds;
        }
      break;
    case SMR_PHASE_ACTIVATE:
    case SMR_PHASE_INTEGRATE:
      if (!exercise->own_dose)
        {
          gboolean activate = exercise->phase == SMR_PHASE_ACTIVATE;

          dose->sets = activate ? level->activate_sets : level->integrate_sets;
          dose->reps = activate ? level->activate_reps : level->integrate_reps;
        }
      break;
    }
}

/* One set; then fewer spots or holds, then a shorter search, then shorter holds. */
static void
fit_total (SmrDose *dose, SmrPhase phase, int total_seconds)
{
  if (smr_dose_get_total_seconds (dose, phase) > total_seconds)
    dose->sets = 1;
  while (dose->reps > 1 && smr_dose_get_total_seconds (dose, phase) > total_seconds)
    dose->reps--;
  if (phase == SMR_PHASE_INHIBIT)
    dose->search_seconds = CLAMP (total_seconds - dose->reps * dose->hold_seconds, 0, dose->search_seconds);
  dose->hold_seconds = MIN (dose->hold_seconds, total_seconds);
}

void
smr_dose_for (SmrDose *dose, SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrLevel level, SmrSide side)
{
  SmrDoseRange range;

  get_level_dose (dose, exercise, &smr_catalogue_get_dosage (catalogue)->levels[level]);
  smr_dose_get_range (&range, catalogue, screening, exercise, level, side);
  dose->sets = MIN (dose->sets, range.most.sets);
  dose->reps = MIN (dose->reps, range.most.reps);
  dose->hold_seconds = MIN (dose->hold_seconds, range.most.hold_seconds);
  if (range.total_seconds > 0)
    fit_total (dose, exercise->phase, range.total_seconds);
}

int
smr_dose_get_total_seconds (const SmrDose *self, SmrPhase phase)
{
  switch (phase)
    {
    case SMR_PHASE_INHIBIT:
      return self->sets * (self->search_seconds + self->reps * self->hold_seconds);
    case SMR_PHASE_LENGTHEN:
      return self->sets * self->reps * self->hold_seconds;
    case SMR_PHASE_ACTIVATE:
    case SMR_PHASE_INTEGRATE:
      return 0;
    }
  g_assert_not_reached ();
}

int
smr_dose_get_muscle_cap (SmrCatalogue *catalogue, SmrScreening *screening, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
{
  const SmrDosageTable *table = smr_catalogue_get_dosage (catalogue);
  gboolean gentle = screening != NULL && smr_screening_is_gentle_for (screening, phase, muscle, side);
  int most = G_MAXINT;

  if (phase == SMR_PHASE_INHIBIT)
    {
      most = table->muscle_side_session_cap_seconds;
      limit (&most, gentle ? table->gentle.contact_seconds : 0);
    }
  else if (phase == SMR_PHASE_LENGTHEN)
    {
      most = table->stretch_cap_seconds;
      limit (&most, gentle ? table->gentle.stretch_reps * table->gentle.stretch_hold_seconds : 0);
    }
  return most;
}

/* --- judging ---------------------------------------------------------------------------------------------- */

static SmrMessage *
explain_over (SmrCatalogue *catalogue, const char *text_id, int given, int most)
{
  SmrMessage *message = smr_message_new (smr_catalogue_get_text (catalogue, text_id));

  smr_message_set_int (message, "given", given);
  return smr_message_set_int (message, "most", most);
}

gboolean
smr_dose_is_sensible (const SmrDose *self, SmrPhase phase)
{
  gboolean held = phase == SMR_PHASE_INHIBIT || phase == SMR_PHASE_LENGTHEN;

  return self->sets >= 1 && self->sets <= 10 && self->reps >= 1 && self->reps <= 100 &&
         self->hold_seconds >= (held ? 1 : 0) && self->hold_seconds <= 600 &&
         self->search_seconds >= 0 && self->search_seconds <= (phase == SMR_PHASE_INHIBIT ? 600 : 0) &&
         self->rest_seconds >= 0 && self->rest_seconds <= 600;
}

SmrMessage *
smr_dose_check (const SmrDose *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrLevel level, SmrSide side)
{
  SmrPhase phase = exercise->phase;
  SmrDoseRange range;
  int total;

  if (!smr_dose_is_sensible (self, phase) || self->tempo != exercise->tempo)
    return smr_message_new (smr_catalogue_get_text (catalogue, "dose_not_sensible"));

  smr_dose_get_range (&range, catalogue, screening, exercise, level, side);
  total = smr_dose_get_total_seconds (self, phase);
  if (self->hold_seconds > range.most.hold_seconds)
    return explain_over (catalogue, "dose_hold_over", self->hold_seconds, range.most.hold_seconds);
  if (self->sets > range.most.sets)
    return explain_over (catalogue, "dose_sets_over", self->sets, range.most.sets);
  if (self->reps > range.most.reps)
    return explain_over (catalogue, phase == SMR_PHASE_INHIBIT ? "dose_spots_over" : "dose_reps_over", self->reps, range.most.reps);
  if (range.total_seconds > 0 && total > range.total_seconds)
    return explain_over (catalogue, phase == SMR_PHASE_INHIBIT ? "dose_contact_over" : "dose_stretch_over", total, range.total_seconds);
  return NULL;
}
