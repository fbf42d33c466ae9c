#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the options ask for when there is no command: the window. */
typedef struct
{
  char    *practice;           /* nullable: path */
  gboolean sample;
} SmrWindowRequest;

/* Runs the command that @argv names and puts its exit status in @status. FALSE: there is none, the window is wanted.
 * Needs no display. */
gboolean smr_command_line_run (int argc, char **argv, SmrWindowRequest *window, int *status);

G_END_DECLS
