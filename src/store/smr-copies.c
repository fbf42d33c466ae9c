#define G_LOG_DOMAIN "smr-store"

#include "config.h"

#include "smr-copies.h"

#include "smr-files.h"
#include "smr-store.h"

/* --- names ------------------------------------------------------------------------------------------------- */

static char *
dup_stem (const char *path)
{
  char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - strlen (".db")] = '\0';
  return name;
}

/* "practice-2026-03-02.db" of "practice" */
static gboolean
is_daily_copy (const char *name, const char *stem)
{
  gsize length = strlen (stem);
  g_autofree char *day = NULL;
  SmrDate date;

  if (!g_str_has_prefix (name, stem) || name[length] != '-' || strlen (name) != length + strlen ("-2026-03-02.db") ||
      !g_str_has_suffix (name, ".db"))
    return FALSE;
  day = g_strndup (name + length + 1, strlen ("2026-03-02"));
  return smr_date_parse (day, &date);
}

static gboolean
is_before_migration (const char *name, const char *practice)
{
  g_autofree char *file = g_path_get_basename (practice);
  g_autofree char *start = g_strconcat (file, ".version-", NULL);

  return g_str_has_prefix (name, start);
}

static gboolean
is_before_restore (const char *name, const char *stem)
{
  g_autofree char *start = g_strconcat (stem, "-before-restore-", NULL);

  return g_str_has_prefix (name, start) && g_str_has_suffix (name, ".db");
}

static char *
dup_backups_folder (const char *practice)
{
  g_autofree char *parent = g_path_get_dirname (practice);

  return g_build_filename (parent, "backups", NULL);
}

char *
smr_copies_dup_daily_path (const char *practice, SmrDate day)
{
  g_autofree char *folder = dup_backups_folder (practice);
  g_autofree char *stem = dup_stem (practice);
  g_autofree char *text = smr_date_to_string (day);
  g_autofree char *name = g_strdup_printf ("%s-%s.db", stem, text);

  return g_build_filename (folder, name, NULL);
}

char *
smr_copies_dup_before_migration_path (const char *practice, int version)
{
  return g_strdup_printf ("%s.version-%d", practice, version);
}

char *
smr_copies_dup_before_restore_path (const char *practice)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *folder = g_path_get_dirname (practice);
  g_autofree char *stem = dup_stem (practice);
  g_autofree char *name = g_strdup_printf ("%s-before-restore-%s.db", stem, stamp);

  return g_build_filename (folder, name, NULL);
}

/* --- rotating ---------------------------------------------------------------------------------------------- */

/* What a program that ended in the middle of a copy left behind. */
static gboolean
is_abandoned_part (const char *name, const char *stem)
{
  g_autofree char *whole = g_strndup (name, MAX (strlen (name), strlen (".part")) - strlen (".part"));

  return g_str_has_suffix (name, ".part") && is_daily_copy (whole, stem);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static gboolean
remove_in (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return smr_file_remove (path, error);
}

gboolean
smr_copies_rotate (const char *practice, guint keep, GError **error)
{
  g_autofree char *folder = dup_backups_folder (practice);
  g_autofree char *stem = dup_stem (practice);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (is_abandoned_part (name, stem) && !remove_in (folder, name, error))
        return FALSE;
      if (is_daily_copy (name, stem))
        g_ptr_array_add (names, g_strdup (name));
    }

  g_ptr_array_sort_values (names, compare_names);
  for (guint i = 0; i + keep < names->len; i++)
    {
      if (!remove_in (folder, g_ptr_array_index (names, i), error))
        return FALSE;
    }
  return TRUE;
}

/* --- erasing ----------------------------------------------------------------------------------------------- */

/* Copies of any version have the client's row, and everything else hangs on it. */
static gboolean
erase_from (SmrDatabase *copy, gint64 client, gint64 added_at, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "BEGIN IMMEDIATE;"
      "DELETE FROM client_search WHERE client = (SELECT id FROM client WHERE id = %" G_GINT64_FORMAT " AND added_at = %" G_GINT64_FORMAT ");"
      "DELETE FROM client WHERE id = %" G_GINT64_FORMAT " AND added_at = %" G_GINT64_FORMAT ";"
      "COMMIT",
      client, added_at, client, added_at);

  smr_database_set_doing (copy, "erase the client from a copy");
  return smr_database_set_pragma (copy, "foreign_keys", "ON", "1", error) &&
         smr_database_set_pragma (copy, "secure_delete", "ON", "1", error) && smr_database_execute (copy, sql, error);
}

static gboolean
erase_from_file (const char *path, gint64 client, gint64 added_at, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SmrDatabase) copy = smr_database_open (path, SMR_DATABASE_READ_WRITE, &local_error);

  if ((copy != NULL && erase_from (copy, client, added_at, &local_error)) ||
      g_error_matches (local_error, SMR_STORE_ERROR, SMR_STORE_ERROR_CORRUPT) ||
      g_error_matches (local_error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_A_PRACTICE))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
erase_from_copies_in (const char *folder, const char *practice, gint64 client, gint64 added_at, GError **error)
{
  g_autofree char *stem = dup_stem (practice);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  /* No folder, no copies. */
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if ((is_daily_copy (name, stem) || is_before_migration (name, practice) || is_before_restore (name, stem)) &&
          !erase_from_file (path, client, added_at, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
smr_copies_erase_client (const char *practice, gint64 client, gint64 added_at, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (practice);
  g_autofree char *backups = dup_backups_folder (practice);

  return erase_from_copies_in (folder, practice, client, added_at, error) &&
         erase_from_copies_in (backups, practice, client, added_at, error);
}
