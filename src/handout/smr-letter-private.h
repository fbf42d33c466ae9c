#pragma once

#include "smr-handout-blocks.h"
#include "smr-letter-sheet.h"
#include "smr-writer.h"

G_BEGIN_DECLS

/* What the files of the letter share. */
typedef struct
{
  SmrWriter               writer;
  const SmrLetterContent *content;
  const SmrIntake        *form;    /* nullable */
  SmrSheetFrame          *frame;
  const SmrSetter        *setter;  /* while blocks are made */
  SmrFace                 body;    /* of running text: 11 pt, or 9.5 where that is too much */
  SmrFace                 strong;
  double                  gap;     /* between paragraphs */
  guint                   n_rows;  /* how many answers are written out */
  double                  stamp;   /* height for signature and stamp */
} SmrLetterSheet;

/* --- parts (smr-letter-parts.c) ------------------------------------------------------------------------- */

/* The answers as a table, and where the others are. Returns the y below. */
double smr_letter_add_answers  (SmrLetterSheet *self, SmrBlock *block, double y);
/* The box that the physician fills in. */
double smr_letter_add_reply    (SmrLetterSheet *self, SmrBlock *block, double y);

G_END_DECLS
