#include "smr-client-file.h"

#include <string.h>

#include "smr-client-file-private.h"
#include "smr-exchange-file.h"
#include "smr-json.h"
#include "smr-signature.h"

G_DEFINE_QUARK (smr-exchange-error-quark, smr_exchange_error)

void
smr_file_take_text (char **text, char *new_text)
{
  g_free (*text);
  *text = new_text;
}

/* The interned id if the catalogue has an @entry for it. */
static const char *
check_id (SmrJsonWalk *walk, const char *id, gconstpointer entry, const char *what)
{
  g_autofree char *quoted = NULL;

  if (entry != NULL)
    return g_intern_string (id);

  quoted = smr_json_quote (id);
  smr_json_walk_fail (walk, "“%s” is not %s", quoted, what);
  return NULL;
}

/* The same for an id that stands in @member. */
const char *
smr_file_check_member_id (SmrJsonWalk *walk, const char *member, const char *id, gconstpointer entry, const char *what)
{
  gsize length = smr_json_walk_enter (walk, member);

  id = check_id (walk, id, entry, what);
  smr_json_walk_leave (walk, length);
  return id;
}

/* A row of the checklist that somebody was asked. */
static const SmrCondition *
check_asked_row (SmrJsonWalk *walk, SmrCatalogue *catalogue, const char *id)
{
  const SmrCondition *condition = smr_catalogue_find_condition (catalogue, id);

  if (condition == NULL)
    smr_json_walk_fail (walk, "not a row of the checklist");
  else if (condition->computed)
    smr_json_walk_fail (walk, "this row is never asked, it follows from the client");
  else
    return condition;
  return NULL;
}

/* --- arrays of ids and of places */

static void
condition_id_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  SmrFileTarget *target = data;
  const char *id = smr_json_walk_string (walk, node);

  id = check_id (walk, id, smr_catalogue_find_condition (target->catalogue, id), "a row of the checklist");
  if (id != NULL)
    g_ptr_array_add (target->into, (gpointer) id);
}

static void
muscle_id_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  SmrFileTarget *target = data;
  const char *id = smr_json_walk_string (walk, node);

  id = check_id (walk, id, smr_catalogue_find_muscle (target->catalogue, id), "a muscle");
  if (id != NULL)
    g_ptr_array_add (target->into, (gpointer) id);
}

static void
tool_id_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  SmrFileTarget *target = data;
  const char *id = smr_json_walk_string (walk, node);

  id = check_id (walk, id, smr_catalogue_find_tool (target->catalogue, id), "a tool");
  if (id != NULL)
    g_ptr_array_add (target->into, (gpointer) id);
}

void
smr_file_place_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "region", "side", NULL };
  SmrFileTarget *target = data;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  SmrPlace place = { NULL, SMR_SIDE_NONE };
  const SmrSite *site;
  const char *region, *side;

  smr_json_walk_require (walk, object, "region");
  region = smr_json_walk_get_word (walk, object, "region");
  side = smr_json_walk_get_word (walk, object, "side");
  if (walk->error != NULL)
    return;

  site = smr_catalogue_find_site (target->catalogue, region);
  place.site = smr_file_check_member_id (walk, "region", region, site, "a region");
  if (site == NULL)
    return;
  if (side != NULL && (!smr_side_from_string (side, &place.side) || place.side == SMR_SIDE_MIDLINE))
    smr_json_walk_fail_member (walk, "side", "left, right or both is expected here");
  else if (side != NULL && !site->paired && place.side != SMR_SIDE_BOTH)
    smr_json_walk_fail_member (walk, "side", "the region %s has no sides", site->id);

  g_array_append_val ((GArray *) target->into, place);
}

/* --- client */

static gboolean
is_language (const char *text)
{
  gsize length = strlen (text);

  return length == 0 ||
         (length >= 2 && length <= 16 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]) &&
          strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-@") == length);
}

static void
read_client (SmrJsonWalk *walk, SmrCatalogue *catalogue, JsonNode *node, SmrClient *client)
{
  static const char * const members[] = {
    "name", "born", "level", "regularly_active", "language", "setting", "kit", "phone", "email", "notes",
    "trainer", "archived", NULL
  };
  g_autoptr (GStrvBuilder) kit = g_strv_builder_new ();
  g_autoptr (GPtrArray) tools = g_ptr_array_new ();
  SmrFileTarget target = { catalogue, tools };
  gsize length = smr_json_walk_enter (walk, "client");
  JsonObject *object = smr_json_walk_object (walk, node, members);
  const char *word;

  smr_json_walk_require (walk, object, "name");
  smr_file_take_text (&client->name, smr_json_walk_dup_text (walk, object, "name", SMR_NAME_MAX_CHARS, FALSE));
  client->born = smr_json_walk_get_date (walk, object, "born");
  client->regularly_active = smr_json_walk_get_boolean (walk, object, "regularly_active");
  smr_file_take_text (&client->language, smr_json_walk_dup_text (walk, object, "language", SMR_NAME_MAX_CHARS, FALSE));
  smr_file_take_text (&client->phone, smr_json_walk_dup_text (walk, object, "phone", SMR_NAME_MAX_CHARS, FALSE));
  smr_file_take_text (&client->email, smr_json_walk_dup_text (walk, object, "email", SMR_NAME_MAX_CHARS, FALSE));
  smr_file_take_text (&client->notes, smr_json_walk_dup_text (walk, object, "notes", SMR_TEXT_MAX_CHARS, TRUE));
  smr_file_take_text (&client->trainer, smr_json_walk_dup_text (walk, object, "trainer", SMR_NAME_MAX_CHARS, FALSE));
  client->archived = smr_json_walk_get_boolean (walk, object, "archived");

  if (!is_language (client->language))
    smr_json_walk_fail_member (walk, "language", "a language such as en or pt_BR is expected here");
  word = smr_json_walk_get_word (walk, object, "level");
  if (word != NULL && !smr_level_from_string (word, &client->level))
    smr_json_walk_fail_member (walk, "level", "beginner, intermediate or advanced is expected here");
  word = smr_json_walk_get_word (walk, object, "setting");
  if (word != NULL && !smr_setting_from_string (word, &client->setting))
    smr_json_walk_fail_member (walk, "setting", "home or studio is expected here");

  smr_json_walk_each (walk, object, "kit", tool_id_cb, &target);
  for (guint i = 0; i < tools->len; i++)
    g_strv_builder_add (kit, g_ptr_array_index (tools, i));
  g_strfreev (client->kit);
  client->kit = g_strv_builder_end (kit);

  smr_json_walk_leave (walk, length);
}

/* --- forms */

typedef struct
{
  const SmrCondition *condition;
  SmrAnswer          *answer;
} AnswerTarget;

static void
fact_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  AnswerTarget *target = data;
  const char *id = smr_json_walk_string (walk, node);

  if (check_id (walk, id, smr_condition_find_fact (target->condition, id), "a fact of this row") != NULL)
    smr_answer_set_fact (target->answer, id, TRUE);
}

static void
not_known_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  AnswerTarget *target = data;
  const char *id = smr_json_walk_string (walk, node);
  SmrFollowUp follow_up;

  if (smr_follow_up_from_string (id, &follow_up))
    target->answer->not_known |= follow_up;
  else
    check_id (walk, id, NULL, "a follow-up question");
}

/* The walk stands on the answer. */
static SmrAnswer *
read_answer (SmrJsonWalk *walk, SmrCatalogue *catalogue, const SmrCondition *condition, JsonNode *node)
{
  static const char * const members[] = {
    "answer", "text", "date", "sites", "healed_and_sealed", "weeks", "facts", "not_known", "as_of", "with_rest", NULL
  };
  g_autoptr (SmrAnswer) answer = smr_answer_new (g_intern_string (condition->id), SMR_REPLY_UNANSWERED);
  SmrFileTarget places = { catalogue, answer->places };
  AnswerTarget target = { condition, answer };
  JsonObject *object = smr_json_walk_object (walk, node, members);
  const char *word;

  smr_json_walk_require (walk, object, "answer");
  word = smr_json_walk_get_word (walk, object, "answer");
  if (!smr_reply_from_string (word, &answer->reply) || answer->reply == SMR_REPLY_UNANSWERED)
    smr_json_walk_fail_member (walk, "answer", "yes, no or not_sure is expected here");

  smr_file_take_text (&answer->text, smr_json_walk_dup_text (walk, object, "text", SMR_TEXT_MAX_CHARS, TRUE));
  answer->date = smr_json_walk_get_date (walk, object, "date");
  smr_json_walk_each (walk, object, "sites", smr_file_place_cb, &places);
  if (object != NULL && json_object_has_member (object, "healed_and_sealed"))
    answer->healed_and_sealed = smr_json_walk_get_boolean (walk, object, "healed_and_sealed") ? SMR_REPLY_YES : SMR_REPLY_NO;
  answer->weeks = smr_json_walk_get_int (walk, object, "weeks", 0, SMR_PREGNANCY_MAX_WEEKS, -1);
  smr_json_walk_each (walk, object, "facts", fact_cb, &target);
  smr_json_walk_each (walk, object, "not_known", not_known_cb, &target);
  answer->with_rest = smr_json_walk_get_boolean (walk, object, "with_rest");
  answer->as_of = smr_json_walk_get_date (walk, object, "as_of");
  if (answer->with_rest && answer->reply != SMR_REPLY_NO && answer->as_of == SMR_DATE_NONE)
    smr_json_walk_fail_member (walk, "with_rest", "only a no is given with the rest, or what was copied");

  return g_steal_pointer (&answer);
}

static void
read_answers (SmrJsonWalk *walk, SmrCatalogue *catalogue, JsonNode *node, SmrIntake *intake)
{
  gsize outer = smr_json_walk_enter (walk, "answers");
  JsonObject *object = smr_json_walk_object (walk, node, NULL);
  JsonObjectIter iter;
  JsonNode *answer;
  const char *id;

  if (object != NULL)
    {
      json_object_iter_init_ordered (&iter, object);
      while (walk->error == NULL && json_object_iter_next_ordered (&iter, &id, &answer))
        {
          gsize length = smr_json_walk_enter (walk, id);
          const SmrCondition *condition = check_asked_row (walk, catalogue, id);

          if (condition != NULL)
            smr_intake_take_answer (intake, read_answer (walk, catalogue, condition, answer));
          smr_json_walk_leave (walk, length);
        }
    }
  smr_json_walk_leave (walk, outer);
}

static void
intake_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = {
    "signed", "signed_by", "guardian_signed", "guardian", "trainer", "signature", "guardian_signature", "consent_version",
    "consent", "catalogue_version", "answers", NULL
  };
  SmrFileTarget *target = data;
  SmrRecord *record = target->into;
  SmrIntake *intake = smr_intake_new ();
  JsonObject *object = smr_json_walk_object (walk, node, members);

  g_ptr_array_add (record->intakes, intake);
  intake->signed_on = smr_json_walk_get_date (walk, object, "signed");
  smr_file_take_text (&intake->signed_by, smr_json_walk_dup_text (walk, object, "signed_by", SMR_NAME_MAX_CHARS, FALSE));
  intake->guardian_signed = smr_json_walk_get_boolean (walk, object, "guardian_signed");
  smr_file_take_text (&intake->guardian, smr_json_walk_dup_text (walk, object, "guardian", SMR_NAME_MAX_CHARS, FALSE));
  smr_file_take_text (&intake->trainer, smr_json_walk_dup_text (walk, object, "trainer", SMR_NAME_MAX_CHARS, FALSE));
  smr_file_take_text (&intake->signature, smr_json_walk_dup_text (walk, object, "signature", SMR_SIGNATURE_MAX_CHARS, FALSE));
  smr_file_take_text (&intake->guardian_signature, smr_json_walk_dup_text (walk, object, "guardian_signature", SMR_SIGNATURE_MAX_CHARS, FALSE));
  intake->consent_version = smr_json_walk_get_int (walk, object, "consent_version", 1, G_MAXINT, 0);
  smr_file_take_text (&intake->consent, smr_json_walk_dup_text (walk, object, "consent", SMR_CONSENT_MAX_CHARS, TRUE));
  intake->catalogue_version = smr_json_walk_get_int (walk, object, "catalogue_version", 0, G_MAXINT, 0);
  smr_json_walk_require (walk, object, "answers");
  if (walk->error == NULL)
    read_answers (walk, target->catalogue, json_object_get_member (object, "answers"), intake);
}

/* --- clearances, readings, checks, sessions */

static void
phase_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  SmrClearance *clearance = data;
  SmrPhase phase;

  if (smr_phase_from_screen_string (smr_json_walk_string (walk, node), &phase))
    clearance->phases |= 1 << phase;
  else
    smr_json_walk_fail (walk, "roll, stretch or activate is expected here");
}

static SmrWithdrawal *
read_withdrawal (SmrJsonWalk *walk, JsonNode *node)
{
  static const char * const members[] = { "kind", "date", "reason", "by", NULL };
  SmrWithdrawal *withdrawal = smr_withdrawal_new (SMR_WITHDRAWAL_MISTYPED, SMR_DATE_NONE);
  gsize outer = smr_json_walk_enter (walk, "withdrawn");
  JsonObject *object = smr_json_walk_object (walk, node, members);
  const char *kind;

  smr_json_walk_require (walk, object, "kind");
  smr_json_walk_require (walk, object, "date");
  smr_json_walk_require (walk, object, "by");
  kind = smr_json_walk_get_word (walk, object, "kind");
  if (kind != NULL && !smr_withdrawal_kind_from_string (kind, &withdrawal->kind))
    smr_json_walk_fail_member (walk, "kind", "mistyped or revoked_by_physician is expected here");
  withdrawal->date = smr_json_walk_get_date (walk, object, "date");
  smr_file_take_text (&withdrawal->reason, smr_json_walk_dup_text (walk, object, "reason", SMR_TEXT_MAX_CHARS, TRUE));
  smr_file_take_text (&withdrawal->by, smr_json_walk_dup_text (walk, object, "by", SMR_NAME_MAX_CHARS, FALSE));
  smr_json_walk_leave (walk, outer);
  return withdrawal;
}

static void
clearance_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = {
    "conditions", "physician", "practice", "phone", "dated", "expires", "phases", "names_rolling", "sites",
    "muscles", "tools", "no_restriction", "in_addition", "withdrawn", NULL
  };
  SmrFileTarget *target = data;
  SmrRecord *record = target->into;
  SmrClearance *clearance = smr_clearance_new ();
  JsonObject *object = smr_json_walk_object (walk, node, members);
  SmrFileTarget conditions = { target->catalogue, clearance->conditions };
  SmrFileTarget places = { target->catalogue, clearance->places };
  SmrFileTarget muscles = { target->catalogue, clearance->muscles };
  SmrFileTarget tools = { target->catalogue, clearance->tools };

  g_ptr_array_add (record->clearances, clearance);
  clearance->id = record->clearances->len;
  smr_json_walk_require (walk, object, "conditions");
  smr_json_walk_each (walk, object, "conditions", condition_id_cb, &conditions);
  smr_file_take_text (&clearance->physician, smr_json_walk_dup_text (walk, object, "physician", SMR_NAME_MAX_CHARS, FALSE));
  smr_file_take_text (&clearance->practice, smr_json_walk_dup_text (walk, object, "practice", SMR_NAME_MAX_CHARS, FALSE));
  smr_file_take_text (&clearance->phone, smr_json_walk_dup_text (walk, object, "phone", SMR_NAME_MAX_CHARS, FALSE));
  clearance->dated = smr_json_walk_get_date (walk, object, "dated");
  clearance->expires = smr_json_walk_get_date (walk, object, "expires");
  clearance->phases = 0;
  smr_json_walk_each (walk, object, "phases", phase_cb, clearance);
  clearance->names_rolling = smr_json_walk_get_boolean (walk, object, "names_rolling");
  smr_json_walk_each (walk, object, "sites", smr_file_place_cb, &places);
  smr_json_walk_each (walk, object, "muscles", muscle_id_cb, &muscles);
  smr_json_walk_each (walk, object, "tools", tool_id_cb, &tools);
  clearance->no_restriction = smr_json_walk_get_boolean (walk, object, "no_restriction");
  clearance->in_addition = smr_json_walk_get_boolean (walk, object, "in_addition");
  if (object != NULL && json_object_has_member (object, "withdrawn"))
    smr_clearance_take_withdrawal (clearance, read_withdrawal (walk, json_object_get_member (object, "withdrawn")));
}

static void
reading_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "date", "systolic", "diastolic", NULL };
  SmrFileTarget *target = data;
  SmrRecord *record = target->into;
  SmrReading *reading = g_new0 (SmrReading, 1);
  JsonObject *object = smr_json_walk_object (walk, node, members);

  g_ptr_array_add (record->readings, reading);
  for (guint i = 0; members[i] != NULL; i++)
    smr_json_walk_require (walk, object, members[i]);
  reading->date = smr_json_walk_get_date (walk, object, "date");
  reading->systolic = smr_json_walk_get_int (walk, object, "systolic", 1, 400, 0);
  reading->diastolic = smr_json_walk_get_int (walk, object, "diastolic", 1, 400, 0);
}

static void
read_check_answers (SmrJsonWalk *walk, SmrCatalogue *catalogue, JsonNode *node, SmrCheck *check)
{
  gsize outer = smr_json_walk_enter (walk, "answers");
  JsonObject *object = smr_json_walk_object (walk, node, NULL);
  JsonObjectIter iter;
  JsonNode *answer;
  const char *id;

  if (object != NULL)
    {
      json_object_iter_init_ordered (&iter, object);
      while (walk->error == NULL && json_object_iter_next_ordered (&iter, &id, &answer))
        {
          gsize length = smr_json_walk_enter (walk, id);
          const SmrCondition *condition = check_asked_row (walk, catalogue, id);
          const char *word = smr_json_walk_string (walk, answer);
          SmrReply reply;

          if (condition != NULL && !condition->every_session)
            smr_json_walk_fail (walk, "not a row of the quick check");
          else if (!smr_reply_from_string (word, &reply) || reply == SMR_REPLY_UNANSWERED)
            smr_json_walk_fail (walk, "yes, no or not_sure is expected here");
          else if (condition != NULL)
            smr_check_set_reply (check, g_intern_string (id), reply);
          smr_json_walk_leave (walk, length);
        }
    }
  smr_json_walk_leave (walk, outer);
}

/* What makes a yes weigh less, by its row. */
static void
read_check_facts (SmrJsonWalk *walk, SmrCatalogue *catalogue, JsonNode *node, SmrCheck *check)
{
  gsize outer = smr_json_walk_enter (walk, "facts");
  JsonObject *object = smr_json_walk_object (walk, node, NULL);
  JsonObjectIter iter;
  JsonNode *value;
  const char *id;

  if (object != NULL)
    {
      json_object_iter_init_ordered (&iter, object);
      while (walk->error == NULL && json_object_iter_next_ordered (&iter, &id, &value))
        {
          gsize length = smr_json_walk_enter (walk, id);
          const SmrCondition *condition = check_asked_row (walk, catalogue, id);
          const char *word = smr_json_walk_string (walk, value);
          const SmrFact *fact = condition != NULL ? smr_condition_find_fact (condition, word) : NULL;

          if (fact == NULL || !fact->every_session)
            smr_json_walk_fail (walk, "the quick check does not ask for this fact");
          else if (smr_check_get_reply (check, id) != SMR_REPLY_YES)
            smr_json_walk_fail (walk, "only a yes has facts");
          else
            smr_check_set_fact (check, id, fact->id);
          smr_json_walk_leave (walk, length);
        }
    }
  smr_json_walk_leave (walk, outer);
}

static void
check_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "date", "answers", "facts", NULL };
  SmrFileTarget *target = data;
  SmrRecord *record = target->into;
  SmrCheck *check = smr_check_new (SMR_DATE_NONE);
  JsonObject *object = smr_json_walk_object (walk, node, members);

  g_ptr_array_add (record->checks, check);
  smr_json_walk_require (walk, object, "date");
  smr_json_walk_require (walk, object, "answers");
  check->date = smr_json_walk_get_date (walk, object, "date");
  if (walk->error == NULL)
    read_check_answers (walk, target->catalogue, json_object_get_member (object, "answers"), check);
  if (walk->error == NULL && json_object_has_member (object, "facts"))
    read_check_facts (walk, target->catalogue, json_object_get_member (object, "facts"), check);
}

/* --- the whole file */

static void
check_format (SmrJsonWalk *walk, JsonObject *object)
{
  const char *format = smr_json_walk_get_word (walk, object, "format");
  int version;

  if (walk->error != NULL)
    return;
  if (g_strcmp0 (format, SMR_CLIENT_FILE_FORMAT) != 0)
    {
      smr_json_walk_fail_member (walk, "format", "“" SMR_CLIENT_FILE_FORMAT "” is expected here");
      return;
    }

  smr_json_walk_require (walk, object, "version");
  version = smr_json_walk_get_int (walk, object, "version", 1, G_MAXINT, 0);
  if (version > SMR_CLIENT_FILE_VERSION && walk->error == NULL)
    g_set_error (&walk->error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_TOO_NEW,
                 "version: %d is newer than this program, which reads files up to version %d", version, SMR_CLIENT_FILE_VERSION);
}

static void
read_record (SmrJsonWalk *walk, SmrCatalogue *catalogue, JsonNode *root, SmrRecord *record)
{
  static const char * const members[] = {
    "format", "version", "client", "intakes", "clearances", "readings", "checks", "sessions", "incidents", "letters",
    "assessments", "exercises", "routines", NULL
  };
  g_autoptr (SmrCatalogue) with_own = NULL;
  SmrFileTarget target = { catalogue, record };
  JsonObject *object;

  /* A newer version may have members that are not known here. */
  check_format (walk, json_node_get_object (root));
  object = smr_json_walk_object (walk, root, members);
  smr_json_walk_require (walk, object, "client");
  if (walk->error != NULL)
    return;

  read_client (walk, catalogue, json_object_get_member (object, "client"), record->client);
  smr_json_walk_each (walk, object, "intakes", intake_cb, &target);
  smr_json_walk_each (walk, object, "clearances", clearance_cb, &target);
  smr_json_walk_each (walk, object, "readings", reading_cb, &target);
  smr_json_walk_each (walk, object, "checks", check_cb, &target);
  smr_client_file_read_letters (walk, catalogue, object, record);
  with_own = smr_client_file_read_own (walk, catalogue, object, record);
  target.catalogue = with_own;
  smr_json_walk_each (walk, object, "sessions", smr_file_session_cb, &target);
  smr_json_walk_each (walk, object, "incidents", smr_file_incident_cb, &target);
  smr_json_walk_each (walk, object, "assessments", smr_file_assessment_cb, &target);
  smr_json_walk_each (walk, object, "routines", smr_file_routine_cb, &target);
}

static int
compare_dates (gconstpointer a, gconstpointer b, gpointer offset)
{
  SmrDate first = G_STRUCT_MEMBER (SmrDate, a, GPOINTER_TO_SIZE (offset));
  SmrDate second = G_STRUCT_MEMBER (SmrDate, b, GPOINTER_TO_SIZE (offset));

  return (first > second) - (first < second);
}

static void
sort_by_date (GPtrArray *entries, gsize offset)
{
  g_ptr_array_sort_values_with_data (entries, compare_dates, GSIZE_TO_POINTER (offset));
}

SmrRecord *
smr_client_file_parse (SmrCatalogue *catalogue, const char *data, gssize length, SmrDate today, GError **error)
{
  g_autoptr (JsonNode) root = smr_json_parse (data, length, error);
  g_autoptr (SmrRecord) record = NULL;
  g_autoptr (GError) reason = NULL;
  g_auto (SmrJsonWalk) walk;

  smr_json_walk_init (&walk);
  if (root == NULL)
    return NULL;

  record = smr_record_new_take (smr_client_new (""));
  read_record (&walk, catalogue, root, record);
  if (walk.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&walk.error));
      return NULL;
    }
  if (!smr_record_validate (record, today, &reason))
    {
      g_set_error_literal (error, SMR_EXCHANGE_ERROR, SMR_EXCHANGE_ERROR_INVALID, reason->message);
      return NULL;
    }

  sort_by_date (record->intakes, G_STRUCT_OFFSET (SmrIntake, signed_on));
  sort_by_date (record->clearances, G_STRUCT_OFFSET (SmrClearance, dated));
  sort_by_date (record->readings, G_STRUCT_OFFSET (SmrReading, date));
  sort_by_date (record->checks, G_STRUCT_OFFSET (SmrCheck, date));
  sort_by_date (record->incidents, G_STRUCT_OFFSET (SmrIncident, date));
  sort_by_date (record->sessions, G_STRUCT_OFFSET (SmrSession, date));
  sort_by_date (record->assessments, G_STRUCT_OFFSET (SmrAssessment, date));
  sort_by_date (record->letters, G_STRUCT_OFFSET (SmrLetter, dated));
  return g_steal_pointer (&record);
}

SmrRecord *
smr_client_file_load (SmrCatalogue *catalogue, const char *path, SmrDate today, GError **error)
{
  g_autoptr (GBytes) bytes = smr_exchange_read_file (path, error);
  SmrRecord *record;
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  record = smr_client_file_parse (catalogue, length > 0 ? data : "", length, today, error);
  if (record == NULL)
    g_prefix_error (error, "%s: ", path);
  return record;
}
