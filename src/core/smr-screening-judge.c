#include "smr-screening-impact.h"

/* What each raised row does, and why. */

#define CAUTIONS_THAT_REFER 3
#define FORM_SOURCE "PARQ; project default"

/* --- reasons ------------------------------------------------------------------------------------------------ */

void
smr_impact_free (gpointer data)
{
  SmrImpact *self = data;

  g_clear_pointer (&self->reason.text, smr_message_free);
  g_array_unref (self->reason.places);
  smr_marks_clear (&self->marks);
  g_free (self);
}

static SmrImpact *
add_impact (SmrScreening *self, const char *condition, const char *source)
{
  SmrImpact *impact = g_new0 (SmrImpact, 1);

  impact->reason.condition = g_intern_string (condition);
  impact->reason.source = source;
  impact->reason.places = g_array_new (FALSE, FALSE, sizeof (SmrPlace));
  impact->order = self->reasons->len;
  smr_marks_init (&impact->marks, self->catalogue);
  g_ptr_array_add (self->reasons, impact);
  return impact;
}

static void
raise_outcome (SmrImpact *impact, SmrPhase phase, SmrOutcome outcome)
{
  impact->reason.outcomes[phase] = MAX (impact->reason.outcomes[phase], outcome);
}

static SmrMessage *
new_message (SmrScreening *self, const char *text)
{
  return smr_message_new (smr_catalogue_get_text (self->catalogue, text));
}

static SmrMessage *
new_row_message (SmrScreening *self, const SmrRow *row, const SmrImpact *impact, const SmrRecord *record)
{
  SmrMessage *message = NULL;
  int systolic, diastolic;

  if (impact->reason.cleared)
    {
      message = new_message (self, "reason_cleared");
      smr_message_set_date (message, "date", impact->reason.until);
    }
  else
    {
      switch (row->raised.by)
        {
        case SMR_RAISED_BY_NOT_SURE:
          message = new_message (self, "reason_not_sure");
          break;
        case SMR_RAISED_BY_SILENCE:
          message = new_message (self, "reason_unanswered");
          break;
        case SMR_RAISED_BY_WORD:
          message = new_message (self, row->raised.written != NULL ? "reason_word_near" : "reason_word");
          smr_message_set_string (message, "word", row->raised.word);
          if (row->raised.written != NULL)
            smr_message_set_string (message, "written", row->raised.written);
          break;
        case SMR_RAISED_BY_SWELLING:
          message = new_message (self, "reason_swelling");
          break;
        case SMR_RAISED_BY_CHECK:
        case SMR_RAISED_BY_SIGN:
          message = new_message (self, row->raised.by == SMR_RAISED_BY_CHECK ? "reason_check" : "reason_sign_on_form_day");
          smr_message_set_date (message, "date", row->raised.checked_on);
          break;
        case SMR_RAISED_BY_READING:
          message = new_message (self, "reason_reading");
          if (smr_record_get_reading (record, self->date, &systolic, &diastolic))
            {
              g_autofree char *reading = g_strdup_printf ("%d/%d", systolic, diastolic);

              smr_message_set_string (message, "reading", reading);
            }
          break;
        case SMR_RAISED_NOT:
        case SMR_RAISED_BY_YES:
        case SMR_RAISED_BY_AGE:
          message = new_message (self, "reason_yes");
          break;
        }
    }
  smr_message_set_text (message, "condition", row->condition->name);
  return smr_message_set_text (message, "explanation", row->condition->explanation);
}

/* Takes @message, and puts a note behind it. */
static SmrMessage *
append_note (SmrScreening *self, SmrMessage *message, SmrMessage *note)
{
  SmrMessage *both = new_message (self, "reason_with_note");

  smr_message_add_message (both, "reason", message);
  return smr_message_add_message (both, "note", note);
}

/* --- one row -------------------------------------------------------------------------------------------------- */

static gboolean
is_exclusion (SmrEffectKind kind)
{
  return kind <= SMR_EFFECT_EXCLUDE_MUSCLES;
}

static guint
get_effect_phases (const SmrEffect *effect, const SmrRow *row)
{
  switch (effect->time)
    {
    case SMR_EFFECT_WHILE_RAISED:
      return effect->phases;
    case SMR_EFFECT_UNTIL_CLEARED:
      return effect->phases & ~row->lifted.phases;
    case SMR_EFFECT_ONCE_CLEARED:
      return effect->phases & row->lifted.phases;
    }
  g_return_val_if_reached (effect->phases);
}

static void
limit_hold (SmrScreening *self, int seconds)
{
  if (self->limits.hold_seconds == 0 || seconds < self->limits.hold_seconds)
    self->limits.hold_seconds = seconds;
}

/* Exercises that list @id are skipped where they concern @sides; the first reason is kept. */
static void
restrict_exercises (SmrScreening *self, SmrImpact *impact, const char *id, SmrSide sides)
{
  SmrRestricted *restricted = g_hash_table_lookup (self->restrictions, id);

  if (restricted == NULL)
    {
      restricted = g_new0 (SmrRestricted, 1);
      restricted->impact = impact;
      g_hash_table_insert (self->restrictions, (gpointer) id, restricted);
    }
  restricted->sides |= sides;
}

static void
apply_limit (SmrScreening *self, SmrImpact *impact, const SmrRow *row, const SmrEffect *effect, guint phases)
{
  GPtrArray *tools;
  SmrPosition position;

  if (effect->kind == SMR_EFFECT_GENTLE)
    {
      smr_screening_make_gentle (self, impact, row, *effect->ids != NULL ? effect->ids : NULL, phases);
      return;
    }
  if (effect->kind == SMR_EFFECT_MAX_HOLD)
    {
      limit_hold (self, effect->amount);
      return;
    }
  if (effect->kind == SMR_EFFECT_ONLY_TOOLS_THERE)
    {
      smr_screening_limit_tools_there (self, row, effect);
      return;
    }

  tools = effect->kind == SMR_EFFECT_ONLY_TOOLS ? g_ptr_array_new () : NULL;
  for (guint i = 0; effect->ids[i] != NULL; i++)
    {
      if (tools != NULL)
        g_ptr_array_add (tools, (gpointer) effect->ids[i]);
      else if (effect->kind == SMR_EFFECT_FORBID_TOOLS)
        g_ptr_array_add (self->forbidden_tools, (gpointer) effect->ids[i]);
      else if (effect->kind == SMR_EFFECT_FORBID_POSITIONS && smr_position_from_string (effect->ids[i], &position))
        self->forbidden_positions |= 1u << position;
      else if (effect->kind == SMR_EFFECT_RESTRICT)
        restrict_exercises (self, impact, effect->ids[i], SMR_SIDE_BOTH);
    }
  if (tools != NULL)
    g_ptr_array_add (self->only_tools, tools);
}

static void
apply_effects (SmrScreening *self, SmrImpact *impact, const SmrRow *row, const SmrRecord *record, guint *excluding)
{
  for (guint i = 0; i < row->condition->effects->len; i++)
    {
      const SmrEffect *effect = g_ptr_array_index (row->condition->effects, i);
      guint phases = get_effect_phases (effect, row);

      if (phases == 0 || !smr_row_has_effect (row, effect, record, self->date))
        continue;
      if (is_exclusion (effect->kind))
        {
          smr_screening_apply_exclusion (self, impact, row, effect, phases);
          *excluding |= phases;
        }
      else
        {
          apply_limit (self, impact, row, effect, phases);
        }
    }
}

/* What a code makes of a phase that no clearance has lifted. "Free of symptoms" needs no look here: a row of symptoms
 * that is raised locks every phase itself. */
static SmrPhaseCode
resolve_code (SmrScreening *self, SmrPhaseCode code, SmrPhase phase, const SmrClient *client)
{
  if (code == SMR_PHASE_CODE_ACTIVE_ONLY)
    return client->regularly_active ? SMR_PHASE_CODE_GENTLE : SMR_PHASE_CODE_LOCKED;
  if (code == SMR_PHASE_CODE_HOME_ONLY)
    {
      /* "Own mat and tools" has to be known: a kit that was never asked for is not one. */
      if (client->setting != SMR_SETTING_HOME || client->kit == NULL || *client->kit == NULL)
        return SMR_PHASE_CODE_LOCKED;
      self->home_only[phase] = TRUE;
      return SMR_PHASE_CODE_GENTLE;
    }
  return code;
}

/* What is left of a code once a clearance has lifted the phase: the region stays out unless named, a gentle dose stays
 * gentle unless the letter says that there is no restriction. */
static SmrPhaseCode
resolve_lifted_code (const SmrLifted *lifted, SmrPhaseCode code, guint phase_bit)
{
  if (code == SMR_PHASE_CODE_REGION)
    return code;
  if (code == SMR_PHASE_CODE_UNCHANGED || code == SMR_PHASE_CODE_LOCKED || (lifted->unrestricted & phase_bit) != 0)
    return SMR_PHASE_CODE_UNCHANGED;
  return SMR_PHASE_CODE_GENTLE;
}

/* A graver case leaves no less behind than the first one of its row. */
static gboolean
leaves_gentle (const SmrRow *row, SmrPhase phase)
{
  const SmrCase *first = g_ptr_array_index (row->condition->cases, 0);
  SmrPhaseCode code = row->a_case->codes[phase];

  return resolve_lifted_code (&row->lifted, code, SMR_PHASE_BIT (phase)) == SMR_PHASE_CODE_GENTLE ||
         (code > first->codes[phase] && resolve_lifted_code (&row->lifted, first->codes[phase], SMR_PHASE_BIT (phase)) == SMR_PHASE_CODE_GENTLE);
}

static void
apply_code (SmrScreening *self, SmrImpact *impact, const SmrRow *row, SmrPhase phase, const SmrClient *client)
{
  guint bit = SMR_PHASE_BIT (phase);
  gboolean lifted = (row->lifted.phases & bit) != 0;
  SmrPhaseCode code = row->a_case->codes[phase];

  if (lifted)
    {
      /* A phase that was open before must not become narrower through its clearance. */
      gboolean was_locked = code >= SMR_PHASE_CODE_HOME_ONLY;

      if (leaves_gentle (row, phase) || (was_locked && (row->lifted.fresh & bit) != 0))
        smr_screening_make_gentle (self, impact, row, NULL, bit);
      return;
    }

  switch (resolve_code (self, code, phase, client))
    {
    case SMR_PHASE_CODE_UNCHANGED:
      break;
    case SMR_PHASE_CODE_GENTLE:
      smr_screening_make_gentle (self, impact, row, NULL, bit);
      raise_outcome (impact, phase, SMR_OUTCOME_MODIFIED_DOSAGE);
      break;
    case SMR_PHASE_CODE_REGION:
      raise_outcome (impact, phase, SMR_OUTCOME_EXCLUDED_REGIONS);
      break;
    case SMR_PHASE_CODE_HOME_ONLY:
    case SMR_PHASE_CODE_ACTIVE_ONLY:
    case SMR_PHASE_CODE_LOCKED:
      raise_outcome (impact, phase, row->a_case->severity == SMR_SEVERITY_ABSOLUTE ? SMR_OUTCOME_BLOCKED : SMR_OUTCOME_NEEDS_CLEARANCE);
      break;
    }
}

/* The words for phases that a clearance lifted speak of what stayed behind; regions only where it opened something. */
static void
report_left_behind (SmrScreening *self, SmrImpact *impact, const SmrRow *row)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      guint n_muscles = smr_catalogue_get_muscles (self->catalogue)->len;

      if ((row->lifted.phases & SMR_PHASE_BIT (phase)) == 0)
        continue;
      if ((impact->gentle & SMR_PHASE_BIT (phase)) != 0 || smr_sides_any (impact->marks.muscles_gentle[phase], n_muscles))
        raise_outcome (impact, phase, SMR_OUTCOME_MODIFIED_DOSAGE);
      if (row->a_case->codes[phase] >= SMR_PHASE_CODE_REGION && smr_sides_any (impact->marks.muscles_out[phase], n_muscles))
        raise_outcome (impact, phase, SMR_OUTCOME_EXCLUDED_REGIONS);
    }
}

/* A row that takes its region out must have said which; if it did not, nothing is left. */
static void
ensure_regions (SmrScreening *self, SmrImpact *impact, const SmrRow *row, guint excluding)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if (row->a_case->codes[phase] == SMR_PHASE_CODE_REGION && (excluding & SMR_PHASE_BIT (phase)) == 0)
        smr_screening_exclude_whole_body (self, &impact->marks, SMR_PHASE_BIT (phase));
    }
}

static void
collect_places (SmrScreening *self, SmrImpact *impact)
{
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);

  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);
      SmrPlace place = { site->id, SMR_SIDE_NONE };

      for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
        place.side |= impact->marks.sites_out[phase][i];
      if (place.side != SMR_SIDE_NONE)
        g_array_append_val (impact->reason.places, place);
    }
}

/* What the letters that lift rolling allow, together; one that names no tools does not limit them. */
static void
limit_to_letters_tools (SmrScreening *self, const SmrLifted *lifted)
{
  g_autoptr (GPtrArray) tools = g_ptr_array_new ();

  for (guint i = 0; i < lifted->letters->len; i++)
    {
      const SmrClearance *clearance = g_ptr_array_index (lifted->letters, i);

      if (!clearance->names_rolling || (clearance->phases & SMR_ROLL) == 0)
        continue;
      if (clearance->tools->len == 0)
        return;
      for (guint j = 0; j < clearance->tools->len; j++)
        g_ptr_array_add (tools, g_ptr_array_index (clearance->tools, j));
    }
  if (tools->len > 0)
    g_ptr_array_add (self->only_tools, g_steal_pointer (&tools));
}

static void
use_clearance (SmrScreening *self, SmrImpact *impact, const SmrLifted *lifted)
{
  SmrDate last_day = smr_lifted_get_last_day (lifted);

  impact->reason.cleared = TRUE;
  impact->reason.until = last_day;
  self->valid_until = MIN (self->valid_until, last_day);
  limit_to_letters_tools (self, lifted);
}

/* A cleared row that only today's reading keeps locked. */
static gboolean
lacks_only_reading (SmrScreening *self, const SmrRow *row, const SmrRecord *record)
{
  int systolic, diastolic;

  return (row->condition->follow_ups & SMR_FOLLOW_UP_READING) != 0 && (row->lifted.phases & SMR_ROLL) != 0 &&
         row->answer != NULL && smr_answer_has_fact (row->answer, "diagnosed") &&
         !smr_record_get_reading (record, self->date, &systolic, &diastolic);
}

/* What the row speaks of, or when it was said. */
static SmrDate
get_since (SmrScreening *self, const SmrRow *row)
{
  if (row->raised.by == SMR_RAISED_BY_CHECK)
    return row->raised.checked_on;
  if (row->raised.by == SMR_RAISED_BY_READING)
    return self->date;
  return row->answer != NULL && row->answer->date != SMR_DATE_NONE ? row->answer->date : row->answered;
}

static void
judge_row (SmrScreening *self, SmrRow *row, const SmrRecord *record, SmrClearances *clearances)
{
  guint excluding = 0;
  SmrImpact *impact;

  smr_row_settle (row, record, clearances, self->date);
  if (row->a_case->severity == SMR_SEVERITY_NONE)
    return;

  self->has_raised_rows = TRUE;
  impact = add_impact (self, row->condition->id, row->condition->source);
  impact->reason.severity = row->a_case->severity;
  impact->reason.since = get_since (self, row);
  impact->reason.clearable = row->condition->clearable && !row->a_case->must_be_over;
  impact->caution_cleared = (row->lifted.phases & SMR_ROLL) != 0;
  impact->whole_body_caution = row->a_case->severity == SMR_SEVERITY_CAUTION &&
                               (row->condition->region_wide || row->answer == NULL || row->answer->places->len == 0);
  restrict_exercises (self, impact, row->condition->id, SMR_SIDE_BOTH);

  if (smr_condition_asks_clearance (row->condition))
    {
      /* The clearance has done its work in choosing the case. */
      if (smr_case_asks_clearance (row->a_case))
        {
          use_clearance (self, impact, &row->lifted);
          impact->gentle |= row->lifted.fresh & SMR_ROLL;
        }
      impact->lacks_reading = lacks_only_reading (self, row, record);
      row->lifted.phases = 0;
    }
  else if (row->lifted.phases != 0)
    {
      use_clearance (self, impact, &row->lifted);
    }

  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    apply_code (self, impact, row, phase, record->client);
  apply_effects (self, impact, row, record, &excluding);
  ensure_regions (self, impact, row, excluding);
  report_left_behind (self, impact, row);
  collect_places (self, impact);
  if (!impact->reason.cleared)
    impact->reason.until = smr_row_get_case_end (row, self->date);
  impact->clearable = row->condition->clearable && !row->a_case->must_be_over && !impact->reason.cleared;

  impact->reason.text = new_row_message (self, row, impact, record);
  if (impact->lacks_reading)
    impact->reason.text = append_note (self, impact->reason.text, new_message (self, "reason_reading_missing"));
  else if (!impact->reason.cleared && row->lifted.note != NULL)
    {
      SmrMessage *note = new_message (self, row->lifted.note);

      smr_message_set_date (note, "date", row->lifted.note_date);
      impact->reason.text = append_note (self, impact->reason.text, note);
    }
}

/* --- the other rules ------------------------------------------------------------------------------------------ */

/* The sides that a movement row names: both unless each of its places has one. */
static SmrSide
get_movement_sides (const SmrAnswer *answer)
{
  SmrSide sides = SMR_SIDE_NONE;

  for (guint i = 0; answer->reply == SMR_REPLY_YES && i < answer->places->len; i++)
    {
      SmrSide side = g_array_index (answer->places, SmrPlace, i).side & SMR_SIDE_BOTH;

      sides |= side != SMR_SIDE_NONE ? side : SMR_SIDE_BOTH;
    }
  return sides != SMR_SIDE_NONE ? sides : SMR_SIDE_BOTH;
}

/* A movement row only rules out the exercises that list it. */
static void
judge_movement (SmrScreening *self, const SmrCondition *condition, const SmrIntake *form)
{
  const SmrAnswer *answer = smr_intake_get_answer (form, condition->id);
  SmrImpact *impact;

  if (answer == NULL || (answer->reply != SMR_REPLY_YES && answer->reply != SMR_REPLY_NOT_SURE))
    return;

  impact = add_impact (self, condition->id, condition->source);
  impact->movement = TRUE;
  impact->reason.since = answer->date != SMR_DATE_NONE ? answer->date : form->signed_on;
  impact->reason.text = new_message (self, condition->explanation != NULL ? "reason_movement" : "reason_movement_plain");
  smr_message_set_text (impact->reason.text, "condition", condition->name);
  if (condition->explanation != NULL)
    smr_message_set_text (impact->reason.text, "explanation", condition->explanation);
  restrict_exercises (self, impact, condition->id, get_movement_sides (answer));
}

/* Rule 3: three or more cautions for the whole body act as a refer row, until a clearance names them all. */
static void
judge_cautions (SmrScreening *self)
{
  SmrMessage *text = new_message (self, "reason_three_cautions");
  guint n_cautions = 0, n_cleared = 0;
  SmrImpact *impact;

  for (guint i = 0; i < self->reasons->len; i++)
    {
      const SmrImpact *caution = g_ptr_array_index (self->reasons, i);

      if (!caution->whole_body_caution)
        continue;
      n_cautions++;
      n_cleared += caution->caution_cleared ? 1 : 0;
      smr_message_set_text (text, "conditions", smr_catalogue_get_rule_name (self->catalogue, caution->reason.condition));
    }
  if (n_cautions < CAUTIONS_THAT_REFER || n_cleared == n_cautions)
    {
      smr_message_free (text);
      return;
    }

  impact = add_impact (self, "three_cautions", "project default");
  impact->reason.severity = SMR_SEVERITY_REFER;
  impact->reason.clearable = TRUE;
  impact->reason.text = text;
  raise_outcome (impact, SMR_PHASE_INHIBIT, SMR_OUTCOME_NEEDS_CLEARANCE);
}

void
smr_screening_judge_rows (SmrScreening *self, const SmrRecord *record, const SmrIntake *form)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (self->catalogue);
  g_autoptr (GHashTable) words = smr_intake_find_words (form, self->catalogue);
  g_autoptr (SmrClearances) clearances = smr_clearances_new (self->catalogue, record, form, words, self->date);
  SmrCircumstances given = { self->catalogue, record, form, words, self->date };

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrRow row;

      if (condition->kind == SMR_CONDITION_MOVEMENT)
        {
          judge_movement (self, condition, form);
          continue;
        }
      if (!smr_row_init (&row, condition, &given))
        continue;
      judge_row (self, &row, record, clearances);
      smr_lifted_clear (&row.lifted);
    }
  judge_cautions (self);
}

/* --- the form ------------------------------------------------------------------------------------------------- */

void
smr_screening_block_everything (SmrScreening *self, const char *condition, SmrMessage *text, SmrDate since, const char *source)
{
  SmrImpact *impact = add_impact (self, condition, source);

  impact->reason.severity = SMR_SEVERITY_ABSOLUTE;
  impact->reason.text = text;
  impact->reason.since = since;
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    raise_outcome (impact, phase, SMR_OUTCOME_BLOCKED);
}

static SmrDate
find_future_form (const SmrRecord *record)
{
  for (guint i = 0; i < record->intakes->len; i++)
    {
      const SmrIntake *intake = g_ptr_array_index (record->intakes, i);

      if (smr_intake_is_signed (intake))
        return intake->signed_on;
    }
  return SMR_DATE_NONE;
}

/* Rule 2: without a valid form nothing at all. */
gboolean
smr_screening_judge_form (SmrScreening *self, const SmrRecord *record, const SmrIntake *form)
{
  SmrMessage *text;
  SmrDate last_day;

  if (form == NULL)
    {
      SmrDate future = find_future_form (record);

      text = new_message (self, future != SMR_DATE_NONE ? "reason_form_future" : "reason_form_missing");
      if (future != SMR_DATE_NONE)
        smr_message_set_date (text, "date", future);
      smr_screening_block_everything (self, "form", text, SMR_DATE_NONE, FORM_SOURCE);
      return FALSE;
    }

  last_day = smr_intake_get_last_day (form);
  if (self->date > last_day)
    {
      text = new_message (self, "reason_form_expired");
      smr_message_set_date (text, "date", last_day);
      smr_screening_block_everything (self, "form", text, smr_date_add_days (last_day, 1), FORM_SOURCE);
    }
  /* On the birthday itself the guardian still signs; without a birth date as well. */
  if (!form->guardian_signed && !smr_client_has_reached (record->client, 18, smr_date_add_days (self->date, -1)))
    smr_screening_block_everything (self, "guardian", new_message (self, "reason_guardian"), form->signed_on, FORM_SOURCE);
  smr_screening_judge_rescreen (self, record, form);

  self->valid_until = last_day;
  return self->reasons->len == 0;
}
