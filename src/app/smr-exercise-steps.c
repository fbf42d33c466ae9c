#include "config.h"

#include "smr-exercise-steps.h"

#include <glib/gi18n.h>

static void
add_line (GtkBox *steps, GtkWidget *mark, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_size_request (mark, 16, -1);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (steps, box);
}

static GtkWidget *
make_number (guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static GtkWidget *
make_icon (const char *icon, const char *name)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (image, "dimmed");
  return image;
}

void
smr_exercise_steps_fill (GtkBox *self, const SmrExercise *exercise, const char *language)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (self, child);

  add_line (self, make_icon ("go-next-symbolic", _("Start")), smr_text_get (exercise->start, language));
  for (guint i = 0; i < exercise->steps->len; i++)
    add_line (self, make_number (i + 1), smr_text_get (g_ptr_array_index (exercise->steps, i), language));
  add_line (self, make_icon ("object-select-symbolic", _("Right")), smr_text_get (exercise->cue, language));
  add_line (self, make_icon ("window-close-symbolic", _("Wrong")), smr_text_get (exercise->mistake, language));
}
