#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is wrong with one row of a form, said right under it. */

/* Marks @row, puts @text under it, takes the focus there. It goes away when the row's text is changed. Returns FALSE. */
gboolean smr_field_problem_show  (AdwPreferencesRow *row, const char *text);
void     smr_field_problem_clear (AdwPreferencesRow *row);

G_END_DECLS
