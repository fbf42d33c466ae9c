#pragma once

#include "smr-designer.h"

G_BEGIN_DECLS

/* Picks everything that @line names as one step, and gives the doses that it asks for as far as they are allowed; see
 * smr-shorthand.h. @role: of muscles that name none. FALSE: nothing was picked, and @said tells which word is not
 * understood. TRUE: @said is NULL, or tells which doses were not taken and why.
 * @said: (out) (transfer full) (nullable) */
gboolean smr_designer_pick_line (SmrDesigner *self, const char *line, SmrRole role, char **said);

G_END_DECLS
