#pragma once

#include <gtk/gtk.h>

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* What a yes opens: where, when, what exactly ... Each field says at once what is wrong with what was put into it, and
 * takes nothing of it. Emits "changed", and "done" where Enter was pressed in a field. */
#define SMR_TYPE_FOLLOW_UPS (smr_follow_ups_get_type ())
G_DECLARE_FINAL_TYPE (SmrFollowUps, smr_follow_ups, SMR, FOLLOW_UPS, GtkBox)

/* @answer is not taken: it is kept as the fields have it, and has to outlive them. @born: of the client. */
GtkWidget *smr_follow_ups_new (SmrCatalogue *catalogue, const SmrCondition *condition, const char *language,
                               SmrAnswer *answer, SmrDate born, SmrDate today);
/* Of a quick check: what a yes means, and the facts that it offers. */
GtkWidget *smr_follow_ups_new_for_check (SmrCatalogue *catalogue, const SmrCondition *condition, const char *language,
                                         SmrAnswer *answer);

G_END_DECLS
