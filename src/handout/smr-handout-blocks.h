#pragma once

#include <gdk/gdk.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The stuff that pages are made of. A setter measures text the same way for every surface; a block is a piece of
 * page as wide as the text area whose marks have been placed; blocks are then broken into pages. Lengths in points. */

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

/* From large to small; the sizes of the sheet and no others. */
typedef enum
{
  SMR_FACE_CLIENT,     /* 20 bold */
  SMR_FACE_LARGE,      /* 18 bold: what must be read from a distance */
  SMR_FACE_HEADING,    /* 13 bold */
  SMR_FACE_TITLE,      /* 13 */
  SMR_FACE_DOSE,       /* 13 bold */
  SMR_FACE_NAME,       /* 11 semibold */
  SMR_FACE_LEAD,       /* 11 */
  SMR_FACE_LABEL,      /* 9.5 semibold */
  SMR_FACE_BODY,       /* 9.5 */
  SMR_FACE_CHIP,       /* 8 semibold */
  SMR_FACE_SMALL,      /* 8 */
} SmrFace;

#define SMR_N_FACES 11

typedef enum
{
  SMR_ALIGN_START,
  SMR_ALIGN_CENTER,
  SMR_ALIGN_END,
} SmrAlign;

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

/* --- setter --------------------------------------------------------------------------------------------- */

typedef struct
{
  PangoContext *context;
  double        width;         /* of the text area */
  double        scale;         /* of all text */
  gboolean      right_to_left; /* everything is mirrored when drawn */
  double        ascents[SMR_N_FACES]; /* at scale 1 */
} SmrSetter;

void         smr_setter_init    (SmrSetter *self, const char *language, double width, double scale);
void         smr_setter_clear   (SmrSetter *self);
PangoLayout *smr_setter_layout  (const SmrSetter *self, SmrFace face, double width, SmrAlign align, const char *text);
/* Width of the text on one line. */
double       smr_setter_measure (const SmrSetter *self, SmrFace face, const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SmrSetter, smr_setter_clear)

/* --- block ---------------------------------------------------------------------------------------------- */

typedef struct
{
  double     height;
  double     space_before;     /* left out at the top of a page */
  double     lead;             /* the upper part that only parts it from the block before: left out there too */
  double     tail;             /* the empty lower part that may lie under the page's end */
  double     heading_height;   /* of what is repeated when the block has to be broken; 0: nothing */
  gboolean   keep_with_next;
  int        item;             /* index in the routine; -1: not an item */
  GPtrArray *marks;
} SmrBlock;

SmrBlock *smr_block_new  (void);
void      smr_block_free (SmrBlock *self);

/* Both return the y below the text. `_on` puts the first baseline on @y. */
double    smr_block_add_text    (SmrBlock *self, const SmrSetter *setter, SmrFace face, const SmrInk *ink,
                                 double x, double y, double width, SmrAlign align, const char *text);
double    smr_block_add_text_on (SmrBlock *self, const SmrSetter *setter, SmrFace face, const SmrInk *ink,
                                 double x, double y, double width, SmrAlign align, const char *text);
/* Where the first baseline of @face lies under its top. */
double    smr_setter_get_ascent (const SmrSetter *self, SmrFace face);
void      smr_block_add_rule    (SmrBlock *self, const SmrInk *ink, double line_width, double x0, double y0, double x1, double y1);
void      smr_block_add_frame   (SmrBlock *self, const SmrInk *ink, double line_width, double x, double y, double width, double height, double radius);
void      smr_block_add_disc    (SmrBlock *self, const SmrInk *ink, double x, double y, double diameter);
void      smr_block_add_sign    (SmrBlock *self, const SmrInk *ink, SmrSign sign, double x, double y, double size);
void      smr_block_add_image   (SmrBlock *self, cairo_surface_t *image, double x, double y, double width, double height);

/* Draws what lies between @from and @to with its upper left corner at @x, @y. Lines of text are drawn whole or not at all. */
void      smr_block_draw        (const SmrBlock *self, const SmrSetter *setter, cairo_t *cr, double x, double y, double from, double to);
/* The lowest y not below @from + @available at which no line of text is cut. */
double    smr_block_find_break  (const SmrBlock *self, double from, double available);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmrBlock, smr_block_free)

/* --- pages ---------------------------------------------------------------------------------------------- */

/* A block, or a slice of one, at its place on a page. */
typedef struct
{
  const SmrBlock *block;
  double          y;           /* from the top of the text area */
  double          from;
  double          to;
} SmrPiece;

/* Pages of @height: (element-type GArray (element-type SmrPiece)). Blocks are kept whole; one that is higher than a
 * page is cut between lines, its heading repeated. At least one page. (transfer full) */
GPtrArray *smr_blocks_paginate (GPtrArray *blocks, double height);

G_END_DECLS
