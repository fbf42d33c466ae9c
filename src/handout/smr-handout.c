#include "smr-handout.h"

#include "smr-handout-list.h"
#include "smr-handout-pages.h"
#include "smr-sheet-text.h"

#define MM (72.0 / 25.4)
#define DEFAULT_MARGIN (15 * MM)

struct _SmrHandout
{
  GObject       parent_instance;

  SmrRelease   *release;
  SmrSheetText *text;
  SmrSheet      sheet;
  SmrSetter     setter;
  GPtrArray    *blocks;        /* (element-type SmrBlock) */
  GPtrArray    *pages;         /* (element-type GArray (element-type SmrPiece)) of the blocks */
};

G_DEFINE_FINAL_TYPE (SmrHandout, smr_handout, G_TYPE_OBJECT)

static SmrBlock *
new_foot (SmrHandout *self, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *count = g_strdup_printf ("%u", self->pages != NULL ? self->pages->len : 1);
  g_autoptr (GString) label = g_string_new (self->text->page);

  g_string_replace (label, "{page}", number, 0);
  g_string_replace (label, "{pages}", count, 0);
  return smr_handout_list_new_foot (self->text, &self->setter, label->str);
}

static void
smr_handout_finalize (GObject *object)
{
  SmrHandout *self = SMR_HANDOUT (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  smr_setter_clear (&self->setter);
  g_clear_pointer (&self->text, smr_sheet_text_free);
  g_clear_pointer (&self->release, smr_release_unref);

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
smr_handout_new (const SmrHandoutContent *content, const SmrSheet *sheet)
{
  SmrHandout *self = g_object_new (SMR_TYPE_HANDOUT, NULL);
  g_autoptr (SmrBlock) foot = NULL;
  double height;

  self->release = smr_release_ref (content->release);
  self->text = smr_sheet_text_new (content);
  self->sheet = *sheet;
  smr_setter_init (&self->setter, self->text->language,
                   sheet->width - sheet->margin_left - sheet->margin_right,
                   content->text_scale > 0 ? content->text_scale : 1.0);

  foot = new_foot (self, 0);
  height = sheet->height - sheet->margin_top - sheet->margin_bottom - foot->height;
  self->blocks = smr_handout_list_new_blocks (self->text, &self->setter, height);
  self->pages = smr_blocks_paginate (self->blocks, height);
  return self;
}

guint
smr_handout_get_n_pages (SmrHandout *self)
{
  g_return_val_if_fail (SMR_IS_HANDOUT (self), 0);

  return self->pages->len;
}

void
smr_handout_draw_page (SmrHandout *self, cairo_t *cr, guint page)
{
  g_autoptr (SmrBlock) foot = NULL;
  GArray *pieces;

  g_return_if_fail (SMR_IS_HANDOUT (self));
  g_return_if_fail (page < self->pages->len);

  pieces = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < pieces->len; i++)
    {
      const SmrPiece *piece = &g_array_index (pieces, SmrPiece, i);

      smr_block_draw (piece->block, &self->setter, cr, self->sheet.margin_left,
                      self->sheet.margin_top + piece->y, piece->from, piece->to);
    }

  foot = new_foot (self, page);
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
          if (g_array_index (pieces, SmrPiece, j).block->item == (int) item)
            return i;
        }
    }
  g_return_val_if_reached (0);
}

char *
smr_handout_dup_title (SmrHandout *self)
{
  g_return_val_if_fail (SMR_IS_HANDOUT (self), NULL);

  if (self->text->title[0] == '\0')
    return g_strdup (self->text->client);
  return g_strdup_printf ("%s - %s", self->text->client, self->text->title);
}

const char * const *
smr_handout_get_layouts (void)
{
  static const char * const layouts[] = { "list", NULL };

  return layouts;
}
