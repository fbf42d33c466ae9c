#include "smr-figure-shape.h"

#include <math.h>

/* --- bones ------------------------------------------------------------------------------------------------ */

/* The control point of the quadratic curve that passes `over` half-way. */
static SmrPoint
get_control (const SmrBone *self)
{
  return smr_point_minus (smr_point_scale (self->over, 2), smr_point_mix (self->from, self->to, 0.5));
}

static SmrPoint
get_slope (const SmrBone *self, double t)
{
  SmrPoint control;

  if (!self->bent)
    return smr_point_minus (self->to, self->from);
  control = get_control (self);
  t = CLAMP (t, 0, 1);
  return smr_point_mix (smr_point_scale (smr_point_minus (control, self->from), 2),
                        smr_point_scale (smr_point_minus (self->to, control), 2), t);
}

/* Beyond its ends a bent bone goes on straight. */
SmrPoint
smr_bone_at (const SmrBone *self, double t)
{
  SmrPoint control;
  double inside = CLAMP (t, 0, 1);

  if (!self->bent)
    return smr_point_mix (self->from, self->to, t);
  control = get_control (self);
  return smr_point_add (smr_point_mix (smr_point_mix (self->from, control, inside),
                                       smr_point_mix (control, self->to, inside), inside),
                        smr_point_scale (get_slope (self, inside), t - inside));
}

SmrPoint
smr_bone_get_front (const SmrBone *self, double t)
{
  SmrPoint along = smr_point_unit (get_slope (self, t));

  return (SmrPoint) { -along.y * self->front, along.x * self->front };
}

SmrPoint
smr_bone_beside (const SmrBone *self, double t, double offset)
{
  return smr_point_add (smr_bone_at (self, t), smr_point_scale (smr_bone_get_front (self, t), offset));
}

SmrProfileRow
smr_profile_at (const SmrProfileRow *rows, guint n_rows, double t)
{
  guint i = 0;
  double part;

  if (t <= rows[0].t)
    return rows[0];
  while (i + 2 < n_rows && rows[i + 1].t < t)
    i++;
  part = MIN ((t - rows[i].t) / (rows[i + 1].t - rows[i].t), 1);
  part = part * part * (3 - 2 * part);
  return (SmrProfileRow) {
    t,
    rows[i].front + (rows[i + 1].front - rows[i].front) * part,
    rows[i].back + (rows[i + 1].back - rows[i].back) * part,
  };
}

/* --- outlines --------------------------------------------------------------------------------------------- */

void
smr_outline_add (SmrOutline *self, SmrPoint point)
{
  g_return_if_fail (self->n_points < SMR_OUTLINE_MOST_POINTS);

  self->points[self->n_points++] = point;
}

/* A half circle over an end, from its front to its back, or at a bone's beginning (@outwards is -1) the other way round. */
static void
add_round_end (SmrOutline *self, const SmrBone *bone, const SmrProfileRow *row, double outwards, double length)
{
  double radius = (row->front + row->back) / 2;
  double shift = (row->front - row->back) / 2;

  for (int i = 1; i < 4; i++)
    {
      double angle = G_PI * i / 4;

      smr_outline_add (self, smr_bone_beside (bone, row->t + outwards * radius * sin (angle) / length,
                                              shift + outwards * radius * cos (angle)));
    }
}

void
smr_outline_init_limb (SmrOutline *self, const SmrBone *bone, const SmrProfileRow *rows, guint n_rows)
{
  double length = MAX (smr_point_distance (bone->from, bone->to), 0.02);

  self->n_points = 0;
  for (guint i = 0; i < n_rows; i++)
    smr_outline_add (self, smr_bone_beside (bone, rows[i].t, rows[i].front));
  add_round_end (self, bone, &rows[n_rows - 1], 1, length);
  for (int i = (int) n_rows - 1; i >= 0; i--)
    smr_outline_add (self, smr_bone_beside (bone, rows[i].t, -rows[i].back));
  add_round_end (self, bone, &rows[0], -1, length);
}

void
smr_outline_init_ellipse (SmrOutline *self, SmrPoint centre, SmrPoint axis, double half_length, double half_width)
{
  const int n_points = 10;

  self->n_points = 0;
  for (int i = 0; i < n_points; i++)
    {
      double angle = 2 * G_PI * i / n_points;
      double along = half_length * cos (angle);
      double across = half_width * sin (angle);

      smr_outline_add (self, (SmrPoint) { centre.x + axis.x * along - axis.y * across,
                                          centre.y + axis.y * along + axis.x * across });
    }
}

/* Twice the area; less than 0 if the points go clockwise. */
static double
get_turn (const SmrOutline *self)
{
  double turn = 0;

  for (int i = 0; i < self->n_points; i++)
    {
      const SmrPoint *from = &self->points[i];
      const SmrPoint *to = &self->points[(i + 1) % self->n_points];

      turn += from->x * to->y - to->x * from->y;
    }
  return turn;
}

/* All curves go round the same way, so that filling several in one path fills all that they cover. */
static void
add_curve (const SmrPoint *points, int n, gboolean backwards, cairo_t *cr)
{
  int step = backwards ? -1 : 1;

  cairo_move_to (cr, points[0].x, points[0].y);
  for (int i = 0; i < n; i++)
    {
      const SmrPoint *before = &points[(2 * n + step * (i - 1)) % n];
      const SmrPoint *from = &points[(2 * n + step * i) % n];
      const SmrPoint *to = &points[(2 * n + step * (i + 1)) % n];
      const SmrPoint *after = &points[(2 * n + step * (i + 2)) % n];

      cairo_curve_to (cr,
                      from->x + (to->x - before->x) / 6, from->y + (to->y - before->y) / 6,
                      to->x - (after->x - from->x) / 6, to->y - (after->y - from->y) / 6,
                      to->x, to->y);
    }
  cairo_close_path (cr);
}

void
smr_outline_path (const SmrOutline *self, cairo_t *cr)
{
  if (self->n_points >= 3)
    add_curve (self->points, self->n_points, get_turn (self) < 0, cr);
}

void
smr_outline_path_wider (const SmrOutline *self, cairo_t *cr, double by)
{
  SmrPoint wider[SMR_OUTLINE_MOST_POINTS];
  int n = self->n_points;
  double turn = get_turn (self);
  double outwards = turn > 0 ? by : -by;

  if (n < 3)
    return;
  for (int i = 0; i < n; i++)
    {
      SmrPoint along = smr_point_unit (smr_point_minus (self->points[(i + 1) % n], self->points[(i + n - 1) % n]));

      wider[i] = (SmrPoint) { self->points[i].x + along.y * outwards, self->points[i].y - along.x * outwards };
    }
  add_curve (wider, n, turn < 0, cr);
}
