#include "smr-planner.h"

#include "smr-plan-builder.h"
#include "smr-timing.h"

#include <string.h>

/* --- notices ---------------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *text;
} notice_kinds[] = {
  [SMR_NOTICE_PHASE_LOCKED] = { "PHASE_LOCKED", "notice_phase_locked" },
  [SMR_NOTICE_CONFLICT] = { "CONFLICT", "notice_conflict" },
  [SMR_NOTICE_SUBSTITUTE] = { "SUBSTITUTE", "notice_substitute_offered" },
  [SMR_NOTICE_NOT_ROLLED] = { "NOT_ROLLED", "notice_not_rolled" },
  [SMR_NOTICE_NOT_STRETCHED] = { "NOT_STRETCHED", "notice_not_stretched" },
  [SMR_NOTICE_EXCLUDED] = { "EXCLUDED", "notice_excluded" },
  [SMR_NOTICE_NO_EXERCISE] = { "NO_EXERCISE", "notice_no_exercise" },
  [SMR_NOTICE_NO_FREE_ANTAGONIST] = { "NO_FREE_ANTAGONIST", "notice_no_free_antagonist" },
  [SMR_NOTICE_NO_INTEGRATION] = { "NO_INTEGRATION", "notice_no_integration" },
  [SMR_NOTICE_OVER_CAP] = { "OVER_CAP", "notice_over_cap_muscles" },
  [SMR_NOTICE_SHORTENED] = { "SHORTENED", "notice_shortened" },
  [SMR_NOTICE_OVER_BUDGET] = { "OVER_BUDGET", "notice_over_budget" },
};

const char *
smr_notice_kind_to_string (SmrNoticeKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (notice_kinds), "");

  return notice_kinds[kind].name;
}

char *
smr_notice_dup_text (const SmrNotice *self, const char *language)
{
  return smr_message_format (self->text, language);
}

static void
notice_free (gpointer data)
{
  SmrNotice *self = data;

  smr_message_free (self->text);
  g_free (self);
}

static SmrMessage *
new_text (const SmrPlanBuilder *self, const char *id)
{
  return smr_message_new (smr_catalogue_get_text (self->chooser.catalogue, id));
}

static const char *
get_side_text (SmrSide side)
{
  switch (side)
    {
    case SMR_SIDE_LEFT:
      return "plan_muscle_left";
    case SMR_SIDE_RIGHT:
      return "plan_muscle_right";
    case SMR_SIDE_BOTH:
      return "plan_muscle_both";
    case SMR_SIDE_NONE:
    case SMR_SIDE_MIDLINE:
      break;
    }
  return "plan_muscle_midline";
}

static const char * const phase_texts[SMR_N_PHASES] = { "plan_phase_inhibit", "plan_phase_lengthen", "plan_phase_activate", "plan_phase_integrate" };

static SmrNotice *
add_notice_with_text (SmrPlanBuilder *self, SmrNoticeKind kind, const char *text_id, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides)
{
  SmrNotice *notice = g_new0 (SmrNotice, 1);

  notice->kind = kind;
  notice->phase = phase;
  notice->text = new_text (self, text_id);
  smr_message_set_text (notice->text, "phase", smr_catalogue_get_text (self->chooser.catalogue, phase_texts[phase]));
  if (muscle != NULL)
    {
      SmrMessage *name;

      notice->muscle = muscle->id;
      notice->side = smr_muscle_say_side (muscle, sides);
      name = smr_message_set_text (new_text (self, get_side_text (notice->side)), "muscle", muscle->name);
      smr_message_add_message (notice->text, "muscle", name);
    }
  g_ptr_array_add (self->notices, notice);
  return notice;
}

SmrNotice *
smr_plan_builder_add_notice (SmrPlanBuilder *self, SmrNoticeKind kind, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides)
{
  return add_notice_with_text (self, kind, notice_kinds[kind].text, phase, muscle, sides);
}

static void
add_reasons (SmrPlanBuilder *self, SmrNotice *notice, const SmrMuscle *muscle)
{
  smr_message_add_reasons (notice->text, self->chooser.catalogue, self->chooser.screening, notice->phase, muscle, notice->side);
}

/* --- entries ---------------------------------------------------------------------------------------------- */

static void
entry_free (gpointer data)
{
  SmrPlanEntry *self = data;

  g_clear_pointer (&self->item, smr_item_free);
  g_free (self);
}

SmrPlanEntry *
smr_plan_builder_place (SmrPlanBuilder *self, const SmrExercise *exercise, SmrSide sides)
{
  SmrPlanEntry *entry;

  for (guint i = 0; i < self->entries->len; i++)
    {
      entry = g_ptr_array_index (self->entries, i);
      if (entry->exercise == exercise)
        {
          entry->sides |= sides;
          return entry;
        }
    }
  entry = g_new0 (SmrPlanEntry, 1);
  entry->exercise = exercise;
  entry->sides = sides;
  entry->item = smr_item_new (exercise->phase, exercise->id);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

void
smr_plan_entry_serve (SmrPlanEntry *self, const SmrMuscle *muscle, const SmrMuscle *because, SmrSide sides, const char *passed_over)
{
  SmrSide side = smr_muscle_say_side (muscle, sides);
  const char *because_id = because != NULL ? because->id : NULL;

  for (guint i = 0; i < self->item->served->len; i++)
    {
      SmrServed *served = g_ptr_array_index (self->item->served, i);

      if (served->muscle == muscle->id && served->because == because_id && g_strcmp0 (served->passed_over, passed_over) == 0)
        {
          served->side |= side;
          return;
        }
    }
  smr_item_add_served (self->item, muscle->id, because_id, side, passed_over);
}

/* --- exclusion and substitutes ---------------------------------------------------------------------------- */

static gboolean
has_exclusion (const SmrPlanBuilder *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides)
{
  SmrSide side = smr_muscle_say_side (muscle, sides);

  for (guint i = 0; i < self->notices->len; i++)
    {
      const SmrNotice *notice = g_ptr_array_index (self->notices, i);

      if (notice->kind == SMR_NOTICE_EXCLUDED && notice->phase == phase && notice->muscle == muscle->id && (notice->side & side) == side)
        return TRUE;
    }
  return FALSE;
}

SmrSide
smr_plan_builder_exclude (SmrPlanBuilder *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides)
{
  SmrSide excluded = smr_chooser_get_excluded (&self->chooser, phase, muscle, sides);

  if (excluded != SMR_SIDE_NONE && !has_exclusion (self, phase, muscle, excluded))
    add_reasons (self, smr_plan_builder_add_notice (self, SMR_NOTICE_EXCLUDED, phase, muscle, excluded), muscle);
  return sides & ~excluded;
}

static SmrPermission
get_permission (const SmrMuscle *muscle, SmrPhase phase)
{
  switch (phase)
    {
    case SMR_PHASE_INHIBIT:
      return muscle->roll;
    case SMR_PHASE_LENGTHEN:
      return muscle->stretch;
    case SMR_PHASE_ACTIVATE:
    case SMR_PHASE_INTEGRATE:
      break;
    }
  return SMR_PERMISSION_YES;
}

/* A muscle that is treated already, for itself or in the place of another, is not treated twice on one side: the entry
 * serves this reason as well. Returns the sides that are left. */
static SmrSide
join (SmrPlanBuilder *self, SmrPhase phase, const SmrMuscle *muscle, const SmrMuscle *because, SmrSide sides)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      SmrPlanEntry *entry = g_ptr_array_index (self->entries, i);
      SmrSide joined = SMR_SIDE_NONE;

      for (guint j = 0; entry->item->phase == phase && j < entry->item->served->len; j++)
        {
          const SmrServed *served = g_ptr_array_index (entry->item->served, j);

          if (served->muscle == muscle->id)
            joined |= muscle->paired ? served->side & sides : sides;
        }
      if (joined != SMR_SIDE_NONE)
        smr_plan_entry_serve (entry, muscle, because, joined, NULL);
      sides &= ~joined;
    }
  return sides;
}

/* Puts the muscle into the plan on as many of its sides as there are exercises for; returns the sides without one.
 * @because: (nullable): the muscle whose place it takes. */
static SmrSide
serve (SmrPlanBuilder *self, SmrPhase phase, const SmrMuscle *muscle, const SmrMuscle *because, SmrSide sides)
{
  SmrSide left_over = SMR_SIDE_NONE;
  const SmrExercise *exercise;

  sides = join (self, phase, muscle, because, sides);
  if (sides == SMR_SIDE_NONE)
    return SMR_SIDE_NONE;
  exercise = smr_chooser_choose (&self->chooser, phase, muscle, sides);
  if (exercise != NULL)
    {
      smr_plan_entry_serve (smr_plan_builder_place (self, exercise, sides), muscle, because, sides, NULL);
      return SMR_SIDE_NONE;
    }
  if (!muscle->paired || sides != SMR_SIDE_BOTH)
    return sides;
  for (SmrSide side = SMR_SIDE_LEFT; side <= SMR_SIDE_RIGHT; side <<= 1)
    left_over |= serve (self, phase, muscle, because, side);
  return left_over;
}

/* The first substitute that may be treated on all of @sides. */
static const SmrMuscle *
find_substitute (SmrPlanBuilder *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides)
{
  for (guint i = 0; muscle->substitutes[i] != NULL; i++)
    {
      const SmrMuscle *substitute = smr_catalogue_find_muscle (self->chooser.catalogue, muscle->substitutes[i]);

      if (get_permission (substitute, phase) != SMR_PERMISSION_NO &&
          smr_chooser_get_excluded (&self->chooser, phase, substitute, sides) == SMR_SIDE_NONE &&
          smr_chooser_choose (&self->chooser, phase, substitute, sides) != NULL)
        return substitute;
    }
  return NULL;
}

void
smr_plan_builder_substitute (SmrPlanBuilder *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides, SmrNoticeKind otherwise)
{
  const SmrMuscle *substitute = find_substitute (self, phase, muscle, sides);
  gboolean accepted = self->chooser.request->accept_substitutes;
  SmrNotice *notice;

  if (substitute == NULL)
    {
      notice = smr_plan_builder_add_notice (self, otherwise, phase, muscle, sides);
      if (otherwise == SMR_NOTICE_NOT_ROLLED || otherwise == SMR_NOTICE_NOT_STRETCHED)
        smr_message_set_text (notice->text, "reason", otherwise == SMR_NOTICE_NOT_ROLLED ? muscle->roll_reason : muscle->stretch_reason);
      return;
    }
  notice = add_notice_with_text (self, SMR_NOTICE_SUBSTITUTE, accepted ? "notice_substitute_taken" : "notice_substitute_offered", phase, muscle, sides);
  notice->substitute = substitute->id;
  smr_message_set_text (notice->text, "substitute", substitute->name);
  if (accepted)
    serve (self, phase, substitute, muscle, sides);
}

/* --- phases ----------------------------------------------------------------------------------------------- */

/* R5: roll and stretch. */
static void
treat (SmrPlanBuilder *self, SmrPhase phase)
{
  for (guint i = 0; i < smr_catalogue_get_muscles (self->chooser.catalogue)->len; i++)
    {
      const SmrMuscle *muscle = smr_plan_builder_get_muscle (self, i);
      SmrSide sides = self->chooser.overactive[i];

      if (sides != SMR_SIDE_NONE)
        sides = smr_plan_builder_exclude (self, phase, muscle, sides);
      if (sides == SMR_SIDE_NONE)
        continue;

      if (get_permission (muscle, phase) == SMR_PERMISSION_NO)
        {
          smr_plan_builder_substitute (self, phase, muscle, sides, phase == SMR_PHASE_INHIBIT ? SMR_NOTICE_NOT_ROLLED : SMR_NOTICE_NOT_STRETCHED);
          continue;
        }
      sides = serve (self, phase, muscle, NULL, sides);
      if (sides != SMR_SIDE_NONE)
        smr_plan_builder_substitute (self, phase, muscle, sides, SMR_NOTICE_NO_EXERCISE);
    }
}

static GPtrArray *
collect_activated (SmrPlanBuilder *self)
{
  GPtrArray *activated = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SmrPlanEntry *entry = g_ptr_array_index (self->entries, i);

      for (guint j = 0; entry->item->phase == SMR_PHASE_ACTIVATE && j < entry->item->served->len; j++)
        {
          const SmrServed *served = g_ptr_array_index (entry->item->served, j);

          if (!g_ptr_array_find (activated, served->muscle, NULL))
            g_ptr_array_add (activated, (gpointer) served->muscle);
        }
    }
  return activated;
}

/* R11: one movement that uses what was activated, always on both sides. */
static void
integrate (SmrPlanBuilder *self)
{
  g_autoptr (GPtrArray) activated = collect_activated (self);
  const SmrExercise *exercise = smr_chooser_choose_integration (&self->chooser, activated);
  SmrPlanEntry *entry;

  if (exercise == NULL)
    {
      smr_plan_builder_add_notice (self, SMR_NOTICE_NO_INTEGRATION, SMR_PHASE_INTEGRATE, NULL, SMR_SIDE_NONE);
      return;
    }
  entry = smr_plan_builder_place (self, exercise, SMR_SIDE_BOTH);
  for (guint i = 0; i < activated->len; i++)
    {
      const char *id = g_ptr_array_index (activated, i);

      if (smr_exercise_targets (exercise, id))
        smr_plan_entry_serve (entry, smr_catalogue_find_muscle (self->chooser.catalogue, id), NULL, SMR_SIDE_BOTH, NULL);
    }
}

static void
plan_phase (SmrPlanBuilder *self, SmrPhase phase)
{
  /* Integrate follows activate, whose notice speaks for both. */
  if (smr_phase_is_locked_for (phase, self->chooser.screening, self->chooser.request->setting))
    {
      if (phase != SMR_PHASE_INTEGRATE)
        add_reasons (self, smr_plan_builder_add_notice (self, SMR_NOTICE_PHASE_LOCKED, phase, NULL, SMR_SIDE_NONE), NULL);
      return;
    }
  switch (phase)
    {
    case SMR_PHASE_INHIBIT:
    case SMR_PHASE_LENGTHEN:
      treat (self, phase);
      break;
    case SMR_PHASE_ACTIVATE:
      smr_plan_builder_activate (self);
      break;
    case SMR_PHASE_INTEGRATE:
      integrate (self);
      break;
    }
}

/* R4: what is on both lists is overactive. */
static void
resolve_conflicts (SmrPlanBuilder *self)
{
  for (guint i = 0; i < smr_catalogue_get_muscles (self->chooser.catalogue)->len; i++)
    {
      SmrSide both = self->chooser.overactive[i] & self->underactive[i];

      if (both == SMR_SIDE_NONE)
        continue;
      smr_plan_builder_add_notice (self, SMR_NOTICE_CONFLICT, SMR_PHASE_ACTIVATE, smr_plan_builder_get_muscle (self, i), both);
      self->underactive[i] &= ~both;
    }
}

/* --- order ------------------------------------------------------------------------------------------------ */

static int
get_chain_order (const SmrItem *item, SmrCatalogue *catalogue)
{
  int order = G_MAXINT;

  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);

      order = MIN (order, smr_catalogue_find_muscle (catalogue, served->muscle)->order);
    }
  return order;
}

/* R12: going down for inhibit, coming up for the others; then along the body; then by id. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SmrItem *first = a, *second = b;
  SmrCatalogue *catalogue = user_data;
  int difference;

  if (first->phase != second->phase)
    return (int) first->phase - (int) second->phase;
  difference = (int) smr_catalogue_find_exercise (catalogue, first->exercise)->position -
               (int) smr_catalogue_find_exercise (catalogue, second->exercise)->position;
  if (difference != 0)
    return first->phase == SMR_PHASE_INHIBIT ? difference : -difference;
  difference = get_chain_order (first, catalogue) - get_chain_order (second, catalogue);
  return difference != 0 ? difference : strcmp (first->exercise, second->exercise);
}

void
smr_plan_sort_items (GPtrArray *items, SmrCatalogue *catalogue)
{
  g_ptr_array_sort_values_with_data (items, compare_items, catalogue);
}

static int
compare_served (gconstpointer a, gconstpointer b)
{
  const SmrServed *first = a, *second = b;
  int difference = strcmp (first->muscle, second->muscle);

  if (difference == 0)
    difference = g_strcmp0 (first->because, second->because);
  return difference != 0 ? difference : (int) first->side - (int) second->side;
}

static void
say_over_cap (SmrPlan *plan, SmrPlanBuilder *builder, const char *text_id, int given, int most)
{
  SmrNotice *notice = add_notice_with_text (builder, SMR_NOTICE_OVER_CAP, text_id, SMR_PHASE_INHIBIT, NULL, SMR_SIDE_NONE);

  smr_message_set_int (notice->text, "given", given);
  smr_message_set_int (notice->text, "most", most);
  plan->over_cap = TRUE;
}

/* R15: said, never cut. */
static void
check_caps (SmrPlan *plan, SmrPlanBuilder *builder)
{
  SmrCatalogue *catalogue = builder->chooser.catalogue;
  int muscles, contact_seconds, count = smr_routine_count_muscles (plan->routine, catalogue);
  SmrTotals totals;

  smr_routine_get_caps (plan->routine, catalogue, builder->chooser.screening, &muscles, &contact_seconds);
  smr_routine_get_totals (plan->routine, &totals);
  if (count > muscles)
    say_over_cap (plan, builder, "notice_over_cap_muscles", count, muscles);
  if (totals.contact_seconds > contact_seconds)
    say_over_cap (plan, builder, "notice_over_cap_contact", smr_seconds_to_minutes (totals.contact_seconds), smr_seconds_to_minutes (contact_seconds));
}

/* --- the plan --------------------------------------------------------------------------------------------- */

/* Each muscle once, in the order of the catalogue, so that the order of input leaves no trace. */
static void
take_picks (GArray *picks, SmrCatalogue *catalogue, const GArray *given)
{
  g_autofree SmrSide *sides = smr_picks_collect (catalogue, given);
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);
      SmrPick pick = { muscle->id, smr_muscle_say_side (muscle, sides[i]) };

      if (sides[i] != SMR_SIDE_NONE)
        g_array_append_val (picks, pick);
    }
}

static SmrRoutine *
new_routine (SmrCatalogue *catalogue, const SmrPlanRequest *request)
{
  SmrRoutine *routine = smr_routine_new ("");

  routine->level = request->level;
  routine->setting = request->setting;
  routine->minutes = request->minutes;
  routine->no_floor = request->no_floor;
  routine->accept_substitutes = request->accept_substitutes;
  take_picks (routine->overactive, catalogue, request->overactive);
  take_picks (routine->underactive, catalogue, request->underactive);
  return routine;
}

/* Sides are final now, so tool and dose are chosen for all of them together. */
static SmrItem *
finish_entry (SmrPlanBuilder *self, SmrPlanEntry *entry)
{
  const SmrChooser *chooser = &self->chooser;
  SmrItem *item = g_steal_pointer (&entry->item);
  g_autoptr (SmrMessage) reason = NULL;

  reason = smr_exercise_check (chooser->catalogue, chooser->screening, entry->exercise, entry->sides, chooser->request, &item->tool);
  item->side = smr_exercise_get_item_side (entry->exercise, entry->sides);
  smr_dose_for (&item->dose, chooser->catalogue, chooser->screening, entry->exercise, chooser->request->level, entry->sides);
  g_ptr_array_sort_values (item->served, compare_served);
  return item;
}

static void
dropped_free (gpointer data)
{
  SmrDropped *self = data;

  smr_item_free (self->item);
  smr_message_free (self->text);
  g_free (self);
}

static SmrPlan *
plan_new_take (SmrRoutine *routine)
{
  SmrPlan *plan = g_new0 (SmrPlan, 1);

  plan->routine = routine;
  plan->notices = g_ptr_array_new_with_free_func (notice_free);
  plan->dropped = g_ptr_array_new_with_free_func (dropped_free);
  return plan;
}

SmrPlan *
smr_plan_new (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request)
{
  SmrPlan *plan = plan_new_take (new_routine (catalogue, request));
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autofree SmrSide *underactive = smr_picks_collect (catalogue, request->underactive);
  g_auto (SmrChooser) chooser = { 0 };
  SmrPlanBuilder builder;

  if (plan->routine->overactive->len == 0 && plan->routine->underactive->len == 0)
    return plan;

  smr_chooser_init (&chooser, catalogue, screening, request);
  builder = (SmrPlanBuilder) { chooser, underactive, entries, plan->notices };
  resolve_conflicts (&builder);
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    plan_phase (&builder, phase);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (plan->routine->items, finish_entry (&builder, g_ptr_array_index (entries, i)));
  smr_plan_sort_items (plan->routine->items, catalogue);
  if (request->minutes > 0)
    {
      smr_plan_fit_minutes (plan, &builder);
      smr_plan_sort_items (plan->routine->items, catalogue);
    }
  if (!request->ignore_caps)
    check_caps (plan, &builder);
  return plan;
}

SmrPlan *
smr_plan_fit (const SmrRoutine *routine, SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, int minutes)
{
  SmrPlan *plan = plan_new_take (smr_routine_copy (routine));
  g_auto (SmrChooser) chooser = { 0 };
  SmrPlanBuilder builder;

  plan->routine->minutes = minutes;
  smr_chooser_init (&chooser, catalogue, screening, request);
  builder = (SmrPlanBuilder) { .chooser = chooser, .notices = plan->notices };
  if (minutes > 0)
    smr_plan_fit_minutes (plan, &builder);
  return plan;
}

void
smr_plan_free (SmrPlan *self)
{
  smr_routine_unref (self->routine);
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->dropped);
  g_free (self);
}
