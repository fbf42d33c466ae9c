#include "smr-client-file-private.h"

#include "smr-file-build.h"

/* --- reading */

static void
id_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  const char *id = smr_json_walk_string (walk, node);

  if (walk->error == NULL)
    g_ptr_array_add (data, (gpointer) g_intern_string (id));
}

/* Replaces the list at @ids. */
static void
read_ids (SmrJsonWalk *walk, JsonObject *object, const char *member, const char ***ids)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  smr_json_walk_each (walk, object, member, id_cb, list);
  g_ptr_array_add (list, NULL);
  g_free (*ids);
  *ids = (const char **) g_ptr_array_steal (list, NULL);
}

static void
step_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  const char *text = smr_json_walk_string (walk, node);

  if (walk->error == NULL)
    g_ptr_array_add (data, smr_text_new (text));
}

static void
tool_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  const char *id = smr_json_walk_string (walk, node);

  if (walk->error == NULL)
    g_array_append_val ((GArray *) data, ((SmrNeed) { g_intern_string (id), FALSE }));
}

static void
bearing_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "limb", "same", "other", NULL };
  JsonObject *object = smr_json_walk_object (walk, node, members);
  SmrBearing bearing = { SMR_LIMB_NONE, FALSE, FALSE };

  smr_json_walk_require (walk, object, "limb");
  if (walk->error != NULL)
    return;
  if (!smr_limb_from_string (smr_json_walk_get_word (walk, object, "limb"), &bearing.limb))
    smr_json_walk_fail_member (walk, "limb", "arm or leg is expected here");
  bearing.same = smr_json_walk_get_boolean (walk, object, "same");
  bearing.other = smr_json_walk_get_boolean (walk, object, "other");
  g_array_append_val ((GArray *) data, bearing);
}

static SmrText *
read_text (SmrJsonWalk *walk, JsonObject *object, const char *member, int most)
{
  g_autofree char *text = smr_json_walk_dup_text (walk, object, member, most, FALSE);

  return smr_text_new (text);
}

/* NULL when it is not there. */
static const char *
read_id (SmrJsonWalk *walk, JsonObject *object, const char *member)
{
  const char *id = smr_json_walk_get_word (walk, object, member);

  return id != NULL ? g_intern_string (id) : NULL;
}

static GBytes *
read_photo (SmrJsonWalk *walk, JsonObject *object)
{
  const char *text = smr_json_walk_get_word (walk, object, "photo");
  guchar *data;
  gsize size;

  if (text == NULL)
    return NULL;
  data = g_base64_decode (text, &size);
  return g_bytes_new_take (data, size);
}

static void
read_exercise (SmrJsonWalk *walk, JsonObject *object, SmrOwnExercise *own)
{
  SmrExercise *exercise = own->exercise;

  if (!smr_phase_from_string (smr_json_walk_get_word (walk, object, "phase"), &exercise->phase))
    smr_json_walk_fail_member (walk, "phase", "inhibit, lengthen, activate or integrate is expected here");
  if (!smr_position_from_string (smr_json_walk_get_word (walk, object, "position"), &exercise->position))
    smr_json_walk_fail_member (walk, "position", "this is not a position");
  if (!smr_tempo_from_string (smr_json_walk_get_word (walk, object, "tempo"), &exercise->tempo))
    smr_json_walk_fail_member (walk, "tempo", "this is not a tempo");
  exercise->unilateral = smr_json_walk_get_boolean (walk, object, "unilateral");
  exercise->difficulty = smr_json_walk_get_int (walk, object, "difficulty", 1, 3, 1);
  exercise->sets = smr_json_walk_get_int (walk, object, "sets", 1, 10, 1);
  exercise->reps = smr_json_walk_get_int (walk, object, "reps", 1, 100, 1);
  exercise->hold_seconds = smr_json_walk_get_int (walk, object, "hold_seconds", 0, 600, 0);
  exercise->easier = read_id (walk, object, "easier");
  exercise->harder = read_id (walk, object, "harder");
  exercise->name = read_text (walk, object, "name", SMR_OWN_NAME_MAX_CHARS);
  exercise->start = read_text (walk, object, "start", SMR_OWN_TEXT_MAX_CHARS);
  exercise->cue = read_text (walk, object, "cue", SMR_OWN_TEXT_MAX_CHARS);
  exercise->mistake = read_text (walk, object, "mistake", SMR_OWN_TEXT_MAX_CHARS);
  smr_json_walk_each (walk, object, "steps", step_cb, exercise->steps);
  smr_json_walk_each (walk, object, "tools", tool_cb, exercise->needs);
  smr_json_walk_each (walk, object, "bearings", bearing_cb, exercise->bearings);
  read_ids (walk, object, "targets", &exercise->targets);
  read_ids (walk, object, "avoid", &exercise->avoid);
  read_ids (walk, object, "avoid_same_side", &exercise->avoid_same);
}

static void
own_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = {
    "id", "series", "version", "phase", "position", "tempo", "name", "start", "steps", "cue", "mistake", "targets",
    "unilateral", "difficulty", "sets", "reps", "hold_seconds", "easier", "harder", "tools", "bearings", "avoid",
    "avoid_same_side", "photo", NULL
  };
  SmrFileTarget *target = data;
  SmrRecord *record = target->into;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  SmrOwnExercise *own;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 12; i++)
    smr_json_walk_require (walk, object, members[i]);
  if (walk->error != NULL)
    return;

  own = smr_own_exercise_new (smr_json_walk_get_word (walk, object, "id"), smr_json_walk_get_word (walk, object, "series"),
                              smr_json_walk_get_int (walk, object, "version", 1, G_MAXINT, 1));
  g_ptr_array_add (record->own_exercises, own);
  own->photo = read_photo (walk, object);
  read_exercise (walk, object, own);
  if (walk->error == NULL && !smr_own_exercise_validate (own, target->catalogue, &error))
    smr_json_walk_fail (walk, "%s", error->message);
}

SmrCatalogue *
smr_client_file_read_own (SmrJsonWalk *walk, SmrCatalogue *catalogue, JsonObject *object, SmrRecord *record)
{
  SmrFileTarget target = { catalogue, record };

  smr_json_walk_each (walk, object, "exercises", own_cb, &target);
  return walk->error == NULL ? smr_catalogue_with_own (catalogue, record->own_exercises) : smr_catalogue_ref (catalogue);
}

/* --- writing */

static void
write_ids (JsonBuilder *builder, const char *member, const char * const *ids)
{
  if (ids[0] == NULL)
    return;
  smr_file_begin_array (builder, member);
  for (guint i = 0; ids[i] != NULL; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
}

static void
write_flag (JsonBuilder *builder, const char *member, gboolean flag)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, flag);
}

static void
write_lists (JsonBuilder *builder, const SmrExercise *exercise)
{
  smr_file_begin_array (builder, "steps");
  for (guint i = 0; i < exercise->steps->len; i++)
    json_builder_add_string_value (builder, smr_text_get (g_ptr_array_index (exercise->steps, i), NULL));
  json_builder_end_array (builder);

  smr_file_begin_array (builder, "tools");
  for (guint i = 0; i < exercise->needs->len; i++)
    json_builder_add_string_value (builder, g_array_index (exercise->needs, SmrNeed, i).tool);
  json_builder_end_array (builder);

  smr_file_begin_array (builder, "bearings");
  for (guint i = 0; i < exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (exercise->bearings, SmrBearing, i);

      json_builder_begin_object (builder);
      smr_file_add_string (builder, "limb", smr_limb_to_string (bearing->limb));
      write_flag (builder, "same", bearing->same);
      write_flag (builder, "other", bearing->other);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  write_ids (builder, "targets", exercise->targets);
  write_ids (builder, "avoid", exercise->avoid);
  write_ids (builder, "avoid_same_side", exercise->avoid_same);
}

static void
write_own (JsonBuilder *builder, const SmrOwnExercise *own)
{
  const SmrExercise *exercise = own->exercise;

  json_builder_begin_object (builder);
  smr_file_add_string (builder, "id", exercise->id);
  smr_file_add_string (builder, "series", own->series);
  smr_file_add_int (builder, "version", own->version);
  smr_file_add_string (builder, "phase", smr_phase_to_string (exercise->phase));
  smr_file_add_string (builder, "position", smr_position_to_string (exercise->position));
  write_flag (builder, "unilateral", exercise->unilateral);
  smr_file_add_int (builder, "difficulty", exercise->difficulty);
  smr_file_add_int (builder, "sets", exercise->sets);
  smr_file_add_int (builder, "reps", exercise->reps);
  smr_file_add_int (builder, "hold_seconds", exercise->hold_seconds);
  smr_file_add_string (builder, "tempo", smr_tempo_to_string (exercise->tempo));
  if (exercise->easier != NULL)
    smr_file_add_string (builder, "easier", exercise->easier);
  if (exercise->harder != NULL)
    smr_file_add_string (builder, "harder", exercise->harder);
  smr_file_add_string (builder, "name", smr_text_get (exercise->name, NULL));
  smr_file_add_string (builder, "start", smr_text_get (exercise->start, NULL));
  smr_file_add_string (builder, "cue", smr_text_get (exercise->cue, NULL));
  smr_file_add_string (builder, "mistake", smr_text_get (exercise->mistake, NULL));
  write_lists (builder, exercise);
  if (own->photo != NULL)
    {
      gsize size;
      const guchar *data = g_bytes_get_data (own->photo, &size);
      g_autofree char *text = g_base64_encode (data, size);

      smr_file_add_string (builder, "photo", text);
    }
  json_builder_end_object (builder);
}

void
smr_client_file_write_own (JsonBuilder *builder, GPtrArray *own)
{
  smr_file_begin_array (builder, "exercises");
  for (guint i = 0; i < own->len; i++)
    write_own (builder, g_ptr_array_index (own, i));
  json_builder_end_array (builder);
}
