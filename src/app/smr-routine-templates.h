#pragma once

#include "smr-routine-page.h"

G_BEGIN_DECLS

/* The actions of the designer page on templates: routine.save-template, which asks for a name, and
 * routine.begin-with-template, which offers the practice's templates and the catalogue's starting points. Whatever a
 * routine begins with is planned for its client; what came out differently is listed. */
void smr_routine_templates_install (GtkWidgetClass *page_class);

G_END_DECLS
