#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @pdf with the language that its texts are in ("es"), and with its title where a viewer shows a file's name: what a
 * screen reader needs and cairo does not write. Added behind the file's end, as PDF allows; nothing that is there is
 * touched. @pdf: as cairo writes it when it is restricted to version 1.4.
 * (transfer full): @pdf itself when it is not understood, which is said as a warning */
GBytes *smr_pdf_with_language (GBytes *pdf, const char *language);

G_END_DECLS
