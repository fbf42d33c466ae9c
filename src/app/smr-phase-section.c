#include "config.h"

#include "smr-phase-section.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-timing.h"

struct _SmrPhaseSection
{
  AdwPreferencesGroup  parent_instance;

  SmrPhase             phase;
  GPtrArray           *rows;      /* (element-type SmrPlanRow) in order */
  guint                first;     /* index of the first row's item in the routine */
  GPtrArray           *remarks;   /* (element-type GtkWidget) rows after them */
  char                *said;      /* (nullable): by the remarks */

  GtkListBox          *list;
  GtkLabel            *time_label;
  GtkMenuButton       *add_button;
};

G_DEFINE_FINAL_TYPE (SmrPhaseSection, smr_phase_section, ADW_TYPE_PREFERENCES_GROUP)

/* --- items ------------------------------------------------------------------------------------------------ */

static const SmrItem *
get_item (const SmrRoutineState *state, guint index)
{
  return g_ptr_array_index (state->routine->items, index);
}

static char *
dup_finding (const SmrRoutineState *state, guint index)
{
  for (guint i = 0; i < state->findings->len; i++)
    {
      const SmrFinding *finding = g_ptr_array_index (state->findings, i);

      if (finding->item == (int) index)
        return smr_message_format_dated (finding->text, state->language, smr_date_format);
    }
  return NULL;
}

/* The row that shows @exercise already, so that it stays open and keeps the focus when it moves. */
static SmrPlanRow *
find_row (GPtrArray *rows, const char *exercise)
{
  for (guint i = 0; i < rows->len; i++)
    {
      SmrPlanRow *row = g_ptr_array_index (rows, i);

      if (smr_plan_row_get_exercise (row) == exercise)
        return row;
    }
  return NULL;
}

static SmrPlanRow *
take_row (GPtrArray *old, const char *exercise)
{
  SmrPlanRow *row = find_row (old, exercise);

  if (row != NULL)
    g_ptr_array_remove (old, row);
  else
    row = SMR_PLAN_ROW (smr_plan_row_new ());
  return row;
}

static void
place_row (SmrPhaseSection *self, GtkListBoxRow *row, int position)
{
  if (gtk_list_box_get_row_at_index (self->list, position) == row)
    return;

  g_object_ref_sink (row);
  if (gtk_widget_get_parent (GTK_WIDGET (row)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), position);
  g_object_unref (row);
}

static void
show_items (SmrPhaseSection *self, const SmrRoutineState *state)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->rows);

  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < state->routine->items->len; i++)
    {
      const SmrItem *item = get_item (state, i);
      g_autofree char *finding = NULL;
      SmrPlanRow *row;

      if (item->phase != self->phase)
        continue;
      if (self->rows->len == 0)
        self->first = i;
      finding = dup_finding (state, i);
      row = take_row (old, item->exercise);
      smr_plan_row_show (row, state, i, finding);
      place_row (self, GTK_LIST_BOX_ROW (row), self->rows->len);
      g_ptr_array_add (self->rows, row);
    }
  for (guint i = 0; i < old->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (old, i));
}

/* --- remarks ---------------------------------------------------------------------------------------------- */

static GtkWidget *
add_remark (SmrPhaseSection *self, const char *icon, const char *style, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_add_css_class (image, style);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->remarks, row);
  return row;
}

static void
offer_substitute (GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Accept"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Accept substitutes in this routine"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "routine.accept-substitutes");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static const char *
get_remark_title (const SmrNotice *notice)
{
  switch (notice->kind)
    {
    case SMR_NOTICE_PHASE_LOCKED:
      return _("Locked");
    case SMR_NOTICE_CONFLICT:
      return _("Picked twice");
    case SMR_NOTICE_SUBSTITUTE:
      return _("Substitute");
    case SMR_NOTICE_NOT_ROLLED:
      return _("Not rolled");
    case SMR_NOTICE_NOT_STRETCHED:
      return _("Not stretched");
    case SMR_NOTICE_EXCLUDED:
      return _("Left out");
    case SMR_NOTICE_NO_EXERCISE:
      return _("No exercise");
    case SMR_NOTICE_NO_FREE_ANTAGONIST:
      return _("No partner");
    case SMR_NOTICE_NO_INTEGRATION:
      return _("No movement");
    case SMR_NOTICE_OVER_CAP:
      return _("Too much for one session");
    case SMR_NOTICE_SHORTENED:
      return _("Shortened");
    case SMR_NOTICE_OVER_BUDGET:
      return _("Over the minutes");
    }
  g_return_val_if_reached (NULL);
}

/* A phase that is open at home only counts as locked in the studio. */
static SmrOutcome
get_lock (const SmrRoutineState *state, SmrPhase phase)
{
  return MAX (smr_screening_get_phase (state->screening, phase), SMR_OUTCOME_NEEDS_CLEARANCE);
}

static const char *
get_remark_icon (const SmrRoutineState *state, const SmrNotice *notice)
{
  switch (notice->kind)
    {
    case SMR_NOTICE_PHASE_LOCKED:
      return smr_outcome_get_icon (get_lock (state, notice->phase));
    case SMR_NOTICE_EXCLUDED:
    case SMR_NOTICE_NOT_ROLLED:
    case SMR_NOTICE_NOT_STRETCHED:
      return smr_outcome_get_icon (SMR_OUTCOME_EXCLUDED_REGIONS);
    case SMR_NOTICE_SHORTENED:
    case SMR_NOTICE_OVER_BUDGET:
      return "smr-expiring-symbolic";
    case SMR_NOTICE_CONFLICT:
    case SMR_NOTICE_SUBSTITUTE:
    case SMR_NOTICE_NO_EXERCISE:
    case SMR_NOTICE_NO_FREE_ANTAGONIST:
    case SMR_NOTICE_NO_INTEGRATION:
    case SMR_NOTICE_OVER_CAP:
      return "dialog-information-symbolic";
    }
  g_return_val_if_reached (NULL);
}

/* The notice, and in full what locks the phase and what would lift it. */
static char *
dup_lock_text (const SmrRoutineState *state, const SmrNotice *notice)
{
  g_autoptr (GPtrArray) reasons = smr_screening_explain (state->screening, notice->phase, NULL, SMR_SIDE_NONE);
  g_autofree char *summary = smr_message_format_dated (notice->text, state->language, smr_date_format);
  GString *text = g_string_new (summary);

  for (guint i = 0; i < reasons->len; i++)
    {
      const SmrReason *reason = g_ptr_array_index (reasons, i);
      g_autofree char *details = NULL;
      g_autofree char *words = smr_reason_dup_shown (reason, state->catalogue, state->language, smr_date_format, &details);

      if (reason->outcomes[smr_phase_get_screened (notice->phase)] >= SMR_OUTCOME_NEEDS_CLEARANCE)
        g_string_append_printf (text, "\n%s\n%s", words, details);
    }
  return g_string_free (text, FALSE);
}

static void
add_notice (SmrPhaseSection *self, const SmrRoutineState *state, const SmrNotice *notice)
{
  gboolean locked = notice->kind == SMR_NOTICE_PHASE_LOCKED;
  g_autofree char *text = locked ? dup_lock_text (state, notice) : smr_message_format_dated (notice->text, state->language, smr_date_format);
  const char *style = locked ? smr_outcome_get_style (get_lock (state, notice->phase)) : "dimmed";
  GtkWidget *row = add_remark (self, get_remark_icon (state, notice), style, get_remark_title (notice), text);

  if (notice->kind == SMR_NOTICE_SUBSTITUTE && notice->substitute != NULL && !state->routine->accept_substitutes && state->editable)
    offer_substitute (row);
}

static void
add_dropped (SmrPhaseSection *self, const SmrRoutineState *state, const SmrDropped *dropped)
{
  const SmrExercise *exercise = smr_catalogue_find_exercise (state->catalogue, dropped->item->exercise);
  g_autofree char *text = smr_message_format_dated (dropped->text, state->language, smr_date_format);

  add_remark (self, "smr-expiring-symbolic", "dimmed", smr_text_get (exercise->name, state->language), text);
}

static void
show_remarks_of (SmrPhaseSection *self, const SmrRoutineState *state, const SmrPlan *plan)
{
  for (guint i = 0; i < plan->notices->len; i++)
    {
      const SmrNotice *notice = g_ptr_array_index (plan->notices, i);

      /* The gate says the caps itself, on top of the page. */
      if (notice->phase == self->phase && notice->kind != SMR_NOTICE_OVER_CAP)
        add_notice (self, state, notice);
    }
  for (guint i = 0; i < plan->dropped->len; i++)
    {
      const SmrDropped *dropped = g_ptr_array_index (plan->dropped, i);

      if (dropped->item->phase == self->phase)
        add_dropped (self, state, dropped);
    }
}

static void
describe_remarks_of (SmrPhaseSection *self, const SmrRoutineState *state, const SmrPlan *plan, GString *said)
{
  for (guint i = 0; i < plan->notices->len; i++)
    {
      const SmrNotice *notice = g_ptr_array_index (plan->notices, i);
      g_autofree char *text = notice->phase == self->phase ? smr_notice_dup_text (notice, state->language) : NULL;

      if (text != NULL)
        g_string_append_printf (said, "%d %s\n", notice->kind, text);
    }
  for (guint i = 0; i < plan->dropped->len; i++)
    {
      const SmrDropped *dropped = g_ptr_array_index (plan->dropped, i);
      g_autofree char *text = dropped->item->phase == self->phase ? smr_message_format_dated (dropped->text, state->language, smr_date_format) : NULL;

      if (text != NULL)
        g_string_append_printf (said, "%s %s\n", dropped->item->exercise, text);
    }
}

/* What the remarks say; they are made anew only when it is another. */
static char *
describe_remarks (SmrPhaseSection *self, const SmrRoutineState *state)
{
  GString *said = g_string_new (NULL);

  g_string_append_printf (said, "%p %d %d\n", state->screening, state->editable, state->routine->accept_substitutes);
  describe_remarks_of (self, state, state->plan, said);
  if (state->fit != NULL)
    describe_remarks_of (self, state, state->fit, said);
  return g_string_free (said, FALSE);
}

static void
show_remarks (SmrPhaseSection *self, const SmrRoutineState *state)
{
  g_autofree char *said = describe_remarks (self, state);

  if (g_strcmp0 (self->said, said) == 0)
    return;
  g_set_str (&self->said, said);
  for (guint i = 0; i < self->remarks->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->remarks, i));
  g_ptr_array_set_size (self->remarks, 0);

  show_remarks_of (self, state, state->plan);
  if (state->fit != NULL)
    show_remarks_of (self, state, state->fit);
}

/* --- the section ------------------------------------------------------------------------------------------ */

void
smr_phase_section_show (SmrPhaseSection *self, const SmrRoutineState *state, int seconds)
{
  gboolean gentle = smr_screening_is_gentle (state->screening, smr_phase_get_screened (self->phase));

  show_items (self, state);
  show_remarks (self, state);
  gtk_widget_set_visible (GTK_WIDGET (self), state->editable || self->rows->len + self->remarks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->rows->len + self->remarks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), state->editable);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), gentle && self->rows->len > 0 ? _("Gentle doses, because of the health form") : NULL);

  if (self->rows->len > 0)
    {
      int minutes = smr_seconds_to_minutes (seconds);
      g_autofree char *time = g_strdup_printf (ngettext ("about %d min", "about %d min", minutes), minutes);

      gtk_label_set_label (self->time_label, time);
    }
  else
    {
      gtk_label_set_label (self->time_label, "");
    }
}

SmrPlanRow *
smr_phase_section_find_row (SmrPhaseSection *self, guint index)
{
  if (index < self->first || index - self->first >= self->rows->len)
    return NULL;
  return g_ptr_array_index (self->rows, index - self->first);
}

void
smr_phase_section_offer (SmrPhaseSection *self, GtkPopover *popover)
{
  gtk_menu_button_set_popover (self->add_button, GTK_WIDGET (popover));
}

static void
ask_for_exercises_cb (GtkMenuButton *button, gpointer user_data)
{
  SmrPhaseSection *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "routine.add-exercise", "u", (guint32) self->phase);
}

static void
row_activated_cb (SmrPhaseSection *self, GtkListBoxRow *row)
{
  if (SMR_IS_PLAN_ROW (row))
    smr_plan_row_set_open (SMR_PLAN_ROW (row), !smr_plan_row_get_open (SMR_PLAN_ROW (row)));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_phase_section_finalize (GObject *object)
{
  SmrPhaseSection *self = SMR_PHASE_SECTION (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->remarks);
  g_free (self->said);

  G_OBJECT_CLASS (smr_phase_section_parent_class)->finalize (object);
}

static void
smr_phase_section_class_init (SmrPhaseSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_phase_section_finalize;
}

static void
smr_phase_section_init (SmrPhaseSection *self)
{
  GtkWidget *header;

  self->rows = g_ptr_array_new ();
  self->remarks = g_ptr_array_new ();

  self->time_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->time_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->time_label), "dimmed");
  gtk_widget_set_valign (GTK_WIDGET (self->time_label), GTK_ALIGN_CENTER);

  self->add_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->add_button, "list-add-symbolic");
  gtk_menu_button_set_create_popup_func (self->add_button, ask_for_exercises_cb, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->add_button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->add_button), "flat");

  header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->time_label));
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->add_button));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), header);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

GtkWidget *
smr_phase_section_new (SmrPhase phase)
{
  SmrPhaseSection *self = g_object_new (SMR_TYPE_PHASE_SECTION, NULL);
  /* Translators: the number of a phase and its name: "1. Roll" */
  g_autofree char *title = g_strdup_printf (_("%d. %s"), phase + 1, smr_phase_get_label (phase));

  g_autofree char *add = g_strdup_printf (_("Add an exercise: %s"), smr_phase_get_label (phase));

  self->phase = phase;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, smr_phase_get_label (phase), -1);
  return GTK_WIDGET (self);
}
