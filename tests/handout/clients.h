#pragma once

#include "smr-handout.h"

G_BEGIN_DECLS

/* Clients, routines and sheets for the tests, through the gate and the built-in catalogue. */

#define TODAY (smr_date_from_ymd (2026, 3, 2))

/* Signed two weeks ago, no to every health row, born 1991. */
SmrRecord   *new_healthy_record (SmrCatalogue *catalogue, const char *name);
/* Replaces the answer to @condition in the record's form by a yes on @date. */
SmrAnswer   *answer_yes         (SmrRecord *record, const char *condition, SmrDate date);
/* The doctor's letter of yesterday on @condition: rolling by name, all phases. */
SmrClearance *add_clearance     (SmrRecord *record, const char *condition);
/* What the planner makes of @muscles, as a titled version 2. */
SmrRoutine  *plan_routine       (SmrCatalogue *catalogue, const SmrRecord *record, const char *muscles);
/* The gate has to agree. @paper: "a4" or "letter". */
SmrHandout  *make_handout       (SmrCatalogue *catalogue, const SmrRecord *record, const SmrRoutine *routine, const char *paper, double text_scale);
/* The same for a practice that is marked as sample or not. */
SmrHandout  *make_handout_of    (SmrCatalogue *catalogue, const SmrRecord *record, const SmrRoutine *routine, const char *paper, double text_scale,
                                 const char *language, gboolean sample);
/* Writes all pages to a PDF with cairo alone. */
void         write_pdf          (SmrHandout *handout, const char *paper, const char *path);
/* What pdftotext reads of one page, with single spaces. */
char        *read_pdf           (const char *path, guint page);

G_END_DECLS
