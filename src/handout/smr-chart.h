#pragma once

#include "smr-handout-blocks.h"

G_BEGIN_DECLS

/* A small chart over time, drawn the same on paper and on the screen. Two series: lines tell them apart by shape and dashes,
 * bars by filling, so that they survive black and white. */

typedef enum
{
  SMR_CHART_LINES,
  SMR_CHART_BARS,              /* the first is the filled part of the second */
} SmrChartKind;

typedef struct
{
  SmrInk                ink;   /* of text */
  SmrInk                quiet; /* of labels */
  SmrInk                line;  /* of the grid */
  SmrInk                first; /* of the series */
  SmrInk                second;
  PangoFontDescription *font;
} SmrChartStyle;

typedef struct _SmrChart SmrChart;

/* The scale goes from @least to @most with a line every @step. */
SmrChart *smr_chart_new      (SmrChartKind kind, int least, int most, int step);
void      smr_chart_free     (SmrChart *self);
/* What the series stand for. */
void      smr_chart_set_names (SmrChart *self, const char *first, const char *second);
/* @position: days, growing. NAN: nothing there. @label: under it, left out where it would touch the one before. */
void      smr_chart_add      (SmrChart *self, guint position, const char *label, double first, double second);
/* @style is copied. */
void      smr_chart_set_style (SmrChart *self, const SmrChartStyle *style);

/* An SmrDrawFunc. */
void      smr_chart_draw     (gconstpointer self, cairo_t *cr, double x, double y, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrChart, smr_chart_free)

G_END_DECLS
