#pragma once

#include <adwaita.h>

#include "smr-designer.h"

G_BEGIN_DECLS

/* What is new, changed and gone between two routines: two versions of one, or a routine and what became of it for another
 * client. */

#define SMR_TYPE_VERSIONS_DIALOG (smr_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrVersionsDialog, smr_versions_dialog, SMR, VERSIONS_DIALOG, AdwDialog)

/* @versions: (element-type SmrRoutine) newest first; the two newest are compared at first. */
SmrVersionsDialog *smr_versions_dialog_new (SmrDesigner *designer, GPtrArray *versions);
/* @pair: the routine of the other client, then the one that it was copied from. @name: of that client */
SmrVersionsDialog *smr_versions_dialog_new_for_copy (SmrDesigner *designer, GPtrArray *pair, const char *name);

G_END_DECLS
