#pragma once

#include "smr-paper-page.h"

G_BEGIN_DECLS

/* A client's progress on paper. */
#define SMR_TYPE_PROGRESS_PAPER (smr_progress_paper_get_type ())
G_DECLARE_FINAL_TYPE (SmrProgressPaper, smr_progress_paper, SMR, PROGRESS_PAPER, SmrPaperPage)

/* NULL and @error when the client cannot be read. */
SmrProgressPaper *smr_progress_paper_new (SmrWorkspace *workspace, gint64 client, GError **error);

G_END_DECLS
