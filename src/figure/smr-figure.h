#pragma once

#include "smr-figure-colours.h"
#include "smr-pose.h"

G_BEGIN_DECLS

/* Draws the picture of an exercise, as large as it fits, into a rectangle in points of @cr's user space. Screen, paper
 * and PDF call it alike. @side is the side the client treats: the picture is mirrored when it was drawn for the other
 * one; both sides and each side in turn show it as it was drawn. */
void smr_figure_draw (cairo_t *cr, const SmrFigure *figure, SmrItemSide side, SmrFigureScheme scheme,
                      double x, double y, double width, double height);

/* Whether that mirrors the picture. */
gboolean smr_figure_is_mirrored (const SmrFigure *figure, SmrItemSide side);

G_END_DECLS
