#include "clients.h"
#include "smr-catalogue-reader.h"

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

  for (guint i = 0; i < SMR_N_HANDOUT_LAYOUTS * G_N_ELEMENTS (papers); i++)
    {
      SmrHandoutLayout layout = i % SMR_N_HANDOUT_LAYOUTS;
      const char *paper = papers[i / SMR_N_HANDOUT_LAYOUTS];
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/handout/layouts/pages-are-known", test_pages);
  g_test_add_func ("/handout/layouts/all-say-the-same", test_says_the_same);

  return g_test_run ();
}
