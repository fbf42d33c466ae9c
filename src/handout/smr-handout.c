#include "smr-handout.h"

#include "smr-handout-layout.h"
#include "smr-handout-pages.h"
#include "smr-handout-private.h"
#include "smr-sheet-text.h"

#define MM (72.0 / 25.4)
#define DEFAULT_MARGIN (15 * MM)

/* Text grows no more than leaves this much width for it, at the smallest size of text. */
#define LEAST_WIDTH 250.0

#define STAMP_SIZE 72.0
#define STAMP_GREY 0.86

struct _SmrHandout
{
  GObject        parent_instance;

  char          *title;
  char          *stamp;        /* nullable */
  SmrSheetFrame *frame;
  SmrSheet       sheet;
  SmrSetter      setter;
  GPtrArray     *blocks;       /* (element-type SmrBlock) */
  GPtrArray     *pages;        /* (element-type GArray (element-type SmrPiece)) of the blocks */
};

G_DEFINE_FINAL_TYPE (SmrHandout, smr_handout, G_TYPE_OBJECT)

static void
smr_handout_finalize (GObject *object)
{
  SmrHandout *self = SMR_HANDOUT (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  smr_setter_clear (&self->setter);
  g_clear_pointer (&self->frame, smr_sheet_frame_unref);
  g_free (self->stamp);
  g_free (self->title);

  G_OBJECT_CLASS (smr_handout_parent_class)->finalize (object);
}

static void
smr_handout_class_init (SmrHandoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = smr_handout_finalize;
}

static void
smr_handout_init (SmrHandout *self)
{
}

gboolean
smr_sheet_init_named (SmrSheet *sheet, const char *name)
{
  if (g_strcmp0 (name, "a4") == 0)
    *sheet = (SmrSheet) { .width = 210 * MM, .height = 297 * MM };
  else if (g_strcmp0 (name, "letter") == 0)
    *sheet = (SmrSheet) { .width = 8.5 * 72, .height = 11 * 72 };
  else
    return FALSE;

  sheet->margin_top = sheet->margin_right = sheet->margin_bottom = sheet->margin_left = DEFAULT_MARGIN;
  return TRUE;
}

SmrHandout *
smr_handout_new_from_blocks (const SmrPaper *paper, const SmrSheet *sheet, gconstpointer content)
{
  SmrHandout *self = g_object_new (SMR_TYPE_HANDOUT, NULL);
  g_autoptr (SmrBlock) foot = NULL;
  double width, height;

  self->title = g_strdup (paper->title);
  self->stamp = g_strdup (paper->stamp);
  self->frame = smr_sheet_frame_ref (paper->frame);
  self->sheet = *sheet;
  width = sheet->width - sheet->margin_left - sheet->margin_right;
  smr_setter_init (&self->setter, paper->frame->language, width,
                   MIN (paper->text_scale > 0 ? paper->text_scale : 1.0, MAX (width / LEAST_WIDTH, 1.0)));
  if (paper->large_print)
    smr_setter_use_large_print (&self->setter);

  foot = smr_sheet_frame_new_foot (self->frame, &self->setter, 0, 1);
  height = sheet->height - sheet->margin_top - sheet->margin_bottom - foot->height;
  self->blocks = paper->make_blocks (content, &self->setter, height);
  self->pages = smr_blocks_paginate (self->blocks, height);
  return self;
}

SmrHandout *
smr_handout_new (const SmrHandoutContent *content, const SmrSheet *sheet)
{
  g_autoptr (SmrSheetText) text = smr_sheet_text_new (content);
  g_autofree char *title = text->title[0] == '\0' ? g_strdup (text->client)
                                                  : g_strdup_printf ("%s - %s", text->client, text->title);
  const SmrLayoutForm *form = smr_layout_form_get (content->layout);
  SmrPaper paper = {
    .frame = text->frame,
    .title = title,
    .stamp = text->trainer != NULL ? text->trainer->heading : NULL,
    .text_scale = content->text_scale * form->text_scale,
    .large_print = form->large_print,
    .make_blocks = (SmrBlocksFunc) smr_layout_new_blocks,
  };

  return smr_handout_new_from_blocks (&paper, sheet, text);
}

guint
smr_handout_get_n_pages (SmrHandout *self)
{
  g_return_val_if_fail (SMR_IS_HANDOUT (self), 0);

  return self->pages->len;
}

/* Pale and slanted, under everything else. */
static void
draw_stamp (SmrHandout *self, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = smr_setter_layout (&self->setter, SMR_FACE_LARGE, -1, SMR_ALIGN_START, self->stamp);
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (layout));
  int width, height;

  pango_font_description_set_size (font, STAMP_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_size (layout, &width, &height);

  cairo_save (cr);
  cairo_translate (cr, self->sheet.width / 2, self->sheet.height / 2);
  cairo_rotate (cr, -G_PI / 6);
  cairo_move_to (cr, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
  cairo_set_source_rgb (cr, STAMP_GREY, STAMP_GREY, STAMP_GREY);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
  pango_font_description_free (font);
}

void
smr_handout_draw_page (SmrHandout *self, cairo_t *cr, guint page)
{
  g_autoptr (SmrBlock) foot = NULL;
  GArray *pieces;

  g_return_if_fail (SMR_IS_HANDOUT (self));
  g_return_if_fail (page < self->pages->len);

  if (self->stamp != NULL)
    draw_stamp (self, cr);
  pieces = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < pieces->len; i++)
    {
      const SmrPiece *piece = &g_array_index (pieces, SmrPiece, i);

      smr_block_draw (piece->block, &self->setter, cr, self->sheet.margin_left,
                      self->sheet.margin_top + piece->y, piece->from, piece->to);
    }

  foot = smr_sheet_frame_new_foot (self->frame, &self->setter, page, self->pages->len);
  smr_block_draw (foot, &self->setter, cr, self->sheet.margin_left,
                  self->sheet.height - self->sheet.margin_bottom - foot->height, 0, foot->height);
}

guint
smr_handout_get_item_page (SmrHandout *self, guint item)
{
  g_return_val_if_fail (SMR_IS_HANDOUT (self), 0);

  for (guint i = 0; i < self->pages->len; i++)
    {
      GArray *pieces = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < pieces->len; j++)
        {
          const SmrBlock *block = g_array_index (pieces, SmrPiece, j).block;

          if (block->item >= 0 && item - (guint) block->item < block->n_items)
            return i;
        }
    }
  g_return_val_if_reached (0);
}

GPtrArray *
smr_handout_list_alternatives (SmrHandout *self)
{
  GPtrArray *alternatives = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (SMR_IS_HANDOUT (self), alternatives);

  for (guint i = 0; i < self->pages->len; i++)
    {
      GArray *pieces = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < pieces->len; j++)
        {
          const SmrPiece *piece = &g_array_index (pieces, SmrPiece, j);

          smr_block_list_alternatives (piece->block, piece->from, piece->to, alternatives);
        }
    }
  return alternatives;
}

const char *
smr_handout_get_language (SmrHandout *self)
{
  g_return_val_if_fail (SMR_IS_HANDOUT (self), NULL);

  return self->frame->language;
}

const char *
smr_handout_get_author (SmrHandout *self)
{
  g_return_val_if_fail (SMR_IS_HANDOUT (self), NULL);

  return self->frame->practice;
}

char *
smr_handout_dup_title (SmrHandout *self)
{
  g_return_val_if_fail (SMR_IS_HANDOUT (self), NULL);

  return g_strdup (self->title);
}
