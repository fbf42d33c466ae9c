#pragma once

#include <adwaita.h>

#include "smr-attention-model.h"

G_BEGIN_DECLS

/* Everybody and everything that needs attention; a row leads to the client or the routine. */
#define SMR_TYPE_ATTENTION_PAGE (smr_attention_page_get_type ())
G_DECLARE_FINAL_TYPE (SmrAttentionPage, smr_attention_page, SMR, ATTENTION_PAGE, AdwNavigationPage)

SmrAttentionPage *smr_attention_page_new (SmrAttentionModel *model);

G_END_DECLS
