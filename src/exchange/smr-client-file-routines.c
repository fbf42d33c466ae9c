#include "smr-client-file-private.h"

#include <string.h>

#include "smr-file-build.h"
#include "smr-routine-file.h"

#define DOSE_MAX 3600
#define MINUTES_MAX 600

/* --- reading */

static void
pick_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "muscle", "side", NULL };
  SmrFileTarget *target = data;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  const SmrMuscle *muscle;
  const char *id, *side;
  SmrPick pick;

  smr_json_walk_require (walk, object, "muscle");
  id = smr_json_walk_get_word (walk, object, "muscle");
  side = smr_json_walk_get_word (walk, object, "side");
  if (walk->error != NULL)
    return;

  muscle = smr_catalogue_find_muscle (target->catalogue, id);
  pick.muscle = smr_file_check_member_id (walk, "muscle", id, muscle, "a muscle");
  if (muscle == NULL)
    return;

  pick.side = muscle->paired ? SMR_SIDE_BOTH : SMR_SIDE_MIDLINE;
  if (side != NULL && (!smr_side_from_string (side, &pick.side) || (pick.side == SMR_SIDE_MIDLINE) == muscle->paired))
    smr_json_walk_fail_member (walk, "side", muscle->paired ? "left, right or both is expected here"
                                                            : "the muscle %s has the one side midline", id);
  g_array_append_val ((GArray *) target->into, pick);
}

/* "adductors:overactive tfl:no_exercise": why other partners were passed over. */
static gboolean
is_passed_over (SmrCatalogue *catalogue, const char *text)
{
  g_auto (GStrv) entries = g_strsplit (text, " ", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      char *colon = strchr (entries[i], ':');

      if (colon == NULL || colon[1] == '\0' || strspn (colon + 1, G_CSET_a_2_z "_") != strlen (colon + 1))
        return FALSE;
      *colon = '\0';
      if (smr_catalogue_find_muscle (catalogue, entries[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
served_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "muscle", "because", "side", "passed_over", NULL };
  SmrFileTarget *target = data;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  const char *muscle, *because, *passed_over, *word;
  SmrSide side = SMR_SIDE_NONE;

  smr_json_walk_require (walk, object, "muscle");
  smr_json_walk_require (walk, object, "side");
  muscle = smr_json_walk_get_word (walk, object, "muscle");
  because = smr_json_walk_get_word (walk, object, "because");
  word = smr_json_walk_get_word (walk, object, "side");
  passed_over = smr_json_walk_get_word (walk, object, "passed_over");
  if (walk->error != NULL)
    return;

  smr_file_check_member_id (walk, "muscle", muscle, smr_catalogue_find_muscle (target->catalogue, muscle), "a muscle");
  if (because != NULL)
    smr_file_check_member_id (walk, "because", because, smr_catalogue_find_muscle (target->catalogue, because), "a muscle");
  if (!smr_side_from_string (word, &side))
    smr_json_walk_fail_member (walk, "side", "left, right, both or midline is expected here");
  if (passed_over != NULL && !is_passed_over (target->catalogue, passed_over))
    smr_json_walk_fail_member (walk, "passed_over", "pairs of muscle and reason are expected here");
  if (walk->error == NULL)
    smr_item_add_served (target->into, muscle, because, side, passed_over);
}

static void
read_dose (SmrJsonWalk *walk, JsonNode *node, SmrDose *dose)
{
  static const char * const members[] = {
    "sets", "reps", "hold_seconds", "search_seconds", "tempo", "rest_seconds", NULL
  };
  gsize length = smr_json_walk_enter (walk, "dose");
  JsonObject *object = smr_json_walk_object (walk, node, members);
  const char *tempo;

  for (guint i = 0; members[i] != NULL; i++)
    smr_json_walk_require (walk, object, members[i]);
  dose->sets = smr_json_walk_get_int (walk, object, "sets", 1, DOSE_MAX, 0);
  dose->reps = smr_json_walk_get_int (walk, object, "reps", 0, DOSE_MAX, 0);
  dose->hold_seconds = smr_json_walk_get_int (walk, object, "hold_seconds", 0, DOSE_MAX, 0);
  dose->search_seconds = smr_json_walk_get_int (walk, object, "search_seconds", 0, DOSE_MAX, 0);
  dose->rest_seconds = smr_json_walk_get_int (walk, object, "rest_seconds", 0, DOSE_MAX, 0);
  tempo = smr_json_walk_get_word (walk, object, "tempo");
  if (!smr_tempo_from_string (tempo, &dose->tempo))
    smr_json_walk_fail_member (walk, "tempo", "roll, static, 4/2/1, hold or walk is expected here");
  smr_json_walk_leave (walk, length);
}

static void
item_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = { "phase", "exercise", "side", "tool", "dose", "served", "note", NULL };
  static const char * const required[] = { "phase", "exercise", "side", "dose", "served", NULL };
  SmrFileTarget *target = data;
  SmrRoutine *routine = target->into;
  JsonObject *object = smr_json_walk_object (walk, node, members);
  const char *phase_word, *side_word, *id, *tool;
  const SmrExercise *exercise;
  SmrPhase phase;
  SmrItem *item;
  SmrFileTarget served = { target->catalogue, NULL };

  for (guint i = 0; required[i] != NULL; i++)
    smr_json_walk_require (walk, object, required[i]);
  phase_word = smr_json_walk_get_word (walk, object, "phase");
  side_word = smr_json_walk_get_word (walk, object, "side");
  id = smr_json_walk_get_word (walk, object, "exercise");
  tool = smr_json_walk_get_word (walk, object, "tool");
  if (walk->error != NULL)
    return;

  exercise = smr_catalogue_find_exercise (target->catalogue, id);
  if (smr_file_check_member_id (walk, "exercise", id, exercise, "an exercise") == NULL)
    return;
  if (!smr_phase_from_string (phase_word, &phase) || phase != exercise->phase)
    {
      smr_json_walk_fail_member (walk, "phase", "%s belongs to the phase %s", exercise->id, smr_phase_to_string (exercise->phase));
      return;
    }

  item = smr_item_new (phase, g_intern_string (id));
  g_ptr_array_add (routine->items, item);
  if (!smr_item_side_from_string (side_word, &item->side))
    smr_json_walk_fail_member (walk, "side", "left, right, each or together is expected here");
  if (tool != NULL)
    item->tool = smr_file_check_member_id (walk, "tool", tool, smr_catalogue_find_tool (target->catalogue, tool), "a tool");
  read_dose (walk, json_object_get_member (object, "dose"), &item->dose);
  served.into = item;
  smr_json_walk_each (walk, object, "served", served_cb, &served);
  if (item->served->len == 0)
    smr_json_walk_fail_member (walk, "served", "at least one muscle is expected here");
  if (json_object_has_member (object, "note"))
    smr_file_take_text (&item->note, smr_json_walk_dup_text (walk, object, "note", SMR_TEXT_MAX_CHARS, TRUE));
}

void
smr_file_routine_cb (SmrJsonWalk *walk, JsonNode *node, gpointer data)
{
  static const char * const members[] = {
    "title", "version", "status", "created", "issued", "level", "setting", "minutes", "no_floor",
    "accept_substitutes", "overactive", "underactive", "items", NULL
  };
  SmrFileTarget *target = data;
  SmrRecord *record = target->into;
  SmrRoutine *routine = smr_routine_new ("");
  JsonObject *object = smr_json_walk_object (walk, node, members);
  SmrFileTarget overactive = { target->catalogue, routine->overactive };
  SmrFileTarget underactive = { target->catalogue, routine->underactive };
  SmrFileTarget items = { target->catalogue, routine };
  const char *word;

  g_ptr_array_add (record->routines, routine);
  smr_json_walk_require (walk, object, "title");
  smr_file_take_text (&routine->title, smr_json_walk_dup_text (walk, object, "title", SMR_NAME_MAX_CHARS, FALSE));
  routine->version = smr_json_walk_get_int (walk, object, "version", 1, G_MAXINT, 1);
  routine->created = smr_json_walk_get_date (walk, object, "created");
  routine->issued = smr_json_walk_get_date (walk, object, "issued");
  routine->minutes = smr_json_walk_get_int (walk, object, "minutes", 0, MINUTES_MAX, 0);
  routine->no_floor = smr_json_walk_get_boolean (walk, object, "no_floor");
  routine->accept_substitutes = smr_json_walk_get_boolean (walk, object, "accept_substitutes");

  word = smr_json_walk_get_word (walk, object, "status");
  routine->status = routine->issued != SMR_DATE_NONE ? SMR_ROUTINE_ISSUED : SMR_ROUTINE_DRAFT;
  if (word != NULL && !smr_routine_status_from_string (word, &routine->status))
    smr_json_walk_fail_member (walk, "status", "draft, issued or superseded is expected here");
  else if ((routine->status == SMR_ROUTINE_DRAFT) != (routine->issued == SMR_DATE_NONE))
    smr_json_walk_fail_member (walk, "issued", "a routine has this date when it was issued, and only then");
  word = smr_json_walk_get_word (walk, object, "level");
  if (word != NULL && !smr_level_from_string (word, &routine->level))
    smr_json_walk_fail_member (walk, "level", "beginner, intermediate or advanced is expected here");
  word = smr_json_walk_get_word (walk, object, "setting");
  if (word != NULL && !smr_setting_from_string (word, &routine->setting))
    smr_json_walk_fail_member (walk, "setting", "home or studio is expected here");

  smr_json_walk_each (walk, object, "overactive", pick_cb, &overactive);
  smr_json_walk_each (walk, object, "underactive", pick_cb, &underactive);
  smr_json_walk_each (walk, object, "items", item_cb, &items);
}

/* --- writing */

static void
add_picks (JsonBuilder *builder, const char *member, const GArray *picks)
{
  smr_file_begin_array (builder, member);
  for (guint i = 0; i < picks->len; i++)
    {
      const SmrPick *pick = &g_array_index (picks, SmrPick, i);

      json_builder_begin_object (builder);
      smr_file_add_string (builder, "muscle", pick->muscle);
      smr_file_add_string (builder, "side", smr_side_to_string (pick->side));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_item (JsonBuilder *builder, const SmrItem *item)
{
  json_builder_begin_object (builder);
  smr_file_add_string (builder, "phase", smr_phase_to_string (item->phase));
  smr_file_add_string (builder, "exercise", item->exercise);
  smr_file_add_string (builder, "side", smr_item_side_to_string (item->side));
  smr_file_add_text (builder, "tool", item->tool);

  json_builder_set_member_name (builder, "dose");
  json_builder_begin_object (builder);
  smr_file_add_int (builder, "sets", item->dose.sets);
  smr_file_add_int (builder, "reps", item->dose.reps);
  smr_file_add_int (builder, "hold_seconds", item->dose.hold_seconds);
  smr_file_add_int (builder, "search_seconds", item->dose.search_seconds);
  smr_file_add_string (builder, "tempo", smr_tempo_to_string (item->dose.tempo));
  smr_file_add_int (builder, "rest_seconds", item->dose.rest_seconds);
  json_builder_end_object (builder);

  smr_file_begin_array (builder, "served");
  for (guint i = 0; i < item->served->len; i++)
    {
      const SmrServed *served = g_ptr_array_index (item->served, i);

      json_builder_begin_object (builder);
      smr_file_add_string (builder, "muscle", served->muscle);
      smr_file_add_text (builder, "because", served->because);
      smr_file_add_string (builder, "side", smr_side_to_string (served->side));
      smr_file_add_text (builder, "passed_over", served->passed_over);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  smr_file_add_text (builder, "note", item->note);
  json_builder_end_object (builder);
}

void
smr_file_write_routine (JsonBuilder *builder, const SmrRoutine *routine)
{
  json_builder_begin_object (builder);
  smr_file_add_string (builder, "title", routine->title);
  smr_file_add_int (builder, "version", routine->version);
  smr_file_add_string (builder, "status", smr_routine_status_to_string (routine->status));
  smr_file_add_date (builder, "created", routine->created);
  smr_file_add_date (builder, "issued", routine->issued);
  smr_file_add_string (builder, "level", smr_level_to_string (routine->level));
  smr_file_add_string (builder, "setting", smr_setting_to_string (routine->setting));
  smr_file_add_int (builder, "minutes", routine->minutes);
  smr_file_add_boolean (builder, "no_floor", routine->no_floor);
  smr_file_add_boolean (builder, "accept_substitutes", routine->accept_substitutes);
  add_picks (builder, "overactive", routine->overactive);
  add_picks (builder, "underactive", routine->underactive);
  smr_file_begin_array (builder, "items");
  for (guint i = 0; i < routine->items->len; i++)
    add_item (builder, g_ptr_array_index (routine->items, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* --- a routine for itself */

static void
write_member (JsonBuilder *builder, const char *member, const SmrRoutine *routine)
{
  json_builder_set_member_name (builder, member);
  smr_file_write_routine (builder, routine);
}

char *
smr_routine_file_write (const SmrRoutine *routine, const SmrRoutine *planned)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  write_member (builder, "routine", routine);
  write_member (builder, "planned", planned);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}

typedef gconstpointer (*FindFunc) (SmrCatalogue *catalogue, const char *id);

/* Takes out of the array @member those objects whose @key the catalogue does not know. */
static void
leave_out_unknown (JsonObject *object, const char *member, const char *key, FindFunc find, SmrCatalogue *catalogue, GStrvBuilder *missing)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = array != NULL ? json_array_get_length (array) : 0; i > 0; i--)
    {
      JsonNode *element = json_array_get_element (array, i - 1);
      const char *id = JSON_NODE_HOLDS_OBJECT (element)
                         ? json_object_get_string_member_with_default (json_node_get_object (element), key, NULL) : NULL;

      if (id == NULL || find (catalogue, id) != NULL)
        continue;
      g_strv_builder_add (missing, id);
      json_array_remove_element (array, i - 1);
    }
}

static SmrRoutine *
read_member (SmrCatalogue *catalogue, JsonObject *object, const char *member, GStrvBuilder *missing, GError **error)
{
  g_autoptr (SmrRecord) record = smr_record_new_take (smr_client_new (""));
  SmrFileTarget target = { catalogue, record };
  g_auto (SmrJsonWalk) walk;
  JsonNode *node = json_object_get_member (object, member);
  gsize length;

  smr_json_walk_init (&walk);
  length = smr_json_walk_enter (&walk, member);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *routine = json_node_get_object (node);

      leave_out_unknown (routine, "overactive", "muscle", (FindFunc) smr_catalogue_find_muscle, catalogue, missing);
      leave_out_unknown (routine, "underactive", "muscle", (FindFunc) smr_catalogue_find_muscle, catalogue, missing);
      leave_out_unknown (routine, "items", "exercise", (FindFunc) smr_catalogue_find_exercise, catalogue, missing);
      leave_out_unknown (routine, "items", "tool", (FindFunc) smr_catalogue_find_tool, catalogue, missing);
      smr_file_routine_cb (&walk, node, &target);
    }
  else
    {
      smr_json_walk_fail (&walk, "an object is expected here");
    }
  smr_json_walk_leave (&walk, length);
  if (walk.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&walk.error));
      return NULL;
    }
  return smr_routine_ref (g_ptr_array_index (record->routines, 0));
}

SmrRoutine *
smr_routine_file_parse (SmrCatalogue *catalogue, const char *text, SmrRoutine **planned, GStrv *missing, GError **error)
{
  g_autoptr (JsonNode) root = smr_json_parse (text, -1, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) of_the_plan = g_strv_builder_new ();
  g_autoptr (SmrRoutine) routine = NULL;

  if (root == NULL)
    return NULL;
  routine = read_member (catalogue, json_node_get_object (root), "routine", names, error);
  if (routine == NULL)
    return NULL;
  *planned = read_member (catalogue, json_node_get_object (root), "planned", of_the_plan, error);
  if (*planned == NULL)
    return NULL;
  *missing = g_strv_builder_end (names);
  return g_steal_pointer (&routine);
}
