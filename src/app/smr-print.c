#include "config.h"

#include "smr-print.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "smr-pdf-describe.h"

#define GROUP_SETTINGS "Print Settings"
#define GROUP_PAGE_SETUP "Page Setup"

/* --- export --------------------------------------------------------------------------------------------- */

typedef struct
{
  SmrHandout *handout;
  const char *title;
  SmrDate     date;
} Export;

static void
export_begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Export *export)
{
  cairo_surface_t *surface = cairo_get_target (gtk_print_context_get_cairo_context (context));

  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_PDF)
    {
      g_autofree char *day = smr_date_to_string (export->date);
      g_autofree char *created = g_strconcat (day, "T00:00:00Z", NULL);

      /* What smr_pdf_describe() reads. */
      cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, export->title);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, smr_handout_get_author (export->handout));
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
    }
  gtk_print_operation_set_n_pages (operation, smr_handout_get_n_pages (export->handout));
}

static void
export_draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Export *export)
{
  smr_handout_draw_page (export->handout, gtk_print_context_get_cairo_context (context), page);
}

static GtkPageSetup *
new_page_setup_for_sheet (const SmrSheet *sheet)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new_custom ("smr-sheet", "Sheet", sheet->width, sheet->height, GTK_UNIT_POINTS);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_paper_size_free (size);
  return setup;
}

/* GtkPrintOperation does not report a disk that fills up while the file is written: what was @written is looked at;
 * @path is for the message. */
static gboolean
check_pdf (const char *written, const char *path, GError **error)
{
  static const char ending[] = "%%EOF\n";
  char tail[sizeof ending] = { 0, };
  int fd = g_open (written, O_RDONLY | O_CLOEXEC, 0);
  gboolean whole = fd >= 0 &&
                   lseek (fd, -(off_t) (sizeof ending - 1), SEEK_END) >= 0 &&
                   read (fd, tail, sizeof ending - 1) == sizeof ending - 1 &&
                   strcmp (tail, ending) == 0 &&
                   fsync (fd) == 0;

  if (!whole)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "“%s” could not be written whole; the disk may be full", path);
  if (fd >= 0)
    close (fd);
  return whole;
}

/* For who does not see it. */
static gboolean
describe_pdf (const char *written, SmrHandout *handout, GError **error)
{
  char *data = NULL;
  gsize length;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) described = NULL;
  g_autoptr (GPtrArray) alternatives = smr_handout_list_alternatives (handout);

  if (!g_file_get_contents (written, &data, &length, error))
    return FALSE;
  pdf = g_bytes_new_take (data, length);
  described = smr_pdf_describe (pdf, smr_handout_get_language (handout), alternatives);
  return g_file_set_contents (written, g_bytes_get_data (described, NULL), g_bytes_get_size (described), error);
}

/* A new file of a name that nobody has, beside @path, so that it can be renamed onto it. */
static char *
make_temporary (const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "“%s” cannot be written: %s", path, g_strerror (code));
      return NULL;
    }

  close (fd);
  return g_steal_pointer (&temporary);
}

gboolean
smr_print_export_pdf (SmrHandout *handout, const SmrSheet *sheet, const char *path, SmrDate date, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup_for_sheet (sheet);
  g_autofree char *title = smr_handout_dup_title (handout);
  g_autofree char *temporary = make_temporary (path, error);
  Export export = { .handout = handout, .title = title, .date = date };
  GtkPrintOperationResult result;

  if (temporary == NULL)
    return FALSE;

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_export_filename (operation, temporary);
  g_signal_connect (operation, "begin-print", G_CALLBACK (export_begin_cb), &export);
  g_signal_connect (operation, "draw-page", G_CALLBACK (export_draw_cb), &export);

  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR || !check_pdf (temporary, path, error) ||
      !describe_pdf (temporary, handout, error) || !check_pdf (temporary, path, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  if (g_rename (temporary, path) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "“%s” cannot be written: %s", path, g_strerror (code));
      g_unlink (temporary);
      return FALSE;
    }
  return TRUE;
}

/* --- printing ------------------------------------------------------------------------------------------- */

typedef struct
{
  SmrPrintHandoutFunc make_handout;
  gpointer            data;
  GDestroyNotify      free_data;
  SmrHandout         *handout;   /* from begin-print on */
  char               *settings;  /* once done */
  char               *page_setup;
} Job;

static void
job_free (Job *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_clear_object (&job->handout);
  g_free (job->settings);
  g_free (job->page_setup);
  g_free (job);
}

static GtkPrintSettings *
restore_settings (const char *text)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  /* What an older or newer GTK wrote and this one cannot read is not worth a message: the defaults take its place. */
  if (text != NULL && g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL))
    gtk_print_settings_load_key_file (settings, file, GROUP_SETTINGS, NULL);
  return settings;
}

static GtkPageSetup *
restore_page_setup (const char *text, const char *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text != NULL && text[0] != '\0' &&
      g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL) &&
      gtk_page_setup_load_key_file (setup, file, GROUP_PAGE_SETUP, NULL))
    return setup;

  if (paper != NULL && paper[0] != '\0')
    {
      GtkPaperSize *size = gtk_paper_size_new (g_str_equal (paper, "letter") ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

      gtk_page_setup_set_paper_size_and_default_margins (setup, size);
      gtk_paper_size_free (size);
    }
  return setup;
}

/* The handout's own margins, or the printer's where it cannot print that far out. */
static void
get_sheet (GtkPageSetup *setup, SmrSheet *sheet)
{
  smr_sheet_init_named (sheet, "a4");
  sheet->width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  sheet->height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  sheet->margin_top = MAX (sheet->margin_top, gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS));
  sheet->margin_right = MAX (sheet->margin_right, gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS));
  sheet->margin_bottom = MAX (sheet->margin_bottom, gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS));
  sheet->margin_left = MAX (sheet->margin_left, gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS));
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  SmrSheet sheet;

  get_sheet (gtk_print_context_get_page_setup (context), &sheet);
  job->handout = job->make_handout (&sheet, job->data);
  if (job->handout == NULL)
    {
      gtk_print_operation_cancel (operation);
      gtk_print_operation_set_n_pages (operation, 1);
      return;
    }
  gtk_print_operation_set_n_pages (operation, smr_handout_get_n_pages (job->handout));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  if (job->handout != NULL)
    smr_handout_draw_page (job->handout, gtk_print_context_get_cairo_context (context), page);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  switch (result)
    {
    case GTK_PRINT_OPERATION_RESULT_ERROR:
      gtk_print_operation_get_error (operation, &error);
      g_task_return_error (task, g_steal_pointer (&error));
      break;
    case GTK_PRINT_OPERATION_RESULT_APPLY:
      {
        g_autoptr (GKeyFile) settings = g_key_file_new ();
        g_autoptr (GKeyFile) page_setup = g_key_file_new ();

        gtk_print_settings_to_key_file (gtk_print_operation_get_print_settings (operation), settings, GROUP_SETTINGS);
        gtk_page_setup_to_key_file (gtk_print_operation_get_default_page_setup (operation), page_setup, GROUP_PAGE_SETUP);
        job->settings = g_key_file_to_data (settings, NULL, NULL);
        job->page_setup = g_key_file_to_data (page_setup, NULL, NULL);
        g_task_return_boolean (task, TRUE);
      }
      break;
    case GTK_PRINT_OPERATION_RESULT_CANCEL:
    case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
      g_task_return_boolean (task, FALSE);
      break;
    }
}

void
smr_print_run_async (GtkWindow *parent, const char *title, const char *paper, const char *settings, const char *page_setup,
                     SmrPrintHandoutFunc make_handout, gpointer data, GDestroyNotify free_data,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) restored_settings = restore_settings (settings);
  g_autoptr (GtkPageSetup) restored_setup = restore_page_setup (page_setup, paper);
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  g_autoptr (GError) error = NULL;

  job->make_handout = make_handout;
  job->data = data;
  job->free_data = free_data;
  g_task_set_source_tag (task, smr_print_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);

  gtk_print_operation_set_print_settings (operation, restored_settings);
  gtk_print_operation_set_default_page_setup (operation, restored_setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  /* The operation keeps the task until it is done; it reports every end there. */
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), task, (GClosureNotify) (GCallback) g_object_unref, 0);

  /* An error is reported by "done" as well. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
}

gboolean
smr_print_run_finish (GAsyncResult *result, char **settings, char **page_setup, GError **error)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, error))
    return FALSE;

  *settings = g_steal_pointer (&job->settings);
  *page_setup = g_steal_pointer (&job->page_setup);
  return TRUE;
}
