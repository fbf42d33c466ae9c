#include "smr-figure-body.h"

#include <math.h>

/* --- points ----------------------------------------------------------------------------------------------- */

SmrPoint
smr_point_add (SmrPoint a, SmrPoint b)
{
  return (SmrPoint) { a.x + b.x, a.y + b.y };
}

SmrPoint
smr_point_minus (SmrPoint a, SmrPoint b)
{
  return (SmrPoint) { a.x - b.x, a.y - b.y };
}

SmrPoint
smr_point_scale (SmrPoint a, double factor)
{
  return (SmrPoint) { a.x * factor, a.y * factor };
}

SmrPoint
smr_point_mix (SmrPoint a, SmrPoint b, double t)
{
  return (SmrPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

double
smr_point_distance (SmrPoint a, SmrPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

SmrPoint
smr_point_unit (SmrPoint a)
{
  double length = hypot (a.x, a.y);

  return length > 1e-9 ? smr_point_scale (a, 1 / length) : (SmrPoint) { 0, -1 };
}

SmrPoint
smr_point_turn (SmrPoint a, double degrees)
{
  double angle = degrees * G_PI / 180;

  return (SmrPoint) { a.x * cos (angle) + a.y * sin (angle), a.y * cos (angle) - a.x * sin (angle) };
}

static SmrPoint
go (SmrPoint from, SmrPoint direction, double length)
{
  return smr_point_add (from, smr_point_scale (direction, length));
}

static SmrPoint
turned_down (double degrees)
{
  return smr_point_turn ((SmrPoint) { 0, -1 }, degrees);
}

/* --- from angles to points -------------------------------------------------------------------------------- */

double
smr_body_outwards (SmrViewpoint viewpoint, SmrBodySide side)
{
  switch (viewpoint)
    {
    case SMR_VIEWPOINT_SIDE:
      return 0;
    case SMR_VIEWPOINT_FRONT:
    case SMR_VIEWPOINT_TOP_SUPINE:
      return side == SMR_BODY_LEFT ? 1 : -1;
    case SMR_VIEWPOINT_BACK:
    case SMR_VIEWPOINT_TOP_PRONE:
      return side == SMR_BODY_LEFT ? -1 : 1;
    }
  g_return_val_if_reached (0);
}

/* A hand on the floor points the way the body faces, one on a wall upwards. */
static SmrPoint
plant_hand (const SmrContact *contact, SmrPoint forearm)
{
  if (contact->with == SMR_PROP_WALL || contact->with == SMR_PROP_DOORWAY)
    return (SmrPoint) { 0, 1 };
  return (SmrPoint) { forearm.x < -0.3 ? -1 : 1, 0 };
}

static const SmrContact *
find_planted_hand (const SmrPose *pose, SmrBodySide side)
{
  for (guint i = 0; pose->contacts != NULL && i < pose->contacts->len; i++)
    {
      const SmrContact *contact = &g_array_index (pose->contacts, SmrContact, i);
      gboolean flat = contact->with == SMR_PROP_FLOOR || contact->with == SMR_PROP_WALL ||
                      contact->with == SMR_PROP_DOORWAY || contact->with == SMR_PROP_BENCH ||
                      contact->with == SMR_PROP_TABLE || contact->with == SMR_PROP_CHAIR;

      if (flat && contact->part == SMR_PART_HAND && contact->side == side)
        return contact;
    }
  return NULL;
}

static void
place_arm (SmrBodyPlaces *self, const SmrPose *pose, SmrBodySide side)
{
  const SmrLimbPose *angles = &pose->arms[side];
  SmrLimbPlaces *arm = &self->arms[side];
  const SmrContact *planted = angles->end_given ? NULL : find_planted_hand (pose, side);
  double outwards = smr_body_outwards (self->viewpoint, side);
  double turn = outwards == 0 ? -1 : -outwards;
  double base = pose->trunk + pose->spine;
  double at_elbow = base + turn * (angles->upper + angles->lower);
  SmrPoint forearm = turned_down (at_elbow);
  SmrPoint across = smr_point_turn ((SmrPoint) { 1, 0 }, base);

  arm->root = go (self->shoulders, across, SMR_BODY_SHOULDER_ACROSS * outwards);
  arm->middle = go (arm->root, turned_down (base + turn * angles->upper), SMR_BODY_UPPER_ARM * angles->upper_factor);
  arm->end = go (arm->middle, forearm, SMR_BODY_FOREARM * angles->lower_factor);
  arm->tip = go (arm->end,
                 planted != NULL ? plant_hand (planted, forearm) : turned_down (at_elbow + turn * angles->end),
                 SMR_BODY_HAND * (planted != NULL ? 1 : MAX (angles->lower_factor, 0.4)));
  arm->planted = planted != NULL;
  arm->shortened = angles->lower_factor < 0.5;
}

static void
place_leg_from_side (SmrBodyPlaces *self, const SmrPose *pose, SmrBodySide side)
{
  const SmrLimbPose *angles = &pose->legs[side];
  SmrLimbPlaces *leg = &self->legs[side];
  double at_hip = pose->trunk - angles->upper;
  double at_knee = at_hip + angles->lower;
  double at_ankle = at_knee - angles->end;
  SmrPoint axis = smr_point_turn ((SmrPoint) { 1, 0 }, at_ankle);
  SmrPoint sole;

  leg->root = self->hips;
  leg->middle = go (leg->root, turned_down (at_hip), SMR_BODY_THIGH * angles->upper_factor);
  leg->end = go (leg->middle, turned_down (at_knee), SMR_BODY_SHIN * angles->lower_factor);
  sole = go (leg->end, turned_down (at_ankle), SMR_BODY_FOOT_HEIGHT);
  leg->heel = go (sole, axis, -SMR_BODY_HEEL);
  leg->tip = go (sole, axis, SMR_BODY_TOE);
  leg->shortened = angles->lower_factor < 0.5;
}

/* The toes point at the viewer; turned out by 90 degrees they lie in the picture. */
static void
place_leg_from_front (SmrBodyPlaces *self, const SmrPose *pose, SmrBodySide side)
{
  const SmrLimbPose *angles = &pose->legs[side];
  SmrLimbPlaces *leg = &self->legs[side];
  double outwards = smr_body_outwards (self->viewpoint, side);
  double at_knee = pose->trunk - outwards * (angles->upper + angles->lower);
  SmrPoint shin = turned_down (at_knee);
  SmrPoint out = smr_point_turn ((SmrPoint) { outwards, 0 }, at_knee);
  double turned_out = sin (angles->end * G_PI / 180);

  leg->root = go (self->hips, smr_point_turn ((SmrPoint) { outwards, 0 }, pose->trunk), SMR_BODY_HIP_ACROSS);
  leg->middle = go (leg->root, turned_down (pose->trunk - outwards * angles->upper), SMR_BODY_THIGH * angles->upper_factor);
  leg->end = go (leg->middle, shin, SMR_BODY_SHIN * angles->lower_factor);
  leg->heel = go (go (leg->end, shin, SMR_BODY_FOOT_HEIGHT), out, -SMR_BODY_HEEL * turned_out);
  leg->tip = go (go (leg->end, shin, SMR_BODY_FOOT_HEIGHT), out, SMR_BODY_TOE * turned_out);
  leg->shortened = angles->lower_factor < 0.5;
}

void
smr_body_places_init (SmrBodyPlaces *self, const SmrPose *pose, SmrViewpoint viewpoint)
{
  const SmrPoint up = { 0, 1 };

  self->viewpoint = viewpoint;
  self->up_lower = smr_point_turn (up, pose->trunk);
  self->up_upper = smr_point_turn (up, pose->trunk + pose->spine);
  self->up_head = smr_point_turn (up, pose->trunk + pose->spine + pose->neck);
  self->hips = (SmrPoint) { pose->x, pose->y };
  self->waist = go (self->hips, self->up_lower, SMR_BODY_HALF_TRUNK);
  self->shoulders = go (self->waist, self->up_upper, SMR_BODY_HALF_TRUNK);
  self->head = go (self->shoulders, self->up_head, SMR_BODY_HEAD);
  for (int side = 0; side < SMR_N_BODY_SIDES; side++)
    {
      place_arm (self, pose, side);
      if (viewpoint == SMR_VIEWPOINT_SIDE)
        place_leg_from_side (self, pose, side);
      else
        place_leg_from_front (self, pose, side);
    }
}

/* --- looking up ------------------------------------------------------------------------------------------- */

SmrPoint
smr_body_find (const SmrBodyPlaces *self, SmrPart part, SmrBodySide side, double along)
{
  const SmrLimbPlaces *arm = &self->arms[side];
  const SmrLimbPlaces *leg = &self->legs[side];

  switch (part)
    {
    case SMR_PART_HEAD:
      return self->head;
    case SMR_PART_SHOULDERS:
      return self->shoulders;
    case SMR_PART_CHEST:
      return smr_point_mix (self->waist, self->shoulders, 0.5);
    case SMR_PART_WAIST:
      return self->waist;
    case SMR_PART_HIPS:
      return self->hips;
    case SMR_PART_SHOULDER:
      return arm->root;
    case SMR_PART_UPPER_ARM:
      return smr_point_mix (arm->root, arm->middle, along);
    case SMR_PART_ELBOW:
      return arm->middle;
    case SMR_PART_FOREARM:
      return smr_point_mix (arm->middle, arm->end, along);
    case SMR_PART_WRIST:
      return arm->end;
    case SMR_PART_HAND:
      return smr_point_mix (arm->end, arm->tip, along);
    case SMR_PART_HIP:
      return leg->root;
    case SMR_PART_THIGH:
      return smr_point_mix (leg->root, leg->middle, along);
    case SMR_PART_KNEE:
      return leg->middle;
    case SMR_PART_SHIN:
      return smr_point_mix (leg->middle, leg->end, along);
    case SMR_PART_ANKLE:
      return leg->end;
    case SMR_PART_HEEL:
      return leg->heel;
    case SMR_PART_TOE:
      return leg->tip;
    case SMR_PART_FOOT:
      return smr_point_mix (leg->heel, leg->tip, along);
    }
  g_return_val_if_reached (self->hips);
}

SmrPoint
smr_body_find_place (const SmrBodyPlaces *self, const SmrPosePlace *place)
{
  SmrPoint moved = { place->x, place->y };

  if (!place->on_body)
    return moved;
  return smr_point_add (smr_body_find (self, place->part, place->side, place->along), moved);
}

double
smr_body_get_radius (SmrViewpoint viewpoint, SmrPart part)
{
  gboolean from_side = viewpoint == SMR_VIEWPOINT_SIDE;

  switch (part)
    {
    case SMR_PART_HEAD:
      return SMR_BODY_HEAD_RADIUS;
    case SMR_PART_SHOULDERS:
    case SMR_PART_CHEST:
    case SMR_PART_WAIST:
    case SMR_PART_HIPS:
      return from_side ? 0.06 : 0.085;
    case SMR_PART_HIP:
      return from_side ? 0.06 : 0.04;
    case SMR_PART_THIGH:
      return 0.045;
    case SMR_PART_KNEE:
    case SMR_PART_SHIN:
      return 0.03;
    case SMR_PART_ANKLE:
    case SMR_PART_SHOULDER:
    case SMR_PART_UPPER_ARM:
    case SMR_PART_ELBOW:
    case SMR_PART_FOREARM:
      return 0.025;
    case SMR_PART_WRIST:
    case SMR_PART_HAND:
      return 0.015;
    case SMR_PART_HEEL:
    case SMR_PART_TOE:
    case SMR_PART_FOOT:
      return 0;
    }
  g_return_val_if_reached (0);
}

/* --- between ---------------------------------------------------------------------------------------------- */

static double
mix (double a, double b, double t)
{
  return a + (b - a) * t;
}

static SmrLimbPose
mix_limbs (const SmrLimbPose *a, const SmrLimbPose *b, double t)
{
  return (SmrLimbPose) {
    mix (a->upper, b->upper, t),
    mix (a->lower, b->lower, t),
    mix (a->end, b->end, t),
    a->end_given || b->end_given,
    mix (a->upper_factor, b->upper_factor, t),
    mix (a->lower_factor, b->lower_factor, t),
  };
}

SmrPose
smr_pose_mix (const SmrPose *start, const SmrPose *end, double t)
{
  SmrPose pose = {
    .time = SMR_FRAME_HOLD,
    .x = mix (start->x, end->x, t),
    .y = mix (start->y, end->y, t),
    .trunk = mix (start->trunk, end->trunk, t),
    .spine = mix (start->spine, end->spine, t),
    .neck = mix (start->neck, end->neck, t),
  };

  for (int side = 0; side < SMR_N_BODY_SIDES; side++)
    {
      pose.arms[side] = mix_limbs (&start->arms[side], &end->arms[side], t);
      pose.legs[side] = mix_limbs (&start->legs[side], &end->legs[side], t);
    }
  return pose;
}
