#pragma once

#include "smr-handout.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* The letter that asks a physician for a clearance, on one page with the reply to tick and sign. It carries health data
 * and no exercise; the client signs that it may be sent. */

typedef struct
{
  SmrCatalogue      *catalogue;
  const SmrPractice *practice;
  const SmrRecord   *record;   /* whose form on the letter's date has the answers */
  const SmrLetter   *letter;   /* to whom, about which rows */
  const char        *language; /* nullable: English */
} SmrLetterContent;

/* Sets the letter at once; nothing of @content is kept. What does not fit is said to be on the attached form. Never NULL. */
SmrHandout *smr_handout_new_letter (const SmrLetterContent *content, const SmrSheet *sheet);

G_END_DECLS
