#include "clients.h"
#include "smr-catalogue-reader.h"
#include "smr-progress-sheet.h"

static SmrHandout *
make (SmrCatalogue *catalogue, const SmrRecord *record, const char *paper, const char *language)
{
  g_autoptr (SmrPractice) practice = smr_practice_new ();
  SmrProgressContent content = { .catalogue = catalogue, .practice = practice, .record = record, .today = TODAY, .language = language };
  SmrSheet sheet;

  g_set_str (&practice->name, "Northside Movement Studio");
  g_assert_true (smr_sheet_init_named (&sheet, paper));
  return smr_handout_new_progress (&content, &sheet);
}

/* Every movement of the catalogue, three times; sessions for longer than the charts go back. */
static SmrRecord *
new_record (SmrCatalogue *catalogue)
{
  SmrRecord *record = new_healthy_record (catalogue, "Ana Prado");
  GPtrArray *joints = smr_catalogue_get_joints (catalogue);

  for (int i = 0; i < 3; i++)
    {
      SmrAssessment *assessment = smr_assessment_new (smr_date_add_days (TODAY, -100 + 40 * i));

      g_ptr_array_add (record->assessments, assessment);
      for (guint j = 0; j < joints->len; j++)
        {
          GPtrArray *movements = ((const SmrJoint *) g_ptr_array_index (joints, j))->movements;

          for (guint k = 0; k < movements->len; k++)
            {
              const SmrMovement *movement = g_ptr_array_index (movements, k);

              smr_assessment_set_range (assessment, movement->id, SMR_SIDE_LEFT, movement->most - i);
              if (i != 1)
                smr_assessment_set_range (assessment, movement->id, SMR_SIDE_RIGHT, i);
            }
        }
    }
  for (int i = 0; i < 100; i++)
    {
      SmrSession *session = smr_session_new (smr_date_add_days (TODAY, -3 * i));

      session->done_as_planned = i % 3 > 0;
      session->pain_after = i % 11;
      g_ptr_array_add (record->sessions, session);
    }
  return record;
}

static void
test_nothing (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Prado");
  g_autoptr (SmrHandout) page = make (catalogue, record, "a4", "en");

  g_assert_cmpuint (smr_handout_get_n_pages (page), ==, 1);
}

/* Two charts of weeks and twelve of movements, each whole on one page with its heading and its sentence. */
static void
test_much (void)
{
  static const char * const papers[] = { "a4", "letter" };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_record (catalogue);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (SmrHandout) sheet = make (catalogue, record, papers[i], "en");
      g_auto (GStrv) pages = read_pages (sheet, papers[i]);
      guint n_found = 0;

      keep_pages (sheet, papers[i], "progress");
      assert_inside_margins (sheet, papers[i]);
      g_assert_cmpuint (smr_handout_get_n_pages (sheet), >=, 4);
      for (guint j = 0; pages[j] != NULL; j++)
        {
          if (strstr (pages[j], "Neck, turning") == NULL)
            continue;
          assert_says (pages[j], "Left: 110° on 22 Nov 2025, 108° on 10 Feb 2026. Right: 0° on 22 Nov 2025, 2° on 10 Feb 2026.");
          n_found++;
        }
      g_assert_cmpuint (n_found, ==, 1);
      assert_says (pages[0], "Pain, 0 to 10, by week");
      assert_says (pages[0], "Done on 59 days in 26 weeks, on ");
    }
}

static void
test_language (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_record (catalogue);
  g_autoptr (SmrHandout) sheet = make (catalogue, record, "a4", "xx");
  g_auto (GStrv) pages = read_pages (sheet, "a4");

  /* What there are no texts in is written in English, days as well. */
  assert_says (pages[0], "All as planned");
  assert_says (pages[0], "Mar");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress-sheet/nothing to draw is one page", test_nothing);
  g_test_add_func ("/progress-sheet/much is broken between charts", test_much);
  g_test_add_func ("/progress-sheet/in a language that is there", test_language);

  return g_test_run ();
}
