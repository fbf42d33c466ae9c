#include "config.h"

#include "smr-planning.h"

#include <glib/gi18n.h>

#include "smr-routine-words.h"

#define MINUTES_MAX 600

void
smr_plan_options_clear (SmrPlanOptions *self)
{
  g_free (self->date);
  g_free (self->muscles);
  g_free (self->underactive);
  g_free (self->level);
  g_free (self->setting);
  g_free (self->kit);
}

void
smr_planning_clear (SmrPlanning *self)
{
  g_clear_pointer (&self->release, smr_release_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->routine, smr_routine_unref);
  g_clear_pointer (&self->plan, smr_plan_free);
  g_clear_pointer (&self->screening, smr_screening_unref);
  g_clear_pointer (&self->overactive, g_array_unref);
  g_clear_pointer (&self->underactive, g_array_unref);
  g_clear_pointer (&self->kit, g_strfreev);
  g_clear_pointer (&self->record, smr_record_free);
}

gboolean
smr_planning_read_options (SmrPlanning *self, const SmrPlanOptions *options)
{
  SmrLevel level;
  SmrSetting setting;

  if (!smr_command_parse_date (self->command, options->date, &self->date))
    return FALSE;
  if (!smr_command_parse_picks (self->command, "--muscles", options->muscles != NULL ? options->muscles : "", &self->overactive) ||
      !smr_command_parse_picks (self->command, "--underactive", options->underactive != NULL ? options->underactive : "", &self->underactive))
    return FALSE;
  if (options->kit != NULL && (self->kit = smr_command_parse_kit (self->command, options->kit)) == NULL)
    return FALSE;
  if (options->level != NULL && !smr_level_from_string (options->level, &level))
    smr_command_fail (SMR_EXIT_USAGE, _("--level: “%s” is not one of beginner, intermediate, advanced"), options->level);
  else if (options->setting != NULL && !smr_setting_from_string (options->setting, &setting))
    smr_command_fail (SMR_EXIT_USAGE, _("--setting: “%s” is not one of home, studio"), options->setting);
  else if (options->minutes < 0 || options->minutes > MINUTES_MAX)
    smr_command_fail (SMR_EXIT_USAGE, _("--minutes: a number from 1 to %d is expected"), MINUTES_MAX);
  else
    return TRUE;
  return FALSE;
}

gboolean
smr_planning_load_record (SmrPlanning *self, const char *what)
{
  g_autoptr (GError) error = NULL;

  self->record = smr_command_load_record (self->command, what, self->date, &error);
  if (self->record == NULL)
    smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  return self->record != NULL;
}

void
smr_planning_ask_gate (SmrPlanning *self)
{
  self->release = smr_gate_release (self->command->catalogue, self->record, self->routine, self->date, &self->findings);
}

void
smr_planning_make_plan (SmrPlanning *self, const SmrPlanOptions *options, const char *title_language)
{
  const SmrClient *client = self->record->client;

  self->request = (SmrPlanRequest) {
    .overactive = self->overactive,
    .underactive = self->underactive,
    .level = client->level,
    .setting = client->setting,
    .kit = (const char * const *) (self->kit != NULL ? self->kit : client->kit),
    .no_floor = options->no_floor,
    .accept_substitutes = options->accept_substitutes,
    .minutes = options->minutes,
  };
  if (options->level != NULL)
    smr_level_from_string (options->level, &self->request.level);
  if (options->setting != NULL)
    smr_setting_from_string (options->setting, &self->request.setting);

  self->screening = smr_screening_new (self->command->catalogue, self->record, self->date);
  self->plan = smr_plan_new (self->command->catalogue, self->screening, &self->request);
  self->routine = smr_routine_copy (self->plan->routine);
  self->routine->created = self->date;
  g_free (self->routine->title);
  self->routine->title = smr_routine_dup_default_title (self->routine, self->command->catalogue, title_language);
  smr_planning_ask_gate (self);
}

/* Over a cap the trainer has to choose, so the plan as it stands is not given. */
gboolean
smr_planning_is_releasable (const SmrPlanning *self)
{
  return self->release != NULL && (self->plan == NULL || !self->plan->over_cap);
}

SmrExitStatus
smr_planning_say_refusal (const SmrPlanning *self)
{
  const char *language = self->command->language;

  smr_command_fail (SMR_EXIT_REFUSED, _("refused for %s"), self->record->client->name);
  for (guint i = 0; i < self->findings->len; i++)
    {
      g_autofree char *text = smr_finding_dup_text (g_ptr_array_index (self->findings, i), language);

      smr_command_fail (SMR_EXIT_REFUSED, "%s", text);
    }
  /* Without a form every phase is locked for the reason that was just given. */
  for (guint i = 0; self->plan != NULL && i < self->plan->notices->len && smr_screening_has_valid_form (self->screening); i++)
    {
      g_autofree char *text = smr_notice_dup_text (g_ptr_array_index (self->plan->notices, i), language);

      smr_command_fail (SMR_EXIT_REFUSED, "%s", text);
    }
  return SMR_EXIT_REFUSED;
}
