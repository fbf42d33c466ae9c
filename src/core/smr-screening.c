#include "smr-screening-private.h"

/* What all raised rows together leave to a client on one day. Worst severity wins, excluded regions add up, doses take
 * the lowest figure, tool lists intersect. */

#define ALL_PHASES ((1u << SMR_N_SCREENED_PHASES) - 1)
#define CAUTIONS_THAT_REFER 3

/* Sides out and sides gentle of each muscle, and sides out of each site, in each phase. */
typedef struct
{
  guint8 *muscles_out[SMR_N_SCREENED_PHASES];
  guint8 *muscles_gentle[SMR_N_SCREENED_PHASES];
  guint8 *sites_out[SMR_N_SCREENED_PHASES];
} Marks;

/* A reason with what it does; the public part comes first. */
typedef struct
{
  SmrReason reason;
  Marks     marks;
  guint     gentle;             /* bits of the phases that are gentle for the whole body */
  gboolean  whole_body_caution;
  gboolean  caution_cleared;
  gboolean  lacks_reading;       /* locked for want of today's blood pressure reading alone */
  gboolean  movement;
  guint     order;              /* its place on the checklist */
} Impact;

struct _SmrScreening
{
  gatomicrefcount ref_count;
  SmrCatalogue   *catalogue;
  SmrDate         date;
  SmrDate         valid_until;
  gboolean        has_valid_form;
  gboolean        home_only[SMR_N_SCREENED_PHASES];
  GStrv           kit;          /* the client's own tools */
  gboolean        wants_reading;
  gboolean        has_raised_rows;
  GPtrArray      *reasons;      /* (element-type Impact) worst first */
  Marks           marks;
  SmrOutcome      outcomes[SMR_N_SCREENED_PHASES];
  guint           gentle;
  guint           forbidden_positions; /* bits 1 << SmrPosition */
  GPtrArray      *only_tools;   /* (element-type GPtrArray of ids) a rolling tool must be on each of these lists */
  GPtrArray      *forbidden_tools; /* ids or kinds */
  GHashTable     *restrictions; /* id -> Impact */
  SmrLimits       limits;
};

G_DEFINE_BOXED_TYPE (SmrScreening, smr_screening, smr_screening_ref, smr_screening_unref)

/* --- marks -------------------------------------------------------------------------------------------------- */

static void
marks_init (Marks *self, SmrCatalogue *catalogue)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      self->muscles_out[phase] = g_new0 (guint8, smr_catalogue_get_muscles (catalogue)->len);
      self->muscles_gentle[phase] = g_new0 (guint8, smr_catalogue_get_muscles (catalogue)->len);
      self->sites_out[phase] = g_new0 (guint8, smr_catalogue_get_sites (catalogue)->len);
    }
}

static void
marks_clear (Marks *self)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      g_free (self->muscles_out[phase]);
      g_free (self->muscles_gentle[phase]);
      g_free (self->sites_out[phase]);
    }
}

static void
merge_bytes (guint8 *into, const guint8 *from, guint length)
{
  for (guint i = 0; i < length; i++)
    into[i] |= from[i];
}

static void
marks_add (Marks *self, const Marks *other, SmrCatalogue *catalogue)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      merge_bytes (self->muscles_out[phase], other->muscles_out[phase], smr_catalogue_get_muscles (catalogue)->len);
      merge_bytes (self->muscles_gentle[phase], other->muscles_gentle[phase], smr_catalogue_get_muscles (catalogue)->len);
      merge_bytes (self->sites_out[phase], other->sites_out[phase], smr_catalogue_get_sites (catalogue)->len);
    }
}

static gboolean
has_any (const guint8 *bytes, guint length)
{
  for (guint i = 0; i < length; i++)
    {
      if (bytes[i] != 0)
        return TRUE;
    }
  return FALSE;
}

static guint
find_site_index (SmrCatalogue *catalogue, const SmrSite *site)
{
  guint index = 0;

  g_ptr_array_find (smr_catalogue_get_sites (catalogue), site, &index);
  return index;
}

/* --- reasons ------------------------------------------------------------------------------------------------ */

static void
impact_free (gpointer data)
{
  Impact *self = data;

  g_clear_pointer (&self->reason.text, smr_message_free);
  g_array_unref (self->reason.places);
  marks_clear (&self->marks);
  g_free (self);
}

static Impact *
add_impact (SmrScreening *self, const char *condition, const char *source)
{
  Impact *impact = g_new0 (Impact, 1);

  impact->reason.condition = g_intern_string (condition);
  impact->reason.source = source;
  impact->reason.places = g_array_new (FALSE, FALSE, sizeof (SmrPlace));
  impact->order = self->reasons->len;
  marks_init (&impact->marks, self->catalogue);
  g_ptr_array_add (self->reasons, impact);
  return impact;
}

static void
raise_outcome (Impact *impact, SmrPhase phase, SmrOutcome outcome)
{
  impact->reason.outcomes[phase] = MAX (impact->reason.outcomes[phase], outcome);
}

static SmrMessage *
new_message (SmrScreening *self, const char *text)
{
  return smr_message_new (smr_catalogue_get_text (self->catalogue, text));
}

static void
set_date (SmrMessage *message, SmrDate date)
{
  g_autofree char *text = smr_date_to_string (date);

  smr_message_set_string (message, "date", text);
}

static SmrMessage *
new_row_message (SmrScreening *self, const SmrRow *row, const Impact *impact, const SmrRecord *record)
{
  SmrMessage *message = NULL;
  int systolic, diastolic;

  if (impact->reason.cleared)
    {
      message = new_message (self, "reason_cleared");
      set_date (message, impact->reason.until);
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
          message = smr_message_set_string (new_message (self, "reason_word"), "word", row->raised.word);
          break;
        case SMR_RAISED_BY_SWELLING:
          message = new_message (self, "reason_swelling");
          break;
        case SMR_RAISED_BY_CHECK:
          message = new_message (self, "reason_check");
          set_date (message, row->raised.checked_on);
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

/* --- regions ------------------------------------------------------------------------------------------------- */

/* Puts a site with its muscles out on @side, in @phases. */
static void
exclude_site (SmrScreening *self, Marks *marks, const SmrSite *site, SmrSide side, guint phases)
{
  guint index = find_site_index (self->catalogue, site);

  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if ((phases & SMR_PHASE_BIT (phase)) == 0)
        continue;
      marks->sites_out[phase][index] |= side;
      for (guint i = 0; site->muscles[i] != NULL; i++)
        {
          const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, site->muscles[i]);

          if (muscle != NULL)
            marks->muscles_out[phase][muscle->index] |= muscle->paired ? side : SMR_SIDE_MIDLINE;
        }
    }
}

static void
exclude_sites (SmrScreening *self, Marks *marks, const char **ids, SmrSide side, guint phases)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const SmrSite *site = smr_catalogue_find_site (self->catalogue, ids[i]);

      if (site != NULL)
        exclude_site (self, marks, site, side, phases);
    }
}

static void
exclude_muscle (Marks *marks, const SmrMuscle *muscle, SmrSide side, guint phases)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if ((phases & SMR_PHASE_BIT (phase)) != 0)
        marks->muscles_out[phase][muscle->index] |= muscle->paired ? side : SMR_SIDE_MIDLINE;
    }
}

static void
exclude_whole_body (SmrScreening *self, Marks *marks, guint phases)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (self->catalogue);
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);

  for (guint i = 0; i < muscles->len; i++)
    exclude_muscle (marks, g_ptr_array_index (muscles, i), SMR_SIDE_BOTH, phases);
  for (guint i = 0; i < sites->len; i++)
    exclude_site (self, marks, g_ptr_array_index (sites, i), SMR_SIDE_BOTH, phases);
}

/* A side that was not given, and every site in the middle of the body, counts on both sides. */
static SmrSide
get_place_side (const SmrSite *site, SmrSide side)
{
  side &= SMR_SIDE_BOTH;
  return site->paired && side != SMR_SIDE_NONE ? side : SMR_SIDE_BOTH;
}

/* The sites of the answer; none, or one that the catalogue does not know, is the whole body. */
static void
exclude_places (SmrScreening *self, Marks *marks, const SmrAnswer *answer, SmrEffectKind kind, guint phases)
{
  if (answer == NULL || answer->places->len == 0)
    {
      exclude_whole_body (self, marks, phases);
      return;
    }

  for (guint i = 0; i < answer->places->len; i++)
    {
      const SmrPlace *place = &g_array_index (answer->places, SmrPlace, i);
      const SmrSite *site = smr_catalogue_find_site (self->catalogue, place->site);
      SmrSide side;

      if (site == NULL)
        {
          exclude_whole_body (self, marks, phases);
          continue;
        }
      side = get_place_side (site, place->side);
      exclude_site (self, marks, site, side, phases);
      if (kind == SMR_EFFECT_EXCLUDE_BELOW)
        exclude_sites (self, marks, site->below, side, phases);
      /* A site that names no limb stands for all that it lists. */
      if (kind == SMR_EFFECT_EXCLUDE_LIMB || (site->limb == SMR_LIMB_NONE && *site->whole_limb != NULL))
        exclude_sites (self, marks, site->whole_limb, side, phases);
    }
}

/* Of several muscles that are out as one, a region stands only for all: the knee, which borders on the calf, is not it. */
static gboolean
holds_all (const SmrSite *site, const char **muscles)
{
  for (guint i = 0; muscles[i] != NULL; i++)
    {
      if (!g_strv_contains (site->muscles, muscles[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_reported (const SmrAnswer *answer, const SmrSite *site, SmrSide side)
{
  if (answer == NULL || answer->places->len == 0)
    return TRUE;
  for (guint i = 0; i < answer->places->len; i++)
    {
      const SmrPlace *place = &g_array_index (answer->places, SmrPlace, i);

      if (g_str_equal (place->site, site->id) && (get_place_side (site, place->side) & side) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
release_site (SmrScreening *self, Marks *marks, const SmrSite *site, SmrSide side, guint phase)
{
  marks->sites_out[phase][find_site_index (self->catalogue, site)] &= ~side;
  for (guint i = 0; site->muscles[i] != NULL; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, site->muscles[i]);

      if (muscle != NULL && muscle->paired)
        marks->muscles_out[phase][muscle->index] &= ~side;
      else if (muscle != NULL && !site->paired)
        marks->muscles_out[phase][muscle->index] = 0;
    }
}

/* Takes out of @marks what a letter names: its regions with their muscles, and its muscles. A region that was reported and
 * is not named keeps also those muscles that it shares with a named one. */
static void
release_named (SmrScreening *self, Marks *marks, const SmrRow *row, const SmrEffect *effect, guint phase)
{
  const SmrLifted *lifted = &row->lifted;
  GPtrArray *muscles = smr_catalogue_get_muscles (self->catalogue);
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);
  gboolean by_muscle = effect->kind == SMR_EFFECT_EXCLUDE_MUSCLES;
  const SmrSide sides[] = { SMR_SIDE_LEFT, SMR_SIDE_RIGHT };

  for (guint i = 0; i < sites->len * G_N_ELEMENTS (sides); i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i / G_N_ELEMENTS (sides));
      SmrSide side = sides[i % G_N_ELEMENTS (sides)];

      if (smr_lifted_names_place (lifted, phase, site, side) && (!by_muscle || holds_all (site, effect->ids)))
        release_site (self, marks, site, side, phase);
    }
  for (guint i = 0; !by_muscle && i < sites->len * G_N_ELEMENTS (sides); i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i / G_N_ELEMENTS (sides));
      SmrSide side = sides[i % G_N_ELEMENTS (sides)];

      if (is_reported (row->answer, site, side) && !smr_lifted_names_place (lifted, phase, site, side))
        exclude_site (self, marks, site, side, SMR_PHASE_BIT (phase));
    }
  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      if (smr_lifted_names_muscle (lifted, phase, muscle->id))
        marks->muscles_out[phase][i] = 0;
    }
}

static void
apply_exclusion (SmrScreening *self, Impact *impact, const SmrRow *row, const SmrEffect *effect, guint phases)
{
  Marks marks = { 0 };

  marks_init (&marks, self->catalogue);
  if (effect->kind == SMR_EFFECT_EXCLUDE_MUSCLES)
    {
      for (guint i = 0; effect->ids[i] != NULL; i++)
        {
          const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, effect->ids[i]);

          if (muscle != NULL)
            exclude_muscle (&marks, muscle, SMR_SIDE_BOTH, phases);
        }
    }
  else if (*effect->ids != NULL)
    {
      exclude_sites (self, &marks, effect->ids, effect->side != SMR_SIDE_NONE ? effect->side : SMR_SIDE_BOTH, phases);
    }
  else
    {
      exclude_places (self, &marks, row->answer, effect->kind, phases);
    }

  for (guint phase = 0; effect->may_be_named && phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if ((row->lifted.phases & phases & SMR_PHASE_BIT (phase)) != 0)
        release_named (self, &marks, row, effect, phase);
    }
  marks_add (&impact->marks, &marks, self->catalogue);
  marks_clear (&marks);
}

/* --- gentle --------------------------------------------------------------------------------------------------- */

static void
make_gentle_at (SmrScreening *self, Impact *impact, const Marks *where, guint phases)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if ((phases & SMR_PHASE_BIT (phase)) != 0)
        merge_bytes (impact->marks.muscles_gentle[phase], where->muscles_out[phase],
                     smr_catalogue_get_muscles (self->catalogue)->len);
    }
}

/* The gentle profile: for the whole body, at some sites, or at the sites of the answer. */
static void
make_gentle (SmrScreening *self, Impact *impact, const SmrRow *row, const char **sites, guint phases)
{
  gboolean at_answer = row->a_case->severity == SMR_SEVERITY_CAUTION && !row->condition->region_wide &&
                       row->answer != NULL && row->answer->places->len > 0;
  Marks where = { 0 };

  if (sites == NULL && !at_answer)
    {
      impact->gentle |= phases;
      return;
    }

  marks_init (&where, self->catalogue);
  if (sites != NULL)
    exclude_sites (self, &where, sites, SMR_SIDE_BOTH, phases);
  else
    exclude_places (self, &where, row->answer, SMR_EFFECT_EXCLUDE_SITES, phases);
  make_gentle_at (self, impact, &where, phases);
  marks_clear (&where);
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

/* Exercises that list one of @ids are skipped; the first reason is kept. */
static void
restrict_exercises (SmrScreening *self, Impact *impact, const char *id)
{
  if (!g_hash_table_contains (self->restrictions, id))
    g_hash_table_insert (self->restrictions, (gpointer) id, impact);
}

static void
apply_limit (SmrScreening *self, Impact *impact, const SmrRow *row, const SmrEffect *effect, guint phases)
{
  GPtrArray *tools;
  SmrPosition position;

  if (effect->kind == SMR_EFFECT_GENTLE)
    {
      make_gentle (self, impact, row, *effect->ids != NULL ? effect->ids : NULL, phases);
      return;
    }
  if (effect->kind == SMR_EFFECT_MAX_HOLD)
    {
      limit_hold (self, effect->amount);
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
        restrict_exercises (self, impact, effect->ids[i]);
    }
  if (tools != NULL)
    g_ptr_array_add (self->only_tools, tools);
}

static void
apply_effects (SmrScreening *self, Impact *impact, const SmrRow *row, const SmrRecord *record, guint *excluding)
{
  for (guint i = 0; i < row->condition->effects->len; i++)
    {
      const SmrEffect *effect = g_ptr_array_index (row->condition->effects, i);
      guint phases = get_effect_phases (effect, row);

      if (phases == 0 || !smr_row_has_effect (row, effect, record, self->date))
        continue;
      if (is_exclusion (effect->kind))
        {
          apply_exclusion (self, impact, row, effect, phases);
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

static void
apply_code (SmrScreening *self, Impact *impact, const SmrRow *row, SmrPhase phase, const SmrClient *client)
{
  guint bit = SMR_PHASE_BIT (phase);
  gboolean lifted = (row->lifted.phases & bit) != 0;
  SmrPhaseCode code = row->a_case->codes[phase];

  if (lifted)
    {
      /* A phase that was open before must not become narrower through its clearance. */
      gboolean was_locked = code >= SMR_PHASE_CODE_HOME_ONLY;

      if (resolve_lifted_code (&row->lifted, code, bit) == SMR_PHASE_CODE_GENTLE || (was_locked && (row->lifted.fresh & bit) != 0))
        make_gentle (self, impact, row, NULL, bit);
      return;
    }

  switch (resolve_code (self, code, phase, client))
    {
    case SMR_PHASE_CODE_UNCHANGED:
      break;
    case SMR_PHASE_CODE_GENTLE:
      make_gentle (self, impact, row, NULL, bit);
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
report_left_behind (SmrScreening *self, Impact *impact, const SmrRow *row)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      guint n_muscles = smr_catalogue_get_muscles (self->catalogue)->len;

      if ((row->lifted.phases & SMR_PHASE_BIT (phase)) == 0)
        continue;
      if ((impact->gentle & SMR_PHASE_BIT (phase)) != 0 || has_any (impact->marks.muscles_gentle[phase], n_muscles))
        raise_outcome (impact, phase, SMR_OUTCOME_MODIFIED_DOSAGE);
      if (row->a_case->codes[phase] >= SMR_PHASE_CODE_REGION && has_any (impact->marks.muscles_out[phase], n_muscles))
        raise_outcome (impact, phase, SMR_OUTCOME_EXCLUDED_REGIONS);
    }
}

/* A row that takes its region out must have said which; if it did not, nothing is left. */
static void
ensure_regions (SmrScreening *self, Impact *impact, const SmrRow *row, guint excluding)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if (row->a_case->codes[phase] == SMR_PHASE_CODE_REGION && (excluding & SMR_PHASE_BIT (phase)) == 0)
        exclude_whole_body (self, &impact->marks, SMR_PHASE_BIT (phase));
    }
}

static void
collect_places (SmrScreening *self, Impact *impact)
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
use_clearance (SmrScreening *self, Impact *impact, const SmrLifted *lifted)
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

static void
judge_row (SmrScreening *self, SmrRow *row, const SmrRecord *record, SmrClearances *clearances)
{
  guint excluding = 0;
  Impact *impact;
  int months;

  smr_clearances_lift (clearances, row->condition, row->condition->clearance_months, &row->lifted);
  row->a_case = smr_row_choose_case (row, record, self->date);
  if (row->a_case->severity == SMR_SEVERITY_NONE)
    return;

  months = row->a_case->clearance_months;
  if (months != 0)
    {
      smr_lifted_clear (&row->lifted);
      smr_clearances_lift (clearances, row->condition, months, &row->lifted);
    }
  if (row->a_case->must_be_over)
    row->lifted.phases = 0;

  self->has_raised_rows = TRUE;
  impact = add_impact (self, row->condition->id, row->condition->source);
  impact->reason.severity = row->a_case->severity;
  impact->reason.since = row->answer != NULL && row->answer->date != SMR_DATE_NONE ? row->answer->date : row->answered;
  impact->caution_cleared = (row->lifted.phases & SMR_ROLL) != 0;
  impact->whole_body_caution = row->a_case->severity == SMR_SEVERITY_CAUTION &&
                               (row->condition->region_wide || row->answer == NULL || row->answer->places->len == 0);
  restrict_exercises (self, impact, row->condition->id);

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

  impact->reason.text = new_row_message (self, row, impact, record);
  if (impact->lacks_reading)
    impact->reason.text = append_note (self, impact->reason.text, new_message (self, "reason_reading_missing"));
  else if (!impact->reason.cleared && row->lifted.note != NULL)
    {
      SmrMessage *note = new_message (self, row->lifted.note);

      set_date (note, row->lifted.note_date);
      impact->reason.text = append_note (self, impact->reason.text, note);
    }
}

/* --- the other rules ------------------------------------------------------------------------------------------ */

/* A movement row only rules out the exercises that list it. */
static void
judge_movement (SmrScreening *self, const SmrCondition *condition, const SmrIntake *form)
{
  const SmrAnswer *answer = smr_intake_get_answer (form, condition->id);
  Impact *impact;

  if (answer == NULL || (answer->reply != SMR_REPLY_YES && answer->reply != SMR_REPLY_NOT_SURE))
    return;

  impact = add_impact (self, condition->id, condition->source);
  impact->movement = TRUE;
  impact->reason.since = answer->date != SMR_DATE_NONE ? answer->date : form->signed_on;
  impact->reason.text = new_message (self, condition->explanation != NULL ? "reason_movement" : "reason_movement_plain");
  smr_message_set_text (impact->reason.text, "condition", condition->name);
  if (condition->explanation != NULL)
    smr_message_set_text (impact->reason.text, "explanation", condition->explanation);
  restrict_exercises (self, impact, condition->id);
}

/* Rule 3: three or more cautions for the whole body act as a refer row, until a clearance names them all. */
static void
judge_cautions (SmrScreening *self)
{
  SmrMessage *text = new_message (self, "reason_three_cautions");
  guint n_cautions = 0, n_cleared = 0;
  Impact *impact;

  for (guint i = 0; i < self->reasons->len; i++)
    {
      const Impact *caution = g_ptr_array_index (self->reasons, i);

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
  impact->reason.text = text;
  raise_outcome (impact, SMR_PHASE_INHIBIT, SMR_OUTCOME_NEEDS_CLEARANCE);
}

static void
judge_rows (SmrScreening *self, const SmrRecord *record, const SmrIntake *form)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (self->catalogue);
  g_autoptr (GHashTable) words = smr_intake_find_words (form, self->catalogue);
  g_autoptr (SmrClearances) clearances = smr_clearances_new (self->catalogue, record, form, words, self->date);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrRow row = { condition };

      if (condition->kind == SMR_CONDITION_MOVEMENT)
        {
          judge_movement (self, condition, form);
          continue;
        }
      row.raised = smr_record_raise (record, form, condition, words, self->catalogue, self->date);
      if (row.raised.by == SMR_RAISED_NOT)
        continue;
      row.answer = row.raised.by == SMR_RAISED_BY_YES ? smr_intake_get_answer (form, condition->id) : NULL;
      row.answered = form->signed_on;
      judge_row (self, &row, record, clearances);
      smr_lifted_clear (&row.lifted);
    }
  judge_cautions (self);
}

/* --- the form ------------------------------------------------------------------------------------------------- */

static void
block_everything (SmrScreening *self, const char *condition, SmrMessage *text, SmrDate since)
{
  Impact *impact = add_impact (self, condition, "PARQ; project default");

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
static gboolean
judge_form (SmrScreening *self, const SmrRecord *record, const SmrIntake *form)
{
  SmrMessage *text;
  SmrDate last_day;

  if (form == NULL)
    {
      SmrDate future = find_future_form (record);

      text = new_message (self, future != SMR_DATE_NONE ? "reason_form_future" : "reason_form_missing");
      if (future != SMR_DATE_NONE)
        set_date (text, future);
      block_everything (self, "form", text, SMR_DATE_NONE);
      return FALSE;
    }

  last_day = smr_intake_get_last_day (form);
  if (self->date > last_day)
    {
      text = new_message (self, "reason_form_expired");
      set_date (text, last_day);
      block_everything (self, "form", text, smr_date_add_days (last_day, 1));
    }
  /* On the birthday itself the guardian still signs; without a birth date as well. */
  if (!form->guardian_signed && !smr_client_has_reached (record->client, 18, smr_date_add_days (self->date, -1)))
    block_everything (self, "guardian", new_message (self, "reason_guardian"), form->signed_on);

  self->valid_until = last_day;
  return self->reasons->len == 0;
}

/* --- all together --------------------------------------------------------------------------------------------- */

static SmrOutcome
get_worst (const SmrReason *reason)
{
  return MAX (MAX (reason->outcomes[SMR_PHASE_INHIBIT], reason->outcomes[SMR_PHASE_LENGTHEN]), reason->outcomes[SMR_PHASE_ACTIVATE]);
}

/* Worst first; rows that weigh the same stay in the order of the checklist. */
static int
compare_impacts (gconstpointer a, gconstpointer b)
{
  const Impact *first = *(const Impact **) a;
  const Impact *second = *(const Impact **) b;
  int order = (int) get_worst (&second->reason) - (int) get_worst (&first->reason);

  if (order == 0)
    order = (int) second->reason.severity - (int) first->reason.severity;
  return order != 0 ? order : (int) first->order - (int) second->order;
}

static void
add_up (SmrScreening *self)
{
  gboolean reading_only = TRUE;

  for (guint i = 0; i < self->reasons->len; i++)
    {
      const Impact *impact = g_ptr_array_index (self->reasons, i);

      for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
        self->outcomes[phase] = MAX (self->outcomes[phase], impact->reason.outcomes[phase]);
      marks_add (&self->marks, &impact->marks, self->catalogue);
      self->gentle |= impact->gentle;
      if (impact->reason.outcomes[SMR_PHASE_INHIBIT] >= SMR_OUTCOME_NEEDS_CLEARANCE && !impact->lacks_reading)
        reading_only = FALSE;
      self->wants_reading |= impact->lacks_reading;
    }
  self->wants_reading &= reading_only;
  g_ptr_array_sort (self->reasons, compare_impacts);
}

static int
get_lowest (int present, int limit)
{
  return present == 0 ? limit : MIN (present, limit);
}

static void
limit_doses (SmrScreening *self)
{
  const SmrDosage *gentle = &smr_catalogue_get_dosage (self->catalogue)->gentle;
  SmrLimits *limits = &self->limits;

  if ((self->gentle & SMR_ROLL) != 0)
    {
      limits->hold_seconds = get_lowest (limits->hold_seconds, gentle->hold_seconds);
      limits->contact_seconds = gentle->contact_seconds;
      limits->contact_cap_seconds = gentle->contact_cap_seconds;
      limits->pain = gentle->pain_most;
      limits->muscles = gentle->muscles_most;
      limits->spots = gentle->spots;
      limits->roll_days = gentle->roll_days_most;
    }
  if ((self->gentle & SMR_PHASE_BIT (SMR_PHASE_LENGTHEN)) != 0)
    {
      limits->stretch_hold_seconds = gentle->stretch_hold_seconds;
      limits->stretch_reps = gentle->stretch_reps;
    }
  if ((self->gentle & SMR_PHASE_BIT (SMR_PHASE_ACTIVATE)) != 0)
    limits->activate_reps = gentle->activate_reps;
}

SmrScreening *
smr_screening_new (SmrCatalogue *catalogue, const SmrRecord *record, SmrDate date)
{
  SmrScreening *self;
  const SmrIntake *form;

  g_return_val_if_fail (catalogue != NULL && record != NULL && date != SMR_DATE_NONE, NULL);

  self = g_new0 (SmrScreening, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->catalogue = smr_catalogue_ref (catalogue);
  self->date = date;
  self->reasons = g_ptr_array_new_with_free_func (impact_free);
  self->only_tools = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->forbidden_tools = g_ptr_array_new ();
  self->restrictions = g_hash_table_new (g_str_hash, g_str_equal);
  self->kit = g_strdupv (record->client->kit);
  marks_init (&self->marks, catalogue);

  form = smr_record_find_form (record, date);
  self->has_valid_form = judge_form (self, record, form);
  if (self->has_valid_form)
    judge_rows (self, record, form);
  else
    self->valid_until = SMR_DATE_NONE;
  add_up (self);
  limit_doses (self);
  return self;
}

SmrScreening *
smr_screening_ref (SmrScreening *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
smr_screening_unref (SmrScreening *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->restrictions);
  g_ptr_array_unref (self->forbidden_tools);
  g_ptr_array_unref (self->only_tools);
  g_ptr_array_unref (self->reasons);
  marks_clear (&self->marks);
  g_strfreev (self->kit);
  smr_catalogue_unref (self->catalogue);
  g_free (self);
}

/* --- questions ------------------------------------------------------------------------------------------------ */

SmrDate
smr_screening_get_date (SmrScreening *self)
{
  return self->date;
}

SmrDate
smr_screening_get_valid_until (SmrScreening *self)
{
  return self->valid_until;
}

gboolean
smr_screening_has_valid_form (SmrScreening *self)
{
  return self->has_valid_form;
}

SmrOutcome
smr_screening_get_phase (SmrScreening *self, SmrPhase phase)
{
  return self->outcomes[smr_phase_get_screened (phase)];
}

gboolean
smr_screening_is_locked (SmrScreening *self, SmrPhase phase)
{
  return smr_screening_get_phase (self, phase) >= SMR_OUTCOME_NEEDS_CLEARANCE;
}

/* A muscle in the middle of the body is met by every side; of a paired muscle no side at all means both. */
static SmrSide
get_muscle_side (const SmrMuscle *muscle, SmrSide side)
{
  if (!muscle->paired)
    return SMR_SIDE_MIDLINE;
  side &= SMR_SIDE_BOTH;
  return side != SMR_SIDE_NONE ? side : SMR_SIDE_BOTH;
}

gboolean
smr_screening_is_gentle (SmrScreening *self, SmrPhase phase)
{
  return (self->gentle & SMR_PHASE_BIT (smr_phase_get_screened (phase))) != 0;
}

gboolean
smr_screening_is_gentle_for (SmrScreening *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
{
  const guint8 *gentle = self->marks.muscles_gentle[smr_phase_get_screened (phase)];

  return smr_screening_is_gentle (self, phase) || (gentle[muscle->index] & get_muscle_side (muscle, side)) != 0;
}

SmrOutcome
smr_screening_get_muscle (SmrScreening *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
{
  const guint8 *out = self->marks.muscles_out[smr_phase_get_screened (phase)];

  if (smr_screening_is_locked (self, phase))
    return smr_screening_get_phase (self, phase);
  if ((out[muscle->index] & get_muscle_side (muscle, side)) != 0)
    return SMR_OUTCOME_EXCLUDED_REGIONS;
  return smr_screening_is_gentle_for (self, phase, muscle, side) ? SMR_OUTCOME_MODIFIED_DOSAGE : SMR_OUTCOME_ALLOWED;
}

gboolean
smr_screening_may_bear (SmrScreening *self, SmrPhase phase, SmrLimb limb, SmrSide side)
{
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);
  const guint8 *out = self->marks.sites_out[smr_phase_get_screened (phase)];

  side &= SMR_SIDE_BOTH;
  if (limb == SMR_LIMB_NONE)
    return self->has_valid_form;
  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);

      if (site->limb == limb && (out[i] & (side != SMR_SIDE_NONE ? side : SMR_SIDE_BOTH)) != 0)
        return FALSE;
    }
  return self->has_valid_form;
}

gboolean
smr_screening_is_home_only (SmrScreening *self, SmrPhase phase)
{
  return self->home_only[smr_phase_get_screened (phase)];
}

gboolean
smr_screening_owns_tool (SmrScreening *self, const SmrTool *tool)
{
  return tool->household || tool->always_available ||
         (self->kit != NULL && g_strv_contains ((const char * const *) self->kit, tool->id));
}

gboolean
smr_screening_wants_reading (SmrScreening *self)
{
  return self->wants_reading;
}

/* --- tools and positions -------------------------------------------------------------------------------------- */

static gboolean
is_rolling_tool (const SmrTool *tool)
{
  static const char *kinds[] = { "roller", "stick", "ball", "medicine_ball", "peanut", "hands", NULL };

  return g_strv_contains (kinds, tool->kind);
}

static gboolean
names_tool (GPtrArray *ids, const SmrTool *tool)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (g_str_equal (id, tool->id) || g_str_equal (id, tool->kind))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_gentle_tool (SmrScreening *self, const SmrTool *tool)
{
  return g_strv_contains (smr_catalogue_get_dosage (self->catalogue)->gentle.tools, tool->id);
}

/* The hardest tools are for nobody with a raised row of any kind. */
static gboolean
is_hard (const SmrTool *tool)
{
  return g_str_equal (tool->id, "firm_roller") || g_str_equal (tool->id, "lacrosse_ball");
}

gboolean
smr_screening_allows_tool (SmrScreening *self, const SmrTool *tool)
{
  if (!is_rolling_tool (tool))
    return TRUE;
  if (!self->has_valid_form || (self->has_raised_rows && is_hard (tool)) || names_tool (self->forbidden_tools, tool))
    return FALSE;
  if (smr_screening_is_gentle (self, SMR_PHASE_INHIBIT) && !is_gentle_tool (self, tool))
    return FALSE;
  for (guint i = 0; i < self->only_tools->len; i++)
    {
      if (!names_tool (g_ptr_array_index (self->only_tools, i), tool))
        return FALSE;
    }
  return TRUE;
}

gboolean
smr_screening_allows_position (SmrScreening *self, SmrPosition position)
{
  return self->has_valid_form && (self->forbidden_positions & (1u << position)) == 0;
}

const SmrReason *
smr_screening_get_restriction (SmrScreening *self, const char *id)
{
  const Impact *impact = g_hash_table_lookup (self->restrictions, id);

  return impact != NULL ? &impact->reason : NULL;
}

const SmrLimits *
smr_screening_get_limits (SmrScreening *self)
{
  return &self->limits;
}

/* --- reasons -------------------------------------------------------------------------------------------------- */

GPtrArray *
smr_screening_get_reasons (SmrScreening *self)
{
  return self->reasons;
}

static gboolean
decides_over (const Impact *impact, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
{
  SmrOutcome outcome = impact->reason.outcomes[phase];

  if (muscle == NULL)
    return outcome > SMR_OUTCOME_ALLOWED;
  side = get_muscle_side (muscle, side);
  return outcome >= SMR_OUTCOME_NEEDS_CLEARANCE || (impact->gentle & SMR_PHASE_BIT (phase)) != 0 ||
         (impact->marks.muscles_out[phase][muscle->index] & side) != 0 ||
         (impact->marks.muscles_gentle[phase][muscle->index] & side) != 0;
}

GPtrArray *
smr_screening_explain (SmrScreening *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
{
  GPtrArray *reasons = g_ptr_array_new ();

  for (guint i = 0; i < self->reasons->len; i++)
    {
      Impact *impact = g_ptr_array_index (self->reasons, i);

      if (decides_over (impact, smr_phase_get_screened (phase), muscle, side))
        g_ptr_array_add (reasons, &impact->reason);
    }
  return reasons;
}

GArray *
smr_screening_get_excluded (SmrScreening *self, SmrPhase phase)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (SmrPlace));
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);
  const guint8 *out = self->marks.sites_out[smr_phase_get_screened (phase)];

  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);
      SmrPlace place = { site->id, out[i] };

      if (place.side != SMR_SIDE_NONE)
        g_array_append_val (places, place);
    }
  return places;
}

char *
smr_reason_dup_text (const SmrReason *self, const char *language)
{
  return smr_message_format (self->text, language);
}

/* --- attention ------------------------------------------------------------------------------------------------ */

/* The worst outcome of all phases, a missing reading left aside: it is asked on the day and recalls nothing. */
static SmrOutcome
get_worst_standing (SmrScreening *self)
{
  SmrOutcome worst = SMR_OUTCOME_ALLOWED;

  for (guint i = 0; i < self->reasons->len; i++)
    {
      const Impact *impact = g_ptr_array_index (self->reasons, i);

      if (!impact->lacks_reading)
        worst = MAX (worst, get_worst (&impact->reason));
    }
  return worst;
}

SmrAttention
smr_screening_get_attention (SmrScreening *self)
{
  SmrOutcome worst = get_worst_standing (self);

  if (!self->has_valid_form)
    return SMR_ATTENTION_NO_FORM;
  if (worst == SMR_OUTCOME_BLOCKED)
    return SMR_ATTENTION_BLOCKED;
  if (worst == SMR_OUTCOME_NEEDS_CLEARANCE)
    return SMR_ATTENTION_NEEDS_CLEARANCE;
  return self->valid_until <= smr_date_add_days (self->date, SMR_EXPIRING_DAYS) ? SMR_ATTENTION_EXPIRING : SMR_ATTENTION_NONE;
}
