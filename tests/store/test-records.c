#include "smr-store-private.h"
#include "smr-test-folder.h"
#include "smr-test-records.h"

/* --- practice ---------------------------------------------------------------------------------------------- */

static void
test_practice_round_trip (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrPractice) practice = smr_test_full_practice ("Mill Lane Movement");
  g_autoptr (SmrPractice) nothing = smr_practice_new ();
  g_autoptr (SmrPractice) fresh = NULL;
  g_autoptr (SmrPractice) loaded = NULL;
  g_autoptr (SmrPractice) emptied = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);

  fresh = smr_store_load_practice (store, &error);
  g_assert_no_error (error);
  smr_test_assert_same (smr_test_describe_practice, fresh, nothing);

  g_assert_true (smr_store_save_practice (store, practice, &error));
  store = smr_test_folder_open (folder);
  loaded = smr_store_load_practice (store, &error);
  g_assert_no_error (error);
  smr_test_assert_same (smr_test_describe_practice, loaded, practice);

  g_assert_true (smr_store_save_practice (store, nothing, &error));
  emptied = smr_store_load_practice (store, &error);
  smr_test_assert_same (smr_test_describe_practice, emptied, nothing);
}

/* --- clients ----------------------------------------------------------------------------------------------- */

static void
test_client_round_trip (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) client = smr_test_full_client ("Łukasz O'Brien");
  g_autoptr (SmrClient) plain = smr_client_new ("Ana");
  g_autoptr (SmrRecord) loaded = NULL;
  g_autoptr (SmrRecord) changed = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);

  client->id = smr_store_save_client (store, client, &error);
  g_assert_no_error (error);
  g_assert_cmpint (client->id, >, 0);
  store = smr_test_folder_open (folder);
  loaded = smr_store_load_record (store, client->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (loaded->client->id, ==, client->id);
  smr_test_assert_same (smr_test_describe_client, loaded->client, client);

  plain->id = client->id;
  g_assert_cmpint (smr_store_save_client (store, plain, &error), ==, client->id);
  changed = smr_store_load_record (store, client->id, &error);
  smr_test_assert_same (smr_test_describe_client, changed->client, plain);
}

static void
test_client_not_found (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) client = smr_test_client ("Ana");
  g_autoptr (SmrIntake) intake = smr_test_full_intake ("2026-01-15");
  g_autoptr (SmrRoutine) routine = smr_test_routine ("Hips");
  g_autofree SmrReading *reading = smr_test_reading ("2026-01-15", 120, 80);
  SmrHandoutSummary handout = { .date = smr_test_date ("2026-01-15"), .plan_code = "", .layout = "", .language = "", .paper = "" };
  g_autoptr (GBytes) pdf = g_bytes_new ("%PDF", 4);
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);

#define ASSERT_NOT_FOUND(call)                                                \
  g_assert_false (call);                                                      \
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND);         \
  g_clear_error (&error)

  client->id = 7;
  ASSERT_NOT_FOUND (smr_store_save_client (store, client, &error));
  ASSERT_NOT_FOUND (smr_store_set_archived (store, 7, TRUE, &error));
  ASSERT_NOT_FOUND (smr_store_erase_client (store, 7, &error));
  ASSERT_NOT_FOUND (smr_store_load_record (store, 7, &error));
  ASSERT_NOT_FOUND (smr_store_find_client (store, "7", &error));
  ASSERT_NOT_FOUND (smr_store_find_client (store, "Ana", &error));
  ASSERT_NOT_FOUND (smr_store_find_client (store, "", &error));
  ASSERT_NOT_FOUND (smr_store_add_intake (store, 7, intake, &error));
  ASSERT_NOT_FOUND (smr_store_save_draft_intake (store, 7, intake, &error));
  ASSERT_NOT_FOUND (smr_store_add_reading (store, 7, reading, &error));
  ASSERT_NOT_FOUND (smr_store_save_routine (store, 7, routine, NULL, NULL, &error));
  routine->id = 3;
  ASSERT_NOT_FOUND (smr_store_save_routine (store, 7, routine, NULL, NULL, &error));
  ASSERT_NOT_FOUND (smr_store_load_routine (store, 3, 1, &error));
  ASSERT_NOT_FOUND (smr_store_list_versions (store, 3, &error));
  ASSERT_NOT_FOUND (smr_store_archive_routine (store, 3, TRUE, &error));
  ASSERT_NOT_FOUND (smr_store_issue_routine (store, 3, 1, &handout, pdf, &error));
  ASSERT_NOT_FOUND (smr_store_load_handout (store, 1, &error));
#undef ASSERT_NOT_FOUND
}

static void
test_client_without_name (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) nameless = smr_test_client ("");
  g_autofree char *long_name = g_strnfill (201, 'n');
  g_autoptr (SmrClient) verbose = smr_test_client (long_name);
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);

  g_assert_cmpint (smr_store_save_client (store, nameless, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (smr_store_save_client (store, verbose, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_assert_null (strstr (error->message, long_name));
  g_clear_error (&error);
  g_assert_cmpint (smr_store_count_clients (store, TRUE, &error), ==, 0);
  g_assert_no_error (error);
}

static void
test_archived (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) client = smr_test_client ("Ana");
  g_autoptr (GPtrArray) current = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 id = smr_store_save_client (store, client, &error);

  g_assert_true (smr_store_set_archived (store, id, TRUE, &error));
  g_assert_cmpint (smr_store_count_clients (store, FALSE, &error), ==, 0);
  g_assert_cmpint (smr_store_count_clients (store, TRUE, &error), ==, 1);
  current = smr_store_search_clients (store, "an", FALSE, 0, 0, &error);
  all = smr_store_search_clients (store, "an", TRUE, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (current->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_true (((SmrClientSummary *) g_ptr_array_index (all, 0))->archived);

  g_assert_true (smr_store_set_archived (store, id, FALSE, &error));
  g_assert_cmpint (smr_store_count_clients (store, FALSE, &error), ==, 1);
}

/* --- records ------------------------------------------------------------------------------------------------ */

static void
test_record_round_trip (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrRecord) record = smr_test_newest_record ("Łukasz O'Brien");
  g_autoptr (SmrRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 id = smr_store_import_record (store, record, &error);

  g_assert_no_error (error);
  store = smr_test_folder_open (folder);
  loaded = smr_store_load_record (store, id, &error);
  g_assert_no_error (error);
  smr_test_assert_same (smr_test_describe_record, loaded, record);
}

/* A diary is kept as a whole or not at all. */
static void
test_sessions_together (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) value = smr_test_client ("Ana");
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_session_free);
  g_autoptr (SmrRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 client = smr_store_save_client (store, value, &error);

  g_ptr_array_add (sessions, smr_test_session ("2026-03-01", 3, 2));
  g_ptr_array_add (sessions, smr_session_new (SMR_DATE_NONE));
  g_assert_false (smr_store_add_sessions (store, client, sessions, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  loaded = smr_store_load_record (store, client, &error);
  g_assert_cmpuint (loaded->sessions->len, ==, 0);

  ((SmrSession *) g_ptr_array_index (sessions, 1))->date = smr_test_date ("2026-03-02");
  g_assert_true (smr_store_add_sessions (store, client, sessions, &error));
  g_assert_no_error (error);
  smr_record_free (loaded);
  loaded = smr_store_load_record (store, client, &error);
  g_assert_cmpuint (loaded->sessions->len, ==, 2);
}

/* What cannot be is not half kept. */
static void
test_assessments (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) value = smr_test_client ("Ana");
  g_autoptr (SmrAssessment) assessment = smr_assessment_new (smr_test_date ("2026-03-01"));
  g_autoptr (SmrRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 client = smr_store_save_client (store, value, &error);

  smr_assessment_add_part (assessment, "posture");
  smr_assessment_set_side (assessment, "static_head_forward", SMR_SIDE_MIDLINE);
  smr_assessment_set_range (assessment, "hip_flexion", SMR_SIDE_LEFT, 1000);
  g_assert_cmpint (smr_store_add_assessment (store, client, assessment, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  loaded = smr_store_load_record (store, client, &error);
  g_assert_cmpuint (loaded->assessments->len, ==, 0);

  smr_assessment_set_range (assessment, "hip_flexion", SMR_SIDE_LEFT, 100);
  g_assert_cmpint (smr_store_add_assessment (store, client, assessment, &error), !=, 0);
  g_assert_no_error (error);
  smr_record_free (loaded);
  loaded = smr_store_load_record (store, client, &error);
  g_assert_cmpuint (loaded->assessments->len, ==, 1);
  smr_test_assert_same (smr_test_describe_assessment, loaded->assessments->pdata[0], assessment);
}

/* A session and what came up in it are kept together or not at all. */
static void
test_session_with_incidents (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrRecord) record = smr_test_latest_record ("Ana");
  g_autoptr (SmrRecord) loaded = NULL;
  g_autoptr (SmrSession) session = smr_session_copy (g_ptr_array_index (record->sessions, 2));
  g_autoptr (GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_incident_free);
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 client = smr_store_save_client (store, record->client, &error);
  gint64 routine;
  int version;

  g_assert_true (smr_store_save_routine (store, client, g_ptr_array_index (record->routines, 0), &routine, &version, &error));
  session->routine = routine;
  g_ptr_array_add (incidents, smr_incident_copy (g_ptr_array_index (record->incidents, 0)));
  g_ptr_array_add (incidents, smr_incident_new (SMR_DATE_NONE, "fainting"));
  g_assert_cmpint (smr_store_add_session (store, client, session, incidents, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  loaded = smr_store_load_record (store, client, &error);
  g_assert_cmpuint (loaded->sessions->len + loaded->incidents->len, ==, 0);

  g_ptr_array_set_size (incidents, 1);
  g_assert_cmpint (smr_store_add_session (store, client, session, incidents, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (smr_store_add_incident (store, client, g_ptr_array_index (record->incidents, 1), &error), !=, 0);
  smr_record_free (loaded);
  loaded = smr_store_load_record (store, client, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->sessions->len, ==, 1);
  g_assert_cmpint (((SmrSession *) loaded->sessions->pdata[0])->routine, ==, routine);
  smr_test_assert_same (smr_test_describe_session, loaded->sessions->pdata[0], session);
  g_assert_cmpuint (loaded->incidents->len, ==, 2);
  smr_test_assert_same (smr_test_describe_incident, loaded->incidents->pdata[0], record->incidents->pdata[0]);
  g_assert_cmpint (((SmrIncident *) loaded->incidents->pdata[0])->session, ==, ((SmrSession *) loaded->sessions->pdata[0])->id);
  g_assert_cmpint (((SmrIncident *) loaded->incidents->pdata[0])->added_at, !=, 0);

  /* What refers to each other goes as a whole. */
  g_assert_true (smr_store_erase_client (store, client, &error));
  g_assert_no_error (error);
}

static void
test_import_is_whole (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrRecord) record = smr_test_full_record ("Ana");
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);

  /* The very last thing that is written does not fit. */
  ((SmrSession *) g_ptr_array_index (record->sessions, 1))->pain_after = 11;
  g_assert_cmpint (smr_store_import_record (store, record, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (smr_store_count_clients (store, TRUE, &error), ==, 0);

  ((SmrSession *) g_ptr_array_index (record->sessions, 1))->pain_after = 10;
  g_assert_cmpint (smr_store_import_record (store, record, &error), !=, 0);
  g_assert_no_error (error);
}

static SmrClearance *
get_last_clearance (SmrRecord *record)
{
  return g_ptr_array_index (record->clearances, record->clearances->len - 1);
}

/* Once, for a clearance that is there; the record as it is read then says so. */
static void
test_withdrawing (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrRecord) record = smr_test_full_record ("Ana");
  g_autoptr (SmrWithdrawal) withdrawal = smr_withdrawal_new (SMR_WITHDRAWAL_MISTYPED, smr_test_date ("2026-03-02"));
  g_autoptr (SmrRecord) before = NULL;
  g_autoptr (SmrRecord) after = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 client = smr_store_import_record (store, record, &error);
  gint64 id;

  before = smr_store_load_record (store, client, &error);
  g_assert_no_error (error);
  id = get_last_clearance (before)->id;
  g_assert_null (get_last_clearance (before)->withdrawal);
  g_assert_cmpint (get_last_clearance (before)->added_at, >, 0);

  g_assert_false (smr_store_withdraw_clearance (store, id, withdrawal, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_set_str (&withdrawal->by, "Li Wei");
  g_assert_false (smr_store_withdraw_clearance (store, id + 1, withdrawal, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (smr_store_withdraw_clearance (store, id, withdrawal, &error));
  g_assert_no_error (error);
  g_assert_false (smr_store_withdraw_clearance (store, id, withdrawal, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  after = smr_store_load_record (store, client, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_last_clearance (after)->withdrawal->added_at, >, 0);
  smr_clearance_take_withdrawal (get_last_clearance (before), g_steal_pointer (&withdrawal));
  smr_test_assert_same (smr_test_describe_record, after, before);
}

static SmrAttachment *
make_attachment (const char *name, gsize size)
{
  g_autoptr (GBytes) data = g_bytes_new_take (g_strnfill (size, 'x'), size);

  return smr_attachment_new (name, SMR_ATTACHMENT_JPEG, data);
}

static void
test_attachments (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrRecord) record = smr_test_full_record ("Ana");
  g_autoptr (SmrAttachment) largest = make_attachment ("Überweisung.jpg", SMR_ATTACHMENT_MAX_BYTES);
  g_autoptr (SmrAttachment) too_large = make_attachment ("scan", SMR_ATTACHMENT_MAX_BYTES + 1);
  g_autoptr (SmrAttachment) empty = make_attachment ("scan", 0);
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GPtrArray) of_client = NULL;
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 client = smr_store_import_record (store, record, &error);
  gint64 other = smr_store_import_record (store, record, &error);
  g_autoptr (SmrRecord) loaded = smr_store_load_record (store, client, &error);
  gint64 clearance = get_last_clearance (loaded)->id;
  const SmrAttachment *first;

  g_assert_cmpint (smr_store_add_attachment (store, other, clearance, largest, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (smr_store_add_attachment (store, client, clearance, too_large, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (smr_store_add_attachment (store, client, clearance, empty, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (smr_store_add_attachment (store, client, clearance, largest, &error), !=, 0);
  g_assert_no_error (error);

  listed = smr_store_list_attachments (store, client, clearance, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  first = listed->pdata[0];
  g_assert_cmpstr (first->name, ==, "Überweisung.jpg");
  g_assert_cmpint (first->kind, ==, SMR_ATTACHMENT_JPEG);
  g_assert_cmpint (first->size, ==, SMR_ATTACHMENT_MAX_BYTES);
  g_assert_cmpint (first->clearance, ==, clearance);
  g_assert_null (first->data);
  data = smr_store_load_attachment (store, first->id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (data, largest->data));
  of_client = smr_store_list_attachments (store, client, 0, &error);
  g_assert_cmpuint (of_client->len, ==, 0);
  g_assert_null (smr_store_load_attachment (store, first->id + 1, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND);
}

/* All of it or nothing. */
static void
test_clearance_with_attachments (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) ana = smr_test_client ("Ana");
  g_autoptr (SmrClearance) clearance = smr_test_full_clearance ("2026-02-20");
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_attachment_free);
  g_autoptr (SmrRecord) before = NULL;
  g_autoptr (SmrRecord) after = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 client = smr_store_save_client (store, ana, &error);
  gint64 id;

  g_ptr_array_add (attachments, make_attachment ("front", 100));
  g_ptr_array_add (attachments, make_attachment ("back", 0));
  g_assert_cmpint (smr_store_add_clearance_with_attachments (store, client, clearance, attachments, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  before = smr_store_load_record (store, client, &error);
  g_assert_cmpuint (before->clearances->len, ==, 0);

  g_ptr_array_remove_index (attachments, 1);
  id = smr_store_add_clearance_with_attachments (store, client, clearance, attachments, &error);
  g_assert_no_error (error);
  after = smr_store_load_record (store, client, &error);
  g_assert_cmpuint (after->clearances->len, ==, 1);
  listed = smr_store_list_attachments (store, client, id, &error);
  g_assert_cmpuint (listed->len, ==, 1);
}

static void
test_import_of_several (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_record_free);
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);

  g_ptr_array_add (records, smr_test_full_record ("Ana"));
  g_ptr_array_add (records, smr_test_full_record (""));
  g_assert_false (smr_store_import_records (store, records, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (smr_store_count_clients (store, TRUE, &error), ==, 0);

  g_ptr_array_remove_index (records, 1);
  g_ptr_array_add (records, smr_test_full_record ("Ben"));
  g_assert_true (smr_store_import_records (store, records, &error));
  g_assert_cmpint (smr_store_count_clients (store, TRUE, &error), ==, 2);
  g_assert_no_error (error);
}

static void
test_added_one_by_one (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrRecord) record = smr_test_full_record ("Ana");
  g_autoptr (SmrRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 id = smr_store_save_client (store, record->client, &error);

  g_ptr_array_set_size (record->routines, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (smr_store_add_intake (store, id, g_ptr_array_index (record->intakes, i), &error), !=, 0);
      g_assert_cmpint (smr_store_add_clearance (store, id, g_ptr_array_index (record->clearances, i), &error), !=, 0);
      /* In the wrong order: they come back oldest first. */
      g_assert_cmpint (smr_store_add_reading (store, id, g_ptr_array_index (record->readings, 1 - i), &error), !=, 0);
      g_assert_cmpint (smr_store_add_check (store, id, g_ptr_array_index (record->checks, 1 - i), &error), !=, 0);
      g_assert_cmpint (smr_store_add_session (store, id, g_ptr_array_index (record->sessions, 1 - i), NULL, &error), !=, 0);
    }
  g_assert_true (smr_store_save_routine (store, id, g_ptr_array_index (record->routines, 0), NULL, NULL, &error));
  g_assert_no_error (error);

  loaded = smr_store_load_record (store, id, &error);
  g_assert_no_error (error);
  smr_test_assert_same (smr_test_describe_record, loaded, record);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (((SmrIntake *) g_ptr_array_index (loaded->intakes, i))->id, ==, i + 1);
}

/* A letter and what becomes of it are added bit by bit. */
static void
test_letters (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrRecord) record = smr_test_latest_record ("Ana");
  g_autoptr (SmrRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 other = smr_store_import_record (store, record, &error);
  gint64 id = smr_store_import_record (store, record, &error);
  g_autoptr (SmrRecord) others = smr_store_load_record (store, other, &error);
  g_autoptr (SmrLetter) letter = smr_test_letter ("2026-03-02", "surgery");
  g_autoptr (SmrLetterEvent) sent = smr_letter_event_new (SMR_LETTER_SENT, smr_test_date ("2026-03-03"));
  g_autoptr (SmrLetterEvent) received = smr_letter_event_new (SMR_LETTER_RECEIVED, smr_test_date ("2026-03-09"));
  gint64 letter_id = smr_store_add_letter (store, id, letter, &error);
  const SmrLetter *last;

  g_assert_no_error (error);
  g_assert_true (smr_store_add_letter_event (store, id, letter_id, sent, &error));
  received->clearance = ((SmrClearance *) g_ptr_array_index (others->clearances, 0))->id;
  g_assert_false (smr_store_add_letter_event (store, id, letter_id, received, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  received->clearance = 0;
  g_assert_true (smr_store_add_letter_event (store, id, letter_id, received, &error));
  g_assert_false (smr_store_add_letter_event (store, id, 999, sent, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  loaded = smr_store_load_record (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->letters->len, ==, 3);
  last = g_ptr_array_index (loaded->letters, 2);
  g_ptr_array_add (letter->events, g_steal_pointer (&sent));
  g_ptr_array_add (letter->events, g_steal_pointer (&received));
  smr_test_assert_same (smr_test_describe_letter, last, letter);
}

/* --- drafts of forms ----------------------------------------------------------------------------------------- */

static void
test_draft_intake (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) client = smr_test_client ("Ana");
  g_autoptr (SmrIntake) intake = smr_test_full_intake ("2026-01-15");
  g_autoptr (SmrIntake) first = NULL;
  g_autoptr (SmrIntake) second = NULL;
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  SmrAnswer *rest;
  gint64 id = smr_store_save_client (store, client, &error);

  g_assert_null (smr_store_load_draft_intake (store, id, &error));
  g_assert_no_error (error);

  intake->signed_on = SMR_DATE_NONE;
  g_assert_true (smr_store_save_draft_intake (store, id, intake, &error));
  rest = smr_answer_new ("surgery", SMR_REPLY_NO);
  rest->with_rest = TRUE;
  smr_intake_take_answer (intake, rest);
  g_assert_true (smr_store_save_draft_intake (store, id, intake, &error));
  store = smr_test_folder_open (folder);
  first = smr_store_load_draft_intake (store, id, &error);
  g_assert_no_error (error);
  smr_test_assert_same (smr_test_describe_intake, first, intake);
  g_assert_true (smr_intake_get_answer (first, "surgery")->with_rest);
  g_assert_false (smr_intake_get_answer (first, "blood_clot")->with_rest);

  /* Only what is signed belongs to the record, and signing puts an end to the draft. */
  record = smr_store_load_record (store, id, &error);
  g_assert_cmpuint (record->intakes->len, ==, 0);
  intake->signed_on = smr_test_date ("2026-01-16");
  g_assert_cmpint (smr_store_add_intake (store, id, intake, &error), !=, 0);
  g_assert_null (smr_store_load_draft_intake (store, id, &error));
  g_assert_no_error (error);

  g_assert_true (smr_store_save_draft_intake (store, id, intake, &error));
  g_assert_true (smr_store_discard_draft_intake (store, id, &error));
  second = smr_store_load_draft_intake (store, id, &error);
  g_assert_no_error (error);
  g_assert_null (second);
}

/* --- routines and handouts ----------------------------------------------------------------------------------- */

typedef struct
{
  SmrTestFolder *folder;
  SmrStore      *store;
  gint64         client;
  gint64         routine; /* version 1, a draft */
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrClient) client = smr_test_client ("Ana");
  g_autoptr (SmrRoutine) routine = smr_test_routine ("Hips");
  g_autoptr (GError) error = NULL;
  int version;

  fixture->folder = smr_test_folder_new ();
  fixture->store = smr_test_folder_open (fixture->folder);
  fixture->client = smr_store_save_client (fixture->store, client, &error);
  g_assert_true (smr_store_save_routine (fixture->store, fixture->client, routine, &fixture->routine, &version, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version, ==, 1);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  smr_test_folder_free (fixture->folder);
}

static gint64
issue (Fixture *fixture, int version, const char *date, const char *page, GError **error)
{
  g_autoptr (GBytes) pdf = g_bytes_new (page, strlen (page) + 1);
  SmrHandoutSummary handout = {
    .date = smr_test_date (date), .plan_code = "K7QM-2F9D", .layout = "list", .language = "de", .paper = "a4", .pages = 3
  };

  return smr_store_issue_routine (fixture->store, fixture->routine, version, &handout, pdf, error);
}

static char *
describe_versions (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = smr_store_list_versions (fixture->store, fixture->routine, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < versions->len; i++)
    {
      const SmrRoutine *routine = g_ptr_array_index (versions, i);

      g_string_append_printf (text, "%s%d %s %s", i > 0 ? ", " : "", routine->version, routine->title,
                              smr_routine_status_to_string (routine->status));
    }
  return g_string_free (text, FALSE);
}

static void
assert_versions (Fixture *fixture, const char *expected)
{
  g_autofree char *versions = describe_versions (fixture);

  g_assert_cmpstr (versions, ==, expected);
}

static void
save_title (Fixture *fixture, int version, const char *title, int expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRoutine) routine = smr_store_load_routine (fixture->store, fixture->routine, version, &error);
  g_autoptr (SmrRoutine) renamed = smr_routine_with_title (routine, title);
  gint64 id;
  int saved;

  g_assert_true (smr_store_save_routine (fixture->store, fixture->client, renamed, &id, &saved, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, fixture->routine);
  g_assert_cmpint (saved, ==, expected);
}

static void
test_routine_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRoutine) before = NULL;
  g_autoptr (SmrRoutine) after = NULL;

  save_title (fixture, 1, "Hips and back", 1);
  assert_versions (fixture, "1 Hips and back draft");

  g_assert_cmpint (issue (fixture, 1, "2026-03-02", "page one", &error), !=, 0);
  before = smr_store_load_routine (fixture->store, fixture->routine, 1, &error);
  g_assert_cmpuint (before->issued, ==, smr_test_date ("2026-03-02"));
  save_title (fixture, 1, "Back", 2);
  save_title (fixture, 2, "Lower back", 2);
  assert_versions (fixture, "2 Lower back draft, 1 Hips and back issued");

  /* The draft that came of version 1 is not overwritten by a second change of version 1. */
  save_title (fixture, 1, "Hips again", 3);
  assert_versions (fixture, "3 Hips again draft, 2 Lower back draft, 1 Hips and back issued");

  g_assert_cmpint (issue (fixture, 3, "2026-04-02", "page two", &error), !=, 0);
  assert_versions (fixture, "3 Hips again issued, 2 Lower back draft, 1 Hips and back superseded");
  g_assert_no_error (error);

  after = smr_store_load_routine (fixture->store, fixture->routine, 1, &error);
  g_assert_true (smr_routine_equal (before, after));
  g_assert_cmpuint (after->issued, ==, before->issued);
}

static void
test_routine_of_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrClient) other = smr_test_client ("Ben");
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRoutine) routine = smr_store_load_routine (fixture->store, fixture->routine, 1, &error);
  gint64 id = smr_store_save_client (fixture->store, other, &error);

  g_assert_false (smr_store_save_routine (fixture->store, id, routine, NULL, NULL, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND);
  assert_versions (fixture, "1 Hips draft");
}

static void
test_routine_archived (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) without = NULL;
  g_autoptr (SmrRecord) with = NULL;
  g_autoptr (GPtrArray) archived = NULL;

  g_assert_true (smr_store_archive_routine (fixture->store, fixture->routine, TRUE, &error));
  without = smr_store_load_record (fixture->store, fixture->client, &error);
  archived = smr_store_list_archived_routines (fixture->store, fixture->client, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (without->routines->len, ==, 0);
  g_assert_cmpuint (archived->len, ==, 1);

  g_assert_true (smr_store_archive_routine (fixture->store, fixture->routine, FALSE, &error));
  with = smr_store_load_record (fixture->store, fixture->client, &error);
  g_assert_cmpuint (with->routines->len, ==, 1);
}

static void
test_handouts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) handouts = NULL;
  g_autoptr (GBytes) page = NULL;
  const SmrHandoutSummary *newest;
  gint64 first = issue (fixture, 1, "2026-03-02", "page one", &error);
  gint64 again = issue (fixture, 1, "2026-03-09", "page one, larger", &error);

  g_assert_no_error (error);
  assert_versions (fixture, "1 Hips issued");
  save_title (fixture, 1, "Back", 2);
  g_assert_cmpint (issue (fixture, 2, "2026-04-02", "page two", &error), !=, 0);
  g_assert_cmpint (issue (fixture, 1, "2026-04-03", "page one", &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  handouts = smr_store_list_handouts (fixture->store, fixture->client, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (handouts->len, ==, 3);
  newest = g_ptr_array_index (handouts, 0);
  g_assert_cmpint (newest->routine, ==, fixture->routine);
  g_assert_cmpint (newest->version, ==, 2);
  g_assert_cmpuint (newest->date, ==, smr_test_date ("2026-04-02"));
  g_assert_cmpstr (newest->plan_code, ==, "K7QM-2F9D");
  g_assert_cmpstr (newest->layout, ==, "list");
  g_assert_cmpstr (newest->language, ==, "de");
  g_assert_cmpstr (newest->paper, ==, "a4");
  g_assert_cmpint (newest->pages, ==, 3);
  g_assert_cmpint (((SmrHandoutSummary *) g_ptr_array_index (handouts, 1))->id, ==, again);

  page = smr_store_load_handout (fixture->store, first, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (page, NULL), g_bytes_get_size (page), "page one", sizeof "page one");
}

/* --- connection ---------------------------------------------------------------------------------------------- */

static void
test_connection (void)
{
  static const struct
  {
    const char *question;
    const char *answer;
  } settings[] = {
    { "PRAGMA foreign_keys", "1" },
    { "PRAGMA journal_mode", "wal" },
    { "PRAGMA synchronous", "2" },
    { "PRAGMA secure_delete", "1" },
    { "PRAGMA busy_timeout", "3000" },
  };
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  SmrStore *store = smr_test_folder_open (folder);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *answer = smr_database_dup_text (smr_store_enter (store, "look"), settings[i].question, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (answer, ==, settings[i].answer);
    }
}

static gpointer
use_in_thread (gpointer store)
{
  smr_store_count_clients (store, TRUE, NULL);
  return NULL;
}

static gpointer
open_in_thread (gpointer path)
{
  g_autoptr (SmrStore) store = smr_store_open (path, NULL);

  return GINT_TO_POINTER (smr_store_count_clients (store, TRUE, NULL) == 0);
}

static void
test_other_thread (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();

  if (g_test_subprocess ())
    {
      g_thread_join (g_thread_new ("stranger", use_in_thread, smr_test_folder_open (folder)));
      return;
    }
  /* A store of one's own is fine in any thread. */
  g_assert_true (g_thread_join (g_thread_new ("owner", open_in_thread, folder->practice)));
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*self->thread == g_thread_self ()*");
}

/* --- signal -------------------------------------------------------------------------------------------------- */

static void
note_changed_cb (SmrStore *store, gint64 client, gpointer user_data)
{
  g_string_append_printf (user_data, "%" G_GINT64_FORMAT " ", client);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (SmrClient) nameless = smr_test_client ("");
  g_autofree SmrReading *reading = smr_test_reading ("2026-01-15", 120, 80);
  g_autoptr (SmrPractice) practice = smr_practice_new ();
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (note_changed_cb), seen);
  g_assert_cmpint (smr_store_add_reading (fixture->store, fixture->client, reading, &error), !=, 0);
  g_assert_true (smr_store_save_practice (fixture->store, practice, &error));
  g_assert_cmpint (smr_store_save_client (fixture->store, nameless, NULL), ==, 0);
  g_assert_true (smr_store_look_for_changes (fixture->store, &error));
  g_assert_cmpstr (seen->str, ==, "1 0 ");

  smr_test_sql (fixture->folder->practice, "UPDATE client SET phone = '1'");
  g_assert_true (smr_store_look_for_changes (fixture->store, &error));
  g_assert_true (smr_store_look_for_changes (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (seen->str, ==, "1 0 0 ");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/connection/is set up for safety", test_connection);
  g_test_add_func ("/store/connection/stays in its thread", test_other_thread);
  g_test_add_func ("/store/practice/comes back as it was saved", test_practice_round_trip);
  g_test_add_func ("/store/client/comes back as it was saved", test_client_round_trip);
  g_test_add_func ("/store/client/what is not there is not found", test_client_not_found);
  g_test_add_func ("/store/client/a name too short or long is refused", test_client_without_name);
  g_test_add_func ("/store/client/archiving hides and brings back", test_archived);
  g_test_add_func ("/store/record/comes back as it was imported", test_record_round_trip);
  g_test_add_func ("/store/record/a session is kept with what came up in it", test_session_with_incidents);
  g_test_add_func ("/store/records/sessions of a diary together or not at all", test_sessions_together);
  g_test_add_func ("/store/records/an assessment whole or not at all", test_assessments);
  g_test_add_func ("/store/record/an import is whole or nothing", test_import_is_whole);
  g_test_add_func ("/store/record/several are imported together or not at all", test_import_of_several);
  g_test_add_func ("/records/clearance/withdrawing", test_withdrawing);
  g_test_add_func ("/records/clearance/with-attachments", test_clearance_with_attachments);
  g_test_add_func ("/records/attachments", test_attachments);
  g_test_add_func ("/store/record/grows one by one, oldest first", test_added_one_by_one);
  g_test_add_func ("/store/record/letters and what becomes of them", test_letters);
  g_test_add_func ("/store/intake/a draft changes until it is signed", test_draft_intake);
  ADD ("/store/routine/an issued version is followed by another", test_routine_versions);
  ADD ("/store/routine/stays with its client", test_routine_of_another);
  ADD ("/store/routine/archiving hides and brings back", test_routine_archived);
  ADD ("/store/handout/keeps the exact page", test_handouts);
  ADD ("/store/changed/tells of commits, one's own and others'", test_changed);
  return g_test_run ();
}
