#include "config.h"

#include "smr-form-page.h"

#include <glib/gi18n.h>

#include "smr-form.h"

struct _SmrFormPage
{
  SmrPaperPage  parent_instance;

  SmrRecord    *record;         /* (nullable): NULL for anyone */
  SmrIntake    *intake;         /* (nullable): NULL for a blank form */
};

G_DEFINE_FINAL_TYPE (SmrFormPage, smr_form_page, SMR_TYPE_PAPER_PAGE)

static SmrHandout *
smr_form_page_make (SmrPaperPage *page, const SmrSheet *sheet)
{
  SmrFormPage *self = SMR_FORM_PAGE (page);
  SmrWorkspace *workspace = smr_paper_page_get_workspace (page);
  const SmrClient *client = self->record != NULL ? self->record->client : NULL;
  SmrFormContent content = {
    .catalogue = smr_workspace_get_catalogue (workspace),
    .practice = smr_workspace_get_practice (workspace),
    .client = client,
    .intake = self->intake,
    .readings = self->record != NULL ? self->record->readings : NULL,
    .language = smr_workspace_get_sheet_language (workspace, client),
  };

  return smr_handout_new_form (&content, sheet);
}

static void
smr_form_page_finalize (GObject *object)
{
  SmrFormPage *self = SMR_FORM_PAGE (object);

  g_clear_pointer (&self->intake, smr_intake_free);
  g_clear_pointer (&self->record, smr_record_free);

  G_OBJECT_CLASS (smr_form_page_parent_class)->finalize (object);
}

static void
smr_form_page_class_init (SmrFormPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_form_page_finalize;
  SMR_PAPER_PAGE_CLASS (klass)->make = smr_form_page_make;
}

static void
smr_form_page_init (SmrFormPage *self)
{
}

/* (nullable): unowned */
static const SmrIntake *
find_intake (const SmrRecord *record, gint64 id)
{
  for (guint i = 0; i < record->intakes->len; i++)
    {
      const SmrIntake *intake = g_ptr_array_index (record->intakes, i);

      if (intake->id == id)
        return intake;
    }
  return NULL;
}

SmrFormPage *
smr_form_page_new (SmrWorkspace *workspace, gint64 client, gint64 intake, GError **error)
{
  g_autoptr (SmrRecord) record = client != 0 ? smr_store_load_record (smr_workspace_get_store (workspace), client, error) : NULL;
  const SmrIntake *form = record != NULL && intake != 0 ? find_intake (record, intake) : NULL;
  SmrFormPage *self;

  if (client != 0 && record == NULL)
    return NULL;
  if (intake != 0 && form == NULL)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "there is no form %" G_GINT64_FORMAT " of client %" G_GINT64_FORMAT, intake, client);
      return NULL;
    }

  self = g_object_new (SMR_TYPE_FORM_PAGE, "title", form != NULL ? _("Signed health form") : _("Blank health form"), "tag", "form-paper", NULL);
  smr_paper_page_set_up (SMR_PAPER_PAGE (self), workspace, record != NULL ? record->client->name : "");
  self->intake = form != NULL ? smr_intake_copy (form) : NULL;
  self->record = g_steal_pointer (&record);
  smr_paper_page_refresh (SMR_PAPER_PAGE (self));
  return self;
}
