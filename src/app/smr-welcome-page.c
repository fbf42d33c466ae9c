#include "config.h"

#include "smr-welcome-page.h"

struct _SmrWelcomePage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (SmrWelcomePage, smr_welcome_page, ADW_TYPE_BIN)

static void
smr_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (smr_welcome_page_parent_class)->dispose (object);
}

static void
smr_welcome_page_class_init (SmrWelcomePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = smr_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/example/SmrCoach/ui/smr-welcome-page.ui");
}

static void
smr_welcome_page_init (SmrWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
smr_welcome_page_new (void)
{
  return g_object_new (SMR_TYPE_WELCOME_PAGE, NULL);
}
