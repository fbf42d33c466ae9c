#include "config.h"

#include "smr-command.h"

#include <glib/gi18n.h>

/* The commands that show the catalogue: an object with one list of entries each, or one line per entry. */

typedef void (*PrintJson) (SmrCommand *command, JsonBuilder *builder);
typedef void (*PrintLines) (SmrCommand *command, GString *text);

static SmrExitStatus
show (SmrCommand *command, GStrv argv, PrintJson print_json, PrintLines print_lines)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  gboolean printed;

  if (!smr_command_parse (command, argv, entries, 0, 0, NULL))
    return SMR_EXIT_USAGE;

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      smr_json_add_int (builder, "catalogue_version", smr_catalogue_get_version (command->catalogue));
      print_json (command, builder);
      json_builder_end_object (builder);
      printed = smr_command_print_json (builder);
    }
  else
    {
      g_autoptr (GString) text = g_string_new (NULL);

      print_lines (command, text);
      printed = smr_command_print (text->str);
    }
  return printed ? SMR_EXIT_DONE : SMR_EXIT_FAILED;
}

static void
append_line (GString *text, const char *id, const char *words)
{
  g_string_append_printf (text, "%-38s %s\n", id, words);
}

/* --- tools */

static void
add_tools (SmrCommand *command, JsonBuilder *builder)
{
  GPtrArray *tools = smr_catalogue_get_tools (command->catalogue);

  smr_json_begin_array (builder, "tools");
  for (guint i = 0; i < tools->len; i++)
    {
      const SmrTool *tool = g_ptr_array_index (tools, i);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "id", tool->id);
      smr_json_add_string (builder, "kind", tool->kind);
      smr_json_add_text (builder, "name", tool->name, command->language);
      smr_json_add_text (builder, "note", tool->note, command->language);
      smr_json_add_string (builder, "level", smr_level_to_string (tool->level));
      smr_json_add_boolean (builder, "household", tool->household);
      smr_json_add_boolean (builder, "always_available", tool->always_available);
      smr_json_add_boolean (builder, "enabled_by_trainer", tool->enabled_by_trainer);
      smr_json_add_string (builder, "source", tool->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
append_tools (SmrCommand *command, GString *text)
{
  GPtrArray *tools = smr_catalogue_get_tools (command->catalogue);

  for (guint i = 0; i < tools->len; i++)
    {
      const SmrTool *tool = g_ptr_array_index (tools, i);

      append_line (text, tool->id, smr_text_get (tool->name, command->language));
    }
}

SmrExitStatus
smr_command_tools (SmrCommand *self, GStrv argv)
{
  return show (self, argv, add_tools, append_tools);
}

/* --- muscles */

static void
add_muscles (SmrCommand *command, JsonBuilder *builder)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (command->catalogue);

  smr_json_begin_array (builder, "muscles");
  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "id", muscle->id);
      smr_json_add_text (builder, "name", muscle->name, command->language);
      smr_json_add_text (builder, "plain_name", muscle->plain_name, command->language);
      smr_json_add_text (builder, "anatomical_name", muscle->anatomical_name, command->language);
      smr_json_begin_array (builder, "synonyms");
      for (guint j = 0; j < muscle->synonyms->len; j++)
        json_builder_add_string_value (builder, smr_text_get (g_ptr_array_index (muscle->synonyms, j), command->language));
      json_builder_end_array (builder);
      smr_json_add_boolean (builder, "paired", muscle->paired);
      smr_json_add_string (builder, "region", muscle->region);
      smr_json_add_string (builder, "view", smr_body_view_to_string (muscle->view));
      smr_json_add_string (builder, "role", smr_role_to_string (muscle->role));
      smr_json_add_int (builder, "order", muscle->order);
      smr_json_add_text (builder, "actions", muscle->actions, command->language);
      smr_json_add_string (builder, "may_roll", smr_permission_to_string (muscle->roll));
      smr_json_add_text (builder, "roll_reason", muscle->roll_reason, command->language);
      smr_json_add_string (builder, "may_stretch", smr_permission_to_string (muscle->stretch));
      smr_json_add_text (builder, "stretch_reason", muscle->stretch_reason, command->language);
      smr_json_add_ids (builder, "antagonists", muscle->antagonists);
      smr_json_add_ids (builder, "substitutes", muscle->substitutes);
      smr_json_add_text (builder, "note", muscle->note, command->language);
      smr_json_add_string (builder, "source", muscle->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
append_muscles (SmrCommand *command, GString *text)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (command->catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      append_line (text, muscle->id, smr_text_get (muscle->name, command->language));
    }
}

SmrExitStatus
smr_command_muscles (SmrCommand *self, GStrv argv)
{
  return show (self, argv, add_muscles, append_muscles);
}

/* --- exercises */

static void
add_exercise (SmrCommand *command, JsonBuilder *builder, const SmrExercise *exercise)
{
  json_builder_begin_object (builder);
  smr_json_add_string (builder, "id", exercise->id);
  smr_json_add_string (builder, "phase", smr_phase_to_string (exercise->phase));
  smr_json_add_text (builder, "name", exercise->name, command->language);
  smr_json_add_ids (builder, "targets", exercise->targets);
  smr_json_add_string (builder, "position", smr_position_to_string (exercise->position));
  smr_json_add_boolean (builder, "unilateral", exercise->unilateral);
  smr_json_add_int (builder, "difficulty", exercise->difficulty);

  smr_json_begin_array (builder, "needs");
  for (guint i = 0; i < exercise->needs->len; i++)
    {
      const SmrNeed *need = &g_array_index (exercise->needs, SmrNeed, i);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "tool", need->tool);
      smr_json_add_boolean (builder, "beginner", need->beginner);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  smr_json_add_ids (builder, "forbidden_tools", exercise->forbidden_tools);

  smr_json_begin_object (builder, "dose");
  smr_json_add_int (builder, "sets", exercise->sets);
  smr_json_add_int (builder, "reps", exercise->reps);
  smr_json_add_int (builder, "hold_seconds", exercise->hold_seconds);
  smr_json_add_string (builder, "tempo", smr_tempo_to_string (exercise->tempo));
  smr_json_add_boolean (builder, "own", exercise->own_dose);
  json_builder_end_object (builder);

  smr_json_begin_array (builder, "bearings");
  for (guint i = 0; i < exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (exercise->bearings, SmrBearing, i);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "limb", smr_limb_to_string (bearing->limb));
      smr_json_add_boolean (builder, "same", bearing->same);
      smr_json_add_boolean (builder, "other", bearing->other);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  smr_json_add_string (builder, "easier", exercise->easier);
  smr_json_add_string (builder, "harder", exercise->harder);
  smr_json_add_ids (builder, "avoid", exercise->avoid);
  smr_json_add_ids (builder, "avoid_same_side", exercise->avoid_same);
  smr_json_add_text (builder, "start", exercise->start, command->language);
  smr_json_begin_array (builder, "steps");
  for (guint i = 0; i < exercise->steps->len; i++)
    json_builder_add_string_value (builder, smr_text_get (g_ptr_array_index (exercise->steps, i), command->language));
  json_builder_end_array (builder);
  smr_json_add_text (builder, "cue", exercise->cue, command->language);
  smr_json_add_text (builder, "mistake", exercise->mistake, command->language);
  smr_json_add_string (builder, "source", exercise->source);
  smr_json_add_boolean (builder, "own_exercise", exercise->own);
  json_builder_end_object (builder);
}

static void
add_exercises (SmrCommand *command, JsonBuilder *builder)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (command->catalogue);

  smr_json_begin_array (builder, "exercises");
  for (guint i = 0; i < exercises->len; i++)
    add_exercise (command, builder, g_ptr_array_index (exercises, i));
  json_builder_end_array (builder);
}

static void
append_exercises (SmrCommand *command, GString *text)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (command->catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      append_line (text, exercise->id, smr_text_get (exercise->name, command->language));
    }
}

/* With those of the practice's own, where there is a practice. */
SmrExitStatus
smr_command_exercises (SmrCommand *self, GStrv argv)
{
  g_autofree char *path = smr_command_dup_store_path (self);
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (self->practice != NULL || g_file_test (path, G_FILE_TEST_EXISTS))
    {
      store = smr_command_open_store (self, FALSE, &error);
      if (store == NULL)
        return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
    }
  return show (self, argv, add_exercises, append_exercises);
}

/* --- conditions */

static const char *
when_kind_to_string (SmrWhenKind kind)
{
  switch (kind)
    {
    case SMR_WHEN_FACT:
      return "fact";
    case SMR_WHEN_NOT_FACT:
      return "not_fact";
    case SMR_WHEN_HEALED:
      return "healed_and_sealed";
    case SMR_WHEN_OLDER_DAYS:
      return "older_days";
    case SMR_WHEN_OLDER_MONTHS:
      return "older_months";
    case SMR_WHEN_SITE:
      return "site";
    case SMR_WHEN_WEEKS_OVER:
      return "weeks_over";
    case SMR_WHEN_RULE:
      return "rule";
    }
  g_return_val_if_reached ("");
}

static void
add_case (JsonBuilder *builder, const SmrCase *entry)
{
  json_builder_begin_object (builder);
  smr_json_add_string (builder, "severity", smr_severity_to_string (entry->severity));
  smr_json_begin_object (builder, "phases");
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_SCREENED_PHASES; phase++)
    smr_json_add_string (builder, smr_phase_to_screen_string (phase), smr_phase_code_to_string (entry->codes[phase]));
  json_builder_end_object (builder);

  smr_json_begin_array (builder, "when");
  for (guint i = 0; i < entry->whens->len; i++)
    {
      const SmrWhen *when = &g_array_index (entry->whens, SmrWhen, i);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "kind", when_kind_to_string (when->kind));
      smr_json_add_string (builder, "id", when->id);
      smr_json_add_int (builder, "amount", when->amount);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_condition (SmrCommand *command, JsonBuilder *builder, const SmrCondition *condition)
{
  json_builder_begin_object (builder);
  smr_json_add_string (builder, "id", condition->id);
  smr_json_add_string (builder, "kind", condition->kind == SMR_CONDITION_HEALTH ? "health" : "movement");
  smr_json_add_string (builder, "category", condition->category);
  smr_json_add_text (builder, "name", condition->name, command->language);
  smr_json_add_text (builder, "question", condition->question, command->language);
  smr_json_add_text (builder, "explanation", condition->explanation, command->language);
  smr_json_add_boolean (builder, "computed", condition->computed);
  smr_json_add_boolean (builder, "every_session", condition->every_session);
  smr_json_add_boolean (builder, "ask_again", condition->ask_again);
  smr_json_add_boolean (builder, "clearable", condition->clearable);
  smr_json_add_int (builder, "clearance_months", condition->clearance_months);

  smr_json_begin_array (builder, "cases");
  for (guint i = 0; i < condition->cases->len; i++)
    add_case (builder, g_ptr_array_index (condition->cases, i));
  json_builder_end_array (builder);

  smr_json_begin_array (builder, "follow_ups");
  for (guint i = 0; i < SMR_N_FOLLOW_UPS; i++)
    {
      if (condition->follow_ups & (1u << i))
        json_builder_add_string_value (builder, smr_follow_up_to_string (1u << i));
    }
  json_builder_end_array (builder);

  smr_json_begin_array (builder, "facts");
  for (guint i = 0; i < condition->facts->len; i++)
    {
      const SmrFact *fact = &g_array_index (condition->facts, SmrFact, i);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "id", fact->id);
      smr_json_add_text (builder, "text", fact->text, command->language);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  smr_json_add_string (builder, "source", condition->source);
  json_builder_end_object (builder);
}

static void
add_named (SmrCommand *command, JsonBuilder *builder, const char *id, const SmrText *name)
{
  json_builder_begin_object (builder);
  smr_json_add_string (builder, "id", id);
  smr_json_add_text (builder, "name", name, command->language);
  json_builder_end_object (builder);
}

static void
add_site (SmrCommand *command, JsonBuilder *builder, const SmrSite *site)
{
  json_builder_begin_object (builder);
  smr_json_add_string (builder, "id", site->id);
  smr_json_add_text (builder, "name", site->name, command->language);
  smr_json_add_boolean (builder, "paired", site->paired);
  smr_json_add_string (builder, "limb", smr_limb_to_string (site->limb));
  smr_json_add_ids (builder, "muscles", site->muscles);
  smr_json_add_string (builder, "source", site->source);
  json_builder_end_object (builder);
}

static void
add_sign (SmrCommand *command, JsonBuilder *builder, const SmrStopSign *sign)
{
  json_builder_begin_object (builder);
  smr_json_add_string (builder, "id", sign->id);
  smr_json_add_text (builder, "name", sign->name, command->language);
  smr_json_add_string (builder, "urgency", smr_urgency_to_string (sign->urgency));
  if (sign->raises != NULL)
    smr_json_add_string (builder, "raises", sign->raises);
  smr_json_add_boolean (builder, "voids_clearances", sign->voids_clearances);
  smr_json_add_string (builder, "source", sign->source);
  json_builder_end_object (builder);
}

static void
add_conditions (SmrCommand *command, JsonBuilder *builder)
{
  GPtrArray *signs = smr_catalogue_get_signs (command->catalogue);
  GPtrArray *conditions = smr_catalogue_get_conditions (command->catalogue);
  GPtrArray *categories = smr_catalogue_get_categories (command->catalogue);
  GPtrArray *sites = smr_catalogue_get_sites (command->catalogue);
  GPtrArray *restrictions = smr_catalogue_get_restrictions (command->catalogue);
  GPtrArray *lists = smr_catalogue_get_word_lists (command->catalogue);
  GPtrArray *sources = smr_catalogue_get_sources (command->catalogue);

  smr_json_begin_array (builder, "conditions");
  for (guint i = 0; i < conditions->len; i++)
    add_condition (command, builder, g_ptr_array_index (conditions, i));
  json_builder_end_array (builder);

  smr_json_begin_array (builder, "categories");
  for (guint i = 0; i < categories->len; i++)
    {
      const SmrCategory *category = g_ptr_array_index (categories, i);

      add_named (command, builder, category->id, category->name);
    }
  json_builder_end_array (builder);

  smr_json_begin_array (builder, "sites");
  for (guint i = 0; i < sites->len; i++)
    add_site (command, builder, g_ptr_array_index (sites, i));
  json_builder_end_array (builder);

  smr_json_begin_array (builder, "signs");
  for (guint i = 0; i < signs->len; i++)
    add_sign (command, builder, g_ptr_array_index (signs, i));
  json_builder_end_array (builder);

  smr_json_begin_array (builder, "restrictions");
  for (guint i = 0; i < restrictions->len; i++)
    {
      const SmrRestriction *restriction = g_ptr_array_index (restrictions, i);

      add_named (command, builder, restriction->id, restriction->name);
    }
  json_builder_end_array (builder);

  smr_json_begin_array (builder, "words");
  for (guint i = 0; i < lists->len; i++)
    {
      const SmrWordList *list = g_ptr_array_index (lists, i);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "condition", list->condition);
      smr_json_add_ids (builder, "words", list->words);
      smr_json_add_int (builder, "least", list->least);
      if (list->with != NULL)
        smr_json_add_string (builder, "with", list->with);
      smr_json_add_string (builder, "source", list->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  smr_json_begin_array (builder, "sources");
  for (guint i = 0; i < sources->len; i++)
    {
      const SmrSource *source = g_ptr_array_index (sources, i);

      json_builder_begin_object (builder);
      smr_json_add_string (builder, "key", source->key);
      smr_json_add_text (builder, "citation", source->citation, command->language);
      smr_json_add_text (builder, "use", source->use, command->language);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
append_conditions (SmrCommand *command, GString *text)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (command->catalogue);
  GPtrArray *sites = smr_catalogue_get_sites (command->catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      append_line (text, condition->id, smr_text_get (condition->name, command->language));
    }
  g_string_append_printf (text, "\n%s\n", _("Regions:"));
  for (guint i = 0; i < sites->len; i++)
    {
      const SmrSite *site = g_ptr_array_index (sites, i);

      append_line (text, site->id, smr_text_get (site->name, command->language));
    }
}

SmrExitStatus
smr_command_conditions (SmrCommand *self, GStrv argv)
{
  return show (self, argv, add_conditions, append_conditions);
}
