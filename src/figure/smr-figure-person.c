#include "smr-figure-painter.h"

#include <math.h>

/* Widths in body heights. From the side: front and back; else: outer and inner. */
static const SmrProfileRow side_trunk[] = {
  { -0.16, 0.022, 0.052 }, { 0.00, 0.050, 0.070 }, { 0.13, 0.053, 0.066 }, { 0.28, 0.052, 0.050 },
  { 0.42, 0.050, 0.042 }, { 0.58, 0.056, 0.049 }, { 0.76, 0.065, 0.059 }, { 0.90, 0.058, 0.058 },
  { 1.00, 0.037, 0.049 }, { 1.09, 0.022, 0.032 },
};
static const SmrProfileRow flat_trunk[] = {
  { -0.17, 0.012, 0.012 }, { -0.09, 0.056, 0.056 }, { 0.03, 0.087, 0.087 }, { 0.10, 0.088, 0.088 }, { 0.24, 0.080, 0.080 }, { 0.42, 0.069, 0.069 },
  { 0.62, 0.077, 0.077 }, { 0.80, 0.090, 0.090 }, { 0.93, 0.104, 0.104 }, { 1.02, 0.113, 0.113 },
  { 1.10, 0.100, 0.100 }, { 1.16, 0.060, 0.060 }, { 1.22, 0.026, 0.026 },
};
static const SmrProfileRow side_thigh[] = {
  { 0.00, 0.046, 0.052 }, { 0.18, 0.049, 0.049 }, { 0.40, 0.047, 0.041 }, { 0.65, 0.039, 0.034 },
  { 0.86, 0.032, 0.030 }, { 1.00, 0.031, 0.028 },
};
static const SmrProfileRow flat_thigh[] = {
  { 0.00, 0.042, 0.046 }, { 0.20, 0.046, 0.044 }, { 0.45, 0.042, 0.037 }, { 0.70, 0.035, 0.031 },
  { 0.90, 0.029, 0.029 }, { 1.00, 0.029, 0.029 },
};
static const SmrProfileRow side_shin[] = {
  { 0.00, 0.030, 0.028 }, { 0.12, 0.027, 0.032 }, { 0.30, 0.024, 0.037 }, { 0.48, 0.022, 0.032 },
  { 0.72, 0.0185, 0.021 }, { 0.88, 0.0175, 0.0175 }, { 1.00, 0.018, 0.018 },
};
static const SmrProfileRow flat_shin[] = {
  { 0.00, 0.028, 0.028 }, { 0.14, 0.028, 0.028 }, { 0.32, 0.031, 0.031 }, { 0.52, 0.026, 0.027 },
  { 0.78, 0.018, 0.019 }, { 1.00, 0.018, 0.018 },
};
/* A shin that points at the viewer shows no calf. */
static const SmrProfileRow short_shin[] = { { 0.00, 0.030, 0.030 }, { 0.50, 0.026, 0.026 }, { 1.00, 0.020, 0.020 } };
static const SmrProfileRow upper_arm[] = {
  { 0.00, 0.028, 0.029 }, { 0.16, 0.030, 0.029 }, { 0.48, 0.025, 0.025 }, { 0.80, 0.021, 0.022 }, { 1.00, 0.021, 0.021 },
};
static const SmrProfileRow forearm[] = {
  { 0.00, 0.021, 0.021 }, { 0.22, 0.0225, 0.021 }, { 0.60, 0.018, 0.017 }, { 1.00, 0.0135, 0.0135 },
};
static const SmrProfileRow neck[] = {
  { 0.00, 0.028, 0.034 }, { 0.45, 0.026, 0.029 }, { 0.90, 0.026, 0.030 },
};

/* Along the head's axis and towards the face. */
static const SmrPoint side_head[] = {
  { 0.066, -0.010 }, { 0.063, 0.018 }, { 0.046, 0.041 }, { 0.022, 0.048 }, { 0.004, 0.050 }, { -0.013, 0.058 },
  { -0.021, 0.050 }, { -0.036, 0.049 }, { -0.052, 0.044 }, { -0.061, 0.030 }, { -0.050, 0.004 }, { -0.042, -0.022 },
  { -0.030, -0.040 }, { 0.000, -0.055 }, { 0.032, -0.053 }, { 0.056, -0.036 },
};
static const SmrPoint side_hair[] = {
  { 0.068, -0.010 }, { 0.065, 0.018 }, { 0.048, 0.043 }, { 0.034, 0.040 }, { 0.028, 0.018 }, { 0.010, 0.006 },
  { -0.012, -0.004 }, { -0.030, -0.016 }, { -0.040, -0.034 }, { -0.026, -0.044 }, { 0.000, -0.057 },
  { 0.033, -0.055 }, { 0.057, -0.038 },
};
static const SmrPoint flat_head[] = {
  { 0.066, 0.000 }, { 0.058, 0.028 }, { 0.034, 0.046 }, { 0.004, 0.049 }, { -0.028, 0.043 }, { -0.052, 0.026 },
  { -0.064, 0.000 }, { -0.052, -0.026 }, { -0.028, -0.043 }, { 0.004, -0.049 }, { 0.034, -0.046 }, { 0.058, -0.028 },
};
static const SmrPoint front_hair[] = {
  { 0.068, 0.000 }, { 0.060, 0.029 }, { 0.035, 0.048 }, { 0.000, 0.049 }, { 0.022, 0.036 }, { 0.034, 0.012 },
  { 0.036, -0.012 }, { 0.022, -0.036 }, { 0.000, -0.049 }, { 0.035, -0.048 }, { 0.060, -0.029 },
};
static const SmrPoint back_hair[] = {
  { 0.068, 0.000 }, { 0.060, 0.029 }, { 0.035, 0.048 }, { 0.004, 0.050 }, { -0.022, 0.043 }, { -0.034, 0.020 },
  { -0.036, 0.000 }, { -0.034, -0.020 }, { -0.022, -0.043 }, { 0.004, -0.050 }, { 0.035, -0.048 }, { 0.060, -0.029 },
};

/* Along the foot's axis from the ankle, and down to the sole. */
static const SmrPoint side_foot[] = {
  { 0.019, -0.012 }, { 0.026, 0.004 }, { 0.062, 0.017 }, { 0.098, 0.024 }, { 0.113, 0.032 }, { 0.106, 0.040 },
  { 0.070, 0.0395 }, { 0.034, 0.036 }, { 0.002, 0.0395 }, { -0.030, 0.040 }, { -0.042, 0.028 }, { -0.034, 0.010 },
  { -0.019, -0.012 },
};
static const SmrPoint flat_foot[] = {
  { 0.018, -0.012 }, { 0.023, 0.010 }, { 0.032, 0.034 }, { 0.029, 0.047 }, { 0.000, 0.050 }, { -0.026, 0.047 },
  { -0.028, 0.034 }, { -0.021, 0.010 }, { -0.018, -0.012 },
};
/* Towards the finger tips and towards the thumb. */
static const SmrPoint hand_shape[] = {
  { -0.008, 0.0135 }, { 0.010, 0.017 }, { 0.020, 0.026 }, { 0.031, 0.029 }, { 0.034, 0.023 }, { 0.028, 0.016 },
  { 0.045, 0.0145 }, { 0.060, 0.011 }, { 0.067, 0.002 }, { 0.062, -0.008 }, { 0.044, -0.0145 }, { 0.012, -0.0155 },
  { -0.008, -0.0135 },
};
static const SmrPoint flat_hand_shape[] = {
  { -0.016, 0.013 }, { 0.004, 0.011 }, { 0.030, 0.006 }, { 0.060, 0.002 }, { 0.066, -0.006 }, { 0.058, -0.011 },
  { 0.024, -0.012 }, { -0.006, -0.014 }, { -0.020, -0.004 },
};

typedef struct
{
  const SmrProfileRow *rows;
  guint                n_rows;
} Profile;

#define PROFILE(rows) ((Profile) { rows, G_N_ELEMENTS (rows) })

static Profile
get_profile (const SmrBodyPlaces *body, SmrSegment segment, SmrBodySide side)
{
  gboolean from_side = body->viewpoint == SMR_VIEWPOINT_SIDE;

  switch (segment)
    {
    case SMR_SEGMENT_TRUNK:
      return from_side ? PROFILE (side_trunk) : PROFILE (flat_trunk);
    case SMR_SEGMENT_NECK:
      return PROFILE (neck);
    case SMR_SEGMENT_THIGH:
      return from_side ? PROFILE (side_thigh) : PROFILE (flat_thigh);
    case SMR_SEGMENT_SHIN:
      if (body->legs[side].shortened)
        return PROFILE (short_shin);
      return from_side ? PROFILE (side_shin) : PROFILE (flat_shin);
    case SMR_SEGMENT_UPPER_ARM:
      return PROFILE (upper_arm);
    case SMR_SEGMENT_FOREARM:
      return PROFILE (forearm);
    }
  g_return_val_if_reached (PROFILE (neck));
}

SmrBone
smr_figure_get_bone (const SmrBodyPlaces *body, SmrSegment segment, SmrBodySide side)
{
  const SmrLimbPlaces *arm = &body->arms[side];
  const SmrLimbPlaces *leg = &body->legs[side];
  double outwards = smr_body_outwards (body->viewpoint, side);
  double front = outwards == 0 ? 1 : outwards;

  switch (segment)
    {
    case SMR_SEGMENT_TRUNK:
      return (SmrBone) { body->hips, body->waist, body->shoulders, TRUE, -front };
    case SMR_SEGMENT_NECK:
      return (SmrBone) { body->shoulders, body->shoulders, body->head, FALSE, -front };
    case SMR_SEGMENT_THIGH:
      return (SmrBone) { leg->root, leg->root, leg->middle, FALSE, front };
    case SMR_SEGMENT_SHIN:
      return (SmrBone) { leg->middle, leg->middle, leg->end, FALSE, front };
    case SMR_SEGMENT_UPPER_ARM:
      return (SmrBone) { arm->root, arm->root, arm->middle, FALSE, front };
    case SMR_SEGMENT_FOREARM:
      return (SmrBone) { arm->middle, arm->middle, arm->end, FALSE, front };
    }
  g_return_val_if_reached ((SmrBone) { 0 });
}

SmrProfileRow
smr_figure_get_width (const SmrBodyPlaces *body, SmrSegment segment, SmrBodySide side, double t)
{
  Profile profile = get_profile (body, segment, side);

  return smr_profile_at (profile.rows, profile.n_rows, t);
}

/* --- outlines --------------------------------------------------------------------------------------------- */

static void
init_segment (SmrOutline *outline, const SmrBodyPlaces *body, SmrSegment segment, SmrBodySide side)
{
  SmrBone bone = smr_figure_get_bone (body, segment, side);
  Profile profile = get_profile (body, segment, side);

  smr_outline_init_limb (outline, &bone, profile.rows, profile.n_rows);
}

static void
init_shape (SmrOutline *outline, const SmrPoint *shape, guint n_points, SmrPoint origin, SmrPoint x_axis, SmrPoint y_axis)
{
  outline->n_points = 0;
  for (guint i = 0; i < n_points; i++)
    smr_outline_add (outline, (SmrPoint) { origin.x + x_axis.x * shape[i].x + y_axis.x * shape[i].y,
                                           origin.y + x_axis.y * shape[i].x + y_axis.y * shape[i].y });
}

static void
init_foot (SmrOutline *outline, const SmrBodyPlaces *body, SmrBodySide side)
{
  const SmrLimbPlaces *leg = &body->legs[side];
  SmrPoint sole = smr_point_mix (leg->heel, leg->tip, SMR_BODY_HEEL / (SMR_BODY_HEEL + SMR_BODY_TOE));
  SmrPoint down = smr_point_unit (smr_point_minus (sole, leg->end));
  SmrPoint axis = smr_point_minus (leg->tip, sole);
  double seen = hypot (axis.x, axis.y) / SMR_BODY_TOE;

  if (seen > 0.35)
    init_shape (outline, side_foot, G_N_ELEMENTS (side_foot), leg->end, smr_point_scale (axis, 1 / SMR_BODY_TOE), down);
  else
    {
      double outwards = smr_body_outwards (body->viewpoint, side);

      init_shape (outline, flat_foot, G_N_ELEMENTS (flat_foot), leg->end,
                  (SmrPoint) { -down.y * outwards, down.x * outwards }, down);
    }
}

static void
init_hand (SmrOutline *outline, const SmrBodyPlaces *body, SmrBodySide side)
{
  const SmrLimbPlaces *arm = &body->arms[side];
  double outwards = smr_body_outwards (body->viewpoint, side);
  SmrPoint axis = smr_point_unit (smr_point_minus (arm->tip, arm->end));
  /* From the side the thumb is in front, else inwards. */
  double turn = outwards == 0 ? 1 : -outwards;
  SmrPoint thumb = { -axis.y * turn, axis.x * turn };

  if (arm->planted)
    {
      SmrPoint away = smr_point_minus (arm->middle, arm->end);
      SmrPoint up = { -axis.y, axis.x };

      if (up.x * away.x + up.y * away.y < 0)
        up = smr_point_scale (up, -1);
      init_shape (outline, flat_hand_shape, G_N_ELEMENTS (flat_hand_shape), arm->end, axis, up);
    }
  else
    init_shape (outline, hand_shape, G_N_ELEMENTS (hand_shape), arm->end, axis, thumb);
}

static void
init_head (SmrOutline *head, SmrOutline *hair, const SmrBodyPlaces *body)
{
  SmrPoint up = body->up_head;
  SmrPoint face = { up.y, -up.x };

  if (body->viewpoint == SMR_VIEWPOINT_SIDE)
    {
      init_shape (head, side_head, G_N_ELEMENTS (side_head), body->head, up, face);
      init_shape (hair, side_hair, G_N_ELEMENTS (side_hair), body->head, up, face);
      return;
    }
  init_shape (head, flat_head, G_N_ELEMENTS (flat_head), body->head, up, face);
  if (body->viewpoint == SMR_VIEWPOINT_FRONT || body->viewpoint == SMR_VIEWPOINT_TOP_SUPINE)
    init_shape (hair, front_hair, G_N_ELEMENTS (front_hair), body->head, up, face);
  else
    init_shape (hair, back_hair, G_N_ELEMENTS (back_hair), body->head, up, face);
}

/* --- painting --------------------------------------------------------------------------------------------- */

/* The outline of several shapes as one: first all a line wider, then all as they are, so that no line is left where they
 * meet. */
static void
paint_union (const SmrFigurePainter *painter, const SmrFigureTone *tone, const SmrOutline *outlines, guint n_outlines,
             const SmrFigureColour *fills)
{
  cairo_t *cr = painter->cr;

  smr_figure_set_colour (cr, tone->line);
  for (guint i = 0; i < n_outlines; i++)
    smr_outline_path_wider (&outlines[i], cr, painter->line);
  cairo_fill (cr);
  for (guint i = 0; i < n_outlines; i++)
    {
      smr_outline_path (&outlines[i], cr);
      if (i + 1 < n_outlines && fills[i + 1] == fills[i])
        continue;
      smr_figure_set_colour (cr, fills[i]);
      cairo_fill (cr);
    }
}

/* Clothes: that part of an outline which lies between two places along its bone, with a hem. */
static void
paint_cloth (const SmrFigurePainter *painter, const SmrFigureTone *tone, const SmrOutline *outline, const SmrBone *bone,
             double from, double to, gboolean hem_at_end, SmrFigureColour colour)
{
  cairo_t *cr = painter->cr;
  double hem = hem_at_end ? to : from;
  SmrPoint corners[] = {
    smr_bone_beside (bone, from, 0.12), smr_bone_beside (bone, to, 0.12),
    smr_bone_beside (bone, to, -0.12), smr_bone_beside (bone, from, -0.12),
  };
  SmrPoint a = smr_bone_beside (bone, hem, 0.12);
  SmrPoint b = smr_bone_beside (bone, hem, -0.12);

  cairo_save (cr);
  smr_outline_path (outline, cr);
  cairo_clip (cr);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    cairo_line_to (cr, corners[i].x, corners[i].y);
  cairo_close_path (cr);
  smr_figure_set_colour (cr, colour);
  cairo_fill (cr);
  cairo_move_to (cr, a.x, a.y);
  cairo_line_to (cr, b.x, b.y);
  smr_figure_set_colour (cr, tone->line);
  cairo_set_line_width (cr, painter->line * 0.6);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Takes a limb's outline away where it lies on the trunk, near the joint. */
static void
blend_joint (const SmrFigurePainter *painter, const SmrOutline *trunk, SmrPoint joint, double radius, SmrFigureColour colour)
{
  cairo_t *cr = painter->cr;

  cairo_save (cr);
  smr_outline_path (trunk, cr);
  cairo_clip (cr);
  cairo_arc (cr, joint.x, joint.y, radius, 0, 2 * G_PI);
  smr_figure_set_colour (cr, colour);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* A shin that points away from a viewer in front of the body hides its foot. */
static gboolean
hides_foot (const SmrBodyPlaces *body, SmrBodySide side)
{
  const SmrLimbPlaces *leg = &body->legs[side];

  return body->viewpoint != SMR_VIEWPOINT_SIDE && smr_point_distance (leg->middle, leg->end) < 0.25 * SMR_BODY_SHIN;
}

static void
paint_leg (const SmrFigurePainter *painter, const SmrBodyPlaces *body, SmrBodySide side, const SmrFigureTone *tone,
           const SmrOutline *trunk)
{
  SmrBone thigh = smr_figure_get_bone (body, SMR_SEGMENT_THIGH, side);
  SmrOutline outlines[3];
  const SmrFigureColour fills[] = { tone->skin, tone->skin, tone->skin };

  init_segment (&outlines[0], body, SMR_SEGMENT_THIGH, side);
  init_segment (&outlines[1], body, SMR_SEGMENT_SHIN, side);
  init_foot (&outlines[2], body, side);
  paint_union (painter, tone, outlines, hides_foot (body, side) ? 2 : 3, fills);
  paint_cloth (painter, tone, &outlines[0], &thigh, -0.6, 0.5, TRUE, tone->shorts);
  if (trunk != NULL)
    blend_joint (painter, trunk, body->legs[side].root, body->viewpoint == SMR_VIEWPOINT_SIDE ? 0.058 : 0.062, tone->shorts);
}

static void
paint_arm (const SmrFigurePainter *painter, const SmrBodyPlaces *body, SmrBodySide side, const SmrFigureTone *tone,
           const SmrOutline *trunk)
{
  SmrBone arm = smr_figure_get_bone (body, SMR_SEGMENT_UPPER_ARM, side);
  SmrOutline outlines[3];
  const SmrFigureColour fills[] = { tone->skin, tone->skin, tone->skin };

  init_hand (&outlines[0], body, side);
  init_segment (&outlines[1], body, SMR_SEGMENT_FOREARM, side);
  init_segment (&outlines[2], body, SMR_SEGMENT_UPPER_ARM, side);
  paint_union (painter, tone, outlines, G_N_ELEMENTS (outlines), fills);
  paint_cloth (painter, tone, &outlines[2], &arm, -0.4, 0.46, TRUE, tone->top);
  if (trunk != NULL)
    blend_joint (painter, trunk, body->arms[side].root, body->viewpoint == SMR_VIEWPOINT_SIDE ? 0.034 : 0.048, tone->top);
}

static void
paint_ear (const SmrFigurePainter *painter, const SmrBodyPlaces *body, const SmrFigureTone *tone)
{
  SmrPoint up = body->up_head;
  SmrPoint face = { up.y, -up.x };
  SmrPoint centre = smr_point_add (body->head, smr_point_add (smr_point_scale (up, -0.008), smr_point_scale (face, -0.008)));
  SmrOutline ear;

  smr_outline_init_ellipse (&ear, centre, up, 0.015, 0.009);
  smr_outline_path (&ear, painter->cr);
  smr_figure_set_colour (painter->cr, tone->skin);
  cairo_fill_preserve (painter->cr);
  smr_figure_set_colour (painter->cr, tone->line);
  cairo_set_line_width (painter->cr, painter->line * 0.6);
  cairo_stroke (painter->cr);
}

static void
paint_trunk (const SmrFigurePainter *painter, const SmrBodyPlaces *body, const SmrFigureTone *tone, SmrOutline *trunk)
{
  SmrBone bone = smr_figure_get_bone (body, SMR_SEGMENT_TRUNK, SMR_BODY_RIGHT);
  SmrOutline outlines[4];
  const SmrFigureColour fills[] = { tone->skin, tone->skin, tone->hair, tone->top };

  init_segment (&outlines[0], body, SMR_SEGMENT_NECK, SMR_BODY_RIGHT);
  init_head (&outlines[1], &outlines[2], body);
  init_segment (&outlines[3], body, SMR_SEGMENT_TRUNK, SMR_BODY_RIGHT);
  *trunk = outlines[3];
  paint_union (painter, tone, outlines, G_N_ELEMENTS (outlines), fills);
  paint_cloth (painter, tone, trunk, &bone, -0.6, 0.24, TRUE, tone->shorts);
  if (body->viewpoint == SMR_VIEWPOINT_SIDE && tone->hair != tone->skin)
    paint_ear (painter, body, tone);
}

static void
paint_highlights (const SmrFigurePainter *painter, const SmrBodyPlaces *body, SmrFigureLayer layer, SmrBodySide side,
                  gboolean ghost)
{
  if (!ghost)
    smr_figure_paint_highlights (painter, body, layer, side);
}

void
smr_figure_paint_far_limbs (const SmrFigurePainter *painter, const SmrBodyPlaces *body, gboolean ghost)
{
  const SmrFigure *figure = painter->figure;
  const SmrFigureTone *tone = ghost ? &painter->colours->ghost : &painter->colours->far;

  for (int side = SMR_BODY_LEFT; side >= SMR_BODY_RIGHT; side--)
    {
      if (figure->far_arms[side])
        {
          paint_arm (painter, body, side, tone, NULL);
          paint_highlights (painter, body, SMR_LAYER_FAR_ARM, side, ghost);
        }
      if (figure->far_legs[side])
        {
          paint_leg (painter, body, side, tone, NULL);
          paint_highlights (painter, body, SMR_LAYER_FAR_LEG, side, ghost);
        }
    }
}

void
smr_figure_paint_body (const SmrFigurePainter *painter, const SmrBodyPlaces *body, gboolean ghost)
{
  const SmrFigure *figure = painter->figure;
  const SmrFigureTone *tone = ghost ? &painter->colours->ghost : &painter->colours->near;
  SmrOutline trunk;

  paint_trunk (painter, body, tone, &trunk);
  for (int side = SMR_BODY_LEFT; side >= SMR_BODY_RIGHT; side--)
    {
      if (!figure->far_legs[side])
        paint_leg (painter, body, side, tone, &trunk);
    }
  paint_highlights (painter, body, SMR_LAYER_TRUNK, SMR_BODY_RIGHT, ghost);
  for (int side = SMR_BODY_LEFT; side >= SMR_BODY_RIGHT; side--)
    {
      if (!figure->far_legs[side])
        paint_highlights (painter, body, SMR_LAYER_NEAR_LEG, side, ghost);
    }
  for (int side = SMR_BODY_LEFT; side >= SMR_BODY_RIGHT; side--)
    {
      if (figure->far_arms[side])
        continue;
      paint_arm (painter, body, side, tone, &trunk);
      paint_highlights (painter, body, SMR_LAYER_NEAR_ARM, side, ghost);
    }
}
