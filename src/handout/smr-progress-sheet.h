#pragma once

#include "smr-handout.h"
#include "smr-progress.h"

G_BEGIN_DECLS

/* A client's progress on paper: pain and days by week, range of motion by movement, each as a chart with a sentence. */

typedef struct
{
  SmrCatalogue      *catalogue;
  const SmrPractice *practice;
  const SmrRecord   *record;
  SmrDate            today;
  const char        *language; /* nullable: English */
} SmrProgressContent;

/* Sets the sheet at once; nothing of @content is kept. Never NULL. */
SmrHandout *smr_handout_new_progress (const SmrProgressContent *content, const SmrSheet *sheet);

G_END_DECLS
