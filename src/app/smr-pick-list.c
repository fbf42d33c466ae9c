#include "config.h"

#include "smr-pick-list.h"

#include <glib/gi18n.h>

#include "smr-accessible.h"
#include "smr-field-problem.h"
#include "smr-rows.h"

struct _SmrPickList
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *ids;     /* (element-type utf8) of the choices after the first, which says what to do */
  GtkStringList       *names;
  GPtrArray           *picked;  /* (element-type GtkWidget) rows */
  AdwComboRow         *add_row;
};

G_DEFINE_FINAL_TYPE (SmrPickList, smr_pick_list, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

static gboolean
is_picked (SmrPickList *self, const char *id)
{
  for (guint i = 0; i < self->picked->len; i++)
    {
      if (g_str_equal (get_id (g_ptr_array_index (self->picked, i)), id))
        return TRUE;
    }
  return FALSE;
}

static void
remove_cb (SmrPickList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
  g_ptr_array_remove (self->picked, row);
  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
}

static void
selected_cb (SmrPickList *self)
{
  guint selected = adw_combo_row_get_selected (self->add_row);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  smr_pick_list_pick (self, g_ptr_array_index (self->ids, selected - 1));
  adw_combo_row_set_selected (self->add_row, 0);
}

static void
smr_pick_list_finalize (GObject *object)
{
  SmrPickList *self = SMR_PICK_LIST (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->picked);

  G_OBJECT_CLASS (smr_pick_list_parent_class)->finalize (object);
}

static void
smr_pick_list_class_init (SmrPickListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_pick_list_finalize;
}

static void
smr_pick_list_init (SmrPickList *self)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->ids = g_ptr_array_new ();
  self->picked = g_ptr_array_new ();
  self->names = gtk_string_list_new ((const char * const[]) { _("Choose"), NULL });
  self->add_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _("Add"));
  adw_combo_row_set_expression (self->add_row, expression);
  adw_combo_row_set_enable_search (self->add_row, TRUE);
  adw_combo_row_set_search_match_mode (self->add_row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (self->add_row, G_LIST_MODEL (self->names));
  g_object_unref (self->names);
  g_signal_connect_object (self->add_row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add_row));
}

void
smr_pick_list_add_choice (SmrPickList *self, const char *id, const char *name)
{
  g_ptr_array_add (self->ids, (gpointer) id);
  gtk_string_list_append (self->names, name);
}

void
smr_pick_list_pick (SmrPickList *self, const char *id)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self->add_row)));
  GtkWidget *row, *button;
  g_autofree char *label = NULL;
  const char *name;
  guint index;

  if (is_picked (self, id) || !g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &index))
    return;
  smr_field_problem_clear (ADW_PREFERENCES_ROW (self->add_row));
  name = gtk_string_list_get_string (self->names, index + 1);
  /* Translators: %s is a muscle, a tool or a condition */
  label = g_strdup_printf (_("Remove %s"), name);
  row = smr_row_new (NULL, name, NULL);
  button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  smr_accessible_set_name (button, label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "id", g_ptr_array_index (self->ids, index));
  gtk_list_box_insert (list, row, self->picked->len);
  g_ptr_array_add (self->picked, row);
}

const char **
smr_pick_list_dup_ids (SmrPickList *self)
{
  const char **ids = g_new0 (const char *, self->picked->len + 1);

  for (guint i = 0; i < self->picked->len; i++)
    ids[i] = get_id (g_ptr_array_index (self->picked, i));
  return ids;
}

AdwPreferencesRow *
smr_pick_list_get_row (SmrPickList *self)
{
  return ADW_PREFERENCES_ROW (self->add_row);
}
