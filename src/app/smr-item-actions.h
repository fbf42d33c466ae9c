#pragma once

#include "smr-routine-page.h"

G_BEGIN_DECLS

/* The actions of the designer page on one item, by its index: routine.remove-item, routine.usual-dose,
 * routine.swap-exercise, routine.note (u), routine.add-exercise (u: its phase), routine.move-item (uu: from, to), routine.set-dose-field (usiib: index,
 * exercise, SmrDoseField, value, whether it is one of several steps). */
void smr_item_actions_install (GtkWidgetClass *page_class);

G_END_DECLS
