#include "config.h"

#include "smr-command.h"

#include <glib/gi18n.h>

#include "smr-gate.h"
#include "smr-handout.h"
#include "smr-outcome.h"
#include "smr-print.h"
#include "smr-routine-words.h"
#include "smr-timing.h"

#define MINUTES_MAX 600

/* The options of a plan as they were given. */
typedef struct
{
  char    *date;
  char    *muscles;
  char    *underactive;
  char    *level;
  char    *setting;
  char    *kit;
  int      minutes;
  gboolean accept_substitutes;
} PlanOptions;

/* From a client and options to a routine and the gate's word about it. */
typedef struct
{
  SmrCommand     *command;
  SmrDate         date;
  SmrRecord      *record;
  GArray         *overactive;
  GArray         *underactive;
  GStrv           kit;         /* nullable: the client's */
  SmrPlanRequest  request;
  SmrScreening   *screening;
  SmrPlan        *plan;        /* nullable: a stored routine was asked for */
  SmrRoutine     *routine;
  GPtrArray      *findings;
  SmrRelease     *release;     /* nullable: the gate refused */
} Planning;

static void
plan_options_clear (PlanOptions *self)
{
  g_free (self->date);
  g_free (self->muscles);
  g_free (self->underactive);
  g_free (self->level);
  g_free (self->setting);
  g_free (self->kit);
}

static void
planning_clear (Planning *self)
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanOptions, plan_options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Planning, planning_clear)

#define PLAN_ENTRIES(options) \
    { "muscles", 0, 0, G_OPTION_ARG_FILENAME, &(options).muscles, N_("Overactive muscles with sides: lats:left,calves"), N_("LIST") }, \
    { "underactive", 0, 0, G_OPTION_ARG_FILENAME, &(options).underactive, N_("Muscles to activate besides"), N_("LIST") }, \
    { "accept-substitutes", 0, 0, G_OPTION_ARG_NONE, &(options).accept_substitutes, N_("Take the substitutes that are offered"), NULL }, \
    { "level", 0, 0, G_OPTION_ARG_FILENAME, &(options).level, N_("beginner, intermediate or advanced; the client’s if left out"), N_("LEVEL") }, \
    { "minutes", 0, 0, G_OPTION_ARG_INT, &(options).minutes, N_("How long it may take"), N_("N") }, \
    { "kit", 0, 0, G_OPTION_ARG_FILENAME, &(options).kit, N_("Tools at hand; the client’s if left out"), N_("LIST") }, \
    { "setting", 0, 0, G_OPTION_ARG_FILENAME, &(options).setting, N_("home or studio; the client’s if left out"), N_("SETTING") }, \
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &(options).date, N_("The day that is asked about, today if left out"), N_("DATE") }

/* --- planning */

/* What can be read of the options without the client. */
static gboolean
read_options (Planning *self, const PlanOptions *options)
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

static gboolean
load_record (Planning *self, const char *what)
{
  g_autoptr (GError) error = NULL;

  self->record = smr_command_load_record (self->command, what, self->date, &error);
  if (self->record == NULL)
    smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  return self->record != NULL;
}

static void
ask_gate (Planning *self)
{
  self->release = smr_gate_release (self->command->catalogue, self->record, self->routine, self->date, &self->findings);
}

/* @title_language: (nullable): of what the routine is called until somebody gives it a title. */
static void
make_plan (Planning *self, const PlanOptions *options, const char *title_language)
{
  const SmrClient *client = self->record->client;

  self->request = (SmrPlanRequest) {
    .overactive = self->overactive,
    .underactive = self->underactive,
    .level = client->level,
    .setting = client->setting,
    .kit = (const char * const *) (self->kit != NULL ? self->kit : client->kit),
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
  ask_gate (self);
}

/* Over a cap the trainer has to choose, so the plan as it stands is not given. */
static gboolean
is_releasable (const Planning *self)
{
  return self->release != NULL && (self->plan == NULL || !self->plan->over_cap);
}

/* Every reason on a line of its own. */
static SmrExitStatus
say_refusal (const Planning *self)
{
  const char *language = self->command->language;

  smr_command_fail (SMR_EXIT_REFUSED, _("refused for %s"), self->record->client->name);
  for (guint i = 0; i < self->findings->len; i++)
    {
      g_autofree char *text = smr_finding_dup_text (g_ptr_array_index (self->findings, i), language);

      smr_command_fail (SMR_EXIT_REFUSED, "%s", text);
    }
  for (guint i = 0; self->plan != NULL && i < self->plan->notices->len; i++)
    {
      g_autofree char *text = smr_notice_dup_text (g_ptr_array_index (self->plan->notices, i), language);

      smr_command_fail (SMR_EXIT_REFUSED, "%s", text);
    }
  return SMR_EXIT_REFUSED;
}

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
print_plan_json (const Planning *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *code = smr_routine_dup_plan_code (self->routine, self->command->catalogue);
  GArray *picks = self->overactive->len > 0 ? self->overactive : self->underactive;

  json_builder_begin_object (builder);
  smr_json_add_date (builder, "date", self->date);
  smr_json_add_boolean (builder, "releasable", is_releasable (self));
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
append_items (const Planning *self, GString *text)
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
print_plan_text (const Planning *self)
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

/* --- plan */

SmrExitStatus
smr_command_plan (SmrCommand *self, GStrv argv)
{
  g_auto (PlanOptions) options = { NULL };
  g_auto (Planning) planning = { .command = self };
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    PLAN_ENTRIES (options),
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;

  if (!smr_command_parse (self, argv, entries, 1, 1, &arguments))
    return SMR_EXIT_USAGE;
  if (options.muscles == NULL && options.underactive == NULL)
    return smr_command_fail (SMR_EXIT_USAGE, _("plan needs --muscles=LIST"));
  if (!read_options (&planning, &options))
    return SMR_EXIT_USAGE;
  if (!load_record (&planning, arguments[0]))
    return SMR_EXIT_FAILED;

  make_plan (&planning, &options, self->language);
  if (json && !print_plan_json (&planning))
    return SMR_EXIT_FAILED;

  /* Nothing asked for is nothing refused. */
  if (planning.overactive->len + planning.underactive->len == 0)
    {
      smr_command_fail (SMR_EXIT_DONE, _("there is nothing to plan yet: name the muscles with --muscles=LIST"));
      return SMR_EXIT_DONE;
    }
  if (!is_releasable (&planning))
    return json ? SMR_EXIT_REFUSED : say_refusal (&planning);
  return json || print_plan_text (&planning) ? SMR_EXIT_DONE : SMR_EXIT_FAILED;
}

/* --- handout */

typedef struct
{
  char *routine;
  char *output;
  char *layout;
  char *paper;
  char *language;
} SheetOptions;

static void
sheet_options_clear (SheetOptions *self)
{
  g_free (self->routine);
  g_free (self->output);
  g_free (self->layout);
  g_free (self->paper);
  g_free (self->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheetOptions, sheet_options_clear)

static gboolean
check_sheet_options (const SheetOptions *sheet_options, const PlanOptions *plan_options)
{
  SmrSheet sheet;

  if (sheet_options->output == NULL)
    smr_command_fail (SMR_EXIT_USAGE, _("handout needs --output=FILE.pdf"));
  else if ((sheet_options->routine != NULL) == (plan_options->muscles != NULL || plan_options->underactive != NULL))
    smr_command_fail (SMR_EXIT_USAGE, _("handout needs either --muscles=LIST or --routine=TITLE"));
  else if (sheet_options->routine != NULL && (plan_options->level != NULL || plan_options->setting != NULL || plan_options->kit != NULL ||
                                              plan_options->minutes != 0 || plan_options->accept_substitutes))
    smr_command_fail (SMR_EXIT_USAGE, _("--routine is given as it is: --level, --setting, --kit, --minutes and --accept-substitutes do not go with it"));
  else if (sheet_options->layout != NULL && !g_strv_contains (smr_handout_get_layouts (), sheet_options->layout))
    smr_command_fail (SMR_EXIT_USAGE, _("--layout: there is no layout “%s”"), sheet_options->layout);
  else if (sheet_options->paper != NULL && !smr_sheet_init_named (&sheet, sheet_options->paper))
    smr_command_fail (SMR_EXIT_USAGE, _("--paper: “%s” is not one of a4, letter"), sheet_options->paper);
  else
    return TRUE;
  return FALSE;
}

static const SmrRoutine *
find_routine (const SmrRecord *record, const char *title)
{
  for (guint i = 0; i < record->routines->len; i++)
    {
      const SmrRoutine *routine = g_ptr_array_index (record->routines, i);

      if (g_str_equal (routine->title, title))
        return routine;
    }
  return NULL;
}

/* A client file is used as it is; only a practice that was named gives its letterhead. */
static SmrPractice *
load_practice (SmrCommand *self, const char *what, GError **error)
{
  g_autoptr (SmrStore) store = NULL;

  if (smr_command_is_file (what) && self->practice == NULL && !self->sample)
    return smr_practice_new ();

  store = smr_command_open_store (self, FALSE, error);
  return store != NULL ? smr_store_load_practice (store, error) : NULL;
}

static const SmrTrainer *
find_trainer (const SmrPractice *practice, const char *name)
{
  for (guint i = 0; i < practice->trainers->len; i++)
    {
      const SmrTrainer *trainer = g_ptr_array_index (practice->trainers, i);

      if (*name == '\0' || g_str_equal (trainer->name, name))
        return trainer;
    }
  return NULL;
}

static const char *
first_given (const char *a, const char *b, const char *c)
{
  if (a != NULL && *a != '\0')
    return a;
  return b != NULL && *b != '\0' ? b : c;
}

static gboolean
write_sheet (const Planning *self, const SheetOptions *options, const SmrPractice *practice, const char *language, GError **error)
{
  const SmrClient *client = self->record->client;
  const SmrTrainer *trainer = find_trainer (practice, client->trainer);
  SmrHandoutContent content = {
    .release = self->release,
    .practice = practice,
    .trainer = trainer != NULL ? trainer->name : client->trainer,
    .trainer_phone = trainer != NULL ? first_given (trainer->phone, practice->phone, NULL) : practice->phone,
    .language = language,
    .layout = options->layout != NULL ? options->layout : "list",
    .text_scale = 1.0,
  };
  g_autoptr (SmrHandout) handout = NULL;
  SmrSheet sheet;

  smr_sheet_init_named (&sheet, first_given (options->paper, practice->paper, "a4"));
  handout = smr_handout_new (&content, &sheet);
  return smr_print_export_pdf (handout, &sheet, options->output, self->date, error);
}

SmrExitStatus
smr_command_handout (SmrCommand *self, GStrv argv)
{
  g_auto (PlanOptions) options = { NULL };
  g_auto (SheetOptions) sheet_options = { NULL };
  g_auto (Planning) planning = { .command = self };
  const GOptionEntry entries[] = {
    PLAN_ENTRIES (options),
    { "routine", 0, 0, G_OPTION_ARG_FILENAME, &sheet_options.routine, N_("A routine of the client instead of a new plan"), N_("TITLE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &sheet_options.output, N_("Where to write the sheet"), N_("FILE.pdf") },
    { "layout", 0, 0, G_OPTION_ARG_FILENAME, &sheet_options.layout, N_("How the sheet is laid out: list"), N_("NAME") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &sheet_options.paper, N_("a4 or letter; the practice’s if left out"), N_("PAPER") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &sheet_options.language, N_("Of the sheet; the client’s if left out"), N_("LANG") },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (SmrPractice) practice = NULL;
  g_autoptr (GError) error = NULL;
  const char *language;

  if (!smr_command_parse (self, argv, entries, 1, 1, &arguments) ||
      !check_sheet_options (&sheet_options, &options) || !read_options (&planning, &options))
    return SMR_EXIT_USAGE;
  if (!load_record (&planning, arguments[0]))
    return SMR_EXIT_FAILED;
  practice = load_practice (self, arguments[0], &error);
  if (practice == NULL)
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);

  language = first_given (planning.record->client->language, practice->language, self->language);
  language = first_given (sheet_options.language, language, NULL);
  if (sheet_options.routine == NULL)
    {
      make_plan (&planning, &options, language);
    }
  else
    {
      const SmrRoutine *routine = find_routine (planning.record, sheet_options.routine);

      if (routine == NULL)
        return smr_command_fail (SMR_EXIT_FAILED, _("%s has no routine “%s”"), planning.record->client->name, sheet_options.routine);
      planning.routine = smr_routine_copy (routine);
      ask_gate (&planning);
    }

  if (!is_releasable (&planning))
    return say_refusal (&planning);
  if (!write_sheet (&planning, &sheet_options, practice, language, &error))
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  return SMR_EXIT_DONE;
}
