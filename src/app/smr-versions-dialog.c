#include "config.h"

#include "smr-versions-dialog.h"

#include <glib/gi18n.h>

#include "smr-outcome.h"
#include "smr-routine-diff.h"
#include "smr-routine-words.h"

struct _SmrVersionsDialog
{
  AdwDialog    parent_instance;

  SmrDesigner *designer;
  GPtrArray   *versions;       /* (element-type SmrRoutine) newest first */
  AdwComboRow *before_row;
  AdwComboRow *now_row;
  GtkListBox  *list;
  AdwPreferencesGroup *choice;
  AdwPreferencesGroup *changes;
};

G_DEFINE_FINAL_TYPE (SmrVersionsDialog, smr_versions_dialog, ADW_TYPE_DIALOG)

/* --- words ------------------------------------------------------------------------------------------------ */

static char *
dup_version_label (const SmrRoutine *routine)
{
  gboolean draft = routine->status == SMR_ROUTINE_DRAFT;
  g_autofree char *day = smr_date_format (draft ? routine->created : routine->issued);

  return g_strdup_printf (draft ? _("Version %d, draft of %s") : _("Version %d, handed out on %s"), routine->version, day);
}

static const char *
get_kind_label (SmrDiffKind kind)
{
  switch (kind)
    {
    case SMR_DIFF_SAME:
      return NULL;
    case SMR_DIFF_NEW:
      return _("New");
    case SMR_DIFF_GONE:
      return _("Gone");
    case SMR_DIFF_CHANGED:
      return _("Changed");
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_kind_icon (SmrDiffKind kind)
{
  switch (kind)
    {
    case SMR_DIFF_SAME:
    case SMR_DIFF_CHANGED:
      return "document-edit-symbolic";
    case SMR_DIFF_NEW:
      return "list-add-symbolic";
    case SMR_DIFF_GONE:
      return "list-remove-symbolic";
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_tool_name (SmrVersionsDialog *self, const SmrItem *item)
{
  SmrCatalogue *catalogue = smr_designer_get_catalogue (self->designer);
  const SmrTool *tool = item->tool != NULL ? smr_catalogue_find_tool (catalogue, item->tool) : NULL;

  return tool != NULL ? smr_text_get (tool->name, smr_designer_get_language (self->designer)) : _("no tool");
}

static void
add_change (GString *text, const char *before, const char *now)
{
  /* Translators: what it was, and what it is now */
  g_autofree char *line = g_strdup_printf (_("%s → %s"), before, now);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static char *
dup_changes (SmrVersionsDialog *self, const SmrDiff *diff)
{
  GString *text = g_string_new (NULL);

  if (diff->kind != SMR_DIFF_CHANGED)
    {
      g_autofree char *dose = smr_item_dup_dose_label (diff->now != NULL ? diff->now : diff->before);

      return g_string_free (g_string_append (text, dose), FALSE);
    }
  if (diff->dose || diff->side)
    {
      g_autofree char *before = smr_item_dup_dose_label (diff->before);
      g_autofree char *now = smr_item_dup_dose_label (diff->now);

      add_change (text, before, now);
    }
  if (diff->tool)
    add_change (text, get_tool_name (self, diff->before), get_tool_name (self, diff->now));
  if (diff->note)
    add_change (text, diff->before->note != NULL ? diff->before->note : _("no note"), diff->now->note != NULL ? diff->now->note : _("no note"));
  return g_string_free (text, FALSE);
}

/* --- showing ---------------------------------------------------------------------------------------------- */

static GtkWidget *
make_row (SmrVersionsDialog *self, const SmrDiff *diff)
{
  const SmrItem *item = diff->now != NULL ? diff->now : diff->before;
  const SmrExercise *exercise = smr_catalogue_find_exercise (smr_designer_get_catalogue (self->designer), item->exercise);
  const char *name = exercise != NULL ? smr_text_get (exercise->name, smr_designer_get_language (self->designer)) : item->exercise;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (get_kind_icon (diff->kind));
  GtkWidget *label = gtk_label_new (get_kind_label (diff->kind));
  g_autofree char *changes = dup_changes (self, diff);
  /* Translators: a phase and an exercise: "Roll: Calf roll" */
  g_autofree char *title = g_strdup_printf (_("%s: %s"), smr_phase_get_label (item->phase), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), changes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, get_kind_label (diff->kind), -1);
  gtk_widget_add_css_class (label, "caption-heading");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
compare (SmrVersionsDialog *self)
{
  guint before = adw_combo_row_get_selected (self->before_row);
  guint now = adw_combo_row_get_selected (self->now_row);
  g_autoptr (GPtrArray) diffs = NULL;

  gtk_list_box_remove_all (self->list);
  if (before >= self->versions->len || now >= self->versions->len)
    return;
  diffs = smr_routine_compare (g_ptr_array_index (self->versions, before), g_ptr_array_index (self->versions, now));
  for (guint i = 0; i < diffs->len; i++)
    {
      const SmrDiff *diff = g_ptr_array_index (diffs, i);

      if (diff->kind != SMR_DIFF_SAME)
        gtk_list_box_append (self->list, make_row (self, diff));
    }
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_versions_dialog_finalize (GObject *object)
{
  SmrVersionsDialog *self = SMR_VERSIONS_DIALOG (object);

  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->designer);

  G_OBJECT_CLASS (smr_versions_dialog_parent_class)->finalize (object);
}

static void
smr_versions_dialog_class_init (SmrVersionsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_versions_dialog_finalize;
}

static void
smr_versions_dialog_init (SmrVersionsDialog *self)
{
}

static AdwComboRow *
make_combo (SmrVersionsDialog *self, const char *title, GtkStringList *names, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
  return ADW_COMBO_ROW (row);
}

static GtkWidget *
make_content (SmrVersionsDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *choice = adw_preferences_group_new ();
  GtkWidget *changes = adw_preferences_group_new ();
  GtkWidget *nothing = gtk_label_new (_("They prescribe the same"));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->versions->len; i++)
    gtk_string_list_take (names, dup_version_label (g_ptr_array_index (self->versions, i)));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->before_row = make_combo (self, _("From"), names, MIN (1, self->versions->len - 1));
  self->now_row = make_combo (self, _("To"), names, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (choice), GTK_WIDGET (self->before_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (choice), GTK_WIDGET (self->now_row));

  gtk_widget_add_css_class (nothing, "dimmed");
  gtk_widget_set_margin_top (nothing, 18);
  gtk_widget_set_margin_bottom (nothing, 18);
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Differences"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (changes), GTK_WIDGET (self->list));

  self->choice = ADW_PREFERENCES_GROUP (choice);
  self->changes = ADW_PREFERENCES_GROUP (changes);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (choice));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (changes));
  return page;
}

SmrVersionsDialog *
smr_versions_dialog_new (SmrDesigner *designer, GPtrArray *versions)
{
  SmrVersionsDialog *self;
  GtkWidget *view = adw_toolbar_view_new ();

  g_return_val_if_fail (versions->len > 0, NULL);

  self = g_object_new (SMR_TYPE_VERSIONS_DIALOG, "title", _("Compare versions"), "content-width", 520, "content-height", 560, NULL);
  self->designer = g_object_ref (designer);
  self->versions = g_ptr_array_ref (versions);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_content (self));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  compare (self);
  return self;
}

SmrVersionsDialog *
smr_versions_dialog_new_for_copy (SmrDesigner *designer, GPtrArray *pair, const char *name)
{
  SmrVersionsDialog *self = smr_versions_dialog_new (designer, pair);
  /* Translators: the name of a client */
  g_autofree char *title = g_strdup_printf (_("Copied to %s"), name);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), FALSE);
  adw_preferences_group_set_title (self->changes, _("What is different for this client"));
  adw_preferences_group_set_description (self->changes, _("It was planned anew under this client’s health form and waits there as a draft."));
  return self;
}
