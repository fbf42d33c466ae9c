#include "smr-handout-list-private.h"

static double
add_stop_group (SmrBlock *block, const SmrSetter *setter, const SmrSheetList *group, double x, double y, double width)
{
  y = smr_block_add_text (block, setter, SMR_FACE_LABEL, &smr_ink_black, x, y, width, SMR_ALIGN_START,
                          group->heading) + 3;
  for (guint i = 0; i < group->lines->len; i++)
    {
      double indent = 8 * setter->scale;
      double baseline = y + smr_setter_get_ascent (setter, SMR_FACE_BODY);

      smr_list_add_sign_on (block, setter, SMR_FACE_BODY, SMR_SIGN_BULLET, x + 0.5, baseline, 2.6 * setter->scale);
      y = smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, x + indent, y, width - indent,
                              SMR_ALIGN_START,
                              g_ptr_array_index (group->lines, i)) + 1.5;
    }
  return y - 1.5;
}

static char *
join_signs (const SmrSheetList *group)
{
  GString *run = g_string_new (NULL);

  for (guint i = 0; i < group->lines->len; i++)
    g_string_append_printf (run, "%s%s", i > 0 ? "  ·  " : "", (const char *) g_ptr_array_index (group->lines, i));
  return g_string_free (run, FALSE);
}

/* Signs in one run of text, for a group across the whole box. */
static double
add_stop_run (SmrBlock *block, const SmrSetter *setter, const SmrSheetList *group, double x, double y, double width)
{
  g_autofree char *signs = join_signs (group);

  y = smr_block_add_text (block, setter, SMR_FACE_LABEL, &smr_ink_black, x, y, width, SMR_ALIGN_START,
                          group->heading) + 3;
  return smr_block_add_text (block, setter, SMR_FACE_BODY, &smr_ink_black, x, y, width, SMR_ALIGN_START, signs);
}

/* One run of small text a group, under each other. */
static SmrBlock *
make_short_stop_box (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  double padding = 10, icon = 13 * setter->scale, inner = setter->width - 2 * padding;
  double baseline = 8 + smr_setter_get_ascent (setter, SMR_FACE_NAME);
  double column = 0, y;

  block->space_before = 9;
  smr_list_add_sign_on (block, setter, SMR_FACE_NAME, SMR_SIGN_STOP, padding, baseline, icon);
  y = smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_black, padding + icon + 7, baseline,
                             inner - icon - 7, SMR_ALIGN_START, text->stop) + 3;
  for (guint i = 0; i < text->stops->len; i++)
    {
      const SmrSheetList *group = g_ptr_array_index (text->stops, i);

      column = MAX (column, smr_setter_measure (setter, SMR_FACE_LABEL, group->heading) + 1);
    }
  column = MIN (column, inner * 0.2);
  for (guint i = 0; i < text->stops->len; i++)
    {
      const SmrSheetList *group = g_ptr_array_index (text->stops, i);
      g_autofree char *signs = join_signs (group);
      double first = y + smr_setter_get_ascent (setter, SMR_FACE_LABEL);
      double below;

      below = smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, padding, first, column, SMR_ALIGN_START,
                                     group->heading);
      y = smr_block_add_text_on (block, setter, SMR_FACE_SMALL, &smr_ink_black, padding + column + 8, first,
                                 inner - column - 8, SMR_ALIGN_START, signs);
      y = MAX (y, below) + 3;
    }
  smr_block_add_frame (block, &smr_ink_black, 1.2, 0.6, 0.6, setter->width - 1.2, y + padding - 5, 5);
  return block;
}

/* The first three groups stand side by side, on narrow paper or in large print the first two over each other beside
 * the third, or all three over each other; what comes after them stands across. The third has most to say. */
static SmrBlock *
make_stop_box (const SmrSheetText *text, const SmrSetter *setter)
{
  static const double shares[] = { 0.30, 0.31, 0.39 };
  SmrBlock *block = smr_block_new ();
  double padding = 12, gap = 18, icon = 15 * setter->scale;
  double inner = setter->width - 2 * padding;
  guint n_beside = MIN (text->stops->len, G_N_ELEMENTS (shares));
  guint columns = inner / setter->scale >= 440 ? 3 : inner / setter->scale >= 240 ? 2 : 1;
  double baseline = 10 + smr_setter_get_ascent (setter, SMR_FACE_HEADING);
  double x = padding, y, column_y, bottom, width_before = 0;

  block->space_before = 12;
  smr_list_add_sign_on (block, setter, SMR_FACE_HEADING, SMR_SIGN_STOP, padding, baseline, icon);
  y = smr_block_add_text_on (block, setter, SMR_FACE_HEADING, &smr_ink_black, padding + icon + 7, baseline,
                             inner - icon - 7, SMR_ALIGN_START, text->stop);
  y += 5;
  column_y = bottom = y;

  for (guint i = 0; i < n_beside; i++)
    {
      const SmrSheetList *group = g_ptr_array_index (text->stops, i);
      double width = columns == 3 ? (inner - 2 * gap) * shares[i] : (inner - gap * (columns - 1)) / columns;
      double below;

      /* With two columns the second group stays under the first. */
      if (i > 0 && columns > 1 && i + columns > 3)
        {
          x += width_before + gap;
          column_y = y;
        }
      else if (i > 0)
        {
          column_y += 8;
        }

      below = add_stop_group (block, setter, group, x, column_y, width);
      bottom = MAX (bottom, below);
      column_y = below;
      width_before = width;
    }

  for (guint i = n_beside; i < text->stops->len; i++)
    {
      bottom += 8;
      smr_block_add_rule (block, &smr_ink_line, SMR_LIST_HAIRLINE, padding, bottom, padding + inner, bottom);
      bottom = add_stop_run (block, setter, g_ptr_array_index (text->stops, i), padding, bottom + 6, inner);
    }

  smr_block_add_frame (block, &smr_ink_black, 1.2, 0.6, 0.6, setter->width - 1.2, bottom + padding - 0.6, 5);
  return block;
}

SmrBlock *
smr_list_new_stop_box (const SmrSheetText *text, const SmrSetter *setter, double room)
{
  SmrSetter smaller = *setter;
  SmrBlock *block;

  if (smr_list_is_short (text))
    return make_short_stop_box (text, setter);

  block = make_stop_box (text, &smaller);
  while (block->space_before + block->height > room && smaller.scale > 1)
    {
      smr_block_free (block);
      smaller.scale = MAX (smaller.scale * 0.94, 1);
      block = make_stop_box (text, &smaller);
    }
  return block;
}

/* Regions in large print, one behind the other, each with the sign that forbids. So many that they would fill the page
 * step down a size. */
SmrBlock *
smr_list_new_excluded (const SmrSheetList *list, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  SmrFace face = list->lines->len <= 6 ? SMR_FACE_LARGE : SMR_FACE_HEADING;
  double ascent = smr_setter_get_ascent (setter, face);
  double icon = ascent * 0.84, gap = icon * 1.2, line = ascent * 1.32;
  double x = 0, y;

  block->space_before = 12;
  y = smr_block_add_text (block, setter, SMR_FACE_HEADING, &smr_ink_black, 0, 0, setter->width, SMR_ALIGN_START,
                          list->heading) + 2;
  for (guint i = 0; i < list->lines->len; i++)
    {
      const char *place = g_ptr_array_index (list->lines, i);
      double width = smr_setter_measure (setter, face, place) + 0.5;
      double room = setter->width - icon - 6;
      double bottom;

      if (x > 0 && x + icon + 6 + width > setter->width)
        {
          x = 0;
          y += line;
        }
      smr_list_add_sign_on (block, setter, face, SMR_SIGN_FORBIDDEN, x, y + ascent, icon);
      bottom = smr_block_add_text (block, setter, face, &smr_ink_black, x + icon + 6, y, MIN (width, room),
                                   SMR_ALIGN_START, place);
      if (width > room)
        y = bottom - line;
      x += icon + 6 + width + gap;
    }
  return block;
}

/* Two labels of one width with their texts beside them. */
SmrBlock *
smr_list_new_standing_rules (const SmrSheetText *text, const SmrSetter *setter)
{
  SmrBlock *block = smr_block_new ();
  SmrFace face = smr_list_is_short (text) ? SMR_FACE_SMALL : SMR_FACE_BODY;
  double column = smr_setter_measure (setter, SMR_FACE_LABEL, text->never->label);
  double baseline = smr_setter_get_ascent (setter, SMR_FACE_LABEL);

  block->space_before = smr_list_is_short (text) ? 6 : 10;
  if (text->limits != NULL)
    column = MAX (column, smr_setter_measure (setter, SMR_FACE_LABEL, text->limits->heading));
  column = MIN (column + 12, setter->width / 3);

  if (text->limits != NULL)
    {
      double y = 0;

      smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, 0, baseline, column,
                             SMR_ALIGN_START, text->limits->heading);
      for (guint i = 0; i < text->limits->lines->len; i++)
        y = smr_block_add_text (block, setter, face, &smr_ink_black, column, y, setter->width - column,
                                SMR_ALIGN_START,
                                g_ptr_array_index (text->limits->lines, i));
      baseline += y + 5;
    }
  smr_block_add_text_on (block, setter, SMR_FACE_LABEL, &smr_ink_black, 0, baseline, column, SMR_ALIGN_START,
                         text->never->label);
  smr_block_add_text_on (block, setter, face, &smr_ink_black, column, baseline, setter->width - column,
                         SMR_ALIGN_START, text->never->value);
  return block;
}
