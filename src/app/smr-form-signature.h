#pragma once

#include <adwaita.h>

#include "smr-record.h"

G_BEGIN_DECLS

/* Who signed a form, when, with what hand, and the very text that was agreed to. */
GtkWidget *smr_form_signature_new (const SmrIntake *form);

G_END_DECLS
