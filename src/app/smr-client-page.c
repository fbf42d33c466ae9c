#include "config.h"

#include "smr-client-page.h"

#include <glib/gi18n.h>

#include "smr-assessment-group.h"
#include "smr-attachment-group.h"
#include "smr-check-dialog.h"
#include "smr-clearance-dialog.h"
#include "smr-clearance-row.h"
#include "smr-clearance-view.h"
#include "smr-client-export.h"
#include "smr-feedback.h"
#include "smr-incident-dialog.h"
#include "smr-letter-group.h"
#include "smr-outcome.h"
#include "smr-progress-rows.h"
#include "smr-reading-dialog.h"
#include "smr-reason-row.h"
#include "smr-rows.h"
#include "smr-session-dialog.h"
#include "smr-today-group.h"

#define REASONS_SHOWN 20
#define SESSIONS_SHOWN 10

struct _SmrClientPage
{
  AdwNavigationPage    parent_instance;

  SmrWorkspace        *workspace;
  gint64               client;
  SmrRecord           *record;
  SmrScreening        *screening;
  GSimpleActionGroup  *actions;
  GPtrArray           *rows;            /* (element-type GtkWidget): what refreshing replaces, with its group */

  AdwBanner           *archived_banner;
  AdwAvatar           *avatar;
  GtkLabel            *name_label;
  GtkLabel            *about_label;
  SmrTodayGroup       *today_group;
  AdwButtonContent    *intake_button;
  AdwPreferencesGroup *reasons_group;
  AdwPreferencesGroup *clearances_group;
  SmrLetterGroup      *letter_group;
  SmrAssessmentGroup  *assessment_group;
  AdwPreferencesGroup *routines_group;
  AdwPreferencesGroup *handouts_group;
  AdwPreferencesGroup *progress_group;
  SmrAttachmentGroup  *attachment_group;
};

G_DEFINE_FINAL_TYPE (SmrClientPage, smr_client_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- rows ------------------------------------------------------------------------------------------------- */

static void
put_row (SmrClientPage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
add_row (SmrClientPage *self, AdwPreferencesGroup *group, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = smr_row_new (icon, title, subtitle);

  put_row (self, group, row);
  return row;
}

static void
remove_rows (SmrClientPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/* --- parts of the page ------------------------------------------------------------------------------------ */

static void
show_person (SmrClientPage *self)
{
  const SmrClient *client = self->record->client;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *about = NULL;

  if (client->born != SMR_DATE_NONE)
    {
      int years = smr_date_years_between (client->born, smr_workspace_get_today (self->workspace));

      g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d year", "%d years", years), years));
    }
  else
    {
      g_ptr_array_add (parts, g_strdup (_("Date of birth not known")));
    }
  g_ptr_array_add (parts, g_strdup (smr_level_get_label (client->level)));
  if (client->regularly_active)
    g_ptr_array_add (parts, g_strdup (_("Regularly active")));
  if (*client->phone != '\0')
    g_ptr_array_add (parts, g_strdup (client->phone));
  g_ptr_array_add (parts, NULL);
  about = g_strjoinv (" · ", (char **) parts->pdata);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), client->name);
  adw_avatar_set_text (self->avatar, client->name);
  gtk_label_set_label (self->name_label, client->name);
  gtk_label_set_label (self->about_label, about);
  adw_banner_set_revealed (self->archived_banner, client->archived);
}

static void
show_reasons (SmrClientPage *self)
{
  GPtrArray *reasons = smr_screening_get_reasons (self->screening);

  gtk_widget_set_visible (GTK_WIDGET (self->reasons_group), reasons->len > 0);
  for (guint i = 0; i < MIN (reasons->len, REASONS_SHOWN); i++)
    {
      GtkWidget *row = smr_reason_row_new (smr_workspace_get_catalogue (self->workspace), g_ptr_array_index (reasons, i),
                                           smr_workspace_get_language (self->workspace));

      put_row (self, self->reasons_group, row);
    }
}

static void
show_clearances (SmrClientPage *self)
{
  GPtrArray *clearances = self->record->clearances;
  GPtrArray *readings = self->record->readings;

  for (guint i = clearances->len; i > 0; i--)
    put_row (self, self->clearances_group, smr_clearance_row_new (self->workspace, self->record, i - 1));

  if (readings->len > 0)
    {
      const SmrReading *reading = g_ptr_array_index (readings, readings->len - 1);
      g_autofree char *title = g_strdup_printf (_("Blood pressure %d/%d"), reading->systolic, reading->diastolic);
      g_autofree char *day = smr_date_format (reading->date);

      add_row (self, self->clearances_group, NULL, title, day);
    }
  if (clearances->len == 0 && readings->len == 0)
    add_row (self, self->clearances_group, NULL, _("Nothing recorded"), NULL);
}

static void
show_routines (SmrClientPage *self)
{
  GPtrArray *routines = self->record->routines;

  for (guint i = 0; i < routines->len; i++)
    {
      const SmrRoutine *routine = g_ptr_array_index (routines, i);
      gboolean issued = routine->status == SMR_ROUTINE_ISSUED;
      g_autofree char *day = smr_date_format (issued ? routine->issued : routine->created);
      g_autofree char *text = g_strdup_printf (issued ? _("Version %d, handed out on %s") : _("Version %d, draft of %s"),
                                               routine->version, day);
      GtkWidget *row = add_row (self, self->routines_group, "view-list-symbolic",
                                *routine->title != '\0' ? routine->title : _("Routine without a title"), text);

      smr_row_open (row, "win.open-routine", g_variant_new ("(xx)", self->client, routine->id));
    }
  if (routines->len == 0)
    add_row (self, self->routines_group, NULL, _("No routine yet"), _("Pick overactive muscles and let the plan be made."));
}

static void
show_handouts (SmrClientPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) handouts = smr_store_list_handouts (smr_workspace_get_store (self->workspace), self->client, &error);

  if (handouts == NULL)
    {
      g_warning ("Handouts could not be listed: %s", error->message);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->handouts_group), handouts->len > 0);
  for (guint i = 0; i < handouts->len; i++)
    {
      const SmrHandoutSummary *handout = g_ptr_array_index (handouts, i);
      g_autofree char *day = smr_date_format (handout->date);
      g_autofree char *text = g_strdup_printf (ngettext ("Version %d, plan %s, %d page", "Version %d, plan %s, %d pages", handout->pages),
                                               handout->version, handout->plan_code, handout->pages);

      add_row (self, self->handouts_group, "x-office-document-symbolic", day, text);
    }
}

/* Sessions and incidents together, the latest first; of one day what came up stands over the session. */
static void
show_progress (SmrClientPage *self)
{
  GPtrArray *sessions = self->record->sessions;
  GPtrArray *incidents = self->record->incidents;
  guint n_sessions = sessions->len, n_incidents = incidents->len;

  while (n_sessions + n_incidents > 0 && sessions->len - n_sessions < SESSIONS_SHOWN)
    {
      const SmrSession *session = n_sessions > 0 ? g_ptr_array_index (sessions, n_sessions - 1) : NULL;
      const SmrIncident *incident = n_incidents > 0 ? g_ptr_array_index (incidents, n_incidents - 1) : NULL;

      if (session == NULL || (incident != NULL && incident->date >= session->date))
        {
          put_row (self, self->progress_group, smr_incident_row_new (smr_workspace_get_catalogue (self->workspace), incident,
                                                                     smr_workspace_get_language (self->workspace)));
          n_incidents--;
        }
      else
        {
          put_row (self, self->progress_group, smr_session_row_new (session));
          n_sessions--;
        }
    }
  if (sessions->len + incidents->len == 0)
    add_row (self, self->progress_group, NULL, _("No session noted yet"), NULL);
}

static void
show_intake_button (SmrClientPage *self)
{
  g_autoptr (SmrIntake) draft = smr_store_load_draft_intake (smr_workspace_get_store (self->workspace), self->client, NULL);

  if (draft != NULL)
    adw_button_content_set_label (self->intake_button, _("Continue form"));
  else if (self->record->intakes->len == 0)
    adw_button_content_set_label (self->intake_button, _("Fill in form"));
  else
    adw_button_content_set_label (self->intake_button, _("Health form"));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "print-form")),
                               self->record->intakes->len > 0);
}

/* --- the whole -------------------------------------------------------------------------------------------- */

static gboolean
load (SmrClientPage *self, GError **error)
{
  g_autoptr (SmrRecord) record = smr_store_load_record (smr_workspace_get_store (self->workspace), self->client, error);

  if (record == NULL)
    return FALSE;

  g_clear_pointer (&self->screening, smr_screening_unref);
  g_clear_pointer (&self->record, smr_record_free);
  self->record = g_steal_pointer (&record);
  self->screening = smr_screening_new (smr_workspace_get_catalogue (self->workspace), self->record,
                                       smr_workspace_get_today (self->workspace));
  return TRUE;
}

static void
show (SmrClientPage *self)
{
  remove_rows (self);
  show_person (self);
  smr_today_group_show (self->today_group, self->workspace, self->record, self->screening);
  show_reasons (self);
  show_clearances (self);
  smr_letter_group_show (self->letter_group, self->workspace, self->record);
  smr_assessment_group_show (self->assessment_group, self->workspace, self->record);
  show_routines (self);
  show_handouts (self);
  show_progress (self);
  show_intake_button (self);
}

static void
client_changed_cb (SmrClientPage *self, gint64 client)
{
  if (client != 0 && client != self->client)
    return;
  /* Erased meanwhile: the window takes the page away. */
  if (load (self, NULL))
    show (self);
}

/* --- actions ---------------------------------------------------------------------------------------------- */

static void
activate_for_client (SmrClientPage *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "x", self->client);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  activate_for_client (user_data, "win.edit-client");
}

static void
archive_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  activate_for_client (user_data, "win.archive-client");
}

static void
erase_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  activate_for_client (user_data, "win.erase-client");
}

static void
add_clearance_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrClientPage *self = user_data;

  adw_dialog_present (smr_clearance_dialog_new (self->workspace, self->record), GTK_WIDGET (self));
}

static void
view_clearance_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrClientPage *self = user_data;
  g_autoptr (GError) error = NULL;
  SmrClearanceView *view = smr_clearance_view_new (self->workspace, self->client, g_variant_get_int64 (parameter), &error);

  if (view != NULL)
    adw_dialog_present (ADW_DIALOG (view), GTK_WIDGET (self));
  else
    smr_feedback_error (GTK_WIDGET (self), _("The clearance could not be read"), error);
}

static void
write_letter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrClientPage *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-letter", "(xx)", self->client, (gint64) 0);
}

static void
print_blank_form_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrClientPage *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.print-form", "(xx)", self->client, (gint64) 0);
}

/* The form that counts. */
static void
print_form_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrClientPage *self = user_data;
  GPtrArray *forms = self->record->intakes;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.print-form", "(xx)", self->client,
                              ((const SmrIntake *) g_ptr_array_index (forms, forms->len - 1))->id);
}

static void
add_reading_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrClientPage *self = user_data;

  adw_dialog_present (smr_reading_dialog_new (self->workspace, self->record), GTK_WIDGET (self));
}

static void
quick_check_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrClientPage *self = user_data;

  adw_dialog_present (smr_check_dialog_new (self->workspace, self->record), GTK_WIDGET (self));
}

static void
log_session_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrClientPage *self = user_data;

  adw_dialog_present (smr_session_dialog_new (self->workspace, self->record), GTK_WIDGET (self));
}

static void
show_progress_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  activate_for_client (user_data, "win.open-progress");
}

static void
record_incident_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrClientPage *self = user_data;

  adw_dialog_present (smr_incident_dialog_new (self->workspace, self->record), GTK_WIDGET (self));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrClientPage *self = user_data;

  smr_client_export_choose (GTK_WIDGET (self), smr_workspace_get_catalogue (self->workspace), self->record);
}

static void
restore_clicked_cb (SmrClientPage *self)
{
  activate_for_client (self, "win.restore-client");
}

static void
intake_clicked_cb (SmrClientPage *self)
{
  activate_for_client (self, "win.open-intake");
}

static void
new_routine_clicked_cb (SmrClientPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-routine", "(xx)", self->client, (gint64) 0);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_client_page_dispose (GObject *object)
{
  SmrClientPage *self = SMR_CLIENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_CLIENT_PAGE);
  g_clear_pointer (&self->screening, smr_screening_unref);
  g_clear_pointer (&self->record, smr_record_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_client_page_parent_class)->dispose (object);
}

static void
smr_client_page_class_init (SmrClientPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_client_page_dispose;

  g_type_ensure (SMR_TYPE_ASSESSMENT_GROUP);
  g_type_ensure (SMR_TYPE_ATTACHMENT_GROUP);
  g_type_ensure (SMR_TYPE_LETTER_GROUP);
  g_type_ensure (SMR_TYPE_TODAY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-client-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, archived_banner);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, today_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, intake_button);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, reasons_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, clearances_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, letter_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, assessment_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, routines_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, handouts_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, progress_group);
  gtk_widget_class_bind_template_child (widget_class, SmrClientPage, attachment_group);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, intake_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_routine_clicked_cb);
}

static void
smr_client_page_init (SmrClientPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "edit", .activate = edit_cb },
    { .name = "archive", .activate = archive_cb },
    { .name = "erase", .activate = erase_cb },
    { .name = "export", .activate = export_cb },
    { .name = "add-clearance", .activate = add_clearance_cb },
    { .name = "view-clearance", .activate = view_clearance_cb, .parameter_type = "x" },
    { .name = "write-letter", .activate = write_letter_cb },
    { .name = "print-blank-form", .activate = print_blank_form_cb },
    { .name = "print-form", .activate = print_form_cb },
    { .name = "add-reading", .activate = add_reading_cb },
    { .name = "quick-check", .activate = quick_check_cb },
    { .name = "log-session", .activate = log_session_cb },
    { .name = "show-progress", .activate = show_progress_cb },
    { .name = "record-incident", .activate = record_incident_cb },
  };

  self->rows = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "client", G_ACTION_GROUP (self->actions));
}

SmrClientPage *
smr_client_page_new (SmrWorkspace *workspace, gint64 client, GError **error)
{
  g_autoptr (SmrClientPage) self = g_object_ref_sink (g_object_new (SMR_TYPE_CLIENT_PAGE, NULL));

  self->workspace = g_object_ref (workspace);
  self->client = client;
  if (!load (self, error))
    return NULL;

  show (self);
  smr_attachment_group_bind (self->attachment_group, workspace, client, 0);
  g_signal_connect_object (workspace, "client-changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_force_floating (G_OBJECT (self));
  return g_steal_pointer (&self);
}
