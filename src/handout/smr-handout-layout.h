#pragma once

#include "smr-handout-setter.h"
#include "smr-sheet-text.h"

G_BEGIN_DECLS

/* What a layout is: the size of its text and what makes its blocks, from top to bottom for pages of @height. */

typedef struct
{
  const char *name;
  double      text_scale;
  gboolean    large_print;
  GPtrArray *(* make_blocks) (const SmrSheetText *text, const SmrSetter *setter, double height);
} SmrLayoutForm;

const SmrLayoutForm *smr_layout_form_get (SmrHandoutLayout layout);

/* What the form of @text makes, and the diary if there is one. */
GPtrArray *smr_layout_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height);

G_END_DECLS
