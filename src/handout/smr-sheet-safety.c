#include "smr-writer.h"

/* The row that adds the signs of pregnancy. */
#define PREGNANCY "pregnant_or_postpartum"

/* Screened phases as bits, as the texts "handout_excluded_*" count them. */
#define ALL_SCREENED_PHASES ((1 << SMR_N_SCREENED_PHASES) - 1)

static SmrSheetList *
make_stop_list (SmrWriter *self, const char *id, int n_lines)
{
  SmrSheetList *list = smr_sheet_list_new_take (smr_writer_say (self, id));

  for (int i = 1; i <= n_lines; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s_%d", id, i);

      g_ptr_array_add (list->lines, smr_writer_say_number (self, line, "pain", self->pain + 1));
    }
  return list;
}

static gboolean
is_raised (SmrWriter *self, const char *condition)
{
  GPtrArray *reasons = smr_screening_get_reasons (self->screening);

  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);

      if (g_strcmp0 (reason->condition, condition) == 0)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
smr_writer_make_stops (SmrWriter *self)
{
  GPtrArray *stops = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_list_free);

  g_ptr_array_add (stops, make_stop_list (self, "stop_emergency", 5));
  g_ptr_array_add (stops, make_stop_list (self, "stop_help", 5));
  g_ptr_array_add (stops, make_stop_list (self, "stop_session", 7));
  if (is_raised (self, PREGNANCY))
    g_ptr_array_add (stops, make_stop_list (self, "stop_pregnant", 6));
  return stops;
}

/* The regions out of each screened phase. */
typedef struct
{
  GArray *places[SMR_N_SCREENED_PHASES]; /* (element-type SmrPlace) */
} Excluded;

static gboolean
is_site_out (const Excluded *excluded, int phase, const char *site, SmrSide side)
{
  for (guint i = 0; i < excluded->places[phase]->len; i++)
    {
      const SmrPlace *place = &g_array_index (excluded->places[phase], SmrPlace, i);

      if (g_strcmp0 (place->site, site) == 0)
        return place->side == SMR_SIDE_NONE || smr_side_overlaps (place->side, side);
    }
  return FALSE;
}

/* A muscle that is out by itself, without a region that would say so. One that nobody rolls is not worth a line. */
static gboolean
is_muscle_out (SmrWriter *self, const Excluded *excluded, int phase, const SmrMuscle *muscle, SmrSide side)
{
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);
  SmrPermission permission = phase == SMR_PHASE_INHIBIT ? muscle->roll : phase == SMR_PHASE_LENGTHEN ? muscle->stretch : SMR_PERMISSION_YES;

  if (permission == SMR_PERMISSION_NO ||
      smr_screening_get_muscle (self->screening, phase, muscle,
                                muscle->paired ? side : SMR_SIDE_MIDLINE) != SMR_OUTCOME_EXCLUDED_REGIONS)
    return FALSE;

  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);

      if (is_site_out (excluded, phase, site->id, side) && g_strv_contains ((const char * const *) site->muscles, muscle->id))
        return FALSE;
    }
  return TRUE;
}

/* The sides on which a region, or a muscle by itself, is out of exactly @phases. */
static SmrSide
get_sides_out (SmrWriter *self, const Excluded *excluded, int phases, const SmrSite *site, const SmrMuscle *muscle)
{
  SmrSide sides = SMR_SIDE_NONE;

  for (SmrSide side = SMR_SIDE_LEFT; side <= SMR_SIDE_RIGHT; side++)
    {
      int out = 0;

      for (int phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
        {
          if (site != NULL ? is_site_out (excluded, phase, site->id, side) : is_muscle_out (self, excluded, phase, muscle, side))
            out |= 1 << phase;
        }
      if (out == phases)
        sides |= side;
    }
  return sides;
}

static SmrSheetList *
make_excluded_from (SmrWriter *self, const Excluded *excluded, int phases)
{
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);
  GPtrArray *muscles = smr_catalogue_get_muscles (self->catalogue);
  g_autofree char *id = g_strdup_printf ("excluded_%d", phases);
  g_autoptr (SmrSheetList) list = smr_sheet_list_new_take (smr_writer_say (self, id));

  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);
      SmrSide sides = get_sides_out (self, excluded, phases, site, NULL);

      if (sides != SMR_SIDE_NONE)
        g_ptr_array_add (list->lines, smr_writer_say_place (self, site->name, site->paired, sides));
    }
  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);
      SmrSide sides = get_sides_out (self, excluded, phases, NULL, muscle);
      g_autofree char *place = NULL;

      if (sides == SMR_SIDE_NONE)
        continue;
      place = smr_writer_say_place (self, muscle->plain_name, muscle->paired, sides);
      /* Neighbouring muscles may share their plain name. */
      if (!g_ptr_array_find_with_equal_func (list->lines, place, g_str_equal, NULL))
        g_ptr_array_add (list->lines, g_steal_pointer (&place));
    }

  return list->lines->len > 0 ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
smr_writer_make_excluded (SmrWriter *self)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_list_free);
  Excluded excluded;

  for (int phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    excluded.places[phase] = smr_screening_get_excluded (self->screening, phase);

  for (int phases = ALL_SCREENED_PHASES; phases > 0; phases--)
    {
      SmrSheetList *list = make_excluded_from (self, &excluded, phases);

      if (list != NULL)
        g_ptr_array_add (lists, list);
    }

  for (int phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    g_array_unref (excluded.places[phase]);
  return lists;
}

SmrSheetFact *
smr_writer_make_never (SmrWriter *self)
{
  GPtrArray *never = smr_catalogue_get_never_rolled (self->catalogue);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < never->len; i++)
    {
      const SmrNeverRolled *entry = g_ptr_array_index (never, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "  ·  " : "", smr_text_get (entry->name, self->language));
    }
  return smr_sheet_fact_new_take (smr_writer_say (self, "never"), g_strdup (names->str), NULL);
}

/* The tools that are left to roll with; NULL if nothing takes any away. */
static char *
make_tools (SmrWriter *self)
{
  const SmrDosageTable *table = smr_catalogue_get_dosage (self->catalogue);
  const char **tools = table->levels[self->routine->level].tools;
  gboolean limited = FALSE;
  char *names = NULL;

  for (guint i = 0; tools[i] != NULL; i++)
    {
      const SmrTool *tool = smr_catalogue_find_tool (self->catalogue, tools[i]);

      if (tool == NULL)
        continue;
      if (!smr_screening_allows_tool (self->screening, tool) ||
          (self->gentle && !g_strv_contains ((const char * const *) table->gentle.tools, tool->id)))
        limited = TRUE;
      else
        names = smr_writer_join_take (self, names, g_strdup (smr_text_get (tool->name, self->language)));
    }

  if (!limited)
    g_clear_pointer (&names, g_free);
  return names;
}

/* The reasons stay away from paper: others will see it. */
SmrSheetList *
smr_writer_make_limits (SmrWriter *self)
{
  g_autoptr (SmrSheetList) list = smr_sheet_list_new_take (smr_writer_say (self, "limits"));
  GPtrArray *reasons = smr_screening_get_reasons (self->screening);
  SmrDate until = SMR_DATE_NONE;
  gboolean cleared = FALSE;

  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);

      if (!reason->cleared)
        continue;
      cleared = TRUE;
      if (reason->until != SMR_DATE_NONE && (until == SMR_DATE_NONE || reason->until < until))
        until = reason->until;
    }

  if (cleared && until != SMR_DATE_NONE)
    {
      g_autofree char *day = smr_writer_say_date (self, until);

      g_ptr_array_add (list->lines, smr_writer_say_with (self, "limit_cleared", "date", day));
    }
  if (self->gentle)
    g_ptr_array_add (list->lines, smr_writer_say (self, "limit_gentle"));
  for (SmrPhase phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if (smr_screening_is_home_only (self->screening, phase))
        {
          g_ptr_array_add (list->lines, smr_writer_say (self, "limit_home"));
          break;
        }
    }
  if (!smr_screening_is_locked (self->screening, SMR_PHASE_INHIBIT))
    {
      g_autofree char *tools = make_tools (self);

      if (tools != NULL)
        g_ptr_array_add (list->lines, smr_writer_say_with (self, "limit_tools", "tools", tools));
    }

  return list->lines->len > 0 ? g_steal_pointer (&list) : NULL;
}
