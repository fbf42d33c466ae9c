#include "smr-choice.h"
#include "smr-own-exercise.h"

/* Whether one exercise may be given to one client: every question is asked here and nowhere else. Each check returns
 * the reason that speaks against the exercise, or NULL. */

typedef struct
{
  SmrCatalogue         *catalogue;
  SmrScreening         *screening;      /* nullable */
  const SmrExercise    *exercise;
  const SmrPlanRequest *request;
  SmrPhase              phase;          /* the phase whose screening decides */
  SmrSide               side;           /* sides treated: a two-sided exercise always treats both */
  gboolean              gentle;
} Check;

static gboolean
contains (const char * const *ids, const char *id)
{
  return ids != NULL && g_strv_contains (ids, id);
}

static void
check_init (Check *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrSide side, const SmrPlanRequest *request)
{
  *self = (Check) {
    .catalogue = catalogue,
    .screening = screening,
    .exercise = exercise,
    .request = request,
    .phase = smr_phase_get_screened (exercise->phase),
    .side = exercise->unilateral && (side == SMR_SIDE_LEFT || side == SMR_SIDE_RIGHT) ? side : SMR_SIDE_BOTH,
  };
  self->gentle = smr_exercise_is_gentle (catalogue, screening, exercise, self->side);
}

static SmrMessage *
new_reason (const Check *self, const char *text_id)
{
  return smr_message_new (smr_catalogue_get_text (self->catalogue, text_id));
}

gboolean
smr_phase_is_locked_for (SmrPhase phase, SmrScreening *screening, SmrSetting setting)
{
  SmrPhase screened = smr_phase_get_screened (phase);

  return screening != NULL && (smr_screening_is_locked (screening, screened) ||
                               (setting != SMR_SETTING_HOME && smr_screening_is_home_only (screening, screened)));
}

void
smr_message_add_reasons (SmrMessage *self, SmrCatalogue *catalogue, SmrScreening *screening, SmrPhase phase, const SmrMuscle *muscle, SmrSide side)
{
  g_autoptr (GPtrArray) reasons = smr_screening_explain (screening, smr_phase_get_screened (phase), muscle, side);
  g_autoptr (SmrMessage) names = smr_message_new (smr_catalogue_get_text (catalogue, "plan_reasons"));

  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);
      const SmrText *name = smr_catalogue_get_rule_name (catalogue, reason->condition);

      /* A form that is missing or has ended has a sentence, and nothing to add to it. */
      if (name == NULL || !smr_screening_has_valid_form (screening))
        {
          smr_message_add_message (self, "reasons", smr_message_copy (reason->text));
          return;
        }
      smr_message_add_message (names, "conditions", smr_reason_new_mention (reason, catalogue, name));
    }
  if (reasons->len > 0)
    smr_message_add_message (self, "reasons", g_steal_pointer (&names));
  else
    smr_message_set_string (self, "reasons", "");
}

static SmrMessage *
check_phase (const Check *self)
{
  SmrMessage *reason;

  if (!smr_phase_is_locked_for (self->phase, self->screening, self->request->setting))
    return NULL;
  reason = new_reason (self, "check_phase_locked");
  smr_message_add_reasons (reason, self->catalogue, self->screening, self->phase, NULL, SMR_SIDE_NONE);
  return reason;
}

/* An own exercise that does not say what it works and what rules it out cannot be judged: it is for nobody whose records
 * raise anything, cleared or not. */
static SmrMessage *
check_complete (const Check *self)
{
  if (!self->exercise->own || self->screening == NULL || smr_exercise_is_complete (self->exercise) ||
      smr_screening_get_reasons (self->screening)->len == 0)
    return NULL;
  return new_reason (self, "check_own_incomplete");
}

/* --- muscles ---------------------------------------------------------------------------------------------- */

/* What nobody may roll or stretch, whatever the form says. */
static SmrMessage *
check_permission (const Check *self, const SmrMuscle *muscle)
{
  gboolean roll = self->exercise->phase == SMR_PHASE_INHIBIT;
  SmrMessage *reason;

  if (self->exercise->phase > SMR_PHASE_LENGTHEN || (roll ? muscle->roll : muscle->stretch) != SMR_PERMISSION_NO)
    return NULL;
  reason = new_reason (self, roll ? "check_never_rolled" : "check_never_stretched");
  smr_message_set_text (reason, "muscle", muscle->name);
  return smr_message_set_text (reason, "reason", roll ? muscle->roll_reason : muscle->stretch_reason);
}

static SmrMessage *
check_region (const Check *self, const SmrMuscle *muscle)
{
  SmrSide side = muscle->paired ? self->side : SMR_SIDE_MIDLINE;
  SmrMessage *reason;

  if (self->screening == NULL || smr_screening_get_muscle (self->screening, self->phase, muscle, side) < SMR_OUTCOME_EXCLUDED_REGIONS)
    return NULL;
  reason = smr_message_set_text (new_reason (self, "check_region"), "muscle", muscle->name);
  smr_message_add_reasons (reason, self->catalogue, self->screening, self->phase, muscle, side);
  return reason;
}

static SmrMessage *
check_muscles (const Check *self)
{
  for (guint i = 0; self->exercise->targets[i] != NULL; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, self->exercise->targets[i]);
      SmrMessage *reason = check_permission (self, muscle);

      if (reason == NULL)
        reason = check_region (self, muscle);
      if (reason != NULL)
        return reason;
    }
  return NULL;
}

/* --- restrictions, position, limbs ------------------------------------------------------------------------ */

/* Of what concerns only the side treated the other side does not matter. */
static gboolean
is_restricted (const Check *self, const char *id)
{
  SmrSide sides = self->screening != NULL ? smr_screening_get_restricted_sides (self->screening, id) : SMR_SIDE_NONE;

  if (contains (self->request->restrictions, id))
    return TRUE;
  return (sides & (contains (self->exercise->avoid_same, id) ? self->side : SMR_SIDE_BOTH)) != SMR_SIDE_NONE;
}

/* What a template leaves out has no reason of a client's. */
static SmrMessage *
new_restriction (const Check *self, const char *id)
{
  const SmrReason *reason = self->screening != NULL ? smr_screening_get_restriction (self->screening, id) : NULL;
  const SmrText *name = smr_catalogue_get_rule_name (self->catalogue, id);
  SmrMessage *message = new_reason (self, "check_restriction");

  if (reason == NULL)
    return smr_message_set_text (message, "condition", name);
  return smr_message_add_message (message, "condition", smr_reason_new_mention (reason, self->catalogue, name));
}

static SmrMessage *
check_restrictions (const Check *self)
{
  for (guint i = 0; self->exercise->avoid[i] != NULL; i++)
    {
      const char *id = self->exercise->avoid[i];

      if (is_restricted (self, id))
        return new_restriction (self, id);
    }
  return NULL;
}

gboolean
smr_exercise_is_on_floor (const SmrExercise *self)
{
  static const char * const seats[] = { "chair", "bench", "table", "step", "swiss_ball", NULL };

  switch (self->position)
    {
    case SMR_POSITION_STANDING:
    case SMR_POSITION_WALL:
      return FALSE;
    case SMR_POSITION_SEATED:
      for (guint i = 0; i < self->needs->len; i++)
        {
          if (g_strv_contains (seats, g_array_index (self->needs, SmrNeed, i).tool))
            return FALSE;
        }
      return TRUE;
    case SMR_POSITION_KNEELING:
    case SMR_POSITION_PRONE:
    case SMR_POSITION_SIDE_LYING:
    case SMR_POSITION_SUPINE:
      return TRUE;
    }
  g_assert_not_reached ();
}

static SmrMessage *
check_position (const Check *self)
{
  if (self->request->no_floor && smr_exercise_is_on_floor (self->exercise))
    return new_reason (self, "check_floor");
  if (self->screening == NULL || smr_screening_allows_position (self->screening, self->exercise->position))
    return NULL;
  return new_reason (self, "check_position");
}

/* Which sides a limb carries weight on: "same" and "other" are seen from the side treated. */
static SmrSide
get_bearing_sides (const Check *self, const SmrBearing *bearing)
{
  SmrSide other = self->side == SMR_SIDE_BOTH ? SMR_SIDE_BOTH : SMR_SIDE_BOTH & ~self->side;
  SmrSide sides = SMR_SIDE_NONE;

  if (bearing->same)
    sides |= self->side;
  if (bearing->other)
    sides |= other;
  return sides;
}

static SmrMessage *
check_limbs (const Check *self)
{
  static const SmrSide each[] = { SMR_SIDE_LEFT, SMR_SIDE_RIGHT };

  if (self->screening == NULL)
    return NULL;
  for (guint i = 0; i < self->exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (self->exercise->bearings, SmrBearing, i);
      SmrSide sides = get_bearing_sides (self, bearing);

      for (guint j = 0; j < G_N_ELEMENTS (each); j++)
        {
          if ((sides & each[j]) && !smr_screening_may_bear (self->screening, self->phase, bearing->limb, each[j]))
            return new_reason (self, bearing->limb == SMR_LIMB_ARM ? "check_bears_arm" : "check_bears_leg");
        }
    }
  return NULL;
}

/* Under the gentle profile both legs share the load of the body on the tool: none is crossed or lifted. */
static SmrMessage *
check_load (const Check *self)
{
  if (!self->gentle || self->exercise->phase != SMR_PHASE_INHIBIT)
    return NULL;
  for (guint i = 0; i < self->exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (self->exercise->bearings, SmrBearing, i);

      if (bearing->limb == SMR_LIMB_LEG && bearing->same != bearing->other)
        return new_reason (self, "check_one_leg");
    }
  return NULL;
}

/* --- tools ------------------------------------------------------------------------------------------------ */

/* "No load" of the gentle profile. */
static gboolean
is_load (const SmrTool *tool)
{
  static const char * const loads[] = { "band", "dumbbell", "medicine_ball", NULL };

  return contains (loads, tool->id);
}

static gboolean
is_allowed_on_targets (const Check *self, const SmrTool *tool)
{
  if (self->screening == NULL || self->exercise->phase != SMR_PHASE_INHIBIT)
    return self->screening == NULL || smr_screening_allows_tool (self->screening, tool);
  for (guint i = 0; self->exercise->targets[i] != NULL; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, self->exercise->targets[i]);

      if (!smr_screening_allows_tool_on (self->screening, tool, muscle, self->side))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_permitted (const Check *self, const SmrNeed *need, const SmrTool *tool)
{
  const SmrDosageTable *table = smr_catalogue_get_dosage (self->catalogue);
  SmrLevel level = need->beginner ? MAX (self->request->level, SMR_LEVEL_INTERMEDIATE) : self->request->level;
  /* What is in every home beside the hands is furniture. */
  gboolean rolls = self->exercise->phase == SMR_PHASE_INHIBIT && (!tool->household || contains (table->gentle.tools, tool->id));

  if (tool->enabled_by_trainer || tool->level > level)
    return FALSE;
  if (contains (self->exercise->forbidden_tools, tool->id) || contains (self->exercise->forbidden_tools, tool->kind))
    return FALSE;
  if (rolls && !contains (table->levels[level].tools, tool->id))
    return FALSE;
  if (self->gentle && (rolls ? !contains (table->gentle.tools, tool->id) : is_load (tool)))
    return FALSE;
  return is_allowed_on_targets (self, tool);
}

static gboolean
is_at_hand (const Check *self, const SmrTool *tool)
{
  const char * const *kit = self->request->kit;

  if (self->screening != NULL && smr_screening_is_home_only (self->screening, self->phase) &&
      !smr_screening_owns_tool (self->screening, tool))
    return FALSE;
  return tool->household || tool->always_available || kit == NULL || kit[0] == NULL || contains (kit, tool->id);
}

static gboolean
is_meant (const SmrNeed *need, const SmrTool *tool)
{
  return g_str_equal (tool->id, need->tool) || g_str_equal (tool->kind, need->tool);
}

/* The gentlest tool that fits, tools being listed from gentle to hard; else why there is none. */
static SmrMessage *
find_tool (const Check *self, const SmrNeed *need, const SmrTool **found)
{
  GPtrArray *tools = smr_catalogue_get_tools (self->catalogue);
  const SmrTool *first = NULL, *permitted = NULL;
  SmrMessage *reason;

  for (guint i = 0; i < tools->len; i++)
    {
      const SmrTool *tool = g_ptr_array_index (tools, i);

      if (!is_meant (need, tool))
        continue;
      if (first == NULL)
        first = tool;
      if (!is_permitted (self, need, tool))
        continue;
      if (permitted == NULL)
        permitted = tool;
      if (is_at_hand (self, tool))
        {
          *found = tool;
          return NULL;
        }
    }
  g_assert (first != NULL);
  reason = new_reason (self, permitted != NULL ? "check_tool_missing" : "check_tool_forbidden");
  return smr_message_set_text (reason, "tool", permitted != NULL ? permitted->name : first->name);
}

/* What it asks for first is the tool of the exercise; chair, wall and the like come after it. */
static SmrMessage *
check_tools (const Check *self, const char **chosen)
{
  *chosen = NULL;
  for (guint i = 0; i < self->exercise->needs->len; i++)
    {
      const SmrTool *tool = NULL;
      SmrMessage *reason = find_tool (self, &g_array_index (self->exercise->needs, SmrNeed, i), &tool);

      if (reason != NULL)
        return reason;
      if (i == 0)
        *chosen = tool->id;
    }
  return NULL;
}

/* --- public ----------------------------------------------------------------------------------------------- */

/* What speaks against it whatever tool is there. */
static SmrMessage *
check_exercise (const Check *self)
{
  SmrMessage *reason = check_phase (self);

  if (reason == NULL)
    reason = check_complete (self);
  if (reason == NULL)
    reason = check_muscles (self);
  if (reason == NULL)
    reason = check_restrictions (self);
  if (reason == NULL)
    reason = check_position (self);
  if (reason == NULL)
    reason = check_limbs (self);
  if (reason == NULL)
    reason = check_load (self);
  return reason;
}

/* What the trainer has learnt of an own exercise since counts for its earlier versions as well. */
static SmrMessage *
check_newest (const Check *self)
{
  const SmrExercise *newest = smr_catalogue_find_newest (self->catalogue, self->exercise);
  Check check;

  if (newest == self->exercise)
    return NULL;
  check_init (&check, self->catalogue, self->screening, newest, self->side, self->request);
  return check_exercise (&check);
}

SmrMessage *
smr_exercise_check (SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrSide side, const SmrPlanRequest *request, const char **tool)
{
  const char *chosen = NULL;
  SmrMessage *reason;
  Check check;

  check_init (&check, catalogue, screening, exercise, side, request);
  reason = check_exercise (&check);
  if (reason == NULL)
    reason = check_newest (&check);
  if (reason == NULL)
    reason = check_tools (&check, &chosen);
  if (tool != NULL)
    *tool = reason == NULL ? chosen : NULL;
  return reason;
}

SmrMessage *
smr_exercise_check_tool (SmrCatalogue *catalogue, SmrScreening *screening, const SmrExercise *exercise, SmrSide side, const SmrPlanRequest *request, const char *tool)
{
  const SmrNeed *need = exercise->needs->len > 0 ? &g_array_index (exercise->needs, SmrNeed, 0) : NULL;
  const SmrTool *chosen = tool != NULL ? smr_catalogue_find_tool (catalogue, tool) : NULL;
  Check check;

  check_init (&check, catalogue, screening, exercise, side, request);
  if (tool == NULL && (need == NULL || smr_catalogue_find_tool (catalogue, need->tool) != NULL))
    return NULL;
  if (chosen == NULL || need == NULL || !is_meant (need, chosen))
    return new_reason (&check, "check_tool_other");
  if (!is_permitted (&check, need, chosen))
    return smr_message_set_text (new_reason (&check, "check_tool_forbidden"), "tool", chosen->name);
  if (!is_at_hand (&check, chosen))
    return smr_message_set_text (new_reason (&check, "check_tool_missing"), "tool", chosen->name);
  return NULL;
}
