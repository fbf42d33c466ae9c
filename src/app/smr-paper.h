#pragma once

#include <gtk/gtk.h>

#include "smr-practice.h"

/* Papers to choose from, in the order of the choice: 0 is "a4", 1 is "letter". */
const char    *smr_paper_get_name     (guint index);
guint          smr_paper_get_index    (const char *name);

/* "a4" or "letter": what the practice chose, else what the locale uses. */
const char    *smr_paper_for_practice (const SmrPractice *practice);

/* Asks where to save a PDF, called @title. (transfer full) */
GtkFileDialog *smr_paper_new_pdf_dialog (const char *title);
