#include "smr-catalogue-reader.h"

/* The sample catalogue as the build merges it with tests/data/po, through the same rules as the real one. */
static SmrCatalogue *
load_merged (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "catalogue", NULL);
  g_autoptr (GError) error = NULL;
  SmrCatalogue *catalogue = smr_catalogue_load_folder (folder, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_languages (void)
{
  g_autoptr (SmrCatalogue) catalogue = load_merged ();
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, "roll_calf");
  const SmrText *step = g_ptr_array_index (exercise->steps, 1);

  g_assert_cmpstr (smr_text_get (exercise->name, NULL), ==, "Calf roll");
  g_assert_cmpstr (smr_text_get (exercise->name, "de"), ==, "Wade rollen");
  g_assert_cmpstr (smr_text_get (exercise->name, "pt_BR"), ==, "Rolar a panturrilha");
  g_assert_cmpstr (smr_text_get (exercise->name, "fr"), ==, "Calf roll");
  g_assert_cmpuint (exercise->steps->len, ==, 2);
  g_assert_cmpstr (smr_text_get (step, "de_CH"), ==, "Langsam rollen.");
  g_assert_cmpstr (smr_text_get (step, "pt_BR"), ==, "Roll slowly.");
}

static void
test_markup_characters (void)
{
  g_autoptr (SmrCatalogue) catalogue = load_merged ();
  const SmrTool *tool = smr_catalogue_find_tool (catalogue, "soft_roller");
  const SmrText *text = smr_catalogue_get_text (catalogue, "reason_not_rolled");

  g_assert_cmpstr (smr_text_get (tool->note, NULL), ==, "Rest & roll.");
  g_assert_cmpstr (smr_text_get (tool->note, "de"), ==, "Ruhen & <rollen>.");
  g_assert_cmpstr (smr_text_get (text, NULL), ==, "{muscle} is not rolled & not pressed.");
  g_assert_cmpstr (smr_text_get (text, "de"), ==, "{muscle} wird nicht gerollt & nicht gedrückt.");
}

static void
test_paragraphs (void)
{
  g_autoptr (SmrCatalogue) catalogue = load_merged ();
  const SmrText *text = smr_catalogue_get_text (catalogue, "consent");

  g_assert_cmpstr (smr_text_get (text, NULL), ==, "I roll myself, at my own pace.\n\nI may stop at any time.");
  g_assert_cmpstr (smr_text_get (text, "de"), ==, "Ich rolle selbst.\n\nIch darf jederzeit aufhören.");
}

static void
test_words (void)
{
  g_autoptr (SmrCatalogue) catalogue = load_merged ();
  const SmrWordList *words = g_ptr_array_index (smr_catalogue_get_word_lists (catalogue), 0);

  g_assert_cmpstr (words->words[0], ==, "thrombosis");
  g_assert_cmpstr (words->words[1], ==, "thrombose");
  g_assert_cmpstr (words->words[2], ==, "blood clot");
  g_assert_null (words->words[3]);
}

static void
test_muscle_names (void)
{
  g_autoptr (SmrCatalogue) catalogue = load_merged ();
  const SmrMuscle *calf = smr_catalogue_find_muscle (catalogue, "calf");

  g_assert_nonnull (calf);
  g_assert_true (smr_catalogue_lookup_muscle (catalogue, "Calves") == calf);
  g_assert_true (smr_catalogue_lookup_muscle (catalogue, "waden") == calf);
  g_assert_null (smr_catalogue_lookup_muscle (catalogue, "wade"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merged/texts-come-in-every-language", test_languages);
  g_test_add_func ("/merged/ampersands-survive", test_markup_characters);
  g_test_add_func ("/merged/paragraphs-stay-apart", test_paragraphs);
  g_test_add_func ("/merged/translated-words-are-found-too", test_words);
  g_test_add_func ("/merged/muscles-are-found-by-translated-names", test_muscle_names);

  return g_test_run ();
}
