#pragma once

#include <adwaita.h>

#include "smr-workspace.h"

G_BEGIN_DECLS

/* The letters that asked a client's physicians, the latest first: what became of each, and what can be noted next. */
#define SMR_TYPE_LETTER_GROUP (smr_letter_group_get_type ())
G_DECLARE_FINAL_TYPE (SmrLetterGroup, smr_letter_group, SMR, LETTER_GROUP, AdwPreferencesGroup)

/* @record: as it is now; again after every change of it. */
void     smr_letter_group_show (SmrLetterGroup *self, SmrWorkspace *workspace, const SmrRecord *record);

/* Notes of today that @kind happened to a letter. FALSE: it could not be noted, which was said. */
gboolean smr_letter_group_note (GtkWidget *from, SmrWorkspace *workspace, gint64 client, gint64 letter, SmrLetterEventKind kind);

G_END_DECLS
