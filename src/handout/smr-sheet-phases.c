#include "smr-writer.h"

#include "smr-dose.h"
#include "smr-own-exercise.h"
#include "smr-timing.h"

/* --- items ---------------------------------------------------------------------------------------------- */

/* The tool that fills a need: the one chosen for the item where it is of that kind. (nullable) */
static const SmrTool *
find_needed_tool (SmrWriter *self, const SmrItem *item, const char *need)
{
  const SmrTool *chosen = item->tool != NULL ? smr_catalogue_find_tool (self->catalogue, item->tool) : NULL;

  if (chosen != NULL && (g_strcmp0 (chosen->kind, need) == 0 || g_strcmp0 (chosen->id, need) == 0))
    return chosen;
  return smr_catalogue_find_tool (self->catalogue, need);
}

static char *
make_tool_names (SmrWriter *self, const SmrItem *item, const SmrExercise *exercise)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < exercise->needs->len; i++)
    {
      const SmrTool *tool = find_needed_tool (self, item, g_array_index (exercise->needs, SmrNeed, i).tool);

      if (tool != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", smr_text_get (tool->name, self->language));
    }
  return names->len > 0 ? g_strdup (names->str) : smr_writer_say (self, "with_nothing");
}

static char *
make_muscle_names (SmrWriter *self, const SmrItem *item)
{
  g_autoptr (GPtrArray) muscles = smr_item_get_muscles (item);
  char *names = NULL;

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, g_ptr_array_index (muscles, i));

      if (muscle != NULL)
        names = smr_writer_join_take (self, names, g_strdup (smr_text_get (muscle->plain_name, self->language)));
    }
  return names;
}

static void
add_fact (SmrWriter *self, GPtrArray *facts, const char *label, char *value)
{
  g_ptr_array_add (facts, smr_sheet_fact_new_take (smr_writer_say (self, label), value, NULL));
}

/* How fast, and what to wait for. */
static void
add_tempo (SmrWriter *self, const SmrItem *item, GPtrArray *facts)
{
  const SmrDose *dose = &item->dose;

  switch (dose->tempo)
    {
    case SMR_TEMPO_ROLL:
      if (dose->search_seconds > 0)
        add_fact (self, facts, "search", smr_writer_say_count (self, "seconds", dose->search_seconds));
      add_fact (self, facts, "tempo", smr_writer_say (self, "tempo_roll"));
      break;
    case SMR_TEMPO_STATIC:
      add_fact (self, facts, "tempo", smr_writer_say (self, "tempo_static"));
      break;
    case SMR_TEMPO_4_2_1:
      if (dose->hold_seconds > 0)
        add_fact (self, facts, "tempo_in_seconds",
                  smr_writer_say_number (self, "tempo_lift", "count", dose->hold_seconds));
      else
        add_fact (self, facts, "tempo", smr_writer_say (self, "tempo_slow"));
      break;
    case SMR_TEMPO_HOLD:
    case SMR_TEMPO_WALK:
      add_fact (self, facts, "tempo", smr_writer_say (self, "tempo_slow"));
      break;
    }

  if (dose->rest_seconds > 0 && dose->sets > 1)
    add_fact (self, facts, "rest_sets", smr_writer_say_count (self, "seconds", dose->rest_seconds));
  else if (dose->rest_seconds > 0 && item->phase == SMR_PHASE_LENGTHEN && dose->reps > 1)
    add_fact (self, facts, "rest_holds", smr_writer_say_count (self, "seconds", dose->rest_seconds));
}

/* "12 times, 2 sets" */
static char *
make_repetitions (SmrWriter *self, const SmrDose *dose, const char *times)
{
  return smr_writer_join_take (self, smr_writer_say_count (self, times, dose->reps),
                               dose->sets > 1 ? smr_writer_say_count (self, "sets", dose->sets) : NULL);
}

static char *
make_dose (SmrWriter *self, const SmrItem *item)
{
  const SmrDose *dose = &item->dose;
  g_autofree char *hold = smr_writer_say_count (self, "hold", dose->hold_seconds);
  g_autofree char *side_id = g_strconcat ("dose_side_", smr_item_side_to_string (item->side), NULL);
  char *amount = NULL;

  switch (dose->tempo)
    {
    case SMR_TEMPO_ROLL:
      {
        g_autoptr (SmrMessage) message = smr_message_new (smr_writer_find (self, dose->reps == 1 ? "spots_one" : "spots_other"));

        smr_message_set_string (message, "hold", hold);
        smr_message_set_int (message, "count", dose->reps);
        amount = smr_message_format (message, self->language);
        if (dose->sets > 1)
          amount = smr_writer_join_take (self, amount, smr_writer_say_count (self, "sets", dose->sets));
      }
      break;
    case SMR_TEMPO_STATIC:
    case SMR_TEMPO_HOLD:
      amount = smr_writer_join_take (self, g_steal_pointer (&hold), make_repetitions (self, dose, "times"));
      break;
    case SMR_TEMPO_4_2_1:
      amount = make_repetitions (self, dose, "start_times");
      break;
    case SMR_TEMPO_WALK:
      amount = smr_writer_join_take (self, smr_writer_say (self, "walk"), make_repetitions (self, dose, "times"));
      break;
    }

  return smr_writer_join_take (self, amount,
                               item->side == SMR_ITEM_SIDE_TOGETHER ? NULL : smr_writer_say (self, side_id));
}

static gboolean
is_paired (SmrWriter *self, const SmrItem *item)
{
  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, served->muscle);

      if (muscle != NULL && muscle->paired)
        return TRUE;
    }
  return FALSE;
}

/* The caution texts of the muscles that are rolled or stretched, each once. */
static void
add_cares (SmrWriter *self, const SmrItem *item, GPtrArray *cares)
{
  g_autoptr (GPtrArray) muscles = smr_item_get_muscles (item);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, g_ptr_array_index (muscles, i));
      const SmrText *reason = NULL;

      if (muscle == NULL)
        continue;
      if (item->phase == SMR_PHASE_INHIBIT && muscle->roll == SMR_PERMISSION_CAUTION)
        reason = muscle->roll_reason;
      else if (item->phase == SMR_PHASE_LENGTHEN && muscle->stretch == SMR_PERMISSION_CAUTION)
        reason = muscle->stretch_reason;
      if (reason != NULL)
        g_ptr_array_add (cares, g_strdup (smr_text_get (reason, self->language)));
    }
}

static SmrSheetItem *
make_item (SmrWriter *self, guint index, guint number)
{
  const SmrItem *item = g_ptr_array_index (self->routine->items, index);
  const SmrExercise *exercise = smr_catalogue_find_exercise (self->catalogue, item->exercise);
  const SmrFigure *figure = smr_catalogue_find_figure (self->catalogue, item->exercise);
  const SmrOwnExercise *own = smr_catalogue_find_own (self->catalogue, item->exercise);
  SmrSheetItem *sheet;
  gboolean gentle;

  g_return_val_if_fail (exercise != NULL, NULL);

  sheet = g_new0 (SmrSheetItem, 1);
  sheet->item = index;
  sheet->number = g_strdup_printf ("%u", number);
  sheet->name = g_strdup (smr_text_get (exercise->name, self->language));
  sheet->dose = make_dose (self, item);
  if (figure != NULL)
    sheet->figure = smr_figure_ref (figure);
  if (own != NULL && own->photo != NULL)
    sheet->photo = g_bytes_ref (own->photo);
  sheet->shown_side = item->side;
  sheet->start = g_strdup (smr_text_get (exercise->start, self->language));
  sheet->cue = g_strdup (smr_text_get (exercise->cue, self->language));
  sheet->mistake = g_strdup (smr_text_get (exercise->mistake, self->language));
  sheet->note = item->note != NULL && item->note[0] != '\0' ? g_strdup (item->note) : NULL;
  if (item->side != SMR_ITEM_SIDE_TOGETHER || is_paired (self, item))
    sheet->side = smr_writer_say_part (self, "side", smr_item_side_to_string (item->side));

  sheet->steps = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < exercise->steps->len; i++)
    g_ptr_array_add (sheet->steps, g_strdup (smr_text_get (g_ptr_array_index (exercise->steps, i), self->language)));

  sheet->cares = g_ptr_array_new_with_free_func (g_free);
  gentle = smr_exercise_is_gentle (self->catalogue, self->screening, exercise, smr_item_side_get_sides (item->side));
  if (gentle)
    sheet->gentle = smr_writer_say (self, "gentle");
  if (gentle && !self->gentle && item->phase == SMR_PHASE_INHIBIT)
    g_ptr_array_add (sheet->cares,
                     smr_writer_say_number (self, "care_gentle", "most",
                                            smr_catalogue_get_dosage (self->catalogue)->gentle.pain_most));
  add_cares (self, item, sheet->cares);

  sheet->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_fact_free);
  add_fact (self, sheet->facts, "muscle", make_muscle_names (self, item));
  add_fact (self, sheet->facts, "with", make_tool_names (self, item, exercise));
  add_fact (self, sheet->facts, "position",
            smr_writer_say_part (self, "position", smr_position_to_string (exercise->position)));
  for (guint i = 0; i < sheet->facts->len; i++)
    ((SmrSheetFact *) g_ptr_array_index (sheet->facts, i))->evident = TRUE;
  add_tempo (self, item, sheet->facts);
  return sheet;
}

/* --- phases --------------------------------------------------------------------------------------------- */

static gboolean
treats_leg (SmrWriter *self, const SmrItem *item)
{
  g_autoptr (GPtrArray) muscles = smr_item_get_muscles (item);
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);

  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);

      if (site->limb != SMR_LIMB_LEG)
        continue;
      for (guint j = 0; j < muscles->len; j++)
        {
          if (g_strv_contains ((const char * const *) site->muscles, g_ptr_array_index (muscles, j)))
            return TRUE;
        }
    }
  return FALSE;
}

SmrSheetPhase *
smr_writer_make_phase (SmrWriter *self, SmrPhase phase, guint *number, guint *n_items)
{
  g_autoptr (SmrSheetPhase) sheet = g_new0 (SmrSheetPhase, 1);
  const char *word = smr_phase_to_string (phase);
  gboolean legs = FALSE;

  sheet->phase = phase;
  sheet->name = smr_writer_say_part (self, "phase", word);
  sheet->purpose = smr_writer_say_part (self, "purpose", word);
  sheet->items = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_item_free);

  if (smr_screening_is_locked (self->screening, smr_phase_get_screened (phase)))
    {
      sheet->locked = smr_writer_say (self, "locked");
    }
  else
    {
      SmrTotals totals;

      for (guint i = 0; i < self->routine->items->len; i++)
        {
          const SmrItem *item = g_ptr_array_index (self->routine->items, i);

          if (item->phase != phase)
            continue;
          g_ptr_array_add (sheet->items, make_item (self, i, ++*n_items));
          legs = legs || treats_leg (self, item);
        }
      if (sheet->items->len == 0)
        return NULL;

      smr_routine_get_totals (self->routine, &totals);
      sheet->minutes = smr_writer_say_number (self, "minutes", "count", smr_seconds_to_minutes (totals.phases[phase]));
      if (phase != SMR_PHASE_INTEGRATE)
        sheet->how = smr_writer_say_part (self, "how", word);
      if (phase == SMR_PHASE_INHIBIT && legs)
        sheet->after = smr_writer_say (self, "after_legs");
    }

  sheet->number = g_strdup_printf ("%u", ++*number);
  return g_steal_pointer (&sheet);
}
