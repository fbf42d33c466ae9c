#include "clients.h"
#include "smr-catalogue-reader.h"
#include "smr-form.h"

static const char * const papers[] = { "a4", "letter" };

static SmrHandout *
make_form (SmrCatalogue *catalogue, const SmrRecord *record, const SmrIntake *intake, const char *paper)
{
  g_autoptr (SmrPractice) practice = smr_practice_new ();
  SmrFormContent content = {
    .catalogue = catalogue,
    .practice = practice,
    .client = record != NULL ? record->client : NULL,
    .intake = intake,
    .readings = record != NULL ? record->readings : NULL,
    .language = "en",
  };
  SmrSheet sheet;

  g_set_str (&practice->name, "Northside Movement Studio");
  g_set_str (&practice->address, "14 Harbour Lane\nBristol");
  practice->consent_version = 3;
  g_assert_true (smr_sheet_init_named (&sheet, paper));
  return smr_handout_new_form (&content, &sheet);
}

static char *
single_spaced (const char *text)
{
  g_autoptr (GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace (spaces, text, -1, 0, " ", 0, NULL);
}

/* Every question that is asked of people, in the order of the categories. */
static void
assert_asks_everything (SmrCatalogue *catalogue, const char *text)
{
  GPtrArray *categories = smr_catalogue_get_categories (catalogue);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  const char *place = text;
  guint n_health = 0;

  for (guint i = 0; i < categories->len; i++)
    {
      const SmrCategory *category = g_ptr_array_index (categories, i);

      for (guint j = 0; j < conditions->len; j++)
        {
          const SmrCondition *condition = g_ptr_array_index (conditions, j);
          g_autofree char *question = NULL;

          if (condition->category != category->id)
            continue;
          n_health += condition->kind == SMR_CONDITION_HEALTH;
          if (condition->computed)
            continue;
          question = single_spaced (smr_text_get (condition->question, "en"));
          place = strstr (place, question);
          if (place == NULL)
            g_error ("%s is missing or in the wrong place: %s", condition->id, text);
        }
    }
  g_assert_cmpuint (n_health, ==, 46);
}

static void
test_blank (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (SmrHandout) form = make_form (catalogue, NULL, NULL, papers[i]);
      g_autofree char *text = read_handout (form, papers[i], -1);

      keep_pages (form, papers[i], "blank");
      assert_inside_margins (form, papers[i]);
      assert_asks_everything (catalogue, text);
      assert_says (text, "Health form");
      assert_says (text, "If yes:");
      assert_says (text, "Parent or guardian");
      assert_says (text, "My answers are true and complete as far as I know.");
      assert_says (text, "Consent, version 3");
      assert_silent (text, "Not signed");
    }
}

static SmrRecord *
new_answered_record (SmrCatalogue *catalogue)
{
  SmrRecord *record = new_healthy_record (catalogue, "Ana Prado");
  SmrIntake *intake = g_ptr_array_index (record->intakes, 0);
  SmrAnswer *clot = answer_yes (record, "blood_clot", smr_date_from_ymd (2021, 5, 1));
  SmrAnswer *unsure = smr_answer_new ("diabetes", SMR_REPLY_NOT_SURE);
  SmrAnswer *surgery = answer_yes (record, "surgery", SMR_DATE_NONE);
  SmrAnswer *rest = smr_answer_new ("hernia", SMR_REPLY_NO);
  SmrReading *reading = g_new0 (SmrReading, 1);

  clot->not_known = 0;
  g_set_str (&clot->text, "Left calf,\nafter a long flight");
  smr_answer_add_place (clot, "lower_leg", SMR_SIDE_LEFT);
  smr_answer_set_fact (clot, "treatment_ended", TRUE);
  surgery->not_known = SMR_FOLLOW_UP_DATE;
  smr_answer_add_place (surgery, "knee", SMR_SIDE_RIGHT);
  answer_yes (record, "high_blood_pressure", SMR_DATE_NONE);
  smr_intake_take_answer (intake, unsure);
  rest->with_rest = TRUE;
  smr_intake_take_answer (intake, rest);
  g_hash_table_remove (intake->answers, "med_any");
  reading->date = smr_date_from_ymd (2026, 2, 10);
  reading->systolic = 138;
  reading->diastolic = 84;
  g_ptr_array_add (record->readings, reading);
  g_set_str (&intake->trainer, "Maria Berger");
  g_set_str (&intake->signature, "400x120 M12 90l30 -60 20 60 25 -50 10 45 40 -30 30 20 60 -40 20 45M200 30l80 4");
  g_set_str (&intake->consent, "I agree to try.\n\nI say when it hurts.");
  intake->consent_version = 2;
  return record;
}

static void
test_answered (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_answered_record (catalogue);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (SmrHandout) form = make_form (catalogue, record, g_ptr_array_index (record->intakes, 0), papers[i]);
      g_autofree char *text = read_handout (form, papers[i], -1);

      keep_pages (form, papers[i], "answered");
      assert_inside_margins (form, papers[i]);
      assert_asks_everything (catalogue, text);
      assert_says (text, "Left calf, after a long flight");
      assert_says (text, "Lower leg, left");
      assert_says (text, "1 May 2021");
      assert_says (text, "Treatment has ended");
      assert_says (text, "Not confirmed: No symptoms are left");
      assert_says (text, "138/84 mmHg on 10 Feb 2026");
      assert_says (text, "Not known: when");
      assert_says (text, "Not sure");
      assert_says (text, "Not answered");
      assert_says (text, "with the rest");
      assert_says (text, "16 Feb 2026");
      assert_says (text, "15 Feb 2027");
      assert_says (text, "I say when it hurts.");
      assert_says (text, "Consent, version 2");
      assert_says (text, "Maria Berger");
      assert_silent (text, "Not signed");
      assert_silent (text, "My answers are true and complete");
    }
}

/* Of a form that is no evidence every page says so. */
static void
test_draft (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_answered_record (catalogue);
  SmrIntake *intake = g_ptr_array_index (record->intakes, 0);
  g_autoptr (SmrHandout) form = NULL;
  g_auto (GStrv) pages = NULL;

  intake->signed_on = SMR_DATE_NONE;
  form = make_form (catalogue, record, intake, "a4");
  keep_pages (form, "a4", "draft");
  pages = read_pages (form, "a4");
  g_assert_cmpuint (g_strv_length (pages), >, 1);
  for (guint i = 0; pages[i] != NULL; i++)
    assert_says (pages[i], "Not signed");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/blank asks everything", test_blank);
  g_test_add_func ("/form/answered says everything", test_answered);
  g_test_add_func ("/form/draft says so on every page", test_draft);
  return g_test_run ();
}
