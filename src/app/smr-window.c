#include "config.h"

#include "smr-window.h"

#include <glib/gi18n.h>

#include "smr-attention-page.h"
#include "smr-client-dialog.h"
#include "smr-client-file.h"
#include "smr-client-list.h"
#include "smr-client-page.h"
#include "smr-feedback.h"
#include "smr-form-page.h"
#include "smr-handout-page.h"
#include "smr-intake-page.h"
#include "smr-letter-group.h"
#include "smr-letter-page.h"
#include "smr-library-page.h"
#include "smr-preferences-dialog.h"
#include "smr-problem-page.h"
#include "smr-progress-page.h"
#include "smr-progress-paper.h"
#include "smr-routine-page.h"
#include "smr-welcome-page.h"

struct _SmrWindow
{
  AdwApplicationWindow    parent_instance;

  SmrWorkspace           *workspace;    /* (nullable): NULL on the welcome page */
  SmrAttentionModel      *attention;    /* (nullable) with the workspace */
  SmrClientList          *client_list;  /* (unowned) (nullable) */
  gint64                  shown;        /* the client on the content side; 0: nobody */

  GtkStack               *stack;
  AdwNavigationView      *navigation;
  AdwNavigationSplitView *split_view;
};

G_DEFINE_FINAL_TYPE (SmrWindow, smr_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- the shown client ------------------------------------------------------------------------------------- */

static AdwNavigationPage *
make_nobody_page (void)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *status = adw_status_page_new ();

  adw_header_bar_set_show_title (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "avatar-default-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Choose a client"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _("Type a name to search."));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), status);
  return adw_navigation_page_new (view, _("Client"));
}

static void
show_nobody (SmrWindow *self)
{
  self->shown = 0;
  adw_navigation_split_view_set_content (self->split_view, make_nobody_page ());
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  smr_client_list_select (self->client_list, 0);
}

static void
show_client (SmrWindow *self, gint64 client)
{
  g_autoptr (GError) error = NULL;
  SmrClientPage *page = smr_client_page_new (self->workspace, client, &error);

  if (page == NULL)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The client could not be opened"), error);
      return;
    }

  self->shown = client;
  adw_navigation_view_pop_to_tag (self->navigation, "clients");
  adw_navigation_split_view_set_content (self->split_view, ADW_NAVIGATION_PAGE (page));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  smr_client_list_select (self->client_list, client);
}

static void
show_attention_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);

  self->shown = 0;
  adw_navigation_view_pop_to_tag (self->navigation, "clients");
  adw_navigation_split_view_set_content (self->split_view, ADW_NAVIGATION_PAGE (smr_attention_page_new (self->attention)));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  smr_client_list_select (self->client_list, 0);
}

static void
client_activated_cb (SmrWindow *self, gint64 client)
{
  show_client (self, client);
}

static void
present_client_dialog (SmrWindow *self, const SmrClient *client)
{
  SmrClientDialog *dialog = smr_client_dialog_new (self->workspace, client);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (client_activated_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* --- actions ---------------------------------------------------------------------------------------------- */

static void
new_client_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_client_dialog (SMR_WINDOW (widget), NULL);
}

static void
edit_client_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRecord) record = smr_store_load_record (smr_workspace_get_store (self->workspace),
                                                        g_variant_get_int64 (parameter), &error);

  if (record != NULL)
    present_client_dialog (self, record->client);
  else
    smr_feedback_error (widget, _("The client could not be opened"), error);
}

static void
show_client_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_client (SMR_WINDOW (widget), g_variant_get_int64 (parameter));
}

static gboolean
set_archived (SmrWindow *self, gint64 client, gboolean archived)
{
  g_autoptr (GError) error = NULL;

  if (!smr_store_set_archived (smr_workspace_get_store (self->workspace), client, archived, &error))
    {
      smr_feedback_error (GTK_WIDGET (self), _("The client could not be changed"), error);
      return FALSE;
    }
  smr_workspace_client_changed (self->workspace, client);
  return TRUE;
}

static void
archive_client_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  gint64 client = g_variant_get_int64 (parameter);

  if (!set_archived (self, client, TRUE))
    return;
  if (client == self->shown)
    show_nobody (self);
  smr_feedback_toast_action (widget, _("Client archived"), _("_Undo"), "win.restore-client", g_variant_new_int64 (client));
}

static void
restore_client_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  gint64 client = g_variant_get_int64 (parameter);

  if (set_archived (self, client, FALSE))
    show_client (self, client);
}

typedef struct
{
  SmrWindow *window;
  gint64     client;
} Erasure;

static void
erase_response_cb (AdwAlertDialog *dialog, GAsyncResult *result, gpointer user_data)
{
  g_autofree Erasure *erasure = user_data;
  g_autoptr (SmrWindow) self = erasure->window;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (adw_alert_dialog_choose_finish (dialog, result), "erase"))
    return;
  if (!smr_store_erase_client (smr_workspace_get_store (self->workspace), erasure->client, &error))
    {
      smr_feedback_error (GTK_WIDGET (self), _("The client could not be erased"), error);
      return;
    }
  if (erasure->client == self->shown)
    show_nobody (self);
  smr_workspace_client_changed (self->workspace, 0);
  smr_feedback_toast (GTK_WIDGET (self), _("Client erased"));
}

/* The one act that cannot be undone, so it asks. */
static void
erase_client_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Erasure *erasure = g_new0 (Erasure, 1);
  AdwDialog *dialog = adw_alert_dialog_new (_("Erase this client for good?"),
                                            _("The profile, all forms, clearances, routines and archived handouts go away. This cannot be undone."));

  erasure->window = g_object_ref (SMR_WINDOW (widget));
  erasure->client = g_variant_get_int64 (parameter);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, (GAsyncReadyCallback) erase_response_cb, erasure);
}

/* @failed is said with @error when there is no page. */
static void
push (SmrWindow *self, gpointer page, const char *failed, const GError *error)
{
  if (page != NULL)
    adw_navigation_view_push (self->navigation, page);
  else
    smr_feedback_error (GTK_WIDGET (self), failed, error);
}

static void
open_intake_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  SmrIntakePage *page = smr_intake_page_new (self->workspace, g_variant_get_int64 (parameter), &error);

  push (self, page, _("The health form could not be opened"), error);
}

/* For the client that is shown, and not on top of another page. */
static void
new_routine_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  AdwNavigationPage *page = self->navigation != NULL ? adw_navigation_view_get_visible_page (self->navigation) : NULL;

  if (self->shown != 0 && page != NULL && adw_navigation_view_get_previous_page (self->navigation, page) == NULL)
    gtk_widget_activate_action (widget, "win.open-routine", "(xx)", self->shown, (gint64) 0);
}

static void
open_routine_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  SmrRoutinePage *page;
  gint64 client, routine;

  g_variant_get (parameter, "(xx)", &client, &routine);
  page = smr_routine_page_new (self->workspace, client, routine, &error);
  push (self, page, _("The routine could not be opened"), error);
}

static void
open_handout_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  SmrHandoutPage *page;
  gint64 client, routine;

  g_variant_get (parameter, "(xx)", &client, &routine);
  page = smr_handout_page_new (self->workspace, client, routine, &error);
  push (self, page, _("The handout could not be made"), error);
}

static void
show_form_paper (SmrWindow *self, gint64 client, gint64 intake)
{
  g_autoptr (GError) error = NULL;
  SmrFormPage *page = smr_form_page_new (self->workspace, client, intake, &error);

  push (self, page, _("The health form could not be opened"), error);
}

static void
print_form_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 client, intake;

  g_variant_get (parameter, "(xx)", &client, &intake);
  show_form_paper (SMR_WINDOW (widget), client, intake);
}

/* For whoever comes through the door. */
static void
print_blank_form_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_form_paper (SMR_WINDOW (widget), 0, 0);
}

static void
open_letter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  SmrLetterPage *page;
  gint64 client, letter;

  g_variant_get (parameter, "(xx)", &client, &letter);
  page = smr_letter_page_new (self->workspace, client, letter, &error);
  push (self, page, _("The letter could not be opened"), error);
}

static void
letter_sent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 client, letter;

  g_variant_get (parameter, "(xx)", &client, &letter);
  smr_letter_group_note (widget, SMR_WINDOW (widget)->workspace, client, letter, SMR_LETTER_SENT);
}

/* On top of what is being worked on, which is there again afterwards. */
static void
show_library_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);

  if (adw_navigation_view_find_page (self->navigation, "library") != NULL)
    adw_navigation_view_pop_to_tag (self->navigation, "library");
  else
    adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (smr_library_page_new (self->workspace)));
}

/* From a toast, wherever the library is by then. */
static void
offer_exercise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, "library");

  if (page != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (page), "page.offer-exercise", parameter);
}

static void
open_progress_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  SmrProgressPage *page = smr_progress_page_new (self->workspace, g_variant_get_int64 (parameter), &error);

  push (self, page, _("The progress could not be shown"), error);
}

static void
print_progress_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  SmrProgressPaper *page = smr_progress_paper_new (self->workspace, g_variant_get_int64 (parameter), &error);

  push (self, page, _("The progress could not be shown"), error);
}

static void
preferences_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);

  adw_dialog_present (ADW_DIALOG (smr_preferences_dialog_new (self->workspace)), widget);
}

/* Each file is taken whole or not at all; what was wrong is said for each of them. */
static void
import_file (SmrWindow *self, GFile *file, guint *n_imported, GString *problems)
{
  SmrStore *store = smr_workspace_get_store (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GPtrArray) records = smr_import_load (smr_workspace_get_catalogue (self->workspace), g_file_peek_path (file),
                                                   smr_workspace_get_today (self->workspace), &error);

  if (records != NULL && smr_store_import_records (store, records, &error))
    *n_imported += records->len;
  else
    g_string_append_printf (problems, "%s%s: %s", problems->len > 0 ? "\n" : "", name, error->message);
}

static void
import_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrWindow) self = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GString) problems = g_string_new (NULL);
  guint n_imported = 0;

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      import_file (self, file, &n_imported, problems);
    }

  if (n_imported > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u client imported", "%u clients imported", n_imported), n_imported);

      smr_workspace_exercises_imported (self->workspace);
      smr_workspace_client_changed (self->workspace, 0);
      smr_feedback_toast (GTK_WIDGET (self), text);
    }
  if (problems->len > 0)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, problems->str);

      smr_feedback_error (GTK_WIDGET (self), _("Not everything could be imported"), error);
    }
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Client files, tables and address books"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "vcf");
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, _("Import clients"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (widget), NULL, import_chosen_cb, g_object_ref (widget));
}

static void
show_shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/example/SmrCoach/ui/smr-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmrWindow *self = SMR_WINDOW (widget);

  /* A page with a search of its own is searched, and not left. */
  if (gtk_widget_activate_action (GTK_WIDGET (adw_navigation_view_get_visible_page (self->navigation)), "page.search", NULL))
    return;

  adw_navigation_view_pop_to_tag (self->navigation, "clients");
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  smr_client_list_focus_search (self->client_list);
}

/* --- object ----------------------------------------------------------------------------------------------- */

/* The first frame is being made: what is done when idle comes after it. */
static gboolean
start_looking_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  smr_attention_model_start (SMR_ATTENTION_MODEL (user_data));
  return G_SOURCE_REMOVE;
}

static const char * const practice_actions[] = {
  "win.new-client", "win.edit-client", "win.show-client", "win.archive-client", "win.restore-client",
  "win.erase-client", "win.open-intake", "win.open-routine", "win.open-handout", "win.print-form", "win.print-blank-form",
  "win.open-letter", "win.letter-sent", "win.open-progress", "win.print-progress", "win.import", "win.preferences",
  "win.search", "win.show-attention", "win.show-library",
};

static void
enable_practice_actions (SmrWindow *self, gboolean enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (practice_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), practice_actions[i], enabled);
}

static void
is_active_cb (SmrWindow *self)
{
  if (self->workspace != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    {
      smr_workspace_look_for_changes (self->workspace);
      smr_attention_model_look_at_day (self->attention);
    }
}

/* Pages that most starts do not show are made when they are first shown. */
static GtkWidget *
show_page (SmrWindow *self, const char *name, GtkWidget *(*new_page) (void))
{
  if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
    gtk_stack_add_named (self->stack, new_page (), name);
  gtk_stack_set_visible_child_name (self->stack, name);
  return gtk_stack_get_visible_child (self->stack);
}

static void
smr_window_dispose (GObject *object)
{
  SmrWindow *self = SMR_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_WINDOW);
  g_clear_object (&self->attention);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_window_parent_class)->dispose (object);
}

static void
smr_window_class_init (SmrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SmrWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, SmrWindow, split_view);

  gtk_widget_class_install_action (widget_class, "win.new-client", NULL, new_client_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-client", "x", edit_client_cb);
  gtk_widget_class_install_action (widget_class, "win.show-client", "x", show_client_cb);
  gtk_widget_class_install_action (widget_class, "win.archive-client", "x", archive_client_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-client", "x", restore_client_cb);
  gtk_widget_class_install_action (widget_class, "win.erase-client", "x", erase_client_cb);
  gtk_widget_class_install_action (widget_class, "win.open-intake", "x", open_intake_cb);
  gtk_widget_class_install_action (widget_class, "win.new-routine", NULL, new_routine_cb);
  gtk_widget_class_install_action (widget_class, "win.open-routine", "(xx)", open_routine_cb);
  gtk_widget_class_install_action (widget_class, "win.open-handout", "(xx)", open_handout_cb);
  gtk_widget_class_install_action (widget_class, "win.print-form", "(xx)", print_form_cb);
  gtk_widget_class_install_action (widget_class, "win.print-blank-form", NULL, print_blank_form_cb);
  gtk_widget_class_install_action (widget_class, "win.open-letter", "(xx)", open_letter_cb);
  gtk_widget_class_install_action (widget_class, "win.letter-sent", "(xx)", letter_sent_cb);
  gtk_widget_class_install_action (widget_class, "win.open-progress", "x", open_progress_cb);
  gtk_widget_class_install_action (widget_class, "win.print-progress", "x", print_progress_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.show-attention", NULL, show_attention_cb);
  gtk_widget_class_install_action (widget_class, "win.show-library", NULL, show_library_cb);
  gtk_widget_class_install_action (widget_class, "win.offer-exercise", "s", offer_exercise_cb);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_cb);
}

/* Where the program was not installed, it works without remembering its size. */
static void
bind_settings (SmrWindow *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL)
    return;

  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
smr_window_init (SmrWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bind_settings (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
#if DEVEL
  gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
#endif
}

SmrWindow *
smr_window_new (AdwApplication *application, SmrWorkspace *workspace)
{
  SmrWindow *self = g_object_new (SMR_TYPE_WINDOW, "application", application, NULL);

  smr_window_set_workspace (self, workspace);
  return self;
}

void
smr_window_set_workspace (SmrWindow *self, SmrWorkspace *workspace)
{
  g_clear_object (&self->attention);
  g_set_object (&self->workspace, workspace);
  enable_practice_actions (self, workspace != NULL);
  /* Pages of the practice that was open before hold on to it, and its file. */
  adw_navigation_view_pop_to_tag (self->navigation, "clients");
  if (workspace == NULL)
    {
      adw_navigation_split_view_set_content (self->split_view, NULL);
      adw_navigation_split_view_set_sidebar (self->split_view, NULL);
      self->client_list = NULL;
      show_page (self, "welcome", smr_welcome_page_new);
      return;
    }

  self->attention = smr_attention_model_new (workspace);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), start_looking_cb, g_object_ref (self->attention), g_object_unref);
  self->client_list = smr_client_list_new (workspace, self->attention);
  g_signal_connect_object (self->client_list, "client-activated", G_CALLBACK (client_activated_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_split_view_set_sidebar (self->split_view, ADW_NAVIGATION_PAGE (self->client_list));
  show_nobody (self);
  gtk_stack_set_visible_child_name (self->stack, "practice");
}

SmrWorkspace *
smr_window_get_workspace (SmrWindow *self)
{
  return self->workspace;
}

void
smr_window_show_problem (SmrWindow *self, const char *title, const GError *error)
{
  g_autofree char *text = smr_workspace_describe_error (error);

  enable_practice_actions (self, FALSE);
  smr_problem_page_say (SMR_PROBLEM_PAGE (show_page (self, "problem", smr_problem_page_new)), title, text);
}
