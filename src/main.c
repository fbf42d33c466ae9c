#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "smr-application.h"
#include "smr-command-line.h"

int
main (int argc, char *argv[])
{
  g_autoptr (SmrApplication) application = NULL;
  SmrWindowRequest window = { NULL, FALSE };
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* The commands need no display, and an application object would want one. */
  if (!smr_command_line_run (argc, argv, &window, &status))
    {
      application = smr_application_new (window.practice, window.sample);
      status = g_application_run (G_APPLICATION (application), 1, argv);
    }
  g_free (window.practice);
  return status;
}
