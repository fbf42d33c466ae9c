#include "config.h"

#include "smr-field-problem.h"

#define KEY "smr-field-problem"

static GtkWidget *
make_row (const char *text, GtkWidget **label)
{
  GtkWidget *row = gtk_list_box_row_new ();

  /* As an alert it is read out when it comes. */
  *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_set_margin_top (*label, 6);
  gtk_widget_set_margin_bottom (*label, 9);
  gtk_widget_set_margin_start (*label, 12);
  gtk_widget_set_margin_end (*label, 12);
  gtk_widget_add_css_class (*label, "error");
  gtk_widget_add_css_class (*label, "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), *label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

gboolean
smr_field_problem_show (AdwPreferencesRow *row, const char *text)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row)));
  GtkWidget *problem, *label;

  smr_field_problem_clear (row);
  problem = make_row (text, &label);
  gtk_list_box_insert (list, problem, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  g_object_set_data (G_OBJECT (row), KEY, problem);
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, label, NULL, -1);
  if (GTK_IS_EDITABLE (row))
    g_signal_connect (row, "changed", G_CALLBACK (smr_field_problem_clear), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

void
smr_field_problem_clear (AdwPreferencesRow *row)
{
  GtkWidget *problem = g_object_steal_data (G_OBJECT (row), KEY);

  if (problem == NULL)
    return;
  g_signal_handlers_disconnect_by_func (row, smr_field_problem_clear, NULL);
  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (problem)), problem);
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
}
