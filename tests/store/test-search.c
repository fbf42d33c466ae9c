#include <sqlite3.h>

#include "smr-fold.h"
#include "smr-test-folder.h"
#include "smr-test-records.h"

static const char * const names[] = {
  "Łukasz Żółty", "Ångström Åsa", "Seán O'Brien", "Anne-Marie Weiß", "Ana Maria de la Cruz", "Ana Beatriz", "Zoë Ångström",
  "Đorđe Smith", "Smith Anastasia", "李伟", "Ирина Ёлкина", "Robert \"Bob\" Smith", "Bob Roberts", "Nguyễn Thị Hồng",
};

typedef struct
{
  SmrTestFolder *folder;
  SmrStore      *store;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = smr_test_folder_new ();
  fixture->store = smr_test_folder_open (fixture->folder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SmrClient) client = smr_test_client (names[i]);

      g_assert_cmpint (smr_store_save_client (fixture->store, client, &error), !=, 0);
      g_assert_no_error (error);
    }
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  smr_test_folder_free (fixture->folder);
}

static char *
search (SmrStore *store, const char *text, guint limit, guint offset)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = smr_store_search_clients (store, text, FALSE, limit, offset, &error);
  GString *result = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (result, "%s%s", i > 0 ? ", " : "", ((SmrClientSummary *) g_ptr_array_index (found, i))->name);
  return g_string_free (result, FALSE);
}

static void
assert_found (SmrStore *store, const char *text, const char *expected)
{
  g_autofree char *found = search (store, text, 0, 0);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "lukasz", "Łukasz Żółty" },
    { "ŁUK", "Łukasz Żółty" },
    { "zolty luka", "Łukasz Żółty" },
    { "angstrom", "Ångström Åsa, Zoë Ångström" },
    { "ångstr", "Ångström Åsa, Zoë Ångström" },
    { "A\xcc\x8angstro\xcc\x88m zoe", "Zoë Ångström" }, /* letters and accents apart */
    { "o'brien", "Seán O'Brien" },
    { "O’Brien", "Seán O'Brien" },
    { "obri", "Seán O'Brien" },
    { "weiss", "Anne-Marie Weiß" },
    { "marie", "Anne-Marie Weiß" },
    { "anne-marie", "Anne-Marie Weiß" },
    { "anna", "" },
    { "ana", "Ana Beatriz, Ana Maria de la Cruz, Smith Anastasia" },
    { "cruz ana", "Ana Maria de la Cruz" },
    { "an an", "Ana Beatriz, Ana Maria de la Cruz, Ångström Åsa, Anne-Marie Weiß, Smith Anastasia, Zoë Ångström" },
    { "smith", "Đorđe Smith, Robert \"Bob\" Smith, Smith Anastasia" },
    { "smi dj", "" },
    { "smi dor", "Đorđe Smith" },
    { "bob", "Bob Roberts, Robert \"Bob\" Smith" },
    { "rob bob", "Bob Roberts, Robert \"Bob\" Smith" },
    { "李", "李伟" },
    { "елк", "Ирина Ёлкина" },
    { "nguyen hong", "Nguyễn Thị Hồng" },
    { "z", "Łukasz Żółty, Zoë Ångström" },
    { "mith", "" },
    { "  Ana\t beat ", "Ana Beatriz" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      assert_found (fixture->store, cases[i].text, cases[i].expected);
    }
}

/* What means something to SQL or to a search language means nothing here. */
static void
test_syntax (Fixture *fixture, gconstpointer data)
{
  const char * const harmless[] = { "\"bob\"", "bob*", "^bob", "(bob)", "name:bob", "bob%", "'bob'", "bob;--", "-bob", "bob AND", "NEAR(bob" };

  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      g_autofree char *found = search (fixture->store, harmless[i], 0, 0);

      if (strstr (harmless[i], "AND") != NULL || strstr (harmless[i], "NEAR") != NULL || strstr (harmless[i], "name") != NULL)
        g_assert_cmpstr (found, ==, "");
      else
        g_assert_cmpstr (found, ==, "Bob Roberts, Robert \"Bob\" Smith");
    }
  /* Nothing to look for: everybody. */
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *everybody = search (fixture->store, (const char * const[]){ NULL, "", "  ", "\"*%" }[i], 0, 0);

      g_assert_true (g_str_has_prefix (everybody, "Ana Beatriz, Ana Maria de la Cruz, Ångström Åsa, Anne-Marie"));
    }
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = search (fixture->store, "a", 2, 0);
  g_autofree char *second = search (fixture->store, "a", 2, 2);
  g_autofree char *last = search (fixture->store, "a", 10, 5);
  g_autofree char *listed = search (fixture->store, NULL, 1, 1);

  g_assert_cmpstr (first, ==, "Ana Beatriz, Ana Maria de la Cruz");
  g_assert_cmpstr (second, ==, "Ångström Åsa, Anne-Marie Weiß");
  g_assert_cmpstr (last, ==, "Zoë Ångström");
  g_assert_cmpstr (listed, ==, "Ana Maria de la Cruz");
}

static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = smr_store_find_client (fixture->store, "lukasz zolty", &error);
  g_autoptr (SmrClient) client = smr_test_client ("Wiktor Nowak");
  g_autofree char *rows = NULL;

  g_assert_no_error (error);
  client->id = id;
  g_assert_cmpint (smr_store_save_client (fixture->store, client, &error), ==, id);
  assert_found (fixture->store, "lukasz", "");
  assert_found (fixture->store, "zol", "");
  assert_found (fixture->store, "now wik", "Wiktor Nowak");

  g_assert_true (smr_store_erase_client (fixture->store, id, &error));
  assert_found (fixture->store, "now wik", "");
  rows = smr_test_sql_value (fixture->folder->practice, "SELECT count (*) FROM client_search WHERE client NOT IN (SELECT id FROM client)");
  g_assert_cmpstr (rows, ==, "0");
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmrClient) twin = smr_test_client ("Asa Angstrom");
  g_autoptr (SmrClient) same = smr_test_client ("ANA Béatriz");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (smr_store_find_client (fixture->store, "1", &error), ==, 1);
  g_assert_cmpint (smr_store_find_client (fixture->store, "ana beatriz", &error), ==, 6);
  g_assert_no_error (error);
  /* A part of a name could be another client's by accident. */
  g_assert_cmpint (smr_store_find_client (fixture->store, "lukasz", &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  smr_store_save_client (fixture->store, twin, &error);
  smr_store_save_client (fixture->store, same, &error);
  g_assert_cmpint (smr_store_find_client (fixture->store, "Ana Beatriz", &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
}

/* The first screen is read from the top: no step sorts. */
static void
test_plans (Fixture *fixture, gconstpointer data)
{
  const char * const queries[] = {
    "EXPLAIN QUERY PLAN SELECT folded, client FROM client_search WHERE beginning = ? ORDER BY folded, client",
    "EXPLAIN QUERY PLAN SELECT id, name, born, archived FROM client WHERE archived <= ? ORDER BY folded, id LIMIT ? OFFSET ?",
  };
  const char * const plans[] = {
    "SEARCH client_search USING PRIMARY KEY (beginning=?)",
    "SCAN client USING INDEX client_by_name",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3 *database;
      sqlite3_stmt *stmt;

      g_assert_cmpint (sqlite3_open (fixture->folder->practice, &database), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_prepare_v2 (database, queries[i], -1, &stmt, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (stmt, 3), ==, plans[i]);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
      sqlite3_finalize (stmt);
      sqlite3_close (database);
    }
}

/* Whatever is typed, the index finds what a look at every name finds. */
static void
test_like_every_name (Fixture *fixture, gconstpointer data)
{
  const char letters[] = "abeimnorst ";

  for (guint round = 0; round < 500; round++)
    {
      char text[8] = "";
      guint length = g_test_rand_int_range (1, sizeof text);
      g_auto (GStrv) words = NULL;
      g_autofree char *found = NULL;
      guint expected = 0, commas = 0;

      for (guint i = 0; i < length; i++)
        text[i] = letters[g_test_rand_int_range (0, strlen (letters))];
      words = smr_fold_words (text);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *folded = smr_fold (names[i]);

          expected += smr_fold_matches (folded, (const char * const *) words);
        }
      found = search (fixture->store, text, 0, 0);
      for (const char *p = found; *p != '\0'; p++)
        commas += *p == ',';
      g_test_message ("“%s”: %s", text, found);
      g_assert_cmpuint (*found != '\0' ? commas + 1 : 0, ==, expected);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/search/accents, case and order do not matter", test_words);
  ADD ("/store/search/signs are not a language", test_syntax);
  ADD ("/store/search/comes page by page", test_pages);
  ADD ("/store/search/follows a new name", test_renamed);
  ADD ("/store/search/finds like a look at every name", test_like_every_name);
  ADD ("/store/search/sorts nothing", test_plans);
  ADD ("/store/find/a client is named in full", test_find);
  return g_test_run ();
}
