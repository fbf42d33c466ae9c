#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A closed shape of cubic Bezier curves as an immutable value: what the body map is drawn from and hit by. */

typedef struct
{
  double x;
  double y;
} SmrBodyPoint;

typedef struct
{
  guint     n_curves;
  SmrBodyPoint *points;    /* 3 * n_curves + 1: the start, then two handles and an end for each curve */
  guint     n_corners;
  SmrBodyPoint *corners;   /* the same as a polygon, fine enough for hits and measures */
  SmrBodyPoint  least;     /* bounds */
  SmrBodyPoint  most;
} SmrBodyOutline;

/* @text: "M x,y C x,y x,y x,y ... Z", all absolute; the last curve ends where the first began. Anything else is an error
 * of the domain G_MARKUP_ERROR, which says what was expected. (transfer full) (nullable) */
SmrBodyOutline *smr_body_outline_new_parse    (const char *text, GError **error);
void            smr_body_outline_free         (SmrBodyOutline *self);

gboolean        smr_body_outline_contains     (const SmrBodyOutline *self, double x, double y);
/* From the point to the nearest place on the outline, inside or out. */
double          smr_body_outline_get_distance (const SmrBodyOutline *self, double x, double y);
double          smr_body_outline_get_area     (const SmrBodyOutline *self);
/* A point well inside: the centroid, or where that lies outside, the middle of the widest stretch at its height. */
SmrBodyPoint    smr_body_outline_get_middle   (const SmrBodyOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrBodyOutline, smr_body_outline_free)

G_END_DECLS
