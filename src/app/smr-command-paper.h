#pragma once

#include "smr-command.h"
#include "smr-practice.h"

G_BEGIN_DECLS

/* What the commands that write paper share. */

/* The first of three that is neither NULL nor empty, at last @c as it is. */
const char *smr_command_first_given    (const char *a, const char *b, const char *c);
/* The practice gives its letterhead; a client file is used without, unless a practice was named. @store stays NULL then. */
gboolean    smr_command_open_practice  (SmrCommand *self, const char *what, SmrStore **store, SmrPractice **practice, GError **error);
/* A new file beside @output, so that it can be renamed onto it. (transfer full) (nullable) */
char       *smr_command_make_temporary (const char *output, GError **error);
gboolean    smr_command_put_in_place   (const char *temporary, const char *output, GError **error);

G_END_DECLS
