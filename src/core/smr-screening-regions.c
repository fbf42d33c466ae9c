#include "smr-screening-impact.h"

/* Which muscles, sites and limbs a row takes out or makes gentle. */

/* --- marks -------------------------------------------------------------------------------------------------- */

void
smr_marks_init (SmrMarks *self, SmrCatalogue *catalogue)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      self->muscles_out[phase] = g_new0 (guint8, smr_catalogue_get_muscles (catalogue)->len);
      self->muscles_gentle[phase] = g_new0 (guint8, smr_catalogue_get_muscles (catalogue)->len);
      self->sites_out[phase] = g_new0 (guint8, smr_catalogue_get_sites (catalogue)->len);
    }
}

void
smr_marks_clear (SmrMarks *self)
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

void
smr_marks_add (SmrMarks *self, const SmrMarks *other, SmrCatalogue *catalogue)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      merge_bytes (self->muscles_out[phase], other->muscles_out[phase], smr_catalogue_get_muscles (catalogue)->len);
      merge_bytes (self->muscles_gentle[phase], other->muscles_gentle[phase], smr_catalogue_get_muscles (catalogue)->len);
      merge_bytes (self->sites_out[phase], other->sites_out[phase], smr_catalogue_get_sites (catalogue)->len);
    }
}

gboolean
smr_sides_any (const guint8 *bytes, guint length)
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

/* --- regions ------------------------------------------------------------------------------------------------- */

/* Puts a site with its muscles out on @side, in @phases. */
static void
exclude_site (SmrScreening *self, SmrMarks *marks, const SmrSite *site, SmrSide side, guint phases)
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
exclude_sites (SmrScreening *self, SmrMarks *marks, const char **ids, SmrSide side, guint phases)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const SmrSite *site = smr_catalogue_find_site (self->catalogue, ids[i]);

      if (site != NULL)
        exclude_site (self, marks, site, side, phases);
    }
}

static void
exclude_muscle (SmrMarks *marks, const SmrMuscle *muscle, SmrSide side, guint phases)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if ((phases & SMR_PHASE_BIT (phase)) != 0)
        marks->muscles_out[phase][muscle->index] |= muscle->paired ? side : SMR_SIDE_MIDLINE;
    }
}

void
smr_screening_exclude_whole_body (SmrScreening *self, SmrMarks *marks, guint phases)
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
exclude_places (SmrScreening *self, SmrMarks *marks, const SmrAnswer *answer, SmrEffectKind kind, guint phases)
{
  if (answer == NULL || answer->places->len == 0)
    {
      smr_screening_exclude_whole_body (self, marks, phases);
      return;
    }

  for (guint i = 0; i < answer->places->len; i++)
    {
      const SmrPlace *place = &g_array_index (answer->places, SmrPlace, i);
      const SmrSite *site = smr_catalogue_find_site (self->catalogue, place->site);
      SmrSide side;

      if (site == NULL)
        {
          smr_screening_exclude_whole_body (self, marks, phases);
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
release_site (SmrScreening *self, SmrMarks *marks, const SmrSite *site, SmrSide side, guint phase)
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
release_named (SmrScreening *self, SmrMarks *marks, const SmrRow *row, const SmrEffect *effect, guint phase)
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

void
smr_screening_apply_exclusion (SmrScreening *self, SmrImpact *impact, const SmrRow *row, const SmrEffect *effect, guint phases)
{
  SmrMarks marks = { 0 };

  smr_marks_init (&marks, self->catalogue);
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
  smr_marks_add (&impact->marks, &marks, self->catalogue);
  smr_marks_clear (&marks);
}

/* --- gentle --------------------------------------------------------------------------------------------------- */

static void
make_gentle_at (SmrScreening *self, SmrImpact *impact, const SmrMarks *where, guint phases)
{
  for (guint phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if ((phases & SMR_PHASE_BIT (phase)) != 0)
        merge_bytes (impact->marks.muscles_gentle[phase], where->muscles_out[phase],
                     smr_catalogue_get_muscles (self->catalogue)->len);
    }
}

/* The gentle profile: for the whole body, at some sites, or at the sites of the answer. */
void
smr_screening_make_gentle (SmrScreening *self, SmrImpact *impact, const SmrRow *row, const char **sites, guint phases)
{
  gboolean at_answer = row->a_case->severity == SMR_SEVERITY_CAUTION && !row->condition->region_wide &&
                       row->answer != NULL && row->answer->places->len > 0;
  SmrMarks where = { 0 };

  if (sites == NULL && !at_answer)
    {
      impact->gentle |= phases;
      return;
    }

  smr_marks_init (&where, self->catalogue);
  if (sites != NULL)
    exclude_sites (self, &where, sites, SMR_SIDE_BOTH, phases);
  else
    exclude_places (self, &where, row->answer, SMR_EFFECT_EXCLUDE_SITES, phases);
  make_gentle_at (self, impact, &where, phases);
  smr_marks_clear (&where);
}

/* --- tools at a place ------------------------------------------------------------------------------------------ */

void
smr_screening_limit_tools_there (SmrScreening *self, const SmrRow *row, const SmrEffect *effect)
{
  SmrLocalTools *local = g_new0 (SmrLocalTools, 1);

  local->ids = effect->ids;
  smr_marks_init (&local->where, self->catalogue);
  exclude_places (self, &local->where, row->answer, SMR_EFFECT_EXCLUDE_SITES, SMR_ROLL);
  g_ptr_array_add (self->local_tools, local);
}

void
smr_local_tools_free (gpointer data)
{
  SmrLocalTools *self = data;

  smr_marks_clear (&self->where);
  g_free (self);
}
