#include "smr-screening-impact.h"

/* What all raised rows together leave to a client on one day. Worst severity wins, excluded regions add up, doses take
 * the lowest figure, tool lists intersect. */

G_DEFINE_BOXED_TYPE (SmrScreening, smr_screening, smr_screening_ref, smr_screening_unref)

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
  const SmrImpact *first = *(const SmrImpact **) a;
  const SmrImpact *second = *(const SmrImpact **) b;
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
      const SmrImpact *impact = g_ptr_array_index (self->reasons, i);

      for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
        self->outcomes[phase] = MAX (self->outcomes[phase], impact->reason.outcomes[phase]);
      smr_marks_add (&self->marks, &impact->marks, self->catalogue);
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
  self->reasons = g_ptr_array_new_with_free_func (smr_impact_free);
  self->only_tools = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->forbidden_tools = g_ptr_array_new ();
  self->local_tools = g_ptr_array_new_with_free_func (smr_local_tools_free);
  self->restrictions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->kit = g_strdupv (record->client->kit);
  smr_marks_init (&self->marks, catalogue);

  form = smr_record_find_form (record, date);
  self->has_valid_form = smr_screening_judge_form (self, record, form);
  if (self->has_valid_form)
    smr_screening_judge_rows (self, record, form);
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
  g_ptr_array_unref (self->local_tools);
  g_ptr_array_unref (self->forbidden_tools);
  g_ptr_array_unref (self->only_tools);
  g_ptr_array_unref (self->reasons);
  smr_marks_clear (&self->marks);
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
smr_screening_allows_tool_on (SmrScreening *self, const SmrTool *tool, const SmrMuscle *muscle, SmrSide side)
{
  if (!smr_screening_allows_tool (self, tool))
    return FALSE;
  for (guint i = 0; is_rolling_tool (tool) && i < self->local_tools->len; i++)
    {
      const SmrLocalTools *local = g_ptr_array_index (self->local_tools, i);

      if ((local->where.muscles_out[SMR_PHASE_INHIBIT][muscle->index] & get_muscle_side (muscle, side)) != 0 &&
          !g_strv_contains (local->ids, tool->id))
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
  const SmrRestricted *restricted = g_hash_table_lookup (self->restrictions, id);

  return restricted != NULL ? &restricted->impact->reason : NULL;
}

SmrSide
smr_screening_get_restricted_sides (SmrScreening *self, const char *id)
{
  const SmrRestricted *restricted = g_hash_table_lookup (self->restrictions, id);

  return restricted != NULL ? restricted->sides : SMR_SIDE_NONE;
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
decides_over (const SmrImpact *impact, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
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
      SmrImpact *impact = g_ptr_array_index (self->reasons, i);

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

GPtrArray *
smr_screening_list_to_clear (SmrScreening *self)
{
  GPtrArray *conditions = g_ptr_array_new ();
  gboolean cautions = FALSE;

  for (guint i = 0; i < self->reasons->len; i++)
    cautions |= g_strcmp0 (((const SmrReason *) g_ptr_array_index (self->reasons, i))->condition, "three_cautions") == 0;

  for (guint i = 0; i < self->reasons->len; i++)
    {
      const SmrImpact *impact = g_ptr_array_index (self->reasons, i);

      /* Three cautions lock rolling together: the letter has to name them all. */
      if (impact->clearable && !impact->lacks_reading &&
          (impact->reason.severity >= SMR_SEVERITY_REFER || (cautions && impact->whole_body_caution)))
        g_ptr_array_add (conditions, (gpointer) smr_catalogue_find_condition (self->catalogue, impact->reason.condition));
    }
  return conditions;
}

/* --- attention ------------------------------------------------------------------------------------------------ */

/* The worst outcome of all phases, a missing reading left aside: it is asked on the day and recalls nothing. */
static SmrOutcome
get_worst_standing (SmrScreening *self)
{
  SmrOutcome worst = SMR_OUTCOME_ALLOWED;

  for (guint i = 0; i < self->reasons->len; i++)
    {
      const SmrImpact *impact = g_ptr_array_index (self->reasons, i);

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
