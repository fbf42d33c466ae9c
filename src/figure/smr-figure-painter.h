#pragma once

#include "smr-figure-colours.h"
#include "smr-figure-shape.h"

G_BEGIN_DECLS

/* What the files that draw the picture share. The cairo_t is in body heights with y up; nothing keeps a path. */

typedef struct
{
  cairo_t                *cr;
  const SmrFigureColours *colours;
  const SmrFigure        *figure;
  double                  line;    /* width of an outline, in body heights */
} SmrFigurePainter;

/* The bones and the widths that outlines and muscles are drawn along. */
typedef enum
{
  SMR_SEGMENT_TRUNK,            /* 0 at the hips, 1 at the shoulders */
  SMR_SEGMENT_NECK,             /* 0 at the shoulders, 1 at the head's centre */
  SMR_SEGMENT_THIGH,
  SMR_SEGMENT_SHIN,
  SMR_SEGMENT_UPPER_ARM,
  SMR_SEGMENT_FOREARM,
} SmrSegment;

SmrBone       smr_figure_get_bone  (const SmrBodyPlaces *body, SmrSegment segment, SmrBodySide side);
SmrProfileRow smr_figure_get_width (const SmrBodyPlaces *body, SmrSegment segment, SmrBodySide side, double t);

/* The limbs behind the trunk, then the rest of the body, with the highlights, or as a ghost without them. */
void smr_figure_paint_far_limbs  (const SmrFigurePainter *painter, const SmrBodyPlaces *body, gboolean ghost);
void smr_figure_paint_body       (const SmrFigurePainter *painter, const SmrBodyPlaces *body, gboolean ghost);

typedef enum
{
  SMR_LAYER_FAR_ARM,
  SMR_LAYER_FAR_LEG,
  SMR_LAYER_TRUNK,
  SMR_LAYER_NEAR_LEG,
  SMR_LAYER_NEAR_ARM,
} SmrFigureLayer;

/* The working muscles that lie in this layer; @side says whose limb it is. */
void smr_figure_paint_highlights (const SmrFigurePainter *painter, const SmrBodyPlaces *body, SmrFigureLayer layer,
                                  SmrBodySide side);

typedef enum
{
  SMR_DEPTH_BEHIND,             /* floor, walls, furniture */
  SMR_DEPTH_AMONG,              /* what the body lies on, in front of the far limbs */
  SMR_DEPTH_BEFORE,             /* what is held */
} SmrFigureDepth;

void smr_figure_paint_props      (const SmrFigurePainter *painter, const SmrBodyPlaces *body, const SmrPose *pose,
                                  SmrFigureDepth depth);
void smr_figure_paint_arrows     (const SmrFigurePainter *painter, const SmrBodyPlaces *body);

typedef struct
{
  double x1, y1, x2, y2;
} SmrFigureBounds;

/* What body and props take up. */
SmrFigureBounds smr_figure_measure_frame (const SmrFigure *figure, const SmrPose *pose, const SmrBodyPlaces *body);
/* The same with the arrows, which belong to the last frame. */
SmrFigureBounds smr_figure_measure_arrows (const SmrFigure *figure, const SmrBodyPlaces *body, SmrFigureBounds bounds);

/* Where something round lies, or the corner, edge or end that the other kinds stand at. */
SmrPoint smr_figure_find_prop    (const SmrBodyPlaces *body, const SmrProp *prop);
/* How far @point is from the surface of @prop; less than 0 inside it. */
double   smr_figure_prop_distance (const SmrBodyPlaces *body, const SmrProp *prop, SmrPoint point);

G_END_DECLS
