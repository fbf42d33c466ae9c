#pragma once

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* A new form that is begun from the last one. What the last one said is only offered: no rule sees it until somebody has
 * confirmed it, and a form with something left to confirm is not complete. Rows where time matters are not even offered. */

SmrIntake       *smr_intake_new_from      (const SmrIntake *last, SmrCatalogue *catalogue);
/* For a draft that was kept: offers what @last has to copy. */
void             smr_intake_offer         (SmrIntake *self, const SmrIntake *last, SmrCatalogue *catalogue);
/* What waits to be confirmed for a row; its `as_of` is the day of the form that it comes from. (nullable) */
const SmrAnswer *smr_intake_get_offer     (const SmrIntake *self, const char *condition);
guint            smr_intake_count_offers  (const SmrIntake *self);

G_END_DECLS
