#include "config.h"

#include "smr-findings-bar.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"

struct _SmrFindingsBar
{
  AdwBin  parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (SmrFindingsBar, smr_findings_bar, ADW_TYPE_BIN)

static const char *
get_icon (SmrFindingKind kind)
{
  switch (kind)
    {
    case SMR_FINDING_FORM:
      return "document-edit-symbolic";
    case SMR_FINDING_PHASE_LOCKED:
      return smr_outcome_get_icon (SMR_OUTCOME_NEEDS_CLEARANCE);
    case SMR_FINDING_ITEM:
      return smr_outcome_get_icon (SMR_OUTCOME_BLOCKED);
    case SMR_FINDING_DOSE:
    case SMR_FINDING_CAP:
      return "dialog-warning-symbolic";
    case SMR_FINDING_READING:
      return "smr-expiring-symbolic";
    case SMR_FINDING_EMPTY:
      return "dialog-information-symbolic";
    }
  g_return_val_if_reached (NULL);
}

static GtkWidget *
add_finding (SmrFindingsBar *self, const char *icon, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not possible"), -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->box, box);
  return box;
}

static void
add_items (SmrFindingsBar *self, guint items)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u exercise cannot be handed out. Change it, remove it, or plan anew.",
                                                     "%u exercises cannot be handed out. Change them, remove them, or plan anew.", items), items);
  GtkWidget *box = add_finding (self, get_icon (SMR_FINDING_ITEM), text);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Plan anew"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "routine.plan-anew");
  gtk_box_append (GTK_BOX (box), button);
}

/* What concerns the whole in full; of single exercises how many, their rows say the rest. */
void
smr_findings_bar_show (SmrFindingsBar *self, const SmrRoutineState *state)
{
  const SmrRoutine *routine = state->routine;
  const SmrFinding *last = NULL;
  guint items = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  for (guint i = 0; i < state->findings->len; i++)
    {
      const SmrFinding *finding = g_ptr_array_index (state->findings, i);

      if (finding->item < 0)
        {
          g_autofree char *text = smr_message_format_dated (finding->text, state->language, smr_date_format);

          add_finding (self, get_icon (finding->kind), text);
        }
      else if (last == NULL || last->item != finding->item)
        {
          items++;
          last = finding;
        }
    }
  if (items > 0)
    add_items (self, items);
  /* An empty page says itself that nothing is planned yet. */
  gtk_widget_set_visible (GTK_WIDGET (self), state->findings->len > 0 &&
                                               (routine->items->len > 0 || routine->overactive->len > 0 || routine->underactive->len > 0));
}

static void
smr_findings_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_FINDINGS_BAR);

  G_OBJECT_CLASS (smr_findings_bar_parent_class)->dispose (object);
}

static void
smr_findings_bar_class_init (SmrFindingsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_findings_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-findings-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrFindingsBar, box);
}

static void
smr_findings_bar_init (SmrFindingsBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
