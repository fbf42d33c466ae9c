#pragma once

#include <cairo.h>

#include "smr-body-painting.h"
#include "smr-writer.h"

G_BEGIN_DECLS

/* The small body map of a sheet: what is worked and what must not be rolled, with the words for each pattern. */

typedef struct _SmrSheetBody
{
  SmrCatalogue *catalogue;
  GArray       *marks;                    /* (element-type guint8) two for each muscle by its index: left or midline, right */
  char         *legend[SMR_N_BODY_MARKS]; /* nullable: the mark does not occur */
} SmrSheetBody;

/* (nullable): nothing is worked, so there is nothing to show. */
SmrSheetBody *smr_writer_make_body (SmrWriter *self);
SmrSheetBody *smr_sheet_body_ref   (SmrSheetBody *self);
void          smr_sheet_body_unref (SmrSheetBody *self);

/* Width by height of the picture. */
double        smr_sheet_body_get_aspect (const SmrSheetBody *self);
void          smr_sheet_body_draw  (const SmrSheetBody *self, cairo_t *cr, double x, double y, double width, double height);

G_END_DECLS
