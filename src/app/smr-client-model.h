#pragma once

#include "smr-workspace.h"

G_BEGIN_DECLS

/* One client in lists. The mark is made when somebody looks at it first. */
#define SMR_TYPE_CLIENT_ITEM (smr_client_item_get_type ())
G_DECLARE_FINAL_TYPE (SmrClientItem, smr_client_item, SMR, CLIENT_ITEM, GObject)

gint64       smr_client_item_get_id        (SmrClientItem *self);
const char  *smr_client_item_get_name      (SmrClientItem *self);
gboolean     smr_client_item_get_archived  (SmrClientItem *self);
/* Screens the client the first time. */
SmrAttention smr_client_item_get_attention (SmrClientItem *self);

/* The clients that a search finds, by name. The first screenful is there at once, the rest follows when nobody has
 * typed for a moment. */
#define SMR_CLIENT_MODEL_FIRST_ROWS 16
#define SMR_TYPE_CLIENT_MODEL (smr_client_model_get_type ())
G_DECLARE_FINAL_TYPE (SmrClientModel, smr_client_model, SMR, CLIENT_MODEL, GObject)

SmrClientModel *smr_client_model_new          (SmrWorkspace *workspace);
/* NULL and "" find everybody. */
void            smr_client_model_set_search   (SmrClientModel *self, const char *search);
void            smr_client_model_set_archived (SmrClientModel *self, gboolean with_archived);
/* GTK_INVALID_LIST_POSITION as far as it is not loaded. */
guint           smr_client_model_find         (SmrClientModel *self, gint64 id);

G_END_DECLS
