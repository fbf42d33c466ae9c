#pragma once

#include "smr-handout.h"
#include "smr-record.h"

G_BEGIN_DECLS

/* The health form on paper: blank to be filled in by hand, or as it was answered and signed. It is no handout, carries
 * no exercise and needs no release. */

typedef struct
{
  SmrCatalogue      *catalogue;
  const SmrPractice *practice;
  const SmrClient   *client;   /* nullable: for whom is written in by hand */
  const SmrIntake   *intake;   /* nullable: blank. One that is not signed says so on every page */
  const GPtrArray   *readings; /* nullable: (element-type SmrReading) of the client, oldest first */
  const char        *language; /* nullable: English */
} SmrFormContent;

/* Breaks the form into pages at once; nothing of @content is kept. Never NULL. */
SmrHandout *smr_handout_new_form (const SmrFormContent *content, const SmrSheet *sheet);

G_END_DECLS
