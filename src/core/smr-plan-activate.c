#include "smr-plan-builder.h"

/* Rules R7 to R9: a partner to activate for every overactive muscle and side, and what was given as underactive. */

/* Why a muscle is activated on some sides. */
typedef struct
{
  const SmrMuscle *muscle;
  const SmrMuscle *because;     /* nullable: given as underactive */
  SmrSide          sides;
  char            *passed_over; /* nullable */
} Link;

static void
link_free (gpointer data)
{
  Link *link = data;

  g_free (link->passed_over);
  g_free (link);
}

static void
add_link (GPtrArray *links, const SmrMuscle *muscle, const SmrMuscle *because, SmrSide sides, const char *passed_over)
{
  Link *link = g_new0 (Link, 1);

  link->muscle = muscle;
  link->because = because;
  link->sides = sides;
  link->passed_over = g_strdup (passed_over);
  g_ptr_array_add (links, link);
}

/* --- partners --------------------------------------------------------------------------------------------- */

/* A midline partner serves both sides. */
static SmrSide
get_partner_sides (const SmrMuscle *partner, SmrSide side)
{
  return partner->paired ? side : SMR_SIDE_BOTH;
}

/* Why a partner cannot be activated: the word that its reason keeps. NULL: it can. */
static const char *
get_obstacle (SmrPlanBuilder *self, const SmrMuscle *partner, SmrSide sides)
{
  const SmrChooser *chooser = &self->chooser;

  if (chooser->overactive[partner->index] & sides)
    return "overactive";
  if (smr_plan_builder_exclude (self, SMR_PHASE_ACTIVATE, partner, sides) != sides)
    return "excluded";
  if (smr_chooser_choose (chooser, SMR_PHASE_ACTIVATE, partner, sides) == NULL)
    return "no_exercise";
  return NULL;
}

/* R7: one that was given anyway covers the muscle. */
static const SmrMuscle *
find_given_partner (SmrPlanBuilder *self, const SmrMuscle *muscle, SmrSide side)
{
  for (guint i = 0; muscle->antagonists[i] != NULL; i++)
    {
      const SmrMuscle *partner = smr_catalogue_find_muscle (self->chooser.catalogue, muscle->antagonists[i]);

      if ((self->underactive[partner->index] & side) && get_obstacle (self, partner, get_partner_sides (partner, side)) == NULL)
        return partner;
    }
  return NULL;
}

/* R8: the first free one. Those before it are noted in @passed_over. */
static const SmrMuscle *
find_free_partner (SmrPlanBuilder *self, const SmrMuscle *muscle, SmrSide side, GString *passed_over)
{
  for (guint i = 0; muscle->antagonists[i] != NULL; i++)
    {
      const SmrMuscle *partner = smr_catalogue_find_muscle (self->chooser.catalogue, muscle->antagonists[i]);
      const char *obstacle = get_obstacle (self, partner, get_partner_sides (partner, side));

      if (obstacle == NULL)
        return partner;
      g_string_append_printf (passed_over, "%s%s:%s", passed_over->len > 0 ? " " : "", partner->id, obstacle);
    }
  return NULL;
}

/* TRUE unless nobody answers the muscle on that side. */
static gboolean
link_partner (SmrPlanBuilder *self, GPtrArray *links, const SmrMuscle *muscle, SmrSide side)
{
  g_autoptr (GString) passed_over = g_string_new (NULL);
  const SmrMuscle *partner = find_given_partner (self, muscle, side);

  if (partner == NULL)
    partner = find_free_partner (self, muscle, side, passed_over);
  if (partner == NULL)
    return FALSE;
  add_link (links, partner, muscle, get_partner_sides (partner, side), passed_over->len > 0 ? passed_over->str : NULL);
  return TRUE;
}

static void
link_partners (SmrPlanBuilder *self, GPtrArray *links, const SmrMuscle *muscle)
{
  SmrSide alone = SMR_SIDE_NONE;

  for (SmrSide side = SMR_SIDE_LEFT; side <= SMR_SIDE_RIGHT; side <<= 1)
    {
      if ((self->chooser.overactive[muscle->index] & side) && !link_partner (self, links, muscle, side))
        alone |= side;
    }
  if (alone != SMR_SIDE_NONE)
    smr_plan_builder_add_notice (self, SMR_NOTICE_NO_FREE_ANTAGONIST, SMR_PHASE_ACTIVATE, muscle, alone);
}

static SmrSide
get_linked_sides (GPtrArray *links, const SmrMuscle *muscle)
{
  SmrSide sides = SMR_SIDE_NONE;

  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = g_ptr_array_index (links, i);

      if (link->muscle == muscle)
        sides |= link->sides;
    }
  return sides;
}

/* What was given and answers no overactive muscle stands for itself. */
static void
link_given (SmrPlanBuilder *self, GPtrArray *links, const SmrMuscle *muscle)
{
  SmrSide sides = smr_plan_builder_exclude (self, SMR_PHASE_ACTIVATE, muscle, self->underactive[muscle->index]);

  sides &= ~get_linked_sides (links, muscle);
  if (sides != SMR_SIDE_NONE)
    add_link (links, muscle, NULL, sides, NULL);
}

/* --- exercises -------------------------------------------------------------------------------------------- */

static void
place (SmrPlanBuilder *self, GPtrArray *links, const SmrMuscle *muscle, const SmrExercise *exercise, SmrSide sides)
{
  SmrPlanEntry *entry = smr_plan_builder_place (self, exercise, sides);

  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = g_ptr_array_index (links, i);

      if (link->muscle == muscle && (link->sides & sides))
        smr_plan_entry_serve (entry, muscle, link->because, link->sides & sides, link->passed_over);
    }
}

/* One exercise for all sides if there is one, else one for each side. */
static void
serve (SmrPlanBuilder *self, GPtrArray *links, const SmrMuscle *muscle)
{
  SmrSide sides = get_linked_sides (links, muscle), left_over = SMR_SIDE_NONE;
  const SmrExercise *exercise = smr_chooser_choose (&self->chooser, SMR_PHASE_ACTIVATE, muscle, sides);

  if (exercise != NULL)
    {
      place (self, links, muscle, exercise, sides);
      return;
    }
  for (SmrSide side = SMR_SIDE_LEFT; muscle->paired && side <= SMR_SIDE_RIGHT; side <<= 1)
    {
      if (!(sides & side))
        continue;
      exercise = smr_chooser_choose (&self->chooser, SMR_PHASE_ACTIVATE, muscle, side);
      if (exercise != NULL)
        place (self, links, muscle, exercise, side);
      else
        left_over |= side;
    }
  if (!muscle->paired)
    left_over = sides;
  if (left_over != SMR_SIDE_NONE)
    smr_plan_builder_substitute (self, SMR_PHASE_ACTIVATE, muscle, left_over, SMR_NOTICE_NO_EXERCISE);
}

void
smr_plan_builder_activate (SmrPlanBuilder *self)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (self->chooser.catalogue);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (link_free);

  for (guint i = 0; i < muscles->len; i++)
    link_partners (self, links, g_ptr_array_index (muscles, i));
  for (guint i = 0; i < muscles->len; i++)
    link_given (self, links, g_ptr_array_index (muscles, i));
  for (guint i = 0; i < muscles->len; i++)
    {
      if (get_linked_sides (links, g_ptr_array_index (muscles, i)) != SMR_SIDE_NONE)
        serve (self, links, g_ptr_array_index (muscles, i));
    }
}
