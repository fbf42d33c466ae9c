#pragma once

#include <gtk/gtk.h>

#include "smr-body-painting.h"

G_BEGIN_DECLS

/* A toggle of the body map: one muscle on one side, drawn as its shapes in a figure, or as a letter beside the name of a
 * muscle that lies too deep to be drawn. It shows what it is told and asks for changes with "toggled". */
#define SMR_TYPE_BODY_PART (smr_body_part_get_type ())
G_DECLARE_FINAL_TYPE (SmrBodyPart, smr_body_part, SMR, BODY_PART, GtkWidget)

/* @side: left, right or midline. @muscle and @chart must live as long as the part, as the catalogue's do. */
GtkWidget       *smr_body_part_new_drawn  (SmrBodyChart *chart, SmrBodyView view, const SmrMuscle *muscle, SmrSide side, const char *language);
GtkWidget       *smr_body_part_new_listed (const SmrMuscle *muscle, SmrSide side, const char *language);

const SmrMuscle *smr_body_part_get_muscle (SmrBodyPart *self);
SmrSide          smr_body_part_get_side   (SmrBodyPart *self);
SmrBodyView      smr_body_part_get_view   (SmrBodyPart *self);
SmrBodyMark      smr_body_part_get_mark   (SmrBodyPart *self);
/* @role: overactive or underactive. */
gboolean         smr_body_part_is_picked  (SmrBodyPart *self, SmrRole role);
gboolean         smr_body_part_is_listed  (SmrBodyPart *self);

/* @reason: (nullable): why it is excluded; NULL: it is not. */
void             smr_body_part_show       (SmrBodyPart *self, gboolean overactive, gboolean underactive, const char *reason);
void             smr_body_part_set_colors (SmrBodyPart *self, const SmrBodyColors *colors);

/* Gives a drawn part its place in a figure whose midline at the crown is at @x,@y of the parent, drawn at @scale. */
void             smr_body_part_place      (SmrBodyPart *self, double x, double y, double scale);
/* The middle of its largest shape, in units of the whole figure. */
SmrBodyPoint         smr_body_part_get_middle (SmrBodyPart *self);

/* Signals: "toggled" (guint role, or G_MAXUINT for the one that is being picked). */

G_END_DECLS
