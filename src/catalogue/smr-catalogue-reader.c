#include "smr-catalogue-reader.h"

#include "smr-draft.h"

#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (smr-catalogue-error-quark, smr_catalogue_error)

static const struct
{
  const char *name;
  void (*read) (SmrDraft *draft, SmrXmlElement *section);
} sections[] = {
  { "tools", smr_read_tools },
  { "muscles", smr_read_muscles },
  { "exercises", smr_read_exercises },
  { "categories", smr_read_categories },
  { "restrictions", smr_read_restrictions },
  { "conditions", smr_read_conditions },
  { "sites", smr_read_sites },
  { "never-rolled", smr_read_never_rolled },
  { "word-lists", smr_read_word_lists },
  { "ordinary-words", smr_read_ordinary_words },
  { "signs", smr_read_signs },
  { "starting-points", smr_read_starting_points },
  { "assessments", smr_read_assessments },
  { "joints", smr_read_joints },
  { "sources", smr_read_sources },
  { "dosage", smr_read_dosage },
  { "body-map", smr_read_body_chart },
  { "texts", smr_read_texts },
  { "figures", smr_read_figures },
};

static void
read_root (SmrDraft *draft, SmrXmlElement *root)
{
  int version;

  if (!g_str_equal (root->name, "catalogue"))
    {
      smr_draft_report (draft, root, "the outermost element of a catalogue file is <catalogue>");
      return;
    }
  root->seen = TRUE;
  version = smr_draft_take_int (draft, root, "version", 1, G_MAXINT);
  if (draft->parts.version != 0 && draft->parts.version != version)
    smr_draft_report (draft, root, "the files have different versions");
  draft->parts.version = version;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GPtrArray) children = smr_draft_take_children (root, sections[i].name);

      for (guint j = 0; j < children->len; j++)
        sections[i].read (draft, g_ptr_array_index (children, j));
    }
}

/* --- order ------------------------------------------------------------------------------------------------ */

/* Places of exercises and conditions do not depend on what their files are called: by phase, health before
 * movement, and inside as they were written (sorting is stable). */
static int
compare_exercises (gconstpointer a, gconstpointer b)
{
  const SmrExercise *first = *(const SmrExercise **) a;
  const SmrExercise *second = *(const SmrExercise **) b;

  return (int) first->phase - (int) second->phase;
}

static int
compare_conditions (gconstpointer a, gconstpointer b)
{
  const SmrCondition *first = *(const SmrCondition **) a;
  const SmrCondition *second = *(const SmrCondition **) b;

  return (int) first->kind - (int) second->kind;
}

/* --- a whole catalogue ------------------------------------------------------------------------------------ */

static void
check_whole (SmrDraft *draft, GPtrArray *roots)
{
  for (guint i = 0; i < roots->len; i++)
    smr_draft_report_unseen (draft, g_ptr_array_index (roots, i));
  smr_draft_resolve (draft);
  smr_check_muscles (draft);
  smr_check_exercises (draft);
  smr_check_conditions (draft);
  smr_check_body_chart (draft);
  if (draft->dosage == NULL && roots->len > 0)
    smr_draft_report (draft, g_ptr_array_index (roots, roots->len - 1), "no file holds a <dosage>");
}

/* By file and line. */
static int
compare_problems (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_utf8_collate_key_for_filename (*(const char **) a, -1);
  g_autofree char *second = g_utf8_collate_key_for_filename (*(const char **) b, -1);

  return strcmp (first, second);
}

static SmrCatalogue *
finish (SmrDraft *draft, GError **error)
{
  SmrCatalogue *catalogue;

  if (draft->problems->len > 0)
    {
      g_autofree char *message = NULL;

      g_ptr_array_sort (draft->problems, compare_problems);
      g_ptr_array_add (draft->problems, NULL);
      message = g_strjoinv ("\n", (char **) draft->problems->pdata);
      g_set_error_literal (error, SMR_CATALOGUE_ERROR, SMR_CATALOGUE_ERROR_INVALID, message);
      return NULL;
    }

  g_ptr_array_sort (draft->parts.exercises, compare_exercises);
  g_ptr_array_sort (draft->parts.conditions, compare_conditions);
  catalogue = smr_catalogue_new_take (&draft->parts);
  draft->parts = (SmrCatalogueParts) { 0 };
  return catalogue;
}

SmrCatalogue *
smr_catalogue_read (const char * const *names, SmrCatalogueLoadFunc load, const char *folder, GError **error)
{
  g_autoptr (SmrDraft) draft = smr_draft_new ();
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_xml_element_free);

  for (int i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = load (folder, names[i], error);
      g_autoptr (GError) syntax_error = NULL;
      SmrXmlElement *root;

      if (bytes == NULL)
        return NULL;
      root = smr_xml_parse (bytes, names[i], &syntax_error);
      if (root != NULL)
        g_ptr_array_add (roots, root);
      else
        g_ptr_array_add (draft->problems, g_strdup (syntax_error->message));
    }

  for (guint i = 0; i < roots->len; i++)
    read_root (draft, g_ptr_array_index (roots, i));
  check_whole (draft, roots);
  return finish (draft, error);
}

/* --- folders ---------------------------------------------------------------------------------------------- */

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GStrv
list_xml_files (const char *path, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  const char *name;
  GStrv names;

  if (folder == NULL)
    return NULL;
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      if (g_str_has_suffix (name, ".xml"))
        g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  return names;
}

static GBytes *
load_from_folder (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *contents;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, error))
    return NULL;
  return g_bytes_new_take (contents, size);
}

SmrCatalogue *
smr_catalogue_load_folder (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_auto (GStrv) names = NULL;
  SmrCatalogue *catalogue = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  names = list_xml_files (path, &local_error);
  if (names != NULL)
    {
      if (*names == NULL)
        g_set_error (&local_error, SMR_CATALOGUE_ERROR, SMR_CATALOGUE_ERROR_READ, "%s: no catalogue files", path);
      else
        catalogue = smr_catalogue_read ((const char * const *) names, load_from_folder, path, &local_error);
    }

  if (local_error != NULL && local_error->domain != SMR_CATALOGUE_ERROR)
    g_set_error_literal (error, SMR_CATALOGUE_ERROR, SMR_CATALOGUE_ERROR_READ, local_error->message);
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return catalogue;
}
