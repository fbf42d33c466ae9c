#include "config.h"

#include "smr-progress-paper.h"

#include <glib/gi18n.h>

#include "smr-progress-sheet.h"

struct _SmrProgressPaper
{
  SmrPaperPage  parent_instance;

  SmrRecord    *record;
};

G_DEFINE_FINAL_TYPE (SmrProgressPaper, smr_progress_paper, SMR_TYPE_PAPER_PAGE)

static SmrHandout *
smr_progress_paper_make (SmrPaperPage *page, const SmrSheet *sheet)
{
  SmrProgressPaper *self = SMR_PROGRESS_PAPER (page);
  SmrWorkspace *workspace = smr_paper_page_get_workspace (page);
  SmrProgressContent content = {
    .catalogue = smr_workspace_get_catalogue (workspace),
    .practice = smr_workspace_get_practice (workspace),
    .record = self->record,
    .today = smr_workspace_get_today (workspace),
    .language = smr_workspace_get_sheet_language (workspace, self->record->client),
  };

  return smr_handout_new_progress (&content, sheet);
}

static void
smr_progress_paper_finalize (GObject *object)
{
  g_clear_pointer (&SMR_PROGRESS_PAPER (object)->record, smr_record_free);

  G_OBJECT_CLASS (smr_progress_paper_parent_class)->finalize (object);
}

static void
smr_progress_paper_class_init (SmrProgressPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_progress_paper_finalize;
  SMR_PAPER_PAGE_CLASS (klass)->make = smr_progress_paper_make;
}

static void
smr_progress_paper_init (SmrProgressPaper *self)
{
}

SmrProgressPaper *
smr_progress_paper_new (SmrWorkspace *workspace, gint64 client, GError **error)
{
  SmrRecord *record = smr_store_load_record (smr_workspace_get_store (workspace), client, error);
  SmrProgressPaper *self;

  if (record == NULL)
    return NULL;
  self = g_object_new (SMR_TYPE_PROGRESS_PAPER, "title", _("Progress"), "tag", "progress-paper", NULL);
  smr_paper_page_set_up (SMR_PAPER_PAGE (self), workspace, record->client->name);
  self->record = record;
  smr_paper_page_refresh (SMR_PAPER_PAGE (self));
  return self;
}
