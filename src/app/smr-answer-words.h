#pragma once

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* "Yes", "No", "Not sure", "Not answered" */
const char *smr_reply_get_label (SmrReply reply);
/* Everything that an answer says: "Yes · Knee, left · 3 May 2026 · ...". @answer: (nullable). (transfer full) */
char       *smr_answer_describe (SmrCatalogue *catalogue, const SmrCondition *condition, const SmrAnswer *answer, const char *language);

G_END_DECLS
