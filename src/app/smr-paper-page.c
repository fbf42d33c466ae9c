#include "config.h"

#include "smr-paper-page.h"

#include <glib/gi18n.h>

#include "smr-feedback.h"
#include "smr-page-view.h"
#include "smr-paper.h"
#include "smr-print.h"

typedef struct
{
  SmrWorkspace       *workspace;
  SmrHandout         *paper;            /* (nullable): what is shown */
  SmrSheet            sheet;
  GSimpleActionGroup *actions;

  AdwWindowTitle     *window_title;
  GtkStack           *stack;
  GtkBox             *pages_box;
  AdwStatusPage      *nothing_page;
  AdwPreferencesPage *options_page;
  AdwComboRow        *paper_row;
} SmrPaperPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SmrPaperPage, smr_paper_page, ADW_TYPE_NAVIGATION_PAGE)

static SmrPaperPagePrivate *
get_private (SmrPaperPage *self)
{
  return smr_paper_page_get_instance_private (self);
}

/* --- showing ---------------------------------------------------------------------------------------------- */

static void
show_pages (SmrPaperPagePrivate *priv)
{
  guint n_pages = smr_handout_get_n_pages (priv->paper);

  for (guint i = 0; i < n_pages; i++)
    {
      GtkWidget *view = smr_page_view_new (priv->paper, &priv->sheet, i);
      g_autofree char *name = g_strdup_printf (_("Page %u of %u"), i + 1, n_pages);

      gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_box_append (priv->pages_box, view);
    }
}

static void
enable (SmrPaperPagePrivate *priv, gboolean enabled)
{
  static const char * const names[] = { "print", "save-pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (priv->actions), names[i])), enabled);
}

void
smr_paper_page_refresh (SmrPaperPage *self)
{
  SmrPaperPagePrivate *priv = get_private (self);
  GtkWidget *child;

  if (priv->workspace == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->pages_box))) != NULL)
    gtk_box_remove (priv->pages_box, child);
  g_clear_object (&priv->paper);

  smr_sheet_init_named (&priv->sheet, smr_paper_get_name (adw_combo_row_get_selected (priv->paper_row)));
  priv->paper = SMR_PAPER_PAGE_GET_CLASS (self)->make (self, &priv->sheet);
  if (priv->paper != NULL)
    show_pages (priv);
  gtk_stack_set_visible_child_name (priv->stack, priv->paper != NULL ? "pages" : "nothing");
  enable (priv, priv->paper != NULL);
}

static void
refresh_cb (SmrPaperPage *self)
{
  smr_paper_page_refresh (self);
}

/* --- going out -------------------------------------------------------------------------------------------- */

static gboolean
keep (SmrPaperPage *self)
{
  SmrPaperPageClass *klass = SMR_PAPER_PAGE_GET_CLASS (self);

  return klass->keep == NULL || klass->keep (self);
}

static void
say_done (SmrPaperPage *self, const char *done)
{
  SmrPaperPageClass *klass = SMR_PAPER_PAGE_GET_CLASS (self);

  if (klass->went_out != NULL)
    klass->went_out (self, done);
  else
    smr_feedback_toast (GTK_WIDGET (self), done);
}

static SmrHandout *
make_for_printer_cb (const SmrSheet *sheet, gpointer user_data)
{
  return keep (user_data) ? SMR_PAPER_PAGE_GET_CLASS (user_data)->make (user_data, sheet) : NULL;
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrPaperPage) self = user_data;
  g_autofree char *settings = NULL;
  g_autofree char *page_setup = NULL;
  g_autoptr (GError) error = NULL;

  if (smr_print_run_finish (result, &settings, &page_setup, &error))
    {
      smr_workspace_remember_printer (get_private (self)->workspace, settings, page_setup);
      say_done (self, _("Sent to the printer"));
    }
  else if (error != NULL)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The sheet could not be printed"), error);
    }
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrPaperPage *self = user_data;
  SmrPaperPagePrivate *priv = get_private (self);
  const SmrPractice *practice = smr_workspace_get_practice (priv->workspace);
  g_autofree char *title = smr_handout_dup_title (priv->paper);

  smr_print_run_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title,
                       smr_paper_get_name (adw_combo_row_get_selected (priv->paper_row)), practice->print_settings,
                       practice->page_setup, make_for_printer_cb, self, NULL, NULL, printed_cb, g_object_ref (self));
}

gboolean
smr_paper_page_save (SmrPaperPage *self, const char *path)
{
  SmrPaperPagePrivate *priv = get_private (self);
  g_autoptr (SmrHandout) paper = NULL;
  g_autoptr (GError) error = NULL;

  if (!keep (self))
    return FALSE;
  paper = SMR_PAPER_PAGE_GET_CLASS (self)->make (self, &priv->sheet);
  if (paper != NULL && !smr_print_export_pdf (paper, &priv->sheet, path, smr_workspace_get_today (priv->workspace), &error))
    smr_feedback_error (GTK_WIDGET (self), _("The PDF could not be saved"), error);
  else if (paper != NULL)
    say_done (self, _("PDF saved"));
  return paper != NULL && error == NULL;
}

static void
pdf_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrPaperPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    smr_paper_page_save (self, g_file_peek_path (file));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    smr_feedback_error (GTK_WIDGET (self), _("The file could not be chosen"), error);
}

static void
save_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrPaperPage *self = user_data;
  g_autofree char *title = smr_handout_dup_title (get_private (self)->paper);
  g_autoptr (GtkFileDialog) dialog = smr_paper_new_pdf_dialog (title);

  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, pdf_chosen_cb, g_object_ref (self));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_paper_page_dispose (GObject *object)
{
  SmrPaperPagePrivate *priv = get_private (SMR_PAPER_PAGE (object));

  g_clear_object (&priv->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), SMR_TYPE_PAPER_PAGE);
  g_clear_object (&priv->paper);
  g_clear_object (&priv->actions);

  G_OBJECT_CLASS (smr_paper_page_parent_class)->dispose (object);
}

static void
smr_paper_page_class_init (SmrPaperPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_paper_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-paper-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SmrPaperPage, window_title);
  gtk_widget_class_bind_template_child_private (widget_class, SmrPaperPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, SmrPaperPage, pages_box);
  gtk_widget_class_bind_template_child_private (widget_class, SmrPaperPage, nothing_page);
  gtk_widget_class_bind_template_child_private (widget_class, SmrPaperPage, options_page);
  gtk_widget_class_bind_template_child_private (widget_class, SmrPaperPage, paper_row);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "paper.save-pdf", NULL);
}

static void
smr_paper_page_init (SmrPaperPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "print", .activate = print_cb },
    { .name = "save-pdf", .activate = save_pdf_cb },
  };
  SmrPaperPagePrivate *priv = get_private (self);

  priv->actions = g_simple_action_group_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (priv->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "paper", G_ACTION_GROUP (priv->actions));
}

void
smr_paper_page_set_up (SmrPaperPage *self, SmrWorkspace *workspace, const char *subtitle)
{
  SmrPaperPagePrivate *priv = get_private (self);

  g_return_if_fail (priv->workspace == NULL);

  adw_window_title_set_subtitle (priv->window_title, subtitle);
  adw_combo_row_set_selected (priv->paper_row, smr_paper_get_index (smr_paper_for_practice (smr_workspace_get_practice (workspace))));
  priv->workspace = g_object_ref (workspace);
}

SmrWorkspace *
smr_paper_page_get_workspace (SmrPaperPage *self)
{
  return get_private (self)->workspace;
}

void
smr_paper_page_add_options (SmrPaperPage *self, AdwPreferencesGroup *group)
{
  adw_preferences_page_add (get_private (self)->options_page, group);
}

void
smr_paper_page_set_nothing (SmrPaperPage *self, const char *title, const char *text)
{
  adw_status_page_set_title (get_private (self)->nothing_page, title);
  adw_status_page_set_description (get_private (self)->nothing_page, text);
}
