#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A scan or a photo that is kept with a client's records, exactly as it was given: evidence is not made smaller, turned
 * or stripped, so what a camera wrote into it, the place too, stays in it. */

#define SMR_ATTACHMENT_MAX_BYTES (10 * 1024 * 1024)
/* What a decoder may be asked to unpack. */
#define SMR_ATTACHMENT_MAX_PIXELS (100 * 1000 * 1000)

typedef enum
{
  SMR_ATTACHMENT_PNG,
  SMR_ATTACHMENT_JPEG,
  SMR_ATTACHMENT_PDF,
} SmrAttachmentKind;

/* "png", "jpeg", "pdf" */
const char *smr_attachment_kind_to_string   (SmrAttachmentKind kind);
gboolean    smr_attachment_kind_from_string (const char *text, SmrAttachmentKind *kind);

typedef struct
{
  gint64            id;
  gint64            clearance;  /* 0: of the client in general */
  char             *name;       /* of the file that it came from, without folders */
  SmrAttachmentKind kind;
  goffset           size;       /* in bytes */
  gint64            added_at;   /* in seconds since 1970 */
  GBytes           *data;       /* (nullable): lists come without */
} SmrAttachment;

/* @data is what smr_attachment_recognize() took. */
SmrAttachment *smr_attachment_new  (const char *name, SmrAttachmentKind kind, GBytes *data);
void           smr_attachment_free (SmrAttachment *self);

#define SMR_ATTACHMENT_ERROR (smr_attachment_error_quark ())
GQuark smr_attachment_error_quark (void);

typedef enum
{
  SMR_ATTACHMENT_ERROR_EMPTY,
  SMR_ATTACHMENT_ERROR_TOO_LARGE,
  SMR_ATTACHMENT_ERROR_WRONG_KIND,
  SMR_ATTACHMENT_ERROR_TRUNCATED,   /* its end is missing */
  SMR_ATTACHMENT_ERROR_TOO_MANY_PIXELS,
  SMR_ATTACHMENT_ERROR_UNREADABLE,  /* it begins like a picture and is none */
} SmrAttachmentError;

/* Tells the kind by the content alone, and that it goes on to its end. Pictures still have to be decoded. */
gboolean smr_attachment_recognize (GBytes *data, SmrAttachmentKind *kind, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrAttachment, smr_attachment_free)

G_END_DECLS
