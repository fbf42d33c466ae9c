#pragma once

#include <gtk/gtk.h>

#include "smr-chart.h"

G_BEGIN_DECLS

/* A chart on the screen, in the colours and the font of the window. */
#define SMR_TYPE_CHART_VIEW (smr_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (SmrChartView, smr_chart_view, SMR, CHART_VIEW, GtkWidget)

/* Takes @chart. @title and @text: what is heard instead of it. */
GtkWidget *smr_chart_view_new_take (SmrChart *chart, const char *title, const char *text);

G_END_DECLS
