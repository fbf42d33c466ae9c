#include "config.h"

#include "smr-answer-words.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-screening.h"

const char *
smr_reply_get_label (SmrReply reply)
{
  switch (reply)
    {
    case SMR_REPLY_UNANSWERED:
      return _("Not answered");
    case SMR_REPLY_NO:
      return _("No");
    case SMR_REPLY_YES:
      return _("Yes");
    case SMR_REPLY_NOT_SURE:
      return _("Not sure");
    }
  g_return_val_if_reached (NULL);
}

static void
add_facts (GStrvBuilder *parts, const SmrCondition *condition, const SmrAnswer *answer, const char *language)
{
  for (guint i = 0; i < answer->facts->len; i++)
    {
      const SmrFact *fact = smr_condition_find_fact (condition, g_ptr_array_index (answer->facts, i));

      if (fact != NULL)
        g_strv_builder_add (parts, smr_text_get (fact->text, language));
    }
}

char *
smr_answer_describe (SmrCatalogue *catalogue, const SmrCondition *condition, const SmrAnswer *answer, const char *language)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (answer == NULL || answer->reply == SMR_REPLY_UNANSWERED)
    return g_strdup (smr_reply_get_label (SMR_REPLY_UNANSWERED));

  g_strv_builder_add (parts, smr_reply_get_label (answer->reply));
  if (answer->places->len > 0)
    g_strv_builder_take (parts, smr_places_dup_text (answer->places, catalogue, language));
  if (answer->date != SMR_DATE_NONE)
    g_strv_builder_take (parts, smr_date_format (answer->date));
  if (answer->weeks >= 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("week %d", "week %d", answer->weeks), answer->weeks));
  if (answer->healed_and_sealed != SMR_REPLY_UNANSWERED)
    g_strv_builder_add (parts, answer->healed_and_sealed == SMR_REPLY_YES ? _("healed") : _("not healed"));
  add_facts (parts, condition, answer, language);
  if (*answer->text != '\0')
    g_strv_builder_take (parts, g_strdup_printf (_("“%s”"), answer->text));
  list = g_strv_builder_end (parts);
  return g_strjoinv (" · ", list);
}
