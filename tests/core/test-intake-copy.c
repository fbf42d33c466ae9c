#include "screening-support.h"

#include "smr-intake-copy.h"

/* A form begun from the last one: what is offered, and that nothing of it counts before somebody has confirmed it. */

static SmrCatalogue *catalogue;

static const SmrCondition *
find (const char *id)
{
  const SmrCondition *condition = smr_catalogue_find_condition (catalogue, id);

  g_assert_nonnull (condition);
  return condition;
}

/* A form that says no to every row, of movement too. */
static SmrRecord *
record_with_full_form (void)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  SmrRecord *record = adult_with_all_no (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind == SMR_CONDITION_MOVEMENT)
        answer (record, condition->id, SMR_REPLY_NO);
    }
  return record;
}

static void
confirm (SmrIntake *form, const char *condition)
{
  smr_intake_take_answer (form, smr_answer_copy (smr_intake_get_offer (form, condition)));
}

static gboolean
is_open (const SmrIntake *form, const char *condition)
{
  g_autoptr (GPtrArray) open = smr_intake_get_open_rows (form, catalogue);

  return g_ptr_array_find (open, find (condition), NULL);
}

static void
test_what_is_asked_again (void)
{
  /* Where time matters, by hand. */
  static const char * const again[] = {
    "cv_symptoms", "clot_symptoms", "clot_exposure", "infection_or_fever", "open_wound", "skin_irritated_or_bruised", "contagious_skin",
    "fracture", "local_inflammation", "red_flag_symptoms", "cancer_active", "pregnant_or_postpartum", "med_anticoagulant",
    "med_tissue_weakening", "med_any", "surgery", "injury_current", "other_symptoms", "other_condition", "impaired_today",
    "high_blood_pressure", "blood_clot", "spine_or_nerve_root", "neurological_condition",
  };
  static const char * const copied[] = {
    "heart_failure", "heart_disease", "osteoporosis", "kidney_failure", "diabetes", "cancer_history", "implanted_device", "knee_pain",
  };
  g_autoptr (SmrRecord) record = record_with_full_form ();
  g_autoptr (SmrIntake) form = smr_intake_new_from (get_form (record), catalogue);

  for (guint i = 0; i < G_N_ELEMENTS (again); i++)
    {
      g_test_message ("%s", again[i]);
      g_assert_true (find (again[i])->ask_again);
      g_assert_null (smr_intake_get_offer (form, again[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    {
      g_test_message ("%s", copied[i]);
      g_assert_nonnull (smr_intake_get_offer (form, copied[i]));
      g_assert_cmpuint (smr_intake_get_offer (form, copied[i])->as_of, ==, day (FORM_DAY));
    }
}

/* No rule sees what is only offered: the form is as empty as a new one, and even what does not block keeps it open. */
static void
test_nothing_counts_unconfirmed (void)
{
  g_autoptr (SmrRecord) record = record_with_full_form ();
  g_autoptr (SmrIntake) form = smr_intake_new_from (get_form (record), catalogue);
  g_autoptr (SmrIntake) empty = smr_intake_new ();
  g_autoptr (SmrScreening) with_offers = NULL;
  g_autoptr (SmrScreening) with_nothing = NULL;
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  g_assert_cmpuint (g_hash_table_size (form->answers), ==, 0);
  g_assert_cmpuint (smr_intake_count_offers (form), ==, g_hash_table_size (form->offered));
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->kind == SMR_CONDITION_HEALTH && !condition->computed)
        g_assert_true (is_open (form, condition->id));
    }

  /* Even if such a form were signed. */
  form->signed_on = empty->signed_on = day (TODAY);
  g_set_str (&form->signed_by, "client");
  g_set_str (&empty->signed_by, "client");
  g_ptr_array_add (record->intakes, g_steal_pointer (&form));
  with_offers = smr_screening_new (catalogue, record, day (TODAY));
  g_ptr_array_remove_index (record->intakes, record->intakes->len - 1);
  g_ptr_array_add (record->intakes, g_steal_pointer (&empty));
  with_nothing = smr_screening_new (catalogue, record, day (TODAY));
  g_assert_true (is_as_strict (catalogue, with_offers, with_nothing));
  g_assert_true (is_as_strict (catalogue, with_nothing, with_offers));
}

static void
test_confirming (void)
{
  g_autoptr (SmrRecord) record = record_with_full_form ();
  g_autoptr (SmrIntake) form = NULL;
  SmrAnswer *knee = answer (record, "knee_pain", SMR_REPLY_YES);
  SmrAnswer *bones = answer (record, "osteoporosis", SMR_REPLY_YES);
  const SmrAnswer *taken;
  guint offers;

  smr_answer_add_place (knee, "knee", SMR_SIDE_LEFT);
  bones->date = day ("2019-05-01");
  g_set_str (&bones->text, "hip");
  form = smr_intake_new_from (get_form (record), catalogue);
  offers = smr_intake_count_offers (form);

  /* A row of movement does not block when nobody asked it, but a yes that was there must not get lost on the way. */
  g_assert_true (is_open (form, "knee_pain"));
  confirm (form, "knee_pain");
  g_assert_false (is_open (form, "knee_pain"));
  confirm (form, "osteoporosis");
  g_assert_false (is_open (form, "osteoporosis"));
  g_assert_cmpuint (smr_intake_count_offers (form), ==, offers - 2);

  taken = smr_intake_get_answer (form, "osteoporosis");
  g_assert_cmpuint (taken->as_of, ==, day (FORM_DAY));
  g_assert_true (smr_answer_equal (taken, bones));
  g_assert_true (smr_answer_equal (smr_intake_get_answer (form, "knee_pain"), knee));

  /* Taken back, it waits again; answered anew, it does not wait. */
  g_hash_table_remove (form->answers, "osteoporosis");
  g_assert_true (is_open (form, "osteoporosis"));
  smr_intake_take_answer (form, smr_answer_new ("osteoporosis", SMR_REPLY_NO));
  g_assert_null (smr_intake_get_offer (form, "osteoporosis"));
  g_assert_false (is_open (form, "osteoporosis"));
}

/* What was in doubt, not answered or not complete is asked again, whichever row it is. */
static void
test_what_is_not_worth_copying (void)
{
  g_autoptr (SmrRecord) record = record_with_full_form ();
  g_autoptr (SmrIntake) form = NULL;

  answer (record, "heart_failure", SMR_REPLY_NOT_SURE);
  answer (record, "diabetes", SMR_REPLY_UNANSWERED);
  answer (record, "osteoporosis", SMR_REPLY_YES);
  g_hash_table_remove (get_form (record)->answers, "kidney_failure");
  form = smr_intake_new_from (get_form (record), catalogue);
  g_assert_null (smr_intake_get_offer (form, "heart_failure"));
  g_assert_null (smr_intake_get_offer (form, "diabetes"));
  g_assert_null (smr_intake_get_offer (form, "osteoporosis"));
  g_assert_null (smr_intake_get_offer (form, "kidney_failure"));
  g_assert_true (is_open (form, "kidney_failure"));
}

/* Confirmed answers weigh like given ones. */
static void
test_a_confirmed_form_is_a_form (void)
{
  g_autoptr (SmrRecord) record = record_with_full_form ();
  SmrIntake *form = smr_intake_new_from (get_form (record), catalogue);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  g_autoptr (GPtrArray) open = NULL;

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (smr_intake_get_offer (form, condition->id) != NULL)
        confirm (form, condition->id);
      else if (!condition->computed)
        smr_intake_take_answer (form, smr_answer_new (condition->id, SMR_REPLY_NO));
    }
  open = smr_intake_get_open_rows (form, catalogue);
  g_assert_cmpuint (open->len, ==, 0);
  form->signed_on = day (TODAY);
  g_set_str (&form->signed_by, "client");
  g_ptr_array_add (record->intakes, form);
  assert_phases (catalogue, record, TODAY, "allowed allowed allowed");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = smr_catalogue_load_builtin ();
  g_test_add_func ("/form-copy/asks-again-where-time-matters", test_what_is_asked_again);
  g_test_add_func ("/form-copy/counts-for-nothing-unconfirmed", test_nothing_counts_unconfirmed);
  g_test_add_func ("/form-copy/is-taken-when-it-is-confirmed", test_confirming);
  g_test_add_func ("/form-copy/leaves-out-what-was-in-doubt", test_what_is_not_worth_copying);
  g_test_add_func ("/form-copy/weighs-like-any-form", test_a_confirmed_form_is_a_form);
  status = g_test_run ();
  smr_catalogue_unref (catalogue);
  return status;
}
