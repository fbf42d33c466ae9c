#include "config.h"

#include "smr-attention.h"

#include <glib/gi18n.h>

#include "smr-letters.h"
#include "smr-outcome.h"

G_DEFINE_FINAL_TYPE (SmrConcern, smr_concern, G_TYPE_OBJECT)

/* --- one concern ------------------------------------------------------------------------------------------- */

static void
smr_concern_finalize (GObject *object)
{
  SmrConcern *self = SMR_CONCERN (object);

  g_free (self->name);
  g_free (self->title);
  g_free (self->reason);

  G_OBJECT_CLASS (smr_concern_parent_class)->finalize (object);
}

static void
smr_concern_class_init (SmrConcernClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_concern_finalize;
}

static void
smr_concern_init (SmrConcern *self)
{
}

const char *
smr_concern_get_what (SmrConcern *self)
{
  switch (self->attention)
    {
    case SMR_ATTENTION_NONE:
      return self->letter != 0 ? "letter" : "routine";
    case SMR_ATTENTION_EXPIRING:
      return "expiring";
    case SMR_ATTENTION_NO_FORM:
      return "no_form";
    case SMR_ATTENTION_NEEDS_CLEARANCE:
      return "needs_clearance";
    case SMR_ATTENTION_BLOCKED:
      return "blocked";
    }
  g_return_val_if_reached (NULL);
}

static char *
describe_routine (SmrConcern *self)
{
  const char *title = *self->title != '\0' ? self->title : _("Routine without a title");
  g_autofree char *day = NULL;

  if (self->issued == SMR_DATE_NONE)
    return g_strdup_printf (_("“%s” no longer passes: %s"), title, self->reason);
  day = smr_date_format (self->issued);
  /* Translators: a routine's title, the day on which it was handed out, and the reason */
  return g_strdup_printf (_("“%s”, handed out on %s, no longer passes: %s"), title, day, self->reason);
}

char *
smr_concern_dup_text (SmrConcern *self)
{
  g_autofree char *day = self->until != SMR_DATE_NONE ? smr_date_format (self->until) : NULL;

  switch (self->attention)
    {
    case SMR_ATTENTION_NONE:
      return self->letter != 0 ? g_strdup (self->reason) : describe_routine (self);
    case SMR_ATTENTION_EXPIRING:
      return g_strdup_printf (_("The form or a clearance expires: its last valid day is %s"), day);
    case SMR_ATTENTION_NO_FORM:
    case SMR_ATTENTION_NEEDS_CLEARANCE:
    case SMR_ATTENTION_BLOCKED:
      return g_strdup (self->reason);
    }
  g_return_val_if_reached (NULL);
}

/* --- collecting ------------------------------------------------------------------------------------------- */

typedef struct
{
  SmrCatalogue    *catalogue;
  const SmrRecord *record;
  SmrScreening    *screening;
  const char      *language;
  GPtrArray       *concerns;
} Collector;

static SmrConcern *
add_concern (Collector *self)
{
  SmrConcern *concern = g_object_new (SMR_TYPE_CONCERN, NULL);

  concern->client = self->record->client->id;
  concern->name = g_strdup (self->record->client->name);
  g_ptr_array_add (self->concerns, concern);
  return concern;
}

/* The first of those that weigh as much as the whole. */
static const SmrReason *
find_decisive_reason (SmrScreening *screening)
{
  GPtrArray *reasons = smr_screening_get_reasons (screening);
  SmrOutcome roll = smr_screening_get_phase (screening, SMR_PHASE_INHIBIT);

  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);

      if (reason->outcomes[SMR_PHASE_INHIBIT] == roll)
        return reason;
    }
  return reasons->len > 0 ? g_ptr_array_index (reasons, 0) : NULL;
}

static char *
dup_reason (Collector *self, const SmrReason *reason)
{
  g_autofree char *details = NULL;
  g_autofree char *text = smr_reason_dup_shown (reason, self->catalogue, self->language, smr_date_format, &details);

  return g_strdup_printf ("%s (%s)", text, details);
}

static void
collect_from_screening (Collector *self)
{
  SmrAttention attention = smr_screening_get_attention (self->screening);
  const SmrReason *reason = find_decisive_reason (self->screening);
  SmrConcern *concern;

  if (attention == SMR_ATTENTION_NONE)
    return;
  concern = add_concern (self);
  concern->attention = attention;
  concern->until = smr_screening_get_valid_until (self->screening);
  concern->reason = reason != NULL ? dup_reason (self, reason) : g_strdup (smr_attention_get_label (attention));
}

static void
collect_from_letter (Collector *self, const SmrLetter *letter, SmrDate date)
{
  g_autofree char *state = NULL;
  SmrConcern *concern;

  if (!smr_letter_is_overdue (letter, date))
    return;
  state = smr_letter_dup_state (letter, date);
  concern = add_concern (self);
  concern->letter = letter->id;
  concern->reason = *letter->physician != '\0' ? g_strdup_printf (_("Letter to %s: %s"), letter->physician, state)
                                               : g_strdup_printf (_("Letter to the physician: %s"), state);
}

static void
collect_from_version (Collector *self, const SmrRoutine *routine)
{
  g_autoptr (GPtrArray) findings = smr_gate_check (self->catalogue, self->screening, routine);
  const SmrFinding *finding = smr_findings_find_recall (findings);
  SmrConcern *concern;

  if (finding == NULL)
    return;
  concern = add_concern (self);
  concern->routine = routine->id;
  concern->version = routine->version;
  concern->title = g_strdup (routine->title);
  concern->issued = routine->status == SMR_ROUTINE_ISSUED ? routine->issued : SMR_DATE_NONE;
  concern->reason = smr_message_format_dated (finding->text, self->language, smr_date_format);
}

/* The newest version, and below a draft the sheet that the client still has. */
static gboolean
collect_from_routine (Collector *self, SmrStore *store, const SmrRoutine *routine, GError **error)
{
  g_autoptr (GPtrArray) versions = NULL;

  collect_from_version (self, routine);
  if (routine->status != SMR_ROUTINE_DRAFT || routine->version == 1)
    return TRUE;

  versions = smr_store_list_versions (store, routine->id, error);
  if (versions == NULL)
    return FALSE;
  for (guint i = 0; i < versions->len; i++)
    {
      const SmrRoutine *version = g_ptr_array_index (versions, i);

      if (version->status == SMR_ROUTINE_ISSUED)
        collect_from_version (self, version);
    }
  return TRUE;
}

GPtrArray *
smr_attention_collect (SmrCatalogue *catalogue, SmrStore *store, gint64 client, SmrDate date, const char *language, GError **error)
{
  g_autoptr (SmrRecord) record = smr_store_load_record (store, client, error);
  g_autoptr (SmrScreening) screening = NULL;
  g_autoptr (GPtrArray) concerns = g_ptr_array_new_with_free_func (g_object_unref);

  if (record == NULL)
    return NULL;
  if (!record->client->archived)
    {
      Collector collector = { catalogue, record, NULL, language, concerns };

      collector.screening = screening = smr_screening_new (catalogue, record, date);
      collect_from_screening (&collector);
      for (guint i = 0; i < record->letters->len; i++)
        collect_from_letter (&collector, g_ptr_array_index (record->letters, i), date);
      for (guint i = 0; i < record->routines->len; i++)
        {
          if (!collect_from_routine (&collector, store, g_ptr_array_index (record->routines, i), error))
            return NULL;
        }
    }
  return g_steal_pointer (&concerns);
}
