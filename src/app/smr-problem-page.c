#include "config.h"

#include "smr-problem-page.h"

struct _SmrProblemPage
{
  AdwBin         parent_instance;

  AdwStatusPage *status_page;
};

G_DEFINE_FINAL_TYPE (SmrProblemPage, smr_problem_page, ADW_TYPE_BIN)

static void
smr_problem_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_PROBLEM_PAGE);

  G_OBJECT_CLASS (smr_problem_page_parent_class)->dispose (object);
}

static void
smr_problem_page_class_init (SmrProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_problem_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrProblemPage, status_page);
}

static void
smr_problem_page_init (SmrProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
smr_problem_page_new (void)
{
  return g_object_new (SMR_TYPE_PROBLEM_PAGE, NULL);
}

void
smr_problem_page_say (SmrProblemPage *self, const char *title, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->status_page, title);
  /* Unlike the title it is markup. */
  adw_status_page_set_description (self->status_page, escaped);
}
