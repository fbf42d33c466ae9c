#include "smr-catalogue-reader.h"

#include <glib/gprintf.h>

/* How far, in units of the body map, an outline may lie over its neighbour or outside the figure. */
#define DRAWING_TOLERANCE 0.4

static gboolean
check_drawing (SmrCatalogue *catalogue)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (smr_catalogue_get_body_chart (catalogue) != NULL)
    smr_body_chart_check (smr_catalogue_get_body_chart (catalogue), DRAWING_TOLERANCE, faults);
  for (guint i = 0; i < faults->len; i++)
    g_fprintf (stderr, "body map, %s\n", (const char *) g_ptr_array_index (faults, i));
  return faults->len == 0;
}

/* Run by the build: reads every catalogue file of a folder, prints all problems and fails if there are any. */
int
main (int argc, char *argv[])
{
  g_autoptr (SmrCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 2)
    {
      g_fprintf (stderr, "Usage: %s FOLDER [STAMP]\n", argv[0]);
      return 2;
    }

  catalogue = smr_catalogue_load_folder (argv[1], &error);
  if (catalogue == NULL)
    {
      g_fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  if (!check_drawing (catalogue))
    return 1;
  if (argc > 2 && !g_file_set_contents (argv[2], "", 0, &error))
    {
      g_fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  return 0;
}
