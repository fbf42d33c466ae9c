#pragma once

#include <string.h>
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
/* The same with @options for what is not said here. */
SmrHandout  *make_handout_with  (SmrCatalogue *catalogue, const SmrRecord *record, const SmrRoutine *routine, const char *paper,
                                 gboolean sample, const SmrHandoutContent *options);
/* The papers that have a name and some that printers offer: "a6", "roll" of 10 cm, "borderless" A4. */
void         init_test_sheet    (SmrSheet *sheet, const char *paper);
/* Writes all pages to a PDF with cairo alone. */
void         write_pdf          (SmrHandout *handout, const char *paper, const char *path);
/* What pdftotext reads of one page, with single spaces. */
char        *read_pdf           (const char *path, guint page);
/* What a reader of the printed sheet can read, page by page. */
GStrv        read_pages         (SmrHandout *handout, const char *paper);
/* One page, or all for -1. */
char        *read_handout       (SmrHandout *handout, const char *paper, int page);
/* Whatever was drawn lies inside the margins: nothing is clipped by paper or printer. */
void         assert_inside_margins (SmrHandout *handout, const char *paper);

/* For looking at: SMR_TEST_PAGES in the environment names a folder. */
void         keep_pages         (SmrHandout *handout, const char *paper, const char *name);

#define assert_says(text, what) G_STMT_START { \
  const char *wanted_ = (what); \
  if (strstr ((text), wanted_) == NULL) \
    g_error ("\"%s\" is missing in: %s", wanted_, (text)); } G_STMT_END

#define assert_silent(text, what) G_STMT_START { \
  const char *unwanted_ = (what); \
  if (strstr ((text), unwanted_) != NULL) \
    g_error ("\"%s\" stands in: %s", unwanted_, (text)); } G_STMT_END

G_END_DECLS
