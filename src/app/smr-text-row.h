#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that opens to a longer text, which can be selected. Nothing in it is markup. (transfer floating) */
GtkWidget *smr_text_row_new (const char *title, const char *subtitle, const char *text);

G_END_DECLS
