#include <gio/gio.h>

#include "smr-bench.h"
#include "smr-client-model.h"
#include "smr-store.h"

/* A name typed letter by letter into the search of the window: what the store takes to find the first screen of rows
 * after each keystroke. */

#define N_CLIENTS 100000
#define ROUNDS 9

/* Common and rare names, both orders, accents, a second word that is common too, and somebody who is not there. */
static const char * const typed[] = {
  "Maria Garcia", "Schneider Anna", "Łukasz Wójcik", "o'connor", "a s", "s a", "An An", "Maria M Z", "Jose Maria N", "Zoe", "nobody",
};

/* What has been typed after each keystroke. (element-type utf8) */
static GPtrArray *
list_keystrokes (void)
{
  GPtrArray *keystrokes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      for (const char *end = g_utf8_next_char (typed[i]);; end = g_utf8_next_char (end))
        {
          g_ptr_array_add (keystrokes, g_strndup (typed[i], end - typed[i]));
          if (*end == '\0')
            break;
        }
    }
  return keystrokes;
}

static void
clear_samples (gpointer samples)
{
  g_array_unref (samples);
}

/* Adds a time for each keystroke to the samples of that keystroke. The practice is opened anew, so that nothing that
 * was read for the round before is still in the store's memory. */
static gboolean
type_all (const char *practice, GPtrArray *keystrokes, GPtrArray *samples, GError **error)
{
  g_autoptr (SmrStore) store = smr_store_open (practice, error);

  for (guint i = 0; store != NULL && i < keystrokes->len; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) found = smr_store_search_clients (store, g_ptr_array_index (keystrokes, i), FALSE,
                                                              SMR_CLIENT_MODEL_FIRST_ROWS, 0, error);

      if (found == NULL)
        return FALSE;
      smr_bench_samples_add (g_ptr_array_index (samples, i), smr_bench_since (start));
    }
  return store != NULL;
}

static void
add_figures (SmrBench *self, GPtrArray *samples)
{
  g_autoptr (GArray) medians = smr_bench_samples_new ();
  guint slowest = 0;

  for (guint i = 0; i < samples->len; i++)
    {
      smr_bench_samples_add (medians, smr_bench_samples_median (g_ptr_array_index (samples, i)));
      if (g_array_index (medians, double, i) > g_array_index (medians, double, slowest))
        slowest = i;
    }
  smr_bench_add_figure (self, "search_median", "search among 100,000 clients, all keystrokes", "ms", 5, medians);
  smr_bench_add_figure (self, "search_worst", "  the slowest keystroke", "ms", 5, g_ptr_array_index (samples, slowest));
}

gboolean
smr_bench_measure_search (SmrBench *self, GError **error)
{
  g_autofree char *practice = smr_bench_make_practice (self, "search.db", N_CLIENTS, FALSE, error);
  g_autoptr (GPtrArray) keystrokes = list_keystrokes ();
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (clear_samples);

  if (practice == NULL)
    return FALSE;

  for (guint i = 0; i < keystrokes->len; i++)
    g_ptr_array_add (samples, smr_bench_samples_new ());
  for (int i = 0; i < ROUNDS; i++)
    {
      if (!type_all (practice, keystrokes, samples, error))
        return FALSE;
    }
  add_figures (self, samples);
  return TRUE;
}
