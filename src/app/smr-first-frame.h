#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For measuring how long a start takes: if the environment names a file descriptor in SMR_BENCH_FRAME_FD, one byte is
 * written to it when @window was drawn for the first time. To be called before it is presented. */
void smr_first_frame_watch (GtkWindow *window);

G_END_DECLS
