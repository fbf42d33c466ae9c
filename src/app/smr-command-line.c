#include "config.h"

#include "smr-command-line.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "smr-catalogue-reader.h"
#include "smr-clock.h"
#include "smr-command.h"
#include "smr-language.h"

typedef struct
{
  const char    *name;
  const char    *arguments; /* nullable */
  const char    *summary;
  SmrExitStatus (*run) (SmrCommand *command, GStrv argv);
} Entry;

static const Entry entries[] = {
  { "clients", NULL, N_("List the clients of the practice."), smr_command_clients },
  { "import", "FILE…", N_("Add clients from client files (.json), tables (.csv) and address books (.vcf), each file as a whole or not at all."), smr_command_import },
  { "export", "CLIENT", N_("Write everything that is kept about a client to a client file."), smr_command_export },
  { "screen", "CLIENT|FILE.json", N_("Say what a client’s answers and clearances allow."), smr_command_screen },
  { "plan", "CLIENT|FILE.json", N_("Plan a routine for overactive muscles within what is allowed."), smr_command_plan },
  { "handout", "CLIENT|FILE.json", N_("Make the printable sheet of a routine as a PDF file."), smr_command_handout },
  { "form", "[CLIENT|FILE.json]", N_("Make the health form as a PDF file, blank to be filled in by hand or as it was answered."), smr_command_form },
  { "letter", "CLIENT|FILE.json", N_("Make the letter that asks a physician for a clearance as a PDF file."), smr_command_letter },
  { "assessments", "CLIENT|FILE.json", N_("List what was seen of a client’s posture and movement, and what often goes with it."), smr_command_assessments },
  { "muscles", NULL, N_("List the muscles of the catalogue."), smr_command_muscles },
  { "exercises", NULL, N_("List the exercises of the catalogue."), smr_command_exercises },
  { "conditions", NULL, N_("List the rows of the checklist, body regions and restrictions."), smr_command_conditions },
  { "tools", NULL, N_("List the tools of the catalogue."), smr_command_tools },
  { "check", NULL, N_("List the clients who need attention: forms, clearances, routines that no longer pass."), smr_command_check },
  { "backup", "FILE", N_("Write a copy of the practice to a file."), smr_command_backup },
  { "restore", "FILE", N_("Put a backup in the place of the practice, which is kept beside it."), smr_command_restore },
};

static const Entry *
find_entry (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (g_str_equal (entries[i].name, name))
        return &entries[i];
    }
  return NULL;
}

static char *
dup_command_list (void)
{
  GString *list = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_string_append_printf (list, "\n  %-11s %s", entries[i].name, _(entries[i].summary));
  g_string_append_printf (list, "\n\n%s\n", _("Without a command the window opens. “smr-coach COMMAND --help” lists the options of a command."));
  return g_string_free_and_steal (list);
}

static SmrExitStatus
print_version (void)
{
  const char *sqlite_running, *sqlite_built_against;
  g_autofree char *text = NULL;

  smr_store_get_library_versions (&sqlite_running, &sqlite_built_against);
  text = g_strdup_printf (
    "smr-coach %s\n"
    "GTK %u.%u.%u (built against %d.%d.%d)\n"
    "libadwaita %u.%u.%u (built against %s)\n"
    "GLib %u.%u.%u (built against %d.%d.%d)\n"
    "SQLite %s (built against %s)\n",
    PACKAGE_VERSION,
    gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
    GTK_MAJOR_VERSION, GTK_MINOR_VERSION, GTK_MICRO_VERSION,
    adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (), ADW_VERSION_S,
    glib_major_version, glib_minor_version, glib_micro_version,
    GLIB_MAJOR_VERSION, GLIB_MINOR_VERSION, GLIB_MICRO_VERSION,
    sqlite_running, sqlite_built_against);

  return smr_command_print (text) ? SMR_EXIT_DONE : SMR_EXIT_FAILED;
}

static SmrExitStatus
run_command (const Entry *entry, const SmrWindowRequest *request, GStrv argv)
{
  SmrCommand command = {
    .name = entry->name,
    .arguments = entry->arguments,
    .summary = entry->summary,
    .practice = request->practice,
    .sample = request->sample,
    .today = smr_clock_today (),
    .language = smr_ui_language (),
    .catalogue = smr_catalogue_load_builtin (),
  };
  SmrExitStatus status = entry->run (&command, argv);

  smr_catalogue_unref (command.catalogue);
  return status;
}

gboolean
smr_command_line_run (int argc, char **argv, SmrWindowRequest *window, int *status)
{
  gboolean version = FALSE;
  const GOptionEntry options[] = {
    { "practice", 0, 0, G_OPTION_ARG_FILENAME, &window->practice, N_("Another practice than your own"), N_("FILE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &window->sample, N_("The sample practice, made when it is not there"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print versions and exit"), NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (N_("[COMMAND …]"));
  g_autofree char *commands = dup_command_list ();
  g_auto (GStrv) rest = g_strdupv (argv);
  g_autoptr (GError) error = NULL;
  const Entry *entry;

  g_set_prgname ("smr-coach");
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_description (context, commands);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      *status = smr_command_fail (SMR_EXIT_USAGE, "%s", error->message);
      return TRUE;
    }
  if (window->practice != NULL && window->sample)
    {
      *status = smr_command_fail (SMR_EXIT_USAGE, _("--practice and --sample exclude each other"));
      return TRUE;
    }
  if (version)
    {
      *status = print_version ();
      return TRUE;
    }
  if (rest[1] == NULL)
    return FALSE;

  entry = find_entry (rest[1]);
  if (entry == NULL)
    *status = smr_command_fail (SMR_EXIT_USAGE, _("“%s” is not a command; “smr-coach --help” lists them"), rest[1]);
  else
    *status = run_command (entry, window, rest + 1);
  return TRUE;
}
