#pragma once

#include <adwaita.h>

#include "smr-store.h"

G_BEGIN_DECLS

/* Every version of the text that clients sign, to be read, newest first, and by how many forms each was signed.
 * NULL and @error when they cannot be read. (transfer floating) */
AdwNavigationPage *smr_consents_page_new (SmrStore *store, GError **error);

G_END_DECLS
