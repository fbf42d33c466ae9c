#include "config.h"

#include "smr-diary-cell.h"

#include <glib/gi18n.h>

#include "smr-accessible.h"
#include "smr-outcome.h"

struct _SmrDiaryCell
{
  GtkButton    parent_instance;

  SmrDiaryDay *day;
  gboolean     one_typed;       /* a 0 now makes it 10 */
  GtkLabel    *mark_label;
  GtkLabel    *pain_label;
};

G_DEFINE_FINAL_TYPE (SmrDiaryCell, smr_diary_cell, GTK_TYPE_BUTTON)

static const char *
get_mark_sign (SmrDiaryMark mark)
{
  switch (mark)
    {
    case SMR_DIARY_NOT_DONE:
      return "·";
    case SMR_DIARY_DONE:
      return "✓";
    case SMR_DIARY_PART:
      return "½";
    }
  g_return_val_if_reached ("");
}

static const char *
get_mark_label (SmrDiaryMark mark)
{
  switch (mark)
    {
    case SMR_DIARY_NOT_DONE:
      return _("not done");
    case SMR_DIARY_DONE:
      return _("done");
    case SMR_DIARY_PART:
      return _("done in part");
    }
  g_return_val_if_reached ("");
}

static void
show (SmrDiaryCell *self)
{
  g_autofree char *day = smr_date_format (self->day->date);
  g_autofree char *pain = self->day->pain >= 0 ? g_strdup_printf ("%d", self->day->pain) : g_strdup ("");
  g_autofree char *name = self->day->pain >= 0 ? g_strdup_printf (_("%s: %s, pain %d"), day, get_mark_label (self->day->mark), self->day->pain)
                                               : g_strdup_printf (_("%s: %s"), day, get_mark_label (self->day->mark));

  gtk_label_set_label (self->mark_label, get_mark_sign (self->day->mark));
  gtk_label_set_label (self->pain_label, pain);
  smr_accessible_set_name (GTK_WIDGET (self), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
}

/* --- keys ------------------------------------------------------------------------------------------------- */

static void
clicked_cb (SmrDiaryCell *self)
{
  self->one_typed = FALSE;
  self->day->mark = (self->day->mark + 1) % (SMR_DIARY_PART + 1);
  show (self);
}

static gboolean
type_pain_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  smr_diary_cell_type (SMR_DIARY_CELL (widget), g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
clear_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SmrDiaryCell *self = SMR_DIARY_CELL (widget);

  self->one_typed = FALSE;
  self->day->pain = -1;
  self->day->mark = SMR_DIARY_NOT_DONE;
  show (self);
  return TRUE;
}

static void
focus_left_cb (SmrDiaryCell *self)
{
  self->one_typed = FALSE;
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_diary_cell_class_init (SmrDiaryCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (int i = 0; i <= 9; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + i, 0, type_pain_cb, "i", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + i, 0, type_pain_cb, "i", i);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, clear_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, clear_cb, NULL);
}

static void
smr_diary_cell_init (SmrDiaryCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->mark_label = GTK_LABEL (gtk_label_new (NULL));
  self->pain_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->pain_label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->pain_label), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->mark_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pain_label));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "diary-cell");
  g_signal_connect_object (self, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
smr_diary_cell_new (SmrDiaryDay *day)
{
  SmrDiaryCell *self = g_object_new (SMR_TYPE_DIARY_CELL, NULL);

  self->day = day;
  gtk_widget_set_sensitive (GTK_WIDGET (self), day->open);
  show (self);
  return GTK_WIDGET (self);
}

const SmrDiaryDay *
smr_diary_cell_get_day (SmrDiaryCell *self)
{
  return self->day;
}

void
smr_diary_cell_type (SmrDiaryCell *self, int figure)
{
  self->day->pain = self->one_typed && figure == 0 ? 10 : figure;
  self->one_typed = figure == 1;
  show (self);
}
