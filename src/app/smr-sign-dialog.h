#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* Asks for the signature under a complete form, in two steps: the consent has to be read to its end and agreed to, then
 * client, guardian and trainer are named; who signs types a name or draws. Emits "signed" once. */
#define SMR_TYPE_SIGN_DIALOG (smr_sign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmrSignDialog, smr_sign_dialog, SMR, SIGN_DIALOG, AdwDialog)

/* NULL and @error when the practice cannot say which version of the consent it is. */
SmrSignDialog *smr_sign_dialog_new  (SmrWorkspace *workspace, const SmrClient *client, GError **error);
/* Puts who signed, with what, and the text that was agreed to into @form; the day is the caller's. */
void           smr_sign_dialog_fill (SmrSignDialog *self, SmrIntake *form);

G_END_DECLS
