#pragma once

#include "smr-pose.h"

G_BEGIN_DECLS

/* Where everything of a body is: the angles of a pose turned into points. Lengths in body heights, y up. */

typedef struct
{
  double x, y;
} SmrPoint;

SmrPoint smr_point_add      (SmrPoint a, SmrPoint b);
SmrPoint smr_point_minus    (SmrPoint a, SmrPoint b);
SmrPoint smr_point_scale    (SmrPoint a, double factor);
SmrPoint smr_point_mix      (SmrPoint a, SmrPoint b, double t);
double   smr_point_distance (SmrPoint a, SmrPoint b);
/* Of length 1; (0, -1) for a point that is none. */
SmrPoint smr_point_unit     (SmrPoint a);
/* Turned clockwise. */
SmrPoint smr_point_turn     (SmrPoint a, double degrees);

typedef struct
{
  SmrPoint root, middle, end, tip; /* shoulder, elbow, wrist, finger tips; hip, knee, ankle, toes */
  SmrPoint heel;                   /* of a leg */
  gboolean shortened;              /* the lower part points at the viewer or away */
  gboolean planted;                /* a hand laid flat on something */
} SmrLimbPlaces;

typedef struct
{
  SmrViewpoint  viewpoint;
  SmrPoint      hips, waist, shoulders, head;
  SmrPoint      up_lower, up_upper, up_head; /* unit vectors along the trunk and the head */
  SmrLimbPlaces arms[SMR_N_BODY_SIDES];
  SmrLimbPlaces legs[SMR_N_BODY_SIDES];
} SmrBodyPlaces;

#define SMR_BODY_FOOT_HEIGHT  0.039
#define SMR_BODY_HEEL         0.040
#define SMR_BODY_TOE          0.112
#define SMR_BODY_SHIN         0.246
#define SMR_BODY_THIGH        0.245
#define SMR_BODY_HALF_TRUNK   0.144
#define SMR_BODY_HEAD         0.115
#define SMR_BODY_HEAD_RADIUS  0.065
#define SMR_BODY_UPPER_ARM    0.186
#define SMR_BODY_FOREARM      0.146
#define SMR_BODY_HAND         0.050
#define SMR_BODY_HIP_ACROSS   0.050
#define SMR_BODY_SHOULDER_ACROSS 0.110

void     smr_body_places_init (SmrBodyPlaces *self, const SmrPose *pose, SmrViewpoint viewpoint);

/* From the side there is no outwards; else 1 or -1: to which side of the picture the body's @side lies. */
double   smr_body_outwards    (SmrViewpoint viewpoint, SmrBodySide side);

SmrPoint smr_body_find        (const SmrBodyPlaces *self, SmrPart part, SmrBodySide side, double along);
SmrPoint smr_body_find_place  (const SmrBodyPlaces *self, const SmrPosePlace *place);
/* Half the thickness of the body there, for what touches it. */
double   smr_body_get_radius  (SmrViewpoint viewpoint, SmrPart part);

/* The pose between two others; contacts and props are not part of it. */
SmrPose  smr_pose_mix         (const SmrPose *start, const SmrPose *end, double t);

G_END_DECLS
