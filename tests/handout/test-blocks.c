#include "smr-handout-pages.h"

/* Blocks of text on an area of 300 x 200 points. */

#define HEIGHT 200.0

static SmrBlock *
new_block (const SmrSetter *setter, guint n_lines)
{
  SmrBlock *block = smr_block_new ();
  double y = 0;

  for (guint i = 0; i < n_lines; i++)
    y = smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, 0, y, setter->width, SMR_ALIGN_START, "One line");
  return block;
}

static SmrBlock *
new_plain (double height)
{
  SmrBlock *block = smr_block_new ();

  block->height = height;
  return block;
}

/* "0 1|2": blocks by their index, pages parted by bars; "2+" is a slice that goes on. */
static char *
describe (GPtrArray *blocks, GPtrArray *pages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages, i);

      if (i > 0)
        g_string_append_c (text, '|');
      for (guint j = 0; j < page->len; j++)
        {
          const SmrPiece *piece = &g_array_index (page, SmrPiece, j);
          guint index;

          g_assert_true (g_ptr_array_find (blocks, piece->block, &index));
          g_assert_cmpfloat (piece->y + piece->to - piece->from, <=, HEIGHT + 0.01);
          g_string_append_printf (text, "%s%u%s", j > 0 ? " " : "", index, piece->to < piece->block->height ? "+" : "");
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_pages (GPtrArray *blocks, const char *expected)
{
  g_autoptr (GPtrArray) pages = smr_blocks_paginate (blocks, HEIGHT);
  g_autofree char *found = describe (blocks, pages);

  g_assert_cmpstr (found, ==, expected);
}

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) smr_block_free);
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  assert_pages (blocks, "");
}

static void
test_whole_blocks (void)
{
  static const double heights[] = { 80, 120, 90, 90, 90, 200, 1 };
  g_autoptr (GPtrArray) blocks = new_blocks ();

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    g_ptr_array_add (blocks, new_plain (heights[i]));
  assert_pages (blocks, "0 1|2 3|4|5|6");
}

static void
test_space_between (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  g_autoptr (GPtrArray) pages = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_ptr_array_add (blocks, new_plain (95));
      ((SmrBlock *) g_ptr_array_index (blocks, i))->space_before = 11;
    }
  assert_pages (blocks, "0|1|2");

  /* None of it at the top of a page. */
  pages = smr_blocks_paginate (blocks, HEIGHT);
  for (guint i = 0; i < pages->len; i++)
    g_assert_cmpfloat (g_array_index ((GArray *) g_ptr_array_index (pages, i), SmrPiece, 0).y, ==, 0);
}

static void
test_lead_is_dropped (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  g_autoptr (GPtrArray) pages = NULL;
  const SmrPiece *first;

  for (guint i = 0; i < 2; i++)
    {
      g_ptr_array_add (blocks, new_plain (205));
      ((SmrBlock *) g_ptr_array_index (blocks, i))->lead = 10;
    }
  assert_pages (blocks, "0|1");

  pages = smr_blocks_paginate (blocks, HEIGHT);
  first = &g_array_index ((GArray *) g_ptr_array_index (pages, 1), SmrPiece, 0);
  g_assert_cmpfloat (first->from, ==, 10);
  g_assert_cmpfloat (first->y, ==, 0);
}

static void
test_title_is_not_left_alone (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  g_ptr_array_add (blocks, new_plain (100));
  g_ptr_array_add (blocks, new_plain (20));
  g_ptr_array_add (blocks, new_plain (20));
  g_ptr_array_add (blocks, new_plain (90));
  assert_pages (blocks, "0 1 2|3");

  ((SmrBlock *) g_ptr_array_index (blocks, 1))->keep_with_next = TRUE;
  ((SmrBlock *) g_ptr_array_index (blocks, 2))->keep_with_next = TRUE;
  assert_pages (blocks, "0|1 2 3");
}

static void
test_break_after_a_line (void)
{
  g_auto (SmrSetter) setter;
  g_autoptr (GPtrArray) blocks = new_blocks ();
  g_autoptr (GPtrArray) pages = NULL;
  SmrBlock *block;
  double line;

  smr_setter_init (&setter, "en", 300, 1.0);
  block = new_block (&setter, 1);
  line = block->height;
  smr_block_free (block);

  g_ptr_array_add (blocks, new_plain (100));
  g_ptr_array_add (blocks, new_block (&setter, 40));
  block = g_ptr_array_index (blocks, 1);
  block->heading_height = 2 * line;
  assert_pages (blocks, "0 1+|1+ 1+|1+ 1+|1+ 1");

  /* Each slice ends where a line does, the heading stands on every page, and every line is there. */
  pages = smr_blocks_paginate (blocks, HEIGHT);
  for (guint i = 0; i < pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages, i);

      for (guint j = i == 0 ? 1 : 0; j < page->len; j++)
        {
          const SmrPiece *piece = &g_array_index (page, SmrPiece, j);
          double lines = piece->to / line;

          g_assert_cmpfloat_with_epsilon (lines, (int) (lines + 0.5), 0.01);
          if (i > 0 && j == 0)
            g_assert_cmpfloat_with_epsilon (piece->to, 2 * line, 0.01);
        }
    }
}

/* What one column would allow, a line of the other forbids. */
static void
test_break_between_columns (void)
{
  g_auto (SmrSetter) setter;
  g_autoptr (SmrBlock) block = smr_block_new ();
  double cut;

  smr_setter_init (&setter, "en", 300, 1.0);
  for (double y = 0; y < 300;)
    y = smr_block_add_text (block, &setter, SMR_FACE_BODY, &smr_ink_black, 0, y, 140, SMR_ALIGN_START, "Left");
  smr_block_add_text (block, &setter, SMR_FACE_CLIENT, &smr_ink_black, 150, 90, 140, SMR_ALIGN_START, "Right");

  cut = smr_block_find_break (block, 0, 100);
  g_assert_cmpfloat (cut, >, 70);
  g_assert_cmpfloat (cut, <=, 90);
}

static void
test_line_higher_than_the_page (void)
{
  g_auto (SmrSetter) setter;
  g_autoptr (SmrBlock) block = NULL;

  smr_setter_init (&setter, "en", 300, 20.0);
  block = new_block (&setter, 1);
  g_assert_cmpfloat (block->height, >, HEIGHT);
  g_assert_cmpfloat (smr_block_find_break (block, 0, HEIGHT), ==, HEIGHT);
}

/* Measures come from the text alone, never from what it is drawn on. */
static void
test_measures_are_the_same (void)
{
  g_auto (SmrSetter) first, second;

  smr_setter_init (&first, "en", 300, 1.0);
  smr_setter_init (&second, "en", 300, 2.0);
  /* Fonts with optical sizes set larger text a little tighter. */
  g_assert_cmpfloat_with_epsilon (smr_setter_measure (&second, SMR_FACE_BODY, "Hold and breathe") /
                                    smr_setter_measure (&first, SMR_FACE_BODY, "Hold and breathe"),
                                  2.0, 0.06);
}

/* A text at the start of the line, drawn for both directions of writing. */
static void
test_right_to_left (void)
{
  static const char * const languages[] = { "en", "ar" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto (SmrSetter) setter;
      g_autoptr (SmrBlock) block = smr_block_new ();
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, width;

      smr_setter_init (&setter, languages[i], 300, 1.0);
      smr_block_add_text (block, &setter, SMR_FACE_BODY, &smr_ink_black, 10, 0, 200, SMR_ALIGN_START, "Left");
      smr_block_draw (block, &setter, cr, 0, 0, 0, block->height);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, NULL, &width, NULL);
      cairo_surface_destroy (surface);

      if (i == 0)
        g_assert_cmpfloat_with_epsilon (x, 10, 2);
      else
        g_assert_cmpfloat_with_epsilon (x + width, 290, 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/handout/blocks/none-make-one-empty-page", test_nothing);
  g_test_add_func ("/handout/blocks/are-kept-whole", test_whole_blocks);
  g_test_add_func ("/handout/blocks/space-is-left-out-at-the-top", test_space_between);
  g_test_add_func ("/handout/blocks/lead-is-left-out-at-the-top", test_lead_is_dropped);
  g_test_add_func ("/handout/blocks/title-is-not-left-alone", test_title_is_not_left_alone);
  g_test_add_func ("/handout/blocks/too-high-breaks-after-a-line", test_break_after_a_line);
  g_test_add_func ("/handout/blocks/break-respects-both-columns", test_break_between_columns);
  g_test_add_func ("/handout/blocks/line-higher-than-the-page", test_line_higher_than_the_page);
  g_test_add_func ("/handout/blocks/right-to-left-is-mirrored", test_right_to_left);
  g_test_add_func ("/handout/blocks/measures-scale", test_measures_are_the_same);

  return g_test_run ();
}
