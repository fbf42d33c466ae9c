#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks whether what was typed into @dialog shall be thrown away, so that one slip of the Escape key does not; closes it then. */
void smr_discard_ask (AdwDialog *dialog);

G_END_DECLS
