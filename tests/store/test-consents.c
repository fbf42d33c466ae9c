#include "smr-store-private.h"
#include "smr-test-folder.h"
#include "smr-test-records.h"

/* The texts that clients sign: which version is which, and what a form keeps of it. */

static int
version_of (SmrStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;
  int version = smr_store_get_consent_version (store, text, &error);

  g_assert_no_error (error);
  return version;
}

static void
keep_with_practice (SmrStore *store, const char *text)
{
  g_autoptr (SmrPractice) practice = smr_practice_new ();
  g_autoptr (GError) error = NULL;

  g_set_str (&practice->consent, text);
  practice->consent_version = version_of (store, text);
  g_assert_true (smr_store_save_practice (store, practice, &error));
  g_assert_no_error (error);
}

static void
test_versions (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  SmrStore *store = smr_test_folder_open (folder);

  /* To look it up keeps nothing. */
  g_assert_cmpint (version_of (store, "First"), ==, 1);
  g_assert_cmpint (version_of (store, "Second"), ==, 1);

  keep_with_practice (store, "First");
  g_assert_cmpint (version_of (store, "Second"), ==, 2);
  keep_with_practice (store, "Second");
  g_assert_cmpint (version_of (store, "First"), ==, 1);
  g_assert_cmpint (version_of (store, "Third"), ==, 3);

  /* Back to an old text is that version again. */
  keep_with_practice (store, "First");
  g_assert_cmpint (version_of (store, "Second"), ==, 2);
  g_assert_cmpint (version_of (store, "Third"), ==, 3);
}

static gint64
sign (SmrStore *store, gint64 client, const char *day, const char *consent)
{
  g_autoptr (SmrIntake) intake = smr_test_intake (day);
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (consent != NULL)
    {
      g_set_str (&intake->consent, consent);
      intake->consent_version = version_of (store, consent);
    }
  id = smr_store_add_intake (store, client, intake, &error);
  g_assert_no_error (error);
  return id;
}

static void
assert_consent (const SmrRecord *record, guint form, int version, const char *text)
{
  const SmrIntake *intake = g_ptr_array_index (record->intakes, form);

  g_assert_cmpint (intake->consent_version, ==, version);
  g_assert_cmpstr (intake->consent, ==, text);
}

static void
test_forms_keep_their_text (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) client = smr_test_client ("Ana");
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (SmrRecord) copy = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 id = smr_store_save_client (store, client, &error);
  gint64 other;

  sign (store, id, "2026-01-01", NULL);
  sign (store, id, "2026-01-02", "First");
  sign (store, id, "2026-01-03", "Second");
  keep_with_practice (store, "Third");
  record = smr_store_load_record (store, id, &error);
  assert_consent (record, 0, 0, "");
  assert_consent (record, 1, 1, "First");
  assert_consent (record, 2, 2, "Second");

  /* A practice that counts otherwise keeps what was signed there. */
  ((SmrIntake *) g_ptr_array_index (record->intakes, 1))->consent_version = 9;
  other = smr_store_import_record (store, record, &error);
  g_assert_no_error (error);
  copy = smr_store_load_record (store, other, &error);
  assert_consent (copy, 1, 9, "First");
  assert_consent (copy, 2, 2, "Second");
  g_assert_cmpint (version_of (store, "First"), ==, 1);
  g_assert_cmpint (version_of (store, "Fourth"), ==, 10);
}

static void
assert_listed (GPtrArray *consents, guint i, int version, const char *text, guint n_forms, const char *first, const char *last)
{
  const SmrConsent *consent = g_ptr_array_index (consents, i);

  g_assert_cmpint (consent->version, ==, version);
  g_assert_cmpstr (consent->text, ==, text);
  g_assert_cmpuint (consent->n_forms, ==, n_forms);
  g_assert_cmpint (consent->first, ==, first != NULL ? smr_test_date (first) : SMR_DATE_NONE);
  g_assert_cmpint (consent->last, ==, last != NULL ? smr_test_date (last) : SMR_DATE_NONE);
}

static void
test_list (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) client = smr_test_client ("Ana");
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) consents = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 id = smr_store_save_client (store, client, &error);

  none = smr_store_list_consents (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  sign (store, id, "2026-01-02", "First");
  sign (store, id, "2026-02-03", "First");
  sign (store, id, "2026-02-04", "Second");
  keep_with_practice (store, "Third");
  consents = smr_store_list_consents (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (consents->len, ==, 3);
  assert_listed (consents, 0, 3, "Third", 0, NULL, NULL);
  assert_listed (consents, 1, 2, "Second", 1, "2026-02-04", "2026-02-04");
  assert_listed (consents, 2, 1, "First", 2, "2026-01-02", "2026-02-03");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/consents/a-new-text-is-a-new-version", test_versions);
  g_test_add_func ("/store/consents/a-form-keeps-the-text-that-was-signed", test_forms_keep_their_text);
  g_test_add_func ("/store/consents/are-listed-with-their-forms", test_list);
  return g_test_run ();
}
