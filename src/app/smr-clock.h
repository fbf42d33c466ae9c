#pragma once

#include "smr-date.h"

/* The only place that asks what day it is; rules get it as an argument. */
SmrDate smr_clock_today (void);
