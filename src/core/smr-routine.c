#include "smr-routine.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (SmrRoutine, smr_routine, smr_routine_ref, smr_routine_unref)
G_DEFINE_QUARK (smr-routine-error-quark, smr_routine_error)

gboolean
smr_dose_equal (const SmrDose *a, const SmrDose *b)
{
  return a->sets == b->sets && a->reps == b->reps && a->hold_seconds == b->hold_seconds &&
         a->search_seconds == b->search_seconds && a->tempo == b->tempo && a->rest_seconds == b->rest_seconds;
}

/* --- picks ------------------------------------------------------------------------------------------------ */

static gboolean
parse_pick (SmrCatalogue *catalogue, const char *text, SmrPick *pick, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  const SmrMuscle *muscle = smr_catalogue_lookup_muscle (catalogue, parts[0]);
  SmrSide side;

  if (muscle == NULL)
    {
      g_set_error (error, SMR_ROUTINE_ERROR, SMR_ROUTINE_ERROR_UNKNOWN_MUSCLE, "unknown muscle \"%s\"", parts[0]);
      return FALSE;
    }

  side = muscle->paired ? SMR_SIDE_BOTH : SMR_SIDE_MIDLINE;
  if (parts[1] != NULL)
    {
      if (!smr_side_from_string (g_strstrip (parts[1]), &side))
        {
          g_set_error (error, SMR_ROUTINE_ERROR, SMR_ROUTINE_ERROR_BAD_SIDE,
                       "\"%s\" is no side in \"%s\": left, right or both", parts[1], text);
          return FALSE;
        }
      if (muscle->paired == (side == SMR_SIDE_MIDLINE))
        {
          g_set_error (error, SMR_ROUTINE_ERROR, SMR_ROUTINE_ERROR_BAD_SIDE,
                       muscle->paired ? "%s has a left and a right side" : "%s lies in the middle and has no sides", muscle->id);
          return FALSE;
        }
    }

  pick->muscle = muscle->id;
  pick->side = side;
  return TRUE;
}

/* A muscle named twice is one pick with both sides. */
static void
add_pick (GArray *picks, const SmrPick *pick)
{
  for (guint i = 0; i < picks->len; i++)
    {
      SmrPick *known = &g_array_index (picks, SmrPick, i);

      if (known->muscle == pick->muscle)
        {
          known->side |= pick->side;
          return;
        }
    }
  g_array_append_val (picks, *pick);
}

GArray *
smr_picks_parse (SmrCatalogue *catalogue, const char *text, GError **error)
{
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (SmrPick));
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      SmrPick pick;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (!parse_pick (catalogue, words[i], &pick, error))
        return NULL;
      add_pick (picks, &pick);
    }
  return g_steal_pointer (&picks);
}

GArray *
smr_picks_copy (const GArray *picks)
{
  return g_array_copy ((GArray *) picks);
}

SmrSide
smr_picks_get_sides (const GArray *picks, const char *muscle)
{
  for (guint i = 0; i < picks->len; i++)
    {
      const SmrPick *pick = &g_array_index (picks, SmrPick, i);

      if (g_str_equal (pick->muscle, muscle))
        return pick->side;
    }
  return SMR_SIDE_NONE;
}

gboolean
smr_picks_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const SmrPick *first = &g_array_index (a, SmrPick, i);
      const SmrPick *second = &g_array_index (b, SmrPick, i);

      if (first->muscle != second->muscle || first->side != second->side)
        return FALSE;
    }
  return TRUE;
}

/* --- items ------------------------------------------------------------------------------------------------ */

static void
served_free (gpointer data)
{
  SmrServed *served = data;

  g_free (served->passed_over);
  g_free (served);
}

static gpointer
served_copy (gconstpointer data, gpointer user_data)
{
  const SmrServed *served = data;
  SmrServed *copy = g_memdup2 (served, sizeof *served);

  copy->passed_over = g_strdup (served->passed_over);
  return copy;
}

SmrItem *
smr_item_new (SmrPhase phase, const char *exercise)
{
  SmrItem *self = g_new0 (SmrItem, 1);

  self->phase = phase;
  self->exercise = g_intern_string (exercise);
  self->served = g_ptr_array_new_with_free_func (served_free);
  return self;
}

void
smr_item_add_served (SmrItem *self, const char *muscle, const char *because, SmrSide side, const char *passed_over)
{
  SmrServed *served = g_new0 (SmrServed, 1);

  served->muscle = g_intern_string (muscle);
  served->because = g_intern_string (because);
  served->side = side;
  served->passed_over = g_strdup (passed_over);
  g_ptr_array_add (self->served, served);
}

SmrItem *
smr_item_copy (const SmrItem *self)
{
  SmrItem *copy = g_memdup2 (self, sizeof *self);

  copy->served = g_ptr_array_new_with_free_func (served_free);
  for (guint i = 0; i < self->served->len; i++)
    g_ptr_array_add (copy->served, served_copy (g_ptr_array_index (self->served, i), NULL));
  copy->note = g_strdup (self->note);
  return copy;
}

void
smr_item_free (SmrItem *self)
{
  g_ptr_array_unref (self->served);
  g_free (self->note);
  g_free (self);
}

static gboolean
served_equal (const SmrServed *a, const SmrServed *b)
{
  return a->muscle == b->muscle && a->because == b->because && a->side == b->side &&
         g_strcmp0 (a->passed_over, b->passed_over) == 0;
}

gboolean
smr_item_equal (const SmrItem *a, const SmrItem *b)
{
  if (a->phase != b->phase || a->exercise != b->exercise || a->side != b->side || a->tool != b->tool ||
      !smr_dose_equal (&a->dose, &b->dose) || a->served->len != b->served->len || g_strcmp0 (a->note, b->note) != 0)
    return FALSE;
  for (guint i = 0; i < a->served->len; i++)
    {
      if (!served_equal (g_ptr_array_index (a->served, i), g_ptr_array_index (b->served, i)))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
smr_item_get_muscles (const SmrItem *self)
{
  GPtrArray *muscles = g_ptr_array_new ();

  for (guint i = 0; i < self->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (self->served, i);

      if (!g_ptr_array_find (muscles, served->muscle, NULL))
        g_ptr_array_add (muscles, (gpointer) served->muscle);
    }
  return muscles;
}

/* --- routines --------------------------------------------------------------------------------------------- */

static const char * const status_names[] = { "draft", "issued", "superseded" };

const char *
smr_routine_status_to_string (SmrRoutineStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_names), "");

  return status_names[status];
}

gboolean
smr_routine_status_from_string (const char *text, SmrRoutineStatus *status)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (status_names); i++)
    {
      if (g_str_equal (status_names[i], text))
        {
          *status = i;
          return TRUE;
        }
    }
  return FALSE;
}

SmrRoutine *
smr_routine_new (const char *title)
{
  SmrRoutine *self = g_new0 (SmrRoutine, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->version = 1;
  self->title = g_strdup (title);
  self->overactive = g_array_new (FALSE, FALSE, sizeof (SmrPick));
  self->underactive = g_array_new (FALSE, FALSE, sizeof (SmrPick));
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_item_free);
  return self;
}

SmrRoutine *
smr_routine_copy (const SmrRoutine *self)
{
  SmrRoutine *copy = g_memdup2 (self, sizeof *self);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->title = g_strdup (self->title);
  copy->overactive = smr_picks_copy (self->overactive);
  copy->underactive = smr_picks_copy (self->underactive);
  copy->items = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_item_free);
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (copy->items, smr_item_copy (g_ptr_array_index (self->items, i)));
  return copy;
}

SmrRoutine *
smr_routine_ref (SmrRoutine *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
smr_routine_unref (SmrRoutine *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_array_unref (self->overactive);
  g_array_unref (self->underactive);
  g_ptr_array_unref (self->items);
  g_free (self);
}

gboolean
smr_routine_asks_the_same (const SmrRoutine *a, const SmrRoutine *b)
{
  return a->level == b->level && a->setting == b->setting && a->minutes == b->minutes && a->no_floor == b->no_floor &&
         a->accept_substitutes == b->accept_substitutes && smr_picks_equal (a->overactive, b->overactive) &&
         smr_picks_equal (a->underactive, b->underactive);
}

gboolean
smr_routine_equal (const SmrRoutine *a, const SmrRoutine *b)
{
  if (!g_str_equal (a->title, b->title) || !smr_routine_asks_the_same (a, b) || a->items->len != b->items->len)
    return FALSE;
  for (guint i = 0; i < a->items->len; i++)
    {
      if (!smr_item_equal (g_ptr_array_index (a->items, i), g_ptr_array_index (b->items, i)))
        return FALSE;
    }
  return TRUE;
}

SmrRoutine *
smr_routine_with_title (const SmrRoutine *self, const char *title)
{
  SmrRoutine *copy = smr_routine_copy (self);

  g_set_str (&copy->title, title);
  return copy;
}

SmrRoutine *
smr_routine_with_item_removed (const SmrRoutine *self, guint index)
{
  SmrRoutine *copy;

  g_return_val_if_fail (index < self->items->len, NULL);

  copy = smr_routine_copy (self);
  g_ptr_array_remove_index (copy->items, index);
  return copy;
}

SmrRoutine *
smr_routine_with_item_moved (const SmrRoutine *self, guint from, guint to)
{
  SmrRoutine *copy;
  SmrItem *item;

  g_return_val_if_fail (from < self->items->len && to < self->items->len, NULL);

  copy = smr_routine_copy (self);
  item = g_ptr_array_index (copy->items, from);
  if (item->phase != ((SmrItem *) g_ptr_array_index (copy->items, to))->phase)
    return copy;

  item = g_ptr_array_steal_index (copy->items, from);
  g_ptr_array_insert (copy->items, to, item);
  return copy;
}

SmrRoutine *
smr_routine_with_item (const SmrRoutine *self, guint index, const SmrItem *item)
{
  SmrRoutine *copy;

  g_return_val_if_fail (index < self->items->len, NULL);
  g_return_val_if_fail (((SmrItem *) g_ptr_array_index (self->items, index))->phase == item->phase, NULL);

  copy = smr_routine_copy (self);
  smr_item_free (g_ptr_array_index (copy->items, index));
  g_ptr_array_index (copy->items, index) = smr_item_copy (item);
  return copy;
}

static SmrSide
set_sides (GArray *picks, const char *muscle, SmrSide sides)
{
  SmrPick pick = { muscle, sides };
  SmrSide before = SMR_SIDE_NONE;

  for (guint i = 0; i < picks->len; i++)
    {
      if (g_array_index (picks, SmrPick, i).muscle == muscle)
        {
          before = g_array_index (picks, SmrPick, i).side;
          g_array_remove_index (picks, i--);
        }
    }
  if (sides != SMR_SIDE_NONE)
    g_array_append_val (picks, pick);
  return before;
}

void
smr_routine_set_pick (SmrRoutine *self, const char *muscle, SmrRole role, SmrSide sides)
{
  GArray *picks = role == SMR_ROLE_OVERACTIVE ? self->overactive : self->underactive;
  GArray *others = role == SMR_ROLE_OVERACTIVE ? self->underactive : self->overactive;
  const char *id = g_intern_string (muscle);
  SmrSide other_sides = set_sides (others, id, SMR_SIDE_NONE);

  set_sides (others, id, other_sides & ~sides);
  set_sides (picks, id, sides);
}

SmrRoutine *
smr_routine_with_item_added (const SmrRoutine *self, const SmrItem *item, guint *index)
{
  SmrRoutine *copy = smr_routine_copy (self);
  guint place = 0;

  while (place < copy->items->len && ((SmrItem *) g_ptr_array_index (copy->items, place))->phase <= item->phase)
    place++;
  g_ptr_array_insert (copy->items, place, smr_item_copy (item));
  if (index != NULL)
    *index = place;
  return copy;
}

SmrRoutine *
smr_routine_with_dose (const SmrRoutine *self, guint index, const SmrDose *dose)
{
  SmrRoutine *copy;

  g_return_val_if_fail (index < self->items->len, NULL);

  copy = smr_routine_copy (self);
  ((SmrItem *) g_ptr_array_index (copy->items, index))->dose = *dose;
  return copy;
}

SmrRoutine *
smr_routine_with_note (const SmrRoutine *self, guint index, const char *note)
{
  SmrRoutine *copy;

  g_return_val_if_fail (index < self->items->len, NULL);

  copy = smr_routine_copy (self);
  g_set_str (&((SmrItem *) g_ptr_array_index (copy->items, index))->note, note);
  return copy;
}
