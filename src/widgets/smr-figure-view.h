#pragma once

#include "smr-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The picture of an exercise, in the colours of the desktop's style. It is as large as it is asked to be (width-request
 * and height-request), takes no focus, and is drawn once for a size. */
#define SMR_TYPE_FIGURE_VIEW (smr_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (SmrFigureView, smr_figure_view, SMR, FIGURE_VIEW, GtkWidget)

GtkWidget *smr_figure_view_new  (void);

/* What screen readers say is the exercise's name and how it begins. An exercise without a picture hides the view. */
void       smr_figure_view_show (SmrFigureView *self, SmrCatalogue *catalogue, const SmrExercise *exercise, SmrItemSide side,
                                 const char *language);

G_END_DECLS
