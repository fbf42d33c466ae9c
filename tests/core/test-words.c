#include "screening-support.h"
#include "smr-fold.h"
#include "smr-words.h"

#include <string.h>

/* Names of medicines and conditions in what clients write, well and badly spelt. */

static SmrCatalogue *catalogue;

static void
write_text (SmrRecord *record, const char *row, const char *text)
{
  SmrAnswer *made = answer (record, row, SMR_REPLY_NO);

  g_free (made->text);
  made->text = g_strdup (text);
}

/* condition -> SmrFoundWord of a form that says no to everything and @text somewhere. */
static GHashTable *
find_words (const char *text)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  write_text (record, "supervised_only", text);
  return smr_intake_find_words (get_form (record), catalogue);
}

static void
test_spellings (void)
{
  static const struct
  {
    const char *text;
    const char *row;            /* nullable: nothing is found */
    const char *word;
    const char *written;        /* nullable: spelt right */
  } texts[] = {
    { "warfarin", "med_anticoagulant", "warfarin", NULL },
    { "WARFARIN, daily", "med_anticoagulant", "warfarin", NULL },
    { "Wárfarin", "med_anticoagulant", "warfarin", NULL },
    { "warfarin5mg", "med_anticoagulant", "warfarin", NULL },
    { "warfrin since May", "med_anticoagulant", "warfarin", "warfrin" },
    { "Warfaarin", "med_anticoagulant", "warfarin", "warfaarin" },
    { "Wärfaren", "med_anticoagulant", "warfarin", "warfaren" },
    { "wafrarin", "med_anticoagulant", "warfarin", "wafrarin" },
    { "war farin", "med_anticoagulant", "warfarin", "war farin" },
    { "warfarinn2x", "med_anticoagulant", "warfarin", "warfarinn" },
    { "arfarin", "med_anticoagulant", "warfarin", "arfarin" },
    { "Elliquis", "med_anticoagulant", "eliquis", "elliquis" },
    { "Xaretlo 20", "med_anticoagulant", "xarelto", "xaretlo" },
    { "bloodthinner", "med_anticoagulant", "blood thinner", "bloodthinner" },
    { "a blood thiner", "med_anticoagulant", "blood thinner", "blood thiner" },
    { "heart failiure", "heart_failure", "heart failure", "heart failiure" },
    { "hart failure", "heart_failure", "heart failure", "hart failure" },
    { "aneurism", "aneurysm_dissection", "aneurysm", "aneurism" },
    { "cirrosis of the liver", "liver_failure", "cirrhosis", "cirrosis" },
    { "trombosis", "blood_clot", "thrombosis", "trombosis" },
    { "anticoagulant", "med_anticoagulant", "anticoagulant", NULL },
    { "tumours", "cancer_active", "tumours", NULL },
    /* Two letters wrong, five letters, part of a word, an ordinary word. */
    { "wafarn", NULL },
    { "fevers", NULL },
    { "gouts", NULL },
    { "clott", NULL },
    { "swarfarina", NULL },
    { "injection", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GHashTable) found = find_words (texts[i].text);
      const SmrFoundWord *word;

      g_test_message ("%s", texts[i].text);
      g_assert_cmpuint (g_hash_table_size (found), ==, texts[i].row != NULL);
      if (texts[i].row == NULL)
        continue;
      word = g_hash_table_lookup (found, texts[i].row);
      g_assert_nonnull (word);
      g_assert_cmpstr (word->word, ==, texts[i].word);
      g_assert_cmpstr (word->written, ==, texts[i].written);
    }
}

/* --- ordinary words ------------------------------------------------------------------------------------------------ */

/* What people write on such forms, and words that look like names without being one. */
static const char * const ordinary_texts[] = {
  "I like dancing, tennis singles and football; my dancer friends cancel often",
  "cortisol? no. Had an injection in the shoulder, injected by the doctor, two injections in all",
  "A stain on the skin, from a bicycle accident near the railway station; static posture at work, sitting and stating figures",
  "satin sheets, wine stains, weather stations, stationary bike, statistics",
  "humour, rumours, tutors at university, tumble dryer",
  "Here's what hurts: here's the left heel, heres the right",
  "office work, eight hours at a desk, lifting boxes, standing on hard floors, driving a lorry",
  "aspiring runner, marathon in spring, perspiration, respiration",
  "shoulder press, chest gains, squats, deadlift, lunges, bench press, chest press, leg press, rowing",
  "broker at a bank, brokers, spoken, token, woken up at night",
  "allergic to pollen, hay and cats; lactose intolerance; gluten; vegetarian",
  "vitamins, magnesium, iron, zinc, omega, protein, creatine, collagen, ibuprofen gel, paracetamol, antihistamine",
  "sprained ankle as a child, fell from a horse, twisted knee when skiing, stiff neck in the morning",
  "knee clicks, hip pops, tight calves, sore hamstrings after running, lower back tired after gardening",
  "inflection, inspection, selection, direction, digestion, question, affection, section, intersection",
  "migraine twice a year, headaches with stress, glasses for reading, contact lenses, hearing aid",
  "slept badly, tired, stressed, busy, worried, calm, happy, healthy, fit, strong, weak, heavy, light",
  "physiotherapy, massage, osteopath, yoga, pilates, swimming, cycling, climbing, hiking, walking the dog",
  "nothing to report; none; no; not that I know; as far as I know; unknown; see above; same as before; n/a",
  "left side, right side, both sides, front, back, upper, lower, inner, outer, middle, toe, finger, thumb, wrist, elbow",
  "thyroid tablets, contraceptive, asthma inhaler, nose spray, eye drops, skin cream, sleeping pills, antibiotic",
  "my father, mother, brother, sister, daughter, son, partner, husband, wife, grandmother, teacher, trainer, doctor, nurse",
  "January February March April May June July August September October November December Monday Friday weekend",
  "kidney stones removed, appendix out, tonsils, wisdom teeth, caesarean, gallbladder, ligament, meniscus, cartilage",
  "heard, heart rate, hearty breakfast, week, weekly, real, live, lives, liver, river, clothes, cloth, plot, coat",
  "singles night, shingle beach, jingle, single parent, tingle, heroes, hero, harp, hermit",
  "cancelled membership, lancet, lantern, canter on a horse, canteen, center, chancellor",
  "fragment, figment, segment, fraction, traction, structure, lecture, picture, puncture, capture, future, rupture",
  "analysis, paralysis, dioxin, toxin, oxygen, digging, mid-morning, margarine, mascara, marker",
  "token, spoke, brake, braking, bracket, bonus, bones ache, earring, ringing, athletics, athletic, feet, foot",
};

static void
assert_nothing_found (const char *text, gboolean misspelt_only)
{
  g_autoptr (GHashTable) found = find_words (text);
  GHashTableIter iter;
  SmrFoundWord *word;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &word))
    {
      if (!misspelt_only || word->written != NULL)
        g_test_fail_printf ("\"%s\" is taken for \"%s\" in: %s", word->written != NULL ? word->written : word->word, word->word, text);
    }
}

static void
test_ordinary_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ordinary_texts); i++)
    assert_nothing_found (ordinary_texts[i], FALSE);
}

/* Thousands of well-spelt words about bodies and movement: everything that the catalogue itself says in English. */
static void
test_the_catalogues_own_words (void)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      assert_nothing_found (smr_text_get (exercise->name, NULL), TRUE);
      assert_nothing_found (smr_text_get (exercise->start, NULL), TRUE);
      assert_nothing_found (smr_text_get (exercise->cue, NULL), TRUE);
      assert_nothing_found (smr_text_get (exercise->mistake, NULL), TRUE);
      for (guint j = 0; j < exercise->steps->len; j++)
        assert_nothing_found (smr_text_get (g_ptr_array_index (exercise->steps, j), NULL), TRUE);
    }
  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      assert_nothing_found (smr_text_get (muscle->name, NULL), TRUE);
      assert_nothing_found (smr_text_get (muscle->anatomical_name, NULL), TRUE);
      assert_nothing_found (smr_text_get (muscle->actions, NULL), TRUE);
    }
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->question != NULL)
        assert_nothing_found (smr_text_get (condition->question, NULL), TRUE);
      if (condition->explanation != NULL)
        assert_nothing_found (smr_text_get (condition->explanation, NULL), TRUE);
    }
}

static gboolean
is_near_some_name (const char *word)
{
  GPtrArray *lists = smr_catalogue_get_word_lists (catalogue);

  for (guint i = 0; i < lists->len; i++)
    {
      const SmrWordList *list = g_ptr_array_index (lists, i);

      for (guint j = 0; list->words[j] != NULL; j++)
        {
          g_assert_cmpstr (word, !=, list->words[j]);
          if (smr_word_is_near (word, list->words[j]))
            return TRUE;
        }
    }
  return FALSE;
}

/* An entry that excuses nothing, or a name itself, would be a mistake. */
static void
test_every_ordinary_word_is_needed (void)
{
  const char **words = smr_catalogue_get_ordinary_words (catalogue);

  g_assert_nonnull (words[0]);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!is_near_some_name (words[i]))
        g_test_fail_printf ("\"%s\" is near no name", words[i]);
    }
}

/* --- every name, one letter wrong ------------------------------------------------------------------------------------- */

static int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

/* A letter added, left out, changed, or two that changed places. Without accents, so that a letter is a byte. */
static char *
misspell (const char *name)
{
  g_autofree char *folded = smr_fold (name);
  g_autoptr (GString) text = g_string_new (folded);
  guint at = pick (text->len);
  char letter = 'a' + pick (26);

  switch (pick (4))
    {
    case 0:
      g_string_insert_c (text, pick (text->len + 1), letter);
      break;
    case 1:
      g_string_erase (text, at, 1);
      break;
    case 2:
      text->str[at] = letter;
      break;
    case 3:
      at = pick (text->len - 1);
      letter = text->str[at];
      text->str[at] = text->str[at + 1];
      text->str[at + 1] = letter;
      break;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* As people write: any case, an accent now and then, other words around. */
static char *
dress (const char *word)
{
  g_autoptr (GString) text = g_string_new (pick (2) ? "took some " : NULL);

  for (const char *p = word; *p != '\0'; p++)
    {
      g_string_append_c (text, pick (3) == 0 ? g_ascii_toupper (*p) : *p);
      if (g_ascii_isalpha (*p) && pick (12) == 0)
        g_string_append (text, "\xcc\x81");
    }
  g_string_append (text, pick (2) ? ", since spring" : "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_letters (const char *name)
{
  guint n = 0;

  for (; *name != '\0'; name = g_utf8_next_char (name))
    n += *name != ' ';
  return n;
}

static gboolean
is_ordinary (const char *text)
{
  g_autofree char *folded = smr_fold (text);

  return g_strv_contains (smr_catalogue_get_ordinary_words (catalogue), folded);
}

static void
test_every_name_one_letter_wrong (void)
{
  GPtrArray *lists = smr_catalogue_get_word_lists (catalogue);
  guint n_tried = 0;

  for (guint i = 0; i < lists->len; i++)
    {
      const SmrWordList *list = g_ptr_array_index (lists, i);

      if (list->least > 1 || list->with != NULL)
        continue;
      for (guint j = 0; list->words[j] != NULL; j++)
        {
          for (guint k = 0; count_letters (list->words[j]) >= 6 && k < 150; k++)
            {
              g_autofree char *wrong = misspell (list->words[j]);
              g_autofree char *text = dress (wrong);
              g_autoptr (GHashTable) found = find_words (text);

              if (!g_hash_table_contains (found, list->condition) && !is_ordinary (wrong))
                g_test_fail_printf ("\"%s\" is not found in \"%s\"", list->words[j], text);
              n_tried++;
            }
        }
    }
  g_test_message ("%u misspellings", n_tried);
  g_assert_cmpuint (n_tried, >, 15000);
}

/* --- what a word does --------------------------------------------------------------------------------------------------- */

/* Whatever else is on the form, a text more never permits anything. */
static void
test_words_only_restrict (void)
{
  GPtrArray *lists = smr_catalogue_get_word_lists (catalogue);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < 2000; i++)
    {
      const SmrWordList *list = g_ptr_array_index (lists, pick (lists->len));
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      g_autoptr (SmrScreening) without = NULL;
      g_autoptr (SmrScreening) with = NULL;
      g_autofree char *wrong = misspell (list->words[pick (g_strv_length ((char **) list->words))]);

      for (guint j = pick (4); j > 0; j--)
        {
          const SmrCondition *condition = g_ptr_array_index (conditions, pick (conditions->len));

          if (condition->computed || condition->kind != SMR_CONDITION_HEALTH || g_str_equal (condition->id, "supervised_only"))
            continue;
          answer_in_full (record, condition, pick (2) ? "knee" : NULL, SMR_SIDE_LEFT);
          if (pick (2))
            clear_row (record, condition->id, "2026-02-20");
        }
      clear_row (record, list->condition, "2026-02-20");
      without = smr_screening_new (catalogue, record, day (TODAY));
      write_text (record, "supervised_only", wrong);
      with = smr_screening_new (catalogue, record, day (TODAY));
      g_assert_true (is_as_strict (catalogue, with, without));
    }
}

/* A word spelt right on a later form is new beside the misspelt one that the letter was written with. */
static void
test_misspelt_then_right_is_new (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  write_text (record, "supervised_only", "warfrin");
  clear_row (record, "med_anticoagulant", "2026-01-20");
  assert_phases (catalogue, record, TODAY, "modified_dosage modified_dosage modified_dosage");
  g_ptr_array_add (record->intakes, all_no_form (catalogue, "2026-02-10"));
  write_text (record, "supervised_only", "warfrin");
  assert_phases (catalogue, record, TODAY, "modified_dosage modified_dosage modified_dosage");
  write_text (record, "supervised_only", "warfarin");
  assert_phases (catalogue, record, TODAY, "blocked modified_dosage modified_dosage");
}

static void
test_reason_names_both_spellings (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrScreening) screening = NULL;
  g_autofree char *text = NULL;

  write_text (record, "supervised_only", "Warfrin");
  screening = smr_screening_new (catalogue, record, day (TODAY));
  text = smr_reason_dup_text (g_ptr_array_index (smr_screening_get_reasons (screening), 0), NULL);
  g_assert_nonnull (strstr (text, "“warfrin”"));
  g_assert_nonnull (strstr (text, "“warfarin”"));
}

/* Aspirin alone is any medicine; with a bleeding history it counts as a blood thinner, and doubt and silence are one. */
static void
test_antiplatelet_with_bleeding_history (void)
{
  static const struct
  {
    SmrReply    reply;
    const char *elsewhere;
    gboolean    thins;
  } histories[] = {
    { SMR_REPLY_NO, "", FALSE },
    { SMR_REPLY_NO, "haemophilia", TRUE },
    { SMR_REPLY_YES, "", TRUE },
    { SMR_REPLY_NOT_SURE, "", TRUE },
    { SMR_REPLY_UNANSWERED, "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (histories); i++)
    {
      g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
      g_autoptr (GHashTable) found = NULL;

      write_text (record, "supervised_only", "aspirn");
      write_text (record, "other_condition", histories[i].elsewhere);
      answer (record, "bleeding_disorder", histories[i].reply);
      found = smr_intake_find_words (get_form (record), catalogue);
      g_assert_true (g_hash_table_contains (found, "med_any"));
      g_assert_cmpint (g_hash_table_contains (found, "med_anticoagulant"), ==, histories[i].thins);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  g_test_add_func ("/words/spellings", test_spellings);
  g_test_add_func ("/words/ordinary-words-raise-nothing", test_ordinary_words);
  g_test_add_func ("/words/the-catalogues-own-words-are-spelt-right", test_the_catalogues_own_words);
  g_test_add_func ("/words/every-ordinary-word-is-needed", test_every_ordinary_word_is_needed);
  g_test_add_func ("/words/every-name-one-letter-wrong-is-found", test_every_name_one_letter_wrong);
  g_test_add_func ("/words/only-restrict", test_words_only_restrict);
  g_test_add_func ("/words/misspelt-then-right-is-new", test_misspelt_then_right_is_new);
  g_test_add_func ("/words/reason-names-both-spellings", test_reason_names_both_spellings);
  g_test_add_func ("/words/antiplatelet-with-a-bleeding-history", test_antiplatelet_with_bleeding_history);

  result = g_test_run ();
  smr_catalogue_unref (catalogue);
  return result;
}
