#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "smr-gate.h"
#include "smr-practice.h"

G_BEGIN_DECLS

/* The pages of a handout: measured, broken into pages and drawn here and nowhere else. Preview, printer and PDF
 * call the same functions. Lengths in points (1/72 inch). */

typedef struct
{
  double width;                /* of the whole sheet */
  double height;
  double margin_top;           /* outside of which nothing is drawn */
  double margin_right;
  double margin_bottom;
  double margin_left;
} SmrSheet;

/* "a4" or "letter" with margins of 15 mm; FALSE for another name. */
gboolean    smr_sheet_init_named (SmrSheet *sheet, const char *name);

/* How the items stand on the pages; what is said is the same in all of them. */
typedef enum
{
  SMR_HANDOUT_LAYOUT_LIST,     /* one under the other */
  SMR_HANDOUT_LAYOUT_CARDS_1,  /* to a page */
  SMR_HANDOUT_LAYOUT_CARDS_2,
  SMR_HANDOUT_LAYOUT_CARDS_4,
  SMR_HANDOUT_LAYOUT_OVERVIEW, /* as much as one page holds */
  SMR_HANDOUT_LAYOUT_LARGE,    /* the list in large print, 18 points */
  SMR_HANDOUT_LAYOUT_TRAINER,  /* reasons and sources: never for the client, and says so on every page */
} SmrHandoutLayout;

#define SMR_N_HANDOUT_LAYOUTS 7

/* "list", "cards-1", "cards-2", "cards-4", "overview", "large", "trainer" */
const char *smr_handout_layout_to_string   (SmrHandoutLayout layout);
gboolean    smr_handout_layout_from_string (const char *text, SmrHandoutLayout *layout);

typedef struct
{
  SmrRelease        *release;  /* the gate's word; without it there is no handout */
  const SmrPractice *practice;
  const char        *trainer;  /* nullable: name */
  const char        *trainer_phone; /* nullable */
  const char        *language; /* nullable: English */
  SmrHandoutLayout   layout;
  double             text_scale; /* 1.0 */
  const SmrRoutine  *previous; /* nullable: the version before; what changed since is marked */
  gboolean           diary;    /* pages to tick at the end */
} SmrHandoutContent;

#define SMR_TYPE_HANDOUT (smr_handout_get_type ())
G_DECLARE_FINAL_TYPE (SmrHandout, smr_handout, SMR, HANDOUT, GObject)

/* Breaks the content into pages at once. What it needs of @content is copied or referenced. Never NULL. */
SmrHandout *smr_handout_new         (const SmrHandoutContent *content, const SmrSheet *sheet);
guint       smr_handout_get_n_pages (SmrHandout *self);
/* @cr has its origin at the sheet's upper left corner, one unit a point. */
void        smr_handout_draw_page   (SmrHandout *self, cairo_t *cr, guint page);
/* The page on which an item of the routine stands; for tests and thumbnails. */
guint       smr_handout_get_item_page (SmrHandout *self, guint item);
/* Document title: "Name - title". (transfer full) */
char       *smr_handout_dup_title   (SmrHandout *self);
/* What its pictures show, in words, in the order in which they are drawn. (transfer full) (element-type utf8) */
GPtrArray  *smr_handout_list_alternatives (SmrHandout *self);
/* Of the texts. (transfer none) */
const char *smr_handout_get_language (SmrHandout *self);
/* The practice's name, which may be empty. (transfer none) */
const char *smr_handout_get_author   (SmrHandout *self);

G_END_DECLS
