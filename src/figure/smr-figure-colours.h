#pragma once

#include <glib.h>
#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  SMR_FIGURE_SCHEME_LIGHT,
  SMR_FIGURE_SCHEME_DARK,
  SMR_FIGURE_SCHEME_HIGH_CONTRAST,
  SMR_FIGURE_SCHEME_PAPER,      /* in greys alone nothing is lost */
} SmrFigureScheme;

#define SMR_N_FIGURE_SCHEMES 4

/* 0xrrggbb */
typedef guint32 SmrFigureColour;

/* What one layer of the picture is drawn with: the near body, its far limbs, or the ghost of the start. */
typedef struct
{
  SmrFigureColour line, skin, top, shorts, hair;
} SmrFigureTone;

typedef struct
{
  SmrFigureTone   near, far, ghost;
  SmrFigureColour highlight, hatch;
  SmrFigureColour arrow;
  SmrFigureColour prop_line, prop_fill, prop_dark;
  SmrFigureColour ground, shade;
} SmrFigureColours;

const SmrFigureColours *smr_figure_colours_get (SmrFigureScheme scheme);
void                    smr_figure_set_colour  (cairo_t *cr, SmrFigureColour colour);

G_END_DECLS
