#include "smr-record.h"

#include <string.h>

#include "smr-routine.h"
#include "smr-signature.h"

/* What may come into a record, whichever way it comes. */

G_DEFINE_QUARK (smr-record-error-quark, smr_record_error)

#define OLDEST_YEARS 120

static gboolean G_GNUC_PRINTF (3, 4)
refuse (GError **error, const char *path, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, SMR_RECORD_ERROR, SMR_RECORD_ERROR_INVALID, "%s: %s", path, message);
  return FALSE;
}

gboolean
smr_record_validate_text (const char *path, const char *text, gssize length, int max_chars, gboolean multiline, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  glong chars;

  if (!g_utf8_validate_len (text, size, NULL))
    return refuse (error, path, "this is not valid UTF-8 text");

  chars = g_utf8_strlen (text, size);
  if (chars > max_chars)
    return refuse (error, path, "%ld characters are too long, at most %d fit", chars, max_chars);

  for (const char *p = text; p < text + size; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_iscntrl (letter) && !(multiline && (letter == '\n' || letter == '\t')))
        return refuse (error, path, "the control character U+%04X is not allowed", letter);
    }
  return TRUE;
}

static gboolean
validate_past (const char *path, SmrDate date, SmrDate born, SmrDate today, GError **error)
{
  if (date == SMR_DATE_NONE)
    return TRUE;
  if (date > today)
    return refuse (error, path, "this date lies in the future");
  if (born != SMR_DATE_NONE && date < born)
    return refuse (error, path, "this date lies before birth");
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }
  return TRUE;
}

gboolean
smr_client_validate (const SmrClient *self, SmrDate today, GError **error)
{
  if (!smr_record_validate_text ("client.name", self->name, -1, SMR_NAME_MAX_CHARS, FALSE, error))
    return FALSE;
  if (is_blank (self->name))
    return refuse (error, "client.name", "a name is needed");
  if (!validate_past ("client.born", self->born, SMR_DATE_NONE, today, error))
    return FALSE;
  if (self->born != SMR_DATE_NONE && smr_date_years_between (self->born, today) > OLDEST_YEARS)
    return refuse (error, "client.born", "this is more than %d years ago", OLDEST_YEARS);
  return smr_record_validate_text ("client.language", self->language, -1, 16, FALSE, error) &&
         smr_record_validate_text ("client.phone", self->phone, -1, SMR_NAME_MAX_CHARS, FALSE, error) &&
         smr_record_validate_text ("client.email", self->email, -1, SMR_NAME_MAX_CHARS, FALSE, error) &&
         smr_record_validate_text ("client.trainer", self->trainer, -1, SMR_NAME_MAX_CHARS, FALSE, error) &&
         smr_record_validate_text ("client.notes", self->notes, -1, SMR_TEXT_MAX_CHARS, TRUE, error);
}

static gboolean
validate_answer (const char *intake, const SmrAnswer *answer, SmrDate signed_on, const SmrClient *client, SmrDate today, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.answers.%s", intake, answer->condition);
  g_autofree char *text_path = g_strconcat (path, ".text", NULL);
  g_autofree char *date_path = g_strconcat (path, ".date", NULL);

  if (answer->weeks > SMR_PREGNANCY_MAX_WEEKS)
    return refuse (error, path, "%d weeks of pregnancy are not possible", answer->weeks);
  if (answer->as_of != SMR_DATE_NONE && (answer->as_of > today || (signed_on != SMR_DATE_NONE && answer->as_of > signed_on)))
    return refuse (error, path, "it is copied from a later form");
  return smr_record_validate_text (text_path, answer->text, -1, SMR_TEXT_MAX_CHARS, TRUE, error) &&
         validate_past (date_path, answer->date, client->born, today, error);
}

static gboolean
validate_signature (const char *intake, const char *member, const char *signature, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", intake, member);
  g_autoptr (SmrSignature) strokes = *signature != '\0' ? smr_signature_from_string (signature) : NULL;

  if (*signature != '\0' && strokes == NULL)
    return refuse (error, path, "this is not a drawn signature");
  return TRUE;
}

/* What was signed, and by whom. */
static gboolean
validate_signing (const char *path, const SmrIntake *intake, GError **error)
{
  g_autofree char *signed_by_path = g_strconcat (path, ".signed_by", NULL);
  g_autofree char *guardian_path = g_strconcat (path, ".guardian", NULL);
  g_autofree char *trainer_path = g_strconcat (path, ".trainer", NULL);
  g_autofree char *consent_path = g_strconcat (path, ".consent", NULL);

  if ((*intake->consent != '\0') != (intake->consent_version > 0))
    return refuse (error, consent_path, "a consent has a text and a version");
  return smr_record_validate_text (signed_by_path, intake->signed_by, -1, SMR_NAME_MAX_CHARS, FALSE, error) &&
         smr_record_validate_text (guardian_path, intake->guardian, -1, SMR_NAME_MAX_CHARS, FALSE, error) &&
         smr_record_validate_text (trainer_path, intake->trainer, -1, SMR_NAME_MAX_CHARS, FALSE, error) &&
         smr_record_validate_text (consent_path, intake->consent, -1, SMR_CONSENT_MAX_CHARS, TRUE, error) &&
         validate_signature (path, "signature", intake->signature, error) &&
         validate_signature (path, "guardian_signature", intake->guardian_signature, error);
}

static gboolean
validate_intake (guint index, const SmrIntake *intake, const SmrClient *client, SmrDate today, GError **error)
{
  g_autofree char *path = g_strdup_printf ("intakes[%u]", index);
  g_autofree char *signed_path = g_strconcat (path, ".signed", NULL);
  GHashTableIter iter;
  gpointer answer;

  if (!validate_past (signed_path, intake->signed_on, client->born, today, error) || !validate_signing (path, intake, error))
    return FALSE;

  g_hash_table_iter_init (&iter, intake->answers);
  while (g_hash_table_iter_next (&iter, NULL, &answer))
    {
      if (!validate_answer (path, answer, intake->signed_on, client, today, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
smr_withdrawal_validate (const char *path, const SmrWithdrawal *self, const SmrClearance *clearance, SmrDate today, GError **error)
{
  g_autofree char *date_path = g_strconcat (path, ".date", NULL);
  g_autofree char *reason_path = g_strconcat (path, ".reason", NULL);
  g_autofree char *by_path = g_strconcat (path, ".by", NULL);

  if (self->date == SMR_DATE_NONE)
    return refuse (error, date_path, "a withdrawal needs its day");
  if (!validate_past (date_path, self->date, SMR_DATE_NONE, today, error))
    return FALSE;
  if (self->date < clearance->dated)
    return refuse (error, date_path, "it is withdrawn before it is dated");
  if (is_blank (self->by))
    return refuse (error, by_path, "a withdrawal says who made it");
  return smr_record_validate_text (reason_path, self->reason, -1, SMR_TEXT_MAX_CHARS, TRUE, error) &&
         smr_record_validate_text (by_path, self->by, -1, SMR_NAME_MAX_CHARS, FALSE, error);
}

static gboolean
validate_clearance (guint index, const SmrClearance *clearance, const SmrClient *client, SmrDate today, GError **error)
{
  g_autofree char *path = g_strdup_printf ("clearances[%u]", index);
  g_autofree char *dated_path = g_strconcat (path, ".dated", NULL);
  g_autofree char *expires_path = g_strconcat (path, ".expires", NULL);
  g_autofree char *phases_path = g_strconcat (path, ".phases", NULL);
  g_autofree char *withdrawn_path = g_strconcat (path, ".withdrawn", NULL);

  if (clearance->conditions->len == 0)
    return refuse (error, path, "a clearance names at least one condition");
  if (!validate_past (dated_path, clearance->dated, client->born, today, error))
    return FALSE;
  if (clearance->expires != SMR_DATE_NONE && clearance->expires < clearance->dated)
    return refuse (error, expires_path, "it expires before it is dated");
  if (clearance->phases == 0)
    return refuse (error, phases_path, "a clearance allows at least one phase");
  return smr_record_validate_text (path, clearance->physician, -1, SMR_NAME_MAX_CHARS, FALSE, error) &&
         smr_record_validate_text (path, clearance->practice, -1, SMR_NAME_MAX_CHARS, FALSE, error) &&
         smr_record_validate_text (path, clearance->phone, -1, SMR_NAME_MAX_CHARS, FALSE, error) &&
         (clearance->withdrawal == NULL ||
          smr_withdrawal_validate (withdrawn_path, clearance->withdrawal, clearance, today, error));
}

gboolean
smr_reading_is_possible (int systolic, int diastolic)
{
  return systolic >= 60 && systolic <= 300 && diastolic >= 30 && diastolic <= 200 && diastolic < systolic;
}

static gboolean
validate_reading (guint index, const SmrReading *reading, const SmrClient *client, SmrDate today, GError **error)
{
  g_autofree char *path = g_strdup_printf ("readings[%u]", index);

  if (reading->date == SMR_DATE_NONE)
    return refuse (error, path, "a reading needs its date");
  if (!validate_past (path, reading->date, client->born, today, error))
    return FALSE;
  if (reading->diastolic >= reading->systolic)
    return refuse (error, path, "in %d/%d the first figure has to be the greater one", reading->systolic, reading->diastolic);
  if (!smr_reading_is_possible (reading->systolic, reading->diastolic))
    return refuse (error, path, "a blood pressure of %d/%d is not possible", reading->systolic, reading->diastolic);
  return TRUE;
}

static gboolean
validate_session (guint index, const SmrSession *session, const SmrClient *client, SmrDate today, GError **error)
{
  g_autofree char *path = g_strdup_printf ("sessions[%u]", index);

  if (session->pain_before < -1 || session->pain_before > 10 || session->pain_after < -1 || session->pain_after > 10)
    return refuse (error, path, "pain is a number from 0 to 10");
  if (!validate_past (path, session->date, client->born, today, error) ||
      !smr_record_validate_text (path, session->note, -1, SMR_TEXT_MAX_CHARS, TRUE, error) ||
      !smr_record_validate_text (path, session->title, -1, SMR_NAME_MAX_CHARS, FALSE, error))
    return FALSE;
  for (guint i = 0; i < session->items->len; i++)
    {
      const SmrSessionItem *item = g_ptr_array_index (session->items, i);

      if (!smr_record_validate_text (path, item->note, -1, SMR_TEXT_MAX_CHARS, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
validate_incident (guint index, const SmrIncident *incident, const SmrClient *client, SmrDate today, GError **error)
{
  g_autofree char *path = g_strdup_printf ("incidents[%u]", index);

  if (incident->date == SMR_DATE_NONE)
    return refuse (error, path, "an incident needs its date");
  return validate_past (path, incident->date, client->born, today, error) &&
         smr_record_validate_text (path, incident->done, -1, SMR_TEXT_MAX_CHARS, TRUE, error) &&
         smr_record_validate_text (path, incident->note, -1, SMR_TEXT_MAX_CHARS, TRUE, error);
}

static gboolean
validate_letter (guint index, const SmrLetter *letter, const SmrClient *client, SmrDate today, GError **error)
{
  g_autofree char *path = g_strdup_printf ("letters[%u]", index);

  if (letter->conditions->len == 0)
    return refuse (error, path, "a letter asks about at least one condition");
  if (letter->dated == SMR_DATE_NONE)
    return refuse (error, path, "a letter needs its date");
  if (!validate_past (path, letter->dated, client->born, today, error) ||
      !smr_record_validate_text (path, letter->physician, -1, SMR_NAME_MAX_CHARS, FALSE, error) ||
      !smr_record_validate_text (path, letter->address, -1, SMR_TEXT_MAX_CHARS, TRUE, error))
    return FALSE;

  for (guint i = 0; i < letter->events->len; i++)
    {
      const SmrLetterEvent *event = g_ptr_array_index (letter->events, i);
      g_autofree char *event_path = g_strdup_printf ("%s.events[%u]", path, i);

      if (event->date < letter->dated)
        return refuse (error, event_path, "this is dated before the letter");
      if (event->clearance != 0 && event->kind != SMR_LETTER_RECEIVED)
        return refuse (error, event_path, "a clearance came only where it was received");
      if (!validate_past (event_path, event->date, client->born, today, error) ||
          !smr_record_validate_text (event_path, event->how, -1, SMR_NAME_MAX_CHARS, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
validate_assessment (guint index, const SmrAssessment *assessment, const SmrClient *client, SmrDate today, GError **error)
{
  g_autofree char *path = g_strdup_printf ("assessments[%u]", index);

  if (assessment->date == SMR_DATE_NONE)
    return refuse (error, path, "an assessment needs its date");
  return validate_past (path, assessment->date, client->born, today, error) &&
         smr_record_validate_text (path, assessment->trainer, -1, SMR_NAME_MAX_CHARS, FALSE, error) &&
         smr_record_validate_text (path, assessment->note, -1, SMR_TEXT_MAX_CHARS, TRUE, error);
}

gboolean
smr_record_validate (const SmrRecord *self, SmrDate today, GError **error)
{
  const SmrClient *client = self->client;

  if (!smr_client_validate (client, today, error))
    return FALSE;
  for (guint i = 0; i < self->intakes->len; i++)
    {
      if (!validate_intake (i, g_ptr_array_index (self->intakes, i), client, today, error))
        return FALSE;
    }
  for (guint i = 0; i < self->clearances->len; i++)
    {
      if (!validate_clearance (i, g_ptr_array_index (self->clearances, i), client, today, error))
        return FALSE;
    }
  for (guint i = 0; i < self->readings->len; i++)
    {
      if (!validate_reading (i, g_ptr_array_index (self->readings, i), client, today, error))
        return FALSE;
    }
  for (guint i = 0; i < self->checks->len; i++)
    {
      const SmrCheck *check = g_ptr_array_index (self->checks, i);

      if (!validate_past ("checks", check->date, client->born, today, error))
        return FALSE;
    }
  for (guint i = 0; i < self->sessions->len; i++)
    {
      if (!validate_session (i, g_ptr_array_index (self->sessions, i), client, today, error))
        return FALSE;
    }
  for (guint i = 0; i < self->letters->len; i++)
    {
      if (!validate_letter (i, g_ptr_array_index (self->letters, i), client, today, error))
        return FALSE;
    }
  for (guint i = 0; i < self->incidents->len; i++)
    {
      if (!validate_incident (i, g_ptr_array_index (self->incidents, i), client, today, error))
        return FALSE;
    }
  for (guint i = 0; i < self->assessments->len; i++)
    {
      if (!validate_assessment (i, g_ptr_array_index (self->assessments, i), client, today, error))
        return FALSE;
    }
  return TRUE;
}
