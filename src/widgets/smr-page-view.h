#pragma once

#include <gtk/gtk.h>

#include "smr-handout.h"

G_BEGIN_DECLS

/* One page of a handout as it will lie in the printer: white in every colour scheme, its height follows its width. */
#define SMR_TYPE_PAGE_VIEW (smr_page_view_get_type ())
G_DECLARE_FINAL_TYPE (SmrPageView, smr_page_view, SMR, PAGE_VIEW, GtkWidget)

/* @sheet is what @handout was made for; @page counts from 0. */
GtkWidget *smr_page_view_new (SmrHandout *handout, const SmrSheet *sheet, guint page);

G_END_DECLS
