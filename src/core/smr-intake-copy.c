#include "smr-intake-copy.h"

#include "smr-screening.h"

/* A plain yes or no with all that belongs to it. Doubts are asked again. */
static gboolean
is_worth_copying (const SmrIntake *last, const SmrCondition *condition, const SmrAnswer *answer)
{
  if (condition->computed || condition->ask_again || answer == NULL)
    return FALSE;
  return answer->reply == SMR_REPLY_NO ||
         (answer->reply == SMR_REPLY_YES && smr_intake_get_missing_follow_ups (last, condition) == 0);
}

void
smr_intake_offer (SmrIntake *self, const SmrIntake *last, SmrCatalogue *catalogue)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      const SmrAnswer *answer = smr_intake_get_answer (last, condition->id);
      SmrAnswer *offer;

      if (!is_worth_copying (last, condition, answer))
        continue;
      offer = smr_answer_copy (answer);
      offer->as_of = last->signed_on;
      offer->with_rest = FALSE;
      g_hash_table_replace (self->offered, (gpointer) offer->condition, offer);
    }
}

SmrIntake *
smr_intake_new_from (const SmrIntake *last, SmrCatalogue *catalogue)
{
  SmrIntake *self = smr_intake_new ();

  self->copy_of = last->id;
  smr_intake_offer (self, last, catalogue);
  return self;
}

const SmrAnswer *
smr_intake_get_offer (const SmrIntake *self, const char *condition)
{
  const SmrAnswer *answer = smr_intake_get_answer (self, condition);

  return answer == NULL || answer->reply == SMR_REPLY_UNANSWERED ? g_hash_table_lookup (self->offered, condition) : NULL;
}

guint
smr_intake_count_offers (const SmrIntake *self)
{
  GHashTableIter iter;
  gpointer condition;
  guint count = 0;

  g_hash_table_iter_init (&iter, self->offered);
  while (g_hash_table_iter_next (&iter, &condition, NULL))
    count += smr_intake_get_offer (self, condition) != NULL;
  return count;
}
