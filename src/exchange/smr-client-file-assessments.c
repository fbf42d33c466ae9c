#include "smr-client-file-private.h"

/* --- reading */

static void
part_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  SmrFileTarget *target = data;
  const char *id = smr_json_walk_string (walk, node);

  if (walk->error == NULL && smr_catalogue_find_assessment_part (target->catalogue, id) == NULL)
    {
      g_autofree char *quoted = smr_json_quote (id);

      smr_json_walk_fail (walk, "“%s” is nothing that an assessment looks at", quoted);
    }
  else if (walk->error == NULL)
    {
      smr_assessment_add_part (target->into, id);
    }
}

static SmrSide
get_side (SmrJsonWalk *walk, JsonObject *object)
{
  const char *word = smr_json_walk_get_word (walk, object, "side");
  SmrSide side = SMR_SIDE_NONE;

  if (!smr_side_from_string (word, &side))
    smr_json_walk_fail_member (walk, "side", "left, right, both or midline is expected here");
  return side;
}

static void
seen_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "observation", "side", NULL };
  SmrFileTarget *target = data;
  SmrAssessment *assessment = target->into;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  const SmrObservation *observation;
  const char *id;
  SmrSide side;

  smr_json_walk_require (walk, object, "observation");
  smr_json_walk_require (walk, object, "side");
  id = smr_json_walk_get_word (walk, object, "observation");
  side = get_side (walk, object);
  if (walk->error != NULL)
    return;

  observation = smr_catalogue_find_observation (target->catalogue, id);
  if (smr_file_check_member_id (walk, "observation", id, observation, "an observation") == NULL)
    return;
  if (!smr_observation_takes_side (observation, side))
    smr_json_walk_fail_member (walk, "side", "this is not seen on that side");
  else if (!smr_assessment_has_part (assessment, observation->part))
    smr_json_walk_fail_member (walk, "observation", "what it belongs to was not looked at");
  else if (smr_assessment_get_side (assessment, id) != SMR_SIDE_NONE)
    smr_json_walk_fail_member (walk, "observation", "it comes twice");
  else
    smr_assessment_set_side (assessment, id, side);
}

static void
range_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "movement", "side", "degrees", NULL };
  SmrFileTarget *target = data;
  SmrAssessment *assessment = target->into;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  const SmrMovement *movement;
  const char *id;
  SmrSide side;

  for (guint i = 0; i < 3; i++)
    smr_json_walk_require (walk, object, members[i]);
  id = smr_json_walk_get_word (walk, object, "movement");
  side = get_side (walk, object);
  if (walk->error != NULL)
    return;

  movement = smr_catalogue_find_movement (target->catalogue, id);
  if (smr_file_check_member_id (walk, "movement", id, movement, "a movement that is measured") == NULL)
    return;
  if (side != SMR_SIDE_LEFT && side != SMR_SIDE_RIGHT)
    smr_json_walk_fail_member (walk, "side", "a movement is measured left or right");
  else if (smr_assessment_get_range (assessment, id, side) != SMR_RANGE_NOT_MEASURED)
    smr_json_walk_fail_member (walk, "movement", "it comes twice for one side");
  else
    smr_assessment_set_range (assessment, id, side, smr_json_walk_get_int (walk, object, "degrees", 0, movement->most, 0));
}

void
smr_file_assessment_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "date", "trainer", "parts", "seen", "ranges", "note", NULL };
  SmrFileTarget *target = data;
  SmrRecord *record = target->into;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  SmrAssessment *assessment = smr_assessment_new (SMR_DATE_NONE);
  SmrFileTarget into = { target->catalogue, assessment };

  g_ptr_array_add (record->assessments, assessment);
  smr_json_walk_require (walk, object, "date");
  assessment->date = smr_json_walk_get_date (walk, object, "date");
  smr_file_take_text (&assessment->trainer, smr_json_walk_dup_text (walk, object, "trainer", SMR_NAME_MAX_CHARS, FALSE));
  smr_file_take_text (&assessment->note, smr_json_walk_dup_text (walk, object, "note", SMR_TEXT_MAX_CHARS, TRUE));
  smr_json_walk_each (walk, object, "parts", part_cb, &into);
  smr_json_walk_each (walk, object, "seen", seen_cb, &into);
  smr_json_walk_each (walk, object, "ranges", range_cb, &into);
}

/* --- writing */

static void
add_string (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_lists (JsonBuilder *builder, const SmrAssessment *assessment)
{
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < assessment->parts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (assessment->parts, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "seen");
  json_builder_begin_array (builder);
  for (guint i = 0; i < assessment->seen->len; i++)
    {
      const SmrSeen *seen = &g_array_index (assessment->seen, SmrSeen, i);

      json_builder_begin_object (builder);
      add_string (builder, "observation", seen->observation);
      add_string (builder, "side", smr_side_to_string (seen->side));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "ranges");
  json_builder_begin_array (builder);
  for (guint i = 0; i < assessment->ranges->len; i++)
    {
      const SmrRange *range = &g_array_index (assessment->ranges, SmrRange, i);

      json_builder_begin_object (builder);
      add_string (builder, "movement", range->movement);
      add_string (builder, "side", smr_side_to_string (range->side));
      json_builder_set_member_name (builder, "degrees");
      json_builder_add_int_value (builder, range->degrees);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
smr_client_file_write_assessments (JsonBuilder *builder, GPtrArray *assessments)
{
  json_builder_set_member_name (builder, "assessments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < assessments->len; i++)
    {
      const SmrAssessment *assessment = g_ptr_array_index (assessments, i);
      g_autofree char *date = smr_date_to_string (assessment->date);

      json_builder_begin_object (builder);
      add_string (builder, "date", date);
      if (*assessment->trainer != '\0')
        add_string (builder, "trainer", assessment->trainer);
      add_lists (builder, assessment);
      if (*assessment->note != '\0')
        add_string (builder, "note", assessment->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
