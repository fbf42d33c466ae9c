#include "smr-figure-painter.h"

#include <math.h>

#define FROM_SIDE  (1u << 0)
#define FROM_FRONT (1u << 1)
#define FROM_BACK  (1u << 2)

/* A muscle as a lens along a segment. Where it lies across: from the side 1 is the front edge and -1 the back edge of the
 * limb, else 1 is the outer edge, and on the trunk 0 the midline. */
typedef struct
{
  const char *muscle;
  guint       views;
  SmrSegment  segment;
  double      from, to;         /* along the segment */
  double      inner, outer;
} Patch;

static const Patch patches[] = {
  { "gastrocnemius", FROM_SIDE, SMR_SEGMENT_SHIN, 0.03, 0.56, -0.96, -0.05 },
  { "gastrocnemius", FROM_FRONT, SMR_SEGMENT_SHIN, 0.06, 0.52, -0.97, -0.35 },
  { "gastrocnemius", FROM_BACK, SMR_SEGMENT_SHIN, 0.02, 0.54, -0.92, 0.92 },
  { "soleus", FROM_SIDE, SMR_SEGMENT_SHIN, 0.40, 0.86, -0.96, 0.05 },
  { "soleus", FROM_FRONT, SMR_SEGMENT_SHIN, 0.42, 0.82, -0.97, -0.2 },
  { "soleus", FROM_BACK, SMR_SEGMENT_SHIN, 0.42, 0.88, -0.9, 0.9 },
  { "peroneals", FROM_SIDE, SMR_SEGMENT_SHIN, 0.08, 0.8, -0.5, 0.35 },
  { "peroneals", FROM_FRONT | FROM_BACK, SMR_SEGMENT_SHIN, 0.08, 0.8, 0.3, 0.97 },
  { "tibialis_anterior", FROM_SIDE, SMR_SEGMENT_SHIN, 0.05, 0.78, 0.0, 0.96 },
  { "tibialis_anterior", FROM_FRONT, SMR_SEGMENT_SHIN, 0.05, 0.75, -0.1, 0.8 },
  { "tibialis_posterior", FROM_SIDE, SMR_SEGMENT_SHIN, 0.2, 0.85, -0.7, 0.15 },
  { "tibialis_posterior", FROM_FRONT | FROM_BACK, SMR_SEGMENT_SHIN, 0.2, 0.85, -0.95, -0.1 },
  { "quadriceps", FROM_SIDE, SMR_SEGMENT_THIGH, 0.1, 0.97, 0.0, 0.96 },
  { "quadriceps", FROM_FRONT, SMR_SEGMENT_THIGH, 0.08, 0.95, -0.55, 0.8 },
  { "vastus_lateralis", FROM_SIDE, SMR_SEGMENT_THIGH, 0.15, 0.95, -0.35, 0.6 },
  { "vastus_lateralis", FROM_FRONT | FROM_BACK, SMR_SEGMENT_THIGH, 0.15, 0.94, 0.25, 0.96 },
  { "vastus_medialis", FROM_SIDE, SMR_SEGMENT_THIGH, 0.58, 0.99, 0.1, 0.95 },
  { "vastus_medialis", FROM_FRONT, SMR_SEGMENT_THIGH, 0.56, 0.99, -0.95, -0.05 },
  { "hamstrings", FROM_SIDE, SMR_SEGMENT_THIGH, 0.16, 0.97, -0.96, -0.08 },
  { "hamstrings", FROM_BACK, SMR_SEGMENT_THIGH, 0.18, 0.96, -0.75, 0.8 },
  { "medial_hamstrings", FROM_SIDE, SMR_SEGMENT_THIGH, 0.2, 0.98, -0.96, -0.15 },
  { "medial_hamstrings", FROM_BACK, SMR_SEGMENT_THIGH, 0.18, 0.98, -0.9, 0.1 },
  { "adductors", FROM_SIDE, SMR_SEGMENT_THIGH, 0.08, 0.78, -0.55, 0.35 },
  { "adductors", FROM_FRONT | FROM_BACK, SMR_SEGMENT_THIGH, 0.05, 0.78, -0.96, -0.15 },
  { "it_band", FROM_SIDE, SMR_SEGMENT_THIGH, 0.05, 1.0, -0.25, 0.2 },
  { "it_band", FROM_FRONT | FROM_BACK, SMR_SEGMENT_THIGH, 0.05, 1.0, 0.6, 0.97 },
  { "tfl", FROM_SIDE, SMR_SEGMENT_THIGH, -0.16, 0.3, 0.0, 0.85 },
  { "tfl", FROM_FRONT, SMR_SEGMENT_THIGH, -0.2, 0.32, 0.3, 0.95 },
  { "tfl", FROM_BACK, SMR_SEGMENT_THIGH, -0.15, 0.28, 0.5, 0.97 },
  { "hip_flexors", FROM_SIDE, SMR_SEGMENT_THIGH, -0.2, 0.34, 0.15, 0.94 },
  { "hip_flexors", FROM_SIDE, SMR_SEGMENT_TRUNK, -0.02, 0.26, 0.25, 0.92 },
  { "hip_flexors", FROM_FRONT, SMR_SEGMENT_THIGH, -0.2, 0.3, -0.6, 0.4 },
  { "hip_flexors", FROM_FRONT, SMR_SEGMENT_TRUNK, 0.0, 0.3, 0.12, 0.62 },
  { "piriformis", FROM_SIDE, SMR_SEGMENT_TRUNK, -0.14, 0.16, -0.92, -0.12 },
  { "piriformis", FROM_FRONT, SMR_SEGMENT_TRUNK, -0.1, 0.12, 0.5, 0.97 },
  { "piriformis", FROM_BACK, SMR_SEGMENT_TRUNK, -0.06, 0.12, 0.1, 0.85 },
  { "gluteus_maximus", FROM_SIDE, SMR_SEGMENT_TRUNK, -0.2, 0.24, -0.96, -0.05 },
  { "gluteus_maximus", FROM_FRONT, SMR_SEGMENT_TRUNK, -0.12, 0.14, 0.55, 0.97 },
  { "gluteus_maximus", FROM_BACK, SMR_SEGMENT_TRUNK, -0.14, 0.2, 0.05, 0.92 },
  { "gluteus_medius", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.02, 0.27, -0.65, 0.4 },
  { "gluteus_medius", FROM_FRONT, SMR_SEGMENT_TRUNK, -0.02, 0.24, 0.45, 0.97 },
  { "gluteus_medius", FROM_BACK, SMR_SEGMENT_TRUNK, 0.06, 0.27, 0.3, 0.95 },
  { "erector_spinae", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.1, 0.95, -0.95, -0.4 },
  { "erector_spinae", FROM_BACK, SMR_SEGMENT_TRUNK, 0.1, 0.92, 0.04, 0.38 },
  { "quadratus_lumborum", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.2, 0.54, -0.85, -0.1 },
  { "quadratus_lumborum", FROM_FRONT, SMR_SEGMENT_TRUNK, 0.22, 0.52, 0.4, 0.96 },
  { "quadratus_lumborum", FROM_BACK, SMR_SEGMENT_TRUNK, 0.2, 0.5, 0.2, 0.8 },
  { "multifidus", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.1, 0.5, -0.95, -0.45 },
  { "multifidus", FROM_BACK, SMR_SEGMENT_TRUNK, 0.06, 0.5, 0.03, 0.3 },
  { "abdominals", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.08, 0.68, 0.3, 0.95 },
  { "abdominals", FROM_FRONT, SMR_SEGMENT_TRUNK, 0.06, 0.68, 0.03, 0.52 },
  { "transverse_abdominis", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.1, 0.54, -0.1, 0.94 },
  { "transverse_abdominis", FROM_FRONT, SMR_SEGMENT_TRUNK, 0.08, 0.46, 0.0, 0.85 },
  { "forearm_flexors", FROM_SIDE, SMR_SEGMENT_FOREARM, 0.02, 0.86, 0.0, 0.95 },
  { "forearm_flexors", FROM_FRONT, SMR_SEGMENT_FOREARM, 0.02, 0.86, -0.9, 0.5 },
  { "forearm_extensors", FROM_SIDE, SMR_SEGMENT_FOREARM, 0.02, 0.86, -0.95, 0.0 },
  { "forearm_extensors", FROM_FRONT | FROM_BACK, SMR_SEGMENT_FOREARM, 0.02, 0.86, -0.5, 0.9 },
  { "latissimus_dorsi", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.3, 0.88, -0.94, 0.0 },
  { "latissimus_dorsi", FROM_FRONT, SMR_SEGMENT_TRUNK, 0.48, 0.92, 0.6, 0.98 },
  { "latissimus_dorsi", FROM_BACK, SMR_SEGMENT_TRUNK, 0.34, 0.88, 0.12, 0.96 },
  { "teres_major", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.7, 0.9, -0.92, -0.1 },
  { "teres_major", FROM_FRONT, SMR_SEGMENT_TRUNK, 0.7, 0.9, 0.7, 0.98 },
  { "teres_major", FROM_BACK, SMR_SEGMENT_TRUNK, 0.7, 0.88, 0.42, 0.95 },
  { "pectoralis_major", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.64, 0.96, -0.05, 0.95 },
  { "pectoralis_major", FROM_FRONT, SMR_SEGMENT_TRUNK, 0.7, 0.96, 0.05, 0.92 },
  { "pectoralis_minor", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.7, 0.95, 0.25, 0.92 },
  { "pectoralis_minor", FROM_FRONT, SMR_SEGMENT_TRUNK, 0.74, 0.96, 0.4, 0.86 },
  { "rotator_cuff", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.74, 0.98, -0.9, -0.05 },
  { "rotator_cuff", FROM_FRONT, SMR_SEGMENT_TRUNK, 0.72, 1.02, 0.36, 0.96 },
  { "rotator_cuff", FROM_BACK, SMR_SEGMENT_TRUNK, 0.74, 0.98, 0.38, 0.95 },
  { "serratus_anterior", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.48, 0.86, -0.25, 0.7 },
  { "serratus_anterior", FROM_FRONT | FROM_BACK, SMR_SEGMENT_TRUNK, 0.5, 0.82, 0.55, 0.97 },
  { "thoracic_spine", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.46, 1.0, -0.95, -0.35 },
  { "thoracic_spine", FROM_BACK, SMR_SEGMENT_TRUNK, 0.46, 1.0, 0.0, 0.32 },
  { "rhomboids", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.64, 0.96, -0.94, -0.3 },
  { "rhomboids", FROM_BACK, SMR_SEGMENT_TRUNK, 0.66, 0.94, 0.06, 0.5 },
  { "middle_trapezius", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.7, 0.98, -0.95, -0.25 },
  { "middle_trapezius", FROM_BACK, SMR_SEGMENT_TRUNK, 0.76, 1.0, 0.03, 0.72 },
  { "lower_trapezius", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.46, 0.88, -0.95, -0.3 },
  { "lower_trapezius", FROM_BACK, SMR_SEGMENT_TRUNK, 0.46, 0.88, 0.02, 0.42 },
  { "upper_trapezius", FROM_SIDE, SMR_SEGMENT_TRUNK, 0.88, 1.1, -0.96, 0.0 },
  { "upper_trapezius", FROM_SIDE, SMR_SEGMENT_NECK, 0.0, 0.6, -0.95, -0.1 },
  { "upper_trapezius", FROM_FRONT, SMR_SEGMENT_TRUNK, 0.96, 1.14, 0.25, 0.95 },
  { "upper_trapezius", FROM_FRONT, SMR_SEGMENT_NECK, 0.0, 0.62, 0.35, 0.97 },
  { "upper_trapezius", FROM_BACK, SMR_SEGMENT_TRUNK, 0.94, 1.14, 0.05, 0.95 },
  { "upper_trapezius", FROM_BACK, SMR_SEGMENT_NECK, 0.0, 0.7, 0.1, 0.95 },
  { "levator_scapulae", FROM_SIDE, SMR_SEGMENT_NECK, -0.2, 0.62, -0.9, -0.05 },
  { "levator_scapulae", FROM_FRONT, SMR_SEGMENT_NECK, -0.1, 0.62, 0.25, 0.95 },
  { "levator_scapulae", FROM_BACK, SMR_SEGMENT_NECK, -0.3, 0.62, 0.15, 0.95 },
  { "sternocleidomastoid", FROM_SIDE, SMR_SEGMENT_NECK, 0.0, 0.78, -0.35, 0.7 },
  { "sternocleidomastoid", FROM_FRONT, SMR_SEGMENT_NECK, 0.0, 0.66, 0.1, 0.85 },
  { "deep_neck_flexors", FROM_SIDE, SMR_SEGMENT_NECK, 0.05, 0.7, 0.1, 0.95 },
  { "deep_neck_flexors", FROM_FRONT, SMR_SEGMENT_NECK, 0.1, 0.62, 0.0, 0.45 },
};

static guint
get_view (SmrViewpoint viewpoint)
{
  switch (viewpoint)
    {
    case SMR_VIEWPOINT_SIDE:
      return FROM_SIDE;
    case SMR_VIEWPOINT_FRONT:
    case SMR_VIEWPOINT_TOP_SUPINE:
      return FROM_FRONT;
    case SMR_VIEWPOINT_BACK:
    case SMR_VIEWPOINT_TOP_PRONE:
      return FROM_BACK;
    }
  g_return_val_if_reached (FROM_SIDE);
}

static gboolean
lies_in_layer (SmrSegment segment, SmrFigureLayer layer)
{
  switch (segment)
    {
    case SMR_SEGMENT_TRUNK:
    case SMR_SEGMENT_NECK:
      return layer == SMR_LAYER_TRUNK;
    case SMR_SEGMENT_THIGH:
    case SMR_SEGMENT_SHIN:
      return layer == SMR_LAYER_NEAR_LEG || layer == SMR_LAYER_FAR_LEG;
    case SMR_SEGMENT_UPPER_ARM:
    case SMR_SEGMENT_FOREARM:
      return layer == SMR_LAYER_NEAR_ARM || layer == SMR_LAYER_FAR_ARM;
    }
  g_return_val_if_reached (FALSE);
}

static SmrPoint
across (const SmrBodyPlaces *body, const SmrBone *bone, SmrSegment segment, SmrBodySide side, double t, double part)
{
  SmrProfileRow width = smr_figure_get_width (body, segment, side, t);

  return smr_bone_beside (bone, t, part * (part >= 0 ? width.front : width.back));
}

static void
init_patch (SmrOutline *outline, const SmrBodyPlaces *body, const Patch *patch, SmrBodySide side, gboolean turned)
{
  const int n_steps = 8;
  SmrBone bone = smr_figure_get_bone (body, patch->segment, side);
  double middle = (patch->inner + patch->outer) / 2 * (turned ? -1 : 1);
  double half = (patch->outer - patch->inner) / 2;

  outline->n_points = 0;
  for (int i = 0; i <= n_steps; i++)
    {
      double step = (double) i / n_steps;

      smr_outline_add (outline, across (body, &bone, patch->segment, side, patch->from + (patch->to - patch->from) * step,
                                        middle + half * pow (sin (G_PI * step), 0.4)));
    }
  for (int i = n_steps - 1; i > 0; i--)
    {
      double step = (double) i / n_steps;

      smr_outline_add (outline, across (body, &bone, patch->segment, side, patch->from + (patch->to - patch->from) * step,
                                        middle - half * pow (sin (G_PI * step), 0.4)));
    }
}

static void
paint_patch (const SmrFigurePainter *painter, const SmrOutline *outline)
{
  const double spacing = 0.017;
  cairo_t *cr = painter->cr;
  double x1, y1, x2, y2;

  cairo_save (cr);
  smr_outline_path (outline, cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  smr_figure_set_colour (cr, painter->colours->highlight);
  cairo_fill_preserve (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  smr_figure_set_colour (cr, painter->colours->hatch);
  cairo_set_line_width (cr, MIN (painter->line * 0.75, 0.006));
  /* From one grid of the picture, so that neighbouring muscles are hatched alike. */
  for (double c = floor ((x1 + y1) / spacing) * spacing; c < x2 + y2; c += spacing)
    {
      cairo_move_to (cr, c - y1, y1);
      cairo_line_to (cr, c - y2, y2);
    }
  cairo_stroke (cr);
  cairo_restore (cr);

  /* A rim parts it from its neighbours. */
  smr_outline_path (outline, cr);
  smr_figure_set_colour (cr, painter->colours->hatch);
  cairo_set_line_width (cr, painter->line * 0.6);
  cairo_stroke (cr);
}

/* The sole has no segment: a flat shape between heel and toes. */
static void
paint_sole (const SmrFigurePainter *painter, const SmrBodyPlaces *body, SmrBodySide side)
{
  const SmrLimbPlaces *leg = &body->legs[side];
  SmrPoint sole = smr_point_mix (leg->heel, leg->tip, SMR_BODY_HEEL / (SMR_BODY_HEEL + SMR_BODY_TOE));
  SmrPoint up = smr_point_unit (smr_point_minus (leg->end, sole));
  SmrPoint centre = smr_point_add (smr_point_mix (leg->heel, leg->tip, 0.5), smr_point_scale (up, 0.009));
  SmrPoint axis = smr_point_unit (smr_point_minus (leg->tip, leg->heel));
  SmrOutline outline;
  double half = smr_point_distance (leg->heel, leg->tip) * 0.40;

  if (half < 0.02)
    axis = (SmrPoint) { up.y, -up.x };
  smr_outline_init_ellipse (&outline, centre, axis, MAX (half, 0.024), 0.0085);
  paint_patch (painter, &outline);
}

static gboolean
is_of_the_foot (const char *muscle)
{
  return g_str_equal (muscle, "plantar_fascia") || g_str_equal (muscle, "foot_intrinsics");
}

/* From the side the trunk shows its muscles whichever side they are of, and what both limbs have is shown once. */
static gboolean
is_shown (const SmrHighlight *highlight, SmrViewpoint viewpoint, SmrFigureLayer layer, SmrBodySide side)
{
  switch (layer)
    {
    case SMR_LAYER_TRUNK:
      return viewpoint == SMR_VIEWPOINT_SIDE || highlight->sides[side];
    case SMR_LAYER_FAR_ARM:
    case SMR_LAYER_FAR_LEG:
      return highlight->sides[side] && (viewpoint != SMR_VIEWPOINT_SIDE || !highlight->sides[!side]);
    case SMR_LAYER_NEAR_ARM:
    case SMR_LAYER_NEAR_LEG:
      return highlight->sides[side];
    }
  g_return_val_if_reached (FALSE);
}

static void
paint_muscle (const SmrFigurePainter *painter, const SmrBodyPlaces *body, const SmrHighlight *highlight,
              SmrFigureLayer layer, SmrBodySide side)
{
  guint view = get_view (body->viewpoint);

  if (is_of_the_foot (highlight->muscle) && lies_in_layer (SMR_SEGMENT_SHIN, layer))
    paint_sole (painter, body, side);
  for (guint i = 0; i < G_N_ELEMENTS (patches); i++)
    {
      SmrOutline outline;

      if ((patches[i].views & view) == 0 || !g_str_equal (patches[i].muscle, highlight->muscle) ||
          !lies_in_layer (patches[i].segment, layer))
        continue;
      init_patch (&outline, body, &patches[i], side, highlight->turned);
      paint_patch (painter, &outline);
    }
}

void
smr_figure_paint_highlights (const SmrFigurePainter *painter, const SmrBodyPlaces *body, SmrFigureLayer layer, SmrBodySide side)
{
  const GArray *highlights = painter->figure->highlights;

  for (guint i = 0; i < highlights->len; i++)
    {
      const SmrHighlight *highlight = &g_array_index (highlights, SmrHighlight, i);
      gboolean both_trunk_sides = layer == SMR_LAYER_TRUNK && body->viewpoint != SMR_VIEWPOINT_SIDE;

      if (is_shown (highlight, body->viewpoint, layer, side))
        paint_muscle (painter, body, highlight, layer, side);
      if (both_trunk_sides && highlight->sides[!side])
        paint_muscle (painter, body, highlight, layer, !side);
    }
}
