#include "smr-handout-cards.h"

#include "smr-handout-item.h"
#include "smr-handout-list-private.h"

#define GAP 14.0               /* between cards */
#define PADDING 12.0
#define STEP_GAP 9.0           /* between steps on the front sheet */
#define LEAST_PICTURE 58.0
#define TICK_BOX 15.0
/* Wide enough to stand the words beside the picture, and too narrow for two cards, at the smallest size of text. */
#define WIDE_CARD 400.0
#define NARROW_CARD 210.0

/* Text may get this much larger than the sheet's where the cards have room for it, or this much smaller where they have
 * none: no smaller than the smallest of the sheet. */
#define SMALLEST_TEXT 0.85

static const double largest_texts[SMR_N_HANDOUT_LAYOUTS] = {
  [SMR_HANDOUT_LAYOUT_CARDS_1] = 1.7,
  [SMR_HANDOUT_LAYOUT_CARDS_2] = 1.25,
  [SMR_HANDOUT_LAYOUT_CARDS_4] = 1.0,
};

/* One item with the step it belongs to. */
typedef struct
{
  const SmrSheetPhase *phase;
  const SmrSheetItem  *item;
} Card;

typedef struct
{
  const SmrSheetText *text;
  SmrSetter           setter;  /* a copy with the cards' size of text */
  guint               columns;
  double              width;   /* of one card */
  double              height;  /* that each of them has; a longer one gets what it needs */
} Cards;

/* Step, number of the item and box to tick. Returns the y below. */
static double
add_strip (const Cards *self, SmrBlock *block, const Card *card, double x, double y)
{
  const SmrSetter *setter = &self->setter;
  const SmrInk *ink = &smr_phase_inks[card->phase->phase];
  double disc = 17 * setter->scale, box = TICK_BOX * setter->scale;
  double inner = self->width - 2 * PADDING;
  double baseline = y + disc / 2 + 0.37 * smr_setter_get_ascent (setter, SMR_FACE_NAME);
  double name_x = x + disc + 7 * setter->scale;
  double number = smr_setter_measure (setter, SMR_FACE_NAME, card->item->number) + 1;
  double box_x = x + inner - box;
  double below;

  smr_block_add_disc (block, ink, x, y, disc);
  smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_white, x, baseline, disc, SMR_ALIGN_CENTER,
                         card->phase->number);
  below = smr_block_add_text_on (block, setter, SMR_FACE_NAME, ink, name_x, baseline,
                                 box_x - number - 16 - name_x, SMR_ALIGN_START, card->phase->name);
  smr_block_add_text_on (block, setter, SMR_FACE_NAME, &smr_ink_quiet, box_x - number - 8, baseline, number, SMR_ALIGN_END,
                         card->item->number);
  smr_block_add_sign (block, &smr_ink_black, SMR_SIGN_BOX, box_x, y + (disc - box) / 2, box);
  below = MAX (below, y + disc) + 5;
  smr_block_add_rule (block, ink, 0.8, x, below, x + inner, below);
  return below + 8;
}

/* Head and words of a card from @y on. Returns the y below. */
static double
add_words (const Cards *self, SmrBlock *block, const Card *card, double x, double y, double width)
{
  const SmrSetter *setter = &self->setter;

  y = smr_item_add_head (block, card->item, setter, SMR_FACE_NAME, SMR_FACE_DOSE, x, y, width);
  y = smr_item_add_facts (block, card->item, setter, SMR_FACE_BODY, x, y + 4, width);
  return smr_item_add_words (block, self->text, card->item, setter, x, y + 5, width);
}

/* Into a card of @height at @x; 0: measured only. Returns the least height. */
static double
add_card (const Cards *self, SmrBlock *block, const Card *card, double x, double height)
{
  double inner = self->width - 2 * PADDING, least = smr_item_has_picture (card->item) ? LEAST_PICTURE : 0;
  gboolean wide = self->width / self->setter.scale >= WIDE_CARD;
  double y = add_strip (self, block, card, x + PADDING, PADDING);
  g_autoptr (SmrBlock) trial = smr_block_new ();
  double words, picture;

  if (wide && smr_item_has_picture (card->item))
    {
      picture = inner * 0.38;
      words = add_words (self, height > 0 ? block : trial, card, x + PADDING + picture + PADDING, y, inner - picture - PADDING);
      smr_item_add_picture (block, card->item, x + PADDING, y, picture);
      if (height == 0)
        return MAX (words, y + picture) + PADDING;
    }
  else
    {
      words = add_words (self, trial, card, x + PADDING, 0, inner);
      if (height == 0)
        return y + least + (least > 0 ? 6 : 0) + words + PADDING;

      picture = least > 0 ? CLAMP (height - y - words - PADDING - 6, least, inner) : 0;
      smr_item_add_picture (block, card->item, x + PADDING + (inner - picture) / 2, y, picture);
      add_words (self, block, card, x + PADDING, y + picture + (picture > 0 ? 6 : 0), inner);
    }
  smr_block_add_frame (block, &smr_ink_line, 0.8, x + 0.4, 0.4, self->width - 0.8, height - 0.8, 6);
  return height;
}

static double
get_least_height (const Cards *self, const Card *card)
{
  g_autoptr (SmrBlock) trial = smr_block_new ();

  return add_card (self, trial, card, 0, 0);
}

/* The largest text with which every card fits into its place. */
static void
choose_text (Cards *self, GArray *cards, double largest)
{
  double scale = self->setter.scale;

  for (double larger = largest; larger >= SMALLEST_TEXT; larger -= 0.05)
    {
      gboolean fits = TRUE;

      self->setter.scale = scale * larger;
      for (guint i = 0; fits && i < cards->len; i++)
        fits = get_least_height (self, &g_array_index (cards, Card, i)) <= self->height;
      if (fits)
        return;
    }
  self->setter.scale = scale;
}

static SmrBlock *
new_row (const Cards *self, const Card *cards, guint n_cards)
{
  SmrBlock *block = smr_block_new ();
  double height = self->height;

  block->item = cards[0].item->item;
  block->n_items = n_cards;
  block->space_before = GAP;
  for (guint i = 0; i < n_cards; i++)
    height = MAX (height, get_least_height (self, &cards[i]));
  for (guint i = 0; i < n_cards; i++)
    add_card (self, block, &cards[i], i * (self->width + GAP), height);
  block->height = height;
  return block;
}

static void
add_cards (GPtrArray *blocks, const SmrSheetText *text, const SmrSetter *setter, double height)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (Card));
  Cards self = { .text = text, .setter = *setter, .columns = 1 };
  guint rows = text->layout == SMR_HANDOUT_LAYOUT_CARDS_1 ? 1 : 2;

  for (guint i = 0; i < text->phases->len; i++)
    {
      Card card = { .phase = g_ptr_array_index (text->phases, i) };

      for (guint j = 0; j < card.phase->items->len; j++)
        {
          card.item = g_ptr_array_index (card.phase->items, j);
          g_array_append_val (cards, card);
        }
    }

  if (text->layout == SMR_HANDOUT_LAYOUT_CARDS_4 && (setter->width - GAP) / 2 / setter->scale >= NARROW_CARD)
    self.columns = 2;
  self.width = (setter->width - GAP * (self.columns - 1)) / self.columns;
  self.height = (height - GAP * (rows - 1)) / rows;
  choose_text (&self, cards, largest_texts[text->layout]);

  for (guint i = 0; i < cards->len; i += self.columns)
    {
      SmrBlock *row = new_row (&self, &g_array_index (cards, Card, i), MIN (self.columns, cards->len - i));

      row->new_page = i == 0;
      g_ptr_array_add (blocks, row);
    }
}

/* The steps without their items: what each is for, how it is done, what has to wait. */
static void
add_steps (GPtrArray *blocks, const SmrSheetText *text, const SmrSetter *setter)
{
  for (guint i = 0; i < text->phases->len; i++)
    {
      const SmrSheetPhase *phase = g_ptr_array_index (text->phases, i);
      SmrBlock *title;

      title = phase->locked != NULL ? smr_list_new_locked_phase (phase, setter) : smr_list_new_phase_title (phase, setter);
      title->space_before = STEP_GAP;
      title->keep_with_next = i + 1 == text->phases->len || phase->after != NULL;
      g_ptr_array_add (blocks, title);
      if (phase->after != NULL)
        g_ptr_array_add (blocks, smr_list_new_after (phase, setter));
    }
}

GPtrArray *
smr_handout_cards_new_blocks (const SmrSheetText *text, const SmrSetter *setter, double height)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) smr_block_free);

  smr_list_add_first_page (blocks, text, setter, height);
  add_steps (blocks, text, setter);
  g_ptr_array_add (blocks, smr_list_new_signatures (text, setter));
  add_cards (blocks, text, setter, height);
  return blocks;
}
