#pragma once

#include <gio/gio.h>

#include "smr-attachment.h"

G_BEGIN_DECLS

/* Files that are to become attachments: read no further than the limit, told by their content, pictures decoded once to
 * see that they can be. Needs no display. */

SmrAttachment *smr_attachment_file_read         (GFile *file, GCancellable *cancellable, GError **error);
/* The same in a thread. */
void           smr_attachment_file_read_async   (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
SmrAttachment *smr_attachment_file_read_finish  (GAsyncResult *result, GError **error);
GFile         *smr_attachment_file_get_file     (GAsyncResult *result);
/* Why @file was not taken, for the reader. (transfer full) */
char          *smr_attachment_file_describe_error (GFile *file, const GError *error);

G_END_DECLS
