#include "smr-screening-private.h"

/* Written clearances: `screening-and-dosage` rules 4 and 5. A clearance lifts only the rows that it names, only in the
 * phases that it allows, only from its date to its last day, and only as long as nothing new came up after it. */

#define GENTLE_DAYS 28

struct _SmrClearances
{
  SmrCatalogue    *catalogue;
  const SmrRecord *record;
  const SmrIntake *form;
  GHashTable      *words;       /* of @form */
  SmrDate          date;
  GArray          *is_void;     /* (element-type gboolean) as record->clearances */
};

/* --- what is new -------------------------------------------------------------------------------------------- */

/* These pass: they suspend a clearance while they last, and do not end it. */
static gboolean
is_passing (const SmrCondition *condition)
{
  return g_str_equal (condition->id, "infection_or_fever") || g_str_equal (condition->id, "impaired_today") ||
         g_str_equal (condition->id, "contagious_skin") || g_str_equal (condition->id, "open_wound") ||
         g_str_equal (condition->id, "skin_irritated_or_bruised");
}

static gboolean
is_medicine (const SmrCondition *condition)
{
  return g_str_has_prefix (condition->id, "med_");
}

/* Rows that a dated event may change while they stay on the form: another operation, another medicine, the birth. */
static gboolean
is_event (const SmrCondition *condition)
{
  return is_medicine (condition) || g_str_equal (condition->id, "surgery") || g_str_equal (condition->id, "injury_current") ||
         g_str_equal (condition->id, "fracture") || g_str_equal (condition->id, "joint_replacement_or_metal") ||
         g_str_equal (condition->id, "pregnant_or_postpartum");
}

/* The answer speaks of an event after the clearance, or may do so. */
static gboolean
has_new_event (const SmrClearance *clearance, const SmrCondition *condition, const SmrAnswer *before, const SmrAnswer *after)
{
  if (!is_event (condition) || after == NULL || after->reply != SMR_REPLY_YES)
    return FALSE;
  if (after->date != SMR_DATE_NONE && after->date > clearance->dated)
    return TRUE;
  if (before == NULL || before == after)
    return FALSE;
  return (after->date == SMR_DATE_NONE && !smr_answer_equal (before, after)) ||
         (is_medicine (condition) && !g_str_equal (before->text, after->text));
}

/* Something on @form is new since @base, the form that was current when @clearance was written. */
static gboolean
is_new_on_form (SmrClearances      *self,
                const SmrClearance *clearance,
                const SmrIntake    *base,
                GHashTable         *base_words,
                const SmrIntake    *form,
                GHashTable         *words)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (self->catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrRaised before, after;

      if (condition->kind != SMR_CONDITION_HEALTH || condition->computed || (is_passing (condition) && form != self->form))
        continue;
      if (has_new_event (clearance, condition, smr_intake_get_answer (base, condition->id), smr_intake_get_answer (form, condition->id)))
        return TRUE;
      before = smr_intake_raise (base, condition, base_words, self->catalogue);
      after = smr_intake_raise (form, condition, words, self->catalogue);
      if (after.by != SMR_RAISED_NOT && before.by != SMR_RAISED_BY_YES &&
          (before.by != after.by || before.word != after.word || g_strcmp0 (before.written, after.written) != 0))
        return TRUE;
    }
  return FALSE;
}

/* A serious sign in a quick check after the clearance, or a passing one that lasts. */
static gboolean
is_new_in_checks (SmrClearances *self, const SmrClearance *clearance)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (self->catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrRaised now;

      if (!condition->every_session)
        continue;
      now = smr_record_raise (self->record, self->form, condition, self->words, self->catalogue, self->date);
      if (now.by == SMR_RAISED_BY_CHECK && now.checked_on > clearance->dated)
        return TRUE;
      for (guint j = 0; !is_passing (condition) && j < self->record->checks->len; j++)
        {
          const SmrCheck *check = g_ptr_array_index (self->record->checks, j);
          SmrReply reply = smr_check_get_reply (check, condition->id);

          if (check->date > clearance->dated && check->date <= self->date &&
              (reply == SMR_REPLY_YES || reply == SMR_REPLY_NOT_SURE))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_void (SmrClearances *self, const SmrClearance *clearance)
{
  const SmrIntake *base = smr_record_find_form (self->record, clearance->dated);
  g_autoptr (GHashTable) base_words = NULL;

  /* Without a form at the time nobody can tell what is new. */
  if (base == NULL)
    return TRUE;

  base_words = smr_intake_find_words (base, self->catalogue);
  for (guint i = 0; i < self->record->intakes->len; i++)
    {
      const SmrIntake *form = g_ptr_array_index (self->record->intakes, i);
      g_autoptr (GHashTable) words = NULL;

      if (form != base && (!smr_intake_is_signed (form) || form->signed_on <= clearance->dated || form->signed_on > self->date))
        continue;
      words = form == self->form ? g_hash_table_ref (self->words) : smr_intake_find_words (form, self->catalogue);
      if (is_new_on_form (self, clearance, base, base_words, form, words))
        return TRUE;
    }
  return is_new_in_checks (self, clearance);
}

SmrClearances *
smr_clearances_new (SmrCatalogue *catalogue, const SmrRecord *record, const SmrIntake *form, GHashTable *words, SmrDate date)
{
  SmrClearances *self = g_new0 (SmrClearances, 1);

  self->catalogue = catalogue;
  self->record = record;
  self->form = form;
  self->words = words;
  self->date = date;
  self->is_void = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < record->clearances->len; i++)
    {
      const SmrClearance *clearance = g_ptr_array_index (record->clearances, i);
      gboolean gone = clearance->dated == SMR_DATE_NONE || clearance->dated > date || is_void (self, clearance);

      g_array_append_val (self->is_void, gone);
    }
  return self;
}

void
smr_clearances_free (SmrClearances *self)
{
  g_array_unref (self->is_void);
  g_free (self);
}

/* --- what is lifted ----------------------------------------------------------------------------------------- */

/* A clearance in pregnancy ends with the trimester in which it was written. */
static SmrDate
get_trimester_end (SmrClearances *self, const SmrClearance *clearance, const SmrCondition *condition)
{
  static const int first_weeks[] = { 14, 28, 40 };
  const SmrAnswer *answer = smr_intake_get_answer (self->form, condition->id);

  for (guint i = 0; (condition->follow_ups & SMR_FOLLOW_UP_WEEKS) != 0 && i < G_N_ELEMENTS (first_weeks); i++)
    {
      SmrDate begins = answer != NULL ? smr_answer_get_week_start (answer, self->form->signed_on, first_weeks[i]) : SMR_DATE_NONE;

      if (begins > clearance->dated)
        return smr_date_add_days (begins, -1);
    }
  return SMR_DATE_NONE;
}

/* The physician's own earlier date wins; on the boundary day the stricter side applies. */
static SmrDate
get_last_day (SmrClearances *self, const SmrClearance *clearance, const SmrCondition *condition, int months)
{
  SmrDate last_day = smr_date_add_days (smr_date_add_months (clearance->dated, months), -1);
  SmrDate trimester_end = get_trimester_end (self, clearance, condition);

  if (trimester_end != SMR_DATE_NONE)
    last_day = MIN (last_day, trimester_end);
  return clearance->expires != SMR_DATE_NONE ? MIN (clearance->expires, last_day) : last_day;
}

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
  const SmrClearance *clearance = g_ptr_array_index (self->record->clearances, index);

  return !g_array_index (self->is_void, gboolean, index) && (get_phases (clearance) & phases) == phases &&
         g_ptr_array_find (clearance->conditions, condition->id, NULL);
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
      for (guint i = 0; i < self->record->clearances->len; i++)
        {
          const SmrClearance *clearance = g_ptr_array_index (self->record->clearances, i);

          if (!lifts (self, i, condition, phase_bit) || clearance->dated >= start || get_last_day (self, clearance, condition, months) + 1 < start)
            continue;
          start = clearance->dated;
          found = TRUE;
        }
    }
  while (found);
  return start;
}

static void
add_letter (SmrClearances *self, const SmrClearance *clearance, const SmrCondition *condition, int months, SmrLifted *lifted)
{
  guint phases = get_phases (clearance);

  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      guint bit = SMR_PHASE_BIT (phase);
      gboolean is_fresh;

      if ((phases & bit) == 0)
        continue;
      /* Of several letters the one that allows more counts: fresh only if no letter says otherwise. */
      is_fresh = !clearance->no_restriction &&
                 self->date <= find_chain_start (self, condition, bit, clearance->dated, months) + GENTLE_DAYS;
      lifted->fresh = (lifted->phases & bit) == 0 ? lifted->fresh | (is_fresh ? bit : 0) : lifted->fresh & (is_fresh ? ~0u : ~bit);
      lifted->phases |= bit;
      if (clearance->no_restriction)
        lifted->unrestricted |= bit;
      lifted->until[phase] = MAX (lifted->until[phase], get_last_day (self, clearance, condition, months));
    }
  if (phases != 0)
    g_ptr_array_add (lifted->letters, (gpointer) clearance);
}

static void
set_note (SmrLifted *lifted, const char *note, SmrDate date)
{
  lifted->note = note;
  lifted->note_date = date;
}

void
smr_clearances_lift (SmrClearances *self, const SmrCondition *condition, int months, SmrLifted *lifted)
{
  *lifted = (SmrLifted) { .letters = g_ptr_array_new () };
  if (!condition->clearable)
    return;

  for (guint i = 0; i < self->record->clearances->len; i++)
    {
      const SmrClearance *clearance = g_ptr_array_index (self->record->clearances, i);

      if (!g_ptr_array_find (clearance->conditions, condition->id, NULL) || clearance->dated == SMR_DATE_NONE ||
          clearance->dated > self->date)
        continue;
      if (get_last_day (self, clearance, condition, months) < self->date)
        set_note (lifted, "reason_clearance_expired", get_last_day (self, clearance, condition, months));
      else if (g_array_index (self->is_void, gboolean, i))
        set_note (lifted, "reason_clearance_void", clearance->dated);
      else
        {
          if (is_anonymous (clearance))
            set_note (lifted, "reason_clearance_anonymous", clearance->dated);
          else if (!clearance->names_rolling)
            set_note (lifted, "reason_clearance_no_rolling", clearance->dated);
          add_letter (self, clearance, condition, months, lifted);
        }
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
