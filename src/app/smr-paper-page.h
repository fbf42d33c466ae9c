#pragma once

#include <adwaita.h>

#include "smr-handout.h"
#include "smr-workspace.h"

G_BEGIN_DECLS

/* A paper other than a handout before it leaves the program: its pages, the options beside them, print, save as PDF. What
 * is seen is made by the same function as what goes out. */
#define SMR_TYPE_PAPER_PAGE (smr_paper_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SmrPaperPage, smr_paper_page, SMR, PAPER_PAGE, AdwNavigationPage)

struct _SmrPaperPageClass
{
  AdwNavigationPageClass parent_class;

  /* The paper as it stands; NULL: there is none to print. (transfer full) (nullable) */
  SmrHandout *(* make) (SmrPaperPage *self, const SmrSheet *sheet);
  /* What is to be on record before the paper goes out; FALSE: it stays in, which was said. May be NULL. */
  gboolean    (* keep) (SmrPaperPage *self);
  /* It went out; @done says how, for a toast: "PDF saved". May be NULL: then just that is said. */
  void        (* went_out) (SmrPaperPage *self, const char *done);
};

/* First of what a new page needs; @subtitle: of the header, a client's name or empty. */
void                smr_paper_page_set_up        (SmrPaperPage *self, SmrWorkspace *workspace, const char *subtitle);
SmrWorkspace       *smr_paper_page_get_workspace (SmrPaperPage *self);
/* A group of options below the paper's own. */
void                smr_paper_page_add_options   (SmrPaperPage *self, AdwPreferencesGroup *group);
/* What is said where there is nothing to print. */
void                smr_paper_page_set_nothing   (SmrPaperPage *self, const char *title, const char *text);
/* Makes the paper anew. */
void                smr_paper_page_refresh       (SmrPaperPage *self);
/* Writes it to @path, kept first as for every paper that goes out. FALSE: it was not, which was said. */
gboolean            smr_paper_page_save          (SmrPaperPage *self, const char *path);

G_END_DECLS
