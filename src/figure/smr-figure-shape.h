#pragma once

#include "smr-figure-body.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Smooth closed outlines along bones. */

/* How wide a limb is at a place along its bone, from 0 to 1, on its two sides: front and back, or outer and inner. */
typedef struct
{
  double t;
  double front, back;
} SmrProfileRow;

/* A straight or a bent line, from the trunk outwards for limbs and upwards for the trunk. */
typedef struct
{
  SmrPoint from, over, to;
  gboolean bent;                /* by way of `over` */
  double   front;               /* 1 or -1: on which side of the line the front lies */
} SmrBone;

#define SMR_OUTLINE_MOST_POINTS 48

typedef struct
{
  SmrPoint points[SMR_OUTLINE_MOST_POINTS];
  int      n_points;
} SmrOutline;

SmrPoint smr_bone_at         (const SmrBone *self, double t);
/* The unit vector towards the front. */
SmrPoint smr_bone_get_front  (const SmrBone *self, double t);
/* @offset towards the front. */
SmrPoint smr_bone_beside     (const SmrBone *self, double t, double offset);

/* The width at @t, between the rows. */
SmrProfileRow smr_profile_at (const SmrProfileRow *rows, guint n_rows, double t);

void     smr_outline_add     (SmrOutline *self, SmrPoint point);
/* Around a bone, with round ends. */
void     smr_outline_init_limb (SmrOutline *self, const SmrBone *bone, const SmrProfileRow *rows, guint n_rows);
void     smr_outline_init_ellipse (SmrOutline *self, SmrPoint centre, SmrPoint axis, double half_length, double half_width);
/* Adds the closed curve to the path. */
void     smr_outline_path    (const SmrOutline *self, cairo_t *cr);
/* The same curve @by further out: filled under the first it makes a line, at a quarter of the cost of a stroke. */
void     smr_outline_path_wider (const SmrOutline *self, cairo_t *cr, double by);

G_END_DECLS
