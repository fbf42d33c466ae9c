#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Copies of attachments for other programs, in a folder that only this user can read; it goes away with the program. */

/* (transfer full) */
GFile *smr_opened_copies_make   (const char *name, GBytes *data, GError **error);
void   smr_opened_copies_remove (void);

G_END_DECLS
