#pragma once

#include <gtk/gtk.h>

#include "smr-catalogue.h"

G_BEGIN_DECLS

/* The body map: front and back figure with a toggle on each muscle, and under them toggles for those that lie too deep.
 * Zoomed by pinch, Ctrl and the wheel, Ctrl with plus, minus and 0. */
#define SMR_TYPE_BODY_MAP (smr_body_map_get_type ())
G_DECLARE_FINAL_TYPE (SmrBodyMap, smr_body_map, SMR, BODY_MAP, GtkWidget)

/* To be called once before it is shown, with a catalogue that has a body chart. */
void      smr_body_map_set_catalogue (SmrBodyMap *self, SmrCatalogue *catalogue, const char *language);
/* What a click and the space bar pick muscles as. */
void      smr_body_map_set_role      (SmrBodyMap *self, SmrRole role);
/* The sides on which a muscle is picked, and those that screening takes out. @reason: (nullable): why it does. */
void      smr_body_map_show_muscle   (SmrBodyMap *self, const SmrMuscle *muscle, SmrSide overactive, SmrSide underactive,
                                      SmrSide excluded, const char *reason);

#define SMR_BODY_MAP_MOST_ZOOM 4.0

void      smr_body_map_set_zoom      (SmrBodyMap *self, double zoom);
double    smr_body_map_get_zoom      (SmrBodyMap *self);

/* Signals: "picked" (const char *muscle, guint role, guint sides): all the sides on which it is picked as @role from now on. */

G_END_DECLS
