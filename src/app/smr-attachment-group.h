#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* The scans and photos of a clearance, or of a client in general: choose or drop files, open, save as. Before the
 * clearance is recorded they wait here and can be taken away again; afterwards each is kept at once and for good. */
#define SMR_TYPE_ATTACHMENT_GROUP (smr_attachment_group_get_type ())
G_DECLARE_FINAL_TYPE (SmrAttachmentGroup, smr_attachment_group, SMR, ATTACHMENT_GROUP, AdwPreferencesGroup)

/* Shows what is stored; @clearance 0: of the client in general. Not called: what is chosen waits. */
void       smr_attachment_group_bind        (SmrAttachmentGroup *self, SmrWorkspace *workspace, gint64 client, gint64 clearance);
/* What waits. (transfer none) (element-type SmrAttachment) */
GPtrArray *smr_attachment_group_get_pending (SmrAttachmentGroup *self);
/* Files that are dropped on @widget are attached. */
void       smr_attachment_group_take_drops  (SmrAttachmentGroup *self, GtkWidget *widget);
/* What the file chooser and dropping end in. */
void       smr_attachment_group_add_file    (SmrAttachmentGroup *self, GFile *file);

G_END_DECLS
