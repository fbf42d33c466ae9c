#include "smr-screening-private.h"

/* Written clearances: `screening-and-dosage` rules 4 and 5. A clearance lifts only the rows that it names, only in the
 * phases that it allows, only from its date to its last day, only as long as nothing new came up after it, and only
 * until it is withdrawn or a later letter takes its place. */

#define GENTLE_DAYS 28

struct _SmrClearances
{
  SmrCircumstances given;
  GArray          *news;        /* (element-type SmrNews) as record->clearances */
};

SmrClearances *
smr_clearances_new (SmrCatalogue *catalogue, const SmrRecord *record, const SmrIntake *form, GHashTable *words, SmrDate date)
{
  SmrClearances *self = g_new0 (SmrClearances, 1);

  self->given = (SmrCircumstances) { catalogue, record, form, words, date };
  self->news = g_array_new (FALSE, FALSE, sizeof (SmrNews));
  for (guint i = 0; i < record->clearances->len; i++)
    {
      SmrNews news = smr_clearance_find_news (g_ptr_array_index (record->clearances, i), &self->given);

      g_array_append_val (self->news, news);
    }
  return self;
}

void
smr_clearances_free (SmrClearances *self)
{
  g_array_unref (self->news);
  g_free (self);
}

static const SmrClearance *
get_letter (SmrClearances *self, guint index)
{
  return g_ptr_array_index (self->given.record->clearances, index);
}

static gboolean
names (const SmrClearance *clearance, const SmrCondition *condition)
{
  return g_ptr_array_find (clearance->conditions, condition->id, NULL);
}

/* --- from when until when ----------------------------------------------------------------------------------- */

/* What was recorded after @later was withdrawn has nothing to do with it. */
static gboolean
replaces (SmrClearances *self, guint later_index, guint index, const SmrCondition *condition)
{
  const SmrClearance *later = get_letter (self, later_index);
  const SmrClearance *clearance = get_letter (self, index);

  if (later->in_addition || !names (later, condition) || later->dated < clearance->dated ||
      (later->dated == clearance->dated && later_index <= index))
    return FALSE;
  return later->withdrawal == NULL || later->withdrawal->added_at == 0 || clearance->added_at <= later->withdrawal->added_at;
}

/* The letter that takes the place of another one first; -1: none does. */
static int
find_replacement (SmrClearances *self, guint index, const SmrCondition *condition)
{
  int found = -1;

  for (guint i = 0; i < self->given.record->clearances->len; i++)
    {
      if (replaces (self, i, index, condition) && (found < 0 || get_letter (self, i)->dated < get_letter (self, found)->dated))
        found = i;
    }
  return found;
}

/* A clearance in pregnancy ends with the trimester in which it was written. */
static SmrDate
get_trimester_end (SmrClearances *self, const SmrClearance *clearance, const SmrCondition *condition)
{
  static const int first_weeks[] = { 14, 28, 40 };
  const SmrAnswer *answer = smr_intake_get_answer (self->given.form, condition->id);

  for (guint i = 0; (condition->follow_ups & SMR_FOLLOW_UP_WEEKS) != 0 && i < G_N_ELEMENTS (first_weeks); i++)
    {
      SmrDate begins = answer != NULL ? smr_answer_get_week_start (answer, self->given.form->signed_on, first_weeks[i]) : SMR_DATE_NONE;

      if (begins > clearance->dated)
        return smr_date_add_days (begins, -1);
    }
  return SMR_DATE_NONE;
}

/* The physician's own earlier date wins; on the boundary day the stricter side applies. */
static SmrDate
get_written_last_day (SmrClearances *self, const SmrClearance *clearance, const SmrCondition *condition, int months)
{
  SmrDate last_day = smr_date_add_days (smr_date_add_months (clearance->dated, months), -1);
  SmrDate trimester_end = get_trimester_end (self, clearance, condition);

  if (trimester_end != SMR_DATE_NONE)
    last_day = MIN (last_day, trimester_end);
  return clearance->expires != SMR_DATE_NONE ? MIN (clearance->expires, last_day) : last_day;
}

/* The last day with all that came later; a letter that was recorded by mistake ended before it began. */
static SmrDate
get_last_day (SmrClearances *self, guint index, const SmrCondition *condition, int months)
{
  const SmrClearance *clearance = get_letter (self, index);
  SmrDate last_day = get_written_last_day (self, clearance, condition, months);
  int replacement = find_replacement (self, index, condition);

  if (replacement >= 0)
    last_day = MIN (last_day, smr_date_add_days (get_letter (self, replacement)->dated, -1));
  if (clearance->withdrawal != NULL)
    {
      gboolean mistyped = clearance->withdrawal->kind == SMR_WITHDRAWAL_MISTYPED;

      last_day = MIN (last_day, smr_date_add_days (mistyped ? clearance->dated : clearance->withdrawal->date, -1));
    }
  return last_day;
}

/* --- what is lifted ----------------------------------------------------------------------------------------- */

/* A letter that nobody answers for lifts nothing. */
static gboolean
is_anonymous (const SmrClearance *clearance)
{
  return clearance->physician == NULL || *clearance->physician == '\0';
}

static guint
get_phases (const SmrClearance *clearance)
{
  guint phases = is_anonymous (clearance) ? 0 : clearance->phases & ((1u << SMR_N_SCREENED_PHASES) - 1);

  return clearance->names_rolling ? phases : phases & ~SMR_ROLL;
}

static gboolean
lifts (SmrClearances *self, guint index, const SmrCondition *condition, guint phases)
{
  const SmrClearance *clearance = get_letter (self, index);

  return clearance->dated != SMR_DATE_NONE && clearance->dated <= self->given.date &&
         g_array_index (self->news, SmrNews, index).state == SMR_CLEARANCE_COUNTS &&
         (get_phases (clearance) & phases) == phases && names (clearance, condition);
}

/* The four weeks begin with the first letter of an unbroken row of renewals. */
static SmrDate
find_chain_start (SmrClearances *self, const SmrCondition *condition, guint phase_bit, SmrDate dated, int months)
{
  SmrDate start = dated;
  gboolean found;

  do
    {
      found = FALSE;
      for (guint i = 0; i < self->given.record->clearances->len; i++)
        {
          if (!lifts (self, i, condition, phase_bit) || get_letter (self, i)->dated >= start ||
              get_last_day (self, i, condition, months) + 1 < start)
            continue;
          start = get_letter (self, i)->dated;
          found = TRUE;
        }
    }
  while (found);
  return start;
}

static void
add_letter (SmrClearances *self, guint index, const SmrCondition *condition, int months, SmrLifted *lifted)
{
  const SmrClearance *clearance = get_letter (self, index);
  guint phases = get_phases (clearance);

  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      guint bit = SMR_PHASE_BIT (phase);
      gboolean is_fresh;

      if ((phases & bit) == 0)
        continue;
      /* Of several letters the one that allows more counts: fresh only if no letter says otherwise. */
      is_fresh = !clearance->no_restriction &&
                 self->given.date <= find_chain_start (self, condition, bit, clearance->dated, months) + GENTLE_DAYS;
      lifted->fresh = (lifted->phases & bit) == 0 ? lifted->fresh | (is_fresh ? bit : 0) : lifted->fresh & (is_fresh ? ~0u : ~bit);
      lifted->phases |= bit;
      if (clearance->no_restriction)
        lifted->unrestricted |= bit;
      lifted->until[phase] = MAX (lifted->until[phase], get_last_day (self, index, condition, months));
    }
  if (phases != 0)
    g_ptr_array_add (lifted->letters, (gpointer) clearance);
}

SmrClearanceState
smr_clearance_get_own_state (const SmrClearance *self, SmrDate date)
{
  if (self->withdrawal != NULL && self->withdrawal->kind == SMR_WITHDRAWAL_MISTYPED)
    return SMR_CLEARANCE_MISTYPED;
  if (self->withdrawal != NULL && self->withdrawal->date <= date)
    return SMR_CLEARANCE_REVOKED;
  return self->dated == SMR_DATE_NONE || self->dated > date ? SMR_CLEARANCE_NOT_YET : SMR_CLEARANCE_COUNTS;
}

SmrClearanceEffect
smr_clearances_judge (SmrClearances *self, guint index, const SmrCondition *condition, int months)
{
  const SmrClearance *clearance = get_letter (self, index);
  SmrNews news = g_array_index (self->news, SmrNews, index);
  SmrClearanceEffect effect = { condition->id, smr_clearance_get_own_state (clearance, self->given.date), .replacement = -1 };
  SmrDate written;

  if (effect.state != SMR_CLEARANCE_COUNTS)
    return effect;

  written = get_written_last_day (self, clearance, condition, months);
  effect.until = get_last_day (self, index, condition, months);
  effect.news = news.condition;
  if (written < self->given.date)
    {
      effect.state = SMR_CLEARANCE_EXPIRED;
      effect.until = written;
    }
  else if (effect.until < self->given.date)
    effect.state = SMR_CLEARANCE_REPLACED;
  else if (news.state != SMR_CLEARANCE_COUNTS)
    effect.state = news.state;
  else if (is_anonymous (clearance))
    effect.state = SMR_CLEARANCE_ANONYMOUS;
  else
    effect.phases = get_phases (clearance);
  if (effect.state == SMR_CLEARANCE_REPLACED)
    effect.replacement = find_replacement (self, index, condition);
  return effect;
}

static void
set_note (SmrLifted *lifted, const char *note, SmrDate date)
{
  lifted->note = note;
  lifted->note_date = date;
}

/* Why a letter that names the row does not lift it. */
static void
take_note (SmrLifted *lifted, const SmrClearance *clearance, const SmrClearanceEffect *effect)
{
  switch (effect->state)
    {
    case SMR_CLEARANCE_COUNTS:
      if (!clearance->names_rolling)
        set_note (lifted, "reason_clearance_no_rolling", clearance->dated);
      return;
    case SMR_CLEARANCE_NOT_YET:
    case SMR_CLEARANCE_NOT_CLEARABLE:
      return;
    case SMR_CLEARANCE_EXPIRED:
      set_note (lifted, "reason_clearance_expired", effect->until);
      return;
    case SMR_CLEARANCE_REPLACED:
      set_note (lifted, "reason_clearance_replaced", clearance->dated);
      return;
    case SMR_CLEARANCE_MISTYPED:
      set_note (lifted, "reason_clearance_mistyped", clearance->dated);
      return;
    case SMR_CLEARANCE_REVOKED:
      set_note (lifted, "reason_clearance_revoked", clearance->withdrawal->date);
      return;
    case SMR_CLEARANCE_NO_FORM:
    case SMR_CLEARANCE_VOID:
      set_note (lifted, "reason_clearance_void", clearance->dated);
      return;
    case SMR_CLEARANCE_SUSPENDED:
      set_note (lifted, "reason_clearance_suspended", clearance->dated);
      return;
    case SMR_CLEARANCE_ANONYMOUS:
      set_note (lifted, "reason_clearance_anonymous", clearance->dated);
      return;
    }
}

void
smr_clearances_lift (SmrClearances *self, const SmrCondition *condition, int months, SmrLifted *lifted)
{
  *lifted = (SmrLifted) { .letters = g_ptr_array_new () };
  if (!condition->clearable)
    return;

  for (guint i = 0; i < self->given.record->clearances->len; i++)
    {
      SmrClearanceEffect effect;

      if (!names (get_letter (self, i), condition))
        continue;
      effect = smr_clearances_judge (self, i, condition, months);
      take_note (lifted, get_letter (self, i), &effect);
      if (effect.state == SMR_CLEARANCE_COUNTS)
        add_letter (self, i, condition, months, lifted);
    }
}

SmrDate
smr_lifted_get_last_day (const SmrLifted *self)
{
  SmrDate last_day = SMR_DATE_NONE;

  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if ((self->phases & SMR_PHASE_BIT (phase)) != 0 && (last_day == SMR_DATE_NONE || self->until[phase] < last_day))
        last_day = self->until[phase];
    }
  return last_day;
}

gboolean
smr_lifted_names_place (const SmrLifted *self, SmrPhase phase, const SmrSite *site, SmrSide side)
{
  for (guint i = 0; self->letters != NULL && i < self->letters->len; i++)
    {
      const SmrClearance *clearance = g_ptr_array_index (self->letters, i);

      if ((get_phases (clearance) & SMR_PHASE_BIT (phase)) == 0)
        continue;
      for (guint j = 0; j < clearance->places->len; j++)
        {
          const SmrPlace *place = &g_array_index (clearance->places, SmrPlace, j);

          /* A letter that leaves the side of a paired region open names none. */
          if (g_str_equal (place->site, site->id) && (!site->paired || (place->side & side) == side))
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
smr_lifted_names_muscle (const SmrLifted *self, SmrPhase phase, const char *muscle)
{
  for (guint i = 0; self->letters != NULL && i < self->letters->len; i++)
    {
      const SmrClearance *clearance = g_ptr_array_index (self->letters, i);

      if ((get_phases (clearance) & SMR_PHASE_BIT (phase)) != 0 && g_ptr_array_find (clearance->muscles, muscle, NULL))
        return TRUE;
    }
  return FALSE;
}

void
smr_lifted_clear (SmrLifted *self)
{
  g_clear_pointer (&self->letters, g_ptr_array_unref);
}
