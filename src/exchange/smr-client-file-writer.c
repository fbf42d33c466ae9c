#include "smr-client-file.h"

#include "smr-client-file-private.h"
#include "smr-file-build.h"

/* Members without a value are left out; reading gives the same value for what is not there. */

static void
add_ids (JsonBuilder *builder, const char *member, const char * const *ids, guint n_ids)
{
  if (n_ids == 0)
    return;

  smr_file_begin_array (builder, member);
  for (guint i = 0; i < n_ids; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
}

static void
add_places (JsonBuilder *builder, const char *member, const GArray *places)
{
  if (places->len == 0)
    return;

  smr_file_begin_array (builder, member);
  for (guint i = 0; i < places->len; i++)
    {
      const SmrPlace *place = &g_array_index (places, SmrPlace, i);

      json_builder_begin_object (builder);
      smr_file_add_string (builder, "region", place->site);
      if (place->side != SMR_SIDE_NONE)
        smr_file_add_string (builder, "side", smr_side_to_string (place->side));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* --- entries */

static void
add_client (JsonBuilder *builder, const SmrClient *client)
{
  json_builder_set_member_name (builder, "client");
  json_builder_begin_object (builder);
  smr_file_add_string (builder, "name", client->name);
  smr_file_add_date (builder, "born", client->born);
  smr_file_add_string (builder, "level", smr_level_to_string (client->level));
  smr_file_add_boolean (builder, "regularly_active", client->regularly_active);
  smr_file_add_text (builder, "language", client->language);
  smr_file_add_string (builder, "setting", smr_setting_to_string (client->setting));
  add_ids (builder, "kit", (const char * const *) client->kit, client->kit != NULL ? g_strv_length (client->kit) : 0);
  smr_file_add_text (builder, "phone", client->phone);
  smr_file_add_text (builder, "email", client->email);
  smr_file_add_text (builder, "notes", client->notes);
  smr_file_add_text (builder, "trainer", client->trainer);
  smr_file_add_flag (builder, "archived", client->archived);
  json_builder_end_object (builder);
}

static void
add_answer (JsonBuilder *builder, const SmrAnswer *answer)
{
  json_builder_set_member_name (builder, answer->condition);
  json_builder_begin_object (builder);
  smr_file_add_string (builder, "answer", smr_reply_to_string (answer->reply));
  smr_file_add_text (builder, "text", answer->text);
  smr_file_add_date (builder, "date", answer->date);
  add_places (builder, "sites", answer->places);
  if (answer->healed_and_sealed == SMR_REPLY_YES || answer->healed_and_sealed == SMR_REPLY_NO)
    smr_file_add_boolean (builder, "healed_and_sealed", answer->healed_and_sealed == SMR_REPLY_YES);
  if (answer->weeks >= 0)
    smr_file_add_int (builder, "weeks", answer->weeks);
  add_ids (builder, "facts", (const char * const *) answer->facts->pdata, answer->facts->len);
  if (answer->not_known != 0)
    {
      smr_file_begin_array (builder, "not_known");
      for (guint i = 0; i < SMR_N_FOLLOW_UPS; i++)
        {
          if (answer->not_known & (1u << i))
            json_builder_add_string_value (builder, smr_follow_up_to_string (1u << i));
        }
      json_builder_end_array (builder);
    }
  smr_file_add_date (builder, "as_of", answer->as_of);
  if (answer->with_rest)
    smr_file_add_boolean (builder, "with_rest", TRUE);
  json_builder_end_object (builder);
}

static void
add_intake (JsonBuilder *builder, SmrCatalogue *catalogue, const SmrIntake *intake)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  json_builder_begin_object (builder);
  smr_file_add_date (builder, "signed", intake->signed_on);
  smr_file_add_text (builder, "signed_by", intake->signed_by);
  smr_file_add_boolean (builder, "guardian_signed", intake->guardian_signed);
  smr_file_add_text (builder, "guardian", intake->guardian);
  smr_file_add_text (builder, "trainer", intake->trainer);
  smr_file_add_text (builder, "signature", intake->signature);
  smr_file_add_text (builder, "guardian_signature", intake->guardian_signature);
  if (*intake->consent != '\0')
    {
      smr_file_add_int (builder, "consent_version", intake->consent_version);
      smr_file_add_string (builder, "consent", intake->consent);
    }
  if (intake->catalogue_version != 0)
    smr_file_add_int (builder, "catalogue_version", intake->catalogue_version);

  json_builder_set_member_name (builder, "answers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      const SmrAnswer *answer = smr_intake_get_answer (intake, condition->id);

      if (answer != NULL && answer->reply != SMR_REPLY_UNANSWERED)
        add_answer (builder, answer);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_withdrawal (JsonBuilder *builder, const SmrWithdrawal *withdrawal)
{
  json_builder_set_member_name (builder, "withdrawn");
  json_builder_begin_object (builder);
  smr_file_add_string (builder, "kind", smr_withdrawal_kind_to_string (withdrawal->kind));
  smr_file_add_date (builder, "date", withdrawal->date);
  smr_file_add_text (builder, "reason", withdrawal->reason);
  smr_file_add_text (builder, "by", withdrawal->by);
  json_builder_end_object (builder);
}

static void
add_clearance (JsonBuilder *builder, const SmrClearance *clearance)
{
  json_builder_begin_object (builder);
  smr_file_begin_array (builder, "conditions");
  for (guint i = 0; i < clearance->conditions->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (clearance->conditions, i));
  json_builder_end_array (builder);
  smr_file_add_text (builder, "physician", clearance->physician);
  smr_file_add_text (builder, "practice", clearance->practice);
  smr_file_add_text (builder, "phone", clearance->phone);
  smr_file_add_date (builder, "dated", clearance->dated);
  smr_file_add_date (builder, "expires", clearance->expires);
  smr_file_begin_array (builder, "phases");
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if (clearance->phases & (1u << phase))
        json_builder_add_string_value (builder, smr_phase_to_screen_string (phase));
    }
  json_builder_end_array (builder);
  smr_file_add_boolean (builder, "names_rolling", clearance->names_rolling);
  add_places (builder, "sites", clearance->places);
  add_ids (builder, "muscles", (const char * const *) clearance->muscles->pdata, clearance->muscles->len);
  add_ids (builder, "tools", (const char * const *) clearance->tools->pdata, clearance->tools->len);
  smr_file_add_boolean (builder, "no_restriction", clearance->no_restriction);
  smr_file_add_boolean (builder, "in_addition", clearance->in_addition);
  if (clearance->withdrawal != NULL)
    add_withdrawal (builder, clearance->withdrawal);
  json_builder_end_object (builder);
}

static void
add_reading (JsonBuilder *builder, const SmrReading *reading)
{
  json_builder_begin_object (builder);
  smr_file_add_date (builder, "date", reading->date);
  smr_file_add_int (builder, "systolic", reading->systolic);
  smr_file_add_int (builder, "diastolic", reading->diastolic);
  json_builder_end_object (builder);
}

static void
add_check (JsonBuilder *builder, SmrCatalogue *catalogue, const SmrCheck *check)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  json_builder_begin_object (builder);
  smr_file_add_date (builder, "date", check->date);
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrReply reply = smr_check_get_reply (check, condition->id);

      if (reply != SMR_REPLY_UNANSWERED)
        smr_file_add_string (builder, condition->id, smr_reply_to_string (reply));
    }
  json_builder_end_object (builder);
  if (g_hash_table_size (check->eased) > 0)
    {
      json_builder_set_member_name (builder, "facts");
      json_builder_begin_object (builder);
      for (guint i = 0; i < conditions->len; i++)
        {
          const SmrCondition *condition = g_ptr_array_index (conditions, i);

          smr_file_add_text (builder, condition->id, smr_check_get_fact (check, condition->id));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_session (JsonBuilder *builder, const SmrSession *session)
{
  json_builder_begin_object (builder);
  smr_file_add_date (builder, "date", session->date);
  if (session->setting != SMR_SETTING_NOT_NOTED)
    smr_file_add_string (builder, "setting", smr_setting_to_string (session->setting));
  if (session->version != 0)
    {
      json_builder_set_member_name (builder, "routine");
      json_builder_begin_object (builder);
      smr_file_add_text (builder, "title", session->title);
      smr_file_add_int (builder, "version", session->version);
      json_builder_end_object (builder);
    }
  if (session->items->len > 0)
    {
      smr_file_begin_array (builder, "items");
      for (guint i = 0; i < session->items->len; i++)
        {
          const SmrSessionItem *item = g_ptr_array_index (session->items, i);

          json_builder_begin_object (builder);
          smr_file_add_string (builder, "exercise", item->exercise);
          smr_file_add_string (builder, "side", smr_item_side_to_string (item->side));
          smr_file_add_string (builder, "done", smr_done_to_string (item->done));
          smr_file_add_text (builder, "note", item->note);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  if (session->pain_before >= 0)
    smr_file_add_int (builder, "pain_before", session->pain_before);
  if (session->pain_after >= 0)
    smr_file_add_int (builder, "pain_after", session->pain_after);
  smr_file_add_boolean (builder, "done_as_planned", session->done_as_planned);
  smr_file_add_text (builder, "note", session->note);
  json_builder_end_object (builder);
}

/* Its session by its place among those in the file, from 1 on. */
static void
add_incident (JsonBuilder *builder, const SmrRecord *record, const SmrIncident *incident)
{
  json_builder_begin_object (builder);
  smr_file_add_date (builder, "date", incident->date);
  smr_file_add_string (builder, "sign", incident->sign);
  add_places (builder, "sites", incident->places);
  smr_file_add_text (builder, "done", incident->done);
  smr_file_add_text (builder, "note", incident->note);
  for (guint i = 0; incident->session != 0 && i < record->sessions->len; i++)
    {
      if (((const SmrSession *) g_ptr_array_index (record->sessions, i))->id == incident->session)
        smr_file_add_int (builder, "session", i + 1);
    }
  json_builder_end_object (builder);
}

/* --- the whole file */

char *
smr_client_file_write (SmrCatalogue *catalogue, const SmrRecord *record)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  smr_file_add_string (builder, "format", SMR_CLIENT_FILE_FORMAT);
  smr_file_add_int (builder, "version", SMR_CLIENT_FILE_VERSION);
  add_client (builder, record->client);

  smr_file_begin_array (builder, "intakes");
  for (guint i = 0; i < record->intakes->len; i++)
    add_intake (builder, catalogue, g_ptr_array_index (record->intakes, i));
  json_builder_end_array (builder);

  smr_file_begin_array (builder, "clearances");
  for (guint i = 0; i < record->clearances->len; i++)
    add_clearance (builder, g_ptr_array_index (record->clearances, i));
  json_builder_end_array (builder);

  smr_file_begin_array (builder, "readings");
  for (guint i = 0; i < record->readings->len; i++)
    add_reading (builder, g_ptr_array_index (record->readings, i));
  json_builder_end_array (builder);

  smr_file_begin_array (builder, "checks");
  for (guint i = 0; i < record->checks->len; i++)
    add_check (builder, catalogue, g_ptr_array_index (record->checks, i));
  json_builder_end_array (builder);

  smr_file_begin_array (builder, "sessions");
  for (guint i = 0; i < record->sessions->len; i++)
    add_session (builder, g_ptr_array_index (record->sessions, i));
  json_builder_end_array (builder);

  smr_client_file_write_letters (builder, record);
  smr_file_begin_array (builder, "incidents");
  for (guint i = 0; i < record->incidents->len; i++)
    add_incident (builder, record, g_ptr_array_index (record->incidents, i));
  json_builder_end_array (builder);

  smr_client_file_write_assessments (builder, record->assessments);
  smr_client_file_write_own (builder, record->own_exercises);
  smr_file_begin_array (builder, "routines");
  for (guint i = 0; i < record->routines->len; i++)
    smr_file_write_routine (builder, g_ptr_array_index (record->routines, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
