#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window shows when the practice cannot be opened. */
#define SMR_TYPE_PROBLEM_PAGE (smr_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrProblemPage, smr_problem_page, SMR, PROBLEM_PAGE, AdwBin)

GtkWidget *smr_problem_page_new (void);
/* Plain texts, no markup. */
void       smr_problem_page_say (SmrProblemPage *self, const char *title, const char *text);

G_END_DECLS
