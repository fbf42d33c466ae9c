#include <errno.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "smr-bench.h"

/* Whole processes, from before the program is loaded until it has drawn its window: ours with a full practice, and
 * one that does nothing but show an empty window, in turns, so that whatever slows the machine down slows down both. */

#define N_CLIENTS 10000
#define WARM_UPS 3
#define PAIRS 25
#define MAX_WAIT_MS 60000

typedef struct
{
  const char * const *argv;
  GArray             *milliseconds; /* until the first frame */
  GArray             *processor;    /* milliseconds of processor time used until then, by all threads */
  GArray             *mebibytes;    /* most memory held until then */
} Starter;

/* The most physical memory that process @pid has held so far; 0: not known. */
static double
read_peak_memory (const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/status", pid);
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents (path, &status, NULL, NULL) || (line = strstr (status, "VmHWM:")) == NULL)
    return 0;
  return strtod (line + strlen ("VmHWM:"), NULL) / 1024;
}

/* Milliseconds that ended child processes have used. */
static double
get_processor_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/* FALSE: the process at the other end of @fd ended without a frame, or takes too long. */
static gboolean
wait_for_frame (int fd)
{
  GPollFD poll = { .fd = fd, .events = G_IO_IN };
  char frame;

  return g_poll (&poll, 1, MAX_WAIT_MS) > 0 && read (fd, &frame, 1) == 1;
}

static gboolean
start_once (const Starter *starter, gboolean keep, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_auto (GUnixPipe) frames = G_UNIX_PIPE_INIT;
  double processor = get_processor_time ();
  double milliseconds, mebibytes;
  gboolean drawn;
  gint64 start;

  if (!g_unix_pipe_open (&frames, O_CLOEXEC, error))
    return FALSE;
  g_subprocess_launcher_take_fd (launcher, g_unix_pipe_steal (&frames, G_UNIX_PIPE_END_WRITE), 3);
  g_subprocess_launcher_setenv (launcher, "SMR_BENCH_FRAME_FD", "3", TRUE);

  start = g_get_monotonic_time ();
  process = g_subprocess_launcher_spawnv (launcher, starter->argv, error);
  if (process == NULL)
    return FALSE;
  /* So that only the process has the writing end, and its end is seen. */
  g_subprocess_launcher_close (launcher);
  drawn = wait_for_frame (g_unix_pipe_get (&frames, G_UNIX_PIPE_END_READ));
  milliseconds = smr_bench_since (start);
  mebibytes = drawn ? read_peak_memory (g_subprocess_get_identifier (process)) : 0;

  g_subprocess_force_exit (process);
  if (!g_subprocess_wait (process, NULL, error))
    return FALSE;
  if (!drawn)
    {
      g_set_error (error, SMR_BENCH_ERROR, 0, "%s drew no window", starter->argv[0]);
      return FALSE;
    }

  if (keep)
    {
      smr_bench_samples_add (starter->milliseconds, milliseconds);
      smr_bench_samples_add (starter->processor, get_processor_time () - processor);
      smr_bench_samples_add (starter->mebibytes, mebibytes);
    }
  return TRUE;
}

/* What both programs get: folders of their own, and a renderer that every machine has and that takes no time of its
 * own to set up, which would hide the difference between the two. */
static void
prepare_environment (SmrBench *self)
{
  const char * const folders[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    g_setenv (folders[i], self->folder, TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", SCHEMA_DIR, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "no-portals", FALSE);
}

static GArray *
divide (GArray *a, GArray *b)
{
  GArray *quotients = smr_bench_samples_new ();

  for (guint i = 0; i < a->len; i++)
    smr_bench_samples_add (quotients, g_array_index (a, double, i) / g_array_index (b, double, i));
  return quotients;
}

static void
add_figures (SmrBench *self, const Starter *ours, const Starter *empty)
{
  g_autoptr (GArray) times = divide (ours->milliseconds, empty->milliseconds);
  g_autoptr (GArray) processor = divide (ours->processor, empty->processor);
  g_autoptr (GArray) sizes = divide (ours->mebibytes, empty->mebibytes);

  smr_bench_add_figure (self, "start_ratio", "start to first frame, 10,000 clients / empty window", "x", 1.4, times);
  smr_bench_add_figure (self, "start_program", "  the program", "ms", 0, ours->milliseconds);
  smr_bench_add_figure (self, "start_empty_window", "  the empty window", "ms", 0, empty->milliseconds);
  smr_bench_add_figure (self, "processor_ratio", "processor time until then, all threads", "x", 0, processor);
  smr_bench_add_figure (self, "processor_program", "  the program", "ms", 0, ours->processor);
  smr_bench_add_figure (self, "processor_empty_window", "  the empty window", "ms", 0, empty->processor);
  smr_bench_add_figure (self, "memory_ratio", "peak memory until then, program / empty window", "x", 0, sizes);
  smr_bench_add_figure (self, "memory_program", "  the program", "MiB", 0, ours->mebibytes);
  smr_bench_add_figure (self, "memory_empty_window", "  the empty window", "MiB", 0, empty->mebibytes);
}

static void
starter_clear (Starter *self)
{
  g_array_unref (self->milliseconds);
  g_array_unref (self->processor);
  g_array_unref (self->mebibytes);
}

gboolean
smr_bench_measure_start (SmrBench *self, GError **error)
{
  g_autofree char *practice = smr_bench_make_practice (self, "start.db", N_CLIENTS, TRUE, error);
  g_autofree char *option = g_strconcat ("--practice=", practice, NULL);
  const char * const our_argv[] = { PROGRAM, option, NULL };
  const char * const empty_argv[] = { EMPTY_WINDOW, NULL };
  Starter ours = { our_argv, smr_bench_samples_new (), smr_bench_samples_new (), smr_bench_samples_new () };
  Starter empty = { empty_argv, smr_bench_samples_new (), smr_bench_samples_new (), smr_bench_samples_new () };
  gboolean done = practice != NULL;

  prepare_environment (self);
  for (int i = 0; i < WARM_UPS + PAIRS && done; i++)
    done = start_once (&empty, i >= WARM_UPS, error) && start_once (&ours, i >= WARM_UPS, error);
  if (done)
    add_figures (self, &ours, &empty);

  starter_clear (&ours);
  starter_clear (&empty);
  return done;
}
