#include "smr-handout-content.h"

#include "smr-dose.h"
#include "smr-timing.h"

/* The row that adds the signs of pregnancy. */
#define PREGNANCY "pregnant_or_postpartum"

/* Screened phases as bits, as the texts "handout_excluded_*" count them. */
#define ALL_SCREENED_PHASES ((1 << SMR_N_SCREENED_PHASES) - 1)

typedef struct
{
  SmrCatalogue *catalogue;
  SmrScreening *screening;
  SmrRoutine   *routine;
  const char   *language;
  int           pain;          /* most, of 10 */
  gboolean      gentle;        /* in the roll phase, the whole body */
} Writer;

/* --- words ---------------------------------------------------------------------------------------------- */

static const SmrText *
find_text (Writer *self, const char *id)
{
  g_autofree char *full = g_strconcat ("handout_", id, NULL);

  return smr_catalogue_get_text (self->catalogue, full);
}

static char *
say (Writer *self, const char *id)
{
  return g_strdup (smr_text_get (find_text (self, id), self->language));
}

static char *
say_part (Writer *self, const char *id, const char *part)
{
  g_autofree char *full = g_strconcat (id, "_", part, NULL);

  return say (self, full);
}

/* One place filled with a string. */
static char *
say_with (Writer *self, const char *id, const char *place, const char *string)
{
  g_autoptr (SmrMessage) message = smr_message_new (find_text (self, id));

  smr_message_set_string (message, place, string);
  return smr_message_format (message, self->language);
}

static char *
say_number (Writer *self, const char *id, const char *place, int number)
{
  g_autofree char *string = g_strdup_printf ("%d", number);

  return say_with (self, id, place, string);
}

static char *
say_count (Writer *self, const char *id, int count)
{
  g_autofree char *full = g_strconcat (id, count == 1 ? "_one" : "_other", NULL);

  return say_number (self, full, "count", count);
}

static char *
say_range (Writer *self, const char *id, int least, int most)
{
  g_autoptr (SmrMessage) message = smr_message_new (find_text (self, id));

  smr_message_set_int (message, "least", least);
  smr_message_set_int (message, "most", most);
  return smr_message_format (message, self->language);
}

static char *
say_date (Writer *self, SmrDate date)
{
  g_autofree char *month_id = NULL;
  g_autoptr (SmrMessage) message = smr_message_new (find_text (self, "date"));
  int year, month, day;

  smr_date_get_ymd (date, &year, &month, &day);
  month_id = g_strdup_printf ("month_%d", month);
  smr_message_set_int (message, "day", day);
  smr_message_set_text (message, "month", find_text (self, month_id));
  smr_message_set_int (message, "year", year);
  return smr_message_format (message, self->language);
}

/* "first, second" in the way of the language; takes both. */
static char *
join_take (Writer *self, char *first, char *second)
{
  g_autoptr (SmrMessage) message = NULL;
  char *joined;

  if (first == NULL)
    return second;
  if (second == NULL)
    return first;

  message = smr_message_new (find_text (self, "join"));
  smr_message_set_string (message, "first", first);
  smr_message_set_string (message, "second", second);
  joined = smr_message_format (message, self->language);
  g_free (first);
  g_free (second);
  return joined;
}

static SmrSheetFact *
fact_new_take (char *label, char *value, char *note)
{
  SmrSheetFact *fact = g_new0 (SmrSheetFact, 1);

  fact->label = label;
  fact->value = value;
  fact->note = note;
  return fact;
}

static SmrSheetList *
list_new_take (char *heading)
{
  SmrSheetList *list = g_new0 (SmrSheetList, 1);

  list->heading = heading;
  list->lines = g_ptr_array_new_with_free_func (g_free);
  return list;
}

/* --- head ----------------------------------------------------------------------------------------------- */

static char *
make_contact (const SmrPractice *practice)
{
  g_auto (GStrv) lines = g_strsplit (practice->address, "\n", -1);
  g_autofree char *address = g_strjoinv (", ", lines);

  if (address[0] == '\0' || practice->phone[0] == '\0')
    return g_strconcat (address, practice->phone, NULL);
  return g_strjoin ("  ·  ", address, practice->phone, NULL);
}

static char *
make_colophon (Writer *self, SmrDate date)
{
  g_autofree char *day = say_date (self, date);
  g_autofree char *printed = say_with (self, "printed", "date", day);
  g_autofree char *version = say_number (self, "version", "version", self->routine->version);
  g_autofree char *code = smr_routine_dup_plan_code (self->routine, self->catalogue);
  g_autofree char *plan = say_with (self, "plan", "code", code);

  return g_strjoin ("  ·  ", printed, version, plan, NULL);
}

static void
add_time (Writer *self, GPtrArray *facts)
{
  int cap = smr_catalogue_get_dosage (self->catalogue)->day_contact_cap_seconds;
  SmrTotals totals;

  smr_routine_get_totals (self->routine, &totals);
  g_ptr_array_add (facts, fact_new_take (say (self, "time"),
                                         say_number (self, "time_value", "count", smr_seconds_to_minutes (totals.seconds)),
                                         totals.contact_seconds > 0 ? say_number (self, "time_note", "minutes", smr_seconds_to_minutes (cap)) : NULL));
}

static void
add_frequency (Writer *self, GPtrArray *facts)
{
  const SmrDosageTable *table = smr_catalogue_get_dosage (self->catalogue);
  const SmrDosage *dosage = self->gentle ? &table->gentle : &table->levels[self->routine->level];
  int limit = smr_screening_get_limits (self->screening)->roll_days;
  int most = limit > 0 ? MIN (limit, dosage->roll_days_most) : dosage->roll_days_most;
  int least = MIN (dosage->roll_days_least, most);
  char *value = least < most ? say_range (self, "often_value_range", least, most) : say_count (self, "often_value", most);
  char *note = NULL;

  if (self->gentle || limit > 0)
    note = say (self, "often_note_rest");
  else if (self->routine->level == SMR_LEVEL_BEGINNER)
    note = say (self, "often_note_first_weeks");
  g_ptr_array_add (facts, fact_new_take (say (self, "often"), value, note));
}

static void
add_pain (Writer *self, GPtrArray *facts)
{
  char *value = self->pain > 3 ? say_range (self, "pain_value_range", 3, self->pain) : say_number (self, "pain_value_most", "most", self->pain);

  g_ptr_array_add (facts, fact_new_take (say (self, "pain"), value, say_number (self, "pain_note", "stop", self->pain + 1)));
}

static GPtrArray *
make_facts (Writer *self, const SmrHandoutContent *content)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_fact_free);
  SmrDate until = smr_screening_get_valid_until (self->screening);

  add_time (self, facts);
  add_frequency (self, facts);
  add_pain (self, facts);
  if (until != SMR_DATE_NONE)
    g_ptr_array_add (facts, fact_new_take (say (self, "valid_until"), say_date (self, until), say (self, "valid_until_note")));
  if (content->trainer != NULL && content->trainer[0] != '\0')
    g_ptr_array_add (facts, fact_new_take (say (self, "trainer"), g_strdup (content->trainer),
                                           content->trainer_phone != NULL && content->trainer_phone[0] != '\0' ? g_strdup (content->trainer_phone) : NULL));
  return facts;
}

/* --- safety --------------------------------------------------------------------------------------------- */

static SmrSheetList *
make_stop_list (Writer *self, const char *id, int n_lines)
{
  SmrSheetList *list = list_new_take (say (self, id));

  for (int i = 1; i <= n_lines; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s_%d", id, i);

      g_ptr_array_add (list->lines, say_number (self, line, "pain", self->pain + 1));
    }
  return list;
}

static gboolean
is_raised (Writer *self, const char *condition)
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

static GPtrArray *
make_stops (Writer *self)
{
  GPtrArray *stops = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_list_free);

  g_ptr_array_add (stops, make_stop_list (self, "stop_emergency", 5));
  g_ptr_array_add (stops, make_stop_list (self, "stop_help", 5));
  g_ptr_array_add (stops, make_stop_list (self, "stop_session", 7));
  if (is_raised (self, PREGNANCY))
    g_ptr_array_add (stops, make_stop_list (self, "stop_pregnant", 6));
  return stops;
}

static char *
make_place (Writer *self, const SmrText *text, gboolean paired, SmrSide sides)
{
  const char *name = smr_text_get (text, self->language);

  if (!paired)
    return g_strdup (name);
  if (sides == SMR_SIDE_LEFT)
    return say_with (self, "place_left", "site", name);
  if (sides == SMR_SIDE_RIGHT)
    return say_with (self, "place_right", "site", name);
  return say_with (self, "place_both", "site", name);
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
is_muscle_out (Writer *self, const Excluded *excluded, int phase, const SmrMuscle *muscle, SmrSide side)
{
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);
  SmrPermission permission = phase == SMR_PHASE_INHIBIT ? muscle->roll : phase == SMR_PHASE_LENGTHEN ? muscle->stretch : SMR_PERMISSION_YES;

  if (permission == SMR_PERMISSION_NO ||
      smr_screening_get_muscle (self->screening, phase, muscle, muscle->paired ? side : SMR_SIDE_MIDLINE) != SMR_OUTCOME_EXCLUDED_REGIONS)
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
get_sides_out (Writer *self, const Excluded *excluded, int phases, const SmrSite *site, const SmrMuscle *muscle)
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
make_excluded_from (Writer *self, const Excluded *excluded, int phases)
{
  GPtrArray *sites = smr_catalogue_get_sites (self->catalogue);
  GPtrArray *muscles = smr_catalogue_get_muscles (self->catalogue);
  g_autofree char *id = g_strdup_printf ("excluded_%d", phases);
  g_autoptr (SmrSheetList) list = list_new_take (say (self, id));

  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);
      SmrSide sides = get_sides_out (self, excluded, phases, site, NULL);

      if (sides != SMR_SIDE_NONE)
        g_ptr_array_add (list->lines, make_place (self, site->name, site->paired, sides));
    }
  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);
      SmrSide sides = get_sides_out (self, excluded, phases, NULL, muscle);
      g_autofree char *place = NULL;

      if (sides == SMR_SIDE_NONE)
        continue;
      place = make_place (self, muscle->plain_name, muscle->paired, sides);
      /* Neighbouring muscles may share their plain name. */
      if (!g_ptr_array_find_with_equal_func (list->lines, place, g_str_equal, NULL))
        g_ptr_array_add (list->lines, g_steal_pointer (&place));
    }

  return list->lines->len > 0 ? g_steal_pointer (&list) : NULL;
}

/* One list for each set of phases, the widest first. What is out on different sides in different phases stands in two. */
static GPtrArray *
make_excluded (Writer *self)
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

static SmrSheetFact *
make_never (Writer *self)
{
  GPtrArray *never = smr_catalogue_get_never_rolled (self->catalogue);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < never->len; i++)
    {
      const SmrNeverRolled *entry = g_ptr_array_index (never, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "  ·  " : "", smr_text_get (entry->name, self->language));
    }
  return fact_new_take (say (self, "never"), g_strdup (names->str), NULL);
}

/* The tools that are left to roll with; NULL if nothing takes any away. */
static char *
make_tools (Writer *self)
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
        names = join_take (self, names, g_strdup (smr_text_get (tool->name, self->language)));
    }

  if (!limited)
    g_clear_pointer (&names, g_free);
  return names;
}

/* What a letter or the screening asks to keep to. The reasons stay away from paper: others will see it. */
static SmrSheetList *
make_limits (Writer *self)
{
  g_autoptr (SmrSheetList) list = list_new_take (say (self, "limits"));
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
      g_autofree char *day = say_date (self, until);

      g_ptr_array_add (list->lines, say_with (self, "limit_cleared", "date", day));
    }
  if (self->gentle)
    g_ptr_array_add (list->lines, say (self, "limit_gentle"));
  for (SmrPhase phase = 0; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if (smr_screening_is_home_only (self->screening, phase))
        {
          g_ptr_array_add (list->lines, say (self, "limit_home"));
          break;
        }
    }
  if (!smr_screening_is_locked (self->screening, SMR_PHASE_INHIBIT))
    {
      g_autofree char *tools = make_tools (self);

      if (tools != NULL)
        g_ptr_array_add (list->lines, say_with (self, "limit_tools", "tools", tools));
    }

  return list->lines->len > 0 ? g_steal_pointer (&list) : NULL;
}

/* --- items ---------------------------------------------------------------------------------------------- */

/* The tool that fills a need: the one chosen for the item where it is of that kind. (nullable) */
static const SmrTool *
find_needed_tool (Writer *self, const SmrItem *item, const char *need)
{
  const SmrTool *chosen = item->tool != NULL ? smr_catalogue_find_tool (self->catalogue, item->tool) : NULL;

  if (chosen != NULL && (g_strcmp0 (chosen->kind, need) == 0 || g_strcmp0 (chosen->id, need) == 0))
    return chosen;
  return smr_catalogue_find_tool (self->catalogue, need);
}

static char *
make_tool_names (Writer *self, const SmrItem *item, const SmrExercise *exercise)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < exercise->needs->len; i++)
    {
      const SmrTool *tool = find_needed_tool (self, item, g_array_index (exercise->needs, SmrNeed, i).tool);

      if (tool != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", smr_text_get (tool->name, self->language));
    }
  return names->len > 0 ? g_strdup (names->str) : say (self, "with_nothing");
}

static char *
make_muscle_names (Writer *self, const SmrItem *item)
{
  g_autoptr (GPtrArray) muscles = smr_item_get_muscles (item);
  char *names = NULL;

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, g_ptr_array_index (muscles, i));

      if (muscle != NULL)
        names = join_take (self, names, g_strdup (smr_text_get (muscle->plain_name, self->language)));
    }
  return names;
}

static void
add_fact (Writer *self, GPtrArray *facts, const char *label, char *value)
{
  g_ptr_array_add (facts, fact_new_take (say (self, label), value, NULL));
}

/* How fast, and what to wait for. */
static void
add_tempo (Writer *self, const SmrItem *item, GPtrArray *facts)
{
  const SmrDose *dose = &item->dose;

  switch (dose->tempo)
    {
    case SMR_TEMPO_ROLL:
      if (dose->search_seconds > 0)
        add_fact (self, facts, "search", say_count (self, "seconds", dose->search_seconds));
      add_fact (self, facts, "tempo", say (self, "tempo_roll"));
      break;
    case SMR_TEMPO_STATIC:
      add_fact (self, facts, "tempo", say (self, "tempo_static"));
      break;
    case SMR_TEMPO_4_2_1:
      if (dose->hold_seconds > 0)
        add_fact (self, facts, "tempo_in_seconds", say_number (self, "tempo_lift", "count", dose->hold_seconds));
      else
        add_fact (self, facts, "tempo", say (self, "tempo_slow"));
      break;
    case SMR_TEMPO_HOLD:
    case SMR_TEMPO_WALK:
      add_fact (self, facts, "tempo", say (self, "tempo_slow"));
      break;
    }

  if (dose->rest_seconds > 0 && dose->sets > 1)
    add_fact (self, facts, "rest_sets", say_count (self, "seconds", dose->rest_seconds));
  else if (dose->rest_seconds > 0 && item->phase == SMR_PHASE_LENGTHEN && dose->reps > 1)
    add_fact (self, facts, "rest_holds", say_count (self, "seconds", dose->rest_seconds));
}

/* "12 times, 2 sets" */
static char *
make_repetitions (Writer *self, const SmrDose *dose, const char *times)
{
  return join_take (self, say_count (self, times, dose->reps), dose->sets > 1 ? say_count (self, "sets", dose->sets) : NULL);
}

static char *
make_dose (Writer *self, const SmrItem *item)
{
  const SmrDose *dose = &item->dose;
  g_autofree char *hold = say_count (self, "hold", dose->hold_seconds);
  g_autofree char *side_id = g_strconcat ("dose_side_", smr_item_side_to_string (item->side), NULL);
  char *amount = NULL;

  switch (dose->tempo)
    {
    case SMR_TEMPO_ROLL:
      {
        g_autoptr (SmrMessage) message = smr_message_new (find_text (self, dose->reps == 1 ? "spots_one" : "spots_other"));

        smr_message_set_string (message, "hold", hold);
        smr_message_set_int (message, "count", dose->reps);
        amount = smr_message_format (message, self->language);
        if (dose->sets > 1)
          amount = join_take (self, amount, say_count (self, "sets", dose->sets));
      }
      break;
    case SMR_TEMPO_STATIC:
    case SMR_TEMPO_HOLD:
      amount = join_take (self, g_steal_pointer (&hold), make_repetitions (self, dose, "times"));
      break;
    case SMR_TEMPO_4_2_1:
      amount = make_repetitions (self, dose, "start_times");
      break;
    case SMR_TEMPO_WALK:
      amount = join_take (self, say (self, "walk"), make_repetitions (self, dose, "times"));
      break;
    }

  return join_take (self, amount, item->side == SMR_ITEM_SIDE_TOGETHER ? NULL : say (self, side_id));
}

static gboolean
is_paired (Writer *self, const SmrItem *item)
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
add_cares (Writer *self, const SmrItem *item, GPtrArray *cares)
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
make_item (Writer *self, guint index, guint number)
{
  const SmrItem *item = g_ptr_array_index (self->routine->items, index);
  const SmrExercise *exercise = smr_catalogue_find_exercise (self->catalogue, item->exercise);
  SmrSheetItem *sheet;
  gboolean gentle;

  g_return_val_if_fail (exercise != NULL, NULL);

  sheet = g_new0 (SmrSheetItem, 1);
  sheet->item = index;
  sheet->number = g_strdup_printf ("%u", number);
  sheet->name = g_strdup (smr_text_get (exercise->name, self->language));
  sheet->dose = make_dose (self, item);
  sheet->start = g_strdup (smr_text_get (exercise->start, self->language));
  sheet->cue = g_strdup (smr_text_get (exercise->cue, self->language));
  sheet->mistake = g_strdup (smr_text_get (exercise->mistake, self->language));
  sheet->note = item->note != NULL && item->note[0] != '\0' ? g_strdup (item->note) : NULL;
  if (item->side != SMR_ITEM_SIDE_TOGETHER || is_paired (self, item))
    sheet->side = say_part (self, "side", smr_item_side_to_string (item->side));

  sheet->steps = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < exercise->steps->len; i++)
    g_ptr_array_add (sheet->steps, g_strdup (smr_text_get (g_ptr_array_index (exercise->steps, i), self->language)));

  sheet->cares = g_ptr_array_new_with_free_func (g_free);
  gentle = smr_exercise_is_gentle (self->catalogue, self->screening, exercise, smr_item_side_get_sides (item->side));
  if (gentle)
    sheet->gentle = say (self, "gentle");
  if (gentle && !self->gentle && item->phase == SMR_PHASE_INHIBIT)
    g_ptr_array_add (sheet->cares, say_number (self, "care_gentle", "most", smr_catalogue_get_dosage (self->catalogue)->gentle.pain_most));
  add_cares (self, item, sheet->cares);

  sheet->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_fact_free);
  add_fact (self, sheet->facts, "muscle", make_muscle_names (self, item));
  add_fact (self, sheet->facts, "with", make_tool_names (self, item, exercise));
  add_fact (self, sheet->facts, "position", say_part (self, "position", smr_position_to_string (exercise->position)));
  add_tempo (self, item, sheet->facts);
  return sheet;
}

/* --- phases --------------------------------------------------------------------------------------------- */

static gboolean
treats_leg (Writer *self, const SmrItem *item)
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

/* NULL for a phase that is neither locked nor used. @number and @n_items count on. */
static SmrSheetPhase *
make_phase (Writer *self, SmrPhase phase, guint *number, guint *n_items)
{
  g_autoptr (SmrSheetPhase) sheet = g_new0 (SmrSheetPhase, 1);
  const char *word = smr_phase_to_string (phase);
  gboolean legs = FALSE;

  sheet->phase = phase;
  sheet->name = say_part (self, "phase", word);
  sheet->purpose = say_part (self, "purpose", word);
  sheet->items = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_item_free);

  if (smr_screening_is_locked (self->screening, smr_phase_get_screened (phase)))
    {
      sheet->locked = say (self, "locked");
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
      sheet->minutes = say_number (self, "minutes", "count", smr_seconds_to_minutes (totals.phases[phase]));
      if (phase != SMR_PHASE_INTEGRATE)
        sheet->how = say_part (self, "how", word);
      if (phase == SMR_PHASE_INHIBIT && legs)
        sheet->after = say (self, "after_legs");
    }

  sheet->number = g_strdup_printf ("%u", ++*number);
  return g_steal_pointer (&sheet);
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static void
init_writer (Writer *self, const SmrHandoutContent *content)
{
  const SmrDosageTable *table;
  int limit;

  self->catalogue = smr_release_get_catalogue (content->release);
  self->screening = smr_release_get_screening (content->release);
  self->routine = smr_release_get_routine (content->release);
  /* Without texts of its own a language must not lend its direction to English. */
  self->language = content->language != NULL && content->language[0] != '\0' &&
                   smr_text_has_language (find_text (self, "disclaimer"), content->language) ? content->language : "en";
  self->gentle = smr_screening_is_gentle (self->screening, SMR_PHASE_INHIBIT);

  table = smr_catalogue_get_dosage (self->catalogue);
  limit = smr_screening_get_limits (self->screening)->pain;
  self->pain = self->gentle ? table->gentle.pain_most : table->levels[self->routine->level].pain_most;
  if (limit > 0)
    self->pain = MIN (self->pain, limit);
}

SmrSheetText *
smr_sheet_text_new (const SmrHandoutContent *content)
{
  Writer writer;
  SmrSheetText *self = g_new0 (SmrSheetText, 1);
  g_autofree char *day = NULL;
  guint number = 0, n_items = 0;

  g_return_val_if_fail (content->release != NULL, NULL);
  g_return_val_if_fail (content->practice != NULL, NULL);

  init_writer (&writer, content);
  day = say_date (&writer, smr_release_get_date (content->release));

  self->language = g_intern_string (writer.language);
  self->practice = g_strdup (content->practice->name);
  self->contact = make_contact (content->practice);
  if (content->practice->logo != NULL)
    self->logo = g_bytes_ref (content->practice->logo);
  if (content->practice->sample)
    {
      self->sample = say (&writer, "sample");
      self->sample_foot = say (&writer, "sample_note");
    }
  self->client = g_strdup (smr_release_get_client (content->release)->name);
  self->title = g_strdup (writer.routine->title != NULL ? writer.routine->title : "");
  self->colophon = make_colophon (&writer, smr_release_get_date (content->release));
  self->disclaimer = say (&writer, "disclaimer");
  self->facts = make_facts (&writer, content);
  self->stop = say (&writer, "stop");
  self->stops = make_stops (&writer);
  self->excluded = make_excluded (&writer);
  self->never = make_never (&writer);
  self->limits = make_limits (&writer);
  self->phases = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_sheet_phase_free);
  for (SmrPhase phase = 0; phase < SMR_N_PHASES; phase++)
    {
      SmrSheetPhase *sheet = make_phase (&writer, phase, &number, &n_items);

      if (sheet != NULL)
        g_ptr_array_add (self->phases, sheet);
    }
  self->shown = say (&writer, "shown");
  self->label_client = say (&writer, "client");
  self->label_trainer = say (&writer, "trainer_name");
  self->label_date = say (&writer, "signature_date");
  /* Isolated, so that a name written from right to left leaves the date's order alone. */
  self->foot = g_strdup_printf ("\u2068%s\u2069  ·  %s", self->client, day);
  self->page = say (&writer, "page");
  self->start = say (&writer, "start");
  self->note = say (&writer, "note");
  return self;
}

void
smr_sheet_fact_free (SmrSheetFact *self)
{
  g_free (self->label);
  g_free (self->value);
  g_free (self->note);
  g_free (self);
}

void
smr_sheet_list_free (SmrSheetList *self)
{
  g_free (self->heading);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
smr_sheet_item_free (SmrSheetItem *self)
{
  g_free (self->number);
  g_free (self->name);
  g_free (self->side);
  g_free (self->gentle);
  g_free (self->dose);
  g_ptr_array_unref (self->facts);
  g_free (self->start);
  g_ptr_array_unref (self->steps);
  g_free (self->cue);
  g_free (self->mistake);
  g_ptr_array_unref (self->cares);
  g_free (self->note);
  g_free (self);
}

void
smr_sheet_phase_free (SmrSheetPhase *self)
{
  g_free (self->number);
  g_free (self->name);
  g_free (self->purpose);
  g_free (self->how);
  g_free (self->minutes);
  g_free (self->locked);
  g_ptr_array_unref (self->items);
  g_free (self->after);
  g_free (self);
}

void
smr_sheet_text_free (SmrSheetText *self)
{
  g_free (self->practice);
  g_free (self->contact);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->sample);
  g_free (self->sample_foot);
  g_free (self->client);
  g_free (self->title);
  g_free (self->colophon);
  g_free (self->disclaimer);
  g_ptr_array_unref (self->facts);
  g_free (self->stop);
  g_ptr_array_unref (self->stops);
  g_ptr_array_unref (self->excluded);
  smr_sheet_fact_free (self->never);
  g_clear_pointer (&self->limits, smr_sheet_list_free);
  g_ptr_array_unref (self->phases);
  g_free (self->shown);
  g_free (self->label_client);
  g_free (self->label_trainer);
  g_free (self->label_date);
  g_free (self->foot);
  g_free (self->page);
  g_free (self->start);
  g_free (self->note);
  g_free (self);
}
