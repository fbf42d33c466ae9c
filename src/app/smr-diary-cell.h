#pragma once

#include <gtk/gtk.h>

#include "smr-diary.h"

G_BEGIN_DECLS

/* One day of the diary: Space or a click goes from done to in part to nothing, figures are the pain, Delete takes both away. */
#define SMR_TYPE_DIARY_CELL (smr_diary_cell_get_type ())
G_DECLARE_FINAL_TYPE (SmrDiaryCell, smr_diary_cell, SMR, DIARY_CELL, GtkButton)

/* @day lives as long as the cell, which writes into it. */
GtkWidget         *smr_diary_cell_new     (SmrDiaryDay *day);
const SmrDiaryDay *smr_diary_cell_get_day (SmrDiaryCell *self);
/* What a figure's key does: a 0 behind a 1 makes it 10. */
void               smr_diary_cell_type    (SmrDiaryCell *self, int figure);

G_END_DECLS
