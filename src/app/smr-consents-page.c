#include "config.h"

#include "smr-consents-page.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-text-row.h"

static char *
dup_signed_label (const SmrConsent *consent)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (consent->n_forms == 0)
    return g_strdup (_("Not signed by anyone yet"));
  first = smr_date_format (consent->first);
  if (consent->first == consent->last)
    {
      return g_strdup_printf (ngettext ("Signed on %2$s, %1$u form", "Signed on %2$s, %1$u forms", consent->n_forms),
                              consent->n_forms, first);
    }
  last = smr_date_format (consent->last);
  return g_strdup_printf (ngettext ("Signed from %2$s to %3$s, %1$u form", "Signed from %2$s to %3$s, %1$u forms", consent->n_forms),
                          consent->n_forms, first, last);
}

static GtkWidget *
make_row (const SmrConsent *consent)
{
  g_autofree char *title = g_strdup_printf (_("Version %d"), consent->version);
  g_autofree char *subtitle = dup_signed_label (consent);

  return smr_text_row_new (title, subtitle, consent->text);
}

static GtkWidget *
make_list (GPtrArray *consents)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("A text stays as it was signed. What you write in the preferences becomes the next version."));
  for (guint i = 0; i < consents->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (g_ptr_array_index (consents, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "document-edit-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No text was signed yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _("The first form that a client signs puts its text on record here."));
  return status;
}

AdwNavigationPage *
smr_consents_page_new (SmrStore *store, GError **error)
{
  g_autoptr (GPtrArray) consents = smr_store_list_consents (store, error);
  GtkWidget *view;

  if (consents == NULL)
    return NULL;
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), consents->len > 0 ? make_list (consents) : make_nothing ());
  return adw_navigation_page_new (view, _("Texts that were signed"));
}
