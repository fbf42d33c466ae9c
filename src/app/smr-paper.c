#include "smr-paper.h"

#include <gtk/gtk.h>

const char *
smr_paper_for_practice (const SmrPractice *practice)
{
  if (*practice->paper != '\0')
    return practice->paper;
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? "letter" : "a4";
}
