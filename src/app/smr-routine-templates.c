#include "config.h"

#include "smr-routine-templates.h"

#include <string.h>

#include <glib/gi18n.h>

#include "smr-accessible.h"
#include "smr-designer-edits.h"
#include "smr-feedback.h"
#include "smr-routine-file.h"
#include "smr-rows.h"
#include "smr-versions-dialog.h"

static SmrDesigner *
get_designer (gpointer page)
{
  return smr_routine_page_get_designer (SMR_ROUTINE_PAGE (page));
}

static SmrStore *
get_store (gpointer page)
{
  return smr_workspace_get_store (smr_designer_get_workspace (get_designer (page)));
}

/* --- saving ----------------------------------------------------------------------------------------------- */

static void
save (SmrRoutinePage *page, const char *name)
{
  SmrDesigner *designer = get_designer (page);
  g_autoptr (SmrRoutine) routine = smr_routine_with_title (smr_designer_get_routine (designer), name);
  g_autoptr (SmrTemplate) template = g_new0 (SmrTemplate, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = g_strdup_printf (_("Kept as template “%s”"), name);

  routine->status = SMR_ROUTINE_DRAFT;
  routine->issued = SMR_DATE_NONE;
  template->name = g_strdup (name);
  template->note = g_strdup ("");
  template->routine = smr_routine_file_write (routine, smr_designer_get_plan (designer)->routine);
  if (smr_store_save_template (get_store (page), template, &error) != 0)
    smr_feedback_toast (GTK_WIDGET (page), said);
  else
    smr_feedback_error (GTK_WIDGET (page), _("The template could not be kept"), error);
}

static char *
dup_name (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
name_changed_cb (AdwAlertDialog *dialog, GtkEditable *entry)
{
  g_autofree char *name = dup_name (entry);
  gboolean too_long = g_utf8_strlen (name, -1) > SMR_NAME_MAX_CHARS;
  g_autofree char *problem = g_strdup_printf (_("At most %d characters fit."), SMR_NAME_MAX_CHARS);

  adw_alert_dialog_set_response_enabled (dialog, "save", *name != '\0' && !too_long);
  adw_alert_dialog_set_body (dialog, too_long ? problem : _("Nothing of the client goes with it: neither the name nor the health form."));
}

static void
name_response_cb (SmrRoutinePage *page, const char *response, AdwAlertDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));
  g_autofree char *name = dup_name (entry);

  if (g_str_equal (response, "save"))
    save (page, name);
}

static void
save_template_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Save as template"), NULL);
  GtkWidget *entry = gtk_entry_new ();
  SmrRoutine *routine = smr_designer_get_routine (get_designer (widget));

  if (routine->items->len == 0)
    return;
  smr_accessible_set_name (entry, _("Name of the template"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), routine->title);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, G_CONNECT_SWAPPED);
  name_changed_cb (ADW_ALERT_DIALOG (dialog), GTK_EDITABLE (entry));
  g_signal_connect_object (dialog, "response", G_CALLBACK (name_response_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* --- beginning -------------------------------------------------------------------------------------------- */

/* @original: (nullable) is not the client's; what is different for the client is listed. */
static void
say_differences (SmrRoutinePage *page, const SmrRoutine *original)
{
  SmrDesigner *designer = get_designer (page);
  g_autoptr (GPtrArray) pair = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_routine_unref);

  g_ptr_array_add (pair, smr_routine_ref (smr_designer_get_routine (designer)));
  g_ptr_array_add (pair, smr_routine_copy (original));
  adw_dialog_present (ADW_DIALOG (smr_versions_dialog_new_for_copy (designer, pair, smr_designer_get_client (designer)->name)), GTK_WIDGET (page));
}

static gboolean
is_different (const SmrRoutine *a, const SmrRoutine *b)
{
  if (a->items->len != b->items->len)
    return TRUE;
  for (guint i = 0; i < a->items->len; i++)
    {
      if (!smr_item_equal (g_ptr_array_index (a->items, i), g_ptr_array_index (b->items, i)))
        return TRUE;
    }
  return FALSE;
}

static void
begin_with (SmrRoutinePage *page, const SmrTemplate *template)
{
  SmrDesigner *designer = get_designer (page);
  g_autoptr (SmrRoutine) planned = NULL;
  g_autoptr (SmrRoutine) routine = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) missing = NULL;

  routine = smr_routine_file_parse (smr_designer_get_catalogue (designer), template->routine, &planned, &missing, &error);
  if (routine == NULL)
    {
      smr_feedback_error (GTK_WIDGET (page), _("The template could not be read"), error);
      return;
    }
  smr_designer_adopt (designer, routine, planned);
  if (*missing != NULL)
    {
      g_autofree char *names = g_strjoinv (", ", missing);
      g_autofree char *said = g_strdup_printf (_("No longer in the catalogue, and left out: %s"), names);

      smr_routine_page_say_undoable (page, said);
    }
  if (is_different (routine, smr_designer_get_routine (designer)))
    say_differences (page, routine);
}

static void
template_chosen_cb (SmrRoutinePage *page, GtkWidget *row)
{
  const SmrTemplate *template = g_object_get_data (G_OBJECT (row), "template");
  AdwDialog *dialog = ADW_DIALOG (gtk_widget_get_ancestor (row, ADW_TYPE_DIALOG));

  begin_with (page, template);
  adw_dialog_close (dialog);
}

static void
point_chosen_cb (SmrRoutinePage *page, GtkWidget *row)
{
  const SmrStartingPoint *point = g_object_get_data (G_OBJECT (row), "point");

  smr_designer_begin_at (get_designer (page), point);
  adw_dialog_close (ADW_DIALOG (gtk_widget_get_ancestor (row, ADW_TYPE_DIALOG)));
}

static void
remove_cb (SmrRoutinePage *page, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  const SmrTemplate *template = g_object_get_data (G_OBJECT (row), "template");
  g_autoptr (GError) error = NULL;

  if (smr_store_remove_template (get_store (page), template->id, &error))
    gtk_widget_set_visible (row, FALSE);
  else
    smr_feedback_error (GTK_WIDGET (page), _("The template could not be removed"), error);
}

static void
add_remove_button (SmrRoutinePage *page, GtkWidget *row, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_("Remove the template “%s”"), name);

  gtk_widget_set_tooltip_text (button, _("Remove"));
  smr_accessible_set_name (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), page, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
add_row (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = smr_row_new (NULL, title, *subtitle != '\0' ? subtitle : NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
make_templates (SmrRoutinePage *page, GPtrArray *templates)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Your templates"));
  if (templates->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Save a routine as a template from its menu."));
  for (guint i = 0; i < templates->len; i++)
    {
      SmrTemplate *template = g_ptr_array_index (templates, i);
      GtkWidget *row = add_row (group, template->name, template->note);

      g_object_set_data_full (G_OBJECT (row), "template", template, (GDestroyNotify) smr_template_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (template_chosen_cb), page, G_CONNECT_SWAPPED);
      add_remove_button (page, row, template->name);
    }
  g_ptr_array_set_free_func (templates, NULL);
  return group;
}

static GtkWidget *
make_starting_points (SmrRoutinePage *page)
{
  SmrDesigner *designer = get_designer (page);
  GPtrArray *points = smr_catalogue_get_starting_points (smr_designer_get_catalogue (designer));
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Starting points"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Leave out what the client does not show."));
  for (guint i = 0; points != NULL && i < points->len; i++)
    {
      const SmrStartingPoint *point = g_ptr_array_index (points, i);
      GtkWidget *row = add_row (group, smr_text_get (point->name, smr_designer_get_language (designer)),
                                smr_text_get (point->note, smr_designer_get_language (designer)));

      g_object_set_data (G_OBJECT (row), "point", (gpointer) point);
      g_signal_connect_object (row, "activated", G_CALLBACK (point_chosen_cb), page, G_CONNECT_SWAPPED);
    }
  return group;
}

static void
begin_with_template_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  AdwDialog *dialog;
  GtkWidget *view, *list;

  if (!smr_designer_is_editable (get_designer (widget)))
    return;
  templates = smr_store_list_templates (get_store (widget), &error);
  if (templates == NULL)
    {
      smr_feedback_error (widget, _("The templates could not be read"), error);
      return;
    }

  list = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (list), ADW_PREFERENCES_GROUP (make_templates (SMR_ROUTINE_PAGE (widget), templates)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (list), ADW_PREFERENCES_GROUP (make_starting_points (SMR_ROUTINE_PAGE (widget))));
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), list);
  dialog = adw_dialog_new ();
  adw_dialog_set_title (dialog, _("Begin with a template"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, widget);
}

void
smr_routine_templates_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "routine.save-template", NULL, save_template_cb);
  gtk_widget_class_install_action (page_class, "routine.begin-with-template", NULL, begin_with_template_cb);
}
