#include "config.h"

#include "smr-paper.h"

#include <glib/gi18n.h>

static const char * const papers[] = { "a4", "letter" };

const char *
smr_paper_get_name (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (papers), papers[0]);

  return papers[index];
}

guint
smr_paper_get_index (const char *name)
{
  return g_str_equal (name, "letter") ? 1 : 0;
}

const char *
smr_paper_for_practice (const SmrPractice *practice)
{
  if (*practice->paper != '\0')
    return practice->paper;
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? "letter" : "a4";
}

GtkFileDialog *
smr_paper_new_pdf_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (title, ".pdf", NULL);

  g_strdelimit (name, "/", '-');
  gtk_file_dialog_set_title (dialog, _("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  return dialog;
}
