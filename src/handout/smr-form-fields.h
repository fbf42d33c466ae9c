#pragma once

#include "smr-handout-blocks.h"

G_BEGIN_DECLS

/* What is filled in by hand: labels with ruled lines behind them and boxes to tick, set like words, from row to row.
 * A field begins with its label; what is added to it stays on its row. */

typedef struct _SmrFields SmrFields;

/* Where the first baseline of a row lies under its top. */
#define SMR_FIELDS_BASELINE 15.5

SmrFields *smr_fields_new      (const SmrSetter *setter);
void       smr_fields_free     (SmrFields *self);

/* Begins a field. @label may be empty. */
void       smr_fields_begin    (SmrFields *self, const char *label);
void       smr_fields_add_word (SmrFields *self, const char *word);
/* At least @width long; takes its share of what is left in the row if it may @grow. */
void       smr_fields_add_line (SmrFields *self, double width, gboolean grow);
void       smr_fields_add_box  (SmrFields *self, const char *label);
/* The next field begins a row. */
void       smr_fields_end_row  (SmrFields *self);

/* Returns the y below. */
double     smr_fields_place    (SmrFields *self, SmrBlock *block, double x, double y, double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrFields, smr_fields_free)

G_END_DECLS
