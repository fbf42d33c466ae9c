#include "config.h"

#include "smr-accessible.h"

void
smr_accessible_set_name (GtkWidget *widget, const char *name)
{
  /* A button's own label names it, and that comes before any other name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
