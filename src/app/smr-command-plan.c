#include "config.h"

#include "smr-command.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-planning.h"
#include "smr-routine-words.h"
#include "smr-timing.h"

/* --- JSON */

static void
add_totals (JsonBuilder *builder, const SmrRoutine *routine)
{
  SmrTotals totals;

  smr_routine_get_totals (routine, &totals);
  smr_json_begin_object (builder, "totals");
  smr_json_add_int (builder, "seconds", totals.seconds);
  smr_json_add_int (builder, "contact_seconds", totals.contact_seconds);
  smr_json_begin_object (builder, "phases");
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    smr_json_add_int (builder, smr_phase_to_string (phase), totals.phases[phase]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_item (SmrCommand *command, JsonBuilder *builder, const SmrItem *item)
{
  g_autoptr (GPtrArray) muscles = smr_item_get_muscles (item);
  g_autofree char *reason = smr_item_dup_reason (item, command->catalogue, command->language);
  gboolean rolls = item->phase == SMR_PHASE_INHIBIT;

  json_builder_begin_object (builder);
  smr_json_add_string (builder, "phase", smr_phase_to_string (item->phase));
  smr_json_add_string (builder, "exercise", item->exercise);
  smr_json_add_string (builder, "side", smr_item_side_to_string (item->side));
  smr_json_begin_array (builder, "for");
  for (guint i = 0; i < muscles->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (muscles, i));
  json_builder_end_array (builder);
  smr_json_add_string (builder, "tool", item->tool);
  smr_json_add_int (builder, "sets", item->dose.sets);
  smr_json_add_int (builder, "reps", rolls ? 0 : item->dose.reps);
  smr_json_add_int (builder, "spots", rolls ? item->dose.reps : 0);
  smr_json_add_int (builder, "search_seconds", item->dose.search_seconds);
  smr_json_add_int (builder, "hold_seconds", item->dose.hold_seconds);
  smr_json_add_string (builder, "tempo", smr_tempo_to_string (item->dose.tempo));
  smr_json_add_int (builder, "rest_seconds", item->dose.rest_seconds);
  smr_json_add_int (builder, "contact_seconds", smr_item_get_contact_seconds (item));
  smr_json_add_int (builder, "seconds", smr_item_get_seconds (item));
  smr_json_add_string (builder, "reason", reason);
  json_builder_end_object (builder);
}

static const char *
side_or_null (SmrSide side)
{
  return side != SMR_SIDE_NONE ? smr_side_to_string (side) : NULL;
}

static void
add_notice (SmrCommand *command, JsonBuilder *builder, const SmrNotice *notice)
{
  g_autofree char *text = smr_notice_dup_text (notice, command->language);

  json_builder_begin_object (builder);
  smr_json_add_string (builder, "kind", smr_notice_kind_to_string (notice->kind));
  smr_json_add_string (builder, "phase", smr_phase_to_string (notice->phase));
  smr_json_add_string (builder, "muscle", notice->muscle);
  smr_json_add_string (builder, "side", side_or_null (notice->side));
  smr_json_add_string (builder, "substitute", notice->substitute);
  smr_json_add_string (builder, "text", text);
  json_builder_end_object (builder);
}

static void
add_dropped (SmrCommand *command, JsonBuilder *builder, const SmrDropped *dropped)
{
  g_autoptr (GPtrArray) muscles = smr_item_get_muscles (dropped->item);
  g_autofree char *reason = smr_message_format (dropped->text, command->language);

  json_builder_begin_object (builder);
  smr_json_add_string (builder, "exercise", dropped->item->exercise);
  smr_json_add_string (builder, "muscle", muscles->len > 0 ? g_ptr_array_index (muscles, 0) : NULL);
  smr_json_add_string (builder, "side", smr_item_side_to_string (dropped->item->side));
  smr_json_add_string (builder, "reason", reason);
  json_builder_end_object (builder);
}

static void
add_finding (SmrCommand *command, JsonBuilder *builder, const SmrFinding *finding)
{
  g_autofree char *text = smr_finding_dup_text (finding, command->language);

  json_builder_begin_object (builder);
  smr_json_add_string (builder, "kind", smr_finding_kind_to_string (finding->kind));
  json_builder_set_member_name (builder, "item");
  if (finding->item >= 0)
    json_builder_add_int_value (builder, finding->item);
  else
    json_builder_add_null_value (builder);
  smr_json_add_string (builder, "text", text);
  json_builder_end_object (builder);
}

static gboolean
print_plan_json (const SmrPlanning *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *code = smr_routine_dup_plan_code (self->routine, self->command->catalogue);
  GArray *picks = self->overactive->len > 0 ? self->overactive : self->underactive;

  json_builder_begin_object (builder);
  smr_json_add_date (builder, "date", self->date);
  smr_json_add_boolean (builder, "releasable", smr_planning_is_releasable (self));
  smr_json_add_string (builder, "plan_code", code);
  smr_json_begin_object (builder, "screening");
  smr_command_add_screening (self->command, builder, self->screening, self->request.level, picks);
  json_builder_end_object (builder);
  add_totals (builder, self->routine);

  smr_json_begin_array (builder, "items");
  for (guint i = 0; i < self->routine->items->len; i++)
    add_item (self->command, builder, g_ptr_array_index (self->routine->items, i));
  json_builder_end_array (builder);
  smr_json_begin_array (builder, "notices");
  for (guint i = 0; i < self->plan->notices->len; i++)
    add_notice (self->command, builder, g_ptr_array_index (self->plan->notices, i));
  json_builder_end_array (builder);
  smr_json_begin_array (builder, "dropped");
  for (guint i = 0; i < self->plan->dropped->len; i++)
    add_dropped (self->command, builder, g_ptr_array_index (self->plan->dropped, i));
  json_builder_end_array (builder);
  smr_json_begin_array (builder, "findings");
  for (guint i = 0; i < self->findings->len; i++)
    add_finding (self->command, builder, g_ptr_array_index (self->findings, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return smr_command_print_json (builder);
}

/* --- text */

static void
append_items (const SmrPlanning *self, GString *text)
{
  const char *language = self->command->language;
  int phase = -1;

  for (guint i = 0; i < self->routine->items->len; i++)
    {
      const SmrItem *item = g_ptr_array_index (self->routine->items, i);
      const SmrExercise *exercise = smr_catalogue_find_exercise (self->command->catalogue, item->exercise);
      g_autofree char *dose = smr_item_dup_dose_label (item);
      g_autofree char *reason = smr_item_dup_reason (item, self->command->catalogue, language);

      if ((int) item->phase != phase)
        g_string_append_printf (text, "%s\n", smr_phase_get_label (item->phase));
      phase = item->phase;
      g_string_append_printf (text, "  %s: %s\n", smr_text_get (exercise->name, language), dose);
      g_string_append_printf (text, "    %s\n", reason);
    }
}

static gboolean
print_plan_text (const SmrPlanning *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *code = smr_routine_dup_plan_code (self->routine, self->command->catalogue);
  SmrTotals totals;
  int minutes;

  smr_routine_get_totals (self->routine, &totals);
  minutes = smr_seconds_to_minutes (totals.seconds);
  append_items (self, text);
  g_string_append_printf (text, ngettext ("About %d minute, plan %s\n", "About %d minutes, plan %s\n", minutes), minutes, code);
  for (guint i = 0; i < self->plan->notices->len; i++)
    {
      g_autofree char *notice = smr_notice_dup_text (g_ptr_array_index (self->plan->notices, i), self->command->language);

      g_string_append_printf (text, "- %s\n", notice);
    }
  for (guint i = 0; i < self->plan->dropped->len; i++)
    {
      const SmrDropped *dropped = g_ptr_array_index (self->plan->dropped, i);
      g_autofree char *reason = smr_message_format (dropped->text, self->command->language);

      g_string_append_printf (text, "- %s\n", reason);
    }
  return smr_command_print (text->str);
}

/* --- the command */

SmrExitStatus
smr_command_plan (SmrCommand *self, GStrv argv)
{
  g_auto (SmrPlanOptions) options = { NULL };
  g_auto (SmrPlanning) planning = { .command = self };
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    SMR_PLAN_ENTRIES (options),
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;

  if (!smr_command_parse (self, argv, entries, 1, 1, &arguments))
    return SMR_EXIT_USAGE;
  if (options.muscles == NULL && options.underactive == NULL)
    return smr_command_fail (SMR_EXIT_USAGE, _("plan needs --muscles=LIST"));
  if (!smr_planning_read_options (&planning, &options))
    return SMR_EXIT_USAGE;
  if (!smr_planning_load_record (&planning, arguments[0]))
    return SMR_EXIT_FAILED;

  smr_planning_make_plan (&planning, &options, self->language);
  if (json && !print_plan_json (&planning))
    return SMR_EXIT_FAILED;

  /* Nothing asked for is nothing refused. */
  if (planning.overactive->len + planning.underactive->len == 0)
    {
      smr_command_fail (SMR_EXIT_DONE, _("there is nothing to plan yet: name the muscles with --muscles=LIST"));
      return SMR_EXIT_DONE;
    }
  if (!smr_planning_is_releasable (&planning))
    return json ? SMR_EXIT_REFUSED : smr_planning_say_refusal (&planning);
  return json || print_plan_text (&planning) ? SMR_EXIT_DONE : SMR_EXIT_FAILED;
}
