#include <glib/gstdio.h>
#include <string.h>

#include "clients.h"
#include "smr-catalogue-reader.h"
#include "smr-print.h"

typedef struct
{
  SmrCatalogue *catalogue;
  SmrHandout   *handout;
  SmrSheet      sheet;
  char         *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer paper)
{
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (SmrRoutine) routine = NULL;

  fixture->catalogue = smr_catalogue_load_builtin ();
  record = new_healthy_record (fixture->catalogue, "Ana Duarte");
  routine = plan_routine (fixture->catalogue, record, "hip_flexors");
  fixture->handout = make_handout (fixture->catalogue, record, routine, paper, 1.0);
  g_assert_true (smr_sheet_init_named (&fixture->sheet, paper));
  fixture->folder = g_dir_make_tmp ("smr-print-XXXXXX", NULL);
}

/* The folder has to be empty again: no export leaves anything beside its file. */
static void
tear_down (Fixture *fixture, gconstpointer paper)
{
  g_object_unref (fixture->handout);
  smr_catalogue_unref (fixture->catalogue);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static char *
run_with (const char *program, const char *option, const char *path)
{
  const char *arguments[] = { program, option != NULL ? option : path, option != NULL ? path : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static char *
run (const char *program, const char *path)
{
  return run_with (program, NULL, path);
}

/* The whole file is as PDF has it, and its document names the language. */
static void
assert_language (const char *path, const char *language)
{
  g_autofree char *output = run_with ("qpdf", "--json", path);
  g_autofree char *expected = g_strdup_printf ("\"/Lang\": \"u:%s\"", language);
  g_autofree char *checked = run_with ("qpdf", "--check", path);

  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  g_assert_nonnull (strstr (output, expected));
}

/* Headings, texts and pictures, each picture with the name of its exercise. */
static void
assert_structure (const char *path)
{
  g_autofree char *structure = run_with ("pdfinfo", "-struct-text", path);
  g_autofree char *json = run_with ("qpdf", "--json", path);

  g_assert_nonnull (strstr (structure, "H1 (block)\n  \"Ana Duarte\""));
  g_assert_nonnull (strstr (structure, "Figure"));
  g_assert_nonnull (strstr (structure, "\"Chest pain or pressure\""));
  /* Lines of one text are parted. */
  g_assert_nonnull (strstr (structure, "Ask your doctor if you are unsure, or if your health, medicines or pregnancy"));
  g_assert_nonnull (strstr (json, "\"/Alt\": \"u:Front of hip roll\""));
}

static void
test_export (Fixture *fixture, gconstpointer paper)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autofree char *info = NULL, *fonts = NULL, *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (smr_print_export_pdf (fixture->handout, &fixture->sheet, path, TODAY, &error));
  g_assert_no_error (error);

  info = run ("pdfinfo", path);
  g_assert_nonnull (strstr (info, "Ana Duarte - After long runs"));
  g_assert_nonnull (strstr (info, "Mon Mar  2 00:00:00 2026"));
  g_assert_nonnull (strstr (info, g_str_equal (paper, "a4") ? "595.276 x 841.89" : "612 x 792"));
  g_assert_nonnull (strstr (info, "Author:"));
  assert_language (path, "en");
  assert_structure (path);
  text = read_pdf (path, 0);
  g_assert_nonnull (strstr (text, "Chest pain or pressure"));

  /* After two lines of heading: name, type, encoding, embedded ... */
  fonts = run ("pdffonts", path);
  lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_assert_nonnull (strstr (lines[i], "Inter"));
      g_assert_nonnull (strstr (lines[i], "yes yes yes"));
    }

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_same_bytes (Fixture *fixture, gconstpointer paper)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autofree char *first = NULL, *second = NULL;
  gsize first_length, second_length;

  g_assert_true (smr_print_export_pdf (fixture->handout, &fixture->sheet, path, TODAY, NULL));
  g_assert_true (g_file_get_contents (path, &first, &first_length, NULL));
  /* Over the file that is there. */
  g_assert_true (smr_print_export_pdf (fixture->handout, &fixture->sheet, path, TODAY, NULL));
  g_assert_true (g_file_get_contents (path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_no_such_folder (Fixture *fixture, gconstpointer paper)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "sheet.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (smr_print_export_pdf (fixture->handout, &fixture->sheet, path, TODAY, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The new name cannot take the place of a folder: what was written under another name goes away again. */
static void
test_name_is_a_folder (Fixture *fixture, gconstpointer paper)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0777), ==, 0);
  g_assert_false (smr_print_export_pdf (fixture->handout, &fixture->sheet, path, TODAY, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/print/export-a4", Fixture, "a4", set_up, test_export, tear_down);
  g_test_add ("/print/export-letter", Fixture, "letter", set_up, test_export, tear_down);
  g_test_add ("/print/same-handout-same-bytes", Fixture, "a4", set_up, test_same_bytes, tear_down);
  g_test_add ("/print/no-such-folder", Fixture, "a4", set_up, test_no_such_folder, tear_down);
  g_test_add ("/print/name-is-a-folder", Fixture, "a4", set_up, test_name_is_a_folder, tear_down);

  return g_test_run ();
}
