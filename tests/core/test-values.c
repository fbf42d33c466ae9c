#include <string.h>

#include "smr-fold.h"
#include "smr-record.h"
#include "smr-routine.h"
#include "smr-text.h"

static void
test_text_languages (void)
{
  g_autoptr (SmrText) text = smr_text_new ("Calf");

  smr_text_add_translation (text, "de", "Wade");
  smr_text_add_translation (text, "pt-BR", "Panturrilha");

  g_assert_cmpstr (smr_text_get (text, NULL), ==, "Calf");
  g_assert_cmpstr (smr_text_get (text, "de_AT.UTF-8"), ==, "Wade");
  g_assert_cmpstr (smr_text_get (text, "pt_BR"), ==, "Panturrilha");
  g_assert_cmpstr (smr_text_get (text, "pt"), ==, "Calf");
  g_assert_cmpstr (smr_text_get (text, "fr"), ==, "Calf");
  g_assert_true (smr_text_has_language (text, "de-CH"));
  g_assert_false (smr_text_has_language (text, "es"));
}

static void
test_message (void)
{
  g_autoptr (SmrText) sentence = smr_text_new ("{side} {muscle}: {why} in {minutes} min, {unset}");
  g_autoptr (SmrText) calf = smr_text_new ("calf");
  g_autoptr (SmrText) reason = smr_text_new ("too {what}");
  g_autoptr (SmrMessage) message = smr_message_new (sentence);
  g_autoptr (SmrMessage) copy = NULL;
  g_autofree char *english = NULL;
  g_autofree char *german = NULL;

  smr_text_add_translation (calf, "de", "Wade");
  smr_message_set_string (message, "side", "Left");
  smr_message_set_text (message, "muscle", calf);
  smr_message_set_int (message, "minutes", 5);
  smr_message_add_message (message, "why", smr_message_set_string (smr_message_new (reason), "what", "{deep}"));
  smr_message_add_message (message, "why", smr_message_set_string (smr_message_new (reason), "what", "sore"));
  copy = smr_message_copy (message);

  /* What is filled in is not searched for places again. */
  english = smr_message_format (message, NULL);
  german = smr_message_format (copy, "de");
  g_assert_cmpstr (english, ==, "Left calf: too {deep}, too sore in 5 min, {unset}");
  g_assert_cmpstr (german, ==, "Left Wade: too {deep}, too sore in 5 min, {unset}");
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Łukasz Żółć", "lukasz zolc" },
    { "ÅNGSTRÖM", "angstrom" },
    { "O'Brien", "obrien" },
    { "Anne-Marie  Straße ", "anne marie strasse" },
    { "Ørsted Æsir", "orsted aesir" },
    { "Алёна", "алена" },
    { "  ", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = smr_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static gboolean
matches (const char *name, const char *query)
{
  g_autofree char *folded = smr_fold (name);
  g_auto (GStrv) words = smr_fold_words (query);

  return smr_fold_matches (folded, (const char * const *) words);
}

static void
test_fold_matches (void)
{
  g_assert_true (matches ("José Núñez", "nun jo"));
  g_assert_true (matches ("José Núñez", ""));
  g_assert_false (matches ("José Núñez", "ose"));
  g_assert_false (matches ("José Núñez", "jose x"));
}

static SmrItem *
make_item (SmrPhase phase, const char *exercise)
{
  SmrItem *item = smr_item_new (phase, exercise);

  smr_item_add_served (item, "soleus", NULL, SMR_SIDE_BOTH, NULL);
  item->dose.hold_seconds = 30;
  return item;
}

static const char *
exercise_at (const SmrRoutine *routine, guint index)
{
  return ((SmrItem *) g_ptr_array_index (routine->items, index))->exercise;
}

static void
test_routine_edits (void)
{
  g_autoptr (SmrRoutine) routine = smr_routine_new ("Calves");
  g_autoptr (SmrRoutine) moved = NULL;
  g_autoptr (SmrRoutine) kept = NULL;
  g_autoptr (SmrRoutine) dosed = NULL;
  g_autoptr (SmrRoutine) removed = NULL;
  SmrDose dose = { .sets = 1, .reps = 2, .hold_seconds = 20 };

  g_ptr_array_add (routine->items, make_item (SMR_PHASE_INHIBIT, "a"));
  g_ptr_array_add (routine->items, make_item (SMR_PHASE_INHIBIT, "b"));
  g_ptr_array_add (routine->items, make_item (SMR_PHASE_LENGTHEN, "c"));

  moved = smr_routine_with_item_moved (routine, 0, 1);
  g_assert_cmpstr (exercise_at (moved, 0), ==, "b");
  g_assert_cmpstr (exercise_at (moved, 1), ==, "a");
  g_assert_cmpstr (exercise_at (routine, 0), ==, "a");
  g_assert_false (smr_routine_equal (routine, moved));

  /* Nothing moves over the edge of its phase. */
  kept = smr_routine_with_item_moved (routine, 0, 2);
  g_assert_true (smr_routine_equal (routine, kept));

  dosed = smr_routine_with_dose (routine, 2, &dose);
  g_assert_cmpint (((SmrItem *) g_ptr_array_index (dosed->items, 2))->dose.hold_seconds, ==, 20);
  g_assert_cmpint (((SmrItem *) g_ptr_array_index (routine->items, 2))->dose.hold_seconds, ==, 30);

  removed = smr_routine_with_item_removed (routine, 1);
  g_assert_cmpuint (removed->items->len, ==, 2);
  g_assert_cmpuint (routine->items->len, ==, 3);
}

static void
test_client_validation (void)
{
  SmrDate today = smr_date_from_ymd (2026, 3, 2);
  g_autofree char *long_name = g_strnfill (1024 * 1024, 'a');
  const struct
  {
    const char *name;
    SmrDate     born;
    const char *problem;        /* how the message begins; NULL: valid */
  } cases[] = {
    { "Ana", smr_date_from_ymd (1990, 1, 1), NULL },
    { "Ana", SMR_DATE_NONE, NULL },
    { "Ana", today, NULL },
    { "Ana", today + 1, "client.born: " },
    { "Ana", smr_date_from_ymd (1904, 1, 1), "client.born: " },
    { "", SMR_DATE_NONE, "client.name: " },
    { " \xc2\xa0 ", SMR_DATE_NONE, "client.name: " },
    { "A\nB", SMR_DATE_NONE, "client.name: " },
    { "A\x1b[0m", SMR_DATE_NONE, "client.name: " },
    { "A\xff", SMR_DATE_NONE, "client.name: " },
    { long_name, SMR_DATE_NONE, "client.name: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrClient) client = smr_client_new (cases[i].name);
      g_autoptr (GError) error = NULL;
      gboolean valid;

      client->born = cases[i].born;
      valid = smr_client_validate (client, today, &error);
      g_assert_cmpint (valid, ==, cases[i].problem == NULL);
      if (cases[i].problem != NULL)
        {
          g_assert_error (error, SMR_RECORD_ERROR, SMR_RECORD_ERROR_INVALID);
          g_assert_true (g_str_has_prefix (error->message, cases[i].problem));
        }
    }
}

static void
test_reading_validation (void)
{
  static const struct
  {
    int      systolic, diastolic;
    gboolean valid;
  } cases[] = {
    { 120, 80, TRUE },
    { 80, 140, FALSE },
    { 1400, 90, FALSE },
    { 120, 120, FALSE },
    { 220, 130, TRUE },
    { 0, 0, FALSE },
  };
  SmrDate today = smr_date_from_ymd (2026, 3, 2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
      SmrReading *reading = g_new0 (SmrReading, 1);

      reading->date = today;
      reading->systolic = cases[i].systolic;
      reading->diastolic = cases[i].diastolic;
      g_ptr_array_add (record->readings, reading);
      g_assert_cmpint (smr_record_validate (record, today, NULL), ==, cases[i].valid);
    }
}

static void
test_record_copy_is_deep (void)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new ("Ana"));
  g_autoptr (SmrRecord) copy = NULL;
  SmrIntake *intake = smr_intake_new ();
  SmrAnswer *answer = smr_answer_new ("surgery", SMR_REPLY_YES);
  SmrAnswer *copied;

  smr_answer_add_place (answer, "knee", SMR_SIDE_LEFT);
  smr_answer_set_fact (answer, "hospital_stay", TRUE);
  smr_intake_take_answer (intake, answer);
  g_ptr_array_add (record->intakes, intake);
  copy = smr_record_copy (record);

  copied = (SmrAnswer *) smr_intake_get_answer (g_ptr_array_index (copy->intakes, 0), "surgery");
  g_assert_true (smr_answer_equal (answer, copied));
  smr_answer_set_fact (copied, "hospital_stay", FALSE);
  g_assert_true (smr_answer_has_fact (answer, "hospital_stay"));
  g_assert_false (smr_answer_equal (answer, copied));
}

static void
test_letter_waits (void)
{
  g_autoptr (SmrLetter) letter = smr_letter_new (smr_date_from_ymd (2026, 3, 1));
  SmrDate sent = smr_date_from_ymd (2026, 3, 2);

  g_assert_cmpuint (smr_letter_get_waiting_since (letter), ==, SMR_DATE_NONE);
  g_assert_false (smr_letter_is_overdue (letter, smr_date_add_days (sent, 100)));

  g_ptr_array_add (letter->events, smr_letter_event_new (SMR_LETTER_SENT, sent));
  g_assert_cmpuint (smr_letter_get_waiting_since (letter), ==, sent);
  g_assert_false (smr_letter_is_overdue (letter, smr_date_add_days (sent, 14)));
  g_assert_true (smr_letter_is_overdue (letter, smr_date_add_days (sent, 15)));

  /* Asked again, it waits from then on. */
  g_ptr_array_add (letter->events, smr_letter_event_new (SMR_LETTER_SENT, smr_date_add_days (sent, 15)));
  g_assert_false (smr_letter_is_overdue (letter, smr_date_add_days (sent, 15)));

  g_ptr_array_add (letter->events, smr_letter_event_new (SMR_LETTER_REFUSED, smr_date_add_days (sent, 20)));
  g_assert_cmpuint (smr_letter_get_waiting_since (letter), ==, SMR_DATE_NONE);
  g_assert_false (smr_letter_is_overdue (letter, smr_date_add_days (sent, 100)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/falls-back-to-the-base-language-then-english", test_text_languages);
  g_test_add_func ("/message/fills-places-once", test_message);
  g_test_add_func ("/fold/case-accents-and-separators", test_fold);
  g_test_add_func ("/fold/every-word-begins-a-word", test_fold_matches);
  g_test_add_func ("/routine/edits-leave-the-original", test_routine_edits);
  g_test_add_func ("/client/refuses-what-cannot-be", test_client_validation);
  g_test_add_func ("/reading/refuses-what-no-person-has", test_reading_validation);
  g_test_add_func ("/record/copy-is-deep", test_record_copy_is_deep);
  g_test_add_func ("/letter/waits-until-an-end-is-noted", test_letter_waits);
  return g_test_run ();
}
