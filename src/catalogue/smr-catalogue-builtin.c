#include "smr-catalogue-reader.h"

#include "smr-catalogue-resources.h"
#include "smr-draft.h"

#include <stdlib.h>
#include <string.h>

#define RESOURCE_FOLDER "/org/example/SmrCoach/catalogue/"

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GBytes *
load_from_resource (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (folder, name, NULL);

  return g_resource_lookup_data (smr_catalogue_resources_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static SmrCatalogue *
load_builtin (GError **error)
{
  g_auto (GStrv) names = NULL;

  /* By hand, since the linker drops the constructor of a resource in a static library. */
  smr_catalogue_resources_register_resource ();
  names = g_resource_enumerate_children (smr_catalogue_resources_get_resource (), RESOURCE_FOLDER,
                                         G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (names == NULL)
    return NULL;
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  return smr_catalogue_read ((const char * const *) names, load_from_resource, RESOURCE_FOLDER, error);
}

SmrCatalogue *
smr_catalogue_load_builtin (void)
{
  static SmrCatalogue *builtin;

  if (g_once_init_enter_pointer (&builtin))
    {
      g_autoptr (GError) error = NULL;
      SmrCatalogue *catalogue = load_builtin (&error);

      if (catalogue == NULL)
        g_error ("The built-in catalogue cannot be read:\n%s", error->message);
      g_once_init_leave_pointer (&builtin, catalogue);
    }
  return smr_catalogue_ref (builtin);
}
