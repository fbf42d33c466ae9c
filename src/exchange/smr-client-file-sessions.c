#include "smr-client-file-private.h"

/* Sessions, and what came up in them. */

static void
session_item_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "exercise", "side", "done", "note", NULL };
  SmrFileTarget *target = data;
  SmrSession *session = target->into;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  g_autofree char *note = smr_json_walk_dup_text (walk, object, "note", SMR_TEXT_MAX_CHARS, TRUE);
  const char *exercise, *side, *done;
  SmrItemSide sides = SMR_ITEM_SIDE_EACH;
  SmrDone outcome = SMR_DONE_LEFT_OUT;

  for (guint i = 0; i < 3; i++)
    smr_json_walk_require (walk, object, members[i]);
  exercise = smr_json_walk_get_word (walk, object, "exercise");
  side = smr_json_walk_get_word (walk, object, "side");
  done = smr_json_walk_get_word (walk, object, "done");
  if (walk->error != NULL)
    return;

  exercise = smr_file_check_member_id (walk, "exercise", exercise, smr_catalogue_find_exercise (target->catalogue, exercise), "an exercise");
  if (!smr_item_side_from_string (side, &sides))
    smr_json_walk_fail_member (walk, "side", "left, right, each or together is expected here");
  else if (!smr_done_from_string (done, &outcome))
    smr_json_walk_fail_member (walk, "done", "done, changed or left_out is expected here");
  else if (exercise != NULL)
    g_ptr_array_add (session->items, smr_session_item_new (exercise, sides, outcome, note));
}

static void
read_session_routine (SmrJsonWalk *walk, JsonObject *object, SmrSession *session)
{
  static const char * const members[] = { "title", "version", NULL };
  gsize length;

  if (object == NULL || !json_object_has_member (object, "routine"))
    return;
  length = smr_json_walk_enter (walk, "routine");
  object = smr_json_walk_object (walk, json_object_get_member (object, "routine"), members);
  smr_json_walk_require (walk, object, "version");
  smr_file_take_text (&session->title, smr_json_walk_dup_text (walk, object, "title", SMR_NAME_MAX_CHARS, FALSE));
  session->version = smr_json_walk_get_int (walk, object, "version", 1, G_MAXINT, 0);
  smr_json_walk_leave (walk, length);
}

void
smr_file_session_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = {
    "date", "setting", "routine", "items", "pain_before", "pain_after", "done_as_planned", "note", NULL
  };
  SmrFileTarget *target = data;
  SmrRecord *record = target->into;
  SmrSession *session = smr_session_new (SMR_DATE_NONE);
  SmrFileTarget items = { target->catalogue, session };
  JsonObject *object = smr_json_walk_object (walk, node, members);
  const char *setting;
  SmrSetting where;

  g_ptr_array_add (record->sessions, session);
  /* What came up in a session names it by its place in the file. */
  session->id = record->sessions->len;
  smr_json_walk_require (walk, object, "date");
  session->date = smr_json_walk_get_date (walk, object, "date");
  setting = smr_json_walk_get_word (walk, object, "setting");
  if (setting != NULL && !smr_setting_from_string (setting, &where))
    smr_json_walk_fail_member (walk, "setting", "home or studio is expected here");
  else if (setting != NULL)
    session->setting = where;
  read_session_routine (walk, object, session);
  smr_json_walk_each (walk, object, "items", session_item_cb, &items);
  session->pain_before = smr_json_walk_get_int (walk, object, "pain_before", 0, 10, -1);
  session->pain_after = smr_json_walk_get_int (walk, object, "pain_after", 0, 10, -1);
  session->done_as_planned = smr_json_walk_get_boolean (walk, object, "done_as_planned");
  smr_file_take_text (&session->note, smr_json_walk_dup_text (walk, object, "note", SMR_TEXT_MAX_CHARS, TRUE));
}

void
smr_file_incident_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "date", "sign", "sites", "done", "note", "session", NULL };
  SmrFileTarget *target = data;
  SmrRecord *record = target->into;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  SmrDate date = smr_json_walk_get_date (walk, object, "date");
  SmrFileTarget places;
  SmrIncident *incident;
  const char *sign;

  smr_json_walk_require (walk, object, "date");
  smr_json_walk_require (walk, object, "sign");
  sign = smr_json_walk_get_word (walk, object, "sign");
  if (walk->error != NULL)
    return;
  sign = smr_file_check_member_id (walk, "sign", sign, smr_catalogue_find_sign (target->catalogue, sign), "a stop sign or news");
  if (sign == NULL)
    return;

  incident = smr_incident_new (date, sign);
  g_ptr_array_add (record->incidents, incident);
  places = (SmrFileTarget) { target->catalogue, incident->places };
  smr_json_walk_each (walk, object, "sites", smr_file_place_cb, &places);
  smr_file_take_text (&incident->done, smr_json_walk_dup_text (walk, object, "done", SMR_TEXT_MAX_CHARS, TRUE));
  smr_file_take_text (&incident->note, smr_json_walk_dup_text (walk, object, "note", SMR_TEXT_MAX_CHARS, TRUE));
  incident->session = smr_json_walk_get_int (walk, object, "session", 1, G_MAXINT, 0);
  if (incident->session > record->sessions->len)
    smr_json_walk_fail_member (walk, "session", "there is no such session in this file");
}
