#pragma once

#include "smr-workspace.h"

G_BEGIN_DECLS

/* A list model of the SmrConcern of all clients, in their order. Looked for a little at a time while the program is idle,
 * and kept up with what changes. */
#define SMR_TYPE_ATTENTION_MODEL (smr_attention_model_get_type ())
G_DECLARE_FINAL_TYPE (SmrAttentionModel, smr_attention_model, SMR, ATTENTION_MODEL, GObject)

SmrAttentionModel *smr_attention_model_new           (SmrWorkspace *workspace);
/* Begins to look; best once the window is drawn, for whoever opens it waits for that first. */
void               smr_attention_model_start         (SmrAttentionModel *self);
/* Everybody has been looked at once; notify::ready and notify::n-clients tell. */
gboolean           smr_attention_model_is_ready      (SmrAttentionModel *self);
/* How many clients the concerns are about. */
guint              smr_attention_model_get_n_clients (SmrAttentionModel *self);
/* Looks again if the day has changed since. */
void               smr_attention_model_look_at_day   (SmrAttentionModel *self);

G_END_DECLS
