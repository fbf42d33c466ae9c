#include "clients.h"
#include "smr-catalogue-reader.h"
#include "smr-letter-sheet.h"
#include "smr-screening.h"

static const char * const papers[] = { "a4", "letter" };

static SmrLetter *
letter_about (const char * const *conditions)
{
  SmrLetter *letter = smr_letter_new (TODAY);

  for (guint i = 0; conditions[i] != NULL; i++)
    g_ptr_array_add (letter->conditions, (gpointer) g_intern_string (conditions[i]));
  g_set_str (&letter->physician, "Dr. Vale");
  g_set_str (&letter->address, "Harbour Surgery\n3 Quay Street\nBristol");
  return letter;
}

static SmrHandout *
make_letter (SmrCatalogue *catalogue, const SmrRecord *record, const SmrLetter *letter, const char *paper)
{
  g_autoptr (SmrPractice) practice = smr_practice_new ();
  SmrLetterContent content = { .catalogue = catalogue, .practice = practice, .record = record, .letter = letter, .language = "en" };
  SmrSheet sheet;

  g_set_str (&practice->name, "Northside Movement Studio");
  g_set_str (&practice->address, "14 Harbour Lane\nBristol");
  g_ptr_array_add (practice->trainers, smr_trainer_new ("Maria Berger", "BSc", "0117 555 0142"));
  g_assert_true (smr_sheet_init_named (&sheet, paper));
  return smr_handout_new_letter (&content, &sheet);
}

static SmrRecord *
new_record (SmrCatalogue *catalogue)
{
  SmrRecord *record = new_healthy_record (catalogue, "Ana Prado");
  SmrAnswer *clot = answer_yes (record, "blood_clot", smr_date_from_ymd (2021, 5, 1));
  SmrAnswer *medicine = answer_yes (record, "med_any", SMR_DATE_NONE);

  g_set_str (&clot->text, "After a long flight");
  smr_answer_add_place (clot, "lower_leg", SMR_SIDE_LEFT);
  smr_answer_set_fact (clot, "treatment_ended", TRUE);
  smr_answer_set_fact (clot, "no_symptoms", TRUE);
  g_set_str (&medicine->text, "Ramipril 5 mg");
  answer_yes (record, "knee_pain", SMR_DATE_NONE);
  return record;
}

static void
test_letter (void)
{
  static const char * const conditions[] = { "blood_clot", "med_any", NULL };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_record (catalogue);
  g_autoptr (SmrLetter) letter = letter_about (conditions);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (SmrHandout) page = make_letter (catalogue, record, letter, papers[i]);
      g_autofree char *text = NULL;

      keep_pages (page, papers[i], "letter");
      g_assert_cmpuint (smr_handout_get_n_pages (page), ==, 1);
      assert_inside_margins (page, papers[i]);
      text = read_handout (page, papers[i], -1);
      assert_says (text, "Dear Dr. Vale,");
      assert_says (text, "3 Quay Street");
      assert_says (text, "Ana Prado, born 4 May 1991");
      assert_says (text, "Blood clot");
      assert_says (text, "After a long flight · Lower leg, left · 1 May 2021 · Treatment has ended · No symptoms are left");
      assert_says (text, "Ramipril 5 mg");
      assert_says (text, "Maria Berger, BSc, 0117 555 0142");
      assert_says (text, "6 months at most");
      assert_says (text, "I agree that my trainer sends these answers");
      assert_says (text, "Stamp");
      /* Nobody's business but the client's. */
      assert_silent (text, "knee");
      assert_silent (text, "attached");
    }
}

/* All that can be asked, and everything as long as it may be. */
static void
test_too_much (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autofree char *name = g_strnfill (40, 'W');
  g_autofree char *long_name = g_strjoin (" ", name, name, name, NULL);
  g_autofree char *long_text = g_strnfill (SMR_TEXT_MAX_CHARS - 1, 'x');
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, long_name);
  g_autoptr (SmrLetter) letter = smr_letter_new (TODAY);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind != SMR_CONDITION_HEALTH)
        continue;
      if (!condition->computed)
        g_set_str (&answer_yes (record, condition->id, SMR_DATE_NONE)->text, long_text);
      g_ptr_array_add (letter->conditions, (gpointer) condition->id);
    }
  g_set_str (&letter->physician, long_name);
  g_set_str (&letter->address, "Harbour Surgery\n3 Quay Street\nBristol\nFourth\nFifth\nSixth\nSeventh");

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (SmrHandout) page = make_letter (catalogue, record, letter, papers[i]);
      g_autofree char *text = NULL;

      keep_pages (page, papers[i], "letter-full");
      g_assert_cmpuint (smr_handout_get_n_pages (page), ==, 1);
      assert_inside_margins (page, papers[i]);
      text = read_handout (page, papers[i], -1);
      assert_says (text, "further answers: see the attached form.");
      assert_says (text, "Your reply");
      assert_says (text, "Stamp");
    }
}

/* One answer that is too long sends the reader to the form by itself. */
static void
test_shortened (void)
{
  static const char * const conditions[] = { "med_any", NULL };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_record (catalogue);
  g_autoptr (SmrLetter) letter = letter_about (conditions);
  SmrAnswer *medicine = answer_yes (record, "med_any", SMR_DATE_NONE);
  g_autoptr (SmrHandout) page = NULL;
  g_autofree char *text = NULL;

  g_set_str (&medicine->text, "Ramipril 5 mg in the morning, metoprolol, torasemide when the ankles swell, vitamin D in winter, "
             "magnesium for the calves at night, ibuprofen now and then, an inhaler in spring, and drops for the eyes.");
  page = make_letter (catalogue, record, letter, "a4");
  text = read_handout (page, "a4", -1);
  assert_says (text, "vitamin D");
  assert_says (text, "…");
  assert_says (text, "The full answers are on the attached form.");
  assert_silent (text, "drops for the eyes");
}

static char *
list_to_clear (SmrCatalogue *catalogue, const SmrRecord *record)
{
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, TODAY);
  g_autoptr (GPtrArray) conditions = smr_screening_list_to_clear (screening);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < conditions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((const SmrCondition *) g_ptr_array_index (conditions, i))->id);
  return g_string_free (text, FALSE);
}

/* Only what a physician can lift, and only until it is lifted. */
static void
test_rows_to_ask_about (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_record (catalogue);
  g_autofree char *before = list_to_clear (catalogue, record);
  g_autofree char *with_symptoms = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "blood_clot med_any");
  answer_yes (record, "cv_symptoms", SMR_DATE_NONE);
  answer_yes (record, "varicose_veins", SMR_DATE_NONE);
  with_symptoms = list_to_clear (catalogue, record);
  g_assert_cmpstr (with_symptoms, ==, "blood_clot med_any");

  add_clearance (record, "med_any");
  after = list_to_clear (catalogue, record);
  g_assert_cmpstr (after, ==, "blood_clot");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/says what raised it and nothing else", test_letter);
  g_test_add_func ("/letter/stays on one page", test_too_much);
  g_test_add_func ("/letter/refers to the form for the rest of an answer", test_shortened);
  g_test_add_func ("/letter/asks about what can be cleared", test_rows_to_ask_about);
  return g_test_run ();
}
