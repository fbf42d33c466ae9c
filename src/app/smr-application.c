#include "config.h"

#include "smr-application.h"

#include <glib/gi18n.h>

#include "smr-catalogue-reader.h"
#include "smr-clock.h"
#include "smr-feedback.h"
#include "smr-first-frame.h"
#include "smr-opened-copies.h"
#include "smr-sample.h"
#include "smr-ui-resources.h"
#include "smr-window.h"

#define DAILY_COPIES 14
/* Copying a full practice takes seconds of a processor, which the window needs first. */
#define COPY_AFTER_SECONDS 2

struct _SmrApplication
{
  AdwApplication  parent_instance;

  SmrCatalogue   *catalogue;
  char           *path;         /* of the trainer's own practice */
  gboolean        sample;       /* the sample practice is open instead, or is to be opened */
  guint           copy_source;  /* until the daily copy is begun */
};

G_DEFINE_FINAL_TYPE (SmrApplication, smr_application, ADW_TYPE_APPLICATION)

/* --- the practice ----------------------------------------------------------------------------------------- */

/* The window; if there is none yet, a new one on @workspace, or on the welcome page without one. */
static SmrWindow *
get_window_on (SmrApplication *self, SmrWorkspace *workspace)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (smr_window_new (ADW_APPLICATION (self), workspace));
      smr_first_frame_watch (window);
    }
  return SMR_WINDOW (window);
}

static SmrWindow *
get_window (SmrApplication *self)
{
  return get_window_on (self, NULL);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  if (smr_store_backup_finish (SMR_STORE (source), result, &error))
    return;

  g_warning ("The daily copy could not be made: %s", error->message);
  /* The copy is checked, and so the one who makes it is the first to know. */
  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (window != NULL && g_error_matches (error, SMR_STORE_ERROR, SMR_STORE_ERROR_CORRUPT))
    smr_feedback_error (GTK_WIDGET (window), _("Part of the practice cannot be read any more"), error);
}

/* A safety copy of the day; that it failed must not keep anybody from working. */
static gboolean
back_up_cb (gpointer user_data)
{
  SmrApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  SmrWorkspace *workspace = window != NULL ? smr_window_get_workspace (SMR_WINDOW (window)) : NULL;

  if (workspace != NULL && !self->sample)
    smr_store_backup_daily_async (smr_workspace_get_store (workspace), smr_clock_today (), DAILY_COPIES, NULL,
                                  backed_up_cb, g_object_ref (self));
  self->copy_source = 0;
  return G_SOURCE_REMOVE;
}

static SmrWorkspace *
open_workspace (SmrApplication *self, GError **error)
{
  g_autoptr (SmrStore) store = self->sample ? smr_sample_open (self->catalogue, smr_clock_today (), error)
                                            : smr_store_open (self->path, error);

  return store != NULL ? smr_workspace_new (self->catalogue, store, error) : NULL;
}

static void
show_practice (SmrApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrWorkspace) workspace = open_workspace (self, &error);
  SmrWindow *window = get_window_on (self, workspace);

  if (workspace == NULL)
    smr_window_show_problem (window, _("The practice cannot be opened"), error);
  else if (smr_window_get_workspace (window) != workspace)
    smr_window_set_workspace (window, workspace);

  if (self->copy_source == 0)
    self->copy_source = g_timeout_add_seconds_full (G_PRIORITY_LOW, COPY_AFTER_SECONDS, back_up_cb, self, NULL);
}

/* --- actions ---------------------------------------------------------------------------------------------- */

static void
start_practice_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrApplication *self = user_data;

  show_practice (self);
  gtk_widget_activate_action (GTK_WIDGET (get_window (self)), "win.new-client", NULL);
}

static void
try_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_practice (user_data);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrApplication *self = user_data;

  self->sample = TRUE;
  show_practice (self);
}

/* Back to the trainer's own practice, or to the welcome page while there is none. */
static void
leave_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrApplication *self = user_data;

  self->sample = FALSE;
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    show_practice (self);
  else
    smr_window_set_workspace (get_window (self), NULL);
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrApplication *self = user_data;
  SmrWindow *window = get_window (self);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  path = self->sample ? smr_sample_get_path () : g_strdup (self->path);
  /* The practice has to be closed while its file is exchanged. */
  smr_window_set_workspace (window, NULL);
  if (smr_store_restore (path, g_variant_get_string (parameter, NULL), &error))
    {
      show_practice (self);
      smr_feedback_toast (GTK_WIDGET (window), _("Copy restored"));
    }
  else
    {
      show_practice (self);
      smr_feedback_error (GTK_WIDGET (window), _("The copy could not be restored"), error);
    }
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_set_application_name (about, _("SMR Coach"));
  adw_about_dialog_set_application_icon (about, APPLICATION_ID);
  adw_about_dialog_set_version (about, PACKAGE_VERSION);
  adw_about_dialog_set_developer_name (about, _("The SMR Coach contributors"));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (about, _("Plans corrective routines within what a client’s health form allows. It does not diagnose and does not replace a doctor."));
  adw_dialog_present (dialog, GTK_WIDGET (get_window (user_data)));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* Closing gives pages the chance to keep their drafts. */
  if (window != NULL)
    gtk_window_close (window);
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
add_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "win.search", { "<Control>f" } },
    { "win.new-client", { "<Control>n" } },
    { "win.new-routine", { "<Control>r" } },
    { "win.show-library", { "<Control>l" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.show-shortcuts", { "<Control>question" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].accels);
}

static gpointer
load_catalogue (gpointer data)
{
  smr_catalogue_unref (smr_catalogue_load_builtin ());
  return NULL;
}

static void
smr_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "start-practice", .activate = start_practice_cb },
    { .name = "try-again", .activate = try_again_cb },
    { .name = "open-sample", .activate = open_sample_cb },
    { .name = "leave-sample", .activate = leave_sample_cb },
    { .name = "restore", .activate = restore_cb, .parameter_type = "s" },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  SmrApplication *self = SMR_APPLICATION (application);

  /* The catalogue is read while GTK sets itself up; whoever asks for it before it is there waits. */
  g_thread_unref (g_thread_new ("catalogue", load_catalogue, NULL));
  smr_ui_register_resource ();
  G_APPLICATION_CLASS (smr_application_parent_class)->startup (application);

  self->catalogue = smr_catalogue_load_builtin ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_accels (GTK_APPLICATION (self));
}

static void
smr_application_activate (GApplication *application)
{
  SmrApplication *self = SMR_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if ((window == NULL || smr_window_get_workspace (SMR_WINDOW (window)) == NULL) &&
      (self->sample || g_file_test (self->path, G_FILE_TEST_EXISTS)))
    show_practice (self);
  gtk_window_present (GTK_WINDOW (get_window (self)));
}

static void
smr_application_shutdown (GApplication *application)
{
  smr_opened_copies_remove ();
  G_APPLICATION_CLASS (smr_application_parent_class)->shutdown (application);
}

static void
smr_application_finalize (GObject *object)
{
  SmrApplication *self = SMR_APPLICATION (object);

  g_clear_handle_id (&self->copy_source, g_source_remove);
  g_clear_pointer (&self->catalogue, smr_catalogue_unref);
  g_free (self->path);

  G_OBJECT_CLASS (smr_application_parent_class)->finalize (object);
}

static void
smr_application_class_init (SmrApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = smr_application_finalize;
  application_class->startup = smr_application_startup;
  application_class->activate = smr_application_activate;
  application_class->shutdown = smr_application_shutdown;
}

static void
smr_application_init (SmrApplication *self)
{
}

SmrApplication *
smr_application_new (const char *practice, gboolean sample)
{
  SmrApplication *self = g_object_new (SMR_TYPE_APPLICATION,
                                       "application-id", APPLICATION_ID,
                                       "resource-base-path", "/org/example/SmrCoach",
                                       NULL);

  self->sample = sample;
  self->path = practice != NULL ? g_strdup (practice) : smr_store_get_default_path ();
  return self;
}
