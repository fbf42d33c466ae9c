#include "smr-dose-entry.h"

#include <string.h>

#include "smr-choice.h"

/* Shorter than this is no hold; the gate would let it pass. */
#define LEAST_HOLD_SECONDS 5
#define STEP_SECONDS 5
/* Nobody means more digits than these. */
#define MOST_DIGITS 6

/* --- figures ---------------------------------------------------------------------------------------------- */

int
smr_dose_get_field (const SmrDose *self, SmrDoseField field)
{
  switch (field)
    {
    case SMR_DOSE_FIELD_SETS:
      return self->sets;
    case SMR_DOSE_FIELD_REPS:
      return self->reps;
    case SMR_DOSE_FIELD_HOLD:
      return self->hold_seconds;
    case SMR_DOSE_FIELD_SEARCH:
      return self->search_seconds;
    case SMR_DOSE_FIELD_REST:
      return self->rest_seconds;
    }
  g_assert_not_reached ();
}

void
smr_dose_set_field (SmrDose *self, SmrDoseField field, int value)
{
  switch (field)
    {
    case SMR_DOSE_FIELD_SETS:
      self->sets = value;
      return;
    case SMR_DOSE_FIELD_REPS:
      self->reps = value;
      return;
    case SMR_DOSE_FIELD_HOLD:
      self->hold_seconds = value;
      return;
    case SMR_DOSE_FIELD_SEARCH:
      self->search_seconds = value;
      return;
    case SMR_DOSE_FIELD_REST:
      self->rest_seconds = value;
      return;
    }
  g_assert_not_reached ();
}

gboolean
smr_exercise_has_dose_field (const SmrExercise *exercise, SmrDoseField field)
{
  gboolean rolls = exercise->phase == SMR_PHASE_INHIBIT;
  gboolean held = rolls || exercise->phase == SMR_PHASE_LENGTHEN;

  switch (field)
    {
    case SMR_DOSE_FIELD_SETS:
      return !held;
    case SMR_DOSE_FIELD_REPS:
      return TRUE;
    case SMR_DOSE_FIELD_HOLD:
      return held || exercise->tempo == SMR_TEMPO_HOLD;
    case SMR_DOSE_FIELD_SEARCH:
      return rolls;
    case SMR_DOSE_FIELD_REST:
      return !rolls;
    }
  g_assert_not_reached ();
}

gboolean
smr_dose_field_is_seconds (SmrDoseField field)
{
  return field >= SMR_DOSE_FIELD_HOLD;
}

static int
get_least (const SmrExercise *exercise, SmrDoseField field)
{
  gboolean held = exercise->phase == SMR_PHASE_INHIBIT || exercise->phase == SMR_PHASE_LENGTHEN;

  if (field == SMR_DOSE_FIELD_HOLD)
    return held ? LEAST_HOLD_SECONDS : 1;
  return smr_dose_field_is_seconds (field) ? 0 : 1;
}

/* --- refusals --------------------------------------------------------------------------------------------- */

typedef struct
{
  SmrCatalogue      *catalogue;
  SmrScreening      *screening;   /* nullable */
  const SmrExercise *exercise;
  SmrLevel           level;
  SmrSide            side;
} Asker;

static SmrMessage *
new_message (const Asker *asker, const char *text_id)
{
  return smr_message_new (smr_catalogue_get_text (asker->catalogue, text_id));
}

/* @field NULL: the total. */
static int
get_most (const Asker *asker, const SmrDoseField *field, SmrScreening *screening, SmrLevel level)
{
  SmrDoseRange range;

  smr_dose_get_range (&range, asker->catalogue, screening, asker->exercise, level, asker->side);
  return field != NULL ? smr_dose_get_field (&range.most, *field) : range.total_seconds;
}

static SmrMessage *
explain_gentle (const Asker *asker)
{
  const SmrMuscle *muscle = smr_catalogue_find_muscle (asker->catalogue, asker->exercise->targets[0]);
  SmrMessage *why = new_message (asker, "dose_why_gentle");

  smr_message_add_reasons (why, asker->catalogue, asker->screening, asker->exercise->phase, muscle,
                           muscle->paired ? asker->side : SMR_SIDE_MIDLINE);
  return why;
}

/* Who set the cap: the client's health, the level, the exercise, or nobody in particular. */
static SmrMessage *
explain_cap (const Asker *asker, const SmrDoseField *field)
{
  int most = get_most (asker, field, asker->screening, asker->level);
  int for_level = get_most (asker, field, NULL, asker->level);

  if (most < for_level)
    return explain_gentle (asker);
  if (for_level < get_most (asker, field, NULL, SMR_LEVEL_ADVANCED))
    return new_message (asker, asker->level == SMR_LEVEL_BEGINNER ? "dose_why_beginner" : "dose_why_intermediate");
  if (field != NULL && *field == SMR_DOSE_FIELD_HOLD && asker->exercise->phase >= SMR_PHASE_ACTIVATE)
    return new_message (asker, "dose_why_exercise");
  return new_message (asker, "dose_why_everybody");
}

static SmrMessage *
explain_most (const Asker *asker, SmrDoseField field, int most)
{
  SmrMessage *message = new_message (asker, smr_dose_field_is_seconds (field) ? "dose_enter_most_seconds" : "dose_enter_most");

  smr_message_set_int (message, "most", most);
  return smr_message_add_message (message, "why", explain_cap (asker, &field));
}

static SmrMessage *
explain_least (const Asker *asker, SmrDoseField field, int least)
{
  return smr_message_set_int (new_message (asker, smr_dose_field_is_seconds (field) ? "dose_enter_least_seconds" : "dose_enter_least"), "least", least);
}

static SmrMessage *
explain_total (const Asker *asker, int given, int most)
{
  SmrMessage *message = new_message (asker, asker->exercise->phase == SMR_PHASE_INHIBIT ? "dose_enter_contact" : "dose_enter_stretch");

  smr_message_set_int (message, "given", given);
  smr_message_set_int (message, "most", most);
  return smr_message_add_message (message, "why", explain_cap (asker, NULL));
}

/* Why @dose cannot have its @field. NULL: it can. */
static SmrMessage *
check_field (const Asker *asker, const SmrDose *dose, SmrDoseField field)
{
  SmrPhase phase = asker->exercise->phase;
  int value = smr_dose_get_field (dose, field);
  int least = get_least (asker->exercise, field);
  int most = get_most (asker, &field, asker->screening, asker->level);
  int most_total = get_most (asker, NULL, asker->screening, asker->level);
  int total;

  if (value < least)
    return explain_least (asker, field, least);
  if (value > most)
    return explain_most (asker, field, most);
  total = smr_dose_get_total_seconds (dose, phase);
  if (most_total > 0 && total > most_total)
    return explain_total (asker, total, most_total);
  return NULL;
}

/* --- typing ----------------------------------------------------------------------------------------------- */

/* A whole number, be it with a sign; one that is too long to be meant is as large as can be. */
static gboolean
parse_number (const char *text, int *number)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gboolean negative = *stripped == '-';
  const char *digits = stripped + negative;
  gsize length = strspn (digits, "0123456789");

  if (length == 0 || digits[length] != '\0')
    return FALSE;
  *number = length > MOST_DIGITS ? G_MAXINT16 : (int) g_ascii_strtoll (digits, NULL, 10);
  if (negative)
    *number = -*number;
  return TRUE;
}

SmrMessage *
smr_dose_enter (SmrDose *dose, SmrDoseField field, const char *text, SmrCatalogue *catalogue, SmrScreening *screening,
                const SmrExercise *exercise, SmrLevel level, SmrSide side)
{
  const Asker asker = { catalogue, screening, exercise, level, side };
  SmrDose wanted = *dose;
  SmrMessage *refusal;
  int number;

  if (!parse_number (text, &number))
    return new_message (&asker, "dose_enter_number");

  smr_dose_set_field (&wanted, field, number);
  refusal = check_field (&asker, &wanted, field);
  if (refusal == NULL)
    *dose = wanted;
  return refusal;
}

gboolean
smr_dose_step (SmrDose *dose, SmrDoseField field, int steps, SmrCatalogue *catalogue, SmrScreening *screening,
               const SmrExercise *exercise, SmrLevel level, SmrSide side)
{
  const Asker asker = { catalogue, screening, exercise, level, side };
  gboolean by_five = smr_dose_field_is_seconds (field) && exercise->tempo != SMR_TEMPO_HOLD;
  int step = by_five || field == SMR_DOSE_FIELD_REST ? STEP_SECONDS : 1;
  int value = smr_dose_get_field (dose, field);
  int wanted = CLAMP (value + steps * step, get_least (exercise, field), MAX (value, get_most (&asker, &field, screening, level)));
  g_autoptr (SmrMessage) refusal = NULL;
  SmrDose changed = *dose;

  if (wanted == value)
    return FALSE;
  smr_dose_set_field (&changed, field, wanted);
  refusal = check_field (&asker, &changed, field);
  if (refusal != NULL && steps > 0)
    return FALSE;
  *dose = changed;
  return TRUE;
}
