#pragma once

#include "smr-types.h"

G_BEGIN_DECLS

/* The picture of an exercise as data: how the body stands in one or two frames, what it touches, which muscles work
 * and what moves. src/figure turns it into places and draws it; data/catalogue/README.md says what each angle means.
 * Lengths are in body heights, angles in degrees; x to the right, y up, the floor at y = 0. */

typedef enum
{
  SMR_VIEWPOINT_SIDE,           /* facing right when upright */
  SMR_VIEWPOINT_FRONT,          /* the body's front to the viewer */
  SMR_VIEWPOINT_BACK,
  SMR_VIEWPOINT_TOP_PRONE,      /* from above, face down */
  SMR_VIEWPOINT_TOP_SUPINE,     /* from above, face up */
} SmrViewpoint;

typedef enum
{
  SMR_FRAME_HOLD,
  SMR_FRAME_START,
  SMR_FRAME_END,
} SmrFrameTime;

/* How a start is shown with its end. */
typedef enum
{
  SMR_FRAMES_BESIDE,            /* two figures */
  SMR_FRAMES_GHOST,             /* the start pale under the end: for small movements */
} SmrFrames;

typedef enum
{
  SMR_BODY_RIGHT,
  SMR_BODY_LEFT,
} SmrBodySide;

/* Places on the body. Those from SMR_PART_SHOULDER on exist on both sides. */
typedef enum
{
  SMR_PART_HEAD,
  SMR_PART_SHOULDERS,           /* where the trunk ends */
  SMR_PART_CHEST,               /* middle of the upper trunk */
  SMR_PART_WAIST,               /* between lower and upper trunk */
  SMR_PART_HIPS,
  SMR_PART_SHOULDER,
  SMR_PART_UPPER_ARM,
  SMR_PART_ELBOW,
  SMR_PART_FOREARM,
  SMR_PART_WRIST,
  SMR_PART_HAND,
  SMR_PART_HIP,
  SMR_PART_THIGH,
  SMR_PART_KNEE,
  SMR_PART_SHIN,
  SMR_PART_ANKLE,
  SMR_PART_HEEL,
  SMR_PART_TOE,
  SMR_PART_FOOT,                /* the middle of the sole */
} SmrPart;

#define SMR_N_PARTS 19
#define SMR_N_BODY_SIDES 2

gboolean smr_part_is_paired (SmrPart part);

/* A place in the picture: on the body, or anywhere when `on_body` is FALSE, and moved by x and y. */
typedef struct
{
  gboolean    on_body;
  SmrPart     part;
  SmrBodySide side;
  double      along;            /* for upper arm, forearm, thigh, shin and hand: from 0 near the trunk to 1 */
  double      x, y;
} SmrPosePlace;

/* One arm or leg. Side view: hip, knee, ankle or shoulder, elbow, wrist. Front and from above: abduction, then the
 * bend of knee or elbow in the picture, then how far the toes turn out, or the wrist. */
typedef struct
{
  double upper, lower, end;
  gboolean end_given;           /* of an arm: FALSE lays a planted hand along what it touches */
  double upper_factor;          /* how much of the length is seen */
  double lower_factor;
} SmrLimbPose;

typedef enum
{
  SMR_PROP_FLOOR,
  SMR_PROP_WALL,
  SMR_PROP_DOORWAY,
  SMR_PROP_BENCH,
  SMR_PROP_CHAIR,
  SMR_PROP_TABLE,
  SMR_PROP_STEP,
  SMR_PROP_MAT,
  SMR_PROP_TOWEL,
  SMR_PROP_ROLLER,
  SMR_PROP_BALL,
  SMR_PROP_STICK,
  SMR_PROP_BAND,
  SMR_PROP_LOOP,                /* a band round two limbs */
  SMR_PROP_STRAP,
  SMR_PROP_DUMBBELL,
} SmrPropKind;

#define SMR_N_PROP_KINDS 16

typedef enum
{
  SMR_TOWARD_DOWN,
  SMR_TOWARD_UP,
  SMR_TOWARD_LEFT,
  SMR_TOWARD_RIGHT,
} SmrToward;

/* What a kind does not use is 0. */
typedef struct
{
  SmrPropKind kind;
  SmrPosePlace    at;               /* centre of what is round; left or right edge, foot or end of the others */
  gboolean    at_given;
  SmrToward   toward;           /* round ones: the side of the body part they lie on; walls and seats: where they face */
  SmrPosePlace    to;               /* band, loop, strap, stick: the other end */
  double      size;             /* diameter, or the length along the picture */
  double      height;
} SmrProp;

typedef struct
{
  SmrPropKind with;
  SmrPart     part;
  SmrBodySide side;
  double      along;
} SmrContact;

typedef struct
{
  SmrFrameTime time;
  double       x, y;            /* the hip joint, or the middle of the pelvis */
  double       trunk, spine, neck;
  SmrLimbPose  arms[SMR_N_BODY_SIDES];
  SmrLimbPose  legs[SMR_N_BODY_SIDES];
  GArray      *contacts;        /* (element-type SmrContact) also those of the whole figure */
  GArray      *props;           /* (element-type SmrProp) likewise */
} SmrPose;

typedef struct
{
  const char *muscle;           /* interned id */
  gboolean    sides[SMR_N_BODY_SIDES];
  gboolean    turned;           /* the limb is turned about its length: palm down, say */
} SmrHighlight;

/* A movement: the way of a body part from start to end (`by_motion`), along a limb, or from one place to another. */
typedef struct
{
  gboolean by_motion;
  SmrPosePlace from;
  SmrPosePlace to;
  double   bend;                /* how far the middle lies left of the straight way, in body heights */
  gboolean both_ends;
} SmrArrow;

typedef struct
{
  const char   *exercise;       /* interned id */
  SmrViewpoint  viewpoint;
  SmrFrames     frames;
  SmrBodySide   drawn_side;     /* the side that the picture treats; the other one is its mirror image */
  gboolean      floor;
  gboolean      far_arms[SMR_N_BODY_SIDES]; /* behind the trunk and lighter */
  gboolean      far_legs[SMR_N_BODY_SIDES];
  GPtrArray    *poses;          /* (element-type SmrPose) a hold, or a start and an end */
  GArray       *highlights;     /* (element-type SmrHighlight) */
  GArray       *arrows;         /* (element-type SmrArrow) */
  gatomicrefcount ref_count;
} SmrFigure;

void       smr_pose_free    (SmrPose *self);

SmrFigure *smr_figure_new   (const char *exercise);
/* Nobody but the reader writes to a figure. */
SmrFigure *smr_figure_ref   (const SmrFigure *self);
void       smr_figure_unref (SmrFigure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrPose, smr_pose_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrFigure, smr_figure_unref)

/* "side", "front", "back", "top_prone", "top_supine" */
gboolean    smr_viewpoint_from_string  (const char *text, SmrViewpoint *viewpoint);
/* "hold", "start", "end" */
gboolean    smr_frame_time_from_string (const char *text, SmrFrameTime *time);
/* "beside", "ghost" */
gboolean    smr_frames_from_string     (const char *text, SmrFrames *frames);
/* "right", "left" */
gboolean    smr_body_side_from_string  (const char *text, SmrBodySide *side);
/* "down", "up", "left", "right" */
gboolean    smr_toward_from_string     (const char *text, SmrToward *toward);
/* "floor", "wall" ... */
const char *smr_prop_kind_to_string    (SmrPropKind kind);
gboolean    smr_prop_kind_from_string  (const char *text, SmrPropKind *kind);
/* "head", "r-knee", "l-shin@0.3" ... */
gboolean    smr_pose_place_from_string      (const char *text, SmrPosePlace *place);
const char *smr_part_to_string         (SmrPart part);

G_END_DECLS
