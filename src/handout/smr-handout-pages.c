#include "smr-handout-pages.h"

/* How much of a broken block's first page must be there beside its heading. */
#define LEAST_SLICE 40.0

typedef struct
{
  GPtrArray *pages;
  GArray    *page;
  double     height;
  double     y;
} Paginator;

static void
start_page (Paginator *self)
{
  self->page = g_array_new (FALSE, FALSE, sizeof (SmrPiece));
  g_ptr_array_add (self->pages, self->page);
  self->y = 0;
}

static void
place (Paginator *self, const SmrBlock *block, double from, double to)
{
  SmrPiece piece = { .block = block, .y = self->y, .from = from, .to = to };

  g_array_append_val (self->page, piece);
  self->y += to - from;
}

static void
place_broken (Paginator *self, const SmrBlock *block, double from)
{
  for (;;)
    {
      double to = smr_block_find_break (block, from, self->height - self->y);

      place (self, block, from, to);
      from = to;
      if (from >= block->height)
        return;

      start_page (self);
      if (block->heading_height > 0 && block->heading_height < self->height / 3)
        place (self, block, block->lead, block->heading_height);
    }
}

/* The height that @block must find on a page to begin there. */
static double
get_least_height (const SmrBlock *block, double page_height)
{
  if (block->height - block->tail <= page_height)
    return block->height - block->tail;
  return MIN (block->heading_height + LEAST_SLICE, page_height);
}

/* The same for the blocks from @first on that must not be parted. */
static double
get_least_chain (GPtrArray *blocks, guint first, double page_height)
{
  const SmrBlock *block = g_ptr_array_index (blocks, first);
  double least = 0;

  for (guint i = first + 1; block->keep_with_next && i < blocks->len; i++)
    {
      const SmrBlock *next = g_ptr_array_index (blocks, i);

      least += block->height + next->space_before;
      block = next;
    }
  return least + get_least_height (block, page_height);
}

GPtrArray *
smr_blocks_paginate (GPtrArray *blocks, double height)
{
  Paginator self = { .height = height };

  g_return_val_if_fail (height > 0, NULL);

  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  start_page (&self);

  for (guint i = 0; i < blocks->len; i++)
    {
      const SmrBlock *block = g_ptr_array_index (blocks, i);
      gboolean follows = i > 0 && ((SmrBlock *) g_ptr_array_index (blocks, i - 1))->keep_with_next;
      gboolean top;

      if (self.page->len > 0 && !follows &&
          (block->new_page || self.y + block->space_before + get_least_chain (blocks, i, height) > height + 0.01))
        start_page (&self);

      top = self.page->len == 0;
      if (!top)
        self.y += block->space_before;
      if (self.y + block->height - block->tail - (top ? block->lead : 0) <= height + 0.01)
        place (&self, block, top ? block->lead : 0, block->height);
      else
        place_broken (&self, block, top ? block->lead : 0);
    }

  return self.pages;
}
