#include "smr-catalogue-reader.h"

#include <glib/gprintf.h>

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
  if (argc > 2 && !g_file_set_contents (argv[2], "", 0, &error))
    {
      g_fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  return 0;
}
