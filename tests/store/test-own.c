/* Own exercises and favourites are kept; no version is altered. */

#include <sqlite3.h>

#include "smr-test-folder.h"
#include "smr-test-own.h"
#include "smr-test-records.h"

static void
add (SmrStore *store, SmrOwnExercise *own)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (smr_store_add_own_exercise (store, own, &error));
  g_assert_no_error (error);
}

static GPtrArray *
list (SmrStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *own = smr_store_list_own_exercises (store, &error);

  g_assert_no_error (error);
  return own;
}

static void
test_round_trip (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrOwnExercise) first = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autoptr (SmrOwnExercise) second = smr_test_own_exercise ("own_b", "own_a", 2);
  g_autoptr (GPtrArray) kept = NULL;

  second->exercise->easier = g_intern_string ("str_calf_wall");
  second->photo = g_bytes_new ("picture", 7);
  g_array_append_val (second->exercise->bearings, ((SmrBearing) { SMR_LIMB_ARM, TRUE, TRUE }));
  add (smr_test_folder_open (folder), first);
  add (folder->store, second);
  smr_test_folder_close (folder);

  kept = list (smr_test_folder_open (folder));
  g_assert_cmpuint (kept->len, ==, 2);
  smr_test_assert_same (smr_test_describe_own, first, g_ptr_array_index (kept, 0));
  smr_test_assert_same (smr_test_describe_own, second, g_ptr_array_index (kept, 1));
  g_assert_true (smr_own_exercise_equal (second, g_ptr_array_index (kept, 1)));
  g_assert_false (smr_own_exercise_equal (first, second));
}

static void
test_never_altered (void)
{
  static const char * const attempts[] = {
    "UPDATE own_exercise SET name = 'x'",
    "DELETE FROM own_exercise",
    "UPDATE own_exercise_line SET value = 'x'",
    "DELETE FROM own_exercise_line",
    "INSERT INTO own_exercise_line (exercise, kind, position, value) VALUES ('own_a', 'step', 9, 'x')",
  };
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrOwnExercise) own = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  add (smr_test_folder_open (folder), own);
  g_assert_false (smr_store_add_own_exercise (folder->store, own, &error));
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (sqlite3_open (folder->practice, &database), ==, SQLITE_OK);
  sqlite3_extended_result_codes (database, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_test_message ("%s", attempts[i]);
      g_assert_cmpint (sqlite3_exec (database, attempts[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT_TRIGGER);
    }
  sqlite3_close (database);
}

static void
test_retired (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrOwnExercise) own = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autoptr (GPtrArray) retired = NULL, offered = NULL;

  add (smr_test_folder_open (folder), own);
  g_assert_true (smr_store_set_own_retired (folder->store, "own_a", TRUE, NULL));
  retired = list (folder->store);
  g_assert_true (((SmrOwnExercise *) g_ptr_array_index (retired, 0))->retired);
  g_assert_true (smr_store_set_own_retired (folder->store, "own_a", FALSE, NULL));
  offered = list (folder->store);
  g_assert_false (((SmrOwnExercise *) g_ptr_array_index (offered, 0))->retired);
}

static void
test_favourites (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (GHashTable) favourites = NULL, none = NULL;

  g_assert_true (smr_store_set_favourite (smr_test_folder_open (folder), "smr_calf_roller", TRUE, NULL));
  g_assert_true (smr_store_set_favourite (folder->store, "smr_calf_roller", TRUE, NULL));
  smr_test_folder_close (folder);
  favourites = smr_store_list_favourites (smr_test_folder_open (folder), NULL);
  g_assert_cmpuint (g_hash_table_size (favourites), ==, 1);
  g_assert_true (g_hash_table_contains (favourites, "smr_calf_roller"));
  g_assert_true (smr_store_set_favourite (folder->store, "smr_calf_roller", FALSE, NULL));
  none = smr_store_list_favourites (folder->store, NULL);
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
}

static SmrRecord *
record_with (SmrOwnExercise *own)
{
  SmrRecord *record = smr_test_full_record ("Ana");
  SmrRoutine *routine = smr_test_routine ("Own");
  SmrItem *item = g_ptr_array_index (routine->items, 0);

  item->exercise = own->exercise->id;
  g_ptr_array_insert (record->routines, 0, routine);
  g_ptr_array_add (record->own_exercises, smr_own_exercise_ref (own));
  return record;
}

/* A client brings along the exercises that the routines name. */
static void
test_import (void)
{
  g_autoptr (SmrTestFolder) folder = smr_test_folder_new ();
  g_autoptr (SmrOwnExercise) own = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autoptr (SmrOwnExercise) other = smr_test_own_exercise ("own_a", "own_a", 1);
  g_autoptr (SmrRecord) record = record_with (own), contradicting = NULL, kept = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  gint64 client = smr_store_import_record (smr_test_folder_open (folder), record, &error);

  g_assert_no_error (error);
  kept = smr_store_load_record (folder->store, client, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->own_exercises->len, ==, 1);
  smr_test_assert_same (smr_test_describe_own, own, g_ptr_array_index (kept->own_exercises, 0));

  /* Once more is no conflict, something else under the same id is. */
  g_assert_cmpint (smr_store_import_record (folder->store, record, &error), !=, 0);
  g_assert_no_error (error);
  smr_test_own_set_avoid (other, NULL, NULL);
  contradicting = record_with (other);
  g_assert_cmpint (smr_store_import_record (folder->store, contradicting, &error), ==, 0);
  g_assert_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CONSTRAINT);
  all = list (folder->store);
  g_assert_cmpuint (all->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own/every member is kept", test_round_trip);
  g_test_add_func ("/own/no version is altered", test_never_altered);
  g_test_add_func ("/own/what is retired can come back", test_retired);
  g_test_add_func ("/own/favourites are kept", test_favourites);
  g_test_add_func ("/own/clients bring their exercises along", test_import);
  return g_test_run ();
}
