#include "config.h"

#include "smr-command.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "smr-clock.h"
#include "smr-command-paper.h"
#include "smr-handout.h"
#include "smr-paper.h"
#include "smr-planning.h"
#include "smr-print.h"

typedef struct
{
  char *routine;
  char *output;
  char *layout;
  char *paper;
  char *language;
  gboolean diary;
  gboolean changes;
  gboolean check_all_no;
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
check_sheet_options (const SheetOptions *sheet_options, const SmrPlanOptions *plan_options)
{
  SmrHandoutLayout layout;
  SmrSheet sheet;

  if (sheet_options->output == NULL)
    smr_command_fail (SMR_EXIT_USAGE, _("handout needs --output=FILE.pdf"));
  else if ((sheet_options->routine != NULL) == (plan_options->muscles != NULL || plan_options->underactive != NULL))
    smr_command_fail (SMR_EXIT_USAGE, _("handout needs either --muscles=LIST or --routine=TITLE"));
  else if (sheet_options->routine != NULL && (plan_options->level != NULL || plan_options->setting != NULL || plan_options->kit != NULL ||
                                              plan_options->minutes != 0 || plan_options->no_floor || plan_options->accept_substitutes))
    smr_command_fail (SMR_EXIT_USAGE, _("--routine is given as it is: --level, --setting, --kit, --minutes, --no-floor and --accept-substitutes do not go with it"));
  else if (sheet_options->changes && sheet_options->routine == NULL)
    smr_command_fail (SMR_EXIT_USAGE, _("--changes needs --routine=TITLE: a new plan has no version before"));
  else if (sheet_options->layout != NULL && !smr_handout_layout_from_string (sheet_options->layout, &layout))
    smr_command_fail (SMR_EXIT_USAGE, _("--layout: “%s” is not one of list, cards-1, cards-2, cards-4, overview, large, trainer"), sheet_options->layout);
  else if (sheet_options->paper != NULL && !smr_sheet_init_named (&sheet, sheet_options->paper))
    smr_command_fail (SMR_EXIT_USAGE, _("--paper: “%s” is not one of a4, letter"), sheet_options->paper);
  else
    return TRUE;
  return FALSE;
}

/* FALSE: said that there is none. */
static gboolean
take_routine (SmrPlanning *planning, const char *title)
{
  const SmrRecord *record = planning->record;

  for (guint i = 0; i < record->routines->len; i++)
    {
      const SmrRoutine *routine = g_ptr_array_index (record->routines, i);

      if (!g_str_equal (routine->title, title))
        continue;
      planning->routine = smr_routine_copy (routine);
      smr_planning_ask_gate (planning);
      return TRUE;
    }

  smr_command_fail (SMR_EXIT_FAILED, _("%s has no routine “%s”"), record->client->name, title);
  return FALSE;
}

/* The version before, where there is one. FALSE: it could not be read. */
static gboolean
load_previous (SmrStore *store, const SmrRoutine *routine, SmrRoutine **previous, GError **error)
{
  if (store == NULL || routine->version < 2 || routine->id == 0)
    return TRUE;
  *previous = smr_store_load_routine (store, routine->id, routine->version - 1, error);
  return *previous != NULL;
}

/* --- on its way out */

/* One sheet, with what is needed to make and to keep it. */
typedef struct
{
  const SmrPlanning *planning;
  const SmrPractice *practice;
  SmrStore          *store;    /* nullable: a client file is asked about, nothing is kept */
  const char        *output;
  SmrHandoutLayout   layout;
  const char        *paper;
  const char        *language; /* nullable: English */
  SmrRoutine        *previous; /* nullable */
  gboolean           diary;
} Job;

static SmrHandout *
make_handout (const Job *self, const SmrSheet *sheet)
{
  const SmrClient *client = self->planning->record->client;
  const SmrTrainer *trainer = smr_practice_find_trainer (self->practice, client->trainer);
  SmrHandoutContent content = {
    .release = self->planning->release,
    .practice = self->practice,
    .trainer = trainer != NULL ? trainer->name : client->trainer,
    .trainer_phone = trainer != NULL ? smr_command_first_given (trainer->phone, self->practice->phone, NULL) : self->practice->phone,
    .language = self->language,
    .layout = self->layout,
    .text_scale = 1.0,
    .previous = self->previous,
    .diary = self->diary,
  };

  return smr_handout_new (&content, sheet);
}

/* The routine as it lies in the practice; a new plan is saved, unless the client has just this one already. */
static gboolean
find_or_save_routine (const Job *self, gint64 *id, int *version, GError **error)
{
  const SmrRecord *record = self->planning->record;
  const SmrRoutine *routine = self->planning->routine;

  for (guint i = 0; i < record->routines->len; i++)
    {
      const SmrRoutine *known = g_ptr_array_index (record->routines, i);

      if (smr_routine_equal (known, routine))
        {
          *id = known->id;
          *version = known->version;
          return TRUE;
        }
    }
  return smr_store_save_routine (self->store, record->client->id, routine, id, version, error);
}

/* What goes out is kept as it is, in @pdf. */
static gboolean
keep (const Job *self, SmrHandout *handout, const char *pdf, GError **error)
{
  g_autofree char *code = smr_routine_dup_plan_code (self->planning->routine, self->planning->command->catalogue);
  SmrHandoutSummary summary = {
    .date = self->planning->date,
    .plan_code = code,
    .layout = (char *) smr_handout_layout_to_string (self->layout),
    .language = (char *) smr_command_first_given (self->language, "en", NULL),
    .paper = (char *) self->paper,
    .pages = smr_handout_get_n_pages (handout),
  };
  g_autoptr (GBytes) bytes = NULL;
  gint64 routine;
  int version;
  char *content;
  gsize length;

  if (!g_file_get_contents (pdf, &content, &length, error))
    return FALSE;
  bytes = g_bytes_new_take (content, length);
  return find_or_save_routine (self, &routine, &version, error) &&
         smr_store_issue_routine (self->store, routine, version, &summary, bytes, error) != 0;
}

/* Written beside its place, kept, and only then put there: what is out is on record. */
static gboolean
run_job (const Job *self, GError **error)
{
  g_autofree char *temporary = NULL;
  g_autoptr (SmrHandout) handout = NULL;
  SmrSheet sheet;

  smr_sheet_init_named (&sheet, self->paper);
  handout = make_handout (self, &sheet);
  if (self->store == NULL || self->layout == SMR_HANDOUT_LAYOUT_TRAINER)
    return smr_print_export_pdf (handout, &sheet, self->output, self->planning->date, error);

  temporary = smr_command_make_temporary (self->output, error);
  if (temporary == NULL)
    return FALSE;
  if (smr_print_export_pdf (handout, &sheet, temporary, self->planning->date, error) &&
      keep (self, handout, temporary, error) && smr_command_put_in_place (temporary, self->output, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}

/* --- the quick check of the day */

/* Every question of it was asked and answered with no: it counts like one from the window. */
static gboolean
take_check_all_no (SmrPlanning *planning)
{
  if (planning->date > smr_clock_today ())
    {
      smr_command_fail (SMR_EXIT_USAGE, _("--check-all-no: nobody can be asked about a day that is still to come"));
      return FALSE;
    }
  g_ptr_array_add (planning->record->checks, smr_check_new_all_no (planning->command->catalogue, planning->date));
  return TRUE;
}

/* The window asks before it issues; here the sheet comes with a word about it. */
static void
remind_of_check (const SmrPlanning *planning)
{
  g_autofree char *day = NULL;

  if (smr_record_has_check (planning->record, planning->command->catalogue, planning->date))
    return;
  day = smr_date_to_string (planning->date);
  smr_command_fail (SMR_EXIT_DONE, _("note: no quick check of %s is on file; ask before the session, and give --check-all-no when every answer is no"), day);
}

static gboolean
keep_check (const Job *self, GError **error)
{
  GPtrArray *checks = self->planning->record->checks;

  return self->store == NULL || smr_store_add_check (self->store, self->planning->record->client->id,
                                                     g_ptr_array_index (checks, checks->len - 1), error) != 0;
}

/* --- the command */

SmrExitStatus
smr_command_handout (SmrCommand *self, GStrv argv)
{
  g_auto (SmrPlanOptions) options = { NULL };
  g_auto (SheetOptions) sheet_options = { NULL };
  g_auto (SmrPlanning) planning = { .command = self };
  const GOptionEntry entries[] = {
    SMR_PLAN_ENTRIES (options),
    { "routine", 0, 0, G_OPTION_ARG_FILENAME, &sheet_options.routine, N_("A routine of the client instead of a new plan"), N_("TITLE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &sheet_options.output, N_("Where to write the sheet"), N_("FILE.pdf") },
    { "layout", 0, 0, G_OPTION_ARG_FILENAME, &sheet_options.layout, N_("list (the default), cards-1, cards-2 or cards-4 to a page, overview, large for large print; trainer for the trainer’s copy, which is not kept as handed out"), N_("NAME") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &sheet_options.paper, N_("a4 or letter; the practice’s if left out"), N_("PAPER") },
    { "diary", 0, 0, G_OPTION_ARG_NONE, &sheet_options.diary, N_("Add a diary to tick"), NULL },
    { "changes", 0, 0, G_OPTION_ARG_NONE, &sheet_options.changes, N_("With --routine: mark what changed since the version before"), NULL },
    { "check-all-no", 0, 0, G_OPTION_ARG_NONE, &sheet_options.check_all_no, N_("The quick check was asked: every answer is no"), NULL },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &sheet_options.language, N_("Of the sheet; the client’s if left out"), N_("LANG") },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (SmrPractice) practice = NULL;
  g_autoptr (SmrRoutine) previous = NULL;
  g_autoptr (GError) error = NULL;
  Job job = { .planning = &planning };

  if (!smr_command_parse (self, argv, entries, 1, 1, &arguments) ||
      !check_sheet_options (&sheet_options, &options) || !smr_planning_read_options (&planning, &options))
    return SMR_EXIT_USAGE;
  if (!smr_planning_load_record (&planning, arguments[0]))
    return SMR_EXIT_FAILED;
  if (!smr_command_open_practice (self, arguments[0], &store, &practice, &error))
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);

  job.practice = practice;
  job.store = smr_command_is_file (arguments[0]) ? NULL : store;
  job.output = sheet_options.output;
  smr_handout_layout_from_string (smr_command_first_given (sheet_options.layout, "list", NULL), &job.layout);
  job.paper = smr_command_first_given (sheet_options.paper, smr_paper_for_practice (practice), NULL);
  job.language = smr_command_first_given (practice->language, self->language, NULL);
  job.language = smr_command_first_given (sheet_options.language, planning.record->client->language, job.language);

  if (sheet_options.check_all_no && !take_check_all_no (&planning))
    return SMR_EXIT_USAGE;
  if (sheet_options.routine == NULL)
    smr_planning_make_plan (&planning, &options, job.language);
  else if (!take_routine (&planning, sheet_options.routine))
    return SMR_EXIT_FAILED;
  if (sheet_options.changes && !load_previous (job.store, planning.routine, &previous, &error))
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  job.previous = previous;
  job.diary = sheet_options.diary;
  if (!smr_planning_is_releasable (&planning))
    return smr_planning_say_refusal (&planning);
  if ((sheet_options.check_all_no && !keep_check (&job, &error)) || !run_job (&job, &error))
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  remind_of_check (&planning);
  return SMR_EXIT_DONE;
}
