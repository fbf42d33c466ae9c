#include "smr-choice.h"

/* --- sides ------------------------------------------------------------------------------------------------ */

SmrSide *
smr_picks_collect (SmrCatalogue *catalogue, const GArray *picks)
{
  SmrSide *sides = g_new0 (SmrSide, smr_catalogue_get_muscles (catalogue)->len);

  for (guint i = 0; picks != NULL && i < picks->len; i++)
    {
      const SmrPick *pick = &g_array_index (picks, SmrPick, i);
      const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, pick->muscle);

      if (muscle == NULL)
        continue;
      if (muscle->paired && (pick->side & SMR_SIDE_BOTH))
        sides[muscle->index] |= pick->side & SMR_SIDE_BOTH;
      else
        sides[muscle->index] = SMR_SIDE_BOTH;
    }
  return sides;
}

SmrSide
smr_muscle_say_side (const SmrMuscle *muscle, SmrSide sides)
{
  return muscle->paired ? sides : SMR_SIDE_MIDLINE;
}

SmrItemSide
smr_exercise_get_item_side (const SmrExercise *exercise, SmrSide sides)
{
  if (!exercise->unilateral)
    return SMR_ITEM_SIDE_TOGETHER;
  if (sides == SMR_SIDE_LEFT)
    return SMR_ITEM_SIDE_LEFT;
  return sides == SMR_SIDE_RIGHT ? SMR_ITEM_SIDE_RIGHT : SMR_ITEM_SIDE_EACH;
}

gboolean
smr_exercise_targets (const SmrExercise *exercise, const char *muscle)
{
  return g_strv_contains (exercise->targets, muscle);
}

/* --- the chooser ------------------------------------------------------------------------------------------ */

void
smr_chooser_init (SmrChooser *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request)
{
  self->catalogue = catalogue;
  self->screening = screening;
  self->request = request;
  self->overactive = smr_picks_collect (catalogue, request->overactive);
}

void
smr_chooser_clear (SmrChooser *self)
{
  g_clear_pointer (&self->overactive, g_free);
}

SmrSide
smr_chooser_get_excluded (const SmrChooser *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides)
{
  SmrPhase screened = smr_phase_get_screened (phase);
  SmrSide excluded = SMR_SIDE_NONE;

  if (self->screening == NULL)
    return SMR_SIDE_NONE;
  if (!muscle->paired)
    return smr_screening_get_muscle (self->screening, screened, muscle, SMR_SIDE_MIDLINE) >= SMR_OUTCOME_EXCLUDED_REGIONS ? sides : SMR_SIDE_NONE;
  for (SmrSide side = SMR_SIDE_LEFT; side <= SMR_SIDE_RIGHT; side <<= 1)
    {
      if ((sides & side) && smr_screening_get_muscle (self->screening, screened, muscle, side) >= SMR_OUTCOME_EXCLUDED_REGIONS)
        excluded |= side;
    }
  return excluded;
}

/* R9 for an activate exercise on the side trained; R11 for an integrate exercise: only what is overactive on both sides. */
const SmrMuscle *
smr_chooser_find_trained_overactive (const SmrChooser *self, const SmrExercise *exercise, SmrSide sides)
{
  SmrSide trained = exercise->unilateral ? sides : SMR_SIDE_BOTH;

  if (exercise->phase < SMR_PHASE_ACTIVATE)
    return NULL;
  for (guint i = 0; exercise->targets[i] != NULL; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, exercise->targets[i]);
      SmrSide overactive = self->overactive[muscle->index];

      if (exercise->phase == SMR_PHASE_INTEGRATE ? overactive == SMR_SIDE_BOTH : (overactive & trained) != 0)
        return muscle;
    }
  return NULL;
}

gboolean
smr_chooser_may_use (const SmrChooser *self, const SmrExercise *exercise, SmrSide sides)
{
  g_autoptr (SmrMessage) reason = NULL;

  if (smr_chooser_find_trained_overactive (self, exercise, sides) != NULL)
    return FALSE;
  reason = smr_exercise_check (self->catalogue, self->screening, exercise, sides, self->request, NULL);
  return reason == NULL;
}

/* What decides before file order, lower first: under the gentle profile wall and seated rolling; for a need on one side
 * exercises done on one side; the muscle as primary target. */
static int
rank (const SmrChooser *self, const SmrExercise *exercise, const SmrMuscle *muscle, SmrSide sides)
{
  gboolean one_sided = sides != SMR_SIDE_BOTH;
  gboolean stable = exercise->position == SMR_POSITION_WALL || exercise->position == SMR_POSITION_SEATED;
  gboolean gentle = exercise->phase == SMR_PHASE_INHIBIT && smr_exercise_is_gentle (self->catalogue, self->screening, exercise, sides);

  return (gentle && !stable) << 2 | (one_sided && !exercise->unilateral) << 1 | (exercise->targets[0] != muscle->id);
}

int
smr_chooser_compare (const SmrChooser *self, const SmrExercise *a, const SmrExercise *b, const SmrMuscle *muscle, SmrSide sides)
{
  return rank (self, a, muscle, sides) - rank (self, b, muscle, sides);
}

const SmrExercise *
smr_chooser_choose (const SmrChooser *self, SmrPhase phase, const SmrMuscle *muscle, SmrSide sides)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (self->catalogue);
  const SmrExercise *best = NULL;
  int best_rank = G_MAXINT;

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);
      int own_rank;

      /* What a trainer has written is the trainer's to choose. */
      if (exercise->own || exercise->phase != phase || !smr_exercise_targets (exercise, muscle->id))
        continue;
      own_rank = rank (self, exercise, muscle, sides);
      if (own_rank < best_rank && smr_chooser_may_use (self, exercise, sides))
        {
          best = exercise;
          best_rank = own_rank;
        }
    }
  return best;
}

/* --- integration ------------------------------------------------------------------------------------------ */

static guint
count_covered (const SmrExercise *exercise, GPtrArray *activated)
{
  guint covered = 0;

  for (guint i = 0; i < activated->len; i++)
    covered += smr_exercise_targets (exercise, g_ptr_array_index (activated, i));
  return covered;
}

/* TRUE if @a is the better one: most covered, then its primary target among them, then easier; else the earlier one stays. */
static gboolean
integrates_better (const SmrExercise *a, const SmrExercise *b, GPtrArray *activated)
{
  guint covered_a = count_covered (a, activated), covered_b = count_covered (b, activated);
  gboolean primary_a = g_ptr_array_find (activated, a->targets[0], NULL), primary_b = g_ptr_array_find (activated, b->targets[0], NULL);

  if (covered_a != covered_b)
    return covered_a > covered_b;
  if (primary_a != primary_b)
    return primary_a;
  return a->difficulty < b->difficulty;
}

const SmrExercise *
smr_chooser_choose_integration (const SmrChooser *self, GPtrArray *activated)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (self->catalogue);
  const SmrExercise *best = NULL;

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      if (exercise->own || exercise->phase != SMR_PHASE_INTEGRATE || count_covered (exercise, activated) == 0)
        continue;
      if ((best == NULL || integrates_better (exercise, best, activated)) && smr_chooser_may_use (self, exercise, SMR_SIDE_BOTH))
        best = exercise;
    }
  return best;
}

/* --- alternatives ----------------------------------------------------------------------------------------- */

gboolean
smr_exercise_serves (const SmrExercise *exercise, GPtrArray *muscles)
{
  guint covered = count_covered (exercise, muscles);

  return exercise->phase == SMR_PHASE_INTEGRATE ? covered > 0 : covered == muscles->len;
}

typedef struct
{
  const SmrChooser *chooser;
  const SmrMuscle  *muscle;
  SmrSide           sides;
} Ranking;

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SmrExercise *first = a, *second = b;
  const Ranking *ranking = user_data;
  int difference = smr_chooser_compare (ranking->chooser, first, second, ranking->muscle, ranking->sides);

  return difference != 0 ? difference : (int) first->index - (int) second->index;
}

GPtrArray *
smr_plan_get_alternatives (SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrItem *item)
{
  GPtrArray *alternatives = g_ptr_array_new ();
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  g_autoptr (GPtrArray) muscles = smr_item_get_muscles (item);
  SmrSide sides = smr_item_side_get_sides (item->side);
  g_auto (SmrChooser) chooser = { 0 };
  Ranking ranking;

  g_return_val_if_fail (muscles->len > 0, alternatives);

  smr_chooser_init (&chooser, catalogue, screening, request);
  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      if (exercise->phase == item->phase && exercise->id != item->exercise && smr_exercise_serves (exercise, muscles) &&
          smr_chooser_may_use (&chooser, exercise, sides))
        g_ptr_array_add (alternatives, (gpointer) exercise);
    }
  ranking = (Ranking) { &chooser, smr_catalogue_find_muscle (catalogue, g_ptr_array_index (muscles, 0)), sides };
  g_ptr_array_sort_values_with_data (alternatives, compare_ranks, &ranking);
  return alternatives;
}

SmrItem *
smr_item_with_exercise (const SmrItem *self, SmrCatalogue *catalogue, SmrScreening *screening, const SmrPlanRequest *request, const SmrExercise *exercise)
{
  SmrItem *item = smr_item_new (exercise->phase, exercise->id);
  SmrSide sides = smr_item_side_get_sides (self->side);
  g_autoptr (SmrMessage) reason = smr_exercise_check (catalogue, screening, exercise, sides, request, &item->tool);

  item->side = smr_exercise_get_item_side (exercise, sides);
  smr_dose_for (&item->dose, catalogue, screening, exercise, request->level, sides);
  for (guint i = 0; i < self->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (self->served, i);

      if (smr_exercise_targets (exercise, served->muscle))
        smr_item_add_served (item, served->muscle, served->because, served->side, served->passed_over);
    }
  item->note = g_strdup (self->note);
  return item;
}
