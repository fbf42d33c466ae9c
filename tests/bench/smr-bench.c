#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>

#include "smr-bench.h"
#include "smr-catalogue-reader.h"
#include "smr-clock.h"

/* Measures what the program promises to be quick at, beside references that are measured in the same run. A benchmark,
 * not a test: a goal that is missed is printed and does not make it fail. */

#define REFERENCE_BYTES (4 * 1024 * 1024)

typedef struct
{
  const char *name;
  const char *text;
  const char *unit;
  double      goal;             /* at most; 0: none */
  double      least;
  double      median;
  double      most;
  guint       n_samples;
} Figure;

G_DEFINE_QUARK (smr-bench-error-quark, smr_bench_error)

/* --- samples ---------------------------------------------------------------------------------------------- */

GArray *
smr_bench_samples_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
smr_bench_samples_add (GArray *samples, double value)
{
  g_array_append_val (samples, value);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static GArray *
dup_sorted (GArray *samples)
{
  GArray *sorted = g_array_copy (samples);

  g_array_sort (sorted, compare_doubles);
  return sorted;
}

double
smr_bench_samples_median (GArray *samples)
{
  g_autoptr (GArray) sorted = dup_sorted (samples);
  guint middle = sorted->len / 2;

  g_assert (sorted->len > 0);

  if (sorted->len % 2 == 1)
    return g_array_index (sorted, double, middle);
  return (g_array_index (sorted, double, middle - 1) + g_array_index (sorted, double, middle)) / 2;
}

double
smr_bench_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

void
smr_bench_add_figure (SmrBench *self, const char *name, const char *text, const char *unit, double goal, GArray *samples)
{
  g_autoptr (GArray) sorted = dup_sorted (samples);
  Figure *figure = g_new (Figure, 1);

  *figure = (Figure) {
    .name = name,
    .text = text,
    .unit = unit,
    .goal = goal,
    .least = g_array_index (sorted, double, 0),
    .median = smr_bench_samples_median (samples),
    .most = g_array_index (sorted, double, sorted->len - 1),
    .n_samples = sorted->len,
  };
  g_ptr_array_add (self->figures, figure);
}

void
smr_bench_sense_machine (SmrBench *self)
{
  g_autofree guchar *data = g_malloc0 (REFERENCE_BYTES);

  for (int i = 0; i < 5; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autofree char *checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, REFERENCE_BYTES);

      smr_bench_samples_add (self->references, smr_bench_since (start));
    }
}

/* --- result ----------------------------------------------------------------------------------------------- */

static void
print_table (GPtrArray *figures)
{
  g_print ("%-52s %9s %-3s %9s   %9s %9s %9s %6s\n", "", "median", "", "goal", "min", "median", "max", "runs");
  for (guint i = 0; i < figures->len; i++)
    {
      const Figure *figure = g_ptr_array_index (figures, i);
      g_autofree char *goal = figure->goal > 0 ? g_strdup_printf ("%s %g", figure->median <= figure->goal ? "<=" : "MISSED", figure->goal) : g_strdup ("");

      g_print ("%-52s %9.3f %-3s %9s   %9.3f %9.3f %9.3f %6u\n", figure->text, figure->median, figure->unit, goal,
               figure->least, figure->median, figure->most, figure->n_samples);
    }
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
print_json (GPtrArray *figures)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < figures->len; i++)
    {
      const Figure *figure = g_ptr_array_index (figures, i);

      json_builder_begin_object (builder);
      add_text (builder, "name", figure->name);
      add_number (builder, "value", figure->median);
      add_text (builder, "unit", figure->unit);
      if (figure->goal > 0)
        {
          add_number (builder, "goal", figure->goal);
        }
      else
        {
          json_builder_set_member_name (builder, "goal");
          json_builder_add_null_value (builder);
        }
      add_number (builder, "min", figure->least);
      add_number (builder, "max", figure->most);
      json_builder_set_member_name (builder, "runs");
      json_builder_add_int_value (builder, figure->n_samples);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

/* --- program ---------------------------------------------------------------------------------------------- */

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_all (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

static gboolean
measure (SmrBench *self, GError **error)
{
  static gboolean (* const parts[]) (SmrBench *bench, GError **part_error) = {
    smr_bench_measure_start, /* first, while this process is small and nothing else waits to be written to the disk */
    smr_bench_measure_search,
    smr_bench_measure_rules,
    smr_bench_measure_designer,
    smr_bench_measure_handout,
    smr_bench_measure_body_map,
    smr_bench_measure_figures,
  };

  smr_bench_sense_machine (self);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!parts[i](self, error))
        return FALSE;
      smr_bench_sense_machine (self);
    }
  smr_bench_add_figure (self, "machine", "the machine itself: SHA-256 of 4 MiB, between all parts", "ms", 0, self->references);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print the figures as JSON", NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  SmrBench bench = { NULL };
  gboolean measured;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("smr-bench: %s\n", error->message);
      return 2;
    }
  bench.folder = g_dir_make_tmp ("smr-bench-XXXXXX", &error);
  if (bench.folder == NULL)
    {
      g_printerr ("smr-bench: %s\n", error->message);
      return 1;
    }

  bench.catalogue = smr_catalogue_load_builtin ();
  bench.today = smr_clock_today ();
  bench.figures = g_ptr_array_new_with_free_func (g_free);
  bench.references = smr_bench_samples_new ();
  measured = measure (&bench, &error);
  if (!measured)
    g_printerr ("smr-bench: %s\n", error->message);
  else if (json)
    print_json (bench.figures);
  else
    print_table (bench.figures);

  remove_all (bench.folder);
  g_free (bench.folder);
  g_ptr_array_unref (bench.figures);
  g_array_unref (bench.references);
  smr_catalogue_unref (bench.catalogue);
  return measured ? 0 : 1;
}
