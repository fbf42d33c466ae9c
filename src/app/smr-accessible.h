#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is heard for a control that says less than it means: "Left" beside a muscle's name. */
void smr_accessible_set_name (GtkWidget *widget, const char *name);

G_END_DECLS
