#include "clients.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

SmrRecord *
new_healthy_record (SmrCatalogue *catalogue, const char *name)
{
  SmrClient *client = smr_client_new (name);
  SmrIntake *intake = smr_intake_new ();
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  SmrRecord *record;

  client->born = smr_date_from_ymd (1991, 5, 4);
  client->regularly_active = TRUE;
  intake->signed_on = smr_date_add_days (TODAY, -14);
  g_set_str (&intake->signed_by, name);
  intake->catalogue_version = smr_catalogue_get_version (catalogue);
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);

      if (!condition->computed)
        smr_intake_take_answer (intake, smr_answer_new (condition->id, SMR_REPLY_NO));
    }

  record = smr_record_new_take (client);
  g_ptr_array_add (record->intakes, intake);
  return record;
}

SmrAnswer *
answer_yes (SmrRecord *record, const char *condition, SmrDate date)
{
  SmrAnswer *answer = smr_answer_new (condition, SMR_REPLY_YES);

  answer->date = date;
  answer->healed_and_sealed = SMR_REPLY_YES;
  answer->not_known = SMR_FOLLOW_UP_TEXT | SMR_FOLLOW_UP_SITES | SMR_FOLLOW_UP_WEEKS | SMR_FOLLOW_UP_READING;
  smr_intake_take_answer (g_ptr_array_index (record->intakes, 0), answer);
  return answer;
}

SmrClearance *
add_clearance (SmrRecord *record, const char *condition)
{
  SmrClearance *clearance = smr_clearance_new ();

  g_ptr_array_add (clearance->conditions, (gpointer) g_intern_string (condition));
  g_set_str (&clearance->physician, "Dr. Vale");
  g_set_str (&clearance->practice, "Harbour Surgery");
  g_set_str (&clearance->phone, "0117 555 0100");
  clearance->dated = smr_date_add_days (TODAY, -1);
  clearance->expires = smr_date_add_days (TODAY, 60);
  clearance->phases = 1 << SMR_PHASE_INHIBIT | 1 << SMR_PHASE_LENGTHEN | 1 << SMR_PHASE_ACTIVATE;
  clearance->names_rolling = TRUE;
  g_ptr_array_add (record->clearances, clearance);
  return clearance;
}

SmrRoutine *
plan_routine (SmrCatalogue *catalogue, const SmrRecord *record, const char *muscles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) picks = smr_picks_parse (catalogue, muscles, &error);
  g_autoptr (SmrScreening) screening = smr_screening_new (catalogue, record, TODAY);
  g_autoptr (SmrPlan) plan = NULL;
  SmrPlanRequest request = { .overactive = picks, .level = record->client->level, .setting = record->client->setting };
  SmrRoutine *routine;

  g_assert_no_error (error);
  plan = smr_plan_new (catalogue, screening, &request);
  routine = smr_routine_with_title (plan->routine, "After long runs");
  routine->version = 2;
  return routine;
}

void
init_test_sheet (SmrSheet *sheet, const char *paper)
{
  static const struct
  {
    const char *name;
    double      width;         /* all in mm */
    double      height;
    double      margin;
  } papers[] = {
    { "a6", 105, 148, 6 },
    { "roll", 100, 300, 4 },
    { "borderless", 210, 297, 0 },
  };
  const double mm = 72 / 25.4;

  if (smr_sheet_init_named (sheet, paper))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (!g_str_equal (papers[i].name, paper))
        continue;
      *sheet = (SmrSheet) { .width = papers[i].width * mm, .height = papers[i].height * mm };
      sheet->margin_top = sheet->margin_right = sheet->margin_bottom = sheet->margin_left = papers[i].margin * mm;
      return;
    }
  g_error ("no paper is called %s", paper);
}

SmrHandout *
make_handout_with (SmrCatalogue *catalogue, const SmrRecord *record, const SmrRoutine *routine, const char *paper,
                   gboolean sample, const SmrHandoutContent *options)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SmrRelease) release = smr_gate_release (catalogue, record, routine, TODAY, &findings);
  g_autoptr (SmrPractice) practice = smr_practice_new ();
  SmrHandoutContent content = *options;
  SmrSheet sheet;

  content.release = release;
  content.practice = practice;
  content.trainer = "Maria Berger";
  content.trainer_phone = "0117 555 0142";

  if (release == NULL)
    {
      g_autofree char *reason = smr_finding_dup_text (g_ptr_array_index (findings, 0), "en");

      g_error ("the gate refuses: %s", reason);
    }

  g_set_str (&practice->name, "Northside Movement Studio");
  g_set_str (&practice->address, "14 Harbour Lane\nBristol");
  practice->sample = sample;
  init_test_sheet (&sheet, paper);
  return smr_handout_new (&content, &sheet);
}

SmrHandout *
make_handout_of (SmrCatalogue *catalogue, const SmrRecord *record, const SmrRoutine *routine, const char *paper, double text_scale,
                 const char *language, gboolean sample)
{
  SmrHandoutContent options = { .language = language, .text_scale = text_scale };

  return make_handout_with (catalogue, record, routine, paper, sample, &options);
}

SmrHandout *
make_handout (SmrCatalogue *catalogue, const SmrRecord *record, const SmrRoutine *routine, const char *paper, double text_scale)
{
  return make_handout_of (catalogue, record, routine, paper, text_scale, "en", FALSE);
}

void
write_pdf (SmrHandout *handout, const char *paper, const char *path)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  SmrSheet sheet;

  init_test_sheet (&sheet, paper);
  surface = cairo_pdf_surface_create (path, sheet.width, sheet.height);
  cr = cairo_create (surface);
  for (guint i = 0; i < smr_handout_get_n_pages (handout); i++)
    {
      smr_handout_draw_page (handout, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

char *
read_pdf (const char *path, guint page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *output = NULL;
  const char *arguments[] = { "pdftotext", "-raw", "-enc", "UTF-8", "-f", number, "-l", number, path, "-", NULL };
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return g_regex_replace (spaces, output, -1, 0, " ", 0, NULL);
}

GStrv
read_pages (SmrHandout *handout, const char *paper)
{
  g_autofree char *folder = g_dir_make_tmp ("smr-handout-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (GStrvBuilder) pages = g_strv_builder_new ();

  write_pdf (handout, paper, path);
  for (guint i = 0; i < smr_handout_get_n_pages (handout); i++)
    g_strv_builder_take (pages, read_pdf (path, i));
  g_unlink (path);
  g_rmdir (folder);
  return g_strv_builder_end (pages);
}

char *
read_handout (SmrHandout *handout, const char *paper, int page)
{
  g_auto (GStrv) pages = read_pages (handout, paper);

  return page < 0 ? g_strjoinv (" ", pages) : g_strdup (pages[page]);
}

void
assert_inside_margins (SmrHandout *handout, const char *paper)
{
  SmrSheet sheet;

  init_test_sheet (&sheet, paper);
  for (guint i = 0; i < smr_handout_get_n_pages (handout); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      smr_handout_draw_page (handout, cr, i);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      cairo_surface_destroy (surface);

      g_assert_cmpfloat (x, >=, sheet.margin_left - 3);
      g_assert_cmpfloat (y, >=, sheet.margin_top - 3);
      g_assert_cmpfloat (x + width, <=, sheet.width - sheet.margin_right + 3);
      g_assert_cmpfloat (y + height, <=, sheet.height - sheet.margin_bottom + 3);
    }
}

void
keep_pages (SmrHandout *handout, const char *paper, const char *name)
{
  const char *folder = g_getenv ("SMR_TEST_PAGES");

  if (folder != NULL)
    {
      g_autofree char *file = g_strdup_printf ("%s/%s-%s.pdf", folder, name, paper);

      write_pdf (handout, paper, file);
    }
}
