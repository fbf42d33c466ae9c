#pragma once

#include <cairo.h>

#include "smr-signature.h"

G_BEGIN_DECLS

/* Draws the strokes with the source that is set, as large as the rectangle allows, from its left edge, in the middle of
 * its height. Lines grow with the figure. */
void smr_signature_draw (const SmrSignature *self, cairo_t *cr, double x, double y, double width, double height);

G_END_DECLS
