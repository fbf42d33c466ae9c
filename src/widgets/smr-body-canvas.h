#pragma once

#include <gtk/gtk.h>

#include "smr-body-part.h"

G_BEGIN_DECLS

/* Front and back figure side by side, with a toggle on every muscle that can be seen. Arrow keys lead from one to its
 * neighbour, Tab in and out. */
#define SMR_TYPE_BODY_CANVAS (smr_body_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SmrBodyCanvas, smr_body_canvas, SMR, BODY_CANVAS, GtkWidget)

GtkWidget *smr_body_canvas_new        (void);
/* Must be called once, before the canvas is shown. @parts gets the parts that it made. */
void       smr_body_canvas_fill       (SmrBodyCanvas *self, SmrCatalogue *catalogue, const char *language, GPtrArray *parts);
void       smr_body_canvas_set_colors (SmrBodyCanvas *self, const SmrBodyColors *colors);
/* Deep muscles show as regions: @mark rest takes one away. */
void       smr_body_canvas_mark_deep  (SmrBodyCanvas *self, const SmrMuscle *muscle, SmrSide side, SmrBodyMark mark);
/* Outlines where a deep muscle lies while its name is pointed at or focused; NULL: none. */
void       smr_body_canvas_point_out  (SmrBodyCanvas *self, const SmrMuscle *muscle, SmrSide side);
/* At least so wide, however little room there is. */
void       smr_body_canvas_set_width  (SmrBodyCanvas *self, int width);
/* How high the figures are in @width pixels. */
int        smr_body_canvas_get_height (SmrBodyCanvas *self, int width);

G_END_DECLS
