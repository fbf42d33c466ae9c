#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "smr-store.h"

void
smr_file_set_error (GError **error, int saved_errno, const char *doing, const char *path)
{
  SmrStoreError code = SMR_STORE_ERROR_CANNOT_OPEN;

  if (saved_errno == EROFS || saved_errno == EACCES || saved_errno == EPERM)
    code = SMR_STORE_ERROR_READ_ONLY;
  else if (saved_errno == ENOSPC || saved_errno == EDQUOT || saved_errno == EFBIG)
    code = SMR_STORE_ERROR_FULL;

  g_set_error (error, SMR_STORE_ERROR, code, "cannot %s “%s”: %s", doing, path, g_strerror (saved_errno));
}

gboolean
smr_file_create (const char *path, gboolean *created, GError **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0 && errno == EEXIST)
    {
      *created = FALSE;
      return TRUE;
    }
  if (fd < 0 || close (fd) != 0)
    {
      smr_file_set_error (error, errno, "make", path);
      return FALSE;
    }
  *created = TRUE;
  return TRUE;
}

gboolean
smr_file_create_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  smr_file_set_error (error, errno, "make the folder", path);
  return FALSE;
}

/* Makes sure that @path, a file or a folder, is on the disk. */
static gboolean
sync_path (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    smr_file_set_error (error, errno, "write", path);
  if (fd >= 0 && close (fd) != 0 && synced)
    {
      smr_file_set_error (error, errno, "write", path);
      return FALSE;
    }
  return synced;
}

static gboolean
sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, error);
}

/* A link, because opening and closing a file of SQLite's would take away the locks that this process has on it. */
gboolean
smr_file_keep (const char *path, const char *second, GError **error)
{
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) local_error = NULL;

  if (link (path, second) == 0)
    return sync_folder_of (second, error);

  /* Some file systems of memory sticks have no links. */
  source = g_file_new_for_path (path);
  target = g_file_new_for_path (second);
  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &local_error))
    {
      gboolean full = g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);

      g_set_error (error, SMR_STORE_ERROR, full ? SMR_STORE_ERROR_FULL : SMR_STORE_ERROR_FAILED,
                   "cannot keep “%s” as “%s”: %s", path, second, local_error->message);
      return FALSE;
    }
  return sync_path (second, error) && sync_folder_of (second, error);
}

gboolean
smr_file_replace (const char *from, const char *to, GError **error)
{
  if (!sync_path (from, error))
    return FALSE;
  if (g_rename (from, to) != 0)
    {
      smr_file_set_error (error, errno, "put a file in the place of", to);
      return FALSE;
    }
  return sync_folder_of (to, error);
}

gboolean
smr_file_remove (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  smr_file_set_error (error, errno, "remove", path);
  return FALSE;
}

gboolean
smr_file_is_same (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}
