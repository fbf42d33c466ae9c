#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The photo of an own exercise: turned upright, scaled down and written anew, so that nothing is left of where, when and
 * with what it was taken. @data: a PNG or JPEG picture. (transfer full) (nullable) */
GBytes *smr_own_photo_make           (GBytes *data, GError **error);

/* Reads @file and does the same. The errors are those of smr_attachment_file_read(). */
void    smr_own_photo_read_async     (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GBytes *smr_own_photo_read_finish    (GAsyncResult *result, GError **error);

/* For the user. (transfer full) */
char   *smr_own_photo_describe_error (const GError *error);

G_END_DECLS
