#include "config.h"

#include "smr-routine-page.h"

#include <glib/gi18n.h>

#include "smr-dose-dialog.h"
#include "smr-exercise-dialog.h"
#include "smr-feedback.h"
#include "smr-findings-bar.h"
#include "smr-history.h"
#include "smr-muscle-picker.h"
#include "smr-outcome.h"
#include "smr-phase-section.h"
#include "smr-plan-merge.h"
#include "smr-routine-options.h"
#include "smr-routine-words.h"
#include "smr-timing.h"

#define SAVE_DELAY_MILLISECONDS 1000

/* The routine is a value in the history. Whatever changes it makes a new value and pushes it; plan, findings and all
 * widgets are then made from that value in update (). Widgets are never asked what the routine is. */
struct _SmrRoutinePage
{
  AdwNavigationPage  parent_instance;

  SmrWorkspace      *workspace;
  gint64             client;
  gint64             id;            /* where the store keeps the routine; 0: nowhere yet */
  int                version;
  SmrRecord         *record;
  SmrScreening      *screening;
  SmrHistory        *history;
  SmrRoutine        *saved;         /* (nullable): as the store has it */
  SmrPlan           *plan;          /* for the picks of the current routine */
  GPtrArray         *findings;
  guint              save_source;
  gboolean           saving;
  gboolean           save_failed;   /* said once, until it works again */
  GMenu             *edit_menu;

  AdwWindowTitle    *window_title;
  GtkWidget         *undo_button;
  GtkWidget         *redo_button;
  GtkMenuButton     *menu_button;
  AdwBanner         *issued_banner;
  AdwToastOverlay   *toasts;
  GtkStack          *stack;
  AdwStatusPage     *form_page;
  AdwMultiLayoutView *layouts;
  AdwBottomSheet    *sheet;
  SmrMusclePicker   *picker;
  SmrFindingsBar    *findings_bar;
  GtkStack          *plan_stack;
  GtkBox            *sections;
  SmrPhaseSection   *phase_sections[SMR_N_PHASES];
  SmrRoutineOptions *options;
  GtkLabel          *totals_label;
};

G_DEFINE_FINAL_TYPE (SmrRoutinePage, smr_routine_page, ADW_TYPE_NAVIGATION_PAGE)

static void update (SmrRoutinePage *self);

static SmrRoutine *
get_routine (SmrRoutinePage *self)
{
  return smr_history_get_current (self->history);
}

static SmrCatalogue *
get_catalogue (SmrRoutinePage *self)
{
  return smr_workspace_get_catalogue (self->workspace);
}

static const char *
get_language (SmrRoutinePage *self)
{
  return smr_workspace_get_language (self->workspace);
}

static gboolean
is_editable (SmrRoutinePage *self)
{
  return get_routine (self)->status == SMR_ROUTINE_DRAFT;
}

static gboolean
has_picks (const SmrRoutine *routine)
{
  return routine->overactive->len + routine->underactive->len > 0;
}

/* --- planning --------------------------------------------------------------------------------------------- */

static SmrPlanRequest
get_request (SmrRoutinePage *self, const SmrRoutine *routine)
{
  return (SmrPlanRequest) {
    .overactive = routine->overactive,
    .underactive = routine->underactive,
    .level = routine->level,
    .setting = routine->setting,
    .kit = (const char * const *) self->record->client->kit,
    .accept_substitutes = routine->accept_substitutes,
    .minutes = routine->minutes,
  };
}

static SmrPlan *
make_plan (SmrRoutinePage *self, const SmrRoutine *routine)
{
  SmrPlanRequest request = get_request (self, routine);

  return smr_plan_new (get_catalogue (self), self->screening, &request);
}

static SmrRoutineState
get_state (SmrRoutinePage *self)
{
  return (SmrRoutineState) {
    .catalogue = get_catalogue (self),
    .language = get_language (self),
    .screening = self->screening,
    .routine = get_routine (self),
    .plan = self->plan,
    .findings = self->findings,
    .editable = is_editable (self),
  };
}

static SmrItem *
get_item (SmrRoutinePage *self, guint index)
{
  return g_ptr_array_index (get_routine (self)->items, index);
}

static const char *
get_item_name (SmrRoutinePage *self, guint index)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (get_catalogue (self), get_item (self, index)->exercise);

  return exercise != NULL ? smr_text_get (exercise->name, get_language (self)) : get_item (self, index)->exercise;
}

/* --- saving ----------------------------------------------------------------------------------------------- */

static gboolean
needs_saving (SmrRoutinePage *self)
{
  SmrRoutine *routine = get_routine (self);

  if (!is_editable (self) || (self->id == 0 && !has_picks (routine)))
    return FALSE;
  return self->saved == NULL || !smr_routine_equal (self->saved, routine);
}

static gboolean
save (SmrRoutinePage *self)
{
  g_autoptr (SmrRoutine) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!needs_saving (self))
    return TRUE;

  stored = smr_routine_copy (get_routine (self));
  stored->id = self->id;
  stored->version = self->version;
  if (*stored->title == '\0')
    {
      g_free (stored->title);
      stored->title = smr_routine_dup_default_title (stored, get_catalogue (self), get_language (self));
    }
  self->saving = TRUE;
  if (!smr_store_save_routine (smr_workspace_get_store (self->workspace), self->client, stored, &self->id, &self->version, &error))
    {
      self->saving = FALSE;
      if (!self->save_failed)
        smr_feedback_error (GTK_WIDGET (self), _("The routine could not be saved"), error);
      self->save_failed = TRUE;
      return FALSE;
    }

  self->save_failed = FALSE;
  g_clear_pointer (&self->saved, smr_routine_unref);
  self->saved = smr_routine_ref (get_routine (self));
  smr_workspace_client_changed (self->workspace, self->client);
  self->saving = FALSE;
  return TRUE;
}

static gboolean
save_timeout_cb (gpointer user_data)
{
  SmrRoutinePage *self = user_data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_save (SmrRoutinePage *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MILLISECONDS, save_timeout_cb, self);
}

/* --- changes ---------------------------------------------------------------------------------------------- */

static void
change (SmrRoutinePage *self, SmrRoutine *routine, const char *label, gboolean join)
{
  adw_toast_overlay_dismiss_all (self->toasts);
  smr_history_push (self->history, routine, label, join);
  schedule_save (self);
  update (self);
}

/* A title that nobody gave follows the picks. */
static void
follow_with_title (SmrRoutinePage *self, const SmrRoutine *before, SmrRoutine *now)
{
  g_autofree char *title = smr_routine_dup_default_title (before, get_catalogue (self), get_language (self));

  if (*before->title != '\0' && !g_str_equal (before->title, title))
    return;
  g_free (now->title);
  now->title = smr_routine_dup_default_title (now, get_catalogue (self), get_language (self));
}

/* Plans anew for the picks and options of @wanted and keeps what was done by hand. */
static void
replan (SmrRoutinePage *self, const SmrRoutine *wanted, const char *label, gboolean join)
{
  g_autoptr (SmrPlan) plan = make_plan (self, wanted);
  g_autoptr (SmrRoutine) merged = smr_plan_merge (self->plan->routine, get_routine (self), plan->routine);

  follow_with_title (self, get_routine (self), merged);
  change (self, merged, label, join);
}

static SmrSide
set_sides (GArray *picks, const char *muscle, SmrSide sides)
{
  SmrPick pick = { muscle, sides };
  SmrSide before = SMR_SIDE_NONE;

  for (guint i = 0; i < picks->len; i++)
    {
      if (g_array_index (picks, SmrPick, i).muscle == muscle)
        {
          before = g_array_index (picks, SmrPick, i).side;
          g_array_remove_index (picks, i--);
        }
    }
  if (sides != SMR_SIDE_NONE)
    g_array_append_val (picks, pick);
  return before;
}

static void
picked_cb (SmrRoutinePage *self, const char *id, SmrRole role, SmrSide sides)
{
  const SmrMuscle *muscle = smr_catalogue_find_muscle (get_catalogue (self), id);
  g_autoptr (SmrRoutine) wanted = smr_routine_copy (get_routine (self));
  GArray *picks = role == SMR_ROLE_OVERACTIVE ? wanted->overactive : wanted->underactive;
  GArray *others = role == SMR_ROLE_OVERACTIVE ? wanted->underactive : wanted->overactive;
  g_autofree char *label = NULL;
  SmrSide other_sides;

  /* A side is overactive or underactive, not both. */
  other_sides = set_sides (others, muscle->id, SMR_SIDE_NONE);
  set_sides (others, muscle->id, other_sides & ~sides);
  set_sides (picks, muscle->id, sides);
  label = g_strdup_printf (sides != SMR_SIDE_NONE ? _("Pick %s") : _("Leave out %s"), smr_text_get (muscle->plain_name, get_language (self)));
  replan (self, wanted, label, FALSE);
}

static void
set_accept_substitutes (SmrRoutinePage *self, gboolean accept)
{
  g_autoptr (SmrRoutine) wanted = smr_routine_copy (get_routine (self));

  wanted->accept_substitutes = accept;
  replan (self, wanted, accept ? _("Accept substitutes") : _("Refuse substitutes"), FALSE);
}

static void
options_changed_cb (SmrRoutinePage *self, SmrRoutine *wanted, const char *label, gboolean join)
{
  if (!g_str_equal (wanted->title, get_routine (self)->title))
    change (self, wanted, label, join);
  else
    replan (self, wanted, label, join);
}

/* --- showing ---------------------------------------------------------------------------------------------- */

static void
show_edit_menu (SmrRoutinePage *self)
{
  const char *undo = smr_history_get_undo_label (self->history);
  const char *redo = smr_history_get_redo_label (self->history);
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.redo", redo != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  gtk_widget_set_tooltip_text (self->redo_button, redo_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, undo_text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->redo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, redo_text, -1);

  g_menu_remove_all (self->edit_menu);
  g_menu_append (self->edit_menu, undo_text, "routine.undo");
  g_menu_append (self->edit_menu, redo_text, "routine.redo");
}

static gboolean
is_changed_by_hand (SmrRoutinePage *self)
{
  g_autoptr (SmrRoutine) planned = smr_routine_with_title (self->plan->routine, get_routine (self)->title);

  return !smr_routine_equal (planned, get_routine (self));
}

static void
show_header (SmrRoutinePage *self)
{
  SmrRoutine *routine = get_routine (self);
  const char *title = *routine->title != '\0' ? routine->title : _("New routine");
  gboolean issued = !is_editable (self);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, self->record->client->name);
  adw_banner_set_revealed (self->issued_banner, issued);
  if (issued && routine->issued != SMR_DATE_NONE)
    {
      g_autofree char *day = smr_date_format (routine->issued);
      g_autofree char *text = g_strdup_printf (smr_findings_find_recall (self->findings) != NULL
                                                   ? _("Version %d was handed out on %s and no longer passes: ask for the sheet back")
                                                   : _("Version %d was handed out on %s and stays as it is"),
                                               self->version, day);

      adw_banner_set_title (self->issued_banner, text);
    }
  show_edit_menu (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.new-version", issued);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.plan-anew", !issued && is_changed_by_hand (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.accept-substitutes", !issued);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.handout", routine->items->len > 0 && self->findings->len == 0);
}

static void
show_totals (SmrRoutinePage *self)
{
  SmrRoutine *routine = get_routine (self);
  int muscles = smr_routine_count_muscles (routine, get_catalogue (self));
  int minutes, most_muscles, most_contact;
  g_autofree char *time = NULL;
  g_autofree char *rolling = NULL;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  SmrTotals totals;

  if (routine->items->len == 0)
    {
      gtk_label_set_label (self->totals_label, _("Nothing planned yet"));
      gtk_widget_remove_css_class (GTK_WIDGET (self->totals_label), "error");
      return;
    }

  smr_routine_get_totals (routine, &totals);
  smr_routine_get_caps (routine, get_catalogue (self), self->screening, &most_muscles, &most_contact);
  minutes = smr_seconds_to_minutes (totals.seconds);
  time = g_strdup_printf (ngettext ("about %d min", "about %d min", minutes), minutes);
  /* Translators: minutes of rolling, and how many are allowed */
  rolling = g_strdup_printf (_("rolling %d of %d min"), smr_seconds_to_minutes (totals.contact_seconds), smr_seconds_to_minutes (most_contact));
  count = g_strdup_printf (ngettext ("%d of %d muscle", "%d of %d muscles", most_muscles), muscles, most_muscles);
  text = g_strdup_printf ("%s · %s · %s", time, rolling, count);
  gtk_label_set_label (self->totals_label, text);
  if (muscles > most_muscles || totals.contact_seconds > most_contact)
    gtk_widget_add_css_class (GTK_WIDGET (self->totals_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->totals_label), "error");
}

static void
show_sections (SmrRoutinePage *self)
{
  SmrRoutineState state = get_state (self);
  SmrTotals totals;

  smr_findings_bar_show (self->findings_bar, &state);
  smr_routine_get_totals (state.routine, &totals);
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    smr_phase_section_show (self->phase_sections[phase], &state, totals.phases[phase]);
  gtk_stack_set_visible_child_name (self->plan_stack, has_picks (state.routine) || state.routine->items->len > 0 ? "plan" : "empty");
}

static void
show_form_state (SmrRoutinePage *self)
{
  gboolean valid = smr_screening_has_valid_form (self->screening);

  gtk_stack_set_visible_child_name (self->stack, valid ? "designer" : "form");
  if (!valid)
    {
      g_autofree char *text = g_strdup_printf (self->record->intakes->len > 0
                                                 ? _("The last health form of %s is no longer valid. A new one is needed first.")
                                                 : _("There is no signed health form of %s yet."),
                                               self->record->client->name);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      adw_status_page_set_description (self->form_page, escaped);
    }
}

/* Everything that follows from the routine and the record. */
static void
update (SmrRoutinePage *self)
{
  SmrRoutine *routine = get_routine (self);

  g_clear_pointer (&self->screening, smr_screening_unref);
  self->screening = smr_screening_new (get_catalogue (self), self->record, smr_workspace_get_today (self->workspace));
  g_clear_pointer (&self->plan, smr_plan_free);
  self->plan = make_plan (self, routine);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = smr_gate_check (get_catalogue (self), self->screening, self->record, routine);

  show_form_state (self);
  show_header (self);
  show_sections (self);
  show_totals (self);
  smr_routine_options_show (self->options, routine, self->record->client, is_editable (self), self->workspace);
  smr_muscle_picker_show (self->picker, routine, self->screening);
  smr_muscle_picker_set_editable (self->picker, is_editable (self));
}

/* --- actions on the whole --------------------------------------------------------------------------------- */

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);

  if (!smr_history_undo (self->history))
    return;
  adw_toast_overlay_dismiss_all (self->toasts);
  schedule_save (self);
  update (self);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);

  if (!smr_history_redo (self->history))
    return;
  schedule_save (self);
  update (self);
}

/* Without what was done by hand. */
static void
plan_anew_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);
  g_autoptr (SmrRoutine) next = smr_routine_copy (get_routine (self));

  g_ptr_array_set_size (next->items, 0);
  for (guint i = 0; i < self->plan->routine->items->len; i++)
    g_ptr_array_add (next->items, smr_item_copy (g_ptr_array_index (self->plan->routine->items, i)));
  change (self, next, _("Plan anew"), FALSE);
}

static void
accept_substitutes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_accept_substitutes (SMR_ROUTINE_PAGE (widget), TRUE);
}

static void
take_routine (SmrRoutinePage *self, SmrRoutine *routine, gboolean is_saved)
{
  g_clear_pointer (&self->history, smr_history_free);
  self->history = smr_history_new (routine);
  self->id = routine->id;
  self->version = routine->version;
  g_clear_pointer (&self->saved, smr_routine_unref);
  self->saved = is_saved ? smr_routine_ref (routine) : NULL;
}

/* What was handed out stays; saving over it makes the next version. */
static void
new_version_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);
  g_autoptr (SmrRoutine) draft = smr_routine_copy (get_routine (self));

  draft->status = SMR_ROUTINE_DRAFT;
  draft->issued = SMR_DATE_NONE;
  take_routine (self, draft, FALSE);
  save (self);
  update (self);
}

static gboolean
is_narrow (SmrRoutinePage *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0;
}

static void
open_muscles_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);

  adw_bottom_sheet_set_open (self->sheet, TRUE);
  smr_muscle_picker_focus_search (self->picker);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);

  if (is_narrow (self))
    adw_bottom_sheet_set_open (self->sheet, TRUE);
  smr_muscle_picker_focus_search (self->picker);
}

static void
close_muscles_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_bottom_sheet_set_open (SMR_ROUTINE_PAGE (widget)->sheet, FALSE);
}

static void
open_intake_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-intake", "x", SMR_ROUTINE_PAGE (widget)->client);
}

static void
edit_client_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-client", "x", SMR_ROUTINE_PAGE (widget)->client);
}

static void
handout_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);

  if (self->findings->len == 0 && save (self))
    gtk_widget_activate_action (widget, "win.open-handout", "(xx)", self->client, self->id);
}

/* --- actions on one item ---------------------------------------------------------------------------------- */

/* FALSE while a dialog outlived the item that it was opened for. */
static gboolean
is_item (SmrRoutinePage *self, guint index)
{
  return is_editable (self) && index < get_routine (self)->items->len;
}

static void
focus_item (SmrRoutinePage *self, guint index)
{
  for (guint i = 0; i < SMR_N_PHASES; i++)
    {
      if (smr_phase_section_focus_item (self->phase_sections[i], index))
        return;
    }
}

static void
remove_item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);
  guint index = g_variant_get_uint32 (parameter);
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;
  g_autofree char *said = NULL;

  if (!is_item (self, index))
    return;
  label = g_strdup_printf (_("Remove %s"), get_item_name (self, index));
  said = g_strdup_printf (_("%s removed"), get_item_name (self, index));
  next = smr_routine_with_item_removed (get_routine (self), index);
  change (self, next, label, FALSE);
  focus_item (self, MIN (index, MAX (next->items->len, 1) - 1));
  smr_feedback_toast_action (GTK_WIDGET (self->plan_stack), said, _("_Undo"), "routine.undo", NULL);
}

static void
move_item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;
  guint from, to;

  g_variant_get (parameter, "(uu)", &from, &to);
  if (!is_item (self, from) || !is_item (self, to))
    return;
  label = g_strdup_printf (_("Move %s"), get_item_name (self, from));
  next = smr_routine_with_item_moved (get_routine (self), from, to);
  change (self, next, label, FALSE);
  focus_item (self, to);
}

static void
dose_applied_cb (SmrRoutinePage *self, SmrDoseDialog *dialog)
{
  guint index = smr_dose_dialog_get_index (dialog);
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;
  SmrDose dose;

  if (!is_item (self, index))
    return;
  smr_dose_dialog_get_dose (dialog, &dose);
  label = g_strdup_printf (_("Change dose of %s"), get_item_name (self, index));
  next = smr_routine_with_dose (get_routine (self), index, &dose);
  change (self, next, label, FALSE);
}

static void
change_dose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);
  guint index = g_variant_get_uint32 (parameter);
  SmrRoutineState state = get_state (self);
  SmrDoseDialog *dialog;

  if (!is_item (self, index) || smr_catalogue_find_exercise (state.catalogue, get_item (self, index)->exercise) == NULL)
    return;
  dialog = smr_dose_dialog_new (&state, index);
  g_signal_connect_object (dialog, "applied", G_CALLBACK (dose_applied_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
exercise_chosen_cb (SmrRoutinePage *self, guint index, const SmrItem *item)
{
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;

  if (!is_item (self, index))
    return;
  label = g_strdup_printf (_("Replace %s"), get_item_name (self, index));
  next = smr_routine_copy (get_routine (self));
  smr_item_free (next->items->pdata[index]);
  next->items->pdata[index] = smr_item_copy (item);
  change (self, next, label, FALSE);
}

static void
swap_exercise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);
  guint index = g_variant_get_uint32 (parameter);
  SmrPlanRequest request = get_request (self, get_routine (self));
  SmrRoutineState state = get_state (self);
  SmrExerciseDialog *dialog;

  if (!is_item (self, index))
    return;
  dialog = smr_exercise_dialog_new (&state, &request, index);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (exercise_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
note_response_cb (SmrRoutinePage *self, const char *response, AdwAlertDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "index"));
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autoptr (SmrRoutine) next = NULL;
  g_autofree char *label = NULL;

  if (!g_str_equal (response, "save") || !is_item (self, index))
    return;
  label = g_strdup_printf (_("Change note of %s"), get_item_name (self, index));
  next = smr_routine_with_note (get_routine (self), index, *note != '\0' ? note : NULL);
  change (self, next, label, FALSE);
}

static void
note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);
  guint index = g_variant_get_uint32 (parameter);
  GtkWidget *entry = gtk_entry_new ();
  AdwDialog *dialog;
  const char *note;

  if (!is_item (self, index))
    {
      g_object_ref_sink (entry);
      g_object_unref (entry);
      return;
    }

  note = get_item (self, index)->note;
  gtk_editable_set_text (GTK_EDITABLE (entry), note != NULL ? note : "");
  gtk_entry_set_max_length (GTK_ENTRY (entry), SMR_NAME_MAX_CHARS);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);

  dialog = adw_alert_dialog_new (_("Note for the client"), _("It is printed below the exercise."));
  g_object_set_data (G_OBJECT (dialog), "index", GUINT_TO_POINTER (index));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  g_signal_connect_object (dialog, "response", G_CALLBACK (note_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
  gtk_widget_grab_focus (entry);
}

/* --- following the store ---------------------------------------------------------------------------------- */

static SmrRoutine *
find_stored (SmrRoutinePage *self)
{
  for (guint i = 0; i < self->record->routines->len; i++)
    {
      SmrRoutine *routine = g_ptr_array_index (self->record->routines, i);

      if (routine->id == self->id)
        return routine;
    }
  return NULL;
}

/* Other tools or another form make another plan: a draft follows, with what was done by hand. */
static void
follow_record (SmrRoutinePage *self)
{
  g_autoptr (SmrRoutine) before = smr_routine_ref (self->plan->routine);
  g_autoptr (SmrRoutine) merged = NULL;

  update (self);
  if (!is_editable (self) || smr_routine_equal (before, self->plan->routine))
    return;
  merged = smr_plan_merge (before, get_routine (self), self->plan->routine);
  if (smr_routine_equal (merged, get_routine (self)))
    return;
  change (self, merged, _("Follow the client’s record"), FALSE);
  smr_feedback_toast_action (GTK_WIDGET (self->plan_stack), _("The plan follows the changed record"), _("_Undo"), "routine.undo", NULL);
}

/* The form may have changed, or this version was handed out. */
static void
client_changed_cb (SmrRoutinePage *self, gint64 client)
{
  g_autoptr (GError) error = NULL;
  SmrRecord *record;
  SmrRoutine *stored;

  if (self->saving || (client != 0 && client != self->client))
    return;
  record = smr_store_load_record (smr_workspace_get_store (self->workspace), self->client, &error);
  if (record == NULL)
    {
      /* An erased client's draft is not kept either; other errors are met again when saving. */
      if (g_error_matches (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND))
        g_clear_handle_id (&self->save_source, g_source_remove);
      return;
    }

  smr_record_free (self->record);
  self->record = record;
  stored = self->id != 0 ? find_stored (self) : NULL;
  if (stored != NULL && (stored->status != get_routine (self)->status || stored->version != self->version))
    {
      take_routine (self, stored, TRUE);
      update (self);
      return;
    }
  follow_record (self);
}

/* --- object ----------------------------------------------------------------------------------------------- */

/* Where work begins: with the muscles, or with the plan that is there already. Typing searches from both. */
static void
smr_routine_page_shown (AdwNavigationPage *page)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (page);

  smr_routine_options_unselect_title (self->options);
  if (get_routine (self)->items->len > 0)
    {
      focus_item (self, 0);
      return;
    }
  adw_bottom_sheet_set_open (self->sheet, is_narrow (self) && is_editable (self));
  smr_muscle_picker_focus_search (self->picker);
}

static void
search_started_cb (SmrRoutinePage *self)
{
  if (is_narrow (self))
    adw_bottom_sheet_set_open (self->sheet, TRUE);
}

static void
smr_routine_page_hiding (AdwNavigationPage *page)
{
  save (SMR_ROUTINE_PAGE (page));
}

/* The window may be closed with the page on it. */
static void
smr_routine_page_unroot (GtkWidget *widget)
{
  save (SMR_ROUTINE_PAGE (widget));

  GTK_WIDGET_CLASS (smr_routine_page_parent_class)->unroot (widget);
}

static void
smr_routine_page_dispose (GObject *object)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_ROUTINE_PAGE);

  G_OBJECT_CLASS (smr_routine_page_parent_class)->dispose (object);
}

static void
smr_routine_page_finalize (GObject *object)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (object);

  g_clear_pointer (&self->history, smr_history_free);
  g_clear_pointer (&self->saved, smr_routine_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->plan, smr_plan_free);
  g_clear_pointer (&self->screening, smr_screening_unref);
  g_clear_pointer (&self->record, smr_record_free);
  g_clear_object (&self->edit_menu);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_routine_page_parent_class)->finalize (object);
}

static void
smr_routine_page_class_init (SmrRoutinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  object_class->dispose = smr_routine_page_dispose;
  object_class->finalize = smr_routine_page_finalize;
  widget_class->unroot = smr_routine_page_unroot;
  page_class->shown = smr_routine_page_shown;
  page_class->hiding = smr_routine_page_hiding;

  g_type_ensure (SMR_TYPE_FINDINGS_BAR);
  g_type_ensure (SMR_TYPE_MUSCLE_PICKER);
  g_type_ensure (SMR_TYPE_ROUTINE_OPTIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-routine-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, issued_banner);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, form_page);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, layouts);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, sheet);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, picker);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, findings_bar);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, plan_stack);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, sections);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, options);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, totals_label);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "routine.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "routine.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "routine.plan-anew", NULL, plan_anew_cb);
  gtk_widget_class_install_action (widget_class, "routine.accept-substitutes", NULL, accept_substitutes_cb);
  gtk_widget_class_install_action (widget_class, "routine.new-version", NULL, new_version_cb);
  gtk_widget_class_install_action (widget_class, "routine.open-muscles", NULL, open_muscles_cb);
  gtk_widget_class_install_action (widget_class, "routine.close-muscles", NULL, close_muscles_cb);
  gtk_widget_class_install_action (widget_class, "routine.open-intake", NULL, open_intake_cb);
  gtk_widget_class_install_action (widget_class, "routine.edit-client", NULL, edit_client_cb);
  gtk_widget_class_install_action (widget_class, "routine.handout", NULL, handout_cb);
  gtk_widget_class_install_action (widget_class, "routine.remove-item", "u", remove_item_cb);
  gtk_widget_class_install_action (widget_class, "routine.move-item", "(uu)", move_item_cb);
  gtk_widget_class_install_action (widget_class, "routine.change-dose", "u", change_dose_cb);
  gtk_widget_class_install_action (widget_class, "routine.swap-exercise", "u", swap_exercise_cb);
  gtk_widget_class_install_action (widget_class, "routine.note", "u", note_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "routine.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "routine.redo", NULL);
}

static void
smr_routine_page_init (SmrRoutinePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) plan_menu = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    {
      self->phase_sections[phase] = SMR_PHASE_SECTION (smr_phase_section_new (phase));
      gtk_box_append (self->sections, GTK_WIDGET (self->phase_sections[phase]));
    }

  self->edit_menu = g_menu_new ();
  g_menu_append (plan_menu, _("_Plan anew, without changes by hand"), "routine.plan-anew");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->edit_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan_menu));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  smr_muscle_picker_set_key_capture (self->picker, GTK_WIDGET (self));
}

static SmrRoutine *
make_new_routine (SmrWorkspace *workspace, const SmrClient *client)
{
  SmrRoutine *routine = smr_routine_new ("");

  routine->created = smr_workspace_get_today (workspace);
  routine->level = client->level;
  routine->setting = client->setting;
  return routine;
}

SmrRoutinePage *
smr_routine_page_new (SmrWorkspace *workspace, gint64 client, gint64 routine, GError **error)
{
  g_autoptr (SmrRecord) record = smr_store_load_record (smr_workspace_get_store (workspace), client, error);
  g_autoptr (SmrRoutine) fresh = NULL;
  SmrRoutine *stored = NULL;
  SmrRoutinePage *self;

  if (record == NULL)
    return NULL;
  for (guint i = 0; routine != 0 && stored == NULL && i < record->routines->len; i++)
    {
      if (((SmrRoutine *) g_ptr_array_index (record->routines, i))->id == routine)
        stored = g_ptr_array_index (record->routines, i);
    }
  if (routine != 0 && stored == NULL)
    {
      g_set_error (error, SMR_STORE_ERROR, SMR_STORE_ERROR_NOT_FOUND, "routine %" G_GINT64_FORMAT " is not there", routine);
      return NULL;
    }

  self = g_object_new (SMR_TYPE_ROUTINE_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->client = client;
  self->record = g_steal_pointer (&record);
  fresh = stored == NULL ? make_new_routine (workspace, self->record->client) : NULL;
  take_routine (self, stored != NULL ? stored : fresh, stored != NULL);
  smr_muscle_picker_set_catalogue (self->picker, get_catalogue (self), get_language (self));
  update (self);
  g_signal_connect_object (workspace, "client-changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

SmrRoutine *
smr_routine_page_get_routine (SmrRoutinePage *self)
{
  return get_routine (self);
}
