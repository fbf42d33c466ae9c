#define _GNU_SOURCE /* memfd_create */
#define G_LOG_DOMAIN "smr-handout"

#include "smr-handout-fonts.h"

#include "smr-handout-fonts-resources.h"

#include <pango/pangocairo.h>
#include <sys/mman.h>
#include <unistd.h>

#define RESOURCE_FOLDER "/org/example/SmrCoach/fonts/"

static gboolean
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written <= 0)
        return FALSE;
      data += written;
      length -= written;
    }
  return TRUE;
}

/* Fontconfig knows fonts by their file alone. An anonymous one in memory needs no folder that can be written to and
 * leaves nothing behind; it has to stay open as long as the fonts may be used, which is to the program's end. */
static gboolean
load_font (PangoFontMap *map, const char *name, GError **error)
{
  g_autofree char *resource = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) font = g_resource_lookup_data (smr_handout_fonts_get_resource (), resource,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *path = NULL;
  int fd;

  if (font == NULL)
    return FALSE;

  fd = memfd_create (name, MFD_CLOEXEC);
  if (fd < 0 || !write_all (fd, g_bytes_get_data (font, NULL), g_bytes_get_size (font)))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "no memory for the font “%s”", name);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }

  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  return pango_font_map_add_font_file (map, path, error);
}

static gpointer
load_fonts (gpointer data)
{
  g_auto (GStrv) names = NULL;
  PangoFontMap *map = pango_cairo_font_map_get_default ();

  /* By hand, since the linker drops the constructor of a resource in a static library. */
  smr_handout_fonts_register_resource ();
  names = g_resource_enumerate_children (smr_handout_fonts_get_resource (), RESOURCE_FOLDER,
                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      /* The system's fonts take its place: breaks may then fall elsewhere, nothing else. */
      if (!load_font (map, names[i], &error))
        g_info ("A font of the sheets cannot be used: %s", error->message);
    }
  return NULL;
}

void
smr_handout_load_fonts (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, load_fonts, NULL);
}
