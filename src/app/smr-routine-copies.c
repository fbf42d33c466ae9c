#include "config.h"

#include "smr-routine-copies.h"

#include <glib/gi18n.h>

#include "smr-feedback.h"
#include "smr-plan-merge.h"
#include "smr-routine-diff.h"
#include "smr-versions-dialog.h"

/* Whoever is not among them is found by typing. */
#define MOST_CLIENTS 50

static SmrDesigner *
get_designer (GtkWidget *page)
{
  return smr_routine_page_get_designer (SMR_ROUTINE_PAGE (page));
}

static SmrStore *
get_store (SmrDesigner *designer)
{
  return smr_workspace_get_store (smr_designer_get_workspace (designer));
}

/* --- comparing -------------------------------------------------------------------------------------------- */

static void
compare_versions_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrDesigner *designer = get_designer (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  if (!smr_designer_save (designer) || smr_designer_get_routine_id (designer) == 0)
    return;
  versions = smr_store_list_versions (get_store (designer), smr_designer_get_routine_id (designer), &error);
  if (versions == NULL)
    {
      smr_feedback_error (widget, _("The versions could not be read"), error);
      return;
    }
  adw_dialog_present (ADW_DIALOG (smr_versions_dialog_new (designer, versions)), widget);
}

/* --- copying ---------------------------------------------------------------------------------------------- */

static SmrRoutine *
make_draft (SmrDesigner *designer)
{
  SmrRoutine *draft = smr_routine_copy (smr_designer_get_routine (designer));

  draft->id = 0;
  draft->version = 1;
  draft->status = SMR_ROUTINE_DRAFT;
  draft->issued = SMR_DATE_NONE;
  draft->created = smr_workspace_get_today (smr_designer_get_workspace (designer));
  return draft;
}

gint64
smr_routine_copy_to_client (SmrDesigner *designer, gint64 client, SmrRoutine **made, GError **error)
{
  SmrWorkspace *workspace = smr_designer_get_workspace (designer);
  SmrCatalogue *catalogue = smr_designer_get_catalogue (designer);
  g_autoptr (SmrRecord) record = smr_store_load_record (get_store (designer), client, error);
  g_autoptr (SmrRoutine) draft = NULL;
  g_autoptr (SmrScreening) screening = NULL;
  SmrPlanRequest request;
  gint64 id = 0;
  int version = 0;

  if (record == NULL)
    return 0;
  draft = make_draft (designer);
  draft->level = record->client->level;
  draft->setting = record->client->setting;
  screening = smr_screening_new (catalogue, record, smr_workspace_get_today (workspace));
  request = smr_designer_get_request (designer, draft);
  request.kit = (const char * const *) record->client->kit;
  *made = smr_plan_adopt (catalogue, screening, &request, smr_designer_get_plan (designer)->routine, draft);
  if (!smr_store_save_routine (get_store (designer), client, *made, &id, &version, error))
    {
      g_clear_pointer (made, smr_routine_unref);
      return 0;
    }
  smr_workspace_client_changed (workspace, client);
  return id;
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrDesigner *designer = get_designer (widget);
  g_autoptr (SmrRoutine) draft = make_draft (designer);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  int version = 0;

  g_free (draft->title);
  /* Translators: the title of a routine that was duplicated */
  draft->title = g_strdup_printf (_("%s (copy)"), smr_designer_get_routine (designer)->title);
  if (!smr_store_save_routine (get_store (designer), smr_designer_get_client_id (designer), draft, &id, &version, &error))
    {
      smr_feedback_error (widget, _("The routine could not be duplicated"), error);
      return;
    }
  smr_workspace_client_changed (smr_designer_get_workspace (designer), smr_designer_get_client_id (designer));
  gtk_widget_activate_action (widget, "win.open-routine", "(xx)", smr_designer_get_client_id (designer), id);
}

/* --- for another client ------------------------------------------------------------------------------------- */

static void
copy_to (SmrRoutinePage *page, gint64 client, const char *name)
{
  SmrDesigner *designer = smr_routine_page_get_designer (page);
  g_autoptr (SmrRoutine) original = smr_routine_ref (smr_designer_get_routine (designer));
  g_autoptr (SmrRoutine) made = NULL;
  g_autoptr (GPtrArray) pair = NULL;
  g_autoptr (GError) error = NULL;

  if (smr_routine_copy_to_client (designer, client, &made, &error) == 0)
    {
      smr_feedback_error (GTK_WIDGET (page), _("The routine could not be copied"), error);
      return;
    }
  pair = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_routine_unref);
  g_ptr_array_add (pair, smr_routine_ref (made));
  g_ptr_array_add (pair, smr_routine_ref (original));
  adw_dialog_present (ADW_DIALOG (smr_versions_dialog_new_for_copy (designer, pair, name)), GTK_WIDGET (page));
}

/* Clients by what is searched for. */
static void
show_clients (GtkWidget *page, GtkListBox *list, const char *search)
{
  SmrDesigner *designer = get_designer (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = smr_store_search_clients (get_store (designer), search, FALSE, MOST_CLIENTS, 0, &error);

  gtk_list_box_remove_all (list);
  for (guint i = 0; clients != NULL && i < clients->len; i++)
    {
      const SmrClientSummary *client = g_ptr_array_index (clients, i);
      gint64 *id = g_new (gint64, 1);
      GtkWidget *row = adw_action_row_new ();

      *id = client->id;
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), client->name);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_visible (row, client->id != smr_designer_get_client_id (designer));
      g_object_set_data_full (G_OBJECT (row), "client", id, g_free);
      gtk_list_box_append (list, row);
    }
}

static void
client_chosen_cb (SmrRoutinePage *page, GtkListBoxRow *row)
{
  gint64 client = *(gint64 *) g_object_get_data (G_OBJECT (row), "client");
  g_autofree char *name = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  adw_dialog_close (ADW_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_DIALOG)));
  copy_to (page, client, name);
}

static void
search_changed_cb (GtkWidget *page, GtkSearchEntry *entry)
{
  show_clients (page, g_object_get_data (G_OBJECT (entry), "list"), gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
copy_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *list = gtk_list_box_new ();

  if (!smr_designer_has_picks (get_designer (widget)))
    return;
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _("Search clients"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search clients"), -1);
  gtk_widget_set_margin_start (entry, 12);
  gtk_widget_set_margin_end (entry, 12);
  g_object_set_data (G_OBJECT (entry), "list", list);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), widget, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clients"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (client_chosen_cb), widget, G_CONNECT_SWAPPED);
  show_clients (widget, GTK_LIST_BOX (list), "");

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), entry);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Copy to another client"));
  adw_dialog_set_content_width (dialog, 420);
  adw_dialog_set_content_height (dialog, 480);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, widget);
}

void
smr_routine_copies_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "routine.compare-versions", NULL, compare_versions_cb);
  gtk_widget_class_install_action (page_class, "routine.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (page_class, "routine.copy-to", NULL, copy_to_cb);
}
