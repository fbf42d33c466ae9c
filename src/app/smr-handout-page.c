#include "config.h"

#include "smr-handout-page.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "smr-check-dialog.h"
#include "smr-feedback.h"
#include "smr-gate.h"
#include "smr-handout.h"
#include "smr-outcome.h"
#include "smr-page-view.h"
#include "smr-paper.h"
#include "smr-print.h"

struct _SmrHandoutPage
{
  AdwNavigationPage   parent_instance;

  SmrWorkspace       *workspace;
  gint64              client;
  gint64              routine_id;
  SmrRoutine         *routine;
  SmrRoutine         *previous;         /* (nullable): the version before */
  SmrHandout         *handout;          /* (nullable): what is shown; NULL while the gate refuses */
  SmrSheet            sheet;
  GSimpleActionGroup *actions;
  gboolean            filling;          /* the options are being set, not used */

  AdwWindowTitle     *window_title;
  GtkStack           *stack;
  GtkBox             *pages_box;
  GtkListBox         *findings_list;
  AdwComboRow        *paper_row;
  AdwComboRow        *size_row;
  AdwComboRow        *layout_row;
  AdwSwitchRow       *diary_row;
  AdwSwitchRow       *changes_row;
  AdwComboRow        *trainer_row;
  GtkLabel           *pages_label;
};

G_DEFINE_FINAL_TYPE (SmrHandoutPage, smr_handout_page, ADW_TYPE_NAVIGATION_PAGE)

static const double text_scales[] = { 1.0, 1.25, 1.6 };

/* --- making the handout ----------------------------------------------------------------------------------- */

/* The gate's word of this moment, from the records as they are now. NULL: refused (@findings) or unreadable (@error). */
static SmrRelease *
release (SmrHandoutPage *self, GPtrArray **findings, GError **error)
{
  SmrStore *store = smr_workspace_get_store (self->workspace);
  g_autoptr (SmrRecord) record = smr_store_load_record (store, self->client, error);
  g_autoptr (SmrRoutine) routine = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  if (record == NULL)
    return NULL;
  versions = smr_store_list_versions (store, self->routine_id, error);
  if (versions == NULL)
    return NULL;

  g_return_val_if_fail (versions->len > 0, NULL);
  g_clear_pointer (&self->routine, smr_routine_unref);
  self->routine = smr_routine_ref (g_ptr_array_index (versions, 0));
  g_clear_pointer (&self->previous, smr_routine_unref);
  if (versions->len > 1)
    self->previous = smr_routine_ref (g_ptr_array_index (versions, 1));
  return smr_gate_release (smr_workspace_get_catalogue (self->workspace), record, self->routine,
                           smr_workspace_get_today (self->workspace), findings);
}

static const SmrTrainer *
get_trainer (SmrHandoutPage *self)
{
  GPtrArray *trainers = smr_workspace_get_practice (self->workspace)->trainers;
  guint selected = adw_combo_row_get_selected (self->trainer_row);

  return selected < trainers->len ? g_ptr_array_index (trainers, selected) : NULL;
}

static SmrHandoutLayout
get_layout (SmrHandoutPage *self)
{
  return adw_combo_row_get_selected (self->layout_row);
}

static SmrHandout *
make_handout (SmrHandoutPage *self, SmrRelease *released, const SmrSheet *sheet)
{
  const SmrTrainer *trainer = get_trainer (self);
  SmrHandoutContent content = {
    .release = released,
    .practice = smr_workspace_get_practice (self->workspace),
    .trainer = trainer != NULL ? trainer->name : NULL,
    .trainer_phone = trainer != NULL ? trainer->phone : NULL,
    .language = smr_workspace_get_sheet_language (self->workspace, smr_release_get_client (released)),
    .layout = get_layout (self),
    .text_scale = text_scales[adw_combo_row_get_selected (self->size_row)],
    .previous = adw_switch_row_get_active (self->changes_row) ? self->previous : NULL,
    .diary = adw_switch_row_get_active (self->diary_row),
  };

  return smr_handout_new (&content, sheet);
}

static const char *
get_paper (SmrHandoutPage *self)
{
  return smr_paper_get_name (adw_combo_row_get_selected (self->paper_row));
}

/* What only the trainer reads is never handed out, so nothing of it is kept as such. */
static gboolean
is_for_trainer (SmrHandoutPage *self)
{
  return get_layout (self) == SMR_HANDOUT_LAYOUT_TRAINER;
}

/* --- showing ---------------------------------------------------------------------------------------------- */

static void
clear_pages (SmrHandoutPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages_box))) != NULL)
    gtk_box_remove (self->pages_box, child);
}

static void
show_pages (SmrHandoutPage *self)
{
  guint n_pages = smr_handout_get_n_pages (self->handout);
  g_autofree char *text = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      GtkWidget *view = smr_page_view_new (self->handout, &self->sheet, i);
      g_autofree char *name = g_strdup_printf (_("Page %u of %u"), i + 1, n_pages);

      gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_box_append (self->pages_box, view);
    }
  gtk_label_set_label (self->pages_label, text);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

static void
show_findings (SmrHandoutPage *self, GPtrArray *findings)
{
  gtk_list_box_remove_all (self->findings_list);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      g_autofree char *text = smr_message_format_dated (((const SmrFinding *) g_ptr_array_index (findings, i))->text, smr_workspace_get_language (self->workspace), smr_date_format);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (self->findings_list, row);
    }
  gtk_label_set_label (self->pages_label, "");
  gtk_stack_set_visible_child_name (self->stack, "refused");
}

static void
enable (SmrHandoutPage *self, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "print")), enabled);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "save-pdf")), enabled);
}

/* Asks the gate anew and shows what it says. FALSE: it does not let the sheet out (any more). */
static gboolean
refresh (SmrHandoutPage *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmrRelease) released = release (self, &findings, &error);

  clear_pages (self);
  g_clear_object (&self->handout);
  enable (self, released != NULL);
  if (error != NULL)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The records could not be read"), error);
      return FALSE;
    }
  if (released == NULL)
    {
      show_findings (self, findings);
      return FALSE;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->changes_row), self->previous != NULL && !is_for_trainer (self));
  gtk_widget_set_visible (GTK_WIDGET (self->diary_row), !is_for_trainer (self));
  smr_sheet_init_named (&self->sheet, get_paper (self));
  self->handout = make_handout (self, released, &self->sheet);
  show_pages (self);
  return TRUE;
}

static void
option_changed_cb (SmrHandoutPage *self)
{
  if (!self->filling)
    refresh (self);
}

static void
client_changed_cb (SmrHandoutPage *self, gint64 client)
{
  if (client == 0 || client == self->client)
    refresh (self);
}

static void
fill_options (SmrHandoutPage *self)
{
  const SmrPractice *practice = smr_workspace_get_practice (self->workspace);
  g_autoptr (GtkStringList) trainers = gtk_string_list_new (NULL);

  self->filling = TRUE;
  adw_combo_row_set_selected (self->paper_row, smr_paper_get_index (smr_paper_for_practice (practice)));
  for (guint i = 0; i < practice->trainers->len; i++)
    gtk_string_list_append (trainers, ((SmrTrainer *) g_ptr_array_index (practice->trainers, i))->name);
  adw_combo_row_set_model (self->trainer_row, G_LIST_MODEL (trainers));
  gtk_widget_set_visible (GTK_WIDGET (self->trainer_row), practice->trainers->len > 0);
  self->filling = FALSE;
}

/* The client's own trainer is chosen beforehand. */
static void
choose_trainer (SmrHandoutPage *self, const SmrClient *client)
{
  GPtrArray *trainers = smr_workspace_get_practice (self->workspace)->trainers;

  for (guint i = 0; i < trainers->len; i++)
    {
      if (g_str_equal (((SmrTrainer *) g_ptr_array_index (trainers, i))->name, client->trainer))
        adw_combo_row_set_selected (self->trainer_row, i);
    }
}

/* --- issuing ---------------------------------------------------------------------------------------------- */

/* The page as a file's bytes, drawn once more by the same code. */
static GBytes *
export_bytes (SmrHandout *handout, const SmrSheet *sheet, SmrDate date, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("smr-coach-XXXXXX", error);
  g_autofree char *path = NULL;
  GBytes *bytes = NULL;
  char *data;
  gsize length;

  if (folder == NULL)
    return NULL;

  path = g_build_filename (folder, "handout.pdf", NULL);
  if (smr_print_export_pdf (handout, sheet, path, date, error) && g_file_get_contents (path, &data, &length, error))
    bytes = g_bytes_new_take (data, length);
  g_unlink (path);
  g_rmdir (folder);
  return bytes;
}

/* Keeps what went out. FALSE: it is out, but could not be kept, which was said. */
static gboolean
keep (SmrHandoutPage *self, SmrHandout *handout, const SmrSheet *sheet, SmrRelease *released)
{
  g_autoptr (GError) error = NULL;
  const SmrRoutine *routine = smr_release_get_routine (released);
  const char *language = smr_workspace_get_sheet_language (self->workspace, smr_release_get_client (released));
  SmrDate today = smr_workspace_get_today (self->workspace);
  g_autoptr (GBytes) pdf = export_bytes (handout, sheet, today, &error);
  g_autofree char *code = smr_routine_dup_plan_code (routine, smr_workspace_get_catalogue (self->workspace));
  SmrHandoutSummary summary = {
    .date = today,
    .plan_code = code,
    .layout = (char *) smr_handout_layout_to_string (get_layout (self)),
    .language = (char *) (language != NULL ? language : "en"),
    .paper = (char *) get_paper (self),
    .pages = smr_handout_get_n_pages (handout),
  };

  if (pdf == NULL || smr_store_issue_routine (smr_workspace_get_store (self->workspace), routine->id, routine->version,
                                              &summary, pdf, &error) == 0)
    {
      smr_feedback_error (GTK_WIDGET (self), _("The sheet is out, but no copy could be kept"), error);
      return FALSE;
    }
  smr_workspace_client_changed (self->workspace, self->client);
  return TRUE;
}

/* One sheet on its way out: what was released is what is drawn and kept. */
typedef struct
{
  SmrHandoutPage *page;
  SmrRelease     *release;
  SmrHandout     *handout;      /* (nullable): made when the paper is known */
  SmrSheet        sheet;
} Job;

static Job *
job_new (SmrHandoutPage *self, SmrRelease *released)
{
  Job *job = g_new0 (Job, 1);

  job->page = g_object_ref (self);
  job->release = smr_release_ref (released);
  return job;
}

static void
job_free (Job *job)
{
  g_clear_object (&job->page);
  g_clear_pointer (&job->release, smr_release_unref);
  g_clear_object (&job->handout);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* A job with the gate's word of this moment; NULL: refused, which is shown. */
static Job *
begin_job (SmrHandoutPage *self)
{
  g_autoptr (SmrRelease) released = NULL;

  if (!refresh (self))
    return NULL;
  released = release (self, NULL, NULL);
  return released != NULL ? job_new (self, released) : NULL;
}

static void
job_set_sheet (Job *job, const SmrSheet *sheet)
{
  job->sheet = *sheet;
  g_clear_object (&job->handout);
  job->handout = make_handout (job->page, job->release, sheet);
}

static SmrHandout *
make_for_printer_cb (const SmrSheet *sheet, gpointer user_data)
{
  Job *job = user_data;

  job_set_sheet (job, sheet);
  return g_object_ref (job->handout);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  SmrHandoutPage *self = job->page;
  g_autofree char *settings = NULL;
  g_autofree char *page_setup = NULL;
  g_autoptr (GError) error = NULL;

  if (!smr_print_run_finish (result, &settings, &page_setup, &error))
    {
      if (error != NULL)
        smr_feedback_error (GTK_WIDGET (self), _("The sheet could not be printed"), error);
      return;
    }
  smr_workspace_remember_printer (self->workspace, settings, page_setup);
  if (is_for_trainer (self) || keep (self, job->handout, &job->sheet, job->release))
    smr_feedback_toast (GTK_WIDGET (self), _("Sent to the printer"));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrHandoutPage *self = user_data;
  const SmrPractice *practice = smr_workspace_get_practice (self->workspace);
  g_autofree char *title = NULL;
  Job *job;

  if (!smr_check_dialog_require (self->workspace, self->client, GTK_WIDGET (self), "handout.print"))
    return;
  job = begin_job (self);
  if (job == NULL)
    return;
  title = smr_handout_dup_title (self->handout);
  smr_print_run_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, get_paper (self), practice->print_settings,
                       practice->page_setup, make_for_printer_cb, job, NULL, NULL, printed_cb, job);
}

static void
pdf_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmrHandoutPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (Job) job = NULL;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        smr_feedback_error (GTK_WIDGET (self), _("The file could not be chosen"), error);
      return;
    }

  /* Asked when it leaves, not when the dialog opened. */
  job = begin_job (self);
  if (job == NULL)
    return;
  job_set_sheet (job, &self->sheet);
  if (!smr_print_export_pdf (job->handout, &job->sheet, g_file_peek_path (file), smr_workspace_get_today (self->workspace), &error))
    {
      smr_feedback_error (GTK_WIDGET (self), _("The PDF could not be saved"), error);
      return;
    }
  if (is_for_trainer (self) || keep (self, job->handout, &job->sheet, job->release))
    smr_feedback_toast (GTK_WIDGET (self), _("PDF saved"));
}

static void
save_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SmrHandoutPage *self = user_data;
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *title = NULL;

  if (!smr_check_dialog_require (self->workspace, self->client, GTK_WIDGET (self), "handout.save-pdf"))
    return;
  title = smr_handout_dup_title (self->handout);
  dialog = smr_paper_new_pdf_dialog (title);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, pdf_chosen_cb, g_object_ref (self));
}

/* --- object ----------------------------------------------------------------------------------------------- */

static void
smr_handout_page_dispose (GObject *object)
{
  SmrHandoutPage *self = SMR_HANDOUT_PAGE (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), SMR_TYPE_HANDOUT_PAGE);
  g_clear_object (&self->handout);
  g_clear_pointer (&self->routine, smr_routine_unref);
  g_clear_pointer (&self->previous, smr_routine_unref);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (smr_handout_page_parent_class)->dispose (object);
}

static void
smr_handout_page_class_init (SmrHandoutPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = smr_handout_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SmrCoach/ui/smr-handout-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, pages_box);
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, findings_list);
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, size_row);
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, layout_row);
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, diary_row);
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, changes_row);
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, trainer_row);
  gtk_widget_class_bind_template_child (widget_class, SmrHandoutPage, pages_label);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "handout.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "handout.save-pdf", NULL);
}

static void
smr_handout_page_init (SmrHandoutPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "print", .activate = print_cb },
    { .name = "save-pdf", .activate = save_pdf_cb },
  };

  self->filling = TRUE;
  self->actions = g_simple_action_group_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "handout", G_ACTION_GROUP (self->actions));
}

SmrHandoutPage *
smr_handout_page_new (SmrWorkspace *workspace, gint64 client, gint64 routine, GError **error)
{
  g_autoptr (SmrRecord) record = smr_store_load_record (smr_workspace_get_store (workspace), client, error);
  SmrHandoutPage *self;

  if (record == NULL)
    return NULL;

  self = g_object_new (SMR_TYPE_HANDOUT_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->client = client;
  self->routine_id = routine;
  adw_window_title_set_subtitle (self->window_title, record->client->name);
  fill_options (self);
  choose_trainer (self, record->client);
  refresh (self);
  g_signal_connect_object (workspace, "client-changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
