#include "config.h"

#include "smr-command-paper.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "smr-form.h"
#include "smr-letter-sheet.h"
#include "smr-letters.h"
#include "smr-paper.h"
#include "smr-print.h"

typedef struct
{
  char *output;
  char *paper;
  char *language;
} PaperOptions;

static void
paper_options_clear (PaperOptions *self)
{
  g_free (self->output);
  g_free (self->paper);
  g_free (self->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PaperOptions, paper_options_clear)

#define PAPER_ENTRIES(options)                                                                                                                  \
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &(options).output, N_("Where to write it"), N_("FILE.pdf") },                                      \
  { "paper", 0, 0, G_OPTION_ARG_FILENAME, &(options).paper, N_("a4 or letter; the practice’s if left out"), N_("PAPER") },                      \
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &(options).language, N_("Of the paper; the client’s or the practice’s if left out"), N_("LANG") }

static gboolean
check_paper_options (SmrCommand *self, const PaperOptions *options)
{
  SmrSheet sheet;

  if (options->output == NULL)
    smr_command_fail (SMR_EXIT_USAGE, _("%s needs --output=FILE.pdf"), self->name);
  else if (options->paper != NULL && !smr_sheet_init_named (&sheet, options->paper))
    smr_command_fail (SMR_EXIT_USAGE, _("--paper: “%s” is not one of a4, letter"), options->paper);
  else
    return TRUE;
  return FALSE;
}

static const char *
choose_language (SmrCommand *self, const PaperOptions *options, const SmrPractice *practice, const SmrClient *client)
{
  const char *language = smr_command_first_given (practice->language, self->language, NULL);

  return smr_command_first_given (options->language, client != NULL ? client->language : NULL, language);
}

static void
init_sheet (SmrSheet *sheet, const PaperOptions *options, const SmrPractice *practice)
{
  smr_sheet_init_named (sheet, smr_command_first_given (options->paper, smr_paper_for_practice (practice), NULL));
}

/* --- form */

/* The form that counts, else what was filled in so far. (transfer full) (nullable) */
static SmrIntake *
find_form (const SmrRecord *record, SmrStore *store, GError **error)
{
  SmrIntake *draft = NULL;

  if (record->intakes->len > 0)
    return smr_intake_copy (g_ptr_array_index (record->intakes, record->intakes->len - 1));
  if (store != NULL && record->client->id != 0)
    draft = smr_store_load_draft_intake (store, record->client->id, error);
  if (draft == NULL && *error == NULL)
    g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, _("%s has no health form yet; --blank makes one to fill in"), record->client->name);
  return draft;
}

/* A blank form for anyone has the letterhead of the practice, if there is one yet. */
static gboolean
open_any_practice (SmrCommand *self, SmrStore **store, SmrPractice **practice, GError **error)
{
  g_autofree char *path = smr_command_dup_store_path (self);

  if (self->practice == NULL && !self->sample && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      *practice = smr_practice_new ();
      return TRUE;
    }
  *store = smr_command_open_store (self, FALSE, error);
  if (*store != NULL)
    *practice = smr_store_load_practice (*store, error);
  return *practice != NULL;
}

static gboolean
write_form (SmrCommand *self, const char *what, gboolean blank, const PaperOptions *options, GError **error)
{
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (SmrPractice) practice = NULL;
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (SmrIntake) intake = NULL;
  g_autoptr (SmrHandout) form = NULL;
  SmrFormContent content = { .catalogue = self->catalogue };
  SmrSheet sheet;

  if (what != NULL && (record = smr_command_load_record (self, what, self->today, error)) == NULL)
    return FALSE;
  if (what != NULL ? !smr_command_open_practice (self, what, &store, &practice, error)
                   : !open_any_practice (self, &store, &practice, error))
    return FALSE;
  if (!blank && (intake = find_form (record, smr_command_is_file (what) ? NULL : store, error)) == NULL)
    return FALSE;

  content.practice = practice;
  content.client = record != NULL ? record->client : NULL;
  content.intake = intake;
  content.readings = record != NULL ? record->readings : NULL;
  content.language = choose_language (self, options, practice, content.client);
  init_sheet (&sheet, options, practice);
  form = smr_handout_new_form (&content, &sheet);
  return smr_print_export_pdf (form, &sheet, options->output, self->today, error);
}

SmrExitStatus
smr_command_form (SmrCommand *self, GStrv argv)
{
  g_auto (PaperOptions) options = { NULL };
  gboolean blank = FALSE;
  const GOptionEntry entries[] = {
    PAPER_ENTRIES (options),
    { "blank", 0, 0, G_OPTION_ARG_NONE, &blank, N_("To be filled in by hand, whatever was answered"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;

  if (!smr_command_parse (self, argv, entries, 0, 1, &arguments) || !check_paper_options (self, &options))
    return SMR_EXIT_USAGE;
  if (!write_form (self, arguments[0], blank || arguments[0] == NULL, &options, &error))
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  return SMR_EXIT_DONE;
}

/* --- letter */

typedef struct
{
  char *conditions;
  char *physician;
  char *address;
  char *date;
} LetterOptions;

static void
letter_options_clear (LetterOptions *self)
{
  g_free (self->conditions);
  g_free (self->physician);
  g_free (self->address);
  g_free (self->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LetterOptions, letter_options_clear)

/* FALSE: said what is wrong. */
static gboolean
choose_conditions (SmrCommand *self, const char *list, SmrLetter *letter)
{
  g_auto (GStrv) words = g_strsplit (list, ",", -1);

  g_ptr_array_set_size (letter->conditions, 0);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const SmrCondition *condition = smr_catalogue_find_condition (self->catalogue, g_strstrip (words[i]));

      if (condition == NULL || !condition->clearable)
        {
          smr_command_fail (SMR_EXIT_USAGE, _("--conditions: “%s” is not a row that a physician can clear"), words[i]);
          return FALSE;
        }
      g_ptr_array_add (letter->conditions, (gpointer) condition->id);
    }
  return TRUE;
}

static gboolean
check_line (const char *option, const char *text, int max_chars, gboolean multiline)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || smr_record_validate_text (option, text, -1, max_chars, multiline, &error))
    return TRUE;
  smr_command_fail (SMR_EXIT_USAGE, "%s", error->message);
  return FALSE;
}

/* The letter goes out once it is on record. */
static gboolean
write_letter (SmrCommand *self, const SmrRecord *record, const SmrLetter *letter, SmrStore *store, const SmrPractice *practice,
              const PaperOptions *options, GError **error)
{
  SmrLetterContent content = {
    .catalogue = self->catalogue,
    .practice = practice,
    .record = record,
    .letter = letter,
    .language = choose_language (self, options, practice, NULL),
  };
  g_autoptr (SmrHandout) page = NULL;
  g_autofree char *temporary = NULL;
  SmrSheet sheet;

  init_sheet (&sheet, options, practice);
  page = smr_handout_new_letter (&content, &sheet);
  temporary = smr_command_make_temporary (options->output, error);
  if (temporary == NULL)
    return FALSE;
  if (smr_print_export_pdf (page, &sheet, temporary, letter->dated, error) &&
      (store == NULL || smr_store_add_letter (store, record->client->id, letter, error) != 0) &&
      smr_command_put_in_place (temporary, options->output, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}

SmrExitStatus
smr_command_letter (SmrCommand *self, GStrv argv)
{
  g_auto (PaperOptions) options = { NULL };
  g_auto (LetterOptions) letter_options = { NULL };
  const GOptionEntry entries[] = {
    PAPER_ENTRIES (options),
    { "conditions", 0, 0, G_OPTION_ARG_STRING, &letter_options.conditions, N_("What to ask about; all that needs a clearance if left out"), N_("LIST") },
    { "physician", 0, 0, G_OPTION_ARG_STRING, &letter_options.physician, N_("To whom; who was last asked if left out"), N_("NAME") },
    { "address", 0, 0, G_OPTION_ARG_STRING, &letter_options.address, N_("Where the physician practises"), N_("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &letter_options.date, N_("Of the letter; today if left out"), N_("DATE") },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (SmrPractice) practice = NULL;
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (SmrLetter) letter = NULL;
  g_autoptr (GError) error = NULL;
  SmrDate date;

  if (!smr_command_parse (self, argv, entries, 1, 1, &arguments) || !check_paper_options (self, &options) ||
      !smr_command_parse_date (self, letter_options.date, &date) ||
      !check_line ("--physician", letter_options.physician, SMR_NAME_MAX_CHARS, FALSE) ||
      !check_line ("--address", letter_options.address, SMR_TEXT_MAX_CHARS, TRUE))
    return SMR_EXIT_USAGE;
  if ((record = smr_command_load_record (self, arguments[0], date, &error)) == NULL ||
      !smr_command_open_practice (self, arguments[0], &store, &practice, &error))
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);

  letter = smr_letter_propose (self->catalogue, record, date);
  if (letter_options.physician != NULL)
    g_set_str (&letter->physician, letter_options.physician);
  if (letter_options.address != NULL)
    g_set_str (&letter->address, letter_options.address);
  if (letter_options.conditions != NULL && !choose_conditions (self, letter_options.conditions, letter))
    return SMR_EXIT_USAGE;
  if (letter->conditions->len == 0)
    return smr_command_fail (SMR_EXIT_FAILED, _("%s has nothing that a physician would have to clear"), record->client->name);
  if (!write_letter (self, record, letter, smr_command_is_file (arguments[0]) ? NULL : store, practice, &options, &error))
    return smr_command_fail (SMR_EXIT_FAILED, "%s", error->message);
  return SMR_EXIT_DONE;
}
