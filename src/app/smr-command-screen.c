#include "config.h"

#include "smr-command.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-routine-words.h"
#include "smr-routine.h"

/* What the screening found, as JSON and as text. */

/* Single sides: what is picked on both is judged, and reported, on each. */
static GArray *
split_sides (SmrCatalogue *catalogue, const GArray *picks)
{
  GArray *split = g_array_new (FALSE, FALSE, sizeof (SmrPick));

  for (guint i = 0; i < picks->len; i++)
    {
      const SmrPick *pick = &g_array_index (picks, SmrPick, i);
      static const SmrSide sides[] = { SMR_SIDE_LEFT, SMR_SIDE_RIGHT, SMR_SIDE_MIDLINE };

      for (guint j = 0; j < G_N_ELEMENTS (sides); j++)
        {
          SmrPick single = { pick->muscle, sides[j] };

          if (pick->side & sides[j])
            g_array_append_val (split, single);
        }
    }
  return split;
}

static GArray *
pick_all (SmrCatalogue *catalogue)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (SmrPick));

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);
      SmrPick pick = { muscle->id, muscle->paired ? SMR_SIDE_BOTH : SMR_SIDE_MIDLINE };

      g_array_append_val (picks, pick);
    }
  return picks;
}

/* The worst roll outcome of what was asked for; without a request, what the whole-body rows alone make of it. */
static SmrOutcome
get_overall (SmrCommand *self, SmrScreening *screening, const GArray *picks)
{
  SmrOutcome worst = SMR_OUTCOME_ALLOWED;

  if (picks == NULL || picks->len == 0)
    return smr_screening_get_phase (screening, SMR_PHASE_INHIBIT);

  for (guint i = 0; i < picks->len; i++)
    {
      const SmrPick *pick = &g_array_index (picks, SmrPick, i);
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, pick->muscle);

      worst = MAX (worst, smr_screening_get_muscle (screening, SMR_PHASE_INHIBIT, muscle, pick->side));
    }
  return worst;
}

static int
lower_of (int limit, int of_level)
{
  return limit > 0 ? MIN (limit, of_level) : of_level;
}

/* --- JSON */

static void
add_muscles (SmrCommand *self, JsonBuilder *builder, SmrScreening *screening, const GArray *picks)
{
  g_autoptr (GArray) all = picks == NULL ? pick_all (self->catalogue) : NULL;
  g_autoptr (GArray) split = split_sides (self->catalogue, picks != NULL ? picks : all);

  smr_json_begin_array (builder, "muscles");
  for (guint i = 0; i < split->len; i++)
    {
      const SmrPick *pick = &g_array_index (split, SmrPick, i);
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, pick->muscle);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "muscle", muscle->id);
      smr_json_add_string (builder, "side", smr_side_to_string (pick->side));
      for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_SCREENED_PHASES; phase++)
        smr_json_add_string (builder, smr_phase_to_screen_string (phase),
                             smr_outcome_to_string (smr_screening_get_muscle (screening, phase, muscle, pick->side)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sources (SmrCommand *self, JsonBuilder *builder, const char *source)
{
  g_auto (GStrv) keys = smr_source_split_keys (source);

  smr_json_begin_array (builder, "sources");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const SmrSource *entry = smr_catalogue_find_source (self->catalogue, keys[i]);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "key", keys[i]);
      smr_json_add_text (builder, "citation", entry != NULL ? entry->citation : NULL, self->language);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_reason (SmrCommand *self, JsonBuilder *builder, const SmrReason *reason)
{
  g_autofree char *text = smr_reason_dup_text (reason, self->language);

  json_builder_begin_object (builder);
  smr_json_add_string (builder, "condition", reason->condition);
  smr_json_add_string (builder, "severity", smr_severity_to_string (reason->severity));
  smr_json_begin_object (builder, "phases");
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_SCREENED_PHASES; phase++)
    smr_json_add_string (builder, smr_phase_to_screen_string (phase), smr_outcome_to_string (reason->outcomes[phase]));
  json_builder_end_object (builder);
  smr_json_add_string (builder, "text", text);
  smr_json_add_string (builder, "source", reason->source);
  add_sources (self, builder, reason->source);
  smr_json_add_date (builder, "since", reason->since);
  smr_json_add_date (builder, "until", reason->until);
  smr_json_add_boolean (builder, "cleared", reason->cleared);

  smr_json_begin_array (builder, "sites");
  for (guint i = 0; reason->places != NULL && i < reason->places->len; i++)
    {
      const SmrPlace *place = &g_array_index (reason->places, SmrPlace, i);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "region", place->site);
      smr_json_add_string (builder, "side", smr_side_to_string (place->side != SMR_SIDE_NONE ? place->side : SMR_SIDE_BOTH));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* The rolling tools of the level that screening leaves. */
static void
add_limits (SmrCommand *self, JsonBuilder *builder, SmrScreening *screening, SmrLevel level)
{
  const SmrDosage *dosage = &smr_catalogue_get_dosage (self->catalogue)->levels[level];
  const SmrLimits *limits = smr_screening_get_limits (screening);

  smr_json_begin_object (builder, "limits");
  smr_json_begin_array (builder, "tools");
  for (guint i = 0; dosage->tools[i] != NULL; i++)
    {
      if (smr_screening_allows_tool (screening, smr_catalogue_find_tool (self->catalogue, dosage->tools[i])))
        json_builder_add_string_value (builder, dosage->tools[i]);
    }
  json_builder_end_array (builder);
  smr_json_add_int (builder, "hold_seconds", lower_of (limits->hold_seconds, dosage->hold_most_seconds));
  smr_json_add_int (builder, "contact_seconds", lower_of (limits->contact_seconds, dosage->contact_seconds));
  smr_json_add_int (builder, "pain", lower_of (limits->pain, dosage->pain_most));
  smr_json_add_int (builder, "muscles", lower_of (limits->muscles, dosage->muscles_most));
  json_builder_end_object (builder);
}

void
smr_command_add_screening (SmrCommand *self, JsonBuilder *builder, SmrScreening *screening, SmrLevel level, const GArray *picks)
{
  GPtrArray *reasons = smr_screening_get_reasons (screening);

  smr_json_add_date (builder, "date", smr_screening_get_date (screening));
  smr_json_add_string (builder, "overall", smr_outcome_to_string (get_overall (self, screening, picks)));
  smr_json_add_date (builder, "valid_until", smr_screening_get_valid_until (screening));
  smr_json_begin_object (builder, "phases");
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_SCREENED_PHASES; phase++)
    smr_json_add_string (builder, smr_phase_to_screen_string (phase), smr_outcome_to_string (smr_screening_get_phase (screening, phase)));
  json_builder_end_object (builder);
  add_muscles (self, builder, screening, picks);

  smr_json_begin_array (builder, "reasons");
  for (guint i = 0; i < reasons->len; i++)
    add_reason (self, builder, g_ptr_array_index (reasons, i));
  json_builder_end_array (builder);
  add_limits (self, builder, screening, level);
}

/* --- text */

static void
append_muscles (SmrCommand *self, GString *text, SmrScreening *screening, const GArray *picks)
{
  g_autoptr (GArray) split = split_sides (self->catalogue, picks);

  for (guint i = 0; i < split->len; i++)
    {
      const SmrPick *pick = &g_array_index (split, SmrPick, i);
      const SmrMuscle *muscle = smr_catalogue_find_muscle (self->catalogue, pick->muscle);

      g_autofree char *label = smr_muscle_dup_label (muscle, pick->side, self->language);

      g_string_append_printf (text, "%s:", label);
      for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_SCREENED_PHASES; phase++)
        g_string_append_printf (text, "%s %s: %s", phase == SMR_PHASE_INHIBIT ? "" : ";", smr_phase_get_label (phase),
                                smr_outcome_get_label (smr_screening_get_muscle (screening, phase, muscle, pick->side)));
      g_string_append_c (text, '\n');
    }
}

static char *
describe_screening (SmrCommand *self, SmrScreening *screening, const GArray *picks)
{
  GPtrArray *reasons = smr_screening_get_reasons (screening);
  SmrDate until = smr_screening_get_valid_until (screening);
  GString *text = g_string_new (NULL);

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_SCREENED_PHASES; phase++)
    g_string_append_printf (text, "%s: %s\n", smr_phase_get_label (phase), smr_outcome_get_label (smr_screening_get_phase (screening, phase)));
  if (until != SMR_DATE_NONE)
    {
      g_autofree char *day = smr_date_to_string (until);

      g_string_append_printf (text, _("Valid until %s"), day);
      g_string_append_c (text, '\n');
    }
  if (picks != NULL)
    append_muscles (self, text, screening, picks);
  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *details = NULL;
      g_autofree char *reason = smr_reason_dup_shown (g_ptr_array_index (reasons, i), self->catalogue, self->language, smr_date_to_string, &details);

      g_string_append_printf (text, "- %s\n  %s\n", reason, details);
    }
  return g_string_free_and_steal (text);
}

/* --- the command */

SmrExitStatus
smr_command_screen (SmrCommand *self, GStrv argv)
{
  g_autofree char *date_text = NULL;
  g_autofree char *muscles = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date_text, N_("The day that is asked about, today if left out"), N_("DATE") },
    { "muscles", 0, 0, G_OPTION_ARG_FILENAME, &muscles, N_("Muscles with sides: lats:left,calves"), N_("LIST") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (SmrScreening) screening = NULL;
  g_autoptr (GArray) picks = NULL;
  g_autoptr (GError) error = NULL;
  SmrDate date;
  gboolean printed;

  if (!smr_command_parse (self, argv, entries, 1, 1, &arguments) || !smr_command_parse_date (self, date_text, &date))
    return SMR_EXIT_USAGE;
  if (muscles != NULL && !smr_command_parse_picks (self, "--muscles", muscles, &picks))
    return SMR_EXIT_USAGE;

  record = smr_command_load_record (self, arguments[0], date, &error);
  if (record == NULL)
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);

  screening = smr_screening_new (self->catalogue, record, date);
  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      smr_command_add_screening (self, builder, screening, record->client->level, picks);
      json_builder_end_object (builder);
      printed = smr_command_print_json (builder);
    }
  else
    {
      g_autofree char *text = describe_screening (self, screening, picks);

      printed = smr_command_print (text);
    }
  return printed ? SMR_EXIT_DONE : SMR_EXIT_FAILED;
}
