#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the built-in fonts known to Pango. The first call does it, later ones cost nothing. */
void smr_handout_load_fonts (void);

G_END_DECLS
