#pragma once

#include <cairo.h>

#include "smr-catalogue.h"

G_BEGIN_DECLS

/* The body map as a picture: pure functions of values that draw in the units of the chart, the midline at x = 0, the crown
 * at y = 0, on screen and paper alike. The caller scales. */

/* What is said of a muscle on one side. Each has a pattern of its own, so that colour is never needed to tell them apart:
 * diagonal lines, dots, lattice. */
typedef enum
{
  SMR_BODY_MARK_REST,
  SMR_BODY_MARK_OVERACTIVE,
  SMR_BODY_MARK_UNDERACTIVE,
  SMR_BODY_MARK_EXCLUDED,
} SmrBodyMark;

#define SMR_N_BODY_MARKS 4

typedef struct
{
  double red;
  double green;
  double blue;
} SmrTone;

typedef struct
{
  SmrTone silhouette;           /* what shows between the muscles */
  SmrTone plain;                /* shapes that are no muscle of the catalogue */
  SmrTone outline;
  double  outline_width;        /* in pixels or points; 0 for none */
  SmrTone fill[SMR_N_BODY_MARKS];
  SmrTone pattern[SMR_N_BODY_MARKS];
  SmrTone hover;                /* a muscle at rest under the pointer */
  SmrTone focus;
} SmrBodyColors;

typedef enum
{
  SMR_BODY_SCHEME_LIGHT,
  SMR_BODY_SCHEME_DARK,
  SMR_BODY_SCHEME_HIGH_CONTRAST,
  SMR_BODY_SCHEME_HIGH_CONTRAST_DARK,
  SMR_BODY_SCHEME_PAPER,
} SmrBodyScheme;

const SmrBodyColors *smr_body_colors_get (SmrBodyScheme scheme);

typedef struct
{
  SmrBodyMark mark;
  gboolean    hover;
} SmrBodyState;

/* One muscle's shapes on @side: left, right or, for a midline muscle, both halves. A deep muscle at rest is not seen. */
void smr_body_draw_muscle (cairo_t *cr, SmrBodyChart *chart, SmrBodyView view, const char *muscle, SmrSide side,
                           const SmrBodyState *state, const SmrBodyColors *colors);
/* The outline of what is focused, to be drawn above its neighbours. */
void smr_body_draw_focus  (cairo_t *cr, SmrBodyChart *chart, SmrBodyView view, const char *muscle, SmrSide side, const SmrBodyColors *colors);

typedef SmrBodyMark (*SmrBodyMarkFunc) (const SmrMuscle *muscle, SmrSide side, gpointer user_data);

/* What a mark looks like, for a legend: a small field in the units of @cr. */
void smr_body_draw_swatch (cairo_t *cr, SmrBodyMark mark, double x, double y, double width, double height, const SmrBodyColors *colors);

/* A whole figure, each muscle marked as @get_mark says; @side is left, right or midline. */
void smr_body_draw        (cairo_t *cr, SmrCatalogue *catalogue, SmrBodyView view, SmrBodyMarkFunc get_mark, gpointer user_data,
                           const SmrBodyColors *colors);

G_END_DECLS
