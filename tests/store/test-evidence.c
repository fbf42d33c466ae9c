#include <sqlite3.h>

#include "smr-test-folder.h"
#include "smr-test-records.h"

/* What was signed, measured or handed out stays as it is, until the client is erased. */

#define SECRET "Xenia Quintessa"

static gint64
fill (SmrStore *store, const char *name)
{
  g_autoptr (SmrRecord) record = smr_test_newest_record (name);
  g_autoptr (SmrIntake) draft = smr_test_full_intake ("2026-03-02");
  g_autoptr (GBytes) pdf = g_bytes_new (name, strlen (name));
  g_autoptr (SmrAttachment) photo = smr_attachment_new ("photo.jpg", SMR_ATTACHMENT_JPEG, pdf);
  g_autoptr (SmrRoutine) routine = smr_test_routine (name);
  SmrHandoutSummary handout = { .date = smr_test_date ("2026-03-02"), .plan_code = "K7QM-2F9D", .layout = "list", .language = "", .paper = "a4" };
  g_autoptr (GError) error = NULL;
  gint64 client, id;
  int version;

  g_set_str (&((SmrSession *) g_ptr_array_index (record->sessions, 0))->note, name);
  g_set_str (&record->client->notes, name);
  client = smr_store_import_record (store, record, &error);
  g_assert_no_error (error);
  g_assert_cmpint (smr_store_add_attachment (store, client, 0, photo, &error), !=, 0);
  g_assert_no_error (error);
  g_set_str (&draft->guardian, name);
  g_assert_true (smr_store_save_draft_intake (store, client, draft, &error));
  g_assert_true (smr_store_save_routine (store, client, routine, &id, &version, &error));
  g_assert_cmpint (smr_store_issue_routine (store, id, version, &handout, pdf, &error), !=, 0);
  g_assert_no_error (error);
  return client;
}

static void
test_append_only (void)
{
  /* The second: only drafts may be touched. */
  static const struct
  {
    const char *table;
    const char *column;
    const char *where;
  } guarded[] = {
    { "intake", "signed_by", "signed_on IS NOT NULL" },
    { "answer", "reply", "intake IN (SELECT id FROM intake WHERE signed_on IS NOT NULL)" },
    { "answer_detail", "value", "intake IN (SELECT id FROM intake WHERE signed_on IS NOT NULL)" },
    { "consent", "text", "1" },
    { "clearance", "physician", "1" },
    { "clearance", "sealed", "1" },
    { "clearance_detail", "value", "1" },
    { "clearance_withdrawal", "reason", "1" },
    { "attachment", "name", "1" },
    { "attachment", "data", "1" },
    { "reading", "systolic", "1" },
    { "session_check", "date", "1" },
    { "session_check_answer", "reply", "1" },
    { "session", "note", "1" },
    { "session_check_fact", "fact", "1" },
    { "session_item", "done", "1" },
    { "incident", "sign", "1" },
    { "incident", "sealed", "1" },
    { "incident_place", "site", "1" },
    { "routine", "client", "1" },
    { "routine_version", "title", "status = 'issued'" },
    { "pick", "muscle", "version = 3" },
    { "item", "exercise", "version = 3" },
    { "served", "muscle", "version = 3" },
    { "letter", "physician", "1" },
    { "letter", "sealed", "1" },
    { "letter_condition", "condition", "1" },
    { "letter_event", "kind", "1" },
    { "assessment", "note", "1" },
    { "assessment", "sealed", "1" },
    { "assessment_part", "part", "1" },
    { "assessment_seen", "side", "1" },
    { "assessment_range", "degrees", "1" },
    { "handout", "pdf", "1" },
    { "handout", "plan_code", "1" },
  };
  static const char * const inserts[] = {
    "INSERT INTO answer (intake, condition, reply, text, healed_and_sealed) SELECT id, 'stroke', 'no', '', 'unanswered' FROM intake WHERE signed_on IS NOT NULL",
    "INSERT INTO answer_detail SELECT intake, condition, 'fact', 99, 'healed', NULL FROM answer "
    "WHERE intake IN (SELECT id FROM intake WHERE signed_on IS NOT NULL)",
    "INSERT INTO clearance_detail SELECT id, 'condition', 99, 'stroke', NULL FROM clearance",
    "INSERT INTO session_item SELECT id, 99, 'chin_tuck', 'each', 'done', '' FROM session",
    "INSERT INTO session_check_fact SELECT id, 'fever', 'over' FROM session_check",
    "INSERT INTO incident_place SELECT id, 99, 'knee', NULL FROM incident",
    "INSERT INTO session_check_answer SELECT id, 'fever', 'no' FROM session_check",
    "INSERT INTO letter_condition SELECT id, 99, 'stroke' FROM letter",
    "INSERT INTO assessment_part SELECT id, 99, 'push_and_pull' FROM assessment",
    "INSERT INTO assessment_seen SELECT id, 99, 'ohs_heels_rise', 'left' FROM assessment",
    "INSERT INTO assessment_range SELECT id, 99, 'hip_flexion', 'left', 90 FROM assessment",
    "INSERT INTO pick SELECT routine, version, 'overactive', 99, 'lats', 'left' FROM routine_version WHERE status = 'issued'",
    "INSERT INTO served SELECT routine, version, position, 99, 'lats', NULL, 'left', NULL FROM item WHERE version = 3",
    "UPDATE routine_version SET status = 'draft' WHERE status = 'issued'",
    "UPDATE routine_version SET status = 'superseded', title = 'x' WHERE status = 'issued'",
    "UPDATE intake SET signed_on = NULL WHERE signed_on IS NOT NULL",
  };
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SmrRecord) first = NULL;
  g_autoptr (SmrRecord) second = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 client = fill (store, SECRET);
  sqlite3 *database;

  first = smr_store_load_record (store, client, &error);
  g_assert_cmpint (sqlite3_open (folder->practice, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA foreign_keys = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_extended_result_codes (database, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    {
      g_autofree char *update = g_strdup_printf ("UPDATE %s SET %s = %s WHERE %s", guarded[i].table, guarded[i].column, guarded[i].column, guarded[i].where);
      g_autofree char *delete = g_strdup_printf ("DELETE FROM %s WHERE %s", guarded[i].table, guarded[i].where);

      g_test_message ("%s", update);
      g_assert_cmpint (sqlite3_exec (database, update, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT_TRIGGER);
      g_test_message ("%s", delete);
      g_assert_cmpint (sqlite3_exec (database, delete, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT_TRIGGER);
    }
  for (guint i = 0; i < G_N_ELEMENTS (inserts); i++)
    {
      g_test_message ("%s", inserts[i]);
      g_assert_cmpint (sqlite3_exec (database, inserts[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT_TRIGGER);
    }
  sqlite3_close (database);

  second = smr_store_load_record (store, client, &error);
  g_assert_no_error (error);
  smr_test_assert_same (smr_test_describe_record, first, second);
}

/* What may be changed still can: the guards are not simply shut. */
static void
test_drafts_are_free (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  SmrStore *store = smr_test_folder_open (folder);

  fill (store, SECRET);
  smr_test_sql (folder->practice, "UPDATE intake SET guardian = 'x' WHERE signed_on IS NULL");
  smr_test_sql (folder->practice, "DELETE FROM answer WHERE intake IN (SELECT id FROM intake WHERE signed_on IS NULL)");
  smr_test_sql (folder->practice, "DELETE FROM item WHERE routine = 1 AND version = 1");
  smr_test_sql (folder->practice, "UPDATE routine_version SET status = 'superseded' WHERE status = 'issued'");
  smr_test_sql (folder->practice, "UPDATE routine SET archived = 1");
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

static gboolean
is_in_some_file (SmrTestFolder *folder, const char *text)
{
  g_autofree char *list = smr_test_folder_list (folder->path);
  g_auto (GStrv) names = g_strsplit (list, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = smr_test_folder_build (folder, names[i]);
      g_autoptr (GBytes) bytes = smr_test_read_file (path);

      if (contains (bytes, text))
        return TRUE;
    }
  return FALSE;
}

static void
test_erase (void)
{
  static const char * const tables[] = {
    "client_kit", "client_search", "intake", "answer", "answer_detail", "clearance", "clearance_detail", "reading", "session_check",
    "session_check_answer", "session", "letter", "letter_condition", "letter_event",
    "assessment", "assessment_part", "assessment_seen", "assessment_range", "routine", "routine_version", "pick", "item", "served", "handout", "client",
  };
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrRecord) before = NULL;
  g_autoptr (SmrRecord) after = NULL;
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 victim = 0, other;

  /* Among many, so that pages are split and merged around what goes. */
  other = fill (store, "Ben Other");
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Client %u", g_test_rand_int () % 1000);
      gint64 id = fill (store, i == 30 ? SECRET : name);

      if (i == 30)
        victim = id;
    }
  before = smr_store_load_record (store, other, &error);
  g_assert_true (is_in_some_file (folder, SECRET));

  g_assert_true (smr_store_erase_client (store, victim, &error));
  g_assert_no_error (error);
  g_assert_false (is_in_some_file (folder, SECRET));
  g_assert_false (is_in_some_file (folder, "xenia quintessa"));
  g_assert_null (smr_store_load_record (store, victim, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  after = smr_store_load_record (store, other, &error);
  smr_test_assert_same (smr_test_describe_record, before, after);
  g_assert_true (smr_store_check_integrity (store, &error));
  g_assert_no_error (error);

  /* And with the others gone too there is nothing left at all. */
  for (gint64 id = 1; id <= 61; id++)
    g_assert_true (id == victim || smr_store_erase_client (store, id, &error));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", tables[i]);
      g_autofree char *count = smr_test_sql_value (folder->practice, sql);

      g_test_message ("%s", tables[i]);
      g_assert_cmpstr (count, ==, "0");
    }
}

/* Ids of erased clients do not come back as somebody else's. */
static void
test_ids_stay_used (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrClient) client = smr_test_client ("Ana");
  g_autoptr (GError) error = NULL;
  SmrStore *store = smr_test_folder_open (folder);
  gint64 first = smr_store_save_client (store, client, &error);

  g_assert_true (smr_store_erase_client (store, first, &error));
  g_assert_cmpint (smr_store_save_client (store, client, &error), >, first);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/evidence/is never altered nor removed", test_append_only);
  g_test_add_func ("/store/evidence/drafts can be changed", test_drafts_are_free);
  g_test_add_func ("/store/erase/leaves nothing in the file", test_erase);
  g_test_add_func ("/store/erase/an id is not given twice", test_ids_stay_used);
  return g_test_run ();
}
