#include "config.h"

#include "smr-exercise-dialog.h"

#include <glib/gi18n.h>

#include "smr-exercise-words.h"
#include "smr-feedback.h"
#include "smr-field-problem.h"
#include "smr-outcome.h"
#include "smr-own-photo.h"
#include "smr-pick-list.h"

struct _SmrExerciseDialog
{
  AdwDialog          parent_instance;

  SmrWorkspace      *workspace;
  const char        *series;          /* (nullable): of the exercise that is changed */
  GBytes            *photo;           /* (nullable) */
  GPtrArray         *tempos;          /* (element-type SmrTempo) of the choices */
  GPtrArray         *forms;           /* (element-type utf8) ids of the choices after "none" */
  GCancellable      *cancellable;     /* ends with the dialog */

  AdwEntryRow       *name_row;
  AdwComboRow       *phase_row;
  AdwComboRow       *position_row;
  AdwComboRow       *difficulty_row;
  AdwSwitchRow      *sided_row;
  SmrPickList       *targets_list;
  SmrPickList       *tools_list;
  AdwComboRow       *tempo_row;
  AdwSpinRow        *sets_row;
  AdwSpinRow        *reps_row;
  AdwSpinRow        *hold_row;
  AdwEntryRow       *start_row;
  AdwPreferencesRow *steps_row;
  GtkTextView       *steps_view;
  AdwEntryRow       *cue_row;
  AdwEntryRow       *mistake_row;
  SmrPickList       *avoid_list;
  AdwComboRow       *arms_row;
  AdwComboRow       *legs_row;
  AdwComboRow       *easier_row;
  AdwComboRow       *harder_row;
  AdwActionRow      *photo_row;
  GtkPicture        *photo_picture;
  GtkButton         *remove_photo_button;
};

G_DEFINE_FINAL_TYPE (SmrExerciseDialog, smr_exercise_dialog, ADW_TYPE_DIALOG)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- from the fields ---------------------------------------------------------------------------------------- */

static SmrText *
take_text (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return smr_text_new (text);
}

/* A line that is empty is no step. */
static void
take_steps (SmrExerciseDialog *self, GPtrArray *steps)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_object_get (gtk_text_view_get_buffer (self->steps_view), "text", &text, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_ptr_array_add (steps, smr_text_new (lines[i]));
    }
}

static void
take_tools (SmrExerciseDialog *self, GArray *needs)
{
  g_autofree const char **ids = smr_pick_list_dup_ids (self->tools_list);

  for (guint i = 0; ids[i] != NULL; i++)
    g_array_append_val (needs, ((SmrNeed) { ids[i], FALSE }));
}

/* None, of the side treated, of the other side, both. */
static void
take_bearing (AdwComboRow *row, SmrLimb limb, GArray *bearings)
{
  guint choice = adw_combo_row_get_selected (row);
  SmrBearing bearing = { limb, choice == 1 || choice == 3, choice == 2 || choice == 3 };

  if (choice > 0)
    g_array_append_val (bearings, bearing);
}

static const char *
get_form (SmrExerciseDialog *self, AdwComboRow *row)
{
  guint choice = adw_combo_row_get_selected (row);

  return choice > 0 && choice != GTK_INVALID_LIST_POSITION ? g_ptr_array_index (self->forms, choice - 1) : NULL;
}

static int
find_next_version (SmrExerciseDialog *self, const char *series)
{
  GPtrArray *own = smr_catalogue_get_own (smr_workspace_get_catalogue (self->workspace));
  int version = 0;

  for (guint i = 0; i < own->len; i++)
    {
      const SmrOwnExercise *one = g_ptr_array_index (own, i);

      if (g_str_equal (one->series, series))
        version = MAX (version, one->version);
    }
  return version + 1;
}

static char *
make_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat (SMR_OWN_ID_PREFIX, g_strdelimit (uuid, "-", '_'), NULL);
}

static SmrOwnExercise *
take_exercise (SmrExerciseDialog *self)
{
  g_autofree char *id = make_id ();
  const char *series = self->series != NULL ? self->series : id;
  SmrOwnExercise *own = smr_own_exercise_new (id, series, find_next_version (self, series));
  SmrExercise *exercise = own->exercise;

  g_free (exercise->targets);
  g_free (exercise->avoid);
  exercise->targets = smr_pick_list_dup_ids (self->targets_list);
  exercise->avoid = smr_pick_list_dup_ids (self->avoid_list);
  exercise->phase = adw_combo_row_get_selected (self->phase_row);
  exercise->position = adw_combo_row_get_selected (self->position_row);
  exercise->difficulty = adw_combo_row_get_selected (self->difficulty_row) + 1;
  exercise->unilateral = adw_switch_row_get_active (self->sided_row);
  exercise->tempo = GPOINTER_TO_UINT (g_ptr_array_index (self->tempos, adw_combo_row_get_selected (self->tempo_row)));
  exercise->sets = adw_spin_row_get_value (self->sets_row);
  exercise->reps = adw_spin_row_get_value (self->reps_row);
  exercise->hold_seconds = adw_spin_row_get_value (self->hold_row);
  exercise->name = take_text (GTK_EDITABLE (self->name_row));
  exercise->start = take_text (GTK_EDITABLE (self->start_row));
  exercise->cue = take_text (GTK_EDITABLE (self->cue_row));
  exercise->mistake = take_text (GTK_EDITABLE (self->mistake_row));
  take_steps (self, exercise->steps);
  take_tools (self, exercise->needs);
  take_bearing (self->arms_row, SMR_LIMB_ARM, exercise->bearings);
  take_bearing (self->legs_row, SMR_LIMB_LEG, exercise->bearings);
  exercise->easier = get_form (self, self->easier_row);
  exercise->harder = get_form (self, self->harder_row);
  own->photo = self->photo != NULL ? g_bytes_ref (self->photo) : NULL;
  return own;
}

/* --- what is wrong ------------------------------------------------------------------------------------------ */

static char *
describe_text (GtkEditable *row, int most)
{
  glong given = g_utf8_strlen (gtk_editable_get_text (row), -1);

  if (given > most)
    /* Translators: the greatest number of characters, then how many there are */
    return g_strdup_printf (_("At most %d characters; these are %ld."), most, given);
  return given == 0 ? g_strdup (_("This has to be filled in.")) : g_strdup (_("This holds a character that cannot be printed."));
}

static gboolean
say_text (AdwEntryRow *row, int most)
{
  g_autofree char *text = describe_text (GTK_EDITABLE (row), most);

  return smr_field_problem_show (ADW_PREFERENCES_ROW (row), text);
}

static gboolean
say_steps (SmrExerciseDialog *self)
{
  g_autofree char *text = g_strdup_printf (_("One to %d steps, each of at most %d characters."), SMR_OWN_MOST_STEPS, SMR_OWN_TEXT_MAX_CHARS);

  smr_field_problem_show (self->steps_row, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->steps_view));
  return FALSE;
}

static gboolean
say_targets (SmrExerciseDialog *self, const SmrExercise *exercise)
{
  const char *text = _("Choose at least one muscle.");

  if (exercise->targets[0] != NULL)
    text = exercise->phase == SMR_PHASE_INHIBIT ? _("One of these muscles is never rolled.") : _("One of these muscles is not stretched.");
  return smr_field_problem_show (smr_pick_list_get_row (self->targets_list), text);
}

/* Says it at the field; FALSE. */
static gboolean
say_problem (SmrExerciseDialog *self, const SmrExercise *exercise, const GError *error)
{
  switch ((SmrOwnExerciseError) error->code)
    {
    case SMR_OWN_EXERCISE_ERROR_NAME:
      return say_text (self->name_row, SMR_OWN_NAME_MAX_CHARS);
    case SMR_OWN_EXERCISE_ERROR_START:
      return say_text (self->start_row, SMR_OWN_TEXT_MAX_CHARS);
    case SMR_OWN_EXERCISE_ERROR_CUE:
      return say_text (self->cue_row, SMR_OWN_TEXT_MAX_CHARS);
    case SMR_OWN_EXERCISE_ERROR_MISTAKE:
      return say_text (self->mistake_row, SMR_OWN_TEXT_MAX_CHARS);
    case SMR_OWN_EXERCISE_ERROR_STEPS:
      return say_steps (self);
    case SMR_OWN_EXERCISE_ERROR_TARGETS:
      return say_targets (self, exercise);
    case SMR_OWN_EXERCISE_ERROR_DOSE:
      return smr_field_problem_show (ADW_PREFERENCES_ROW (self->hold_row), _("A hold takes at least one second."));
    case SMR_OWN_EXERCISE_ERROR_FORMS:
      return smr_field_problem_show (ADW_PREFERENCES_ROW (self->harder_row), _("The easier and the harder form are two different exercises."));
    case SMR_OWN_EXERCISE_ERROR_PHOTO:
      return smr_field_problem_show (ADW_PREFERENCES_ROW (self->photo_row), _("This picture cannot be kept."));
    case SMR_OWN_EXERCISE_ERROR_ID:
    case SMR_OWN_EXERCISE_ERROR_TOOLS:
    case SMR_OWN_EXERCISE_ERROR_DIFFICULTY:
    case SMR_OWN_EXERCISE_ERROR_RULE_OUTS:
      /* Cannot be chosen here. */
      break;
    }
  g_return_val_if_reached (FALSE);
}

static void
clear_problems (SmrExerciseDialog *self)
{
  AdwPreferencesRow *rows[] = {
    ADW_PREFERENCES_ROW (self->name_row), ADW_PREFERENCES_ROW (self->start_row), ADW_PREFERENCES_ROW (self->cue_row),
    ADW_PREFERENCES_ROW (self->mistake_row), self->steps_row, smr_pick_list_get_row (self->targets_list),
    ADW_PREFERENCES_ROW (self->hold_row), ADW_PREFERENCES_ROW (self->harder_row), ADW_PREFERENCES_ROW (self->photo_row),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    smr_field_problem_clear (rows[i]);
}

static void
save_cb (SmrExerciseDialog *self)
{
  g_autoptr (SmrOwnExercise) own = take_exercise (self);
  g_autoptr (GError) error = NULL;

  clear_problems (self);
  if (!smr_own_exercise_validate (own, smr_workspace_get_catalogue (self->workspace), &error))
    {
      say_problem (self, own->exercise, error);
      return;
    }
  if (!smr_workspace_add_own_exercise (self->workspace, own, &error))
    {
      smr_feedback_error (GTK_WIDGET (self), _("The exercise could not be saved"), error);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, own->exercise->id);
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- the photo ---------------------------------------------------------------------------------------------- */

static void
show_photo (SmrExerciseDialog *self)
{
  g_autoptr (GdkTexture) texture = self->photo != NULL ? gdk_texture_new_from_bytes (self->photo, NULL) : NULL;

  gtk_picture_set_paintable (self->photo_picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->photo_picture), texture != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_photo_button), texture != NULL);
}

static void
photo_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrExerciseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) photo = smr_own_photo_read_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  smr_field_problem_clear (ADW_PREFERENCES_ROW (self->photo_row));
  if (photo == NULL)
    {
      g_autofree char *text = smr_own_photo_describe_error (error);

      smr_field_problem_show (ADW_PREFERENCES_ROW (self->photo_row), text);
      return;
    }
  g_clear_pointer (&self->photo, g_bytes_unref);
  self->photo = g_steal_pointer (&photo);
  show_photo (self);
}

void
smr_exercise_dialog_set_file (SmrExerciseDialog *self, GFile *file)
{
  smr_own_photo_read_async (file, self->cancellable, photo_read_cb, g_object_ref (self));
}

static void
photo_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrExerciseDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    smr_exercise_dialog_set_file (self, file);
}

static void
choose_photo_cb (SmrExerciseDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_dialog_set_title (dialog, _("Choose a photo"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, photo_chosen_cb, g_object_ref (self));
}

static void
remove_photo_cb (SmrExerciseDialog *self)
{
  g_clear_pointer (&self->photo, g_bytes_unref);
  show_photo (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->photo_row));
}

/* --- choices ------------------------------------------------------------------------------------------------ */

static void
set_names (AdwComboRow *row, GStrvBuilder *names)
{
  g_auto (GStrv) all = g_strv_builder_end (names);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char * const *) all);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static const char *
get_tempo_label (SmrTempo tempo)
{
  switch (tempo)
    {
    case SMR_TEMPO_ROLL:
      return _("Tender spots, each held");
    case SMR_TEMPO_STATIC:
      return _("Held still");
    case SMR_TEMPO_4_2_1:
      return _("Repetitions");
    case SMR_TEMPO_HOLD:
      return _("Repeated holds");
    case SMR_TEMPO_WALK:
      return _("Lengths walked");
    }
  g_return_val_if_reached ("");
}

/* Each phase has its own way of counting. */
static void
phase_changed_cb (SmrExerciseDialog *self)
{
  static const SmrTempo moves[] = { SMR_TEMPO_4_2_1, SMR_TEMPO_HOLD, SMR_TEMPO_WALK };
  SmrPhase phase = adw_combo_row_get_selected (self->phase_row);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_ptr_array_set_size (self->tempos, 0);
  if (phase == SMR_PHASE_INHIBIT)
    g_ptr_array_add (self->tempos, GUINT_TO_POINTER (SMR_TEMPO_ROLL));
  else if (phase == SMR_PHASE_LENGTHEN)
    g_ptr_array_add (self->tempos, GUINT_TO_POINTER (SMR_TEMPO_STATIC));
  else
    for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
      g_ptr_array_add (self->tempos, GUINT_TO_POINTER (moves[i]));
  for (guint i = 0; i < self->tempos->len; i++)
    g_strv_builder_add (names, get_tempo_label (GPOINTER_TO_UINT (g_ptr_array_index (self->tempos, i))));
  set_names (self->tempo_row, names);
}

static void
set_words (SmrExerciseDialog *self)
{
  g_autoptr (GStrvBuilder) phases = g_strv_builder_new (), positions = g_strv_builder_new (), difficulties = g_strv_builder_new ();
  AdwComboRow *limb_rows[] = { self->arms_row, self->legs_row };

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    g_strv_builder_add (phases, smr_phase_get_label (phase));
  for (SmrPosition position = SMR_POSITION_STANDING; position <= SMR_POSITION_SUPINE; position++)
    g_strv_builder_add (positions, smr_position_get_label (position));
  for (int difficulty = 1; difficulty <= 3; difficulty++)
    g_strv_builder_add (difficulties, smr_difficulty_get_label (difficulty));
  set_names (self->phase_row, phases);
  set_names (self->position_row, positions);
  set_names (self->difficulty_row, difficulties);
  for (guint i = 0; i < G_N_ELEMENTS (limb_rows); i++)
    {
      g_autoptr (GStrvBuilder) sides = g_strv_builder_new ();

      g_strv_builder_add (sides, C_("limbs", "None"));
      g_strv_builder_add (sides, _("Of the side treated"));
      g_strv_builder_add (sides, _("Of the other side"));
      g_strv_builder_add (sides, _("Both"));
      set_names (limb_rows[i], sides);
    }
}

static void
set_lists (SmrExerciseDialog *self, SmrCatalogue *catalogue, const char *language)
{
  GPtrArray *muscles = smr_catalogue_get_muscles (catalogue);
  GPtrArray *tools = smr_catalogue_get_tools (catalogue);
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  GPtrArray *restrictions = smr_catalogue_get_restrictions (catalogue);

  for (guint i = 0; i < muscles->len; i++)
    {
      const SmrMuscle *muscle = g_ptr_array_index (muscles, i);

      smr_pick_list_add_choice (self->targets_list, muscle->id, smr_text_get (muscle->name, language));
    }
  smr_pick_list_add_choice (self->tools_list, g_intern_string ("roller"), smr_tool_get_label (catalogue, "roller", language));
  smr_pick_list_add_choice (self->tools_list, g_intern_string ("ball"), smr_tool_get_label (catalogue, "ball", language));
  for (guint i = 0; i < tools->len; i++)
    {
      const SmrTool *tool = g_ptr_array_index (tools, i);

      if (!g_str_equal (tool->id, "none"))
        smr_pick_list_add_choice (self->tools_list, tool->id, smr_text_get (tool->name, language));
    }
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (!condition->computed)
        smr_pick_list_add_choice (self->avoid_list, condition->id, smr_text_get (condition->name, language));
    }
  for (guint i = 0; i < restrictions->len; i++)
    {
      const SmrRestriction *restriction = g_ptr_array_index (restrictions, i);

      smr_pick_list_add_choice (self->avoid_list, restriction->id, smr_text_get (restriction->name, language));
    }
}

static void
set_forms (SmrExerciseDialog *self, SmrCatalogue *catalogue, const char *language)
{
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  AdwComboRow *rows[] = { self->easier_row, self->harder_row };

  for (guint i = 0; i < exercises->len; i++)
    g_ptr_array_add (self->forms, (gpointer) ((SmrExercise *) g_ptr_array_index (exercises, i))->id);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

      g_strv_builder_add (names, C_("exercise", "None"));
      for (guint j = 0; j < exercises->len; j++)
        g_strv_builder_add (names, smr_text_get (((SmrExercise *) g_ptr_array_index (exercises, j))->name, language));
      set_names (rows[i], names);
    }
}

/* --- into the fields ---------------------------------------------------------------------------------------- */

static void
choose_form (SmrExerciseDialog *self, AdwComboRow *row, const char *id)
{
  guint index;

  if (id != NULL && g_ptr_array_find_with_equal_func (self->forms, id, g_str_equal, &index))
    adw_combo_row_set_selected (row, index + 1);
}

static void
show_steps (SmrExerciseDialog *self, GPtrArray *steps)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", smr_text_get (g_ptr_array_index (steps, i), NULL));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->steps_view), text->str, -1);
}

static void
pick_all (SmrPickList *list, const char * const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    smr_pick_list_pick (list, ids[i]);
}

static void
show_exercise (SmrExerciseDialog *self, const SmrOwnExercise *own)
{
  const SmrExercise *exercise = own->exercise;
  guint tempo;

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), smr_text_get (exercise->name, NULL));
  adw_combo_row_set_selected (self->phase_row, exercise->phase);
  adw_combo_row_set_selected (self->position_row, exercise->position);
  adw_combo_row_set_selected (self->difficulty_row, exercise->difficulty - 1);
  adw_switch_row_set_active (self->sided_row, exercise->unilateral);
  pick_all (self->targets_list, exercise->targets);
  pick_all (self->avoid_list, exercise->avoid);
  for (guint i = 0; i < exercise->needs->len; i++)
    smr_pick_list_pick (self->tools_list, g_array_index (exercise->needs, SmrNeed, i).tool);
  if (g_ptr_array_find (self->tempos, GUINT_TO_POINTER (exercise->tempo), &tempo))
    adw_combo_row_set_selected (self->tempo_row, tempo);
  adw_spin_row_set_value (self->sets_row, exercise->sets);
  adw_spin_row_set_value (self->reps_row, exercise->reps);
  adw_spin_row_set_value (self->hold_row, exercise->hold_seconds);
  gtk_editable_set_text (GTK_EDITABLE (self->start_row), smr_text_get (exercise->start, NULL));
  gtk_editable_set_text (GTK_EDITABLE (self->cue_row), smr_text_get (exercise->cue, NULL));
  gtk_editable_set_text (GTK_EDITABLE (self->mistake_row), smr_text_get (exercise->mistake, NULL));
  show_steps (self, exercise->steps);
  for (guint i = 0; i < exercise->bearings->len; i++)
    {
      const SmrBearing *bearing = &g_array_index (exercise->bearings, SmrBearing, i);

      adw_combo_row_set_selected (bearing->limb == SMR_LIMB_ARM ? self->arms_row : self->legs_row,
                                  (bearing->same ? 1 : 0) + (bearing->other ? 2 : 0));
    }
  choose_form (self, self->easier_row, exercise->easier);
  choose_form (self, self->harder_row, exercise->harder);
  self->photo = own->photo != NULL ? g_bytes_ref (own->photo) : NULL;
  show_photo (self);
}

/* --- object ------------------------------------------------------------------------------------------------- */

static void
smr_exercise_dialog_dispose (GObject *object)
{
  SmrExerciseDialog *self = SMR_EXERCISE_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_EXERCISE_DIALOG);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_exercise_dialog_parent_class)->dispose (object);
}

static void
smr_exercise_dialog_finalize (GObject *object)
{
  SmrExerciseDialog *self = SMR_EXERCISE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_ptr_array_unref (self->tempos);
  g_ptr_array_unref (self->forms);

  G_OBJECT_CLASS (smr_exercise_dialog_parent_class)->finalize (object);
}

static void
smr_exercise_dialog_class_init (SmrExerciseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = smr_exercise_dialog_dispose;
  object_class->finalize = smr_exercise_dialog_finalize;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SMR_TYPE_PICK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-exercise-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, SmrExerciseDialog, child)
  BIND (name_row);
  BIND (phase_row);
  BIND (position_row);
  BIND (difficulty_row);
  BIND (sided_row);
  BIND (targets_list);
  BIND (tools_list);
  BIND (tempo_row);
  BIND (sets_row);
  BIND (reps_row);
  BIND (hold_row);
  BIND (start_row);
  BIND (steps_row);
  BIND (steps_view);
  BIND (cue_row);
  BIND (mistake_row);
  BIND (avoid_list);
  BIND (arms_row);
  BIND (legs_row);
  BIND (easier_row);
  BIND (harder_row);
  BIND (photo_row);
  BIND (photo_picture);
  BIND (remove_photo_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, phase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_photo_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_photo_cb);
}

static void
smr_exercise_dialog_init (SmrExerciseDialog *self)
{
  self->tempos = g_ptr_array_new ();
  self->forms = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
smr_exercise_dialog_new (SmrWorkspace *workspace, const SmrOwnExercise *own)
{
  SmrExerciseDialog *self = g_object_new (SMR_TYPE_EXERCISE_DIALOG, NULL);
  SmrCatalogue *catalogue = smr_workspace_get_catalogue (workspace);
  const char *language = smr_workspace_get_language (workspace);

  self->workspace = g_object_ref (workspace);
  set_words (self);
  set_lists (self, catalogue, language);
  set_forms (self, catalogue, language);
  phase_changed_cb (self);
  if (own != NULL)
    {
      self->series = own->series;
      show_exercise (self, own);
    }
  return ADW_DIALOG (self);
}
