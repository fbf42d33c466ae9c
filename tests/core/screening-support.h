#pragma once

#include "smr-catalogue-reader.h"
#include "smr-screening.h"

G_BEGIN_DECLS

/* Builders for what the tests of screening are about. The adult of these tests was born on 1991-05-04 and signed a form
 * that says no to everything on FORM_DAY; she is not regularly active, and nobody asked for her tools. */

#define FORM_DAY "2026-01-15"
#define TODAY    "2026-03-02"

SmrDate    day                  (const char *text);
SmrRecord *adult_with_all_no    (SmrCatalogue *catalogue);
SmrIntake *all_no_form          (SmrCatalogue *catalogue, const char *signed_on);
SmrIntake *get_form             (SmrRecord *record);
/* The row's answer, made if there is none. (transfer none) */
SmrAnswer *answer               (SmrRecord *record, const char *condition, SmrReply reply);
void       leave_unanswered     (SmrRecord *record, const char *condition);
/* A yes with everything on file that eases: all facts but those that say that it is worse, an old date, healed. */
SmrAnswer *answer_in_full       (SmrRecord *record, const SmrCondition *condition, const char *site, SmrSide side);
/* Names rolling and allows all three phases, until the longest day that the row allows. (transfer none) */
SmrClearance *clear_row         (SmrRecord *record, const char *condition, const char *dated);
void       add_reading          (SmrRecord *record, const char *date, int systolic, int diastolic);
void       add_check            (SmrRecord *record, const char *date, const char *condition, SmrReply reply);

/* "blocked allowed modified_dosage": the whole-body outcomes of roll, stretch and activate. */
void assert_phases  (SmrCatalogue *catalogue, const SmrRecord *record, const char *date, const char *expected);
/* The same for one muscle. */
void assert_muscle  (SmrCatalogue *catalogue, const SmrRecord *record, const char *date, const char *muscle, SmrSide side, const char *expected);
/* FALSE if anything is more permitted in @stricter than in @milder. */
gboolean is_as_strict (SmrCatalogue *catalogue, SmrScreening *stricter, SmrScreening *milder);

G_END_DECLS
