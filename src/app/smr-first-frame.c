#include "config.h"

#include "smr-first-frame.h"

#include <stdlib.h>
#include <unistd.h>

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  int fd = GPOINTER_TO_INT (user_data);

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);
  /* Whoever measures sees the end of the file if this fails. */
  if (write (fd, "f", 1) != 1)
    g_warning ("The first frame could not be reported");
  close (fd);
}

static void
realize_cb (GtkWidget *window, gpointer user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), user_data);
}

void
smr_first_frame_watch (GtkWindow *window)
{
  const char *fd = g_getenv ("SMR_BENCH_FRAME_FD");

  if (fd != NULL)
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), GINT_TO_POINTER (atoi (fd)));
}
