#pragma once

#include <adwaita.h>

#include "smr-attention-model.h"

G_BEGIN_DECLS

/* The sidebar: all clients, searched while typing. Emits "client-activated" with the client's id. */
#define SMR_TYPE_CLIENT_LIST (smr_client_list_get_type ())
G_DECLARE_FINAL_TYPE (SmrClientList, smr_client_list, SMR, CLIENT_LIST, AdwNavigationPage)

SmrClientList *smr_client_list_new          (SmrWorkspace *workspace, SmrAttentionModel *attention);
void           smr_client_list_focus_search (SmrClientList *self);
/* Marks the client who is shown; 0: nobody. */
void           smr_client_list_select       (SmrClientList *self, gint64 client);

G_END_DECLS
