#include "config.h"

#include "smr-minutes.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-routine-words.h"
#include "smr-timing.h"

struct _SmrMinutes
{
  AdwBin         parent_instance;

  GtkMenuButton *button;
  GtkLabel      *totals_label;
  GtkLabel      *phases_label;
  GtkPopover    *popover;
  GtkGrid       *grid;
  GtkWidget     *fit_box;
  GtkSpinButton *minutes_spin;
  GtkWidget     *fit_button;
  GtkWidget     *free_button;
  SmrTotals      totals;
  int            most_contact;
};

G_DEFINE_FINAL_TYPE (SmrMinutes, smr_minutes, ADW_TYPE_BIN)

/* --- in one line ------------------------------------------------------------------------------------------ */

static char *
dup_totals (const SmrTotals *totals, int most_contact, int muscles, int most_muscles)
{
  int minutes = smr_seconds_to_minutes (totals->seconds);
  g_autofree char *time = g_strdup_printf (ngettext ("about %d min", "about %d min", minutes), minutes);
  /* Translators: minutes of rolling, and how many are allowed */
  g_autofree char *rolling = g_strdup_printf (_("rolling %d of %d min"), smr_seconds_to_minutes (totals->contact_seconds), smr_seconds_to_minutes (most_contact));
  g_autofree char *count = g_strdup_printf (ngettext ("%d of %d muscle", "%d of %d muscles", most_muscles), muscles, most_muscles);

  return g_strdup_printf ("%s · %s · %s", time, rolling, count);
}

static char *
dup_phases (const SmrTotals *totals)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %d:%02d", _("Set-up"), totals->set_up_seconds / 60, totals->set_up_seconds % 60);
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    {
      if (totals->phases[phase] > 0)
        g_string_append_printf (text, " · %s %d:%02d", smr_phase_get_label (phase), totals->phases[phase] / 60, totals->phases[phase] % 60);
    }
  return g_string_free (text, FALSE);
}

/* --- in detail -------------------------------------------------------------------------------------------- */

static void
add_line (SmrMinutes *self, int line, const char *name, const char *value, const char *style)
{
  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *value_label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (value_label), 1);
  gtk_widget_add_css_class (value_label, "numeric");
  if (style != NULL)
    {
      gtk_widget_add_css_class (name_label, style);
      gtk_widget_add_css_class (value_label, style);
    }
  gtk_grid_attach (self->grid, name_label, 0, line, 1, 1);
  gtk_grid_attach (self->grid, value_label, 1, line, 1, 1);
}

static void
add_seconds (SmrMinutes *self, int line, const char *name, int seconds, const char *style)
{
  g_autofree char *value = smr_seconds_dup_label (seconds);

  add_line (self, line, name, value, style);
}

static void
show_detail (SmrMinutes *self)
{
  const SmrTotals *totals = &self->totals;
  int most_contact = self->most_contact;
  GtkWidget *child;
  g_autofree char *contact = NULL;
  int line = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  add_seconds (self, line++, _("Getting ready"), totals->set_up_seconds, NULL);
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase < SMR_N_PHASES; phase++)
    add_seconds (self, line++, smr_phase_get_label (phase), totals->phases[phase], NULL);
  add_seconds (self, line++, _("Together"), totals->seconds, "heading");
  add_seconds (self, line++, _("of it changing place and side"), totals->change_seconds, "dimmed");
  /* Translators: rolling time and how much is allowed: "2:00 of 10:00 min" */
  contact = g_strdup_printf (_("%d:%02d of %d:%02d min"), totals->contact_seconds / 60, totals->contact_seconds % 60, most_contact / 60, most_contact % 60);
  add_line (self, line++, _("Rolling contact"), contact, totals->contact_seconds > most_contact ? "error" : "dimmed");
}

void
smr_minutes_show (SmrMinutes *self, const SmrRoutineState *state)
{
  int muscles = smr_routine_count_muscles (state->routine, state->catalogue);
  g_autofree char *text = NULL;
  g_autofree char *phases = NULL;
  int most_muscles, most_contact;
  SmrTotals totals;

  gtk_widget_set_sensitive (GTK_WIDGET (self->button), state->routine->items->len > 0);
  gtk_widget_remove_css_class (GTK_WIDGET (self->totals_label), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->phases_label), state->routine->items->len > 0);
  if (state->routine->items->len == 0)
    {
      gtk_label_set_label (self->totals_label, _("Nothing planned yet"));
      return;
    }

  smr_routine_get_totals (state->routine, &totals);
  smr_routine_get_caps (state->routine, state->catalogue, state->screening, &most_muscles, &most_contact);
  text = dup_totals (&totals, most_contact, muscles, most_muscles);
  phases = dup_phases (&totals);
  gtk_label_set_label (self->totals_label, text);
  gtk_label_set_label (self->phases_label, phases);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, phases, -1);
  if (muscles > most_muscles || totals.contact_seconds > most_contact)
    gtk_widget_add_css_class (GTK_WIDGET (self->totals_label), "error");

  self->totals = totals;
  self->most_contact = most_contact;
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    show_detail (self);
  gtk_widget_set_visible (self->fit_box, state->editable);
  gtk_widget_set_visible (self->free_button, state->editable && state->routine->minutes > 0);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    gtk_spin_button_set_value (self->minutes_spin, state->routine->minutes > 0 ? state->routine->minutes : smr_seconds_to_minutes (totals.seconds));
}

/* --- callbacks -------------------------------------------------------------------------------------------- */

static void
fit_cb (SmrMinutes *self)
{
  gtk_spin_button_update (self->minutes_spin);
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "routine.fit-minutes", "i", gtk_spin_button_get_value_as_int (self->minutes_spin));
}

static void
free_cb (SmrMinutes *self)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "routine.fit-minutes", "i", 0);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_minutes_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_MINUTES);

  G_OBJECT_CLASS (smr_minutes_parent_class)->dispose (object);
}

static void
smr_minutes_class_init (SmrMinutesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_minutes_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-minutes.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrMinutes, button);
  gtk_widget_class_bind_template_child (widget_class, SmrMinutes, totals_label);
  gtk_widget_class_bind_template_child (widget_class, SmrMinutes, phases_label);
  gtk_widget_class_bind_template_child (widget_class, SmrMinutes, popover);
  gtk_widget_class_bind_template_child (widget_class, SmrMinutes, grid);
  gtk_widget_class_bind_template_child (widget_class, SmrMinutes, fit_box);
  gtk_widget_class_bind_template_child (widget_class, SmrMinutes, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, SmrMinutes, fit_button);
  gtk_widget_class_bind_template_child (widget_class, SmrMinutes, free_button);
  gtk_widget_class_bind_template_callback (widget_class, show_detail);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, free_cb);
}

static void
smr_minutes_init (SmrMinutes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
