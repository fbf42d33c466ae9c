#pragma once

#include <gtk/gtk.h>

#include "smr-handout.h"

G_BEGIN_DECLS

/* Between a handout and GTK's printing: nothing is decided or drawn here. */

/**
 * SmrPrintHandoutFunc:
 * @sheet: the paper, with the margins inside of which the printer can draw
 *
 * Makes the handout for the paper that the user chose. Called once for each job.
 *
 * Returns: (transfer full) (nullable): NULL ends the job without printing
 */
typedef SmrHandout *(* SmrPrintHandoutFunc) (const SmrSheet *sheet, gpointer user_data);

/* Writes @handout, made for @sheet, to @path through GtkPrintOperation's export; no display is needed. @date becomes
 * the file's date of creation, so that the same handout gives the same bytes. On failure @path is as it was. */
gboolean smr_print_export_pdf (SmrHandout *handout, const SmrSheet *sheet, const char *path, SmrDate date, GError **error);

/* Shows the system's print dialog on @parent and prints. @settings and @page_setup are what an earlier call returned,
 * or empty; @paper ("a4", "letter" or empty) counts where @page_setup is empty. */
void     smr_print_run_async  (GtkWindow           *parent,
                               const char          *title,
                               const char          *paper,
                               const char          *settings,
                               const char          *page_setup,
                               SmrPrintHandoutFunc  make_handout,
                               gpointer             data,
                               GDestroyNotify       free_data,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
/* TRUE: the job went to the printer; @settings and @page_setup are to be kept for the next time. FALSE without @error:
 * the user cancelled. */
gboolean smr_print_run_finish (GAsyncResult  *result,
                               char         **settings,
                               char         **page_setup,
                               GError       **error);

G_END_DECLS
