#include "smr-record.h"

#include <string.h>

#include "smr-own-exercise.h"
#include "smr-routine.h"

/* --- client ----------------------------------------------------------------------------------------------- */

SmrClient *
smr_client_new (const char *name)
{
  SmrClient *self = g_new0 (SmrClient, 1);

  self->name = g_strdup (name);
  self->language = g_strdup ("");
  self->kit = g_new0 (char *, 1);
  self->phone = g_strdup ("");
  self->email = g_strdup ("");
  self->notes = g_strdup ("");
  self->trainer = g_strdup ("");
  return self;
}

SmrClient *
smr_client_copy (const SmrClient *self)
{
  SmrClient *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->language = g_strdup (self->language);
  copy->kit = g_strdupv (self->kit);
  copy->phone = g_strdup (self->phone);
  copy->email = g_strdup (self->email);
  copy->notes = g_strdup (self->notes);
  copy->trainer = g_strdup (self->trainer);
  return copy;
}

void
smr_client_free (SmrClient *self)
{
  g_free (self->name);
  g_free (self->language);
  g_strfreev (self->kit);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->notes);
  g_free (self->trainer);
  g_free (self);
}

/* --- answers and intake ----------------------------------------------------------------------------------- */

/* Interned ids need no copying of their own. */
static GPtrArray *
copy_ids (GPtrArray *ids)
{
  return g_ptr_array_copy (ids, NULL, NULL);
}

static gboolean
places_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const SmrPlace *first = &g_array_index (a, SmrPlace, i);
      const SmrPlace *second = &g_array_index (b, SmrPlace, i);

      if (first->site != second->site || first->side != second->side)
        return FALSE;
    }
  return TRUE;
}

SmrAnswer *
smr_answer_new (const char *condition, SmrReply reply)
{
  SmrAnswer *self = g_new0 (SmrAnswer, 1);

  self->condition = g_intern_string (condition);
  self->reply = reply;
  self->text = g_strdup ("");
  self->places = g_array_new (FALSE, FALSE, sizeof (SmrPlace));
  self->weeks = -1;
  self->facts = g_ptr_array_new ();
  return self;
}

SmrAnswer *
smr_answer_copy (const SmrAnswer *self)
{
  SmrAnswer *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->places = g_array_copy (self->places);
  copy->facts = copy_ids (self->facts);
  return copy;
}

void
smr_answer_free (SmrAnswer *self)
{
  g_free (self->text);
  g_array_unref (self->places);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

gboolean
smr_answer_has_fact (const SmrAnswer *self, const char *fact)
{
  return g_ptr_array_find (self->facts, g_intern_string (fact), NULL);
}

void
smr_answer_set_fact (SmrAnswer *self, const char *fact, gboolean on_file)
{
  gpointer id = (gpointer) g_intern_string (fact);

  if (!on_file)
    g_ptr_array_remove (self->facts, id);
  else if (!g_ptr_array_find (self->facts, id, NULL))
    g_ptr_array_add (self->facts, id);
}

void
smr_answer_add_place (SmrAnswer *self, const char *site, SmrSide side)
{
  SmrPlace place = { g_intern_string (site), side };

  g_array_append_val (self->places, place);
}

gboolean
smr_answer_equal (const SmrAnswer *a, const SmrAnswer *b)
{
  if (a->condition != b->condition || a->reply != b->reply || !g_str_equal (a->text, b->text) || a->date != b->date ||
      a->healed_and_sealed != b->healed_and_sealed || a->weeks != b->weeks || a->not_known != b->not_known ||
      a->facts->len != b->facts->len || !places_equal (a->places, b->places))
    return FALSE;

  for (guint i = 0; i < a->facts->len; i++)
    {
      if (!g_ptr_array_find (b->facts, g_ptr_array_index (a->facts, i), NULL))
        return FALSE;
    }
  return TRUE;
}

SmrIntake *
smr_intake_new (void)
{
  SmrIntake *self = g_new0 (SmrIntake, 1);

  self->signed_by = g_strdup ("");
  self->guardian = g_strdup ("");
  self->trainer = g_strdup ("");
  self->signature = g_strdup ("");
  self->guardian_signature = g_strdup ("");
  self->consent = g_strdup ("");
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) smr_answer_free);
  self->offered = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) smr_answer_free);
  return self;
}

SmrIntake *
smr_intake_copy (const SmrIntake *self)
{
  SmrIntake *copy = smr_intake_new ();
  GHashTableIter iter;
  gpointer answer;

  copy->id = self->id;
  copy->signed_on = self->signed_on;
  g_set_str (&copy->signed_by, self->signed_by);
  copy->guardian_signed = self->guardian_signed;
  g_set_str (&copy->guardian, self->guardian);
  g_set_str (&copy->trainer, self->trainer);
  g_set_str (&copy->signature, self->signature);
  g_set_str (&copy->guardian_signature, self->guardian_signature);
  g_set_str (&copy->consent, self->consent);
  copy->consent_version = self->consent_version;
  copy->catalogue_version = self->catalogue_version;
  copy->added_at = self->added_at;
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, NULL, &answer))
    smr_intake_take_answer (copy, smr_answer_copy (answer));
  copy->copy_of = self->copy_of;
  g_hash_table_iter_init (&iter, self->offered);
  while (g_hash_table_iter_next (&iter, NULL, &answer))
    {
      SmrAnswer *offer = smr_answer_copy (answer);

      g_hash_table_replace (copy->offered, (gpointer) offer->condition, offer);
    }
  return copy;
}

void
smr_intake_free (SmrIntake *self)
{
  g_free (self->signed_by);
  g_free (self->guardian);
  g_free (self->trainer);
  g_free (self->signature);
  g_free (self->guardian_signature);
  g_free (self->consent);
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->offered);
  g_free (self);
}

const SmrAnswer *
smr_intake_get_answer (const SmrIntake *self, const char *condition)
{
  return g_hash_table_lookup (self->answers, condition);
}

void
smr_intake_take_answer (SmrIntake *self, SmrAnswer *answer)
{
  g_hash_table_replace (self->answers, (gpointer) answer->condition, answer);
}

/* --- clearance, reading, check ---------------------------------------------------------------------------- */

static const char * const withdrawal_kinds[] = { "mistyped", "revoked_by_physician" };

const char *
smr_withdrawal_kind_to_string (SmrWithdrawalKind kind)
{
  return withdrawal_kinds[kind];
}

gboolean
smr_withdrawal_kind_from_string (const char *text, SmrWithdrawalKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (withdrawal_kinds); i++)
    {
      if (g_strcmp0 (text, withdrawal_kinds[i]) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

SmrWithdrawal *
smr_withdrawal_new (SmrWithdrawalKind kind, SmrDate date)
{
  SmrWithdrawal *self = g_new0 (SmrWithdrawal, 1);

  self->kind = kind;
  self->date = date;
  self->reason = g_strdup ("");
  self->by = g_strdup ("");
  return self;
}

SmrWithdrawal *
smr_withdrawal_copy (const SmrWithdrawal *self)
{
  SmrWithdrawal *copy = g_memdup2 (self, sizeof *self);

  copy->reason = g_strdup (self->reason);
  copy->by = g_strdup (self->by);
  return copy;
}

void
smr_withdrawal_free (SmrWithdrawal *self)
{
  g_free (self->reason);
  g_free (self->by);
  g_free (self);
}

SmrClearance *
smr_clearance_new (void)
{
  SmrClearance *self = g_new0 (SmrClearance, 1);

  self->conditions = g_ptr_array_new ();
  self->physician = g_strdup ("");
  self->practice = g_strdup ("");
  self->phone = g_strdup ("");
  self->places = g_array_new (FALSE, FALSE, sizeof (SmrPlace));
  self->muscles = g_ptr_array_new ();
  self->tools = g_ptr_array_new ();
  return self;
}

SmrClearance *
smr_clearance_copy (const SmrClearance *self)
{
  SmrClearance *copy = g_memdup2 (self, sizeof *self);

  copy->conditions = copy_ids (self->conditions);
  copy->physician = g_strdup (self->physician);
  copy->practice = g_strdup (self->practice);
  copy->phone = g_strdup (self->phone);
  copy->places = g_array_copy (self->places);
  copy->muscles = copy_ids (self->muscles);
  copy->tools = copy_ids (self->tools);
  copy->withdrawal = self->withdrawal != NULL ? smr_withdrawal_copy (self->withdrawal) : NULL;
  return copy;
}

void
smr_clearance_take_withdrawal (SmrClearance *self, SmrWithdrawal *withdrawal)
{
  g_clear_pointer (&self->withdrawal, smr_withdrawal_free);
  self->withdrawal = withdrawal;
}

void
smr_clearance_free (SmrClearance *self)
{
  g_ptr_array_unref (self->conditions);
  g_free (self->physician);
  g_free (self->practice);
  g_free (self->phone);
  g_array_unref (self->places);
  g_ptr_array_unref (self->muscles);
  g_ptr_array_unref (self->tools);
  g_clear_pointer (&self->withdrawal, smr_withdrawal_free);
  g_free (self);
}

static SmrReading *
smr_reading_copy (const SmrReading *self)
{
  return g_memdup2 (self, sizeof *self);
}

SmrCheck *
smr_check_new (SmrDate date)
{
  SmrCheck *self = g_new0 (SmrCheck, 1);

  self->date = date;
  self->answers = g_hash_table_new (g_str_hash, g_str_equal);
  self->eased = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) smr_answer_free);
  return self;
}

SmrCheck *
smr_check_copy (const SmrCheck *self)
{
  SmrCheck *copy = smr_check_new (self->date);
  GHashTableIter iter;
  gpointer condition, reply, answer;

  copy->id = self->id;
  copy->added_at = self->added_at;
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &condition, &reply))
    g_hash_table_insert (copy->answers, condition, reply);
  g_hash_table_iter_init (&iter, self->eased);
  while (g_hash_table_iter_next (&iter, &condition, &answer))
    g_hash_table_insert (copy->eased, condition, smr_answer_copy (answer));
  return copy;
}

void
smr_check_free (SmrCheck *self)
{
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->eased);
  g_free (self);
}

SmrReply
smr_check_get_reply (const SmrCheck *self, const char *condition)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->answers, condition));
}

void
smr_check_set_reply (SmrCheck *self, const char *condition, SmrReply reply)
{
  g_hash_table_replace (self->answers, (gpointer) g_intern_string (condition), GINT_TO_POINTER (reply));
  g_hash_table_remove (self->eased, condition);
}

const char *
smr_check_get_fact (const SmrCheck *self, const char *condition)
{
  const SmrAnswer *answer = g_hash_table_lookup (self->eased, condition);

  return answer != NULL ? g_ptr_array_index (answer->facts, 0) : NULL;
}

void
smr_check_set_fact (SmrCheck *self, const char *condition, const char *fact)
{
  SmrAnswer *answer = smr_answer_new (condition, SMR_REPLY_YES);

  smr_answer_set_fact (answer, fact, TRUE);
  smr_check_set_reply (self, condition, SMR_REPLY_YES);
  g_hash_table_replace (self->eased, (gpointer) answer->condition, answer);
}

/* --- the whole record ------------------------------------------------------------------------------------- */

SmrRecord *
smr_record_new_take (SmrClient *client)
{
  SmrRecord *self = g_new0 (SmrRecord, 1);

  self->client = client;
  self->intakes = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_intake_free);
  self->clearances = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_clearance_free);
  self->readings = g_ptr_array_new_with_free_func (g_free);
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_check_free);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_session_free);
  self->letters = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_letter_free);
  self->incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_incident_free);
  self->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_assessment_free);
  self->own_exercises = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_own_exercise_unref);
  self->routines = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_routine_unref);
  return self;
}

#define COPY_ALL(to, from, copy)                                              \
  for (guint i = 0; i < (from)->len; i++)                                     \
    g_ptr_array_add ((to), copy (g_ptr_array_index ((from), i)))

SmrRecord *
smr_record_copy (const SmrRecord *self)
{
  SmrRecord *copy = smr_record_new_take (smr_client_copy (self->client));

  COPY_ALL (copy->intakes, self->intakes, smr_intake_copy);
  copy->draft = self->draft != NULL ? smr_intake_copy (self->draft) : NULL;
  COPY_ALL (copy->clearances, self->clearances, smr_clearance_copy);
  COPY_ALL (copy->readings, self->readings, smr_reading_copy);
  COPY_ALL (copy->checks, self->checks, smr_check_copy);
  COPY_ALL (copy->sessions, self->sessions, smr_session_copy);
  COPY_ALL (copy->letters, self->letters, smr_letter_copy);
  COPY_ALL (copy->incidents, self->incidents, smr_incident_copy);
  COPY_ALL (copy->assessments, self->assessments, smr_assessment_copy);
  COPY_ALL (copy->own_exercises, self->own_exercises, smr_own_exercise_ref);
  COPY_ALL (copy->routines, self->routines, smr_routine_ref);
  return copy;
}

void
smr_record_free (SmrRecord *self)
{
  smr_client_free (self->client);
  g_ptr_array_unref (self->intakes);
  g_clear_pointer (&self->draft, smr_intake_free);
  g_ptr_array_unref (self->clearances);
  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->letters);
  g_ptr_array_unref (self->incidents);
  g_ptr_array_unref (self->assessments);
  g_ptr_array_unref (self->own_exercises);
  g_ptr_array_unref (self->routines);
  g_free (self);
}
