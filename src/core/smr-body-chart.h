#pragma once

#include "smr-body-outline.h"
#include "smr-types.h"

G_BEGIN_DECLS

/* The standing figure of the body map, front and back, as the catalogue describes it. Only the half to the viewer's right
 * of the midline (x = 0) is there, y runs down from the crown; the other half is its mirror image. In front the viewer's
 * right is the client's left, seen from the back it is the right. */

typedef struct
{
  const char *muscle;           /* (nullable): NULL is part of the picture alone */
  SmrBodyOutline *outline;
} SmrBodyShape;

typedef struct
{
  SmrBodyOutline *silhouette;       /* its last curve is the midline */
  GPtrArray  *shapes;           /* (element-type SmrBodyShape) next to each other; a muscle may have several */
  GPtrArray  *regions;          /* (element-type SmrBodyShape) where deep muscles lie: under the shapes, one a muscle */
} SmrBodyFigure;

typedef struct
{
  double        half_width;     /* of one figure, from the midline to the end of the air beside it */
  double        height;
  SmrBodyFigure front;
  SmrBodyFigure back;
} SmrBodyChart;

SmrBodyChart *smr_body_chart_new  (double half_width, double height);
void          smr_body_chart_free (SmrBodyChart *self);
SmrBodyShape *smr_body_shape_new_take (const char *muscle, SmrBodyOutline *outline);

/* Width by height of both figures side by side. */
double         smr_body_chart_get_aspect (const SmrBodyChart *self);

/* @view: front or back. */
SmrBodyFigure *smr_body_chart_get_figure (SmrBodyChart *self, SmrBodyView view);

/* Which of the client's sides a place right of the midline is in @view, and the other way round. */
SmrSide  smr_body_view_get_side     (SmrBodyView view, double x);
/* TRUE where @side is drawn as the mirror image. */
gboolean smr_body_view_is_mirrored  (SmrBodyView view, SmrSide side);

/* What lies at a point of the whole figure, x from the midline: a muscle's id, or NULL for none. @side: (out) (optional). */
const char *smr_body_chart_find     (SmrBodyChart *self, SmrBodyView view, double x, double y, SmrSide *side);
/* The shapes, else the region, of a muscle: an array that may be empty. (transfer container) */
GPtrArray  *smr_body_figure_collect (const SmrBodyFigure *self, const char *muscle);
/* The muscle has no shape in any view, only a region. */
gboolean    smr_body_chart_is_deep  (const SmrBodyChart *self, const char *muscle);

/* Whether the drawing holds together: each shape inside the silhouette and beside the others, within @tolerance units.
 * Reports each fault as a line. */
void        smr_body_chart_check    (SmrBodyChart *self, double tolerance, GPtrArray *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrBodyChart, smr_body_chart_free)

G_END_DECLS
