#include "smr-client-file.h"

#include "smr-client-file-private.h"

/* Members without a value are left out; reading gives the same value for what is not there. */

static void
add_string (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  if (text != NULL && *text != '\0')
    add_string (builder, member, text);
}

static void
add_date (JsonBuilder *builder, const char *member, SmrDate date)
{
  if (date != SMR_DATE_NONE)
    {
      g_autofree char *text = smr_date_to_string (date);

      add_string (builder, member, text);
    }
}

static void
add_int (JsonBuilder *builder, const char *member, int number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static void
add_boolean (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

static void
add_flag (JsonBuilder *builder, const char *member, gboolean value)
{
  if (value)
    add_boolean (builder, member, TRUE);
}

static void
begin_array (JsonBuilder *builder, const char *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

static void
add_ids (JsonBuilder *builder, const char *member, const char * const *ids, guint n_ids)
{
  if (n_ids == 0)
    return;

  begin_array (builder, member);
  for (guint i = 0; i < n_ids; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
}

static void
add_places (JsonBuilder *builder, const char *member, const GArray *places)
{
  if (places->len == 0)
    return;

  begin_array (builder, member);
  for (guint i = 0; i < places->len; i++)
    {
      const SmrPlace *place = &g_array_index (places, SmrPlace, i);

      json_builder_begin_object (builder);
      add_string (builder, "region", place->site);
      if (place->side != SMR_SIDE_NONE)
        add_string (builder, "side", smr_side_to_string (place->side));
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
  add_string (builder, "name", client->name);
  add_date (builder, "born", client->born);
  add_string (builder, "level", smr_level_to_string (client->level));
  add_boolean (builder, "regularly_active", client->regularly_active);
  add_text (builder, "language", client->language);
  add_string (builder, "setting", smr_setting_to_string (client->setting));
  add_ids (builder, "kit", (const char * const *) client->kit, client->kit != NULL ? g_strv_length (client->kit) : 0);
  add_text (builder, "phone", client->phone);
  add_text (builder, "email", client->email);
  add_text (builder, "notes", client->notes);
  add_text (builder, "trainer", client->trainer);
  add_flag (builder, "archived", client->archived);
  json_builder_end_object (builder);
}

static void
add_answer (JsonBuilder *builder, const SmrAnswer *answer)
{
  json_builder_set_member_name (builder, answer->condition);
  json_builder_begin_object (builder);
  add_string (builder, "answer", smr_reply_to_string (answer->reply));
  add_text (builder, "text", answer->text);
  add_date (builder, "date", answer->date);
  add_places (builder, "sites", answer->places);
  if (answer->healed_and_sealed == SMR_REPLY_YES || answer->healed_and_sealed == SMR_REPLY_NO)
    add_boolean (builder, "healed_and_sealed", answer->healed_and_sealed == SMR_REPLY_YES);
  if (answer->weeks >= 0)
    add_int (builder, "weeks", answer->weeks);
  add_ids (builder, "facts", (const char * const *) answer->facts->pdata, answer->facts->len);
  if (answer->not_known != 0)
    {
      begin_array (builder, "not_known");
      for (guint i = 0; i < SMR_N_FOLLOW_UPS; i++)
        {
          if (answer->not_known & (1u << i))
            json_builder_add_string_value (builder, smr_follow_up_to_string (1u << i));
        }
      json_builder_end_array (builder);
    }
  add_date (builder, "as_of", answer->as_of);
  if (answer->with_rest)
    add_boolean (builder, "with_rest", TRUE);
  json_builder_end_object (builder);
}

static void
add_intake (JsonBuilder *builder, SmrCatalogue *catalogue, const SmrIntake *intake)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  json_builder_begin_object (builder);
  add_date (builder, "signed", intake->signed_on);
  add_text (builder, "signed_by", intake->signed_by);
  add_boolean (builder, "guardian_signed", intake->guardian_signed);
  add_text (builder, "guardian", intake->guardian);
  add_text (builder, "trainer", intake->trainer);
  add_text (builder, "signature", intake->signature);
  add_text (builder, "guardian_signature", intake->guardian_signature);
  if (*intake->consent != '\0')
    {
      add_int (builder, "consent_version", intake->consent_version);
      add_string (builder, "consent", intake->consent);
    }
  if (intake->catalogue_version != 0)
    add_int (builder, "catalogue_version", intake->catalogue_version);

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
  add_string (builder, "kind", smr_withdrawal_kind_to_string (withdrawal->kind));
  add_date (builder, "date", withdrawal->date);
  add_text (builder, "reason", withdrawal->reason);
  add_text (builder, "by", withdrawal->by);
  json_builder_end_object (builder);
}

static void
add_clearance (JsonBuilder *builder, const SmrClearance *clearance)
{
  json_builder_begin_object (builder);
  begin_array (builder, "conditions");
  for (guint i = 0; i < clearance->conditions->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (clearance->conditions, i));
  json_builder_end_array (builder);
  add_text (builder, "physician", clearance->physician);
  add_text (builder, "practice", clearance->practice);
  add_text (builder, "phone", clearance->phone);
  add_date (builder, "dated", clearance->dated);
  add_date (builder, "expires", clearance->expires);
  begin_array (builder, "phases");
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_SCREENED_PHASES; phase++)
    {
      if (clearance->phases & (1u << phase))
        json_builder_add_string_value (builder, smr_phase_to_screen_string (phase));
    }
  json_builder_end_array (builder);
  add_boolean (builder, "names_rolling", clearance->names_rolling);
  add_places (builder, "sites", clearance->places);
  add_ids (builder, "muscles", (const char * const *) clearance->muscles->pdata, clearance->muscles->len);
  add_ids (builder, "tools", (const char * const *) clearance->tools->pdata, clearance->tools->len);
  add_boolean (builder, "no_restriction", clearance->no_restriction);
  add_boolean (builder, "in_addition", clearance->in_addition);
  if (clearance->withdrawal != NULL)
    add_withdrawal (builder, clearance->withdrawal);
  json_builder_end_object (builder);
}

static void
add_reading (JsonBuilder *builder, const SmrReading *reading)
{
  json_builder_begin_object (builder);
  add_date (builder, "date", reading->date);
  add_int (builder, "systolic", reading->systolic);
  add_int (builder, "diastolic", reading->diastolic);
  json_builder_end_object (builder);
}

static void
add_check (JsonBuilder *builder, SmrCatalogue *catalogue, const SmrCheck *check)
{
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);

  json_builder_begin_object (builder);
  add_date (builder, "date", check->date);
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      SmrReply reply = smr_check_get_reply (check, condition->id);

      if (reply != SMR_REPLY_UNANSWERED)
        add_string (builder, condition->id, smr_reply_to_string (reply));
    }
  json_builder_end_object (builder);
  if (g_hash_table_size (check->eased) > 0)
    {
      json_builder_set_member_name (builder, "facts");
      json_builder_begin_object (builder);
      for (guint i = 0; i < conditions->len; i++)
        {
          const SmrCondition *condition = g_ptr_array_index (conditions, i);

          add_text (builder, condition->id, smr_check_get_fact (check, condition->id));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_session (JsonBuilder *builder, const SmrSession *session)
{
  json_builder_begin_object (builder);
  add_date (builder, "date", session->date);
  if (session->setting != SMR_SETTING_NOT_NOTED)
    add_string (builder, "setting", smr_setting_to_string (session->setting));
  if (session->version != 0)
    {
      json_builder_set_member_name (builder, "routine");
      json_builder_begin_object (builder);
      add_text (builder, "title", session->title);
      add_int (builder, "version", session->version);
      json_builder_end_object (builder);
    }
  if (session->items->len > 0)
    {
      begin_array (builder, "items");
      for (guint i = 0; i < session->items->len; i++)
        {
          const SmrSessionItem *item = g_ptr_array_index (session->items, i);

          json_builder_begin_object (builder);
          add_string (builder, "exercise", item->exercise);
          add_string (builder, "side", smr_item_side_to_string (item->side));
          add_string (builder, "done", smr_done_to_string (item->done));
          add_text (builder, "note", item->note);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  if (session->pain_before >= 0)
    add_int (builder, "pain_before", session->pain_before);
  if (session->pain_after >= 0)
    add_int (builder, "pain_after", session->pain_after);
  add_boolean (builder, "done_as_planned", session->done_as_planned);
  add_text (builder, "note", session->note);
  json_builder_end_object (builder);
}

/* Its session by its place among those in the file, from 1 on. */
static void
add_incident (JsonBuilder *builder, const SmrRecord *record, const SmrIncident *incident)
{
  json_builder_begin_object (builder);
  add_date (builder, "date", incident->date);
  add_string (builder, "sign", incident->sign);
  add_places (builder, "sites", incident->places);
  add_text (builder, "done", incident->done);
  add_text (builder, "note", incident->note);
  for (guint i = 0; incident->session != 0 && i < record->sessions->len; i++)
    {
      if (((const SmrSession *) g_ptr_array_index (record->sessions, i))->id == incident->session)
        add_int (builder, "session", i + 1);
    }
  json_builder_end_object (builder);
}

/* --- routines */

static void
add_picks (JsonBuilder *builder, const char *member, const GArray *picks)
{
  begin_array (builder, member);
  for (guint i = 0; i < picks->len; i++)
    {
      const SmrPick *pick = &g_array_index (picks, SmrPick, i);

      json_builder_begin_object (builder);
      add_string (builder, "muscle", pick->muscle);
      add_string (builder, "side", smr_side_to_string (pick->side));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_item (JsonBuilder *builder, const SmrItem *item)
{
  json_builder_begin_object (builder);
  add_string (builder, "phase", smr_phase_to_string (item->phase));
  add_string (builder, "exercise", item->exercise);
  add_string (builder, "side", smr_item_side_to_string (item->side));
  add_text (builder, "tool", item->tool);

  json_builder_set_member_name (builder, "dose");
  json_builder_begin_object (builder);
  add_int (builder, "sets", item->dose.sets);
  add_int (builder, "reps", item->dose.reps);
  add_int (builder, "hold_seconds", item->dose.hold_seconds);
  add_int (builder, "search_seconds", item->dose.search_seconds);
  add_string (builder, "tempo", smr_tempo_to_string (item->dose.tempo));
  add_int (builder, "rest_seconds", item->dose.rest_seconds);
  json_builder_end_object (builder);

  begin_array (builder, "served");
  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);

      json_builder_begin_object (builder);
      add_string (builder, "muscle", served->muscle);
      add_text (builder, "because", served->because);
      add_string (builder, "side", smr_side_to_string (served->side));
      add_text (builder, "passed_over", served->passed_over);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_text (builder, "note", item->note);
  json_builder_end_object (builder);
}

static void
add_routine (JsonBuilder *builder, const SmrRoutine *routine)
{
  json_builder_begin_object (builder);
  add_string (builder, "title", routine->title);
  add_int (builder, "version", routine->version);
  add_string (builder, "status", smr_routine_status_to_string (routine->status));
  add_date (builder, "created", routine->created);
  add_date (builder, "issued", routine->issued);
  add_string (builder, "level", smr_level_to_string (routine->level));
  add_string (builder, "setting", smr_setting_to_string (routine->setting));
  add_int (builder, "minutes", routine->minutes);
  add_boolean (builder, "no_floor", routine->no_floor);
  add_boolean (builder, "accept_substitutes", routine->accept_substitutes);
  add_picks (builder, "overactive", routine->overactive);
  add_picks (builder, "underactive", routine->underactive);
  begin_array (builder, "items");
  for (guint i = 0; i < routine->items->len; i++)
    add_item (builder, g_ptr_array_index (routine->items, i));
  json_builder_end_array (builder);
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
  add_string (builder, "format", SMR_CLIENT_FILE_FORMAT);
  add_int (builder, "version", SMR_CLIENT_FILE_VERSION);
  add_client (builder, record->client);

  begin_array (builder, "intakes");
  for (guint i = 0; i < record->intakes->len; i++)
    add_intake (builder, catalogue, g_ptr_array_index (record->intakes, i));
  json_builder_end_array (builder);

  begin_array (builder, "clearances");
  for (guint i = 0; i < record->clearances->len; i++)
    add_clearance (builder, g_ptr_array_index (record->clearances, i));
  json_builder_end_array (builder);

  begin_array (builder, "readings");
  for (guint i = 0; i < record->readings->len; i++)
    add_reading (builder, g_ptr_array_index (record->readings, i));
  json_builder_end_array (builder);

  begin_array (builder, "checks");
  for (guint i = 0; i < record->checks->len; i++)
    add_check (builder, catalogue, g_ptr_array_index (record->checks, i));
  json_builder_end_array (builder);

  begin_array (builder, "sessions");
  for (guint i = 0; i < record->sessions->len; i++)
    add_session (builder, g_ptr_array_index (record->sessions, i));
  json_builder_end_array (builder);

  smr_client_file_write_letters (builder, record);
  begin_array (builder, "incidents");
  for (guint i = 0; i < record->incidents->len; i++)
    add_incident (builder, record, g_ptr_array_index (record->incidents, i));
  json_builder_end_array (builder);

  smr_client_file_write_assessments (builder, record->assessments);
  begin_array (builder, "routines");
  for (guint i = 0; i < record->routines->len; i++)
    add_routine (builder, g_ptr_array_index (record->routines, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
