#include <glib/gstdio.h>
#include <string.h>

#include "clients.h"
#include "smr-catalogue-reader.h"

static const char * const papers[] = { "a4", "letter" };

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, what)) != NULL; p += strlen (what))
    n++;
  return n;
}

static const char *
name_of (SmrCatalogue *catalogue, const SmrItem *item)
{
  return smr_text_get (smr_catalogue_find_exercise (catalogue, item->exercise)->name, "en");
}

/* --- tests ------------------------------------------------------------------------------------------------ */

static void
test_says_everything (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, "hip_flexors");
  g_autoptr (SmrHandout) handout = make_handout (catalogue, record, routine, "a4", 1.0);
  g_autofree char *text = read_handout (handout, "a4", -1);
  g_autofree char *code = smr_routine_dup_plan_code (routine, catalogue);
  g_autofree char *title = smr_handout_dup_title (handout);
  static const char * const said[] = {
    "Northside Movement Studio", "14 Harbour Lane, Bristol", "Ana Duarte", "After long runs",
    "Printed 2 Mar 2026", "Version 2", "Valid until 15 Feb 2027", "Maria Berger", "0117 555 0142",
    "about 9 min", "3–4 days a week", "3–5 of 10", "roll at most 30 minutes a day",
    "Made for this person only. Not medical advice, diagnosis or treatment.", "then stop until you have been screened again.",
    "Call emergency services", "Chest pain or pressure", "Get medical help today", "Cola-coloured urine",
    "Tell your trainer before any more", "Pain of 6 of 10 or more",
    "Never roll", "Neck and throat", "IT band",
    "Hold 30 seconds on 1 tender spot, each side", "Hold 30 seconds, once, each side", "12 times", "10 times",
    "Soft roller", "Lying face down", "2–3 cm a second", "up 1, hold 2, down 4", "Both sides together",
    "never the belly or the groin crease", "sit for 1 to 2 minutes",
    "Shown and practised", "Client", "Trainer", "Page 1 of 2", "Page 2 of 2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    assert_says (text, said[i]);
  assert_says (text, code);
  for (guint i = 0; i < routine->items->len; i++)
    assert_says (text, name_of (catalogue, g_ptr_array_index (routine->items, i)));

  g_assert_cmpuint (count (text, "Ana Duarte · 2 Mar 2026"), ==, 2);
  g_assert_cmpstr (title, ==, "Ana Duarte - After long runs");

  /* The words beside the body map. */
  assert_says (text, "Roll · Stretch");

  /* What does not concern this client. */
  assert_silent (text, "Pregnant");
  assert_silent (text, "Do not");
  assert_silent (text, "Your limits");
  assert_silent (text, "Extra gently");
  assert_silent (text, "Sample");
  assert_silent (text, "{");
}

/* Fonts decide over these figures: they are Inter's. */
static void
test_pages (void)
{
  static const struct
  {
    const char *muscles;
    const char *paper;
    const char *pages;         /* which items begin on each page */
  } cases[] = {
    { "hip_flexors", "a4", "0|1 2 3" },
    { "hip_flexors", "letter", "|0 1|2 3" },
    { "calves, piriformis, lats", "a4", "0|1 2 3 4|5 6 7 8|9" },
    { "calves, piriformis, lats", "letter", "0|1 2 3 4|5 6 7 8|9" },
  };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
      g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, cases[i].muscles);
      g_autoptr (SmrHandout) handout = make_handout (catalogue, record, routine, cases[i].paper, 1.0);
      g_autoptr (GString) pages = g_string_new (NULL);

      for (guint page = 0, item = 0; page < smr_handout_get_n_pages (handout); page++)
        {
          if (page > 0)
            g_string_append_c (pages, '|');
          for (guint first = item; item < routine->items->len && smr_handout_get_item_page (handout, item) == page; item++)
            g_string_append_printf (pages, "%s%u", item > first ? " " : "", item);
        }
      g_assert_cmpstr (pages->str, ==, cases[i].pages);
    }
}

/* Name, dose, every step, cue and mistake of an item stand on the page where it begins, in every size of text that
 * leaves room for a whole item. */
static void
test_items_are_not_split (void)
{
  static const double scales[] = { 1.0, 1.25, 1.5 };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, "calves, piriformis, lats");

  for (guint i = 0; i < G_N_ELEMENTS (papers) * G_N_ELEMENTS (scales); i++)
    {
      const char *paper = papers[i % 2];
      g_autoptr (SmrHandout) handout = make_handout (catalogue, record, routine, paper, scales[i / 2]);
      g_auto (GStrv) pages = read_pages (handout, paper);

      assert_inside_margins (handout, paper);
      for (guint j = 0; j < routine->items->len; j++)
        {
          const SmrItem *item = g_ptr_array_index (routine->items, j);
          const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, item->exercise);
          const char *text = pages[smr_handout_get_item_page (handout, j)];

          assert_says (text, smr_text_get (exercise->name, "en"));
          assert_says (text, smr_text_get (exercise->start, "en"));
          for (guint k = 0; k < exercise->steps->len; k++)
            assert_says (text, smr_text_get (g_ptr_array_index (exercise->steps, k), "en"));
          assert_says (text, smr_text_get (exercise->cue, "en"));
          assert_says (text, smr_text_get (exercise->mistake, "en"));
        }
    }
}

static void
test_stop_signs_come_first (void)
{
  static const double scales[] = { 1.0, 1.5, 1.9 };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, "hip_flexors");

  for (guint i = 0; i < G_N_ELEMENTS (papers) * G_N_ELEMENTS (scales); i++)
    {
      const char *paper = papers[i % 2];
      g_autoptr (SmrHandout) handout = make_handout (catalogue, record, routine, paper, scales[i / 2]);
      g_autofree char *text = read_handout (handout, paper, 0);

      assert_says (text, "Chest pain or pressure");
      assert_says (text, "Soreness after more than 24 hours");
    }
}

static void
test_locked_phase (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  SmrAnswer *answer = answer_yes (record, "surgery", smr_date_add_days (TODAY, -30));
  GPtrArray *exercises = smr_catalogue_get_exercises (catalogue);
  g_autoptr (SmrRoutine) routine = NULL;
  g_autoptr (SmrHandout) handout = NULL;
  g_autofree char *text = NULL;

  answer->not_known &= ~SMR_FOLLOW_UP_SITES;
  smr_answer_add_place (answer, "knee", SMR_SIDE_LEFT);
  routine = plan_routine (catalogue, record, "pectoralis_major");
  handout = make_handout (catalogue, record, routine, "a4", 1.0);
  text = read_handout (handout, "a4", -1);

  assert_says (text, "1 Roll Not to be done until cleared");
  assert_says (text, "2 Stretch");
  assert_says (text, "Do not roll, stretch or train Knee, left");
  assert_silent (text, "tender spot, ");
  assert_silent (text, "roll at most");
  for (guint i = 0; i < exercises->len; i++)
    {
      const SmrExercise *exercise = g_ptr_array_index (exercises, i);

      if (exercise->phase == SMR_PHASE_INHIBIT)
        assert_silent (text, smr_text_get (exercise->name, "en"));
    }
}

/* Paper gets seen by others. */
static void
test_no_condition_is_named (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, "lats");
  g_autoptr (SmrHandout) handout = make_handout (catalogue, record, routine, "a4", 1.0);
  g_autofree char *everybody = read_handout (handout, "a4", -1);
  g_autofree char *text = NULL;
  GPtrArray *conditions = smr_catalogue_get_conditions (catalogue);
  SmrAnswer *answer = answer_yes (record, "varicose_veins", SMR_DATE_NONE);

  g_clear_object (&handout);
  g_clear_pointer (&routine, smr_routine_unref);
  answer->not_known = 0;
  smr_answer_add_place (answer, "lower_leg", SMR_SIDE_RIGHT);
  answer = answer_yes (record, "med_any", SMR_DATE_NONE);
  answer->not_known = 0;
  g_set_str (&answer->text, "levothyroxine");
  add_clearance (record, "med_any");
  routine = plan_routine (catalogue, record, "lats");
  handout = make_handout (catalogue, record, routine, "a4", 1.0);
  text = read_handout (handout, "a4", -1);

  assert_says (text, "Do not roll Foot or ankle, right Lower leg, right");
  assert_says (text, "Your doctor's clearance is valid until 1 May 2026.");
  assert_silent (text, "levothyroxine");
  assert_silent (text, "Vale");
  for (guint i = 0; i < conditions->len; i++)
    {
      const SmrCondition *condition = g_ptr_array_index (conditions, i);
      const char *name = smr_text_get (condition->name, "en");

      /* "Numbness or tingling" is a stop sign for everybody. */
      if (strstr (everybody, name) == NULL)
        assert_silent (text, name);
    }
}

static void
test_gentle (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  SmrAnswer *answer = answer_yes (record, "pregnant_or_postpartum", SMR_DATE_NONE);
  g_autoptr (SmrRoutine) routine = NULL;
  g_autoptr (SmrHandout) handout = NULL;
  g_autofree char *text = NULL;

  answer->not_known = 0;
  answer->weeks = 18;
  add_clearance (record, "pregnant_or_postpartum");
  routine = plan_routine (catalogue, record, "lats");
  handout = make_handout (catalogue, record, routine, "letter", 1.0);
  text = read_handout (handout, "letter", -1);

  assert_says (text, "at most 3 of 10");
  assert_says (text, "Pain of 4 of 10 or more");
  assert_says (text, "3 days a week");
  assert_says (text, "Roll only with: Soft roller, Hands.");
  assert_says (text, "Extra gently");
  assert_says (text, "Less movement of the baby");
  /* Legs that are out muscle by muscle. */
  assert_says (text, "Do not roll Sole of the foot, both sides Calf, both sides");
  assert_silent (text, "3–5 of 10");
}

static void
test_sample_is_said_on_every_page (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, "hip_flexors");
  g_autoptr (SmrHandout) handout = make_handout_of (catalogue, record, routine, "a4", 1.0, "en", TRUE);
  g_autofree char *text = read_handout (handout, "a4", -1);

  g_assert_cmpuint (count (text, "Sample, not for a real person"), ==, smr_handout_get_n_pages (handout));
}

static cairo_status_t
append_bytes (void *data, const guint8 *bytes, guint length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A logo is at most 14 mm high and 60 mm wide; what is no picture is left out. */
static void
test_logo (void)
{
  static const struct
  {
    int    width;              /* 0: no picture */
    int    height;
    double drawn_height;       /* in points */
  } cases[] = {
    { 400, 400, 39.69 },
    { 4000, 400, 17.01 },
    { 0, 0, 0 },
  };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, "hip_flexors");
  g_autoptr (SmrRelease) release = smr_gate_release (catalogue, record, routine, TODAY, NULL);
  g_autoptr (SmrPractice) practice = smr_practice_new ();
  SmrSheet sheet;

  g_assert_true (smr_sheet_init_named (&sheet, "a4"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) png = g_byte_array_new ();
      g_autoptr (SmrHandout) handout = NULL;
      SmrHandoutContent content = { .release = release, .practice = practice, .text_scale = 1.0 };
      cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_RGB24, sheet.width, sheet.height);
      cairo_t *cr = cairo_create (page);
      guint height = 0;

      if (cases[i].width > 0)
        {
          cairo_surface_t *logo = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cases[i].width, cases[i].height);

          cairo_surface_write_to_png_stream (logo, append_bytes, png);
          cairo_surface_destroy (logo);
        }
      else
        {
          g_byte_array_append (png, (const guint8 *) "no picture", 10);
        }
      g_clear_pointer (&practice->logo, g_bytes_unref);
      practice->logo = g_bytes_new (png->data, png->len);
      handout = smr_handout_new (&content, &sheet);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      smr_handout_draw_page (handout, cr, 0);
      cairo_destroy (cr);
      cairo_surface_flush (page);

      /* The logo is black: black points down from the corner, half a logo to the right. */
      for (guint y = (guint) sheet.margin_top + 1; y < 200; y++)
        {
          const guint8 *row = cairo_image_surface_get_data (page) + y * cairo_image_surface_get_stride (page);

          if ((((const guint32 *) row)[(guint) sheet.margin_left + 15] & 0xffffff) != 0)
            break;
          height++;
        }
      cairo_surface_destroy (page);
      g_assert_cmpfloat_with_epsilon (height, cases[i].drawn_height, 2.0);
    }
}

static void
test_note (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) planned = plan_routine (catalogue, record, "hip_flexors");
  g_autoptr (SmrRoutine) routine = smr_routine_with_note (planned, 0, "Use the blue roller.");
  g_autoptr (SmrHandout) handout = make_handout (catalogue, record, routine, "a4", 1.0);
  g_autofree char *text = read_handout (handout, "a4", 0);

  assert_says (text, "For you Use the blue roller.");
}

/* A note longer than a page goes on over the next ones, under the item's name; nothing is lost. */
static void
test_item_longer_than_a_page (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) planned = plan_routine (catalogue, record, "hip_flexors");
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (SmrRoutine) routine = NULL;
  g_autoptr (SmrHandout) handout = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; note->len < SMR_TEXT_MAX_CHARS - 10; i++)
    g_string_append_printf (note, "line%u\n", i);
  routine = smr_routine_with_note (planned, 0, note->str);
  handout = make_handout (catalogue, record, routine, "a4", 1.0);
  text = read_handout (handout, "a4", -1);

  assert_inside_margins (handout, "a4");
  g_assert_cmpuint (smr_handout_get_n_pages (handout), >, 6);
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *line = g_strdup_printf ("line%u ", i);

      g_assert_cmpuint (count (text, line), ==, 1);
    }
  /* The next item begins on the page where this one ends, or on the next. */
  g_assert_cmpuint (count (text, "Front of hip roll"), >=, smr_handout_get_item_page (handout, 1));
  g_assert_cmpuint (count (text, "Front of hip roll"), <=, smr_handout_get_item_page (handout, 1) + 1);
}

static void
test_names_of_all_kinds (void)
{
  static const char * const names[] = {
    "Ng",
    "Wilhelmina Alexandrina Bartholomew-Featherstonehaugh of Upper Wensleydale Heights",
    "محمد عبد الرحمن بن إبراهيم الشريف الأندلسي المعروف بأبي القاسم صاحب المكتبة الكبرى",
    "欧阳娜娜司徒雷登诸葛孔明上官婉儿欧阳娜娜司徒雷登诸葛孔明上官婉儿欧阳娜娜司徒雷登诸葛孔明上官婉儿",
    "Z\u0351\u036b\u0343\u036ca\u0316\u0301\u0308\u0323l\u0327\u0300\u0301g\u0308\u0323o\u0301\u0300\u0302",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
  };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SmrRecord) record = new_healthy_record (catalogue, names[i]);
      g_autoptr (SmrRoutine) planned = plan_routine (catalogue, record, "hip_flexors");
      g_autoptr (SmrRoutine) routine = smr_routine_with_title (planned, names[i]);

      for (guint j = 0; j < G_N_ELEMENTS (papers); j++)
        {
          g_autoptr (SmrHandout) handout = make_handout_of (catalogue, record, routine, papers[j], 1.0, "en", TRUE);

          assert_inside_margins (handout, papers[j]);
        }
    }
}

static void
test_without_title (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) planned = plan_routine (catalogue, record, "hip_flexors");
  g_autoptr (SmrRoutine) routine = smr_routine_with_title (planned, "");
  g_autoptr (SmrHandout) handout = make_handout (catalogue, record, routine, "a4", 1.0);
  g_autofree char *title = smr_handout_dup_title (handout);

  g_assert_cmpstr (title, ==, "Ana Duarte");
  g_assert_cmpuint (smr_handout_get_n_pages (handout), ==, 2);
}

/* A language without texts gives English, from left to right: "3–5" must not become "5–3". */
static void
test_languages (void)
{
  static const char * const languages[] = { NULL, "", "tlh", "ar" };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, "hip_flexors");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SmrHandout) handout = make_handout_of (catalogue, record, routine, "a4", 1.0, languages[i], FALSE);
      g_autofree char *text = read_handout (handout, "a4", -1);

      assert_says (text, "Chest pain or pressure");
      assert_says (text, "3–5 of 10");
      assert_inside_margins (handout, "a4");
    }
}

static void
test_sheets (void)
{
  SmrSheet sheet;

  g_assert_true (smr_sheet_init_named (&sheet, "a4"));
  g_assert_cmpfloat_with_epsilon (sheet.width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (sheet.height, 841.89, 0.01);
  g_assert_cmpfloat_with_epsilon (sheet.margin_left, 42.52, 0.01);
  g_assert_true (smr_sheet_init_named (&sheet, "letter"));
  g_assert_cmpfloat (sheet.width, ==, 612);
  g_assert_cmpfloat (sheet.height, ==, 792);
  g_assert_false (smr_sheet_init_named (&sheet, "a5"));
  g_assert_false (smr_sheet_init_named (&sheet, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/handout/sheets-have-names", test_sheets);
  g_test_add_func ("/handout/says-everything", test_says_everything);
  g_test_add_func ("/handout/pages-are-known", test_pages);
  g_test_add_func ("/handout/items-are-not-split", test_items_are_not_split);
  g_test_add_func ("/handout/stop-signs-stand-on-the-first-page", test_stop_signs_come_first);
  g_test_add_func ("/handout/locked-phase-shows-no-exercise", test_locked_phase);
  g_test_add_func ("/handout/no-condition-is-named", test_no_condition_is_named);
  g_test_add_func ("/handout/gentle-profile", test_gentle);
  g_test_add_func ("/handout/sample-is-said-on-every-page", test_sample_is_said_on_every_page);
  g_test_add_func ("/handout/logo-fits-its-place", test_logo);
  g_test_add_func ("/handout/note-for-the-client", test_note);
  g_test_add_func ("/handout/item-longer-than-a-page", test_item_longer_than_a_page);
  g_test_add_func ("/handout/names-of-all-kinds", test_names_of_all_kinds);
  g_test_add_func ("/handout/no-title", test_without_title);
  g_test_add_func ("/handout/languages", test_languages);

  return g_test_run ();
}
