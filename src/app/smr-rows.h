#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of lists. What stands in them is no markup. */

/* @icon, @subtitle: NULL for none. (transfer floating) */
GtkWidget *smr_row_new  (const char *icon, const char *title, const char *subtitle);
/* The row leads to what @action opens with @target, which may be NULL; a floating @target is taken. */
void       smr_row_open (GtkWidget *row, const char *action, GVariant *target);

G_END_DECLS
