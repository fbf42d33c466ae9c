#pragma once

#include <adwaita.h>

#include "smr-catalogue.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* The rows of a form by category. What is answered goes into the form at once; emits "changed" then. */
#define SMR_TYPE_CHECKLIST (smr_checklist_get_type ())
G_DECLARE_FINAL_TYPE (SmrChecklist, smr_checklist, SMR, CHECKLIST, GtkBox)

/* @form is not taken: it has to outlive the rows, or be replaced. @before: (nullable): the form before it. A form that is
 * signed is only read. */
void     smr_checklist_show         (SmrChecklist *self, SmrCatalogue *catalogue, const char *language, SmrIntake *form,
                                     const SmrIntake *before, SmrDate born, SmrDate today);
/* Questions above the replies. */
void     smr_checklist_set_narrow   (SmrChecklist *self, gboolean narrow);
void     smr_checklist_focus_first  (SmrChecklist *self);
/* The first row that is still open. */
void     smr_checklist_focus_open   (SmrChecklist *self);

/* Rows that nobody answered and no earlier form answers: movement rows too. */
guint    smr_checklist_count_rest   (SmrChecklist *self);
/* One act each, recorded with every answer: no to the rest; what the last form said of all that waits to be confirmed. */
void     smr_checklist_answer_rest  (SmrChecklist *self);
void     smr_checklist_confirm_rest (SmrChecklist *self);
/* How many answers were given in such an act, and taking them back. */
guint    smr_checklist_count_with_rest (SmrChecklist *self, gboolean confirmed);
void     smr_checklist_undo_rest    (SmrChecklist *self, gboolean confirmed);

G_END_DECLS
