#pragma once

#include <adwaita.h>

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* One row of the checklist: the question, Yes / No / Not sure, and the follow-ups that a yes opens. No reply is
 * chosen for the client beforehand. Emits "changed"; after the keys Y, N and S also "answered", when nothing is left to
 * fill in here. */
#define SMR_TYPE_ANSWER_ROW (smr_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (SmrAnswerRow, smr_answer_row, SMR, ANSWER_ROW, AdwPreferencesRow)

/* @answer: (nullable): as it stands. @born: of the client; no date of an answer lies before it, nor after @today. */
SmrAnswerRow       *smr_answer_row_new           (SmrCatalogue *catalogue, const SmrCondition *condition, const char *language,
                                                  const SmrAnswer *answer, SmrDate born, SmrDate today);
/* Of a quick check: no follow-ups but the facts that it offers; what a yes means is said instead. */
SmrAnswerRow       *smr_answer_row_new_for_check (SmrCatalogue *catalogue, const SmrCondition *condition, const char *language);
const SmrCondition *smr_answer_row_get_condition (SmrAnswerRow *self);
/* What was said on the form before this one, for comparison. */
void                smr_answer_row_set_before    (SmrAnswerRow *self, const SmrAnswer *before);
/* What the last form said, to be confirmed: one act takes it with its day. */
void                smr_answer_row_set_offer     (SmrAnswerRow *self, const SmrAnswer *offer);
/* (transfer full) (nullable): NULL while there is no reply */
SmrAnswer          *smr_answer_row_dup_answer    (SmrAnswerRow *self);
/* Puts an answer in, NULL: none, without "changed". @answer: (nullable) (transfer full) */
void                smr_answer_row_take_answer   (SmrAnswerRow *self, SmrAnswer *answer);
/* FALSE: of a form that was signed. Its answer is told in words. */
void                smr_answer_row_set_editable  (SmrAnswerRow *self, gboolean editable);
/* Question above the replies instead of beside them. */
void                smr_answer_row_set_narrow    (SmrAnswerRow *self, gboolean narrow);
/* Names what is still to be filled in: bits of SmrFollowUp; 0: nothing. */
void                smr_answer_row_show_missing  (SmrAnswerRow *self, guint missing);
void                smr_answer_row_focus         (SmrAnswerRow *self);

G_END_DECLS
