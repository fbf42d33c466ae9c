#include "config.h"

#include "smr-routine-page.h"

#include <glib/gi18n.h>

#include "smr-designer-edits.h"
#include "smr-designer-line.h"
#include "smr-feedback.h"
#include "smr-findings-bar.h"
#include "smr-item-actions.h"
#include "smr-minutes.h"
#include "smr-muscle-picker.h"
#include "smr-outcome.h"
#include "smr-phase-section.h"
#include "smr-progression-group.h"
#include "smr-routine-copies.h"
#include "smr-routine-options.h"
#include "smr-routine-templates.h"
#include "smr-timing.h"
#include "smr-trio-group.h"

/* Shows what a designer holds, and is made anew from it whenever it changes: widgets are never asked what the routine is. */
struct _SmrRoutinePage
{
  AdwNavigationPage  parent_instance;

  SmrDesigner       *designer;
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
  SmrProgressionGroup *progression_group;
  SmrTrioGroup      *trio_group;
  SmrPhaseSection   *phase_sections[SMR_N_PHASES];
  SmrRoutineOptions *options;
  SmrMinutes        *minutes;
};

G_DEFINE_FINAL_TYPE (SmrRoutinePage, smr_routine_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- picks and options ------------------------------------------------------------------------------------ */

static void
picked_cb (SmrRoutinePage *self, const char *muscle, SmrRole role, SmrSide sides)
{
  smr_designer_pick (self->designer, muscle, role, sides);
}

/* FALSE: nothing was picked. What is said goes to the picker. */
static gboolean
line_entered_cb (SmrRoutinePage *self, const char *line, SmrRole role)
{
  g_autofree char *said = NULL;
  gboolean picked = smr_designer_pick_line (self->designer, line, role, &said);

  smr_muscle_picker_say (self->picker, said);
  return picked;
}

static void
options_changed_cb (SmrRoutinePage *self, SmrRoutine *wanted, const char *label, gboolean join)
{
  if (!g_str_equal (wanted->title, smr_designer_get_routine (self->designer)->title))
    smr_designer_change (self->designer, wanted, label, join);
  else
    smr_designer_replan (self->designer, wanted, label, join);
}

/* --- showing ---------------------------------------------------------------------------------------------- */

/* A tooltip that is set is looked for under the pointer, which takes longer than the rest. */
static void
say_on_button (GtkWidget *button, const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), text) == 0)
    return;
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_undo (SmrRoutinePage *self)
{
  const char *undo = smr_designer_get_undo_label (self->designer);
  const char *redo = smr_designer_get_redo_label (self->designer);
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo %s"), undo) : g_strdup (_("Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo %s"), redo) : g_strdup (_("Redo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.redo", redo != NULL);
  say_on_button (self->undo_button, undo_text);
  say_on_button (self->redo_button, redo_text);
}

/* Menus are slow to change: only the one that is looked at is. */
static void
fill_edit_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  SmrRoutinePage *self = user_data;

  g_menu_remove_all (self->edit_menu);
  g_menu_append (self->edit_menu, gtk_widget_get_tooltip_text (self->undo_button), "routine.undo");
  g_menu_append (self->edit_menu, gtk_widget_get_tooltip_text (self->redo_button), "routine.redo");
}

static void
show_header (SmrRoutinePage *self)
{
  SmrRoutine *routine = smr_designer_get_routine (self->designer);
  GPtrArray *findings = smr_designer_get_findings (self->designer);
  const char *title = *routine->title != '\0' ? routine->title : _("New routine");
  gboolean issued = !smr_designer_is_editable (self->designer);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, smr_designer_get_client (self->designer)->name);
  adw_banner_set_revealed (self->issued_banner, issued);
  if (issued && routine->issued != SMR_DATE_NONE)
    {
      g_autofree char *day = smr_date_format (routine->issued);
      g_autofree char *text = g_strdup_printf (smr_findings_find_recall (findings) != NULL
                                                   ? _("Version %d was handed out on %s and no longer passes: ask for the sheet back")
                                                   : _("Version %d was handed out on %s and stays as it is"),
                                               smr_designer_get_version (self->designer), day);

      adw_banner_set_title (self->issued_banner, text);
    }
  show_undo (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.new-version", issued);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.plan-anew", !issued && smr_designer_is_changed_by_hand (self->designer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.accept-substitutes", !issued);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.begin-with-template", !issued);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.save-template", routine->items->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "routine.handout", routine->items->len > 0 && findings->len == 0);
}

static void
show_sections (SmrRoutinePage *self)
{
  SmrRoutineState state = smr_designer_get_state (self->designer);
  g_autoptr (GPtrArray) trios = smr_designer_check_trios (self->designer);
  g_autoptr (SmrProgression) progression = smr_designer_get_progression (self->designer);
  SmrTotals totals;

  smr_findings_bar_show (self->findings_bar, &state);
  smr_routine_get_totals (state.routine, &totals);
  smr_minutes_show (self->minutes, &state);
  smr_progression_group_show (self->progression_group, progression, state.language);
  smr_trio_group_show (self->trio_group, trios, &state);
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    smr_phase_section_show (self->phase_sections[phase], &state, totals.phases[phase]);
  gtk_stack_set_visible_child_name (self->plan_stack, smr_designer_has_picks (self->designer) || state.routine->items->len > 0 ? "plan" : "empty");
}

static void
show_form_state (SmrRoutinePage *self)
{
  gboolean valid = smr_screening_has_valid_form (smr_designer_get_screening (self->designer));

  gtk_stack_set_visible_child_name (self->stack, valid ? "designer" : "form");
  if (!valid)
    {
      g_autofree char *text = g_strdup_printf (smr_designer_get_record (self->designer)->intakes->len > 0
                                                 ? _("The last health form of %s is no longer valid. A new one is needed first.")
                                                 : _("There is no signed health form of %s yet."),
                                               smr_designer_get_client (self->designer)->name);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      adw_status_page_set_description (self->form_page, escaped);
    }
}

static void
update (SmrRoutinePage *self)
{
  SmrRoutine *routine = smr_designer_get_routine (self->designer);
  gboolean editable = smr_designer_is_editable (self->designer);
  GPtrArray *assessments = smr_designer_get_record (self->designer)->assessments;

  adw_toast_overlay_dismiss_all (self->toasts);
  show_form_state (self);
  show_header (self);
  show_sections (self);
  smr_routine_options_show (self->options, routine, smr_designer_get_client (self->designer), editable, smr_designer_get_workspace (self->designer));
  smr_muscle_picker_set_assessment (self->picker, assessments->len > 0 ? g_ptr_array_index (assessments, assessments->len - 1) : NULL);
  smr_muscle_picker_show (self->picker, routine, smr_designer_get_screening (self->designer));
  smr_muscle_picker_set_editable (self->picker, editable);
}

static void
followed_cb (SmrRoutinePage *self)
{
  smr_routine_page_say_undoable (self, _("The plan follows the changed record"));
}

static void
lost_cb (SmrRoutinePage *self, const char *names)
{
  /* Translators: names of exercises */
  g_autofree char *text = g_strdup_printf (_("Your changes could not be kept: %s"), names);

  smr_routine_page_say_undoable (self, text);
}

static void
save_failed_cb (SmrRoutinePage *self, const GError *error)
{
  smr_feedback_error (GTK_WIDGET (self), _("The routine could not be saved"), error);
}

/* --- actions on the whole --------------------------------------------------------------------------------- */

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  smr_designer_undo (SMR_ROUTINE_PAGE (widget)->designer);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  smr_designer_redo (SMR_ROUTINE_PAGE (widget)->designer);
}

static void
plan_anew_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  smr_designer_plan_anew (SMR_ROUTINE_PAGE (widget)->designer);
}

static void
accept_substitutes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  smr_designer_set_accept_substitutes (SMR_ROUTINE_PAGE (widget)->designer, TRUE);
}

static void
new_version_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  smr_designer_begin_version (SMR_ROUTINE_PAGE (widget)->designer);
}

static void
take_progression_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);

  smr_designer_take_progression (self->designer);
  smr_routine_page_say_undoable (self, _("A new version was begun with this step"));
}

static void
fit_minutes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (widget);
  int minutes = g_variant_get_int32 (parameter);
  g_autofree char *said = NULL;
  guint before = smr_designer_get_routine (self->designer)->items->len;
  guint left_out;

  if (!smr_designer_is_editable (self->designer))
    return;
  smr_designer_fit_minutes (self->designer, minutes);
  left_out = before - MIN (before, smr_designer_get_routine (self->designer)->items->len);
  if (minutes > 0)
    {
      said = left_out > 0 ? g_strdup_printf (ngettext ("%u exercise left out", "%u exercises left out", left_out), left_out)
                          : g_strdup (_("Nothing had to be left out"));
      smr_routine_page_say_undoable (self, said);
    }
}

static void
fill_trio_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint line, phase;

  g_variant_get (parameter, "(uu)", &line, &phase);
  smr_designer_fill_trio (SMR_ROUTINE_PAGE (widget)->designer, line, phase);
}

static void
fill_trios_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  smr_designer_fill_trios (SMR_ROUTINE_PAGE (widget)->designer);
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
  gtk_widget_activate_action (widget, "win.open-intake", "x", smr_designer_get_client_id (SMR_ROUTINE_PAGE (widget)->designer));
}

static void
edit_client_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-client", "x", smr_designer_get_client_id (SMR_ROUTINE_PAGE (widget)->designer));
}

static void
handout_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrDesigner *designer = SMR_ROUTINE_PAGE (widget)->designer;

  if (smr_designer_get_findings (designer)->len == 0 && smr_designer_save (designer))
    gtk_widget_activate_action (widget, "win.open-handout", "(xx)",
                                smr_designer_get_client_id (designer), smr_designer_get_routine_id (designer));
}

/* --- object ----------------------------------------------------------------------------------------------- */

/* Where work begins: with the muscles, or with the plan that is there already. Typing searches from both. */
static void
smr_routine_page_shown (AdwNavigationPage *page)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (page);

  smr_routine_options_unselect_title (self->options);
  if (smr_designer_get_routine (self->designer)->items->len > 0)
    {
      smr_routine_page_focus_item (self, 0);
      return;
    }
  adw_bottom_sheet_set_open (self->sheet, is_narrow (self) && smr_designer_is_editable (self->designer));
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
  smr_designer_save (SMR_ROUTINE_PAGE (page)->designer);
}

/* The window may be closed with the page on it. */
static void
smr_routine_page_unroot (GtkWidget *widget)
{
  smr_designer_save (SMR_ROUTINE_PAGE (widget)->designer);

  GTK_WIDGET_CLASS (smr_routine_page_parent_class)->unroot (widget);
}

static void
smr_routine_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_ROUTINE_PAGE);

  G_OBJECT_CLASS (smr_routine_page_parent_class)->dispose (object);
}

static void
smr_routine_page_finalize (GObject *object)
{
  SmrRoutinePage *self = SMR_ROUTINE_PAGE (object);

  g_clear_object (&self->edit_menu);
  g_clear_object (&self->designer);

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
  g_type_ensure (SMR_TYPE_MINUTES);
  g_type_ensure (SMR_TYPE_MUSCLE_PICKER);
  g_type_ensure (SMR_TYPE_PROGRESSION_GROUP);
  g_type_ensure (SMR_TYPE_ROUTINE_OPTIONS);
  g_type_ensure (SMR_TYPE_TRIO_GROUP);
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
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, progression_group);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, trio_group);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, options);
  gtk_widget_class_bind_template_child (widget_class, SmrRoutinePage, minutes);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "routine.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "routine.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "routine.plan-anew", NULL, plan_anew_cb);
  gtk_widget_class_install_action (widget_class, "routine.accept-substitutes", NULL, accept_substitutes_cb);
  gtk_widget_class_install_action (widget_class, "routine.new-version", NULL, new_version_cb);
  gtk_widget_class_install_action (widget_class, "routine.take-progression", NULL, take_progression_cb);
  gtk_widget_class_install_action (widget_class, "routine.open-muscles", NULL, open_muscles_cb);
  gtk_widget_class_install_action (widget_class, "routine.close-muscles", NULL, close_muscles_cb);
  gtk_widget_class_install_action (widget_class, "routine.open-intake", NULL, open_intake_cb);
  gtk_widget_class_install_action (widget_class, "routine.edit-client", NULL, edit_client_cb);
  gtk_widget_class_install_action (widget_class, "routine.handout", NULL, handout_cb);
  gtk_widget_class_install_action (widget_class, "routine.fit-minutes", "i", fit_minutes_cb);
  gtk_widget_class_install_action (widget_class, "routine.fill-trio", "(uu)", fill_trio_cb);
  gtk_widget_class_install_action (widget_class, "routine.fill-trios", NULL, fill_trios_cb);
  smr_item_actions_install (widget_class);
  smr_routine_copies_install (widget_class);
  smr_routine_templates_install (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "routine.fill-trios", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "routine.handout", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "routine.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "routine.redo", NULL);
}

static void
smr_routine_page_init (SmrRoutinePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) plan_menu = g_menu_new ();
  g_autoptr (GMenu) copy_menu = g_menu_new ();
  g_autoptr (GMenu) template_menu = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    {
      self->phase_sections[phase] = SMR_PHASE_SECTION (smr_phase_section_new (phase));
      gtk_box_append (self->sections, GTK_WIDGET (self->phase_sections[phase]));
    }

  self->edit_menu = g_menu_new ();
  g_menu_append (plan_menu, _("_Fill in what is missing"), "routine.fill-trios");
  g_menu_append (plan_menu, _("_Plan anew, without changes by hand"), "routine.plan-anew");
  g_menu_append (copy_menu, _("_Compare versions…"), "routine.compare-versions");
  g_menu_append (copy_menu, _("_Duplicate"), "routine.duplicate");
  g_menu_append (copy_menu, _("Copy to _another client…"), "routine.copy-to");
  g_menu_append (template_menu, _("_Begin with a template…"), "routine.begin-with-template");
  g_menu_append (template_menu, _("_Save as template…"), "routine.save-template");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->edit_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (template_menu));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_edit_menu_cb, self, NULL);
  smr_muscle_picker_set_key_capture (self->picker, GTK_WIDGET (self));
}

SmrRoutinePage *
smr_routine_page_new (SmrWorkspace *workspace, gint64 client, gint64 routine, GError **error)
{
  g_autoptr (SmrDesigner) designer = smr_designer_new (workspace, client, routine, error);
  SmrRoutinePage *self;

  if (designer == NULL)
    return NULL;

  self = g_object_new (SMR_TYPE_ROUTINE_PAGE, NULL);
  self->designer = g_steal_pointer (&designer);
  smr_muscle_picker_set_catalogue (self->picker, smr_designer_get_catalogue (self->designer), smr_designer_get_language (self->designer));
  update (self);
  g_signal_connect_object (self->designer, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->designer, "followed", G_CALLBACK (followed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->designer, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->designer, "save-failed", G_CALLBACK (save_failed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

SmrDesigner *
smr_routine_page_get_designer (SmrRoutinePage *self)
{
  return self->designer;
}

SmrRoutine *
smr_routine_page_get_routine (SmrRoutinePage *self)
{
  return smr_designer_get_routine (self->designer);
}

SmrPlanRow *
smr_routine_page_find_row (SmrRoutinePage *self, guint index)
{
  SmrPlanRow *row = NULL;

  for (guint i = 0; row == NULL && i < SMR_N_PHASES; i++)
    row = smr_phase_section_find_row (self->phase_sections[i], index);
  return row;
}

void
smr_routine_page_focus_item (SmrRoutinePage *self, guint index)
{
  SmrPlanRow *row = smr_routine_page_find_row (self, index);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
smr_routine_page_offer (SmrRoutinePage *self, SmrPhase phase, GtkPopover *popover)
{
  smr_phase_section_offer (self->phase_sections[phase], popover);
}

void
smr_routine_page_say_undoable (SmrRoutinePage *self, const char *text)
{
  smr_feedback_toast_action (GTK_WIDGET (self->plan_stack), text, _("_Undo"), "routine.undo", NULL);
}
