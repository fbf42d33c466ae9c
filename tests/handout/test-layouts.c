#include "clients.h"
#include "smr-catalogue-reader.h"

/* All but the trainer's. */
#define N_CLIENT_LAYOUTS SMR_HANDOUT_LAYOUT_TRAINER

static const char * const papers[] = { "a4", "letter", "a6", "roll", "borderless" };

static SmrHandout *
make_layout (SmrCatalogue *catalogue, const SmrRecord *record, const SmrRoutine *routine, const char *paper,
             SmrHandoutLayout layout)
{
  SmrHandoutContent options = { .layout = layout, .text_scale = 1.0 };

  return make_handout_with (catalogue, record, routine, paper, FALSE, &options);
}

/* "|0 1|2": which items begin on each page. */
static char *
describe_pages (SmrHandout *handout, const SmrRoutine *routine)
{
  GString *pages = g_string_new (NULL);

  for (guint page = 0, item = 0; page < smr_handout_get_n_pages (handout); page++)
    {
      if (page > 0)
        g_string_append_c (pages, '|');
      for (guint first = item; item < routine->items->len && smr_handout_get_item_page (handout, item) == page; item++)
        g_string_append_printf (pages, "%s%u", item > first ? " " : "", item);
    }
  return g_string_free (pages, FALSE);
}

/* --- tests ------------------------------------------------------------------------------------------------ */

/* Fonts decide over these figures: they are Inter's. */
static void
test_pages (void)
{
  static const struct
  {
    SmrHandoutLayout layout;
    const char      *paper;
    const char      *pages;
  } cases[] = {
    { SMR_HANDOUT_LAYOUT_LIST, "a4", "0|1 2 3 4|5 6 7 8|9" },
    { SMR_HANDOUT_LAYOUT_LIST, "letter", "0|1 2 3 4|5 6 7 8|9" },
    { SMR_HANDOUT_LAYOUT_LIST, "a6", "|||0|1|2|3|4|5|6|7|8|9" },
    { SMR_HANDOUT_LAYOUT_LIST, "roll", "|0 1|2 3|4 5 6|7 8|9" },
    { SMR_HANDOUT_LAYOUT_LIST, "borderless", "0 1|2 3 4 5|6 7 8 9" },
    { SMR_HANDOUT_LAYOUT_CARDS_1, "a4", "|0|1|2|3|4|5|6|7|8|9" },
    { SMR_HANDOUT_LAYOUT_CARDS_1, "letter", "|0|1|2|3|4|5|6|7|8|9" },
    { SMR_HANDOUT_LAYOUT_CARDS_1, "a6", "||||0|1|2|3|4|5|6|7|8|9" },
    { SMR_HANDOUT_LAYOUT_CARDS_1, "roll", "||0|1|2|3|4|5|6|7|8|9" },
    { SMR_HANDOUT_LAYOUT_CARDS_1, "borderless", "|0|1|2|3|4|5|6|7|8|9" },
    { SMR_HANDOUT_LAYOUT_CARDS_2, "a4", "|0 1|2 3|4 5|6 7|8 9" },
    { SMR_HANDOUT_LAYOUT_CARDS_2, "letter", "|0 1|2 3|4 5|6 7|8 9" },
    { SMR_HANDOUT_LAYOUT_CARDS_2, "a6", "||||0|1|2|3|4|5|6|7|8|9" },
    { SMR_HANDOUT_LAYOUT_CARDS_2, "roll", "||0 1|2 3|4 5|6 7|8 9" },
    { SMR_HANDOUT_LAYOUT_CARDS_2, "borderless", "|0 1|2 3|4 5|6 7|8 9" },
    { SMR_HANDOUT_LAYOUT_CARDS_4, "a4", "|0 1 2 3|4 5 6 7|8 9" },
    { SMR_HANDOUT_LAYOUT_CARDS_4, "letter", "|0 1 2 3|4 5 6 7|8 9" },
    { SMR_HANDOUT_LAYOUT_CARDS_4, "a6", "||||0|1|2|3|4|5|6|7|8|9" },
    { SMR_HANDOUT_LAYOUT_CARDS_4, "roll", "||0 1|2 3|4 5|6 7|8 9" },
    { SMR_HANDOUT_LAYOUT_CARDS_4, "borderless", "|0 1 2 3|4 5 6 7|8 9" },
    { SMR_HANDOUT_LAYOUT_OVERVIEW, "a4", "0 1 2 3 4 5 6 7 8 9" },
    { SMR_HANDOUT_LAYOUT_OVERVIEW, "letter", "0 1 2 3 4 5 6 7|8 9" },
    { SMR_HANDOUT_LAYOUT_OVERVIEW, "a6", "||0 1 2 3 4|5 6 7 8|9" },
    { SMR_HANDOUT_LAYOUT_OVERVIEW, "roll", "0 1|2 3 4 5 6 7 8 9" },
    { SMR_HANDOUT_LAYOUT_OVERVIEW, "borderless", "0 1 2 3 4 5 6 7 8 9" },
    { SMR_HANDOUT_LAYOUT_LARGE, "a4", "||0|1|2|3|4 5|6|7 8|9" },
    { SMR_HANDOUT_LAYOUT_LARGE, "letter", "|||0|1|2|3|4|5|6|7|8|9" },
    { SMR_HANDOUT_LAYOUT_LARGE, "a6", "||||0||1|2||3||4|5||6||7|8|9|" },
    { SMR_HANDOUT_LAYOUT_LARGE, "roll", "||0|1 2|3 4|5 6|7 8|9" },
    { SMR_HANDOUT_LAYOUT_LARGE, "borderless", "||0|1|2|3 4|5|6 7|8|9" },
  };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, "calves, piriformis, lats");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SmrHandout) handout = make_layout (catalogue, record, routine, cases[i].paper, cases[i].layout);
      g_autofree char *pages = describe_pages (handout, routine);

      keep_pages (handout, cases[i].paper, smr_handout_layout_to_string (cases[i].layout));
      g_assert_cmpstr (pages, ==, cases[i].pages);
    }
}

/* What the sheet has to say, in every layout on every paper; an item's words stand on the page where it begins. */
static void
test_says_the_same (void)
{
  static const char * const said[] = {
    "Northside Movement Studio", "Ana Duarte", "After long runs", "Printed 2 Mar 2026", "Version 2",
    "Valid until", "Chest pain or pressure", "A pop with loss of strength", "Pain of 6 of 10 or more", "Never roll", "IT band",
    "Made for this person only.", "Shown and practised", "Page 1 of",
  };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, "calves, piriformis, lats");
  g_autofree char *code = smr_routine_dup_plan_code (routine, catalogue);

  for (guint i = 0; i < N_CLIENT_LAYOUTS * G_N_ELEMENTS (papers); i++)
    {
      SmrHandoutLayout layout = i % N_CLIENT_LAYOUTS;
      const char *paper = papers[i / N_CLIENT_LAYOUTS];
      g_autoptr (SmrHandout) handout = make_layout (catalogue, record, routine, paper, layout);
      g_auto (GStrv) pages = read_pages (handout, paper);
      g_autofree char *text = g_strjoinv (" ", pages);

      g_test_message ("%s on %s", smr_handout_layout_to_string (layout), paper);
      assert_inside_margins (handout, paper);
      for (guint j = 0; j < G_N_ELEMENTS (said); j++)
        assert_says (text, said[j]);
      assert_says (text, code);
      for (guint j = 0; j < routine->items->len; j++)
        {
          const SmrItem *item = g_ptr_array_index (routine->items, j);
          const SmrExercise *exercise = smr_catalogue_find_exercise (catalogue, item->exercise);
          const char *page = pages[smr_handout_get_item_page (handout, j)];

          assert_says (page, smr_text_get (exercise->name, "en"));
          /* Print of 18 points needs more paper: there an item goes on over the page. */
          if (layout == SMR_HANDOUT_LAYOUT_LARGE && g_str_equal (paper, "a6"))
            continue;
          assert_says (page, smr_text_get (exercise->cue, "en"));
          if (layout == SMR_HANDOUT_LAYOUT_OVERVIEW)
            continue;
          assert_says (page, smr_text_get (exercise->start, "en"));
          for (guint k = 0; k < exercise->steps->len; k++)
            assert_says (page, smr_text_get (g_ptr_array_index (exercise->steps, k), "en"));
          assert_says (page, smr_text_get (exercise->mistake, "en"));
        }
    }
}

/* Every item, every day of the week, and room for the pain of each. */
static void
test_diary (void)
{
  static const char * const said[] = { "Your diary", "Week 1", "Week 4", "Mon", "Sun", "Pain, 0 to 10", "Notes" };
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) routine = plan_routine (catalogue, record, "calves, piriformis, lats");

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      SmrHandoutContent options = { .text_scale = 1.0, .diary = TRUE };
      g_autoptr (SmrHandout) handout = make_handout_with (catalogue, record, routine, papers[i], FALSE, &options);
      g_autofree char *text = read_handout (handout, papers[i], -1);
      const char *diary;

      keep_pages (handout, papers[i], "diary");
      assert_inside_margins (handout, papers[i]);
      diary = strstr (text, "Your diary");
      g_assert_nonnull (diary);
      for (guint j = 0; j < G_N_ELEMENTS (said); j++)
        assert_says (diary, said[j]);
      for (guint j = 0; j < routine->items->len; j++)
        {
          const SmrItem *item = g_ptr_array_index (routine->items, j);

          assert_says (diary, smr_text_get (smr_catalogue_find_exercise (catalogue, item->exercise)->name, "en"));
        }
    }
}

static void
test_changes (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  g_autoptr (SmrRoutine) previous = plan_routine (catalogue, record, "calves, piriformis");
  g_autoptr (SmrRoutine) planned = plan_routine (catalogue, record, "calves, lats");
  SmrDose dose = ((const SmrItem *) g_ptr_array_index (planned->items, 0))->dose;
  SmrHandoutContent options = { .text_scale = 1.0, .previous = previous };
  g_autoptr (SmrRoutine) routine = NULL;
  g_autoptr (SmrHandout) handout = NULL;
  g_autofree char *text = NULL;

  dose.hold_seconds -= 5;
  routine = smr_routine_with_dose (planned, 0, &dose);
  handout = make_handout_with (catalogue, record, routine, "a4", FALSE, &options);
  text = read_handout (handout, "a4", -1);
  keep_pages (handout, "a4", "changes");
  assert_says (text, "Changes since version 2");
  assert_says (text, "Changed: Calf roll");
  assert_says (text, "New: Lat roll");
  assert_says (text, "No longer: Deep buttock roll");

  /* Not asked for, and nothing to say. */
  options.previous = routine;
  g_clear_object (&handout);
  g_free (text);
  handout = make_handout_with (catalogue, record, routine, "a4", FALSE, &options);
  text = read_handout (handout, "a4", -1);
  assert_silent (text, "Changes since");
  assert_silent (text, "New:");
}

/* Reasons stand on the trainer's copy, whose every page says that it is one, and nowhere else. */
static void
test_trainer_copy (void)
{
  g_autoptr (SmrCatalogue) catalogue = smr_catalogue_load_builtin ();
  g_autoptr (SmrRecord) record = new_healthy_record (catalogue, "Ana Duarte");
  SmrAnswer *answer = answer_yes (record, "varicose_veins", SMR_DATE_NONE);
  SmrHandoutContent options = { .text_scale = 1.0, .layout = SMR_HANDOUT_LAYOUT_TRAINER };
  g_autoptr (SmrRoutine) routine = NULL;
  g_autoptr (SmrHandout) handout = NULL;
  g_auto (GStrv) pages = NULL;
  g_autofree char *text = NULL;

  answer->not_known = 0;
  smr_answer_add_place (answer, "lower_leg", SMR_SIDE_RIGHT);
  routine = plan_routine (catalogue, record, "lats, piriformis");
  handout = make_handout_with (catalogue, record, routine, "a4", FALSE, &options);
  keep_pages (handout, "a4", "trainer");
  pages = read_pages (handout, "a4");
  text = g_strjoinv (" ", pages);
  for (guint i = 0; pages[i] != NULL; i++)
    assert_says (pages[i], "copy");
  assert_says (text, "For the trainer only.");
  assert_says (text, "What the screening says");
  assert_says (text, smr_text_get (smr_catalogue_find_condition (catalogue, "varicose_veins")->name, "en"));
  assert_says (text, "Why each exercise is there");
  assert_says (text, "Figure-four stretch on the back:");
  assert_says (text, "Quick check before each session");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/handout/layouts/pages-are-known", test_pages);
  g_test_add_func ("/handout/layouts/all-say-the-same", test_says_the_same);

  g_test_add_func ("/handout/layouts/diary-has-every-item-and-day", test_diary);
  g_test_add_func ("/handout/layouts/changes-are-marked-when-asked-for", test_changes);
  g_test_add_func ("/handout/layouts/trainers-copy-says-so-on-every-page", test_trainer_copy);

  return g_test_run ();
}
