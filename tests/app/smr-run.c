#include "smr-run.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define NOBODY 65534

void
smr_runner_init (SmrRunner *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("smr-coach-test-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  self->home = g_build_filename (self->folder, "home", NULL);
  g_assert_cmpint (g_mkdir (self->home, 0755), ==, 0);
  self->program = g_strdup (g_getenv ("SMR_COACH"));
  g_assert_nonnull (self->program);
}

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

void
smr_runner_clear (SmrRunner *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  remove_tree (folder);
  g_free (self->folder);
  g_free (self->home);
  g_free (self->program);
}

char *
smr_runner_path (SmrRunner *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* Runs between fork and exec: only what is safe there. */
static void
child_setup (gpointer data)
{
  const struct rlimit none = { 0, 0 };

  switch ((SmrRunMode) GPOINTER_TO_INT (data))
    {
    case SMR_RUN_PLAIN:
      break;
    case SMR_RUN_DISK_FULL:
      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &none);
      break;
    case SMR_RUN_NOBODY:
      if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (127);
      break;
    }
}

/* "@/x" and "--output=@/x" */
static GStrv
expand (SmrRunner *self, const char *command_line)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  GStrvBuilder *builder = g_strv_builder_new ();

  g_strv_builder_add (builder, self->program);
  if (*command_line != '\0')
    g_shell_parse_argv (command_line, NULL, &words, &error);
  g_assert_no_error (error);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      char *at = words[i][0] == '@' ? words[i] : strstr (words[i], "=@");

      if (at == NULL)
        {
          g_strv_builder_add (builder, words[i]);
          continue;
        }
      at += *at == '=';
      g_strv_builder_take (builder, g_strdup_printf ("%.*s%s%s", (int) (at - words[i]), words[i], self->folder, at + 1));
    }
  return g_strv_builder_unref_to_strv (builder);
}

static char *
dup_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return data != NULL ? g_strndup (data, length) : g_strdup ("");
}

/* Without what Fontconfig has to say of a machine that has no settings or no room for it. */
static char *
dup_errors (GBytes *bytes)
{
  g_autofree char *text = dup_text (bytes);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) errors = g_string_new (NULL);
  gboolean foreign = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* It goes on in lines that begin with a tab or are empty. */
      foreign = g_str_has_prefix (lines[i], "Fontconfig ") || (foreign && (lines[i][0] == '\t' || lines[i][0] == '\0'));
      if (!foreign)
        g_string_append_printf (errors, "%s%s", lines[i], lines[i + 1] != NULL ? "\n" : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&errors));
}

static void
assert_errors (const SmrRun *run, const char *command_line)
{
  g_auto (GStrv) lines = g_strsplit (run->errors, "\n", -1);
  guint n = g_strv_length (lines);

  if (*run->errors == '\0')
    return;

  if (!g_str_has_suffix (run->errors, "\n") || (run->status != 3 && n != 2 && !g_str_has_prefix (command_line, "import ")))
    g_error ("%s: not one line on standard error: %s", command_line, run->errors);
  for (guint i = 0; i + 1 < n; i++)
    {
      if (!g_str_has_prefix (lines[i], "smr-coach: "))
        g_error ("%s: on standard error: %s", command_line, lines[i]);
    }
}

void
smr_runner_run (SmrRunner *self, SmrRunMode mode, SmrRun *run, int status, const char *command_line)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_auto (GStrv) argv = expand (self, command_line);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) errors = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", self->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", self->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", self->home, TRUE);
  g_subprocess_launcher_set_child_setup (launcher, child_setup, GINT_TO_POINTER (mode), NULL);

  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, &errors, &error);
  g_assert_no_error (error);

  smr_run_clear (run);
  run->output = dup_text (output);
  run->errors = dup_errors (errors);
  if (!g_subprocess_get_if_exited (process))
    g_error ("%s: killed by signal %d: %s", command_line, g_subprocess_get_term_sig (process), run->errors);
  run->status = g_subprocess_get_exit_status (process);

  if (run->status != status)
    g_error ("%s: exit status %d, not %d: %s", command_line, run->status, status, run->errors);
  assert_errors (run, command_line);
}

void
smr_run_clear (SmrRun *self)
{
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
}

/* --- JSON */

static JsonNode *
walk (JsonNode *node, const char *path)
{
  while (*path != '\0' && node != NULL)
    {
      gsize length = strcspn (path, ".[");

      if (*path == '[')
        {
          guint64 index = g_ascii_strtoull (path + 1, (char **) &path, 10);

          g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
          g_assert_cmpuint (index, <, json_array_get_length (json_node_get_array (node)));
          node = json_array_get_element (json_node_get_array (node), index);
          path++;
        }
      else
        {
          g_autofree char *member = g_strndup (path, length);

          g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
          node = json_object_get_member (json_node_get_object (node), member);
          path += length;
        }
      if (*path == '.')
        path++;
    }
  return node;
}

char *
smr_run_get (const SmrRun *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (self->output, &error);
  JsonNode *node;

  g_assert_no_error (error);
  node = walk (root, path);
  if (node == NULL)
    g_error ("there is no %s in %s", path, self->output);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return json_to_string (node, FALSE);
}
