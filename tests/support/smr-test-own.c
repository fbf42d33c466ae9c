#include "smr-test-own.h"

static const char **
collect (const char *first, va_list args)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (const char *id = first; id != NULL; id = va_arg (args, const char *))
    g_ptr_array_add (ids, (gpointer) g_intern_string (id));
  g_ptr_array_add (ids, NULL);
  return (const char **) g_ptr_array_steal (ids, NULL);
}

void
smr_test_own_set_targets (SmrOwnExercise *own, const char *first, ...)
{
  va_list args;

  g_free (own->exercise->targets);
  va_start (args, first);
  own->exercise->targets = collect (first, args);
  va_end (args);
}

void
smr_test_own_set_avoid (SmrOwnExercise *own, const char *first, ...)
{
  va_list args;

  g_free (own->exercise->avoid);
  va_start (args, first);
  own->exercise->avoid = collect (first, args);
  va_end (args);
}

SmrOwnExercise *
smr_test_own_exercise (const char *id, const char *series, int version)
{
  SmrOwnExercise *own = smr_own_exercise_new (id, series, version);
  SmrExercise *exercise = own->exercise;

  exercise->phase = SMR_PHASE_LENGTHEN;
  exercise->position = SMR_POSITION_WALL;
  exercise->unilateral = TRUE;
  exercise->difficulty = 2;
  exercise->sets = 1;
  exercise->reps = 2;
  exercise->hold_seconds = 30;
  exercise->tempo = SMR_TEMPO_STATIC;
  exercise->name = smr_text_new ("Calf stretch on a kerb");
  exercise->start = smr_text_new ("Stand at a wall with the ball of the foot on a kerb.");
  g_ptr_array_add (exercise->steps, smr_text_new ("Let the heel sink."));
  g_ptr_array_add (exercise->steps, smr_text_new ("Hold and breathe."));
  exercise->cue = smr_text_new ("Keep the knee straight.");
  exercise->mistake = smr_text_new ("Bouncing.");
  g_array_append_val (exercise->needs, ((SmrNeed) { g_intern_string ("wall"), FALSE }));
  g_array_append_val (exercise->bearings, ((SmrBearing) { SMR_LIMB_LEG, TRUE, FALSE }));
  smr_test_own_set_targets (own, "gastrocnemius", "soleus", NULL);
  smr_test_own_set_avoid (own, "knee_pain", NULL);
  return own;
}

static void
add_ids (GString *text, const char *name, const char * const *ids)
{
  g_autofree char *joined = g_strjoinv (" ", (GStrv) ids);

  g_string_append_printf (text, "%s: %s\n", name, joined);
}

char *
smr_test_describe_own (const SmrOwnExercise *own)
{
  const SmrExercise *exercise = own->exercise;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %d%s %s %s unilateral %d difficulty %d\n", exercise->id, own->series, own->version,
                          own->retired ? " retired" : "", smr_phase_to_string (exercise->phase),
                          smr_position_to_string (exercise->position), exercise->unilateral, exercise->difficulty);
  g_string_append_printf (text, "%d x %d x %d s %s, easier %s, harder %s\n", exercise->sets, exercise->reps, exercise->hold_seconds,
                          smr_tempo_to_string (exercise->tempo), exercise->easier, exercise->harder);
  g_string_append_printf (text, "%s / %s / %s / %s\n", smr_text_get (exercise->name, NULL), smr_text_get (exercise->start, NULL),
                          smr_text_get (exercise->cue, NULL), smr_text_get (exercise->mistake, NULL));
  for (guint i = 0; i < exercise->steps->len; i++)
    g_string_append_printf (text, "step: %s\n", smr_text_get (g_ptr_array_index (exercise->steps, i), NULL));
  for (guint i = 0; i < exercise->needs->len; i++)
    g_string_append_printf (text, "needs: %s\n", g_array_index (exercise->needs, SmrNeed, i).tool);
  for (guint i = 0; i < exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (exercise->bearings, SmrBearing, i);

      g_string_append_printf (text, "bears: %s %d %d\n", smr_limb_to_string (bearing->limb), bearing->same, bearing->other);
    }
  add_ids (text, "targets", exercise->targets);
  add_ids (text, "avoid", exercise->avoid);
  add_ids (text, "avoid on the side treated", exercise->avoid_same);
  g_string_append_printf (text, "photo: %" G_GSIZE_FORMAT "\n", own->photo != NULL ? g_bytes_get_size (own->photo) : 0);
  return g_string_free (text, FALSE);
}
