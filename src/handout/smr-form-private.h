#pragma once

#include "smr-form.h"
#include "smr-handout-blocks.h"
#include "smr-writer.h"

G_BEGIN_DECLS

/* What the files of the health form share. */
typedef struct
{
  SmrWriter             writer;
  const SmrFormContent *content;
  SmrSheetFrame        *frame;
  const SmrSetter      *setter; /* while blocks are made */
} SmrForm;

/* --- rows (smr-form-rows.c) ------------------------------------------------------------------------------- */

/* The questions under the headings of their categories, numbered throughout. */
void smr_form_add_rows (SmrForm *self, GPtrArray *blocks);

G_END_DECLS
