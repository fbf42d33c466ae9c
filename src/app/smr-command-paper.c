#include "config.h"

#include "smr-command-paper.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

const char *
smr_command_first_given (const char *a, const char *b, const char *c)
{
  if (a != NULL && *a != '\0')
    return a;
  return b != NULL && *b != '\0' ? b : c;
}

gboolean
smr_command_open_practice (SmrCommand *self, const char *what, SmrStore **store, SmrPractice **practice, GError **error)
{
  if (smr_command_is_file (what) && self->practice == NULL && !self->sample)
    {
      *practice = smr_practice_new ();
      return TRUE;
    }

  *store = smr_command_open_store (self, FALSE, error);
  if (*store != NULL)
    *practice = smr_store_load_practice (*store, error);
  return *practice != NULL;
}

static void
set_write_error (GError **error, const char *path, int code)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _("“%s” cannot be written: %s"), path, g_strerror (code));
}

char *
smr_command_make_temporary (const char *output, GError **error)
{
  g_autofree char *temporary = g_strconcat (output, ".XXXXXX", NULL);
  int fd = g_mkstemp (temporary);

  if (fd < 0)
    {
      set_write_error (error, output, errno);
      return NULL;
    }
  g_close (fd, NULL);
  return g_steal_pointer (&temporary);
}

gboolean
smr_command_put_in_place (const char *temporary, const char *output, GError **error)
{
  if (g_rename (temporary, output) == 0)
    return TRUE;

  set_write_error (error, output, errno);
  return FALSE;
}
