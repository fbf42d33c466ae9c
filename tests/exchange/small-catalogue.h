#pragma once

#include "smr-catalogue.h"

/* A catalogue with a few entries of each kind, under the ids that the built-in one uses too. */
SmrCatalogue *small_catalogue_new (void);
