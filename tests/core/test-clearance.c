#include <string.h>

#include "screening-support.h"
#include "smr-clearance.h"

/* Which of several letters counts on which day, and what a withdrawal leaves. */

static SmrCatalogue *catalogue;

#define ALL  "allowed allowed allowed"
#define NONE "needs_clearance modified_dosage modified_dosage"

/* Letters about `other_condition`, which locks rolling and asks for the gentle profile elsewhere. Each is written
 * "DATE what", parted by "; ":
 *   what is  wide (all phases, no restriction), roll (rolling alone, no restriction), fit (does not name rolling)
 *   +        in addition to earlier ones
 *   !DATE    revoked on that day
 *   ~        withdrawn as mistyped
 *   @        recorded after every withdrawal */
static const struct
{
  const char *name;
  const char *letters;
  const char *date;
  const char *outcomes;
} cases[] = {
  { "one", "2026-01-20 wide", TODAY, ALL },
  { "narrower-later", "2026-01-20 wide; 2026-02-10 roll", TODAY, "allowed modified_dosage modified_dosage" },
  { "narrower-later/day-before", "2026-01-20 wide; 2026-02-10 roll", "2026-02-09", ALL },
  { "narrower-later/its-day", "2026-01-20 wide; 2026-02-10 roll", "2026-02-10", "allowed modified_dosage modified_dosage" },
  { "fit-only-later", "2026-01-20 wide; 2026-02-10 fit", TODAY, "needs_clearance allowed allowed" },
  { "wider-later", "2026-01-20 roll; 2026-02-10 wide", TODAY, ALL },
  { "order-of-record-does-not-matter", "2026-02-10 roll; 2026-01-20 wide", TODAY, "allowed modified_dosage modified_dosage" },
  { "same-day/later-entry-counts", "2026-02-10 wide; 2026-02-10 roll", TODAY, "allowed modified_dosage modified_dosage" },
  { "same-day/later-entry-may-be-wider", "2026-02-10 roll; 2026-02-10 wide", TODAY, ALL },
  { "addition", "2026-01-20 fit; 2026-02-10 roll+", TODAY, ALL },
  { "addition-is-replaced-too", "2026-01-20 fit; 2026-02-10 wide+; 2026-02-20 roll", TODAY, "allowed modified_dosage modified_dosage" },
  { "addition-before-a-later-one", "2026-01-20 wide+; 2026-02-10 fit", TODAY, "needs_clearance allowed allowed" },
  { "replaced-stays-replaced/expired", "2026-01-20 wide; 2026-02-10 roll<2026-02-20", TODAY, NONE },
  { "replaced-stays-replaced/revoked", "2026-01-20 wide; 2026-02-10 roll!2026-02-20", TODAY, NONE },
  { "replaced-stays-replaced/mistyped", "2026-01-20 wide; 2026-02-10 roll~", TODAY, NONE },
  { "recorded-again", "2026-01-20 wide; 2026-02-10 roll~; 2026-01-20 wide@", TODAY, ALL },
  { "recorded-again/before-a-letter-that-counts", "2026-02-10 fit; 2026-01-20 wide@", TODAY, "needs_clearance allowed allowed" },
  { "revoked/day-before", "2026-01-20 wide!2026-03-02", "2026-03-01", ALL },
  { "revoked/its-day", "2026-01-20 wide!2026-03-02", "2026-03-02", NONE },
  { "revoked/later", "2026-01-20 wide!2026-03-02", "2026-04-02", NONE },
  { "revoked/on-the-day-of-the-letter", "2026-01-20 wide!2026-01-20", "2026-01-20", NONE },
  { "mistyped/on-its-day", "2026-01-20 wide~", "2026-01-20", NONE },
  { "mistyped/before-it-was-withdrawn", "2026-01-20 wide~", "2026-02-01", NONE },
  { "mistyped/addition", "2026-01-20 fit; 2026-02-10 wide+~", TODAY, "needs_clearance allowed allowed" },
};

static void
write_letters (SmrRecord *record, const char *text)
{
  g_auto (GStrv) letters = g_strsplit (text, "; ", -1);

  answer (record, "other_condition", SMR_REPLY_YES);
  for (guint i = 0; letters[i] != NULL; i++)
    {
      g_autofree char *dated = g_strndup (letters[i], 10);
      SmrClearance *letter = clear_row (record, "other_condition", dated);
      const char *what = letters[i] + 11, *mark;

      letter->no_restriction = TRUE;
      letter->added_at = strchr (what, '@') != NULL ? 30 : 10;
      letter->in_addition = strchr (what, '+') != NULL;
      letter->names_rolling = !g_str_has_prefix (what, "fit");
      if (g_str_has_prefix (what, "roll"))
        letter->phases = 1u << SMR_PHASE_INHIBIT;
      if ((mark = strchr (what, '<')) != NULL)
        letter->expires = day (mark + 1);
      if ((mark = strchr (what, '!')) != NULL)
        smr_clearance_take_withdrawal (letter, smr_withdrawal_new (SMR_WITHDRAWAL_REVOKED_BY_PHYSICIAN, day (mark + 1)));
      else if (strchr (what, '~') != NULL)
        smr_clearance_take_withdrawal (letter, smr_withdrawal_new (SMR_WITHDRAWAL_MISTYPED, day (TODAY)));
      if (letter->withdrawal != NULL)
        letter->withdrawal->added_at = 20;
    }
}

static void
test_letters (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  write_letters (record, cases[i].letters);
  assert_phases (catalogue, record, cases[i].date, cases[i].outcomes);
}

/* Without the moments that only the store knows, the stricter reading holds. */
static void
test_moments_not_known (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  write_letters (record, "2026-01-20 wide; 2026-02-10 roll~; 2026-01-20 wide@");
  assert_phases (catalogue, record, TODAY, ALL);
  ((SmrClearance *) g_ptr_array_index (record->clearances, 1))->withdrawal->added_at = 0;
  assert_phases (catalogue, record, TODAY, NONE);
  ((SmrClearance *) g_ptr_array_index (record->clearances, 1))->withdrawal->added_at = 20;
  ((SmrClearance *) g_ptr_array_index (record->clearances, 2))->added_at = 0;
  assert_phases (catalogue, record, TODAY, NONE);
}

/* A letter takes the place of another one only for the rows that both name. */
static void
test_other_rows_stay (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrClearance *both;

  answer (record, "other_condition", SMR_REPLY_YES);
  answer (record, "med_any", SMR_REPLY_YES);
  both = clear_row (record, "other_condition", "2026-01-20");
  both->no_restriction = TRUE;
  g_ptr_array_add (both->conditions, (gpointer) g_intern_string ("med_any"));
  assert_phases (catalogue, record, TODAY, ALL);
  clear_row (record, "med_any", "2026-01-25")->names_rolling = FALSE;
  assert_phases (catalogue, record, TODAY, "needs_clearance allowed allowed");
  g_ptr_array_remove_index (record->clearances, 1);
  assert_phases (catalogue, record, TODAY, ALL);
}

/* Four weeks of gentle doses begin again after a gap, even if the gap was a letter that said less. */
static void
test_gap_begins_four_weeks (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  answer (record, "med_any", SMR_REPLY_YES);
  clear_row (record, "med_any", "2026-01-16");
  clear_row (record, "med_any", "2026-02-20");
  assert_phases (catalogue, record, TODAY, ALL);
  clear_row (record, "med_any", "2026-02-10")->names_rolling = FALSE;
  assert_phases (catalogue, record, TODAY, "modified_dosage allowed allowed");
}

/* --- what is said about a letter --------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *letters;
  guint index;
  const char *date;
  SmrClearanceState state;
  guint phases;
  const char *until;
  int replacement;
} effects[] = {
  { "counts", "2026-01-20 wide", 0, TODAY, SMR_CLEARANCE_COUNTS, 7, "2027-01-19", -1 },
  { "does-not-name-rolling", "2026-01-20 fit", 0, TODAY, SMR_CLEARANCE_COUNTS, 6, "2027-01-19", -1 },
  { "ends-when-replaced", "2026-01-20 wide; 2026-02-10 roll", 0, "2026-02-01", SMR_CLEARANCE_COUNTS, 7, "2026-02-09", -1 },
  { "replaced", "2026-01-20 wide; 2026-02-10 roll; 2026-02-20 fit", 0, TODAY, SMR_CLEARANCE_REPLACED, 0, "2026-02-09", 1 },
  { "not-yet", "2026-03-03 wide", 0, TODAY, SMR_CLEARANCE_NOT_YET, 0, NULL, -1 },
  { "expired", "2026-01-20 wide<2026-03-01", 0, TODAY, SMR_CLEARANCE_EXPIRED, 0, "2026-03-01", -1 },
  { "mistyped", "2026-01-20 wide~", 0, TODAY, SMR_CLEARANCE_MISTYPED, 0, NULL, -1 },
  { "revoked", "2026-01-20 wide!2026-03-02", 0, TODAY, SMR_CLEARANCE_REVOKED, 0, NULL, -1 },
  { "before-the-form", "2026-01-14 wide", 0, TODAY, SMR_CLEARANCE_NO_FORM, 0, "2027-01-13", -1 },
};

static void
test_effect (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (GArray) judged = NULL;
  const SmrClearanceEffect *effect;

  write_letters (record, effects[i].letters);
  judged = smr_record_judge_clearance (catalogue, record, effects[i].index, day (effects[i].date));
  g_assert_cmpuint (judged->len, ==, 1);
  effect = &g_array_index (judged, SmrClearanceEffect, 0);
  g_assert_cmpstr (effect->condition, ==, "other_condition");
  g_assert_cmpint (effect->state, ==, effects[i].state);
  g_assert_cmpuint (effect->phases, ==, effects[i].phases);
  g_assert_cmpuint (effect->until, ==, effects[i].until != NULL ? day (effects[i].until) : SMR_DATE_NONE);
  g_assert_cmpint (effect->replacement, ==, effects[i].replacement);
}

static void
assert_state (SmrRecord *record, SmrClearanceState state, const char *news)
{
  g_autoptr (GArray) judged = smr_record_judge_clearance (catalogue, record, 0, day (TODAY));

  g_assert_cmpint (g_array_index (judged, SmrClearanceEffect, 0).state, ==, state);
  g_assert_cmpstr (g_array_index (judged, SmrClearanceEffect, 0).news, ==, news);
}

/* Something that passes suspends; something serious ends it, whichever is found first. */
static void
test_news_is_named (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  SmrIntake *form;

  write_letters (record, "2026-01-20 wide");
  assert_state (record, SMR_CLEARANCE_COUNTS, NULL);
  form = smr_intake_copy (get_form (record));
  form->signed_on = day ("2026-02-10");
  g_ptr_array_add (record->intakes, form);
  smr_intake_take_answer (form, smr_answer_new ("open_wound", SMR_REPLY_YES));
  assert_state (record, SMR_CLEARANCE_SUSPENDED, "open_wound");
  add_check (record, "2026-02-20", "clot_symptoms", SMR_REPLY_YES);
  assert_state (record, SMR_CLEARANCE_VOID, "clot_symptoms");
  g_ptr_array_set_size (record->intakes, 0);
  assert_state (record, SMR_CLEARANCE_NO_FORM, NULL);
}

static char *
describe_recording (const char *there, const char *letter)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);
  g_autoptr (SmrRecord) other = adult_with_all_no (catalogue);
  g_autoptr (GPtrArray) replaced = NULL;
  const SmrClearance *by, *recorded;
  GString *text = g_string_new (NULL);

  write_letters (record, there);
  write_letters (other, letter);
  recorded = g_ptr_array_index (other->clearances, 0);
  replaced = smr_record_find_replaced (catalogue, record, recorded, day (TODAY), &by);
  for (guint i = 0; i < replaced->len; i++)
    {
      g_autofree char *dated = smr_date_to_string (((SmrClearance *) g_ptr_array_index (replaced, i))->dated);

      g_string_append_printf (text, "-%s", dated);
    }
  if (by != NULL)
    {
      g_autofree char *dated = smr_date_to_string (by->dated);

      g_string_append_printf (text, "<%s", dated);
    }
  return g_string_free (text, FALSE);
}

static void
test_recording (void)
{
  static const char * const recordings[][3] = {
    { "2026-01-20 wide", "2026-02-10 roll", "-2026-01-20" },
    { "2026-01-20 wide", "2026-02-10 roll+", "" },
    { "2026-01-20 wide; 2026-01-25 roll+", "2026-02-10 roll", "-2026-01-20-2026-01-25" },
    { "2026-01-20 wide; 2026-01-25 roll", "2026-02-10 roll", "-2026-01-25" },
    { "2026-01-20 wide~", "2026-02-10 roll", "" },
    { "2026-02-10 wide", "2026-02-10 roll", "-2026-02-10" },
    { "2026-02-10 wide", "2026-01-20 roll", "<2026-02-10" },
    { "2026-02-10 wide~", "2026-01-20 roll@", "" },
    { "2026-01-20 wide", "2026-03-03 roll", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (recordings); i++)
    {
      g_autofree char *found = describe_recording (recordings[i][0], recordings[i][1]);

      g_test_message ("%s, then %s", recordings[i][0], recordings[i][1]);
      g_assert_cmpstr (found, ==, recordings[i][2]);
    }
}

/* A row that has to be over is not opened by a letter. */
static void
test_not_clearable (void)
{
  g_autoptr (SmrRecord) record = adult_with_all_no (catalogue);

  answer (record, "clot_symptoms", SMR_REPLY_YES);
  clear_row (record, "clot_symptoms", "2026-01-20");
  assert_state (record, SMR_CLEARANCE_NOT_CLEARABLE, NULL);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/clearance/letters/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_letters);
    }
  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      g_autofree char *path = g_strconcat ("/clearance/effect/", effects[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_effect);
    }
  g_test_add_func ("/clearance/moments-not-known", test_moments_not_known);
  g_test_add_func ("/clearance/other-rows-stay", test_other_rows_stay);
  g_test_add_func ("/clearance/gap-begins-four-weeks", test_gap_begins_four_weeks);
  g_test_add_func ("/clearance/news-is-named", test_news_is_named);
  g_test_add_func ("/clearance/recording", test_recording);
  g_test_add_func ("/clearance/not-clearable", test_not_clearable);

  result = g_test_run ();
  smr_catalogue_unref (catalogue);
  return result;
}
