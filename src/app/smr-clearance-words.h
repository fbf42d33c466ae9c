#pragma once

#include "smr-clearance.h"
#include "smr-catalogue.h"

G_BEGIN_DECLS

/* What is said about clearances, wherever they are shown. */

/* "Heart trouble, Any medicine". (element-type utf8) (transfer full) */
char *smr_clearance_describe_conditions (SmrCatalogue *catalogue, GPtrArray *conditions, const char *language);
/* "Roll, Stretch"; @phases are bits 1 << SmrPhase. (transfer full) */
char *smr_clearance_describe_phases     (guint phases);
/* What the letter does for one row, as a sentence: "Opens roll, stretch until 3 May 2026." (transfer full) */
char *smr_clearance_describe_effect     (SmrCatalogue *catalogue, const SmrRecord *record, const SmrClearance *clearance,
                                         const SmrClearanceEffect *effect, SmrDate today, const char *language);

/* Icon, a word or two, and style class, for one row or for all of a letter. */
typedef struct
{
  const char *icon;
  const char *label;
  const char *style;
} SmrClearanceMark;

SmrClearanceMark smr_clearance_get_mark (const SmrClearanceEffect *effects, guint n_effects, SmrDate today);

G_END_DECLS
