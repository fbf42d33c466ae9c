#pragma once

#include "smr-handout-blocks.h"
#include "smr-handout.h"
#include "smr-sheet-frame.h"

G_BEGIN_DECLS

/* What the makers of handouts, forms and letters share. */

/* (element-type SmrBlock) from top to bottom, for pages of @height. (transfer full) */
typedef GPtrArray *(* SmrBlocksFunc) (gconstpointer content, const SmrSetter *setter, double height);

typedef struct
{
  SmrSheetFrame *frame;
  const char    *title;        /* of the document */
  const char    *stamp;        /* nullable: across every page */
  double         text_scale;   /* 0: 1.0 */
  gboolean       large_print;
  SmrBlocksFunc  make_blocks;
} SmrPaper;

/* Breaks what @paper makes of @content into pages at once. Neither is kept. */
SmrHandout *smr_handout_new_from_blocks (const SmrPaper *paper, const SmrSheet *sheet, gconstpointer content);

G_END_DECLS
