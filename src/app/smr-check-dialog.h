#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* The quick check before a session: the rows that are asked every time, and a blood pressure reading where that matters.
 * Nothing is answered beforehand: one key for each question, or one click for all that is still open. */
#define SMR_TYPE_CHECK_DIALOG (smr_check_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrCheckDialog, smr_check_dialog, SMR, CHECK_DIALOG, AdwDialog)

AdwDialog *smr_check_dialog_new (SmrWorkspace *workspace, const SmrRecord *record);

/* TRUE: there is a check of today. Otherwise it is asked now, and once every answer was no, @from's action @again is
 * activated. */
gboolean   smr_check_dialog_require (SmrWorkspace *workspace, gint64 client, GtkWidget *from, const char *again);

G_END_DECLS
