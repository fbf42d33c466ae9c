#include "config.h"

#include "smr-opened-copies.h"

#include <glib/gstdio.h>

static char *folder;            /* NULL: nothing was opened */
static GPtrArray *paths;        /* (element-type filename): files and, after each, its own folder */

GFile *
smr_opened_copies_make (const char *name, GBytes *data, GError **error)
{
  g_autofree char *own_folder = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL && (folder = g_dir_make_tmp ("smr-coach-XXXXXX", error)) == NULL)
    return NULL;
  if (paths == NULL)
    paths = g_ptr_array_new_with_free_func (g_free);

  /* One each, so that two of a name do not meet. */
  own_folder = g_strdup_printf ("%s/%u", folder, paths->len);
  if (g_mkdir (own_folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "cannot make the folder “%s”: %s", own_folder, g_strerror (errno));
      return NULL;
    }
  path = g_build_filename (own_folder, name, NULL);
  g_ptr_array_add (paths, g_strdup (path));
  g_ptr_array_add (paths, g_steal_pointer (&own_folder));
  if (!g_file_set_contents_full (path, g_bytes_get_data (data, NULL), g_bytes_get_size (data), G_FILE_SET_CONTENTS_NONE, 0600, error))
    return NULL;
  return g_file_new_for_path (path);
}

void
smr_opened_copies_remove (void)
{
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    g_remove (g_ptr_array_index (paths, i));
  if (folder != NULL)
    g_rmdir (folder);
  g_clear_pointer (&paths, g_ptr_array_unref);
  g_clear_pointer (&folder, g_free);
}
