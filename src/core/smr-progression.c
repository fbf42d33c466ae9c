#include "smr-progression.h"

#include "smr-choice.h"
#include "smr-gate.h"

/* The figures of `screening-and-dosage` 3.5. */
#define DAYS_AT_A_STEP 14
#define SESSIONS_AT_A_STEP 6
#define PAIN_MOST 3
#define DAYS_OFF_BACK 14
#define DAYS_OFF_RESTART 28

typedef struct
{
  SmrCatalogue         *catalogue;
  SmrScreening         *screening;
  const SmrRecord      *record;
  SmrRoutine           *routine;
  const SmrPlanRequest *request;
} Given;

static SmrMessage *
new_message (const Given *given, const char *text_id)
{
  return smr_message_new (smr_catalogue_get_text (given->catalogue, text_id));
}

void
smr_progression_free (SmrProgression *self)
{
  g_clear_pointer (&self->text, smr_message_free);
  g_clear_pointer (&self->routine, smr_routine_unref);
  g_free (self);
}

/* Both are taken; @routine is nullable. */
static SmrProgression *
make (SmrProgressionKind kind, SmrMessage *text, SmrRoutine *routine)
{
  SmrProgression *self = g_new0 (SmrProgression, 1);

  self->kind = kind;
  self->text = text;
  self->routine = routine;
  return self;
}

/* --- what was done with it -------------------------------------------------------------------------------- */

typedef struct
{
  gboolean any;
  SmrDate  last;                /* session */
  guint    n_good;              /* sessions since the last one that hurt, pain noted */
  SmrDate  first_good;
  SmrDate  hurt;                /* the last session with more pain than a step allows; SMR_DATE_NONE: none */
} Log;

/* A session whose pain nobody noted neither counts nor hurts. */
static void
read_log (Log *log, const Given *given)
{
  *log = (Log) { 0 };
  for (guint i = 0; i < given->record->sessions->len; i++)
    {
      const SmrSession *session = g_ptr_array_index (given->record->sessions, i);

      if (session->routine != given->routine->id || session->version != given->routine->version || !smr_session_was_done (session))
        continue;
      log->any = TRUE;
      log->last = MAX (log->last, session->date);
      if (MAX (session->pain_before, session->pain_after) > PAIN_MOST)
        {
          log->hurt = session->date;
          log->n_good = 0;
          log->first_good = SMR_DATE_NONE;
        }
      else if (session->pain_after >= 0)
        {
          log->first_good = log->n_good == 0 ? session->date : log->first_good;
          log->n_good++;
        }
    }
}

/* --- steps of one item ------------------------------------------------------------------------------------ */

/* From wall or chair, to the floor on both limbs, to one limb crossed. */
static int
get_load (const SmrExercise *exercise)
{
  if (!smr_exercise_is_on_floor (exercise))
    return 0;
  for (guint i = 0; i < exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (exercise->bearings, SmrBearing, i);

      if (bearing->limb == SMR_LIMB_LEG && bearing->same != bearing->other)
        return 2;
    }
  return 1;
}

static const char * const rollers[] = { "soft_roller", "medium_roller", "firm_roller" };

/* 0, 1, 2; -1: no roller. */
static int
get_density (const char *tool)
{
  for (guint i = 0; i < G_N_ELEMENTS (rollers); i++)
    {
      if (g_strcmp0 (tool, rollers[i]) == 0)
        return i;
    }
  return -1;
}

/* It presses on one spot. Harder balls are no step that the program proposes. */
static gboolean
is_small (const char *tool)
{
  return g_strcmp0 (tool, "tennis_ball") == 0;
}

typedef SmrItem *(*StepFunc) (const Given *given, const SmrItem *item, int direction);

static SmrItem *
change_time (const Given *given, const SmrItem *item, int direction)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (given->catalogue, item->exercise);
  SmrSide sides = smr_item_side_get_sides (item->side);
  SmrDoseRange range;
  SmrItem *changed;
  SmrDose usual;

  smr_dose_for (&usual, given->catalogue, given->screening, exercise, given->request->level, sides);
  smr_dose_get_range (&range, given->catalogue, given->screening, exercise, given->request->level, sides);
  changed = smr_item_copy (item);
  if (direction > 0)
    {
      changed->dose.hold_seconds = MAX (item->dose.hold_seconds, usual.hold_seconds);
      changed->dose.reps = MAX (item->dose.reps, usual.reps);
    }
  else
    {
      changed->dose.hold_seconds = MIN (item->dose.hold_seconds, range.least.hold_seconds);
      changed->dose.reps = MIN (item->dose.reps, range.least.reps);
    }
  return changed;
}

/* The first alternative that is one step of load away, with a tool of the same size and no denser. */
static SmrItem *
change_load (const Given *given, const SmrItem *item, int direction)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (given->catalogue, item->exercise);
  g_autoptr (GPtrArray) others = smr_plan_get_alternatives (given->catalogue, given->screening, given->request, item);

  for (guint i = 0; i < others->len; i++)
    {
      const SmrExercise *other = g_ptr_array_index (others, i);
      g_autoptr (SmrItem) changed = NULL;

      if (get_load (other) != get_load (exercise) + direction)
        continue;
      changed = smr_item_with_exercise (item, given->catalogue, given->screening, given->request, other);
      if (is_small (changed->tool) != is_small (item->tool) || (direction > 0 && get_density (changed->tool) > MAX (get_density (item->tool), 0)))
        continue;
      return g_steal_pointer (&changed);
    }
  return smr_item_copy (item);
}

static SmrItem *
change_size (const Given *given, const SmrItem *item, int direction)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (given->catalogue, item->exercise);
  g_autoptr (GPtrArray) others = smr_plan_get_alternatives (given->catalogue, given->screening, given->request, item);

  for (guint i = 0; i < others->len; i++)
    {
      const SmrExercise *other = g_ptr_array_index (others, i);
      g_autoptr (SmrItem) changed = NULL;

      if (get_load (other) > get_load (exercise))
        continue;
      changed = smr_item_with_exercise (item, given->catalogue, given->screening, given->request, other);
      /* Only instead of a roller that is no softer. */
      if (direction > 0 ? is_small (changed->tool) && get_density (item->tool) >= 1 : is_small (item->tool) && get_density (changed->tool) >= 0)
        return g_steal_pointer (&changed);
    }
  return smr_item_copy (item);
}

static SmrItem *
change_density (const Given *given, const SmrItem *item, int direction)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (given->catalogue, item->exercise);
  SmrItem *changed = smr_item_copy (item);
  int density = get_density (item->tool);
  g_autoptr (SmrMessage) refusal = NULL;

  if (density < 0 || density + direction < 0 || density + direction >= (int) G_N_ELEMENTS (rollers))
    return changed;
  refusal = smr_exercise_check_tool (given->catalogue, given->screening, exercise, smr_item_side_get_sides (item->side), given->request,
                                     rollers[density + direction]);
  if (refusal == NULL)
    changed->tool = g_intern_string (rollers[density + direction]);
  return changed;
}

/* In the order in which they are taken. */
static const struct
{
  StepFunc    change;
  gboolean    all;              /* one step is every item's */
  const char *forward;
  const char *back;
} steps[] = {
  { change_time, TRUE, "progression_time", "progression_back_time" },
  { change_load, FALSE, "progression_load", "progression_back_load" },
  { change_size, FALSE, "progression_size", "progression_back_size" },
  { change_density, FALSE, "progression_density", "progression_back_density" },
};

/* --- steps of the routine --------------------------------------------------------------------------------- */

static void
add_names (SmrMessage *message, const Given *given, const SmrItem *before, const SmrItem *now)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (given->catalogue, before->exercise);
  const SmrExercise *other = smr_catalogue_find_exercise (given->catalogue, now->exercise);
  const SmrTool *tool = now->tool != NULL ? smr_catalogue_find_tool (given->catalogue, now->tool) : NULL;

  smr_message_set_text (message, "exercise", exercise->name);
  smr_message_set_text (message, "other", other->name);
  if (tool != NULL)
    smr_message_set_text (message, "tool", tool->name);
}

/* @routine with step @index taken, or as it was: @what says what was done. A step back is every item's. (transfer full) */
static SmrRoutine *
take_step (const Given *given, guint index, int direction, SmrMessage **what)
{
  g_autoptr (SmrRoutine) routine = smr_routine_copy (given->routine);

  for (guint i = 0; i < routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (given->routine->items, i);
      g_autoptr (SmrItem) changed = NULL;

      if (item->phase != SMR_PHASE_INHIBIT || smr_catalogue_find_exercise (given->catalogue, item->exercise) == NULL)
        continue;
      changed = steps[index].change (given, item, direction);
      if (smr_item_equal (changed, item))
        continue;
      if (*what == NULL)
        {
          *what = new_message (given, direction > 0 ? steps[index].forward : steps[index].back);
          add_names (*what, given, item, changed);
        }
      smr_item_free (g_ptr_array_index (routine->items, i));
      g_ptr_array_index (routine->items, i) = g_steal_pointer (&changed);
      if (direction > 0 && !steps[index].all)
        break;
    }
  return g_steal_pointer (&routine);
}

/* What the gate would refuse anyway, be it for the quick check that is still to come, does not count against a step. */
static gboolean
passes (const Given *given, SmrRoutine *proposed)
{
  g_autoptr (GPtrArray) before = smr_gate_check (given->catalogue, given->screening, given->routine);
  g_autoptr (GPtrArray) after = smr_gate_check (given->catalogue, given->screening, proposed);

  return after->len <= before->len;
}

/* (nullable): nothing may be changed this way. */
static SmrRoutine *
find_step (const Given *given, int direction, SmrMessage **what)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint index = direction > 0 ? i : G_N_ELEMENTS (steps) - 1 - i;
      g_autoptr (SmrMessage) said = NULL;
      g_autoptr (SmrRoutine) proposed = take_step (given, index, direction, &said);

      if (said == NULL || (direction > 0 && !passes (given, proposed)))
        continue;
      proposed->status = SMR_ROUTINE_DRAFT;
      proposed->issued = SMR_DATE_NONE;
      *what = g_steal_pointer (&said);
      return g_steal_pointer (&proposed);
    }
  return NULL;
}

static SmrProgression *
make_restart (const Given *given, SmrDate last)
{
  SmrRoutine *routine = smr_routine_copy (given->routine);

  routine->status = SMR_ROUTINE_DRAFT;
  routine->issued = SMR_DATE_NONE;
  routine->level = SMR_LEVEL_BEGINNER;
  return make (SMR_PROGRESSION_RESTART, smr_message_set_date (new_message (given, "progression_restart"), "date", last), routine);
}

/* @why is taken. */
static SmrProgression *
make_back (const Given *given, SmrMessage *why)
{
  SmrMessage *what = NULL;
  SmrRoutine *routine = find_step (given, -1, &what);
  SmrMessage *text = smr_message_add_message (new_message (given, "progression_back"), "why", why);

  if (what == NULL)
    what = new_message (given, "progression_back_rest");
  return make (SMR_PROGRESSION_BACK, smr_message_add_message (text, "what", what), routine);
}

static SmrProgression *
make_forward (const Given *given)
{
  SmrMessage *what = NULL;
  SmrRoutine *routine = find_step (given, 1, &what);

  if (routine == NULL)
    return make (SMR_PROGRESSION_DONE, new_message (given, "progression_done"), NULL);
  return make (SMR_PROGRESSION_FORWARD, smr_message_add_message (new_message (given, "progression_forward"), "what", what), routine);
}

static SmrProgression *
make_wait (const Given *given, const Log *log)
{
  SmrMessage *text = new_message (given, log->hurt != SMR_DATE_NONE ? "progression_wait_pain" : "progression_wait");

  smr_message_set_int (text, "sessions", log->n_good);
  smr_message_set_int (text, "needed", SESSIONS_AT_A_STEP);
  if (log->hurt != SMR_DATE_NONE)
    smr_message_set_date (text, "date", log->hurt);
  return make (SMR_PROGRESSION_WAIT, text, NULL);
}

/* On a boundary day the stricter side applies: two weeks are over on the day after, and two weeks off begin to count on
 * the very day. */
SmrProgression *
smr_progression_new (SmrCatalogue *catalogue, SmrScreening *screening, const SmrRecord *record, SmrRoutine *routine,
                     const SmrPlanRequest *request, SmrDate date)
{
  const Given given = { catalogue, screening, record, routine, request };
  SmrDate last;
  Log log;

  if (routine->status != SMR_ROUTINE_ISSUED || routine->issued == SMR_DATE_NONE)
    return NULL;
  read_log (&log, &given);
  if (smr_record_had_stop_sign_since (record, catalogue, routine->issued))
    return make_back (&given, new_message (&given, "progression_stop_sign"));
  if (!log.any)
    return NULL;
  last = MAX (log.last, routine->issued);
  if (date >= smr_date_add_days (last, DAYS_OFF_RESTART))
    return make_restart (&given, last);
  if (date >= smr_date_add_days (last, DAYS_OFF_BACK))
    return make_back (&given, smr_message_set_date (new_message (&given, "progression_off"), "date", last));
  if (log.n_good < SESSIONS_AT_A_STEP || date <= smr_date_add_days (log.first_good, DAYS_AT_A_STEP))
    return make_wait (&given, &log);
  return make_forward (&given);
}
