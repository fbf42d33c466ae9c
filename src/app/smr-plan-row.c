#include "config.h"

#include "smr-plan-row.h"

#include <glib/gi18n.h>

#include "smr-dose-fields.h"
#include "smr-exercise-steps.h"
#include "smr-figure-view.h"
#include "smr-outcome.h"
#include "smr-routine-words.h"
#include "smr-timing.h"

struct _SmrPlanRow
{
  GtkListBoxRow  parent_instance;

  guint          index;
  const char    *exercise;      /* interned */
  SmrRoutine    *routine;       /* (nullable): what it shows; nothing is touched while that stays */
  SmrScreening  *screening;
  char          *finding;       /* (nullable) */
  gboolean       editable;

  SmrFigureView *figure_view;
  GtkLabel      *name_label;
  SmrDoseFields *dose_fields;
  GtkLabel      *dose_label;
  GtkWidget     *finding_box;
  GtkLabel      *finding_label;
  GtkLabel      *about_label;
  GtkLabel      *note_label;
  GtkLabel      *time_label;
  GtkImage      *arrow;
  GtkMenuButton *swap_button;
  GtkMenuButton *menu_button;
  GtkWidget     *handle;
  GtkRevealer   *revealer;
  GtkBox        *details_box;
};

G_DEFINE_FINAL_TYPE (SmrPlanRow, smr_plan_row, GTK_TYPE_LIST_BOX_ROW)

/* --- contents --------------------------------------------------------------------------------------------- */

static char *
dup_about (const SmrItem *item, const SmrRoutineState *state)
{
  SmrCatalogue *catalogue = state->catalogue;
  const char *language = state->language;
  const SmrTool *tool = item->tool != NULL ? smr_catalogue_find_tool (catalogue, item->tool) : NULL;
  g_autofree char *reason = smr_item_dup_why (item, catalogue, state->screening, &state->request, language, smr_date_format);

  if (tool == NULL)
    return g_steal_pointer (&reason);
  /* Translators: a tool, then why the exercise is there */
  return g_strdup_printf (_("%s · %s"), smr_text_get (tool->name, language), reason);
}

static void
show_note (SmrPlanRow *self, const SmrItem *item)
{
  gboolean has_note = item->note != NULL && *item->note != '\0';
  g_autofree char *note = has_note ? g_strdup_printf (_("Note: %s"), item->note) : g_strdup ("");

  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), has_note);
}

static gboolean
is_phase (const SmrRoutine *routine, guint index, SmrPhase phase)
{
  return index < routine->items->len && ((const SmrItem *) g_ptr_array_index (routine->items, index))->phase == phase;
}

static void
enable_actions (SmrPlanRow *self, const SmrRoutine *routine, const SmrItem *item, gboolean known, gboolean editable)
{
  static const char * const edits[] = { "plan-row.note", "plan-row.remove" };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), edits[i], editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan-row.change-dose", editable && known);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan-row.usual-dose", editable && known);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan-row.swap", editable && known);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan-row.move-up", editable && self->index > 0 && is_phase (routine, self->index - 1, item->phase));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan-row.move-down", editable && is_phase (routine, self->index + 1, item->phase));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->swap_button), editable && known);
  gtk_widget_set_visible (self->handle, editable);
  gtk_widget_set_margin_end (GTK_WIDGET (self->arrow), editable ? 0 : 6);
}

/* A row whose item, neighbours and circumstances are as they were says the same. */
static gboolean
shows (SmrPlanRow *self, const SmrRoutineState *state, guint index, const char *finding)
{
  const SmrItem *item = g_ptr_array_index (state->routine->items, index);
  const SmrItem *before = self->routine != NULL ? g_ptr_array_index (self->routine->items, self->index) : NULL;

  return before != NULL && self->index == index && self->editable == state->editable && self->screening == state->screening &&
         g_strcmp0 (self->finding, finding) == 0 && smr_item_equal (before, item) &&
         smr_routine_asks_the_same (self->routine, state->routine) &&
         (index == 0 || is_phase (self->routine, index - 1, item->phase) == is_phase (state->routine, index - 1, item->phase)) &&
         is_phase (self->routine, index + 1, item->phase) == is_phase (state->routine, index + 1, item->phase);
}

static void
keep_shown (SmrPlanRow *self, const SmrRoutineState *state, guint index, const char *finding)
{
  g_clear_pointer (&self->routine, smr_routine_unref);
  self->routine = smr_routine_ref (state->routine);
  g_clear_pointer (&self->screening, smr_screening_unref);
  self->screening = smr_screening_ref (state->screening);
  g_set_str (&self->finding, finding);
  self->editable = state->editable;
  self->index = index;
}

static void
show_item (SmrPlanRow *self, const SmrRoutineState *state, const char *finding)
{
  SmrCatalogue *catalogue = state->catalogue;
  const char *language = state->language;
  const SmrItem *item = g_ptr_array_index (state->routine->items, self->index);
  const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, item->exercise);
  const char *name = exercise != NULL ? smr_text_get (exercise->name, language) : item->exercise;
  g_autofree char *about = dup_about (item, state);
  g_autofree char *dose = smr_item_dup_dose_label (item);
  g_autofree char *time = smr_seconds_dup_label (smr_item_get_seconds (item));
  g_autofree char *label = g_strdup_printf (_("%s: %s"), name, dose);
  g_autofree char *menu_label = g_strdup_printf (_("Change %s"), name);
  g_autofree char *swap_label = g_strdup_printf (_("Another exercise instead of %s"), name);

  if (self->exercise != item->exercise && exercise != NULL)
    smr_exercise_steps_fill (self->details_box, exercise, language);
  self->exercise = item->exercise;

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->dose_label, dose);
  gtk_widget_set_visible (GTK_WIDGET (self->dose_label), !state->editable || exercise == NULL);
  smr_figure_view_show (self->figure_view, catalogue, exercise, item->side, language);
  smr_dose_fields_show (self->dose_fields, state, self->index);
  gtk_widget_set_visible (GTK_WIDGET (self->dose_fields), state->editable && exercise != NULL);
  gtk_label_set_label (self->time_label, time);
  gtk_label_set_label (self->finding_label, finding != NULL ? finding : "");
  gtk_widget_set_visible (self->finding_box, finding != NULL);
  gtk_label_set_label (self->about_label, about);
  show_note (self, item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, finding != NULL ? finding : about, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), menu_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->swap_button), GTK_ACCESSIBLE_PROPERTY_LABEL, swap_label, -1);
  enable_actions (self, state->routine, item, exercise != NULL, state->editable);
}

void
smr_plan_row_show (SmrPlanRow *self, const SmrRoutineState *state, guint index, const char *finding)
{
  if (shows (self, state, index, finding))
    return;
  keep_shown (self, state, index, finding);
  show_item (self, state, finding);
}

const char *
smr_plan_row_get_exercise (SmrPlanRow *self)
{
  return self->exercise;
}

void
smr_plan_row_set_open (SmrPlanRow *self, gboolean open)
{
  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

gboolean
smr_plan_row_get_open (SmrPlanRow *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

/* --- actions ---------------------------------------------------------------------------------------------- */

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    const char *page_action;
  } actions[] = {
    { "plan-row.usual-dose", "routine.usual-dose" },
    { "plan-row.note", "routine.note" },
    { "plan-row.remove", "routine.remove-item" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_str_equal (actions[i].action, name))
        {
          gtk_widget_activate_action (widget, actions[i].page_action, "u", SMR_PLAN_ROW (widget)->index);
          return;
        }
    }
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint from = SMR_PLAN_ROW (widget)->index;
  guint to = g_str_equal (name, "plan-row.move-up") ? from - 1 : from + 1;

  gtk_widget_activate_action (widget, "routine.move-item", "(uu)", from, to);
}

static void
change_dose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  smr_dose_fields_focus (SMR_PLAN_ROW (widget)->dose_fields);
}

static void
swap_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (SMR_PLAN_ROW (widget)->swap_button);
}

static void
ask_for_exercises_cb (GtkMenuButton *button, gpointer user_data)
{
  SmrPlanRow *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "routine.swap-exercise", "u", self->index);
}

void
smr_plan_row_offer (SmrPlanRow *self, GtkPopover *popover)
{
  gtk_menu_button_set_popover (self->swap_button, GTK_WIDGET (popover));
}

static void
focus_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (widget);
}

static gboolean
open_menu_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SmrPlanRow *self = SMR_PLAN_ROW (widget);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->menu_button)))
    return FALSE;
  gtk_menu_button_popup (self->menu_button);
  return TRUE;
}

/* --- dragging --------------------------------------------------------------------------------------------- */

/* The row that is being dragged, when it may be dropped here: another one of the same phase. (nullable) */
static SmrPlanRow *
get_dragged (SmrPlanRow *self, const GValue *value)
{
  SmrPlanRow *other = value != NULL && G_VALUE_HOLDS (value, SMR_TYPE_PLAN_ROW) ? g_value_get_object (value) : NULL;

  if (other == NULL || other == self || gtk_widget_get_parent (GTK_WIDGET (other)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return NULL;
  return other;
}

static GdkContentProvider *
prepare_cb (SmrPlanRow *self, double x, double y, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
  return gdk_content_provider_new_typed (SMR_TYPE_PLAN_ROW, self);
}

static GdkDragAction
motion_cb (SmrPlanRow *self, double x, double y, GtkDropTarget *target)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));

  if (get_dragged (self, gtk_drop_target_get_value (target)) == NULL)
    return 0;
  gtk_list_box_drag_highlight_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (self));
  return GDK_ACTION_MOVE;
}

static void
leave_cb (SmrPlanRow *self)
{
  gtk_list_box_drag_unhighlight_row (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self))));
}

static gboolean
drop_cb (SmrPlanRow *self, const GValue *value)
{
  SmrPlanRow *dragged = get_dragged (self, value);

  leave_cb (self);
  if (dragged == NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "routine.move-item", "(uu)", dragged->index, self->index);
  return TRUE;
}

static void
add_dragging (SmrPlanRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SMR_TYPE_PLAN_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_plan_row_dispose (GObject *object)
{
  SmrPlanRow *self = SMR_PLAN_ROW (object);

  g_clear_pointer (&self->routine, smr_routine_unref);
  g_clear_pointer (&self->screening, smr_screening_unref);
  g_clear_pointer (&self->finding, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_PLAN_ROW);

  G_OBJECT_CLASS (smr_plan_row_parent_class)->dispose (object);
}

static void
smr_plan_row_class_init (SmrPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_plan_row_dispose;

  g_type_ensure (SMR_TYPE_DOSE_FIELDS);
  g_type_ensure (SMR_TYPE_FIGURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, figure_view);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, dose_fields);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, dose_label);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, finding_box);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, finding_label);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, about_label);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, swap_button);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, handle);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, SmrPlanRow, details_box);

  gtk_widget_class_install_action (widget_class, "plan-row.change-dose", NULL, change_dose_cb);
  gtk_widget_class_install_action (widget_class, "plan-row.focus", NULL, focus_cb);
  gtk_widget_class_install_action (widget_class, "plan-row.usual-dose", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "plan-row.swap", NULL, swap_cb);
  gtk_widget_class_install_action (widget_class, "plan-row.note", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "plan-row.remove", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "plan-row.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "plan-row.move-down", NULL, move_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "plan-row.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "plan-row.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "plan-row.remove", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, open_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, open_menu_cb, NULL);
}

static void
smr_plan_row_init (SmrPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->swap_button, ask_for_exercises_cb, self, NULL);
  smr_plan_row_set_open (self, FALSE);
  add_dragging (self);
}

GtkWidget *
smr_plan_row_new (void)
{
  return g_object_new (SMR_TYPE_PLAN_ROW, NULL);
}
