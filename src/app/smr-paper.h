#pragma once

#include "smr-practice.h"

/* "a4" or "letter": what the practice chose, else what the locale uses. */
const char *smr_paper_for_practice (const SmrPractice *practice);
