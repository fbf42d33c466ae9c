/* Writes the practice that tests/data keeps of each released schema: run it once before a schema is released,
 * "make-stored-practice tests/data/practice-v1.db", and never again for that version. */

#include "smr-store.h"
#include "smr-test-records.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrStore) store = NULL;
  g_autoptr (SmrRecord) record = smr_test_latest_record ("Łukasz O'Brien");
  g_autoptr (SmrPractice) practice = smr_test_full_practice ("Mill Lane Movement");
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);
  SmrHandoutSummary handout = { .date = smr_test_date ("2026-03-02"), .plan_code = "K7QM-2F9D", .layout = "list", .language = "pl", .paper = "a4", .pages = 1 };
  gint64 client;

  g_assert_cmpint (argc, ==, 2);
  g_assert_false (g_file_test (argv[1], G_FILE_TEST_EXISTS));

  store = smr_store_open (argv[1], &error);
  g_assert_no_error (error);
  g_assert_true (smr_store_save_practice (store, practice, &error));
  client = smr_store_import_record (store, record, &error);
  g_assert_no_error (error);
  /* "Shoulders", which was imported first, as version 3. */
  g_assert_cmpint (smr_store_issue_routine (store, 1, 3, &handout, pdf, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (client, ==, 1);
  return 0;
}
