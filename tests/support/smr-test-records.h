#pragma once

#include <glib.h>

#include "smr-practice.h"
#include "smr-record.h"
#include "smr-routine.h"

G_BEGIN_DECLS

/* Builders, so that a test shows only what it is about. "2026-03-02" stands for a date everywhere. All (transfer full). */

SmrDate       smr_test_date      (const char *text);
/* Healthy, of age, without contact details. */
SmrClient    *smr_test_client    (const char *name);
/* With every member set to something else than its default. */
SmrClient    *smr_test_full_client (const char *name);
/* A signed form that answers no to nothing: add answers with smr_intake_take_answer(). */
SmrIntake    *smr_test_intake    (const char *signed_on);
/* Answers of every kind. */
SmrIntake    *smr_test_full_intake (const char *signed_on);
SmrClearance *smr_test_full_clearance (const char *dated);
SmrReading   *smr_test_reading   (const char *date, int systolic, int diastolic);
SmrCheck     *smr_test_check     (const char *date, const char *condition, SmrReply reply);
SmrSession   *smr_test_session   (const char *date, int pain_before, int pain_after);
/* One item of each phase, picks on both lists. */
SmrRoutine   *smr_test_routine   (const char *title);
/* Two or more of everything that versions 1 and 2 of the schema kept; stored practices are compared with it. */
SmrRecord    *smr_test_full_record (const char *name);
/* The same, and what later versions of the schema brought. */
SmrRecord    *smr_test_latest_record (const char *name);
/* And what has come since the last released schema. */
SmrRecord    *smr_test_newest_record (const char *name);
SmrLetter    *smr_test_letter    (const char *dated, const char *condition);
SmrPractice  *smr_test_full_practice (const char *name);

/* Every member but the ids of rows, one a line, so that a comparison of texts shows what differs. */
char         *smr_test_describe_client    (const SmrClient *client);
char         *smr_test_describe_intake    (const SmrIntake *intake);
char         *smr_test_describe_clearance (const SmrClearance *clearance);
char         *smr_test_describe_check     (const SmrCheck *check);
char         *smr_test_describe_session   (const SmrSession *session);
char         *smr_test_describe_letter    (const SmrLetter *letter);
char         *smr_test_describe_incident  (const SmrIncident *incident);
char         *smr_test_describe_assessment (const SmrAssessment *assessment);
char         *smr_test_describe_routine   (const SmrRoutine *routine);
char         *smr_test_describe_record    (const SmrRecord *record);
char         *smr_test_describe_practice  (const SmrPractice *practice);

#define smr_test_assert_same(describe, a, b)                                  \
  G_STMT_START                                                                \
  {                                                                           \
    g_autofree char *first_ = describe (a);                                   \
    g_autofree char *second_ = describe (b);                                  \
    g_assert_cmpstr (first_, ==, second_);                                    \
  }                                                                           \
  G_STMT_END

G_END_DECLS
