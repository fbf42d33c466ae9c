#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmrSignature:
 *
 * A signature drawn by hand: strokes of points on a pad of so many units. As text it is the pad's size and an SVG path
 * of whole numbers, each stroke with relative lines: "400x120 M12 40l1 1 7 3M50 30l0 0".
 */
typedef struct
{
  int x;
  int y;
} SmrSignaturePoint;

typedef struct
{
  int        width;
  int        height;
  GPtrArray *strokes;           /* (element-type GArray of SmrSignaturePoint), each with a point or more */
} SmrSignature;

/* What one signature may have at most; a longer one ends there. */
#define SMR_SIGNATURE_MAX_POINTS 10000
#define SMR_SIGNATURE_MAX_CHARS 160000

SmrSignature *smr_signature_new           (int width, int height);
void          smr_signature_free          (SmrSignature *self);

/* Points beside the pad are moved to its edge. */
void          smr_signature_begin_stroke  (SmrSignature *self, int x, int y);
void          smr_signature_add_point     (SmrSignature *self, int x, int y);
void          smr_signature_remove_stroke (SmrSignature *self);

/* Empty without strokes. (transfer full) */
char         *smr_signature_to_string     (const SmrSignature *self);
/* (transfer full) (nullable): NULL for a text that is no signature. */
SmrSignature *smr_signature_from_string   (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrSignature, smr_signature_free)

G_END_DECLS
