#include "smr-own-exercise.h"

#include <string.h>

#include "smr-attachment.h"
#include "smr-dose.h"
#include "smr-record.h"

G_DEFINE_QUARK (smr-own-exercise-error-quark, smr_own_exercise_error)

/* --- the value -------------------------------------------------------------------------------------------- */

SmrOwnExercise *
smr_own_exercise_new (const char *id, const char *series, int version)
{
  SmrOwnExercise *self = g_new0 (SmrOwnExercise, 1);
  SmrExercise *exercise = g_new0 (SmrExercise, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->exercise = exercise;
  self->series = g_intern_string (series);
  self->version = version;
  exercise->id = g_intern_string (id);
  exercise->own = TRUE;
  exercise->own_dose = TRUE;
  exercise->difficulty = 1;
  exercise->targets = g_new0 (const char *, 1);
  exercise->forbidden_tools = g_new0 (const char *, 1);
  exercise->avoid = g_new0 (const char *, 1);
  exercise->avoid_same = g_new0 (const char *, 1);
  exercise->needs = g_array_new (FALSE, FALSE, sizeof (SmrNeed));
  exercise->bearings = g_array_new (FALSE, FALSE, sizeof (SmrBearing));
  exercise->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_text_free);
  exercise->source = g_strdup ("");
  return self;
}

SmrOwnExercise *
smr_own_exercise_ref (SmrOwnExercise *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
smr_own_exercise_unref (SmrOwnExercise *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  smr_exercise_free (self->exercise);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

static gboolean
texts_equal (const SmrText *a, const SmrText *b)
{
  return g_strcmp0 (a != NULL ? smr_text_get (a, NULL) : NULL, b != NULL ? smr_text_get (b, NULL) : NULL) == 0;
}

static gboolean
steps_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (!texts_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
needs_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const SmrNeed *first = &g_array_index (a, SmrNeed, i), *second = &g_array_index (b, SmrNeed, i);

      if (!g_str_equal (first->tool, second->tool) || first->beginner != second->beginner)
        return FALSE;
    }
  return TRUE;
}

static gboolean
bearings_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const SmrBearing *first = &g_array_index (a, SmrBearing, i), *second = &g_array_index (b, SmrBearing, i);

      if (first->limb != second->limb || first->same != second->same || first->other != second->other)
        return FALSE;
    }
  return TRUE;
}

static gboolean
photos_equal (GBytes *a, GBytes *b)
{
  return a == b || (a != NULL && b != NULL && g_bytes_equal (a, b));
}

static gboolean
exercises_equal (const SmrExercise *a, const SmrExercise *b)
{
  return a->id == b->id && a->phase == b->phase && a->position == b->position && a->unilateral == b->unilateral &&
         a->difficulty == b->difficulty && a->hold_seconds == b->hold_seconds && a->reps == b->reps && a->sets == b->sets &&
         a->tempo == b->tempo && g_strcmp0 (a->easier, b->easier) == 0 && g_strcmp0 (a->harder, b->harder) == 0 &&
         g_strv_equal (a->targets, b->targets) && g_strv_equal (a->avoid, b->avoid) && g_strv_equal (a->avoid_same, b->avoid_same) &&
         needs_equal (a->needs, b->needs) && bearings_equal (a->bearings, b->bearings) && steps_equal (a->steps, b->steps) &&
         texts_equal (a->name, b->name) && texts_equal (a->start, b->start) && texts_equal (a->cue, b->cue) &&
         texts_equal (a->mistake, b->mistake);
}

gboolean
smr_own_exercise_equal (const SmrOwnExercise *a, const SmrOwnExercise *b)
{
  return a->series == b->series && a->version == b->version && photos_equal (a->photo, b->photo) &&
         exercises_equal (a->exercise, b->exercise);
}

/* --- what may come in ------------------------------------------------------------------------------------- */

static gboolean
refuse (GError **error, SmrOwnExerciseError code, const char *message)
{
  g_set_error_literal (error, SMR_OWN_EXERCISE_ERROR, code, message);
  return FALSE;
}

/* Letters, digits and "_" behind the prefix: ids stand in files and on the command line. */
static gboolean
is_own_id (const char *id)
{
  if (!g_str_has_prefix (id, SMR_OWN_ID_PREFIX) || strlen (id) > 80)
    return FALSE;
  for (const char *p = id; *p != '\0'; p++)
    {
      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '_')
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_text (const SmrText *text, SmrOwnExerciseError code, const char *what, int max_chars, GError **error)
{
  const char *words = text != NULL ? smr_text_get (text, NULL) : "";
  g_autoptr (GError) invalid = NULL;

  if (*words == '\0')
    {
      g_set_error (error, SMR_OWN_EXERCISE_ERROR, code, "%s: nothing is written", what);
      return FALSE;
    }
  if (!smr_record_validate_text (what, words, -1, max_chars, FALSE, &invalid))
    {
      g_set_error_literal (error, SMR_OWN_EXERCISE_ERROR, code, invalid->message);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_texts (const SmrExercise *exercise, GError **error)
{
  if (!check_text (exercise->name, SMR_OWN_EXERCISE_ERROR_NAME, "name", SMR_OWN_NAME_MAX_CHARS, error) ||
      !check_text (exercise->start, SMR_OWN_EXERCISE_ERROR_START, "start", SMR_OWN_TEXT_MAX_CHARS, error))
    return FALSE;
  if (exercise->steps->len == 0 || exercise->steps->len > SMR_OWN_MOST_STEPS)
    return refuse (error, SMR_OWN_EXERCISE_ERROR_STEPS, "steps: there must be one to eight");
  for (guint i = 0; i < exercise->steps->len; i++)
    {
      if (!check_text (g_ptr_array_index (exercise->steps, i), SMR_OWN_EXERCISE_ERROR_STEPS, "steps", SMR_OWN_TEXT_MAX_CHARS, error))
        return FALSE;
    }
  return check_text (exercise->cue, SMR_OWN_EXERCISE_ERROR_CUE, "cue", SMR_OWN_TEXT_MAX_CHARS, error) &&
         check_text (exercise->mistake, SMR_OWN_EXERCISE_ERROR_MISTAKE, "mistake", SMR_OWN_TEXT_MAX_CHARS, error);
}

static gboolean
is_repeated (const char * const *ids, guint index)
{
  for (guint i = 0; i < index; i++)
    {
      if (g_str_equal (ids[i], ids[index]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_targets (const SmrExercise *exercise, SmrCatalogue *catalogue, GError **error)
{
  if (exercise->targets[0] == NULL)
    return refuse (error, SMR_OWN_EXERCISE_ERROR_TARGETS, "targets: there must be at least one muscle");
  for (guint i = 0; exercise->targets[i] != NULL; i++)
    {
      const SmrMuscle *muscle = smr_catalogue_find_muscle (catalogue, exercise->targets[i]);

      if (muscle == NULL || is_repeated (exercise->targets, i))
        return refuse (error, SMR_OWN_EXERCISE_ERROR_TARGETS, "targets: a muscle is not known, or named twice");
      if ((exercise->phase == SMR_PHASE_INHIBIT && muscle->roll == SMR_PERMISSION_NO) ||
          (exercise->phase == SMR_PHASE_LENGTHEN && muscle->stretch == SMR_PERMISSION_NO))
        return refuse (error, SMR_OWN_EXERCISE_ERROR_TARGETS, "targets: a muscle is never rolled or stretched");
    }
  return TRUE;
}

static gboolean
is_tool (SmrCatalogue *catalogue, const char *id)
{
  GPtrArray *tools = smr_catalogue_get_tools (catalogue);

  for (guint i = 0; i < tools->len; i++)
    {
      const SmrTool *tool = g_ptr_array_index (tools, i);

      if (g_str_equal (tool->id, id) || g_str_equal (tool->kind, id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
knows_tools (const SmrExercise *exercise, SmrCatalogue *catalogue)
{
  for (guint i = 0; i < exercise->needs->len; i++)
    {
      if (!is_tool (catalogue, g_array_index (exercise->needs, SmrNeed, i).tool))
        return FALSE;
    }
  return TRUE;
}

/* How an exercise of the phase is counted. */
static gboolean
suits_phase (SmrTempo tempo, SmrPhase phase)
{
  switch (phase)
    {
    case SMR_PHASE_INHIBIT:
      return tempo == SMR_TEMPO_ROLL;
    case SMR_PHASE_LENGTHEN:
      return tempo == SMR_TEMPO_STATIC;
    case SMR_PHASE_ACTIVATE:
    case SMR_PHASE_INTEGRATE:
      return tempo == SMR_TEMPO_4_2_1 || tempo == SMR_TEMPO_HOLD || tempo == SMR_TEMPO_WALK;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
check_dose (const SmrExercise *exercise, GError **error)
{
  SmrDose dose = { exercise->sets, exercise->reps, exercise->hold_seconds, 0, exercise->tempo, 0 };

  if (!suits_phase (exercise->tempo, exercise->phase) || !smr_dose_is_sensible (&dose, exercise->phase) ||
      (exercise->tempo == SMR_TEMPO_HOLD && exercise->hold_seconds == 0))
    return refuse (error, SMR_OWN_EXERCISE_ERROR_DOSE, "dose: this is no dose for its phase");
  return TRUE;
}

static gboolean
check_rule_outs (const SmrExercise *exercise, SmrCatalogue *catalogue, GError **error)
{
  for (guint i = 0; exercise->avoid[i] != NULL; i++)
    {
      if (smr_catalogue_get_rule_name (catalogue, exercise->avoid[i]) == NULL || is_repeated (exercise->avoid, i))
        return refuse (error, SMR_OWN_EXERCISE_ERROR_RULE_OUTS, "avoid: a condition is not known, or named twice");
    }
  for (guint i = 0; exercise->avoid_same[i] != NULL; i++)
    {
      if (!exercise->unilateral || !g_strv_contains (exercise->avoid, exercise->avoid_same[i]))
        return refuse (error, SMR_OWN_EXERCISE_ERROR_RULE_OUTS, "avoid_same_side: this is not to be avoided on one side alone");
    }
  for (guint i = 0; i < exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (exercise->bearings, SmrBearing, i);

      if (bearing->limb == SMR_LIMB_NONE || !(bearing->same || bearing->other))
        return refuse (error, SMR_OWN_EXERCISE_ERROR_RULE_OUTS, "bearings: no limb, or no side");
    }
  return TRUE;
}

static gboolean
check_forms (const SmrExercise *exercise, GError **error)
{
  if (g_strcmp0 (exercise->easier, exercise->id) == 0 || g_strcmp0 (exercise->harder, exercise->id) == 0 ||
      (exercise->easier != NULL && g_strcmp0 (exercise->easier, exercise->harder) == 0))
    return refuse (error, SMR_OWN_EXERCISE_ERROR_FORMS, "easier, harder: these must be two other exercises");
  return TRUE;
}

gboolean
smr_own_exercise_validate (const SmrOwnExercise *self, SmrCatalogue *catalogue, GError **error)
{
  const SmrExercise *exercise = self->exercise;

  if (!is_own_id (exercise->id) || !is_own_id (self->series) || self->version < 1)
    return refuse (error, SMR_OWN_EXERCISE_ERROR_ID, "id: this is not the id of an own exercise");
  if (exercise->difficulty < 1 || exercise->difficulty > 3)
    return refuse (error, SMR_OWN_EXERCISE_ERROR_DIFFICULTY, "difficulty: this is not 1 to 3");
  if (!knows_tools (exercise, catalogue))
    return refuse (error, SMR_OWN_EXERCISE_ERROR_TOOLS, "needs: a tool is not known");
  if (self->photo != NULL && !smr_photo_is_plain (self->photo))
    return refuse (error, SMR_OWN_EXERCISE_ERROR_PHOTO, "photo: this is not a plain JPEG picture");
  return check_texts (exercise, error) && check_targets (exercise, catalogue, error) && check_dose (exercise, error) &&
         check_forms (exercise, error) && check_rule_outs (exercise, catalogue, error);
}

gboolean
smr_exercise_is_complete (const SmrExercise *self)
{
  return self->targets[0] != NULL && self->avoid[0] != NULL;
}

/* Of the segments that a program may add to a picture only the one that says how to read its pixels is let through. */
static gboolean
has_notes (const guint8 *data, gsize size)
{
  for (gsize at = 2; size - at >= 4 && data[at] == 0xff && data[at + 1] != 0xda;)
    {
      guint8 marker = data[at + 1];

      if ((marker > 0xe0 && marker <= 0xef) || marker == 0xfe)
        return TRUE;
      at += 2 + (gsize) (data[at + 2] << 8 | data[at + 3]);
      if (at > size)
        return TRUE;
    }
  return FALSE;
}

gboolean
smr_photo_is_plain (GBytes *photo)
{
  SmrAttachmentKind kind;
  gsize size;
  const guint8 *data = g_bytes_get_data (photo, &size);

  return size <= SMR_OWN_PHOTO_MAX_BYTES && smr_attachment_recognize (photo, &kind, NULL) && kind == SMR_ATTACHMENT_JPEG && !has_notes (data, size);
}
