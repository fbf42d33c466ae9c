#include "config.h"

#include "smr-trio-group.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-routine-words.h"
#include "smr-trio.h"

struct _SmrTrioGroup
{
  AdwPreferencesGroup  parent_instance;

  AdwExpanderRow      *row;
  GtkWidget           *fill_button;
  GPtrArray           *lines;      /* (element-type GtkWidget) */
  char                *shown;      /* what the lines say; they are made anew only when it is another */
};

G_DEFINE_FINAL_TYPE (SmrTrioGroup, smr_trio_group, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  guint done;
  guint missing;
  guint not_permitted;
} Counts;

static Counts
count (GPtrArray *trios)
{
  Counts counts = { 0 };

  for (guint i = 0; i < trios->len; i++)
    {
      const SmrTrio *trio = g_ptr_array_index (trios, i);

      for (guint j = 0; j < G_N_ELEMENTS (trio->parts); j++)
        {
          counts.done += trio->parts[j].status == SMR_TRIO_DONE;
          counts.missing += trio->parts[j].status == SMR_TRIO_MISSING;
          counts.not_permitted += trio->parts[j].status == SMR_TRIO_NOT_PERMITTED;
        }
    }
  return counts;
}

/* --- a line ----------------------------------------------------------------------------------------------- */

static const char *
get_status_label (SmrTrioStatus status)
{
  switch (status)
    {
    case SMR_TRIO_DONE:
      return _("done");
    case SMR_TRIO_MISSING:
      return _("missing");
    case SMR_TRIO_NOT_PERMITTED:
      return _("not permitted");
    }
  g_return_val_if_reached (NULL);
}

static GtkWidget *
make_mark (SmrPhase phase, SmrTrioStatus status)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  const char *icon = status == SMR_TRIO_DONE ? "smr-allowed-symbolic" : "smr-region-out-symbolic";
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, get_status_label (status), -1);
  gtk_widget_add_css_class (image, status == SMR_TRIO_DONE ? "success" : "warning");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), gtk_label_new (smr_phase_get_label (phase)));
  return box;
}

static GtkWidget *
make_fill (guint line, SmrPhase phase, const char *muscle)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *label = g_strdup_printf (_("Fill in: %s, %s"), smr_phase_get_label (phase), muscle);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), smr_phase_get_label (phase));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "routine.fill-trio");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", line, (guint32) phase);
  return button;
}

static char *
dup_reasons (const SmrTrio *trio, const char *language)
{
  GString *text = g_string_new (NULL);

  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
    {
      const SmrTrioPart *part = &trio->parts[phase];
      g_autofree char *reason = part->reason != NULL ? smr_message_format_dated (part->reason, language, smr_date_format) : NULL;

      if (reason != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", reason);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_line (const SmrTrio *trio, guint index, const SmrRoutineState *state)
{
  GtkWidget *line = adw_action_row_new ();
  g_autofree char *muscle = smr_muscle_dup_label (trio->muscle, trio->side, state->language);
  g_autofree char *reasons = dup_reasons (trio, state->language);
  GtkWidget *marks = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (marks), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (marks), 3);
  gtk_widget_set_valign (marks, GTK_ALIGN_CENTER);
  for (SmrPhase phase = SMR_PHASE_INHIBIT; phase <= SMR_PHASE_ACTIVATE; phase++)
    {
      gboolean fill = trio->parts[phase].status == SMR_TRIO_MISSING && state->editable;

      adw_wrap_box_append (ADW_WRAP_BOX (marks), fill ? make_fill (index, phase, muscle) : make_mark (phase, trio->parts[phase].status));
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), muscle);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), reasons);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), marks);
  return line;
}

/* --- the group -------------------------------------------------------------------------------------------- */

static char *
dup_summary (Counts counts)
{
  g_autofree char *missing = NULL;

  if (counts.missing == 0 && counts.not_permitted == 0)
    return g_strdup (_("Every overactive muscle is rolled, stretched and answered"));
  missing = g_strdup_printf (ngettext ("%u missing", "%u missing", counts.missing), counts.missing);
  if (counts.not_permitted == 0)
    return g_steal_pointer (&missing);
  if (counts.missing == 0)
    return g_strdup_printf (ngettext ("Complete but for %u that is not permitted", "Complete but for %u that are not permitted", counts.not_permitted), counts.not_permitted);
  /* Translators: "2 missing", then how many are not permitted */
  return g_strdup_printf (ngettext ("%s, %u not permitted", "%s, %u not permitted", counts.not_permitted), missing, counts.not_permitted);
}

static char *
describe (GPtrArray *trios, const SmrRoutineState *state)
{
  GString *text = g_string_new (state->editable ? "editable" : "");

  for (guint i = 0; i < trios->len; i++)
    {
      const SmrTrio *trio = g_ptr_array_index (trios, i);
      g_autofree char *reasons = dup_reasons (trio, state->language);

      g_string_append_printf (text, "\n%s %d %d%d%d %s", trio->muscle->id, trio->side,
                              trio->parts[0].status, trio->parts[1].status, trio->parts[2].status, reasons);
    }
  return g_string_free (text, FALSE);
}

void
smr_trio_group_show (SmrTrioGroup *self, GPtrArray *trios, const SmrRoutineState *state)
{
  Counts counts = count (trios);
  g_autofree char *summary = dup_summary (counts);
  g_autofree char *said = describe (trios, state);

  gtk_widget_set_visible (GTK_WIDGET (self), trios->len > 0);
  gtk_widget_set_visible (self->fill_button, counts.missing > 0 && state->editable);
  adw_expander_row_set_subtitle (self->row, summary);
  if (g_strcmp0 (self->shown, said) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&said);
  for (guint i = 0; i < self->lines->len; i++)
    adw_expander_row_remove (self->row, g_ptr_array_index (self->lines, i));
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < trios->len; i++)
    {
      GtkWidget *line = make_line (g_ptr_array_index (trios, i), i, state);

      adw_expander_row_add_row (self->row, line);
      g_ptr_array_add (self->lines, line);
    }
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_trio_group_finalize (GObject *object)
{
  SmrTrioGroup *self = SMR_TRIO_GROUP (object);

  g_ptr_array_unref (self->lines);
  g_free (self->shown);

  G_OBJECT_CLASS (smr_trio_group_parent_class)->finalize (object);
}

static void
smr_trio_group_class_init (SmrTrioGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_trio_group_finalize;
}

static void
smr_trio_group_init (SmrTrioGroup *self)
{
  self->lines = g_ptr_array_new ();

  self->fill_button = gtk_button_new_with_mnemonic (_("_Fill in"));
  gtk_widget_set_tooltip_text (self->fill_button, _("Fill in all that is missing"));
  gtk_widget_set_valign (self->fill_button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fill_button), "routine.fill-trios");

  self->row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  /* Translators: the three things that are done about every overactive muscle */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _("Roll, stretch, activate"));
  adw_expander_row_add_suffix (self->row, self->fill_button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
}
