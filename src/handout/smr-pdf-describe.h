#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @pdf with what a screen reader needs and cairo does not write: the language that its texts are in ("es"), and what its
 * figures show. A viewer shows its title in place of the file's name. All of it is added behind the file's end, as PDF
 * allows; nothing that is there is touched.
 * @pdf: as cairo writes it when it is restricted to version 1.4
 * @alternatives: (element-type utf8): one for each figure, in the order in which they were drawn
 * (transfer full): @pdf itself when it is not understood, which is said as a warning */
GBytes *smr_pdf_describe (GBytes *pdf, const char *language, GPtrArray *alternatives);

G_END_DECLS
