#pragma once

#include "smr-handout-setter.h"

G_BEGIN_DECLS

/* What pages are made of: a block is a piece of page as wide as the text area whose marks have been placed.
 * Lengths in points. */

typedef struct
{
  double red;
  double green;
  double blue;
} SmrInk;

extern const SmrInk smr_ink_black;
extern const SmrInk smr_ink_quiet;   /* captions */
extern const SmrInk smr_ink_line;    /* hairlines */
extern const SmrInk smr_ink_white;

/* Small drawn signs, each in a square of its size. */
typedef enum
{
  SMR_SIGN_CHECK,
  SMR_SIGN_CROSS,
  SMR_SIGN_CARE,       /* triangle with a stroke */
  SMR_SIGN_FORBIDDEN,  /* slashed circle */
  SMR_SIGN_STOP,       /* octagon with a bar */
  SMR_SIGN_LETTER,     /* an envelope: a doctor's letter is missing */
  SMR_SIGN_BULLET,
  SMR_SIGN_BOX,        /* to tick */
} SmrSign;

typedef struct
{
  double     height;
  double     space_before;     /* left out at the top of a page */
  double     lead;             /* the upper part that only parts it from the block before: left out there too */
  double     tail;             /* the empty lower part that may lie under the page's end */
  double     heading_height;   /* of what is repeated when the block has to be broken; 0: nothing */
  gboolean   keep_with_next;
  gboolean   new_page;         /* begins one */
  int        item;             /* index in the routine of the first one shown; -1: not an item */
  guint      n_items;          /* that stand side by side, beginning with that one */
  GPtrArray *marks;
} SmrBlock;

/* Draws into a field of a page; @data is what the block was given with it. */
typedef void (*SmrDrawFunc) (gconstpointer data, cairo_t *cr, double x, double y, double width, double height);

SmrBlock *smr_block_new  (void);
void      smr_block_free (SmrBlock *self);

/* Both return the y below the text. `_on` puts the first baseline on @y. */
double    smr_block_add_text    (SmrBlock *self, const SmrSetter *setter, SmrFace face, const SmrInk *ink,
                                 double x, double y, double width, SmrAlign align, const char *text);
double    smr_block_add_text_on (SmrBlock *self, const SmrSetter *setter, SmrFace face, const SmrInk *ink,
                                 double x, double y, double width, SmrAlign align, const char *text);
void      smr_block_add_rule    (SmrBlock *self, const SmrInk *ink, double line_width, double x0, double y0, double x1, double y1);
void      smr_block_add_frame   (SmrBlock *self, const SmrInk *ink, double line_width, double x, double y, double width, double height, double radius);
void      smr_block_add_disc    (SmrBlock *self, const SmrInk *ink, double x, double y, double diameter);
void      smr_block_add_sign    (SmrBlock *self, const SmrInk *ink, SmrSign sign, double x, double y, double size);
/* A picture that the program draws itself. @data is taken; @free_data: (nullable). */
void      smr_block_add_drawing (SmrBlock *self, SmrDrawFunc draw, gpointer data, GDestroyNotify free_data,
                                 double x, double y, double width, double height);
void      smr_block_add_image   (SmrBlock *self, cairo_surface_t *image, double x, double y, double width, double height);
/* @text: see SmrSignature; as large as it fits, standing on the lower edge. */
void      smr_block_add_signature (SmrBlock *self, const char *text, double x, double y, double width, double height);

/* What the mark that was added last shows, in words, for who does not see it. A picture of which nothing is said is only
 * there for the eyes. */
void      smr_block_describe    (SmrBlock *self, const char *alternative);
/* Those of the pictures that begin between @from and @to, in the order in which they are drawn.
 * @alternatives: (element-type utf8) */
void      smr_block_list_alternatives (const SmrBlock *self, double from, double to, GPtrArray *alternatives);

/* Draws what lies between @from and @to with its upper left corner at @x, @y. Lines of text are drawn whole or not at all. */
void      smr_block_draw        (const SmrBlock *self, const SmrSetter *setter, cairo_t *cr, double x, double y, double from, double to);
/* The lowest y not below @from + @available at which no line of text is cut. */
double    smr_block_find_break  (const SmrBlock *self, double from, double available);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrBlock, smr_block_free)

G_END_DECLS
