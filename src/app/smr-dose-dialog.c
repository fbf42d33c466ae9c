#include "config.h"

#include "smr-dose-dialog.h"

#include <glib/gi18n.h>

#include "smr-dose.h"
#include "smr-routine-words.h"
#include "smr-timing.h"

#define LEAST_HOLD_SECONDS 5
#define STEP_SECONDS 5

struct _SmrDoseDialog
{
  AdwDialog          parent_instance;

  SmrCatalogue      *catalogue;
  SmrScreening      *screening;
  const char        *language;
  SmrLevel           level;
  guint              index;
  SmrItem           *item;        /* as it is being changed */
  const SmrExercise *exercise;
  gboolean           showing;     /* the rows are being set, not turned */

  AdwWindowTitle    *window_title;
  AdwSpinRow        *sets_row;
  AdwSpinRow        *reps_row;
  AdwSpinRow        *hold_row;
  AdwSpinRow        *search_row;
  AdwSpinRow        *rest_row;
  GtkLabel          *result_label;
  GtkWidget         *usual_button;
  GtkWidget         *apply_button;
};

G_DEFINE_FINAL_TYPE (SmrDoseDialog, smr_dose_dialog, ADW_TYPE_DIALOG)

enum
{
  APPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SmrSide
get_side (SmrDoseDialog *self)
{
  return smr_item_side_get_sides (self->item->side);
}

/* --- rows ------------------------------------------------------------------------------------------------- */

/* A figure that the exercise does not have is not shown; one that cannot be changed is, with its limit. */
static void
set_up_row (AdwSpinRow *row, gboolean shown, int least, int most, int step)
{
  g_autofree char *subtitle = g_strdup_printf (_("At most %d"), most);

  gtk_widget_set_visible (GTK_WIDGET (row), shown);
  adw_spin_row_set_adjustment (row, gtk_adjustment_new (least, least, MAX (least, most), step, step, 0));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
set_up_rows (SmrDoseDialog *self)
{
  gboolean rolls = self->item->phase == SMR_PHASE_INHIBIT;
  gboolean stretches = self->item->phase == SMR_PHASE_LENGTHEN;
  gboolean held = rolls || stretches;
  SmrDoseRange range;

  smr_dose_get_range (&range, self->catalogue, self->screening, self->exercise, self->level, get_side (self));
  self->showing = TRUE;
  set_up_row (self->sets_row, !held, 1, range.most.sets, 1);
  set_up_row (self->reps_row, TRUE, 1, range.most.reps, 1);
  set_up_row (self->hold_row, held || range.most.hold_seconds > 0, held ? LEAST_HOLD_SECONDS : 0, range.most.hold_seconds, held ? STEP_SECONDS : 1);
  set_up_row (self->search_row, rolls, 0, range.most.search_seconds, STEP_SECONDS);
  set_up_row (self->rest_row, !rolls, 0, range.most.rest_seconds, STEP_SECONDS);
  self->showing = FALSE;

  if (rolls)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reps_row), _("Tender spots"));
  else if (stretches)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reps_row), _("Holds"));
  else if (self->exercise->tempo == SMR_TEMPO_WALK)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reps_row), _("Lengths"));
  else
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reps_row), _("Repetitions"));
}

static void
show_dose (SmrDoseDialog *self, const SmrDose *dose)
{
  self->showing = TRUE;
  adw_spin_row_set_value (self->sets_row, dose->sets);
  adw_spin_row_set_value (self->reps_row, dose->reps);
  adw_spin_row_set_value (self->hold_row, dose->hold_seconds);
  adw_spin_row_set_value (self->search_row, dose->search_seconds);
  adw_spin_row_set_value (self->rest_row, dose->rest_seconds);
  self->showing = FALSE;
}

static int
get_figure (AdwSpinRow *row, int otherwise)
{
  return gtk_widget_get_visible (GTK_WIDGET (row)) ? (int) adw_spin_row_get_value (row) : otherwise;
}

static void
collect_dose (SmrDoseDialog *self)
{
  SmrDose *dose = &self->item->dose;

  dose->sets = get_figure (self->sets_row, dose->sets);
  dose->reps = get_figure (self->reps_row, dose->reps);
  dose->hold_seconds = get_figure (self->hold_row, dose->hold_seconds);
  dose->search_seconds = get_figure (self->search_row, dose->search_seconds);
  dose->rest_seconds = get_figure (self->rest_row, dose->rest_seconds);
}

static void
show_result (SmrDoseDialog *self)
{
  g_autoptr (SmrMessage) reason = smr_dose_check (&self->item->dose, self->catalogue, self->screening, self->exercise, self->level, get_side (self));
  g_autofree char *text = NULL;
  SmrDose usual;

  if (reason != NULL)
    {
      g_autofree char *words = smr_message_format (reason, self->language);

      /* Translators: followed by what is over a limit, such as "140 s of rolling on each side, at most 120 s are allowed." */
      text = g_strdup_printf (_("Not possible: %s"), words);
    }
  else
    {
      g_autofree char *dose = smr_item_dup_dose_label (self->item);
      g_autofree char *time = smr_seconds_dup_label (smr_item_get_seconds (self->item));

      text = g_strdup_printf (_("%s · %s"), dose, time);
    }
  gtk_label_set_label (self->result_label, text);
  if (reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->result_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->result_label), "error");
  gtk_widget_set_sensitive (self->apply_button, reason == NULL);

  smr_dose_for (&usual, self->catalogue, self->screening, self->exercise, self->level, get_side (self));
  gtk_widget_set_sensitive (self->usual_button, !smr_dose_equal (&usual, &self->item->dose));
}

/* --- callbacks -------------------------------------------------------------------------------------------- */

static void
changed_cb (SmrDoseDialog *self)
{
  if (self->showing || self->item == NULL)
    return;
  collect_dose (self);
  show_result (self);
}

static void
usual_cb (SmrDoseDialog *self)
{
  smr_dose_for (&self->item->dose, self->catalogue, self->screening, self->exercise, self->level, get_side (self));
  show_dose (self, &self->item->dose);
  show_result (self);
}

static void
apply_cb (SmrDoseDialog *self)
{
  g_signal_emit (self, signals[APPLIED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_dose_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_DOSE_DIALOG);

  G_OBJECT_CLASS (smr_dose_dialog_parent_class)->dispose (object);
}

static void
smr_dose_dialog_finalize (GObject *object)
{
  SmrDoseDialog *self = SMR_DOSE_DIALOG (object);

  smr_item_free (self->item);
  smr_screening_unref (self->screening);
  smr_catalogue_unref (self->catalogue);

  G_OBJECT_CLASS (smr_dose_dialog_parent_class)->finalize (object);
}

static void
smr_dose_dialog_class_init (SmrDoseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = smr_dose_dialog_dispose;
  object_class->finalize = smr_dose_dialog_finalize;

  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-dose-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrDoseDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, SmrDoseDialog, sets_row);
  gtk_widget_class_bind_template_child (widget_class, SmrDoseDialog, reps_row);
  gtk_widget_class_bind_template_child (widget_class, SmrDoseDialog, hold_row);
  gtk_widget_class_bind_template_child (widget_class, SmrDoseDialog, search_row);
  gtk_widget_class_bind_template_child (widget_class, SmrDoseDialog, rest_row);
  gtk_widget_class_bind_template_child (widget_class, SmrDoseDialog, result_label);
  gtk_widget_class_bind_template_child (widget_class, SmrDoseDialog, usual_button);
  gtk_widget_class_bind_template_child (widget_class, SmrDoseDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, usual_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
smr_dose_dialog_init (SmrDoseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SmrDoseDialog *
smr_dose_dialog_new (const SmrRoutineState *state, guint index)
{
  SmrDoseDialog *self = g_object_new (SMR_TYPE_DOSE_DIALOG, NULL);

  self->catalogue = smr_catalogue_ref (state->catalogue);
  self->screening = smr_screening_ref (state->screening);
  self->language = state->language;
  self->level = state->routine->level;
  self->index = index;
  self->item = smr_item_copy (g_ptr_array_index (state->routine->items, index));
  self->exercise = smr_catalogue_find_exercise (self->catalogue, self->item->exercise);
  g_assert (self->exercise != NULL);

  adw_window_title_set_subtitle (self->window_title, smr_text_get (self->exercise->name, self->language));
  set_up_rows (self);
  show_dose (self, &self->item->dose);
  changed_cb (self);
  return self;
}

guint
smr_dose_dialog_get_index (SmrDoseDialog *self)
{
  return self->index;
}

void
smr_dose_dialog_get_dose (SmrDoseDialog *self, SmrDose *dose)
{
  *dose = self->item->dose;
}
