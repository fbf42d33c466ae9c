#include "smr-choice.h"

/* What one session may hold: rule R15, for the planner, which says it, and for the gate, which insists. */

void
smr_routine_get_caps (const SmrRoutine *self, SmrCatalogue *catalogue, SmrScreening *screening, int *muscles, int *contact_seconds)
{
  const SmrDosageTable *table = smr_catalogue_get_dosage (catalogue);
  const SmrLimits *limits = screening != NULL ? smr_screening_get_limits (screening) : NULL;

  *muscles = table->levels[self->level].muscles_most;
  *contact_seconds = MIN (table->levels[self->level].contact_cap_seconds, table->day_contact_cap_seconds);
  if (limits != NULL && limits->muscles > 0)
    *muscles = MIN (*muscles, limits->muscles);
  if (limits != NULL && limits->contact_cap_seconds > 0)
    *contact_seconds = MIN (*contact_seconds, limits->contact_cap_seconds);
}

/* The muscle in whose name something is treated. (nullable) */
static const SmrMuscle *
get_treated (const SmrServed *served, SmrCatalogue *catalogue)
{
  return smr_catalogue_find_muscle (catalogue, served->because != NULL ? served->because : served->muscle);
}

static void
join_groups (guint *groups, guint n, guint a, guint b)
{
  guint from = groups[a], to = groups[b];

  for (guint i = 0; i < n; i++)
    {
      if (groups[i] == from)
        groups[i] = to;
    }
}

int
smr_routine_count_muscles (const SmrRoutine *self, SmrCatalogue *catalogue)
{
  guint n = smr_catalogue_get_muscles (catalogue)->len;
  g_autofree SmrSide *counted = smr_picks_collect (catalogue, self->overactive);
  g_autofree guint *groups = g_new (guint, n + 1);
  g_autoptr (GHashTable) distinct = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    groups[i] = i + 1;
  for (guint i = 0; i < self->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (self->items, i);
      const SmrMuscle *first = NULL;

      for (guint j = 0; item->phase <= SMR_PHASE_LENGTHEN && j < item->served->len; j++)
        {
          const SmrMuscle *muscle = get_treated (g_ptr_array_index (item->served, j), catalogue);

          if (muscle == NULL)
            continue;
          counted[muscle->index] = SMR_SIDE_BOTH;
          if (first != NULL && item->phase == SMR_PHASE_INHIBIT)
            join_groups (groups, n, muscle->index, first->index);
          first = muscle;
        }
    }
  for (guint i = 0; i < n; i++)
    {
      if (counted[i] != SMR_SIDE_NONE)
        g_hash_table_add (distinct, GUINT_TO_POINTER (groups[i]));
    }
  return g_hash_table_size (distinct);
}
