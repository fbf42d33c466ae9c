#pragma once

#include "smr-handout-blocks.h"

G_BEGIN_DECLS

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
