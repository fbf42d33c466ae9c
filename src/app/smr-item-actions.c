#include "config.h"

#include "smr-item-actions.h"

#include <glib/gi18n.h>

#include "smr-designer-edits.h"
#include "smr-dose-entry.h"
#include "smr-exercise-popover.h"
#include "smr-feedback.h"

static SmrDesigner *
get_designer (GtkWidget *page)
{
  return smr_routine_page_get_designer (SMR_ROUTINE_PAGE (page));
}

static void
remove_item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrDesigner *designer = get_designer (widget);
  guint index = g_variant_get_uint32 (parameter);
  g_autofree char *said = NULL;
  guint left;

  if (!smr_designer_is_item (designer, index))
    return;
  said = g_strdup_printf (_("%s removed"), smr_designer_get_item_name (designer, index));
  smr_designer_remove_item (designer, index);
  left = smr_designer_get_routine (designer)->items->len;
  smr_routine_page_focus_item (SMR_ROUTINE_PAGE (widget), MIN (index, MAX (left, 1) - 1));
  smr_routine_page_say_undoable (SMR_ROUTINE_PAGE (widget), said);
}

static void
move_item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint from, to;

  g_variant_get (parameter, "(uu)", &from, &to);
  smr_designer_move_item (get_designer (widget), from, to);
  smr_routine_page_focus_item (SMR_ROUTINE_PAGE (widget), to);
}

/* A field may give up its figure when its row is already on the way out: the item must still be the one that it showed. */
static void
set_dose_field_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrDesigner *designer = get_designer (widget);
  const char *exercise;
  gboolean step;
  guint index;
  int field, value;
  SmrDose dose;

  g_variant_get (parameter, "(u&siib)", &index, &exercise, &field, &value, &step);
  if (!smr_designer_is_item (designer, index) || !g_str_equal (smr_designer_get_item (designer, index)->exercise, exercise))
    return;
  dose = smr_designer_get_item (designer, index)->dose;
  smr_dose_set_field (&dose, field, value);
  smr_designer_set_item_dose (designer, index, &dose, step);
}

static void
usual_dose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrDesigner *designer = get_designer (widget);
  guint index = g_variant_get_uint32 (parameter);
  SmrRoutineState state = smr_designer_get_state (designer);
  const SmrExercise *exercise;
  const SmrItem *item;
  SmrDose dose;

  if (!smr_designer_is_item (designer, index))
    return;
  item = smr_designer_get_item (designer, index);
  exercise = smr_catalogue_find_exercise (state.catalogue, item->exercise);
  if (exercise == NULL)
    return;
  smr_dose_for (&dose, state.catalogue, state.screening, exercise, state.routine->level, smr_item_side_get_sides (item->side));
  smr_designer_set_item_dose (designer, index, &dose, FALSE);
}

/* --- choosing exercises ----------------------------------------------------------------------------------- */

static void
exercise_chosen_cb (SmrRoutinePage *page, const SmrChoice *choice, GtkWidget *popover)
{
  SmrDesigner *designer = smr_routine_page_get_designer (page);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (popover), "index"));
  SmrRoutine *routine = smr_designer_get_routine (designer);
  SmrPlanRequest request = smr_designer_get_request (designer, routine);
  g_autoptr (SmrItem) item = NULL;

  if (!smr_designer_is_item (designer, index))
    return;
  item = smr_item_with_exercise (smr_designer_get_item (designer, index), smr_designer_get_catalogue (designer),
                                 smr_designer_get_screening (designer), &request, choice->exercise);
  smr_designer_replace_item (designer, index, item);
  smr_routine_page_focus_item (page, index);
}

static void
swap_exercise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrDesigner *designer = get_designer (widget);
  guint index = g_variant_get_uint32 (parameter);
  SmrRoutineState state = smr_designer_get_state (designer);
  SmrPlanRequest request = smr_designer_get_request (designer, state.routine);
  SmrPlanRow *row = smr_routine_page_find_row (SMR_ROUTINE_PAGE (widget), index);
  GtkWidget *popover;

  if (!smr_designer_is_item (designer, index) || row == NULL)
    return;
  popover = smr_exercise_popover_new_take (_("Other exercises"),
                                           smr_choices_for_item (state.catalogue, state.screening, &request, state.routine, smr_designer_get_item (designer, index)),
                                           &state);
  g_object_set_data (G_OBJECT (popover), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (popover, "chosen", G_CALLBACK (exercise_chosen_cb), widget, G_CONNECT_SWAPPED);
  smr_plan_row_offer (row, GTK_POPOVER (popover));
}

static void
exercise_added_cb (SmrRoutinePage *page, const SmrChoice *choice)
{
  SmrDesigner *designer = smr_routine_page_get_designer (page);
  SmrPlanRequest request = smr_designer_get_request (designer, smr_designer_get_routine (designer));
  g_autoptr (SmrItem) item = smr_item_new_by_hand (smr_designer_get_catalogue (designer), smr_designer_get_screening (designer),
                                                   &request, choice->exercise, choice->sides);

  smr_routine_page_focus_item (page, smr_designer_add_item (designer, item));
}

static void
add_exercise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrDesigner *designer = get_designer (widget);
  SmrPhase phase = g_variant_get_uint32 (parameter);
  SmrRoutineState state = smr_designer_get_state (designer);
  SmrPlanRequest request = smr_designer_get_request (designer, state.routine);
  GtkWidget *popover;

  if (!smr_designer_is_editable (designer) || phase >= SMR_N_PHASES)
    return;
  popover = smr_exercise_popover_new_take (_("Exercises to add"),
                                           smr_choices_for_phase (state.catalogue, state.screening, &request, state.routine, phase), &state);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (exercise_added_cb), widget, G_CONNECT_SWAPPED);
  smr_routine_page_offer (SMR_ROUTINE_PAGE (widget), phase, GTK_POPOVER (popover));
}

/* --- notes ------------------------------------------------------------------------------------------------ */

static void
note_response_cb (SmrRoutinePage *page, const char *response, AdwAlertDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "index"));
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "save"))
    smr_designer_set_item_note (smr_routine_page_get_designer (page), index, *note != '\0' ? note : NULL);
}

static void
note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrDesigner *designer = get_designer (widget);
  guint index = g_variant_get_uint32 (parameter);
  GtkWidget *entry;
  AdwDialog *dialog;
  const char *note;

  if (!smr_designer_is_item (designer, index))
    return;

  entry = gtk_entry_new ();
  note = smr_designer_get_item (designer, index)->note;
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
  g_signal_connect_object (dialog, "response", G_CALLBACK (note_response_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
  gtk_widget_grab_focus (entry);
}

void
smr_item_actions_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "routine.remove-item", "u", remove_item_cb);
  gtk_widget_class_install_action (page_class, "routine.move-item", "(uu)", move_item_cb);
  gtk_widget_class_install_action (page_class, "routine.set-dose-field", "(usiib)", set_dose_field_cb);
  gtk_widget_class_install_action (page_class, "routine.usual-dose", "u", usual_dose_cb);
  gtk_widget_class_install_action (page_class, "routine.swap-exercise", "u", swap_exercise_cb);
  gtk_widget_class_install_action (page_class, "routine.add-exercise", "u", add_exercise_cb);
  gtk_widget_class_install_action (page_class, "routine.note", "u", note_cb);
}
